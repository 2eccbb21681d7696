// The lines above the cards: what was found, how the text was read, what went wrong.
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../view/icons";
import { noticesOf } from "../intake/files";
import type { Strings } from "../words/strings";
import { tallies, type Severity, type View } from "../view/view";

export type ReadingState = "loading" | "empty" | "reading" | "ready" | "error";

/** Detail of `bilan-status`: `message` is a sentence in the language of the interface. */
export interface Status {
  state: ReadingState;
  message: string;
}

/** `again` is there when one more reading makes sense. */
export function statusTemplate(status: Status, view: View | null, text: string, s: Strings, again: (() => void) | null): TemplateResult {
  return html`
    <div class="status" part="status" tabindex="-1">
      <div role="status">${status.state === "error" ? html`<p class="notice failed">${status.message}</p>` : foundTemplate(status, view, s)}</div>
      ${view ? aboutTemplate(view, s) : nothing}
      <div role="status">${view ? noticesTemplate(view, text, s) : nothing}</div>
    </div>
    ${status.state === "empty" ? legendTemplate(s) : nothing}
    ${again ? html`<button type="button" class="plain" data-again @click=${again}>${s.again}</button>` : nothing}
  `;
}

/** What the severities mean, as long as there is nothing to show them on. */
function legendTemplate(s: Strings): TemplateResult {
  const grades: Severity[] = ["error", "warning", "info"];
  return html`<dl class="legend">
    ${grades.map((grade) => html`<div class=${grade}>${icon(grade)}<dt>${s.severity[grade]}</dt><dd>${s.meaning[grade]}</dd></div>`)}
  </dl>`;
}

function foundTemplate(status: Status, view: View | null, s: Strings): TemplateResult {
  const found = tallies(view);
  if (!view) return html`<p>${status.message}</p>`;
  if (found.length === 0) return html`<p>${s.nothing}</p>`;
  // While the next reading is under way the last one stands: nothing flickers, nothing is read out twice.
  return html`<p class="tallies">
    ${found.map(({ severity, n }) => html`<span class=${severity}>${icon(severity)}${s.count[severity](n)}</span>`)}
  </p>`;
}

/** It changes with every sentence that is written: it is there to be read, and not read out. */
function aboutTemplate({ report }: View, s: Strings): TemplateResult {
  const about = [s.readAs(report.language), s.sentences(report.sentences.length)];
  if (report.published) about.push(s.published(report.published));
  return html`<p class="about">${about.join(" · ")}</p>`;
}

function noticesTemplate({ report }: View, text: string, s: Strings): TemplateResult {
  return html`${report.coverage === "basic" ? html`<p class="notice">${s.basic}</p>` : nothing}
    ${report.problems.map((problem) => html`<p class="notice" part="problem">${problem}</p>`)}
    ${noticesOf(text).map((notice) => html`<p class="notice">${s.notice[notice]}</p>`)}`;
}

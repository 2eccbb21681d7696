// The dates panel: each mention with the day that it means, and what is missing where none can be told.
import { html, nothing } from "lit";
import type { DateMention, Report, Span } from "bilan-core";
import { dayOf, periodOf, weekdayOf } from "../words/days";
import { firstOf, overlaps, placeTemplate, restTemplate, type PictureActions, type PictureState } from "./picture";

/** The check that compares weekdays with their dates. */
const WEEKDAY = "weekday-date-mismatch";

interface Entry {
  mention: DateMention;
  standing: "plain" | "fits" | "differs" | "open";
}

const known = new WeakMap<Report, Entry[]>();

function entriesOf(report: Report): Entry[] {
  let entries = known.get(report);
  if (!entries) {
    const spans = (found: { check: string; span: Span }[]) => found.filter(({ check }) => check === WEEKDAY).map(({ span }) => span);
    const [differ, fit] = [spans(report.flags), spans(report.consistent)];
    const standing = ({ span, from }: DateMention): Entry["standing"] => {
      if (differ.some((other) => overlaps(other, span))) return "differs";
      if (from === null) return "open";
      return fit.some((other) => overlaps(other, span)) ? "fits" : "plain";
    };
    known.set(report, (entries = report.dates.map((mention) => ({ mention, standing: standing(mention) }))));
  }
  return entries;
}

export function datesTemplate(state: PictureState, actions: PictureActions) {
  const { report, words } = state;
  const entries = entriesOf(report);
  const drawn = firstOf("dates", entries, state);
  return html`<div class="picture dates" dir="ltr">
    <p class="publication"><b>${words.published}</b> ${report.published === null
      ? html`<span class="blank"><span class="plate">${words.publishedMissing}</span></span>`
      : dayOf(report.published, words.tag, "long")}</p>
    ${entries.length === 0
      ? html`<p class="faint">${words.noDates}</p>`
      : html`<table class="plain-table" part="dates">
          <caption>${words.datesCaption(entries.length, entries.filter(({ standing }) => standing === "open").length)}</caption>
          <thead><tr>${(["words", "day"] as const).map((column) => html`<th scope="col">${words.column[column]}</th>`)}</tr></thead>
          <tbody>${drawn.map((entry) => rowTemplate(entry, state, actions))}</tbody>
        </table>`}
    ${restTemplate("dates", drawn.length, entries.length, state, actions)}
  </div>`;
}

function rowTemplate({ mention, standing }: Entry, state: PictureState, actions: PictureActions) {
  const { words } = state;
  const { span, from, to, weekday } = mention;
  const day = from === null ? null : periodOf(from, to ?? from, words.tag, "long");
  const notes = {
    plain: nothing,
    fits: html`<small class="agrees"><span class="sign" aria-hidden="true">✓</span> ${words.fits}</small>`,
    differs: html`<small class="differs"><span class="sign" aria-hidden="true">≠</span> ${weekday === null ? words.misfitUnknown : words.misfit(weekdayOf(weekday, words.tag))}</small>`,
    open: nothing,
  };
  return html`<tr data-standing=${standing}>
    <th scope="row">${placeTemplate(state, actions, span, 60)}</th>
    ${day === null
      ? html`<td class="blank"><span class="plate">${words.open}</span> <small class="plate">${words.needs[missing(state.report.published, mention)]}</small></td>`
      : html`<td><span class="day">${day}</span> ${notes[standing]}</td>`}
  </tr>`;
}

/** What a mention without a day waits for. */
function missing(published: string | null, { weekday }: DateMention): "date" | "day" | "context" {
  if (published === null) return "date";
  return published.length <= 7 && weekday !== null ? "day" : "context";
}

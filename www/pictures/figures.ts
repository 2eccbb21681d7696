// The figure ledger: every figure with bound, kind, source and date. A count that is not there is a cell to be seen.
import { html, nothing } from "lit";
import type { Figure, FigureKind, Report, Sum } from "bilan-core";
import { periodOf } from "../words/days";
import { attributionOf, firstOf, nameTemplate, placeTemplate, restTemplate, sourceOf, wordsAt, type PictureActions, type PictureState } from "./picture";
import type { Blank, Group, PictureWords } from "./words";

const GROUP_OF: Record<FigureKind, Group> = {
  killed: "losses",
  wounded: "losses",
  missing: "losses",
  captured: "losses",
  displaced: "losses",
  casualties: "losses",
  people: "people",
  money: "money",
  percent: "percent",
  distance: "other",
  duration: "other",
  age: "other",
  other: "other",
};
const GROUPS: Group[] = ["losses", "people", "money", "percent", "other"];

interface Entry {
  figure: Figure;
  group: Group;
  blank: Blank | null;
}

const known = new WeakMap<Report, Entry[]>();

/** The figures group by group, in reading order within each. */
function entriesOf(report: Report): Entry[] {
  let entries = known.get(report);
  if (!entries) {
    const uncounted = new Set(report.uncounted.map(({ figure }) => figure));
    const all = report.figures.map((figure): Entry => ({ figure, group: GROUP_OF[figure.kind], blank: blankOf(figure, uncounted) }));
    known.set(report, (entries = GROUPS.flatMap((group) => all.filter((entry) => entry.group === group))));
  }
  return entries;
}

function blankOf({ id, precision }: Figure, uncounted: ReadonlySet<Figure["id"]>): Blank | null {
  if (uncounted.has(id)) return "uncounted";
  return precision === "vague" || precision === "withheld" ? precision : null;
}

export function figuresTemplate(state: PictureState, actions: PictureActions) {
  const { report, words } = state;
  const entries = entriesOf(report);
  if (entries.length === 0) return html`<p class="faint">${words.noFigures}</p>`;
  const drawn = firstOf("figures", entries, state);
  const columns = ["words", "value", "kind", "source", "date"] as const;
  // Roles are said once more: where cells are stacked, some browsers forget what the tags mean.
  return html`<div class="picture" dir="ltr">
    ${sumsTemplate(state, actions)}
    <table class="ledger" part="figures" role="table">
      <caption>${words.figuresCaption(entries.length, entries.filter(({ blank }) => blank !== null).length)}</caption>
      <thead role="rowgroup"><tr role="row">${columns.map((column) => html`<th role="columnheader" scope="col">${words.column[column]}</th>`)}</tr></thead>
      ${GROUPS.map((group) => {
        const rows = drawn.filter((entry) => entry.group === group);
        return rows.length === 0
          ? nothing
          : html`<tbody role="rowgroup">
              <tr class="group" role="row"><th role="rowheader" scope="rowgroup" colspan="5">${words.group[group]}</th></tr>
              ${rows.map((entry) => rowTemplate(entry, state, actions))}
            </tbody>`;
      })}
    </table>
    ${restTemplate("figures", drawn.length, entries.length, state, actions)}
  </div>`;
}

function rowTemplate({ figure, group, blank }: Entry, state: PictureState, actions: PictureActions) {
  const { words } = state;
  return html`<tr role="row" data-figure=${figure.id}>
    <th role="rowheader" scope="row">${placeTemplate(state, actions, figure.span)}${figure.background ? html` <small>${words.background}</small>` : nothing}</th>
    ${blank === null
      ? html`<td class="value" role="cell">${valueOf(figure, words)}</td>`
      : html`<td class="value blank" role="cell" data-blank=${blank}><span class="plate">${words.blank[blank]}</span>${figure.low !== null || figure.high !== null
          ? html` <small class="plate">${words.atLeast(boundsOf(figure, words))}</small>`
          : nothing}</td>`}
    <td role="cell">${words.kind[figure.kind]}</td>
    <td class=${figure.attribution === null && group !== "other" ? "blank" : ""} role="cell">${vouchTemplate(figure, state)}</td>
    <td role="cell">${dateTemplate(figure, state, actions)}</td>
  </tr>`;
}

function vouchTemplate({ attribution }: Figure, state: PictureState) {
  if (attribution === null) return html`<span class="plate">${state.words.noSource}</span>`;
  const source = sourceOf(state, attributionOf(state, attribution)?.speaker ?? null);
  return source ? nameTemplate(source, state) : html`<i>${state.words.nobody}</i>`;
}

function dateTemplate({ date }: Figure, state: PictureState, actions: PictureActions) {
  const mention = date === null ? undefined : state.report.dates[date];
  if (!mention) return html`<span class="faint">${state.words.noDate}</span>`;
  const { span, from, to } = mention;
  return from === null
    ? placeTemplate(state, actions, span, 40)
    : html`<button type="button" class="place" title=${wordsAt(state, [span])} @click=${() => actions.toSpan(span)}>${periodOf(from, to ?? from, state.words.tag, "short")}</button>`;
}

// Values

/** A figure with its bound, as “≥ 12”, and its unit where it is no count: what is counted is told by the words. */
function valueOf(figure: Figure, words: PictureWords): string {
  const bounds = boundsOf(figure, words);
  const bare = GROUP_OF[figure.kind] === "losses" || figure.kind === "people" || figure.kind === "other";
  return bare || figure.unit === null || isPercent(figure) ? bounds : `${bounds} ${figure.unit}`;
}

/** The sign is written by the language's own rules; “per cent” and “points” stay the words they are. */
function isPercent({ kind, unit }: Pick<Figure, "kind" | "unit">): boolean {
  return kind === "percent" && (unit === null || unit === "%");
}

function boundsOf({ low, high, precision, kind, unit }: Figure, { tag }: PictureWords): string {
  const percent = isPercent({ kind, unit });
  const write = (n: number) => (percent ? numbers(tag, "percent").format(n / 100) : numbers(tag, "decimal").format(n));
  if (low !== null && high !== null && low !== high) {
    const span = `${write(low)}–${write(high)}`;
    return precision === "approximate" ? `≈\u00a0${span}` : span;
  }
  if (low !== null && high === null) return `≥\u00a0${write(low)}`;
  if (low === null && high !== null) return `≤\u00a0${write(high)}`;
  if (low === null || high === null) return "";
  return precision === "approximate" ? `≈\u00a0${write(low)}` : write(low);
}

const formats = new Map<string, Intl.NumberFormat>();

/** Each is made once: making one takes longer than writing a hundred numbers. */
function numbers(tag: string, style: "decimal" | "percent"): Intl.NumberFormat {
  const key = `${tag} ${style}`;
  const found = formats.get(key) ?? new Intl.NumberFormat(tag, { style, maximumFractionDigits: 3 });
  formats.set(key, found);
  return found;
}

// Sums

function sumsTemplate(state: PictureState, actions: PictureActions) {
  // That a part is no more than its whole is not worth a line.
  const sums = state.report.sums.filter(({ partial, agrees }) => !partial || !agrees);
  if (sums.length === 0) return nothing;
  return html`<section class="sums" aria-labelledby="sums-title">
    <h3 id="sums-title">${state.words.sums}</h3>
    <ul role="list">${sums.map((sum) => html`<li class=${sum.agrees ? "agrees" : "differs"}>${sumTemplate(sum, state, actions)}</li>`)}</ul>
  </section>`;
}

function sumTemplate({ total, parts, computed, partial, agrees }: Sum, state: PictureState, actions: PictureActions) {
  const { report, words } = state;
  const figure = (id: Figure["id"]) => report.figures.find((figure) => figure.id === id);
  const whole = figure(total);
  if (!whole) return nothing;
  const added = parts.map((id) => figure(id)).filter((part) => part !== undefined);
  const terms = added.map((part) => boundsOf({ ...part, kind: "other" }, words)).join(" + ");
  const said = words.sum(terms, numbers(words.tag, "decimal").format(computed), boundsOf({ ...whole, kind: "other" }, words), partial, agrees);
  return html`<span class="sign" aria-hidden="true">${agrees ? "✓" : "≠"}</span>
    <span><b class="reckoning">${said}</b> <span class="faint">${agrees ? words.agrees : words.differs}</span><br />
      ${placeTemplate(state, actions, whole.span, 60)}${added.length > 0
        ? html` <span class="faint" dir="auto" lang=${report.language}>${wordsAt(state, added.map(({ span }) => span))}</span>`
        : nothing}</span>`;
}

// What all pictures share: what they are drawn from, what can be done in them, and places in the text.
//
// They run from left to right in any page, as the languages of the interface do: “≥ 12” turned round would be read as
// its contrary. Words of the article go their own way.
import { html, nothing, type TemplateResult } from "lit";
import type { Attribution, Report, Source, Span } from "bilan-core";
import { shorten } from "../element/cards";
import type { PictureWords } from "./words";

/** Lists that are drawn in part at first. */
export type Long = "strip" | "table" | "sources" | "figures" | "quotations" | "dates";

export interface PictureState {
  report: Report;
  /** The text that the report is about. */
  text: string;
  words: PictureWords;
  /** The sentence that is looked at in the strip, by place in the report. */
  sentence: number | null;
  /** The table behind the strip is open. */
  tableOpen: boolean;
  /** Lists that are drawn whole. */
  whole: ReadonlySet<Long>;
}

export interface PictureActions {
  toSpan(span: Span): void;
  /** Looks at a sentence in the strip; the text stays where it is. */
  look(sentence: number): void;
  tableToggled(open: boolean): void;
  drawWhole(list: Long): void;
}

/** Rows that are drawn at once. */
const AT_ONCE = 200;

/** The first rows of a list, or all once that was asked for. */
export function firstOf<T>(list: Long, rows: readonly T[], { whole }: PictureState): readonly T[] {
  return whole.has(list) ? rows : rows.slice(0, AT_ONCE);
}

/** The button for the rows that are not drawn. */
export function restTemplate(list: Long, drawn: number, of: number, { words }: PictureState, actions: PictureActions) {
  return drawn >= of
    ? nothing
    : html`<button type="button" class="plain rest" @click=${() => actions.drawWhole(list)}>${words.showAll(of)}</button>`;
}

/** The words at some places, on one line. */
export function wordsAt({ text }: PictureState, spans: readonly Span[]): string {
  return spans.map(({ start, end }) => text.slice(start, end)).join(" … ").replace(/\s+/gu, " ").trim();
}

/** Words of the article that lead to where they stand. `most`: UTF-16 code units shown. */
export function placeTemplate(state: PictureState, actions: PictureActions, span: Span, most = 90, shown = wordsAt(state, [span])): TemplateResult {
  return html`<button type="button" class="place quoted" dir="auto" lang=${state.report.language} title=${state.words.show}
    @click=${() => actions.toSpan(span)}>${shorten(shown, most)}</button>`;
}

export function sourceOf({ report }: PictureState, id: Source["id"] | null): Source | null {
  return id === null ? null : (report.sources.find((source) => source.id === id) ?? null);
}

export function attributionOf({ report }: PictureState, id: Attribution["id"] | null): Attribution | null {
  return id === null ? null : (report.attributions.find((attribution) => attribution.id === id) ?? null);
}

/** The mark of a party to the matter: a shape and a word. */
export function partyTemplate({ party }: Source, words: PictureWords) {
  return party ? html`<span class="party-mark"><svg viewBox="0 0 10 10" aria-hidden="true"><path d="M5 0 10 5 5 10 0 5z" /></svg>${words.party}</span>` : nothing;
}

export function nameTemplate(source: Source, { report, words }: PictureState): TemplateResult {
  return html`<span class="name" dir="auto" lang=${report.language}>${capital(source.name, report.language)}</span> ${partyTemplate(source, words)}`;
}

/** A description such as “the analysts” stands at the head of an entry. */
export function capital(name: string, language: string): string {
  const [first = ""] = name;
  // A language without word lists has the tag "und", which is as good as none.
  return first.toLocaleUpperCase(language) + name.slice(first.length);
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

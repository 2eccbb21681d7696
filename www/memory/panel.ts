// The panel of notes, as templates: what has no card, what was dismissed, and what is kept on this machine.
import { html, nothing, type TemplateResult } from "lit";
import type { Span } from "bilan-core";
import { chosenIn } from "../intake/drop";
import { shorten } from "../words/format";
import { stateIcon } from "./icons";
import type { PlacedNote } from "./note";
import { briefTemplate } from "./notes";
import { isSettled } from "./rules";
import type { StoreProblem } from "./store";
import type { Flaw } from "./validate";
import type { MemoryWords } from "./words";

export interface MemoryState {
  /** Id of the document; empty when nothing is kept. */
  document: string;
  placed: readonly PlacedNote[];
  /** Cards that count for progress, and those of them that are settled. */
  progress: { settled: number; of: number };
  /** A card without a note is chosen. */
  attachable: boolean;
  dismissals: ReadonlyMap<string, number>;
  documents: readonly { document: string; title: string; saved: string }[];
  titles: ReadonlyMap<string, string>;
  problem: StoreProblem | null;
  unreadable: number;
  /** Asked whether to forget. */
  asking: boolean;
  /** What became of the last import or of forgetting. */
  outcome: Outcome | null;
  quote(words: string): string;
  /** BCP 47 tag of the text. */
  language: string;
  /** The text was read: what is not on a card is not flagged. */
  read: boolean;
}

export type Outcome = { imported: number } | { flaws: Flaw[] } | { forgotten: boolean };

export interface MemoryActions {
  toSpan(span: Span): void;
  remove(id: string): void;
  attach(id: string): void;
  export(): void;
  import(file: File): void;
  ask(asking: boolean): void;
  forget(): void;
}

export function memoryTemplate(state: MemoryState, words: MemoryWords, actions: MemoryActions): TemplateResult {
  const { placed, dismissals, titles } = state;
  return html`<div class="memory" part="memory">
    ${storageTemplate(state, words, actions)}
    <p>${placed.length === 0 ? words.none : words.progress(state.progress.settled, state.progress.of)}</p>
    ${othersTemplate(state, words, actions)}
    ${dismissals.size === 0
      ? nothing
      : html`<section aria-labelledby="dismissed-title"><h3 id="dismissed-title">${words.dismissed}</h3>
          <p class="about">${words.dismissedHint}</p>
          <ul class="dismissed" role="list">${[...dismissals]
            .sort((a, b) => b[1] - a[1])
            .map(([check, n]) => html`<li data-check=${check}><span>${titles.get(check) ?? check}</span> <b>${words.times(n)}</b></li>`)}</ul>
        </section>`}
    ${keptTemplate(state, words, actions)}
  </div>`;
}

/** Why notes are not kept, with the way to keep them nonetheless; nothing while all is well. */
export function storageTemplate(
  { document, placed, problem, unreadable }: Pick<MemoryState, "document" | "placed" | "problem" | "unreadable">,
  words: MemoryWords,
  actions: Pick<MemoryActions, "export">,
) {
  // Without an id there is nothing to lose before the first note.
  const said = problem ? words.problem[problem] : document === "" && placed.length > 0 ? words.notKept : null;
  return html`<div role="status">${said === null
      ? nothing
      : html`<div class="notice" part="storage" data-problem=${problem ?? "none"}><p>${said}</p>
          <button type="button" class="plain" data-export @click=${() => actions.export()}>${words.export}</button></div>`}
    ${unreadable > 0 ? html`<p class="notice">${words.unreadable(unreadable)}</p>` : nothing}</div>`;
}

/** Notes without a card: their words cannot be found, or are flagged no more. */
function othersTemplate(state: MemoryState, words: MemoryWords, actions: MemoryActions) {
  const lost = state.placed.filter(({ span }) => span === null);
  const quiet = state.placed.filter(({ span, card }) => state.read && span !== null && card === null);
  return html`
    ${listTemplate("orphans", words.orphans, words.orphansHint, lost, state, words, actions)}
    ${listTemplate("unflagged", words.unflagged, words.unflaggedHint, quiet, state, words, actions)}`;
}

function listTemplate(id: string, title: string, hint: string, notes: PlacedNote[], state: MemoryState, words: MemoryWords, actions: MemoryActions) {
  if (notes.length === 0) return nothing;
  return html`<section class="others" aria-labelledby="${id}-title"><h3 id="${id}-title">${title}</h3>
    <p class="about">${hint}</p>
    <ul class=${id} role="list">
      ${notes.map(({ note, span }) => {
        const quoted = state.quote(shorten(note.anchor.exact, 110));
        return html`<li data-note=${note.id}>
          <p class="quoted" dir="auto" lang=${state.language}>${quoted}</p>
          <p class="grade state-${note.state}">${stateIcon(note.state)}${words.states[note.state]}</p>
          ${briefTemplate(note, words)}
          <p class="row">
            ${span === null
              ? nothing
              : html`<button type="button" class="plain" aria-label=${words.about(words.showInText, quoted)} @click=${() => actions.toSpan(span)}>${words.showInText}</button>`}
            <button type="button" class="plain" data-attach ?disabled=${!state.attachable} title=${state.attachable ? nothing : words.attachHint}
              aria-label=${words.attachLong(quoted)} @click=${() => actions.attach(note.id)}>${words.attach}</button>
            <button type="button" class="plain" data-remove aria-label=${words.removeLong(quoted)} @click=${() => actions.remove(note.id)}>${words.remove}</button>
          </p>
        </li>`;
      })}
    </ul>
  </section>`;
}

function keptTemplate(state: MemoryState, words: MemoryWords, actions: MemoryActions) {
  const { document, documents, asking, placed } = state;
  return html`<section class="kept" aria-labelledby="kept-title"><h3 id="kept-title">${words.documents}</h3>
    <p class="about">${words.keptHere}</p>
    ${documents.length === 0
      ? nothing
      : html`<ul class="documents" role="list">${documents.map(
          (one) => html`<li><span dir="auto">${one.title || one.document}</span> ${one.document === document ? html`<b>${words.thisOne}</b>` : nothing}
            <span class="saved">${words.savedAt(new Date(one.saved))}</span></li>`,
        )}</ul>`}
    <p class="row">
      <button type="button" class="plain" data-export @click=${() => actions.export()}>${words.export}</button>
      <label class="plain file">${words.import}
        <input class="hidden" id="import" type="file" accept=".json,application/json" @change=${(event: Event) => {
          const file = chosenIn(event);
          if (file) actions.import(file);
        }} /></label>
    </p>
    ${asking
      ? html`<div class="notice" role="group" aria-labelledby="forget-question"><p id="forget-question">${words.forgetQuestion(placed.length)}</p>
          <p class="row"><button type="button" class="plain" id="forget-no" @click=${() => actions.ask(false)}>${words.forgetNo}</button>
            <button type="button" class="plain" id="forget-yes" @click=${() => actions.forget()}>${words.forgetYes}</button></p></div>`
      : html`<p class="row"><button type="button" class="plain" id="forget" @click=${() => actions.ask(true)}>${words.forget}</button></p>`}
    <div role="status">${outcomeTemplate(state.outcome, words)}</div>
  </section>`;
}

function outcomeTemplate(outcome: Outcome | null, words: MemoryWords) {
  if (!outcome) return nothing;
  if ("imported" in outcome) return html`<p>${words.imported(outcome.imported)}</p>`;
  if ("forgotten" in outcome) return html`<p>${outcome.forgotten ? words.forgotten : words.forgetFailed}</p>`;
  return html`<div class="notice failed flaws"><p>${words.refused}</p>
    <ul>${outcome.flaws.map(({ kind, where }) => html`<li>${words.flaw[kind](where)}</li>`)}</ul></div>`;
}

/** How far a checker is: cards that an editor should look at, and all others that were noted. */
export function progressOf(placed: readonly PlacedNote[], cards: readonly { index: number; aside: boolean }[]): { settled: number; of: number } {
  const notes = new Map(placed.map(({ card, note }) => [card, note]));
  const counted = cards.filter(({ index, aside }) => !aside || notes.has(index));
  return { settled: counted.filter(({ index }) => { const note = notes.get(index); return note !== undefined && isSettled(note); }).length, of: counted.length };
}

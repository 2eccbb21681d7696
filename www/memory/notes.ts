// The note on a card, as a template: its state, and folded away what it was checked against.
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { shorten } from "../words/format";
import type { CardView } from "../view/view";
import { stateIcon } from "./icons";
import { SOURCE_KINDS, STATES, type Note, type NoteSource, type State } from "./note";
import type { NoteChange, Refusal } from "./rules";
import type { MemoryWords } from "./words";

export interface NoteState {
  card: CardView;
  note: Note | null;
  /** How the words of the card stand in the text now. */
  quote(words: string): string;
  /** BCP 47 tag of the text. */
  language: string;
  /** What a person asked for and was refused; it stays in the fields. */
  refused: Refused | null;
  open: boolean;
  /** The card is the one that the Tab key reaches. */
  reach: number;
  /** Initials that a new note gets. */
  initials: string;
  saved: Saved;
}

/** Whether a note is on the disk, on its way there, or kept in this page alone. */
export type Saved = "saved" | "saving" | "unsaved";

/** A change that was refused. */
export interface Refused {
  why: Refusal;
  state: State;
  source: NoteSource | null;
}

export interface NoteActions {
  change(card: CardView, change: NoteChange): void;
  toggle(card: CardView): void;
  /** Back to the card. */
  leave(card: CardView): void;
}

const EMPTY: NoteSource = { kind: "document", reference: "", obtained: "" };

export function noteTemplate(given: NoteState, words: MemoryWords, actions: NoteActions): TemplateResult {
  const { card, note, refused, open, reach } = given;
  const state = note?.state ?? "to-check";
  // What was asked for stays in the field; the sign beside it says what is.
  const shown = refused?.state ?? state;
  const id = (name: string) => `${name}-${card.index}`;
  // A list of states and buttons is told apart by the words of the cards alone.
  const about = given.quote(shorten(card.words, 60));
  const changedWords = note !== null && note.original !== note.anchor.exact;
  return html`<div class="note state-${state}" part="note" data-state=${state}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== "Escape" || event.isComposing) return;
        event.stopPropagation();
        actions.leave(card);
      }}>
    <div class="note-bar">
      ${stateIcon(state)}
      <select id=${id("state")} class="state" part="state" aria-label=${words.about(words.state, about)} tabindex=${reach} aria-invalid=${refused ? "true" : nothing}
        aria-describedby=${refused ? id("refusal") : nothing}
        @change=${(event: Event) => actions.change(card, { state: (event.currentTarget as HTMLSelectElement).value as State })}>
        ${STATES.map((one) => html`<option value=${one} .selected=${live(one === shown)}>${words.states[one]}</option>`)}
      </select>
      <button type="button" class="plain" id=${id("note-toggle")} tabindex=${reach} aria-expanded=${open} aria-controls=${id("note-fields")}
        aria-label=${words.about(open ? words.close : words.open, about)} @click=${() => actions.toggle(card)}>${open ? words.close : words.open}</button>
    </div>
    ${refused ? html`<p class="notice failed refusal" id=${id("refusal")} role="alert">${words.refusal[refused.why]}</p>` : nothing}
    ${shown === "unverifiable" ? html`<p class="side-note">${words.unverifiableHint}</p>` : nothing}
    ${changedWords ? html`<p class="side-note">${words.wordsChanged} <span class="quoted" dir="auto" lang=${given.language}>${given.quote(note.original)}</span></p>` : nothing}
    <div id=${id("note-fields")} class="note-fields" ?hidden=${!open}>
      ${open ? fieldsTemplate(given, words, actions, id) : nothing}
    </div>
    ${!open && note ? briefTemplate(note, words) : nothing}
    ${note ? savedTemplate(note, given, words) : nothing}
  </div>`;
}

function fieldsTemplate(state: NoteState, words: MemoryWords, actions: NoteActions, id: (name: string) => string) {
  const { card, note, refused, reach } = state;
  const source = refused?.source ?? note?.source ?? EMPTY;
  const change = (change: NoteChange) => actions.change(card, change);
  const sourced = (change: Partial<NoteSource>) => actions.change(card, { source: { ...source, ...change } });
  const value = (event: Event) => (event.currentTarget as HTMLInputElement).value;
  return html`
    <fieldset>
      <legend>${words.source}</legend>
      <label for=${id("kind")}>${words.kind}</label>
      <select id=${id("kind")} tabindex=${reach} @change=${(event: Event) => sourced({ kind: value(event) as NoteSource["kind"] })}>
        ${SOURCE_KINDS.map((kind) => html`<option value=${kind} .selected=${live(kind === source.kind)}>${words.kinds[kind]}</option>`)}
      </select>
      <label for=${id("reference")}>${words.reference}</label>
      <input id=${id("reference")} type="text" dir="auto" maxlength="4000" autocomplete="off" spellcheck="false" tabindex=${reach}
        .value=${live(source.reference)} aria-invalid=${refused ? "true" : nothing}
        aria-describedby="${refused ? `${id("refusal")} ` : ""}${id("reference-hint")}" @input=${(event: Event) => sourced({ reference: value(event) })} />
      <p class="side-note" id=${id("reference-hint")}>${words.referenceHint}</p>
      <label for=${id("obtained")}>${words.obtained}</label>
      <input id=${id("obtained")} type="date" tabindex=${reach} max="9999-12-31" .value=${live(source.obtained)}
        @change=${(event: Event) => sourced({ obtained: value(event) })} />
    </fieldset>
    <label for=${id("note")}>${words.note}</label>
    <textarea id=${id("note")} rows="3" dir="auto" maxlength="50000" tabindex=${reach} .value=${live(note?.note ?? "")}
      @input=${(event: Event) => change({ note: value(event) })}></textarea>
    <label for=${id("whom")}>${words.whom}</label>
    <input id=${id("whom")} type="text" dir="auto" maxlength="500" autocomplete="off" tabindex=${reach} .value=${live(note?.whom ?? "")}
      @input=${(event: Event) => change({ whom: value(event) })} />
    <label for=${id("initials")}>${words.initials}</label>
    <input id=${id("initials")} type="text" maxlength="500" autocomplete="off" spellcheck="false" tabindex=${reach}
      .value=${live(note?.initials || state.initials)} @input=${(event: Event) => change({ initials: value(event) })} />`;
}

/** What a folded note holds, in one line. */
export function briefTemplate({ source, note, whom }: Note, words: MemoryWords) {
  const parts = [source?.reference ? `${words.kinds[source.kind]}, ${source.reference}` : "", note, whom && `${words.whom} – ${whom}`];
  const brief = parts.filter(Boolean);
  return brief.length === 0 ? nothing : html`<p class="brief" dir="auto">${brief.join(" · ")}</p>`;
}

function savedTemplate({ initials, time }: Note, { saved }: NoteState, words: MemoryWords) {
  const said = saved === "unsaved" ? words.unsaved : saved === "saved" ? words.savedAt(new Date(time)) : "";
  return html`<p class="saved">${[initials, said].filter(Boolean).join(" · ")}</p>`;
}

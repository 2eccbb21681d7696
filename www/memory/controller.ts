// Binds a checker's memory to the element: what is drawn of it, its keys, and when it is written.
import { html, nothing, type ReactiveController, type ReactiveControllerHost } from "lit";
import type { Span } from "bilan-core";
import { focusFirst } from "../view/focus";
import { cardOf } from "../view/keys";
import type { CardView, View } from "../view/view";
import type { Edit } from "../fields/edit";
import { strings, type Interface } from "../words/strings";
import { MAX_LENGTH } from "../intake/files";
import { Memory } from "./memory";
import type { PlacedNote, Session } from "./note";
import { noteTemplate, type NoteActions, type Refused } from "./notes";
import { memoryTemplate, progressOf, storageTemplate, type MemoryActions, type Outcome } from "./panel";
import { isSettled, type NoteChange } from "./rules";
import { memoryWords, type MemoryWords } from "./words";

/** Where the initials of whoever works in this browser are remembered. */
const INITIALS = "bilan-initials";

/** What the memory needs to know of the element. */
export interface MemoryHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly isConnected: boolean;
  readonly documentId: string;
  readonly keepText: boolean;
}

export interface MemoryAround {
  interface(): Interface;
  titles(): ReadonlyMap<string, string>;
  /** The chosen card. */
  selected(): number | null;
  toSpan(span: Span): void;
  toCard(index: number): void;
  /** Shows the article as it was kept, where there is none yet. */
  restore(text: string): void;
  /** Has the browser save the notes as a file. */
  save(session: Session): void;
  /** What was noted is another. */
  noted(): void;
}

export class MemoryController implements ReactiveController {
  readonly memory = new Memory({ changed: () => this.#changed() });

  /** Id of the document whose notes are there; null while there are none to be. */
  #opened: string | null = null;
  #restored = false;
  #view: View | null = null;
  #open: CardView | null = null;
  /** By note id. */
  readonly #refused = new Map<string, Refused>();
  #initials = stored(INITIALS);
  #documents: { document: string; title: string; saved: string }[] = [];
  #listed = "";
  #asking = false;
  #outcome: Outcome | null = null;
  #off = new AbortController();

  constructor(readonly host: MemoryHost, readonly around: MemoryAround) {
    host.addController(this);
  }

  get placed(): readonly PlacedNote[] {
    return this.memory.placed;
  }

  /** Cards in which nothing is left to do. */
  get settled(): ReadonlySet<number> {
    return new Set(this.placed.flatMap(({ card, note }) => (card !== null && isSettled(note) ? [card] : [])));
  }

  get words(): MemoryWords {
    return memoryWords[this.around.interface()];
  }

  hostConnected(): void {
    const { signal } = (this.#off = new AbortController());
    addEventListener("pagehide", () => void this.memory.flush(), { signal });
    document.addEventListener("visibilitychange", () => void (document.visibilityState === "hidden" ? this.memory.flush() : this.memory.refresh()), { signal });
  }

  hostDisconnected(): void {
    this.#off.abort();
  }

  hostUpdated(): void {
    const { documentId, keepText, isConnected } = this.host;
    this.memory.keepText = keepText;
    if (!isConnected || documentId === this.#opened) return;
    this.#opened = documentId;
    this.#refused.clear();
    this.#open = this.#outcome = null;
    this.#asking = this.#restored = false;
    void this.memory.open(documentId);
    // At once: the fields of the last document must not take another key.
    this.host.requestUpdate();
  }

  // What a host asks for by script

  /** Notes something on the card at `index`. Throws an `Error` of one sentence when there is none, and for what is refused. */
  note(index: number, change: NoteChange): void {
    const card = this.#view?.cards[index];
    if (!card) throw new Error(this.words.noCard(index));
    const why = this.memory.set(card, change);
    if (why !== null) throw new Error(this.words.refusal[why]);
  }

  /** Takes in the JSON of a session. Throws an `Error` of one sentence for anything else. */
  take(json: string): void {
    const taken = this.memory.import(json);
    const [flaw] = "flaws" in taken ? taken.flaws : [];
    if (flaw) throw new Error(`${this.words.refused} ${this.words.flaw[flaw.kind](flaw.where)}`);
    this.#bringBack(taken);
  }

  /** An article that came with the notes is shown where there is none yet. */
  #bringBack(taken: ReturnType<Memory["import"]>): void {
    if ("imported" in taken && taken.text !== null) this.around.restore(taken.text);
  }

  /** Deletes everything that is kept about this document; false when the storage cannot be reached. */
  async forget(): Promise<boolean> {
    const forgotten = await this.memory.forget();
    this.#refused.clear();
    this.#changed();
    return forgotten;
  }

  /** The element is out of the page for good. */
  stop(): void {
    this.#opened = null;
    this.memory.close();
  }

  edited(edit: Edit, text: string, view: View | null): void {
    this.memory.edited(edit, text);
    this.#view = view;
  }

  /** Another reading of the text is there. */
  place(text: string, view: View | null, title: string): void {
    const open = this.#open && this.memory.on(this.#open);
    this.memory.place(text, view, title);
    this.#view = view;
    // The fields stay open on the note that was open, whatever its card is called now.
    const card = this.placed.find(({ note }) => note.id === open?.id)?.card ?? null;
    this.#open = (card === null ? view?.cards.find(({ words }) => words === this.#open?.words) : view?.cards[card]) ?? null;
  }

  // Drawing

  readonly card = (card: CardView, reach: number): unknown => {
    const note = this.memory.on(card);
    return noteTemplate(
      {
        card,
        note,
        reach,
        quote: this.#quote,
        language: this.#view?.report.language ?? "",
        refused: (note && this.#refused.get(note.id)) ?? null,
        open: this.#open?.index === card.index,
        initials: this.#initials,
        saved: note ? this.memory.savedOf(note.id) : "saved",
      },
      this.words,
      this.#noteActions,
    );
  };

  /** What stands above the cards: why notes are not kept, and how far a checker is. */
  above(): unknown {
    const { document, problem, unreadable } = this.memory;
    const { settled, of } = progressOf(this.placed, this.#view?.cards ?? []);
    return html`${storageTemplate({ document, placed: this.placed, problem, unreadable }, this.words, this.#actions)}
      ${this.placed.length === 0 ? nothing : html`<p class="progress" part="progress">${this.words.progress(settled, of)}</p>`}`;
  }

  panel(): unknown {
    const { document, dismissals, problem, unreadable } = this.memory;
    const chosen = this.#view?.cards[this.around.selected() ?? -1];
    return memoryTemplate(
      {
        document,
        dismissals,
        problem,
        unreadable,
        placed: this.placed,
        progress: progressOf(this.placed, this.#view?.cards ?? []),
        attachable: chosen !== undefined && chosen.span !== null && this.memory.on(chosen) === null,
        documents: this.#documents,
        titles: this.around.titles(),
        asking: this.#asking,
        outcome: this.#outcome,
        quote: this.#quote,
        language: this.#view?.report.language ?? "",
        read: this.#view !== null,
      },
      this.words,
      this.#actions,
    );
  }

  get #quote(): (words: string) => string {
    return strings[this.around.interface()].quote;
  }

  // Keys

  /** A key on a card: S to its state, N to its note. True when it was one of these. */
  cardKey(event: KeyboardEvent): boolean {
    const card = this.#view?.cards[cardOf(event) ?? -1];
    if (!card) return false;
    const key = event.key.toLowerCase();
    if (key !== "s" && key !== "n") return false;
    event.preventDefault();
    if (key === "n") this.#open = card;
    void this.#focus(key === "s" ? `#state-${card.index}` : `#note-${card.index}`);
    return true;
  }

  /** What is there of the panel goes with the last note of an article that is not there yet: then on to its field. */
  #focus(...selectors: string[]): Promise<void> {
    return focusFirst(this.host, ...selectors, "#tab-notes", "textarea#text");
  }

  // What a person does

  readonly #noteActions: NoteActions = {
    change: (card, change) => this.#change(card, change),
    toggle: (card) => {
      this.#open = this.#open?.index === card.index ? null : card;
      this.host.requestUpdate();
    },
    leave: (card) => {
      this.#open = null;
      this.host.requestUpdate();
      this.around.toCard(card.index);
    },
  };

  #change(card: CardView, change: NoteChange): void {
    if (change.initials !== undefined) this.#remember(change.initials);
    let note = this.memory.on(card);
    const before = note && this.#refused.get(note.id);
    // What was refused before is asked for again together with what was added to it.
    const asked = { ...(before && { state: before.state, source: before.source ?? note!.source }), ...change };
    const signed = note?.initials || this.#initials === "" ? asked : { initials: this.#initials, ...asked };
    const why = this.memory.set(card, signed);
    if (why === null) {
      note = this.memory.on(card);
      if (note) this.#refused.delete(note.id);
      this.host.requestUpdate();
      return;
    }
    // There is a note from now on, so that nothing of what is typed is lost; only what is refused is held back.
    const { state, source, ...rest } = signed;
    const kept = note?.state === "confirmed" ? rest : { ...rest, ...(source !== undefined && { source }) };
    this.memory.set(card, kept);
    note = this.memory.on(card);
    if (!note) return;
    this.#refused.set(note.id, { why, state: state ?? note.state, source: source ?? note.source });
    this.#open = card;
    void this.#toReference(card, change);
  }

  /** Somebody who chose “Confirmed” has to give a reference next. */
  async #toReference(card: CardView, change: NoteChange): Promise<void> {
    if (change.state !== undefined) await this.#focus(`#reference-${card.index}`);
    else this.host.requestUpdate();
  }

  #remember(initials: string): void {
    this.#initials = initials;
    try {
      localStorage.setItem(INITIALS, initials);
    } catch {
      // Where nothing may be kept, they are typed again next time.
    }
  }

  readonly #actions: MemoryActions = {
    toSpan: (span) => this.around.toSpan(span),
    remove: (id) => this.#leave(id, () => this.memory.remove(id)),
    attach: (id) => {
      const card = this.#view?.cards[this.around.selected() ?? -1];
      if (card) this.#leave(id, () => this.memory.attach(id, card));
    },
    export: () => this.around.save(this.memory.export()),
    import: (file) => void this.#import(file),
    ask: (asking) => {
      this.#asking = asking;
      this.#outcome = null;
      void this.#focus(asking ? "#forget-no" : "#forget");
    },
    forget: () => void this.#forget(),
  };

  /** Takes a note off its list: the focus goes to the next one there, or the one before. */
  #leave(id: string, act: () => void): void {
    const entry = this.host.renderRoot.querySelector(`.others [data-note="${CSS.escape(id)}"]`);
    const next = (entry?.nextElementSibling ?? entry?.previousElementSibling)?.getAttribute("data-note");
    act();
    void this.#focus(...(next ? [`.others [data-note="${CSS.escape(next)}"] [data-remove]`] : []), "#forget");
  }

  async #import(file: File): Promise<void> {
    // Four bytes for a code unit and room for the notes: nothing that was handed on is larger.
    const flaws = file.size > 8 * MAX_LENGTH ? [{ kind: "long" as const, where: file.name }] : null;
    const taken = flaws ? { flaws } : this.memory.import(await file.text());
    this.#outcome = taken;
    this.#bringBack(taken);
    this.host.requestUpdate();
  }

  async #forget(): Promise<void> {
    const forgotten = await this.forget();
    this.#asking = false;
    this.#outcome = { forgotten };
    await this.#focus("#forget");
  }

  #changed(): void {
    const { ready, keptText, keepText } = this.memory;
    if (ready && !this.#restored) {
      this.#restored = true;
      if (keepText && keptText) this.around.restore(keptText);
    }
    void this.#list();
    this.around.noted();
    this.host.requestUpdate();
  }

  /** The list of documents is another one only when this one comes or goes. */
  async #list(): Promise<void> {
    const { document, ready, notes } = this.memory;
    const key = `${document} ${ready} ${notes.length > 0} ${notes.every(({ id }) => this.memory.savedOf(id) === "saved")}`;
    if (key === this.#listed) return;
    this.#listed = key;
    this.#documents = await this.memory.list().catch(() => []);
    this.host.requestUpdate();
  }
}

function stored(key: string): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

// What a checker noted about one document: kept on this machine, placed in the text, handed on and taken in.
import type { CardView, View } from "../element/view";
import type { Edit } from "../fields/edit";
import { anchorOf, findAnchor, sameAnchor } from "./anchor";
import type { Anchor, Note, PlacedNote, Session } from "./note";
import type { Saved } from "./notes";
import { checksOf, placed, Places } from "./place";
import { changed, dismissedBetween, later, localTime, merged, newId, sameNote, titleOf, type NoteChange, type Refusal } from "./rules";
import { Saver, type Keep, type Written } from "./saver";
import { problemOf, Store, type DocumentRecord, type StoreProblem } from "./store";
import { Tabs } from "./tabs";
import { parseSession, readNote, type Flaw } from "./validate";

/** Pause before places that only moved are written, in milliseconds: they are found again without. */
const MOVED = 1000;

export interface MemoryOptions {
  /** Called whenever notes, places, counts or problems are others. */
  changed(): void;
  /** Opens the place where things are kept. */
  open?: (lost: (problem: StoreProblem) => void) => Promise<Keep>;
  now?: () => Date;
}

export class Memory {
  /** Id of the document, as the host names it; empty when nothing is kept. */
  document = "";
  /** What was kept has been read, or could not be. */
  ready = false;
  /** The article is kept as well. */
  keepText = false;
  /** The article as it was kept. */
  keptText: string | null = null;
  /** Notes that lie on this machine but cannot be read; they are left as they are. */
  unreadable = 0;
  /** How often each check was dismissed on this machine, by id. */
  dismissals: ReadonlyMap<string, number> = new Map();
  /** Every note in its place, in the order in which they were made. */
  placed: PlacedNote[] = [];

  readonly #options: Required<MemoryOptions>;
  readonly #notes = new Map<string, Note>();
  readonly #places = new Places();
  /** Notes on other documents that could not be written, by document. */
  readonly #left = new Map<string, Note[]>();
  #problem: StoreProblem | null = null;
  #store: Keep | null = null;
  #saver: Saver | null = null;
  #tabs: Tabs | null = null;
  #text = "";
  #title = "";
  #view: View | null = null;
  /** Notes whose places moved since they were written. */
  readonly #stale = new Set<string>();
  #moved: ReturnType<typeof setTimeout> | undefined;
  #round = 0;
  /** When something was last noted here; what is handed on says so. */
  #changedAt: Date;

  constructor(options: MemoryOptions) {
    this.#options = { open: (lost) => Store.open(lost), now: () => new Date(), ...options };
    this.#changedAt = this.#options.now();
  }

  get notes(): readonly Note[] {
    return [...this.#notes.values()];
  }

  /** Why nothing is kept at the moment; what was noted is still there until the page is closed. */
  get problem(): StoreProblem | null {
    return this.#problem ?? this.#saver?.problem ?? null;
  }

  /** Whether a note is on the disk, on its way there, or kept in this page alone. */
  savedOf(id: string): Saved {
    if (!this.#saver || this.problem) return "unsaved";
    return this.#saver.holds(id) ? "saving" : "saved";
  }

  /** Turns to another document, and reads what is kept of it. An empty id: nothing is kept. */
  async open(document: string): Promise<void> {
    const round = ++this.#round;
    this.#leave();
    this.document = document;
    this.#places.clear();
    this.#problem = this.keptText = null;
    this.unreadable = 0;
    this.ready = document === "";
    for (const note of this.#left.get(document) ?? []) this.#notes.set(note.id, note);
    this.#left.delete(document);
    this.#place();
    if (document === "") return this.#options.changed();
    try {
      const store = await this.#options.open((problem) => this.#lost(problem));
      if (round !== this.#round) return store.close();
      this.#store = store;
      const found = await store.read(document);
      const dismissals = await store.dismissals();
      if (round !== this.#round) return;
      this.dismissals = dismissals;
      this.#take(found.record, found.notes);
    } catch (error) {
      if (round !== this.#round) return;
      this.#problem = problemOf(error);
    }
    this.ready = true;
    this.#place();
    this.#options.changed();
  }

  /** Lets go of everything; what waits is still written. */
  close(): void {
    this.#round++;
    this.#leave();
    this.ready = false;
  }

  /** Reads again what is kept: another tab may have written while this one was asleep. */
  async refresh(): Promise<void> {
    const store = this.#saver?.store;
    if (!store) return;
    try {
      const { notes } = await store.read(this.document);
      this.dismissals = await store.dismissals();
      for (const note of notes.flatMap((value) => readNote(value) ?? [])) {
        const own = this.#notes.get(note.id);
        if (!own || (!this.#saver?.holds(note.id) && later(note, own))) this.#notes.set(note.id, note);
      }
    } catch (error) {
      this.#problem = problemOf(error);
    }
    this.#place();
    this.#options.changed();
  }

  // The text

  /** The text was edited; `text` is what it is now. */
  edited(edit: Edit, text: string): void {
    this.#text = text;
    this.#places.edited(edit);
  }

  /** Puts every note in its place in `text`, of which `view` is the reading. */
  place(text: string, view: View | null, title = ""): PlacedNote[] {
    const other = text !== this.#text || title !== this.#title;
    this.#text = text;
    this.#title = title;
    this.#view = view;
    this.#place();
    // A text on which nothing was noted leaves no trace on the machine.
    if (this.keepText && this.#notes.size > 0 && (other || text !== this.keptText)) {
      this.keptText = text;
      this.#saver?.write();
    }
    return this.placed;
  }

  /** The note on a card. */
  on(card: CardView): Note | null {
    return this.placed.find((one) => one.card === card.index)?.note ?? null;
  }

  // What a person does

  /** Changes the note of a card, or makes one. Gives back why that is refused; then nothing has changed. */
  set(card: CardView, change: NoteChange): Refusal | null {
    const note = this.on(card);
    return note ? this.change(note.id, change) : this.#keep(this.#blank(card), change, card.span);
  }

  /** Changes a note, wherever its words are. */
  change(id: string, change: NoteChange): Refusal | null {
    const note = this.#notes.get(id);
    return note ? this.#keep(note, change, undefined) : null;
  }

  /** Puts a note whose words are gone, or are flagged no more, on the words of a card. */
  attach(id: string, card: CardView): void {
    const note = this.#notes.get(id);
    if (!note || !card.span) return;
    this.#keep({ ...note, anchor: anchorOf(this.#text, card.span), checks: checksOf(card) }, {}, card.span);
  }

  remove(id: string): void {
    const note = this.#notes.get(id);
    if (!note) return;
    this.#notes.delete(id);
    this.#changedAt = this.#options.now();
    this.#places.forget(id);
    this.#count(dismissedBetween(note, null));
    this.#saver?.remove(id);
    this.#place();
    this.#options.changed();
  }

  /** Deletes everything that is kept of this document on this machine. False when that failed; then nothing is deleted. */
  async forget(): Promise<boolean> {
    clearTimeout(this.#moved);
    try {
      if (this.#saver) await this.#saver.forget(this.document);
      else await this.#store?.forget(this.document);
    } catch (error) {
      this.#problem = problemOf(error);
      this.#options.changed();
      return false;
    }
    this.#tabs?.tellForgotten();
    this.#forgotten();
    return true;
  }

  /** Takes in what another machine handed on: all of it, or nothing and what is wrong with it. A note that is here already stays if it is the later one. */
  import(json: string): { imported: number; text: string | null } | { flaws: Flaw[] } {
    const read = parseSession(json);
    if ("flaws" in read) return read;
    for (const note of read.session.notes) {
      const own = this.#notes.get(note.id);
      if (own && !later(note, own)) continue;
      this.#notes.set(note.id, note);
      this.#places.forget(note.id);
      this.#saver?.put(note, own?.time ?? null);
    }
    this.#places.expect();
    this.#place();
    this.#options.changed();
    return { imported: read.session.notes.length, text: read.session.text };
  }

  export(): Session {
    return { ...this.#record(), notes: [...this.notes], saved: localTime(this.#changedAt) };
  }

  /** The documents that are kept on this machine, the latest first. */
  async list(): Promise<{ document: string; title: string; saved: string }[]> {
    const all = (await this.#store?.documents()) ?? [];
    return all
      .flatMap((value) => {
        const { document, title, saved } = (value ?? {}) as Partial<DocumentRecord>;
        return typeof document === "string" ? { document, title: String(title ?? ""), saved: String(saved ?? "") } : [];
      })
      .sort((a, b) => (a.saved < b.saved ? 1 : -1));
  }

  /** Resolves when everything is written, or cannot be. */
  async flush(): Promise<void> {
    this.#writeMoved();
    await this.#saver?.settled();
  }

  // Within

  #blank(card: CardView): Note {
    // Between an edit and the next reading a card may have lost its place, but not its words.
    const words = { exact: card.words, prefix: "", suffix: "", start: 0, end: card.words.length };
    const span = card.span ?? findAnchor(this.#text, words);
    const note = { state: "to-check", source: null, note: "", whom: "", initials: "", time: "" } as const;
    const anchor: Anchor = span ? anchorOf(this.#text, span) : words;
    return { ...note, id: newId(), anchor, checks: checksOf(card), original: anchor.exact };
  }

  /** `span`: where it stands, when that is another place than before. */
  #keep(before: Note, change: NoteChange, span: CardView["span"] | undefined): Refusal | null {
    const after = changed(before, change, this.#options.now());
    if (typeof after === "string") return after;
    const known = this.#notes.get(before.id) ?? null;
    this.#changedAt = new Date(after.time);
    this.#notes.set(after.id, after);
    if (span !== undefined) this.#places.set(after.id, span);
    this.#count(dismissedBetween(known, after));
    this.#saver?.put(after, known?.time ?? null);
    this.#assign();
    this.#options.changed();
    return null;
  }

  #count(changes: ReadonlyMap<string, number>): void {
    if (changes.size === 0) return;
    const counts = new Map(this.dismissals);
    for (const [check, by] of changes) counts.set(check, Math.max(0, (counts.get(check) ?? 0) + by));
    this.dismissals = new Map([...counts].filter(([, n]) => n > 0));
    this.#saver?.dismissed(changes);
  }

  /** Finds every note in the text; anchors that are others now are written after a while. */
  #place(): void {
    if (this.#text !== "") {
      for (const [id, anchor] of this.#places.find(this.#text, this.#notes.values())) {
        const note = this.#notes.get(id);
        if (!note || sameAnchor(note.anchor, anchor)) continue;
        this.#notes.set(id, { ...note, anchor });
        this.#stale.add(id);
      }
      if (this.#stale.size > 0) {
        clearTimeout(this.#moved);
        this.#moved = setTimeout(() => this.#writeMoved(), MOVED);
      }
    }
    this.#assign();
  }

  #writeMoved(): void {
    clearTimeout(this.#moved);
    for (const id of this.#stale) {
      const note = this.#notes.get(id);
      if (note) this.#saver?.put(note, note.time);
    }
    this.#stale.clear();
  }

  #assign(): void {
    this.placed = placed(this.notes, this.#view, (note) => this.#places.of(note));
  }

  /** Takes over what was found in the store. */
  #take(record: unknown, notes: unknown[]): void {
    const store = this.#store!;
    const { schema, text } = (record ?? { schema: 1 }) as Partial<DocumentRecord>;
    // Another version wrote it: it is neither read nor written over.
    if (schema !== 1) {
      this.#problem = "broken";
      return;
    }
    this.keptText = typeof text === "string" ? text : null;
    const early = this.notes;
    for (const value of notes) {
      const note = readNote(value);
      const own = note && this.#notes.get(note.id);
      if (note) this.#notes.set(note.id, own && !sameNote(own, note) ? merged(own, note) : note);
      else this.unreadable++;
    }
    this.#tabs = new Tabs(this.document, {
      changed: (put, removed) => this.#changedElsewhere(put, removed),
      forgotten: () => this.#forgotten(),
    });
    this.#saver = new Saver(store, () => this.#record(), (put, removed) => {
      this.#tabs?.tell(put, removed);
      this.#options.changed();
    });
    for (const { id } of early) this.#saver.put(this.#notes.get(id)!, null);
  }

  #changedElsewhere(put: Written[], removed: string[]): void {
    for (const { note, base } of put) {
      const own = this.#notes.get(note.id);
      if (own && sameNote(own, note)) continue;
      const both = own && own.time !== base ? merged(own, note) : note;
      this.#notes.set(note.id, both);
      // Both tabs come to the same note by themselves; only one that differs from what was written has to be.
      if (!sameNote(both, note)) this.#saver?.put(both, note.time);
    }
    for (const id of removed) {
      if (this.#saver?.holds(id)) continue;
      this.#notes.delete(id);
      this.#places.forget(id);
    }
    void this.#store?.dismissals().then((dismissals) => {
      this.dismissals = dismissals;
      this.#options.changed();
    }, () => undefined);
    this.#place();
    this.#options.changed();
  }

  #forgotten(): void {
    this.#notes.clear();
    this.#places.clear();
    this.#stale.clear();
    this.unreadable = 0;
    this.keptText = this.#text; // not written again before it is another one
    this.#place();
    this.#options.changed();
  }

  #record(): DocumentRecord {
    const title = this.#title || titleOf(this.#text);
    const text = this.keepText ? this.#text : null;
    return { schema: 1, document: this.document, title, text, saved: localTime(this.#options.now()) };
  }

  #lost(problem: StoreProblem): void {
    this.#problem = problem;
    this.#store = this.#saver = null;
    this.#options.changed();
  }

  /** Lets go of the document. What could not be written is held on to, should it come back. */
  #leave(): void {
    this.#writeMoved();
    const unsaved = this.notes.filter(({ id }) => this.savedOf(id) !== "saved");
    if (unsaved.length > 0) this.#left.set(this.document, unsaved);
    this.#notes.clear();
    this.placed = [];
    this.#tabs?.close();
    const store = this.#store;
    // Closing waits for transactions that were begun, not for those that were not.
    void this.#saver?.settled().then(() => store?.close());
    if (!this.#saver) store?.close();
    this.#store = this.#saver = this.#tabs = null;
  }
}

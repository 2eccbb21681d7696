// Puts notes in their places: with the words through every edit, and on the card that is about those words.
import type { Span } from "bilan-core";
import type { CardView, View } from "../element/view";
import { shift, type Edit } from "../fields/edit";
import { anchorOf, Finder, keepsWords } from "./anchor";
import type { Note, PlacedNote } from "./note";

/** An edit that puts in no more than this cannot bring words back that were gone, but for undoing; UTF-16 code units. */
const SMALL = 32;

/** Where every note stands in one text, from one reading to the next. */
export class Places {
  /** By note id: null while the words cannot be found. */
  readonly #spans = new Map<string, Span | null>();
  /** Notes whose very words were edited since they were last placed. */
  readonly #touched = new Set<string>();
  /** Much was put in: words that differ a little are worth looking for. */
  #much = true;

  /** Moves every note along with an edit of the text. */
  edited(edit: Edit): void {
    if (edit.inserted.length > SMALL) this.#much = true;
    for (const [id, span] of this.#spans) {
      if (!span) continue;
      const moved = shift(span, edit) ?? grown(span, edit);
      if (moved !== null && moved.end - moved.start !== span.end - span.start) this.#touched.add(id);
      if (moved === null) this.#touched.delete(id);
      this.#spans.set(id, moved);
    }
  }

  /** Where `note` stands, as it was last placed and moved since. */
  of(note: Note): Span | null {
    return this.#spans.get(note.id) ?? null;
  }

  /** Notes came from elsewhere: words that differ a little are worth looking for. */
  expect(): void {
    this.#much = true;
  }

  forget(id: string): void {
    this.#spans.delete(id);
    this.#touched.delete(id);
  }

  set(id: string, span: Span | null): void {
    this.#spans.set(id, span);
    this.#touched.delete(id);
  }

  /** Another text: nothing is known of any place. */
  clear(): void {
    this.#spans.clear();
    this.#touched.clear();
    this.#much = true;
  }

  /** Looks for every note in `text`. What is found has its anchor renewed; the notes themselves stay as they are. */
  find(text: string, notes: Iterable<Note>): Map<string, Note["anchor"]> {
    const anchors = new Map<string, Note["anchor"]>();
    let finder: Finder | null = null;
    for (const note of notes) {
      const known = this.#spans.get(note.id);
      const span = known && this.#stands(text, note, known) ? known : (finder ??= new Finder(text)).find(note.anchor, this.#much || known !== null);
      this.set(note.id, span);
      if (span) anchors.set(note.id, anchorOf(text, span));
    }
    this.#much = false;
    return anchors;
  }

  /** Words that were followed key by key may differ more than words that are looked for. */
  #stands(text: string, { id, anchor }: Note, span: Span): boolean {
    const words = text.slice(span.start, span.end);
    if (words === anchor.exact) return true;
    return this.#touched.has(id) && keepsWords(anchor.exact, words, 0.5);
  }
}

/** The span after an edit inside it; null when the edit reaches beyond it. */
function grown(span: Span, edit: Edit): Span | null {
  const removedTo = edit.start + edit.removed;
  if (edit.start < span.start || removedTo > span.end) return null;
  const end = span.end + edit.inserted.length - edit.removed;
  return end > span.start ? { start: span.start, end } : null;
}

/**
 * Puts each note on the card that it belongs to: the one on the same words, else one on overlapping
 * words, if the two have a check in common. No card gets two notes, no note two cards.
 */
export function placed(notes: readonly Note[], view: View | null, spanOf: (note: Note) => Span | null): PlacedNote[] {
  const pairs: { note: Note; card: CardView; fit: number }[] = [];
  for (const note of notes) {
    const span = spanOf(note);
    if (!span || !view) continue;
    for (const card of view.cards) {
      if (!card.span || card.span.start >= span.end || card.span.end <= span.start) continue;
      const common = checksOf(card).some((check) => note.checks.includes(check));
      if (common) pairs.push({ note, card, fit: fit(span, card.span) });
    }
  }
  pairs.sort((a, b) => b.fit - a.fit || Date.parse(b.note.time) - Date.parse(a.note.time));
  const cards = new Map<string, number>();
  const taken = new Set<number>();
  for (const { note, card } of pairs) {
    if (cards.has(note.id) || taken.has(card.index)) continue;
    cards.set(note.id, card.index);
    taken.add(card.index);
  }
  return notes.map((note) => ({ note, span: spanOf(note), card: cards.get(note.id) ?? null }));
}

/** Ids of the checks that flag something on a card. */
export function checksOf(card: CardView): string[] {
  return [...new Set([...card.open, ...card.folded].map(({ flag }) => flag.check))];
}

/** What two overlapping spans share, from 0 to 1; 1 when they are the same. */
function fit(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

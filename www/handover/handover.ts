// What is handed on: the article, its report and what the checker noted, as every format takes it.
import type { Report } from "bilan-core";
import { shorten } from "../element/cards";
import type { CardView, View } from "../element/view";
import type { Note, PlacedNote, Session } from "../memory/note";
import type { Interface } from "../words/strings";

export interface Handover {
  /** Headline, or the first words. */
  title: string;
  /** What the report was read from: every place counts its UTF-16 code units. */
  text: string;
  report: Report;
  /** Every card in reading order with the note on it. */
  cards: { card: CardView; note: Note | null }[];
  /** Notes without a card: the words stand but are flagged no more, or cannot be found. */
  others: PlacedNote[];
  session: Session;
  /** Titles of the checks by id, in the language of the interface. */
  titles: ReadonlyMap<string, string>;
  /** Language of headings and remarks. */
  interface: Interface;
  /** When it was made, ISO 8601. */
  made: string;
}

/** What is known of a document when it is handed on. */
export interface Parts {
  view: View;
  session: Session;
  placed: readonly PlacedNote[];
  titles: ReadonlyMap<string, string>;
  interface: Interface;
}

export function handoverOf({ view, placed, session, ...rest }: Parts): Handover {
  const onCards = new Map<number, Note>();
  const others: PlacedNote[] = [];
  for (const note of placed) {
    if (note.card === null || onCards.has(note.card)) others.push(note);
    else onCards.set(note.card, note.note);
  }
  return {
    ...rest,
    session,
    title: session.title,
    text: view.text,
    report: view.report,
    cards: view.cards.map((card) => ({ card, note: onCards.get(card.index) ?? null })),
    others,
    made: new Date().toISOString(),
  };
}

/** What a person knows an article by: its headline, or the first words of a text without one. */
export function titleOf(heading: string, text: string): string {
  const first = (words: string) => words.trim().split("\n", 1)[0]?.trim() ?? "";
  return first(heading) || shorten(first(text), 80);
}

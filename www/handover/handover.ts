// What is handed on: the article, its report and what the checker noted, as every format takes it.
import type { Report } from "bilan-core";
import type { CardView } from "../element/view";
import type { Note, PlacedNote, Session } from "../memory/note";
import type { Interface } from "../words/strings";

export interface Handover {
  /** Headline, or the first words. */
  title: string;
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

// What a checker keeps about a card, and what of it is written to disk.

/** How far a checker is with a card. `unverifiable`: published as such, and the sentence says so. */
export type State = "to-check" | "asked" | "confirmed" | "corrected" | "softened" | "cut" | "unverifiable" | "not-applicable";

/** In the order of the work. */
export const STATES: readonly State[] = [
  "to-check", "asked", "confirmed", "corrected", "softened", "cut", "unverifiable", "not-applicable",
];

export type NoteSourceKind = "document" | "person" | "recording" | "observation";

export const SOURCE_KINDS: readonly NoteSourceKind[] = ["document", "person", "recording", "observation"];

/** What a card was checked against. */
export interface NoteSource {
  kind: NoteSourceKind;
  /** Address, page, time code, name: whatever leads a second checker to it. */
  reference: string;
  /** When it was obtained, `YYYY-MM-DD`; empty when nobody said. */
  obtained: string;
}

/** Where the words of a note stand, as TextQuoteSelector and TextPositionSelector of the W3C Web Annotation model have it. */
export interface Anchor {
  exact: string;
  /** Up to 32 UTF-16 code units on either side. */
  prefix: string;
  suffix: string;
  /** UTF-16 code units of the text as it was last seen. */
  start: number;
  end: number;
}

/** What is kept about one card. */
export interface Note {
  /** UUID. */
  id: string;
  anchor: Anchor;
  /** Ids of the checks that stood on the card when it was noted. */
  checks: string[];
  state: State;
  /** Never null when `state` is `confirmed`. */
  source: NoteSource | null;
  note: string;
  /** Whom the question goes to, or went to: the writer, the bureau, a named source. */
  whom: string;
  initials: string;
  /** The last change, ISO 8601 with its time zone. */
  time: string;
  /** The words as they stood when they were first noted; `anchor.exact` is how they stand now. */
  original: string;
}

/** Everything that is kept about one document, and the JSON that is handed on and taken in again. */
export interface Session {
  schema: 1;
  /** Id of the document, as the host names it. */
  document: string;
  /** What a person knows the document by: its headline or first words. */
  title: string;
  notes: Note[];
  /** The article itself, only where the page was asked to keep it. */
  text: string | null;
  /** ISO 8601. */
  saved: string;
}

/** A note in the current text. */
export interface PlacedNote {
  note: Note;
  /** Null while its words cannot be found: the note is orphaned, and listed as such. */
  span: { start: number; end: number } | null;
  /** Index of the card it belongs to in `View.cards`; null when the words stand but nothing is flagged on them any more. */
  card: number | null;
}

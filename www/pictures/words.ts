// Everything that the pictures say, in one language. Numbers come in as numbers and go out formatted.
import type { Attribution, FigureKind, SourceKind, VoiceKind } from "bilan-core";
import type { Interface } from "../words/strings";
import { words as en } from "./words.en";
import { words as fr } from "./words.fr";

/** Why a cell has no number. */
export type Blank = "uncounted" | "withheld" | "vague";
/** How figures are put together in the ledger. */
export type Group = "losses" | "people" | "money" | "percent" | "other";

export interface PictureWords {
  /** BCP 47 tag by which numbers and days are written. */
  tag: string;
  titles: { voices: string; figures: string; quotations: string; dates: string };
  quote(words: string): string;
  showAll(n: number): string;
  show: string;
  /** Of a source that is a party to what is reported. */
  party: string;
  /** Something is reported, and nobody is named for it. */
  nobody: string;

  voice: Record<VoiceKind, string>;
  /** One letter on each segment; the paper's own words have none. */
  letter: Record<VoiceKind, string>;
  sourceKind: Record<SourceKind, string>;
  strip: string;
  stripKeys: string;
  stripEmpty: string;
  /** How a segment is announced, and what stands under the strip. */
  place(at: number, of: number): string;
  losses: string;
  /** `parts`: how many of the sentences about losses stand on whose word, the most first. */
  lossesBy(total: number, parts: { by: VoiceKind; n: number }[]): string;
  lossesIn(n: number): string;
  sources: string;
  sentences(n: number): string;
  statements(n: number): string;
  ofText(share: number): string;
  asTable: string;
  column: Record<"number" | "sentence" | "who" | "words" | "value" | "kind" | "source" | "date" | "day", string>;
  yes: string;

  figuresCaption(figures: number, blank: number): string;
  noFigures: string;
  group: Record<Group, string>;
  kind: Record<FigureKind, string>;
  blank: Record<Blank, string>;
  /** What vague words leave open. */
  atLeast(value: string): string;
  noSource: string;
  noDate: string;
  background: string;
  sums: string;
  agrees: string;
  differs: string;
  /** `partial`: the parts are only some of the total. */
  sum(parts: string, computed: string, total: string, partial: boolean, agrees: boolean): string;

  noQuotations: string;
  quotations(n: number): string;
  unattributed: string;
  unattributedNote: string;
  form: Record<Attribution["form"], string>;
  /** Before the name of somebody who passes the words of another on. */
  through: string;
  mismatch: string;

  datesCaption(n: number, open: number): string;
  noDates: string;
  published: string;
  publishedMissing: string;
  fits: string;
  misfit(weekday: string): string;
  misfitUnknown: string;
  /** What a mention needs before its day is known: a publication date, or the day of it. */
  open: string;
  needs: Record<"date" | "day" | "context", string>;
}

export const pictureWords: Record<Interface, PictureWords> = { fr, en };

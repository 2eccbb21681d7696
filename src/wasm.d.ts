/**
 * What one reading of an article gives, and what may be said about the article beforehand.
 * Fields may be added; none is renamed or removed without raising `schema`.
 * The same text with the same options gives the same report, byte for byte.
 */

/** A place in UTF-16 code units, end-exclusive: `text.slice(start, end)` is what is meant. */
export interface Span {
  start: number;
  end: number;
}

/** What the caller says about the text. Everything is optional; an unknown key is an error. */
export interface Options {
  /** BCP 47 tag of the text ("fr", "en-GB"). Detected when absent. */
  language?: string;
  /** BCP 47 tag of messages and questions: the reader's language, not the text's. Default: `language`. */
  messages?: string;
  /** Publication date, `YYYY-MM-DD` or `YYYY-MM`. Weekdays resolve against it. When absent, a leading metadata line such as `date 2024-08` is read. */
  published?: string;
  /** Headline and standfirst: checked against the body when given. */
  title?: string;
  /** Captions: exact substrings of the text. */
  captions?: string[];
  /** The desk's own list; nothing in it is an error. */
  house?: House;
}

/**
 * A desk's own list. An entry that does not fit is told in `problems` of the report, and the rest applies. The same list
 * as a file, JSON or TOML: `examples/house.toml`.
 */
export interface House {
  /** Checks switched off, or on at another severity, by id. */
  checks?: Record<string, "off" | "info" | "warning" | "error">;
  /** Names of parties to what is reported. */
  parties?: string[];
  /** Words that this desk holds to be loaded. */
  loaded?: string[];
  /** Acronyms that need no explanation here. */
  acronyms?: string[];
}

/** Everything that was read and flagged in one text. */
export interface Report {
  /** Version of this shape. */
  schema: 1;
  /** BCP 47 tag of the language that the text was read in; "und" when it is none of those that have word lists. */
  language: string;
  /** "full": the language has its word lists. "basic": only what needs no words was checked, such as quotation marks, dates in figures and sums. */
  coverage: "full" | "basic";
  /** Publication date, as given or as found in the text. */
  published: string | null;
  sentences: Span[];
  /** Who vouches for each of `sentences`, in the same order. */
  voices: Voice[];
  sources: Source[];
  attributions: Attribution[];
  figures: Figure[];
  /** Losses told with no count: the cells of a ledger that stay empty. In reading order. */
  uncounted: Uncounted[];
  /** Totals that the text splits into parts, computed again, in reading order of the totals. */
  sums: Sum[];
  dates: DateMention[];
  claims: Claim[];
  flags: Flag[];
  /** What to show: at most one card to 60 words, three in a text of less than 120, and every error. */
  cards: Card[];
  /** The cards beyond that, the least grave. Every flag is on one card here or in `cards`. */
  folded: Card[];
  /** What was checked and found to agree: a sum that adds up, a weekday that fits its date. */
  consistent: Consistency[];
  /** What is true of the article as a whole: at most three lines, the gravest first. */
  overview: Overview[];
  /** One sentence for each entry of the house list that does not apply, in the language of the messages; mostly empty. */
  problems: string[];
}

/** Who vouches for one sentence: whoever says most of it. */
export interface Voice {
  by: VoiceKind;
  /** Whose word it is; null for the paper's own and for an impersonal turn. */
  source: Source["id"] | null;
  /** What says most of it; null for the paper's own, and where something is told as borrowed without saying from whom. */
  attribution: Attribution["id"] | null;
  /** It tells of people dead, wounded, missing, captured or displaced, counted or not, or that there were none. */
  losses: boolean;
}

export type VoiceKind =
  | "paper" // nobody else: the article says it itself
  | "official" // an office, a state, an army, a court, a firm or another organisation that is no party
  | "party" // a party to what is reported, whatever else it is
  | "person"
  | "media"
  | "document"
  | "collective"
  | "anonymous"; // unnamed, an impersonal turn, or somebody whom the text leaves unclear

/** Someone or something that speaks in the article; one entry per entity. */
export interface Source {
  id: number;
  /** The fullest name or description that the text gives. */
  name: string;
  kind: SourceKind;
  /** Function or office, when the text gives one. */
  role: string | null;
  /** A party to what is reported: a belligerent, the accused, the promoter. */
  party: boolean;
  mentions: Span[];
}

export type SourceKind =
  | "person" // a named expert, witness or private person
  | "official" // holder or spokesperson of an office or organisation, named or not
  | "institution" // state, army, court, company, NGO, UN body
  | "party" // non-state armed group, political camp, politician out of office
  | "media"
  | "document" // communiqué, report, study, data base, court filing
  | "collective" // an uncounted group: analysts, observers, witnesses
  | "anonymous"; // an unnamed individual, "a source", or an impersonal turn

/** One place where something is reported, and on whose word. */
export interface Attribution {
  id: number;
  form: "direct" | "indirect" | "mixed";
  /** The words that name the source here; null when none is named ("reportedly"). */
  source: Span | null;
  speaker: Source["id"] | null;
  /** Reporting words; more than one span when they are discontinuous. */
  cue: Span[];
  /** What is reported, without outer quotation marks and without "que" or "that". */
  content: Span[];
  stance: "asserts" | "concedes" | "accuses" | "denies" | "declines";
  /** The way it was said: "in a statement". */
  channel: Span | null;
  /** The moment it was said: "on Monday". */
  when: Span | null;
  /** The attribution that this one is told through, when it is second-hand. */
  within: Attribution["id"] | null;
}

export interface Figure {
  id: number;
  /** Modifiers, number, and what is counted or the unit: "at least 12 dead". */
  span: Span;
  /** Modifiers and number alone: "at least 12". */
  quantity: Span;
  precision: "exact" | "approximate" | "at-least" | "at-most" | "range" | "vague" | "withheld";
  /** Bounds in the unit of the text. Exact: low = high. Vague: what the words allow. Withheld: null and null. */
  low: number | null;
  high: number | null;
  kind: FigureKind;
  unit: string | null;
  /** The attribution that vouches for it, in its own or an adjacent sentence. */
  attribution: Attribution["id"] | null;
  /** It is about another, earlier event. */
  background: boolean;
  /** The day or period that it is about: index into `dates`; null where the text gives none. Never the day on which it was said. */
  date: number | null;
}

/** Losses told with no number at all, and no count for them beside. */
export interface Uncounted {
  /** They are a figure as well, of the same span, with precision "withheld" and no bounds. */
  figure: Figure["id"];
  span: Span;
  kind: FigureKind;
  attribution: Attribution["id"] | null;
}

/** A total and its parts: "20 wounded: eight children and twelve adults". */
export interface Sum {
  total: Figure["id"];
  parts: Figure["id"][];
  /** What the parts give, in the unit of the text. */
  computed: number;
  /** The parts are said to be only some of the total: "including". */
  partial: boolean;
  /** Whether the parts can make the total; what is said to be rounded need not fit exactly. */
  agrees: boolean;
}

export type FigureKind =
  | "killed"
  | "wounded"
  | "missing"
  | "captured"
  | "displaced"
  | "casualties"
  | "people"
  | "money"
  | "percent"
  | "distance"
  | "duration"
  | "age"
  | "other";

export interface DateMention {
  span: Span;
  /** First and last day meant, ISO 8601; null where the publication date would be needed. */
  from: string | null;
  to: string | null;
  /** The day of the week that the text names, 1 for Monday to 7 for Sunday; null when it names none. */
  weekday: number | null;
}

/** A statement that can be checked. */
export interface Claim {
  id: number;
  span: Span;
  /** 0 to 1: how much a fact-checker would want to check this first. */
  worth: number;
  /** Why, as ids that a page can translate: "casualty-figure", "superlative", "accusation", "unsourced", … */
  reasons: string[];
  attribution: Attribution["id"] | null;
  figures: Figure["id"][];
}

/** Something an editor should be able to answer. */
export interface Flag {
  id: number;
  /** Id of the check. */
  check: string;
  severity: "error" | "warning" | "info";
  span: Span;
  /** What stands there and why it matters, in the language of the messages. */
  message: string;
  /** What would resolve it. */
  question: string;
  /** The newsroom or casualty-recording standard that it rests on. */
  standard: string;
  /** Other places that belong to it: the other figure of a conflict, the fuller quotation. */
  related: Span[];
  /** Its place in `Options.title`, for what headline and body do not share. */
  inTitle: Span | null;
}

/** One card per claim: the flags are its reasons. Both lists of cards come in reading order. */
export interface Card {
  span: Span;
  severity: Flag["severity"];
  /** The gravest first. */
  flags: Flag["id"][];
  claim: Claim["id"] | null;
  /** Place in the order in which an editor should look at the cards, from 0, those folded last. */
  rank: number;
}

/** Something that is true of the whole article: no number at all, every toll from one side. */
export interface Overview {
  id: string;
  /** One line, in the language of the messages. */
  message: string;
  /** The places that it speaks of, in reading order. */
  spans: Span[];
}

/** Something that was checked and found to agree. */
export interface Consistency {
  check: string;
  span: Span;
  message: string;
}

/** Two versions of an article side by side. Fields may be added, as in a report. */
export interface Comparison {
  /** Version of this shape. */
  schema: 1;
  /** BCP 47 tag of the language that both versions were read in: that of the newer one, as in a report. */
  language: string;
  /** "basic": the language has no word lists; sentences are aligned, and few changes are told. */
  coverage: "full" | "basic";
  /** Sentences side by side, in the order of the newer text, what was cut at its old place. Every sentence of either text stands in one row. */
  rows: Row[];
  /** What an editor has to look at, in reading order of the newer text. */
  changes: Change[];
}

/** One sentence of each version; `before` lies in the older text, `after` in the newer one. */
export interface Row {
  /** "same" and "moved" have the same words; typography, spaces and the style of quotation marks do not count. */
  kind: "same" | "moved" | "changed" | "added" | "removed";
  before: Span | null;
  after: Span | null;
}

/** Something that the newer version tells otherwise than the older one. */
export interface Change {
  id: number;
  kind: ChangeKind;
  severity: Flag["severity"];
  /** The place in the older text; null for what is new. */
  before: Span | null;
  /** The place in the newer text. */
  after: Span | null;
  /** What changed, with both wordings, and why it matters, in the language of the messages. */
  message: string;
  /** What would resolve it. */
  question: string;
}

export type ChangeKind =
  | "toll-changed" // another number of the same losses, or an exact one where there was a vague or withheld one, or the reverse
  | "figure-changed" // another number of the same thing that is no toll
  | "bound-dropped" // “at least 12” became “12”; so with “about”, “more than”, “provisional”
  | "bound-added" // “12” became “at least 12”
  | "attribution-lost" // was on somebody's word, stands on the paper's own now
  | "attribution-hardened" // “believes” became “confirms”, a conditional an indicative, an unnamed source a named body
  | "attribution-changed" // the same statement on another source's word
  | "quotation-altered" // other words between quotation marks, or marks around what was a paraphrase; as info, marks taken away
  | "figure-unsourced" // a new figure without a source
  | "losses-uncounted" // new losses without a number
  | "name-changed" // another spelling of a name
  | "date-changed"; // another day for the same statement

/** What a check is, for a list that a person reads. */
export interface CheckInfo {
  id: string;
  title: string;
  severity: Flag["severity"];
  onByDefault: boolean;
  standard: string;
}

/** Reads a text. Throws an `Error` of one sentence when the options make no sense or the text is too long. */
export function check(text: string, options?: Options): Report;

/**
 * Compares two versions of an article. `options` hold for both, but `title`, `captions` and `published` for the newer one.
 * Throws as `check` does.
 */
export function compare(before: string, after: string, options?: Options): Comparison;

/** The checks there are, with titles in `language`. */
export function checks(language: string): CheckInfo[];

/** Tags of the languages that are read in full, sorted. */
export function languages(): string[];

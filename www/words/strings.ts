// What element and page say, and in which language. A word that one language lacks does not compile.
import type { Flag } from "bilan-core";
import type { FailureKind } from "../core/engine";
import type { FileProblem, Notice } from "../intake/files";
import { element as en, page as pageEn } from "./strings.en";
import { element as fr, page as pageFr } from "./strings.fr";

type Severity = Flag["severity"];

/** Languages of the interface. */
export type Interface = "fr" | "en";

/** Everything that the element says, in one language. Numbers come in as numbers and go out formatted. */
export interface Strings {
  article: string;
  placeholder: string;
  openFile: string;
  textKeys: string;
  /** A key asked for a mark beyond the last, or before the first. */
  noFurther: string;
  cards: string;
  /** Name of the tabs beside the text, and of the first of them. */
  panels: string;
  cardsTab: string;
  filter: string;
  everything: string;
  filtered: Record<"open" | "settled", (n: number) => string>;
  cardsKeys: string;
  severity: Record<Severity, string>;
  /** What each severity asks of the editor. */
  meaning: Record<Severity, string>;
  count: Record<Severity, (n: number) => string>;
  /** The words of the text, between the quotation marks of the interface's language. */
  quote(words: string): string;
  /** How a card is announced. */
  card(severity: Severity, words: string): string;
  first: string;
  aside(n: number): string;
  /** Flags that a card does not open with. */
  more(n: number): string;
  showAll(n: number): string;
  consistent(n: number): string;
  showInText: string;
  ask: string;
  standard(name: string): string;
  related: string;
  inTitle: string;
  /** `tag`: BCP 47. */
  readAs(tag: string): string;
  sentences(n: number): string;
  /** `date`: `YYYY-MM-DD` or `YYYY-MM`. */
  published(date: string): string;
  basic: string;
  nothing: string;
  loading: string;
  empty: string;
  reading: string;
  again: string;
  /** `limit`: UTF-16 code units. */
  tooLong(limit: number): string;
  failure: Record<FailureKind, (reason: string) => string>;
  file: Record<FileProblem, string>;
  notice: Record<Notice, string>;
  /** `name`: an id, or what the host called the field. */
  fieldMissing(name: string): string;
  fieldUnfit(name: string): string;
  fieldGone(): string;
  badLanguage: string;
  badDate: string;
}

/** What the page around the element says. */
export interface PageStrings {
  title: string;
  claim: string;
  promise: string;
  drafts: string;
  draftsHint: string;
  /** A draft without a word to be known by. */
  untitled: string;
  language: string;
  detect: string;
  published: string;
  heading: string;
  headingHint: string;
  interface: string;
  example: string;
  clear: string;
  settings: string;
  limits: string;
  reference: string;
}

export const strings: Record<Interface, Strings> = { fr, en };
export const pageStrings: Record<Interface, PageStrings> = { fr: pageFr, en: pageEn };

/** The interface language for a BCP 47 tag: French for any French, else English. */
export function interfaceFor(tag: string): Interface {
  return /^fr\b/i.test(tag) ? "fr" : "en";
}

/** The language that an element stands in, as its own or an outer `lang` says; empty when none does. */
export function languageAround(element: Element): string {
  for (let at: Element | null = element; at; ) {
    const found = at.closest<HTMLElement>("[lang]:not([lang=''])");
    if (found) return found.lang;
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return "";
}

// What element and page say in English.
import { dayOf } from "./days";
import { counter, isQuoted, languageName } from "./format";
import type { PageStrings, Strings } from "./strings";

const count = counter("en");
const digits = new Intl.NumberFormat("en");
const severity = { error: "Resolve", warning: "Verify", info: "Note" };
// Words that hold double marks of their own stand in single ones.
const quote = (words: string) => (isQuoted(words) ? words : /[“”]/.test(words) ? `‘${words}’` : `“${words}”`);

export const element = {
  article: "Article",
  placeholder: "Paste or type an article here, or drop a file.",
  openFile: "Open a file",
  textKeys: "F8 and Shift+F8 go from mark to mark, Esc goes to the card.",
  noFurther: "There is no further mark in this direction.",
  cards: "What to verify",
  panels: "Views of the article",
  cardsTab: "Cards",
  filter: "Show",
  everything: "Everything",
  filtered: { open: (n) => `${digits.format(n)} still open`, settled: (n) => `${digits.format(n)} settled` },
  cardsKeys: "J and K go from card to card, Enter shows the words in the text, Esc comes back.",
  severity,
  meaning: {
    error: "not to be published before it is answered",
    warning: "an editor has to look",
    info: "worth a thought, folded at first",
  },
  count: {
    error: count("point to resolve", "points to resolve"),
    warning: count("point to verify", "points to verify"),
    info: count("note", "notes"),
  },
  quote,
  card: (grade, words) => `${severity[grade]}: ${quote(words)}`,
  first: "First",
  aside: count("further point", "further points"),
  more: count("more point on these words", "more points on these words"),
  showAll: (n) => `Show all ${digits.format(n)} cards`,
  consistent: (n) => `Checked, and agrees (${digits.format(n)})`,
  showInText: "Show in the text",
  ask: "Ask",
  standard: (name) => `Standard: ${name}`,
  related: "See with",
  inTitle: "In the headline",
  readAs: (tag) => (tag === "und" ? "Language not recognised" : `Read as ${languageName("en", tag)}`),
  sentences: count("sentence", "sentences"),
  published: (date) => `published ${dayOf(date, "en-GB", "long")}`,
  basic: "There are no word lists for this language: only quotation marks, dates in figures and sums were checked.",
  nothing: "Nothing to verify was found. That says nothing about whether the text is right.",
  loading: "Getting ready…",
  empty: "There is no text to read yet.",
  reading: "Reading…",
  again: "Read again",
  tooLong: (limit) => `The text is too long to be read: at most ${digits.format(limit)} characters.`,
  failure: {
    load: () => "The reader could not be loaded, so nothing was checked; reload the page to try again.",
    trap: () => "The reader stopped on this text, so nothing was checked; the text is untouched, and a change to it starts a new reading.",
    timeout: () => "The reading took too long and was ended; the text is untouched, and a change to it starts a new reading.",
    refused: (reason) => `The text was not read: ${reason}`,
  },
  file: {
    fileType: "Only .txt, .md, .html and .docx files can be opened; copy the article out of its document and paste it.",
    fileBinary: "This file is not what its name says: no text in UTF-8, or no Word document; it was not opened.",
    fileTooLarge: "This file is too large to be opened.",
    fileUnreadable: "This file could not be read.",
    fileReader: "The reader of Word documents could not be loaded; copy the article out of its document and paste it.",
  },
  notice: {
    html: "The text holds HTML; its tags are shown and read as plain words.",
    broken: "The text holds broken characters; each is read as an unknown one.",
  },
  fieldMissing: (name) => `There is no field “${name}” in this page to read; as soon as there is one, it will be read.`,
  fieldUnfit: (name) => `“${name}” is not a field that can be read: a text field or an editable element is needed.`,
  fieldGone: () => "The field that was read is no longer in the page; what is listed here is about the text it held.",
  badLanguage: "The language of the text is not a language tag such as “en” or “fr”.",
  badDate: "The publication date has to be written as 2025-03-14 or 2025-03.",
} satisfies Strings;

export const page = {
  title: "Bilan – what an editor still has to verify",
  claim: "Paste a draft, and see what has to be answered before it is published: who says it, how many exactly, how do we know.",
  promise: "The draft stays in this page. Nothing is ever sent; what you note is kept in this browser alone. It works with the network off.",
  drafts: "Drafts kept on this machine",
  draftsHint: "A draft is kept in this browser from the first note on, until you forget it (Notes, Forget this document).",
  untitled: "Untitled",
  language: "Language of the text",
  detect: "Detect",
  published: "Publication date",
  heading: "Headline",
  headingHint: "Optional; compared with the text",
  interface: "Interface",
  example: "Example",
  clear: "Clear",
  settings: "About the text",
  limits: "Bilan asks questions. It never says that a statement is false.",
  reference: "Every check, with examples",
} satisfies PageStrings;

// What the pictures say in English.
import type { VoiceKind } from "bilan-core";
import { counter } from "../words/format";
import { element } from "../words/strings.en";
import type { PictureWords } from "./words";

const count = counter("en");
const digits = new Intl.NumberFormat("en");
const percent = new Intl.NumberFormat("en", { style: "percent" });
/** On the word of whom, inside a sentence. */
const onWordOf: Record<VoiceKind, string> = {
  paper: "nobody but the article",
  official: "an official body",
  party: "a party",
  person: "a named person",
  media: "another outlet",
  document: "a document",
  collective: "an uncounted group",
  anonymous: "somebody unnamed",
};

export const words = {
  tag: "en-GB",
  titles: { voices: "Who says what", figures: "Figures", quotations: "Quotations", dates: "Dates" },
  quote: element.quote,
  showAll: (n) => `Show all ${digits.format(n)}`,
  show: element.showInText,
  party: "party to the matter",
  nobody: "source not named",

  voice: {
    paper: "The article itself",
    official: "Official",
    party: "Party to the matter",
    person: "Named person",
    media: "Media",
    document: "Document",
    collective: "Collective",
    anonymous: "Anonymous",
  },
  letter: { paper: "", official: "O", party: "P", person: "N", media: "M", document: "D", collective: "C", anonymous: "A" },
  sourceKind: {
    person: "person",
    official: "official",
    institution: "institution",
    party: "armed group or camp",
    media: "media",
    document: "document",
    collective: "uncounted group",
    anonymous: "unnamed",
  },
  strip: "The article, sentence by sentence, by who vouches for it",
  stripKeys: "Arrows go from sentence to sentence, Enter goes to it in the text.",
  stripEmpty: "Point at a sentence to see who vouches for it.",
  place: (at, of) => `Sentence ${digits.format(at)} of ${digits.format(of)}`,
  losses: "Tells of losses",
  lossesBy: (total, parts) =>
    parts.length === 1
      ? `${total === 1 ? "The one sentence that tells" : `All ${digits.format(total)} sentences that tell`} of losses ${total === 1 ? "stands" : "stand"} on the word of ${onWordOf[parts[0]!.by]}.`
      : `${digits.format(total)} sentences tell of losses: ${parts.map(({ by, n }) => `${digits.format(n)} on the word of ${onWordOf[by]}`).join(", ")}.`,
  lossesIn: count("sentence on losses", "sentences on losses"),
  sources: "Sources, by their share of the text",
  sentences: count("sentence", "sentences"),
  statements: count("statement", "statements"),
  ofText: (share) => (share > 0 && share < 0.005 ? "< 1%" : percent.format(share)),
  asTable: "The strip as a table",
  column: {
    number: "No.",
    sentence: "Sentence",
    who: "Who vouches",
    words: "Words",
    value: "Value",
    kind: "Kind",
    source: "Source",
    date: "Date",
    day: "Day meant",
  },
  yes: "yes",

  figuresCaption: (figures, blank) =>
    `${count("figure", "figures")(figures)}${blank === 0 ? "" : `, ${digits.format(blank)} without a number one could check`}`,
  noFigures: "There are no figures in this text.",
  group: { losses: "Losses", people: "People", money: "Money", percent: "Per cent", other: "Other figures" },
  kind: {
    killed: "dead",
    wounded: "wounded",
    missing: "missing",
    captured: "captured",
    displaced: "displaced",
    casualties: "losses of any kind",
    people: "people",
    money: "money",
    percent: "per cent",
    distance: "distance",
    duration: "duration",
    age: "age",
    other: "other",
  },
  blank: { uncounted: "no count", withheld: "withheld", vague: "vague" },
  atLeast: (value) => `the words allow ${value}`,
  noSource: "no source",
  noDate: "no date",
  background: "earlier event",
  sums: "Sums, computed again",
  agrees: "agrees",
  differs: "does not add up",
  sum: (parts, computed, total, partial, agrees) =>
    partial
      ? `${parts}${parts === computed ? "" : ` = ${computed}`} out of ${total}${agrees ? "" : ": more than the whole"}`
      : `${parts} = ${computed} · the text says ${total}`,

  noQuotations: "There are no quotations in this text.",
  quotations: count("quotation", "quotations"),
  unattributed: "No speaker",
  unattributedNote: "Nobody is named for these words.",
  form: { direct: "quoted", mixed: "quoted in part", indirect: "reported" },
  through: "told by",
  mismatch: "Not the same words as in",

  datesCaption: (n, open) => `${count("date", "dates")(n)}${open === 0 ? "" : `, ${digits.format(open)} still open`}`,
  noDates: "There are no dates in this text.",
  published: "Published",
  publishedMissing: "Not given: “Monday” or “last week” cannot be resolved without it.",
  fits: "the weekday fits",
  misfit: (weekday) => `the text says ${weekday}`,
  misfitUnknown: "weekday and date do not fit",
  open: "open",
  needs: { date: "needs the publication date", day: "needs the day of publication", context: "the text does not say which" },
} satisfies PictureWords;

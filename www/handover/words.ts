// What the formats and the panel say, in French and English. A word that one language lacks does not compile.
import type { Report } from "bilan-core";
import { counter } from "../words/format";
import type { Interface } from "../words/strings";

export type FormatId = "annotated" | "questions" | "figures" | "cards" | "checklist" | "session" | "annotations" | "claims";
type Precision = Report["figures"][number]["precision"];

/** What can go wrong, or right, when something is handed on. */
export type Told = "copied" | "notCopied" | "notMade";

export interface HandoverWords {
  /** Name of each format, and what it is for. */
  formats: Record<FormatId, { title: string; use: string }>;
  /** A card that nobody has noted anything on. */
  untouched: string;
  precision: Record<Precision, string>;
  yes: string;
  no: string;
  /** `time`: as the interface writes it. */
  made(time: string): string;
  colon: string;
  article: string;
  references: string;
  /** Notes whose words cannot be found any more. */
  orphaned: string;
  orphanedNote: string;
  reference(n: number): string;
  back: string;
  labels: {
    state: string;
    source: string;
    obtained: string;
    note: string;
    whom: string;
    by: string;
    original: string;
    title: string;
    standard: string;
    vouchedBy: string;
  };
  ask(whom: string): string;
  writer: string;
  askedOn(when: string): string;
  noQuestions: string;
  /** Cards that are only worth a thought and are not listed. */
  unlisted(n: number): string;
  columns: Record<
    | "number" | "words" | "low" | "high" | "precision" | "kind" | "unit" | "source" | "sourceKind" | "party" | "date" | "background"
    | "sentenceNumber" | "sentence" | "start" | "end" | "severity" | "checks" | "questions" | "state" | "proof" | "reference"
    | "obtained" | "note" | "whom" | "initials" | "time" | "original" | "found",
    string
  >;
  panel: {
    title: string;
    intro: string;
    download: string;
    copy: string;
    nothing: string;
    /** Asked for by a script. `known`: the formats there are. */
    unknown(id: string, known: string[]): string;
    told: Record<Told, string>;
  };
}

const notesEn = counter("en")("note of the reading is", "notes of the reading are");
const notesFr = counter("fr")("note de lecture", "notes de lecture");

const en: HandoverWords = {
  formats: {
    annotated: { title: "Annotated draft", use: "A page that opens in any browser and prints well: the text with numbered marks, and the references below." },
    questions: { title: "Open questions", use: "Plain text for mail, by person to ask." },
    figures: { title: "Figures", use: "A table (CSV) of every figure with its bounds and its source; figures that are vague or withheld have empty cells." },
    cards: { title: "Cards and notes", use: "A table (CSV) of every card with its state, source and note." },
    checklist: { title: "Checklist", use: "Markdown, one box for each card." },
    session: { title: "Notes to take up elsewhere", use: "JSON: opened on another machine, it brings every note back." },
    annotations: { title: "Web annotations", use: "JSON-LD after the W3C Web Annotation model, for systems that show annotations." },
    claims: { title: "Claim drafts", use: "JSON-LD after schema.org, with the rating left empty; notes and initials are not in it." },
  },
  untouched: "Not looked at yet",
  precision: {
    exact: "exact",
    approximate: "approximate",
    "at-least": "at least",
    "at-most": "at most",
    range: "range",
    vague: "vague",
    withheld: "withheld",
  },
  yes: "yes",
  no: "no",
  made: (time) => `As of ${time}`,
  colon: ": ",
  article: "Article",
  references: "References",
  orphaned: "Notes without a place",
  orphanedNote: "Their words are no longer in the text.",
  reference: (n) => `Reference ${n}`,
  back: "To the words in the text",
  labels: {
    state: "State",
    source: "Source",
    obtained: "obtained on",
    note: "Note",
    whom: "To ask",
    by: "Noted by",
    original: "First noted on",
    title: "In the headline",
    standard: "Standard",
    vouchedBy: "On the word of",
  },
  ask: (whom) => `To ask: ${whom}`,
  writer: "the writer",
  askedOn: (when) => `Asked: ${when}`,
  noQuestions: "No question is open.",
  unlisted: (n) => `${notesEn(n)} not listed here.`,
  columns: {
    number: "No.",
    words: "Words",
    low: "Low",
    high: "High",
    precision: "Precision",
    kind: "Counts",
    unit: "Unit",
    source: "Source",
    sourceKind: "Kind of source",
    party: "Party to the matter",
    date: "Date",
    background: "Earlier event",
    sentenceNumber: "Sentence no.",
    sentence: "Sentence",
    start: "From (UTF-16)",
    end: "To (UTF-16)",
    severity: "Severity",
    checks: "Checks",
    questions: "Questions",
    state: "State",
    proof: "Kind of proof",
    reference: "Reference",
    obtained: "Obtained",
    note: "Note",
    whom: "To ask",
    initials: "Initials",
    time: "Time",
    original: "First noted on",
    found: "In the text",
  },
  panel: {
    title: "Hand on",
    intro: "Each file is made inside this page; nothing is sent.",
    download: "Download",
    copy: "Copy",
    nothing: "There is nothing to hand on before a text has been read.",
    unknown: (id, known) => `There is no format “${id}”: there are ${known.join(", ")}.`,
    told: {
      copied: "Copied.",
      notCopied: "The browser does not let this page copy; download the file instead.",
      notMade: "The file could not be made, because the text could not be read.",
    },
  },
};

const fr: HandoverWords = {
  formats: {
    annotated: { title: "Article annoté", use: "Une page qui s’ouvre dans tout navigateur et s’imprime bien\u00a0: le texte avec ses renvois numérotés, et les références au-dessous." },
    questions: { title: "Questions en suspens", use: "Texte brut pour le courriel, par personne à interroger." },
    figures: { title: "Chiffres", use: "Un tableau (CSV) de chaque chiffre, avec ses bornes et sa source\u202f; un chiffre vague ou non communiqué a des cases vides." },
    cards: { title: "Fiches et notes", use: "Un tableau (CSV) de chaque fiche, avec son état, sa source et sa note." },
    checklist: { title: "Liste à cocher", use: "Markdown, une case par fiche." },
    session: { title: "Notes à reprendre ailleurs", use: "JSON\u00a0: ouvert sur un autre poste, il rend chaque note." },
    annotations: { title: "Annotations web", use: "JSON-LD selon le modèle Web Annotation du W3C, pour les systèmes qui montrent des annotations." },
    claims: { title: "Ébauches d’affirmations", use: "JSON-LD selon schema.org, l’évaluation laissée vide\u202f; ni notes ni initiales n’y figurent." },
  },
  untouched: "Pas encore vu",
  precision: {
    exact: "exact",
    approximate: "approximatif",
    "at-least": "au moins",
    "at-most": "au plus",
    range: "fourchette",
    vague: "vague",
    withheld: "non communiqué",
  },
  yes: "oui",
  no: "non",
  made: (time) => `État au ${time}`,
  colon: "\u00a0: ",
  article: "Article",
  references: "Références",
  orphaned: "Notes sans place",
  orphanedNote: "Leurs mots ne sont plus dans le texte.",
  reference: (n) => `Référence ${n}`,
  back: "Vers les mots dans le texte",
  labels: {
    state: "État",
    source: "Source",
    obtained: "obtenu le",
    note: "Note",
    whom: "À demander à",
    by: "Noté par",
    original: "Noté d’abord sur",
    title: "Dans le titre",
    standard: "Règle",
    vouchedBy: "Sur la parole de",
  },
  ask: (whom) => `À demander\u00a0: ${whom}`,
  writer: "l’auteur de l’article",
  askedOn: (when) => `Question posée\u00a0: ${when}`,
  noQuestions: "Aucune question n’est en suspens.",
  unlisted: (n) => `${notesFr(n)} ne ${n < 2 ? "figure" : "figurent"} pas ici.`,
  columns: {
    number: "N°",
    words: "Mots",
    low: "Minimum",
    high: "Maximum",
    precision: "Précision",
    kind: "Ce qui est compté",
    unit: "Unité",
    source: "Source",
    sourceKind: "Nature de la source",
    party: "Partie en cause",
    date: "Date",
    background: "Fait antérieur",
    sentenceNumber: "Phrase n°",
    sentence: "Phrase",
    start: "De (UTF-16)",
    end: "À (UTF-16)",
    severity: "Gravité",
    checks: "Contrôles",
    questions: "Questions",
    state: "État",
    proof: "Nature de la preuve",
    reference: "Référence",
    obtained: "Obtenu le",
    note: "Note",
    whom: "À demander à",
    initials: "Initiales",
    time: "Heure",
    original: "Noté d’abord sur",
    found: "Dans le texte",
  },
  panel: {
    title: "Transmettre",
    intro: "Chaque fichier est fait dans cette page\u202f; rien n’est envoyé.",
    download: "Télécharger",
    copy: "Copier",
    nothing: "Il n’y a rien à transmettre avant qu’un texte ait été lu.",
    unknown: (id, known) => `Il n’y a pas de format «\u00a0${id}\u00a0»\u00a0: il y a ${known.join(", ")}.`,
    told: {
      copied: "Copié.",
      notCopied: "Le navigateur ne laisse pas cette page copier\u202f; téléchargez plutôt le fichier.",
      notMade: "Le fichier n’a pas pu être fait, car le texte n’a pas pu être lu.",
    },
  },
};

export const words: Record<Interface, HandoverWords> = { fr, en };

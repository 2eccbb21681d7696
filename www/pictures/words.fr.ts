// What the pictures say in French.
import type { VoiceKind } from "bilan-core";
import { counter } from "../words/format";
import { element } from "../words/strings.fr";
import type { PictureWords } from "./words";

const count = counter("fr");
const digits = new Intl.NumberFormat("fr");
const percent = new Intl.NumberFormat("fr", { style: "percent" });
/** On the word of whom, inside a sentence. */
const onWordOf: Record<VoiceKind, string> = {
  paper: "du seul article",
  official: "d’une source officielle",
  party: "d’une partie en cause",
  person: "d’une personne nommée",
  media: "d’un autre média",
  document: "d’un document",
  collective: "d’un groupe indéfini",
  anonymous: "d’un inconnu",
};

export const words = {
  tag: "fr",
  titles: { voices: "Qui dit quoi", figures: "Chiffres", quotations: "Citations", dates: "Dates" },
  quote: element.quote,
  showAll: (n) => `Tout montrer (${digits.format(n)})`,
  show: element.showInText,
  party: "partie en cause",
  nobody: "source non nommée",

  voice: {
    paper: "L’article lui-même",
    official: "Officiel",
    party: "Partie en cause",
    person: "Personne nommée",
    media: "Média",
    document: "Document",
    collective: "Collectif",
    anonymous: "Anonyme",
  },
  letter: { paper: "", official: "O", party: "P", person: "N", media: "M", document: "D", collective: "C", anonymous: "A" },
  sourceKind: {
    person: "personne",
    official: "officiel",
    institution: "institution",
    party: "groupe armé ou camp",
    media: "média",
    document: "document",
    collective: "groupe indéfini",
    anonymous: "sans nom",
  },
  strip: "L’article, phrase par phrase, selon qui s’en porte garant",
  stripKeys: "Les flèches vont de phrase en phrase, Entrée y mène dans le texte.",
  stripEmpty: "Pointez une phrase pour voir qui s’en porte garant.",
  place: (at, of) => `Phrase ${digits.format(at)} sur ${digits.format(of)}`,
  losses: "Parle de pertes",
  lossesBy: (total, parts) =>
    parts.length === 1
      ? `${total === 1 ? "La seule phrase qui parle" : `Les ${digits.format(total)} phrases qui parlent`} de pertes ${total === 1 ? "repose" : "reposent"} sur la parole ${onWordOf[parts[0]!.by]}.`
      : `${digits.format(total)} phrases parlent de pertes\u00a0: ${parts.map(({ by, n }) => `${digits.format(n)} sur la parole ${onWordOf[by]}`).join(", ")}.`,
  lossesIn: count("phrase sur des pertes", "phrases sur des pertes"),
  sources: "Les sources, selon leur part du texte",
  sentences: count("phrase", "phrases"),
  statements: count("propos", "propos"),
  ofText: (share) => (share > 0 && share < 0.005 ? "<\u00a01\u202f%" : percent.format(share)),
  asTable: "Le ruban en tableau",
  column: {
    number: "N°",
    sentence: "Phrase",
    who: "Garant",
    words: "Mots",
    value: "Valeur",
    kind: "Nature",
    source: "Source",
    date: "Date",
    day: "Jour visé",
  },
  yes: "oui",

  figuresCaption: (figures, blank) =>
    `${count("chiffre", "chiffres")(figures)}${blank === 0 ? "" : `, dont ${digits.format(blank)} sans nombre vérifiable`}`,
  noFigures: "Il n’y a pas de chiffres dans ce texte.",
  group: { losses: "Pertes", people: "Personnes", money: "Argent", percent: "Pourcentages", other: "Autres chiffres" },
  kind: {
    killed: "morts",
    wounded: "blessés",
    missing: "disparus",
    captured: "prisonniers",
    displaced: "déplacés",
    casualties: "pertes, sans distinction",
    people: "personnes",
    money: "argent",
    percent: "pourcentage",
    distance: "distance",
    duration: "durée",
    age: "âge",
    other: "autre",
  },
  blank: { uncounted: "non chiffré", withheld: "non communiqué", vague: "vague" },
  atLeast: (value) => `au sens des mots, ${value}`,
  noSource: "sans source",
  noDate: "sans date",
  background: "événement antérieur",
  sums: "Sommes recalculées",
  agrees: "concorde",
  differs: "le compte n’y est pas",
  sum: (parts, computed, total, partial, agrees) =>
    partial
      ? `${parts}${parts === computed ? "" : ` = ${computed}`} sur ${total}${agrees ? "" : "\u00a0: plus que le tout"}`
      : `${parts} = ${computed} · le texte dit ${total}`,

  noQuotations: "Il n’y a pas de citations dans ce texte.",
  quotations: count("citation", "citations"),
  unattributed: "Sans auteur",
  unattributedNote: "Personne n’est nommé pour ces mots.",
  form: { direct: "cité", mixed: "cité en partie", indirect: "rapporté" },
  through: "selon",
  mismatch: "Pas les mêmes mots que dans",

  datesCaption: (n, open) => `${count("date", "dates")(n)}${open === 0 ? "" : `, dont ${digits.format(open)} en suspens`}`,
  noDates: "Il n’y a pas de dates dans ce texte.",
  published: "Publication",
  publishedMissing: "Non donnée\u00a0: sans elle, «\u00a0lundi\u00a0» ou «\u00a0la semaine dernière\u00a0» restent en suspens.",
  fits: "le jour de la semaine concorde",
  misfit: (weekday) => `le texte dit ${weekday}`,
  misfitUnknown: "le jour de la semaine ne concorde pas",
  open: "en suspens",
  needs: {
    date: "il faut la date de publication",
    day: "il faut le jour de publication",
    context: "le texte ne dit pas lequel",
  },
} satisfies PictureWords;

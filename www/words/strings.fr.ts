// What element and page say in French.
import { dayOf } from "./days";
import { counter, isQuoted, languageName } from "./format";
import type { PageStrings, Strings } from "./strings";

const count = counter("fr");
const digits = new Intl.NumberFormat("fr");
const severity = { error: "À résoudre", warning: "À vérifier", info: "Note" };
// Words that hold guillemets of their own stand in the marks of the second order.
const quote = (words: string) => (isQuoted(words) ? words : /[«»]/.test(words) ? `“${words}”` : `«\u00a0${words}\u00a0»`);

export const element = {
  article: "Article",
  placeholder: "Collez ou tapez un article ici, ou déposez un fichier.",
  openFile: "Ouvrir un fichier",
  textKeys: "F8 et Maj+F8 vont d’une marque à l’autre, Échap mène à la fiche.",
  noFurther: "Il n’y a plus de marque dans ce sens.",
  cards: "Ce qu’il faut vérifier",
  panels: "Vues de l’article",
  cardsTab: "Fiches",
  filter: "Afficher",
  everything: "Tout",
  filtered: { open: count("encore ouverte", "encore ouvertes"), settled: count("réglée", "réglées") },
  cardsKeys: "J et K vont de fiche en fiche, Entrée montre les mots dans le texte, Échap en revient.",
  severity,
  meaning: {
    error: "à ne pas publier sans réponse",
    warning: "un rédacteur doit regarder",
    info: "bon à savoir, repliée au départ",
  },
  count: {
    error: count("point à résoudre", "points à résoudre"),
    warning: count("point à vérifier", "points à vérifier"),
    info: count("note", "notes"),
  },
  quote,
  card: (grade, words) => `${severity[grade]}\u00a0: ${quote(words)}`,
  first: "D’abord",
  aside: count("autre point à regarder", "autres points à regarder"),
  more: count("autre point sur ces mots", "autres points sur ces mots"),
  showAll: (n) => `Montrer les ${digits.format(n)} fiches`,
  consistent: (n) => `Contrôlé, et concorde (${digits.format(n)})`,
  showInText: "Montrer dans le texte",
  ask: "À demander",
  standard: (name) => `Règle\u00a0: ${name}`,
  related: "À rapprocher de",
  inTitle: "Dans le titre",
  readAs: (tag) => (tag === "und" ? "Langue non reconnue" : `Langue lue\u00a0: ${languageName("fr", tag)}`),
  sentences: count("phrase", "phrases"),
  published: (date) => `publication\u00a0: ${dayOf(date, "fr", "long")}`,
  basic: "Cette langue n’a pas de lexique ici\u00a0: seuls les guillemets, les dates en chiffres et les sommes ont été contrôlés.",
  nothing: "Rien à vérifier n’a été trouvé. Cela ne dit pas que le texte est juste.",
  loading: "Préparation…",
  empty: "Il n’y a pas encore de texte à lire.",
  reading: "Lecture…",
  again: "Relire",
  tooLong: (limit) => `Le texte est trop long pour être lu\u00a0: ${digits.format(limit)} caractères au plus.`,
  failure: {
    load: () => "Le lecteur n’a pas pu être chargé, rien n’a donc été contrôlé\u202f; rechargez la page pour réessayer.",
    trap: () => "Le lecteur s’est arrêté sur ce texte, rien n’a donc été contrôlé\u202f; le texte est intact, et toute modification relance la lecture.",
    timeout: () => "La lecture a duré trop longtemps et a été arrêtée\u202f; le texte est intact, et toute modification la relance.",
    refused: (reason) => `Le texte n’a pas été lu\u00a0: ${reason}`,
  },
  file: {
    fileType: "Seuls les fichiers .txt, .md, .html et .docx s’ouvrent ici\u202f; copiez l’article depuis son document et collez-le.",
    fileBinary: "Ce fichier n’est pas ce que dit son nom\u00a0: ni texte en UTF-8, ni document Word\u202f; il n’a pas été ouvert.",
    fileTooLarge: "Ce fichier est trop volumineux pour être ouvert.",
    fileUnreadable: "Ce fichier n’a pas pu être lu.",
    fileReader: "Le lecteur de documents Word n’a pas pu être chargé\u202f; copiez l’article depuis son document et collez-le.",
  },
  notice: {
    html: "Le texte contient du HTML\u202f; ses balises sont montrées et lues comme de simples mots.",
    broken: "Le texte contient des caractères endommagés\u202f; chacun est lu comme un caractère inconnu.",
  },
  fieldMissing: (name) => `Il n’y a pas de champ «\u00a0${name}\u00a0» à lire dans cette page\u202f; il sera lu dès qu’il y sera.`,
  fieldUnfit: (name) => `«\u00a0${name}\u00a0» n’est pas un champ lisible\u00a0: il faut un champ de texte ou un élément éditable.`,
  fieldGone: () => "Le champ relu n’est plus dans la page\u202f; ce qui est listé ici porte sur le texte qu’il contenait.",
  badLanguage: "La langue du texte n’est pas un code de langue tel que «\u00a0fr\u00a0» ou «\u00a0en\u00a0».",
  badDate: "La date de publication s’écrit 2025-03-14 ou 2025-03.",
} satisfies Strings;

export const page = {
  title: "Bilan – ce qu’un rédacteur doit encore vérifier",
  claim: "Collez un article, et voyez à quoi il faut pouvoir répondre avant de publier\u00a0: qui le dit, combien au juste, comment le sait-on.",
  promise: "Le texte reste dans cette page. Rien n’est jamais envoyé\u202f; ce que vous notez n’est gardé que dans ce navigateur. Fonctionne sans réseau.",
  drafts: "Textes gardés sur cette machine",
  draftsHint: "Un texte est gardé dans ce navigateur à partir de la première note, jusqu’à ce que vous l’oubliiez (Notes, Oublier ce document).",
  untitled: "Sans titre",
  language: "Langue du texte",
  detect: "Détecter",
  published: "Date de publication",
  heading: "Titre",
  headingHint: "Facultatif\u202f; comparé au texte",
  interface: "Interface",
  example: "Exemple",
  clear: "Effacer",
  settings: "À propos du texte",
  limits: "Bilan pose des questions. Il ne dit jamais qu’une affirmation est fausse.",
  reference: "Tous les contrôles, avec des exemples",
} satisfies PageStrings;

// What a checker's memory says.
import { momentOf } from "../words/days";
import { counter } from "../words/format";
import type { Interface } from "../words/strings";
import type { NoteSource, State } from "./note";
import type { Refusal } from "./rules";
import type { StoreProblem } from "./store";
import type { Flaw } from "./validate";

export interface MemoryWords {
  tab: string;
  /** The keys of a note, beside those of the cards. */
  keys: string;
  /** The name of a control on a card: what it does, and on which words. */
  about(label: string, words: string): string;
  state: string;
  states: Record<State, string>;
  unverifiableHint: string;
  note: string;
  open: string;
  close: string;
  source: string;
  kind: string;
  kinds: Record<NoteSource["kind"], string>;
  reference: string;
  referenceHint: string;
  obtained: string;
  whom: string;
  initials: string;
  savedAt(time: Date): string;
  unsaved: string;
  /** Before the words as they stood when they were noted. */
  wordsChanged: string;
  refusal: Record<Refusal, string>;
  /** A host asked for a card that is not there. */
  noCard(index: number): string;
  progress(settled: number, of: number): string;
  orphans: string;
  orphansHint: string;
  unflagged: string;
  unflaggedHint: string;
  none: string;
  showInText: string;
  remove: string;
  /** Announced with the button: which note is meant. */
  removeLong(words: string): string;
  attach: string;
  attachLong(words: string): string;
  attachHint: string;
  dismissed: string;
  dismissedHint: string;
  times(n: number): string;
  documents: string;
  thisOne: string;
  keptHere: string;
  notKept: string;
  problem: Record<StoreProblem, string>;
  unreadable(n: number): string;
  export: string;
  import: string;
  imported(n: number): string;
  refused: string;
  flaw: Record<Flaw["kind"], (where: string) => string>;
  forget: string;
  forgetQuestion(n: number): string;
  forgetYes: string;
  forgetNo: string;
  forgotten: string;
  forgetFailed: string;
}

const notesEn = counter("en")("note", "notes");
const notesFr = counter("fr")("note", "notes");
const settledFr = counter("fr")("fiche réglée", "fiches réglées");

const en: MemoryWords = {
  tab: "Notes",
  keys: "S sets the state of a card, N opens its note, Esc leaves it.",
  about: (label, words) => `${label}: ${words}`,
  state: "State",
  states: {
    "to-check": "To check",
    asked: "Asked",
    confirmed: "Confirmed",
    corrected: "Corrected",
    softened: "Softened",
    cut: "Cut",
    unverifiable: "Published as unverifiable",
    "not-applicable": "Not applicable",
  },
  unverifiableHint: "The sentence itself has to say that this could not be verified.",
  note: "Note",
  open: "Note and source",
  close: "Close",
  source: "Source",
  kind: "Kind of source",
  kinds: { document: "Document", person: "Person", recording: "Recording", observation: "Own observation" },
  reference: "Reference",
  referenceHint: "Address, page, time code, name: what leads a second checker to it.",
  obtained: "Obtained on",
  whom: "Whom to ask",
  initials: "Initials",
  savedAt: (at) => `Saved ${momentOf(at, "en-GB")}`,
  unsaved: "Not saved on this machine",
  wordsChanged: "These words were changed since they were noted. They were:",
  noCard: (index) => `There is no card ${index}.`,
  refusal: {
    "no-source": "Nothing is confirmed without a source: give its reference, and this is set to “Confirmed”.",
    "no-reference": "A confirmed statement needs the reference of its source; until there is one, the last stays.",
  },
  progress: (settled, of) => `${settled} of ${of} settled`,
  orphans: "Words no longer found",
  orphansHint: "The words of these notes are not in the text any more, or not certainly so. Should they come back, the notes do too.",
  unflagged: "Settled: no longer flagged",
  unflaggedHint: "The words stand in the text, and nothing on them is flagged any more.",
  none: "Nothing was noted yet.",
  showInText: "Show in the text",
  remove: "Remove",
  removeLong: (words) => `Remove the note on ${words}`,
  attach: "Put on the chosen card",
  attachLong: (words) => `Put on the chosen card the note on ${words}`,
  attachHint: "Choose a card without a note first.",
  dismissed: "Dismissed, by check",
  dismissedHint: "How often “Not applicable” was chosen, counted on this machine alone.",
  times: counter("en")("time", "times"),
  documents: "Documents kept on this machine",
  thisOne: "this one",
  keptHere: "Notes stay in this browser, on this machine. Clearing the browser’s site data deletes them.",
  notKept: "The page gave this document no id: notes last until the page is closed. Export them to keep them.",
  problem: {
    forbidden: "This browser allows nothing to be kept here: notes last until the page is closed. Export them to keep them.",
    full: "There is no room left in this browser’s storage: the last notes are not on this machine yet. Export them to keep them.",
    broken: "What is kept of this document cannot be read by this version; it is left as it is. New notes last until the page is closed: export them to keep them.",
    blocked: "Another tab uses the storage with another version: notes last until the page is closed. Export them, then close the other tabs and reload.",
  },
  unreadable: (n) => `${notesEn(n)} on this machine cannot be read; what is there is left as it is.`,
  export: "Export the notes",
  import: "Import notes",
  imported: (n) => `${notesEn(n)} taken in.`,
  refused: "Nothing was taken in:",
  flaw: {
    "not-json": () => "The file is not JSON.",
    schema: () => "The file is of another version than this one can read.",
    missing: (where) => `“${where}” is missing.`,
    type: (where) => (where === "" ? "The file holds no session." : `“${where}” is of the wrong kind.`),
    long: (where) => `“${where}” is too long.`,
    value: (where) => `“${where}” holds a value that is not known.`,
    source: (where) => `“${where}” is missing on a note that is confirmed.`,
  },
  forget: "Forget this document",
  forgetQuestion: (n) => `Delete ${notesEn(n)} and everything else that is kept of this document on this machine? This cannot be undone.`,
  forgetYes: "Delete",
  forgetNo: "Keep",
  forgotten: "Everything that was kept of this document on this machine is deleted.",
  forgetFailed: "It could not be deleted; everything is still there.",
};

const fr: MemoryWords = {
  tab: "Notes",
  keys: "S règle l’état d’une fiche, N ouvre sa note, Échap en sort.",
  about: (label, words) => `${label}\u00a0: ${words}`,
  state: "État",
  states: {
    "to-check": "À vérifier",
    asked: "Question posée",
    confirmed: "Confirmé",
    corrected: "Corrigé",
    softened: "Atténué",
    cut: "Coupé",
    unverifiable: "Publié comme invérifiable",
    "not-applicable": "Sans objet",
  },
  unverifiableHint: "La phrase elle-même doit dire que cela n’a pas pu être vérifié.",
  note: "Note",
  open: "Note et source",
  close: "Fermer",
  source: "Source",
  kind: "Nature de la source",
  kinds: { document: "Document", person: "Personne", recording: "Enregistrement", observation: "Constat direct" },
  reference: "Référence",
  referenceHint: "Adresse, page, minutage, nom\u00a0: ce qui y mène un second vérificateur.",
  obtained: "Obtenue le",
  whom: "À qui demander",
  initials: "Initiales",
  savedAt: (at) => `Enregistré\u00a0: ${momentOf(at, "fr")}`,
  unsaved: "Pas enregistré sur cette machine",
  wordsChanged: "Ces mots ont été modifiés depuis la note. C’était\u00a0:",
  noCard: (index) => `Il n’y a pas de fiche ${index}.`,
  refusal: {
    "no-source": "Rien n’est confirmé sans source\u00a0: donnez sa référence, et l’état passe à «\u00a0Confirmé\u00a0».",
    "no-reference": "Une affirmation confirmée demande la référence de sa source\u202f; d’ici là, la dernière reste.",
  },
  progress: (settled, of) => `${settledFr(settled)} sur ${of}`,
  orphans: "Mots introuvables",
  orphansHint: "Les mots de ces notes ne sont plus dans le texte, ou pas de façon certaine. S’ils reviennent, les notes aussi.",
  unflagged: "Réglé\u00a0: plus rien de signalé",
  unflaggedHint: "Les mots sont dans le texte, et plus rien n’y est signalé.",
  none: "Rien n’a encore été noté.",
  showInText: "Montrer dans le texte",
  remove: "Supprimer",
  removeLong: (words) => `Supprimer la note sur ${words}`,
  attach: "Mettre sur la fiche choisie",
  attachLong: (words) => `Mettre sur la fiche choisie la note sur ${words}`,
  attachHint: "Choisissez d’abord une fiche sans note.",
  dismissed: "Écartés, par contrôle",
  dismissedHint: "Combien de fois «\u00a0Sans objet\u00a0» a été choisi, compté sur cette seule machine.",
  times: counter("fr")("fois", "fois"),
  documents: "Documents gardés sur cette machine",
  thisOne: "celui-ci",
  keptHere: "Les notes restent dans ce navigateur, sur cette machine. Effacer les données du site dans le navigateur les supprime.",
  notKept: "La page n’a pas donné d’identifiant à ce document\u00a0: les notes durent jusqu’à la fermeture de la page. Exportez-les pour les garder.",
  problem: {
    forbidden: "Ce navigateur ne permet de rien garder ici\u00a0: les notes durent jusqu’à la fermeture de la page. Exportez-les pour les garder.",
    full: "Il n’y a plus de place dans le stockage de ce navigateur\u00a0: les dernières notes ne sont pas encore sur cette machine. Exportez-les pour les garder.",
    broken: "Ce qui est gardé de ce document ne peut pas être lu par cette version\u202f; rien n’y est touché. Les nouvelles notes durent jusqu’à la fermeture de la page\u00a0: exportez-les pour les garder.",
    blocked: "Un autre onglet utilise le stockage dans une autre version\u00a0: les notes durent jusqu’à la fermeture de la page. Exportez-les, puis fermez les autres onglets et rechargez.",
  },
  unreadable: (n) => `${notesFr(n)} sur cette machine ne ${n < 2 ? "peut" : "peuvent"} pas être ${n < 2 ? "lue" : "lues"}\u202f; rien n’y est touché.`,
  export: "Exporter les notes",
  import: "Importer des notes",
  imported: (n) => `${notesFr(n)} ${n < 2 ? "reprise" : "reprises"}.`,
  refused: "Rien n’a été repris\u00a0:",
  flaw: {
    "not-json": () => "Le fichier n’est pas du JSON.",
    schema: () => "Le fichier est d’une autre version que celle qui peut être lue ici.",
    missing: (where) => `«\u00a0${where}\u00a0» manque.`,
    type: (where) => (where === "" ? "Le fichier ne contient pas de session." : `«\u00a0${where}\u00a0» n’est pas de la bonne nature.`),
    long: (where) => `«\u00a0${where}\u00a0» est trop long.`,
    value: (where) => `«\u00a0${where}\u00a0» contient une valeur inconnue.`,
    source: (where) => `«\u00a0${where}\u00a0» manque à une note confirmée.`,
  },
  forget: "Oublier ce document",
  forgetQuestion: (n) => `Supprimer ${notesFr(n)} et tout le reste de ce qui est gardé de ce document sur cette machine\u202f? C’est définitif.`,
  forgetYes: "Supprimer",
  forgetNo: "Garder",
  forgotten: "Tout ce qui était gardé de ce document sur cette machine est supprimé.",
  forgetFailed: "La suppression a échoué\u202f; tout est encore là.",
};

export const memoryWords: Record<Interface, MemoryWords> = { en, fr };

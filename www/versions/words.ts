// What the panel of two versions says.
import type { ChangeKind, Comparison } from "bilan-core";
import { counter } from "../words/format";
import type { Interface } from "../words/strings";

type RowKind = Comparison["rows"][number]["kind"];

export interface VersionWords {
  tab: string;
  /** What to put into the field. */
  field: string;
  hint: string;
  openFile: string;
  compare: string;
  clear: string;
  comparing: string;
  none: string;
  changes(n: number): string;
  before: string;
  after: string;
  absent: string;
  sideBySide: string;
  /** Rows that are the same in both versions. */
  same(n: number): string;
  row: Record<RowKind, string>;
  kind: Record<ChangeKind, string>;
  failed(reason: string): string;
}

const en: VersionWords = {
  tab: "Versions",
  field: "Previous version, or the agency’s original",
  hint: "Paste the older text here, or drop a file. It is compared in this page and not kept.",
  openFile: "Open an older file",
  compare: "Compare",
  clear: "Another version",
  comparing: "Comparing…",
  none: "No number, source, quotation, name or date was found to differ. Other changes stand below.",
  changes: counter("en")("change to look at", "changes to look at"),
  before: "Before",
  after: "Now",
  absent: "nothing",
  sideBySide: "Sentence by sentence",
  same: counter("en")("unchanged sentence", "unchanged sentences"),
  row: { same: "Unchanged", moved: "Moved", changed: "Changed", added: "Added", removed: "Cut" },
  kind: {
    "toll-changed": "Toll changed",
    "figure-changed": "Figure changed",
    "bound-dropped": "Qualifier of a number dropped",
    "bound-added": "Qualifier of a number added",
    "attribution-lost": "Attribution lost",
    "attribution-hardened": "Attribution hardened",
    "attribution-changed": "Another source",
    "quotation-altered": "Quotation altered",
    "figure-unsourced": "New figure without a source",
    "losses-uncounted": "New losses without a number",
    "name-changed": "Name changed",
    "date-changed": "Date changed",
  },
  failed: (reason) => `The versions were not compared: ${reason}`,
};

const fr: VersionWords = {
  tab: "Versions",
  field: "Version précédente, ou dépêche d’origine",
  hint: "Collez ici le texte plus ancien, ou déposez un fichier. Il est comparé dans cette page et n’est pas gardé.",
  openFile: "Ouvrir un fichier plus ancien",
  compare: "Comparer",
  clear: "Autre version",
  comparing: "Comparaison…",
  none: "Aucun écart de nombre, de source, de citation, de nom ou de date n’a été trouvé. Les autres changements sont ci-dessous.",
  changes: counter("fr")("changement à regarder", "changements à regarder"),
  before: "Avant",
  after: "Maintenant",
  absent: "rien",
  sideBySide: "Phrase par phrase",
  same: counter("fr")("phrase inchangée", "phrases inchangées"),
  row: { same: "Inchangée", moved: "Déplacée", changed: "Modifiée", added: "Ajoutée", removed: "Coupée" },
  kind: {
    "toll-changed": "Bilan modifié",
    "figure-changed": "Chiffre modifié",
    "bound-dropped": "Réserve sur un nombre disparue",
    "bound-added": "Réserve sur un nombre ajoutée",
    "attribution-lost": "Attribution perdue",
    "attribution-hardened": "Attribution durcie",
    "attribution-changed": "Autre source",
    "quotation-altered": "Citation modifiée",
    "figure-unsourced": "Nouveau chiffre sans source",
    "losses-uncounted": "Nouvelles pertes sans nombre",
    "name-changed": "Nom modifié",
    "date-changed": "Date modifiée",
  },
  failed: (reason) => `Les versions n’ont pas été comparées\u00a0: ${reason}`,
};

export const versionWords: Record<Interface, VersionWords> = { en, fr };

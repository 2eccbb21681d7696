// What the plugin itself says, in French and English.
import type { Interface } from "../words/strings";

interface Words {
  /** While no article is shown that could be read. */
  waiting: string;
}

export const words: Record<Interface, Words> = {
  en: { waiting: "Bilan reads the article in the visual editor: it begins as soon as that is open." },
  fr: { waiting: "Bilan lit l’article dans l’éditeur visuel\u202f: il commence dès que celui-ci est ouvert." },
};

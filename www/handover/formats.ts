// Every format in which a result can be handed on.
import { annotated } from "./annotated";
import { annotations } from "./annotations";
import { cards } from "./cards";
import { checklist } from "./checklist";
import { claims } from "./claims";
import { figures } from "./figures";
import type { Handover } from "./handover";
import { fileName } from "./plain";
import { questions } from "./questions";
import { session } from "./session";
import { words, type FormatId } from "./words";
import type { Interface } from "../words/strings";

export interface Format {
  id: FormatId;
  /** Without the dot. */
  extension: string;
  /** Media type. The encoding is UTF-8. */
  type: string;
  /** It makes sense on the clipboard as plain text. */
  copied: boolean;
  title: Record<Interface, string>;
  write(h: Handover): string;
}

function format(id: FormatId, extension: string, type: string, copied: boolean, write: (h: Handover) => string): Format {
  return { id, extension, type, copied, write, title: { fr: words.fr.formats[id].title, en: words.en.formats[id].title } };
}

/** In the order in which they are offered. */
export const FORMATS: readonly Format[] = [
  format("annotated", "html", "text/html", false, annotated),
  format("questions", "txt", "text/plain", true, questions),
  format("checklist", "md", "text/markdown", true, checklist),
  format("cards", "csv", "text/csv", false, cards),
  format("figures", "csv", "text/csv", false, figures),
  format("session", "json", "application/json", true, session),
  format("annotations", "jsonld", "application/ld+json", true, annotations),
  format("claims", "jsonld", "application/ld+json", true, claims),
];

export function formatOf(id: string): Format | undefined {
  return FORMATS.find((format) => format.id === id);
}

/** Name of the file: title, name of the format, extension. */
export function fileNameOf(format: Format, title: string, language: Interface): string {
  return `${fileName(title)}-${fileName(format.title[language])}.${format.extension}`;
}

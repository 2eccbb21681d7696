// HTML as a string in which whatever is put in is text, unless it was made here.

/** HTML that needs no escaping any more. */
export class Markup {
  constructor(readonly html: string) {}
}

export type Content = string | number | null | Markup | Content[];

/** Tag of a template: a value is escaped, a list is joined, null is nothing. It fits between tags and between quotation marks. */
export function markup(parts: TemplateStringsArray, ...values: Content[]): Markup {
  return new Markup(parts.reduce((html, part, at) => html + written(values[at - 1] ?? null) + part));
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\0": "\ufffd", "\r": "\n" };

function written(value: Content): string {
  if (value === null) return "";
  if (value instanceof Markup) return value.html;
  if (Array.isArray(value)) return value.map(written).join("");
  // A parser drops NUL and makes one line end of CR LF: what it would read is written at once.
  return String(value).toWellFormed().replace(/\r\n/g, "\n").replace(/[&<>"'\0\r]/g, (char) => ENTITIES[char] ?? "");
}

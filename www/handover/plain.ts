// Words on their way into files that are plain text: nothing in them may disturb what stands around them.
import { pictureWords } from "../pictures/words";
import { dayOf } from "../words/days";
import type { Interface } from "../words/strings";

/** Line breaks of the whole file, for what is handed on as mail or as CSV: the standards of both ask for it. */
export const CRLF = "\r\n";

/** Opens a run of text in another direction, and what closes it: embeddings and overrides by POP DIRECTIONAL FORMATTING, isolates by POP DIRECTIONAL ISOLATE. */
const EMBEDDING = /[\u202a\u202b\u202d\u202e]/u;
const ISOLATE = /[\u2066-\u2068]/u;

/**
 * Words without control characters and half characters. A change of writing direction that they leave open is closed,
 * so that it does not turn the words after them round.
 */
export function clean(words: string): string {
  const visible = words.toWellFormed().replace(/\r\n?/g, "\n").replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, "");
  const open: string[] = [];
  for (const char of visible.match(/[\u202a-\u202e\u2066-\u2069]/gu) ?? []) {
    if (EMBEDDING.test(char)) open.push("\u202c");
    else if (ISOLATE.test(char)) open.push("\u2069");
    else if (open.at(-1) === char) open.pop();
    // What closes an isolate closes what was opened inside it.
    else if (char === "\u2069" && open.includes(char)) open.length = open.lastIndexOf(char);
  }
  return visible + open.reverse().join("");
}

/** The same on one line. No-break spaces stay. */
export function oneLine(words: string): string {
  return clean(words).replace(/[\t\n \u2028\u2029]+/g, " ").trim();
}

/** Breaks one line at plain spaces into lines of at most `width` characters; a longer word stands alone. `first` goes before the first, `rest` before the others. */
export function wrap(line: string, width: number, first = "", rest = first): string[] {
  const lines: string[] = [];
  let current = "";
  let indent = first;
  for (const word of line.split(" ")) {
    const longer = current === "" ? indent + word : `${current} ${word}`;
    if (current !== "" && [...longer].length > width) {
      lines.push(current);
      indent = rest;
      current = indent + word;
    } else current = longer;
  }
  return [...lines, current];
}

/** A moment (ISO 8601) on the clock of whoever noted it, with its distance from UTC. */
export function momentIn(tag: Interface, iso: string): string {
  const [, day, clock, zone = ""] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)[\d:.]*(Z|[+-]\d\d:\d\d)?$/.exec(iso) ?? [];
  if (!day || !clock) return iso;
  return `${dayIn(tag, day)}, ${clock}${zone && ` UTC${zone === "Z" ? "" : zone.replace("-", "−")}`}`;
}

/** A day (`YYYY-MM-DD`) as the interface writes it. */
export function dayIn(tag: Interface, iso: string): string {
  return dayOf(iso, pictureWords[tag].tag, "long");
}

/** A part of a file's name made of `title`: letters and digits of any script, at most 60 characters. */
export function fileName(title: string): string {
  const name = title.toWellFormed().normalize("NFC").replace(/[^\p{L}\p{M}\p{N}]+/gu, "-");
  return [...name].slice(0, 60).join("").replace(/^-+|-+$/g, "") || "bilan";
}

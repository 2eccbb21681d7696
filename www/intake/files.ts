// What may come in as a text, and what a person is told when it may not.
import { textOfHtml } from "./html";

/** Longest text that is read, in UTF-16 code units; about 160,000 words. */
export const MAX_LENGTH = 1_000_000;

/** Largest file of text that is opened, in bytes: no UTF-8 text of `MAX_LENGTH` code units is longer. */
const MAX_BYTES = 3 * MAX_LENGTH;

/** Largest document that is opened, in bytes: pictures weigh, too. */
const MAX_DOCUMENT = 50_000_000;

/** What a file chooser offers. */
export const ACCEPTED = ".txt,.text,.md,.html,.htm,.docx,text/plain,text/markdown,text/html";

export type FileProblem = "fileType" | "fileBinary" | "fileTooLarge" | "fileUnreadable" | "fileReader";

export type Opened = { text: string } | { problem: FileProblem };

/** Something about the text that the editor should know, though it is read. */
export type Notice = "html" | "broken";

/** The text as it is painted and read: line ends are LF, as every text field of a browser has it. */
export function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

/** The text of a dropped or opened file, or why there is none. */
export async function readFile(file: File): Promise<Opened> {
  const kind = kindOf(file);
  if (!kind) return { problem: "fileType" };
  if (file.size > (kind === "docx" ? MAX_DOCUMENT : MAX_BYTES)) return { problem: "fileTooLarge" };
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return { problem: "fileUnreadable" };
  }
  if (kind === "docx") return readDocx(bytes);
  const text = decode(new Uint8Array(bytes));
  if (text === null) return { problem: "fileBinary" };
  return { text: kind === "html" ? textOfHtml(text) : withLineFeeds(text) };
}

function kindOf({ name, type }: File): "text" | "html" | "docx" | null {
  if (/\.docx$/i.test(name) || type === "application/vnd.openxmlformats-officedocument.wordprocessingml.document") return "docx";
  if (/\.html?$/i.test(name) || type === "text/html") return "html";
  if (type === "text/rtf" || /\.rtf$/i.test(name)) return null;
  return type.startsWith("text/") || (type === "" && /\.(txt|text|md)$/i.test(name)) ? "text" : null;
}

/** Null for what is not text in UTF-8; a byte order mark is dropped. */
function decode(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The reader of Word documents lies in a script of its own, which is only fetched for the first of them. */
async function readDocx(bytes: ArrayBuffer): Promise<Opened> {
  let reader: typeof import("./docx");
  try {
    reader = (await import(new URL("bilan-docx.js", import.meta.url).href)) as typeof reader;
  } catch {
    return { problem: "fileReader" };
  }
  try {
    return { text: textOfHtml(await reader.markupOfDocx(bytes)) };
  } catch {
    return { problem: "fileBinary" };
  }
}

/** What the editor should know about a text that is read all the same. */
export function noticesOf(text: string): Notice[] {
  const notices: Notice[] = [];
  if (/<(p|div|span|a|br|h[1-6]|article|section|html|body|script|img|strong|em)\b[^<>]*>/i.test(text)) notices.push("html");
  if (!text.isWellFormed() || text.includes("\0")) notices.push("broken");
  return notices;
}

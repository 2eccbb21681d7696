// What may come in as a text, and what a person is told when it may not.

/** Longest text that is read, in UTF-16 code units; about 160,000 words. */
export const MAX_LENGTH = 1_000_000;

/** Largest file that is opened, in bytes: no UTF-8 text of `MAX_LENGTH` code units is longer. */
const MAX_BYTES = 3 * MAX_LENGTH;

export type FileProblem = "fileType" | "fileBinary" | "fileTooLarge" | "fileUnreadable";

/** Something about the text that the editor should know, though it is read. */
export type Notice = "html" | "broken";

/** The text as it is painted and read: line ends are LF, as every text field of a browser has it. */
export function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

/** The text of a dropped or opened file, or why there is none. */
export async function readTextFile(file: File): Promise<{ text: string } | { problem: FileProblem }> {
  const isText = file.type.startsWith("text/") || (file.type === "" && /\.(txt|text|md)$/i.test(file.name));
  if (!isText || /^text\/(html|rtf)$/.test(file.type)) return { problem: "fileType" };
  if (file.size > MAX_BYTES) return { problem: "fileTooLarge" };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { problem: "fileUnreadable" };
  }
  if (bytes.includes(0)) return { problem: "fileBinary" };
  try {
    // Drops a byte order mark, refuses what is not UTF-8.
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
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

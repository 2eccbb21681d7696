// Tables as CSV (RFC 4180) that spreadsheets open as they are: UTF-8 with a byte order mark, and no cell that they would
// take for a formula.
import { clean, CRLF } from "./plain";

/** Numbers stay numbers; null is an empty cell. */
export type Cell = string | number | null;

/**
 * Where a spreadsheet may see the beginning of a cell: at the start, after a line break, and after a semicolon or a tab,
 * which some take for the separator whatever the quotation marks say. The wide forms count as the narrow ones.
 */
const FORMULA = /(^|[;\t\n]["' ]*)(?=[=+\-@\t\n＝＋－＠])/g;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;

export function csv(head: string[], rows: Cell[][]): string {
  return "\ufeff" + [head, ...rows].map((row) => row.map(cell).join(",") + CRLF).join("");
}

function cell(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const words = clean(value);
  const safe = NUMBER.test(words) ? words : words.replace(FORMULA, "$1'");
  return /[",;\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

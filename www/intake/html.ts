// The words of a marked-up document as plain text: pasted from Word or Google Docs, dropped as a file.
import { inertDocument } from "../core/trusted";

/** Elements that stand on lines of their own where no style says so, by local name. */
export const BLOCKS = new Set(
  `address article aside blockquote caption dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main
  nav ol p pre section summary table tbody td tfoot th thead tr ul`.split(/\s+/),
);

/** Elements whose words are no part of an article; `DEL` is what an editor struck out under tracked changes. */
const UNREAD = new Set([
  "SCRIPT", "STYLE", "HEAD", "TITLE", "TEMPLATE", "NOSCRIPT", "OBJECT", "IFRAME", "SVG", "MATH", "BUTTON", "SELECT", "TEXTAREA", "DEL", "S", "STRIKE",
]);

/** The text of `markup`: one paragraph a block, an empty line between them, line ends LF. */
export function textOfHtml(markup: string): string {
  const { body } = inertDocument(markup);
  const blocks: string[] = [];
  let line = "";
  const close = () => {
    const text = line.replace(/[^\S\n\u00a0\u202f]+/g, " ").replace(/ ?\n ?/g, "\n").trim();
    if (text !== "") blocks.push(text);
    line = "";
  };
  const read = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      // Line ends of the source are mere spaces.
      line += (node as Text).data.replace(/[\r\n]+/g, " ");
      return;
    }
    if (!(node instanceof HTMLElement) || isUnread(node)) return;
    if (node.tagName === "BR") {
      line += "\n";
      return;
    }
    const block = BLOCKS.has(node.localName);
    if (block) close();
    for (const child of node.childNodes) read(child);
    if (block) close();
  };
  read(body);
  close();
  return blocks.join("\n\n");
}

/** Whether markup is laid out in blocks, so that its plain-text form may have lost where paragraphs end. */
export function hasBlocks(markup: string): boolean {
  return /<(p|h[1-6]|li|table|blockquote|div)[\s>]/i.test(markup);
}

/** What a word processor hides, strikes out, or puts in of its own: bullets, marks of notes, comments. */
function isUnread(element: HTMLElement): boolean {
  if (UNREAD.has(element.tagName) || element.hidden) return true;
  const style = element.getAttribute("style") ?? "";
  if (/display:\s*none|mso-hide:\s*all|mso-list:\s*ignore|mso-element:\s*comment|text-decoration:\s*line-through/i.test(style)) return true;
  // “12 dead[3]” would be another number.
  const note = element.tagName === "A" && /^#(_ftn|_edn|_msocom|ftnt|cmnt|footnote|endnote)/i.test(element.getAttribute("href") ?? "");
  return note && /^\s*\[?[\divxlc*a-z]{1,4}\]?\s*$/i.test(element.textContent ?? "");
}

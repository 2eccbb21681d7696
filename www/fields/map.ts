// The article below an editable element as plain text, and where each place of it lies in the DOM.
//
// Blocks are told apart by a blank line, lines (`<br>`, and the `<div>` that browsers make of them)
// by a line feed. What a block holds is kept until the DOM below it changes, so that a key costs the
// reading of one block. Offsets are UTF-16 code units of the text.
import type { Span } from "bilan-core";
import type { EditorBinding } from "./field";
import type { Ends, View } from "./marks";
import { RunBuilder, type Piece, type Run } from "./runs";
import { lastIndex } from "./search";

/** What stands in a block, in order: words, and blocks of their own. */
type Part = Run | Element;

interface Point {
  node: Node;
  offset: number;
}

/** No words of the article stand in them. */
const UNREAD = new Set(
  "script style template noscript textarea select button input iframe object embed video audio canvas svg img".split(" "),
);
/** Blocks of their own in every editor; asked where a frame that is not shown computes no style. */
const BLOCKS = /^(p|div|h[1-6]|li|[uo]l|d[ltd]|table|t(body|head|foot|r|d|h)|caption|blockquote|pre|fig(ure|caption)|section|article|header|footer|aside|hr|address)$/;
/** Editors and browsers make lines of them, not paragraphs. */
const LINES = new Set(["div", "span"]);

export class TextMap {
  /** As it was last read. */
  text = "";
  #runs: Run[] = [];
  /** Where each run begins in the text. */
  #starts: number[] = [];
  readonly #parts = new WeakMap<Element, Part[]>();

  constructor(readonly binding: EditorBinding) {}

  /** Reads what was touched since it was read last, or all of it. */
  read(): void {
    const texts: string[] = [];
    this.#runs = [];
    this.#starts = [];
    let length = 0;
    let gap = 0;
    const walk = (block: Element) => {
      const parts = this.#partsOf(block);
      if (parts.length === 0) gap = 2; // an empty line, or a picture
      for (const part of parts) {
        if (!("pieces" in part)) {
          const own = this.#gapOf(part);
          gap = Math.max(gap, own);
          walk(part);
          gap = Math.max(gap, own);
          continue;
        }
        if (length > 0 && gap > 0) {
          texts.push("\n\n".slice(2 - gap));
          length += gap;
        }
        gap = 0;
        this.#runs.push(part);
        this.#starts.push(length);
        texts.push(part.text);
        length += part.text.length;
        gap = 1;
      }
    };
    walk(this.binding.root);
    this.text = texts.join("");
  }

  /** The next reading looks at what `record` changed. */
  touch({ type, target, addedNodes }: MutationRecord): void {
    if (type !== "attributes") {
      this.#forget(target);
      // What comes from another place was read with the white space of that place.
      for (const added of addedNodes) if (added.nodeType === 1) this.#forgetAll(added as Element);
      return;
    }
    // Whatever an editor says about itself by a class does not change its text.
    if (target === this.binding.root || !target.parentNode) return;
    this.#forget(target.parentNode);
    this.#forgetAll(target as Element);
  }

  /** Where a span lies; null when it is not in this text, or holds no character of it. */
  ends({ start, end }: Span): Ends | null {
    if (start < 0 || end > this.text.length || start > end) return null;
    const last = this.#pieceAt(end - 1);
    const first = this.#pieceAt(start) ?? (start === end ? last : this.#pieceAfter(start));
    if (!first) return null;
    if (start === end) {
      const { node, offset } = first === last ? this.#pointIn(first, end) : this.#pointIn(first, start);
      return { startNode: node, startOffset: offset, endNode: node, endOffset: offset };
    }
    const final = last ?? this.#pieceBefore(end);
    if (!final || final.at + final.piece.length <= Math.max(start, first.at)) return null;
    const from = this.#pointIn(first, Math.max(start, first.at));
    const to = this.#pointIn(final, Math.min(end, final.at + final.piece.length));
    return { startNode: from.node, startOffset: from.offset, endNode: to.node, endOffset: to.offset };
  }

  /** The offset of a place in the DOM below the root. What is not seen counts as the place before it. */
  offsetOf(node: Node, offset: number): number {
    const run = lastIndex(this.#runs.length, (at) => begins(this.#runs[at]!.pieces[0]!, node, offset));
    const { pieces } = this.#runs[run] ?? { pieces: [] };
    const piece = pieces[lastIndex(pieces.length, (at) => begins(pieces[at]!, node, offset))];
    if (!piece) return 0;
    const before = node.childNodes[offset] === piece.node;
    const into = before ? 0 : piece.node === node ? Math.min(offset - piece.from, piece.length) : piece.length;
    return this.#starts[run]! + piece.at + into;
  }

  // Reading

  #forget(node: Node): void {
    for (let at: Node | null = node; at; at = at.parentNode) if (this.#parts.delete(at as Element)) return;
  }

  #forgetAll(element: Element): void {
    this.#parts.delete(element);
    for (const below of element.querySelectorAll("*")) this.#parts.delete(below);
  }

  #gapOf(block: Element): 1 | 2 {
    return LINES.has(block.localName) && !this.binding.divIsParagraph ? 1 : 2;
  }

  #partsOf(block: Element): Part[] {
    let parts = this.#parts.get(block);
    if (!parts) this.#parts.set(block, (parts = this.#gather(block)));
    return parts;
  }

  #gather(block: Element): Part[] {
    const { root, skips } = this.binding;
    // A widget is the editor's own, up to what can be written in it.
    if (block !== root && isFixed(block)) return outermost(block, "[contenteditable]:not([contenteditable='false' i])");
    const view = root.ownerDocument.defaultView as View;
    const parts: Part[] = [];
    const line = new RunBuilder();
    const close = () => {
      const run = line.take();
      if (run.text !== "") parts.push(run);
    };
    const within = (parent: Element, style: CSSStyleDeclaration) => {
      const { whiteSpace, visibility } = style;
      for (let node = parent.firstChild; node; node = node.nextSibling) {
        if (skips?.call(this.binding, node)) continue;
        if (node.nodeType === 3) {
          if (visibility !== "hidden" && visibility !== "collapse") line.add(node as Text, whiteSpace);
          continue;
        }
        if (node.nodeType !== 1) continue;
        const element = node as Element;
        if (element.localName === "br") line.break(element as HTMLBRElement);
        else if (!UNREAD.has(element.localName)) {
          const own = view.getComputedStyle(element);
          const display = own.display || (BLOCKS.test(element.localName) ? "block" : "inline");
          if (display === "none") continue;
          if (/^(inline|ruby|contents)/.test(display)) within(element, own);
          else {
            close();
            parts.push(element);
          }
        } else if (isBlockOf(view, element)) close();
      }
    };
    within(block, view.getComputedStyle(block));
    close();
    return parts;
  }

  // Searching

  /** The piece that holds the character at `offset`. */
  #pieceAt(offset: number): Found | null {
    const found = this.#pieceBefore(offset + 1);
    return found && offset < found.at + found.piece.length ? found : null;
  }

  /** The last piece that begins before `offset`. */
  #pieceBefore(offset: number): Found | null {
    const at = lastIndex(this.#starts.length, (index) => this.#starts[index]! < offset);
    const run = this.#runs[at];
    if (!run) return null;
    const start = this.#starts[at]!;
    const piece = run.pieces[lastIndex(run.pieces.length, (index) => start + run.pieces[index]!.at < offset)];
    return piece ? { piece, at: start + piece.at } : null;
  }

  /** The first piece that begins after `offset`, which lies between two runs. */
  #pieceAfter(offset: number): Found | null {
    const at = 1 + lastIndex(this.#starts.length, (index) => this.#starts[index]! <= offset);
    const piece = this.#runs[at]?.pieces[0];
    return piece ? { piece, at: this.#starts[at]! } : null;
  }

  #pointIn({ piece: { node, from }, at }: Found, offset: number): Point {
    if (node.nodeType === 3) return { node, offset: from + offset - at };
    const parent = node.parentNode as ParentNode;
    return { node: parent, offset: Array.prototype.indexOf.call(parent.childNodes, node) + offset - at };
  }
}

interface Found {
  piece: Piece;
  /** Where the piece begins in the text. */
  at: number;
}

/** Whether `piece` begins at or before a place in the DOM. */
function begins({ node: start, from }: Piece, node: Node, offset: number): boolean {
  if (start === node) return from <= offset;
  const child = node.childNodes[offset];
  const to = child ?? node;
  if (child === start) return from === 0;
  if (child?.contains(start)) return false;
  if (!child && node.contains(start)) return true;
  return (start.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function isFixed(element: Element): boolean {
  return element.getAttribute("contenteditable")?.toLowerCase() === "false";
}

function isBlockOf(view: View, element: Element): boolean {
  return !/^(inline|none|contents|$)/.test(view.getComputedStyle(element).display);
}

/** The descendants that match, without those inside of another that matches. */
function outermost(element: Element, selector: string): Element[] {
  const all = [...element.querySelectorAll(selector)];
  return all.filter((one) => !all.some((other) => other !== one && other.contains(one)));
}

// The text: a plain text field to write in, and under it the same words, on which the marks lie.
//
// A text field keeps what a person expects of one (undo, input methods, selection, screen readers)
// and never changes what was pasted; but nothing can be marked in it. So a second layer, which is
// out of reach for pointer, find and screen reader, holds the same text in one text node and in
// the same type, and only its marks are seen.
import type { Span } from "bilan-core";
import type { Edit } from "./edit";
import { canHighlight, HighlightPainter, type Mark } from "./marks";

/** Longest text that is put in as if it had been typed, so that it can be undone; in UTF-16 code units. */
const UNDOABLE = 100_000;

export class ArticleView {
  readonly #node = document.createTextNode("");
  readonly #painter = canHighlight(window) ? new HighlightPainter(window) : null;

  /** `paper` holds the marks, `anchor` is moved to the place that has to be in view. */
  constructor(
    readonly field: HTMLTextAreaElement,
    paper: HTMLElement,
    readonly anchor: HTMLElement,
  ) {
    paper.append(this.#node);
  }

  /** The offset of the caret, in UTF-16 code units. */
  get caret(): number {
    return this.field.selectionStart;
  }

  /** Brings field and marked layer to `text`, which lies one `edit` away. */
  show(text: string, edit: Edit): void {
    this.#node.replaceData(edit.start, edit.removed, edit.inserted);
    if (this.field.value !== text) this.field.value = text;
  }

  /** Puts `text` in the place of all there is, as if it had been typed: the browser can undo it. */
  replaceAll(text: string): void {
    const before = deepActive();
    this.field.focus({ preventScroll: true });
    this.field.select();
    // No other call leaves the undo history of a text field whole.
    const typed =
      Math.max(text.length, this.field.value.length) <= UNDOABLE &&
      document.execCommand(text === "" ? "delete" : "insertText", false, text);
    if (!typed) {
      this.field.value = text;
      this.field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    this.field.setSelectionRange(0, 0);
    this.field.scrollTop = 0;
    if (before && before !== this.field) before.focus({ preventScroll: true });
  }

  paint(marks: Mark[]): void {
    this.#painter?.paint(marks, ({ start, end }) =>
      end > this.#node.length ? null : { startNode: this.#node, startOffset: start, endNode: this.#node, endOffset: end });
  }

  clear(): void {
    this.#painter?.clear();
  }

  /** Scrolls to the words; `focus` puts the caret before them as well. */
  reveal(span: Span, focus: boolean): void {
    if (span.end > this.#node.length) return;
    const range = document.createRange();
    range.setStart(this.#node, span.start);
    range.setEnd(this.#node, span.end);
    const words = range.getBoundingClientRect();
    const box = this.field.getBoundingClientRect();
    this.anchor.style.top = `${words.top - box.top}px`;
    this.anchor.style.height = `${Math.min(words.height, 120)}px`;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.anchor.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
    if (focus) this.field.focus({ preventScroll: true });
    // Without highlights the words are selected, so that they can be seen at all.
    if (!this.#painter) this.field.setSelectionRange(span.start, span.end);
    else if (focus) this.field.setSelectionRange(span.start, span.start);
  }
}

function deepActive(): HTMLElement | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement ? active : null;
}

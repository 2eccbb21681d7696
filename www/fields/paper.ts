// The element's own field: a plain text field to write in, and under it the same words, on which the marks lie.
//
// A text field keeps what a person expects of one (undo, input methods, selection, screen readers)
// and never changes what was pasted; but nothing can be marked in it. So a second layer, which is
// out of reach for pointer, find and screen reader, holds the same text in the same type, and only
// its marks are seen.
import type { Span } from "bilan-core";
import type { Field, FieldListener } from "./field";
import { focused } from "./focus";
import { fieldKey, movesCaret } from "./keys";
import { textOfPaste } from "../intake/paste";
import { Lines } from "./lines";
import { canHighlight, HighlightPainter, rangeOf, type Mark } from "./marks";

/** Longest text that is put in as if it had been typed, so that it can be undone; in UTF-16 code units. */
const UNDOABLE = 100_000;

export class Paper implements Field {
  readonly #lines: Lines;
  readonly #painter = canHighlight(window) ? new HighlightPainter(window) : null;
  #off = new AbortController();

  /** `paper` holds the marks, `anchor` is moved to the place that has to be in view. */
  constructor(
    readonly area: HTMLTextAreaElement,
    paper: HTMLElement,
    readonly anchor: HTMLElement,
  ) {
    this.#lines = new Lines(paper);
  }

  get text(): string {
    return this.area.value;
  }

  get caret(): number {
    return this.area.selectionStart;
  }

  connect(listener: FieldListener): void {
    this.#off.abort();
    const { signal } = (this.#off = new AbortController());
    const on = <K extends keyof HTMLElementEventMap>(type: K, act: (event: HTMLElementEventMap[K]) => void) =>
      this.area.addEventListener(type, act, { signal });
    on("input", () => {
      this.#follow();
      listener.changed();
    });
    on("paste", (event) => {
      const text = textOfPaste(event.clipboardData);
      if (text === null) return;
      event.preventDefault();
      document.execCommand("insertText", false, text); // as if typed: the browser can undo it
    });
    on("click", () => listener.moved());
    on("keyup", (event) => {
      if (movesCaret(event.key)) listener.moved();
    });
    on("keydown", (event) => {
      const key = fieldKey(event);
      if (!key) return;
      event.preventDefault();
      listener.key(key);
    });
  }

  disconnect(): void {
    this.#off.abort();
    this.#painter?.clear();
  }

  /** Puts `text` in without telling anyone: whoever gives it knows it. */
  show(text: string): void {
    if (this.area.value !== text) this.area.value = text;
    this.#follow();
  }

  /** Brings the marked layer to the text of the field. */
  #follow(): void {
    this.#lines.show(this.area.value);
  }

  /** Puts `text` in the place of all there is, as if it had been typed: the browser can undo it. */
  replaceAll(text: string): void {
    const before = focused();
    this.area.focus({ preventScroll: true });
    this.area.select();
    // No other call leaves the undo history of a text field whole.
    const typed =
      Math.max(text.length, this.area.value.length) <= UNDOABLE &&
      document.execCommand(text === "" ? "delete" : "insertText", false, text);
    if (!typed) {
      this.area.value = text;
      this.area.dispatchEvent(new Event("input", { bubbles: true }));
    }
    this.area.setSelectionRange(0, 0);
    this.area.scrollTop = 0;
    if (before && before !== this.area) before.focus({ preventScroll: true });
  }

  paint(marks: Mark[]): void {
    this.#painter?.paint(marks, (span) => this.#lines.ends(span));
  }

  reveal(span: Span, focus: boolean): void {
    const ends = this.#lines.ends(span);
    if (!ends) return;
    const words = rangeOf(ends).getBoundingClientRect();
    const box = this.area.getBoundingClientRect();
    this.anchor.style.top = `${words.top - box.top}px`;
    this.anchor.style.height = `${Math.min(words.height, 120)}px`;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.anchor.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
    if (focus) this.area.focus({ preventScroll: true });
    // Without highlights the words are selected, so that they can be seen at all.
    if (!this.#painter) this.area.setSelectionRange(span.start, span.end);
    else if (focus) this.area.setSelectionRange(span.start, span.start);
  }
}

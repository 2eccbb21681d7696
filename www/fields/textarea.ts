// A text field of the page: a `<textarea>`, or an `<input>` of one line. It is read and never written.
//
// A value that a script sets raises no event, and to replace the property would change the page. So
// the value is compared four times a second, which costs nothing to speak of while it is the same.
import type { Span } from "bilan-core";
import { follow } from "./area";
import { BoxPainter } from "./boxes";
import type { Field, FieldListener } from "./field";
import { Layer } from "./layer";
import { canHighlight, HighlightPainter, rangeOf, type Mark, type View } from "./marks";
import { Mirror, type TextControl } from "./mirror";
import { hear } from "./person";
import { whenGone } from "./presence";
import { bringIntoView } from "./scroll";

export class TextField implements Field {
  #off = new AbortController();
  #listener: FieldListener | null = null;
  #mirror: Mirror | null = null;
  #painter: HighlightPainter | BoxPainter | null = null;
  #composing = false;
  /** The text that the listener knows. */
  #told = "";

  constructor(readonly control: TextControl) {}

  get text(): string {
    return this.control.value;
  }

  get caret(): number | null {
    const { selectionStart, selectionEnd, selectionDirection } = this.control;
    return selectionDirection === "backward" ? selectionStart : selectionEnd;
  }

  connect(listener: FieldListener): void {
    this.disconnect();
    const { control } = this;
    const { signal } = (this.#off = new AbortController());
    const view = control.ownerDocument.defaultView as View;
    const layer = new Layer(control);
    this.#listener = listener;
    this.#mirror = new Mirror(control, layer);
    const boxes = canHighlight(view) ? null : new BoxPainter(layer);
    this.#painter = boxes ?? new HighlightPainter(view);
    this.#told = control.value;
    this.#mirror.copy();

    const tell = () => this.#tell();
    control.addEventListener("input", tell, { signal });
    control.addEventListener("compositionstart", () => (this.#composing = true), { signal });
    for (const type of ["compositionend", "blur"]) {
      control.addEventListener(type, () => {
        this.#composing = false;
        queueMicrotask(tell);
      }, { signal });
    }
    const lay = () => {
      tell();
      this.#mirror?.lay();
      boxes?.moved();
    };
    follow(control, lay, signal);
    hear(control, listener, signal);
    const stopWatch = whenGone(control, () => this.#listener?.gone());
    signal.addEventListener("abort", () => {
      stopWatch();
      layer.remove();
    });
    lay();
  }

  disconnect(): void {
    this.#listener = null;
    this.#painter?.clear();
    this.#off.abort();
    this.#mirror = this.#painter = null;
    this.#composing = false;
  }

  paint(marks: Mark[]): void {
    const mirror = this.#mirror;
    if (!mirror || !this.control.ownerDocument.defaultView) return;
    mirror.copy();
    mirror.lay();
    this.#painter?.paint(marks, (span) => mirror.ends(span));
  }

  reveal(span: Span, focus: boolean): void {
    const { control } = this;
    this.#mirror?.copy();
    this.#mirror?.lay();
    const ends = this.#mirror?.ends(span);
    if (!ends) return;
    if (focus) {
      control.focus({ preventScroll: true });
      control.setSelectionRange(span.start, span.start);
    }
    bringIntoView(rangeOf(ends).getBoundingClientRect(), control);
  }

  #tell(): void {
    const { value } = this.control;
    if (value === this.#told) return;
    // The marks go along with what an input method is still at; the reading waits for its end.
    this.#mirror?.copy();
    this.#mirror?.scroll();
    if (this.#composing) return;
    this.#told = value;
    this.#listener?.changed();
  }
}

// The words of a text field once more, laid exactly over it: unseen themselves, they carry its marks.
import type { Span } from "bilan-core";
import { common, visibleArea } from "./area";
import { editBetween } from "./edit";
import { set, type Layer } from "./layer";
import type { Ends } from "./marks";
import { lastIndex } from "./search";

export type TextControl = HTMLTextAreaElement | HTMLInputElement;

/** What decides where a line breaks and a letter stands. */
const TYPE = `font-family font-size font-weight font-style font-stretch font-variant-ligatures font-variant-caps
  font-variant-numeric font-variant-east-asian font-variant-alternates font-variant-position font-feature-settings
  font-variation-settings font-kerning font-optical-sizing font-size-adjust font-synthesis letter-spacing word-spacing
  line-height text-align text-align-last text-indent text-transform text-rendering text-spacing-trim text-autospace tab-size direction unicode-bidi
  overflow-wrap word-break line-break hyphens writing-mode -webkit-font-smoothing text-size-adjust
  padding-top padding-right padding-bottom padding-left`.split(/\s+/);

export class Mirror {
  readonly #box: HTMLElement;
  readonly #multiline: boolean;
  #text = "";
  /** Each line is a block of its own with its line feed, so that a key has one line laid out anew. */
  #lines: Text[] = [];
  #starts: number[] = [];

  constructor(readonly field: TextControl, readonly layer: Layer) {
    this.#multiline = field.localName === "textarea";
    this.#box = field.ownerDocument.createElement("div");
    set(this.#box, { position: "absolute", overflow: "hidden", "box-sizing": "border-box", color: "transparent" });
    layer.inside.append(this.#box);
    this.#replace(0, 0, [""]);
  }

  /** Takes the words of the field over; ranges in them go along. */
  copy(): void {
    const text = this.field.value;
    if (text === this.#text) return;
    const { start, removed, inserted } = editBetween(this.#text, text);
    this.#text = text;
    const first = this.#lineAt(start);
    const last = this.#lineAt(start + removed);
    const from = this.#starts[first]!;
    if (first === last && !inserted.includes("\n")) this.#lines[first]!.replaceData(start - from, removed, inserted);
    else {
      const head = this.#lines[first]!.data.slice(0, start - from);
      const tail = this.#lines[last]!.data.slice(start + removed - this.#starts[last]!, -1);
      this.#replace(first, last + 1, (head + inserted + tail).split("\n"));
    }
    this.#count();
  }

  /** Where a span of the text lies; null when it is not in it. */
  ends({ start, end }: Span): Ends | null {
    if (end > this.#text.length) return null;
    const [first, last] = [this.#lineAt(start), this.#lineAt(end)];
    return {
      startNode: this.#lines[first]!, startOffset: start - this.#starts[first]!,
      endNode: this.#lines[last]!, endOffset: end - this.#starts[last]!,
    };
  }

  /** Puts lines in the place of those from `from` to `to`. */
  #replace(from: number, to: number, lines: string[]): void {
    const document = this.field.ownerDocument;
    const all = document.createDocumentFragment();
    const nodes = lines.map((line) => {
      const box = document.createElement("div");
      const node = document.createTextNode(`${line}\n`);
      box.append(node);
      all.append(box);
      return node;
    });
    for (const old of this.#lines.slice(from, to)) old.parentElement?.remove();
    this.#box.insertBefore(all, this.#box.children[from] ?? null);
    this.#lines = [...this.#lines.slice(0, from), ...nodes, ...this.#lines.slice(to)];
    this.#count();
    // An indent is that of the first line only.
    for (const line of nodes) if (line !== this.#lines[0]) set(line.parentElement!, { "text-indent": "0" });
  }

  #count(): void {
    let at = 0;
    this.#starts = this.#lines.map((line) => (at += line.length) - line.length);
  }

  #lineAt(offset: number): number {
    return lastIndex(this.#starts.length, (line) => this.#starts[line]! <= offset);
  }

  /** Lies over the field in its present place, size, and type. */
  lay(): void {
    const { field } = this;
    const style = field.ownerDocument.defaultView!.getComputedStyle(field);
    const rect = field.getBoundingClientRect();
    const shown = rect.width > 0 && style.visibility === "visible";
    set(this.#box, { display: shown ? "block" : "none" });
    if (!shown) return;
    this.layer.settle();
    // What lies inside the border and beside a scroll bar.
    const left = rect.left + field.clientLeft;
    const top = rect.top + field.clientTop;
    const { origin } = this.layer;
    const seen = common(visibleArea(field), rect);
    const right = left + field.clientWidth;
    const bottom = top + field.clientHeight;
    for (const name of TYPE) set(this.#box, { [name]: style.getPropertyValue(name) });
    set(this.#box, {
      left: `${left - origin.left}px`, top: `${top - origin.top}px`,
      width: `${field.clientWidth}px`, height: `${field.clientHeight}px`,
      "white-space": this.#multiline ? style.whiteSpace : "pre",
      "clip-path": `inset(${[seen.top - top, right - seen.right, bottom - seen.bottom, seen.left - left].map((by) => `${Math.max(0, by)}px`).join(" ")})`,
    });
    // The one line of an input stands in the middle of it.
    if (!this.#multiline) {
      const height = field.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
      set(this.#box, { "line-height": `${height}px` });
    }
    this.scroll();
  }

  scroll(): void {
    if (this.#box.scrollTop !== this.field.scrollTop) this.#box.scrollTop = this.field.scrollTop;
    if (this.#box.scrollLeft !== this.field.scrollLeft) this.#box.scrollLeft = this.field.scrollLeft;
  }
}

// A text as lines below an element, each a block of its own with its line feed: so a key has one line laid out anew.
import type { Span } from "bilan-core";
import { editBetween } from "./edit";
import { set } from "./layer";
import type { Ends } from "./marks";
import { lastIndex } from "./search";

export class Lines {
  #text = "";
  #nodes: Text[] = [];
  /** Where each line begins in the text; UTF-16 code units. */
  #starts: number[] = [];

  constructor(readonly box: HTMLElement) {
    box.replaceChildren();
    this.#replace(0, 0, [""]);
  }

  get text(): string {
    return this.#text;
  }

  /** Takes `text` over; what lies before and behind the edit stays as it is, and ranges in it go along. */
  show(text: string): void {
    if (text === this.#text) return;
    const { start, removed, inserted } = editBetween(this.#text, text);
    this.#text = text;
    const first = this.#lineAt(start);
    const last = this.#lineAt(start + removed);
    const from = this.#starts[first]!;
    if (first === last && !inserted.includes("\n")) {
      this.#nodes[first]!.replaceData(start - from, removed, inserted);
      this.#count();
      return;
    }
    const head = this.#nodes[first]!.data.slice(0, start - from);
    const tail = this.#nodes[last]!.data.slice(start + removed - this.#starts[last]!, -1);
    this.#replace(first, last + 1, (head + inserted + tail).split("\n"));
  }

  /** Where a span of the text lies; null when it is not in it. */
  ends({ start, end }: Span): Ends | null {
    if (end > this.#text.length) return null;
    const [first, last] = [this.#lineAt(start), this.#lineAt(end)];
    return {
      startNode: this.#nodes[first]!, startOffset: start - this.#starts[first]!,
      endNode: this.#nodes[last]!, endOffset: end - this.#starts[last]!,
    };
  }

  /** Puts lines in the place of those from `from` to `to`. */
  #replace(from: number, to: number, lines: string[]): void {
    const document = this.box.ownerDocument;
    const all = document.createDocumentFragment();
    const nodes = lines.map((line) => {
      const block = document.createElement("div");
      const node = document.createTextNode(`${line}\n`);
      // Each paragraph has a direction of its own where the field gives it one; that is not handed down by itself.
      set(block, { "unicode-bidi": "inherit" });
      block.append(node);
      all.append(block);
      return node;
    });
    for (const old of this.#nodes.slice(from, to)) old.parentElement?.remove();
    this.box.insertBefore(all, this.box.children[from] ?? null);
    this.#nodes = [...this.#nodes.slice(0, from), ...nodes, ...this.#nodes.slice(to)];
    this.#count();
    // An indent is that of the first line only.
    for (const line of nodes) if (line !== this.#nodes[0]) set(line.parentElement!, { "text-indent": "0" });
  }

  #count(): void {
    let at = 0;
    this.#starts = this.#nodes.map((line) => (at += line.length) - line.length);
  }

  #lineAt(offset: number): number {
    return lastIndex(this.#starts.length, (line) => this.#starts[line]! <= offset);
  }
}

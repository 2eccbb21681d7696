// Marks are painted by the CSS Custom Highlight API: the text stays one untouched node.
import type { Flag, Span } from "bilan-core";

export type MarkName = Flag["severity"] | "selected" | "related";

export interface Mark {
  name: MarkName;
  span: Span;
}

/** Where marks overlap, the graver ground is seen, and that of the selection above all; lines are all drawn. */
const PRIORITY: Record<MarkName, number> = { info: 0, warning: 1, error: 2, related: 3, selected: 4 };

export const canHighlight = typeof Highlight === "function" && "highlights" in CSS;

/** The registry is one per document: every element adds its own ranges to it and takes them away. */
function registered(name: MarkName): Highlight {
  const key = `bilan-${name}`;
  let highlight = CSS.highlights.get(key);
  if (!highlight) {
    highlight = new Highlight();
    highlight.priority = PRIORITY[name];
    CSS.highlights.set(key, highlight);
  }
  return highlight;
}

/** The marks of one text node. */
export class Painter {
  #ranges: { range: Range; highlight: Highlight }[] = [];

  paint(node: Text, marks: Mark[]): void {
    this.clear();
    if (!canHighlight) return;
    for (const { name, span } of marks) {
      if (span.end > node.length) continue; // of an older text; its report is on the way
      const range = document.createRange();
      range.setStart(node, span.start);
      range.setEnd(node, span.end);
      const highlight = registered(name);
      highlight.add(range);
      this.#ranges.push({ range, highlight });
    }
  }

  clear(): void {
    for (const { range, highlight } of this.#ranges) highlight.delete(range);
    this.#ranges = [];
  }
}

// Marks are painted by the CSS Custom Highlight API: neither text nor DOM is touched.
import type { Flag, Span } from "bilan-core";

/** `done` is the mark of what was settled. */
export type MarkName = Flag["severity"] | "done" | "selected" | "related";

export interface Mark {
  name: MarkName;
  span: Span;
}

/** A window, also that of a frame: each has its own registry of highlights. */
export type View = Window & typeof globalThis;

/** Where a span lies in the DOM. */
export interface Ends {
  startNode: Node;
  startOffset: number;
  endNode: Node;
  endOffset: number;
}

/** Gives the place of a span; null for one of an older text, whose report is on the way. */
export type Place = (span: Span) => Ends | null;

/** What paints marks. */
export interface Painter {
  /** Paints these marks and no others. */
  paint(marks: Mark[], place: Place): void;
  clear(): void;
}

/** Where marks overlap, the graver ground is seen, and that of the selection above all; lines are all drawn. */
const PRIORITY: Record<MarkName, number> = { done: 0, info: 1, warning: 2, error: 3, related: 4, selected: 5 };

export function canHighlight(view: View): boolean {
  return typeof view.Highlight === "function" && "highlights" in view.CSS;
}

export function rangeOf(document: Document, ends: Ends): Range {
  const range = document.createRange();
  range.setStart(ends.startNode, ends.startOffset);
  range.setEnd(ends.endNode, ends.endOffset);
  return range;
}

/** The marks of one field. The registry is one per window: each field adds its own ranges to it and takes them away. */
export class HighlightPainter implements Painter {
  #painted: { name: MarkName; range: Range }[] = [];

  constructor(readonly view: View) {}

  paint(marks: Mark[], place: Place): void {
    // Ranges go along with edits. One that is where it has to be stays: a mark must not flicker.
    const old = new Map<Node, { name: MarkName; range: Range }[]>();
    for (const one of this.#painted) {
      const there = old.get(one.range.startContainer);
      if (there) there.push(one);
      else old.set(one.range.startContainer, [one]);
    }
    this.#painted = [];
    for (const { name, span } of marks) {
      const ends = place(span);
      if (!ends) continue;
      const there = old.get(ends.startNode);
      const at = there?.findIndex((one) => one.name === name && lies(one.range, ends)) ?? -1;
      const [same] = at < 0 ? [] : (there?.splice(at, 1) ?? []);
      this.#painted.push(same ?? this.#add(name, ends));
    }
    for (const there of old.values()) for (const { name, range } of there) this.#remove(name, range);
  }

  clear(): void {
    for (const { name, range } of this.#painted) this.#remove(name, range);
    this.#painted = [];
  }

  #add(name: MarkName, ends: Ends): { name: MarkName; range: Range } {
    const { Highlight, CSS, document } = this.view;
    const range = rangeOf(document, ends);
    let highlight = CSS.highlights.get(`bilan-${name}`);
    if (!highlight) {
      highlight = new Highlight();
      highlight.priority = PRIORITY[name];
      CSS.highlights.set(`bilan-${name}`, highlight);
    }
    highlight.add(range);
    return { name, range };
  }

  #remove(name: MarkName, range: Range): void {
    const { highlights } = this.view.CSS;
    const highlight = highlights.get(`bilan-${name}`);
    highlight?.delete(range);
    if (highlight?.size === 0) highlights.delete(`bilan-${name}`);
  }
}

function lies(range: Range, { startOffset, endNode, endOffset }: Ends): boolean {
  return range.startOffset === startOffset && range.endContainer === endNode && range.endOffset === endOffset;
}

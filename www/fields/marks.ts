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

export function rangeOf(ends: Ends): Range {
  const range = ends.startNode.ownerDocument!.createRange();
  range.setStart(ends.startNode, ends.startOffset);
  range.setEnd(ends.endNode, ends.endOffset);
  return range;
}

interface Painted {
  name: MarkName;
  range: Range;
}

/** The marks of one field. The registry is one per window: each field adds its own ranges to it and takes them away. */
export class HighlightPainter implements Painter {
  #painted: Painted[] = [];

  constructor(readonly view: View) {}

  paint(marks: Mark[], place: Place): void {
    // Ranges go along with edits. One that is where it has to be stays: a mark must not flicker.
    const old = new Map<Node, Map<string, Painted>>();
    for (const painted of this.#painted) {
      const { startContainer, startOffset, endOffset } = painted.range;
      let there = old.get(startContainer);
      if (!there) old.set(startContainer, (there = new Map()));
      const key = `${painted.name} ${startOffset} ${endOffset}`;
      if (there.has(key)) this.#remove(painted);
      else there.set(key, painted);
    }
    this.#painted = [];
    for (const { name, span } of marks) {
      const ends = place(span);
      if (!ends) continue;
      const there = old.get(ends.startNode);
      const key = `${name} ${ends.startOffset} ${ends.endOffset}`;
      const same = there?.get(key);
      if (same?.range.endContainer === ends.endNode) {
        there?.delete(key);
        this.#painted.push(same);
      } else this.#painted.push(this.#add(name, ends));
    }
    for (const there of old.values()) for (const painted of there.values()) this.#remove(painted);
  }

  clear(): void {
    for (const painted of this.#painted) this.#remove(painted);
    this.#painted = [];
  }

  #add(name: MarkName, ends: Ends): Painted {
    const { Highlight, CSS } = this.view;
    let highlight = CSS.highlights.get(`bilan-${name}`);
    if (!highlight) {
      highlight = new Highlight();
      highlight.priority = PRIORITY[name];
      CSS.highlights.set(`bilan-${name}`, highlight);
    }
    const range = rangeOf(ends);
    highlight.add(range);
    return { name, range };
  }

  #remove({ name, range }: Painted): void {
    const { highlights } = this.view.CSS;
    const highlight = highlights.get(`bilan-${name}`);
    highlight?.delete(range);
    if (highlight?.size === 0) highlights.delete(`bilan-${name}`);
  }
}

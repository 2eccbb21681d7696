// Marks as boxes over the words, for a browser without highlights.
import { common, visibleArea } from "./area";
import { set, type Layer } from "./layer";
import { rangeOf, type Mark, type MarkName, type Painter, type Place } from "./marks";

export class BoxPainter implements Painter {
  #painted: { name: MarkName; range: Range }[] = [];
  #drawn = "";

  constructor(readonly layer: Layer) {}

  paint(marks: Mark[], place: Place): void {
    this.#painted = marks.flatMap(({ name, span }) => {
      const ends = place(span);
      return ends ? [{ name, range: rangeOf(ends) }] : [];
    });
    this.draw();
  }

  /** Draws anew if field or words lie elsewhere than when they were drawn last. */
  moved(): void {
    if (this.#painted.length > 0 && this.#place() !== this.#drawn) this.draw();
  }

  /** Puts every box where its words are now. */
  draw(): void {
    const { inside, field, origin } = this.layer;
    const area = visibleArea(field);
    this.#drawn = this.#place();
    this.layer.settle();
    const boxes = this.#painted.flatMap(({ name, range }) => {
      // An element that is marked as a whole is listed beside its words.
      const seen = new Set<string>();
      return [...range.getClientRects()].flatMap((rect) => {
        const { left, top, right, bottom } = common(area, rect);
        const key = `${Math.round(left)} ${Math.round(top)} ${Math.round(right)}`;
        if (right - left < 0.5 || bottom - top < 0.5 || seen.has(key)) return [];
        seen.add(key);
        const box = field.ownerDocument.createElement("div");
        box.className = `box bilan-${name}`;
        set(box, {
          left: `${left - origin.left}px`, top: `${top - origin.top}px`,
          width: `${right - left}px`, height: `${bottom - top}px`,
        });
        return [box];
      });
    });
    for (const old of inside.querySelectorAll(".box")) old.remove();
    inside.append(...boxes);
  }

  /** Where field, the window of it, and the last words are in the layer: if none moves, nothing does. */
  #place(): string {
    const { origin, field } = this.layer;
    const { left, top, right, bottom } = visibleArea(field);
    const { left: x, top: y } = this.#painted.at(-1)?.range.getBoundingClientRect() ?? field.getBoundingClientRect();
    return [left, top, right, bottom, x, y].map((at, i) => Math.round(at - (i % 2 === 0 ? origin.left : origin.top))).join(" ");
  }

  clear(): void {
    this.#painted = [];
    for (const old of this.layer.inside.querySelectorAll(".box")) old.remove();
  }
}

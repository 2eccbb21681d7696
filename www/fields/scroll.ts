// Brings a place into view as a person would: every box that scrolls moves as little as it has to.
import { above } from "./area";

/** Kept free above and below the place, in CSS pixels. */
const MARGIN = 56;

/** Scrolls whatever scrolls around `element` until `rect`, in coordinates of its window, is in view. */
export function bringIntoView(rect: DOMRect, element: Element): void {
  const view = element.ownerDocument.defaultView;
  if (!view) return;
  const behavior = view.matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
  let { top, bottom, left, right } = rect;
  const page = element.ownerDocument.scrollingElement;
  for (let at: Element | null = element; at; at = above(at)) {
    if (at === page || at === element.ownerDocument.body) continue;
    const { overflowX, overflowY } = view.getComputedStyle(at);
    const box = at.getBoundingClientRect();
    const inTop = box.top + at.clientTop;
    const inLeft = box.left + at.clientLeft;
    // A text field scrolls whatever its style says.
    const control = at.localName === "textarea" || at.localName === "input";
    const down = control || scrolls(overflowY) ? within(at.scrollTop, at.scrollHeight - at.clientHeight, away(top, bottom, inTop, inTop + at.clientHeight)) : 0;
    const along = control || scrolls(overflowX) ? beside(left, right, inLeft, inLeft + at.clientWidth) : 0;
    if (down || along) at.scrollBy({ top: down, left: along, behavior });
    top -= down;
    bottom -= down;
    left -= along;
    right -= along;
  }
  const down = away(top, bottom, 0, view.innerHeight);
  if (down) view.scrollBy({ top: down, behavior });
  const frame = frameOf(view);
  if (!frame) return;
  // The window of a frame has moved the place; the frame itself may be out of view.
  const box = frame.getBoundingClientRect();
  const moved = page ? within(page.scrollTop, page.scrollHeight - view.innerHeight, down) : 0;
  bringIntoView(new DOMRect(box.left + frame.clientLeft + left, box.top + frame.clientTop + top - moved, right - left, bottom - top), frame);
}

function scrolls(overflow: string): boolean {
  return /auto|scroll|hidden/.test(overflow);
}

/** How far to scroll until `from`–`to` is inside `start`–`end`. */
function away(from: number, to: number, start: number, end: number): number {
  const margin = Math.min(MARGIN, Math.max(0, (end - start - (to - from)) / 2));
  if (from < start + margin) return from - start - margin;
  if (to > end - margin) return Math.min(to - end + margin, from - start - margin);
  return 0;
}

function beside(from: number, to: number, start: number, end: number): number {
  if (from < start) return from - start;
  return to > end ? Math.min(to - end, from - start) : 0;
}

/** How far a box can go that stands at `at` and goes to `most`. */
function within(at: number, most: number, by: number): number {
  return Math.max(-at, Math.min(by, Math.max(0, most - at)));
}

function frameOf(view: Window): Element | null {
  try {
    return view.frameElement;
  } catch {
    return null; // of another origin
  }
}

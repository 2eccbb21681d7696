// Where an element is seen, in CSS pixels of its window, and when that may have changed.

export interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** How often an element is looked at that moved without an event, in milliseconds. */
const LOOK = 250;

/** The part of `element` that no box around it cuts off. */
export function visibleArea(element: Element): Area {
  const view = element.ownerDocument.defaultView!;
  let area: Area = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
  for (let at: Element | null = element; at && at !== element.ownerDocument.body; at = above(at)) {
    if (at !== element && view.getComputedStyle(at).overflow === "visible") continue;
    const { left, top } = at.getBoundingClientRect();
    const inner = { left: left + at.clientLeft, top: top + at.clientTop };
    area = common(area, { ...inner, right: inner.left + at.clientWidth, bottom: inner.top + at.clientHeight });
  }
  return area;
}

export function common(one: Area, other: Area): Area {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}

/** The element around `element`, also from a slot or a shadow root. */
export function above(element: Element): Element | null {
  return element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
}

/**
 * Calls `moved` whenever `element` may be seen elsewhere, until `signal` is aborted. Most moves have
 * an event; those of a page that is laid out anew have none, so it is called four times a second besides.
 */
export function follow(element: Element, moved: () => void, signal: AbortSignal): void {
  const document = element.ownerDocument;
  const view = document.defaultView!;
  view.addEventListener("scroll", moved, { capture: true, passive: true, signal });
  view.addEventListener("resize", moved, { signal });
  document.fonts.addEventListener("loadingdone", moved, { signal });
  const size = new ResizeObserver(moved);
  size.observe(element);
  const timer = setInterval(() => document.hidden || !document.defaultView || moved(), LOOK);
  signal.addEventListener("abort", () => {
    size.disconnect();
    clearInterval(timer);
  });
}

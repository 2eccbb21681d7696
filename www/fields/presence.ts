// Whether an element is still in the page.

/**
 * Calls `gone` once when `element` was taken out of its document, and not put back at once; gives
 * back how to stop that. Only the lists of children on the way up are watched, each for itself: to
 * watch a whole document would cost the page something with each change of it.
 */
export function whenGone(element: Element, gone: () => void): () => void {
  const view = element.ownerDocument.defaultView;
  let wasThere = element.isConnected;
  const watch = new MutationObserver(() => {
    if (element.isConnected || !wasThere) return look();
    stop();
    gone();
  });
  const look = () => {
    wasThere = element.isConnected;
    watch.disconnect();
    for (let at: Node | null = parentOf(element); at; at = parentOf(at)) watch.observe(at, { childList: true });
  };
  const stop = () => {
    watch.disconnect();
    view?.removeEventListener("pagehide", left);
  };
  // The document of a frame ends with the frame, or with another one in its place; told once it has.
  const left = () => {
    stop();
    setTimeout(gone);
  };
  look();
  if (view !== window) view?.addEventListener("pagehide", left);
  return stop;
}

/** The node above, also from a shadow root to its host. */
function parentOf(node: Node): Node | null {
  return node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;
}

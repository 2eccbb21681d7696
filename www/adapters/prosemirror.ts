// ProseMirror (prosemirror-view 1):
//
//   import { prosemirror } from "bilan-check/adapters/prosemirror";
//   const view = new EditorView(place, { state });
//   document.querySelector("bilan-check").field = prosemirror(view);
//
// Widgets of decorations, such as the carets of others, and the breaks that keep a line open are no part
// of the article; what a node view shows is. ProseMirror tells nobody of a change but its plugins: the element watches the DOM. A view
// that was mounted on a given element leaves it in the page when it is destroyed: set `field` to null then.
import type { EditorBinding } from "../fields/field";
import { skipping } from "../fields/adapter";

/** What is used of an `EditorView`. */
export interface ProseMirrorView {
  readonly dom: HTMLElement;
}

const OWN = ".ProseMirror-widget, .ProseMirror-trailingBreak";

export function prosemirror(view: ProseMirrorView): EditorBinding {
  return { root: view.dom, skips: skipping(OWN) };
}

// Trix 2:
//
//   import { trix } from "bilan-check/adapters/trix";
//   const element = document.querySelector("trix-editor");
//   document.querySelector("bilan-check").field = trix(element);
//
// Trix writes the nodes of a block anew after most keys: marks are laid afresh each time. What it
// does not serialise, and the tools of an attachment that is being edited, are no part of the article;
// the caption of an attachment is.
import type { EditorBinding } from "../fields/field";
import { skipping } from "../fields/adapter";

const OWN = "[data-trix-serialize=false], [data-trix-cursor-target], [data-trix-mutable]";

/** `element` is a `<trix-editor>`. */
export function trix(element: HTMLElement): EditorBinding {
  return { root: element, skips: skipping(OWN) };
}

// Trix 2:
//
//   import { trix } from "bilan-check/adapters/trix";
//   const element = document.querySelector("trix-editor");
//   document.querySelector("bilan-check").field = trix(element);
//
// Trix writes the nodes of a block anew after most keys: marks are laid afresh each time. The tools of an
// attachment, and the name and size of a file in the place of a caption, are no part of the article.
import type { EditorBinding } from "../fields/field";
import { skipping } from "../fields/adapter";

const OWN = "[data-trix-serialize=false], [data-trix-mutable], .attachment__caption:not(.attachment__caption--edited)";

/** `element` is a `<trix-editor>`. */
export function trix(element: HTMLElement): EditorBinding {
  return { root: element, skips: skipping(OWN) };
}

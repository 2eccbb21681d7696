// Quill 2:
//
//   import { quill } from "bilan-check/adapters/quill";
//   const editor = new Quill(place, { theme: "snow" });
//   document.querySelector("bilan-check").field = quill(editor);
//
// `.ql-ui` holds list markers and menus. What is written inside `.ql-cursor` is text on its way: it counts.
// Quill has no end of its own: the binding ends when its element leaves the page.
import type { EditorBinding } from "../fields/field";
import { skipping } from "../fields/adapter";

/** What is used of a `Quill`. */
export interface QuillEditor {
  readonly root: HTMLElement;
}

export function quill(editor: QuillEditor): EditorBinding {
  return { root: editor.root, skips: skipping(".ql-ui") };
}

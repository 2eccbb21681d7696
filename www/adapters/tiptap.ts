// Tiptap (@tiptap/core 3), without a framework or with its React, Vue and other wrappers:
//
//   import { tiptap } from "bilan-check/adapters/tiptap";
//   const editor = new Editor({ element, extensions: [StarterKit] });
//   document.querySelector("bilan-check").field = tiptap(editor);
//
// Tiptap is ProseMirror. An editor without an element has no view yet: bind it when it tells `mount`.
import type { EditorBinding } from "../fields/field";
import { prosemirror, type ProseMirrorView } from "./prosemirror";

/** What is used of an `Editor`. */
export interface TiptapEditor {
  readonly view: ProseMirrorView;
  on(event: "destroy", callback: () => void): unknown;
  off(event: "destroy", callback: () => void): unknown;
}

export function tiptap(editor: TiptapEditor): EditorBinding {
  return {
    ...prosemirror(editor.view),
    ended: (gone) => {
      editor.on("destroy", gone);
      return () => void editor.off("destroy", gone);
    },
  };
}

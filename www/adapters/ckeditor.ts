// CKEditor 5:
//
//   import { ckeditor } from "bilan-check/adapters/ckeditor";
//   const editor = await ClassicEditor.create(place, { licenseKey: "GPL", plugins });
//   document.querySelector("bilan-check").field = ckeditor(editor);
//
// Of a widget what can be edited in it is read, of a table its cells; its handles are not, nor are fillers
// and what stands in for a selected widget. The model tells of a change before the view shows it: the element watches the DOM.
// An editor with several roots is bound one root to an element: name the root.
import type { EditorBinding } from "../fields/field";
import { rootOf, skipping } from "../fields/adapter";

/** What is used of an `Editor`. */
export interface CkEditor {
  readonly editing: { readonly view: { getDomRoot(name?: string): HTMLElement | undefined } };
  on(event: "destroy", callback: () => void): void;
  off(event: "destroy", callback: () => void): void;
}

const OWN = ".ck-fake-selection-container, [data-cke-filler]";

export function ckeditor(editor: CkEditor, root = "main"): EditorBinding {
  return {
    root: rootOf(editor.editing.view.getDomRoot(root), "once it is created, by the name of one of its roots"),
    skips: skipping(OWN),
    ended: (gone) => {
      editor.on("destroy", gone);
      return () => editor.off("destroy", gone);
    },
  };
}

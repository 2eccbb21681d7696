// TinyMCE 8, in its frame or inline:
//
//   import { tinymce as bind } from "bilan-check/adapters/tinymce";
//   const [editor] = await tinymce.init({ target, license_key: "gpl" });
//   document.querySelector("bilan-check").field = bind(editor);
//
// The article is the body of a frame: marks are painted by that frame's own highlights. A frame under
// `sandbox_iframes` without `allow-same-origin` is closed to every script, also to this one.
import type { EditorBinding } from "../fields/field";
import { rootOf, skipping } from "../fields/adapter";

/** What is used of an `Editor`. */
export interface TinyMceEditor {
  getBody(): HTMLElement | null;
  on(event: "remove", callback: () => void): unknown;
  off(event: "remove", callback: () => void): unknown;
}

/** An element that is bogus alone loses only its tags when TinyMCE saves: its words stay. */
const OWN = "[data-mce-bogus=all], br[data-mce-bogus]";

export function tinymce(editor: TinyMceEditor): EditorBinding {
  return {
    root: rootOf(editor.getBody(), "when it tells “init”"),
    skips: skipping(OWN),
    ended: (gone) => {
      editor.on("remove", gone);
      return () => void editor.off("remove", gone);
    },
  };
}

// Lexical, plain or with React (`const [editor] = useLexicalComposerContext()`):
//
//   import { lexical } from "bilan-check/adapters/lexical";
//   editor.setRootElement(element);
//   document.querySelector("bilan-check").field = lexical(editor);
//
// Decorators are components of the host, no text of the article, and so is the cursor between blocks.
// Lexical keeps its editor when the element goes: the binding ends with the element.
import type { EditorBinding } from "../fields/field";
import { rootOf, skipping } from "../fields/adapter";

/** What is used of a `LexicalEditor`. */
export interface LexicalEditor {
  getRootElement(): HTMLElement | null;
  /** Tells of the root there is at once, then of every change of it. */
  registerRootListener(listener: (root: HTMLElement | null) => void): () => void;
}

export function lexical(editor: LexicalEditor): EditorBinding {
  const root = rootOf(editor.getRootElement(), "after setRootElement");
  return {
    root,
    skips: skipping("[data-lexical-decorator], [data-lexical-cursor]"),
    ended: (gone) => editor.registerRootListener((now) => {
      if (now !== root) gone();
    }),
  };
}

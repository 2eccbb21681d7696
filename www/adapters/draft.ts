// Draft.js, as Superdesk has it:
//
//   import { draft } from "bilan-check/adapters/draft";
//   <Editor ref={(editor) => { if (editor) check.field = draft(editor); }} … />
//
// Takes the mounted component, that of `@draft-js-plugins/editor`, or any element around it. React
// owns every node below the root, and a foreign one breaks it: marks never touch the DOM. Every
// block is a paragraph; of an atomic one (picture, embed, table) only what can be edited in it is read.
import type { EditorBinding } from "../fields/field";
import { rootOf } from "../fields/adapter";

/** A mounted `Editor`, whose `editor` is its element, or a plug-in editor, whose `editor` is that. */
export interface DraftEditor {
  readonly editor?: HTMLElement | DraftEditor | null;
}

const ROOT = ".public-DraftEditor-content";

export function draft(editor: DraftEditor | HTMLElement): EditorBinding {
  let around: DraftEditor | HTMLElement | null | undefined = editor;
  while (around && !("querySelector" in around)) around = around.editor;
  return {
    root: rootOf(around?.matches(ROOT) ? around : around?.querySelector<HTMLElement>(ROOT), "once it is mounted"),
    divIsParagraph: true,
  };
}

// Tiptap with its starter kit, bound to the element.
import { Editor } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import { tiptap } from "../adapters/tiptap.js";

const element = document.getElementById("draft")!;
const content = element.innerHTML;
element.replaceChildren();

export const editor = new Editor({
  element,
  content,
  extensions: [StarterKit],
  editorProps: { attributes: { "aria-label": "Draft" } },
});

document.querySelector("bilan-check")!.field = tiptap(editor);

// Tiptap with its starter kit, bound to the element.
import { Editor } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import "prosemirror-view/style/prosemirror.css";
import { tiptap } from "../adapters/tiptap.js";

const text = (text: string, ...marks: string[]) => ({ type: "text", text, marks: marks.map((type) => ({ type })) });

export const editor = new Editor({
  element: document.getElementById("draft")!,
  // As HTML it would have to be parsed, which Trusted Types do not allow.
  content: {
    type: "doc",
    content: [{
      type: "paragraph",
      content: [text("The army acknowledged "), text("heavy losses", "bold"), text(" on Sunday without giving a number.")],
    }],
  },
  extensions: [StarterKit],
  injectCSS: false, // its style element would need 'unsafe-inline'; the same rules come from a file
  editorProps: { attributes: { "aria-label": "Draft" } },
});

document.querySelector("bilan-check")!.field = tiptap(editor);

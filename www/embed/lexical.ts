// Lexical without React, with rich text and its history, bound to the element.
import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { registerRichText } from "@lexical/rich-text";
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from "lexical";
import { lexical } from "../adapters/lexical.js";

export const editor = createEditor({
  namespace: "draft",
  onError: (error) => {
    throw error;
  },
});
registerRichText(editor);
registerHistory(editor, createEmptyHistoryState(), 300);
editor.setRootElement(document.getElementById("draft"));
editor.update(
  () => {
    const bold = $createTextNode("heavy losses").toggleFormat("bold");
    const words = [$createTextNode("The army acknowledged "), bold, $createTextNode(" on Sunday without giving a number.")];
    $getRoot().append($createParagraphNode().append(...words));
  },
  { discrete: true, tag: "history-merge" },
);

document.querySelector("bilan-check")!.field = lexical(editor);

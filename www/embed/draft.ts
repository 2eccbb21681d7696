// Draft.js in React, bound to the element once it is mounted.
import { ContentState, convertToRaw, Editor, EditorState } from "draft-js";
import "draft-js/dist/Draft.css";
import { createElement, useState } from "react";
import { render, unmountComponentAtNode } from "react-dom";
import { draft } from "../adapters/draft.js";

const check = document.querySelector("bilan-check")!;
const start = ContentState.createFromText("The army acknowledged heavy losses on Sunday without giving a number.");

/** What a host would save. */
export let saved = convertToRaw(start);

function Draft() {
  const [editorState, setState] = useState(() => EditorState.createWithContent(start));
  return createElement(Editor, {
    editorState,
    ariaLabel: "Draft",
    onChange: (state: EditorState) => {
      saved = convertToRaw(state.getCurrentContent());
      setState(state);
    },
    ref: (editor: Editor | null) => {
      if (editor) check.field = draft(editor);
    },
  });
}

const place = document.getElementById("draft")!;
render(createElement(Draft), place);

/** Takes the editor away. */
export const unmount = () => unmountComponentAtNode(place);

// Draft.js in React, bound to the element once it is mounted.
import { ContentState, convertFromRaw, convertToRaw, Editor, EditorState } from "draft-js";
import "draft-js/dist/Draft.css";
import { createElement, useState } from "react";
import { render, unmountComponentAtNode } from "react-dom";
import { draft } from "../adapters/draft.js";

const check = document.querySelector("bilan-check")!;
const start = ContentState.createFromText("The army acknowledged heavy losses on Sunday without giving a number.");

/** What a host saves. */
export let saved = convertToRaw(start);

/** Shows what was saved. */
export let load: (content: typeof saved) => void;

function Draft() {
  const [editorState, setState] = useState(() => EditorState.createWithContent(start));
  load = (content) => {
    saved = content;
    setState(EditorState.createWithContent(convertFromRaw(content)));
  };
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

// A plain ProseMirror with its basic schema, bound to the element.
import { baseKeymap } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { DOMParser } from "prosemirror-model";
import { schema } from "prosemirror-schema-basic";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import "prosemirror-view/style/prosemirror.css";
import { prosemirror } from "../adapters/prosemirror.js";

const place = document.getElementById("draft")!;
const doc = DOMParser.fromSchema(schema).parse(place);
place.replaceChildren();

export const view = new EditorView(place, {
  state: EditorState.create({
    doc,
    plugins: [history(), keymap({ "Mod-z": undo, "Mod-y": redo }), keymap(baseKeymap)],
  }),
  attributes: { role: "textbox", "aria-multiline": "true", "aria-label": "Draft" },
});

document.querySelector("bilan-check")!.field = prosemirror(view);

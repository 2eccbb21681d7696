// Every editor with something of its own among the words of the article, and the binding of each by name.
import { Plugin, EditorState } from "prosemirror-state";
import { schema } from "prosemirror-schema-basic";
import { Decoration, DecorationSet, EditorView } from "prosemirror-view";
import { ClassicEditor, Essentials, HorizontalLine, Paragraph, Table } from "ckeditor5";
import { $createParagraphNode, $createTextNode, $getRoot, createEditor, DecoratorNode } from "lexical";
import { registerRichText } from "@lexical/rich-text";
import Quill from "quill";
import tinymce from "tinymce";
import "tinymce/icons/default";
import "tinymce/models/dom";
import "tinymce/themes/silver";
import "trix";
import { AtomicBlockUtils, ContentState, Editor, EditorState as DraftState } from "draft-js";
import { createElement } from "react";
import { render } from "react-dom";
import { ckeditor } from "../../www/adapters/ckeditor";
import { draft } from "../../www/adapters/draft";
import { lexical } from "../../www/adapters/lexical";
import { prosemirror } from "../../www/adapters/prosemirror";
import { quill } from "../../www/adapters/quill";
import { tinymce as tiny } from "../../www/adapters/tinymce";
import { trix } from "../../www/adapters/trix";

function place() {
  const div = document.createElement("div");
  document.body.append(div);
  return div;
}

function span(text) {
  const span = document.createElement("span");
  span.textContent = text;
  return span;
}

/** The caret of somebody else, with a name, in the middle of the first sentence. */
function withProseMirror() {
  const paragraph = (text) => schema.node("paragraph", null, text ? [schema.text(text)] : []);
  const doc = schema.node("doc", null, [paragraph("Alpha one."), paragraph(""), paragraph("Beta two.")]);
  const carets = new Plugin({ props: { decorations: (state) => DecorationSet.create(state.doc, [Decoration.widget(4, span("OWN"))]) } });
  return prosemirror(new EditorView(place(), { state: EditorState.create({ doc, plugins: [carets] }) }));
}

/** A table and a line, with their handles, an empty paragraph with its filler, and a selected widget. */
async function withCkEditor() {
  const editor = await ClassicEditor.create(place(), { licenseKey: "GPL", plugins: [Essentials, Paragraph, Table, HorizontalLine] });
  editor.setData("<p>Alpha one.</p><p></p><hr><table><tr><td>Cell</td><td>Other</td></tr></table><p>Beta two.</p>");
  editor.editing.view.focus();
  editor.model.change((writer) => writer.setSelection(editor.model.document.getRoot().getChild(2), "on"));
  return ckeditor(editor);
}

class Chip extends DecoratorNode {
  static getType() {
    return "chip";
  }
  static clone(node) {
    return new Chip(node.__key);
  }
  createDOM() {
    return span("OWN");
  }
  updateDOM() {
    return false;
  }
  decorate() {
    return null;
  }
}

/** A component of the host in the middle of a sentence. */
function withLexical() {
  const editor = createEditor({ namespace: "own", nodes: [Chip], onError: (error) => reportError(error) });
  registerRichText(editor);
  const root = place();
  root.contentEditable = "true";
  editor.setRootElement(root);
  editor.update(() => {
    const paragraph = (...nodes) => $createParagraphNode().append(...nodes);
    $getRoot().append(paragraph($createTextNode("Alpha "), new Chip(), $createTextNode("one.")), paragraph($createTextNode("Beta two.")));
  }, { discrete: true });
  return lexical(editor);
}

/** Items with markers of their own. */
function withQuill() {
  const editor = new Quill(place());
  editor.setContents([{ insert: "Alpha one." }, { insert: "\n", attributes: { list: "bullet" } }, { insert: "Beta two.\n" }]);
  editor.root.querySelector(".ql-ui").textContent = "OWN";
  return quill(editor);
}

/** Inline, with the caret beside what cannot be edited, and with what TinyMCE never saves. */
async function withTinyMce() {
  const target = place();
  const [editor] = await tinymce.init({ target, inline: true, license_key: "gpl", skin: false, content_css: false });
  editor.setContent(`<p>Alpha one.</p><p>Beta <span contenteditable="false">two</span>.</p>`);
  target.querySelector("p").append(Object.assign(span("OWN"), { contentEditable: "false" }));
  target.querySelector("p > span").setAttribute("data-mce-bogus", "all");
  return tiny(editor);
}

/** A file between two sentences, with its name and size. */
async function withTrix() {
  const element = document.createElement("trix-editor");
  const ready = new Promise((resolve) => element.addEventListener("trix-initialize", resolve, { once: true }));
  place().append(element);
  await ready;
  element.editor.insertString("Alpha one.\n");
  element.editor.insertAttachment(new window.Trix.Attachment({ filename: "OWN.pdf", filesize: 9, contentType: "application/pdf" }));
  element.editor.insertString("\nBeta two.");
  return trix(element);
}

/** A picture with a component of the host between two paragraphs. */
function withDraft() {
  let state = DraftState.createWithContent(ContentState.createFromText("Alpha one.\nBeta two."));
  const entity = state.getCurrentContent().createEntity("picture", "IMMUTABLE").getLastCreatedEntityKey();
  state = AtomicBlockUtils.insertAtomicBlock(DraftState.moveSelectionToEnd(state), entity, " ");
  const blockRendererFn = (block) => (block.getType() === "atomic" ? { component: () => createElement("b", null, "OWN"), editable: false } : null);
  let editor;
  render(createElement(Editor, { editorState: state, onChange: () => {}, blockRendererFn, ref: (mounted) => (editor = mounted) }), place());
  return draft(editor);
}

window.bindings = {
  ckeditor: await withCkEditor(),
  draft: withDraft(),
  lexical: withLexical(),
  prosemirror: withProseMirror(),
  quill: withQuill(),
  tinymce: await withTinyMce(),
  trix: await withTrix(),
};

// Pages of a host with a field of its own, for tests of what is bound to it.
import path from "node:path";
import { require, root } from "./site.mjs";

const { build } = require("esbuild");

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
const paragraphs = (text) => text.trim().split("\n\n").map((words) => `<p>${escaped(words)}</p>`).join("\n");

/**
 * Each kind of field: `body` puts an article into the page, `find` is the page's way to the field.
 * The page keeps it as `desk.root`.
 */
export const KINDS = {
  textarea: { body: (text) => `<form><textarea id="text" rows="9" cols="50">${escaped(text)}</textarea></form>`, find: `document.getElementById("text")` },
  input: {
    body: (text) => `<form><input id="text" size="40" value="${escaped(text.replace(/\s+/g, " "))}"></form>`,
    find: `document.getElementById("text")`,
  },
  contenteditable: { body: (text) => `<div id="text" contenteditable>${paragraphs(text)}</div>`, find: `document.getElementById("text")` },
  "shadow root": {
    body: (text) => `<div id="shell"></div><template id="draft"><div contenteditable>${paragraphs(text)}</div></template>`,
    find: `(() => {
      const shadow = document.getElementById("shell").attachShadow({ mode: "open" });
      shadow.append(document.getElementById("draft").content.cloneNode(true));
      return shadow.querySelector("div");
    })()`,
  },
  frame: {
    body: (text) => `<iframe id="frame" width="700" height="400" srcdoc="${escaped(`<!doctype html><title>Draft</title><body contenteditable>${paragraphs(text)}</body>`)}"></iframe>`,
    find: `await new Promise((resolve) => {
      const frame = document.getElementById("frame");
      const look = () => (frame.contentDocument?.body?.isContentEditable ? resolve(frame.contentDocument.body) : setTimeout(look, 20));
      look();
    })`,
  },
};

/** A page with a field of `kind` that holds `text`, and an element bound to it. */
export function desk(kind, text, style = "") {
  const { body, find } = KINDS[kind];
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Desk</title>
<style>${style}</style><h1>Desk</h1><main>${body(text)}</main><bilan-check></bilan-check>
<script type="module">
  import "/bilan.js";
  const root = ${find};
  const view = root.ownerDocument.defaultView;
  const content = () => root.value ?? root.innerHTML;
  window.desk = { root, view, content, first: content(), nodes: () => count(document) + (view === window ? 0 : count(view.document)) };
  const count = (tree) => tree.querySelectorAll("*").length;
  window.desk.before = window.desk.nodes();
  document.querySelector("bilan-check").field = root;
</script>`;
}

/** The modules of the fields by themselves, as the global \`fields\` of a page. */
export async function fieldsScript() {
  const { outputFiles } = await build({
    stdin: { contents: `export { TextMap } from "./map"; export { fieldFor } from "./bind";`, resolveDir: path.join(root, "www/fields"), loader: "ts" },
    bundle: true,
    write: false,
    format: "iife",
    globalName: "fields",
    target: "es2022",
    logLevel: "warning",
  });
  return outputFiles[0].text;
}

const DEAD = "guards sailors farmers nurses drivers miners porters clerks bakers tailors masons pilots".split(" ");

/** Text long enough for a field to scroll, with accents, and a run of spaces, and words to flag in every line. */
export const LONG = DEAD.map((dead, n) =>
  `The rebels killed dozens of ${dead} near Upper Mirande on day ${n}, residents said.  Déjà, œuvres, ${"and so on ".repeat(n % 4)}.`).join("\n\n");

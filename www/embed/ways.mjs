// Every way in which the element is shown at work. A way has markup in `<name>.html` and, where it needs one, a script in
// `<name>.ts`; the pages run these very files and show them.

/**
 * `name` of its files; `title`; `about`: what is special, in a sentence or two; `needs`: what its content security policy
 * has to allow beyond ours, by directive; `trusted`: its own policies where Trusted Types are enforced, null where it does
 * not run there.
 */
export const ways = [
  {
    name: "element",
    title: "An element of its own",
    about: "Two lines: the script and the element. A person pastes or types into it.",
    trusted: [],
  },
  {
    name: "textarea",
    title: "A text area",
    about: "The element stands beside a field of yours and reads that. The field’s value, selection and undo history stay its own.",
    trusted: [],
  },
  {
    name: "input",
    title: "An input",
    about: "The same for one line.",
    trusted: [],
  },
  {
    name: "contenteditable",
    title: "An editable element",
    about: "Marks are highlights of the browser: no node is added to what is edited.",
    trusted: [],
  },
  {
    name: "frame",
    title: "A frame",
    about: "For hosts that allow nothing else: the element has a page of its own, and the two talk by messages.",
    needs: { "frame-src": "'self'" },
    trusted: [],
  },
  { name: "prosemirror", title: "ProseMirror", about: "The view is all that the adapter needs.", trusted: [] },
  { name: "tiptap", title: "Tiptap", about: "The editor, once it has an element.", trusted: [] },
  {
    name: "tinymce",
    title: "TinyMCE",
    about: "The article is edited in a frame: the marks are there, the cards stay here. It writes style attributes.",
    needs: { "style-src-attr": "'unsafe-inline'" },
    trusted: null,
  },
  { name: "ckeditor", title: "CKEditor 5", about: "Any of its editors; one with several roots is bound by the name of a root.", trusted: null },
  { name: "lexical", title: "Lexical", about: "The editor, once it has its root element; with React as well.", trusted: [] },
  { name: "quill", title: "Quill", about: "The editor, with any theme.", trusted: null },
  { name: "draft", title: "Draft.js", about: "React owns every node below its root, and none is touched.", trusted: [] },
  {
    name: "trix",
    title: "Trix",
    about: "It writes its nodes anew after most keys: the marks follow. Its own styles stand in style elements.",
    needs: { "style-src": "'unsafe-inline'", "img-src": "data:" },
    trusted: null,
  },
];

/** What every page of ours needs. */
const OURS = {
  "default-src": "'none'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "style-src": "'self'",
  "connect-src": "'self'",
  "worker-src": "'self'",
  "img-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
};

/** The content security policy under which a way runs. */
export function policyOf({ needs = {}, trusted }) {
  const names = [...new Set([...Object.keys(OURS), ...Object.keys(needs)])];
  const directives = names.map((name) => [name, OURS[name], needs[name]].filter(Boolean).join(" "));
  if (trusted) directives.push("require-trusted-types-for 'script'", ["trusted-types lit-html bilan", ...trusted].join(" "));
  return directives.join("; ");
}

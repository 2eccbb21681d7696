// The plugin's part in the block editor: a sidebar with one `<bilan-check>`, which reads the article of the post.
//
// `wp` is the page's own, of whatever version. Language of interface and messages is that of the user's profile:
// WordPress says it on the page, where the element looks for it.
import "../element/define";
import { follow, type WordPress } from "../adapters/wordpress";
import { interfaceFor } from "../words/strings";
import { words } from "./words";

type Component = string | ((props: never) => unknown);

/** What is used of `wp` beyond what the adapter uses. */
interface Globals extends WordPress {
  readonly element: { createElement(type: Component, props?: object | null, ...children: unknown[]): unknown; Fragment: Component };
  readonly plugins: { registerPlugin(name: string, settings: { icon: unknown; render: () => unknown }): void };
  /** Since 6.6; before, `editPost` has them. */
  readonly editor?: Partial<Sidebars>;
  readonly editPost?: Partial<Sidebars>;
}

interface Sidebars {
  PluginSidebar: Component;
  PluginSidebarMoreMenuItem: Component;
}

const NAME = "bilan";

const { wp } = window as unknown as { wp: Globals };
const { createElement: h, Fragment } = wp.element;
const site = document.getElementById("bilan-editor-js")?.dataset["site"] ?? location.origin;

// One element for as long as the page is open: what is half written in it outlives a closed sidebar.
const check = document.createElement("bilan-check");
const waiting = document.createElement("p");
waiting.className = "bilan-waiting";
waiting.textContent = words[interfaceFor(document.documentElement.lang)].waiting;

let place: HTMLElement | null = null;

/** Without an article the element would offer a paper of its own. */
function fill(): void {
  place?.replaceChildren(check.field ? check : waiting);
}

/** Tells the element what WordPress knows of the post: all of it is there already, none is asked for. */
function tell(): void {
  const post = wp.data.select("core/editor");
  const id = post?.["getCurrentPostId"]?.();
  const of = (name: string) => String((post?.["getEditedPostAttribute"] as (name: string) => unknown)(name) ?? "");
  // While a template is edited the article is still the one it was.
  if (!id || of("type").startsWith("wp_")) return;
  check.documentId = `wordpress:${site}:${String(id)}`;
  check.heading = of("title");
  // A draft that nobody gave a date has that of its last change.
  check.published = post?.["isEditedPostDateFloating"]?.() ? "" : of("date").slice(0, "2025-03-14".length);
}

/** To take back a word in a note is no wish to take back one of the article. */
function keepUndo(event: KeyboardEvent): void {
  const [target] = event.composedPath();
  const writes = target instanceof HTMLElement && target.matches("input, textarea");
  if (writes && (event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key)) event.stopPropagation();
}

/** Kept apart from what is drawn: React would call a new function with each drawing. */
function placed(element: HTMLElement | null): void {
  place = element;
  place?.addEventListener("keydown", keepUndo);
  fill();
}

function icon(): unknown {
  const line = { fill: "none", stroke: "currentColor", strokeWidth: 1.5, strokeLinecap: "round" };
  return h(
    "svg",
    { viewBox: "0 0 24 24", width: 24, height: 24, "aria-hidden": true },
    h("path", { ...line, d: "M5 7.5h14M5 12h8.5M5 17q1.75-2.5 3.5 0t3.5 0 3.5 0 3.5 0" }),
  );
}

/** The parts of a sidebar are where this version of WordPress has them. */
function part(name: keyof Sidebars): Component {
  const found = wp.editor?.[name] ?? wp.editPost?.[name];
  if (!found) throw new Error(`WordPress has no ${name}: Bilan needs 6.1 or later.`);
  return found;
}

tell();
wp.data.subscribe(tell);
follow(wp, (editor) => {
  check.field = editor;
  if (!check.isConnected) fill();
});
const sidebar = part("PluginSidebar");
const menuItem = part("PluginSidebarMoreMenuItem");
wp.plugins.registerPlugin(NAME, {
  icon: icon(),
  render: () =>
    h(
      Fragment,
      null,
      h(menuItem, { target: NAME }, "Bilan"),
      h(sidebar, { name: NAME, title: "Bilan", className: "bilan-sidebar" }, h("div", { ref: placed, className: "bilan-place" })),
    ),
});

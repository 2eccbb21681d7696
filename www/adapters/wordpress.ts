// The block editor of WordPress, 6.1 and later, in the page or in its frame:
//
//   import { follow } from "bilan-check/adapters/wordpress";
//   const stop = follow(wp, (binding) => (document.querySelector("bilan-check").field = binding));
//
// The plugin does just that. Each text of a block is an editable element of its own; nothing else below the root is
// the article: no placeholder, toolbar or appender, and no block that the server draws. The editor comes late, and it comes
// anew with another device, and after the code editor: hence `follow`.
import type { EditorBinding } from "../fields/field";
import { rootOf } from "../fields/adapter";
import { whenGone } from "../fields/presence";

/** What is used of `wp`. */
export interface WordPress {
  readonly data: {
    // Stores say what they hold in no way that a compiler knows, and differ from version to version.
    select(store: string): Readonly<Record<string, ((...args: never[]) => unknown) | undefined>> | undefined;
    subscribe(changed: () => void): () => void;
  };
}

const ROOT = ".is-root-container";
const FRAME = "iframe[name='editor-canvas']";

/** What a person writes in: every rich text, and the classic block, which is an editor of its own. */
const WRITTEN = ".rich-text, .mce-content-body";
const OWN = "[data-rich-text-placeholder], [data-rich-text-bogus], [data-rich-text-padding], [data-mce-bogus=all]";

/** The editor as it stands now; throws an `Error` of one sentence while it shows no article. */
export function wordpress(wp: WordPress): EditorBinding {
  return { root: rootOf(find(wp), "as soon as the block editor shows the article"), skips };
}

/** Calls `take` with the editor as soon as it is there, and whenever it comes anew; gives back how to stop that. */
export function follow(wp: WordPress, take: (editor: EditorBinding) => void): () => void {
  let root: HTMLElement | null = null;
  let leave = () => {};
  const look = () => {
    const found = find(wp);
    if (found === root) return;
    leave();
    root = found;
    leave = root ? whenGone(root, look) : arrival(look);
    if (root) take(wordpress(wp));
  };
  leave = arrival(look);
  look();
  // Another article, or its template, may come into the same root.
  const unsubscribe = wp.data.subscribe(look);
  return () => {
    unsubscribe();
    leave();
  };
}

/** Calls `look` when something came into the page, or into the frame of the editor. */
function arrival(look: () => void): () => void {
  const watch = new MutationObserver(() => {
    observe();
    look();
  });
  const observe = () => {
    for (const tree of trees()) watch.observe(tree, { childList: true, subtree: true });
  };
  observe();
  // What a frame loads is another document.
  const loaded = new AbortController();
  document.addEventListener("load", () => (observe(), look()), { capture: true, signal: loaded.signal });
  return () => {
    watch.disconnect();
    loaded.abort();
  };
}

function trees(): Document[] {
  const inner = document.querySelector<HTMLIFrameElement>(FRAME)?.contentDocument;
  return inner ? [inner, document] : [document];
}

/** The element that holds the blocks of the article; null while none does. */
function find(wp: WordPress): HTMLElement | null {
  const asked = (store: string, name: string) => wp.data.select(store)?.[name]?.();
  // A template and its parts are no article.
  if (/^wp_/.test(String(asked("core/editor", "getCurrentPostType") ?? ""))) return null;
  if (asked("core/edit-post", "isEditingTemplate")) return null;
  const root = trees().map((tree) => tree.querySelector<HTMLElement>(ROOT)).find(Boolean);
  const mode = asked("core/editor", "getRenderingMode") ?? "post-only";
  // With its template around it the article is what one block of that shows.
  return (mode === "post-only" ? root : root?.querySelector<HTMLElement>(".wp-block-post-content")) ?? null;
}

function skips(node: Node): boolean {
  if (node.nodeType === 1) return (node as Element).matches(OWN);
  return node.nodeType === 3 && !node.parentElement?.closest(WRITTEN);
}

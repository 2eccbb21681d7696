// The look of marks in a document or shadow root of the page: there as long as a field in it is read.
import type { View } from "./marks";
import { boxRules, fieldColours, markRules } from "./styles";

type Tree = Document | ShadowRoot;

const adopted = new WeakMap<Tree, { sheet: CSSStyleSheet; users: number }>();

/** The tree that holds `element`; null while it is in none. */
export function treeOf(element: Element): Tree | null {
  const root = element.getRootNode();
  return "adoptedStyleSheets" in root ? (root as Tree) : null;
}

/** Sees to it that marks have their look in `tree`, until the call that is given back. */
export function adopt(tree: Tree): () => void {
  const view = (tree.ownerDocument ?? (tree as Document)).defaultView as View;
  let entry = adopted.get(tree);
  if (!entry) {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync([fieldColours, markRules, boxRules].join(""));
    adopted.set(tree, (entry = { sheet, users: 0 }));
  }
  const { sheet } = entry;
  entry.users++;
  // A page that sets its own list may have dropped what is not its own.
  if (!tree.adoptedStyleSheets.includes(sheet)) tree.adoptedStyleSheets.push(sheet);
  return () => {
    if (--entry.users > 0) return;
    adopted.delete(tree);
    const at = tree.adoptedStyleSheets.indexOf(sheet);
    if (at >= 0) tree.adoptedStyleSheets.splice(at, 1);
  };
}

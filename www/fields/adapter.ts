// What several adapters say alike.

/** Skips the elements that `selector` names. An editor in a frame has an `Element` of its own: kinds are told by number. */
export function skipping(selector: string): (node: Node) => boolean {
  return (node) => node.nodeType === 1 && (node as Element).matches(selector);
}

/** The editable element; throws an `Error` of one sentence while the editor has none. */
export function rootOf(root: HTMLElement | null | undefined, ready: string): HTMLElement {
  if (!root) throw new Error(`The editor has no editable element yet: bind it ${ready}.`);
  return root;
}

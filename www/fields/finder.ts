// Finds the field that an element is meant for, also when it comes into the page later.
import type { EditorBinding, Field } from "./field";
import { fieldFor } from "./bind";

/** What is to be read: a field of the page by its id, or the field or editor itself. */
export type Target = string | Element | EditorBinding;

export type Found = { field: Field } | { problem: "fieldMissing" | "fieldUnfit" | "fieldGone"; name: string };

export class Finder {
  #watch: MutationObserver | null = null;

  constructor(readonly found: (found: Found) => void) {}

  /** Looks for `target` where `host` stands; tells at once what it found, and again when that changes. */
  look(host: Element, target: Target): void {
    this.stop();
    if (typeof target !== "string") return void this.#take(target, "field");
    const root = host.getRootNode() as Document | ShadowRoot;
    const find = () => root.getElementById(target) ?? document.getElementById(target);
    const element = find();
    if (element && this.#take(element, target)) return;
    if (!element) this.found({ problem: "fieldMissing", name: target });
    // A host may draw its form after the element, and an editor begin after that: the field is taken as soon as it can be read.
    let unfit = element;
    this.#watch = new MutationObserver(() => {
      const element = find();
      if (!element || (element === unfit && !fieldFor(element))) return;
      unfit = element;
      if (this.#take(element, target)) this.stop();
    });
    this.#watch.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ["id", "contenteditable", "type"] });
  }

  stop(): void {
    this.#watch?.disconnect();
    this.#watch = null;
  }

  /** False when there is nothing to be read in it. */
  #take(target: Element | EditorBinding, name: string): boolean {
    const field = fieldFor(target);
    this.found(field ? { field } : { problem: "fieldUnfit", name });
    return field !== null;
  }
}

// A layer over the page for marks that cannot be in a field itself. It stands beside the body, so that
// neither an editor nor what is saved of one holds it, in a shadow root, so that no rule of the page
// reaches it, and out of reach for pointer, keyboard, search, and screen reader.
import { above } from "./area";
import { adopt } from "./sheet";

export class Layer {
  /** What is put in here lies over the page; its places are relative to `origin`. */
  readonly inside: HTMLElement;
  readonly #host: HTMLElement;
  readonly #release: () => void;

  constructor(readonly field: HTMLElement) {
    const document = field.ownerDocument;
    this.#host = document.createElement("div");
    this.#host.setAttribute("aria-hidden", "true");
    this.#host.inert = true;
    set(this.#host, {
      all: "initial", position: "absolute", top: "0", left: "0", width: "0", height: "0",
      "pointer-events": "none", "user-select": "none", "forced-color-adjust": "none",
    });
    const tree = this.#host.attachShadow({ mode: "open" });
    this.inside = document.createElement("div");
    tree.append(this.inside);
    document.documentElement.append(this.#host);
    this.#release = adopt(tree);
  }

  /** The layer goes with the page when that scrolls; so its own place is asked each time. */
  get origin(): { left: number; top: number } {
    return this.#host.getBoundingClientRect();
  }

  /** Lies above its field, whatever that lies in, and has the colour of its words to mix with. */
  settle(): void {
    const view = this.field.ownerDocument.defaultView!;
    let level = "auto";
    for (let at: Element | null = this.field; at; at = above(at)) {
      const { zIndex } = view.getComputedStyle(at);
      if (zIndex !== "auto") level = zIndex;
    }
    set(this.#host, { "z-index": level, "--bilan-mark-ink": view.getComputedStyle(this.field).color });
  }

  remove(): void {
    this.#release();
    this.#host.remove();
  }
}

/** Sets properties by script, which a content security policy does not take for inline style. */
export function set({ style }: HTMLElement, properties: Record<string, string>): void {
  for (const name in properties) {
    if (style.getPropertyValue(name) !== properties[name]) style.setProperty(name, properties[name]!);
  }
}

// What a person does in a field of the page besides writing.
import type { FieldListener } from "./field";
import { fieldKey, movesCaret } from "./keys";

/** Tells `listener` of keys and of the caret, until `signal` is aborted. */
export function hear(root: HTMLElement, listener: FieldListener, signal: AbortSignal): void {
  root.addEventListener("click", () => listener.moved(), { signal });
  root.addEventListener("keyup", (event) => movesCaret(event.key) && listener.moved(), { signal });
  // Heard last of all, at the window: a key that the host took for itself is its own.
  root.ownerDocument.defaultView?.addEventListener(
    "keydown",
    (event) => {
      const key = root.matches(":focus, :focus-within") ? fieldKey(event) : null;
      if (!key) return;
      // Escape goes on to what else it closes.
      if (key !== "cards") event.preventDefault();
      listener.key(key);
    },
    { signal },
  );
}

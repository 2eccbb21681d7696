// From what a host names to a field that can be read.
import { EditableField } from "./editable";
import type { EditorBinding, Field } from "./field";
import type { TextControl } from "./mirror";
import { TextField } from "./textarea";

/**
 * The field in an element, or in an editor by its binding. Null for what holds no text to be read:
 * an element that nobody can write in, a password, a number, the document of a frame that is gone.
 */
export function fieldFor(target: Element | EditorBinding): Field | null {
  // Hosts without types hand in what they have.
  if (typeof target !== "object") return null;
  const binding = "root" in target ? target : { root: target as HTMLElement };
  const { root } = binding;
  // An element of a frame is of that frame's classes, not of ours: it is known by its name.
  if (root?.nodeType !== 1 || !root.ownerDocument.defaultView) return null;
  if (root.localName === "textarea") return new TextField(root as TextControl & HTMLElement);
  if (root.localName === "input") {
    return /^(text|search)$/.test((root as HTMLInputElement).type) ? new TextField(root as HTMLInputElement) : null;
  }
  return binding === target || isEditable(root) ? new EditableField(binding) : null;
}

/** Also before it is in the page, where nothing can be written yet. */
function isEditable(element: HTMLElement): boolean {
  return element.isContentEditable || /^(|true|plaintext-only)$/i.test(element.getAttribute("contenteditable") ?? "false");
}

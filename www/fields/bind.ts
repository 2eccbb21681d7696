// From what a host names to a field that can be read.
import { EditableField } from "./editable";
import type { EditorBinding, Field } from "./field";

/** Null for what cannot be read. */
export function fieldFor(target: Element | EditorBinding): Field | null {
  const root = "root" in target ? target.root : target;
  // Elements of another window are of that window's classes.
  if (!root?.ownerDocument?.defaultView) return null;
  if ("root" in target) return new EditableField(target);
  if ((root as HTMLElement).isContentEditable) return new EditableField({ root: root as HTMLElement });
  return null;
}

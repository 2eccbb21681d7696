// From what a host names to a field that can be read.
import type { EditorBinding, Field } from "./field";

/** Null for what cannot be read. */
export function fieldFor(_target: Element | EditorBinding): Field | null {
  return null;
}

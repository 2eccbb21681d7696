// The keys that a field hears besides those for writing.

/** What a key asks for: the next mark, the one before, or the cards; null when it is for writing. */
export function fieldKey(event: KeyboardEvent): "next" | "previous" | "cards" | null {
  if (event.isComposing || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === "F8") return event.shiftKey ? "previous" : "next";
  return event.key === "Escape" ? "cards" : null;
}

/** Keys that move the caret and nothing else. */
export function movesCaret(key: string): boolean {
  return /^(Arrow|Home$|End$|Page)/.test(key);
}

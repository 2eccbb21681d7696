// The keyboard of lists, and of the list of cards above all.

const STEPS: Record<string, -1 | 1> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** Where a key leads from place `at` in a list of `length`; null when it is not for moving. */
export function stepTo(key: string, at: number, length: number): number | null {
  if (key === "Home") return 0;
  if (key === "End") return length - 1;
  const step = STEPS[key.length === 1 ? key.toLowerCase() : key];
  return step === undefined ? null : Math.min(Math.max(at + step, 0), length - 1);
}

/** Place of the card that a key is pressed on; null where the key is for something else, as in the fields of a card. */
export function cardOf({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): number | null {
  if (ctrlKey || metaKey || altKey || !(target instanceof Element) || target.closest("input, textarea, select")) return null;
  const card = target.closest<HTMLElement>("[data-index]");
  return card && Number(card.dataset["index"]);
}

// Finds a place among sorted ones.

/** The last of `length` places of which `holds` is true; it is true of the first ones only. -1 if of none. */
export function lastIndex(length: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

// What an edit does to places in a text. Places are half-open ranges of UTF-16 code units.
import type { Span } from "bilan-core";

/** At `start`, `removed` code units gave way to `inserted`. */
export interface Edit {
  start: number;
  removed: number;
  inserted: string;
}

/** The one edit that leads from `before` to `after`: what lies between their common ends. */
export function editBetween(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < most - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  ) end++;
  return { start, removed: before.length - start - end, inserted: after.slice(start, after.length - end) };
}

/** Where `span` lies after the edit: before it, it stays; after it, it shifts; touched, it is gone. */
export function shift(span: Span, edit: Edit): Span | null {
  const removedTo = edit.start + edit.removed;
  if (span.end <= edit.start) return span;
  if (span.start < removedTo || span.start < edit.start) return null;
  const by = edit.inserted.length - edit.removed;
  return { start: span.start + by, end: span.end + by };
}

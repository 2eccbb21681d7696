// What may become of a note, without any place where it is kept.
import type { Note, NoteSource, State } from "./note";

/** What a person changes about a note. */
export type NoteChange = Partial<Pick<Note, "state" | "source" | "note" | "whom" | "initials">>;

/** Why a change is not made: nothing is confirmed by nothing. */
export type Refusal = "no-source" | "no-reference";

/** Longest title made of an article's first words, in UTF-16 code units. */
const TITLE = 80;

/** States in which nothing is left to do. */
const SETTLED: ReadonlySet<State> = new Set<State>(["confirmed", "corrected", "softened", "cut", "unverifiable", "not-applicable"]);

export function isSettled({ state }: Note): boolean {
  return SETTLED.has(state);
}

/** The note after a change made at `now`, or why the change is refused. */
export function changed(note: Note, change: NoteChange, now: Date): Note | Refusal {
  const next: Note = { ...note, ...change };
  if (next.source && isBlank(next.source)) next.source = null;
  if (next.state === "confirmed") {
    const named = next.source !== null && next.source.reference.trim() !== "";
    if (!named) return next.source || note.state === "confirmed" ? "no-reference" : "no-source";
  }
  // Never before the last change, whatever the clock of the machine does.
  const time = Math.max(now.getTime(), Date.parse(note.time) + 1 || 0);
  return { ...next, time: localTime(new Date(time)) };
}

function isBlank({ kind, reference, obtained }: NoteSource): boolean {
  return kind === "document" && reference === "" && obtained === "";
}

/**
 * One note out of two that were changed apart from each other, in two tabs: the later one, with what
 * was written in both. Either way round gives the same.
 */
export function merged(a: Note, b: Note): Note {
  const [older, newer] = later(a, b) ? [b, a] : [a, b];
  const note = newer.note.includes(older.note)
    ? newer.note
    : older.note.includes(newer.note)
      ? older.note
      : `${older.note}\n${newer.note}`;
  return { ...newer, note, source: newer.source ?? older.source };
}

/** Whether `a` was changed after `b`. */
export function later(a: Note, b: Note): boolean {
  const difference = Date.parse(a.time) - Date.parse(b.time);
  return difference === 0 ? contentOf(a) > contentOf(b) : difference > 0;
}

/** Whether both say the same, wherever each of them stands. */
export function sameNote(a: Note, b: Note): boolean {
  return contentOf(a) === contentOf(b);
}

function contentOf({ id, checks, state, source, note, whom, initials, time, original }: Note): string {
  const from = source && [source.kind, source.reference, source.obtained];
  return JSON.stringify([id, checks, state, from, note, whom, initials, time, original]);
}

/** By check id: how many dismissals more (or fewer) there are once `before` has become `after`. */
export function dismissedBetween(before: Note | null, after: Note | null): Map<string, number> {
  const was = before?.state === "not-applicable";
  const is = after?.state === "not-applicable";
  if (was === is) return new Map();
  return new Map(((is ? after : before)?.checks ?? []).map((check) => [check, is ? 1 : -1]));
}

/** What a person knows an article without a headline by: its first words. */
export function titleOf(text: string): string {
  const first = text.trim().split("\n", 1)[0] ?? "";
  return first.length > TITLE ? `${first.slice(0, TITLE).trimEnd()}…` : first;
}

/** ISO 8601 with the time zone of this machine: `2025-03-14T09:26:53.589+01:00`. */
export function localTime(date: Date): string {
  const minutes = -date.getTimezoneOffset();
  const two = (n: number) => String(Math.floor(Math.abs(n))).padStart(2, "0");
  const local = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, -1);
  return `${local}${minutes < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** A UUID also on pages without TLS, where `randomUUID` is not to be had. */
export function newId(): string {
  if ("randomUUID" in crypto) return crypto.randomUUID();
  const bytes = (crypto as Crypto).getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

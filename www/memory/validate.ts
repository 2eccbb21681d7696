// Reads notes and sessions that come from outside: a file, the data base, another tab. Nothing in them is trusted.
import { MAX_LENGTH } from "../intake/files";
import { SOURCE_KINDS, STATES, type Anchor, type Note, type NoteSource, type Session } from "./note";

/** What is wrong with a session; `where` names the field, as in `notes[3].source.kind`. */
export interface Flaw {
  kind: "not-json" | "schema" | "missing" | "type" | "long" | "value" | "source";
  where: string;
}

/** Longest strings and lists, in UTF-16 code units and entries: far beyond what a person writes. */
const LONG = { id: 100, words: 100_000, context: 100, reference: 4_000, note: 50_000, name: 500, notes: 10_000, checks: 500 };

/** Flaws that are told; after that many a file is no session at all. */
const TOLD = 20;

/** Reads a session, all of it or nothing. */
export function readSession(value: unknown): { session: Session } | { flaws: Flaw[] } {
  const flaws: Flaw[] = [];
  const at = new Fields(value, "", flaws);
  // What another version wrote is not guessed at.
  if (at.is && at.raw("schema") !== 1) return { flaws: [{ kind: "schema", where: "schema" }] };
  const session: Session = {
    schema: 1,
    document: at.text("document", LONG.reference),
    title: at.text("title", LONG.reference),
    notes: at.list("notes", LONG.notes).map((note, i) => noteAt(new Fields(note, `notes[${i}].`, flaws))),
    text: at.raw("text") === null ? null : at.text("text", MAX_LENGTH),
    saved: at.time("saved"),
  };
  const ids = new Set<string>();
  for (const [i, { id }] of session.notes.entries()) {
    if (ids.has(id)) flaws.push({ kind: "value", where: `notes[${i}].id` });
    ids.add(id);
  }
  return flaws.length > 0 ? { flaws: flaws.slice(0, TOLD) } : { session };
}

/** The same for JSON. */
export function parseSession(json: string): { session: Session } | { flaws: Flaw[] } {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { flaws: [{ kind: "not-json", where: "" }] };
  }
  return readSession(value);
}

/** Reads one note; null when it is none. */
export function readNote(value: unknown): Note | null {
  const flaws: Flaw[] = [];
  const note = noteAt(new Fields(value, "", flaws));
  return flaws.length > 0 ? null : note;
}

function noteAt(at: Fields): Note {
  const note: Note = {
    id: at.text("id", LONG.id, 1),
    anchor: anchorAt(at.inner("anchor")),
    checks: at.list("checks", LONG.checks).map((check, i) => at.string(check, `checks[${i}]`, LONG.id)),
    state: at.oneOf("state", STATES),
    source: at.raw("source") === null ? null : sourceAt(at.inner("source")),
    note: at.text("note", LONG.note),
    whom: at.text("whom", LONG.name),
    initials: at.text("initials", LONG.name),
    time: at.time("time"),
    original: at.text("original", LONG.words),
  };
  if (note.state === "confirmed" && !note.source?.reference.trim()) at.flaw("source", "source");
  return note;
}

function anchorAt(at: Fields): Anchor {
  const start = at.place("start");
  return {
    exact: at.text("exact", LONG.words, 1),
    prefix: at.text("prefix", LONG.context),
    suffix: at.text("suffix", LONG.context),
    start,
    end: Math.max(start, at.place("end")),
  };
}

function sourceAt(at: Fields): NoteSource {
  const obtained = at.text("obtained", 10);
  if (obtained !== "" && !isDay(obtained)) at.flaw("value", "obtained");
  return { kind: at.oneOf("kind", SOURCE_KINDS), reference: at.text("reference", LONG.reference), obtained };
}

/** `YYYY-MM-DD`, and a day that there is. */
export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The fields of an object. What is not as it has to be is noted as a flaw, and something harmless stands in its place. */
class Fields {
  readonly #fields: Record<string, unknown>;
  readonly is: boolean;

  constructor(value: unknown, readonly path: string, readonly flaws: Flaw[]) {
    this.is = typeof value === "object" && value !== null && !Array.isArray(value);
    this.#fields = this.is ? (value as Record<string, unknown>) : {};
    if (!this.is) this.flaws.push({ kind: "type", where: path.replace(/\.$/, "") });
  }

  flaw(kind: Flaw["kind"], name: string): void {
    // One object that is none has one flaw, not one for each field that it should have.
    if (this.is && this.flaws.length < TOLD) this.flaws.push({ kind, where: this.path + name });
  }

  raw(name: string): unknown {
    return Object.hasOwn(this.#fields, name) ? this.#fields[name] : undefined;
  }

  inner(name: string): Fields {
    const value = this.raw(name);
    if (value !== undefined) return new Fields(value, `${this.path}${name}.`, this.flaws);
    this.flaw("missing", name);
    return new Fields({}, `${this.path}${name}.`, []);
  }

  text(name: string, most: number, least = 0): string {
    const value = this.raw(name);
    if (value === undefined) this.flaw("missing", name);
    const text = value === undefined ? "" : this.string(value, name, most);
    if (value !== undefined && typeof value === "string" && text.length < least) this.flaw("value", name);
    return text;
  }

  string(value: unknown, name: string, most: number): string {
    if (typeof value !== "string") this.flaw("type", name);
    else if (value.length > most) this.flaw("long", name);
    else return value;
    return "";
  }

  list(name: string, most: number): unknown[] {
    const value = this.raw(name);
    if (value === undefined) this.flaw("missing", name);
    else if (!Array.isArray(value)) this.flaw("type", name);
    else if (value.length > most) this.flaw("long", name);
    else return value;
    return [];
  }

  oneOf<T extends string>(name: string, values: readonly T[]): T {
    const value = this.raw(name);
    const known = values.find((one) => one === value);
    if (known === undefined) this.flaw(value === undefined ? "missing" : typeof value === "string" ? "value" : "type", name);
    return known ?? values[0]!;
  }

  place(name: string): number {
    const value = this.raw(name);
    if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
    this.flaw(value === undefined ? "missing" : typeof value === "number" ? "value" : "type", name);
    return 0;
  }

  time(name: string): string {
    const text = this.text(name, 40);
    if (text !== "" && !(/^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text)))) this.flaw("value", name);
    else if (text === "" && this.raw(name) === "") this.flaw("value", name);
    return text;
  }
}

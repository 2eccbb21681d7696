// Brings changes to the store one after the other, and holds on to what could not be written.
import type { Note } from "./note";
import { StoreError, type Change, type DocumentRecord, type Store, type StoreProblem } from "./store";

/** What memory needs of a store. */
export type Keep = Pick<Store, "read" | "write" | "forget" | "documents" | "dismissals" | "close">;

/** A note that was written, and the time of the version that it came after. */
export interface Written {
  note: Note;
  base: string | null;
}

export class Saver {
  problem: StoreProblem | null = null;

  #put = new Map<string, Written>();
  #flying: ReadonlyMap<string, Written> = new Map();
  #remove = new Set<string>();
  #dismissed = new Map<string, number>();
  #dirty = false;
  #running: Promise<void> | null = null;

  constructor(
    readonly store: Keep,
    /** What is kept of the document beside its notes, as of now. */
    readonly record: () => DocumentRecord,
    /** Called after each write, with what was written, and when one failed. */
    readonly done: (put: Written[], removed: string[]) => void,
  ) {}

  /** A note waits to be written, or is being written. */
  holds(id: string): boolean {
    return this.#put.has(id) || this.#flying.has(id);
  }

  /** Has a note written; `base` is the time of the version that other tabs know. */
  put(note: Note, base: string | null): void {
    this.#remove.delete(note.id);
    this.#put.set(note.id, { note, base: this.#put.get(note.id)?.base ?? base });
    this.write();
  }

  remove(id: string): void {
    this.#put.delete(id);
    this.#remove.add(id);
    this.write();
  }

  dismissed(changes: ReadonlyMap<string, number>): void {
    for (const [check, by] of changes) this.#dismissed.set(check, (this.#dismissed.get(check) ?? 0) + by);
  }

  /** Writes whatever waits. A first change goes out at once; those made meanwhile go together in the next write. */
  write(): void {
    this.#dirty = true;
    this.#running ??= this.#run().finally(() => (this.#running = null));
  }

  /** Resolves when nothing is being written any more. */
  async settled(): Promise<void> {
    await this.#running;
  }

  /** Drops what waits, and deletes everything about the document. Rejects with a `StoreError`. */
  async forget(document: string): Promise<void> {
    await this.#running;
    await this.store.forget(document);
    this.#put.clear();
    this.#remove.clear();
    this.#dirty = false;
  }

  async #run(): Promise<void> {
    while (this.#dirty) {
      const change = { put: this.#put, remove: this.#remove, dismissed: this.#dismissed };
      this.#put = new Map();
      this.#remove = new Set();
      this.#dismissed = new Map();
      this.#dirty = false;
      const put = [...change.put.values()];
      this.#flying = change.put;
      try {
        const written: Change = { record: this.record(), put: put.map(({ note }) => note), remove: [...change.remove], dismissed: change.dismissed };
        await this.store.write(written);
      } catch (error) {
        this.#flying = new Map();
        this.#restore(change);
        this.problem = error instanceof StoreError ? error.kind : "broken";
        this.done([], []);
        return; // until the next change: room may have been made by then
      }
      this.problem = null;
      this.#flying = new Map();
      this.done(put, [...change.remove]);
    }
  }

  /** What was not written waits again, under what was changed since. */
  #restore({ put, remove, dismissed }: { put: Map<string, Written>; remove: Set<string>; dismissed: Map<string, number> }): void {
    for (const [id, written] of put) {
      const newer = this.#put.get(id);
      if (newer) this.#put.set(id, { ...newer, base: written.base });
      else if (!this.#remove.has(id)) this.#put.set(id, written);
    }
    for (const id of remove) if (!this.#put.has(id)) this.#remove.add(id);
    this.dismissed(dismissed);
    this.#dirty = false;
  }
}

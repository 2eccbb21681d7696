// Keeps notes in IndexedDB on this machine: database `bilan`, one record for each document and for each note.
//
// A note is a record of its own, so that two tabs on one document never write over each other's
// notes, and so that writing needs no reading first: request and commit have left the page before a
// crash can take it. Writes are `strict`: what is told as saved has been flushed to the disk.
import type { Note } from "./note";

/** Why nothing can be kept on this machine: not allowed here, no room, not ours to read, another tab in the way. */
export type StoreProblem = "forbidden" | "full" | "broken" | "blocked";

export class StoreError extends Error {
  constructor(readonly kind: StoreProblem, cause: unknown) {
    super(kind, { cause });
    this.name = "StoreError";
  }
}

/** What is kept of a document beside its notes. */
export interface DocumentRecord {
  schema: 1;
  document: string;
  title: string;
  text: string | null;
  /** ISO 8601. */
  saved: string;
}

/** A note and the document that it belongs to. */
interface NoteRecord {
  schema: 1;
  document: string;
  id: string;
  note: Note;
}

/** What one write changes: notes to put and to delete, checks whose dismissals go up or down. */
export interface Change {
  record: DocumentRecord;
  put: Note[];
  remove: string[];
  /** By check id: how many more (or fewer) dismissals. */
  dismissed: ReadonlyMap<string, number>;
}

/** What is found of one document, as it lies there: to be checked before it is used. */
export interface Found {
  record: unknown;
  notes: unknown[];
}

const NAME = "bilan";
const VERSION = 1;
const STORES = ["sessions", "notes", "dismissals"];

export class Store {
  readonly #base: IDBDatabase;

  private constructor(base: IDBDatabase) {
    this.#base = base;
  }

  /** Opens the database. Rejects with a `StoreError`. `lost` is called when it has to be closed later on. */
  static async open(lost: (problem: StoreProblem) => void): Promise<Store> {
    const base = await new Promise<IDBDatabase>((resolve, reject) => {
      const fail = (kind: StoreProblem, cause: unknown) => reject(new StoreError(kind, cause));
      let request: IDBOpenDBRequest;
      try {
        request = indexedDB.open(NAME, VERSION); // throws in a sandboxed frame; missing altogether in some browsers
      } catch (error) {
        return fail("forbidden", error);
      }
      request.onupgradeneeded = () => {
        const base = request.result;
        base.createObjectStore("sessions", { keyPath: "document" });
        base.createObjectStore("notes", { keyPath: ["document", "id"] });
        base.createObjectStore("dismissals");
      };
      let given = false;
      request.onblocked = () => {
        given = true;
        fail("blocked", null);
      };
      request.onerror = () => fail(kindOf(request.error, "forbidden"), request.error);
      request.onsuccess = () => (given ? request.result.close() : resolve(request.result));
    });
    if (STORES.some((name) => !base.objectStoreNames.contains(name))) {
      base.close();
      throw new StoreError("broken", null);
    }
    // A newer version of this page in another tab waits for this one to let go.
    base.onversionchange = () => {
      base.close();
      lost("blocked");
    };
    base.onclose = () => lost("broken");
    return new Store(base);
  }

  /** Everything about one document. */
  async read(document: string): Promise<Found> {
    return this.#run(["sessions", "notes"], "readonly", (store) => {
      const record = store("sessions").get(document);
      const notes = store("notes").getAll(rangeOf(document));
      return () => ({ record: record.result as unknown, notes: notes.result.map((found: Partial<NoteRecord>) => found?.note) });
    });
  }

  /** Resolves once the change is on the disk. */
  async write({ record, put, remove, dismissed }: Change): Promise<void> {
    const { document } = record;
    return this.#run(STORES, "readwrite", (store, transaction) => {
      store("sessions").put(record);
      for (const note of put) store("notes").put({ schema: 1, document, id: note.id, note } satisfies NoteRecord);
      for (const id of remove) store("notes").delete([document, id]);
      for (const [check, by] of dismissed) {
        const counts = store("dismissals");
        const request = counts.get(check);
        request.onsuccess = () => {
          const n = Math.max(0, countOf(request.result) + by);
          if (n > 0) counts.put(n, check);
          else counts.delete(check);
        };
      }
      if (dismissed.size === 0) transaction.commit();
      return () => undefined;
    });
  }

  /** Deletes everything about one document. */
  async forget(document: string): Promise<void> {
    return this.#run(STORES, "readwrite", (store, transaction) => {
      store("sessions").delete(document);
      store("notes").delete(rangeOf(document));
      transaction.commit();
      return () => undefined;
    });
  }

  /** Every document kept on this machine, as it lies there. */
  async documents(): Promise<unknown[]> {
    return this.#run(["sessions"], "readonly", (store) => {
      const all = store("sessions").getAll();
      return () => all.result as unknown[];
    });
  }

  /** How often each check was dismissed on this machine, by id. */
  async dismissals(): Promise<Map<string, number>> {
    return this.#run(["dismissals"], "readonly", (store) => {
      const keys = store("dismissals").getAllKeys();
      const counts = store("dismissals").getAll();
      return () => new Map(keys.result.map((key, i) => [String(key), countOf(counts.result[i])]));
    });
  }

  close(): void {
    this.#base.close();
  }

  /** One transaction: `act` makes the requests, and what it gives back is asked for the result at the end. */
  #run<T>(
    names: string[],
    mode: IDBTransactionMode,
    act: (store: (name: string) => IDBObjectStore, transaction: IDBTransaction) => () => T,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      try {
        const transaction = this.#base.transaction(names, mode, { durability: "strict" });
        const result = act((name) => transaction.objectStore(name), transaction);
        transaction.oncomplete = () => resolve(result());
        transaction.onabort = () => reject(new StoreError(kindOf(transaction.error, "broken"), transaction.error));
      } catch (error) {
        reject(new StoreError(kindOf(error, "broken"), error));
      }
    });
  }
}

function kindOf(error: unknown, otherwise: StoreProblem): StoreProblem {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "QuotaExceededError") return "full";
  if (name === "SecurityError") return "forbidden";
  if (name === "VersionError") return "broken"; // written by a newer version, which this one must not touch
  return otherwise;
}

function rangeOf(document: string): IDBKeyRange {
  return IDBKeyRange.bound([document], [document, []]);
}

function countOf(value: unknown): number {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : 0;
}

/** What an error of a store says about it. */
export function problemOf(error: unknown): StoreProblem {
  return error instanceof StoreError ? error.kind : "broken";
}

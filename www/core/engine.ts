// One reader for all elements of a document.
//
// Requests wait in line and one is read at a time: a trap or a hang hits the text that caused it,
// and those behind it go on with a fresh reader. An element has one place in the line for each kind
// of request, so none can keep the others out.
import type { Arguments, Operation, Request, Value } from "./protocol";
import { startReader, TimeUp, within, type Reader } from "./reader";
import { dropSpare } from "./workers";

/** `load`: no reader could be started. `trap`: the core ended. `timeout`: it took too long. `refused`: it said why. */
export type FailureKind = "load" | "trap" | "timeout" | "refused";

export class CoreFailure extends Error {
  constructor(readonly kind: FailureKind, message: string) {
    super(message);
  }
}

/** A newer request, or the end of who asked, made the answer useless. */
export class Superseded extends Error {}

/** Time for one reading, in milliseconds: far above what the longest text takes, so that a hang ends. */
const READ_LIMIT = 15_000;

/** Who asks: the engine lives as long as one of them holds it. */
type Holder = object;

interface Job {
  holder: Holder;
  op: Operation;
  args: unknown[];
  resolve(value: Value<Operation>): void;
  reject(error: Error): void;
}

class Engine {
  #holders = new Set<Holder>();
  #line: Job[] = [];
  #running: Job | null = null;
  #reader: Promise<Reader> | null = null;
  #ending = new AbortController();
  #lastId = 0;

  hold(holder: Holder): void {
    this.#holders.add(holder);
  }

  /** What `holder` still waits for is superseded. The last one ends the workers. */
  release(holder: Holder): void {
    if (!this.#holders.delete(holder)) return;
    this.#supersede((job) => job.holder === holder);
    if (this.#holders.size > 0) return;
    this.#running = null;
    this.#close();
    dropSpare();
  }

  /** Starts the reader, or waits for the start that is under way. */
  async start(): Promise<void> {
    await this.#open();
  }

  /**
   * Asks for `op`. Rejects with `Superseded` when `holder` asks for the same again or lets go, with
   * `CoreFailure` otherwise.
   */
  ask<O extends Operation>(holder: Holder, op: O, args: Arguments<O>): Promise<Value<O>> {
    if (!this.#holders.has(holder)) return Promise.reject(new Superseded());
    return new Promise((resolve, reject) => {
      const job = { holder, op, args, resolve, reject } as Job;
      const older = (other: Job) => other.holder === holder && other.op === op;
      const place = this.#line.findIndex(older);
      this.#supersede(older);
      // The newer one takes the place of the older: who types does not lose their turn.
      this.#line.splice(place < 0 ? this.#line.length : place, 0, job);
      void this.#next();
    });
  }

  #supersede(which: (job: Job) => boolean): void {
    for (const job of this.#line.filter(which)) job.reject(new Superseded());
    this.#line = this.#line.filter((job) => !which(job));
    if (this.#running && which(this.#running)) this.#running.reject(new Superseded());
  }

  async #next(): Promise<void> {
    if (this.#running) return;
    const job = this.#line.shift();
    if (!job) return;
    this.#running = job;
    await this.#read(job).then(job.resolve, job.reject);
    if (this.#running === job) this.#running = null;
    void this.#next();
  }

  async #read({ op, args }: Job): Promise<Value<Operation>> {
    const opened = this.#open();
    const reader = await opened;
    const request = { id: ++this.#lastId, op, args } as Request;
    const answer = await within(READ_LIMIT, reader.ask(request)).catch((error: Error) => {
      this.#renew(opened);
      throw error instanceof TimeUp ? new CoreFailure("timeout", error.message) : new CoreFailure("trap", error.message);
    });
    if (!("error" in answer)) return answer.value as Value<Operation>;
    if (!answer.ended) throw new CoreFailure("refused", answer.error);
    this.#renew(opened);
    throw new CoreFailure("trap", answer.error);
  }

  #open(): Promise<Reader> {
    if (this.#reader) return this.#reader;
    const starting = startReader(this.#ending.signal).catch((error: Error) => {
      // The next text may try again: a network that was gone can be back.
      if (this.#reader === starting) this.#reader = null;
      throw new CoreFailure("load", error.message);
    });
    this.#reader = starting;
    return starting;
  }

  /** Ends an instance that is of no more use and starts a fresh one, so that the next text finds it ready. */
  #renew(ended: Promise<Reader>): void {
    if (this.#reader !== ended) return;
    this.#close();
    this.#open().catch(() => {}); // a failure is told to the text that asks next
  }

  #close(): void {
    this.#ending.abort();
    this.#ending = new AbortController();
    this.#reader?.then((reader) => reader.close(), () => {});
    this.#reader = null;
  }
}

const engine = new Engine();

/** What one element asks the shared engine through. */
export class CoreClient {
  constructor() {
    engine.hold(this);
  }

  start(): Promise<void> {
    return engine.start();
  }

  ask<O extends Operation>(op: O, ...args: Arguments<O>): Promise<Value<O>> {
    return engine.ask(this, op, args);
  }

  /** Lets go of the engine; what is still open is superseded. */
  stop(): void {
    engine.release(this);
  }
}

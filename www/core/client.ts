// The page's side of the reader: one text at a time, the newest one wins.
import type { CheckInfo, Options, Report } from "bilan-core";
import type { Answer, Request } from "./protocol";
import { startReader, TimeUp, within, type Reader } from "./reader";

/** `load`: no reader could be started. `trap`: the core ended. `timeout`: it took too long. `refused`: it said why. */
export type FailureKind = "load" | "trap" | "timeout" | "refused";

export class CoreFailure extends Error {
  constructor(readonly kind: FailureKind, message: string) {
    super(message);
  }
}

/** A newer text, or the end of the client, made the answer useless. */
export class Superseded extends Error {}

/** Time for one reading, in milliseconds: far above what the longest text takes, so that a hang ends. */
const READ_LIMIT = 15_000;

type Ask = Request extends infer Each ? (Each extends Request ? Omit<Each, "id"> : never) : never;
type Job = { ask: Ask; resolve(value: Report): void; reject(error: Error): void };

export class CoreClient {
  #reader: Promise<Reader> | null = null;
  #lastId = 0;
  #running: Job | null = null;
  #waiting: Job | null = null;

  /** Starts the reader, or waits for the start that is under way. */
  async start(): Promise<void> {
    await this.#open();
  }

  /** Reads `text`. Rejects with `Superseded` when a newer text came, with `CoreFailure` otherwise. */
  check(text: string, options: Options): Promise<Report> {
    return new Promise((resolve, reject) => {
      this.#waiting?.reject(new Superseded());
      this.#running?.reject(new Superseded());
      this.#waiting = { ask: { op: "check", text, options }, resolve, reject };
      void this.#next();
    });
  }

  /** The checks, with titles in `language` (BCP 47). */
  async checks(language: string): Promise<CheckInfo[]> {
    return (await this.#ask({ op: "checks", language })) as CheckInfo[];
  }

  /** Ends the reader; what is still open is superseded. */
  stop(): void {
    this.#waiting?.reject(new Superseded());
    this.#running?.reject(new Superseded());
    this.#waiting = this.#running = null;
    this.#drop();
  }

  async #next(): Promise<void> {
    if (this.#running || !this.#waiting) return;
    const job = this.#waiting;
    this.#waiting = null;
    this.#running = job;
    try {
      job.resolve((await this.#ask(job.ask)) as Report);
    } catch (error) {
      job.reject(error as Error);
    }
    if (this.#running === job) this.#running = null;
    void this.#next();
  }

  async #ask(ask: Ask): Promise<Report | CheckInfo[] | null> {
    const opened = this.#open();
    const reader = await opened;
    const request = { ...ask, id: ++this.#lastId } as Request;
    const answer = await within(READ_LIMIT, reader.ask(request)).catch((error: Error): Answer => {
      this.#renew(opened);
      throw error instanceof TimeUp ? new CoreFailure("timeout", error.message) : new CoreFailure("trap", error.message);
    });
    if (!("error" in answer)) return answer.value;
    if (!answer.ended) throw new CoreFailure("refused", answer.error);
    this.#renew(opened);
    throw new CoreFailure("trap", answer.error);
  }

  #open(): Promise<Reader> {
    if (!this.#reader) {
      const starting = startReader().catch((error: Error) => {
        // The next text may try again: a network that was gone can be back.
        if (this.#reader === starting) this.#reader = null;
        throw new CoreFailure("load", error.message);
      });
      this.#reader = starting;
    }
    return this.#reader;
  }

  /** Drops an instance that ended and starts a fresh one, so that the next text finds it ready. */
  #renew(ended: Promise<Reader>): void {
    if (this.#reader !== ended) return;
    this.#drop();
    this.#open().catch(() => {}); // a failure is told to the text that asks next
  }

  #drop(): void {
    this.#reader?.then((reader) => reader.close(), () => {});
    this.#reader = null;
  }
}

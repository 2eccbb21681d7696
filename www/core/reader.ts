// Where the core runs: in a worker of the page's own origin, or on the main thread when the page
// may not have one (a sandboxed frame, a script from another origin).
import { compileCore, readerScript } from "./place";
import type { Answer, Request } from "./protocol";
import { keepSpare, openWorker } from "./workers";

/** One instance of the core. After an answer with `ended`, or a rejection, it is of no more use. */
export interface Reader {
  ask(request: Request): Promise<Answer>;
  close(): void;
}

/** Time in which a worker must have started, in milliseconds. */
const START_LIMIT = 20_000;

let compiled: Promise<WebAssembly.Module> | null = null;

/** Instances on the main thread that have ended. */
let ended = 0;

/**
 * Starts a reader and waits until it can read. Rejects when neither a worker nor the page can run
 * the core, or when `signal` tells that nobody needs it any more.
 */
export async function startReader(signal: AbortSignal): Promise<Reader> {
  const worker = openWorker(); // first of all, so that it loads while the core is fetched
  const close = () => worker?.close();
  signal.addEventListener("abort", close);
  try {
    const module = await coreModule();
    if (worker) {
      try {
        await start(worker, module);
        if (!signal.aborted) keepSpare();
        return worker;
      } catch {
        // The page itself may still read.
      }
    }
    signal.throwIfAborted();
    const page = await pageReader();
    await start(page, module);
    return page;
  } catch (error) {
    close();
    throw error;
  } finally {
    signal.removeEventListener("abort", close);
  }
}

async function start(reader: Reader, module: WebAssembly.Module): Promise<void> {
  try {
    const answer = await within(START_LIMIT, reader.ask({ id: 0, op: "start", module }));
    if ("error" in answer) throw new Error(answer.error);
  } catch (error) {
    reader.close();
    throw error;
  }
}

/** The core is fetched and compiled once for the whole document, and handed to every reader. */
function coreModule(): Promise<WebAssembly.Module> {
  compiled ??= compileCore().catch((error: unknown) => {
    compiled = null;
    throw error;
  });
  return compiled;
}

async function pageReader(): Promise<Reader> {
  // A module keeps its instance for good: after one has ended, another address gives another one.
  const url = ended > 0 ? `${readerScript}?${ended}` : readerScript;
  const { answer } = (await import(url)) as typeof import("./worker");
  return {
    async ask(request) {
      // Nothing is painted while it reads: what the page has to say is painted first.
      await new Promise((resolve) => setTimeout(resolve));
      const given = await answer(request);
      if ("ended" in given && given.ended) ended++;
      return given;
    },
    close() {},
  };
}

/** `promise`, or a rejection after `limit` milliseconds. */
export function within<T>(limit: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TimeUp()), limit);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

export class TimeUp extends Error {}

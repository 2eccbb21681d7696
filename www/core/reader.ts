// Where the core runs: in a worker of the page's own origin, or on the main thread when the page
// may not have one (a sandboxed frame, a script from another origin).
import type { Answer, Request } from "./protocol";
import { trustedScript } from "./trusted";

/** One instance of the core. After an answer with `ended`, or a rejection, it is of no more use. */
export interface Reader {
  ask(request: Request): Promise<Answer>;
  close(): void;
}

/** Time in which a worker must have started, in milliseconds. */
const START_LIMIT = 20_000;

/** Time from the first reader to the one in waiting, in milliseconds. */
const SPARE_AFTER = 250;

let compiled: Promise<WebAssembly.Module> | null = null;
let spare: Worker | null = null;
let first = true;

/** Starts a reader and waits until it can read. Rejects when neither a worker nor the page can run the core. */
export async function startReader(): Promise<Reader> {
  const worker = openWorker(); // first of all, so that it loads while the core is fetched
  const module = await coreModule().catch((error: unknown) => {
    worker?.close();
    throw error;
  });
  if (worker) {
    try {
      await start(worker, module);
      // One more waits, so that after a trap a fresh one is there without anything being fetched;
      // but the first text is not to share the machine with it. Later nothing is fetched ahead.
      if (first) setTimeout(() => (spare ??= newSpare()), SPARE_AFTER);
      first = false;
      return worker;
    } catch {
      worker.close();
    }
  }
  const page = await pageReader();
  await start(page, module);
  return page;
}

async function start(reader: Reader, module: WebAssembly.Module): Promise<void> {
  const answer = await within(START_LIMIT, reader.ask({ id: 0, op: "start", module }));
  if ("error" in answer) throw new Error(answer.error);
}

/** The core is fetched and compiled once for the whole document, and handed to every reader. */
function coreModule(): Promise<WebAssembly.Module> {
  compiled ??= fetchModule().catch((error: unknown) => {
    compiled = null;
    throw error;
  });
  return compiled;
}

async function fetchModule(): Promise<WebAssembly.Module> {
  const response = await fetch(new URL("bilan.wasm", import.meta.url));
  if (!response.ok) throw new Error(`bilan.wasm: HTTP ${response.status}`);
  // Servers that do not know the type are common; only the streaming form insists on it.
  const streams = response.headers.get("content-type")?.startsWith("application/wasm");
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** Null where the page may not have a worker. */
function openWorker(): Reader | null {
  try {
    const worker = spare ?? newWorker();
    spare = null;
    return workerReader(worker);
  } catch {
    return null;
  }
}

function newWorker(): Worker {
  const url = new URL("bilan-worker.js", import.meta.url).href;
  return new Worker(trustedScript(url), { type: "module", name: "bilan" });
}

function newSpare(): Worker | null {
  try {
    const worker = newWorker();
    worker.addEventListener("error", () => {
      if (spare === worker) spare = null;
    });
    return worker;
  } catch {
    return null;
  }
}

function workerReader(worker: Worker): Reader {
  const open = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();
  let failure: Error | null = null;
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    open.get(data.id)?.resolve(data);
    open.delete(data.id);
  });
  const fail = (message: string) => {
    failure = new Error(message);
    for (const { reject } of open.values()) reject(failure);
    open.clear();
  };
  // A script that does not load and an error that nothing caught both end here.
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    fail(event.message || "The worker did not start.");
  });
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        if (failure) return reject(failure);
        open.set(request.id, { resolve, reject });
        worker.postMessage(request);
      }),
    close() {
      worker.terminate();
      fail("The worker was ended.");
    },
  };
}

async function pageReader(): Promise<Reader> {
  const url = new URL("bilan-worker.js", import.meta.url).href;
  const { answer } = (await import(url)) as typeof import("./worker");
  let ended = false;
  return {
    async ask(request) {
      if (ended) throw new Error("The core of this page has ended.");
      // Nothing is painted while it reads: what the page has to say is painted first.
      await new Promise((resolve) => setTimeout(resolve));
      const given = await answer(request);
      ended = "ended" in given && given.ended;
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

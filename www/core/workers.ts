// The worker that reads, and the one in waiting.
//
// After a trap or a hang a fresh worker takes over without anything being fetched, so the page goes
// on without the network. For that a second worker waits, with its script loaded and without a core:
// 1.4 MB in Chromium.
import { readerScript } from "./place";
import type { Answer } from "./protocol";
import type { Reader } from "./reader";
import { trustedScript } from "./trusted";

/** Pause before a worker is put in waiting, in milliseconds: the first text is not to share the machine with it. */
const SPARE_AFTER = 250;

let spare: Worker | null = null;
let kept = false;
let timer = 0;

/** Null where the page may not have a worker. */
export function openWorker(): Reader | null {
  try {
    const worker = spare ?? newWorker();
    spare = null;
    return workerReader(worker);
  } catch {
    return null;
  }
}

/** Puts a worker in waiting, once: after it has been used nothing is fetched ahead any more. */
export function keepSpare(): void {
  if (kept) return;
  kept = true;
  timer = setTimeout(() => (spare = newSpare()), SPARE_AFTER);
}

/** Ends the worker in waiting; the next start puts one there again. */
export function dropSpare(): void {
  clearTimeout(timer);
  spare?.terminate();
  spare = null;
  kept = false;
}

function newWorker(): Worker {
  return new Worker(trustedScript(readerScript), { type: "module", name: "bilan" });
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

// The reader: a worker, or, where no worker can be had, a module of the page itself.
// It holds one instance of the core and answers one request at a time.
import init, { check, checks, compare } from "bilan-core";
import type { Answer, Operation, Operations, Request, Value } from "./protocol";

const operations: Operations = { check, checks, compare };

export async function answer(request: Request): Promise<Answer> {
  const { id } = request;
  try {
    if (request.op === "start") {
      await init({ module_or_path: request.module });
      return { id, value: null };
    }
    // A request pairs a call with its own arguments; the compiler cannot follow that through the table.
    const call = operations[request.op] as (...args: unknown[]) => Value<Operation>;
    return { id, value: call(...request.args) };
  } catch (error) {
    // A trap, a stack that ran over and memory that ran out leave the instance in an unknown state.
    const ended = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
    return { id, error: error instanceof Error ? error.message : String(error), ended };
  }
}

/**
 * A worker does not inherit the policy that a page states in a `<meta>`. So it gives up, before it
 * sees a text, everything it could send one with.
 */
function giveUpNetwork(): void {
  const ways = [
    "fetch", "XMLHttpRequest", "WebSocket", "WebSocketStream", "WebTransport", "EventSource",
    "importScripts", "Worker", "caches",
  ];
  for (let owner: object | null = globalThis; owner; owner = Object.getPrototypeOf(owner) as object | null) {
    for (const way of ways) Reflect.deleteProperty(owner, way);
  }
}

if ("DedicatedWorkerGlobalScope" in globalThis) {
  giveUpNetwork();
  // Requests are answered in order: the start has to be over before the first text is read.
  let before = Promise.resolve();
  addEventListener("message", (event: MessageEvent<Request>) => {
    before = before.then(async () => postMessage(await answer(event.data)));
  });
}

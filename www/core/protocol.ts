// What the page and a reader say to each other.
import type * as core from "bilan-core";

/** The calls of the core that a page makes: one name here, one in `worker.ts`. */
export type Operations = Pick<typeof core, "check" | "checks" | "compare">;

export type Operation = keyof Operations;
export type Arguments<O extends Operation> = Parameters<Operations[O]>;
export type Value<O extends Operation> = ReturnType<Operations[O]>;

/** What the page asks of a reader. */
export type Request =
  | { id: number; op: "start"; module: WebAssembly.Module }
  | { [O in Operation]: { id: number; op: O; args: Arguments<O> } }[Operation];

/** What the reader answers; `id` is the request's. */
export type Answer =
  | { id: number; value: Value<Operation> | null }
  /** `ended`: the core trapped, and this reader must not be asked again. */
  | { id: number; error: string; ended: boolean };

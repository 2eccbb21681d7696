import type { CheckInfo, Options, Report } from "bilan-core";

/** What the page asks of a reader. */
export type Request =
  | { id: number; op: "start"; module: WebAssembly.Module }
  | { id: number; op: "check"; text: string; options: Options }
  | { id: number; op: "checks"; language: string };

/** What the reader answers; `id` is the request's. */
export type Answer =
  | { id: number; value: Report | CheckInfo[] | null }
  /** `ended`: the core trapped, and this reader must not be asked again. */
  | { id: number; error: string; ended: boolean };

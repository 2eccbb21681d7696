// In the place of `core/place.ts`: everything lies in this very script.
import packed from "packed-core";

/** Address of this script, which is its own worker. */
export const readerScript = import.meta.url;

/** Unpacks and compiles the core. */
export function compileCore(): Promise<WebAssembly.Module> {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const core = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return WebAssembly.compileStreaming(new Response(core, { headers: { "content-type": "application/wasm" } }));
}

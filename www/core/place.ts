// Where the parts of the element lie: the reader's script and the core are beside the element's own.

/** Address of the reader's script: a worker, or, where no worker can be had, a module of the page. */
export const readerScript = new URL("bilan-worker.js", import.meta.url).href;

/** Fetches and compiles the core. */
export async function compileCore(): Promise<WebAssembly.Module> {
  const response = await fetch(new URL("bilan.wasm", import.meta.url));
  if (!response.ok) throw new Error(`bilan.wasm: HTTP ${response.status}`);
  // Servers that do not know the type are common; only the streaming form insists on it.
  const streams = response.headers.get("content-type")?.startsWith("application/wasm");
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

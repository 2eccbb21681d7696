// Times `check` where the page runs it: in a worker. Gets texts, answers with milliseconds a call.
import init, { check } from "./core.js";

/** Least time of one sample, in milliseconds: the clock of a page is coarse. */
const SAMPLE = 20;

addEventListener("message", async ({ data: { texts, rounds } }) => {
  const { memory } = await init({ module_or_path: new URL("bilan.wasm", import.meta.url) });
  const bytes = { start: memory.buffer.byteLength };
  for (const { name, text, options } of texts) {
    check(text, options); // compiled and warm before anything counts
    bytes[name] = memory.buffer.byteLength;
  }
  const samples = Object.fromEntries(texts.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, text, options } of texts) {
      let calls = 0;
      const start = performance.now();
      let now = start;
      do {
        check(text, options);
        calls++;
        now = performance.now();
      } while (now - start < SAMPLE);
      samples[name].push((now - start) / calls);
    }
  }
  postMessage({ samples, bytes });
});

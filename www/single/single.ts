// The whole element as one script, core included: on a page it registers the element, and loaded a
// second time as a worker it reads.
export { answer } from "../core/worker";

// The element needs a document; a worker has none, and never evaluates what is imported here.
if ("document" in globalThis) await import("../element/define");

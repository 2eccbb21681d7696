// The page inside a frame: one element, and messages to and from the page around it. README.md
// says which messages there are and who is heard.
import type { BilanCheck } from "../element/element";
import { askedIn, VERSION, type Asked, type Told } from "./messages";

const element = document.querySelector("bilan-check") as BilanCheck;
const origins = originsIn(document.querySelector<HTMLMetaElement>(`meta[name="bilan-origins"]`)?.content ?? "");

/** Origin of the page around, once it has said hello: nothing is told before. */
let host: string | null = null;

document.documentElement.lang ||= navigator.language;
if (parent !== window) addEventListener("message", hear);
element.addEventListener("bilan-status", ({ detail }) => tell({ type: "status", status: detail }));
element.addEventListener("bilan-report", ({ detail }) => tell({ type: "report", text: element.text, report: detail }));

/** The list of this file; what is no origin is left out, so that a slip never lets anyone in. */
function originsIn(list: string): Set<string> {
  const names = list.split(/\s+/).filter(Boolean);
  if (names.length === 0) return new Set([location.origin]);
  return new Set(names.filter((name) => {
    const fits = URL.canParse(name) && new URL(name).origin === name.replace(/\/$/, "");
    if (!fits) console.error(`Bilan: “${name}” is no origin.`);
    return fits;
  }).map((name) => new URL(name).origin));
}

function hear({ source, origin, data }: MessageEvent<unknown>): void {
  // An opaque origin is called “null”, and anyone's may be: it is nobody.
  if (source !== parent || origin === "null") return;
  if (!origins.has(origin)) return console.warn(`Bilan: ${origin} is not in the bilan-origins of this frame.`);
  const asked = askedIn(data);
  if ("wrong" in asked) return send({ type: "error", message: asked.wrong }, origin);
  answer(asked, origin);
}

function answer(asked: Asked, origin: string): void {
  switch (asked.type) {
    case "hello":
      host = origin;
      send({ type: "ready" }, origin);
      return send({ type: "status", status: element.status }, origin);
    case "text":
      element.text = asked.text;
      return;
    case "options":
      Object.assign(element, asked.options);
      if (asked.options.messages) document.documentElement.lang = asked.options.messages;
      return;
    case "report?":
    case "export?":
      told(asked).catch((error: Error): Told => ({ type: "error", message: error.message, id: asked.id })).then((message) => send(message, origin));
  }
}

function tell(message: Told): void {
  if (host !== null) send(message, host);
}

/** The text is taken after the report: it is the one that the report is about. */
async function told(asked: Extract<Asked, { id: unknown }>): Promise<Told> {
  if (asked.type === "report?") return { type: "report", report: await element.report(), text: element.text, id: asked.id };
  const { format, id } = asked;
  return { type: "export", format, content: await element.export(format), id };
}

/** The browser delivers to the page around only while it is of `origin`. */
function send(message: Told, origin: string): void {
  parent.postMessage({ bilan: VERSION, ...message }, origin);
}

// For the page around a frame with `frame.html`:
//
//   import { connect } from "./frame-host.js";
//   const bilan = await connect(document.querySelector("iframe"), "https://bilan.example");
//   bilan.addEventListener("bilan-report", ({ detail }) => …);
//   bilan.text = "…";
//   const report = await bilan.report();
import type { Report } from "bilan-core";
import type { FormatId } from "../handover/words";
import { VERSION, type Asked, type FrameOptions, type Told } from "./messages";

/** Time in which a frame must answer, in milliseconds: more than it has to load, or to read the longest text. */
const LIMIT = 30_000;

type Answer = Extract<Told, { type: "report" | "export" }>;
type Question = { resolve(answer: Answer): void; reject(error: Error): void; timer: ReturnType<typeof setTimeout> };

/**
 * A frame that has answered. Dispatches `bilan-report` (`detail` is `{ text, report }`), `bilan-status`
 * (`detail` is a `Status`) and `bilan-error` (`detail` is a sentence about a message that was no good).
 */
export class BilanFrame extends EventTarget {
  /** As it was last set or reported: a frame that is loaded anew gets it again. */
  #text: string | null = null;
  #options: FrameOptions = {};
  #questions = new Map<number, Question>();
  #lastId = 0;
  #closed = new AbortController();

  /** Use `connect`. */
  constructor(
    readonly iframe: HTMLIFrameElement,
    readonly origin: string,
    ready: () => void,
  ) {
    super();
    const { signal } = this.#closed;
    addEventListener("message", (event: MessageEvent<Told & { bilan: number }>) => {
      if (event.source !== iframe.contentWindow || event.origin !== origin || event.data?.bilan !== VERSION) return;
      if (event.data.type === "ready") {
        // Also after the frame was loaded anew: it gets what it had.
        if (Object.keys(this.#options).length > 0) this.#send({ type: "options", options: this.#options });
        if (this.#text !== null) this.#send({ type: "text", text: this.#text });
        return ready();
      }
      this.#hear(event.data);
    }, { signal });
    iframe.addEventListener("load", () => this.#send({ type: "hello" }), { signal });
    // A frame that still loads holds an empty document of ours; one of another origin shows none.
    if (iframe.contentDocument?.URL !== "about:blank") this.#send({ type: "hello" });
  }

  /** Puts an article into the frame. What the person makes of it comes back with each report. */
  set text(text: string) {
    this.#text = text;
    this.#send({ type: "text", text });
  }

  /** Sets what is said about the text; what is not named stays as it is. */
  set(options: FrameOptions): void {
    Object.assign(this.#options, options);
    this.#send({ type: "options", options });
  }

  /** The report on the current text; null when there is no text. Rejects with an `Error` of one sentence. */
  async report(): Promise<Report | null> {
    const answer = await this.#ask((id) => ({ type: "report?", id }));
    return answer.type === "report" ? answer.report : null;
  }

  /** What is handed on, in one of the formats of the element's `export`. Rejects with an `Error` of one sentence. */
  async export(format: FormatId): Promise<string> {
    const answer = await this.#ask((id) => ({ type: "export?", id, format }));
    return answer.type === "export" ? answer.content : "";
  }

  /** Ends the conversation; open questions are rejected. The frame itself is the page's. */
  close(): void {
    this.#closed.abort();
    for (const id of [...this.#questions.keys()]) this.#settle(id, ({ reject }) => reject(new Error("The frame is gone.")));
  }

  #ask(asked: (id: number) => Asked): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      const timer = setTimeout(() => this.#settle(id, (question) => question.reject(new Error("The frame did not answer."))), LIMIT);
      this.#questions.set(id, { resolve, reject, timer });
      if (this.#closed.signal.aborted || !this.#send(asked(id))) this.close();
    });
  }

  #hear(told: Exclude<Told, { type: "ready" }>): void {
    switch (told.type) {
      case "status":
        return this.#dispatch("bilan-status", told.status);
      case "report":
        this.#text = told.text;
        if (told.id === undefined) return this.#dispatch("bilan-report", { text: told.text, report: told.report });
        return this.#settle(told.id, ({ resolve }) => resolve(told));
      case "export":
        return this.#settle(told.id, ({ resolve }) => resolve(told));
      case "error":
        if (told.id === undefined) return this.#dispatch("bilan-error", told.message);
        return this.#settle(told.id, ({ reject }) => reject(new Error(told.message)));
    }
  }

  #settle(id: string | number, how: (question: Question) => void): void {
    const question = this.#questions.get(Number(id));
    if (!question) return;
    this.#questions.delete(Number(id));
    clearTimeout(question.timer);
    how(question);
  }

  #dispatch(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  /** False when the frame is no longer in a page. */
  #send(message: Asked): boolean {
    // A sandboxed frame is of no origin: nothing narrower than “*” reaches it.
    this.iframe.contentWindow?.postMessage({ bilan: VERSION, ...message }, this.origin === "null" ? "*" : this.origin);
    return this.iframe.contentWindow !== null;
  }
}

/**
 * Connects to the frame, whose document is of `origin`; “null” for a sandboxed one. Rejects when it
 * does not answer: most often because this page's origin is not in its `bilan-origins`.
 */
export function connect(iframe: HTMLIFrameElement, origin: string): Promise<BilanFrame> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      frame.close();
      reject(new Error("The frame does not answer: is the origin of this page in its bilan-origins?"));
    }, LIMIT);
    const frame = new BilanFrame(iframe, origin, () => {
      clearTimeout(timer);
      resolve(frame);
    });
  });
}

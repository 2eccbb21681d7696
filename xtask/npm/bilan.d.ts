import type { House, Report } from "./core.js";

export type { Card, Claim, Flag, House, Options, Report, Span } from "./core.js";

/** Detail of `bilan-status`. */
export interface BilanStatus {
  state: "loading" | "empty" | "reading" | "ready" | "error";
  /** A sentence in the language of the interface. */
  message: string;
}

/** `<bilan-check>`: shows what an editor still has to verify in an article, and never changes the text. */
export interface BilanCheckElement extends HTMLElement {
  /** The article as plain text with LF line ends; follows what is typed. */
  text: string;
  /** BCP 47 tag of the article; detected when empty. */
  language: string;
  /** Language of interface and messages: "fr" or "en". */
  messages: string;
  /** Publication date, `YYYY-MM-DD` or `YYYY-MM`. */
  published: string;
  /** Headline and standfirst, compared with the article. */
  heading: string;
  /** The desk's own list; as an attribute it is JSON. What does not fit in it is told above the cards. */
  house: House | null;
}

declare global {
  interface HTMLElementTagNameMap {
    "bilan-check": BilanCheckElement;
  }
  interface HTMLElementEventMap {
    /** A text was read. */
    "bilan-report": CustomEvent<Report>;
    /** State or message changed. */
    "bilan-status": CustomEvent<BilanStatus>;
  }
}

// Words of the article inside sentences of the interface, so that each is read aloud in its own language.
import { html, type TemplateResult } from "lit";
import { partsOf } from "./typography";

export interface Article {
  text: string;
  /** BCP 47. */
  language: string;
}

/** A sentence about an article, with what it quotes from there marked as being in the article's language. */
export function quoting(sentence: string, { text, language }: Article): (string | TemplateResult)[] {
  const isOf = (quoted: string) => quoted.slice(1, -1).trim().split(" … ").every((words) => text.includes(words));
  return partsOf(sentence).map((part) => (part.quoted && isOf(part.text) ? html`<span dir="auto" lang=${language}>${part.text}</span>` : part.text));
}

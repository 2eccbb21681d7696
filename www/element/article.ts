// The column of the text, where the element brings its own paper.
import { html, nothing, type TemplateResult } from "lit";
import { FileDrop } from "../intake/drop";
import { isTag } from "../words/format";
import type { Strings } from "../words/strings";

export interface ArticleState {
  strings: Strings;
  /** BCP 47; empty while nobody knows. */
  language: string;
  drop: FileDrop;
  /** What the lower edge of the text says when the cards are below it. */
  peek: unknown;
}

export function articleTemplate({ strings: s, language, drop, peek }: ArticleState): TemplateResult {
  return html`<section class="article" part="article" aria-labelledby="article-title">
    <div class="bar">
      <h2><label id="article-title" for="text">${s.article}</label></h2>
      <label class="plain file">${s.openFile}
        <input class="hidden" type="file" accept=${FileDrop.accept} @change=${drop.onChosen} />
      </label>
    </div>
    <div class="editor ${drop.over ? "over" : ""}" part="editor" @dragover=${drop.onDragOver} @dragleave=${drop.onDragLeave}
      @drop=${drop.onDrop}>
      <div class="paper" lang=${isTag(language) ? language : nothing} aria-hidden="true" inert></div>
      <textarea id="text" part="text" dir="auto" lang=${isTag(language) ? language : nothing} placeholder=${s.placeholder} aria-describedby="text-keys"
        spellcheck="false" autocomplete="off" autocapitalize="off"></textarea>
      <div class="anchor"></div>
    </div>
    ${peek}
    <p class="keys" id="text-keys">${s.textKeys}</p>
  </section>`;
}

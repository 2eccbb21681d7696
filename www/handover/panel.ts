// The panel in which a result is handed on.
import { html, nothing, type TemplateResult } from "lit";
import { FORMATS } from "./formats";
import { words, type FormatId, type Told } from "./words";
import type { Interface } from "../words/strings";

export interface HandoverState {
  interface: Interface;
  /** There is something to hand on. */
  ready: boolean;
  /** What came of the last press of a button. */
  told: Told | null;
}

export interface HandoverActions {
  download(id: FormatId): void;
  copy(id: FormatId): void;
}

const FAILED: readonly Told[] = ["notCopied", "notMade"];

export function handoverTemplate({ interface: tag, ready, told }: HandoverState, actions: HandoverActions): TemplateResult {
  const w = words[tag];
  const p = w.panel;
  return html`<div class="handover" part="handover">
    <p class="about">${ready ? p.intro : p.nothing}</p>
    <ul role="list">
      ${FORMATS.map(({ id, extension, copied }) => {
        const { title, use } = w.formats[id];
        return html`<li data-format=${id}>
          <h3 id="format-${id}">${title} <code>.${extension}</code></h3>
          <p class="message" id="use-${id}">${use}</p>
          <p class="row">
            <button type="button" class="plain" id="download-${id}" aria-labelledby="download-${id} format-${id}" aria-describedby="use-${id}"
              ?disabled=${!ready} @click=${() => actions.download(id)}>${p.download}</button>
            ${copied
              ? html`<button type="button" class="plain" id="copy-${id}" aria-labelledby="copy-${id} format-${id}" ?disabled=${!ready}
                  @click=${() => actions.copy(id)}>${p.copy}</button>`
              : nothing}
          </p>
        </li>`;
      })}
    </ul>
    <p class=${told && FAILED.includes(told) ? "notice failed" : "told"} role="status">${told === null ? nothing : p.told[told]}</p>
  </div>`;
}

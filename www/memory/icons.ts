// Each state of a card has a shape of its own, so that none is told by colour alone.
import { html, svg, type TemplateResult } from "lit";
import type { State } from "./note";

const ring = svg`<circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.5" />`;
const disc = svg`<circle cx="8" cy="8" r="7.2" fill="currentColor" />`;
const on = "var(--paper)";

const SHAPES: Record<State, TemplateResult> = {
  "to-check": svg`${ring}`,
  asked: svg`${ring}<path d="M5.9 6.2a2.1 2.1 0 1 1 2.9 2c-.6.3-.8.6-.8 1.3M8 11v1.4" fill="none" stroke="currentColor" stroke-width="1.4" />`,
  confirmed: svg`${disc}<path d="m4.6 8.3 2.4 2.4 4.4-5" fill="none" stroke=${on} stroke-width="1.8" />`,
  corrected: svg`${disc}<path d="m5 11 .5-2 4.6-4.6 1.5 1.5L7 10.5z" fill=${on} />`,
  softened: svg`${disc}<path d="M4 9c1.3-2 2.6-2 4-.8s2.7 1.2 4-.8" fill="none" stroke=${on} stroke-width="1.6" />`,
  cut: svg`${disc}<path d="M4.2 8h7.6" stroke=${on} stroke-width="1.8" />`,
  unverifiable: svg`${disc}<path d="M8 4v5M8 10.6v1.6" stroke=${on} stroke-width="1.8" />`,
  "not-applicable": svg`${ring}<path d="m3.6 3.6 8.8 8.8" stroke="currentColor" stroke-width="1.5" />`,
};

export function stateIcon(state: State): TemplateResult {
  return html`<svg class="icon state-icon" viewBox="0 0 16 16" aria-hidden="true">${SHAPES[state]}</svg>`;
}

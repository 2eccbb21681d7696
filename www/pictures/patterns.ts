// Each kind of voice has a colour, a pattern and a letter, so that none is told by colour alone.
//
// They are drawn as SVG: unlike the ground of an element, that is printed whatever the browser is set to.
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import type { VoiceKind } from "bilan-core";
import type { PictureWords } from "./words";

/** Size of a tile, and what lies on its ground. */
const TILES: Record<VoiceKind, { size: number; lines: SVGTemplateResult | typeof nothing }> = {
  paper: { size: 8, lines: nothing },
  official: { size: 8, lines: svg`<path class="solid" d="M0 0h8v8H0z" />` },
  party: { size: 8, lines: svg`<path class="bold" d="M-2 2 2-2M-2 10 10-2M6 10 10 6" />` },
  person: { size: 5, lines: svg`<path d="M0 2.5h5" />` },
  media: { size: 5, lines: svg`<path d="M2.5 0v5" />` },
  document: { size: 7, lines: svg`<path d="M0 3.5h7M3.5 0v7" />` },
  collective: { size: 8, lines: svg`<circle cx="2" cy="2" r="1.6" /><circle cx="6" cy="6" r="1.6" />` },
  anonymous: { size: 10, lines: svg`<circle class="ring" cx="5" cy="5" r="2.6" />` },
};

/** The tiles; they have to stand once in whatever shows one of them. */
export function patternsTemplate(): TemplateResult {
  return html`<svg class="tiles" width="0" height="0" aria-hidden="true"><defs>
    ${Object.entries(TILES).map(
      ([by, { size, lines }]) => svg`<pattern id=${`voice-${by}`} class=${`voice voice-${by}`} width=${size} height=${size} patternUnits="userSpaceOnUse">
        <path class="ground" d=${`M0 0h${size}v${size}H0z`} />${lines}</pattern>`,
    )}
  </defs></svg>`;
}

/** What fills a shape with the tiles of a voice. */
export function fillOf(by: VoiceKind): string {
  return `url(#voice-${by})`;
}

/** The letter of a voice on a plate, with its middle where the nearest svg has its origin. */
export function letterTemplate(by: VoiceKind, words: PictureWords) {
  const letter = words.letter[by];
  return letter === "" ? nothing : svg`<rect class="plate" x="-7" y="-7" width="14" height="14" rx="2" /><text class="letter" y="4">${letter}</text>`;
}

export function swatchTemplate(by: VoiceKind, words: PictureWords): TemplateResult {
  return html`<svg class="swatch" width="30" height="20" viewBox="0 0 30 20" aria-hidden="true">
    <rect class="edge" x="0.5" y="0.5" width="29" height="19" fill=${fillOf(by)} />
    <g transform="translate(15 10)">${letterTemplate(by, words)}</g></svg>`;
}

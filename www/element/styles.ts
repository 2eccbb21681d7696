// The look of the element. Colours come in pairs and follow the page's `color-scheme`.
import { css } from "lit";
import { markRules } from "../fields/styles";
import { handoverStyles } from "../handover/styles";
import { memoryStyles } from "../memory/styles";
import { pictureStyles } from "../pictures/styles";
import { versionStyles } from "../versions/styles";

const colours = css`
  :host {
    --ink: var(--bilan-ink, light-dark(#1c1b19, #e9e6df));
    --soft: var(--bilan-soft, light-dark(#5b5851, #aaa69c));
    --paper: var(--bilan-paper, light-dark(#ffffff, #1e2023));
    --shade: var(--bilan-shade, light-dark(#f5f3ee, #27292d));
    --line: var(--bilan-line, light-dark(#dedad1, #3b3e43));
    --edge: light-dark(#8a867c, #7d7f83);
    --focus: var(--bilan-focus, light-dark(#1a5fb4, #8ab8ff));
    --error: var(--bilan-error, light-dark(#a81e16, #ff9a8f));
    --warning: var(--bilan-warning, light-dark(#835300, #eabb5e));
    --info: var(--bilan-info, light-dark(#35597a, #9cc1e4));
    --agrees: light-dark(#2b6a3b, #8fcf9f);
    --error-wash: light-dark(#fbe4e1, #4a2421);
    --warning-wash: light-dark(#fdf3da, #40341a);
    --chosen: light-dark(#ffe27a, #6b5713);
    --kin: light-dark(#dcebfa, #24405c);
    --bilan-mark-error: var(--error);
    --bilan-mark-warning: var(--warning);
    --bilan-mark-info: var(--info);
    --bilan-mark-done: var(--soft);
    --bilan-mark-error-wash: var(--error-wash);
    --bilan-mark-warning-wash: var(--warning-wash);
    --bilan-mark-chosen: var(--chosen);
    --bilan-mark-kin: var(--kin);
    --ui: var(--bilan-font, system-ui, sans-serif);
    --reading: var(--bilan-text-font, Charter, "Bitstream Charter", "Source Serif 4", Georgia, "Liberation Serif", serif);
    --size: var(--bilan-text-size, 1.125rem);
    --radius: var(--bilan-radius, 6px);
    display: block;
    container-type: inline-size;
    color: var(--ink);
    font: 0.9375rem/1.5 var(--ui);
  }
  :host([hidden]) { display: none; }
  *, ::before, ::after { box-sizing: border-box; }
`;

/** The paper: field and marked layer have to break their lines alike, so they share every rule of type. */
const paper = css`
  .frame { display: grid; gap: var(--bilan-gap, 2rem); align-items: start; grid-template-columns: minmax(0, 1fr); }
  .article { min-width: 0; }
  .editor {
    position: relative; display: grid; background: var(--paper);
    border: 1px solid var(--edge); border-radius: var(--radius);
  }
  .editor.over { outline: 3px dashed var(--focus); outline-offset: 3px; }
  .editor:focus-within { border-color: var(--focus); box-shadow: 0 0 0 1px var(--focus); }
  .paper, .editor > textarea {
    grid-area: 1 / 1; width: 100%; min-height: var(--bilan-min-height, 22rem); margin: 0; border: 0;
    padding: clamp(1rem, 4cqi, 2.25rem); font: var(--size) / 1.7 var(--reading); letter-spacing: normal; word-spacing: normal;
    text-align: start; text-indent: 0; text-transform: none; text-rendering: auto; tab-size: 8; hyphens: manual;
    white-space: pre-wrap; overflow-wrap: break-word; word-break: normal; line-break: auto; unicode-bidi: plaintext;
  }
  /* Its words are those of the field above it and must not be seen twice; only its marks are. */
  .paper { color: transparent; forced-color-adjust: none; pointer-events: none; }
  .editor > textarea {
    position: relative; display: block; height: 100%; resize: none; overflow: hidden; outline: none; color: inherit;
    background: transparent; caret-color: var(--ink);
  }
  .editor > textarea::placeholder { color: var(--soft); opacity: 1; font-style: italic; }
  .anchor { position: absolute; left: 0; width: 1px; pointer-events: none; scroll-margin-block: 7rem; }
`;

const side = css`
  .side { min-width: 0; }
  h2, h3, p, ol, ul { margin: 0; padding: 0; }
  ol, ul { list-style: none; }
  h2 { font-size: 1.0625rem; font-weight: 650; }
  h3 { font-size: 0.9375rem; font-weight: 650; line-height: 1.35; }
  .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1rem; min-height: 2rem; margin-bottom: 0.5rem; }
  .side .bar { margin-bottom: 0; }
  .tallies { display: flex; flex-wrap: wrap; gap: 0.125rem 0.75rem; font-size: 0.8125rem; font-weight: 600; }
  .tallies span { display: inline-flex; align-items: center; gap: 0.35rem; }
  .about, .keys { margin-top: 0.125rem; color: var(--soft); font-size: 0.8125rem; }
  .keys { margin-top: 0.625rem; }
  .status { margin-block: 0.25rem; }
  .legend { display: grid; gap: 0.375rem; margin: 0.75rem 0 0; color: var(--soft); }
  .legend > div { display: grid; grid-template-columns: 1.5rem 6.5rem 1fr; align-items: baseline; }
  .legend .icon { align-self: start; margin-top: 0.25em; }
  .legend dt { color: var(--ink); font-weight: 600; }
  .legend dd { margin: 0; }
  .notice { margin-top: 0.75rem; padding: 0.625rem 0.875rem; border-inline-start: 4px solid var(--warning); background: var(--warning-wash); }
  .notice.failed { border-color: var(--error); background: var(--error-wash); }
  .error { --grade: var(--error); }
  .warning { --grade: var(--warning); }
  .info { --grade: var(--info); }
  .icon { flex: none; width: 1em; height: 1em; color: var(--grade, currentColor); }
  .quoted { font-family: var(--reading); }

  button { font: inherit; color: inherit; }
  .plain {
    min-height: 2rem; padding: 0.25rem 0.75rem; background: var(--paper); border: 1px solid var(--edge);
    border-radius: var(--radius); cursor: pointer;
  }
  .plain:hover { background: var(--shade); }
  .file { display: inline-flex; align-items: center; margin-inline-start: auto; font-size: 0.8125rem; }
  .file:focus-within { outline: 3px solid var(--focus); outline-offset: 2px; }
  :is(button, summary, .card, .status):focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }

  .first { margin-block: 0.625rem 0.875rem; padding: 0.625rem 0.875rem; background: var(--shade); border-radius: var(--radius); }
  .first h3 { margin-bottom: 0.125rem; color: var(--soft); font-size: 0.8125rem; letter-spacing: 0.04em; text-transform: uppercase; }
  .first button {
    display: flex; gap: 0.5rem; width: 100%; min-height: 1.75rem; padding: 0.25rem 0; border: 0; border-radius: 3px; background: none;
    text-align: start; cursor: pointer; line-height: 1.35;
  }
  .first li + li { border-top: 1px solid var(--line); }
  .first .icon { margin-top: 0.2em; }
  .first b { font-weight: 600; }
  .first .whole b { font-weight: inherit; }
  .first [aria-current] { background: color-mix(in srgb, var(--chosen) 45%, transparent); }
  [part="consistent"] .icon { color: var(--agrees); }
  .first button:disabled { color: var(--soft); cursor: default; }
  .first button:enabled:hover b, .words:hover { text-decoration: underline; text-underline-offset: 0.2em; }
  .first .quoted { color: var(--soft); }

  .tabs { display: flex; flex-wrap: wrap; gap: 0 0.25rem; margin-block: 0.5rem 0.75rem; border-bottom: 1px solid var(--line); }
  .tab {
    min-height: 2rem; padding: 0.25rem 0.5rem; border: 0; border-bottom: 3px solid transparent; background: none; color: var(--soft);
    font-size: 0.875rem; font-weight: 600; cursor: pointer;
  }
  .tab:hover { color: var(--ink); border-color: var(--line); }
  .tab[aria-selected="true"] { color: var(--ink); border-color: var(--ink); }
  .count { color: var(--soft); font-weight: 400; font-variant-numeric: tabular-nums; }
  .filter { display: flex; gap: 0.5rem; align-items: center; margin-bottom: 0.625rem; color: var(--soft); font-size: 0.8125rem; }
  select, input:not(.hidden), .side textarea {
    min-height: 2rem; padding: 0.125rem 0.5rem; border: 1px solid var(--edge); border-radius: var(--radius); background: var(--paper);
    color: inherit; font: inherit;
  }
  .filter select { flex: 1 1 auto; min-width: 0; color: var(--ink); }

  .cards { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.75rem; }
  /* In a long list what is out of sight is not laid out. */
  .cards > li:nth-child(n + 40) { content-visibility: auto; contain-intrinsic-size: auto 12rem; padding: 4px; margin: -4px; }
  .card {
    padding: 0.75rem 0.875rem; background: var(--paper); border: 1px solid var(--line); border-inline-start: 4px solid var(--grade);
    border-radius: var(--radius); cursor: pointer; scroll-margin-block: 1rem;
  }
  .card[aria-current] { background: color-mix(in srgb, var(--chosen) 14%, var(--paper)); border-color: var(--grade); }
  .grade {
    display: flex; align-items: center; gap: 0.4rem; color: var(--grade); font-size: 0.75rem; font-weight: 700; letter-spacing: 0.05em;
    text-transform: uppercase;
  }
  .words {
    display: block; width: 100%; min-height: 1.5rem; margin: 0 0 0.375rem; padding: 0.125rem 0; border: 0; background: none;
    font: 1rem/1.4 var(--reading); text-align: start; cursor: pointer; overflow-wrap: anywhere;
  }
  .flag + .flag { margin-top: 0.5rem; padding-top: 0.5rem; border-top: 1px solid var(--line); }
  .message { margin-top: 0.125rem; color: var(--soft); font-size: 0.875rem; }
  .question { margin-top: 0.25rem; }
  .question b { color: var(--grade); font-weight: 650; }
  .side-note { margin-top: 0.125rem; color: var(--soft); font-size: 0.875rem; }
  .side-note .quoted, .fold li .quoted {
    min-height: 1.5rem; padding: 0 0.125rem; border: 0; background: none; color: var(--ink); text-align: start; cursor: pointer;
    text-decoration: underline dotted; text-underline-offset: 0.2em;
  }
  .quoted:disabled { color: var(--soft); cursor: default; text-decoration: none; }
  .basis { margin-top: 0.25rem; color: var(--soft); font-size: 0.75rem; }
  /* One line each, as long as nobody looks closer: the same rules come back from card to card. */
  .card:not([aria-current]) .basis { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
  code { font: 0.6875rem/1.6 ui-monospace, monospace; white-space: nowrap; }
  summary { display: flex; align-items: center; gap: 0.4rem; min-height: 1.75rem; cursor: pointer; font-weight: 600; }
  summary::before { content: "▸"; color: var(--soft); }
  [open] > summary::before { content: "▾"; }
  .more { margin-top: 0.5rem; border-top: 1px solid var(--line); }
  .more summary { color: var(--soft); font-size: 0.8125rem; }
  .fold { margin-top: 1rem; }
  .fold > summary { min-height: 2rem; }
  .fold ul { display: grid; gap: 0.5rem; margin-top: 0.25rem; }
  .peek { display: none; }
  .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;

const shapes = css`
  @container (min-width: 820px) {
    .frame:not(.bound) { grid-template-columns: minmax(0, 1fr) clamp(19rem, 34cqi, 26rem); }
    .frame.wide:not(.bound) { grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); }
    .frame:not(.bound) > .side {
      position: sticky; top: var(--bilan-top, 0.75rem); max-height: calc(100vh - 2 * var(--bilan-top, 0.75rem)); overflow-y: auto;
      overscroll-behavior: contain; padding: 4px; margin: -4px; scrollbar-width: thin;
    }
  }
  /* The cards are below the text: its lower edge says what is there, or which card belongs to the caret. */
  @container (max-width: 819.9px) {
    .peek span { display: -webkit-box; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
    .peek {
      position: sticky; bottom: 0.5rem; z-index: 1; display: flex; align-items: center; gap: 0.5rem; width: calc(100% - 1rem);
      min-height: 2.75rem; margin: -3.25rem auto 0.5rem; padding: 0.5rem 0.875rem; text-align: start; color: var(--ink);
      background: var(--paper); border: 1px solid var(--grade, var(--edge)); border-radius: var(--radius); box-shadow: 0 2px 10px #0003; cursor: pointer;
    }
  }
  @media (forced-colors: active) {
    /* The browser would lay a plate under the words of the field, and so over the marks. */
    .editor > textarea { forced-color-adjust: none; color: CanvasText; caret-color: CanvasText; }
    .editor { background: Canvas; }
    .editor:focus-within { outline: 3px solid Highlight; outline-offset: 2px; }
    /* Every border is drawn, also one that is there to keep room alone: so the open tab has another. */
    .tab { border-color: Canvas; }
    .tab[aria-selected="true"] { border-color: Highlight; color: Highlight; }
    .card[aria-current] { outline: 2px solid Highlight; }
    .card { border-inline-start-width: 6px; }
    .first [aria-current] { padding-inline-start: 0.5rem; border-inline-start: 4px solid Highlight; }
  }
  /* On paper the marked layer is the text, and everything that is folded on the screen is left out. */
  @media print {
    :host { color-scheme: light; }
    .frame { display: block; }
    .paper { color: black; min-height: 0; padding: 0; }
    .editor { border: 0; }
    .editor > textarea, .bar, .keys, .peek, .plain, .first, .tabs, .filter { display: none; }
    .panel[hidden] { display: block; }
    .panel + .panel { margin-top: 1.5rem; }
    .side { position: static; max-height: none; overflow: visible; margin-top: 2rem; }
    .card { break-inside: avoid; }
    .card:not([aria-current]) .basis { white-space: normal; }
  }
`;

export const styles = [colours, markRules, paper, side, versionStyles, handoverStyles, memoryStyles, shapes, pictureStyles];

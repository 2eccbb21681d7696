// The look of pictures and ledgers. Colours come in pairs; patterns carry the same meaning without them.
import { css } from "lit";

const voices = css`
  .voice { --voice: var(--ink); --wash: var(--paper); }
  .voice-official { --voice: light-dark(#31506f, #86a9cd); }
  .voice-party { --voice: light-dark(#a3271f, #f08a7e); --wash: light-dark(#f8ddd8, #4a2522); }
  .voice-person { --voice: light-dark(#22694a, #7fc4a1); --wash: light-dark(#dcede4, #20382d); }
  .voice-media { --voice: light-dark(#6b3f80, #c59bdb); --wash: light-dark(#ece1f1, #382a41); }
  .voice-document { --voice: light-dark(#7a5a12, #d8b25c); --wash: light-dark(#f3e8cb, #3b321c); }
  .voice-collective { --voice: light-dark(#47595f, #a9bdc4); --wash: light-dark(#e4eaec, #2c3538); }
  .voice-anonymous { --voice: light-dark(#6a655c, #b5b0a6); --wash: light-dark(#f1eee8, #2d2c2a); }
  .tiles { position: absolute; }
  .voice .ground { fill: var(--wash); }
  .voice path:not(.ground) { fill: none; stroke: var(--voice); stroke-width: 1.5; }
  .voice path.solid, .voice circle { fill: var(--voice); stroke: none; }
  .voice path.bold { stroke-width: 2.4; }
  .voice circle.ring { fill: none; stroke: var(--voice); stroke-width: 1.2; }
  .swatch { flex: none; overflow: visible; }
  .edge { stroke: var(--edge); stroke-width: 1; }
  .plate { fill: var(--paper); }
  .letter { fill: var(--ink); font: 700 11px/1 var(--ui); text-anchor: middle; }
  .band { fill: var(--ink); }
`;

const strip = css`
  .picture { position: relative; }
  .picture h3 { margin-block: 1.25rem 0.25rem; }
  .headline { font: 700 1.1875rem/1.28 var(--reading); text-wrap: pretty; }
  .headline + .headline { margin-top: 0.5rem; padding-top: 0.5rem; border-top: 1px solid var(--line); }
  .deck { margin-top: 0.375rem; color: var(--soft); }
  .faint { color: var(--soft); font-size: 0.8125rem; }
  .strip { margin-top: 0.875rem; border-radius: 2px; cursor: pointer; direction: ltr; }
  .strip:focus-visible { outline: 3px solid var(--focus); outline-offset: 4px; }
  .strip > svg { display: block; overflow: visible; }
  .reach { fill: transparent; }
  .fill { x: 1px; width: calc(100% - 2px); stroke: var(--edge); stroke-width: 1; }
  .strip .band { x: 1px; width: calc(100% - 2px); }
  .at { overflow: visible; }
  .frame-line { fill: none; stroke: var(--focus); stroke-width: 3; pointer-events: none; }
  .look { min-height: 6.75rem; margin-top: 0.5rem; padding: 0.5rem 0.75rem; background: var(--shade); border-radius: var(--radius); }
  .who-line { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.625rem; }
  .picture .name { font-weight: 650; }
  .party-mark, .losses-mark { white-space: nowrap; font-size: 0.8125rem; }
  .party-mark { color: var(--error); font-weight: 600; }
  .party-mark svg { width: 0.65em; height: 0.65em; margin-inline-end: 0.3em; fill: currentColor; }
  .losses-mark { color: var(--ink); border-block-end: 3px solid var(--ink); }
  .key { display: flex; flex-wrap: wrap; gap: 0.375rem 1.125rem; margin-top: 0.75rem; font-size: 0.8125rem; }
  .key li { display: inline-flex; align-items: center; gap: 0.5rem; }
  .key small, .ledger small, .plain-table small { color: var(--soft); font-size: 0.75rem; }
  .speakers > li {
    display: grid; grid-template-columns: 30px minmax(0, 1fr) 2.75rem; gap: 0 0.75rem; padding-block: 0.5rem; border-top: 1px solid var(--line);
    break-inside: avoid;
  }
  .speakers .swatch { margin-top: 0.15rem; }
  .share { display: block; margin-top: 0.25rem; overflow: visible; }
  .track { fill: var(--line); }
  .part { text-align: end; font-variant-numeric: tabular-nums; }
`;

const ledgers = css`
  .place {
    min-height: 1.5rem; padding: 0 0.125rem; margin-inline-start: -0.125rem; border: 0; border-radius: 2px; background: none; color: inherit;
    text-align: start; cursor: pointer; overflow-wrap: anywhere; text-decoration: underline 1px dotted var(--soft); text-underline-offset: 0.2em;
  }
  .place:hover { text-decoration-style: solid; text-decoration-color: currentColor; }
  .ledger, .plain-table { width: 100%; border-collapse: collapse; font-size: 0.875rem; line-height: 1.4; }
  .picture caption { padding-bottom: 0.375rem; color: var(--soft); font-size: 0.8125rem; text-align: start; }
  .picture thead th { color: var(--soft); font-size: 0.75rem; font-weight: 600; }
  .ledger :is(th, td), .plain-table :is(th, td) {
    padding: 0.375rem 0.5rem; border-bottom: 1px solid var(--line); font-weight: inherit; text-align: start; vertical-align: top;
  }
  .ledger thead th, .plain-table thead th { padding-block: 0.125rem; border-color: var(--ink); font-weight: 600; }
  .ledger .group th { padding-top: 1rem; border-color: var(--ink); font: 700 1rem/1.3 var(--reading); }
  .value, .day { font-variant-numeric: tabular-nums; }
  .ledger .value { font-weight: 650; font-size: 1rem; white-space: nowrap; }
  .ledger .value.blank { white-space: normal; }
  .value small { font-weight: 400; }
  /* What is not there is to be seen: hatched, and said in a word. */
  .blank {
    background: repeating-linear-gradient(-45deg, transparent 0 5px, var(--hatch) 5px 6.5px);
    print-color-adjust: exact; -webkit-print-color-adjust: exact;
  }
  .picture { --hatch: color-mix(in srgb, var(--warning) 55%, transparent); }
  .blank .plate { display: inline-block; padding: 0 0.3rem; border-radius: 2px; background: var(--paper); color: var(--warning); font-size: 0.875rem; font-weight: 650; white-space: normal; overflow-wrap: anywhere; }
  .blank small.plate { display: inline-block; color: var(--ink); font-size: 0.75rem; font-weight: 400; }
  .sums { margin-bottom: 1rem; padding: 0.5rem 0.75rem; background: var(--shade); border-radius: var(--radius); }
  .picture .sums h3 { margin: 0 0 0.25rem; }
  .sums li { display: flex; gap: 0.5rem; padding-block: 0.25rem; }
  .reckoning { font-variant-numeric: tabular-nums; }
  .agrees > .sign { color: var(--agrees); font-weight: 700; }
  .differs > .sign, small.differs, .differs .reckoning { color: var(--error); font-weight: 700; }
  .speaker { break-inside: avoid-page; }
  .speaker + .speaker { margin-top: 1.25rem; padding-top: 1rem; border-top: 1px solid var(--ink); }
  .speaker > h3 { margin: 0; }
  .speaker li { margin-top: 0.625rem; }
  .unattributed { padding: 0.5rem 0.75rem; border: 2px dashed var(--warning); border-radius: var(--radius); }
  .picture blockquote { margin: 0; padding-inline-start: 0.75rem; border-inline-start: 3px solid var(--line); font: 1rem/1.45 var(--reading); }
  blockquote .place { text-decoration: none; }
  .speaker li > p { padding-inline-start: calc(0.75rem + 3px); }
  .speaker li > p.differs { margin-inline-start: calc(0.75rem + 3px); padding-inline-start: 0.5rem; }
  blockquote .own { color: var(--soft); }
  p.differs { display: flex; gap: 0.5rem; margin-top: 0.25rem; padding: 0.375rem 0.5rem; background: var(--warning-wash); font-size: 0.8125rem; }
  .publication { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; margin-bottom: 0.75rem; padding-bottom: 0.5rem; border-bottom: 3px double var(--ink); }
  .publication .plate { white-space: normal; }
  .plain-table tbody th { width: 42%; }
  .plain-table small { display: block; }
  .rest { margin-top: 0.5rem; }
`;

const shapes = css`
  .panel { container: panel / inline-size; }
  /* Five columns need room: in a narrow panel each figure is a block of its own. */
  @container panel (max-width: 38rem) {
    .ledger, .ledger :is(tbody, caption, tr) { display: block; }
    .ledger thead { position: absolute; clip-path: inset(50%); }
    .ledger tr { display: grid; grid-template-columns: minmax(0, 1fr) minmax(6.5rem, 40%); border-bottom: 1px solid var(--line); padding-block: 0.375rem; }
    .ledger :is(th, td) { border: 0; padding: 0.0625rem 0.375rem; }
    .ledger td:nth-child(2) { grid-column: 2; grid-row: 1 / span 4; padding: 0.375rem; text-align: end; white-space: normal; font-size: 0.9375rem; }
    .ledger th[scope="row"] { grid-column: 1; grid-row: 1; }
    .ledger td:nth-child(3) { grid-column: 1; grid-row: 2; color: var(--soft); font-size: 0.8125rem; }
    .ledger td:nth-child(4) { grid-column: 1; grid-row: 3; font-size: 0.8125rem; }
    .ledger td:nth-child(5) { grid-column: 1; grid-row: 4; font-size: 0.8125rem; }
    .ledger td:nth-child(5) > .faint { position: absolute; clip-path: inset(50%); }
    .ledger .group { display: block; border-color: var(--ink); }
  }
  @container panel (max-width: 24rem) {
    .plain-table :is(th, td) { padding-inline: 0.25rem; overflow-wrap: anywhere; }
  }
  @container panel (min-width: 38.01rem) {
    .ledger { table-layout: fixed; }
    .ledger thead th:first-child { width: 25%; }
    .ledger thead th:nth-child(2) { width: 21%; }
    .ledger thead th:nth-child(3) { width: 14%; }
    .ledger thead th:nth-child(5) { width: 15%; }
  }
  @media (forced-colors: active) {
    .strip svg, .swatch, .share, .tiles { forced-color-adjust: none; }
    .voice { --voice: CanvasText; --wash: Canvas; }
    .edge, .fill { stroke: CanvasText; }
    .plate { fill: Canvas; }
    .letter, .band, .track { fill: CanvasText; }
    .frame-line { stroke: Highlight; }
    .blank { outline: 1px dashed CanvasText; outline-offset: -3px; }
    .party-mark svg { forced-color-adjust: auto; }
  }
  @media print {
    .picture :is(.look, .keys, .fold, .rest) { display: none; }
    .place { text-decoration: none; }
    .frame-line { display: none; }
    .look, .sums { background: none; padding-inline: 0; }
    .picture :is(tr, .key li) { break-inside: avoid; }
    .picture thead { display: table-header-group; }
  }
`;

export const pictureStyles = [voices, strip, ledgers, shapes];

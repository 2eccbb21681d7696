// The look of two versions side by side.
import { css } from "lit";

export const versionStyles = css`
  .versions form { display: grid; gap: 0.375rem; }
  .versions form.over { outline: 3px dashed var(--focus); outline-offset: 3px; }
  .versions textarea { width: 100%; padding: 0.5rem; font: 1rem/1.5 var(--reading); resize: vertical; }
  .versions .row { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; justify-content: space-between; }
  .changes { display: grid; gap: 0.75rem; margin-block: 0.75rem; }
  .change { padding-inline-start: 0.75rem; border-inline-start: 4px solid var(--grade); }
  .change h3 { display: flex; gap: 0.4rem; align-items: center; }
  .pair { display: grid; gap: 0.125rem; margin: 0.25rem 0; }
  .pair > div { display: grid; grid-template-columns: 6rem minmax(0, 1fr); gap: 0.5rem; align-items: baseline; }
  .pair dt { color: var(--soft); font-size: 0.8125rem; }
  .pair dd { margin: 0; font-family: var(--reading); overflow-wrap: anywhere; }
  .pair .quoted { min-height: 1.5rem; padding: 0; border: 0; background: none; color: inherit; font: inherit; text-align: start; cursor: pointer; text-decoration: underline dotted; text-underline-offset: 0.2em; }
  q { quotes: none; }
  .scroll { overflow-x: auto; }
  :is(.scroll, #compared):focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
  .rows { width: 100%; min-width: 24rem; border-collapse: collapse; font: 0.9375rem/1.45 var(--reading); }
  .rows caption { padding-block: 0.5rem 0.25rem; font: 650 0.9375rem var(--ui); text-align: start; }
  .rows :is(th, td) { padding: 0.375rem 0.5rem; border-top: 1px solid var(--line); text-align: start; vertical-align: top; }
  .rows th { color: var(--soft); font: 600 0.75rem/1.6 var(--ui); }
  .rows td { width: 50%; overflow-wrap: anywhere; }
  .rows del { background: var(--error-wash); text-decoration: line-through 2px var(--error); }
  .rows ins { background: light-dark(#dcefe0, #1f3d29); text-decoration: underline 2px var(--agrees); }
  .rows .removed td:nth-child(2) { text-decoration: line-through; }
  .rows .added td:nth-child(3) { text-decoration: underline dotted; }
  .check { display: flex; gap: 0.5rem; align-items: center; min-height: 2rem; font-size: 0.8125rem; }
  .check input { min-height: 1.25rem; width: 1.25rem; }
`;

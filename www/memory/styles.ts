// The look of notes.
import { css } from "lit";

export const memoryStyles = css`
  .note { margin-top: 0.625rem; padding-top: 0.5rem; border-top: 1px solid var(--line); cursor: default; --state: var(--soft); }
  .note-bar { display: flex; flex-wrap: wrap; gap: 0.375rem 0.5rem; align-items: center; font-size: 0.8125rem; }
  .note-bar .state { flex: 1 1 9rem; min-width: 0; font-weight: 600; }
  .state-icon { width: 1.125rem; height: 1.125rem; color: var(--state, currentColor); }
  .state-asked { --state: var(--warning); }
  .state-confirmed, .state-corrected, .state-softened, .state-cut { --state: var(--agrees); }
  .state-unverifiable { --state: var(--info); }
  .memory .grade { --grade: var(--state, var(--soft)); }
  .note-fields:not([hidden]) { display: grid; gap: 0.25rem; margin-top: 0.5rem; font-size: 0.8125rem; }
  .note-fields :is(input, textarea, select) { width: 100%; font-size: 0.875rem; }
  .note-fields textarea { padding-block: 0.375rem; resize: vertical; }
  .note-fields label { margin-top: 0.25rem; color: var(--soft); font-weight: 600; }
  fieldset { display: grid; gap: 0.25rem; min-width: 0; margin: 0; padding: 0.25rem 0.625rem 0.625rem; border: 1px solid var(--line); border-radius: var(--radius); }
  legend { padding-inline: 0.25rem; font-weight: 650; }
  :is(input, select, textarea):focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
  .note [aria-invalid] { border-color: var(--error); border-width: 2px; }
  .refusal { margin-top: 0.375rem; font-size: 0.8125rem; }
  .brief { margin-top: 0.25rem; font-size: 0.8125rem; overflow-wrap: anywhere; white-space: pre-line; }
  .saved { min-height: 1.25rem; color: var(--soft); font-size: 0.75rem; }
  .progress { font-size: 0.8125rem; font-weight: 600; }
  .memory { display: grid; gap: 1rem; }
  .memory ul { display: grid; gap: 0.5rem; margin-top: 0.375rem; }
  .others li { padding: 0.5rem 0.75rem; border: 1px solid var(--line); border-radius: var(--radius); background: var(--paper); overflow-wrap: anywhere; }
  .memory .row { display: flex; flex-wrap: wrap; gap: 0.375rem; align-items: center; margin-top: 0.375rem; font-size: 0.8125rem; }
  .memory .row .file { margin-inline-start: 0; }
  .plain:disabled { color: var(--soft); border-style: dashed; cursor: default; }
  .dismissed li, .documents li { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; justify-content: space-between; overflow-wrap: anywhere; }
  .notice > .plain { margin-top: 0.5rem; }
  @media print {
    .note-bar .plain, .note:not([data-state]), .memory .row, .kept { display: none; }
    .note-bar select { border: 0; appearance: none; background: none; }
  }
`;

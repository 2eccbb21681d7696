// The look of the panel in which a result is handed on.
import { css } from "lit";

export const handoverStyles = css`
  .handover ul { display: grid; gap: 0.75rem; margin-block: 0.75rem; }
  .handover .row { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; margin-top: 0.375rem; }
  .handover li + li { padding-top: 0.75rem; border-top: 1px solid var(--line); }
  .told:not(:empty) { margin-top: 0.75rem; }
  @media print { #panel-handover { display: none; } }
`;

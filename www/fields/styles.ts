// The look of marks. One set of rules, for the element's own paper and for fields of the page.
import { css } from "lit";

/**
 * The colours of marks in a page of other people. Each stands out by three to one on white and on a ground that is nearly
 * black: what a highlight takes for the colour of the words is that of the page, which may be dark around a white editor.
 * Where `--bilan-mark-ink` tells the colour of the words, they are mixed with it, so that they are seen on any ground.
 */
export const fieldColours = css`
  :root, :host {
    --bilan-mark-error: color-mix(in srgb, var(--bilan-error, #dd352a) 72%, var(--bilan-mark-ink, var(--bilan-error, #dd352a)));
    --bilan-mark-warning: color-mix(in srgb, var(--bilan-warning, #c07800) 72%, var(--bilan-mark-ink, var(--bilan-warning, #c07800)));
    --bilan-mark-info: color-mix(in srgb, var(--bilan-info, #3f7fb8) 72%, var(--bilan-mark-ink, var(--bilan-info, #3f7fb8)));
    --bilan-mark-done: color-mix(in srgb, #7d7f83 72%, var(--bilan-mark-ink, #7d7f83));
    --bilan-mark-error-wash: color-mix(in srgb, var(--bilan-error, #d42a20) 14%, transparent);
    --bilan-mark-warning-wash: color-mix(in srgb, var(--bilan-warning, #e0a000) 14%, transparent);
    --bilan-mark-chosen: color-mix(in srgb, #ffc400 38%, transparent);
    --bilan-mark-kin: color-mix(in srgb, #4b9bea 26%, transparent);
  }
`;

/** Marks are told apart by their lines, too, never by colour alone. */
export const markRules = css`
  ::highlight(bilan-error) {
    background-color: var(--bilan-mark-error-wash); text-decoration: underline double var(--bilan-mark-error); text-decoration-thickness: 2px;
  }
  ::highlight(bilan-warning) {
    background-color: var(--bilan-mark-warning-wash); text-decoration: underline wavy var(--bilan-mark-warning); text-decoration-thickness: 1.5px;
  }
  ::highlight(bilan-info) { text-decoration: underline dotted var(--bilan-mark-info); text-decoration-thickness: 2px; }
  ::highlight(bilan-done) { text-decoration: underline dotted var(--bilan-mark-done); text-decoration-thickness: 1px; }
  ::highlight(bilan-selected) { background-color: var(--bilan-mark-chosen); }
  ::highlight(bilan-related) { background-color: var(--bilan-mark-kin); }
  @media (forced-colors: active) {
    ::highlight(bilan-error), ::highlight(bilan-warning), ::highlight(bilan-info), ::highlight(bilan-done) {
      background-color: transparent; text-decoration-color: LinkText;
    }
    /* No ground: the words on it may be those of a field, whose colour a highlight cannot change. */
    ::highlight(bilan-selected) { background-color: transparent; text-decoration: underline overline 3px Highlight; }
    ::highlight(bilan-related) { background-color: transparent; text-decoration: overline dashed 2px Highlight; }
  }
`;

/** Marks as boxes over the words, where the browser has no highlights. */
export const boxRules = css`
  .box { position: absolute; box-sizing: border-box; border: 0 solid transparent; }
  .bilan-error { background: var(--bilan-mark-error-wash); border-bottom: 3px double var(--bilan-mark-error); }
  .bilan-warning { background: var(--bilan-mark-warning-wash); border-bottom: 2px dashed var(--bilan-mark-warning); }
  .bilan-info { border-bottom: 2px dotted var(--bilan-mark-info); }
  .bilan-done { border-bottom: 1px dotted var(--bilan-mark-done); }
  .bilan-selected { background: var(--bilan-mark-chosen); }
  .bilan-related { background: var(--bilan-mark-kin); }
  @media (forced-colors: active) {
    .box { background: transparent; border-bottom-color: LinkText; }
    .bilan-selected { border-block: 3px solid Highlight; }
    .bilan-related { border-top: 2px dashed Highlight; }
  }
`;

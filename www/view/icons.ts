// Each severity has a shape of its own, so that none is told by colour alone.
import { html, type TemplateResult } from "lit";
import type { Severity } from "./view";

/** `whole`: about the article as a whole. */
type Name = Severity | "agrees" | "whole";

const ICONS: Record<Name, TemplateResult> = {
  error: html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
    <path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z" fill="currentColor" />
    <path d="M8 4v5M8 11v1.6" stroke="var(--paper)" stroke-width="1.8" /></svg>`,
  warning: html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
    <path d="M8 1 15.4 14.6H.6z" fill="currentColor" />
    <path d="M8 5.6v4.6M8 11.6v1.6" stroke="var(--paper)" stroke-width="1.6" /></svg>`,
  info: html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
    <circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" stroke-width="1.5" />
    <path d="M8 7v4.4M8 4.2v1.6" stroke="currentColor" stroke-width="1.6" /></svg>`,
  agrees: html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
    <path d="M2.5 8.5 6 12l7.5-8" fill="none" stroke="currentColor" stroke-width="1.8" /></svg>`,
  whole: html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
    <path d="M2 1h12v14H2z" fill="currentColor" />
    <path d="M4.5 4.5h7M4.5 8h7M4.5 11.5h4" stroke="var(--shade)" stroke-width="1.5" /></svg>`,
};

export function icon(name: Name): TemplateResult {
  return ICONS[name];
}

// The panels beside the text: one is seen at a time, on paper all of them.
import { html, nothing, type TemplateResult } from "lit";

export interface Panel<Id extends string> {
  id: Id;
  title: string;
  /** How much there is in it; shown beside the title. */
  count?: number;
  template(): unknown;
}

export interface PanelsState<Id extends string> {
  panels: Panel<Id>[];
  open: Id;
  /** On paper everything is seen. */
  printing: boolean;
  label: string;
}

/** Tabs by the pattern of the ARIA Authoring Practices: arrows move and open, Tab leads into the panel. */
export function panelsTemplate<Id extends string>({ panels, open, printing, label }: PanelsState<Id>, show: (id: Id, focus: boolean) => void): TemplateResult {
  const at = panels.findIndex(({ id }) => id === open);
  const onKey = (event: KeyboardEvent) => {
    const rtl = getComputedStyle(event.currentTarget as Element).direction === "rtl";
    const steps: Record<string, number> = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1, Home: -at, End: panels.length - 1 - at };
    const step = steps[event.key];
    const to = step === undefined ? undefined : panels[(at + step + panels.length) % panels.length];
    if (!to) return;
    event.preventDefault();
    show(to.id, true);
  };
  return html`
    <div class="tabs" part="tabs" role="tablist" aria-label=${label} @keydown=${onKey}>
      ${panels.map(({ id, title, count }) => html`<button type="button" class="tab" part="tab" role="tab" id="tab-${id}" aria-controls="panel-${id}"
        aria-selected=${id === open} tabindex=${id === open ? 0 : -1} @click=${() => show(id, false)}>${title}${count === undefined
          ? nothing
          : html` <span class="count">${count}</span>`}</button>`)}
    </div>
    ${panels.map((panel) => html`<div class="panel" part="panel panel-${panel.id}" role="tabpanel" id="panel-${panel.id}"
      aria-labelledby="tab-${panel.id}" ?hidden=${panel.id !== open}>
      ${printing ? html`<h2 class="printed">${panel.title}</h2>` : nothing}
      ${panel.id === open || printing ? panel.template() : nothing}
    </div>`)}
  `;
}

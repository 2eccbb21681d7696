// Where the focus goes when what had it goes away: to what is next to it, never out of the element.
import type { ReactiveControllerHost } from "lit";

export interface FocusHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Draws the element and puts the focus on the first of `selectors` that can have it. */
export async function focusFirst(host: FocusHost, ...selectors: string[]): Promise<void> {
  host.requestUpdate();
  await host.updateComplete;
  for (const selector of selectors) {
    const found = host.renderRoot.querySelector<HTMLElement>(`${selector}:not(:disabled)`);
    if (!found?.checkVisibility()) continue;
    found.focus();
    return;
  }
}

/** For a button that draws the rest of what stands before it and goes away: the focus goes on to the first of the rest. */
export async function focusRest(host: FocusHost, draw: () => void): Promise<void> {
  const button = host.renderRoot.querySelector<HTMLElement>("button:focus");
  const among = button?.parentElement;
  const all = () => [...(among?.querySelectorAll<HTMLElement>("button:enabled, .card") ?? [])];
  const at = button ? all().indexOf(button) : -1;
  draw();
  host.requestUpdate();
  await host.updateComplete;
  if (button && !button.isConnected) all()[at]?.focus();
}

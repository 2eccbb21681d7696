// The one Trusted Types policy of the element: `trusted-types bilan` has to name it, beside `lit-html`.

type Rules = { createHTML(markup: string): string; createScriptURL(url: string): string };
type Factory = { createPolicy(name: string, rules: Rules): Rules };

const rules: Rules = { createHTML: (markup) => markup, createScriptURL: (url) => url };
let policy: Rules | null = null;

function own(): Rules {
  const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
  return (policy ??= factory?.createPolicy("bilan", rules) ?? rules);
}

/** A script of the element's own; never an address that came from outside. */
export function trustedScript(url: string): string {
  return own().createScriptURL(url);
}

/** Markup of others as a document that runs nothing, loads nothing and is shown to nobody: only its words are read. */
export function inertDocument(markup: string): Document {
  return new DOMParser().parseFromString(own().createHTML(markup), "text/html");
}

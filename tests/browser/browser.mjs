// One browser for a test file, and what a person does and sees in it.
import { after, before } from "node:test";
import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { axeScript, launch } from "./chromium.mjs";
import { root, serve } from "./site.mjs";

/** Time for anything a page does, in milliseconds: two busy cores are slow. */
const PATIENCE = 15_000;

let browser;
before(async () => void (browser = await launch()));
after(async () => void (await browser?.close()));

/**
 * Runs `act` with a fresh page of the site, in English unless `language` says otherwise. Fails when
 * an error was thrown in the page that is not among `errors` (null: any may be), and keeps a screenshot when anything fails.
 */
export async function visit(name, act, { pages, path: at = "", language = "en", width = 1280, prepare, errors = [] } = {}) {
  const site = await serve(pages);
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const thrown = [];
  page.on("pageerror", (error) => thrown.push(String(error)));
  try {
    await page.setViewport({ width, height: 900 });
    // A click goes to where a thing was when it was looked up: nothing may glide away from under it.
    await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
    await page.evaluateOnNewDocument((tag) => {
      Object.defineProperty(navigator, "language", { get: () => tag });
      Object.defineProperty(navigator, "languages", { get: () => [tag] });
    }, language);
    await prepare?.(page, site);
    await page.goto(site.url + at);
    await act(new Visit(page, site));
    if (errors) assert.deepEqual(thrown, errors, "errors in the page");
  } catch (error) {
    const shots = path.join(root, "target/browser-tests");
    await mkdir(shots, { recursive: true });
    await page.screenshot({ path: path.join(shots, `${name.replace(/\W+/g, "-")}.png`), fullPage: true }).catch(() => {});
    throw error;
  } finally {
    await context.close();
    await site.close();
  }
}

class Visit {
  constructor(page, site) {
    this.page = page;
    this.site = site;
  }

  /** The handle of what `selector` names inside the element, as soon as it is there. */
  async in(selector, host = "bilan-check") {
    // Waiting for a selector watches the document alone: what comes later into a shadow root goes unseen.
    for (const until = Date.now() + PATIENCE; ; await new Promise((resolve) => setTimeout(resolve, 20))) {
      const found = await this.page.$(`${host} >>> ${selector}`);
      if (found) return found;
      if (Date.now() > until) throw new Error(`There is no ${selector} in ${host}.`);
    }
  }

  /** Waits until the element is in `state`, and gives its message. */
  async state(state, host = "bilan-check") {
    return (await this.page.waitForFunction((host, state) => {
      const status = document.querySelector(host)?.status;
      return status?.state === state ? status : null;
    }, {}, host, state)).evaluate((status) => status.message);
  }

  /** Pastes `text` where the caret is, in place of everything. */
  async paste(text, host = "bilan-check") {
    const field = await this.in("textarea", host);
    await field.focus();
    await field.evaluate((field, text) => {
      field.select();
      document.execCommand("insertText", false, text);
    }, text);
    return this.read(host);
  }

  /** The report on the current text; null without a text. */
  read(host = "bilan-check") {
    return this.page.$eval(host, (element) => element.report());
  }

  text(host = "bilan-check") {
    return this.page.$eval(host, (element) => [element.text, element.shadowRoot.querySelector("textarea").value])
      .then(([text, shown]) => (assert.equal(shown, text, "the field shows the text"), text));
  }

  /** What the cards show, in the order of the page. */
  cards(host = "bilan-check") {
    return this.page.$eval(host, (element) =>
      [...element.shadowRoot.querySelectorAll(".card")].map((card) => ({
        id: card.id,
        label: card.ariaLabel,
        severity: card.classList[1],
        words: card.querySelector(".words").textContent,
        checks: [...card.querySelectorAll("code")].map((code) => code.textContent),
        chosen: card.ariaCurrent === "true",
      })));
  }

  /** The words under every mark of one kind, in the whole document. */
  marked(kind) {
    return this.page.evaluate((kind) => [...(CSS.highlights.get(`bilan-${kind}`) ?? [])].map(String), kind);
  }

  /** Id, class or name of what has the focus inside the element. */
  focused() {
    return this.page.evaluate(() => {
      const active = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
      return active?.id || active?.className || active?.localName;
    });
  }

  /** What axe finds in the page, in light and dark; nothing, if all is well. `exclude`: selectors of what is not ours. */
  async axe(exclude = []) {
    await this.page.evaluate(await readFile(axeScript, "utf8"));
    const found = [];
    for (const scheme of ["light", "dark"]) {
      await this.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      const { violations } = await this.page.evaluate((exclude) =>
        axe.run({ include: [["html"]], exclude: exclude.map((selector) => [selector]) }, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }), exclude);
      found.push(...violations.map(({ id, nodes }) => [scheme, id, nodes.map((node) => node.html)]));
    }
    return found;
  }

  async drop(files) {
    const editor = await this.in(".editor");
    await editor.evaluate((editor, files) => {
      const dataTransfer = new DataTransfer();
      for (const { name, type, bytes } of files) dataTransfer.items.add(new File([new Uint8Array(bytes)], name, { type }));
      for (const kind of ["dragover", "drop"]) editor.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
    }, files);
  }
}

/** All cards of a report in the order of the text, as the page numbers them. */
export function cardsOf({ cards, folded }) {
  return [...cards, ...folded].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** A file as `drop` takes it. */
export function file(name, type, content) {
  return { name, type, bytes: [...Buffer.from(content)] };
}

// An element bound to a field of the page: it reads and marks it, and leaves it as it is.
import { test } from "node:test";
import assert from "node:assert/strict";
import { visit } from "./browser.mjs";
import { ENGLISH } from "./articles.mjs";
import { desk, KINDS } from "./fields.mjs";

const TYPED = " The mayor of Upper Mirande said dozens of villagers were killed.";

/** Opens a page with a field of `kind`, and waits for the first report on it. */
const bound = (kind, act, { style, text = ENGLISH, ...rest } = {}) =>
  visit(`field-${kind}`, async (v) => {
    await v.page.waitForFunction(() => window.desk && document.querySelector("bilan-check").text !== "");
    await v.read();
    await act(v);
  }, { path: "desk.html", pages: { "/desk.html": desk(kind, text, style) }, ...rest });

/** The words under the marks of all severities, in the window of the field. */
const marked = (v) =>
  v.page.evaluate(() =>
    ["error", "warning", "info"].flatMap((name) => [...(window.desk.view.CSS.highlights.get(`bilan-${name}`) ?? [])].map(String)).sort());

/** The words that the report on the current text flags. */
const flagged = async (v) => {
  const { flags } = await v.read();
  const text = await v.page.$eval("bilan-check", (element) => element.text);
  return flags.map(({ span }) => text.slice(span.start, span.end)).sort();
};

const unique = (list) => [...new Set(list)];

/** Puts the caret behind the first `words`. */
const caretAfter = (v, words) =>
  v.page.evaluate((words) => {
    const { root, view } = window.desk;
    root.focus();
    if ("value" in root) return root.setSelectionRange(root.value.indexOf(words) + words.length, root.value.indexOf(words) + words.length);
    const walker = view.document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode.data.indexOf(words);
      if (at >= 0) return (root.getRootNode().getSelection?.() ?? view.getSelection()).collapse(walker.currentNode, at + words.length);
    }
  }, words);

const content = (v) => v.page.evaluate(() => window.desk.content());

for (const kind of Object.keys(KINDS)) {
  const seen = kind === "textarea" ? ENGLISH : kind === "input" ? ENGLISH.replace(/\s+/g, " ") : ENGLISH.trim();
  const lines = (text) => text.replaceAll("\u00a0", " ");

  test(`${kind}: marks lie on the words, and nothing of the field changes`, () =>
    bound(kind, async (v) => {
      assert.equal(await v.page.$eval("bilan-check", (element) => element.text), seen);
      assert.ok((await marked(v)).some((mark) => mark.includes("heavy casualties")));
      assert.deepEqual(unique(await marked(v)), unique(await flagged(v)));
      assert.equal(await content(v), await v.page.evaluate(() => window.desk.first));

      await caretAfter(v, "residents said.");
      await v.page.keyboard.type(TYPED);
      const longer = seen.replace("residents said.", `residents said.${TYPED}`);
      await v.page.waitForFunction((text) => document.querySelector("bilan-check").text.replaceAll("\u00a0", " ") === text, {}, longer);
      await v.read();
      await v.state("ready");
      assert.deepEqual(unique(await marked(v)), unique(await flagged(v)));
      assert.ok((await marked(v)).some((mark) => mark.includes("dozens of villagers")), String(await marked(v)));
      // The caret is where the person left it: what is typed next stands there.
      await v.page.keyboard.type("!!");
      await v.page.waitForFunction((text) => document.querySelector("bilan-check").text.replaceAll("\u00a0", " ").includes(text), {}, `${TYPED}!!`);

      // And the browser takes back what was typed, and nothing else.
      for (let n = 0; n < 10 && (await content(v)) !== (await v.page.evaluate(() => window.desk.first)); n++) {
        await v.page.keyboard.down("Control");
        await v.page.keyboard.press("z");
        await v.page.keyboard.up("Control");
      }
      assert.equal(lines(await content(v)), lines(await v.page.evaluate(() => window.desk.first)));
      await v.page.waitForFunction((text) => document.querySelector("bilan-check").text === text, {}, seen);
    }));

  test(`${kind}: F8 goes from mark to mark, Escape to the card`, () =>
    bound(kind, async (v) => {
      await caretAfter(v, "The garrison");
      await v.page.keyboard.press("F8");
      await v.page.waitForSelector("bilan-check >>> .card[aria-current]");
      await v.page.keyboard.press("Escape");
      assert.match(await v.focused(), /^card/);
    }));

  test(`${kind}: when the element goes, nothing of it stays in the page`, () =>
    bound(kind, async (v) => {
      const left = () =>
        v.page.evaluate(() => {
          const { root, view, nodes } = window.desk;
          const trees = [document, view.document, root.getRootNode()];
          return {
            nodes: nodes(),
            sheets: trees.reduce((n, tree) => n + tree.adoptedStyleSheets.length, 0),
            highlights: [...view.CSS.highlights.keys()].concat([...CSS.highlights.keys()]),
          };
        });
      assert.ok((await left()).highlights.length > 0);
      await v.page.$eval("bilan-check", (element) => element.remove());
      await v.page.waitForFunction(() => window.desk.view.CSS.highlights.size === 0);
      assert.deepEqual(await left(), { nodes: (await v.page.evaluate(() => window.desk.before)) - 1, sheets: 0, highlights: [] });
      assert.deepEqual(await listeners(v), []);
    }));
}

/** What listens at the field, its document, and its window, as the browser's tools tell it. */
async function listeners(v) {
  const session = await v.page.createCDPSession();
  const found = [];
  for (const name of ["root", "root.ownerDocument", "view"]) {
    const { result } = await session.send("Runtime.evaluate", { expression: `window.desk.${name}` });
    const { listeners } = await session.send("DOMDebugger.getEventListeners", { objectId: result.objectId });
    found.push(...listeners.map(({ type }) => `${name}: ${type}`));
  }
  return found;
}

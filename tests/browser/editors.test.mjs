// What a person does in each real editor while the element reads along.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { cardsOf, visit } from "./browser.mjs";
import { confirm, expected, handsOn, isConfirmed, isListed, SETTLED } from "./checker.mjs";
import { ENGLISH } from "./articles.mjs";
import { names, START, watchPolicy, withEditor } from "./editors.mjs";
import { require, root } from "./site.mjs";
import { ways } from "../../www/embed/ways.mjs";

const ARTICLE = ENGLISH.trim().split("\n\n");
const WHOLE = [START, ...ARTICLE].join("\n\n");

/** Nothing in it is for an editor to verify. */
const ABOVE = "The mayor opened the doors. ";

/** What the editor saves at each step of one day’s work, and what its DOM is then. */
async function work(editor, at = {}) {
  const steps = [];
  const step = async () => steps.push({ saved: await editor.saved(), dom: await editor.dom() });
  await editor.write(ARTICLE);
  await step();
  await at.written?.();
  await editor.pause();
  await editor.caretTo("Home");
  await editor.keyboard.type(ABOVE);
  await step();
  await at.above?.();
  await editor.undoTo(steps[0].saved);
  await at.undone?.();
  return steps;
}

for (const name of names) {
  test(`${name}: marks and notes follow what is written, and nothing else changes`, { timeout: 180_000 }, async () => {
    let alone;
    await withEditor(name, async (editor) => void (alone = await work(editor)), { alone: true });
    await withEditor(name, async (editor) => {
      let isSettled = () => false;
      const marked = async (written) => {
        const { report, text } = await editor.reportOn(written);
        const marks = () => editor.marks("error", "warning", "info", "done");
        assert.deepEqual(await marks(), expected(report, text, isSettled), "marks lie on their words");
        return report;
      };
      const steps = await work(editor, {
        written: async () => {
          const report = await marked(WHOLE);
          await isListed(editor, report, WHOLE);
          await reveals(editor, report);
          await confirm(editor, SETTLED);
          isSettled = (words) => words.includes(SETTLED);
          await marked(WHOLE);
        },
        above: () => marked(ABOVE + WHOLE),
        undone: () => marked(WHOLE),
      });
      assert.deepEqual(steps, alone, "content and DOM are what they are without the element");

      const [, { saved }] = steps;
      await editor.page.reload();
      await editor.ready();
      await editor.load(saved);
      await editor.reportOn(ABOVE + WHOLE);
      await isConfirmed(editor, SETTLED);
      await marked(ABOVE + WHOLE);
      await editor.pause();
      const loaded = await editor.saved();
      await editor.caretTo("End");
      await editor.keyboard.type(" More.");
      await marked(`${ABOVE}${WHOLE} More.`);
      await editor.undoTo(loaded);
      await marked(ABOVE + WHOLE);
      await handsOn(editor);
      await leaves(editor);
    });
  });

  test(`${name}: what goes while it is read leaves nothing behind`, () =>
    withEditor(name, async (editor) => {
      await editor.reportOn(START);
      await editor.keyboard.type("x");
      await editor.end();
      const marks = () => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0);
      await editor.page.waitForFunction(`(${marks})() === 0`);
      assert.equal(await editor.page.evaluate(() => document.adoptedStyleSheets.length), 0);
      assert.match(await editor.v.state("error"), /no longer in the page/);
      const element = await editor.page.$("bilan-check");
      await element.evaluate((element) => element.remove());
      await new Promise((resolve) => setTimeout(resolve, 300));
    }));
}

/** A chosen card brings its words into view, wherever the page stands. */
async function reveals(editor, report) {
  const last = cardsOf(report).findLastIndex((card) => card.severity !== "info" && report.cards.includes(card));
  await editor.page.setViewport({ width: 800, height: 420 });
  await (await editor.v.in(`#card-${last} .grade`)).click();
  await editor.page.waitForFunction(() => {
    const { root } = document.querySelector("bilan-check").field;
    const { CSS, frameElement } = root.ownerDocument.defaultView;
    const [range] = CSS.highlights.get("bilan-selected") ?? [];
    if (!range) return false;
    const { top, bottom } = range.getBoundingClientRect();
    const from = frameElement?.getBoundingClientRect().top ?? 0;
    return top + from >= 0 && bottom + from <= innerHeight;
  });
  await editor.page.setViewport({ width: 800, height: 900 });
}

/** The element goes, the editor stays: of the element nothing is left in it. */
async function leaves(editor) {
  const left = await editor.page.evaluate(async () => {
    const element = document.querySelector("bilan-check");
    const { ownerDocument } = element.field.root;
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const marks = [...ownerDocument.defaultView.CSS.highlights.values()].flatMap((highlight) => [...highlight]).map(String);
    return { marks, sheets: ownerDocument.adoptedStyleSheets.length };
  });
  assert.deepEqual(left, { marks: [], sheets: 0 });
}

test("what an editor puts among the words is no text of the article", { timeout: 60_000 }, async () => {
  const text = await bundled("own.js");
  await visit("own", async (v) => {
    await v.page.waitForFunction(() => window.bindings);
    const read = await v.page.evaluate(async () => {
      const element = document.querySelector("bilan-check");
      const found = {};
      for (const [name, binding] of Object.entries(window.bindings)) {
        element.field = binding;
        await element.updateComplete;
        found[name] = element.text;
      }
      return found;
    });
    assert.deepEqual(read, {
      ckeditor: "Alpha one.\n\nCell\n\nOther\n\nBeta two.",
      draft: "Alpha one.\n\nBeta two.",
      lexical: "Alpha one.\n\nBeta two.",
      prosemirror: "Alpha one.\n\nBeta two.",
      quill: "Alpha one.\n\nBeta two.",
      tinymce: "Alpha one.\n\nBeta two.",
      // The file stood on a line of its own.
      trix: "Alpha one.\n\n\nBeta two.",
    });
  }, {
    path: "own.html",
    pages: {
      "/own.html": `<!doctype html><html lang="en"><meta charset="utf-8"><title>Own</title><link rel="stylesheet" href="embed/trix.css"><script type="module" src="bilan.js"></script>` +
        `<bilan-check></bilan-check><script type="module" src="own.js"></script></html>`,
      "/own.js": (_, response) => response.setHeader("content-type", "text/javascript").end(text),
    },
  });
});

test("what the pages say of policies is so", { timeout: 60_000 }, async () => {
  const strict = await policy("prosemirror");
  for (const { name, needs, trusted } of ways.filter(({ name, trusted }) => names.includes(name) && !trusted)) {
    const html = (await page(name)).replace(await policy(name), strict);
    let broken;
    await visit(`policy-${name}`, async (v) => {
      await v.page.waitForFunction(() => window.violations.length > 0);
      await new Promise((resolve) => setTimeout(resolve, 500));
      broken = await v.page.evaluate(() => [...new Set(window.violations.map(([directive]) => directive.replace("-elem", "")))]);
    }, { path: `embed/${name}.html`, pages: { [`/embed/${name}.html`]: html }, prepare: watchPolicy, errors: null });
    assert.equal(broken.includes("require-trusted-types-for"), !trusted, `${name} and Trusted Types`);
    assert.equal(broken.includes("style-src"), Boolean(needs?.["style-src"]), `${name} and style elements`);
  }
});

test("axe finds nothing of ours on the pages that show the ways", { timeout: 120_000 }, async () => {
  for (const name of ["index", ...ways.map(({ name }) => name)]) {
    await visit(`axe-${name}`, async (v) => {
      if (name !== "index") await v.page.waitForFunction(() => {
        const inside = document.querySelector("bilan-check") ? document : document.querySelector("iframe").contentDocument;
        return inside.querySelector("bilan-check")?.status?.state === "ready";
      });
      assert.deepEqual(await v.axe([".ql-toolbar", "trix-toolbar"]), [], name);
    }, { path: `embed/${name}.html` });
  }
});

/** A script of `tests/editors` with the editors that it imports. */
async function bundled(name) {
  const { build } = require("esbuild");
  const { outputFiles } = await build({
    entryPoints: [path.join(root, "tests/editors", name)],
    nodePaths: [path.join(root, "www/node_modules")],
    bundle: true,
    format: "esm",
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
    write: false,
  });
  return outputFiles[0].text;
}

const page = (name) => readFile(path.join(process.env.BILAN_SITE ?? path.join(root, "target/site"), `embed/${name}.html`), "utf8");
const policy = async (name) => (await page(name)).match(/Content-Security-Policy" content="([^"]*)"/)[1];

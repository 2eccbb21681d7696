// What a person does in each real editor while the element reads along.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { cardsOf, visit } from "./browser.mjs";
import { ENGLISH } from "./articles.mjs";
import { names, START, watchPolicy, withEditor } from "./editors.mjs";
import { root } from "./site.mjs";
import { ways } from "../../www/embed/ways.mjs";

const ARTICLE = ENGLISH.trim().split("\n\n");
const WHOLE = [START, ...ARTICLE].join("\n\n");

/** Nothing in it is for an editor to verify. */
const ABOVE = "The mayor opened the doors. ";

/** What the editor saves at each step of one day’s work. */
async function work(editor, at = {}) {
  const saved = [];
  await editor.write(ARTICLE);
  saved.push(await editor.saved());
  await at.written?.();
  await editor.pause();
  await editor.caretTo("Home");
  await editor.keyboard.type(ABOVE);
  saved.push(await editor.saved());
  await at.above?.();
  await editor.undoTo(saved[0]);
  await at.undone?.();
  return saved;
}

/** Marks as they must be for a report on `text`: the words of every flag that is on a card, in its colour. */
function expected(report, text) {
  const flags = new Map(report.flags.map((flag) => [flag.id, flag]));
  return cardsOf(report).flatMap((card) => {
    const [top] = card.flags.map((id) => flags.get(id).severity);
    return card.flags.map((id) => {
      const { severity, span } = flags.get(id);
      return [severity === top ? card.severity : severity, text.slice(span.start, span.end)];
    });
  }).sort();
}

for (const name of names) {
  test(`${name}: marks follow what is written, and nothing else changes`, { timeout: 120_000 }, async () => {
    let alone;
    await withEditor(name, async (editor) => void (alone = await work(editor)), { alone: true });
    await withEditor(name, async (editor) => {
      const marked = async (written) => {
        const { report, text } = await editor.reportOn(written);
        assert.deepEqual(await editor.marks("error", "warning", "info"), expected(report, text), "marks lie on their words");
        return report;
      };
      const saved = await work(editor, {
        written: async () => {
          const report = await marked(WHOLE);
          const cards = await editor.v.cards();
          assert.ok(cards.length >= 3);
          const listed = report.cards.filter(({ severity }) => severity !== "info").map(({ span }) => WHOLE.slice(span.start, span.end));
          assert.deepEqual(cards.map(({ words }) => words.replace(/^“|”$/g, "")), listed, "cards are listed");
          await reveals(editor, report);
        },
        above: () => marked(ABOVE + WHOLE),
        undone: () => marked(WHOLE),
      });
      assert.deepEqual(saved, alone, "the editor saves what it saves without the element");
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
  for (const { name, needs, trusted } of ways.filter(({ needs, trusted }) => needs || !trusted)) {
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
      if (name !== "index") await v.state("ready");
      assert.deepEqual(await v.axe([".ql-toolbar", "trix-toolbar"]), [], name);
    }, { path: `embed/${name}.html` });
  }
});

/** A script of `tests/editors` with the editors that it imports. */
async function bundled(name) {
  const { build } = createRequire(path.join(root, "www/package.json"))("esbuild");
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

// Nobody is shut out: every state in both languages for axe, for a keyboard, for large type, for colours of one's own.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { audit, cutOff, equip, said } from "./access.mjs";
import { visit } from "./browser.mjs";
import { ENGLISH } from "./articles.mjs";
import { walk } from "./states.mjs";
import { foreign, known } from "./tongues.mjs";

const LONG = { timeout: 300_000 };
const prepare = (page) => page.setBypassCSP(true); // for axe alone, which comes from outside

/** Asks for media features that puppeteer has no name for. */
async function emulate(v, features) {
  const session = await v.page.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", { features: Object.entries(features).map(([name, value]) => ({ name, value })) });
}

for (const language of ["fr", "en"]) {
  test(`every state has names, sizes and a focus to be seen, and axe finds nothing (${language})`, LONG, () =>
    visit(`states-${language}`, async (v) => {
      await equip(v.page);
      const seen = [];
      await walk(v, async (name, whole = true) => {
        seen.push(name);
        assert.deepEqual(await audit(v.page), [], name);
        if (whole) assert.deepEqual(await v.axe(), [], name);
      });
      assert.ok(seen.length > 30, String(seen.length));
    }, { language, prepare }));

  test(`nothing is cut off in a window of 320 pixels, nor by text with more space (${language})`, LONG, () =>
    visit(`narrow-${language}`, async (v) => {
      await equip(v.page);
      await walk(v, async (name) => {
        assert.deepEqual(await cutOff(v.page), [], name);
        await spaced(v.page, async () => assert.deepEqual(await cutOff(v.page), [], `${name}, with more space`));
      });
    }, { language, width: 320, prepare }));

  test(`not a word of the other language, nor an empty one (${language})`, LONG, () =>
    visit(`tongue-${language}`, async (v) => {
      const other = language === "fr" ? "en" : "fr";
      assert.ok(known(language) > 500, "there is something to look for");
      await equip(v.page);
      let lines = 0;
      await walk(v, async (name) => {
        const article = (await v.page.$eval("bilan-check", ({ text }) => text)).replace(/\s+/gu, " ");
        for (const { text, language: of, attribute, at } of await said(v.page)) {
          assert.doesNotMatch(text, /\bundefined\b|\bnull\b|\bNaN\b|\[object/, `${name}: ${at}`);
          if (of === language) assert.equal(foreign(text, language), null, `${name}: ${at}`);
          if (of === language) lines += 1;
          // Runs of words, long enough to be nobody's name.
          if (attribute !== null || of === other) continue;
          const runs = text.replace(/\s+/gu, " ").match(/\p{L}[\p{L}’]+( \p{L}[\p{L}’]+)+/gu) ?? [];
          for (const run of runs) assert.ok(run.length < 13 || !article.includes(run), `${name}: “${run}” is in the language of the article: ${at}`);
        }
      }, other);
      assert.ok(lines > 500, String(lines));
      // The search finds what it is there for.
      await v.page.$eval("bilan-check", (element, other) => (element.messages = other), other);
      await v.page.$eval("bilan-check", (element) => element.updateComplete);
      const wrong = (await said(v.page)).filter(({ text }) => foreign(text, language));
      assert.ok(wrong.length > 5, String(wrong.length));
    }, { language, prepare }));
}

/** Everything with the spaces of WCAG 1.4.12, while `act` looks. */
async function spaced(page, act) {
  await page.evaluate(() => {
    const rules = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";
    window.spacing = new CSSStyleSheet();
    window.spacing.replaceSync(rules);
    for (const tree of [document, ...[...document.querySelectorAll("bilan-check")].map(({ shadowRoot }) => shadowRoot)]) tree.adoptedStyleSheets.push(window.spacing);
  });
  await act();
  await page.evaluate(() => {
    for (const tree of [document, ...[...document.querySelectorAll("bilan-check")].map(({ shadowRoot }) => shadowRoot)]) {
      tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((sheet) => sheet !== window.spacing);
    }
  });
}

test("what is cut off is found", () =>
  visit("cut", async (v) => {
    await equip(v.page);
    await v.paste(ENGLISH);
    assert.deepEqual(await cutOff(v.page), []);
    await v.page.$eval("bilan-check >>> .card .message", (message) => message.style.setProperty("width", "3000px"));
    assert.ok((await cutOff(v.page)).some((line) => line.startsWith("out")));
    await v.page.$eval("bilan-check >>> .tab", (tab) => (tab.style.cssText = "min-height: 0; height: 8px; padding: 0"));
    await v.page.$eval("bilan-check >>> .words", (words) => words.style.setProperty("outline", "none", "important"));
    const found = await audit(v.page);
    for (const kind of ["small: button#tab-cards", "focus: button.words"]) assert.ok(found.some((line) => line.startsWith(kind)), `${kind} in ${found.join()}`);
  }, { prepare }));

for (const [name, features] of [
  ["forced colours", { "forced-colors": "active", "prefers-reduced-motion": "reduce" }],
  ["dark forced colours", { "forced-colors": "active", "prefers-color-scheme": "dark", "prefers-reduced-motion": "reduce" }],
  ["dark", { "prefers-color-scheme": "dark", "prefers-reduced-motion": "reduce" }],
]) {
  test(`focus is seen, and the open tab is told from the others, in ${name}`, LONG, () =>
    visit(`colours-${name}`, async (v) => {
      await equip(v.page);
      await emulate(v, features);
      await walk(v, async (state) => {
        assert.deepEqual(await audit(v.page), [], state);
        const tabs = await v.page.$$eval("bilan-check >>> .tab", (all) => all.map((tab) => [tab.ariaSelected, getComputedStyle(tab).borderBottomColor]));
        const open = tabs.find(([selected]) => selected === "true");
        if (open) for (const [selected, line] of tabs) assert.equal(line === open[1], selected === "true", `${state}: ${tabs}`);
      });
    }, { prepare }));
}

test("from right to left everything is there, too", LONG, () =>
  visit("rtl", async (v) => {
    await equip(v.page);
    await v.page.evaluate(() => (document.documentElement.dir = "rtl"));
    await walk(v, async (name, whole = true) => {
      assert.deepEqual(await cutOff(v.page), [], name);
      assert.deepEqual(await audit(v.page), [], name);
      if (whole && /voices|compared|states|notes/.test(name)) assert.deepEqual(await v.axe(), [], name);
    });
  }, { prepare }));

const desk = (markup) => `<!doctype html><html lang="en"><title>Desk</title><script type="module" src="/bilan.js"></script><main><h1>Desk</h1>${markup}</main>`;

/** Other pages and what may befall them: options of the visit, and what is done before it is looked at. */
const PLACES = {
  "a core that is not there": [{ pages: { "/bilan.wasm": (_, response) => response.writeHead(404).end() } }, (v) => v.state("error")],
  "a text of two thousand words": [{}, async (v) => {
    const text = await readFile(new URL("../../www/page/example.en.txt", import.meta.url), "utf8");
    await v.page.$eval("bilan-check", (element, text) => (element.text = text), Array.from({ length: 9 }, (_, n) => `Part ${n}. ${text}`).join("\n\n"));
    assert.ok((await v.read()).cards.length > 20);
  }],
  "a storage that is forbidden": [{
    prepare: async (page) => {
      await prepare(page);
      await page.evaluateOnNewDocument(() => Object.defineProperty(window, "indexedDB", { get: () => { throw new DOMException("no", "SecurityError"); } }));
    },
  }, async (v) => {
    await v.paste(ENGLISH);
    await v.page.$eval("bilan-check", (element) => element.note(0, { note: "Kept nowhere." }));
    await v.in("[part=storage]");
  }],
  "a field of the page": [{
    path: "desk.html",
    pages: { "/desk.html": desk(`<label for="draft">Draft</label> <textarea id="draft" style="outline: 3px solid #1a5fb4">${ENGLISH}</textarea><bilan-check for="draft" document-id="story"></bilan-check>`) },
  }, async (v) => {
    await v.read();
    await v.page.$eval("bilan-check", (element) => element.note(0, { state: "asked" }));
    assert.match(await (await v.in(".panel .keys")).evaluate((keys) => keys.textContent), /^F8 and Shift\+F8/, "the keys of the field are told");
  }],
  "the page of a frame": [{ path: "frame.html" }, (v) => v.paste(ENGLISH)],
  "a page that shows a way": [{ path: "embed/contenteditable.html" }, (v) => v.read()],
  "the list of ways": [{ path: "embed/index.html" }, (v) => v.page.waitForSelector("h1")],
};

for (const [name, [options, act]] of Object.entries(PLACES)) {
  test(`axe and a keyboard find nothing missing in ${name}`, LONG, () =>
    visit(`place-${name}`, async (v) => {
      await act(v);
      await equip(v.page);
      for (const width of [1280, 320]) {
        await v.page.setViewport({ width, height: 900 });
        // In a text that says the same nine times cards have the same names.
        const found = (await audit(v.page)).filter((line) => !name.includes("thousand") || !line.startsWith("twice"));
        assert.deepEqual(found, [], `${name}, ${width}`);
        assert.deepEqual(await cutOff(v.page), [], `${name}, ${width}`);
      }
      // A frame has its heading from the page around it.
      assert.deepEqual((await v.axe()).filter(([, id]) => name !== "the page of a frame" || id !== "page-has-heading-one"), []);
    }, { prepare, errors: null, ...options }));
}

test("the lines of marks are seen on white and on black, also in a white editor of a dark page", () =>
  visit("marks", async (v) => {
    await v.read();
    await equip(v.page);
    for (const scheme of ["light", "dark"]) {
      await v.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      for (const [words, ground] of [["#1c1b19", "#ffffff"], ["#e9e6df", "#151719"]]) {
        const seen = await v.page.$eval(".ql-editor p", (line, words, ground) => {
          Object.assign(line.style, { color: words, backgroundColor: ground });
          return ["error", "warning", "info", "done"].map((name) => window.a11y.marked(line, `bilan-${name}`));
        }, words, ground);
        for (const contrast of seen) assert.ok(contrast >= 3 && contrast < 21, `${scheme}, on ${ground}: ${seen}`);
      }
    }
  }, { path: "embed/quill.html", prepare, errors: null }));

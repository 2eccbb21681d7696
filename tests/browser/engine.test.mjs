// One reader for all elements of a page: who waits, who is hurt, and what is left behind.
import { test } from "node:test";
import assert from "node:assert/strict";
import path from "node:path";
import { visit } from "./browser.mjs";
import { ENGLISH, FRENCH } from "./articles.mjs";
import { require, root } from "./site.mjs";

const desk = (body, head = "") =>
  `<!doctype html><html lang="en"><title>Desk</title>${head}<script type="module" src="/bilan.js"></script><h1>Desk</h1>${body}`;
const THREE = desk(`<bilan-check id="one"></bilan-check><bilan-check id="two"></bilan-check><bilan-check id="three"></bilan-check>`);

/** Articles in ASCII: a worker that fails on other letters reads them. */
const NORTH = "The army suffered heavy casualties in the north, according to witnesses.\n\nDozens of soldiers were killed.";
const SOUTH = "Many people were wounded in the south, analysts say.\n\nThe company said that 40% of its staff had left.";

/** Sets all texts in one go, and gives for each the number of cards or the sentence of the failure. */
const readAll = (v, texts) =>
  v.page.evaluate((texts) => {
    const elements = [...document.querySelectorAll("bilan-check")];
    texts.forEach((text, i) => (elements[i].text = text));
    return Promise.all(elements.map((element) => element.report().then((report) => report.cards.length, (error) => error.message)));
  }, texts);

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** What the worker at work does from now on with a text of other than ASCII letters. */
async function spoil(v, what) {
  const [worker] = v.page.workers();
  await worker.evaluate(`for (const way of ["encode", "encodeInto"]) TextEncoder.prototype[way] = () => { ${what} };`);
}
const TRAP = `throw new WebAssembly.RuntimeError("unreachable")`;
const HANG = `for (;;) ;`;

test("three elements share one worker, with one in waiting", () =>
  visit("shared", async (v) => {
    const cards = await readAll(v, [ENGLISH, FRENCH, NORTH]);
    assert.ok(cards.every((n) => n > 0), String(cards));
    await v.page.waitForNetworkIdle({ idleTime: 600 });
    assert.equal(v.page.workers().length, 2);
    assert.equal(v.site.requests.filter((path) => path === "/bilan.wasm").length, 1);
    assert.equal(v.site.requests.filter((path) => path === "/bilan-worker.js").length, 2);
  }, { path: "desk.html", pages: { "/desk.html": THREE } }));

test("a trap hits the text that caused it; the others are read by a fresh worker", () =>
  visit("shared-trap", async (v) => {
    await readAll(v, [NORTH, SOUTH, NORTH]);
    await spoil(v, TRAP);
    const [first, second, third] = await readAll(v, [SOUTH, FRENCH, SOUTH]);
    assert.ok(first > 0, String(first));
    assert.match(String(second), /stopped on this text/);
    assert.ok(third > 0, String(third));
    assert.match(await v.state("error", "#two"), /stopped on this text/);
    await v.page.$eval("#two", (element, text) => void (element.text = text), NORTH);
    await v.state("ready", "#two");
  }, { path: "desk.html", pages: { "/desk.html": THREE } }));

test("a worker that never answers is said in one sentence, and the others are read by a fresh one", () =>
  visit("shared-hang", async (v) => {
    await readAll(v, [NORTH, SOUTH, NORTH]);
    await spoil(v, HANG);
    const [first, second, third] = await readAll(v, [FRENCH, NORTH, SOUTH]);
    assert.match(String(first), /too long/);
    assert.ok(second > 0 && third > 0, `${second} ${third}`);
    // The browser takes a while to end one that hangs.
    for (let tries = 0; v.page.workers().length > 1 && tries < 20; tries++) await pause(250);
    assert.equal(v.page.workers().length, 1, "the hung worker was ended, the one in waiting reads");
  }, {
    path: "desk.html",
    pages: { "/desk.html": THREE },
    // The limits are many seconds: they pass ten times as fast here.
    prepare: (page) => page.evaluateOnNewDocument(() => {
      const real = window.setTimeout;
      window.setTimeout = (act, ms, ...rest) => real(act, ms >= 10_000 ? ms / 10 : ms, ...rest);
    }),
  }));

test("on the main thread too a trap hits one text, and a fresh core reads the next", () =>
  visit("page-trap", async (v) => {
    await readAll(v, [NORTH, SOUTH]);
    assert.equal(v.page.workers().length, 0);
    await v.page.evaluate(() => {
      const real = TextEncoder.prototype.encodeInto;
      TextEncoder.prototype.encodeInto = () => {
        TextEncoder.prototype.encodeInto = real;
        throw new WebAssembly.RuntimeError("unreachable");
      };
    });
    const [first, second] = await readAll(v, [FRENCH, ENGLISH]);
    assert.match(String(first), /stopped on this text/);
    assert.ok(second > 0, String(second));
    assert.ok(v.site.requests.filter((path) => path === "/bilan-worker.js").length > 1, "another instance");
  }, {
    path: "desk.html",
    pages: { "/desk.html": desk("<bilan-check></bilan-check><bilan-check></bilan-check>") },
    prepare: (page) => page.evaluateOnNewDocument(() => delete window.Worker),
  }));

test("elements that are gone leave nothing: no worker, mark, listener or memory", () =>
  visit("nothing-left", async (v) => {
    const devtools = await v.page.createCDPSession();
    const listeners = async () => {
      const found = [];
      for (const expression of ["window", "document", "document.documentElement", "document.body", "visualViewport", "matchMedia('print')"]) {
        const { result } = await devtools.send("Runtime.evaluate", { expression, objectGroup: "asked" });
        const { listeners } = await devtools.send("DOMDebugger.getEventListeners", { objectId: result.objectId });
        found.push(...listeners.map(({ type }) => `${expression} ${type}`));
      }
      await devtools.send("Runtime.releaseObjectGroup", { objectGroup: "asked" });
      return found.sort();
    };
    await v.page.waitForFunction(() => customElements.get("bilan-check"));
    const before = await listeners();
    await v.page.evaluate(async (texts) => {
      const elements = texts.map((text) => Object.assign(document.createElement("bilan-check"), { text }));
      document.body.append(...elements);
      await Promise.all(elements.map((element) => element.report()));
      // One goes while it reads, one while it waits for a key to be the last, one at rest.
      elements[0].text = texts[0].repeat(50);
      elements[1].text += "s";
      await new Promise((resolve) => setTimeout(resolve));
      window.gone = elements.map((element) => new WeakRef(element));
      for (const element of elements) element.remove();
    }, [ENGLISH, FRENCH, NORTH]);
    await v.page.waitForFunction(() => [...CSS.highlights.values()].every((marks) => marks.size === 0));
    assert.deepEqual(await listeners(), before);
    await pause(600); // the one in waiting would have come by now
    assert.equal(v.page.workers().length, 0);
    // The element of the last click or focus is kept by the browser itself for a while: none was touched here.
    let left = 3;
    for (let tries = 0; left > 0 && tries < 10; tries++) {
      await devtools.send("HeapProfiler.collectGarbage");
      left = await v.page.evaluate(() => window.gone.filter((element) => element.deref()).length);
      if (left > 0) await pause(300);
    }
    assert.equal(left, 0, "elements that memory still holds");
    // And the next one starts afresh.
    await v.page.evaluate((text) => document.body.append(Object.assign(document.createElement("bilan-check"), { text })), ENGLISH);
    assert.ok((await v.read()).cards.length > 0);
  }, { path: "desk.html", pages: { "/desk.html": desk("") } }));

test("an element that goes while the worker still loads leaves none", () =>
  visit("gone-at-start", async (v) => {
    await v.page.waitForFunction(() => customElements.get("bilan-check"));
    await v.page.evaluate(async () => {
      const element = document.body.appendChild(document.createElement("bilan-check"));
      await new Promise((resolve) => setTimeout(resolve, 1));
      element.remove();
    });
    await pause(1000);
    assert.equal(v.page.workers().length, 0);
  }, { path: "desk.html", pages: { "/desk.html": desk("") } }));

/** The engine with readers that answer when the test says so. */
async function engineWith(startReader) {
  const { build } = require("esbuild");
  globalThis.startReaderOfTest = startReader;
  const { outputFiles: [{ text }] } = await build({
    entryPoints: [path.join(root, "www/core/engine.ts")],
    bundle: true,
    format: "esm",
    write: false,
    plugins: [{
      name: "readers-of-the-test",
      setup({ onLoad }) {
        onLoad({ filter: /core[\\/](reader|workers)\.ts$/ }, () => ({
          contents: `export const startReader = globalThis.startReaderOfTest, dropSpare = () => {};
            export const within = (_, promise) => promise; export class TimeUp extends Error {}`,
        }));
      },
    }],
  });
  return import(`data:text/javascript,${encodeURIComponent(text)}`);
}

test("the line: one at a time, the newest of each, in turn, and an end", async () => {
  const asked = [];
  let closed = 0;
  const { CoreClient, Superseded } = await engineWith(async () => ({
    ask: ({ op, args }) => new Promise((answer) => asked.push({ words: `${op} ${args[0]}`, answer: () => answer({ value: args[0] }) })),
    close: () => closed++,
  }));
  const turn = () => new Promise((resolve) => setTimeout(resolve));
  const [one, two] = [new CoreClient(), new CoreClient()];
  const outcome = (promise) => promise.catch((error) => error.constructor);
  const given = [
    one.ask("check", "a1"), one.ask("checks", "fr"), two.ask("check", "b1"),
    one.ask("check", "a2"), one.ask("check", "a3"), two.ask("check", "b2"),
  ].map(outcome);
  await turn();
  assert.deepEqual(asked.map(({ words }) => words), ["check a1"], "one at a time");
  for (let at = 0; at < 4; at++) {
    asked[at].answer();
    await turn();
  }
  // “b2” has the place of “b1”; “a3” came after “b1”, and its turn after that of the other element.
  assert.deepEqual(asked.map(({ words }) => words), ["check a1", "checks fr", "check b2", "check a3"]);
  assert.deepEqual(await Promise.all(given), [Superseded, "fr", Superseded, Superseded, "a3", "b2"]);

  const late = [outcome(one.ask("check", "a4")), outcome(two.ask("check", "b4"))];
  await turn();
  one.stop();
  one.stop();
  assert.equal(closed, 0, "the other still needs it");
  asked[4].answer();
  await turn();
  two.stop();
  await turn();
  assert.equal(closed, 1);
  assert.deepEqual(await Promise.all(late), [Superseded, Superseded]);
  assert.equal(await outcome(one.ask("check", "a5")), Superseded);
});

// The element in pages of other people.
import { test } from "node:test";
import assert from "node:assert/strict";
import { visit } from "./browser.mjs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { ENGLISH, FRENCH } from "./articles.mjs";
import { root } from "./site.mjs";

const page = (body) => `<!doctype html><html lang="en"><title>Desk</title><script type="module" src="/bilan.js"></script><h1>Desk</h1>${body}`;

test("two lines embed it, and its attributes are read", () =>
  visit("embed", async (v) => {
    const report = await v.page.$eval("bilan-check", (element) => element.report());
    assert.equal(report.language, "fr");
    assert.equal(report.published, "2025-03-14");
    const title = await v.page.$eval("bilan-check", (element) => element.shadowRoot.querySelector("#side-title").textContent);
    assert.equal(title, "Ce qu’il faut vérifier");
    assert.ok((await v.cards()).length > 0);
  }, {
    path: "desk.html",
    pages: { "/desk.html": page(`<bilan-check language="fr" messages="fr" published="2025-03-14" text="L’armée a subi de lourdes pertes."></bilan-check>`) },
  }));

test("the lines of the README embed it", { timeout: 60_000 }, async () => {
  const readme = await readFile(path.join(root, "README.md"), "utf8");
  const [, lines] = readme.match(/^```html\n([^]*?)^```$/m);
  assert.equal(lines.trim().split("\n").length, 3);
  const site = process.env.BILAN_SITE ?? path.join(root, "target/site");
  const served = (name, type) => async (_, response) =>
    response.setHeader("content-type", type).end(await readFile(path.join(site, name)));
  await visit("readme", async (v) => {
    const logged = new Promise((resolve) => v.page.on("console", (line) => line.type() === "log" && resolve(line.args()[0].jsonValue())));
    const { cards } = await v.paste(FRENCH);
    assert.deepEqual(await logged, cards);
    assert.equal(await v.page.$eval("bilan-check >>> #side-title", (title) => title.textContent), "Ce qu’il faut vérifier");
  }, {
    path: "desk/index.html",
    pages: {
      "/desk/index.html": `<!doctype html><html lang="en"><title>Desk</title>${lines}`,
      "/desk/bilan/bilan.js": served("bilan.js", "text/javascript"),
      "/desk/bilan/bilan-worker.js": served("bilan-worker.js", "text/javascript"),
      "/desk/bilan/bilan.wasm": served("bilan.wasm", "application/wasm"),
    },
  });
});

test("it can be embedded from any folder", () =>
  visit("folder", async (v) => {
    assert.ok((await v.paste(ENGLISH)).cards.length > 0);
  }, {
    path: "news/desk/draft.html",
    pages: { "/news/desk/draft.html": page("<bilan-check></bilan-check>") },
  }));

test("two elements keep their marks and cards apart", () =>
  visit("two", async (v) => {
    await v.paste(ENGLISH, "#one");
    await v.paste(FRENCH, "#two");
    const both = [...(await v.marked("warning")), ...(await v.marked("error"))];
    assert.ok(both.some((words) => words.includes("heavy casualties")));
    assert.ok(both.some((words) => words.includes("lourdes pertes")));
    assert.ok((await v.cards("#one")).some((card) => card.words.includes("heavy casualties")));
    assert.ok((await v.cards("#two")).some((card) => card.words.includes("lourdes pertes")));
    await v.page.$eval("#one", (element) => element.remove());
    await v.page.waitForFunction(() => ![...CSS.highlights.values()].some((marks) => [...marks].some((mark) => String(mark).includes("heavy"))));
    assert.ok((await v.marked("warning")).concat(await v.marked("error")).some((words) => words.includes("lourdes pertes")));
  }, { path: "desk.html", pages: { "/desk.html": page(`<bilan-check id="one"></bilan-check><bilan-check id="two"></bilan-check>`) } }));

test("events tell of reports and states", () =>
  visit("events", async (v) => {
    await v.page.evaluate(() => {
      window.told = [];
      document.addEventListener("bilan-status", (event) => window.told.push(event.detail.state));
      document.addEventListener("bilan-report", (event) => (window.reported = event.detail));
    });
    const report = await v.paste(ENGLISH);
    await v.state("ready");
    assert.deepEqual(await v.page.evaluate(() => window.reported), report);
    const told = await v.page.evaluate(() => window.told);
    assert.equal(told.at(-1), "ready");
    assert.ok(told.includes("reading"));
  }, { path: "desk.html", pages: { "/desk.html": page("<bilan-check></bilan-check>") } }));

test("an element that goes while it reads leaves nothing behind", () =>
  visit("gone", async (v) => {
    const given = await v.page.evaluate(async (text) => {
      const element = document.querySelector("bilan-check");
      element.text = text.repeat(200);
      const report = element.report();
      await new Promise((resolve) => setTimeout(resolve));
      element.remove();
      return report;
    }, ENGLISH);
    assert.equal(given, null);
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(v.page.workers().length <= 1, true, "no worker but the one in waiting");
    // And it works again where it is put next.
    await v.page.evaluate((text) => {
      const element = document.createElement("bilan-check");
      document.body.append(element);
      element.text = text;
    }, ENGLISH);
    assert.ok((await v.read()).cards.length > 0);
  }, { path: "desk.html", pages: { "/desk.html": page("<bilan-check></bilan-check>") } }));

test("an element that is moved keeps its text and goes on", () =>
  visit("moved", async (v) => {
    await v.paste(ENGLISH);
    await v.page.$eval("bilan-check", (element) => document.querySelector("main").append(element));
    assert.equal(await v.text(), ENGLISH);
    assert.ok((await v.read()).cards.length > 0);
    assert.ok((await v.marked("warning")).length + (await v.marked("error")).length > 0);
  }, { path: "desk.html", pages: { "/desk.html": page("<bilan-check></bilan-check><main></main>") } }));

test("in a sandboxed frame, where no worker is to be had, it reads on the main thread", () =>
  visit("sandbox", async (v) => {
    const frame = await (await v.page.waitForSelector("iframe")).contentFrame();
    await frame.waitForSelector("bilan-check >>> textarea");
    const report = await frame.$eval("bilan-check", (element, text) => ((element.text = text), element.report()), ENGLISH);
    assert.ok(report.cards.length > 0);
    assert.equal(v.page.workers().length, 0);
  }, {
    path: "desk.html",
    pages: {
      "/desk.html": `<!doctype html><title>Desk</title><iframe sandbox="allow-scripts" src="/frame.html" width="900" height="700"></iframe>`,
      "/frame.html": page("<bilan-check></bilan-check>"),
    },
  }));

test("without highlights the cards are there, and the chosen words are selected", () =>
  visit("no-highlights", async (v) => {
    await v.paste(ENGLISH);
    const [card] = await v.cards();
    await (await v.in(`#${card.id}`)).focus();
    await v.page.keyboard.press("Enter");
    const selected = await (await v.in("textarea")).evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd));
    assert.ok(card.words.includes(selected) && selected.length > 0, selected);
  }, { prepare: (page) => page.evaluateOnNewDocument(() => delete window.Highlight) }));

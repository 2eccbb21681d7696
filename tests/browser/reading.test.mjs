// An editor pastes an article and reads the cards.
import { test } from "node:test";
import assert from "node:assert/strict";
import { cardsOf, visit } from "./browser.mjs";
import { DATES, ENGLISH, FRENCH, QUIET } from "./articles.mjs";

const GRAVITY = ["error", "warning", "info"];

test("a pasted article gives cards with words, check and question", () =>
  visit("paste", async (v) => {
    const report = await v.paste(FRENCH);
    assert.equal(report.language, "fr");
    assert.equal(await v.text(), FRENCH);
    const cards = await v.cards();
    assert.ok(cards.length > 1, "there are cards");
    const first = cards.find((card) => card.checks.includes("casualty-no-count"));
    assert.match(first?.words ?? "", /lourdes pertes/);
    assert.match(first.label, /lourdes pertes/);
    const question = await v.in(`#${first.id} .question`);
    assert.match(await question.evaluate((p) => p.textContent), /\?/);
  }));

test("cards come in reading order; notes, and what is more than an editor has time for, wait under a fold", () =>
  visit("order", async (v) => {
    const report = await v.paste(`${FRENCH}\n\n${FRENCH.replaceAll("août", "mai")}`);
    const listed = async () => (await v.cards()).map((card) => Number(card.id.slice("card-".length)));
    const aside = ({ card }) => card.severity === "info" || report.folded.includes(card);
    const cards = cardsOf(report).map((card, index) => ({ card, index }));
    const places = (list) => list.map(({ index }) => index);
    const [shown, rest] = [cards.filter((c) => !aside(c)), cards.filter(aside)];
    assert.ok(report.folded.length > 0 && shown.length > 0);
    assert.deepEqual(await listed(), places(shown));
    await (await v.in("details[part=notes] summary")).click();
    await v.in("details[part=notes] .card"); // the fold tells of itself a little later
    assert.deepEqual(await listed(), places([...shown, ...rest]));
  }));

/** What the panel above the cards says, line by line. */
const panel = (v) =>
  v.page.$$eval("bilan-check >>> .first button", (lines) =>
    lines.map((line) => ({ id: line.dataset.line, severity: line.classList[0], words: line.textContent })));

test("above the cards stands what is true of the whole article, filled up with the cards to see first", () =>
  visit("first", async (v) => {
    for (const text of [FRENCH, ENGLISH, DATES]) {
      const { overview, cards } = await v.paste(text);
      const ranked = cards.filter(({ severity }) => severity !== "info").toSorted((a, b) => a.rank - b.rank);
      const lines = await panel(v);
      assert.deepEqual(lines.slice(0, overview.length).map(({ id }) => id), overview.map(({ id }) => id));
      assert.deepEqual(lines.slice(overview.length).map(({ severity }) => severity),
        ranked.slice(0, 3 - overview.length).map(({ severity }) => severity));
      for (const [at, { message }] of overview.entries()) assert.ok(lines[at].words.includes(message));
    }
  }));

test("a line about the whole article shows all its places and leads to the first", () =>
  visit("whole", async (v) => {
    const { overview } = await v.paste(ENGLISH);
    const [{ id, spans }] = overview;
    assert.ok(spans.length > 1, "no toll of this article has a number");
    await (await v.in(`[data-line=${id}]`)).click();
    assert.deepEqual(await v.marked("selected"), spans.map(({ start, end }) => ENGLISH.slice(start, end)));
    assert.equal(await v.focused(), "text");
    assert.equal(await (await v.in("textarea")).evaluate((field) => field.selectionStart), spans[0].start);
    assert.equal(await v.page.$eval("bilan-check >>> [aria-current]", (chosen) => chosen.dataset.line), id);
    await v.page.keyboard.press("Escape");
    assert.match(await v.focused(), /^card-\d+$/, "Escape leads on to the card of these words");
    assert.ok(!(await v.page.$("bilan-check >>> [data-line][aria-current]")), "card and line are not chosen together");
  }));

test("a line about a card leads to it", () =>
  visit("panel", async (v) => {
    await v.paste(DATES);
    await (await v.in(".first button:not([data-line])")).click();
    assert.match(await v.focused(), /^card-\d+$/);
    assert.ok((await v.cards()).some((card) => card.chosen));
  }));

test("a card opens with two points, the gravest, and folds the rest", () =>
  visit("folded", async (v) => {
    const report = await v.paste(FRENCH);
    const gravity = (id) => GRAVITY.indexOf(report.flags.find((flag) => flag.id === id).severity);
    const shown = await v.page.$$eval("bilan-check >>> .card", (cards) =>
      cards.map((card) => [Number(card.dataset.index), card.querySelectorAll(":scope > .flag").length, card.querySelectorAll(".more .flag").length]));
    assert.ok(shown.some(([, , folded]) => folded > 0));
    for (const [index, open, folded] of shown) {
      const { flags, severity } = cardsOf(report)[index];
      const grave = flags.filter((id) => gravity(id) < GRAVITY.indexOf("info")).length;
      assert.deepEqual(flags.map(gravity), flags.map(gravity).sort(), "the gravest first");
      assert.equal(open + folded, flags.length);
      assert.equal(open, Math.min(2, severity === "info" ? flags.length : grave));
    }
  }));

test("every flag is marked by a highlight over exactly its words", () =>
  visit("marks", async (v) => {
    const report = await v.paste(FRENCH);
    const words = ({ span }) => FRENCH.slice(span.start, span.end);
    const marked = (await Promise.all(GRAVITY.map((kind) => v.marked(kind)))).flat();
    assert.deepEqual(marked.sort(), report.flags.map(words).sort());
    assert.ok(marked.some((words) => words.includes("lourdes pertes")));
  }));

test("places stay right behind emoji, combining marks and foreign scripts", () =>
  visit("utf16", async (v) => {
    const report = await v.paste(`👩‍👧 é 🇫🇷 – مرحبا\n\n${FRENCH}`);
    assert.ok(report.flags.length > 0);
    const marked = await Promise.all(GRAVITY.map((kind) => v.marked(kind)));
    assert.ok(marked.flat().some((words) => words.includes("lourdes pertes")));
  }));

test("line ends become those of the text field before anything is counted", () =>
  visit("crlf", async (v) => {
    await v.page.$eval("bilan-check", (element, text) => (element.text = text), FRENCH.replaceAll("\n", "\r\n"));
    const report = await v.read();
    assert.equal(await v.text(), FRENCH);
    const marked = (await Promise.all(GRAVITY.map((kind) => v.marked(kind)))).flat();
    assert.deepEqual(marked.sort(), report.flags.map(({ span }) => FRENCH.slice(span.start, span.end)).sort());
  }));

test("while someone types, marks move with their words and touched ones go", () =>
  visit("typing", async (v) => {
    await v.paste(FRENCH);
    const before = await v.marked("error").then(async (errors) => [...errors, ...(await v.marked("warning"))]);
    const after = await v.page.$eval("bilan-check", async (element) => {
      const field = element.shadowRoot.querySelector("textarea");
      field.setRangeText("Ce soir, ", 0, 0);
      field.dispatchEvent(new Event("input"));
      await element.updateComplete;
      return ["error", "warning"].flatMap((kind) => [...(CSS.highlights.get(`bilan-${kind}`) ?? [])].map(String));
    });
    assert.deepEqual(after.sort(), before.sort(), "the marks before the next report");
    assert.ok(before.some((words) => words.includes("lourdes pertes")));
    await v.page.$eval("bilan-check", async (element) => {
      const field = element.shadowRoot.querySelector("textarea");
      const at = field.value.indexOf("lourdes pertes");
      field.setRangeText("fortes", at, at + "lourdes".length);
      field.dispatchEvent(new Event("input"));
      await element.updateComplete;
    });
    const marked = [...(await v.marked("error")), ...(await v.marked("warning"))];
    assert.ok(!marked.some((words) => words.includes("fortes pertes lundi")));
    await v.read();
    assert.ok((await v.text()).startsWith("Ce soir, L’armée a subi de fortes pertes"));
  }));

test("typing reads by itself after a moment", () =>
  visit("keys", async (v) => {
    await (await v.in("textarea")).type("The convoy took heavy casualties, residents said.");
    await v.page.waitForFunction(() => document.querySelector("bilan-check").shadowRoot.querySelector(".card"));
    assert.ok((await v.cards()).some((card) => card.checks.includes("casualty-no-count")));
  }));

test("the marks lie under their words at any width", () =>
  visit("layers", async (v) => {
    await v.paste(FRENCH.repeat(4) + "un-mot-sans-la-moindre-espace".repeat(12) + "\n\n");
    for (const width of [1280, 1003, 777, 400, 320]) {
      await v.page.setViewport({ width, height: 900 });
      const [field, paper] = await v.page.$eval("bilan-check", (element) =>
        ["textarea", ".paper"].map((part) => element.shadowRoot.querySelector(part)).map(({ scrollHeight, clientWidth }) => [scrollHeight, clientWidth]));
      assert.deepEqual(field, paper, `${width} px`);
    }
  }));

test("the example is one click away, in both languages", async () => {
  for (const language of ["fr", "en"]) {
    await visit(`example-${language}`, async (v) => {
      await v.page.click("#example");
      const report = await v.read();
      assert.equal(report.language, language);
      assert.equal(report.published, "2025-03-14");
      const checks = new Set(report.flags.map((flag) => flag.check));
      assert.ok(checks.has("casualty-no-count"), `casualty-no-count among ${[...checks]}`);
      assert.ok((await v.cards()).length >= 3);
    }, { language });
  }
});

test("Clear empties the text, and the browser can undo it", () =>
  visit("clear", async (v) => {
    await v.paste(ENGLISH);
    await v.page.click("#clear");
    assert.equal(await v.text(), "");
    assert.equal(await v.read(), null);
    assert.deepEqual(await v.cards(), []);
    assert.deepEqual(await v.marked("warning"), []);
    await (await v.in("textarea")).focus();
    await v.page.evaluate(() => document.execCommand("undo"));
    assert.equal(await v.text(), ENGLISH);
  }));

test("a text with nothing to verify says so", () =>
  visit("quiet", async (v) => {
    const report = await v.paste(QUIET);
    assert.deepEqual(report.cards, []);
    assert.match(await v.state("ready"), /Nothing to verify/);
  }));

test("what agrees is listed, folded", () =>
  visit("agrees", async (v) => {
    const report = await v.paste("The council meets on Friday 17 January 2025.");
    assert.ok(report.consistent.length > 0, "the weekday fits its date");
    const fold = await v.in("[part=consistent]");
    assert.equal(await fold.evaluate((fold) => fold.open), false);
    assert.match(await fold.evaluate((fold) => fold.textContent), /Friday 17 January 2025/);
  }));

// Between text and cards, by pointer and by keyboard.
import { test } from "node:test";
import assert from "node:assert/strict";
import { cardsOf, visit } from "./browser.mjs";
import { ENGLISH } from "./articles.mjs";

const chosen = async (v) => (await v.cards()).find((card) => card.chosen);

/** Lets the page draw what was chosen. */
const drawn = (v) => v.page.$eval("bilan-check", (element) => element.updateComplete);

test("keys lead through the cards, into the text and back", () =>
  visit("keyboard", async (v) => {
    await v.paste(ENGLISH);
    const ids = (await v.cards()).map((card) => card.id);
    assert.ok(ids.length >= 2);
    await (await v.in(`#${ids[0]}`)).focus();
    for (const [key, at] of [["j", 1], ["k", 0], ["ArrowDown", 1], ["ArrowUp", 0], ["End", ids.length - 1], ["Home", 0]]) {
      await v.page.keyboard.press(key);
      await drawn(v);
      assert.equal(await v.focused(), ids[at], `after ${key}`);
    }
    const [first] = await v.cards();
    await v.page.keyboard.press("Enter");
    assert.equal(await v.focused(), "text");
    const caret = await (await v.in("textarea")).evaluate((field) => field.selectionStart);
    const report = await v.read();
    assert.equal(caret, cardsOf(report)[Number(first.id.slice(5))].span.start);
    await v.page.keyboard.press("Escape");
    await drawn(v);
    assert.equal(await v.focused(), first.id);
    assert.equal(await v.text(), ENGLISH, "no key has written anything");
  }));

test("only one card is in the way of the Tab key", () =>
  visit("tab", async (v) => {
    await v.paste(ENGLISH);
    const reachable = await v.page.$$eval("bilan-check >>> .card[tabindex='0']", (cards) => cards.length);
    assert.equal(reachable, 1);
  }));

test("F8 goes from mark to mark in the text", () =>
  visit("f8", async (v) => {
    const report = await v.paste(ENGLISH);
    const field = await v.in("textarea");
    await field.evaluate((field) => field.setSelectionRange(0, 0));
    await field.focus();
    const seen = [];
    for (let i = 0; i < 2; i++) {
      await v.page.keyboard.press("F8");
      await drawn(v);
      seen.push(await field.evaluate((field) => field.selectionStart));
    }
    assert.deepEqual(seen, cardsOf(report).map(({ span }) => span.start).filter((start) => start > 0).slice(0, 2));
    assert.equal(await v.focused(), "text", "the focus stays in the text");
    await v.page.keyboard.down("Shift");
    await v.page.keyboard.press("F8");
    await v.page.keyboard.up("Shift");
    assert.equal(await field.evaluate((field) => field.selectionStart), seen[0]);
  }));

test("a card shows its words in the text", () =>
  visit("to-text", async (v) => {
    const report = await v.paste(`${ENGLISH}${"Nothing happened there.\n\n".repeat(60)}The garrison took heavy casualties again, officers said.`);
    const last = cardsOf(report).findLastIndex((card) => card.severity !== "info" && report.cards.includes(card));
    await (await v.in(`#card-${last} .grade`)).click();
    assert.equal((await chosen(v)).id, `card-${last}`);
    assert.equal((await v.marked("selected")).length, 1);
    await v.page.waitForFunction(() => {
      const [range] = CSS.highlights.get("bilan-selected");
      const { top, bottom } = range.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
  }));

test("a click on a mark shows its card, a click beside it none", () =>
  visit("to-card", async (v) => {
    await v.paste(ENGLISH);
    const at = await v.page.evaluate(() => {
      const range = [...CSS.highlights.get("bilan-warning"), ...(CSS.highlights.get("bilan-error") ?? [])]
        .find((range) => String(range).includes("heavy casualties"));
      const { left, top, width, height } = range.getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    });
    await v.page.mouse.click(...at);
    await drawn(v);
    assert.match((await chosen(v)).words, /heavy casualties/);
    const paper = await (await v.in("textarea")).boundingBox();
    await v.page.mouse.click(paper.x + 60, paper.y + paper.height - 8);
    await drawn(v);
    assert.equal(await chosen(v), undefined);
  }));

test("where cards are below the text, its edge says what comes first, or the title of the chosen card", () =>
  visit("narrow", async (v) => {
    await v.paste(ENGLISH);
    const peek = () => v.in(".peek");
    const says = async () => (await (await peek()).evaluate((peek) => peek.textContent)).trim();
    assert.ok(await (await peek()).isVisible());
    const { overview } = await v.read();
    assert.equal(await says(), overview[0].message, "first what is gravest");
    await (await peek()).click();
    assert.equal(await v.page.$eval("bilan-check", (element) => element.shadowRoot.activeElement.dataset.line), overview[0].id);
    await (await v.in(".card .grade")).click();
    await drawn(v);
    const title = await v.page.$eval("bilan-check >>> .card[aria-current] h3", (title) => title.textContent);
    assert.equal(await says(), title);
    await (await peek()).click();
    await drawn(v);
    assert.match(await v.focused(), /^card-/);
  }, { width: 420 }));

// The page keeps what was noted: one draft, one address.
import { test } from "node:test";
import assert from "node:assert/strict";
import { visit } from "./browser.mjs";
import { DATES, ENGLISH } from "./articles.mjs";

const note = (v, words) =>
  v.page.$eval("bilan-check", (element, words) => {
    const place = [...element.shadowRoot.querySelectorAll(".card")].find((card) => card.textContent.includes(words)).dataset.index;
    element.note(Number(place), { state: "asked", note: `Asked about ${words}.` });
  }, words);

const notes = (v) => v.page.$eval("bilan-check", (element) => element.notes.map(({ note, span }) => [note.note, span && element.text.slice(span.start, span.end)]));

/** Waits until all that was noted is on the disk. */
const kept = (v) => v.page.waitForFunction(async () => {
  const element = document.querySelector("bilan-check");
  return (await element.documents()).some(({ document }) => document === element.documentId);
});

test("a draft with a note is there again after a reload; one without leaves no trace", () =>
  visit("draft", async (v) => {
    await v.paste(ENGLISH);
    await v.page.reload();
    await v.state("empty");
    await v.paste(ENGLISH);
    await note(v, "heavy casualties");
    await kept(v);
    await v.page.reload();
    await v.page.waitForFunction((text) => document.querySelector("bilan-check").text === text, {}, ENGLISH);
    await v.read();
    const [[said, words]] = await notes(v);
    assert.equal(said, "Asked about heavy casualties.");
    assert.ok(words.includes("heavy casualties"));
    assert.deepEqual(await v.axe(), []);
  }));

test("clearing begins another draft, and the first is found in the list", () =>
  visit("drafts", async (v) => {
    await v.paste(ENGLISH);
    await note(v, "heavy casualties");
    await kept(v);
    await v.page.click("#clear");
    await v.state("empty");
    assert.equal(await v.text(), "");
    await v.paste(DATES);
    await note(v, "Tuesday 14 March");
    await kept(v);
    await v.page.waitForSelector("#drafts:not([hidden])");
    await v.page.click("#drafts summary");
    assert.deepEqual(await v.page.$$eval("#drafts a", (links) => links.map((link) => link.textContent.slice(0, 12))), ["The garrison"]);
    assert.deepEqual(await v.axe(), []);
    await v.page.click("#drafts a");
    await v.page.waitForFunction((text) => document.querySelector("bilan-check").text === text, {}, ENGLISH);
    assert.equal((await notes(v)).length, 1);
    await v.page.goBack();
    await v.page.waitForFunction((text) => document.querySelector("bilan-check").text === text, {}, DATES);
    await v.read();
    const [[, words]] = await notes(v);
    assert.ok(words.includes("14 March"));
  }));

test("clearing a draft without notes can be undone", () =>
  visit("draft-undo", async (v) => {
    await v.paste(ENGLISH);
    await v.page.click("#clear");
    assert.equal(await v.text(), "");
    await (await v.in("textarea")).focus();
    await v.page.keyboard.down("Control");
    await v.page.keyboard.press("z");
    await v.page.keyboard.up("Control");
    assert.equal(await v.text(), ENGLISH);
  }));

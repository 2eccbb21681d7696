// Languages, publication date, headline.
import { test } from "node:test";
import assert from "node:assert/strict";
import { visit } from "./browser.mjs";
import { ENGLISH, FRENCH } from "./articles.mjs";

const heading = (v) => v.page.$eval("bilan-check", (element) => element.shadowRoot.querySelector("#side-title").textContent);
const ids = async (v) => (await v.cards()).flatMap((card) => card.checks);

test("the interface changes its language and the text stays read in its own", () =>
  visit("interface", async (v) => {
    const before = await v.paste(FRENCH);
    assert.equal(await heading(v), "What to verify");
    const checks = await ids(v);
    await v.page.click("[data-interface=fr]");
    const after = await v.read();
    assert.equal(await heading(v), "Ce qu’il faut vérifier");
    assert.equal(await v.page.$eval("html", (html) => html.lang), "fr");
    assert.equal(after.language, "fr");
    assert.deepEqual(await ids(v), checks);
    assert.notEqual(after.flags[0].message, before.flags[0].message, "messages follow the interface");
    assert.equal(await v.text(), FRENCH);
  }));

test("the browser's language is the first one of the interface", async () => {
  await visit("browser-fr", async (v) => assert.equal(await heading(v), "Ce qu’il faut vérifier"), { language: "fr-CA" });
  await visit("browser-de", async (v) => assert.equal(await heading(v), "What to verify"), { language: "de" });
});

test("the language of the text is detected, or chosen", () =>
  visit("language", async (v) => {
    assert.equal((await v.paste(ENGLISH)).language, "en");
    await v.page.select("#language", "fr");
    assert.equal((await v.read()).language, "fr");
    await v.page.select("#language", "");
    assert.equal((await v.read()).language, "en");
  }));

test("a language without word lists is said so, and what needs none is checked all the same", () =>
  visit("basic", async (v) => {
    const says = async () => (await v.in(".status")).evaluate((status) => status.textContent);
    const report = await v.paste("Die Leute hatten viel Glück. „Wir waren alle im Keller, sagte eine Frau am 30.02.2025 vor ihrem Haus.");
    assert.deepEqual([report.language, report.coverage], ["und", "basic"]);
    assert.match(await says(), /Language not recognised.*no word lists/s);
    assert.deepEqual((await ids(v)).sort(), ["date-impossible", "quote-unbalanced"]);
    await v.page.$eval("bilan-check", (element) => (element.language = "de"));
    assert.equal((await v.read()).coverage, "basic");
    assert.match(await says(), /Read as German.*no word lists/s);
    assert.deepEqual((await ids(v)).sort(), ["date-impossible", "quote-unbalanced"]);
  }));

test("the publication date goes into the report", () =>
  visit("published", async (v) => {
    await v.paste(ENGLISH);
    await v.page.$eval("#published", (input) => {
      input.value = "2025-03-14";
      input.dispatchEvent(new Event("change"));
    });
    assert.equal((await v.read()).published, "2025-03-14");
    assert.match(await (await v.in(".about")).evaluate((about) => about.textContent), /14 March 2025|March 14, 2025/);
  }));

test("a tag that is none and a date that is none are said in one sentence", () =>
  visit("bad-options", async (v) => {
    await v.paste(ENGLISH);
    const set = (values) => v.page.$eval("bilan-check", (element, values) => void Object.assign(element, values), values);
    await set({ language: "not a tag" });
    assert.match(await v.state("error"), /language tag/);
    await set({ language: "", published: "next week" });
    assert.match(await v.state("error"), /publication date/);
    await assert.rejects(v.read(), /publication date/);
    assert.equal(await v.text(), ENGLISH);
    await set({ published: "" });
    await v.state("ready");
  }));

test("the house list switches a check off", () =>
  visit("house", async (v) => {
    await v.paste(ENGLISH);
    assert.ok((await ids(v)).includes("casualty-no-count"));
    await v.page.$eval("bilan-check", (element) => (element.house = { checks: { "casualty-no-count": "off" } }));
    await v.read();
    assert.ok(!(await ids(v)).includes("casualty-no-count"));
  }));

const problems = (v) => v.page.$$eval("bilan-check >>> [part=problem]", (lines) => lines.map((line) => line.textContent));

test("a bad entry of the house list is told above the cards, and the rest applies", () =>
  visit("bad-house", async (v) => {
    await v.paste(ENGLISH);
    assert.deepEqual(await problems(v), []);
    const set = (house) => v.page.$eval("bilan-check", (element, house) => void (element.house = house), house);
    await set({ checks: { "casualty-no-cuont": "off", "casualty-count-withheld": "off" }, partys: ["A"] });
    const report = await v.read();
    await v.state("ready");
    const said = await problems(v);
    assert.deepEqual(said, report.problems);
    assert.equal(said.length, 2);
    assert.match(said.join(), /“casualty-no-cuont”; the nearest is “casualty-no-count”.*“partys”/);
    assert.ok((await ids(v)).includes("casualty-no-count") && !(await ids(v)).includes("casualty-count-withheld"));
    await v.page.click("[data-interface=fr]");
    await v.read();
    assert.match((await problems(v)).join(), /le plus proche est/);
    await set(null);
    await v.read();
    assert.deepEqual(await problems(v), []);
    await v.page.$eval("bilan-check", (element) => {
      const house = { parties: [] };
      house.parties.push(house);
      element.house = house;
    });
    assert.equal((await v.read()).problems.length, 1, "a list that holds itself");
  }));

test("the house list is an attribute, too", () =>
  visit("house-attribute", async (v) => {
    await v.paste(ENGLISH);
    const set = (json) => v.page.$eval("bilan-check", (element, json) => element.setAttribute("house", json), json);
    await set('{"checks": {"casualty-no-count": "off"}}');
    assert.deepEqual((await v.read()).problems, []);
    assert.ok(!(await ids(v)).includes("casualty-no-count"));
    await set("casualty-no-count");
    assert.match((await v.read()).problems.join(), /^The house list is not a table .+\.$/);
    assert.ok((await ids(v)).includes("casualty-no-count"));
    await v.page.$eval("bilan-check", (element) => element.removeAttribute("house"));
    assert.deepEqual((await v.read()).problems, []);
  }));

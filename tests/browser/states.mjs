// Every state that the page can be in, one after the other, by what a person does. Ids are the same in both languages.
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

export const STATES = ["to-check", "asked", "confirmed", "corrected", "softened", "cut", "unverifiable", "not-applicable"];

const drawn = (v) => v.page.$eval("bilan-check", (element) => element.updateComplete);
const press = async (v, selector) => ((await v.in(selector)).evaluate((one) => one.click()), drawn(v));
const choose = async (v, selector, value) => ((await v.in(selector)).select(value), drawn(v));

async function tab(v, name) {
  await press(v, `#tab-${name}`);
  await v.in(`#panel-${name}:not([hidden]) > *`);
}

/** Gives a file field a file of these words. */
export async function give(v, selector, name, words) {
  const file = path.join(tmpdir(), `bilan-${process.pid}-${name}`);
  await writeFile(file, words);
  await (await v.in(selector)).uploadFile(file);
}

/**
 * Calls `see(name)` in each state, in an order in which one leads to the next. The page is the site's own, empty; the
 * article is in `language`, or in that of the interface.
 */
export async function walk(v, see, language = "") {
  await v.state("empty");
  await see("empty");
  await v.page.select("#language", language);
  await v.page.click("#example");
  const { cards, folded } = await v.read();
  await see("cards");
  const all = cards.length + folded.length;

  // The cards, and what is noted on them.
  await v.page.$$eval("bilan-check >>> details", (all) => all.forEach((one) => (one.open = true)));
  await drawn(v);
  await v.page.$eval("bilan-check", (element, states) =>
    states.forEach((state, card) => element.note(card, {
      state, note: `9 / ${card}`, initials: "x. y.", ...(state === "confirmed" && { source: { kind: "document", reference: "7", obtained: "2025-03-12" } }),
    })), STATES.slice(0, all - 1));
  await v.page.waitForFunction(async () => {
    const element = document.querySelector("bilan-check");
    return (await element.documents()).some(({ document }) => document === element.documentId);
  });
  await see("states");
  await press(v, "#card-2 .words");
  for (const [card, state] of STATES.entries()) {
    if (card >= all - 1) break;
    await press(v, `#note-toggle-${card}`);
    await see(`note ${state}`, card === 2);
    await press(v, `#note-toggle-${card}`);
  }
  await choose(v, `#state-${all - 1}`, "confirmed");
  await v.in(`#refusal-${all - 1}`);
  await see("refused");
  await choose(v, `#state-${all - 1}`, "asked");
  for (const filter of ["settled", "open", "warning"]) {
    await choose(v, "#filter", filter);
    await see(`filter ${filter}`, false);
  }
  await choose(v, "#filter", "all");

  // Words that go take their note along.
  const words = await v.page.$eval("bilan-check >>> #card-0", (card) => card.querySelector(".words").textContent);
  const text = await v.text();
  await v.page.$eval("bilan-check", (element, rest) => (element.text = rest), text.slice(text.indexOf("\n\n") + 2));
  await v.read();
  await tab(v, "notes");
  await v.in(".orphans");
  await see("notes", true, words);
  await press(v, "#forget");
  await see("forget");
  await press(v, "#forget-no");
  await give(v, "#import", "bad.json", "{");
  await v.in(".flaws");
  await see("import refused");
  await give(v, "#import", "flawed.json", JSON.stringify({ schema: 1, document: 5, notes: [{ id: "", state: "true" }] }));
  await v.page.waitForFunction(() => document.querySelector("bilan-check").shadowRoot.querySelectorAll(".flaws li").length > 2);
  await see("import flawed");

  for (const panel of ["voices", "figures", "quotations", "dates"]) {
    await tab(v, panel);
    if (panel === "voices") {
      await v.page.$$eval("bilan-check >>> .picture details", (all) => all.forEach((one) => (one.open = true)));
      await (await v.in(".strip")).focus();
      await v.in(".frame-line");
    }
    await see(panel);
  }
  await v.page.$eval("#published", (input) => {
    input.value = "";
    input.dispatchEvent(new Event("change"));
  });
  await v.read();
  await see("dates unpublished");

  await tab(v, "versions");
  await see("versions");
  await give(v, ".versions input[type=file]", "old.txt", "\0\x01\x02");
  await v.in(".versions [role=alert]");
  await see("versions refused");
  await (await v.in("#older")).evaluate((field, text) => {
    field.value = text;
    field.dispatchEvent(new Event("input"));
  }, text.replace("41", "39").replaceAll(/« |“/g, "$&x").split("\n\n").reverse().join("\n\n"));
  await drawn(v);
  await press(v, ".versions [type=submit]");
  await v.in(".rows");
  await (await v.in(".versions input[type=checkbox]").catch(() => null))?.click();
  await see("compared");
  await tab(v, "handover");
  await see("handover");
  await v.page.evaluate(() => (navigator.clipboard.writeText = () => Promise.resolve()));
  await press(v, "#copy-questions");
  await see("copied", false);

  // Another draft, and what is kept of the first.
  await tab(v, "cards");
  await v.page.click("#clear");
  await v.state("empty");
  await v.page.waitForSelector("#drafts:not([hidden])");
  await v.page.$eval("#drafts", (drafts) => (drafts.open = true));
  await see("drafts");

  // What cannot be read.
  await v.page.$eval("bilan-check", (element) => (element.text = "a".repeat(1_000_001)));
  await v.state("error");
  await v.page.$eval("bilan-check", (element) => (element.text = ""));
  await v.state("empty");
  await see("emptied", false);
  await v.page.$eval("bilan-check", (element) => void Object.assign(element, { text: "<p>\ud83d x</p>", language: "not a tag" }));
  await v.state("error");
  await see("bad language");
  await v.page.$eval("bilan-check", (element) => void Object.assign(element, { language: "de", house: { partys: [] } }));
  await v.state("ready");
  await see("basic");
}

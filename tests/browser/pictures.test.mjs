// What a person would rather look at than read: who says what, figures, quotations, dates.
import { test } from "node:test";
import assert from "node:assert/strict";
import { visit } from "./browser.mjs";

const FRENCH = `L’armée valdienne a affirmé jeudi avoir tué des dizaines de rebelles près du col de Brane. Le Front de la Lande a reconnu de lourdes pertes sans donner de bilan.

L’hôpital de Sorvel a reçu au moins 23 blessés, selon sa directrice, Jeanne Marchal. Parmi les 9 morts figurent trois enfants, d’après elle.

« Nous ne céderons pas un seul mètre de cette vallée », avait dit le ministre de la Défense, Paul Aubert, mardi 12 mars 2025 à Sorvel.

Le marché compte 40 étals : 22 de fruits et 15 de poisson. Le pont sera reconstruit pour 12 millions d’euros.

« Tout est calme », lit-on sur un mur.
`;

const ENGLISH = `The Valdian army said on Thursday it had killed dozens of rebels near the Brane pass. The Heath Front acknowledged heavy losses without giving a number.

The hospital in Sorvel took in 23 wounded: 15 soldiers and 7 civilians, its director, Jean Marchal, said. “The wards are full,” she said.

“We will not give up one more metre of this valley,” Defence Minister Paul Aubert had said on Tuesday 12 March 2025.

Aubert vowed they “will not give up another metre”.

The bridge will be rebuilt for about 12 million euros, 30% of the budget. The market was founded in 1921.
`;

const PUBLISHED = "2025-03-14";
const TABS = ["voices", "figures", "quotations", "dates"];

/** Reads `text` as published on a day, and opens a panel. */
async function open(v, text, panel, published = PUBLISHED) {
  await v.page.$eval("bilan-check", (element, published) => (element.published = published), published);
  const report = await v.paste(text);
  await show(v, panel);
  return report;
}

async function show(v, panel) {
  await (await v.in(`#tab-${panel}`)).click();
  await v.in(`#panel-${panel}:not([hidden]) > *`);
}

/** The text of every element that `selector` names inside the element, on one line each. */
const texts = (v, selector) =>
  v.page.$$eval(`bilan-check >>> ${selector}`, (found) => found.map((one) => one.textContent.replace(/\s+/gu, " ").trim()));

/** A table as rows of cells, by what a screen reader takes for cells. */
const rows = (v, selector) =>
  v.page.$$eval(`bilan-check >>> ${selector} tbody tr:not(.group)`, (found) =>
    found.map((row) => [...row.cells].map((cell) => cell.textContent.replace(/\s+/gu, " ").trim())));

const words = (text, { start, end }) => text.slice(start, end);

test("the strip has a segment for each sentence, and says who vouches for it", async () => {
  for (const [language, text, kinds] of [
    ["fr", FRENCH, ["party", "official", "official", "official", "party", "paper", "paper", "paper"]],
    ["en", ENGLISH, ["party", "party", "official", "official", "party", "party", "paper", "paper"]],
  ]) {
    await visit(`strip-${language}`, async (v) => {
      const report = await open(v, text, "voices");
      assert.deepEqual(report.voices.map(({ by }) => by), kinds);
      const segments = await v.page.$$eval("bilan-check >>> .segment", (all) => all.map((one) => ({
        by: one.dataset.by,
        fill: one.querySelector(".fill").getAttribute("fill"),
        band: one.querySelector(".band") !== null,
        label: one.getAttribute("aria-label"),
      })));
      assert.deepEqual(segments.map(({ by }) => by), kinds);
      assert.deepEqual(segments.map(({ band }) => band), report.voices.map(({ losses }) => losses));
      for (const [i, { fill, label }] of segments.entries()) {
        assert.equal(fill, `url(#voice-${kinds[i]})`);
        assert.ok(label.includes(words(text, report.sentences[i]).slice(0, 20)), label);
        const name = report.sources.find(({ id }) => id === report.voices[i].source)?.name;
        if (name) assert.ok(label.includes(name), label);
      }
    }, { language });
  }
});

test("segments are as long as their sentences, and fill their rows", () =>
  visit("lengths", async (v) => {
    const report = await open(v, ENGLISH, "voices");
    const widths = await v.page.$$eval("bilan-check >>> .segment", (all) =>
      all.map((one) => [...one.querySelectorAll(":scope > svg")].reduce((sum, piece) => sum + Number.parseFloat(piece.getAttribute("width")), 0)));
    const each = report.sentences.map(({ start, end }, i) => widths[i] / (end - start));
    assert.ok(Math.max(...each) / Math.min(...each) < 1.1, `${each}`);
    const [strip, last] = await v.page.$eval("bilan-check", (element) =>
      [".strip", ".segment:last-child > svg:last-child"].map((part) => element.shadowRoot.querySelector(part).getBoundingClientRect().right));
    assert.ok(Math.abs(strip - last) < 2, `${strip} ${last}`);
  }));

test("one tab stop: arrows go from sentence to sentence, Enter to the text, Escape back", () =>
  visit("strip-keys", async (v) => {
    const report = await open(v, ENGLISH, "voices");
    const strip = await v.in(".strip");
    const at = () => strip.evaluate((strip) => strip.getAttribute("aria-activedescendant"));
    await (await v.in("#tab-voices")).focus();
    await v.page.keyboard.press("Tab");
    assert.equal(await v.focused(), "strip");
    assert.equal(await at(), "segment-0");
    for (const [key, index] of [["ArrowRight", 1], ["ArrowDown", 2], ["End", 7], ["ArrowRight", 7], ["Home", 0], ["ArrowRight", 1], ["ArrowLeft", 0], ["ArrowRight", 1]]) {
      await v.page.keyboard.press(key);
      assert.equal(await at(), `segment-${index}`, key);
    }
    const [looked] = await texts(v, ".look");
    assert.match(looked, /The Heath Front.*party to the matter.*Tells of losses.*heavy losses.*Sentence 2 of 8/);
    await v.page.keyboard.press("Enter");
    assert.equal(await v.focused(), "text");
    assert.equal(await (await v.in("textarea")).evaluate((field) => field.selectionStart), report.sentences[1].start);
    assert.deepEqual(await v.marked("selected"), [words(ENGLISH, report.sentences[1])]);
    await v.page.keyboard.press("Escape");
    assert.equal(await v.focused(), "strip");
    await v.page.keyboard.press("Tab");
    assert.notEqual(await v.focused(), "strip", "the segments are no stops of their own");
  }));

test("pointing at a segment shows its sentence, a click goes there, also after an edit above it", () =>
  visit("strip-mouse", async (v) => {
    const report = await open(v, ENGLISH, "voices");
    await (await v.in("#segment-4 .fill")).hover();
    assert.match((await texts(v, ".look"))[0], /Paul Aubert.*one more metre/);
    await v.page.$eval("bilan-check", (element) => {
      const field = element.shadowRoot.querySelector("textarea");
      field.setRangeText("Tonight, ", 0, 0);
      field.dispatchEvent(new Event("input"));
    });
    await (await v.in("#segment-4 .fill")).click();
    assert.equal(await (await v.in("textarea")).evaluate((field) => field.selectionStart), report.sentences[4].start + "Tonight, ".length);
    assert.deepEqual(await v.marked("selected"), [words(ENGLISH, report.sentences[4])]);
  }));

test("sources are ranked by their share of the text, parties marked by a word; a click goes to the first mention", () =>
  visit("speakers", async (v) => {
    const report = await open(v, ENGLISH, "voices");
    const listed = await v.page.$$eval("bilan-check >>> .speakers > li", (all) => all.map((one) => ({
      text: one.textContent.replace(/\s+/gu, " "), share: Number.parseFloat(one.querySelector(".part").textContent),
    })));
    assert.deepEqual(listed.map(({ share }) => share), listed.map(({ share }) => share).toSorted((a, b) => b - a));
    assert.ok(Math.abs(listed.reduce((sum, { share }) => sum + share, 0) - 100) <= listed.length, "they are all of the text");
    for (const { name, party } of report.sources) {
      const one = listed.find(({ text }) => text.toLowerCase().includes(name.toLowerCase()));
      assert.equal(one?.text.includes("party to the matter"), party, name);
    }
    const aubert = report.sources.find(({ name }) => name.includes("Aubert"));
    const place = await v.page.waitForSelector(`bilan-check >>> .speakers ::-p-text(Paul Aubert)`);
    await place.click();
    assert.equal(await (await v.in("textarea")).evaluate((field) => field.selectionStart), aubert.mentions[0].start);
  }));

test("what the whole article is like stands above the strip", () =>
  visit("headline", async (v) => {
    const text = "The Valdian army said it had killed dozens of rebels. The Heath Front said its fighters had killed dozens of soldiers.";
    const { overview } = await open(v, text, "voices");
    assert.ok(overview.length > 0);
    const lines = await texts(v, ".headline");
    assert.deepEqual(lines.toSorted(), overview.filter(({ id }) => ["one-side", "no-number"].includes(id)).map(({ message }) => message).toSorted());
    await open(v, ENGLISH, "voices");
    assert.match((await texts(v, ".deck"))[0], /^3 sentences tell of losses: 2 on the word of a party, 1 on the word of an official body\.$/);
  }));

test("behind the strip stands a table", () =>
  visit("strip-table", async (v) => {
    const report = await open(v, ENGLISH, "voices");
    await (await v.in(".who details summary")).click();
    await v.in(".who details tbody tr");
    const table = await rows(v, ".who details");
    assert.equal(table.length, report.sentences.length);
    assert.deepEqual(table.map(([number, , who, losses]) => [number, who, losses]).slice(1, 3), [
      ["2", "Party to the matter, The Heath Front", "yes"],
      ["3", "Official, its director, Jean Marchal", "yes"],
    ]);
  }));

test("the ledger has every figure with bound, kind, source and date; what is not counted is an empty cell", async () => {
  await visit("figures-en", async (v) => {
    await open(v, ENGLISH, "figures");
    const army = "The Valdian army party to the matter";
    const front = "The Heath Front party to the matter";
    const hospital = "Its director, Jean Marchal";
    assert.deepEqual(await rows(v, ".ledger"), [
      ["dozens of rebels", "vague the words allow ≥ 24", "dead", army, "no date"],
      ["heavy losses", "withheld", "losses of any kind", front, "no date"],
      ["without giving a number", "withheld", "losses of any kind", front, "no date"],
      ["23 wounded", "23", "wounded", hospital, "no date"],
      ["15 soldiers", "15", "wounded", hospital, "no date"],
      ["7 civilians", "7", "wounded", hospital, "no date"],
      ["about 12 million euros", "≈ 12,000,000 euros", "money", "no source", "no date"],
      ["30%", "30%", "per cent", "no source", "no date"],
    ]);
    assert.deepEqual(await texts(v, ".ledger .group"), ["Losses", "Money", "Per cent"]);
    assert.deepEqual(await texts(v, ".sums .reckoning"), ["15 + 7 = 22 · the text says 23"]);
    const hatched = await v.page.$$eval("bilan-check >>> .ledger td", (cells) =>
      cells.filter((cell) => getComputedStyle(cell).backgroundImage.includes("gradient")).map((cell) => cell.textContent.trim().split(/\s+/u)[0]));
    assert.deepEqual(hatched, ["vague", "withheld", "withheld", "no", "no"]);
  });
  await visit("figures-fr", async (v) => {
    await open(v, FRENCH, "figures");
    assert.deepEqual((await rows(v, ".ledger")).map(([words, value]) => [words, value]), [
      ["des dizaines de rebelles", "vague au sens des mots, ≥ 20"],
      ["de lourdes pertes", "non communiqué"],
      ["sans donner de bilan", "non communiqué"],
      ["au moins 23 blessés", "≥ 23"],
      ["9 morts", "9"],
      ["trois enfants", "3"],
      ["12 millions d’euros", "12 000 000 euros"],
      ["40 étals", "40"],
      ["22", "22"],
      ["15", "15"],
    ]);
    assert.deepEqual(await texts(v, ".sums .reckoning"), ["22 + 15 = 37 · le texte dit 40"], "a sum that the text gets wrong, and not that of children among the dead");
  }, { language: "fr" });
});

test("losses without any count are an empty cell of their own", () =>
  visit("uncounted", async (v) => {
    const { uncounted } = await open(v, "The Valdian army suffered heavy losses near the Brane pass, residents said.", "figures");
    assert.equal(uncounted.length, 1);
    assert.deepEqual((await rows(v, ".ledger")).map(([words, value]) => [words, value]), [["heavy losses", "no count"]]);
  }));

test("a figure with a day or a range says so, and leads to its words", () =>
  visit("figures-values", async (v) => {
    const text = "Residents said between 200 and 300 people were hurt on 10 March 2025.";
    const { figures } = await open(v, text, "figures");
    const [[, value, , , date]] = await rows(v, ".ledger");
    assert.deepEqual([value, date], ["200–300", "10 Mar 2025"]);
    await (await v.in(".ledger tbody .place")).click();
    assert.deepEqual(await v.marked("selected"), [words(text, figures[0].span)]);
    assert.equal(await v.focused(), "text");
  }));

test("narrow or wide, the ledger is a table for a screen reader", async () => {
  for (const width of [320, 1280]) {
    await visit(`figures-${width}`, async (v) => {
      await open(v, ENGLISH, "figures");
      const panel = await v.in("#panel-figures");
      const find = (node, role) => [...(node.role === role ? [node] : []), ...(node.children ?? []).flatMap((child) => find(child, role))];
      const tree = await v.page.accessibility.snapshot({ root: panel, interestingOnly: false });
      const [table] = find(tree, "table");
      assert.match(table.name, /8 figures, 3 without a number/);
      assert.deepEqual(find(table, "columnheader").map(({ name }) => name), ["Words", "Value", "Kind", "Source", "Date"]);
      const data = find(table, "row").map((row) => find(row, "cell").length + find(row, "rowheader").length);
      assert.deepEqual(data, [0, 1, 5, 5, 5, 5, 5, 5, 1, 5, 1, 5]);
      assert.ok(await v.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing is wider than the window");
    }, { width });
  }
});

test("quotations stand by speaker, those without one first; a fragment that is not in the fuller quotation is marked", async () => {
  await visit("quotations-en", async (v) => {
    await open(v, ENGLISH, "quotations");
    assert.deepEqual(await texts(v, ".speaker h3"), ["Defence Minister Paul Aubert party to the matter", "Its director, Jean Marchal"]);
    assert.deepEqual(await texts(v, ".speaker blockquote"), [
      "“We will not give up one more metre of this valley,”", "they “will not give up another metre”", "“The wards are full,”",
    ]);
    assert.deepEqual(await texts(v, "blockquote b"), ["“will not give up another metre”"], "in a mixed one the quoted words are set apart");
    const [mismatch, ...others] = await texts(v, ".speaker .differs");
    assert.match(mismatch, /“will not give up another metre” Not the same words as in “We will not give up one more metre of this valley,”/);
    assert.deepEqual(others, []);
    assert.match((await texts(v, ".speaker li > p"))[0], /quoted · Tuesday/);
  });
  await visit("quotations-fr", async (v) => {
    const report = await open(v, FRENCH, "quotations");
    const speakers = await v.page.$$eval("bilan-check >>> .speaker", (all) => all.map((one) => one.className.includes("unattributed")));
    assert.deepEqual(speakers, [true, false]);
    assert.match((await texts(v, ".speaker"))[0], /^Sans auteur Personne n’est nommé pour ces mots\. 1 citation « Tout est calme »/);
    await (await v.in(".unattributed blockquote button")).click();
    const nobodys = report.attributions.find(({ form, speaker }) => form !== "indirect" && speaker === null);
    assert.equal(await (await v.in("textarea")).evaluate((field) => field.selectionStart), nobodys.content[0].start);
  }, { language: "fr" });
});

test("each date has its day and weekday; one that does not fit is marked, one that cannot be told is open", async () => {
  await visit("dates-fr", async (v) => {
    await open(v, FRENCH, "dates");
    assert.deepEqual(await texts(v, ".publication"), ["Publication vendredi 14 mars 2025"]);
    assert.deepEqual(await rows(v, ".dates"), [
      ["jeudi", "jeudi 13 mars 2025"],
      ["mardi 12 mars 2025", "mercredi 12 mars 2025 ≠ le texte dit mardi"],
    ]);
  }, { language: "fr" });
  await visit("dates-en", async (v) => {
    const text = "The hall burnt down on Monday. It had reopened on Friday 17 January 2025, after works from 3 to 7 June 2024, and was built in 1921.";
    await open(v, text, "dates", "");
    const [[monday, open1], friday, works, built] = await rows(v, ".dates");
    assert.deepEqual([monday, open1], ["Monday", "open needs the publication date"]);
    assert.deepEqual(friday, ["Friday 17 January 2025", "Friday, 17 January 2025 ✓ the weekday fits"]);
    assert.match(works[1], /^Monday,? 3.*Friday,? 7 June 2024$/);
    assert.equal(built[1], "1921");
    assert.match((await texts(v, ".publication"))[0], /^Published Not given/);
    await open(v, text, "dates", "2025-03");
    assert.equal((await rows(v, ".dates"))[0][1], "open needs the day of publication");
    await open(v, text, "dates", "2025-03-14");
    assert.equal((await rows(v, ".dates"))[0][1], "Monday, 10 March 2025");
  });
});

test("a text without figures, quotations or dates says so in each panel", () =>
  visit("bare", async (v) => {
    for (const [panel, said] of [["figures", /no figures/], ["quotations", /no quotations/], ["dates", /no dates/]]) {
      await open(v, "The library is open.", panel);
      assert.match((await texts(v, `#panel-${panel}`))[0], said);
    }
  }));

test("of a long text a part is drawn at once, the rest when asked for", () =>
  visit("long", async (v) => {
    const count = 5000;
    const text = "The mayor said 12 men died on 3 March 2025. ".repeat(count).trim();
    await v.page.$eval("bilan-check", (element, text) => (element.text = text), text);
    const report = await v.read();
    assert.equal(report.sentences.length, count);
    await show(v, "voices");
    const segments = () => v.page.$eval("bilan-check", (element) => element.shadowRoot.querySelectorAll(".segment").length);
    assert.equal(await segments(), 600);
    await (await v.in(".who > .rest")).click();
    await v.page.waitForFunction((count) => document.querySelector("bilan-check").shadowRoot.querySelectorAll(".segment").length === count, {}, count);
    for (const panel of ["figures", "dates"]) {
      await show(v, panel);
      assert.equal((await rows(v, `#panel-${panel}`)).length, 200);
    }
  }));

test("axe finds nothing in any panel, light or dark", async () => {
  for (const [language, text] of [["en", ENGLISH], ["fr", FRENCH]]) {
    await visit(`axe-pictures-${language}`, async (v) => {
      await open(v, text, "voices");
      await (await v.in(".who details summary")).click();
      await v.in(".who details tbody tr");
      await (await v.in(".strip")).focus();
      for (const panel of TABS) {
        await show(v, panel);
        assert.deepEqual(await v.axe(), [], panel);
      }
    }, { language });
  }
});

test("nothing is told by colour alone: each kind in the strip has a pattern of its own, and a letter or none", () =>
  visit("patterns", async (v) => {
    await open(v, ENGLISH, "voices");
    const tiles = await v.page.$$eval("bilan-check >>> pattern", (all) => all.map((one) => [one.id, [...one.children].map(({ localName, attributes }) =>
      localName + [...attributes].map(({ value }) => value)).join()]));
    assert.equal(tiles.length, 8);
    assert.equal(new Set(tiles.map(([, drawing]) => drawing)).size, tiles.length);
    const letters = await v.page.$$eval("bilan-check >>> .key .swatch", (all) => all.map((one) => one.textContent.trim()));
    assert.equal(new Set(letters).size, letters.length - 1, "paper and losses are blank, the others differ");
  }));

test("on paper every panel is seen", () =>
  visit("print", async (v) => {
    await open(v, ENGLISH, "dates");
    await v.page.emulateMediaType("print");
    await v.in("#panel-voices .segment");
    for (const panel of TABS) {
      const box = await (await v.in(`#panel-${panel}`)).boundingBox();
      assert.ok(box && box.height > 50, panel);
    }
    assert.equal(await v.page.$eval("bilan-check", (element) => element.shadowRoot.querySelectorAll(".segment").length), 8);
  }));

test("a page that runs from right to left turns no bound round", () =>
  visit("rtl", async (v) => {
    await v.page.evaluate(() => (document.documentElement.dir = "rtl"));
    await open(v, "The hospital took in at least 23 wounded.", "figures");
    const [value] = await v.page.$$eval("bilan-check >>> .ledger .value", (cells) => cells.map((cell) => [cell.textContent, getComputedStyle(cell).direction]));
    assert.deepEqual(value, ["≥\u00a023", "ltr"]);
  }));

// Everything by keyboard: to every control and away from it, with the focus never lost, and each message said once.
import { test } from "node:test";
import assert from "node:assert/strict";
import { equip, focus } from "./access.mjs";
import { visit } from "./browser.mjs";
import { ENGLISH, FRENCH } from "./articles.mjs";
import { give } from "./states.mjs";

const prepare = (page) => page.setBypassCSP(true);

async function keys(v, ...pressed) {
  for (const key of pressed) {
    const [name, shift] = key.startsWith("Shift+") ? [key.slice(6), true] : [key, false];
    if (shift) await v.page.keyboard.down("Shift");
    await v.page.keyboard.press(name);
    if (shift) await v.page.keyboard.up("Shift");
    await v.page.$eval("bilan-check", (element) => element.updateComplete);
  }
}

/** Waits until the focus is where `at` says: an id, or what it begins with. */
async function arrives(v, at) {
  for (const until = Date.now() + 5_000; ; await new Promise((resolve) => setTimeout(resolve, 30))) {
    const now = await focus(v.page);
    if (now === at || (at.endsWith("*") && now.startsWith(at.slice(0, -1)))) return;
    if (Date.now() > until) assert.equal(now, at);
  }
}

/** Puts the focus on something as a keyboard does, and presses Enter on it. */
async function enter(v, selector) {
  await (await v.in(selector)).evaluate((one) => one.focus());
  await keys(v, "Enter");
}

/** What live regions said since the last call; each change of the text of one is a message. */
async function hear(v) {
  await v.page.evaluate(() => {
    window.heard = [];
    const { shadowRoot } = document.querySelector("bilan-check");
    const told = new Map();
    const look = () => {
      for (const live of shadowRoot.querySelectorAll("[role=status], [role=alert]")) {
        const text = live.checkVisibility() ? live.textContent.replace(/\s+/g, " ").trim() : "";
        if (told.get(live) !== text && text) window.heard.push(text);
        told.set(live, text);
      }
    };
    look();
    window.heard = [];
    new MutationObserver(look).observe(shadowRoot, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  return () => v.page.evaluate(() => window.heard.splice(0));
}

const page = (name, act, options) => visit(name, async (v) => (await equip(v.page), act(v)), { prepare, ...options });

test("from the text to a card, its state, its note, and back", () =>
  page("journey", async (v) => {
    await v.paste(ENGLISH);
    await (await v.in("textarea#text")).evaluate((field) => field.setSelectionRange(0, 0));
    const heard = await hear(v);
    await keys(v, "F8");
    const [first, ...more] = await heard();
    assert.match(first, /^Verify: “.*heavy casualties.*”\. /);
    assert.deepEqual(more, []);
    assert.equal(await focus(v.page), "text");
    await keys(v, "Escape");
    await arrives(v, "card-*");
    await keys(v, "j", "k");
    const card = await focus(v.page);
    const n = card.replace("card-", "");
    await keys(v, "s");
    await arrives(v, `state-${n}`);
    await keys(v, "a"); // “Asked”
    await v.in(`#${card} .note[data-state=asked]`);
    assert.equal(await focus(v.page), `state-${n}`);
    await keys(v, "Escape");
    await arrives(v, card);
    await keys(v, "n");
    await arrives(v, `note-${n}`);
    await v.page.keyboard.type("Who counted?");
    await keys(v, "Escape");
    await arrives(v, card);
    await keys(v, "Enter");
    await arrives(v, "text");
    await keys(v, "Escape");
    await arrives(v, card);
    assert.match((await v.page.$eval("bilan-check", (element) => element.notes))[0].note.note, /Who counted\?/);
    for (let i = 0; i < 12; i++) await keys(v, "Enter", "F8");
    assert.equal((await heard()).at(-1), "There is no further mark in this direction.");
  }));

/** Every stop of the Tab key from the first control of the page on, or from its last one backwards, until it leaves the page. */
async function stops(v, key) {
  const start = key === "Tab" ? "[data-interface=fr]" : "#reference";
  await v.page.focus(start);
  const found = [await focus(v.page)];
  for (let i = 0; i < 400; i++) {
    await keys(v, key);
    const at = await focus(v.page);
    // Out of the page, or, where nothing is around it, at its beginning again.
    if (at === "" || (await v.page.evaluate((start) => document.activeElement.matches(start), start))) return found;
    found.push(at);
  }
  throw new Error(`The Tab key does not leave: ${found.slice(-6)}`);
}

test("Tab goes to everything and out again, forwards and backwards, in every panel", { timeout: 120_000 }, () =>
  page("stops", async (v) => {
    await v.page.click("#example");
    await v.read();
    await v.page.$eval("bilan-check", (element) => element.note(0, { state: "not-applicable", note: "x" }));
    for (const [panel, within] of Object.entries({
      cards: ["filter", "card *", "words"], notes: ["import", "forget"], voices: ["strip"], figures: ["place quoted"],
      quotations: ["place quoted"], dates: ["place quoted"], versions: ["older"], handover: ["download-session", "copy-claims"],
    })) {
      await (await v.in(`#tab-${panel}`)).evaluate((tab) => tab.click());
      const there = await stops(v, "Tab");
      for (const name of ["heading", "language", "published", "example", "clear", "text", `tab-${panel}`, "reference", ...within]) {
        assert.ok(there.some((at) => at === name || (name.endsWith("*") && `${at} `.startsWith(name.slice(0, -1)))) || (name === "card *" && there.some((at) => /^card-\d/.test(at))), `${panel}: ${name} in ${there}`);
      }
      assert.equal(there.filter((at) => at.startsWith("tab-")).length, 1, `one stop for all tabs: ${there}`);
      const back = await stops(v, "Shift+Tab");
      assert.deepEqual([...new Set(back)].sort(), [...new Set(there)].sort(), `${panel}, backwards`);
    }
  }));

test("arrows go round the tabs, and the focus goes with them", () =>
  page("tabs", async (v) => {
    await v.paste(ENGLISH);
    await (await v.in("#tab-cards")).focus();
    const round = [];
    for (let i = 0; i < 8; i++) {
      await keys(v, "ArrowRight");
      const at = await focus(v.page);
      round.push(at);
      await v.in(`#${at.replace("tab", "panel")}:not([hidden]) > *`);
    }
    assert.equal(new Set(round).size, 8);
    assert.equal(round.at(-1), "tab-cards");
    await keys(v, "ArrowLeft");
    assert.equal(await focus(v.page), "tab-handover");
    await keys(v, "Home");
    assert.equal(await focus(v.page), "tab-cards");
  }));

test("the focus stays when a card is settled, and when the filter leaves nothing", () =>
  page("settled", async (v) => {
    await v.paste(ENGLISH);
    await (await v.in("#state-0")).evaluate((state) => state.focus());
    await v.page.$eval("bilan-check", (element) => element.note(0, { state: "not-applicable" }));
    await (await v.in("#filter")).select("settled");
    await (await v.in("#filter")).focus();
    assert.equal((await v.cards()).length, 1);
    await (await v.in("#state-0")).evaluate((state) => state.focus());
    await keys(v, "t"); // “To check”
    await v.in(".note[data-state=to-check]");
    assert.equal(await focus(v.page), "state-0", "the card stays under the hands");
    await v.in("#filter");
    await v.paste(`${ENGLISH}\nMore.`);
    assert.ok((await v.cards()).length > 1, "a filter that would leave nothing is given up");
  }));

test("the focus stays when notes are removed, put on a card, and forgotten", () =>
  page("removed", async (v) => {
    await v.paste(ENGLISH);
    await v.page.$eval("bilan-check", (element) => [0, 1, 2].forEach((card) => element.note(card, { note: `Note ${card}.` })));
    await v.page.$eval("bilan-check", (element) => (element.text = "Nobody spoke.\n\nThe army acknowledged heavy losses without giving a number."));
    await v.read();
    await (await v.in("#tab-notes")).evaluate((tab) => tab.click());
    const left = () => v.page.$$eval("bilan-check >>> .others li", (all) => all.length);
    const before = await left();
    assert.ok(before >= 2);
    await enter(v, ".others [data-remove]");
    await arrives(v, "plain");
    assert.equal(await left(), before - 1);
    assert.equal(await v.page.$eval("bilan-check", (element) => "remove" in element.shadowRoot.activeElement.dataset), true, "the next one");
    for (let i = before - 1; i > 0; i--) await enter(v, ".others [data-remove]");
    await arrives(v, "forget");
    const heard = await hear(v);
    await keys(v, "Enter");
    await arrives(v, "forget-no");
    await keys(v, "Enter");
    await arrives(v, "forget");
    await keys(v, "Enter", "Tab", "Enter");
    await arrives(v, "forget");
    assert.deepEqual((await heard()).filter((said) => /deleted/.test(said)).length, 1);
  }));

test("without a text the last note leads on to the field", () =>
  page("last", async (v) => {
    await v.paste(ENGLISH);
    await v.page.$eval("bilan-check", (element) => element.note(0, { note: "One." }));
    await v.page.$eval("bilan-check", (element) => (element.text = ""));
    await v.state("empty");
    await enter(v, "[data-remove]");
    await arrives(v, "text");
  }));

test("the focus goes to what was compared, and back to the field", () =>
  page("compare-focus", async (v) => {
    await v.paste(ENGLISH);
    await (await v.in("#tab-versions")).evaluate((tab) => tab.click());
    await (await v.in("#older")).focus();
    await v.page.keyboard.type("The army acknowledged no losses.");
    await keys(v, "Tab", "Enter");
    await arrives(v, "compared");
    await keys(v, "Tab", "Enter");
    await arrives(v, "older");
  }));

test("a button that draws the rest leads on to the rest", () =>
  page("rest", async (v) => {
    const lines = Array.from({ length: 230 }, (_, n) => `The army said it had killed ${n + 12} rebels, and dozens of guards.`);
    await v.page.$eval("bilan-check", (element, text) => (element.text = text), lines.join("\n\n"));
    await v.read();
    await enter(v, ".cards + .plain");
    await arrives(v, "card-150");
    await (await v.in("#tab-figures")).evaluate((tab) => tab.click());
    const drawn = await v.page.$$eval("bilan-check >>> [data-figure]", (rows) => rows.length);
    await enter(v, "#panel-figures .rest");
    await arrives(v, "place*");
    const at = await v.page.$eval("bilan-check", ({ shadowRoot }) => [...shadowRoot.querySelectorAll("[data-figure]")].indexOf(shadowRoot.activeElement.closest("tr")));
    assert.equal(at, drawn);
  }));

test("a draft that is followed, and a reading that is asked for again, keep the focus", () =>
  page("again", async (v) => {
    await v.paste(ENGLISH);
    await v.page.$eval("bilan-check", (element) => element.note(0, { note: "One." }));
    await v.page.waitForFunction(async () => (await document.querySelector("bilan-check").documents()).length === 1);
    await v.page.click("#clear");
    await v.paste(FRENCH);
    await v.page.$eval("bilan-check", (element) => element.note(0, { note: "Deux." }));
    await v.page.waitForFunction(async () => (await document.querySelector("bilan-check").documents()).length === 2);
    await v.page.waitForSelector("#drafts:not([hidden])");
    await v.page.$eval("#drafts", (drafts) => (drafts.open = true));
    await v.page.focus("#drafts a");
    await keys(v, "Enter");
    await v.page.waitForFunction((text) => document.querySelector("bilan-check").text === text, {}, ENGLISH);
    await arrives(v, "summary");
    const [worker] = v.page.workers();
    await worker.evaluate(() => {
      for (const way of ["encode", "encodeInto"]) TextEncoder.prototype[way] = () => { throw new WebAssembly.RuntimeError("unreachable"); };
    });
    await v.paste(`${FRENCH}🙂`).catch(() => {});
    await v.state("error");
    await enter(v, "[data-again]");
    await arrives(v, "status");
    await v.state("ready");
  }, { errors: null }));

test("each message is said once, and typing alone says nothing", () =>
  page("said", async (v) => {
    await v.state("empty");
    const heard = await hear(v);
    await v.paste(ENGLISH);
    const [found, ...others] = (await heard()).filter((said) => !/^(Getting ready|Reading)/.test(said));
    assert.match(found, /points? to verify/);
    assert.deepEqual(others, []);
    await (await v.in("textarea#text")).type(" and so on");
    await v.read();
    assert.deepEqual(await heard(), []);
    await (await v.in("#state-0")).select("confirmed");
    await v.in("#refusal-0");
    assert.deepEqual(await heard(), ["Nothing is confirmed without a source: give its reference, and this is set to “Confirmed”."]);
    await arrives(v, "reference-0");
    await (await v.in("#tab-notes")).evaluate((tab) => tab.click());
    await give(v, "#import", "none.json", "{");
    await v.in(".flaws");
    assert.equal((await heard()).filter((said) => said === "Nothing was taken in: The file is not JSON.").length, 1);
    await (await v.in("#tab-handover")).evaluate((tab) => tab.click());
    await v.page.evaluate(() => (navigator.clipboard.writeText = () => Promise.resolve()));
    await enter(v, "#copy-questions");
    await v.page.waitForFunction(() => window.heard.length > 0);
    assert.deepEqual(await heard(), ["Copied."]);
  }));

test("nothing glides for those who asked for less of it", () =>
  page("calm", async (v) => {
    await v.page.evaluate(() => {
      window.ways = [];
      const scroll = Element.prototype.scrollIntoView;
      Element.prototype.scrollIntoView = function (options) {
        window.ways.push(options?.behavior ?? "auto");
        return scroll.call(this, options);
      };
    });
    const walk = async () => {
      await v.paste(Array.from({ length: 20 }, () => ENGLISH).join("\n"));
      await (await v.in("textarea#text")).evaluate((field) => field.setSelectionRange(0, 0));
      await keys(v, "F8", "F8", "F8");
      return v.page.evaluate(() => window.ways.splice(0));
    };
    assert.ok(!(await walk()).includes("smooth"));
    await v.page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "no-preference" }]);
    assert.ok((await walk()).includes("smooth"), "there is something to do without");
    assert.equal(await v.page.$eval("bilan-check", ({ shadowRoot }) => [...shadowRoot.querySelectorAll("*")].filter((one) => {
      const { animationName, transitionDuration } = getComputedStyle(one);
      return animationName !== "none" || transitionDuration !== "0s";
    }).length), 0);
  }));

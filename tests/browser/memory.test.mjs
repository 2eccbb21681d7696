// A checker's notes: on their cards through edits, reloads and crashes, and said so where they cannot be kept.
import { test } from "node:test";
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { visit } from "./browser.mjs";
import { ENGLISH } from "./articles.mjs";

const desk = (attributes = `document-id="story-1"`, more = "") =>
  `<!doctype html><html lang="en"><title>Desk</title>${more}<script type="module" src="/bilan.js"></script><main><h1>Desk</h1><bilan-check ${attributes}></bilan-check></main>`;

/** A page with one document, as a host makes it. */
const at = (attributes, more) => ({ path: "desk.html", pages: { "/desk.html": desk(attributes, more) } });

const drawn = (page) => page.$eval("bilan-check", (element) => element.updateComplete);

/** Index of the card whose words match. */
async function cardOn(page, words) {
  const found = await page.$eval("bilan-check", (element, words) => {
    const cards = [...element.shadowRoot.querySelectorAll(".card")];
    return cards.find((card) => card.querySelector(".words").textContent.includes(words))?.dataset.index ?? null;
  }, words);
  assert.notEqual(found, null, `there is a card on “${words}”`);
  return found;
}

/** What the note on a card shows. */
async function noteOn(page, words) {
  const index = await cardOn(page, words);
  return page.$eval(`bilan-check >>> #card-${index} .note`, (note) => ({
    state: note.dataset.state,
    shown: note.querySelector("select").selectedOptions[0].textContent,
    brief: note.querySelector(".brief")?.textContent ?? "",
    saved: note.querySelector(".saved")?.textContent ?? "",
    refusal: note.querySelector("[role='alert']")?.textContent ?? "",
  }));
}

/** Waits until the note on a card holds `text`. */
async function waitNote(page, words, text) {
  // Frames are not drawn in a tab that is behind another: so by the clock.
  await page.waitForFunction((words, text) => {
    const cards = [...document.querySelector("bilan-check").shadowRoot.querySelectorAll(".card")];
    const card = cards.find((card) => card.querySelector(".words").textContent.includes(words));
    return card?.querySelector(".note").textContent.includes(text);
  }, { polling: 50 }, words, text);
}

/** Waits until everything is on the disk. */
const saved = (page, words) => waitNote(page, words, "Saved ");

/** Opens the note of a card by keyboard, and types into it. */
async function write(page, words, text) {
  const index = await cardOn(page, words);
  await page.$eval(`bilan-check >>> #card-${index}`, (card) => card.focus());
  await page.keyboard.press("n");
  await page.waitForFunction((id) => document.querySelector("bilan-check").shadowRoot.activeElement?.id === id, {}, `note-${index}`);
  await page.keyboard.type(text);
  await page.keyboard.press("Escape");
  await page.waitForFunction((id) => document.querySelector("bilan-check").shadowRoot.activeElement?.id === id, {}, `card-${index}`);
}

async function setState(page, words, state) {
  const index = await cardOn(page, words);
  await (await page.waitForSelector(`bilan-check >>> #state-${index}`)).select(state);
  await drawn(page);
  return index;
}

async function typeInto(page, selector, text) {
  const field = await page.waitForSelector(`bilan-check >>> ${selector}`);
  await field.focus();
  await field.evaluate((field) => field.select());
  await page.keyboard.type(text);
  await drawn(page);
}

/** Puts `text` where `before` stands in the article, as a person who selects it and types. */
async function replaceIn(v, before, text) {
  const field = await v.in("textarea#text");
  await field.focus();
  await field.evaluate((field, before, text) => {
    const start = field.value.indexOf(before);
    field.setSelectionRange(start, start + before.length);
    document.execCommand(text === "" ? "delete" : "insertText", false, text);
  }, before, text);
  return v.read();
}

const panel = async (page) => {
  await (await page.waitForSelector("bilan-check >>> #tab-notes")).click();
  await page.waitForSelector("bilan-check >>> .memory");
};

/** Text of every entry of a list in the panel of notes. */
const entries = (page, list) =>
  page.$eval("bilan-check", (element, list) => [...element.shadowRoot.querySelectorAll(`.memory .${list} > li`)].map((li) => li.textContent), list);

const reload = async (v, text = ENGLISH) => {
  await v.page.reload();
  return text === null ? v.read() : v.paste(text);
};

test("a note is there again after a reload, on its card", () =>
  visit("memory-reload", async (v) => {
    await v.paste(ENGLISH);
    await write(v.page, "heavy casualties", "Ask the bureau for a number.");
    await setState(v.page, "heavy casualties", "asked");
    await saved(v.page, "heavy casualties");
    await reload(v);
    await waitNote(v.page, "heavy casualties", "Ask the bureau for a number.");
    const note = await noteOn(v.page, "heavy casualties");
    assert.equal(note.state, "asked");
    assert.equal(note.shown, "Asked");
    assert.match(note.saved, /^Saved \d/);
  }, at()));

test("another document has notes of its own, and finds them when it comes back", () =>
  visit("memory-documents", async (v) => {
    await v.paste(ENGLISH);
    await write(v.page, "heavy casualties", "First story.");
    await saved(v.page, "heavy casualties");
    await v.page.$eval("bilan-check", (element) => (element.documentId = "story-2"));
    await v.page.waitForFunction(() => !document.querySelector("bilan-check").shadowRoot.querySelector(".note .brief"));
    await v.page.$eval("bilan-check", (element) => (element.documentId = "story-1"));
    await waitNote(v.page, "heavy casualties", "First story.");
  }, at()));

test("a note stays with its words when the text above is edited, when its paragraph moves, and when a word of it changes", () =>
  visit("memory-edits", async (v) => {
    await v.paste(ENGLISH);
    await write(v.page, "dozens of guards", "Who counted?");
    await replaceIn(v, "The schools will reopen after the holidays.", "The schools and the library will reopen after the long holidays.");
    assert.match((await noteOn(v.page, "dozens of guards")).brief, /Who counted/);
    await replaceIn(v, "dozens of guards", "dozens of border guards");
    assert.match((await noteOn(v.page, "dozens of border guards")).brief, /Who counted/);
    // Cut and put at the end.
    const [first, , third] = (await v.text()).split("\n\n");
    await replaceIn(v, `${third}\n\n`, "");
    await panel(v.page);
    assert.match((await entries(v.page, "orphans"))[0], /dozens of border guards[^]*Who counted/);
    const field = await v.in("textarea#text");
    await field.evaluate((field, third) => {
      field.focus();
      field.setSelectionRange(field.value.length, field.value.length);
      document.execCommand("insertText", false, `\n\n${third}`);
    }, third);
    await v.read();
    await (await v.in("#tab-cards")).click();
    assert.match((await noteOn(v.page, "dozens of border guards")).brief, /Who counted/);
    assert.ok((await v.text()).indexOf(first) < (await v.text()).indexOf("border guards"));
  }, at()));

test("a note finds its words in a text that was edited while it was away", () =>
  visit("memory-away", async (v) => {
    await v.paste(ENGLISH);
    await write(v.page, "dozens of guards", "Who counted?");
    await saved(v.page, "dozens of guards");
    const edited = ENGLISH.replace("The rebels said they had killed dozens of guards.", "The rebels said that they had killed dozens of young guards.");
    await reload(v, `Upper Mirande was quiet on Monday.\n\n${edited}`);
    await waitNote(v.page, "dozens of young guards", "Who counted?");
    const index = await cardOn(v.page, "dozens of young guards");
    const changed = await v.page.$eval(`bilan-check >>> #card-${index} .note`, (note) => note.textContent);
    assert.match(changed, /words were changed since they were noted/);
  }, at()));

test("words that are gone are listed with their note, and come back with them", () =>
  visit("memory-orphan", async (v) => {
    await v.paste(ENGLISH);
    await write(v.page, "dozens of guards", "Who counted?");
    await replaceIn(v, "The rebels said they had killed dozens of guards. ", "");
    await panel(v.page);
    const [orphan] = await entries(v.page, "orphans");
    assert.match(orphan, /dozens of guards[^]*To check[^]*Who counted\?/);
    await (await v.in("textarea#text")).focus();
    await v.page.keyboard.down("Control");
    await v.page.keyboard.press("z");
    await v.page.keyboard.up("Control");
    await v.read();
    assert.deepEqual(await entries(v.page, "orphans"), []);
    await (await v.in("#tab-cards")).click();
    assert.match((await noteOn(v.page, "dozens of guards")).brief, /Who counted/);
  }, at()));

test("an orphan is put on a chosen card, or removed", () =>
  visit("memory-attach", async (v) => {
    await v.paste(ENGLISH);
    await write(v.page, "dozens of guards", "Who counted?");
    await write(v.page, "heavy casualties", "Second note.");
    await replaceIn(v, "The rebels said they had killed dozens of guards.", "Nobody spoke.");
    const index = await cardOn(v.page, "heavy losses");
    await (await v.in(`#card-${index} .grade`)).click();
    await panel(v.page);
    await (await v.in(".orphans [data-attach]")).click();
    await drawn(v.page);
    assert.deepEqual(await entries(v.page, "orphans"), []);
    await (await v.in("#tab-cards")).click();
    assert.match((await noteOn(v.page, "heavy losses")).brief, /Who counted/);
    await replaceIn(v, "The garrison took heavy casualties on Sunday near Upper Mirande, residents said.", "It rained.");
    await panel(v.page);
    await (await v.in(".orphans [data-remove]")).click();
    await drawn(v.page);
    assert.deepEqual(await entries(v.page, "orphans"), []);
    await (await v.in("#tab-cards")).click();
    await saved(v.page, "heavy losses");
    await reload(v, await v.text());
    await waitNote(v.page, "heavy losses", "Who counted?");
    await panel(v.page);
    assert.deepEqual(await entries(v.page, "orphans"), []);
  }, at()));

test("what is flagged no more is listed as such while its words stand", () =>
  visit("memory-unflagged", async (v) => {
    await v.paste(ENGLISH);
    await write(v.page, "heavy casualties", "House rule allows it.");
    const checks = (await v.read()).flags.map(({ check }) => check);
    await v.page.$eval("bilan-check", (element, checks) => (element.house = { checks: Object.fromEntries(checks.map((id) => [id, "off"])) }), checks);
    await v.read();
    await panel(v.page);
    assert.match((await entries(v.page, "unflagged"))[0], /heavy casualties[^]*House rule allows it/);
    assert.deepEqual(await entries(v.page, "orphans"), []);
  }, at()));

test("nothing is confirmed without the reference of a source, and nothing typed is lost", () =>
  visit("memory-confirm", async (v) => {
    await v.paste(ENGLISH);
    const words = "heavy casualties";
    const index = await setState(v.page, words, "confirmed");
    let note = await noteOn(v.page, words);
    assert.equal(note.state, "to-check", "it is not confirmed");
    assert.match(note.refusal, /Nothing is confirmed without a source/);
    assert.equal(await v.focused(), `reference-${index}`, "what is missing has the focus");
    const described = await v.page.$eval(`bilan-check >>> #reference-${index}`, (field) => field.getAttribute("aria-describedby").split(" ").map((id) => field.getRootNode().getElementById(id)?.textContent).join(" "));
    assert.ok(described.startsWith(note.refusal), described);
    await typeInto(v.page, `#note-${index}`, "Seen at the hospital.");
    assert.equal((await noteOn(v.page, words)).state, "to-check");
    await typeInto(v.page, `#reference-${index}`, "Hospital register, page 12");
    note = await noteOn(v.page, words);
    assert.equal(note.state, "confirmed");
    assert.equal(note.refusal, "");
    await saved(v.page, words);
    // The reference of what is confirmed cannot be taken away.
    await typeInto(v.page, `#reference-${index}`, "x");
    await v.page.keyboard.press("Backspace");
    await drawn(v.page);
    assert.match((await noteOn(v.page, words)).refusal, /needs the reference/);
    await reload(v);
    await waitNote(v.page, words, "Seen at the hospital.");
    note = await noteOn(v.page, words);
    assert.equal(note.state, "confirmed");
    assert.match(note.brief, /Document, x/);
    assert.equal((await v.marked("done")).filter((words) => words.includes("heavy casualties")).length > 0, true, "its mark is the quiet one");
    assert.match(await v.page.$eval("bilan-check >>> .progress", (line) => line.textContent), /^1 of \d+ settled$/);
  }, at()));

test("S and N lead to state and note, and Escape back to the card", () =>
  visit("memory-keys", async (v) => {
    await v.paste(ENGLISH);
    const index = await cardOn(v.page, "heavy casualties");
    await (await v.in(`#card-${index}`)).focus();
    await v.page.keyboard.press("s");
    await v.page.waitForFunction((id) => document.querySelector("bilan-check").shadowRoot.activeElement?.id === id, {}, `state-${index}`);
    await v.page.keyboard.type("Asked");
    await v.page.keyboard.press("Escape");
    await drawn(v.page);
    assert.equal(await v.focused(), `card-${index}`);
    assert.equal((await noteOn(v.page, "heavy casualties")).state, "asked");
    await write(v.page, "heavy casualties", "jkns"); // letters that are keys elsewhere
    assert.match((await noteOn(v.page, "heavy casualties")).brief, /jkns/);
    assert.equal(await v.text(), ENGLISH);
  }, at()));

test("initials are remembered in this browser", () =>
  visit("memory-initials", async (v) => {
    await v.paste(ENGLISH);
    await write(v.page, "heavy casualties", "a");
    const index = await cardOn(v.page, "heavy casualties");
    await (await v.in(`#note-toggle-${index}`)).click();
    await typeInto(v.page, `#initials-${index}`, "AK");
    await reload(v);
    await write(v.page, "dozens of guards", "b");
    assert.match((await noteOn(v.page, "dozens of guards")).saved, /^AK/);
  }, at()));

test("what was typed the moment before a crash is there afterwards", () =>
  visit("memory-crash", async (v) => {
    await v.paste(ENGLISH);
    const words = "heavy casualties";
    const index = await cardOn(v.page, words);
    await (await v.in(`#card-${index}`)).focus();
    await v.page.keyboard.press("n");
    await v.page.waitForFunction((id) => document.querySelector("bilan-check").shadowRoot.activeElement?.id === id, {}, `note-${index}`);
    await v.page.keyboard.type("The register says fourteen");
    const client = await v.page.createCDPSession();
    const other = await v.page.browserContext().newPage();
    client.send("Page.crash").catch(() => {});
    await new Promise((resolve) => v.page.once("error", resolve));
    await other.goto(`${v.site.url}desk.html`);
    await other.waitForSelector("bilan-check >>> textarea#text");
    await other.$eval("bilan-check", (element, text) => (element.text = text), ENGLISH);
    await other.$eval("bilan-check", (element) => element.report());
    await waitNote(other, words, "The register says fourteen");
  }, at()));

test("two tabs on one document see each other's notes and lose none", () =>
  visit("memory-tabs", async (v) => {
    await v.paste(ENGLISH);
    const other = await v.page.browserContext().newPage();
    other.setDefaultTimeout(15_000);
    await other.goto(`${v.site.url}desk.html`);
    await other.waitForSelector("bilan-check >>> textarea#text");
    await other.$eval("bilan-check", (element, text) => (element.text = text), ENGLISH);
    await other.$eval("bilan-check", (element) => element.report());
    await v.page.bringToFront();
    await write(v.page, "heavy casualties", "From the first tab.");
    await waitNote(other, "heavy casualties", "From the first tab.");
    await other.bringToFront();
    await write(other, "dozens of guards", "From the second tab.");
    await waitNote(v.page, "dozens of guards", "From the second tab.");
    // One note in both at the same moment: whoever comes second, both tabs and the disk have the same.
    const pages = [[v.page, "One number."], [other, "Another number."]];
    const moment = Date.now() + 1000;
    await Promise.all(pages.map(async ([page, text]) => {
      const index = await cardOn(page, "heavy casualties");
      await page.evaluate(async (index, text, moment) => {
        const root = document.querySelector("bilan-check").shadowRoot;
        root.querySelector(`#note-toggle-${index}`).click();
        await document.querySelector("bilan-check").updateComplete;
        while (Date.now() < moment) await new Promise((resolve) => setTimeout(resolve, 1));
        const field = root.querySelector(`#note-${index}`);
        field.value = text;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        await document.querySelector("bilan-check").updateComplete;
        root.querySelector(`#note-toggle-${index}`).click();
      }, index, text, moment);
      await saved(page, "heavy casualties");
    }));
    await new Promise((resolve) => setTimeout(resolve, 500)); // for the tabs to hear of each other
    const [one, two] = await Promise.all(pages.map(async ([page]) => (await noteOn(page, "heavy casualties")).brief));
    assert.equal(one, two, "the tabs agree");
    assert.match(one, /number\./);
    await reload(v);
    await waitNote(v.page, "dozens of guards", "From the second tab.");
    assert.equal((await noteOn(v.page, "heavy casualties")).brief, one);
  }, at()));

/** What a button has the browser save, read as JSON. */
const exported = async (v, button) => JSON.parse((await v.downloaded(async () => (await v.in(button)).click())).content);

test("where nothing may be kept, it says so and offers the export", () =>
  visit("memory-forbidden", async (v) => {
    await v.paste(ENGLISH);
    assert.match(await v.page.$eval("bilan-check >>> [part='storage']", (notice) => notice.textContent), /allows nothing to be kept/);
    await write(v.page, "heavy casualties", "Kept in this page alone.");
    assert.match((await noteOn(v.page, "heavy casualties")).saved, /Not saved/);
    const session = await exported(v, "[part='storage'] [data-export]");
    assert.equal(session.notes[0].note, "Kept in this page alone.");
  }, {
    ...at(),
    prepare: (page) => page.evaluateOnNewDocument(() => {
      IDBFactory.prototype.open = () => { throw new DOMException("The operation is insecure.", "SecurityError"); };
    }),
  }));

test("in a sandboxed frame notes last as long as the page, and it says so", () =>
  visit("memory-sandbox", async (v) => {
    const frame = await (await v.page.waitForSelector("iframe")).contentFrame();
    await frame.waitForSelector("bilan-check >>> textarea#text");
    await frame.waitForFunction(() => document.querySelector("bilan-check").shadowRoot.textContent.includes("allows nothing to be kept"));
    const index = await cardOn(frame, "heavy casualties");
    await (await frame.waitForSelector(`bilan-check >>> #state-${index}`)).select("asked");
    await waitNote(frame, "heavy casualties", "Not saved");
  }, {
    path: "host.html",
    pages: {
      "/host.html": `<!doctype html><html lang="en"><title>Host</title><iframe title="Bilan" width="1000" height="800" sandbox="allow-scripts" src="/desk.html"></iframe>`,
      "/desk.html": desk(`document-id="story-1" text="The garrison took heavy casualties on Sunday, residents said."`),
    },
  }));

test("with the storage full nothing is lost from the page, and it is written when there is room again", () => {
  let client;
  const room = (quota) => (_, { url }) => client.send("Storage.overrideQuotaForOrigin", { origin: new URL(url).origin, ...quota });
  return visit("memory-full", async (v) => {
    await v.paste(ENGLISH);
    await write(v.page, "dozens of guards", "There is no room for this.");
    await v.page.waitForSelector("bilan-check >>> [data-problem='full']");
    assert.match((await noteOn(v.page, "dozens of guards")).saved, /Not saved/);
    const session = await exported(v, "[part='storage'] [data-export]");
    assert.equal(session.notes[0].note, "There is no room for this.");
    await room({})(v.page, v.site);
    await write(v.page, "dozens of guards", " More.");
    await saved(v.page, "dozens of guards");
    assert.equal(await v.page.$("bilan-check >>> [data-problem]"), null);
    await reload(v);
    await waitNote(v.page, "dozens of guards", "There is no room for this.");
  }, {
    ...at(),
    // Before the first use: the browser remembers for a while how much room it has found.
    prepare: async (page, site) => {
      client = await page.createCDPSession();
      await room({ quotaSize: 1 })(page, site);
    },
  });
});

test("what cannot be read is left as it is, and told", () =>
  visit("memory-broken", async (v) => {
    await v.paste(ENGLISH);
    await write(v.page, "heavy casualties", "Good.");
    await saved(v.page, "heavy casualties");
    const damage = (store, change) => v.page.evaluate((store, change) => new Promise((resolve, reject) => {
      const opening = indexedDB.open("bilan");
      opening.onsuccess = () => {
        const transaction = opening.result.transaction(store, "readwrite");
        transaction.objectStore(store).put(change);
        transaction.oncomplete = () => (opening.result.close(), resolve());
        transaction.onabort = reject;
      };
    }), store, change);
    const look = (store) => v.page.evaluate((store) => new Promise((resolve) => {
      const opening = indexedDB.open("bilan");
      opening.onsuccess = () => {
        const all = opening.result.transaction(store).objectStore(store).getAll();
        all.onsuccess = () => (opening.result.close(), resolve(all.result));
      };
    }), store);
    await damage("notes", { document: "story-1", id: "damaged", note: { id: "damaged", state: "guessed" } });
    await reload(v);
    await waitNote(v.page, "heavy casualties", "Good.");
    assert.match(await v.page.$eval("bilan-check", (element) => element.shadowRoot.textContent), /1 note on this machine cannot be read/);
    await write(v.page, "dozens of guards", "Another.");
    await saved(v.page, "dozens of guards");
    assert.equal((await look("notes")).find(({ id }) => id === "damaged").note.state, "guessed", "it was not written over");
    await damage("sessions", { schema: 7, document: "story-1", future: true });
    await reload(v);
    await v.page.waitForSelector("bilan-check >>> [data-problem='broken']");
    await write(v.page, "heavy casualties", "New.");
    assert.match((await noteOn(v.page, "heavy casualties")).saved, /Not saved/);
    assert.deepEqual(await look("sessions"), [{ schema: 7, document: "story-1", future: true }]);
  }, at()));

test("a document is forgotten after a question, whole, in every tab", () =>
  visit("memory-forget", async (v) => {
    await v.paste(ENGLISH);
    await write(v.page, "heavy casualties", "Secret source.");
    await saved(v.page, "heavy casualties");
    await panel(v.page);
    await (await v.in("#forget")).click();
    await v.page.waitForFunction(() => document.querySelector("bilan-check").shadowRoot.activeElement?.id === "forget-no");
    await v.page.keyboard.press("Enter");
    await drawn(v.page);
    assert.match(await v.page.$eval("bilan-check >>> #tab-notes .count", (count) => count.textContent), /1/);
    await (await v.in("#forget")).click();
    await (await v.in("#forget-yes")).click();
    await v.page.waitForFunction(() => document.querySelector("bilan-check").shadowRoot.querySelector(".kept").textContent.includes("is deleted"));
    const left = await v.page.evaluate(() => new Promise((resolve) => {
      const opening = indexedDB.open("bilan");
      opening.onsuccess = () => {
        const transaction = opening.result.transaction(["sessions", "notes"]);
        const all = ["sessions", "notes"].map((name) => transaction.objectStore(name).getAll());
        transaction.oncomplete = () => (opening.result.close(), resolve(all.flatMap(({ result }) => result)));
      };
    }));
    assert.deepEqual(left, []);
    await reload(v);
    assert.equal((await noteOn(v.page, "heavy casualties")).brief, "");
  }, at(`document-id="story-1" keep-text`)));

test("the article is kept where the page asks for it, and nowhere else", () =>
  visit("memory-text", async (v) => {
    await v.paste(ENGLISH);
    await v.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    assert.deepEqual(await v.page.$eval("bilan-check", (element) => element.documents()), [], "without a note nothing is kept");
    await write(v.page, "heavy casualties", "Note.");
    await v.page.waitForFunction(() => new Promise((resolve) => {
      const opening = indexedDB.open("bilan");
      opening.onsuccess = () => {
        const all = opening.result.transaction("sessions").objectStore("sessions").getAll();
        all.onsuccess = () => (opening.result.close(), resolve(all.result.some(({ text }) => text?.includes("Upper Mirande"))));
      };
    }));
    await reload(v, null);
    await v.page.waitForFunction((text) => document.querySelector("bilan-check").text === text, {}, ENGLISH);
    await v.page.$eval("bilan-check", (element) => {
      element.keepText = false;
      element.documentId = "story-3";
    });
    await write(v.page, "heavy casualties", "Note.");
    await saved(v.page, "heavy casualties");
    const texts = await v.page.evaluate(() => new Promise((resolve) => {
      const opening = indexedDB.open("bilan");
      opening.onsuccess = () => {
        const all = opening.result.transaction("sessions").objectStore("sessions").getAll();
        all.onsuccess = () => (opening.result.close(), resolve(Object.fromEntries(all.result.map(({ document, text }) => [document, text]))));
      };
    }));
    assert.equal(texts["story-3"], null);
    assert.equal(texts["story-1"], ENGLISH);
  }, at(`document-id="story-1" keep-text`)));

test("dismissals are counted by check, once, and taken back", () =>
  visit("memory-dismissed", async (v) => {
    await v.paste(ENGLISH);
    const index = await setState(v.page, "heavy casualties", "not-applicable");
    const checks = (await v.cards()).find(({ id }) => id === `card-${index}`).checks;
    await write(v.page, "heavy casualties", "House style."); // says nothing about the count
    await saved(v.page, "heavy casualties");
    const counted = async () => {
      await panel(v.page);
      const counts = await v.page.$eval("bilan-check", (element) =>
        Object.fromEntries([...element.shadowRoot.querySelectorAll(".dismissed > li")].map((li) => [li.dataset.check, li.querySelector("b").textContent])));
      await (await v.in("#tab-cards")).click();
      return counts;
    };
    assert.deepEqual(await counted(), Object.fromEntries([...new Set(checks)].map((check) => [check, "1 time"])));
    await v.page.$eval("bilan-check", (element) => (element.documentId = "story-2"));
    await setState(v.page, "heavy casualties", "not-applicable");
    await saved(v.page, "heavy casualties");
    await reload(v);
    await waitNote(v.page, "heavy casualties", "Saved ");
    assert.deepEqual([...new Set(Object.values(await counted()))], ["2 times"], "both stories");
    await setState(v.page, "heavy casualties", "to-check");
    await v.page.$eval("bilan-check", (element) => (element.documentId = "story-2"));
    await waitNote(v.page, "heavy casualties", "Saved ");
    await setState(v.page, "heavy casualties", "to-check");
    assert.deepEqual(await counted(), {});
  }, at()));

test("a session is taken in whole, or refused with a sentence for each flaw", () =>
  visit("memory-import", async (v) => {
    await v.paste(ENGLISH);
    await write(v.page, "heavy casualties", "From here.");
    await panel(v.page);
    const session = await exported(v, ".kept [data-export]");
    const folder = await mkdtemp(path.join(os.tmpdir(), "bilan-import-"));
    const take = async (content) => {
      const file = path.join(folder, "session.json");
      await writeFile(file, typeof content === "string" ? content : JSON.stringify(content));
      await (await v.in("#import")).uploadFile(file);
      return v.page.waitForFunction(() => {
        const said = document.querySelector("bilan-check").shadowRoot.querySelector(".kept [role='status']").textContent.trim();
        return said !== "" && said !== window.lastSaid ? (window.lastSaid = said) : null;
      }).then((handle) => handle.jsonValue());
    };
    try {
      assert.match(await take("{"), /Nothing was taken in:[^]*not JSON/);
      assert.match(await take({ ...session, schema: 2 }), /another version/);
      assert.match(await take([]), /holds no session/);
      const flawed = structuredClone(session);
      flawed.notes[0].state = "true";
      flawed.notes[0].note = "x".repeat(100_000);
      flawed.notes[0].anchor.start = -1;
      flawed.notes.push({ ...structuredClone(session.notes[0]), id: "new", state: "confirmed" });
      const said = await take(flawed);
      for (const where of ["notes[0].state", "notes[0].note", "notes[0].anchor.start", "notes[1].source"]) assert.ok(said.includes(where), `${where}: ${said}`);
      assert.equal((await entries(v.page, "orphans")).length, 0, "nothing was taken in half");
      const good = structuredClone(session);
      good.notes[0] = { ...good.notes[0], note: "From elsewhere <b>", time: "2099-01-01T00:00:00.000+00:00" };
      assert.match(await take(good), /1 note taken in/);
      await (await v.in("#tab-cards")).click();
      await waitNote(v.page, "heavy casualties", "From elsewhere <b>");
      await reload(v);
      await waitNote(v.page, "heavy casualties", "From elsewhere <b>");
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, at()));

test("without an id notes last while the page does, and it says so", () =>
  visit("memory-no-id", async (v) => {
    await v.paste(ENGLISH);
    assert.equal(await v.page.$("bilan-check >>> [part='storage']"), null, "there is nothing to lose yet");
    await write(v.page, "heavy casualties", "Only here.");
    assert.match(await v.page.$eval("bilan-check >>> [part='storage']", (notice) => notice.textContent), /gave this document no id/);
    // Taken out of the page and put back, as some editors do.
    await v.page.evaluate(async () => {
      const element = document.querySelector("bilan-check");
      const place = element.parentElement;
      element.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
      place.append(element);
    });
    await v.read();
    await waitNote(v.page, "heavy casualties", "Only here.");
  }, at("")));

test("axe finds nothing in a note, a refusal and the panel of notes", () =>
  visit("memory-axe", async (v) => {
    await v.paste(ENGLISH);
    await setState(v.page, "heavy casualties", "confirmed");
    await setState(v.page, "dozens of guards", "not-applicable");
    await replaceIn(v, "The army acknowledged heavy losses without giving a number.", "");
    assert.deepEqual(await v.axe(), []);
    await panel(v.page);
    await (await v.in("#forget")).click();
    assert.deepEqual(await v.axe(), []);
  }, at()));

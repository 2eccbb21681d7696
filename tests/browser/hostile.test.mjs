// Hosts that do to the element what nobody would: it goes on, and no error reaches the page.
import { test } from "node:test";
import assert from "node:assert/strict";
import { visit } from "./browser.mjs";
import { ENGLISH, FRENCH } from "./articles.mjs";

/** A page of a host with `body`; `act` begins as soon as the element is known. */
const host = (name, body, act) =>
  visit(`hostile-${name}`, async (v) => {
    await v.page.waitForFunction(() => customElements.get("bilan-check"));
    await act(v, (act, ...given) => v.page.evaluate(act, ...given));
  }, {
    path: "host.html",
    pages: { "/host.html": `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title>${body}<script type="module" src="/bilan.js"></script>` },
  });

const AREA = `<form id="form"><textarea id="area" rows="9">${ENGLISH}</textarea><bilan-check for="area"></bilan-check></form>`;
const reads = (v, text) => v.page.waitForFunction((text) => document.querySelector("bilan-check").text === text, {}, text);

test("a field that is replaced by another of the same id is found again", () =>
  host("replaced", AREA, async (v, run) => {
    await reads(v, ENGLISH);
    await run((text) => {
      const other = document.createElement("textarea");
      other.id = "area";
      other.value = text;
      document.getElementById("area").replaceWith(other);
    }, FRENCH);
    await reads(v, FRENCH);
    // Drawn anew with a pause between: taken out first, put in later.
    await run(() => document.getElementById("area").remove());
    await v.state("error");
    await run((text) => document.getElementById("form").insertAdjacentHTML("afterbegin", `<div id="area" contenteditable>${text}</div>`), "The army admitted heavy losses.");
    await reads(v, "The army admitted heavy losses.");
    assert.ok((await v.read()).cards.length > 0);
    await v.state("ready");
  }));

test("an element that goes together with its field leaves without a word, and comes back with it", () =>
  host("together", AREA, async (v, run) => {
    await reads(v, ENGLISH);
    await v.read();
    await run(() => {
      window.form = document.getElementById("form");
      window.form.remove();
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(await run(() => CSS.highlights.size), 0);
    await run(() => document.body.append(window.form));
    await v.state("ready");
    assert.ok(await run(() => CSS.highlights.size > 0));
  }));

test("a place that becomes editable later is read from then on", () =>
  host("later", `<div id="area">The army admitted heavy losses.</div><bilan-check for="area"></bilan-check>`, async (v, run) => {
    assert.match(await v.state("error"), /not a field/);
    await run(() => (document.getElementById("area").contentEditable = "true"));
    await v.state("ready");
  }));

test("no field is bound by what is none; without one the element has its own paper again", () =>
  host("nonsense", `<bilan-check></bilan-check>`, async (v, run) => {
    for (const nonsense of ["42", "true", "Symbol()", "() => 1", "({})", "[]", "({ root: null })", "({ root: 'x' })", "document", "document.createTextNode('x')", "document.title", "new Image()"]) {
      await run((nonsense) => (document.querySelector("bilan-check").field = eval(nonsense)), nonsense);
      const state = nonsense === "document.title" ? /There is no field “Host”/ : /not a field that can be read/;
      assert.match(await v.state("error"), state, nonsense);
    }
    await run(() => (document.querySelector("bilan-check").field = undefined));
    await v.paste(ENGLISH);
    await v.state("ready");
    assert.ok((await v.cards()).length > 0);
  }));

test("attributes that are taken away and properties without a value mean nothing at all", () =>
  host("empty", AREA, async (v, run) => {
    await reads(v, ENGLISH);
    const [language, notes] = await run(async (text) => {
      const element = document.querySelector("bilan-check");
      const attributes = { language: "fr", messages: "fr", published: "2025-03-14", heading: "Les morts de Mirande", "document-id": "one" };
      for (const name in attributes) element.setAttribute(name, attributes[name]);
      await element.report();
      for (const name in attributes) element.removeAttribute(name);
      element.removeAttribute("for");
      element.house = undefined;
      await element.updateComplete;
      element.text = text;
      const { language } = await element.report();
      element.note(0, { state: "asked" });
      return [language, element.session().notes.length];
    }, ENGLISH);
    assert.equal(language, "en");
    assert.equal(notes, 1);
    assert.equal(await run(async () => (await document.querySelector("bilan-check").documents()).length), 0, "nothing is kept without an id");
  }));

test("moved, cloned and taken out while it reads and compares, it answers each time", () =>
  host("restless", `<div id="one"><bilan-check></bilan-check></div><div id="two"></div>`, async (v, run) => {
    const seen = await run(async (texts) => {
      const element = document.querySelector("bilan-check");
      const settled = (promise) => promise.then((value) => (value ? "there" : "none"), (error) => error.constructor.name);
      element.text = texts[0];
      const moved = element.report();
      document.getElementById("two").append(element);
      const compared = settled(element.compare(texts[1]));
      const clone = element.cloneNode(true);
      document.body.append(clone);
      const gone = settled(element.report());
      element.remove();
      const answers = [await settled(moved), await compared !== "none", ["there", "none"].includes(await gone)];
      document.getElementById("one").append(element);
      answers.push(element.text === texts[0], await settled(element.report()), clone.text);
      return answers;
    }, [ENGLISH, FRENCH]);
    assert.ok(["there", "none"].includes(seen.shift()));
    assert.deepEqual(seen, [true, true, true, "there", ""]);
    await v.state("ready", "#one bilan-check");
  }));

test("two elements on one document of one page show the same notes", () =>
  host("twins", `<bilan-check id="one" document-id="twins"></bilan-check><bilan-check id="two" document-id="twins"></bilan-check>`, async (v, run) => {
    await run(async (text) => {
      for (const id of ["one", "two"]) document.getElementById(id).text = text;
      for (const id of ["one", "two"]) await document.getElementById(id).report();
      document.getElementById("one").note(0, { state: "asked", note: "Noted on the first." });
    }, ENGLISH);
    await v.page.waitForFunction(() => document.getElementById("two").notes[0]?.note.note === "Noted on the first.");
    await run(() => document.getElementById("two").note(0, { whom: "the writer" }));
    await v.page.waitForFunction(() => document.getElementById("one").notes[0]?.note.whom === "the writer");
    assert.equal(await run(() => document.getElementById("one").notes.length), 1);
  }));

test("a field that two elements read is marked until both are gone", () =>
  host("shared", `${AREA}<bilan-check for="area" id="second"></bilan-check>`, async (v, run) => {
    await reads(v, ENGLISH);
    await run(() => Promise.all([...document.querySelectorAll("bilan-check")].map((element) => element.report())));
    await v.state("ready", "#second");
    await run(() => document.querySelector("form bilan-check").remove());
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.ok((await v.marked("warning")).concat(await v.marked("error")).length > 0);
    await run(() => document.getElementById("second").remove());
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.equal(await run(() => CSS.highlights.size), 0);
  }));

test("another document while a note is typed: what was typed stays with the first", () =>
  host("turn", `<bilan-check document-id="first"></bilan-check>`, async (v, run) => {
    await v.paste(ENGLISH);
    await v.state("ready");
    await (await v.in("#card-0")).focus();
    await v.page.keyboard.press("n");
    await (await v.in("#note-0")).type("Ask the mayor");
    await run(() => (document.querySelector("bilan-check").documentId = "second"));
    await v.page.keyboard.type(" again");
    assert.deepEqual(await run(() => document.querySelector("bilan-check").notes), []);
    await run(() => (document.querySelector("bilan-check").documentId = "first"));
    await v.page.waitForFunction(() => document.querySelector("bilan-check").notes.some(({ note }) => note.note === "Ask the mayor"));
  }));

test("a megabyte of text with five hundred notes is typed in, handed on and taken in elsewhere", { timeout: 120_000 }, () =>
  host("large", `<bilan-check document-id="large"></bilan-check>`, async (v, run) => {
    const line = (n) => `The rebels killed dozens of guards near Upper Mirande on day ${n}, residents said. ${"The square fills with people. ".repeat(60)}`;
    const text = Array.from({ length: 510 }, (_, n) => line(n)).join("\n\n");
    assert.ok(text.length > 950_000 && text.length < 1_000_000);
    const notes = await run(async (text) => {
      const element = document.querySelector("bilan-check");
      element.text = text;
      const { cards, folded } = await element.report();
      for (let card = 0; card < Math.min(500, cards.length + folded.length); card++) element.note(card, { note: `Note ${card}.` });
      return element.notes.length;
    }, text);
    assert.equal(notes, 500);
    await (await v.in("#text")).evaluate((field) => field.setSelectionRange(0, 0));
    await (await v.in("#text")).focus();
    await v.page.keyboard.type("Now. ");
    const [json, orphans] = await run(async () => {
      const element = document.querySelector("bilan-check");
      await element.report();
      return [await element.export("session"), element.notes.filter(({ span }) => span === null).length];
    });
    assert.equal(orphans, 0);
    // Of another text: every note is there, none has a place, and nothing breaks.
    const lost = await run(async (json, text) => {
      const element = document.querySelector("bilan-check");
      element.documentId = "other";
      element.text = text;
      await element.report();
      element.restore(json);
      return [element.notes.length, element.notes.filter(({ span }) => span === null).length];
    }, json, FRENCH);
    assert.deepEqual(lost, [500, 500]);
    await (await v.in("#tab-notes")).click();
    await v.in(".orphans li");
  }));

test("everything is printed, whatever is open", () =>
  host("print", `<bilan-check></bilan-check>`, async (v, run) => {
    await v.paste(ENGLISH);
    await v.state("ready");
    for (const id of await v.page.$$eval("bilan-check >>> .tab", (tabs) => tabs.map(({ id }) => id))) {
      await (await v.in(`#${id}`)).click();
      await run(() => dispatchEvent(new Event("beforeprint")));
      const empty = await v.page.$$eval("bilan-check >>> .panel", (panels) => panels.filter((panel) => panel.children.length < 2).map((panel) => panel.id));
      assert.deepEqual(empty, [], id);
      await run(() => dispatchEvent(new Event("afterprint")));
      assert.equal(await v.page.$$eval("bilan-check >>> .panel:not([hidden])", (panels) => panels.length), 1);
    }
  }));

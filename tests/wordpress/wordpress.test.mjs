// What a person does in a real WordPress, with the block editor in the page and with the one in a frame.
import { test } from "node:test";
import assert from "node:assert/strict";
import { ENGLISH } from "../browser/articles.mjs";
import { confirm, expected, handsOn, isConfirmed, isListed, SETTLED } from "../browser/checker.mjs";
import { withWordPress } from "./wordpress.mjs";

const TITLE = "Fighting near Upper Mirande";
const ARTICLE = ENGLISH.trim().split("\n\n");
const WHOLE = ARTICLE.join("\n\n");

/** Nothing in it is for an editor to verify. */
const ABOVE = "The mayor opened the doors. ";

/** What WordPress would save at each step of one day’s work. */
async function work(wordpress, at = {}) {
  const steps = [];
  const step = async () => steps.push(await wordpress.saved());
  await wordpress.begin(TITLE);
  await wordpress.write(ARTICLE);
  await step();
  await wordpress.saveDraft();
  await at.written?.();
  await wordpress.pause();
  await wordpress.caretTo("Home");
  await wordpress.keyboard.type(ABOVE);
  await step();
  await at.above?.();
  await wordpress.undoTo(steps[0]);
  await at.undone?.();
  return steps;
}

for (const name of ["plain", "iframed"]) {
  test(`${name} block editor: marks and notes follow what is written, and nothing else changes`, { timeout: 240_000 }, () =>
    withWordPress(name, async (wordpress) => {
      const { page } = wordpress;
      const alone = await work(wordpress);
      await wordpress.activate();

      let isSettled = () => false;
      const marked = async (written) => {
        const { report, text } = await wordpress.reportOn(written);
        assert.deepEqual(await wordpress.marks("error", "warning", "info", "done"), expected(report, text, isSettled), "marks lie on their words");
        return report;
      };
      const steps = await work(wordpress, {
        written: async () => {
          await wordpress.toggle();
          const report = await marked(WHOLE);
          assert.equal(await page.$eval("bilan-check", ({ field }) => field.root.ownerDocument !== document), name === "iframed");
          await isListed(wordpress, report, WHOLE);
          await wordpress.shot("read");
          await confirm(wordpress, SETTLED);
          isSettled = (words) => words.includes(SETTLED);
          await marked(WHOLE);
          await leadsIntoText(wordpress);
          await leadsToCard(wordpress);
          assert.equal(await wordpress.isDirty(), false, "what a checker notes is no change of the post");
          await wordpress.shot("confirmed");
        },
        above: () => marked(ABOVE + WHOLE),
        undone: () => marked(WHOLE),
      });
      assert.deepEqual(steps, alone, "WordPress saves what it saves without the plugin");

      await wordpress.pause();
      await wordpress.caretTo("Home");
      await wordpress.keyboard.type(ABOVE);
      await wordpress.saveDraft();
      await page.reload();
      await wordpress.ready();
      await wordpress.toggle();
      await marked(ABOVE + WHOLE);
      await isConfirmed(wordpress, SETTLED);
      assert.equal(await wordpress.saved(), steps[1]);
      assert.equal(await wordpress.isDirty(), false);
      assert.deepEqual(await page.$$eval(".components-notice", (notices) => notices.map((notice) => notice.textContent)), [], "no other version is offered");
      await handsOn(wordpress);
      await keepsUndo(wordpress);
      await comesAnew(wordpress, () => marked(ABOVE + WHOLE));
      await isOfPost(wordpress);
      await readsTexts(wordpress);
      await leaves(wordpress);
    }));
}

/** What the element knows of the post is what WordPress knows. */
async function isOfPost({ page, url }) {
  const id = await page.evaluate(() => wp.data.select("core/editor").getCurrentPostId());
  const known = () => page.$eval("bilan-check", ({ documentId, heading, published }) => ({ documentId, heading, published }));
  const draft = { documentId: `wordpress:${url}:${id}`, heading: TITLE, published: "" };
  assert.deepEqual(await known(), draft);
  await page.evaluate(() => wp.data.dispatch("core/editor").editPost({ date: "2031-05-06T07:08:09" }));
  assert.deepEqual(await known(), { ...draft, published: "2031-05-06" });
}

/** From a card the keyboard leads to its words, into the block in which they stand. */
async function leadsIntoText(wordpress) {
  await (await wordpress.v.in(".card")).focus();
  await wordpress.press("Enter");
  await wordpress.drawn();
  const at = await wordpress.canvas.evaluate(() => [document.activeElement.classList.contains("rich-text"), getSelection().anchorOffset]);
  assert.deepEqual(at, [true, ARTICLE[0].indexOf("heavy casualties")]);
}

/** From its words a click leads to the card: the sidebar scrolls to it, the text stays. */
async function leadsToCard(wordpress) {
  const texts = await wordpress.canvas.$$(".is-root-container .rich-text");
  await texts.at(-1).click(); // on the date in its middle
  await wordpress.page.waitForFunction(() => {
    const card = document.querySelector("bilan-check").shadowRoot.querySelector(".card[aria-current]");
    const { top, bottom } = card?.getBoundingClientRect() ?? {};
    return card?.textContent.includes("12 March 2025") && top >= 0 && bottom <= innerHeight;
  });
}

/** To take back what was typed into a note takes nothing back in the article. */
async function keepsUndo(wordpress) {
  const before = await wordpress.saved();
  const card = await wordpress.v.in(".card");
  await card.focus();
  await wordpress.press("n");
  await wordpress.drawn();
  await wordpress.keyboard.type("Ask");
  await wordpress.press("z", "Control");
  const typed = await wordpress.page.$eval("bilan-check", ({ shadowRoot }) => shadowRoot.activeElement.value);
  assert.notEqual(typed, "Ask");
  assert.equal(await wordpress.saved(), before);
  await wordpress.press("Escape");
}

/** The editor that was left, and the one that is drawn in another document, are read again. */
async function comesAnew(wordpress, holds) {
  const { page } = wordpress;
  const mode = (mode) => page.evaluate((mode) => {
    const post = wp.data.dispatch("core/editor");
    return (post.switchEditorMode ?? wp.data.dispatch("core/edit-post").switchEditorMode)(mode);
  }, mode);
  await mode("text");
  await wordpress.v.state("error");
  await mode("visual");
  await wordpress.ready();
  await wordpress.v.state("ready");
  await holds();
  for (const type of ["Tablet", "Desktop"]) {
    await wordpress.device(type);
    await wordpress.drawn();
    await wordpress.ready();
    await wordpress.v.state("ready");
    await holds();
  }
}

/** Of every kind of block what a person wrote is read, and nothing of what stands around it. */
async function readsTexts(wordpress) {
  await wordpress.page.evaluate(() => {
    const { createBlock: block } = wp.blocks;
    return wp.data.dispatch("core/block-editor").resetBlocks([
      block("core/heading", { content: "A heading" }),
      block("core/list", {}, [block("core/list-item", { content: "One item" }), block("core/list-item", { content: "Another" })]),
      block("core/quote", {}, [block("core/paragraph", { content: "Words of <strong>someone</strong> else" })]),
      block("core/image"),
      block("core/image", { url: "data:image/gif;base64,R0lGODlhAQABAAAAACw=", caption: "A caption" }),
      block("core/table", { body: [{ cells: [{ content: "Cell", tag: "td" }, { content: "Next", tag: "td" }] }] }),
      block("core/latest-posts"),
      block("core/html", { content: "<b>Markup</b>" }),
      block("core/separator"),
      block("core/columns", {}, [block("core/column", {}, [block("core/paragraph", { content: "In a column" })])]),
      block("core/paragraph"),
    ]);
  });
  const { text } = await wordpress.reportOn(["A heading", "One item", "Another", "Words of someone else", "A caption", "Cell", "Next", "In a column"].join("\n\n"));
  assert.ok(text);
}

/** A closed sidebar leaves no mark; an open one has them again. */
async function leaves(wordpress) {
  const kept = await wordpress.page.$("bilan-check");
  const left = () => wordpress.canvas.evaluate(() => [[...CSS.highlights.values()].flatMap((highlight) => [...highlight]).length, document.adoptedStyleSheets.length]);
  await wordpress.toggle();
  await new Promise((resolve) => setTimeout(resolve, 200));
  assert.deepEqual(await left(), [0, 0]);
  await wordpress.toggle();
  await wordpress.v.state("ready");
  assert.ok(await kept.evaluate((element) => element.isConnected), "it is the same element");
}

// Marks that lie over a field of the page: they are where its words are.
import { test } from "node:test";
import assert from "node:assert/strict";
import { visit } from "./browser.mjs";
import { desk, KINDS, LONG } from "./fields.mjs";

const bound = (kind, act, { style = "", text = LONG, ...rest } = {}) =>
  visit(`overlay-${kind}`, async (v) => {
    await v.page.waitForFunction(() => window.desk && document.querySelector("bilan-check").text !== "");
    await v.read();
    await v.state("ready");
    await act(v);
  }, { path: "desk.html", pages: { "/desk.html": desk(kind, text, style) }, ...rest });

const withoutHighlights = (page) => page.evaluateOnNewDocument(() => delete window.Highlight);

/**
 * How far the mirror is off the words of its field, asked of the browser at many letters: one pixel
 * before the middle of a letter the caret goes before it, one pixel behind the middle behind it.
 */
const astray = (v) =>
  v.page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
    const { root } = window.desk;
    const layer = document.documentElement.lastElementChild.shadowRoot;
    const mirror = layer.querySelector("div > div");
    const lines = [...mirror.children].map((line) => line.firstChild);
    const field = root.getBoundingClientRect();
    const wrong = [];
    let asked = 0;
    for (let at = 0; at < root.value.length; at += root.localName === "input" ? 3 : 7) {
      if (!/[a-zé]/.test(root.value[at])) continue;
      const range = document.createRange();
      let from = 0;
      const node = lines.find((line) => at < (from += line.length));
      range.setStart(node, at - from + node.length);
      range.setEnd(node, at - from + node.length + 1);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      const middle = (left + right) / 2;
      const line = root.localName === "input";
      const inside = left > field.left + 24 && right < field.right - 24 && (line || (top > field.top + 12 && bottom < field.bottom - 24));
      if (!inside || top < 0 || bottom > innerHeight) continue;
      const caret = (x, y) => document.caretPositionFromPoint(x, y);
      const y = (top + bottom) / 2;
      const got = [caret(middle - 1, y), caret(middle + 1, y), caret(middle - 1, top + 2), caret(middle - 1, bottom - 2)];
      asked++;
      const offsets = got.map((one) => (one?.offsetNode === root ? one.offset : null));
      if (String(offsets) !== String([at, at + 1, at, at])) wrong.push([at, root.value[at], ...offsets]);
    }
    return { asked: asked > 8, wrong };
  });

const TYPES = {
  plain: "",
  // What a newsroom's style sheet does to a field.
  styled: `#text { font: italic 600 19px/1.55 Georgia, serif; letter-spacing: 0.4px; word-spacing: 2px; padding: 11px 23px 7px 17px; border: 3px solid #888;
    border-left-width: 9px; text-indent: 20px; box-sizing: border-box; width: 640px; margin: 13px; }`,
  "in a box that scrolls": `main { height: 140px; overflow: auto; border: 5px solid; padding: 20px; position: relative; z-index: 3; } #text { font: 17px sans-serif; width: 500px; }`,
};

for (const kind of ["textarea", "input"]) {
  for (const [type, style] of Object.entries(TYPES)) {
    test(`${kind}, ${type}: the mirror lies on the words, also after scrolling and in another size`, () =>
      bound(kind, async (v) => {
        assert.deepEqual(await astray(v), { asked: true, wrong: [] });
        await v.page.evaluate(() => {
          const { root } = window.desk;
          root.scrollTop = 90;
          root.scrollLeft = 130;
          document.querySelector("main").scrollTop = 15;
        });
        assert.deepEqual(await astray(v), { asked: true, wrong: [] });
        await v.page.evaluate(() => (window.desk.root.style.width = "417px"));
        assert.deepEqual(await astray(v), { asked: true, wrong: [] });
        // Something above it grows: no event tells of that.
        await v.page.evaluate(() => (document.querySelector("h1").style.height = "90px"));
        await new Promise((resolve) => setTimeout(resolve, 300));
        assert.deepEqual(await astray(v), { asked: true, wrong: [] });
      }, { style }));
  }
}

test("textarea written from right to left: the mirror lies on the words", () =>
  bound("textarea", async (v) => assert.deepEqual(await astray(v), { asked: true, wrong: [] }), {
    style: "#text { direction: rtl; font: 16px sans-serif; }",
  }));

test("textarea with paragraphs of both directions: the mirror lies on the words of each", () =>
  bound("textarea", async (v) => assert.deepEqual(await astray(v), { asked: true, wrong: [] }), {
    style: "#text { unicode-bidi: plaintext; font: 16px sans-serif; }",
    text: LONG.split("\n\n").map((words, n) => (n % 2 === 0 ? words : `שלום ${words}`)).join("\n\n"),
  }));

test("a value that a script sets is read, and marked where it stands", () =>
  bound("textarea", async (v) => {
    await v.page.evaluate(() => (window.desk.root.value = "Residents said dozens were killed on Monday."));
    await v.page.waitForFunction(() => document.querySelector("bilan-check").text.startsWith("Residents"));
    await v.read();
    await v.page.waitForFunction(() => [...CSS.highlights.values()].some((marks) => [...marks].some((mark) => String(mark).includes("dozens"))));
    await v.page.evaluate(() => document.querySelector("form").reset());
    await v.page.waitForFunction((text) => document.querySelector("bilan-check").text === text, {}, LONG);
  }));

test("textarea: after each of 200 edits the mirror holds its words, each mark those of its place", () =>
  bound("textarea", async (v) => {
    assert.equal(await v.page.evaluate(() => {
      let seed = 7;
      const any = (n) => ((seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) >>> 8) % n;
      const { root } = window.desk;
      const mirror = document.documentElement.lastElementChild.shadowRoot.querySelector("div > div");
      const words = ["a", "\n", "\n\n", "b\nc", "", " ", "été\n", "dozens of cooks"];
      for (let n = 0; n < 200; n++) {
        const start = any(root.value.length + 1);
        root.setRangeText(words[any(words.length)], start, Math.min(root.value.length, start + any(90) * any(2)), "end");
        root.dispatchEvent(new Event("input", { bubbles: true }));
        if (mirror.textContent !== `${root.value}\n`) return `edit ${n}: ${JSON.stringify([mirror.textContent, root.value])}`;
        if ([...mirror.children].some((line) => line.textContent.indexOf("\n") !== line.textContent.length - 1)) return `edit ${n}: a line is two`;
      }
      return null;
    }), null);
    const text = await v.page.evaluate(() => window.desk.root.value);
    await v.page.waitForFunction((text) => document.querySelector("bilan-check").text === text, {}, text);
    const { flags } = await v.read();
    await v.state("ready");
    const words = new Set(flags.map(({ span }) => text.slice(span.start, span.end)));
    for (const mark of await v.marked("warning")) assert.ok(words.has(mark), mark);
  }));

for (const kind of Object.keys(KINDS)) {
  test(`${kind}, without highlights: boxes lie on the words, and go with them`, () =>
    bound(kind, async (v) => {
      const off = () =>
        v.page.evaluate(async () => {
          const { root, view } = window.desk;
          await new Promise((resolve) => setTimeout(resolve, 320));
          const layer = root.ownerDocument.documentElement.lastElementChild.shadowRoot;
          const field = root.getBoundingClientRect();
          const mirror = layer.querySelector("div > div:not(.box)");
          const text = [];
          const walker = view.document.createTreeWalker(mirror ?? root, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) text.push(walker.currentNode);
          // Wherever these words are flagged and in sight, a box lies on them.
          const words = "dozens of ";
          const element = document.querySelector("bilan-check");
          const { flags } = await element.report();
          const boxes = [...layer.querySelectorAll(".box")].map((box) => box.getBoundingClientRect());
          const missing = [];
          let seen = 0;
          let place = -1;
          for (const one of text) {
            for (let at = one.data.indexOf(words); at >= 0; at = one.data.indexOf(words, at + 1)) {
              place = element.text.indexOf(words, place + 1);
              if (!flags.some(({ span }) => span.start <= place && span.end >= place + words.length)) continue;
              const range = view.document.createRange();
              range.setStart(one, at);
              range.setEnd(one, at + words.length);
              for (const rect of range.getClientRects()) {
                const line = root.localName === "input";
                if (rect.left < field.left + 1 || rect.right > field.right - 20 || (!line && (rect.top < field.top + 1 || rect.bottom > field.bottom - 20))) continue;
                seen++;
                const near = boxes.some((box) => box.left <= rect.left + 1 && box.right >= rect.right - 1 && Math.abs(box.top - rect.top) < 1.5);
                if (!near) missing.push([at, rect.left, rect.top]);
              }
            }
          }
          const out = boxes.filter((box) => box.left < field.left - 1 || box.right > field.right + 1 || box.top < field.top - 1 || box.bottom > field.bottom + 1).length;
          return { seen: seen > 0, missing, out };
        });
      assert.deepEqual(await off(), { seen: true, missing: [], out: 0 });
      assert.equal(await v.page.evaluate(() => window.desk.content()), await v.page.evaluate(() => window.desk.first));
      await v.page.evaluate(() => {
        window.desk.root.scrollTop = 60;
        document.querySelector("h1").style.height = "77px";
      });
      assert.deepEqual(await off(), { seen: true, missing: [], out: 0 });
      await v.page.$eval("bilan-check", (element) => element.remove());
      await v.page.waitForFunction(() => window.desk.nodes() === window.desk.before - 1);
    }, { prepare: withoutHighlights, style: "div[contenteditable] { height: 150px; overflow: auto; width: 420px }" }));
}

// An element bound to a field in a page that goes its own way: own keys, input methods, moves, and ends.
import { test } from "node:test";
import assert from "node:assert/strict";
import { visit } from "./browser.mjs";
import { ENGLISH } from "./articles.mjs";
import { desk, fieldsScript } from "./fields.mjs";

const bound = (kind, act) =>
  visit(`host-${kind}`, async (v) => {
    await v.page.waitForFunction(() => window.desk && document.querySelector("bilan-check").text !== "");
    await v.read();
    await v.state("ready");
    await act(v);
  }, { path: "desk.html", pages: { "/desk.html": desk(kind, ENGLISH) } });

const highlights = (v) => v.page.evaluate(() => window.desk.view.CSS.highlights.size);

test("a key that the host takes for itself does nothing else", () =>
  bound("contenteditable", async (v) => {
    await v.page.evaluate(() => {
      window.taken = 0;
      document.addEventListener("keydown", (event) => {
        if (event.key !== "F8" && event.key !== "Escape") return;
        window.taken++;
        event.preventDefault();
      });
      window.desk.root.focus();
    });
    await v.page.keyboard.press("F8");
    await v.page.keyboard.press("Escape");
    assert.equal(await v.page.evaluate(() => window.taken), 2);
    assert.equal(await v.page.$("bilan-check >>> .card[aria-current]"), null);
    assert.equal(await v.focused(), "text");
  }));

test("keys outside of the field are none of the element's", () =>
  bound("textarea", async (v) => {
    await v.page.evaluate(() => document.querySelector("h1").append(document.createElement("button")));
    await v.page.focus("h1 button");
    await v.page.keyboard.press("F8");
    assert.equal(await v.page.$("bilan-check >>> .card[aria-current]"), null);
  }));

for (const kind of ["textarea", "contenteditable"]) {
  test(`${kind}: what an input method is still at is not read`, () =>
    bound(kind, async (v) => {
      await v.page.evaluate(() => {
        const { root } = window.desk;
        root.focus();
        if ("value" in root) root.setSelectionRange(0, 0);
        else getSelection().collapse(root.firstChild.firstChild, 0);
      });
      const session = await v.page.createCDPSession();
      await session.send("Input.imeSetComposition", { text: "nihon", selectionStart: 5, selectionEnd: 5 });
      await new Promise((resolve) => setTimeout(resolve, 400));
      assert.match(await v.page.evaluate(() => window.desk.root.value ?? window.desk.root.textContent), /^nihon/);
      assert.ok(!(await v.page.$eval("bilan-check", (element) => element.text)).startsWith("nihon"));
      await session.send("Input.insertText", { text: "日本" });
      await v.page.waitForFunction(() => document.querySelector("bilan-check").text.startsWith("日本"));
    }));

  test(`${kind}: moved, it stays bound; taken out, it leaves no mark`, () =>
    bound(kind, async (v) => {
      await v.page.evaluate(() => document.body.append(document.querySelector("main")));
      await v.page.evaluate(() => window.desk.root.blur());
      await v.page.focus("#text");
      await v.page.keyboard.type("Hm. ");
      await v.page.waitForFunction(() => /Hm\. /.test(document.querySelector("bilan-check").text.replace("\u00a0", " ")));
      await v.read();
      assert.ok((await highlights(v)) > 0);
      await v.page.evaluate(() => window.desk.root.remove());
      await v.page.waitForFunction(() => ![...CSS.highlights.values()].some((marks) => [...marks].some((mark) => document.contains(mark.startContainer))));
    }));
}

test("a frame that goes takes its marks along, and breaks nothing", () =>
  bound("frame", async (v) => {
    assert.ok((await highlights(v)) > 0);
    await v.page.evaluate(() => document.getElementById("frame").remove());
    await new Promise((resolve) => setTimeout(resolve, 400));
    await v.page.$eval("bilan-check", (element) => element.remove());
  }));

test("an editor that draws the same words anew keeps its marks", () =>
  bound("contenteditable", async (v) => {
    const marks = () => v.page.evaluate(() => [...CSS.highlights.values()].flatMap((all) => [...all].map(String)).sort());
    const before = await marks();
    await v.page.evaluate(() => {
      const { root } = window.desk;
      for (const block of [...root.children]) block.replaceWith(block.cloneNode(true));
    });
    await v.page.waitForFunction(() => [...CSS.highlights.values()].every((all) => [...all].every((mark) => !mark.collapsed)));
    assert.deepEqual(await marks(), before);
  }));

test("what cannot be read is not bound", async () => {
  const script = await fieldsScript();
  await visit("unfit", async (v) => {
    const fit = await v.page.evaluate(() =>
      Object.fromEntries([...document.body.querySelectorAll("[id]")].map((element) => [element.id, fields.fieldFor(element) !== null])));
    assert.deepEqual(fit, {
      area: true, line: true, search: true, editable: true, plain: true,
      password: false, number: false, check: false, paragraph: false, fixed: false,
    });
  }, {
    path: "unfit.html",
    pages: {
      "/fields.js": (_, response) => response.setHeader("content-type", "text/javascript").end(script),
      "/unfit.html": `<!doctype html><title>Desk</title><body><textarea id="area"></textarea><input id="line"><input id="search" type="search">
        <div id="editable" contenteditable></div><div id="plain" contenteditable="plaintext-only"></div><input id="password" type="password">
        <input id="number" type="number"><input id="check" type="checkbox"><p id="paragraph">words</p><p id="fixed" contenteditable="false"></p>
        <script src="/fields.js"></script>`,
    },
  });
});

test("two elements on one field do not take each other's look away", () =>
  bound("contenteditable", async (v) => {
    await v.page.evaluate(async () => {
      const second = document.createElement("bilan-check");
      second.field = window.desk.root;
      document.body.append(second);
      await second.report();
    });
    assert.equal(await v.page.evaluate(() => document.adoptedStyleSheets.length), 1);
    await v.page.$eval("bilan-check", (element) => element.remove());
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(await v.page.evaluate(() => document.adoptedStyleSheets.length), 1);
    assert.ok((await highlights(v)) > 0);
  }));


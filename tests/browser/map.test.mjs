// The text below an editable element, and the way from it into the DOM and back.
import { test } from "node:test";
import assert from "node:assert/strict";
import { visit } from "./browser.mjs";
import { fieldsScript } from "./fields.mjs";

const script = await fieldsScript();
const open = (name, act) =>
  visit(name, act, {
    path: "map.html",
    pages: {
      "/map.html": `<!doctype html><html lang="en"><meta charset="utf-8"><title>Map</title><div id="text" contenteditable></div><script src="/fields.js"></script>`,
      "/fields.js": (_, response) => response.setHeader("content-type", "text/javascript").end(script),
    },
  });

const SEEN = [
  ["<p>One <b>two</b> <i>three</i>.</p><p>Four</p>", "One two three.\n\nFour"],
  ["<p>\n  One \n <i> two </i>\tthree \n</p>\n\n<p> Four</p>", "One two three\n\nFour"],
  ["first<div>second</div><div><br></div><div>third</div>", "first\nsecond\n\nthird"],
  ["<p>one<br>two<br></p><p><br></p><p>three</p>", "one\ntwo\n\nthree"],
  ["<p>one <br> two</p>", "one\ntwo"],
  ["<p>« 12 000&nbsp;morts&nbsp;»</p>", "« 12 000\u00a0morts\u00a0»"],
  ["<p>\ufeffa\u2060\u2060\u2060b\u200bc\ufeff</p><p>\u200b<br></p>", "abc"],
  ["<p style='white-space: pre-wrap'>a  b \n c</p><p style='white-space: pre-line'>a  b \n c</p><pre>x\n  y\n</pre>", "a  b \n c\n\na b\nc\n\nx\n  y"],
  ["<h2>Toll</h2><ul><li>one<ul><li>two</li></ul></li><li>three</li></ul>", "Toll\n\none\n\ntwo\n\nthree"],
  ["<table><tr><td>Dead</td><td>12</td></tr><tr><td>Hurt</td><td>3</td></tr></table>", "Dead\n\n12\n\nHurt\n\n3"],
  ["<p>a<span hidden>b</span><style>c</style><script>d</script><span style='visibility: hidden'>e</span>f</p>", "af"],
  ["<p>a</p><div contenteditable='false'>Tools<p contenteditable='true'>Caption</p>More</div><p>b</p>", "a\n\nCaption\n\nb"],
  ["<p>said <span contenteditable='false'>Jean Duval</span>, mayor</p>", "said Jean Duval, mayor"],
  ["<p>one<a href='#'><span style='display: block'>two</span></a>three</p>", "one\ntwo\nthree"],
  ["<figure><img alt='x'><figcaption>A bridge</figcaption></figure><p>End</p>", "A bridge\n\nEnd"],
  ["", ""],
  ["<p><br></p>", ""],
];

test("the text is what is seen", () =>
  open("map-seen", async (v) => {
    const got = await v.page.evaluate((all) => all.map((html) => {
      const root = document.getElementById("text");
      root.innerHTML = html;
      const map = new fields.TextMap({ root });
      map.read();
      return map.text;
    }), SEEN.map(([html]) => html));
    assert.deepEqual(SEEN.map(([html], i) => [html, got[i]]), SEEN);
  }));

test("an adapter says what is no part of the article, and that its div is a paragraph", () =>
  open("map-adapter", async (v) => {
    assert.equal(await v.page.evaluate(() => {
      const root = document.getElementById("text");
      root.innerHTML = `<div>one<b class="cursor">Zoe</b> more</div><div>two</div>`;
      const map = new fields.TextMap({ root, divIsParagraph: true, skips: (node) => node.className === "cursor" });
      map.read();
      return map.text;
    }), "one more\n\ntwo");
  }));

/** Puts into the page what checks a map against a fresh one, and each of its places there and back. */
const checker = () => {
  window.compare = (map, root) => {
    const fresh = new fields.TextMap({ root });
    fresh.read();
    if (map.text !== fresh.text) return `text ${JSON.stringify(map.text)}, afresh ${JSON.stringify(fresh.text)}`;
    const { text } = map;
    for (let at = 0; at < text.length; at++) {
      const ends = map.ends({ start: at, end: at + 1 });
      if (!ends) {
        if (text[at] !== "\n") return `no place for ${JSON.stringify(text[at])} at ${at}`;
        continue;
      }
      const range = document.createRange();
      range.setStart(ends.startNode, ends.startOffset);
      range.setEnd(ends.endNode, ends.endOffset);
      const words = String(range) || "\n"; // a br has no characters
      if (words.replace(/[ \t\n]/, " ") !== text[at].replace("\n", " ")) return `at ${at}: ${JSON.stringify(words)} for ${JSON.stringify(text[at])}`;
      const back = [map.offsetOf(ends.startNode, ends.startOffset), map.offsetOf(ends.endNode, ends.endOffset)];
      if (back[0] !== at || back[1] !== at + 1) return `at ${at}: back at ${back} in ${JSON.stringify(text)} of ${root.innerHTML}`;
    }
    return null;
  };
};

test("each place leads into the DOM and back", () =>
  open("map-places", async (v) => {
    await v.page.evaluate(checker);
    const wrong = await v.page.evaluate((all) => all.map((html) => {
      const root = document.getElementById("text");
      root.innerHTML = html;
      const map = new fields.TextMap({ root });
      map.read();
      return compare(map, root);
    }), SEEN.map(([html]) => html));
    assert.deepEqual(wrong.filter(Boolean), []);
  }));

test("after each of 200 edits of any kind the map is that of a fresh reading", () =>
  open("map-edits", async (v) => {
    await v.page.evaluate(checker);
    const wrong = await v.page.evaluate((seed) => {
      const any = (n) => ((seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) >>> 8) % n;
      const root = document.getElementById("text");
      root.innerHTML = "<p>One <b>two <i>three</i> four</b> five.</p>\n<p>Six<br>seven</p><ul><li>eight <u>nine</u></li><li>ten</li></ul><div>eleven<div>twelve</div></div>";
      const map = new fields.TextMap({ root });
      map.read();
      const watch = new MutationObserver(() => {});
      watch.observe(root, { characterData: true, childList: true, subtree: true, attributes: true, attributeFilter: ["hidden", "class", "style", "contenteditable"] });
      const nodes = (filter) => {
        const found = [];
        const walker = document.createTreeWalker(root, filter);
        while (walker.nextNode()) found.push(walker.currentNode);
        return found;
      };
      const WORDS = [" ", "  ", "\n", "words", "a b ", " c", "\u00a0", "\ufeff", "\u200b\u2060", "été", "🙂", "."];
      const element = () => {
        const made = document.createElement(["b", "i", "span", "p", "div", "li", "br", "h2", "a"][any(9)]);
        if (made.localName !== "br") made.textContent = WORDS[any(WORDS.length)] + WORDS[any(WORDS.length)];
        return made;
      };
      const edits = {
        type: (text) => text?.insertData(any(text.length + 1), WORDS[any(WORDS.length)]),
        erase: (text) => text && text.deleteData(any(text.length + 1), 1 + any(3)),
        split: (text) => text && text.splitText(any(text.length + 1)),
        wrap: (text) => {
          const box = document.createElement(["b", "em", "div"][any(3)]);
          text?.replaceWith(box);
          if (text) box.append(text);
        },
        insert: (text) => (text ?? root.firstChild)?.after(element()),
        append: () => root.append(element()),
        remove: () => nodes(1).length > 8 && nodes(1)[any(nodes(1).length)].remove(),
        redraw: () => {
          const one = nodes(1)[any(nodes(1).length)];
          one?.replaceWith(one.cloneNode(true));
        },
        move: () => {
          const all = nodes(1);
          const [one, to] = [all[any(all.length)], all[any(all.length)]];
          if (one && to && !one.contains(to) && to.localName !== "br") to.append(one);
        },
        hide: () => nodes(1)[any(nodes(1).length)]?.toggleAttribute("hidden", true),
        show: () => nodes(1).forEach((one) => one.removeAttribute("hidden")),
        dress: () => {
          const one = nodes(1)[any(nodes(1).length)];
          if (one) one.style.whiteSpace = ["", "pre-wrap", "pre-line"][any(3)];
        },
        flow: () => {
          const one = nodes(1)[any(nodes(1).length)];
          if (one) one.style.display = ["", "block", "inline"][any(3)];
        },
      };
      const names = Object.keys(edits);
      for (let n = 0; n < 200; n++) {
        if (map.text.length < 40) nodes(1).forEach((one) => (one.hidden = false));
        if (map.text.length < 40) edits.append();
        const texts = nodes(4);
        const name = names[any(names.length)];
        edits[name](texts[any(texts.length || 1)]);
        for (const record of watch.takeRecords()) map.touch(record);
        map.read();
        const wrong = compare(map, root);
        if (wrong) return `edit ${n}, ${name}: ${wrong}`;
      }
      return null;
    }, 20260301);
    assert.equal(wrong, null);
  }));

test("a key in a long article has one block read again, not all", () =>
  open("map-long", async (v) => {
    const looked = await v.page.evaluate(async () => {
      const root = document.getElementById("text");
      root.innerHTML = "<p>The <b>mayor</b> said that twelve houses burned down, and nobody was hurt.</p>".repeat(500);
      const field = fields.fieldFor(root);
      field.connect({ changed() {}, moved() {}, key() {}, gone() {} });
      const { getComputedStyle } = window;
      let n = 0;
      window.getComputedStyle = (...given) => (n++, getComputedStyle.apply(window, given));
      root.childNodes[250].firstChild.insertData(4, "old ");
      const ok = field.text.includes("The old mayor");
      window.getComputedStyle = getComputedStyle;
      field.disconnect();
      return { ok, few: n > 0 && n < 10 };
    });
    assert.deepEqual(looked, { ok: true, few: true });
  }));

// The element in a frame of another origin, which is talked to by messages.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { visit } from "./browser.mjs";
import { ENGLISH, FRENCH } from "./articles.mjs";
import { root, serve } from "./site.mjs";

const site = path.resolve(process.env.BILAN_SITE ?? path.join(root, "target/site"));
const host = (src, more = "") => `<!doctype html><html lang="en"><title>Desk</title><h1>Desk</h1>
  <iframe title="Bilan" ${more} src="${src}" width="1000" height="700"></iframe>`;

/** A page with a frame from another origin, whose file lists `origins`: the page's own, unless told otherwise. */
async function apart(name, act, { origins = (own) => own, path: at = "host.html", more = {} } = {}) {
  let list = "";
  const frames = await serve({
    "/frame.html": async (_, response) => {
      const file = await readFile(path.join(site, "frame.html"), "utf8");
      response.setHeader("content-type", "text/html").end(file.replace(`name="bilan-origins" content=""`, `name="bilan-origins" content="${list}"`));
    },
  });
  const origin = new URL(frames.url).origin;
  try {
    await visit(name, async (v) => {
      const element = await v.page.waitForSelector("iframe");
      await act(v, origin, await element.contentFrame());
    }, {
      path: at,
      pages: { "/host.html": host(`${frames.url}frame.html`), ...more },
      prepare: async (_, own) => void (list = origins(new URL(own.url).origin)),
    });
  } finally {
    await frames.close();
  }
}

/** Connects as a host does; `window.bilan` is the frame from then on, and `window.heard` what it told. */
const connect = (v, origin) =>
  v.page.evaluate(async (origin) => {
    const { connect } = await import("/frame-host.js");
    window.heard = [];
    window.bilan = await connect(document.querySelector("iframe"), origin);
    for (const type of ["bilan-report", "bilan-status", "bilan-error"]) bilan.addEventListener(type, ({ detail }) => heard.push([type, detail]));
  }, origin);

/** Sends `message` as it is and gives everything that comes back within a while. */
const exchange = (v, message, { wait = 300 } = {}) =>
  v.page.evaluate(async (source, wait) => {
    const came = [];
    const hear = ({ data, origin }) => came.push({ ...data, origin });
    addEventListener("message", hear);
    document.querySelector("iframe").contentWindow.postMessage(eval(`(${source})`), "*");
    await new Promise((resolve) => setTimeout(resolve, wait));
    removeEventListener("message", hear);
    return came;
  }, message, wait);

test("a host of the list puts a text in and gets the report, from another origin", () =>
  apart("frame", async (v, origin, frame) => {
    await connect(v, origin);
    const report = await v.page.evaluate((text) => {
      bilan.set({ messages: "fr", published: "2025-03-12", house: { checks: {} } });
      bilan.text = text;
      return bilan.report();
    }, FRENCH);
    assert.ok(report.cards.length > 0);
    assert.equal(report.published, "2025-03-12");
    assert.match(await v.page.evaluate(() => bilan.export("checklist")), /- \[ \] /);
    await assert.rejects(v.page.evaluate(() => bilan.export("verdict")), /verdict/);
    assert.equal(await frame.$eval("bilan-check >>> #side-title", (title) => title.textContent), "Ce qu’il faut vérifier");
    // What a person changes in the frame reaches the host with its report.
    await (await frame.waitForSelector("bilan-check >>> textarea")).type("Encore. ");
    await v.page.waitForFunction(() => heard.some(([type, detail]) => type === "bilan-report" && detail.text.includes("Encore.")));
    assert.ok((await v.page.evaluate(() => heard)).some(([type, { state }]) => type === "bilan-status" && state === "ready"));
    assert.deepEqual((await v.page.evaluate(() => heard)).filter(([type]) => type === "bilan-error"), []);
  }));

test("a frame that is loaded anew gets its text again", () =>
  apart("frame-again", async (v, origin) => {
    await connect(v, origin);
    await v.page.evaluate((text) => ((bilan.text = text), bilan.report()), ENGLISH);
    await v.page.evaluate(() => {
      heard.length = 0;
      document.querySelector("iframe").src += "?again";
    });
    await v.page.waitForFunction((text) => heard.some(([type, detail]) => type === "bilan-report" && detail.text === text), {}, ENGLISH);
  }));

test("who is not on the list hears nothing and changes nothing", async () => {
  // Neither an address nor a message can put an origin on the list; what is no origin lets nobody in.
  for (const list of ["", "https://cms.example", "*", "null", "https://cms.example/path", "http://127.0.0.1"]) {
    await apart(`frame-refused-${list}`, async (v, origin, frame) => {
      await frame.waitForSelector("bilan-check >>> textarea");
      const own = new URL(v.page.url()).origin;
      const came = [
        ...(await exchange(v, `{ bilan: 1, type: "hello", origins: ["${own}"] }`)),
        ...(await exchange(v, `{ bilan: 1, type: "text", text: "Dozens were killed." }`)),
        ...(await exchange(v, `{ bilan: 1, type: "report?", id: 1 }`)),
        ...(await exchange(v, `"nonsense"`)),
      ];
      assert.deepEqual(came, []);
      assert.equal(await frame.$eval("bilan-check", (element) => element.text), "");
      await (await frame.waitForSelector("bilan-check >>> textarea")).type("Dozens of people were killed.");
      assert.deepEqual(await exchange(v, `{ bilan: 1, type: "hello" }`, { wait: 600 }), []);
    }, { origins: () => list });
  }
});

test("a host that is refused is told so by its own side", () =>
  apart("frame-silence", async (v, origin) => {
    await v.page.evaluate(() => {
      const real = window.setTimeout;
      window.setTimeout = (act, ms, ...rest) => real(act, ms / 20, ...rest);
    });
    await assert.rejects(connect(v, origin), /bilan-origins/);
  }, { origins: () => "https://cms.example" }));

test("with an empty list pages of the same origin are heard", () =>
  visit("frame-own", async (v) => {
    await v.page.waitForSelector("iframe");
    await connect(v, new URL(v.site.url).origin);
    assert.ok((await v.page.evaluate((text) => ((bilan.text = text), bilan.report()), ENGLISH)).cards.length > 0);
  }, { path: "host.html", pages: { "/host.html": host("/frame.html") } }));

test("only the page around is heard, not another window of a listed origin", () =>
  visit("frame-sibling", async (v) => {
    await v.page.waitForSelector("iframe");
    const frame = await (await v.page.waitForSelector("#frame")).contentFrame();
    await frame.waitForSelector("bilan-check >>> textarea");
    const came = await v.page.evaluate(async () => {
      const sibling = document.querySelector("#sibling").contentWindow;
      sibling.came = [];
      sibling.eval(`addEventListener("message", ({ data }) => came.push(data));
        parent.frames[0].postMessage({ bilan: 1, type: "hello" }, "*"); parent.frames[0].postMessage({ bilan: 1, type: "text", text: "x" }, "*");`);
      await new Promise((resolve) => setTimeout(resolve, 400));
      return sibling.came;
    });
    assert.deepEqual(came, []);
    assert.equal(await frame.$eval("bilan-check", (element) => element.text), "");
  }, {
    path: "host.html",
    pages: {
      "/host.html": `<!doctype html><html lang="en"><title>Desk</title><iframe id="frame" src="/frame.html"></iframe><iframe id="sibling" src="/sibling.html"></iframe>`,
      "/sibling.html": "<!doctype html><title>Sibling</title>",
    },
  }));

test("what is no message is answered by one sentence, and nothing is thrown", () =>
  apart("frame-malformed", async (v, origin, frame) => {
    await frame.waitForSelector("bilan-check >>> textarea");
    const wrong = [
      `null`, `1`, `"hello"`, `[]`, `[{ bilan: 1, type: "hello" }]`, `new Map([["bilan", 1]])`, `{}`, `{ bilan: 2, type: "hello" }`,
      `{ bilan: "1", type: "hello" }`, `{ bilan: 1 }`, `{ bilan: 1, type: "constructor" }`, `{ bilan: 1, type: "__proto__" }`,
      `{ bilan: 1, type: "text" }`, `{ bilan: 1, type: "text", text: 3 }`, `{ bilan: 1, type: "options", options: null }`,
      `{ bilan: 1, type: "options", options: { innerHTML: "<b>" } }`, `{ bilan: 1, type: "options", options: { toString: "x" } }`,
      `{ bilan: 1, type: "options", options: JSON.parse('{"__proto__": {}}') }`, `{ bilan: 1, type: "options", options: { language: 1 } }`,
      `{ bilan: 1, type: "options", options: { house: "all" } }`, `{ bilan: 1, type: "report?" }`, `{ bilan: 1, type: "report?", id: {} }`,
      `{ bilan: 1, type: "export?", format: "cards" }`, `{ bilan: 1, type: "export?", id: 1, format: null }`,
    ];
    for (const message of wrong) {
      const came = await exchange(v, message, { wait: 60 });
      assert.equal(came.length, 1, `${message}: ${JSON.stringify(came)}`);
      assert.equal(came[0].type, "error");
      assert.match(came[0].message, /^[A-Z“][^]*\.$/);
      assert.equal(came[0].origin, origin);
    }
    // And it goes on.
    await connect(v, origin);
    assert.ok((await v.page.evaluate((text) => ((bilan.text = text), bilan.report()), ENGLISH)).cards.length > 0);
    const [refused] = await exchange(v, `{ bilan: 1, type: "options", options: { published: "soon" } }`).then(() =>
      exchange(v, `{ bilan: 1, type: "report?", id: "q" }`));
    assert.deepEqual([refused.type, refused.id], ["error", "q"]);
  }));

test("a sandboxed frame is talked to as well", () =>
  visit("frame-sandbox", async (v) => {
    await v.page.waitForSelector("iframe");
    await connect(v, "null");
    assert.ok((await v.page.evaluate((text) => ((bilan.text = text), bilan.report()), ENGLISH)).cards.length > 0);
    assert.equal(v.page.workers().length, 0);
  }, { path: "host.html", pages: { "/host.html": host("/frame.html", `sandbox="allow-scripts"`) } }));

test("a host without an origin of its own is nobody", () =>
  apart("frame-opaque", async (v, origin, middle) => {
    const frame = await (await middle.waitForSelector("iframe")).contentFrame();
    await frame.waitForSelector("bilan-check >>> textarea");
    const came = await middle.evaluate(async () => {
      const came = [];
      addEventListener("message", ({ data }) => came.push(data));
      document.querySelector("iframe").contentWindow.postMessage({ bilan: 1, type: "hello" }, "*");
      await new Promise((resolve) => setTimeout(resolve, 400));
      return came;
    });
    assert.deepEqual(came, []);
  }, {
    origins: (own) => `${own} null`,
    path: "outer.html",
    more: { "/outer.html": host("/host.html", `sandbox="allow-scripts"`) },
  }));

test("a frame that is removed in the middle ends every question", () =>
  apart("frame-removed", async (v, origin) => {
    await connect(v, origin);
    const ends = await v.page.evaluate(async (text) => {
      bilan.text = text;
      const open = bilan.report().catch((error) => error.message);
      document.querySelector("iframe").remove();
      bilan.text = "more";
      return Promise.all([open, bilan.report().catch((error) => error.message)]);
    }, ENGLISH.repeat(300));
    assert.deepEqual(ends, ["The frame is gone.", "The frame is gone."]);
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(v.page.workers().length, 0);
  }));

test("there is nothing for axe to find in the frame", () =>
  visit("frame-axe", async (v) => {
    await v.page.setBypassCSP(true);
    await v.page.reload();
    await v.page.$eval("bilan-check", (element, text) => ((element.text = text), element.report()), ENGLISH);
    assert.deepEqual((await v.axe()).filter(([, id]) => id !== "page-has-heading-one"), []);
  }, { path: "frame.html" }));

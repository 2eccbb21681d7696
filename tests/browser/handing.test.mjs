// The panel in which a result is handed on.
import { test } from "node:test";
import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { visit } from "./browser.mjs";
import { FRENCH } from "./articles.mjs";

const IDS = ["annotated", "questions", "checklist", "cards", "figures", "session", "annotations", "claims"];

async function open(v) {
  await v.paste(FRENCH);
  await (await v.in("#tab-handover")).click();
  return v.in(".handover");
}

const told = (v) => v.page.$eval("bilan-check >>> .handover [role=status]", (status) => status.textContent.trim());

/** Lets `act` download into a fresh folder, and gives what came: name and content. */
async function downloaded(v, act) {
  const folder = await mkdtemp(path.join(tmpdir(), "bilan-"));
  const session = await v.page.createCDPSession();
  await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder, browserContextId: v.page.browserContext().id, eventsEnabled: true });
  const done = new Promise((resolve) => session.on("Browser.downloadProgress", ({ state }) => state === "completed" && resolve()));
  await act();
  await done;
  const [name] = await readdir(folder);
  const content = await readFile(path.join(folder, name), "utf8");
  await rm(folder, { recursive: true });
  return { name, content };
}

test("every format is downloaded under the page's policy", { timeout: 60_000 }, () =>
  visit("download", async (v) => {
    const refused = [];
    await v.page.exposeFunction("refused", (directive) => refused.push(directive));
    await v.page.evaluate(() => document.addEventListener("securitypolicyviolation", ({ violatedDirective }) => refused(violatedDirective)));
    await open(v);
    for (const id of IDS) {
      const { name, content } = await downloaded(v, async () => (await v.in(`#download-${id}`)).click());
      const exported = await v.page.$eval("bilan-check", (element, id) => element.export(id), id);
      const still = (text) => text.replace(/\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)|\d\d:\d\d UTC/g, "");
      assert.equal(still(content.replace(/^\ufeff/, "")), still(exported.replace(/^\ufeff/, "")), id);
      assert.match(name, /^L-armée-a-subi-de-lourdes-pertes.*\.(html|txt|csv|md|json|jsonld)$/);
    }
    assert.deepEqual(refused, []);
  }));

test("text is copied, and where the clipboard is out of reach a sentence says so", () =>
  visit("copy", async (v) => {
    await v.page.browserContext().overridePermissions(v.site.url, ["clipboard-read", "clipboard-write"]);
    const clipboard = () => v.page.evaluate(() => navigator.clipboard.readText());
    const press = async (id) => (await v.in(`#copy-${id}`)).click();
    const tells = (sentence) => v.page.waitForFunction((sentence) =>
      document.querySelector("bilan-check").shadowRoot.querySelector(".handover [role=status]").textContent.trim() === sentence, {}, sentence);
    await open(v);
    await press("questions");
    await tells("Copied.");
    assert.match(await clipboard(), /To ask: the writer/);

    await v.page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("forbidden"))));
    await press("checklist");
    await v.page.waitForFunction(() => navigator.clipboard.readText().then((text) => text.includes("- [ ] **1.**")));
    assert.equal(await told(v), "Copied.");
    assert.equal(await v.focused(), "copy-checklist", "the focus is where it was");

    await v.page.evaluate(() => (document.execCommand = () => false));
    await press("claims");
    await tells("The browser does not let this page copy; download the file instead.");
    assert.match(await clipboard(), /\*\*1\.\*\*/);
  }));

test("a script gets every format, and a sentence where there is none", () =>
  visit("export", async (v) => {
    const wanted = (id) => v.page.$eval("bilan-check", (element, id) => element.export(id).then((text) => ({ text }), ({ message }) => ({ message })), id);
    assert.deepEqual(await wanted("cards"), { message: "There is nothing to hand on before a text has been read." });
    await v.paste(FRENCH);
    for (const id of IDS) assert.ok((await wanted(id)).text.length > 100, id);
    assert.match((await wanted("pdf")).message, /^There is no format “pdf”/);
    await v.page.click("[data-interface=fr]");
    assert.match((await wanted("pdf")).message, /^Il n’y a pas de format «\u00a0pdf\u00a0»/);
    assert.match((await wanted("questions")).text, /^À demander/m);
    // The text has changed and the reading is not yet through: the export waits for it.
    const late = await v.page.$eval("bilan-check", (element) => {
      element.text = "Au moins 31 soldats ont été tués jeudi, a affirmé le colonel Idris Baro.";
      return element.export("figures");
    });
    assert.match(late, /31 soldats/);
  }));

test("the panel is used by keyboard, and axe finds nothing in it", () =>
  visit("panel", async (v) => {
    await open(v);
    await (await v.in("#tab-handover")).focus();
    const reached = [];
    for (let step = 0; step < 20; step++) {
      reached.push(await v.focused());
      await v.page.keyboard.press("Tab");
    }
    for (const id of IDS) assert.ok(reached.includes(`download-${id}`), id);
    assert.deepEqual(await v.axe(), []);
    for (const width of [320, 1280]) {
      await v.page.setViewport({ width, height: 900 });
      assert.ok(await v.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `nothing is cut off at ${width}`);
    }
  }));

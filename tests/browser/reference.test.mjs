// The reference of the checks: a page for each language, without a script.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { visit } from "./browser.mjs";
import { root } from "./site.mjs";
import { checks, initSync } from "../../target/wasm/bilan.js";
initSync({ module: await readFile(path.join(root, "target/wasm/bilan_bg.wasm")) });

for (const language of ["fr", "en"]) {
  test(`the page leads to the reference, which tells of every check, in ${language}`, () =>
    visit(`reference-${language}`, async (v) => {
      const known = checks(language);
      await Promise.all([v.page.waitForNavigation(), v.page.click("#reference")]);
      assert.equal(await v.page.$eval("html", (html) => html.lang), language);
      const told = await v.page.$$eval("article", (articles) =>
        articles.map((article) => ({
          id: article.id,
          title: article.querySelector("h2").textContent,
          marks: article.querySelectorAll("mark").length,
          examples: [...article.querySelectorAll(".examples")].map((list) => list.children.length),
        })));
      assert.deepEqual(told.map(({ id, title }) => [id, title]), known.map(({ id, title }) => [id, title]));
      for (const { id, marks, examples } of told) assert.ok(marks > 0 && examples.length === 2 && examples.every((n) => n > 0), id);
      await Promise.all([v.page.waitForNavigation(), v.page.click("[hreflang]")]);
      assert.notEqual(await v.page.$eval("html", (html) => html.lang), language);
      await Promise.all([v.page.waitForNavigation(), v.page.click(".ways a")]);
      await v.state("empty");
    }, { language }));
}

test("under its policy the reference loads its style sheets, its icon and nothing else", () =>
  visit("reference-policy", async (v) => {
    const own = /^\/(reference\.en\.html|(page|reference)\.css|icon\.svg)$/;
    assert.deepEqual(v.site.requests.filter((path) => !own.test(path)), []);
    assert.deepEqual(await v.page.evaluate(() => document.scripts.length + document.querySelectorAll("[style]").length), 0);
    const ground = await v.page.evaluate(() => getComputedStyle(document.querySelector("nav")).borderRadius);
    assert.equal(ground, "6px", "the style sheet is heard");
  }, { path: "reference.en.html" }));

test("the reference fits a narrow screen, and prints without its links", () =>
  visit("reference-narrow", async (v) => {
    const wide = await v.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${wide} px too wide`);
    await v.page.emulateMediaType("print");
    assert.ok(!(await (await v.page.$("nav")).isVisible()));
    assert.ok(await (await v.page.$("article mark")).isVisible());
  }, { path: "reference.fr.html", width: 320 }));

test("there is nothing for axe to find in the reference, light and dark", async () => {
  for (const language of ["fr", "en"]) {
    await visit(`reference-axe-${language}`, async (v) => {
      await v.page.setBypassCSP(true);
      await v.page.reload();
      assert.deepEqual(await v.axe(), [], language);
    }, { path: `reference.${language}.html` });
  }
});

// Whatever comes in: one clear sentence, and the text stays where it was.
import { test } from "node:test";
import assert from "node:assert/strict";
import { file, visit } from "./browser.mjs";
import { ENGLISH, FRENCH } from "./articles.mjs";

test("a text file is dropped on the paper", () =>
  visit("drop", async (v) => {
    await v.drop([file("article.txt", "text/plain", `\ufeff${FRENCH.replaceAll("\n", "\r\n")}`)]);
    await v.page.waitForFunction((text) => document.querySelector("bilan-check").text === text, {}, FRENCH);
    assert.ok((await v.read()).cards.length > 0);
    assert.equal(await v.text(), FRENCH);
  }));

test("a text file is opened by the button", () =>
  visit("open", async (v) => {
    const [chooser] = await Promise.all([v.page.waitForFileChooser(), (await v.in(".file")).click()]);
    await chooser.accept([new URL("../../www/page/example.en.txt", import.meta.url).pathname]);
    await v.page.waitForFunction(() => document.querySelector("bilan-check").text.includes("Tarvel"));
  }));

test("what is no text is refused, and the text stays", () =>
  visit("binary", async (v) => {
    await v.paste(ENGLISH);
    const refused = [
      [file("photo.txt", "text/plain", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0])), /not what its name says/],
      [file("latin1.txt", "text/plain", Buffer.from([0x70, 0xe9, 0x72, 0x69])), /not what its name says/],
      [file("article.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK"), /not what its name says/],
      [file("letter.rtf", "text/rtf", "{\\rtf1 No.}"), /Only \.txt, \.md, \.html and \.docx/],
      [file("photo.png", "image/png", "No."), /Only \.txt, \.md, \.html and \.docx/],
      [file("large.txt", "text/plain", Buffer.alloc(3_000_001, 97)), /too large/],
    ];
    for (const [dropped, sentence] of refused) {
      await v.drop([dropped]);
      await v.page.waitForFunction((source) => new RegExp(source).test(document.querySelector("bilan-check").status.message), {}, sentence.source);
      assert.equal(await v.text(), ENGLISH);
      assert.ok((await v.cards()).length > 0, "the cards stay");
    }
    await (await v.in("textarea")).type("!");
    await v.state("ready");
  }));

test("of two files the last one counts, whichever is read first", () => {
  const late = (_, response) =>
    void setTimeout(() => response.setHeader("content-type", "text/javascript").end("export const markupOfDocx = async () => '<p>The first file.</p>';"), 500);
  return visit("hasty", async (v) => {
    await v.drop([file("article.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK")]);
    await v.drop([file("article.txt", "text/plain", "The second file.")]);
    await v.page.waitForFunction(() => document.querySelector("bilan-check").text === "The second file.");
    await v.page.evaluate(() => import(new URL("bilan-docx.js", location.href).href));
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.equal(await v.text(), "The second file.");
  }, { pages: { "/bilan-docx.js": late } });
});

test("HTML is text, never markup", () =>
  visit("html", async (v) => {
    const html = `<p onclick="x()">The army admitted heavy losses.</p><img src=x onerror="document.title='run'"><script>document.title="run"</script>`;
    await v.paste(html);
    assert.equal(await v.text(), html);
    assert.equal(await v.page.$("bilan-check >>> img"), null);
    assert.notEqual(await v.page.title(), "run");
    assert.match(await (await v.in(".status")).evaluate((status) => status.textContent), /HTML/);
  }));

test("an empty text and one of blanks are nothing to read", () =>
  visit("blank", async (v) => {
    assert.match(await v.state("empty"), /no text/);
    assert.equal(await v.paste(" \n\t\u00a0\n"), null);
    assert.match(await v.state("empty"), /no text/);
    assert.equal(await v.text(), " \n\t\u00a0\n");
  }));

test("a text beyond the limit is kept and not read", () =>
  visit("long", async (v) => {
    const length = 1_000_001;
    await v.page.$eval("bilan-check", (element, length) => (element.text = "a".repeat(length)), length);
    assert.match(await v.state("error"), /1,000,000 characters/);
    assert.equal((await v.text()).length, length);
    await v.page.$eval("bilan-check", (element) => (element.text = "The army admitted heavy losses."));
    await v.state("ready");
  }));

test("broken characters are read as unknown ones, and the places stay right", () =>
  visit("surrogates", async (v) => {
    await v.page.$eval("bilan-check", (element, text) => (element.text = text), `\ud83d and \udc00 \u0000 – ${ENGLISH}`);
    const report = await v.read();
    assert.match(await (await v.in(".status")).evaluate((status) => status.textContent), /broken characters/);
    const marked = [...(await v.marked("error")), ...(await v.marked("warning")), ...(await v.marked("info"))];
    assert.ok(marked.some((words) => words.includes("heavy casualties")), marked.join(" | "));
    assert.ok(report.cards.length > 0);
  }));

// Articles that come out of word processors and web pages.
import { test } from "node:test";
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { file, visit } from "./browser.mjs";
import { require } from "./site.mjs";

const JSZip = createRequire(require.resolve("mammoth"))("jszip");

/** What a person sees, in whatever it came. */
const SEEN = `Fire in the old harbour

At least 12 people died in the fire at Port-Vieux, the mayor said. «\u00a0We are in mourning.\u00a0»

First came the crews of Larn
Then the army

The search went on until Sunday.`.replace("Larn\nThen", "Larn\n\nThen");

/** The markup of the clipboard, as Word writes it: styles of its own, drawn bullets, a struck-out word, marks of notes. */
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style><title>No</title></head><body>
<!--StartFragment--><h1 style='mso-outline-level:1'>Fire in the
old harbour<o:p></o:p></h1>
<p class=MsoNormal>At least <del>eleven</del> 12 people died in
the fire at Port-Vieux<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>, the mayor said.<a href="#_msocom_1">[d1]</a> «&nbsp;We are in mourning.&nbsp;»<o:p></o:p></p>
<p class=MsoListParagraph><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span>First came the crews of Larn</p>
<p class=MsoListParagraph><span style='mso-list:Ignore'>·</span>Then the army</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>The search went on until Sunday.<span style='mso-hide:all'>hidden</span></p><!--EndFragment--></body></html>`;

const DOCS = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h1 dir="ltr"><span>Fire in the old harbour</span></h1>
<p dir="ltr"><span>At least 12 people died in the fire at Port-Vieux</span><sup><a href="#ftnt1">1</a></sup><span>, the mayor said. «&nbsp;We are in mourning.&nbsp;»</span></p><br>
<ul><li dir="ltr"><p dir="ltr" role="presentation"><span>First came the crews of Larn</span></p></li><li dir="ltr"><p dir="ltr"><span>Then the army</span></p></li></ul>
<p dir="ltr"><span>The search went on until Sunday.</span></p></b><br class="Apple-interchange-newline">`;

/** A Word document with a heading, a list, a struck-out word under tracked changes and a comment. */
async function docx() {
  const w = (body) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${body}`;
  const run = (text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const paragraph = (inner, style = "") => `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${inner}</w:p>`;
  const zip = new JSZip();
  zip.file("[Content_Types].xml", w(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`));
  zip.file("_rels/.rels", w(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`));
  zip.file("word/document.xml", w(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
    ${paragraph(run("Fire in the old harbour"), "Heading1")}
    ${paragraph(`${run("At least ")}<w:del w:id="1" w:author="a"><w:r><w:delText>eleven</w:delText></w:r></w:del>${run("12 people died in the fire at Port-Vieux, the mayor said. «\u00a0We are in mourning.\u00a0»")}`)}
    ${paragraph(run("First came the crews of Larn"), "ListParagraph")}${paragraph(run("Then the army"), "ListParagraph")}
    ${paragraph(run("The search went on until Sunday."))}</w:body></w:document>`));
  return zip.generateAsync({ type: "nodebuffer" });
}

/** Pastes as a browser does: the markup and the plain text that word processors put beside it. */
async function pasteMarkup(v, markup, plain) {
  const field = await v.in("textarea");
  await field.focus();
  await field.evaluate((field, markup, plain) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", markup);
    clipboardData.setData("text/plain", plain);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    // A made-up event pastes nothing by itself: what the browser would do is done here.
    if (field.dispatchEvent(event)) document.execCommand("insertText", false, plain);
  }, markup, plain);
}

for (const [name, markup] of [["Word", WORD], ["Google Docs", DOCS]]) {
  test(`an article pasted from ${name} keeps its paragraphs and loses its marks`, () =>
    visit(`paste-${name}`, async (v) => {
      await pasteMarkup(v, markup, "all in\r\none heap");
      assert.equal(await v.text(), SEEN);
      assert.equal((await v.read()).figures.filter(({ kind }) => kind === "killed").map(({ low }) => low).join(), "12");
      await v.page.keyboard.down("Control");
      await v.page.keyboard.press("z");
      await v.page.keyboard.up("Control");
      assert.equal(await v.text(), "", "one step back takes it out again");
    }));
}

test("what is pasted with plain markup, or none, is the browser’s own matter", () =>
  visit("paste-plain", async (v) => {
    await pasteMarkup(v, "<b>Twelve</b> people", "Twelve people");
    await pasteMarkup(v, "", "\n<p>not markup</p>");
    assert.equal(await v.text(), "Twelve people\n<p>not markup</p>");
  }));

test("pasted markup runs nothing and loads nothing", () =>
  visit("paste-hostile", async (v) => {
    const before = v.site.requests.length;
    await pasteMarkup(v, `<p>Quiet.</p><img src="/leak.png" onerror="document.title='run'"><script>document.title='run'</script><iframe src="/leak.html"></iframe><svg onload="document.title='run'"></svg><link rel=stylesheet href=/leak.css><video src=/leak.mp4>`, "x");
    assert.equal(await v.text(), "Quiet.");
    await v.read();
    assert.notEqual(await v.page.title(), "run");
    assert.deepEqual(v.site.requests.slice(before).filter((path) => path.includes("leak")), []);
  }));

test("a Word document is opened, and its reader is loaded only then", () =>
  visit("docx", async (v) => {
    await v.state("empty");
    assert.equal(v.site.requests.includes("/bilan-docx.js"), false);
    await v.drop([file("fire.docx", "", await docx())]);
    await v.page.waitForFunction(() => document.querySelector("bilan-check").text !== "");
    assert.equal(await v.text(), SEEN);
    assert.equal(v.site.requests.filter((path) => path === "/bilan-docx.js").length, 1);
  }));

test("without its reader a Word document is refused in a sentence", () =>
  visit("docx-offline", async (v) => {
    await v.state("empty");
    await v.drop([file("fire.docx", "", await docx())]);
    await v.page.waitForFunction(() => /reader of Word documents/.test(document.querySelector("bilan-check").status.message));
  }, { pages: { "/bilan-docx.js": (_, response) => response.writeHead(503).end() } }));

test("a web page is opened as the words that are seen in it", () =>
  visit("html-file", async (v) => {
    await v.drop([file("fire.html", "text/html", `<!doctype html><title>No</title><script>no()</script><article><h1>Fire</h1><p>Twelve people<br>died.</p><p hidden>No</p></article>`)]);
    await v.page.waitForFunction(() => document.querySelector("bilan-check").text !== "");
    assert.equal(await v.text(), "Fire\n\nTwelve people\ndied.");
  }));

// Two versions of an article side by side.
import { test } from "node:test";
import assert from "node:assert/strict";
import { file, visit } from "./browser.mjs";

const OLD = `At least 12 people were killed in the fire at Tarvel on Sunday, the mayor said.

The cause is not known. "We are looking at everything that the staff of the hotel told us on the night," said Fire Chief Ada Moreau.
`;
const NEW = `14 people were killed in the fire at Tarvel on Sunday.

The cause is not known. "We are looking at nothing that the staff of the hotel told us on the night," said Fire Chief Ada Moreau.

The search goes on.
`;

async function open(v) {
  await (await v.in("#tab-versions")).click();
  return v.in("#older");
}

const kinds = (v) => v.page.$$eval("bilan-check >>> .change", (all) => all.map((one) => one.dataset.kind));
const rows = (v) =>
  v.page.$$eval("bilan-check >>> .rows tbody tr", (all) => all.map((row) => [row.className, ...[...row.cells].slice(1).map((cell) => cell.textContent.trim())]));

test("an older version is pasted, and what changed stands side by side", () =>
  visit("versions", async (v) => {
    await v.paste(NEW);
    const field = await open(v);
    assert.equal(await v.page.$eval("bilan-check >>> .versions [type=submit]", (button) => button.disabled), true, "nothing to compare yet");
    await field.focus();
    await field.evaluate((field, text) => document.execCommand("insertText", false, text), OLD);
    await (await v.in(".versions [type=submit]")).click();
    await v.in(".change");
    const found = await kinds(v);
    assert.ok(found.includes("toll-changed"), found.join());
    assert.ok(found.includes("attribution-lost"), found.join());
    assert.ok(found.includes("quotation-altered"), found.join());
    const shown = await rows(v);
    assert.deepEqual(shown.map(([kind]) => kind), ["changed", "changed", "added"]);
    assert.deepEqual(await v.page.$$eval("bilan-check >>> .rows ins", (all) => all.map((one) => one.textContent)), ["14", "nothing"]);
    await (await v.in(".versions input[type=checkbox]")).click();
    assert.deepEqual((await rows(v)).map(([kind]) => kind), ["changed", "same", "changed", "added"]);
    assert.deepEqual(await v.axe(), []);
    await (await v.in(".change .quoted")).click();
    assert.equal(await v.focused(), "text");
  }));

test("the comparison follows the text, and another version takes its place", () =>
  visit("versions-follow", async (v) => {
    await v.paste(OLD);
    const field = await open(v);
    await field.type("x");
    await field.evaluate((field, text) => {
      field.select();
      document.execCommand("insertText", false, text);
    }, OLD);
    await (await v.in(".versions [type=submit]")).click();
    await v.in(".rows");
    assert.deepEqual(await kinds(v), [], "the same text twice");
    await v.paste(OLD.replace("At least 12", "15"));
    await v.in("[data-kind=toll-changed]");
    await v.page.$$eval("bilan-check >>> .versions .row button", ([button]) => button.click());
    assert.equal(await (await v.in("#older")).evaluate((field) => field.value), "");
  }));

test("a file is taken as the older version, and a bad one refused in a sentence", () =>
  visit("versions-file", async (v) => {
    await v.paste(NEW);
    await open(v);
    const give = (given) => v.page.$eval("bilan-check >>> .versions form", (form, { name, type, bytes }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(bytes)], name, { type }));
      form.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    }, given);
    await give(file("old.txt", "text/plain", Buffer.from([0, 1, 2])));
    await v.page.waitForFunction(() => /not what its name says/.test(document.querySelector("bilan-check").shadowRoot.querySelector(".versions [role=alert]")?.textContent));
    await give(file("old.txt", "text/plain", OLD));
    await v.page.waitForFunction((old) => document.querySelector("bilan-check").shadowRoot.querySelector("#older").value === old, {}, OLD);
    assert.equal(await v.text(), NEW);
  }));

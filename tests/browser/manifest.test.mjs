// The custom elements manifest says what the element shows, all of it and nothing else.
import { test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { visit } from "./browser.mjs";
import { ENGLISH } from "./articles.mjs";
import { root } from "./site.mjs";

const www = path.join(root, "www");
const site = path.resolve(process.env.BILAN_SITE ?? path.join(root, "target/site"));
const manifest = JSON.parse(await readFile(path.join(site, "custom-elements.json"), "utf8"));
const [element] = manifest.modules[0].declarations;
const names = (list = []) => list.map(({ name }) => name).sort();

/** The sources of the element; page, frame and adapters are around it. */
const sources = [];
for (const file of await readdir(www, { recursive: true })) {
  if (/\.ts$/.test(file) && !/^(node_modules|page|frame|embed|adapters|single)[\\/]/.test(file)) sources.push(await readFile(path.join(www, file), "utf8"));
}
const source = sources.join("\n");
const all = (pattern) => [...new Set([...source.matchAll(pattern)].map(([, name]) => name))].sort();

test("it is valid by the types of its own schema", async () => {
  const folder = path.join(root, "target/browser-tests/manifest");
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, "manifest.ts");
  const tools = createRequire(path.join(www, "package.json"));
  const schema = path.join(www, "node_modules/custom-elements-manifest/schema.js");
  const check = async (content) => {
    await writeFile(file, `import type { Package } from ${JSON.stringify(schema)};\nexport const manifest: Package = ${JSON.stringify(content, null, 1)};\n`);
    const compiler = path.join(path.dirname(tools.resolve("typescript/package.json")), "bin/tsc");
    execFileSync(process.execPath, [compiler, "--noEmit", "--strict", "--module", "nodenext", "--types", "", file], { encoding: "utf8" });
  };
  // The schema describes a field’s attribute, but its types do not let a class have such a field.
  const plain = structuredClone(manifest);
  for (const member of plain.modules[0].declarations[0].members) delete member.attribute;
  await check(plain).catch((error) => assert.fail(error.stdout || error.message));
  for (const { name, attribute } of element.members) assert.ok(!attribute || names(element.attributes).includes(attribute), name);
  assert.match(manifest.schemaVersion, /^2\./);
  await assert.rejects(check({ ...plain, modules: [{ path: "bilan.js" }] }), "what is not valid is refused");
});

test("it names every attribute, and no other", () =>
  visit("manifest-attributes", async (v) => {
    const observed = await v.page.waitForFunction(() => customElements.get("bilan-check")?.observedAttributes).then((handle) => handle.jsonValue());
    assert.deepEqual(names(element.attributes), observed.sort());
    assert.equal(element.tagName, "bilan-check");
    for (const { name, description } of element.attributes) assert.ok(description, name);
    // Every property and method is there, and said to be what it is.
    const missing = await v.page.evaluate((members) => {
      const check = document.querySelector("bilan-check");
      return members.filter(({ name, kind }) => !(name in check) || (kind === "method") !== (typeof check[name] === "function")).map(({ name }) => name);
    }, element.members);
    assert.deepEqual(missing, []);
    const own = await v.page.evaluate(() => Object.getOwnPropertyNames(customElements.get("bilan-check").prototype));
    const inner = ["constructor", "attributeChangedCallback", "connectedCallback", "disconnectedCallback", "firstUpdated", "willUpdate", "updated", "render", "shouldUpdate", "createRenderRoot"];
    assert.deepEqual(names(element.members), own.filter((name) => !name.startsWith("_") && !inner.includes(name)).sort());
  }));

test("it names every event, and no other", () => {
  assert.deepEqual(names(element.events), all(/(?:new CustomEvent|#dispatch)\("([^"]+)"/g));
  for (const { name, type } of element.events) assert.match(type.text, /^CustomEvent</, name);
});

test("it names every slot, part and CSS property, and no other", () => {
  assert.deepEqual(names(element.slots), all(/<slot name="([^"]+)"/g));
  const declared = all(/(--bilan-[a-z-]+)\s*:/g);
  // What the style sheets, or the layer over a field, give a value themselves is no business of a host.
  const inner = (name) => declared.includes(name) || name.startsWith("--bilan-mark-");
  assert.deepEqual(names(element.cssProperties), all(/var\((--bilan-[a-z-]+)/g).filter((name) => !inner(name)));
  const written = all(/\bpart="([^"]+)"/g).flatMap((value) => value.match(/(?:\$\{[^}]*\}|[^\s$])+/g));
  const patterns = [...new Set(written)].map((name) => [name, new RegExp(`^${name.replace(/\$\{[^}]*\}/g, "[a-z-]+")}$`)]);
  const parts = names(element.cssParts);
  assert.deepEqual(patterns.filter(([, pattern]) => !parts.some((name) => pattern.test(name))).map(([name]) => name), [], "parts that are not described");
  assert.deepEqual(parts.filter((name) => !patterns.some(([, pattern]) => pattern.test(name))), [], "described parts that are not there");
});

test("what is drawn has no part that is not described, and shows what a host puts into the slots", () =>
  visit("manifest-parts", async (v) => {
    await v.paste(ENGLISH);
    const parts = await v.page.$eval("bilan-check", (element) =>
      [...new Set([...element.shadowRoot.querySelectorAll("[part]")].flatMap(({ part }) => [...part]))]);
    assert.ok(parts.length > 10);
    assert.deepEqual(parts.filter((name) => !names(element.cssParts).includes(name)), []);
    const [head, cards, foot] = await v.page.$eval("bilan-check", (element) =>
      [element.querySelector("p"), element.shadowRoot.querySelector(".cards"), element.querySelector("i")].map((part) => part.getBoundingClientRect().toJSON()));
    assert.ok(head.height > 0 && head.bottom <= cards.top, "the head is above the cards");
    assert.ok(foot.height > 0 && foot.top >= cards.bottom, "the foot is below the cards");
  }, {
    path: "desk.html",
    pages: {
      "/desk.html": `<!doctype html><html lang="en"><title>Desk</title><script type="module" src="/bilan.js"></script>
        <bilan-check><p slot="head">Ask the desk before noon.</p><i slot="foot">Page 3</i></bilan-check>`,
    },
  }));

// What is handed out, as those use it who get it: the npm package and the single script.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { visit } from "./browser.mjs";
import { ENGLISH, FRENCH } from "./articles.mjs";
import { require, root } from "./site.mjs";

const { build } = require("esbuild");
const site = path.resolve(process.env.BILAN_SITE ?? path.join(root, "target/site"));
const shipped = path.join(root, "target/browser-tests/ship");

/** An empty folder outside of the project, with the package installed. */
let desk;

before(async () => {
  run(root, process.execPath, ["www/ship.mjs", "--site", site, "--out", shipped]);
  desk = await mkdtemp(path.join(tmpdir(), "bilan-desk-"));
  await writeFile(path.join(desk, "package.json"), `{ "private": true, "type": "module" }`);
  const [{ filename }] = JSON.parse(run(path.join(shipped, "npm"), "npm", ["pack", "--json", "--pack-destination", desk]));
  run(desk, "npm", ["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", `./${filename}`]);
});
after(() => rm(desk, { recursive: true, force: true }));

function run(cwd, program, words) {
  try {
    return execFileSync(program, words, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    throw new Error(`${program} ${words.join(" ")}\n${error.stdout}${error.stderr}`);
  }
}

const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json" };

/** Every file below `folder` as pages below `at`. */
async function pagesOf(folder, at) {
  const pages = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    pages[`${at}/${path.relative(folder, file).split(path.sep).join("/")}`] = async (_, response) =>
      response.setHeader("content-type", TYPES[path.extname(file)] ?? "text/plain").end(await readFile(file));
  }
  return pages;
}

const page = (head, body = "<bilan-check></bilan-check>") =>
  `<!doctype html><html lang="en"><title>Desk</title>${head}<h1>Desk</h1>${body}`;

test("the package works in a page without a bundler", async () => {
  const map = JSON.stringify({ imports: { "bilan-check": "/npm/bilan.js", "bilan-check/core": "/npm/core.js" } });
  await visit("npm-page", async (v) => {
    assert.ok((await v.paste(ENGLISH)).cards.length > 0);
    const report = await v.page.evaluate(async (text) => {
      const { default: init, check } = await import("bilan-check/core");
      await init();
      return check(text, { language: "fr" });
    }, FRENCH);
    assert.ok(report.cards.length > 0);
    assert.ok(v.page.workers().length > 0);
  }, {
    path: "desk.html",
    pages: {
      ...(await pagesOf(path.join(desk, "node_modules/bilan-check"), "/npm")),
      "/desk.html": page(`<script type="importmap">${map}</script><script type="module">import "bilan-check";</script>`),
    },
  });
});

test("the package works behind a bundler that leaves worker and core beside its script", async () => {
  const out = path.join(desk, "out");
  await mkdir(out);
  await writeFile(path.join(desk, "app.js"), `import "bilan-check";`);
  await build({ entryPoints: [path.join(desk, "app.js")], bundle: true, format: "esm", outdir: out, logLevel: "silent" });
  for (const name of ["bilan-worker.js", "bilan.wasm"]) await cp(path.join(desk, "node_modules/bilan-check", name), path.join(out, name));
  await visit("npm-bundle", async (v) => {
    assert.ok((await v.paste(ENGLISH)).cards.length > 0);
    assert.ok(v.page.workers().length > 0);
  }, { path: "desk.html", pages: { ...(await pagesOf(out, "/out")), "/desk.html": page(`<script type="module" src="/out/app.js"></script>`) } });
});

test("the types say what the element can do, and nothing else", async () => {
  const sources = await readdir(path.join(root, "www/adapters")).catch(() => []);
  const names = sources.filter((name) => name.endsWith(".ts")).map((name) => name.slice(0, -3));
  await writeFile(path.join(desk, "use.ts"), `
    import type { BilanCheck, Card, EditorBinding, Status } from "bilan-check";
    import "bilan-check";
    import init, { check, type Report } from "bilan-check/core";
    import { connect, type FrameOptions } from "bilan-check/frame-host";
    ${names.map((name) => `import { ${name} } from "bilan-check/adapters/${name}";\n const of_${name}: (editor: never) => EditorBinding = ${name};`).join("\n")}
    const element = document.querySelector("bilan-check")!;
    const same: BilanCheck = element;
    element.text = "Draft";
    element.house = { parties: ["The company"] };
    const binding: EditorBinding = { root: document.body };
    element.field = binding;
    element.addEventListener("bilan-report", ({ detail }) => { const cards: Card[] = detail.cards; return cards; });
    element.addEventListener("bilan-status", ({ detail }) => { const status: Status = detail; return status.message; });
    const options: FrameOptions = { language: "fr", house: null };
    const framed = connect(document.querySelector("iframe")!, "https://cms.example").then((frame) => (frame.set(options), frame.report()));
    const report: Promise<Report | null> = element.report();
    // @ts-expect-error There is no such property.
    element.verdict;
    // @ts-expect-error A state is only read.
    element.status = null;
    // @ts-expect-error What the class keeps to itself.
    element.requestUpdate();
    export { same, framed, report, init, check${names.map((name) => `, of_${name}`).join("")} };
  `);
  for (const [module, moduleResolution] of [["nodenext", "nodenext"], ["esnext", "bundler"]]) {
    run(desk, process.execPath, [path.join(path.dirname(require.resolve("typescript/package.json")), "bin/tsc"), "--noEmit", "--strict",
      "--skipLibCheck", "false", "--target", "es2022", "--lib", "es2022,dom,dom.iterable", "--types", "", "--module", module, "--moduleResolution", moduleResolution, "use.ts"]);
  }
});

/** The policy of our own page: as strict as a page with the element can be. */
const policy = async () => (await readFile(path.join(site, "index.html"), "utf8")).match(/<meta http-equiv="Content-Security-Policy"[^>]*>/)[0];

test("the single script needs nothing else, under a strict policy and with its checksum", async () => {
  const sumOf = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
  const script = await readFile(path.join(shipped, "single/bilan.js"));
  const embed = (integrity) => page(`<script type="module" src="/single/bilan.js" integrity="${integrity}"></script>`);
  const files = await pagesOf(path.join(shipped, "single"), "/single");
  const head = await policy();
  await visit("single", async (v) => {
    assert.ok((await v.paste(ENGLISH)).cards.length > 0);
    assert.ok(v.page.workers().length > 0, "it is its own worker");
    await v.page.waitForNetworkIdle({ idleTime: 400 });
    const loaded = new Set(v.site.requests.filter((path) => path !== "/favicon.ico"));
    assert.deepEqual([...loaded], ["/desk.html", "/single/bilan.js"]);
    assert.equal(await v.page.workers()[0].evaluate(() => "fetch" in self), false, "it has nothing to send a text with");
    // A trap, then another: one worker in waiting and one fetched anew.
    for (const round of [1, 2]) {
      for (const worker of v.page.workers()) {
        await worker.evaluate(`for (const way of ["encode", "encodeInto"]) TextEncoder.prototype[way] = () => { throw new WebAssembly.RuntimeError("unreachable"); };`);
      }
      await assert.rejects(v.paste(`${FRENCH} ${"é".repeat(round)}`), /stopped on this text/);
    }
    assert.ok((await v.paste(FRENCH)).cards.length > 0);
  }, { path: "desk.html", pages: { ...files, "/desk.html": embed(sumOf(script)).replace("<title>", `${head}<title>`) } });
  await visit("single-changed", async (v) => {
    await v.page.waitForNetworkIdle();
    assert.equal(await v.page.evaluate(() => customElements.get("bilan-check")), undefined, "a changed script does not run");
  }, { path: "desk.html", pages: { ...files, "/desk.html": embed(sumOf(`${script};`)) } });
});

test("the single script reads in a sandboxed frame, on the main thread, also after a trap", async () => {
  await visit("single-sandbox", async (v) => {
    const frame = await (await v.page.waitForSelector("iframe")).contentFrame();
    await frame.waitForSelector("bilan-check >>> textarea");
    const read = (text) => frame.$eval("bilan-check", (element, text) => ((element.text = text), element.report().then((report) => report.cards.length, (error) => error.message)), text);
    assert.ok((await read(ENGLISH)) > 0);
    assert.equal(v.page.workers().length, 0);
    await frame.evaluate(() => {
      const real = TextEncoder.prototype.encodeInto;
      TextEncoder.prototype.encodeInto = () => {
        TextEncoder.prototype.encodeInto = real;
        throw new WebAssembly.RuntimeError("unreachable");
      };
    });
    assert.match(String(await read(FRENCH)), /stopped on this text/);
    assert.ok((await read(ENGLISH)) > 0);
  }, {
    path: "desk.html",
    pages: {
      ...(await pagesOf(path.join(shipped, "single"), "/single")),
      "/desk.html": page("", `<iframe sandbox="allow-scripts" src="/frame.html" width="900" height="700"></iframe>`),
      "/frame.html": page(`<script type="module" src="/single/bilan.js"></script>`),
    },
  });
});

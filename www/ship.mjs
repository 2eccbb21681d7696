// What is handed out beside the site:
//   node www/ship.mjs [--out DIR] [--site DIR] [--core DIR]
// --out   where to (default target/dist): embed, the element as a folder; single, the element as one script; npm, the package;
//         wordpress, a plugin folder
// --site  where build.mjs put the site (default OUT/site)
// --core  where bilan.js, bilan.d.ts and bilan_bg.wasm lie (default target/wasm)
import { spawnSync } from "node:child_process";
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { bundle, smallCss } from "./bundle.mjs";
import { manifest } from "./manifest.mjs";
import { flattened, typesOf } from "./types.mjs";

const www = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(www);
const { values: asked } = parseArgs({
  options: {
    out: { type: "string", default: path.join(root, "target/dist") },
    site: { type: "string" },
    core: { type: "string", default: path.join(root, "target/wasm") },
  },
});
const out = path.resolve(asked.out);
const site = path.resolve(asked.site ?? path.join(out, "site"));
const core = path.resolve(asked.core);

/** What the element consists of, and what it needs inside a frame; everything else of the site is the page around it. */
const ELEMENT = ["bilan.js", "bilan-worker.js", "bilan.wasm", "bilan-docx.js"];
const FRAME = ["frame.html", "frame.css", "frame.js", "frame-host.js"];

const folder = async (name) => {
  const made = path.join(out, name);
  await rm(made, { recursive: true, force: true });
  await mkdir(made, { recursive: true });
  return made;
};
const [, version] = (await readFile(path.join(root, "Cargo.toml"), "utf8")).match(/^version = "(.+)"$/m);
const there = (file) => stat(file).then(() => true, () => false);

/** Copies files of the site, each with the licences of what others wrote in it, and our own. */
async function element(names, to) {
  for (const name of names) {
    await cp(path.join(site, name), path.join(to, name), { recursive: true });
    const legal = `${name}.LEGAL.txt`;
    if (await there(path.join(site, legal))) await cp(path.join(site, legal), path.join(to, legal));
  }
  for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) await cp(path.join(root, name), path.join(to, name));
}

/** Puts the core and the script's own address in the place of the files beside it. */
const inOne = {
  name: "in-one",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/place$/ }, ({ importer }) =>
      path.dirname(importer) === path.join(www, "core") ? { path: path.join(www, "single/place.ts") } : null);
    onResolve({ filter: /^packed-core$/ }, () => ({ path: path.join(core, "bilan_bg.wasm"), namespace: "packed-core" }));
    onLoad({ filter: /./, namespace: "packed-core" }, async ({ path: file }) => ({
      // Packed before it becomes text: half the script, and no more on its way than the core by itself with gzip.
      contents: `export default "${gzipSync(await readFile(file), { level: 9 }).toString("base64")}"`,
    }));
  },
};

async function single(to) {
  await bundle({ bilan: "single/single.ts" }, { out: to, core, minify: true, plugins: [inOne] });
  await element(["bilan-docx.js"], to);
}

async function npm(to) {
  const adapters = (await readdir(path.join(www, "adapters")).catch(() => [])).filter((name) => name.endsWith(".ts")).map((name) => name.slice(0, -3));
  await element([...ELEMENT, "frame-host.js", "custom-elements.json", ...adapters.map((name) => `adapters/${name}.js`)], to);
  const ours = path.join(root, "xtask/npm");
  await cp(path.join(ours, "README.md"), path.join(to, "README.md"));
  const description = { ...JSON.parse(await readFile(path.join(ours, "package.json"), "utf8")), version };
  if (adapters.length > 0) description.exports["./adapters/*"] = { types: "./adapters/*.d.ts", default: "./adapters/*.js" };
  await writeFile(path.join(to, "package.json"), `${JSON.stringify(description, null, 2)}\n`);
  await writeFile(path.join(to, "bilan.d.ts"), await typesOf(await manifest()));
  await modules({ "frame-host": "frame/host", ...Object.fromEntries(adapters.map((name) => [`adapters/${name}`, `adapters/${name}`])) }, to);
  // The bindings find the same wasm that the element loads: one copy in the package.
  const bindings = await readFile(path.join(core, "bilan.js"), "utf8");
  const own = replaced(replaced(bindings, "new URL('bilan_bg.wasm'", "new URL('bilan.wasm'"), "./bilan.d.ts", "./core.d.ts");
  await writeFile(path.join(to, "core.js"), own);
  await cp(path.join(core, "bilan.d.ts"), path.join(to, "core.d.ts"));
}

/** Scripts lie in a folder of the version's name: sites keep them in caches for long, and the parts of two versions must not meet. */
async function wordpress(to) {
  const ours = path.join(www, "wordpress");
  for (const name of ["bilan.php", "readme.txt"]) {
    await writeFile(path.join(to, name), replaced(await readFile(path.join(ours, name), "utf8"), "0.0.0", version));
  }
  const scripts = path.join(to, version);
  await bundle({ editor: "wordpress/editor.ts" }, { out: scripts, core, minify: true });
  await writeFile(path.join(scripts, "editor.css"), await smallCss(await readFile(path.join(ours, "editor.css"), "utf8")));
  await element(ELEMENT.filter((name) => name !== "bilan.js"), scripts);
}

/** Writes the types of modules: sources by the name that they have in the package. */
async function modules(sources, to) {
  const made = path.join(to, "types");
  const compiler = path.join(www, "node_modules/typescript/bin/tsc");
  const words = ["--project", www, "--noEmit", "false", "--declaration", "--emitDeclarationOnly", "--rootDir", www, "--outDir", made];
  const done = spawnSync(process.execPath, [compiler, ...words], { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`The types could not be written.\n${done.stdout}${done.stderr}`);
  for (const [name, source] of Object.entries(sources)) {
    const declarations = await readFile(path.join(made, `${source}.d.ts`), "utf8");
    const types = await flattened(`${source}.ts`, declarations, name.includes("/") ? "../core.js" : "./core.js");
    await mkdir(path.dirname(path.join(to, name)), { recursive: true });
    await writeFile(path.join(to, `${name}.d.ts`), types);
  }
  await rm(made, { recursive: true });
}

/** Replaces the one place there is; a build that changed its mind must not go out half replaced. */
function replaced(text, from, to) {
  const found = text.split(from).length - 1;
  if (found !== 1) throw new Error(`Expected “${from}” once, but found it ${found} times.`);
  return text.replace(from, to);
}

await element([...ELEMENT, ...FRAME, "adapters"], await folder("embed"));
await single(await folder("single"));
await wordpress(await folder("wordpress/bilan"));
await npm(await folder("npm"));

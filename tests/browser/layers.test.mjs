// Who imports whom in www/: from the floor up, as www/README.md draws it.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { root } from "./site.mjs";

const www = path.join(root, "www");

/** Each folder, and those that its files may import from beside their own, as the map says. */
const map = await readFile(path.join(www, "README.md"), "utf8");
const LAYERS = Object.fromEntries([...map.matchAll(/^\| `(\w+)\/` \|.*\| (.+) \|$/gm)].map(([, folder, below]) => [folder, below === "–" ? [] : below.split(", ")]));

const sources = new Map();
for (const folder of Object.keys(LAYERS)) {
  for (const name of await readdir(path.join(www, folder))) {
    if (!/(?<!\.d)\.ts$/.test(name)) continue;
    const file = `${folder}/${name}`;
    sources.set(file, await readFile(path.join(www, file), "utf8"));
  }
}

/** The modules that a file names, types included. */
function importsOf(file) {
  const named = [...sources.get(file).matchAll(/^(?:import|export)\b[^"']*?["'](\.[^"']+)["']|\bimport\("(\.[^"]+)"\)/gms)];
  return named.map(([, from, later]) => path.posix.join(path.posix.dirname(file), (from ?? later).replace(/\.js$/, "")) + ".ts")
    .filter((to) => sources.has(to));
}

const folderOf = (file) => file.split("/")[0];

test("no folder imports from one above it", () => {
  const wrong = [...sources.keys()].flatMap((file) => importsOf(file)
    .filter((to) => folderOf(to) !== folderOf(file) && !LAYERS[folderOf(file)].includes(folderOf(to)))
    .map((to) => `${file} imports ${to}`));
  assert.deepEqual(wrong, []);
});

test("every leave to import is used", () => {
  const used = new Set([...sources.keys()].flatMap((file) => importsOf(file).map((to) => `${folderOf(file)} ${folderOf(to)}`)));
  const unused = Object.entries(LAYERS).flatMap(([folder, below]) => below.map((to) => `${folder} ${to}`)).filter((pair) => !used.has(pair));
  assert.deepEqual(unused, []);
});

test("no module imports itself in a roundabout way, but for types of its own folder", () => {
  const done = new Set();
  const cycles = [];
  const walk = (file, way) => {
    const at = way.indexOf(file);
    if (at >= 0) {
      const cycle = way.slice(at);
      if (cycle.some((one) => folderOf(one) !== folderOf(file)) || cycle.every((one, i) => !isTypeOnly(one, cycle[(i + 1) % cycle.length]))) cycles.push([...cycle, file].join(" → "));
      return;
    }
    if (done.has(file)) return;
    for (const to of importsOf(file)) walk(to, [...way, file]);
    done.add(file);
  };
  for (const file of sources.keys()) walk(file, []);
  assert.deepEqual(cycles, []);
});

/** Whether all that `file` takes from `to` are types, of which nothing is left when it runs. */
function isTypeOnly(file, to) {
  const from = path.posix.relative(path.posix.dirname(file), to).replace(/\.ts$/, "").replace(/^(?!\.)/, "./");
  const line = sources.get(file).split(/;\n/).find((statement) => statement.includes(`"${from}"`)) ?? "";
  return /import type\b/.test(line);
}

test("the map names every folder of sources, each above those it imports from", async () => {
  const folders = Object.keys(LAYERS);
  const held = (await readdir(www, { withFileTypes: true })).filter((entry) => entry.isDirectory() && entry.name !== "node_modules").map(({ name }) => name);
  assert.deepEqual([...folders].sort(), held.sort());
  for (const [i, folder] of folders.entries()) for (const below of LAYERS[folder]) assert.ok(folders.indexOf(below) < i, `${folder} stands below ${below}`);
});

test("every file says first what it gives, and none is too long to be read", () => {
  // The element's documentation stands in the class, from which the manifest is made.
  const documented = (text) => text.replace(/^\/\*\*.*?\*\/$/gms, "");
  for (const [file, text] of sources) {
    assert.match(text, /^\/\/ /, `${file} begins with a comment`);
    assert.ok(documented(text).split("\n").length <= 400, `${file} has more than 400 lines`);
  }
});

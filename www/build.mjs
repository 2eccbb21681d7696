// Bundles page and element into one static folder:
//   node www/build.mjs [--out DIR] [--core DIR] [--minify]
// --out   where the site goes (default target/site)
// --core  where bilan.js and bilan_bg.wasm lie (default target/wasm)
import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bundle, smallCss } from "./bundle.mjs";
import { manifest } from "./manifest.mjs";
import { ways } from "./embed/build.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(here);

const { values: asked } = parseArgs({
  options: {
    out: { type: "string", default: path.join(root, "target/site") },
    core: { type: "string", default: path.join(root, "target/wasm") },
    minify: { type: "boolean", default: false },
  },
});
const out = path.resolve(asked.out);
const core = path.resolve(asked.core);

for (const file of ["bilan.js", "bilan_bg.wasm"]) {
  const there = await stat(path.join(core, file)).catch(() => null);
  if (!there) {
    console.error(`The core is missing: ${path.join(core, file)} has to be built first.`);
    process.exit(1);
  }
}

// Written afresh each time, so that no file of an earlier build is shipped.
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

// Scripts that share no code: the element, the page around it, the page inside a frame, what a host
// of that frame needs, the reader, which is a worker and, where no worker can be had, a module of the
// page, and what opens Word documents.
const scripts = {
  bilan: "element/define.ts",
  page: "page/page.ts",
  frame: "frame/frame.ts",
  "frame-host": "frame/host.ts",
  "bilan-worker": "core/worker.ts",
  "bilan-docx": "intake/docx.ts",
};
await bundle(scripts, { out, core, minify: asked.minify });
await copyFile(path.join(core, "bilan_bg.wasm"), path.join(out, "bilan.wasm"));
for (const file of ["page/index.html", "page/icon.svg", "frame/frame.html"]) {
  await copyFile(path.join(here, file), path.join(out, path.basename(file)));
}
for (const file of ["page/page.css", "page/reference.css", "frame/frame.css"]) {
  const css = await readFile(path.join(here, file), "utf8");
  await writeFile(path.join(out, path.basename(file)), asked.minify ? await smallCss(css) : css);
}
await writeFile(path.join(out, "custom-elements.json"), `${JSON.stringify(await manifest(), null, 2)}\n`);
// Adapters stand alone: a host loads the one for its editor.
const adapters = (await readdir(path.join(here, "adapters"))).filter((file) => file.endsWith(".ts"));
await bundle(adapters.map((file) => `adapters/${file}`), { out: path.join(out, "adapters"), core, minify: asked.minify });
await ways(path.join(out, "embed"));
console.log(`The site is in ${path.relative(process.cwd(), out) || "."}`);

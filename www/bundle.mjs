// How every script of this folder is bundled. Used by build.mjs and ship.mjs.
import { build, transform } from "esbuild";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const www = path.dirname(fileURLToPath(import.meta.url));

/** Bundles `entryPoints` (paths in this folder by name) into `out`; `core` is the folder of the core's bindings. */
export function bundle(entryPoints, { out, core, minify, plugins = [] }) {
  return build({
    absWorkingDir: www,
    entryPoints,
    outdir: out,
    bundle: true,
    format: "esm",
    target: "es2022",
    minify,
    plugins: minify ? [...plugins, smallTemplates] : plugins,
    sourcemap: minify ? false : "linked",
    legalComments: "linked",
    loader: { ".txt": "text" },
    alias: { "bilan-core": path.join(core, "bilan.js") },
    logLevel: "warning",
  });
}

/** A style sheet without what only its readers need. */
export async function smallCss(css) {
  const { code } = await transform(css, { loader: "css", minify: true, charset: "utf8" });
  return code.trim();
}

/** The element's style sheets stand in templates, which the bundler leaves as they are. */
const smallTemplates = {
  name: "small-templates",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]www[\\/].*styles\.ts$/ }, async ({ path: file }) => {
      const parts = (await readFile(file, "utf8")).split(/(?<=\bcss`)([^`]*)/);
      const contents = await Promise.all(parts.map((part, i) => (i % 2 === 1 ? smallCss(part) : part)));
      return { contents: contents.join(""), loader: "ts" };
    });
  },
};

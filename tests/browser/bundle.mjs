// Modules of www/ for tests that need no page.
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./site.mjs";

const require = createRequire(path.join(root, "www/package.json"));

/** What modules of www/ export, all in one, with everything that they import. */
export async function bundled(...modules) {
  const { build } = require("esbuild");
  const outfile = path.join(root, "target/browser-tests", `${modules.join("-").replace(/\W+/g, "-")}.mjs`);
  await mkdir(path.dirname(outfile), { recursive: true });
  await build({
    stdin: { contents: modules.map((module) => `export * from "./${module}";`).join("\n"), resolveDir: path.join(root, "www") },
    outfile,
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    logLevel: "warning",
  });
  return import(pathToFileURL(outfile).href);
}

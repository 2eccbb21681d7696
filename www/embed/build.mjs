// Builds the pages that show each way to embed the element.
import { build } from "esbuild";
import { copyFile, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { policyOf, ways as all } from "./ways.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
/** The pages in `out`, a folder beside which the element lies. */
export async function ways(out) {
  await mkdir(out, { recursive: true });
  const scripts = [];
  for (const { name } of all) if (await stat(path.join(here, `${name}.ts`)).catch(() => null)) scripts.push(`${name}.ts`);
  const { metafile } = await build({
    absWorkingDir: here,
    entryPoints: [...scripts, "paper.css"],
    outdir: out,
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true, // what matters of these scripts is their source, which the page shows
    legalComments: "linked",
    logLevel: "warning",
    // What React and its kin ask of a bundler.
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
    metafile: true,
  });
  const built = new Set(Object.keys(metafile.outputs).map((file) => path.basename(file)));
  const [page, index] = await Promise.all(["page.html", "index.html"].map((file) => readFile(path.join(here, file), "utf8")));
  for (const way of all) {
    const { name, title, about } = way;
    const markup = await readFile(path.join(here, `${name}.html`), "utf8");
    const script = scripts.includes(`${name}.ts`) ? await readFile(path.join(here, `${name}.ts`), "utf8") : null;
    const head = markup.includes("<bilan-check") ? [`<script type="module" src="../bilan.js"></script>`] : [];
    if (script) head.push(`<script type="module" src="${name}.js"></script>`);
    if (built.has(`${name}.css`)) head.unshift(`<link rel="stylesheet" href="${name}.css">`);
    const policy = policyOf(way);
    const code = [
      ["Markup", [...head, "", markup].join("\n")],
      ...(script ? [["Script, in TypeScript", script]] : []),
      ["Content security policy", policy],
    ].map(([heading, text]) => `<h2>${heading}</h2>\n    <pre tabindex="0"><code>${escaped(text.trim())}</code></pre>`);
    const parts = { title: escaped(title), about: escaped(about), policy: escaped(policy), head: head.join("\n  "), markup, code: code.join("\n    ") };
    await writeFile(path.join(out, `${name}.html`), filled(page, parts));
  }
  await writeFile(path.join(out, "index.html"), filled(index, { rows: all.map(row).join("\n"), policy: escaped(policyOf({ trusted: [] })) }));
  await copyFile(path.join(here, "embed.css"), path.join(out, "embed.css"));
}

function row({ name, title, about, needs = {}, trusted }) {
  const policy = Object.entries(needs).map(([directive, sources]) => `${directive} ${sources}`).join("; ");
  const types = trusted ? ["enforced", ...trusted].join(", ") : "not possible";
  return `        <tr><th scope="row"><a href="${name}.html">${escaped(title)}</a></th><td>${escaped(about)}</td>` +
    `<td>${policy ? `<code>${escaped(policy)}</code>` : "none"}</td><td>${escaped(types)}</td></tr>`;
}

function escaped(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** `template` with every `{{name}}` replaced. */
function filled(template, parts) {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name]);
}

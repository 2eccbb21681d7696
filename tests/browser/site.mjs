// A static server for the built site on a port of its own, which remembers every request.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
/** Packages are those of www/. */
export const require = createRequire(path.join(root, "www/package.json"));
const site = path.resolve(process.env.BILAN_SITE ?? path.join(root, "target/site"));

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".txt": "text/plain; charset=utf-8",
};

/**
 * Serves the site on the loopback. `pages` are more pages by path: HTML, or a function that answers
 * the request itself. `requests` holds the path of every request so far.
 */
export async function serve(pages = {}) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    requests.push(pathname);
    // A sandboxed frame is of no origin at all: it may only read what is open to all.
    response.setHeader("access-control-allow-origin", "*");
    const page = pages[pathname];
    if (typeof page === "function") return page(request, response);
    if (page !== undefined) return response.setHeader("content-type", TYPES[".html"]).end(page);
    const file = path.join(site, pathname === "/" ? "index.html" : pathname);
    try {
      if (!file.startsWith(site + path.sep)) throw new Error("outside of the site");
      const body = await readFile(file);
      response.setHeader("content-type", TYPES[path.extname(file)] ?? "application/octet-stream").end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    requests,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}

// A WordPress of its own for a test, on the loopback, with a file as its database.
//
// BILAN_WORDPRESS says where two lie unpacked, as `cargo xtask wordpress` has it: `plain`, whose block editor stands
// in the page, and `iframed`, whose block editor stands in a frame.
import { spawn } from "node:child_process";
import { cp, mkdir, readFile, rm } from "node:fs/promises";
import { connect, createServer } from "node:net";
import path from "node:path";
import { root } from "../browser/site.mjs";

const here = path.join(root, "tests/wordpress");
const unpacked = process.env.BILAN_WORDPRESS ?? path.join(root, "target/wordpress");
const plugin = process.env.BILAN_WORDPRESS_PLUGIN ?? path.join(root, "target/dist/wordpress/bilan");

/** Starts the one called `name` with the plugin in its folder; nothing is installed in it yet. */
export async function start(name) {
  const folder = path.join(unpacked, "test", name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.dirname(folder), { recursive: true });
  await cp(path.join(unpacked, name), folder, { recursive: true, dereference: true });
  const content = path.join(folder, "wp-content");
  await cp(path.join(here, "wp-config.php"), path.join(folder, "wp-config.php"));
  await cp(path.join(unpacked, "sqlite"), path.join(content, "plugins/sqlite-database-integration"), { recursive: true });
  await cp(path.join(unpacked, "sqlite/db.copy"), path.join(content, "db.php"));
  await cp(path.join(here, "quiet.php"), path.join(content, "mu-plugins/quiet.php"));
  await cp(plugin, path.join(content, "plugins/bilan"), { recursive: true });
  const port = await freePort();
  const server = spawn("php", ["-d", "memory_limit=512M", "-S", `127.0.0.1:${port}`, "-t", folder, path.join(here, "router.php")], {
    // An editor asks for several things at once, and may wait for one with another.
    env: { ...process.env, PHP_CLI_SERVER_WORKERS: "4" },
    stdio: ["ignore", "ignore", "pipe"],
    detached: true,
  });
  let said = "";
  server.stderr.on("data", (data) => (said = (said + data).slice(-20_000)));
  const ended = new Promise((resolve) => server.on("exit", resolve));
  const close = async () => {
    process.kill(-server.pid);
    await ended;
  };
  for (let tries = 0; !(await answers(port)); tries++) {
    if (tries > 100) {
      await close();
      throw new Error(`PHP does not answer.\n${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url: `http://127.0.0.1:${port}/`,
    /** What PHP has to say against anything of the plugin. */
    complaints: async () => {
      const log = await readFile(path.join(content, "debug.log"), "utf8").catch(() => "");
      return log.split("\n").filter((line) => line.includes("plugins/bilan"));
    },
    close,
  };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().on("error", reject).listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => (socket.end(), resolve(true))).on("error", () => resolve(false));
  });
}

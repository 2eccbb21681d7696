// What a person does in WordPress: install it, log in, activate the plugin, write a post.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { root } from "../browser/site.mjs";
import { start } from "./server.mjs";

const USER = "desk";
const PASSWORD = "a long sentence for the loopback";

/** Time for anything that WordPress does, in milliseconds: PHP compiles all of it for each request. */
const PATIENCE = 60_000;

/** Runs `act` with a WordPress that is installed, where the plugin is not active yet. */
export async function withWordPress(name, browser, act) {
  const server = await start(name);
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.setViewport({ width: 1400, height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
  const thrown = [];
  const asked = new Set();
  page.on("pageerror", (error) => thrown.push(String(error.stack ?? error)));
  page.on("request", (request) => asked.add(request.url()));
  const wordpress = new WordPress(name, page, server);
  try {
    await wordpress.install();
    await act(wordpress);
    assert.deepEqual(thrown, [], "errors in the page");
    assert.deepEqual([...asked].filter((url) => /^https?:/.test(url) && !url.startsWith(server.url)), [], "nothing leaves the machine");
    assert.deepEqual(await server.complaints(), [], "what PHP says of the plugin");
  } catch (error) {
    await wordpress.shot("failed").catch(() => {});
    throw error;
  } finally {
    await context.close();
    await server.close();
  }
}

class WordPress {
  constructor(name, page, server) {
    this.name = name;
    this.page = page;
    this.url = server.url;
  }

  async shot(of) {
    const shots = path.join(root, "target/browser-tests");
    await mkdir(shots, { recursive: true });
    await this.page.screenshot({ path: path.join(shots, `wordpress-${this.name}-${of}.png`) });
  }

  async go(where) {
    await this.page.goto(this.url + where, { waitUntil: "load" });
  }

  /** Clicks on what leads to another page. */
  async follow(selector) {
    await Promise.all([this.page.waitForNavigation(), this.page.click(selector)]);
  }

  async fill(selector, text) {
    await this.page.$eval(selector, (field) => (field.value = ""));
    await this.page.type(selector, text);
  }

  /** By its own screens. */
  async install() {
    await this.go("wp-admin/install.php");
    if (await this.page.$("#language-continue")) await this.follow("#language-continue");
    await this.fill("#weblog_title", "The desk");
    await this.fill("#user_login", USER);
    await this.fill("#pass1", PASSWORD);
    await this.fill("#admin_email", "desk@example.org");
    await this.follow("#submit");
    await this.go("wp-login.php");
    await this.fill("#user_login", USER);
    await this.fill("#user_pass", PASSWORD);
    await this.follow("#wp-submit");
  }

  async activate() {
    await this.go("wp-admin/plugins.php");
    await this.follow("#activate-bilan");
    await this.page.waitForSelector("#deactivate-bilan");
  }

  /** Opens a new post with its title, and writes its paragraphs. */
  async write(title, paragraphs) {
    await this.go("wp-admin/post-new.php");
    await this.ready();
    const heading = await this.in(".wp-block-post-title, .editor-post-title__input");
    await heading.click();
    await this.page.keyboard.type(title);
    for (const paragraph of paragraphs) {
      await this.page.keyboard.press("Enter");
      await this.page.keyboard.type(paragraph);
    }
  }

  /** Waits until the editor shows the post. */
  async ready() {
    await this.in(".is-root-container");
  }

  /** The document in which the article is edited. */
  get canvas() {
    return this.page.frames().find((frame) => frame.name() === "editor-canvas") ?? this.page.mainFrame();
  }

  /** The handle of what `selector` names where the article is edited, as soon as it is there. */
  async in(selector) {
    for (const until = Date.now() + PATIENCE; ; await pause(50)) {
      const found = await this.canvas.$(selector).catch(() => null);
      if (found) return found;
      if (Date.now() > until) throw new Error(`There is no ${selector} in the editor.`);
    }
  }

  /** What would be saved now. */
  saved() {
    return this.page.evaluate(() => wp.data.select("core/editor").getEditedPostContent());
  }

  isDirty() {
    return this.page.evaluate(() => wp.data.select("core/editor").isEditedPostDirty());
  }

  async press(key, ...held) {
    for (const modifier of held) await this.page.keyboard.down(modifier);
    await this.page.keyboard.press(key);
    for (const modifier of held.reverse()) await this.page.keyboard.up(modifier);
  }

  async saveDraft() {
    await this.press("s", "Control");
    await this.page.waitForFunction(() => {
      const post = wp.data.select("core/editor");
      return !post.isSavingPost() && !post.isEditedPostDirty() && !post.isEditedPostNew();
    });
  }

  async openSidebar() {
    await (await this.page.waitForSelector("button[aria-label='Bilan']")).click();
    await this.page.waitForSelector("bilan-check");
  }
}

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

// What a person does in WordPress: install it, log in, activate the plugin, write a post.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { visit } from "../browser/browser.mjs";
import { Editor } from "../browser/editors.mjs";
import { root } from "../browser/site.mjs";
import { start } from "./server.mjs";

const USER = "desk";
const PASSWORD = "a long sentence for the loopback";

/** Time for anything that WordPress does, in milliseconds: PHP compiles all of it for each request. */
const PATIENCE = 20_000;

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

/**
 * Runs `act` with a WordPress that is installed, where the plugin is not active yet. Fails when anything but that
 * WordPress was asked for something, or when PHP has something to say against the plugin.
 */
export async function withWordPress(name, act) {
  const server = await start(name);
  const asked = new Set();
  try {
    await visit(`wordpress-${name}`, async (v) => {
      v.page.setDefaultTimeout(PATIENCE);
      // What was written last is left unsaved at times.
      v.page.on("dialog", (dialog) => void dialog.accept());
      v.page.on("request", (request) => asked.add(new URL(request.url())));
      const wordpress = new WordPress(name, v, server.url);
      await wordpress.install();
      await act(wordpress);
    }, { path: "blank.html", pages: { "/blank.html": `<title>Blank</title><link rel="icon" href="data:,">` }, width: 1400 });
    const outside = [...asked].filter(({ protocol, origin }) => protocol.startsWith("http") && `${origin}/` !== server.url);
    assert.deepEqual(outside.map(String), [], "nothing leaves the machine");
    assert.deepEqual(await server.complaints(), [], "what PHP says of the plugin");
  } finally {
    await server.close();
  }
}

class WordPress extends Editor {
  constructor(name, v, url) {
    super(name, v);
    this.url = url;
  }

  /** Keeps a picture to look at. */
  async shot(of) {
    const shots = path.join(root, "target/browser-tests");
    await mkdir(shots, { recursive: true });
    await this.page.screenshot({ path: path.join(shots, `wordpress-${this.name}-${of}.png`) });
  }

  async go(where) {
    await this.page.goto(this.url + where);
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
    // The page puts the focus there by itself, a moment later.
    await this.page.waitForFunction(() => document.activeElement.id === "user_login");
    await this.fill("#user_login", USER);
    await this.fill("#user_pass", PASSWORD);
    await this.follow("#wp-submit");
    await this.page.waitForSelector("#wpadminbar");
  }

  async activate() {
    await this.go("wp-admin/plugins.php");
    await this.follow("#activate-bilan");
    await this.page.waitForSelector("#deactivate-bilan");
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

  /** Waits until the editor shows the post. */
  async ready() {
    await this.in(".is-root-container");
    await this.drawn();
  }

  /** Opens a new post and writes its title. */
  async begin(title) {
    await this.go("wp-admin/post-new.php");
    await this.ready();
    await (await this.in(".wp-block-post-title, .editor-post-title__input")).click();
    await this.keyboard.type(title);
  }

  async write(paragraphs) {
    for (const paragraph of paragraphs) {
      await this.press("Enter");
      await this.drawn();
      await this.keyboard.type(paragraph);
    }
  }

  /** Puts the caret to the start of the first block or the end of the last. */
  async caretTo(key) {
    const texts = await this.canvas.$$(".is-root-container .rich-text");
    await texts.at(key === "Home" ? 0 : -1).click();
    await this.press(key, "Control");
    await this.drawn();
  }

  async saved() {
    await this.drawn();
    return this.page.evaluate(() => wp.data.select("core/editor").getEditedPostContent());
  }

  pause() {
    return pause(1500);
  }

  isDirty() {
    return this.page.evaluate(() => wp.data.select("core/editor").isEditedPostDirty());
  }

  async saveDraft() {
    await this.press("s", "Control");
    await this.page.waitForFunction(() => {
      const post = wp.data.select("core/editor");
      return !post.isSavingPost() && !post.isEditedPostDirty() && !post.isEditedPostNew();
    });
  }

  /** Opens the sidebar of the plugin, or closes it. */
  async toggle() {
    await (await this.page.waitForSelector(".edit-post-header button[aria-label='Bilan'], .editor-header button[aria-label='Bilan']")).click();
    await this.drawn();
  }

  /** Shows the article at the width of a tablet or of the desk: each time in another document. */
  device(type) {
    return this.page.evaluate((type) => {
      const post = wp.data.dispatch("core/editor");
      return post.setDeviceType ? post.setDeviceType(type) : wp.data.dispatch("core/edit-post").__experimentalSetPreviewDeviceType(type);
    }, type);
  }
}

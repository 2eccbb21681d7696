// Real editors, on the pages that show how each is embedded: how a person writes in one, and what it would save.
import assert from "node:assert/strict";
import { visit } from "./browser.mjs";

/**
 * What differs from editor to editor, as functions that run in the page and take the module of its example: `saved`, what
 * a host stores; `load`, how it shows that again; `end`, how it takes the editor away. `enters`: how often a person presses
 * Enter between paragraphs; `delay`: between two keys, in milliseconds, where drawing lags behind faster ones; `pause`:
 * after which it takes back what was typed since then alone, in milliseconds.
 */
const EDITORS = {
  prosemirror: {
    saved: ({ view }) => view.state.doc.toJSON(),
    load: ({ view: { state, dispatch } }, saved) =>
      dispatch(state.tr.replaceWith(0, state.doc.content.size, state.schema.nodeFromJSON(saved).content)),
    end: ({ view }) => view.destroy(),
  },
  tiptap: {
    saved: ({ editor }) => editor.getJSON(),
    load: ({ editor }, saved) => editor.commands.setContent(saved),
    end: ({ editor }) => editor.destroy(),
  },
  tinymce: {
    saved: ({ editor }) => editor.getContent(),
    load: ({ editor }, saved) => editor.setContent(saved),
    end: ({ editor }) => editor.remove(),
  },
  ckeditor: {
    saved: ({ editor }) => editor.getData(),
    load: ({ editor }, saved) => editor.setData(saved),
    end: ({ editor }) => editor.destroy(),
  },
  lexical: {
    saved: ({ editor }) => editor.getEditorState().toJSON(),
    load: ({ editor }, saved) => editor.setEditorState(editor.parseEditorState(saved)),
    end: ({ editor }) => editor.setRootElement(null),
  },
  quill: {
    saved: ({ editor }) => editor.getContents().ops,
    load: ({ editor }, saved) => editor.setContents(saved),
    end: ({ editor }) => editor.container.remove(),
  },
  draft: {
    // Draft gives each block a key by chance.
    saved: ({ saved }) => ({ ...saved, blocks: saved.blocks.map(({ key, ...block }) => block) }),
    load: ({ load }, saved) => load(saved),
    end: ({ unmount }) => unmount(),
  },
  trix: {
    saved: ({ editor }) => editor.value,
    load: ({ editor }, saved) => editor.editor.loadHTML(saved),
    end: ({ editor }) => editor.remove(),
    enters: 2,
    delay: 10,
    pause: 5100,
  },
};

export const names = Object.keys(EDITORS);

/** The words that every example begins with. */
export const START = "The army acknowledged heavy losses on Sunday without giving a number.";

/**
 * Runs `act` with the page of one editor. `alone`: without the element, as a host that knows nothing of it. Fails when
 * anything but the site was asked for something, or the page's content security policy was broken.
 */
export function withEditor(name, act, { alone = false, ...options } = {}) {
  const none = { "/bilan.js": (_, response) => response.setHeader("content-type", "text/javascript").end("") };
  return visit(`editor-${name}`, async (v) => {
    const asked = new Set();
    v.page.on("request", (request) => asked.add(new URL(request.url())));
    const editor = new Editor(name, v);
    await editor.ready();
    await act(editor);
    const outside = [...asked].filter(({ protocol, origin }) => protocol.startsWith("http") && `${origin}/` !== v.site.url);
    assert.deepEqual(outside, [], "nothing leaves the page");
    assert.deepEqual(await v.page.evaluate(() => window.violations), [], "the policy of the page holds");
  }, {
    path: `embed/${name}.html`,
    width: 800,
    ...options,
    pages: { ...(alone && none), ...options.pages },
    prepare: async (page, site) => {
      await watchPolicy(page);
      await options.prepare?.(page, site);
    },
  });
}

/** Keeps what breaks the policy of the page in `window.violations`. */
export function watchPolicy(page) {
  return page.evaluateOnNewDocument(() => {
    window.violations = [];
    document.addEventListener("securitypolicyviolation", (event) => {
      window.violations.push([event.effectiveDirective, event.blockedURI, event.sample]);
    });
  });
}

/** How a person writes in an editor that the element reads; `v` is the visit of its page. */
export class Editor {
  constructor(name, v) {
    this.name = name;
    this.v = v;
    this.page = v.page;
    this.keyboard = v.page.keyboard;
  }

  /** Runs a function of `EDITORS` on the module of the example. */
  #run(does, ...rest) {
    const given = ["module", ...rest.map((value) => JSON.stringify(value))].join(", ");
    return this.page.evaluate(`import("/embed/${this.name}.js").then((module) => (${EDITORS[this.name][does]})(${given}))`);
  }

  /** Waits until the example has bound its editor. */
  ready() {
    return this.page.waitForFunction(() => document.querySelector("bilan-check")?.field);
  }

  /** What a host would store now. */
  async saved() {
    await this.drawn();
    return this.#run("saved");
  }

  /** The DOM of the editor, without the keys that Draft gives by chance. */
  async dom() {
    const html = await this.root((root) => root.outerHTML);
    return html.replace(/ data-(offset-key|editor)="[^"]*"/g, "");
  }

  /** Shows what was saved, as a host does after a reload. */
  async load(saved) {
    await this.#run("load", saved);
    await this.drawn();
  }

  end() {
    return this.#run("end");
  }

  /** Runs `act` in the page with the element that is edited. */
  root(act, ...rest) {
    return this.page.evaluate(`(${act})(document.querySelector("bilan-check").field.root, ...${JSON.stringify(rest)})`);
  }

  async press(key, ...held) {
    for (const modifier of held) await this.keyboard.down(modifier);
    await this.keyboard.press(key);
    for (const modifier of held.reverse()) await this.keyboard.up(modifier);
  }

  /** Puts the caret to the start or the end of all there is, after a click into the first line. */
  async caretTo(key) {
    const at = await this.root((root) => {
      root.scrollIntoView({ block: "nearest" });
      const from = root.ownerDocument.defaultView.frameElement?.getBoundingClientRect() ?? { left: 0, top: 0 };
      const { left, top } = root.getBoundingClientRect();
      return [from.left + left + 40, from.top + top + 24];
    });
    await this.page.mouse.click(...at);
    await this.drawn();
    await this.press(key, "Control");
    await this.drawn();
  }

  /** Some editors follow focus, caret and new lines only when they have drawn. */
  drawn() {
    return new Promise((resolve) => setTimeout(resolve, 100));
  }

  /** Writes paragraphs behind what is there. */
  async write(paragraphs) {
    await this.caretTo("End");
    for (const paragraph of paragraphs) {
      for (let i = 0; i < (EDITORS[this.name].enters ?? 1); i++) {
        await this.press("Enter");
        await this.drawn();
      }
      await this.keyboard.type(paragraph, { delay: EDITORS[this.name].delay ?? 0 });
    }
  }

  /** Waits as long as makes what is written now another step to take back. */
  pause() {
    return new Promise((resolve) => setTimeout(resolve, EDITORS[this.name].pause ?? 1100));
  }

  /** Takes back what was done last until `saved` is saved again. */
  async undoTo(saved) {
    // Editors differ in how much of the typing they take back at once.
    for (let i = 0; i < 12; i++) {
      await this.press("z", "Control");
      if (isSame(await this.saved(), saved)) return;
    }
    assert.deepEqual(await this.saved(), saved, "undo leads back");
  }

  /** Waits until the element reads `text`, and gives its report, with the text as it was read. */
  async reportOn(text) {
    const read = () => this.page.$eval("bilan-check", (element) => element.text);
    // What is typed as a space is a no-break space at times.
    const spaced = (text) => text.replaceAll("\u00a0", " ");
    await this.page.waitForFunction((text) => document.querySelector("bilan-check").text.replaceAll("\u00a0", " ") === text, {}, text)
      .catch(async () => assert.equal(spaced(await read()), text, "the text as it is read"));
    return { report: await this.v.read(), text: await read() };
  }

  /** The words under every mark, in whatever window the editor is, with the kind of the mark. */
  marks(...kinds) {
    return this.root((root, kinds) => {
      const { highlights } = root.ownerDocument.defaultView.CSS;
      const found = kinds.flatMap((kind) => [...(highlights.get(`bilan-${kind}`) ?? [])].map((range) => [kind, String(range)]));
      return found.map(([kind, words]) => [kind, words.replace(/[\u200b\u2060\ufeff]/g, "")]).sort();
    }, kinds);
  }
}

function isSame(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}

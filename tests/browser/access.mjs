// What a page must be like for everybody: names, sizes, focus, reflow, languages. Each gives what is wrong; nothing, if all is well.
import { readFile } from "node:fs/promises";
import { axeScript } from "./chromium.mjs";

/** Puts `window.a11y` into the page, for the functions below. */
export async function equip(page) {
  await page.evaluate(await readFile(axeScript, "utf8"));
  await page.evaluate(`window.a11y = (${inPage})()`);
}

/** Everything at once that can be told of a page as it stands. */
export const audit = (page, exempt = "") => page.evaluate((exempt) => window.a11y.audit(exempt), exempt);

/** What is cut off or reaches beyond the page. */
export const cutOff = (page) => page.evaluate(() => window.a11y.cutOff());

/** Everything that is written or announced: text, and in what language it says it is. */
export const said = (page) => page.evaluate(() => window.a11y.said());

/** Where the focus is, as a short word; empty when it is lost. */
export const focus = (page) => page.evaluate(() => window.a11y.focus());

function inPage() {
  const CONTROLS = "a[href], button, input, select, textarea, summary, [tabindex=\"0\"], .card, [contenteditable=true]";

  /** All elements of a tree, also those in shadow roots. */
  function* elements(root = document) {
    for (const element of root.querySelectorAll("*")) {
      yield element;
      if (element.shadowRoot && !/^(tox|ck)/.test(element.className)) yield* elements(element.shadowRoot);
    }
  }

  const parent = (element) => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host ?? null;
  const closest = (element, selector) => {
    for (let at = element; at; at = parent(at)) if (at.matches(selector)) return at;
    return null;
  };
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false }) && !closest(element, "[inert]");
  const controls = (exempt) => [...elements()].filter((one) => one.matches(CONTROLS) && shown(one) && !(exempt && closest(one, exempt)));
  const short = (element) => `${element.localName}${element.id && `#${element.id}`}${[...element.classList].map((name) => `.${name}`).join("")} “${element.textContent.trim().replace(/\s+/g, " ").slice(0, 40)}”`;

  /** What a finger or a mouse has to hit: of a field inside its label, the label. */
  const target = (control) => (control.matches("input.hidden, [type=checkbox], [type=radio]") ? (control.closest("label") ?? control) : control);

  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  /** The ground that an element stands on. */
  const ground = (element) => {
    for (let at = element; at; at = parent(at)) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour[3] > 250) return colour;
    }
    return rgba("Canvas");
  };
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const contrast = (a, b) => {
    const [low, high] = [light(a), light(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };

  /** What shows that `control` has the focus is missing, thin, or too pale on its ground. */
  function unfocused(control) {
    const root = control.getRootNode();
    const before = root.activeElement;
    before?.blur(); // what has the focus already would not get it anew, and by keyboard
    control.focus({ focusVisible: true, preventScroll: true });
    if (root.activeElement !== control) return "cannot be focused";
    const rings = [control, target(control), control.parentElement].filter(Boolean).map((on) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(on);
      return { seen: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2, strength: contrast(rgba(outlineColor), ground(parent(on) ?? on)) };
    });
    before?.focus({ preventScroll: true });
    const ring = rings.find(({ seen }) => seen);
    if (!ring) return "no outline";
    return ring.strength < 3 ? `an outline of ${ring.strength.toFixed(1)} to 1` : null;
  }

  function audit(exempt) {
    const found = [];
    const names = new Map();
    axe.teardown();
    axe.setup(document);
    for (const control of controls(exempt)) {
      const hit = target(control);
      const { width, height } = hit.getBoundingClientRect();
      const inline = control.localName === "a" && getComputedStyle(control).display === "inline";
      if (!inline && !control.matches("[role=region], [role=option]") && (width < 23.9 || height < 23.9)) found.push(`small: ${short(control)} ${width}×${height}`);
      const name = axe.commons.text.accessibleText(control).trim();
      if (name === "" || /undefined|null|NaN|\[object/.test(name)) found.push(`name: ${short(control)} is called “${name}”`);
      const state = control.disabled ? null : unfocused(control);
      if (state) found.push(`focus: ${short(control)} has ${state}`);
      // Words of the article are the same wherever they are quoted; whatever leads to them may be so, too.
      const key = `${control.getAttribute("role") ?? control.localName}${control.type ?? ""} ${name}`;
      if (!control.matches(".place, .quoted, .words, .first button, .peek, summary, option") && names.has(key)) found.push(`twice: ${short(control)} is called “${name}” like ${short(names.get(key))}`);
      names.set(key, control);
    }
    axe.teardown();
    for (const live of elements()) {
      if (!live.matches("[role=status], [role=alert]")) continue;
      if (closest(parent(live), "[role=status], [role=alert], [aria-live]")) found.push(`live: ${short(live)} is in another`);
    }
    return found;
  }

  /** Lines that show in full where they are chosen, and fields that grow with their text. */
  const CLIPS = ".basis, .hidden, .peek span, textarea, input, select, .paper, .scroll, pre, .tiles, .ledger thead";
  function cutOff() {
    const found = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} wide in ${clientWidth}`);
    for (const element of elements()) {
      if (!(element instanceof HTMLElement) || !shown(element) || closest(element, CLIPS)) continue;
      const { overflowX, overflowY, display } = getComputedStyle(element);
      if (display === "inline") continue;
      if (overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1) found.push(`cut: ${short(element)}`);
      if (/hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1) found.push(`cut below: ${short(element)}`);
      const { right, left, width } = element.getBoundingClientRect();
      if (width > 1 && (right > clientWidth + 1 || left < -1)) found.push(`out: ${short(element)} from ${left} to ${right}`);
    }
    return found;
  }

  const ATTRIBUTES = ["aria-label", "title", "placeholder", "aria-description", "aria-roledescription", "alt"];
  function said() {
    const lines = [];
    for (const element of elements()) {
      if (element.matches("script, style, noscript, code, pre")) continue;
      const language = closest(element, "[lang]")?.lang ?? "";
      const own = element.closest("[data-own]") !== null;
      for (const name of ATTRIBUTES) if (element.hasAttribute(name)) lines.push({ text: element.getAttribute(name), language, own, attribute: name, at: short(element) });
      if (!element.checkVisibility() && element.localName !== "option") continue;
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE && node.data.trim()) lines.push({ text: node.data.trim(), language, own, attribute: null, at: short(element) });
    }
    return lines;
  }

  function focus() {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (!active || active === document.body || active.localName === "bilan-check" || !active.checkVisibility()) return "";
    return active.id || active.className || active.localName;
  }

  /** How far the line of a mark stands out from the ground of `element`; 21 at most. */
  const marked = (element, name) => contrast(rgba(getComputedStyle(element, `::highlight(${name})`).textDecorationColor), ground(element));

  return { audit, cutOff, said, focus, marked };
}

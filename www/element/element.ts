// `<bilan-check>`: what a page sees of it, and how text, reading and what is drawn hang together.
import { html, LitElement, nothing, type PropertyValues } from "lit";
import type { Comparison, House, Report } from "bilan-core";
import { Reading } from "./reading";
import { editBetween } from "../fields/edit";
import type { EditorBinding, Field, FieldListener } from "../fields/field";
import { Finder, type Found } from "../fields/finder";
import { Paper } from "../fields/paper";
import type { FormatId } from "../handover/words";
import { FileDrop } from "../intake/drop";
import { withLineFeeds, type FileProblem, type Opened } from "../intake/files";
import type { PlacedNote, Session } from "../memory/note";
import type { NoteChange } from "../memory/rules";
import { interfaceFor, languageAround, strings, type Interface, type Strings } from "../words/strings";
import { articleTemplate } from "./article";
import { focusFirst } from "../view/focus";
import { Side } from "./side";
import { statusTemplate, type Status } from "./status";
import { styles } from "./styles";
import { tallies } from "../view/view";

/** Pause after a key before the text is read, in milliseconds. */
const PAUSE = 150;

/** Pause after a key before the cards are drawn anew, in milliseconds. */
const REST = 100;

/** The list in an attribute. What is no JSON goes on as it is: the core says that it is no list. */
function houseIn(json: string | null): House | null {
  try {
    return json ? (JSON.parse(json) as House) : null;
  } catch {
    return json as unknown as House;
  }
}

/**
 * Shows what an editor still has to verify in an article. The text is read inside the page and
 * never leaves it; the element never changes the text.
 *
 * ```html
 * <script type="module" src="bilan/bilan.js"></script>
 * <bilan-check language="fr"></bilan-check>
 * ```
 *
 * `bilan.js`, `bilan-worker.js` and `bilan.wasm` lie in one folder. Under a content security policy
 * the page needs `script-src 'self' 'wasm-unsafe-eval'`, `worker-src 'self'`, `connect-src 'self'`,
 * and with Trusted Types `trusted-types lit-html bilan`.
 *
 * @attr text - The article as plain text. As a property it follows what is typed. Line ends are LF:
 *   every place in a report counts UTF-16 code units of this very string. To set it has no effect on an element that
 *   reads a field of the page: that one's text is the host's.
 * @attr language - BCP 47 tag of the article; detected when empty.
 * @attr messages - Language of interface and messages, `fr` or `en`. Default: `lang` of the element,
 *   then of what surrounds it, then the browser's.
 * @attr lang - Language of interface and messages where `messages` does not say it.
 * @attr published - Publication date, `YYYY-MM-DD` or `YYYY-MM`.
 * @attr heading - Headline and standfirst, compared with the article.
 * @attr for - Id of the field of the page that holds the article: a `<textarea>`, an `<input>` or an editable element. Then
 *   the element shows no paper of its own and `text` follows that field. As a property: `htmlFor`.
 * @prop field - The same as an object: the field itself, or what an adapter makes of an editor. Goes before `for`.
 * @attr document-id - What the host calls this document; what is noted is kept under it on this machine. Without it
 *   nothing is kept. As a property: `documentId`.
 * @attr keep-text - Keeps the article itself as well as soon as something is noted on it, for a page that has no other
 *   place for it. As a property: `keepText`.
 * @attr house - The desk's own list: parties, loaded words, acronyms, checks on, off or at another severity. An object as
 *   a property, JSON as an attribute. What does not fit in it is told above the cards; the rest applies.
 *
 * @event bilan-report - A text was read; `detail` is its `Report`.
 * @event bilan-notes - Something was noted, moved or taken in; `detail` is the list of notes as in `notes`.
 * @event bilan-status - State or message changed; `detail` is a `Status`.
 *
 * @slot head - Above the cards and what is said about them: what a desk has to say to those who use it.
 * @slot foot - Below the cards.
 *
 * @csspart article - The column of the text.
 * @csspart editor - The paper.
 * @csspart text - The text field. Its type is that of the marks beneath: set it by the properties below.
 * @csspart side - The column of the cards.
 * @csspart status - The line that says what was found.
 * @csspart problem - What is wrong with an entry of the house list.
 * @csspart first - The panel above the cards: what is true of the whole article, then the cards to see first.
 * @csspart list - A list of cards.
 * @csspart filter - What of the cards is shown.
 * @csspart card - A card, whatever its severity.
 * @csspart card-error - A card with something that has to be resolved.
 * @csspart card-warning - A card with something that has to be verified.
 * @csspart card-info - A card with nothing but notes.
 * @csspart words - The quoted words of a card.
 * @csspart flag - One reason on a card.
 * @csspart message - What stands there and why it matters.
 * @csspart question - What would resolve it.
 * @csspart standard - The newsroom standard that it rests on.
 * @csspart note - What was noted on a card.
 * @csspart state - How far a checker is with a card.
 * @csspart progress - How far a checker is.
 * @csspart storage - Why notes are not kept.
 * @csspart memory - The panel of notes.
 * @csspart notes - The folded cards: notes, and what is more than an editor has time for.
 * @csspart consistent - What was checked and agrees.
 * @csspart tabs - The row of tabs above the panels.
 * @csspart tab - A tab.
 * @csspart panel - What belongs to a tab.
 * @csspart panel-cards - The panel with the cards.
 * @csspart panel-notes - The panel with what was noted.
 * @csspart panel-voices - The panel that shows who says what.
 * @csspart panel-figures - The panel with every figure.
 * @csspart panel-quotations - The panel with every quotation, by speaker.
 * @csspart panel-dates - The panel with every date.
 * @csspart panel-versions - The panel with two versions side by side.
 * @csspart panel-handover - The panel from which a result is handed on.
 * @csspart versions - The two versions.
 * @csspart handover - The formats in which it is handed on.
 * @csspart strip - The article as a strip, a segment for each sentence.
 * @csspart figures - The table of the figures.
 * @csspart dates - The table of the dates.
 *
 * @cssprop --bilan-font - Typeface of the interface.
 * @cssprop --bilan-text-font - Typeface of article and quoted words.
 * @cssprop --bilan-text-size - Size of the article's type, a length (default 1.125rem).
 * @cssprop --bilan-min-height - Least height of the paper, a length (default 22rem).
 * @cssprop --bilan-gap - Between text and cards, a length (default 2rem).
 * @cssprop --bilan-top - Height that a fixed header covers, a length (default 0.75rem).
 * @cssprop --bilan-radius - Rounding of corners, a length (default 6px).
 * @cssprop --bilan-ink - Colour of text.
 * @cssprop --bilan-soft - Colour of lesser text.
 * @cssprop --bilan-paper - Colour of paper and cards.
 * @cssprop --bilan-shade - Colour of panels.
 * @cssprop --bilan-line - Colour of thin lines.
 * @cssprop --bilan-focus - Colour of the focus ring.
 * @cssprop --bilan-error - Colour of what has to be resolved.
 * @cssprop --bilan-warning - Colour of what has to be verified.
 * @cssprop --bilan-info - Colour of notes.
 */
export class BilanCheck extends LitElement {
  static override styles = styles;

  static override properties = {
    text: { type: String, noAccessor: true },
    language: { type: String },
    messages: { type: String },
    published: { type: String },
    heading: { type: String },
    house: { converter: { fromAttribute: houseIn } },
    htmlFor: { type: String, attribute: "for" },
    field: { attribute: false },
    documentId: { type: String, attribute: "document-id" },
    keepText: { type: Boolean, attribute: "keep-text" },
    _problem: { state: true },
  };

  declare language: string;
  declare messages: string;
  declare published: string;
  declare heading: string;
  declare house: House | null;
  declare htmlFor: string;
  declare field: Element | EditorBinding | null;
  declare documentId: string;
  declare keepText: boolean;

  declare private _problem: FileProblem | null;

  #text = "";
  /** What holds the text; null before the first drawing, or while the field of the page is missing. */
  #field: Field | null = null;
  #missing: Exclude<Found, { field: Field }> | null = null;
  #told: Status | null = null;
  #resting = 0;
  #off = new AbortController();
  readonly #finder = new Finder((found) => this.#found(found));
  readonly #drop = new FileDrop(
    () => this.requestUpdate(),
    (opened) => this.#open(opened),
  );
  readonly #reading = new Reading(
    () => ({
      text: this.#text,
      interface: this.#interface,
      language: this.language,
      published: this.published,
      heading: this.heading,
      house: this.house,
    }),
    () => this.#settled(),
  );

  readonly #side = new Side(this, this.#reading, {
    interface: () => this.#interface,
    field: () => this.#field,
    text: () => this.#text,
    bound: () => this.#isBound,
    restore: (text) => {
      if (this.#text === "") this.text = text;
    },
    noted: () => this.#dispatch("bilan-notes", this.notes),
  });

  constructor() {
    super();
    this.language = this.messages = this.published = this.heading = this.htmlFor = this.documentId = "";
    this.house = this.field = this._problem = null;
    this.keepText = false;
  }

  get text(): string {
    return this.#text;
  }

  set text(text: string) {
    if (this.#isBound) return;
    const taken = withLineFeeds(String(text ?? ""));
    if (this.#field instanceof Paper) this.#field.show(taken);
    this.#change(taken);
  }

  /**
   * The report on the current text, once there is one; null when there is no text. Rejects with an
   * `Error` of one sentence when the text cannot be read.
   */
  async report(): Promise<Report | null> {
    await this.updateComplete; // what was said about the text just now counts
    return this.#reading.report();
  }

  /**
   * What is handed on, in one format: `annotated` (HTML), `questions` (plain text), `checklist` (Markdown), `cards` and
   * `figures` (CSV), `session` (JSON), `annotations` (W3C Web Annotation) or `claims` (schema.org). Waits for the report on
   * the current text. Rejects with an `Error` of one sentence when the text cannot be read, when there is none, and for any
   * other format.
   */
  async export(format: FormatId): Promise<string> {
    await this.report();
    return this.#side.handing.write(format);
  }

  /**
   * Compares an older version with the current text. Rejects with an `Error` of one sentence when one of them cannot be
   * read.
   */
  async compare(before: string): Promise<Comparison> {
    await this.updateComplete;
    return this.#reading.compare(withLineFeeds(before), this.#text);
  }

  /** What was noted, in the order in which it was, with its place in the current text. */
  get notes(): PlacedNote[] {
    return structuredClone([...this.#side.memory.placed]);
  }

  /**
   * Notes something on the card at place `card` of `report.cards` and `report.folded` in reading order. Throws an `Error` of
   * one sentence when there is no such card, and for `confirmed` without a source.
   */
  note(card: number, change: NoteChange): void {
    this.#side.memory.note(card, change);
  }

  /** Everything that was noted, as `export("session")` writes it. */
  session(): Session {
    return this.#side.memory.memory.export();
  }

  /** Takes in what `session` or its JSON gave on another machine. Throws an `Error` of one sentence for anything else. */
  restore(session: Session | string): void {
    this.#side.memory.take(typeof session === "string" ? session : JSON.stringify(session));
  }

  /** The documents that are kept on this machine, the latest first; `saved` is ISO 8601. */
  documents(): Promise<{ document: string; title: string; saved: string }[]> {
    return this.#side.memory.memory.list();
  }

  /** Deletes everything that is kept on this machine about this document. False when the storage cannot be reached. */
  forget(): Promise<boolean> {
    return this.#side.memory.forget();
  }

  /** State and message as `bilan-status` last told them. */
  get status(): Status {
    const s = this.#strings;
    const { outcome, loaded } = this.#reading;
    if (this.#missing) return { state: "error", message: s[this.#missing.problem](this.#missing.name) };
    if (this._problem) return { state: "error", message: s.file[this._problem] };
    if (outcome && "error" in outcome) return { state: "error", message: outcome.error(s) };
    if (!loaded) return { state: "loading", message: s.loading };
    if (!outcome) return { state: "reading", message: s.reading };
    if (!outcome.report) return { state: "empty", message: s.empty };
    const found = tallies(this.#side.view).map(({ severity, n }) => s.count[severity](n));
    return { state: "ready", message: found.join(", ") || s.nothing };
  }

  /** Puts `text` in the place of the current one in such a way that the person can undo it; not into a field of the page. */
  replaceText(text: string): void {
    if (this.#field instanceof Paper) this.#field.replaceAll(withLineFeeds(text));
    else this.text = text;
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, "lang"];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === "lang") this.requestUpdate("lang", old);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#reading.start();
    if (this.hasUpdated) this.#seek();
    const { signal } = (this.#off = new AbortController());
    const paper = matchMedia("print");
    const show = (printing: boolean) => {
      this.#side.printing = printing;
      this.requestUpdate();
      if (printing) this.performUpdate(); // the browser takes the page as it is when this returns
    };
    addEventListener("beforeprint", () => show(true), { signal });
    addEventListener("afterprint", () => show(false), { signal });
    paper.addEventListener("change", ({ matches }) => show(matches), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#off.abort();
    // An element that is moved is disconnected and connected again in one go.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#finder.stop();
      this.#reading.stop();
      this.#side.memory.stop();
      this.#hold(null);
    });
  }

  protected override firstUpdated(): void {
    this.#seek();
  }

  /** A property without a value, or an attribute that was taken away, says as much as an empty one. */
  protected override willUpdate(): void {
    for (const name of ["language", "messages", "published", "heading", "htmlFor", "documentId"] as const) this[name] = String(this[name] ?? "");
    this.field ??= null;
    this.house ??= null;
  }

  protected override updated(changed: PropertyValues): void {
    clearTimeout(this.#resting);
    const asked = ["language", "messages", "lang", "published", "heading", "house"];
    if (this.isConnected && asked.some((name) => changed.has(name))) this.#reading.schedule(0);
    if (this.isConnected && this.hasUpdated && (changed.has("htmlFor") || changed.has("field"))) this.#seek();
    this.#field?.paint(this.#side.marks);
    this.#tell();
  }

  get #interface(): Interface {
    return interfaceFor(this.messages || languageAround(this) || navigator.language);
  }

  get #strings(): Strings {
    return strings[this.#interface];
  }

  /** The text is in a field of the page. */
  get #isBound(): boolean {
    return Boolean(this.field || this.htmlFor);
  }

  // The field

  /** Takes the field that the element is meant for: one of the page, or its own paper. */
  #seek(): void {
    const target = this.field || this.htmlFor;
    if (target) return this.#finder.look(this, target);
    this.#finder.stop();
    this.#missing = null;
    const part = <T extends Element>(selector: string) => this.renderRoot.querySelector(selector) as T;
    const paper = new Paper(part("textarea"), part(".paper"), part(".anchor"));
    paper.show(this.#text);
    this.#hold(paper);
  }

  #found(found: Found): void {
    this.#missing = "field" in found ? null : found;
    this.#hold("field" in found ? found.field : null);
    this.requestUpdate();
  }

  #hold(field: Field | null): void {
    this.#field?.disconnect();
    this.#field = field;
    if (!field) return;
    field.connect(this.#listener);
    this.#change(field.text);
    this.requestUpdate();
  }

  readonly #listener: FieldListener = {
    changed: () => this.#field && this.#change(this.#field.text),
    moved: () => this.#side.moved(),
    key: (key) => this.#side.fieldKey(key),
    gone: () => {
      if (!this.isConnected) return; // went together with its field
      if (!this.field) return this.#seek();
      // An editor that has ended does not come back: the host has to say what is read now.
      this.#found({ problem: "fieldGone", name: "field" });
    },
  };

  /** Takes `text` over and reads it: after a pause when it differs by a key, else at once. */
  #change(text: string): void {
    if (text === this.#text) return;
    const edit = editBetween(this.#text, text);
    this.#text = text;
    this.#side.edited(edit, text);
    this._problem = null;
    this.#reading.schedule(edit.inserted.length > 1 ? 0 : PAUSE);
    // While somebody writes, the marks alone go along with each key: the cards still say what they said.
    if (this.#told?.state !== "reading") return this.requestUpdate();
    this.#field?.paint(this.#side.marks);
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.requestUpdate(), REST);
  }

  #open(opened: Opened): void {
    if ("text" in opened) this.replaceText(opened.text);
    this._problem = "problem" in opened ? opened.problem : null;
  }

  // The report

  #again(): void {
    this.#reading.again();
    void focusFirst(this, ".status"); // the button is gone while the text is read
  }

  /** Something became of the text, or the core is there. */
  #settled(): void {
    this.requestUpdate();
    const { outcome } = this.#reading;
    if (!outcome) return;
    const report = "report" in outcome ? outcome.report : null;
    if (report && report === this.#side.view?.report) return;
    const read = report && "asked" in outcome ? { report, text: outcome.asked.text, heading: outcome.asked.heading } : null;
    this.#side.follow(read, this.heading);
    if (report) this.#dispatch("bilan-report", report);
  }

  /** Tells the page of state and message, once for each change. */
  #tell(): void {
    const { status } = this;
    if (status.state === this.#told?.state && status.message === this.#told.message) return;
    this.#told = status;
    this.#dispatch("bilan-status", status);
  }

  #dispatch(type: keyof HTMLElementEventMap, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  // What is drawn

  protected override render() {
    const s = this.#strings;
    const { view } = this.#side;
    const { status } = this;
    const { outcome } = this.#reading;
    const again = outcome && "again" in outcome && outcome.again;
    const language = view?.report.language || this.language;
    return html`<div class="frame ${this.#isBound ? "bound" : ""} ${this.#side.wide ? "wide" : ""}" lang=${this.#interface}>
      ${this.#isBound
        ? nothing
        : articleTemplate({ strings: s, language, drop: this.#drop, peek: this.#side.peekTemplate(status.message) })}
      <section class="side" part="side" aria-labelledby="side-title">
        <div class="bar"><h2 id="side-title">${s.cards}</h2></div>
        <slot name="head"></slot>
        ${statusTemplate(status, view, this.#text, s, again ? () => this.#again() : null)}
        ${this.#side.template()}
        <slot name="foot"></slot>
      </section>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bilan-check": BilanCheck;
  }
  interface HTMLElementEventMap {
    "bilan-report": CustomEvent<Report>;
    "bilan-notes": CustomEvent<PlacedNote[]>;
    "bilan-status": CustomEvent<Status>;
  }
}

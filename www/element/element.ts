import { html, LitElement, nothing, type PropertyValues } from "lit";
import type { House, Report } from "bilan-core";
import { Reading } from "../core/reading";
import { editBetween } from "../fields/edit";
import type { EditorBinding, Field, FieldListener } from "../fields/field";
import { Finder, type Found } from "../fields/finder";
import { Paper } from "../fields/paper";
import { Handing } from "../handover/handing";
import { handoverOf, type Handover } from "../handover/handover";
import { handoverTemplate } from "../handover/panel";
import { words as handoverWords, type FormatId } from "../handover/words";
import { FileDrop } from "../intake/drop";
import { MemoryController } from "../memory/controller";
import { readFile, withLineFeeds, type FileProblem } from "../intake/files";
import { Pictures, type PicturePanel } from "../pictures/pictures";
import { pictureStyles } from "../pictures/styles";
import { interfaceFor, languageAround, strings, type Interface, type Strings } from "../words/strings";
import { versionsTemplate } from "../versions/panel";
import { Versions } from "../versions/versions";
import { versionWords } from "../versions/words";
import { articleTemplate } from "./article";
import { cardsTemplate, titlesOf, type CardsActions } from "./cards";
import { icon } from "./icons";
import { Navigator } from "./navigator";
import { panelsTemplate, type Panel } from "./panels";
import { statusTemplate, type Status } from "./status";
import { styles } from "./styles";
import { firstCards, marksOf, shiftView, tallies, viewOf, type View } from "./view";

/** Pause after a key before the text is read, in milliseconds. */
const PAUSE = 150;

type PanelId = "cards" | "notes" | PicturePanel | "versions" | "handover";

/** Panels that hold tables: the text makes room for them. */
const WIDE = new Set<PanelId>(["voices", "figures", "quotations", "versions"]);

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
 * @attr keep-text - Keeps the article itself as well, for a page that has no other place for it. As a property: `keepText`.
 * @attr house - The desk's own list: parties, loaded words, acronyms, checks on, off or at another severity. An object as
 *   a property, JSON as an attribute. What does not fit in it is told above the cards; the rest applies.
 *
 * @event bilan-report - A text was read; `detail` is its `Report`.
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
 * @csspart note - What was noted on a card, with its `state`.
 * @csspart progress - How far a checker is.
 * @csspart storage - Why notes are not kept.
 * @csspart memory - The panel of notes.
 * @csspart notes - The folded cards: notes, and what is more than an editor has time for.
 * @csspart consistent - What was checked and agrees.
 * @csspart tabs - The row of tabs above the panels.
 * @csspart tab - A tab.
 * @csspart panel - What belongs to a tab.
 * @csspart panel-cards - The panel with the cards.
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
  static override styles = [styles, pictureStyles];

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
    _view: { state: true },
    _panel: { state: true },
    _problem: { state: true },
    _printing: { state: true },
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

  /** What is listed and painted: the last report, moved along with the edits since. */
  declare private _view: View | null;
  declare private _panel: PanelId;
  declare private _problem: FileProblem | null;
  declare private _printing: boolean;

  #text = "";
  /** What holds the text; null before the first drawing, or while the field of the page is missing. */
  #field: Field | null = null;
  #missing: Exclude<Found, { field: Field }> | null = null;
  #told: Status | null = null;
  #off = new AbortController();
  readonly #nav = new Navigator(this, () => this.#field, () => (this._panel = "cards"));
  readonly #pictures = new Pictures(this, (span) => this.#field?.reveal(span, true));
  readonly #memory = new MemoryController(this, {
    interface: () => this.#interface,
    titles: () => this.#reading.titles,
    selected: () => this.#nav.selected,
    toSpan: (span) => this.#nav.toSpan(span),
    toCard: (index) => void this.#nav.toCard(index),
    restore: (text) => {
      if (this.#text === "") this.text = text;
    },
  });
  readonly #finder = new Finder((found) => this.#found(found));
  readonly #versions = new Versions(this, (before, after) => this.#reading.compare(before, after));
  readonly #drop = new FileDrop(
    () => this.requestUpdate(),
    (file) => void this.#open(file),
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

  readonly #handing = new Handing({
    interface: () => this.#interface,
    handover: () => this.#handover(),
    take: (json) => "imported" in this.#memory.memory.import(json),
    changed: () => this.requestUpdate(),
  });

  constructor() {
    super();
    this.language = this.messages = this.published = this.heading = this.htmlFor = this.documentId = "";
    this.house = this.field = this._view = this._problem = null;
    this.keepText = this._printing = false;
    this._panel = "cards";
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
    return this.#handing.write(format);
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
    const found = tallies(this._view).map(({ severity, n }) => s.count[severity](n));
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
    const print = () => {
      this._printing = true;
      this.performUpdate(); // the browser takes the page as it is when this returns
    };
    const screen = () => (this._printing = false);
    addEventListener("beforeprint", print, { signal });
    addEventListener("afterprint", screen, { signal });
    paper.addEventListener("change", ({ matches }) => (matches ? print() : screen()), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#off.abort();
    // An element that is moved is disconnected and connected again in one go.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#finder.stop();
      this.#reading.stop();
      this.#memory.stop();
      this.#hold(null);
    });
  }

  protected override firstUpdated(): void {
    this.#seek();
  }

  protected override updated(changed: PropertyValues): void {
    const asked = ["language", "messages", "lang", "published", "heading", "house"];
    if (this.isConnected && asked.some((name) => changed.has(name))) this.#reading.schedule(0);
    if (this.isConnected && this.hasUpdated && (changed.has("htmlFor") || changed.has("field"))) this.#seek();
    const marks = this._view ? marksOf(this._view, this.#nav.selected, this.#nav.line, this.#memory.settled) : [];
    this.#field?.paint([...marks, ...this.#pictures.marks]);
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
    return this.field !== null || this.htmlFor !== "";
  }

  // The field

  /** Takes the field that the element is meant for: one of the page, or its own paper. */
  #seek(): void {
    const target = this.field ?? this.htmlFor;
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
    moved: () => {
      this.#pictures.leave();
      void this.#nav.atCaret();
    },
    key: (key) => {
      if (key !== "cards" || !this.#pictures.back()) this.#nav.fieldKey(key);
    },
    gone: () => {
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
    if (this._view) {
      this._view = shiftView(this._view, edit);
      this.#nav.shift(this._view);
      this.#pictures.shift(edit);
    }
    this.#memory.edited(edit, text, this._view);
    this._problem = null;
    this.requestUpdate("text");
    this.#reading.schedule(edit.inserted.length > 1 ? 0 : PAUSE);
  }

  async #open(file: File): Promise<void> {
    const opened = await readFile(file);
    if ("text" in opened) this.replaceText(opened.text);
    this._problem = "problem" in opened ? opened.problem : null;
  }

  // The report

  /** Something became of the text, or the core is there. */
  #settled(): void {
    this.requestUpdate();
    const { outcome } = this.#reading;
    if (!outcome) return;
    const report = "report" in outcome ? outcome.report : null;
    if (report && report === this._view?.report) return;
    this._view = report && "asked" in outcome ? viewOf(report, outcome.asked.text, outcome.asked.heading) : null;
    this.#memory.place(this.#text, this._view, this.heading);
    this.#nav.follow(this._view);
    void this.#versions.follow(this.#text);
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
    const view = this._view;
    const { status } = this;
    const { outcome } = this.#reading;
    const again = outcome && "again" in outcome && outcome.again;
    // Notes are there also while there is no text to read.
    const panels = view ? this.#panels(view, s) : this.#memory.placed.length > 0 ? [this.#notesPanel] : [];
    return html`<div class="frame ${this.#isBound ? "bound" : ""} ${WIDE.has(this._panel) ? "wide" : ""}" lang=${this.#interface}>
      ${this.#isBound
        ? nothing
        : articleTemplate({
            strings: s,
            language: view?.report.language || this.language,
            drop: this.#drop,
            peek: this.#peekTemplate(view, status),
          })}
      <section class="side" part="side" aria-labelledby="side-title">
        <div class="bar"><h2 id="side-title">${s.cards}</h2></div>
        <slot name="head"></slot>
        ${statusTemplate(status, view, this.#text, s, again ? () => this.#reading.again() : null)}
        ${panels.length > 1
          ? panelsTemplate({ panels, open: this._panel, printing: this._printing, label: s.panels }, (id, focus) => void this.#show(id, focus))
          : panels[0]?.template()}
        <slot name="foot"></slot>
      </section>
    </div>`;
  }

  #panels(view: View, s: Strings): Panel<PanelId>[] {
    return [
      { id: "cards", title: s.cardsTab, count: view.cards.length, template: () => this.#cardsTemplate(view, s) },
      this.#notesPanel,
      ...this.#pictures.panels(view.report, view.text, this.#interface),
      { id: "versions", title: versionWords[this.#interface].tab, template: () => this.#versionsTemplate(view, s) },
      { id: "handover", title: handoverWords[this.#interface].panel.title, template: () => this.#handoverTemplate() },
    ];
  }

  get #notesPanel(): Panel<PanelId> {
    return { id: "notes", title: this.#memory.words.tab, count: this.#memory.placed.length, template: () => this.#memory.panel() };
  }

  async #show(panel: PanelId, focus: boolean): Promise<void> {
    this._panel = panel;
    await this.updateComplete;
    if (focus) this.renderRoot.querySelector<HTMLElement>(`#tab-${panel}`)?.focus();
  }

  #cardsTemplate(view: View, s: Strings) {
    const { selected, line, current, notesOpen, all, filter } = this.#nav;
    const state = { view, strings: s, titles: this.#reading.titles, selected, line, current, notesOpen, all, filter, note: this.#memory.card };
    return html`<div @keydown=${(event: KeyboardEvent) => this.#memory.cardKey(event) || this.#nav.cardKey(event)}>
      ${this.#memory.above()}
      ${cardsTemplate(state, this.#actions)}
      ${view.cards.length > 0 ? html`<p class="keys">${s.cardsKeys} ${this.#memory.words.keys}</p>` : nothing}
    </div>`;
  }

  #versionsTemplate({ report: { language } }: View, strings: Strings) {
    const words = versionWords[this.#interface];
    return versionsTemplate({ versions: this.#versions, text: this.#text, language, words, strings }, this.#actions);
  }

  #handoverTemplate() {
    return handoverTemplate({ interface: this.#interface, ready: this.#handover() !== null, told: this.#handing.told }, this.#handing.actions);
  }

  /** Everything that is handed on; null unless the last report is on the current text. */
  #handover(): Handover | null {
    const view = this._view;
    const { outcome } = this.#reading;
    if (!view || !outcome || !("report" in outcome) || outcome.report !== view.report) return null;
    const session = this.#memory.memory.export();
    return handoverOf({ view, session, placed: this.#memory.placed, titles: this.#reading.titles, interface: this.#interface });
  }

  readonly #actions: CardsActions = {
    toCard: (index) => void this.#nav.toCard(index),
    toText: (index) => this.#nav.toText(index, false),
    toSpan: (span) => this.#nav.toSpan(span),
    toLine: (id) => this.#nav.toLine(id),
    notesToggled: (open) => {
      this.#nav.notesOpen = open;
      this.requestUpdate();
    },
    showAll: () => {
      this.#nav.all = true;
      this.requestUpdate();
    },
    filter: (filter) => this.#nav.show(filter),
  };

  /** The lower edge of a text whose cards are below it: the chosen card, or what comes first. */
  #peekTemplate(view: View | null, { message }: Status) {
    const chosen = view?.cards[this.#nav.selected ?? -1];
    const [line] = view?.overview ?? [];
    const card = chosen ?? (view ? firstCards(view, 1)[0] : undefined);
    if (!chosen && line) {
      return html`<button type="button" class="peek" @click=${() => this.#nav.toFirst()}>${icon("whole")}<span>${line.message}</span></button>`;
    }
    if (!card) return nothing;
    const words = chosen ? (titlesOf(chosen, this.#reading.titles)[0] ?? "") : message;
    return html`<button type="button" class="peek ${card.severity}" @click=${() => void this.#nav.toCard(card.index)}>
      ${icon(card.severity)}<span>${words}</span></button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bilan-check": BilanCheck;
  }
  interface HTMLElementEventMap {
    "bilan-report": CustomEvent<Report>;
    "bilan-status": CustomEvent<Status>;
  }
}

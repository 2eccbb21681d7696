import { html, LitElement, nothing, type PropertyValues } from "lit";
import type { House, Report, Span } from "bilan-core";
import { ArticleView } from "../fields/paper";
import { cardOrder, cardsTemplate, titlesOf, type CardsActions } from "./cards";
import { FileDrop } from "../intake/drop";
import { editBetween } from "../fields/edit";
import { icon } from "./icons";
import { readTextFile, withLineFeeds, type FileProblem } from "../intake/files";
import { movesCaret, stepTo } from "./keys";
import { Reading } from "../core/reading";
import { statusTemplate, type Status } from "./status";
import { interfaceFor, languageAround, strings, type Interface, type Strings } from "../words/strings";
import { styles } from "./styles";
import { cardAt, cardBeside, firstCards, marksOf, shiftView, tallies, viewOf, type CardView, type View } from "./view";

/** Pause after a key before the text is read, in milliseconds. */
const PAUSE = 150;

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
 *   every place in a report counts UTF-16 code units of this very string.
 * @attr language - BCP 47 tag of the article; detected when empty.
 * @attr messages - Language of interface and messages, `fr` or `en`. Default: `lang` of the element,
 *   then of what surrounds it, then the browser's.
 * @attr published - Publication date, `YYYY-MM-DD` or `YYYY-MM`.
 * @attr heading - Headline and standfirst, compared with the article.
 * @attr house - The desk's own list: parties, loaded words, acronyms, checks on, off or at another severity. An object as
 *   a property, JSON as an attribute. What does not fit in it is told above the cards; the rest applies.
 *
 * @event bilan-report - A text was read; `detail` is its `Report`.
 * @event bilan-status - State or message changed; `detail` is a `Status`.
 *
 * @csspart article - The column of the text.
 * @csspart editor - The paper.
 * @csspart text - The text field. Its type is that of the marks beneath: set it by the properties below.
 * @csspart side - The column of the cards.
 * @csspart status - The line that says what was found.
 * @csspart problem - What is wrong with an entry of the house list.
 * @csspart first -  The panel above the cards: what is true of the whole article, then the cards to see first.
 * @csspart list - A list of cards.
 * @csspart card - A card; also `card-error`, `card-warning`, `card-info`.
 * @csspart words - The quoted words of a card.
 * @csspart flag - One reason on a card, with `message`, `question` and `standard`.
 * @csspart notes - The folded cards: notes, and what is more than an editor has time for.
 * @csspart consistent - What was checked and agrees.
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
    _view: { state: true },
    _selected: { state: true },
    _line: { state: true },
    _current: { state: true },
    _notesOpen: { state: true },
    _all: { state: true },
    _problem: { state: true },
  };

  declare language: string;
  declare messages: string;
  declare published: string;
  declare heading: string;
  declare house: House | null;

  /** What is listed and painted: the last report, moved along with the edits since. */
  declare private _view: View | null;
  /** The chosen card, and the one that the Tab key reaches; both by place in the report. */
  declare private _selected: number | null;
  declare private _current: number | null;
  /** The chosen line about the whole article, by id; a card and a line are never chosen together. */
  declare private _line: string | null;
  declare private _notesOpen: boolean;
  declare private _all: boolean;
  declare private _problem: FileProblem | null;

  #text = "";
  #article: ArticleView | null = null;
  #told: Status | null = null;
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

  constructor() {
    super();
    this.language = this.messages = this.published = this.heading = "";
    this.house = this._view = this._selected = this._current = this._line = this._problem = null;
    this._notesOpen = this._all = false;
  }

  get text(): string {
    return this.#text;
  }

  set text(text: string) {
    this.#change(withLineFeeds(String(text ?? "")));
  }

  /**
   * The report on the current text, once there is one; null when there is no text. Rejects with an
   * `Error` of one sentence when the text cannot be read.
   */
  async report(): Promise<Report | null> {
    await this.updateComplete; // what was said about the text just now counts
    return this.#reading.report();
  }

  /** State and message as `bilan-status` last told them. */
  get status(): Status {
    const s = this.#strings;
    const { outcome, loaded } = this.#reading;
    if (this._problem) return { state: "error", message: s.file[this._problem] };
    if (outcome && "error" in outcome) return { state: "error", message: outcome.error(s) };
    if (!loaded) return { state: "loading", message: s.loading };
    if (!outcome) return { state: "reading", message: s.reading };
    if (!outcome.report) return { state: "empty", message: s.empty };
    const found = tallies(this._view).map(({ severity, n }) => s.count[severity](n));
    return { state: "ready", message: found.join(", ") || s.nothing };
  }

  /** Puts `text` in the place of the current one in such a way that the person can undo it. */
  replaceText(text: string): void {
    if (this.#article) this.#article.replaceAll(withLineFeeds(text));
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
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is moved is disconnected and connected again in one go.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#reading.stop();
      this.#article?.paint([]);
    });
  }

  protected override firstUpdated(): void {
    const part = <T extends Element>(selector: string) => this.renderRoot.querySelector(selector) as T;
    this.#article = new ArticleView(part("textarea"), part(".paper"), part(".anchor"));
    this.#article.show(this.#text, { start: 0, removed: 0, inserted: this.#text });
  }

  protected override updated(changed: PropertyValues): void {
    const asked = ["language", "messages", "lang", "published", "heading", "house"];
    if (this.isConnected && asked.some((name) => changed.has(name))) this.#reading.schedule(0);
    this.#article?.paint(this._view && this.isConnected ? marksOf(this._view, this._selected, this._line) : []);
    this.#tell();
  }

  get #interface(): Interface {
    return interfaceFor(this.messages || languageAround(this) || navigator.language);
  }

  get #strings(): Strings {
    return strings[this.#interface];
  }

  /** Takes `text` over and reads it: after a pause when it differs by a key, else at once. */
  #change(text: string): void {
    if (text === this.#text) return;
    const edit = editBetween(this.#text, text);
    this.#text = text;
    this.#article?.show(text, edit);
    if (this._view) this._view = shiftView(this._view, edit);
    this._problem = null;
    this.requestUpdate("text");
    this.#reading.schedule(edit.inserted.length > 1 ? 0 : PAUSE);
  }

  /** Something became of the text, or the core is there. */
  #settled(): void {
    this.requestUpdate();
    const { outcome } = this.#reading;
    if (!outcome) return;
    const report = "report" in outcome ? outcome.report : null;
    if (report && report === this._view?.report) return;
    const view = report && "asked" in outcome ? viewOf(report, outcome.asked.text, outcome.asked.heading) : null;
    const old = this._view?.cards[this._selected ?? -1]?.span;
    const same = old && view?.cards.find(({ span }) => span?.start === old.start && span.end === old.end);
    this._selected = same ? same.index : null;
    this._current = this._selected ?? (view ? (cardOrder(view, this._notesOpen)[0] ?? null) : null);
    this._view = view;
    if (report) this.dispatchEvent(new CustomEvent("bilan-report", { detail: report, bubbles: true, composed: true }));
  }

  /** Tells the page of state and message, once for each change. */
  #tell(): void {
    const { status } = this;
    if (status.state === this.#told?.state && status.message === this.#told.message) return;
    this.#told = status;
    this.dispatchEvent(new CustomEvent("bilan-status", { detail: status, bubbles: true, composed: true }));
  }

  protected override render() {
    const s = this.#strings;
    const view = this._view;
    const chosen = view?.cards[this._selected ?? -1];
    const { status } = this;
    const peekTemplate = this.#peekTemplate(view, chosen, status);
    const { outcome } = this.#reading;
    const again = outcome && "again" in outcome && outcome.again;
    return html`<div class="frame" lang=${this.#interface}>
      <section class="article" part="article" aria-labelledby="article-title">
        <div class="bar">
          <h2><label id="article-title" for="text">${s.article}</label></h2>
          <label class="plain file">${s.openFile}
            <input class="hidden" type="file" accept=".txt,.md,text/plain" @change=${this.#drop.onChosen} />
          </label>
        </div>
        <div class="editor ${this.#drop.over ? "over" : ""}" part="editor" @dragover=${this.#drop.onDragOver}
          @dragleave=${this.#drop.onDragLeave} @drop=${this.#drop.onDrop}>
          <div class="paper" aria-hidden="true" inert></div>
          <textarea id="text" part="text" dir="auto" lang=${view?.report.language || this.language || nothing}
            placeholder=${s.placeholder} aria-describedby="text-keys" spellcheck="false" autocomplete="off"
            autocapitalize="off" @input=${this.#onInput} @keydown=${this.#onTextKey} @keyup=${this.#onCaretKey}
            @click=${() => this.#atCaret()}></textarea>
          <div class="anchor"></div>
        </div>
        ${peekTemplate}
        <p class="keys" id="text-keys">${s.textKeys}</p>
      </section>
      <section class="side" part="side" aria-labelledby="side-title" @keydown=${this.#onCardKey}>
        <div class="bar"><h2 id="side-title">${s.cards}</h2></div>
        ${statusTemplate(status, view, this.#text, s, again ? () => this.#reading.again() : null)}
        ${view
          ? cardsTemplate(
              {
                view,
                strings: s,
                titles: this.#reading.titles,
                selected: this._selected,
                line: this._line,
                current: this._current,
                notesOpen: this._notesOpen,
                all: this._all,
              },
              this.#actions,
            )
          : nothing}
        ${view && view.cards.length > 0 ? html`<p class="keys">${s.cardsKeys}</p>` : nothing}
      </section>
    </div>`;
  }

  /** The lower edge of a text whose cards are below it: the chosen card, or what comes first. */
  #peekTemplate(view: View | null, chosen: CardView | undefined, { message }: Status) {
    const [line] = view?.overview ?? [];
    const first = view ? firstCards(view, 1)[0] : undefined;
    const card = chosen ?? first;
    if (!chosen && line) {
      return html`<button type="button" class="peek" @click=${() => this.#toFirst()}>${icon("whole")}<span>${line.message}</span></button>`;
    }
    if (!card) return nothing;
    const words = chosen ? (titlesOf(chosen, this.#reading.titles)[0] ?? "") : message;
    return html`<button type="button" class="peek ${card.severity}" @click=${() => this.#toCard(card.index)}>
      ${icon(card.severity)}<span>${words}</span></button>`;
  }

  // Between text and cards

  /** Puts the focus on the panel above the cards. */
  #toFirst(): void {
    this.renderRoot.querySelector<HTMLElement>(".first button:enabled")?.focus();
  }

  readonly #actions: CardsActions = {
    toCard: (index) => this.#toCard(index),
    toText: (index) => this.#toText(index, false),
    toSpan: (span: Span) => this.#article?.reveal(span, true),
    toLine: (id) => this.#toLine(id),
    notesToggled: (open) => (this._notesOpen = open),
    showAll: () => (this._all = true),
  };

  /** Chooses a card and puts the focus on it. */
  async #toCard(index: number): Promise<void> {
    await this.#choose(index);
    this.#cardElement(index)?.focus();
  }

  /** Chooses a card and brings its words into view; `focus` puts the caret there. */
  #toText(index: number, focus: boolean): void {
    void this.#choose(index);
    const span = this._view?.cards[index]?.span;
    if (span) this.#article?.reveal(span, focus);
  }

  /** Emphasises all places of a line about the whole article, and puts the caret before the first. */
  #toLine(id: string): void {
    const [first] = this._view?.overview.find((line) => line.id === id)?.spans ?? [];
    if (!first) return;
    this._selected = null;
    this._line = id;
    this.#article?.reveal(first, true);
  }

  /** Chooses a card and draws it, wherever it is folded away. */
  async #choose(index: number): Promise<void> {
    const aside = this._view?.cards[index]?.aside;
    this._selected = this._current = index;
    this._line = null;
    if (aside) this._notesOpen = true;
    await this.updateComplete;
    if (this.#cardElement(index)) return;
    this._all = true;
    await this.updateComplete;
  }

  #cardElement(index: number): HTMLElement | null {
    return this.renderRoot.querySelector(`#card-${index}`);
  }

  /** The card of the mark under the caret is shown; the focus stays in the text. */
  async #atCaret(): Promise<void> {
    const index = this._view && this.#article ? cardAt(this._view, this.#article.caret) : null;
    if (index === null) {
      this._selected = this._line = null;
      return;
    }
    await this.#choose(index);
    // From below the text a card would push it out of sight: there its title is shown instead.
    if (this.#isBeside()) this.#cardElement(index)?.scrollIntoView({ block: "nearest" });
  }

  /** The cards are beside the text, not below it. */
  #isBeside(): boolean {
    const side = this.renderRoot.querySelector(".side");
    return side !== null && getComputedStyle(side).position === "sticky";
  }

  // Keys

  #onTextKey(event: KeyboardEvent): void {
    const view = this._view;
    if (!view || !this.#article || event.isComposing) return;
    if (event.key === "F8") {
      event.preventDefault();
      const card = cardBeside(view, this.#article.caret, !event.shiftKey);
      if (!card?.span) return;
      this.#article.reveal(card.span, true);
      void this.#atCaret();
    } else if (event.key === "Escape") {
      const index = cardAt(view, this.#article.caret) ?? this._selected ?? this._current;
      if (index !== null) void this.#toCard(index);
    }
  }

  #onCaretKey(event: KeyboardEvent): void {
    if (movesCaret(event.key)) void this.#atCaret();
  }

  #onCardKey(event: KeyboardEvent): void {
    const target = event.target as Element;
    const card = target.closest<HTMLElement>("[data-index]");
    if (!card || !this._view || event.ctrlKey || event.metaKey || event.altKey) return;
    const index = Number(card.dataset["index"]);
    const order = cardOrder(this._view, this._notesOpen);
    const to = stepTo(event.key, order.indexOf(index), order.length);
    if (to !== null) {
      event.preventDefault();
      const next = order[to];
      if (next === undefined) return;
      void this.#toCard(next);
      if (this.#isBeside()) this.#toText(next, false);
    } else if (event.key === "Enter" && target === card) {
      event.preventDefault();
      this.#toText(index, true);
    }
  }

  // Text that comes in

  #onInput(event: Event): void {
    this.#change((event.target as HTMLTextAreaElement).value);
  }

  async #open(file: File): Promise<void> {
    const opened = await readTextFile(file);
    if ("text" in opened) this.replaceText(opened.text);
    this._problem = "problem" in opened ? opened.problem : null;
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

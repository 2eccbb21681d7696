// What stands beside the text: the panels, and everything that is chosen, noted, compared and handed on in them.
import { html, nothing } from "lit";
import type { Reading } from "./reading";
import type { Edit } from "../fields/edit";
import type { Field } from "../fields/field";
import type { Mark } from "../fields/marks";
import { Handing, saveSession } from "../handover/handing";
import { handoverOf, type Handover } from "../handover/handover";
import { handoverTemplate } from "../handover/panel";
import { words as handoverWords } from "../handover/words";
import { MemoryController, type MemoryHost } from "../memory/controller";
import { Pictures, type PicturePanel, type PicturesHost } from "../pictures/pictures";
import { versionsTemplate, type VersionsActions } from "../versions/panel";
import { Versions } from "../versions/versions";
import { versionWords } from "../versions/words";
import { strings, type Interface } from "../words/strings";
import { shorten } from "../words/format";
import { cardsTemplate, titlesOf, type CardsActions } from "./cards";
import { focusFirst, focusRest } from "../view/focus";
import { icon } from "../view/icons";
import { Navigator } from "./navigator";
import { panelsTemplate, type Panel } from "../view/panels";
import { firstCards, marksOf, shiftView, viewOf, type CardView, type View } from "../view/view";

type PanelId = "cards" | "notes" | PicturePanel | "versions" | "handover";

/** Panels that hold tables: the text makes room for them. */
const WIDE = new Set<PanelId>(["voices", "figures", "quotations", "versions"]);

export type SideHost = MemoryHost & PicturesHost;

/** What the side asks of the element. */
export interface SideAround {
  interface(): Interface;
  field(): Field | null;
  text(): string;
  /** The text is in a field of the page. */
  bound(): boolean;
  /** Shows the article as it was kept, where there is none yet. */
  restore(text: string): void;
  /** What was noted has changed. */
  noted(): void;
}

export class Side {
  /** What is listed and painted: the last report, moved along with the edits since. */
  view: View | null = null;
  /** On paper everything is seen. */
  printing = false;
  readonly versions: Versions;
  readonly handing: Handing;
  readonly memory: MemoryController;
  readonly #nav: Navigator;
  readonly #pictures: Pictures;
  #panel: PanelId = "cards";
  /** What is said to those who cannot see which card was gone to. */
  #told = "";

  constructor(
    readonly host: SideHost,
    readonly reading: Reading,
    readonly around: SideAround,
  ) {
    this.#nav = new Navigator(host, around.field, () => (this.#panel = "cards"), () => this.memory.settled, (card) => this.#tell(card));
    this.#pictures = new Pictures(host, (span) => around.field()?.reveal(span, true));
    this.versions = new Versions(host, (before, after) => reading.compare(before, after));
    this.memory = new MemoryController(host, {
      interface: around.interface,
      titles: () => reading.titles,
      selected: () => this.#nav.selected,
      toSpan: (span) => this.#nav.toSpan(span),
      toCard: (index) => void this.#nav.toCard(index),
      restore: around.restore,
      save: (session) => saveSession(session, around.interface()),
      noted: around.noted,
    });
    this.handing = new Handing({
      interface: around.interface,
      handover: () => this.#handover(),
      changed: () => host.requestUpdate(),
    });
  }

  /** The open panel needs more room than a list of cards. */
  get wide(): boolean {
    return this.view !== null && WIDE.has(this.#panel);
  }

  get marks(): Mark[] {
    const marks = this.view ? marksOf(this.view, this.#nav.selected, this.#nav.line, this.memory.settled) : [];
    return [...marks, ...this.#pictures.marks];
  }

  // The text

  /** Places move along with an edit, until the next report. */
  edited(edit: Edit, text: string): void {
    this.#told = "";
    if (this.view) {
      this.view = shiftView(this.view, edit);
      this.#nav.shift(this.view);
      this.#pictures.shift(edit);
    }
    this.memory.edited(edit, text, this.view);
  }

  /** There is a report on a text and its headline, or none. */
  follow(read: { report: View["report"]; text: string; heading: string } | null, heading: string): void {
    this.view = read && viewOf(read.report, read.text, read.heading);
    this.memory.place(this.around.text(), this.view, heading);
    this.#nav.follow(this.view);
    void this.versions.follow(this.around.text());
  }

  /** A person moved the caret. */
  moved(): void {
    this.#pictures.leave();
    void this.#nav.atCaret();
  }

  /** A key of the field that is not for writing. */
  fieldKey(key: "next" | "previous" | "cards"): void {
    if (key !== "cards" || !this.#pictures.back()) this.#nav.fieldKey(key);
  }

  // What is drawn

  template(): unknown {
    return html`<p class="hidden" role="status">${this.#told}</p>${this.#panelsTemplate()}`;
  }

  #panelsTemplate(): unknown {
    const s = this.#strings;
    // Notes are there also while there is no text to read.
    const panels = this.view ? this.#panels(this.view) : this.memory.placed.length > 0 ? [this.#notesPanel] : [];
    if (panels.length < 2) return panels[0]?.template();
    const state = { panels, open: this.#panel, printing: this.printing, label: s.panels };
    return panelsTemplate(state, (id, focus) => this.#show(id, focus));
  }

  /** The lower edge of a text whose cards are below it: the chosen card, or what comes first. `message` says what was found. */
  peekTemplate(message: string): unknown {
    const { view } = this;
    const chosen = view?.cards[this.#nav.selected ?? -1];
    const [line] = view?.overview ?? [];
    const card = chosen ?? (view ? firstCards(view, 1)[0] : undefined);
    if (!chosen && line) {
      return html`<button type="button" class="peek" @click=${() => this.#nav.toFirst()}>${icon("whole")}<span>${line.message}</span></button>`;
    }
    if (!card) return nothing;
    const words = chosen ? (titlesOf(chosen, this.reading.titles)[0] ?? "") : message;
    return html`<button type="button" class="peek ${card.severity}" @click=${() => void this.#nav.toCard(card.index)}>
      ${icon(card.severity)}<span>${words}</span></button>`;
  }

  get #strings() {
    return strings[this.around.interface()];
  }

  #panels(view: View): Panel<PanelId>[] {
    const language = this.around.interface();
    return [
      { id: "cards", title: this.#strings.cardsTab, count: view.cards.length, template: () => this.#cardsTemplate(view) },
      this.#notesPanel,
      ...this.#pictures.panels(view.report, view.text, language),
      { id: "versions", title: versionWords[language].tab, template: () => this.#versionsTemplate(view) },
      { id: "handover", title: handoverWords[language].panel.title, template: () => this.#handoverTemplate() },
    ];
  }

  get #notesPanel(): Panel<PanelId> {
    return { id: "notes", title: this.memory.words.tab, count: this.memory.placed.length, template: () => this.memory.panel() };
  }

  #show(panel: PanelId, focus: boolean): void {
    this.#panel = panel;
    if (focus) void focusFirst(this.host, `#tab-${panel}`);
    else this.host.requestUpdate();
  }

  #tell(card: CardView | null): void {
    const s = this.#strings;
    this.#told = card ? [s.card(card.severity, shorten(card.words, 110)), ...titlesOf(card, this.reading.titles)].join(". ") : s.noFurther;
    this.host.requestUpdate();
  }

  #cardsTemplate(view: View) {
    const { selected, line, current, notesOpen, all, filter, settled } = this.#nav;
    const s = this.#strings;
    const state = { view, strings: s, titles: this.reading.titles, selected, line, current, notesOpen, all, filter, settled, settledNow: this.memory.settled, note: this.memory.card };
    // Browsers look through all fields of a page that no form owns with each key in one of them: these have their own.
    return html`<form @submit=${(event: Event) => event.preventDefault()} @keydown=${(event: KeyboardEvent) => this.memory.cardKey(event) || this.#nav.cardKey(event)}>
      ${this.memory.above()}
      ${cardsTemplate(state, this.#actions)}
      ${view.cards.length > 0 ? html`<p class="keys">${this.around.bound() ? `${s.textKeys} ` : ""}${s.cardsKeys} ${this.memory.words.keys}</p>` : nothing}
    </form>`;
  }

  #versionsTemplate({ report: { language } }: View) {
    const words = versionWords[this.around.interface()];
    return versionsTemplate({ versions: this.versions, text: this.around.text(), language, words, strings: this.#strings }, this.#versionsActions);
  }

  #handoverTemplate() {
    const state = { interface: this.around.interface(), ready: this.#handover() !== null, told: this.handing.told };
    return handoverTemplate(state, this.handing.actions);
  }

  /** Everything that is handed on; null unless the last report is on the current text. */
  #handover(): Handover | null {
    const { view, reading, memory } = this;
    const { outcome } = reading;
    if (!view || !outcome || !("report" in outcome) || outcome.report !== view.report) return null;
    const session = memory.memory.export();
    return handoverOf({ view, session, placed: memory.placed, titles: reading.titles, interface: this.around.interface() });
  }

  readonly #actions: CardsActions = {
    toCard: (index) => void this.#nav.toCard(index),
    toText: (index) => this.#nav.toText(index, false),
    toSpan: (span) => this.#nav.toSpan(span),
    toLine: (id) => this.#nav.toLine(id),
    notesToggled: (open) => {
      this.#nav.notesOpen = open;
      this.host.requestUpdate();
    },
    showAll: () => void focusRest(this.host, () => (this.#nav.all = true)),
    filter: (filter) => this.#nav.show(filter),
  };

  readonly #versionsActions: VersionsActions = {
    toSpan: (span) => this.#nav.toSpan(span),
    // What was pressed goes away with what comes of it.
    run: async () => {
      await this.versions.run(this.around.text());
      await focusFirst(this.host, "#compared", ".versions [type=submit]");
    },
    clear: () => {
      this.versions.clear();
      void focusFirst(this.host, "#older");
    },
  };
}

// The list of cards, as templates. What is chosen and open is the element's to know.
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import type { Span } from "bilan-core";
import { icon } from "../view/icons";
import { shorten } from "../words/format";
import { quoting } from "../words/quoting";
import type { Strings } from "../words/strings";
import { firstCards, tallies, type CardView, type FlagView, type Severity, type View } from "../view/view";

/** Cards that are drawn at once; more are there at the press of a button. */
const AT_ONCE = 150;

/** Lines of the panel above the list: those about the whole article, then cards. */
const FIRST = 3;

export interface CardsState {
  view: View;
  strings: Strings;
  /** Titles of the checks by id. */
  titles: ReadonlyMap<string, string>;
  /** The chosen card. */
  selected: number | null;
  /** The chosen line about the whole article. */
  line: string | null;
  /** The card that the Tab key reaches. */
  current: number | null;
  notesOpen: boolean;
  all: boolean;
  filter: Filter;
  /** Cards in which nothing is left to do: for the list, and for the numbers beside its filter. */
  settled: ReadonlySet<number>;
  settledNow: ReadonlySet<number>;
  /** What a checker noted on a card; `reach` is the `tabindex` of its controls. */
  note(card: CardView, reach: number): unknown;
}

/** Which cards are listed: all of them, those with something left to do, those without, or those of one severity. */
export type Filter = "all" | "open" | "settled" | Severity;

export interface CardsActions {
  /** Puts the focus on a card. */
  toCard(index: number): void;
  /** Shows a card's words in the text. */
  toText(index: number): void;
  toSpan(span: Span): void;
  /** Shows the places of a line about the whole article. */
  toLine(id: string): void;
  notesToggled(open: boolean): void;
  showAll(): void;
  filter(filter: Filter): void;
}

/** The cards in the order of the keyboard: reading order, what is folded after the rest. */
export function cardOrder(view: View, filter: Filter, settled: ReadonlySet<number>, notesOpen: boolean): number[] {
  const { grave, notes } = listed(view, filter, settled);
  return [...grave, ...(notesOpen || grave.length === 0 ? notes : [])].map((card) => card.index);
}

/** The cards that a filter lets through, and those of them that are folded. */
function listed({ cards }: View, filter: Filter, settled: ReadonlySet<number>): { grave: CardView[]; notes: CardView[] } {
  const shown = cards.filter(({ index, severity }) => {
    if (filter === "open" || filter === "settled") return settled.has(index) === (filter === "settled");
    return filter === "all" || severity === filter;
  });
  // What a person asked for by name is not folded away.
  const folds = ({ aside }: CardView) => aside && filter === "all";
  return { grave: shown.filter((card) => !folds(card)), notes: shown.filter(folds) };
}

export function cardsTemplate(state: CardsState, actions: CardsActions): TemplateResult {
  const { view, strings } = state;
  const { grave, notes } = listed(view, state.filter, state.settled);
  return html`
    ${filterTemplate(state, actions)}
    ${firstTemplate(state, actions)}
    ${grave.length > 0 ? listTemplate(grave, state, actions) : nothing}
    ${notes.length === 0
      ? nothing
      : grave.length === 0
        ? listTemplate(notes, state, actions)
        : html`<details class="fold" part="notes" ?open=${state.notesOpen}
            @toggle=${(event: Event) => actions.notesToggled((event.currentTarget as HTMLDetailsElement).open)}>
            <summary>${strings.aside(notes.length)}</summary>
            ${state.notesOpen ? listTemplate(notes, state, actions) : nothing}
          </details>`}
    ${consistentTemplate(state, actions)}
  `;
}

/** Worth its place only where there is something to choose. */
function filterTemplate({ view, strings, filter, settledNow: settled }: CardsState, actions: CardsActions) {
  const found = tallies(view);
  if (filter === "all" && found.length < 2 && settled.size === 0) return nothing;
  const states = settled.size === 0 ? [] : [["open", view.cards.length - settled.size] as const, ["settled", settled.size] as const];
  return html`<label class="filter" part="filter"><span>${strings.filter}</span>
    <select id="filter" .value=${live(filter)} @change=${(event: Event) => actions.filter((event.currentTarget as HTMLSelectElement).value as Filter)}>
      <option value="all">${strings.everything}</option>
      ${states.map(([state, n]) => html`<option value=${state}>${strings.filtered[state](n)}</option>`)}
      ${found.map(({ severity, n }) => html`<option value=${severity}>${strings.count[severity](n)}</option>`)}
    </select></label>`;
}

function firstTemplate({ view, strings, titles, line: chosen }: CardsState, actions: CardsActions) {
  const lines = view.overview.slice(0, FIRST);
  const first = firstCards(view, FIRST - lines.length);
  // A single card is its own panel.
  if (lines.length === 0 && (first.length === 0 || view.cards.length < 2)) return nothing;
  return html`<section class="first" part="first" aria-labelledby="first-title">
    <h3 id="first-title">${strings.first}</h3>
    <ol role="list">
      ${lines.map(
        ({ id, message, spans }) => html`<li><button type="button" class="whole" aria-current=${id === chosen ? "true" : nothing}
          data-line=${id} ?disabled=${spans.length === 0} @click=${() => actions.toLine(id)}>
          ${icon("whole")}<b>${quoting(message, { text: view.text, language: view.report.language })}</b>
        </button></li>`,
      )}
      ${first.map(
        (card) => html`<li><button type="button" class=${card.severity} @click=${() => actions.toCard(card.index)}>
          ${icon(card.severity)}
          <span><span class="hidden">${strings.severity[card.severity]}, </span><b>${titlesOf(card, titles).join(" · ")}</b>
            <span class="quoted" dir="auto" lang=${view.report.language}>${strings.quote(shorten(card.open[0]?.words ?? card.words, 70))}</span></span>
        </button></li>`,
      )}
    </ol>
  </section>`;
}

function listTemplate(cards: CardView[], state: CardsState, actions: CardsActions): TemplateResult {
  const shown = state.all ? cards : cards.slice(0, AT_ONCE);
  return html`<ol class="cards" role="list" part="list">
      ${repeat(shown, keyOf(), (card) => html`<li>${cardTemplate(card, state, actions)}</li>`)}
    </ol>
    ${shown.length < cards.length
      ? html`<button type="button" class="plain" @click=${() => actions.showAll()}>${state.strings.showAll(cards.length)}</button>`
      : nothing}`;
}

/**
 * Gives each card a name that it keeps from one report to the next: its words, and which of the
 * cards on such words it is. What is being typed into a card then stays with it.
 */
function keyOf(): (card: CardView) => string {
  const seen = new Map<string, number>();
  return ({ words }) => {
    const nth = (seen.get(words) ?? 0) + 1;
    seen.set(words, nth);
    return `${nth} ${words}`;
  };
}

function cardTemplate(card: CardView, state: CardsState, actions: CardsActions): TemplateResult {
  const { strings, view } = state;
  const selected = card.index === state.selected;
  const reach = card.index === state.current ? 0 : -1;
  const words = shorten(card.words, 110);
  return html`<div class="card ${card.severity}" part="card card-${card.severity}" id="card-${card.index}" role="group"
    data-index=${card.index} tabindex=${reach} aria-current=${selected ? "true" : nothing}
    aria-label=${strings.card(card.severity, words)}
    @click=${(event: Event) => {
      if (!isControl(event.target)) actions.toText(card.index);
    }}>
    <p class="grade">${icon(card.severity)}${strings.severity[card.severity]}</p>
    <button type="button" class="words" part="words" tabindex=${reach} title=${strings.showInText} dir="auto"
      lang=${view.report.language} @click=${() => actions.toText(card.index)}>${strings.quote(words)}</button>
    ${card.open.map((flag) => flagTemplate(flag, reach, state, actions))}
    ${card.folded.length === 0
      ? nothing
      : html`<details class="more">
          <summary tabindex=${reach}>${strings.more(card.folded.length)}</summary>
          ${card.folded.map((flag) => flagTemplate(flag, reach, state, actions))}
        </details>`}
    ${state.note(card, reach)}
  </div>`;
}

function flagTemplate(view: FlagView, reach: number, state: CardsState, actions: CardsActions): TemplateResult {
  const { strings, titles } = state;
  const { flag, related, titleWords } = view;
  const { language } = state.view.report;
  const article = { text: state.view.text, language };
  return html`<section class="flag" part="flag">
    <h3>${titles.get(flag.check) ?? flag.check}</h3>
    <p class="message" part="message">${quoting(flag.message, article)}</p>
    ${titleWords === null
      ? nothing
      : html`<p class="side-note">${strings.inTitle} <span class="quoted" dir="auto" lang=${language}>${strings.quote(titleWords)}</span></p>`}
    ${related.length === 0
      ? nothing
      : html`<p class="side-note">${strings.related}
          ${related.map(
            ({ span, words }) => html`<button type="button" class="quoted" tabindex=${reach} dir="auto" lang=${language}
              ?disabled=${span === null} @click=${() => span && actions.toSpan(span)}>${strings.quote(shorten(words, 90))}</button>`,
          )}</p>`}
    <p class="question" part="question"><b>${strings.ask}</b> ${quoting(flag.question, article)}</p>
    <p class="basis" part="standard"><span>${strings.standard(flag.standard)}</span> <code>${flag.check}</code></p>
  </section>`;
}

function consistentTemplate({ view, strings }: CardsState, actions: CardsActions) {
  if (view.consistent.length === 0) return nothing;
  return html`<details class="fold" part="consistent">
    <summary>${icon("agrees")}${strings.consistent(view.consistent.length)}</summary>
    <ul role="list">
      ${view.consistent.map(
        ({ entry, span, words }) => html`<li>
          <button type="button" class="quoted" dir="auto" lang=${view.report.language} ?disabled=${span === null}
            @click=${() => span && actions.toSpan(span)}>${strings.quote(shorten(words, 90))}</button>
          <span>${quoting(entry.message, { text: view.text, language: view.report.language })}</span>
        </li>`,
      )}
    </ul>
  </details>`;
}

/** What a card is about: the titles of its checks, without those that are folded. */
export function titlesOf(card: CardView, titles: ReadonlyMap<string, string>): string[] {
  return [...new Set(card.open.map(({ flag }) => titles.get(flag.check) ?? flag.check))];
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("button, summary, .note") !== null;
}

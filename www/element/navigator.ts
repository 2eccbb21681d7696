// Which card is chosen, and the ways from text to card and back.
import type { Span } from "bilan-core";
import type { Field } from "../fields/field";
import { cardOrder, type Filter } from "./cards";
import type { FocusHost } from "../view/focus";
import { cardOf, stepTo } from "../view/keys";
import { cardAt, cardBeside, type CardView, type View } from "../view/view";

export class Navigator {
  /** The chosen card, by place in the view. */
  selected: number | null = null;
  /** The chosen line about the whole article, by id; a card and a line are never chosen together. */
  line: string | null = null;
  /** The card that the Tab key reaches. */
  current: number | null = null;
  notesOpen = false;
  /** Long lists are drawn whole. */
  all = false;
  filter: Filter = "all";
  /** What was settled when the filter was chosen: a card that is settled now stays under the hands of whoever does it. */
  settled: ReadonlySet<number> = new Set();
  #view: View | null = null;

  constructor(
    readonly host: FocusHost,
    readonly field: () => Field | null,
    /** Brings the list of cards to the front. */
    readonly showCards: () => void,
    /** Cards in which nothing is left to do. */
    readonly settledNow: () => ReadonlySet<number>,
    /** Tells whoever cannot see it which card the keys of the field lead to; null when there is no further one. */
    readonly tell: (card: CardView | null) => void,
  ) {}

  /** The view is another one: the choice stays on the card of the same words. */
  follow(view: View | null): void {
    const old = this.#view?.cards[this.selected ?? -1]?.span;
    const same = old && view?.cards.find(({ span }) => span?.start === old.start && span.end === old.end);
    this.#view = view;
    this.settled = this.settledNow();
    if (this.#order().length === 0) this.filter = "all"; // what it asked for is gone
    this.selected = same ? same.index : null;
    this.current = this.selected ?? this.#order()[0] ?? null;
    this.host.requestUpdate();
  }

  /** The same cards in their new places. */
  shift(view: View): void {
    this.#view = view;
  }

  show(filter: Filter): void {
    this.filter = filter;
    this.settled = this.settledNow();
    this.current = this.#order()[0] ?? null;
    this.host.requestUpdate();
  }

  /** Chooses a card and puts the focus on it. */
  async toCard(index: number): Promise<void> {
    await this.choose(index);
    this.card(index)?.focus();
  }

  /** Chooses a card and brings its words into view; `focus` puts the caret there. */
  toText(index: number, focus: boolean): void {
    void this.choose(index);
    const span = this.#view?.cards[index]?.span;
    if (span) this.field()?.reveal(span, focus);
  }

  toSpan(span: Span): void {
    this.field()?.reveal(span, true);
  }

  /** Emphasises all places of a line about the whole article, and puts the caret before the first. */
  toLine(id: string): void {
    const [first] = this.#view?.overview.find((line) => line.id === id)?.spans ?? [];
    if (!first) return;
    this.selected = null;
    this.line = id;
    this.host.requestUpdate();
    this.field()?.reveal(first, true);
  }

  /** Puts the focus on the panel above the cards. */
  toFirst(): void {
    this.showCards();
    this.host.renderRoot.querySelector<HTMLElement>(".first button:enabled")?.focus();
  }

  /** Chooses a card and draws it, wherever it is folded away. */
  async choose(index: number): Promise<void> {
    const aside = this.#view?.cards[index]?.aside;
    this.selected = this.current = index;
    this.line = null;
    if (aside) this.notesOpen = true;
    this.showCards();
    await this.#drawn();
    if (this.card(index)) return;
    this.all = true;
    this.filter = "all";
    await this.#drawn();
  }

  /** The card of the mark under the caret is shown; the focus stays in the text. */
  async atCaret(): Promise<void> {
    const caret = this.field()?.caret ?? null;
    const index = this.#view && caret !== null ? cardAt(this.#view, caret) : null;
    if (index === null) {
      this.selected = this.line = null;
      this.host.requestUpdate();
      return;
    }
    await this.choose(index);
    // From below the text a card would push it out of sight: there its title is shown instead.
    const card = this.card(index);
    if (card && (this.#isBeside() || scrollsAlone(card))) card.scrollIntoView({ block: "nearest" });
  }

  /** A key of the field that is not for writing. */
  fieldKey(key: "next" | "previous" | "cards"): void {
    const caret = this.field()?.caret ?? 0;
    if (!this.#view) return;
    if (key === "cards") {
      const index = cardAt(this.#view, caret) ?? this.selected ?? this.current;
      if (index !== null) void this.toCard(index);
      return;
    }
    const card = cardBeside(this.#view, caret, key === "next");
    this.tell(card);
    if (!card?.span) return;
    this.field()?.reveal(card.span, true);
    void this.atCaret();
  }

  /** A key on a card. */
  cardKey(event: KeyboardEvent): void {
    const index = cardOf(event);
    if (index === null) return;
    const order = this.#order();
    const to = stepTo(event.key, order.indexOf(index), order.length);
    if (to !== null) {
      event.preventDefault();
      const next = order[to];
      if (next === undefined) return;
      void this.toCard(next);
      if (this.#isBeside()) this.toText(next, false);
    } else if (event.key === "Enter" && event.target === this.card(index)) {
      event.preventDefault();
      this.toText(index, true);
    }
  }

  card(index: number): HTMLElement | null {
    return this.host.renderRoot.querySelector(`#card-${index}`);
  }

  #order(): number[] {
    return this.#view ? cardOrder(this.#view, this.filter, this.settled, this.notesOpen) : [];
  }

  #drawn(): Promise<boolean> {
    this.host.requestUpdate();
    return this.host.updateComplete;
  }

  /** The cards are beside the text, not below it. */
  #isBeside(): boolean {
    const side = this.host.renderRoot.querySelector(".side");
    return side !== null && getComputedStyle(side).position === "sticky";
  }
}

/** Whether what scrolls around `card` is a part of the page in which the person is not: the text stays where it is. */
function scrollsAlone(card: Element): boolean {
  for (let at: Node | null = card; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null) {
    if (at instanceof Element && /auto|scroll/.test(getComputedStyle(at).overflowY)) return !at.contains(document.activeElement);
  }
  return false;
}

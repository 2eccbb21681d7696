// From a report to what is listed and painted. Order and gravity are the report's; nothing is judged here.
import type { Consistency, Flag, Report, Span } from "bilan-core";
import { shift, type Edit } from "../fields/edit";
import type { Mark } from "../fields/marks";

export type Severity = Flag["severity"];

export interface FlagView {
  flag: Flag;
  /** Null once the words were touched by an edit, until the next report. */
  span: Span | null;
  words: string;
  related: { span: Span | null; words: string }[];
  /** The words of the headline that it is about. */
  titleWords: string | null;
}

export interface CardView {
  /** Place in the text among all cards of the report. */
  index: number;
  /** Place in the order in which an editor should look. */
  rank: number;
  /** Listed under the fold: a note, or more than an editor has time for. */
  aside: boolean;
  severity: Severity;
  span: Span | null;
  words: string;
  /** What the card opens with. */
  open: FlagView[];
  /** The rest of its flags. */
  folded: FlagView[];
}

/** A line about the whole article. */
export interface LineView {
  id: string;
  message: string;
  /** Those of its places that no edit has touched since the report. */
  spans: Span[];
}

export interface View {
  report: Report;
  /** The text that the report is about. */
  text: string;
  overview: LineView[];
  cards: CardView[];
  consistent: { entry: Consistency; span: Span | null; words: string }[];
}

/** Flags that a card opens with. */
const OPEN = 2;

/** The gravest first. */
const SEVERITIES: Severity[] = ["error", "warning", "info"];

/** What to show of a report on `text`, whose headline was `title`. */
export function viewOf(report: Report, text: string, title: string): View {
  const flags = new Map(report.flags.map((flag) => [flag.id, flag]));
  const words = (span: Span) => text.slice(span.start, span.end);
  const flagView = (flag: Flag): FlagView => ({
    flag,
    span: flag.span,
    words: words(flag.span),
    related: flag.related.map((span) => ({ span, words: words(span) })),
    titleWords: flag.inTitle && title.slice(flag.inTitle.start, flag.inTitle.end),
  });
  const shown = new Set(report.cards);
  const drafts = [...report.cards, ...report.folded].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const cards = drafts.map((card, index): CardView => {
    const all = card.flags
      .flatMap((id) => flags.get(id) ?? [])
      .map(flagView);
    const grave = all.filter(({ flag }) => flag.severity !== "info").length;
    // A note opens only on a card that holds nothing else.
    const open = Math.min(OPEN, grave || all.length);
    return {
      index,
      rank: card.rank,
      aside: card.severity === "info" || !shown.has(card),
      severity: card.severity,
      span: card.span,
      words: words(card.span),
      open: all.slice(0, open),
      folded: all.slice(open),
    };
  });
  const consistent = report.consistent.map((entry) => ({ entry, span: entry.span, words: words(entry.span) }));
  const overview = report.overview.map(({ id, message, spans }) => ({ id, message, spans }));
  return { report, text, overview, cards, consistent };
}

/** The same view after an edit of the text. */
export function shiftView(view: View, edit: Edit): View {
  const move = <T extends { span: Span | null }>(item: T): T => ({ ...item, span: item.span && shift(item.span, edit) });
  const moveFlag = (item: FlagView): FlagView => ({ ...move(item), related: item.related.map(move) });
  return {
    report: view.report,
    text: view.text,
    overview: view.overview.map((line) => ({ ...line, spans: line.spans.flatMap((span) => shift(span, edit) ?? []) })),
    cards: view.cards.map((card) => ({ ...move(card), open: card.open.map(moveFlag), folded: card.folded.map(moveFlag) })),
    consistent: view.consistent.map(move),
  };
}

/** The cards that an editor should look at first, as the report ranks them; what is folded is never among them. */
export function firstCards({ cards }: View, most: number): CardView[] {
  return cards
    .filter((card) => !card.aside)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most);
}

/** What is painted, with the words of the chosen card or line under everything else. `settled`: cards with nothing left to do. */
export function marksOf(view: View, selected: number | null, line: string | null, settled: ReadonlySet<number>): Mark[] {
  const marks: Mark[] = [];
  for (const span of view.overview.find(({ id }) => id === line)?.spans ?? []) marks.push({ name: "selected", span });
  for (const card of view.cards) {
    const flags = [...card.open, ...card.folded];
    // A card can be graver than each of its flags: then its gravest words carry its own mark.
    const top = flags[0]?.flag.severity;
    for (const { flag, span } of flags) {
      const grade = flag.severity === top ? card.severity : flag.severity;
      if (span) marks.push({ name: settled.has(card.index) ? "done" : grade, span });
    }
    if (card.index !== selected) continue;
    if (card.span) marks.push({ name: "selected", span: card.span });
    for (const { span } of flags.flatMap((view) => view.related)) if (span) marks.push({ name: "related", span });
  }
  return marks;
}

/** The card whose words hold `offset`: the one with the narrowest mark there. */
export function cardAt(view: View, offset: number): number | null {
  let best: { index: number; length: number } | null = null;
  for (const card of view.cards) {
    for (const { span } of [...card.open, ...card.folded, card]) {
      if (!span || offset < span.start || offset > span.end) continue;
      const length = span.end - span.start;
      if (!best || length < best.length) best = { index: card.index, length };
    }
  }
  return best?.index ?? null;
}

/** The next card after `offset` in the text, or the one before it; it does not wrap round. */
export function cardBeside(view: View, offset: number, forward: boolean): CardView | null {
  const placed = view.cards.filter((card) => card.span !== null);
  return forward
    ? (placed.find((card) => card.span!.start > offset) ?? null)
    : (placed.findLast((card) => card.span!.start < offset) ?? null);
}

/** How many cards there are of each severity that occurs, the gravest first. */
export function tallies(view: View | null): { severity: Severity; n: number }[] {
  return SEVERITIES.flatMap((severity) => {
    const n = view?.cards.filter((card) => card.severity === severity).length ?? 0;
    return n > 0 ? [{ severity, n }] : [];
  });
}

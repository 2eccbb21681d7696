// The cards and notes of a handover as one numbered list, so that a number means the same in every format.
import type { Attribution, Report, Source, Span } from "bilan-core";
import type { FlagView, Severity } from "../view/view";
import type { Note } from "../memory/note";
import { isSettled } from "../memory/rules";
import type { Handover } from "./handover";

export interface Entry {
  /** From 1, in reading order; what has no place in the text comes last. */
  number: number;
  words: string;
  /** UTF-16 code units of `Handover.text`; null when the words are not found there. */
  span: Span | null;
  /** Null for a note on words that nothing is flagged on. */
  severity: Severity | null;
  flags: FlagView[];
  note: Note | null;
  /** Who vouches for the words. */
  voucher: Voucher | null;
}

/** On whose word something is told. */
export interface Voucher {
  name: string;
  /** Null when the words name a source that is not among the report's. */
  source: Source | null;
}

/** Whether a checker still has to do something about it. */
export function isOpen({ note }: Entry): boolean {
  return note === null || !isSettled(note);
}

/** Every question of an entry once, the gravest first. */
export function questionsOf({ flags }: Entry): string[] {
  return [...new Set(flags.map(({ flag }) => flag.question))];
}

export function entriesOf(h: Handover): Entry[] {
  const drafts = new Map([...h.report.cards, ...h.report.folded].map((card) => [card.rank, card]));
  const claims = new Map(h.report.claims.map((claim) => [claim.id, claim.attribution]));
  const fromCards = h.cards.map(({ card, note }): Omit<Entry, "number"> => {
    const flags = [...card.open, ...card.folded];
    const claim = drafts.get(card.rank)?.claim ?? null;
    const attribution = (claim === null ? null : claims.get(claim)) ?? attributionAt(h.report, flags[0]?.flag.span ?? null);
    return {
      words: card.words,
      span: within(card.span, h.text),
      severity: card.severity,
      flags,
      note,
      voucher: voucherOf(h, attribution),
    };
  });
  const fromNotes = h.others.map(({ note, span }): Omit<Entry, "number"> => ({
    words: note.anchor.exact,
    span: within(span, h.text),
    severity: null,
    flags: [],
    note,
    voucher: null,
  }));
  return [...fromCards, ...fromNotes]
    .sort((a, b) => Number(a.span === null) - Number(b.span === null) || place(a) - place(b) || (a.span?.end ?? 0) - (b.span?.end ?? 0))
    .map((entry, index) => ({ number: index + 1, ...entry }));
}

/** Who vouches, by the id of an attribution. */
export function voucherOf({ report, text }: Handover, id: Attribution["id"] | null): Voucher | null {
  const attribution = id === null ? undefined : report.attributions.find((candidate) => candidate.id === id);
  if (!attribution) return null;
  const source = report.sources.find((candidate) => candidate.id === attribution.speaker) ?? null;
  if (source) return { name: source.name, source };
  return attribution.source && { name: text.slice(attribution.source.start, attribution.source.end), source: null };
}

/** The attribution that holds a place, be it in its words or in what names its source. */
function attributionAt({ attributions }: Report, span: Span | null): Attribution["id"] | null {
  if (!span) return null;
  const holds = (part: Span) => part.start < span.end && span.start < part.end;
  const found = attributions.find(({ source, cue, content }) => [...content, ...cue, ...(source ? [source] : [])].some(holds));
  return found?.id ?? null;
}

/** Index of the sentence that holds `offset`; -1 between sentences. */
export function sentenceAt({ sentences }: Report, offset: number): number {
  return sentences.findIndex(({ start, end }) => start <= offset && offset < end);
}

/** Entries by a key, in the order in which the keys come up. */
export function groupedBy<Key>(entries: Entry[], keyOf: (entry: Entry) => Key): Map<Key, Entry[]> {
  const groups = new Map<Key, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(keyOf(entry));
    if (group) group.push(entry);
    else groups.set(keyOf(entry), [entry]);
  }
  return groups;
}

function place({ span }: { span: Span | null }): number {
  return span?.start ?? 0;
}

function within(span: Span | null, text: string): Span | null {
  return span && span.start >= 0 && span.start < span.end && span.end <= text.length ? span : null;
}

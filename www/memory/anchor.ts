// Finds the words of a note again in a text that was edited, by quotation and context.
import search from "approx-string-match";
import type { Span } from "bilan-core";
import type { Anchor } from "./note";

/** UTF-16 code units that are kept of the text on either side. */
const CONTEXT = 32;

/** Places that are looked at for one string, on either side of where it was last seen. */
const NEAR = 32;

/** Words that come back more often than this before the place where they were last seen are looked for near it alone. */
const MANY = 2000;

/** Passages of the text that are compared with a quotation letter by letter. */
const PASSAGES = 8;

/** UTF-16 code units on either side that are its very neighbours. */
const NEIGHBOURS = 12;

/** How much of the context has to agree, from 0 to 1; unrelated prose agrees at about 0.25. */
const AGREES = 0.5;
const AGREES_CLOSELY = 0.8;

/** Share of its words that may differ. */
const CHANGED = 0.25;

/** A quotation of fewer words than this says too little by itself: its context has to speak for it. */
const TELLING = 4;

/** Places whose context agrees equally well but for this count as equally good. */
const MARGIN = 0.1;

/** A place that may be the right one. */
interface Place extends Span {
  /** How much of the context agrees, from 0 to 1. */
  context: number;
  /** How many of its code units differ, as a share from 0 to 1. */
  differs: number;
}

/** What is kept of the words at `span`, so that they are found again. */
export function anchorOf(text: string, { start, end }: Span): Anchor {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start).replace(/^[\udc00-\udfff]/, ""),
    suffix: text.slice(end, end + CONTEXT).replace(/[\ud800-\udbff]$/, ""),
    start,
    end,
  };
}

/** Whether both say the same of the same place. */
export function sameAnchor(a: Anchor, b: Anchor): boolean {
  return a.start === b.start && a.end === b.end && a.exact === b.exact && a.prefix === b.prefix && a.suffix === b.suffix;
}

/** Where the words of `anchor` stand in `text`; null when that is not certain enough. */
export function findAnchor(text: string, anchor: Anchor): Span | null {
  return new Finder(text).find(anchor);
}

/** Kinds of one character count as the same; each stays one code unit, so that places stay what they are. */
function fold(text: string): string {
  return text
    .replace(/[‘’‛ʼ`´′]/g, "'")
    .replace(/[«»“”„‟]/g, '"')
    .replace(/[\u2010\u2011]/g, "-")
    .replace(/[\s\u200b]/g, " ");
}

/** Finds any number of anchors in one text. */
export class Finder {
  readonly #text: string;

  constructor(text: string) {
    this.#text = fold(text);
  }

  /** By quotation alone unless `closely` is set: then also where the words differ a little. */
  find(anchor: Anchor, closely = true): Span | null {
    const folded = { ...anchor, exact: fold(anchor.exact), prefix: fold(anchor.prefix), suffix: fold(anchor.suffix) };
    if (folded.exact.trim() === "") return null;
    const place = this.#quoted(folded) ?? (closely ? this.#similar(folded) : null);
    return place && { start: place.start, end: place.end };
  }

  /** The place where the very words stand. */
  #quoted(anchor: Anchor): Place | null {
    const { exact, prefix, suffix } = anchor;
    const here = this.#place(anchor, anchor.start, exact.length, 0);
    if (here.context === 1 && this.#text.startsWith(exact, here.start)) return here;
    // With all of its context it may stand anywhere, however often the words alone come back on the way.
    const whole = this.#occurrences(prefix + exact + suffix, anchor.start - prefix.length).map((start) => start + prefix.length);
    if (whole.length === 1) return this.#place(anchor, whole[0]!, exact.length, 0);
    const places = [...new Set([...whole, ...this.#occurrences(exact, anchor.start)])]
      .map((start) => this.#place(anchor, start, exact.length, 0))
      .filter((place) => this.#wholeWords(place, anchor));
    const telling = wordsOf(exact).length >= TELLING;
    if (places.length === 1 && telling) return places[0]!;
    const best = chosen(places.filter(({ context }) => context >= AGREES), anchor.start);
    return best ?? null;
  }

  /** The place where most of the words stand, among the same neighbours. */
  #similar(anchor: Anchor): Place | null {
    const { exact } = anchor;
    const most = Math.max(Math.ceil(exact.length * 0.3), Math.min(8, exact.length - 1));
    const slack = most + CONTEXT;
    const needed = wordsOf(exact).length < TELLING ? AGREES_CLOSELY : AGREES;
    const places: Place[] = [];
    for (const guess of this.#guesses(anchor)) {
      const from = Math.max(0, guess - slack);
      const passage = this.#text.slice(from, guess + exact.length + slack);
      const between = this.#between(anchor, passage, from);
      if (between) {
        if (between.context >= needed) places.push(between);
        continue;
      }
      // The shortest of the ends that differ equally little comes first; a run of one letter has hundreds of them.
      for (const match of search(passage, exact, most).slice(0, NEAR)) {
        const { start, end } = this.#snapped(from + match.start, from + match.end);
        const place = this.#place(anchor, start, end - start, match.errors / exact.length);
        if (place.context < needed || !keepsWords(exact, this.#text.slice(start, end), CHANGED)) continue;
        places.push(place);
      }
    }
    return chosen(places, null);
  }

  /** What stands between the very neighbours of the quotation, if most of its words do. */
  #between(anchor: Anchor, passage: string, from: number): Place | null {
    const prefix = anchor.prefix.slice(-NEIGHBOURS);
    const suffix = anchor.suffix.slice(0, NEIGHBOURS);
    // Fewer neighbours than that stand at an end of the text, and are only looked for there.
    const before = prefix.length === NEIGHBOURS ? passage.indexOf(prefix) : from === 0 && passage.startsWith(prefix) ? 0 : -1;
    if (before < 0) return null;
    const start = before + prefix.length;
    const atEnd = from + passage.length === this.#text.length && passage.endsWith(suffix);
    const end = suffix.length === NEIGHBOURS ? passage.indexOf(suffix, start) : atEnd ? passage.length - suffix.length : -1;
    const words = passage.slice(start, Math.max(start, end));
    if (words.trim() === "" || !keepsWords(anchor.exact, words, CHANGED)) return null;
    const common = Math.max(anchor.exact.length, words.length);
    return this.#place(anchor, from + start, words.length, Math.abs(anchor.exact.length - words.length) / common);
  }

  /** Where the quotation may begin: pieces of it and of its context each point to a place. */
  #guesses({ exact, prefix, suffix, start }: Anchor): number[] {
    const pieces: { words: string; at: number }[] = [];
    const tokens = [...exact.matchAll(/\S+/g)];
    const step = Math.max(1, Math.floor(tokens.length / 10));
    for (let i = 0; i < tokens.length; i += step) {
      const first = tokens[i]!;
      const last = tokens[i + (tokens.length < 6 ? 1 : 2)] ?? first;
      pieces.push({ words: exact.slice(first.index, last.index + last[0].length), at: first.index });
    }
    pieces.push({ words: prefix.slice(-CONTEXT / 2), at: -Math.min(prefix.length, CONTEXT / 2) });
    pieces.push({ words: suffix.slice(0, CONTEXT / 2), at: exact.length });
    const width = Math.max(CONTEXT, exact.length / 4);
    const votes = new Map<number, { weight: number; at: number }>();
    for (const { words, at } of pieces) {
      if (words.length < 4) continue;
      const found = this.#occurrences(words, start + at);
      for (const place of found) {
        const bucket = Math.round((place - at) / width);
        const vote = votes.get(bucket);
        // What comes back everywhere says little.
        votes.set(bucket, { weight: (vote?.weight ?? 0) + words.length / found.length, at: vote?.at ?? place - at });
      }
    }
    const best = [...votes.values()].sort((a, b) => b.weight - a.weight || Math.abs(a.at - start) - Math.abs(b.at - start));
    return [start, ...best.slice(0, PASSAGES).map(({ at }) => at)];
  }

  /** Where `words` stand, those nearest to `near` on either side. */
  #occurrences(words: string, near: number): number[] {
    const before: number[] = [];
    const after: number[] = [];
    if (words === "") return before;
    // Forwards all the way: engines search backwards ten times more slowly.
    for (let at = this.#text.indexOf(words); at >= 0 && after.length < NEAR; ) {
      (at < near ? before : after).push(at);
      const next = before.length === MANY ? Math.max(at + 1, near - MANY) : at + 1;
      at = this.#text.indexOf(words, next);
    }
    return [...before.slice(-NEAR), ...after];
  }

  #place({ prefix, suffix }: Anchor, start: number, length: number, differs: number): Place {
    const end = start + length;
    const before = prefix.length < 4 ? null : alike(reversed(prefix), reversed(this.#text.slice(Math.max(0, start - prefix.length), start)));
    const after = suffix.length < 4 ? null : alike(suffix, this.#text.slice(end, end + suffix.length));
    // Words at the edge of a paragraph that moves keep their neighbours on one side only.
    const context =
      before === null || after === null
        ? (before ?? after ?? 1)
        : (2 * Math.max(before, after) + Math.min(before, after)) / 3;
    return { start, end, context, differs };
  }

  /** “12” is no part of “2012”. */
  #wholeWords({ start, end }: Span, { exact, prefix, suffix }: Anchor): boolean {
    const cut = (a: string | undefined, b: string | undefined) => isLetter(a) && isLetter(b);
    const first = cut(this.#text[start - 1], exact[0]) && !cut(prefix.at(-1), exact[0]);
    const last = cut(exact.at(-1), this.#text[end]) && !cut(exact.at(-1), suffix[0]);
    return !first && !last;
  }

  /** The same place without half words and without spaces at its ends. */
  #snapped(start: number, end: number): Span {
    const inside = (at: number) => isLetter(this.#text[at - 1]) && isLetter(this.#text[at]);
    const word = (at: number) => {
      let from = at;
      let to = at;
      while (inside(from) && at - from < CONTEXT) from--;
      while (inside(to) && to - at < CONTEXT) to++;
      return to - at < at - from ? to : from;
    };
    if (inside(start)) start = word(start);
    if (inside(end)) end = word(end);
    while (start < end && this.#text[start] === " ") start++;
    while (start < end && this.#text[end - 1] === " ") end--;
    return { start, end };
  }
}

/**
 * The best of these places; null when there is none, or when two are equally good and nothing tells
 * which is meant. With `near`, the nearer of two places in equal contexts is meant.
 */
function chosen(places: Place[], near: number | null): Place | null {
  const worth = ({ context, differs }: Place) => context - differs;
  const [best, ...rest] = [...places].sort((a, b) => worth(b) - worth(a));
  if (!best) return null;
  const rivals = rest.filter((place) => (place.start >= best.end || place.end <= best.start) && worth(best) - worth(place) < MARGIN);
  if (rivals.length === 0) return best;
  if (near === null) return null;
  const distance = (place: Place) => Math.abs(place.start - near);
  const [nearest, next] = [best, ...rivals].sort((a, b) => distance(a) - distance(b));
  return nearest && next && distance(nearest) < distance(next) ? nearest : null;
}

/** Whether no more than `share` of the words of `before`, or one, is missing from `after`. */
export function keepsWords(before: string, after: string, share: number): boolean {
  const words = wordsOf(fold(before));
  const left = new Map<string, number>();
  for (const word of wordsOf(fold(after))) left.set(word, (left.get(word) ?? 0) + 1);
  let lost = 0;
  for (const word of words) {
    const n = left.get(word) ?? 0;
    if (n === 0) lost++;
    else left.set(word, n - 1);
  }
  return lost <= Math.max(1, Math.round(words.length * share));
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

function reversed(text: string): string {
  return text.split("").reverse().join("");
}

/** How alike two short strings are that begin at the same place: 1 less the share of edits. */
function alike(a: string, b: string): number {
  if (a === b) return 1;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same));
    }
    row = next;
  }
  return 1 - row[b.length]! / Math.max(a.length, b.length);
}

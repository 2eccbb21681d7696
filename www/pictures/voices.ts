// The geometry of the strip, and the shares of those who speak. Who vouches for what is the report's.
import type { Report, Source, SourceKind, Span, VoiceKind } from "bilan-core";

/** A part of a sentence in one row of the strip; in per cent of the row. */
export interface Piece {
  row: number;
  x: number;
  width: number;
}

export interface Segment {
  /** Place of the sentence in the report. */
  index: number;
  by: VoiceKind;
  losses: boolean;
  pieces: Piece[];
}

export interface Share {
  by: VoiceKind;
  sentences: number;
  /** Of the text, 0 to 1. */
  share: number;
}

/** Somebody in the list under the strip; `source` is null for the article's own words and for what nobody is named for. */
export interface Speaker {
  source: Source | null;
  by: VoiceKind;
  share: number;
  statements: number;
  losses: number;
  first: Span | null;
}

export interface Voices {
  segments: Segment[];
  rows: number;
  /** The largest first. */
  shares: Share[];
  speakers: Speaker[];
  /** On whose word losses are told, in sentences; the most first. */
  losses: { by: VoiceKind; n: number }[];
}

/** UTF-16 code units in a row, as long as the strip stays low. */
const ROW = 620;
/** Rows of a strip for a text of common length. */
const MOST_ROWS = 12;
/** Sentences in a row of a long text: below that nobody can point at one. */
const IN_ROW = 45;
/** Rows up to which segments are wide enough for letters, and paragraphs for a clear distance. */
export const FEW_ROWS = 5;
/** Between two paragraphs, in per cent of a row: in few rows, and in many. */
const PARAGRAPH = { few: 1.2, many: 0.4 };
/** Pieces narrower than this are left out where the sentence has another; in per cent of a row. */
const SLIVER = 1;

const VOICE_OF: Record<SourceKind, VoiceKind> = {
  person: "person",
  official: "official",
  institution: "official",
  party: "party",
  media: "media",
  document: "document",
  collective: "collective",
  anonymous: "anonymous",
};

const known = new WeakMap<Report, Voices>();

/** Worked out once for each report. */
export function voicesOf(report: Report, text: string): Voices {
  let voices = known.get(report);
  if (!voices) known.set(report, (voices = read(report, text)));
  return voices;
}

function read(report: Report, text: string): Voices {
  const { segments, rows } = layOut(report, text);
  const shares = new Map<VoiceKind, Share>();
  const losses = new Map<VoiceKind, number>();
  const whole = report.sentences.reduce((sum, span) => sum + length(span), 0) || 1;
  report.voices.forEach((voice, i) => {
    const share = shares.get(voice.by) ?? { by: voice.by, sentences: 0, share: 0 };
    share.sentences += 1;
    share.share += length(report.sentences[i]) / whole;
    shares.set(voice.by, share);
    if (voice.losses) losses.set(voice.by, (losses.get(voice.by) ?? 0) + 1);
  });
  return {
    segments,
    rows,
    shares: [...shares.values()].sort((a, b) => b.share - a.share),
    speakers: speakersOf(report, whole),
    losses: [...losses].map(([by, n]) => ({ by, n })).sort((a, b) => b.n - a.n),
  };
}

/** Sentences side by side as long as their words, broken into rows like a text. */
function layOut({ sentences, voices }: Report, text: string): { segments: Segment[]; rows: number } {
  const starts = sentences.map((span, i) => {
    const before = sentences[i - 1];
    return before !== undefined && text.slice(before.end, span.start).includes("\n");
  });
  const units = sentences.reduce((sum, span) => sum + length(span), 0);
  const low = Math.min(Math.ceil(units / ROW), MOST_ROWS);
  const rows = Math.max(low, Math.ceil(sentences.length / IN_ROW), 1);
  // What the gaps take is added, so that the last row ends with the last sentence.
  const gap = rows > FEW_ROWS ? PARAGRAPH.many : PARAGRAPH.few;
  const gaps = starts.filter(Boolean).length * gap;
  const scale = units === 0 ? 0 : Math.max(rows * 100 - gaps, rows * 50) / units;
  let at = 0;
  const segments = sentences.map((span, index): Segment => {
    const { by, losses } = voices[index]!; // one for each sentence
    if (starts[index]) at += gap;
    const end = at + length(span) * scale;
    const pieces: Piece[] = [];
    for (let row = Math.floor(at / 100); row * 100 < end; row++) {
      const x = Math.max(at - row * 100, 0);
      pieces.push({ row, x, width: Math.min(end - row * 100, 100) - x });
    }
    at = end;
    const wide = pieces.filter(({ width }) => width >= SLIVER);
    return { index, by, losses, pieces: wide.length > 0 ? wide : pieces.slice(0, 1) };
  });
  return { segments, rows: Math.max(rows, Math.ceil(at / 100 - 0.001)) };
}

function speakersOf(report: Report, whole: number): Speaker[] {
  const speakers = new Map<Source["id"] | VoiceKind, Speaker>();
  for (const source of report.sources) {
    const by = source.party ? "party" : VOICE_OF[source.kind];
    speakers.set(source.id, { source, by, share: 0, statements: 0, losses: 0, first: source.mentions[0] ?? null });
  }
  for (const { speaker } of report.attributions) {
    const entry = speaker === null ? undefined : speakers.get(speaker);
    if (entry) entry.statements += 1;
  }
  report.voices.forEach((voice, i) => {
    const key = voice.source ?? voice.by;
    const entry = speakers.get(key) ?? { source: null, by: voice.by, share: 0, statements: 0, losses: 0, first: report.sentences[i] ?? null };
    entry.share += length(report.sentences[i]) / whole;
    if (voice.losses) entry.losses += 1;
    if (entry.source === null) entry.statements += 1;
    speakers.set(key, entry);
  });
  return [...speakers.values()].sort((a, b) => b.share - a.share || b.statements - a.statements);
}

function length(span: Span | undefined): number {
  return span ? span.end - span.start : 0;
}

// Cards and notes after the W3C Web Annotation Data Model (Recommendation of 23 February 2017): a collection with one page.
import { entriesOf, isOpen, questionsOf, type Entry } from "./entries";
import type { Handover } from "./handover";
import { documentIri, urn } from "./iri";
import { memoryWords } from "../memory/words";
import { words } from "./words";

/** Characters of context on either side of a quotation. */
const CONTEXT = 32;

export function annotations(h: Handover): string {
  const source = documentIri(h.session.document);
  const collection = urn("collection", h.session.document);
  const page = urn("page", h.session.document);
  const items = entriesOf(h);
  const at = codePoints(h.text);
  const document = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: collection,
    type: "AnnotationCollection",
    label: wellFormed(h.title),
    generator: { type: "Software", name: "Bilan" },
    generated: instant(h.made),
    total: items.length,
    first: {
      id: page,
      type: "AnnotationPage",
      partOf: collection,
      startIndex: 0,
      items: items.map((entry) => annotation(entry, h, source, at)),
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function annotation(entry: Entry, h: Handover, source: string, at: (unit: number) => number) {
  const { note } = entry;
  return {
    id: note ? noteIri(note.id) : urn("card", h.session.document, String(entry.span?.start), String(entry.span?.end), entry.words),
    type: "Annotation",
    motivation: isOpen(entry) ? "questioning" : "assessing",
    ...(note?.initials ? { creator: { type: "Person", nickname: wellFormed(note.initials) } } : {}),
    ...(note ? { modified: instant(note.time) } : {}),
    body: bodies(entry, h),
    target: { type: "SpecificResource", source, selector: selectors(entry, h, at) },
  };
}

function bodies(entry: Entry, h: Handover) {
  const { note } = entry;
  const w = words[h.interface];
  const n = memoryWords[h.interface];
  const text = (purpose: string, value: string, language?: string) => ({
    type: "TextualBody",
    purpose,
    format: "text/plain",
    ...(language ? { language } : {}),
    value: wellFormed(value),
  });
  return [
    ...questionsOf(entry).map((question) => text("questioning", question, h.interface)),
    ...(note ? [text("assessing", n.states[note.state], h.interface)] : []),
    ...(note?.source ? [text("linking", `${n.kinds[note.source.kind]}${w.colon}${note.source.reference}`)] : []),
    ...(note?.note ? [text("commenting", note.note)] : []),
  ];
}

/** The quotation with its context, and its place where it has one. */
function selectors({ note, span, words }: Entry, { text }: Handover, at: (unit: number) => number) {
  const quote = span
    ? { exact: text.slice(span.start, span.end), prefix: text.slice(before(text, span.start - CONTEXT), span.start), suffix: text.slice(span.end, before(text, span.end + CONTEXT)) }
    : { exact: note?.anchor.exact ?? words, prefix: note?.anchor.prefix ?? "", suffix: note?.anchor.suffix ?? "" };
  return [
    { type: "TextQuoteSelector", exact: wellFormed(quote.exact), prefix: wellFormed(quote.prefix), suffix: wellFormed(quote.suffix) },
    ...(span ? [{ type: "TextPositionSelector", start: at(span.start), end: at(span.end) }] : []),
  ];
}

/** `offset` within the text, one less where it would cut a character in two. */
function before(text: string, offset: number): number {
  const within = Math.min(Math.max(offset, 0), text.length);
  return /[\ud800-\udbff]/.test(text[within - 1] ?? "") && /[\udc00-\udfff]/.test(text[within] ?? "") ? within - 1 : within;
}

/** From a place in UTF-16 code units to one in Unicode code points, in which the Recommendation counts. */
function codePoints(text: string): (unit: number) => number {
  const counts = new Uint32Array(text.length + 1);
  let points = 0;
  let unit = 0;
  for (const char of text) {
    for (let half = 0; half < char.length; half++) counts[unit++] = points;
    points++;
  }
  counts[unit] = points;
  return (unit) => counts[unit] ?? points;
}

/** A time as the Recommendation wants it, in UTC and with “Z”. */
function instant(iso: string): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? iso : time.toISOString();
}

function noteIri(id: string): string {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id) ? `urn:uuid:${id.toLowerCase()}` : urn("note", id);
}

/** Half a character is no text for many a reader of JSON. */
function wellFormed(words: string): string {
  return words.toWellFormed();
}

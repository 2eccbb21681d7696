// Every figure of the article as a table; what is vague or withheld stands in it with empty cells.
import { csv } from "./csv";
import { sentenceAt, voucherOf } from "./entries";
import type { Handover } from "./handover";
import { words } from "./words";
import { pictureWords } from "../pictures/words";

export function figures(h: Handover): string {
  const { columns: c, precision, yes, no } = words[h.interface];
  const { kind: kinds, sourceKind } = pictureWords[h.interface];
  const text = ({ start, end }: { start: number; end: number }) => h.text.slice(start, end);
  const head = [
    c.words, c.low, c.high, c.precision, c.kind, c.unit, c.source, c.sourceKind, c.party, c.date, c.background, c.sentenceNumber, c.sentence,
    c.start, c.end,
  ];
  const rows = h.report.figures.map((figure) => {
    const voucher = voucherOf(h, figure.attribution);
    const sentence = sentenceAt(h.report, figure.span.start);
    const place = h.report.sentences[sentence];
    // The bounds that vague words allow are the reader's, not the article's.
    const known = figure.precision !== "vague" && figure.precision !== "withheld";
    return [
      text(figure.span),
      known ? figure.low : null,
      known ? figure.high : null,
      precision[figure.precision],
      kinds[figure.kind],
      figure.unit,
      voucher && voucher.name,
      voucher?.source ? sourceKind[voucher.source.kind] : null,
      voucher?.source ? (voucher.source.party ? yes : no) : null,
      figure.date === null ? null : dayOf(h, figure.date),
      figure.background ? yes : no,
      place ? sentence + 1 : null,
      place ? text(place) : null,
      figure.span.start,
      figure.span.end,
    ];
  });
  return csv(head, rows);
}

/** A day or period of the report in ISO 8601; its own words where it cannot be resolved. */
function dayOf({ report, text }: Handover, index: number): string | null {
  const date = report.dates[index];
  if (!date) return null;
  const { from, to, span } = date;
  if (from === null || to === null) return text.slice(span.start, span.end);
  return from === to ? from : `${from}/${to}`;
}

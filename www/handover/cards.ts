// Every card and every note as a table.
import { csv } from "./csv";
import { entriesOf, questionsOf, sentenceAt } from "./entries";
import type { Handover } from "./handover";
import { words } from "./words";
import { memoryWords } from "../memory/words";
import { strings } from "../words/strings";

export function cards(h: Handover): string {
  const w = words[h.interface];
  const c = w.columns;
  const n = memoryWords[h.interface];
  const head = [
    c.number, c.words, c.severity, c.checks, c.questions, w.labels.vouchedBy, c.state, c.proof, c.reference, c.obtained, c.note,
    c.whom, c.initials, c.time, c.original, c.found, c.sentenceNumber, c.start, c.end,
  ];
  const rows = entriesOf(h).map((entry) => {
    const { note, span } = entry;
    const checks = entry.flags.length > 0 ? entry.flags.map(({ flag }) => flag.check) : (note?.checks ?? []);
    const sentence = span ? sentenceAt(h.report, span.start) : -1;
    return [
      entry.number,
      entry.words,
      entry.severity && strings[h.interface].severity[entry.severity],
      [...new Set(checks)].map((id) => h.titles.get(id) ?? id).join("\n"),
      questionsOf(entry).join("\n"),
      entry.voucher && entry.voucher.name,
      note ? n.states[note.state] : w.untouched,
      note?.source ? n.kinds[note.source.kind] : null,
      note?.source?.reference ?? null,
      note?.source?.obtained ?? null,
      note?.note ?? null,
      note?.whom ?? null,
      note?.initials ?? null,
      note?.time ?? null,
      note && note.original !== entry.words ? note.original : null,
      span ? w.yes : w.no,
      sentence < 0 ? null : sentence + 1,
      span && span.start,
      span && span.end,
    ];
  });
  return csv(head, rows);
}

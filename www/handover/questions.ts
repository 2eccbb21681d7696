// Open questions by person to ask, as plain text for mail: no markup, at most 72 characters a line, CR LF at its end, as
// mail has it.
import { entriesOf, groupedBy, isOpen, questionsOf, type Entry } from "./entries";
import type { Handover } from "./handover";
import { clean, CRLF, momentIn, oneLine, wrap } from "./plain";
import { words } from "./words";
import { strings } from "../words/strings";

const WIDTH = 72;

/** Kinds of source that can be called. A question about the others goes to the writer. */
const REACHABLE = ["person", "official", "institution", "party", "media"];

export function questions(h: Handover): string {
  const w = words[h.interface];
  const open = entriesOf(h).filter(isOpen);
  // What is only worth a thought goes into no mail, until somebody takes it up.
  const listed = open.filter(({ severity, note }) => severity !== "info" || note !== null);
  const groups = groupedBy(listed, (entry) => addressee(entry, w.writer).toLocaleLowerCase(h.interface));
  const lines = [
    ...wrap(oneLine(h.title), WIDTH),
    `${w.formats.questions.title} · ${w.made(momentIn(h.interface, h.made))}`,
    ...[...groups.values()].flatMap((entries) => group(entries, h)),
  ];
  if (listed.length === 0) lines.push("", w.noQuestions);
  if (listed.length < open.length) lines.push("", ...wrap(w.unlisted(open.length - listed.length), WIDTH));
  return lines.join(CRLF) + CRLF;
}

function group(entries: Entry[], h: Handover): string[] {
  const w = words[h.interface];
  const title = wrap(w.ask(entries[0] ? addressee(entries[0], w.writer) : w.writer), WIDTH);
  return ["", ...title, "-".repeat(Math.max(...title.map((line) => [...line].length))), ...entries.flatMap((entry) => item(entry, h))];
}

function item(entry: Entry, h: Handover): string[] {
  const w = words[h.interface];
  const { note } = entry;
  const number = `${entry.number}. `;
  const hang = " ".repeat(number.length);
  const paragraphs = [
    ...questionsOf(entry).map(oneLine),
    ...(note?.note ? clean(note.note).split("\n").map(oneLine).filter(Boolean) : []),
    ...(note?.state === "asked" ? [oneLine([w.askedOn(momentIn(h.interface, note.time)), note.initials].filter(Boolean).join(", "))] : []),
  ];
  return [
    "",
    ...wrap(strings[h.interface].quote(oneLine(entry.words)), WIDTH, number, hang),
    ...paragraphs.flatMap((paragraph) => wrap(paragraph, WIDTH, hang)),
  ];
}

/** Whom the note names, else the source that vouches for the words if it can be called, else the writer. */
function addressee({ note, voucher }: Entry, writer: string): string {
  const named = oneLine(note?.whom ?? "");
  if (named) return named;
  return voucher?.source && REACHABLE.includes(voucher.source.kind) ? oneLine(voucher.name) : writer;
}

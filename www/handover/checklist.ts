// One box for each card, in Markdown. Boxes are those of GitHub's dialect, which elsewhere read as “[ ]”; the rest is CommonMark.
import { entriesOf, isOpen, questionsOf, type Entry } from "./entries";
import type { Handover } from "./handover";
import { clean, dayIn, momentIn, oneLine } from "./plain";
import { words } from "./words";
import { memoryWords } from "../memory/words";
import { strings } from "../words/strings";

export function checklist(h: Handover): string {
  const w = words[h.interface];
  const entries = entriesOf(h);
  const placed = entries.filter(({ span }) => span !== null);
  const lost = entries.slice(placed.length);
  return [
    `# ${escaped(h.title)}`,
    `${w.formats.checklist.title} · ${w.made(momentIn(h.interface, h.made))}`,
    ...(placed.length > 0 ? [placed.map((entry) => item(entry, h)).join("\n")] : []),
    ...(lost.length > 0 ? [`## ${w.orphaned}`, lost.map((entry) => item(entry, h)).join("\n")] : []),
  ].join("\n\n") + "\n";
}

function item(entry: Entry, h: Handover): string {
  const w = words[h.interface];
  const n = memoryWords[h.interface];
  const { note } = entry;
  const source = note?.source;
  const line = `- [${isOpen(entry) ? " " : "x"}] **${entry.number}.** ${escaped(strings[h.interface].quote(oneLine(entry.words)))} – ${
    note ? n.states[note.state] : w.untouched}`;
  const below = questionsOf(entry).map(escaped);
  if (source) {
    const obtained = source.obtained && ` (${w.labels.obtained} ${dayIn(h.interface, source.obtained)})`;
    below.push(`${w.labels.source}${w.colon}${n.kinds[source.kind]}${w.colon}${escaped(source.reference)}${obtained}`);
  }
  if (note?.note) below.push(`${w.labels.note}${w.colon}${clean(note.note).split("\n").map(escaped).filter(Boolean).join(" / ")}`);
  if (note?.whom) below.push(escaped(w.ask(note.whom)));
  if (note) below.push(`${w.labels.by}${w.colon}${[escaped(note.initials), momentIn(h.interface, note.time)].filter(Boolean).join(", ")}`);
  return [line, ...below.map((text) => `  - ${text}`)].join("\n");
}

/**
 * Words that Markdown leaves alone within a line: they come on one line and never begin one, so that marks of headings and
 * lists need no escape. Addresses are kept from becoming links, which would take the backslashes in.
 */
function escaped(words: string): string {
  return oneLine(words).replace(/[\\`*_[\]<>&~|$]|:(?=\/\/)|(?<=\bwww)\./gi, "\\$&");
}

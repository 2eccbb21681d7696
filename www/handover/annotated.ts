// The annotated draft: the article with numbered marks and the list of references, as one HTML file that needs no script
// and loads nothing.
import { entriesOf, groupedBy, isOpen, type Entry } from "./entries";
import type { Handover } from "./handover";
import { markup, Markup } from "./markup";
import { dayIn, momentIn } from "./plain";
import { words, type HandoverWords } from "./words";
import { memoryWords } from "../memory/words";
import { strings } from "../words/strings";

/** What each severity looks like does not rest on colour: double, wavy and dotted lines, and a thin one for what is settled. */
export const STYLE = `
:root { color-scheme: light dark; }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1.0625rem/1.65 Charter, Georgia, "Liberation Serif", serif; overflow-wrap: anywhere; color: light-dark(#1c1b19, #e9e6df); background: light-dark(#ffffff, #1e2023); }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { margin-top: 2.5rem; font-size: 1.15rem; }
a { color: light-dark(#1a5fb4, #8ab8ff); }
header p, small, dt { color: light-dark(#55524c, #aaa69c); }
.text { white-space: pre-wrap; unicode-bidi: plaintext; }
mark { background: light-dark(#fdf3da, #40341a); color: inherit; text-decoration: underline 2px; text-underline-offset: 0.2em; }
mark.error { background: light-dark(#fbe4e1, #4a2421); text-decoration-style: double; }
mark.warning { text-decoration-style: wavy; }
mark.info { background: none; text-decoration-style: dotted; }
mark.settled { background: none; text-decoration-style: solid; text-decoration-thickness: 1px; }
sup { font: 0.7em/1 system-ui, sans-serif; unicode-bidi: isolate; }
sup a { padding: 0 0.15em; }
:target { outline: 3px solid light-dark(#1a5fb4, #8ab8ff); outline-offset: 2px; }
ol { padding-inline-start: 2.5rem; }
li { margin-bottom: 1.25rem; break-inside: avoid; }
li p { margin: 0.25rem 0; }
li > p:first-child { font-weight: 600; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 0.75rem; margin: 0.25rem 0; }
dd { margin: 0; white-space: pre-wrap; }
@media print {
  :root { color-scheme: light; }
  body { max-width: none; margin: 0; padding: 0; font-size: 11pt; }
  a { color: inherit; text-decoration: none; }
  h2 { break-after: avoid; }
}
`;

/** SHA-256 of the style: no other is applied. */
export const STYLE_HASH = "sha256-QnigLr4POwaj1G0Xr6Z8dKhnJ7jrlSyquukJkj6FDM0=";

const POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

export function annotated(h: Handover): string {
  const w = words[h.interface];
  const entries = entriesOf(h);
  const placed = entries.filter((entry) => entry.span !== null);
  const lost = entries.slice(placed.length);
  return markup`<!doctype html>
<html lang="${h.interface}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Bilan">
<title>${h.title} – ${w.formats.annotated.title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<header>
<h1 dir="auto" lang="${h.report.language}">${h.title}</h1>
<p>${w.formats.annotated.title} · ${w.made(momentIn(h.interface, h.made))}</p>
</header>
<main>
<section aria-labelledby="article">
<h2 id="article">${w.article}</h2>
<div class="text" dir="auto" lang="${h.report.language}">${marked(h.text, placed, w)}</div>
</section>
${section("references", w.references, null, placed, h, w)}
${section("orphaned", w.orphaned, w.orphanedNote, lost, h, w)}
</main>
</body>
</html>
`.html;
}

/**
 * The text with each entry in marks of its own, the inner in the outer. Where two overlap, the inner mark is broken in two;
 * its first part carries the id.
 */
function marked(text: string, entries: Entry[], w: HandoverWords): Markup[] {
  const starting = groupedBy(entries, (entry) => entry.span?.start ?? 0);
  const bounds = [...new Set(entries.flatMap(({ span }) => (span ? [span.start, span.end] : [])))].sort((a, b) => a - b);
  const out: Markup[] = [];
  let open: Entry[] = [];
  let at = 0;
  for (const bound of bounds) {
    out.push(markup`${text.slice(at, bound)}`);
    at = bound;
    const first = open.findIndex(({ span }) => span?.end === bound);
    if (first >= 0) {
      const closing = open.slice(first);
      const going = closing.filter(({ span }) => span?.end !== bound);
      out.push(markup`${closing.map(() => new Markup("</mark>"))}`);
      for (const entry of closing) if (!going.includes(entry)) out.push(numberOf(entry, w));
      out.push(...going.map((entry) => opened(entry, false)));
      open = [...open.slice(0, first), ...going];
    }
    const next = (starting.get(bound) ?? []).sort((a, b) => (b.span?.end ?? 0) - (a.span?.end ?? 0));
    out.push(...next.map((entry) => opened(entry, true)));
    open.push(...next);
  }
  return [...out, markup`${text.slice(at)}`];
}

function opened(entry: Entry, first: boolean): Markup {
  const look = isOpen(entry) ? (entry.severity ?? "info") : "settled";
  return markup`<mark class="${look}" data-number="${entry.number}"${first ? markup` id="mark-${entry.number}"` : null}>`;
}

function numberOf({ number }: Entry, w: HandoverWords): Markup {
  return markup`<sup><a href="#reference-${number}" aria-label="${w.reference(number)}">${number}</a></sup>`;
}

function section(id: string, title: string, remark: string | null, entries: Entry[], h: Handover, w: HandoverWords): Markup | null {
  const [first] = entries;
  if (!first) return null;
  return markup`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${remark && markup`<p>${remark}</p>`}
<ol start="${first.number}">
${entries.map((entry) => reference(entry, h, w))}</ol>
</section>`;
}

function reference(entry: Entry, h: Handover, w: HandoverWords): Markup {
  const { note, number, span, severity, voucher } = entry;
  const s = strings[h.interface];
  const n = memoryWords[h.interface];
  const quoted = markup`<bdi lang="${h.report.language}">${s.quote(entry.words)}</bdi>`;
  const state = note ? n.states[note.state] : w.untouched;
  return markup`<li id="reference-${number}">
<p>${span ? markup`<a href="#mark-${number}" title="${w.back}">${quoted}</a>` : quoted}</p>
<dl>
${row(w.labels.state, state)}${severity && row(w.columns.severity, s.severity[severity])}${voucher && row(w.labels.vouchedBy, voucher.name)}${note && noteRows(note, h, w)}</dl>
${entry.flags.map(
  ({ flag, titleWords }) => markup`<p><b>${h.titles.get(flag.check) ?? flag.check}.</b> ${flag.message} <i>${flag.question}</i>${
    titleWords === null ? null : markup` ${w.labels.title}${w.colon}<bdi>${s.quote(titleWords)}</bdi>`
  }<br><small>${w.labels.standard}${w.colon}${flag.standard}</small></p>
`,
)}</li>
`;
}

function noteRows(note: NonNullable<Entry["note"]>, h: Handover, w: HandoverWords): (Markup | null)[] {
  const { source, initials, original, anchor } = note;
  const n = memoryWords[h.interface];
  const obtained = source?.obtained && ` (${w.labels.obtained} ${dayIn(h.interface, source.obtained)})`;
  return [
    source && row(w.labels.source, markup`${n.kinds[source.kind]}${w.colon}<bdi>${linked(source.reference)}</bdi>${obtained || null}`),
    note.note ? row(w.labels.note, note.note) : null,
    note.whom ? row(w.labels.whom, note.whom) : null,
    row(w.labels.by, markup`${initials && markup`<bdi>${initials}</bdi>, `}${momentIn(h.interface, note.time)}`),
    original === anchor.exact ? null : row(w.labels.original, strings[h.interface].quote(original)),
  ];
}

function row(label: string, value: string | Markup): Markup {
  return markup`<dt>${label}</dt><dd dir="auto">${value}</dd>
`;
}

/** A reference on the web leads there; any other scheme stays plain words. */
function linked(reference: string): string | Markup {
  if (!/^https?:\/\/\S+$/i.test(reference) || !URL.canParse(reference)) return reference;
  return markup`<a href="${reference}" rel="noreferrer">${reference}</a>`;
}

// A result to hand on, full of words that mean something to the formats they end up in.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { bundled } from "./bundle.mjs";
import { root } from "./site.mjs";

/** Where the tests of the formats put what they need. */
export const workshop = path.join(root, "target/browser-tests/handover");

/** The formats as they are in the page. */
const PARTS = ["handover/formats", "handover/handover", "handover/entries", "handover/annotated", "view/view"];

const core = await import(pathToFileURL(path.join(root, "target/wasm/bilan.js")));
core.initSync({ module: await readFile(path.join(root, "target/wasm/bilan_bg.wasm")) });
export const { FORMATS, handoverOf, entriesOf, viewOf, STYLE, STYLE_HASH } = await bundled(...PARTS);

export const HOSTILE = [
  `=HYPERLINK("http://evil.example","x")`,
  `<img src=x onerror="hit = 1"></div></mark><script>hit = 2</script>`,
  `](javascript:alert) [x](javascript:alert(1)) \`code\` *stars* _under_ &amp; ~~gone~~ <b>`,
  `+1;=2+3;"=4" @SUM(A1)\t-5`,
  "\u202eturned round, and never back \u2067so",
  "half a character \ud83d, nothing \0, bell \x07, 👩‍👩‍👧 and 🙂",
  "https://user@evil.example/?a=1&b=<2> www.evil.example/a_b_c",
].join("\n");

export const TEXT = `${HOSTILE}

🙂 L’armée a subi de lourdes pertes dimanche près de Mirande-le-Haut, selon les habitants.

Le général Adama Keïta a déclaré que 12 soldats avaient été tués. « =1+1 <b>gras</b> 👩‍👩‍👧 », a-t-il ajouté.

Les rebelles ont assuré avoir tué des dizaines de gendarmes. L’état-major a admis de lourdes pertes sans fournir de chiffre.

La réunion est prévue mardi 12 mars 2025 à la mairie.
`;

export function noteOn(words, changes = {}) {
  const start = TEXT.indexOf(words);
  const anchor = { exact: words, prefix: TEXT.slice(Math.max(0, start - 32), Math.max(0, start)), suffix: "", start, end: start + words.length };
  return {
    id: crypto.randomUUID(),
    anchor,
    checks: ["figure-vague"],
    state: "confirmed",
    source: { kind: "document", reference: HOSTILE, obtained: "2025-03-14" },
    note: `- first line\n${HOSTILE}`,
    whom: "",
    initials: "=AB<i>",
    time: "2025-03-14T16:20:00+01:00",
    original: words,
    ...changes,
  };
}

/** A handover on `TEXT`, in French unless said otherwise; `notes` makes the notes from the cards. */
export function handover({ text = TEXT, language = "fr", notes = () => [], heading = "", edit = (report) => report } = {}) {
  const report = edit(core.check(text, { language: "fr", messages: language, title: heading, published: "2025-03-16" }));
  const view = viewOf(report, text, heading);
  const placed = notes(view.cards);
  const session = { schema: 1, document: "desk/12", title: HOSTILE.split("\n").slice(0, 3).join(" "), notes: placed.map(({ note }) => note), text: null, saved: "2025-03-14T15:21:00.000Z" };
  const titles = new Map(core.checks(language).map(({ id, title }) => [id, title]));
  return handoverOf({ view, session, placed, titles, interface: language });
}

/** Every kind of note: on cards, on words that nothing is flagged on and that cross the edges of cards, and on words that are gone. */
export function everyNote(cards) {
  const card = (words) => cards.find((candidate) => candidate.words.includes(words));
  const on = (found, changes) => ({ note: noteOn(found.words, changes), span: found.span, card: found.index });
  const across = (from, to) => {
    const span = { start: TEXT.indexOf(from), end: TEXT.indexOf(to) + to.length };
    return { note: noteOn(TEXT.slice(span.start, span.end), { state: "corrected", source: null, original: "Autres mots" }), span, card: null };
  };
  return [
    on(card("dizaines"), {}),
    on(card("12 soldats"), { state: "asked", source: null, whom: "Bureau de Mirande <b>" }),
    across("pertes dimanche", "Keïta a déclaré"),
    across("HYPERLINK", "tué des"),
    { note: noteOn("des mots qui n’y sont plus", { state: "unverifiable", source: null }), span: null, card: null },
  ];
}

export function write(id, h) {
  return FORMATS.find((format) => format.id === id).write(h);
}

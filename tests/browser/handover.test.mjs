// What is handed on, read back by what it is meant for.
import { test } from "node:test";
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { visit } from "./browser.mjs";
import { entriesOf, everyNote, FORMATS, handover, HOSTILE, noteOn, STYLE, STYLE_HASH, TEXT, workshop, write } from "./handover.mjs";
import { require, root } from "./site.mjs";

const h = handover({ notes: everyNote });
const entries = entriesOf(h);
const line = (words) => words.toWellFormed().replace(/[\0\x07\u202e\u2067\u2069\u202c]/g, "").replace(/\s+/g, " ").trim();

test("entries are numbered in reading order, and none is lost", () => {
  assert.deepEqual(entries.map(({ number }) => number), entries.map((_, at) => at + 1));
  assert.equal(entries.length, h.cards.length + h.others.length);
  const starts = entries.flatMap(({ span }) => (span ? [span.start] : []));
  assert.deepEqual(starts, [...starts].sort((a, b) => a - b));
  assert.equal(entries.at(-1).words, "des mots qui n’y sont plus");
});

test("a second note on one card is kept beside the first", () => {
  const two = handover({ notes: (cards) => [1, 2].map(() => ({ note: noteOn(cards[0].words), span: cards[0].span, card: 0 })) });
  assert.equal(entriesOf(two).filter(({ note }) => note).length, 2);
});

test("both languages name every format", () => {
  for (const { id, title } of FORMATS) assert.ok(title.fr && title.en, id);
  assert.equal(new Set(FORMATS.map(({ id }) => id)).size, 8);
});

// The annotated draft

test("the style of the annotated draft is the one that its policy lets through", () => {
  assert.equal(STYLE_HASH, `sha256-${createHash("sha256").update(STYLE).digest("base64")}`);
});

for (const language of ["fr", "en"]) {
  test(`the annotated draft shows text, marks and references (${language})`, () => {
    const made = handover({ language, notes: everyNote });
    return visit(`annotated-${language}`, async (v) => {
      const { page } = v;
      const found = await page.evaluate(() => {
        const text = document.querySelector(".text").cloneNode(true);
        for (const number of text.querySelectorAll("sup")) number.remove();
        const marks = {};
        for (const mark of text.querySelectorAll("mark")) marks[mark.dataset.number] = (marks[mark.dataset.number] ?? "") + mark.textContent;
        return {
          text: text.textContent,
          marks,
          hit: globalThis.hit,
          title: document.title,
          elements: [...new Set([...document.querySelectorAll("body *")].map(({ localName }) => localName))],
          links: [...document.links].map((link) => link.getAttribute("href")),
          missing: [...document.links].map((link) => link.getAttribute("href")).filter((href) => href.startsWith("#") && !document.getElementById(href.slice(1))),
          twice: [...document.querySelectorAll("[id]")].filter(({ id }) => document.querySelectorAll(`#${id}`).length > 1).length,
          line: getComputedStyle(document.querySelector("mark.warning")).textDecorationStyle,
          references: [...document.querySelectorAll("li")].map((li) => [li.id, li.textContent]),
        };
      });
      assert.equal(found.text, TEXT.toWellFormed().replace("\0", "\ufffd"));
      const all = entriesOf(made);
      for (const { number, span } of all) {
        if (span) assert.equal(found.marks[number], TEXT.slice(span.start, span.end).toWellFormed().replace("\0", "\ufffd"));
      }
      assert.equal(found.hit, undefined);
      assert.deepEqual(found.elements.filter((name) => ["img", "script", "b"].includes(name)), ["b"], "of what was put in, nothing is an element");
      assert.deepEqual(found.missing, []);
      assert.equal(found.twice, 0);
      assert.equal(found.line, "wavy", "the style is applied");
      assert.ok(found.links.every((href) => href.startsWith("#")), String(found.links));
      assert.deepEqual(found.references.map(([id]) => id), all.map(({ number }) => `reference-${number}`));
      for (const [at, { flags, note }] of all.entries()) {
        for (const { flag } of flags) assert.ok(found.references[at][1].includes(flag.question));
        if (note) assert.ok(found.references[at][1].includes("=AB<i>"), "initials");
      }
      assert.ok(found.references.at(-1)[1].includes("des mots qui n’y sont plus"));

      const one = all.find(({ flags }) => flags.length > 0).number;
      await page.click(`a[href="#reference-${one}"]`);
      assert.equal(await page.$eval(":target", ({ id }) => id), `reference-${one}`);
      await page.click(`a[href="#mark-${one}"]`);
      assert.equal(await page.$eval(":target", ({ id }) => id), `mark-${one}`);

      const pdf = Buffer.from(await page.pdf());
      assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
      assert.deepEqual(await v.axe(), []);
      assert.deepEqual(v.site.requests.filter((asked) => asked !== "/favicon.ico"), ["/draft.html"], "nothing is loaded");
    }, { path: "draft.html", pages: { "/draft.html": write("annotated", made) } });
  });
}

test("a reference on the web is a link in the annotated draft, any other is words", () => {
  const source = (reference) => ({ kind: "document", reference, obtained: "" });
  const draft = (reference) => write("annotated", handover({ notes: ([card]) => [{ note: noteOn(card.words, { source: source(reference) }), span: card.span, card: 0 }] }));
  assert.ok(draft(`https://example.org/a?b="c"`).includes(`href="https://example.org/a?b=&quot;c&quot;"`));
  for (const reference of ["javascript:alert(1)", "data:text/html,x", "page 12"]) assert.ok(!draft(reference).includes(`href="${reference.slice(0, 4)}`));
});

// Questions for mail

test("open questions come by person to ask, in lines that mail takes", () => {
  const text = write("questions", h);
  assert.ok(text.endsWith("\r\n"));
  const lines = text.split("\r\n");
  assert.ok(!/[\r\n]/.test(lines.join("")), "every line ends with CR LF");
  for (const one of lines) assert.ok([...one].length <= 72 || !one.trim().replace(/^\d+\. /, "").includes(" "), one);
  const flat = line(text);
  const groups = lines.filter((one) => /^À demander/.test(one));
  assert.equal(new Set(groups).size, groups.length);
  assert.ok(groups.some((one) => one.includes("Bureau de Mirande <b>")), "whom the note names");
  assert.ok(groups.some((one) => one.includes("l’auteur de l’article")), "habitants cannot be called");
  const asked = entries.filter(({ severity, note }) => (note ? ["asked", "to-check"].includes(note.state) : severity !== "info"));
  assert.ok(asked.length > 2);
  for (const { number, flags } of asked) {
    assert.ok(lines.some((one) => one.startsWith(`${number}. `)), `number ${number}`);
    for (const { flag } of flags) assert.ok(flat.includes(line(flag.question)), flag.question);
  }
  const settled = entries.find(({ note }) => note?.state === "confirmed");
  assert.ok(!lines.some((one) => one.startsWith(`${settled.number}. `)), "what is confirmed is no question");
  assert.match(flat, /Question posée : vendredi 14 mars 2025, 16:20 UTC\+01:00, =AB<i>/);
  assert.ok(!/[\0\x07\ud800-\udfff](?![\udc00-\udfff])/.test(text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, "")));
  for (const one of text.match(/[^\r\n]*\u202e[^]*?\n/g) ?? []) assert.ok(text.slice(text.indexOf(one)).includes("\u202c"), "the writing direction comes back");
});

test("without a name in the note the question goes to who vouches for the words", () => {
  const groups = write("questions", handover()).split("\r\n").filter((one) => /^À demander/.test(one));
  assert.ok(groups.includes("À demander\u00a0: Le général Adama Keïta"), String(groups));
});

test("without an open question the mail says so", () => {
  const settled = handover({ notes: (cards) => cards.map((card) => ({ note: noteOn(card.words), span: card.span, card: card.index })) });
  assert.match(write("questions", settled), /Aucune question n’est en suspens/);
});

// Tables

const Papa = require("papaparse");

function table(csv) {
  assert.ok(csv.startsWith("\ufeff"));
  const { data, errors } = Papa.parse(csv.slice(1), { skipEmptyLines: true, newline: "\r\n" });
  assert.deepEqual(errors, []);
  const [head, ...rows] = data;
  assert.equal(new Set(head).size, head.length);
  return rows.map((row) => {
    assert.equal(row.length, head.length);
    return Object.fromEntries(head.map((name, at) => [name, row[at]]));
  });
}

const isFormula = (cell) => /^[\s"']*[=+\-@＝＋－＠]/.test(cell) && !/^[\s"]*'/.test(cell) && !/^[+-]?\d+([.,]\d+)?$/.test(cell);

test("every figure is a row, and what is not counted has empty cells", () => {
  const rows = table(write("figures", h));
  assert.deepEqual(rows.map((row) => row["Mots"]), h.report.figures.map(({ span }) => line(TEXT.slice(span.start, span.end))));
  const row = (words) => rows.find((one) => one["Mots"] === words);
  assert.deepEqual([row("12 soldats")["Minimum"], row("12 soldats")["Maximum"], row("12 soldats")["Source"]], ["12", "12", "Le général Adama Keïta"]);
  assert.equal(row("12 soldats")["Partie en cause"], "oui");
  for (const [words, precision] of [["des dizaines de gendarmes", "vague"], ["lourdes pertes", "non communiqué"]]) {
    const empty = row(words) ?? rows.find((one) => one["Mots"].includes(words));
    assert.deepEqual([empty["Précision"], empty["Minimum"], empty["Maximum"]], [precision, "", ""]);
  }
  for (const figure of h.report.uncounted) assert.ok(rows.some((one) => one["De (UTF-16)"] === String(figure.span.start)));
  for (const one of rows) assert.equal(TEXT.slice(one["De (UTF-16)"], one["À (UTF-16)"]).replace(/\s/g, ""), one["Mots"].replace(/\s/g, ""));
});

test("numbers below zero stay numbers, and words are no formula", () => {
  const rows = table(write("figures", handover({
    edit: (report) => ({
      ...report,
      figures: report.figures.map((figure) => ({ ...figure, precision: "exact", low: -3, high: -1.5, unit: "-3" })),
      sources: report.sources.map((source) => ({ ...source, name: `-${source.name}` })),
    }),
  })));
  assert.deepEqual([rows[0]["Minimum"], rows[0]["Maximum"], rows[0]["Unité"]], ["-3", "-1.5", "-3"]);
  const sourced = rows.find((row) => row["Source"]);
  assert.ok(sourced["Source"].startsWith("'-"));
});

test("every card and note is a row, and no cell is a formula", () => {
  const csv = write("cards", h);
  const rows = table(csv);
  assert.deepEqual(rows.map((row) => row["N°"]), entries.map(({ number }) => String(number)));
  for (const [at, { note, span }] of entries.entries()) {
    assert.equal(rows[at]["Dans le texte"], span ? "oui" : "non");
    if (note) assert.equal(rows[at]["Heure"], note.time);
    if (note?.source) assert.ok(rows[at]["Référence"].startsWith("'=HYPERLINK("));
  }
  for (const cell of rows.flatMap(Object.values)) assert.ok(!isFormula(cell), cell);
  // A spreadsheet that takes the semicolon or the tab for the separator sees other cells.
  for (const separator of [";", "\t"]) {
    for (const cell of csv.slice(1).split("\n").flatMap((one) => one.split(separator))) assert.ok(!isFormula(cell) || /^["']*-5/.test(cell), cell);
  }
});

// Markdown

test("the checklist has one box for each entry, and words stay words", async () => {
  const [{ fromMarkdown }, { gfmFromMarkdown }, { gfm }] = await Promise.all(
    ["mdast-util-from-markdown", "mdast-util-gfm", "micromark-extension-gfm"].map((name) => import(pathToFileURL(path.join(root, "www/node_modules", name, "index.js")))),
  );
  const tree = fromMarkdown(write("checklist", h), { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const kinds = new Set();
  const boxes = [];
  const links = [];
  const textOf = (node) => node.value ?? (node.children ?? []).map(textOf).join("");
  (function walk(node) {
    kinds.add(node.type);
    if (node.type === "link") links.push([node.url, textOf(node)]);
    if (node.type === "listItem" && node.checked !== null && node.checked !== undefined) boxes.push([node.checked, textOf(node.children[0]), textOf(node)]);
    for (const child of node.children ?? []) walk(child);
  })(tree);
  assert.deepEqual([...kinds].sort(), ["heading", "link", "list", "listItem", "paragraph", "root", "strong", "text"]);
  // What looks like an address leads there and nowhere else.
  for (const [url, words] of links) assert.ok([words, `mailto:${words}`, `http://${words}`].includes(url), url);
  assert.equal(boxes.length, entries.length);
  for (const [at, { number, words, note, flags }] of entries.entries()) {
    const [checked, first, whole] = boxes[at];
    assert.equal(checked, note !== null && !["asked", "to-check"].includes(note.state));
    assert.ok(first.startsWith(`${number}. `));
    assert.ok(line(first).includes(line(words)), `${first} | ${words}`);
    for (const { flag } of flags) assert.ok(line(whole).includes(line(flag.question)));
    if (note?.source) assert.ok(line(whole).includes(line(HOSTILE)));
  }
});

// JSON

test("the session comes back as it was, broken characters included", () => {
  assert.deepEqual(JSON.parse(write("session", h)), h.session);
});

const jsonld = require("jsonld");
const context = (url, terms) => ({ documentLoader: async (asked) => {
  assert.equal(asked, url, "no other context is asked for");
  return { contextUrl: null, documentUrl: asked, document: { "@context": terms } };
}, safe: true });

/** What the terms in use stand for, after the vocabularies that the Recommendation names. */
const ANNO = (() => {
  const oa = (name) => `http://www.w3.org/ns/oa#${name}`;
  const as = (name) => `http://www.w3.org/ns/activitystreams#${name}`;
  const dcterms = (name) => `http://purl.org/dc/terms/${name}`;
  const xsd = (name) => `http://www.w3.org/2001/XMLSchema#${name}`;
  const link = (id) => ({ "@id": id, "@type": "@id" });
  const plain = (names, full) => Object.fromEntries(names.map((name) => [name, full(name)]));
  return {
    id: "@id",
    type: "@type",
    ...plain(["Annotation", "TextualBody", "SpecificResource", "TextQuoteSelector", "TextPositionSelector", "exact", "prefix", "suffix"], oa),
    ...plain(["assessing", "commenting", "linking", "questioning"], oa),
    AnnotationCollection: as("OrderedCollection"),
    AnnotationPage: as("OrderedCollectionPage"),
    Software: as("Application"),
    Person: "http://xmlns.com/foaf/0.1/Person",
    name: "http://xmlns.com/foaf/0.1/name",
    nickname: "http://xmlns.com/foaf/0.1/nick",
    label: "http://www.w3.org/2000/01/rdf-schema#label",
    value: "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    format: "http://purl.org/dc/elements/1.1/format",
    language: "http://purl.org/dc/elements/1.1/language",
    body: link(oa("hasBody")),
    target: link(oa("hasTarget")),
    source: link(oa("hasSource")),
    selector: link(oa("hasSelector")),
    creator: link(dcterms("creator")),
    generator: link(as("generator")),
    partOf: link(as("partOf")),
    first: link(as("first")),
    items: { "@id": as("items"), "@type": "@id", "@container": "@list" },
    motivation: { "@id": oa("motivatedBy"), "@type": "@vocab" },
    purpose: { "@id": oa("hasPurpose"), "@type": "@vocab" },
    modified: { "@id": dcterms("modified"), "@type": xsd("dateTime") },
    generated: { "@id": dcterms("issued"), "@type": xsd("dateTime") },
    ...Object.fromEntries(["start", "end"].map((name) => [name, { "@id": oa(name), "@type": xsd("nonNegativeInteger") }])),
    total: { "@id": as("totalItems"), "@type": xsd("nonNegativeInteger") },
    startIndex: { "@id": as("startIndex"), "@type": xsd("nonNegativeInteger") },
  };
})();

/** What the Recommendation says must be, of the classes in use. */
const MODEL = (() => {
  const iri = { type: "string", format: "uri" };
  const instant = { type: "string", format: "date-time", pattern: "Z$" };
  const natural = { type: "integer", minimum: 0 };
  const of = (type, required, properties) => ({ type: "object", required: ["type", ...required], properties: { type: { const: type }, ...properties } });
  const purpose = { enum: ["assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying", "linking", "moderating", "questioning", "replying", "reviewing", "tagging"] };
  const selector = { oneOf: [
    of("TextQuoteSelector", ["exact"], { exact: { type: "string" }, prefix: { type: "string" }, suffix: { type: "string" } }),
    of("TextPositionSelector", ["start", "end"], { start: natural, end: natural }),
  ] };
  const annotation = of("Annotation", ["id", "target"], {
    id: iri,
    motivation: purpose,
    modified: instant,
    creator: of("Person", [], { nickname: { type: "string" } }),
    body: { type: "array", items: of("TextualBody", ["value"], { value: { type: "string" }, purpose, format: { const: "text/plain" }, language: { type: "string" } }) },
    target: of("SpecificResource", ["source"], { source: iri, selector: { type: "array", minItems: 1, items: selector } }),
  });
  const page = of("AnnotationPage", ["id", "items", "partOf"], { id: iri, partOf: iri, startIndex: natural, items: { type: "array", items: annotation } });
  const collection = of("AnnotationCollection", ["@context", "id", "first"], { "@context": { const: "http://www.w3.org/ns/anno.jsonld" }, id: iri, total: natural, generated: instant, label: { type: "string" }, first: page });
  return collection;
})();

test("web annotations fit the model, and their selectors find the words", async () => {
  const document = JSON.parse(write("annotations", h));
  const ajv = new (require("ajv").default)({ allErrors: true });
  require("ajv-formats").default(ajv);
  const fits = ajv.compile(MODEL);
  assert.ok(fits(document), JSON.stringify(fits.errors, null, 1));
  const { items } = document.first;
  assert.equal(document.total, items.length);
  assert.equal(items.length, entries.length);
  assert.equal(new Set(items.map(({ id }) => id)).size, items.length);
  assert.deepEqual(JSON.parse(write("annotations", h)), { ...document, generated: document.generated }, "names are the same each time");

  const points = [...TEXT.toWellFormed()];
  for (const [at, { span, note, words, flags }] of entries.entries()) {
    const [quote, position] = items[at].target.selector;
    assert.equal(quote.exact, words.toWellFormed());
    for (const { flag } of flags) assert.ok(items[at].body.some(({ purpose, value }) => purpose === "questioning" && value === flag.question));
    if (note) assert.ok(items[at].body.some(({ purpose, value }) => purpose === "commenting" && value === note.note.toWellFormed()));
    if (!span) {
      assert.equal(position, undefined);
      continue;
    }
    assert.equal(points.slice(position.start, position.end).join(""), quote.exact);
    const around = points.slice(0, position.start).join("");
    assert.ok(around.endsWith(quote.prefix) && quote.prefix.isWellFormed());
    assert.ok(points.slice(position.end).join("").startsWith(quote.suffix));
  }
  assert.ok(entries.some(({ span }) => span && [...TEXT.slice(0, span.start)].length < span.start), "code points and code units differ here");

  const [expanded] = await jsonld.expand(document, context("http://www.w3.org/ns/anno.jsonld", ANNO));
  const [page] = expanded["http://www.w3.org/ns/activitystreams#first"];
  const list = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"];
  assert.equal(list.length, items.length);
  for (const one of list) assert.match(one["http://www.w3.org/ns/oa#motivatedBy"][0]["@id"], /^http:\/\/www\.w3\.org\/ns\/oa#(questioning|assessing)$/);
});

test("claim drafts are schema.org's, without a rating and without notes", async () => {
  const text = write("claims", h);
  const document = JSON.parse(text);
  const gone = handover({ notes: (cards) => cards.map((card) => ({ note: noteOn(card.words, { state: "cut" }), span: card.span, card: card.index })) });
  assert.ok(JSON.parse(write("claims", gone))["@graph"].length < document["@graph"].length, "what was cut is no claim");
  assert.equal(document["@graph"].length, h.report.claims.filter(({ span }) => !h.cards.some(({ card, note }) => note?.state === "cut" && card.span.start < span.end && span.start < card.span.end)).length);
  for (const review of document["@graph"]) {
    assert.deepEqual(review.reviewRating, { "@type": "Rating" });
    assert.equal(review.itemReviewed.text, review.claimReviewed);
  }
  const general = document["@graph"].find(({ claimReviewed }) => claimReviewed.includes("Adama Keïta a déclaré"));
  assert.deepEqual(general.itemReviewed.author, { "@type": "Person", name: "Le général Adama Keïta" });
  for (const secret of ["=AB<i>", "Bureau de Mirande", "first line"]) assert.ok(!text.includes(secret), secret);

  const [...reviews] = await jsonld.expand(document, context("https://schema.org", { "@vocab": "https://schema.org/" }));
  assert.equal(reviews.length, document["@graph"].length);
  for (const review of reviews) assert.deepEqual(review["@type"], ["https://schema.org/ClaimReview"]);

  // The types of schema.org read the file itself: a term that they do not know does not compile.
  const compiles = async (name, graph) => {
    const folder = path.join(workshop, name);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, "claims.ts"), `import type { ClaimReview } from "schema-dts";\nexport const claims: ClaimReview[] = ${JSON.stringify(graph)};\n`);
    await writeFile(path.join(folder, "tsconfig.json"), JSON.stringify({
      compilerOptions: { strict: true, noEmit: true, skipLibCheck: true, types: [], module: "ESNext", moduleResolution: "bundler", paths: { "schema-dts": [path.join(root, "www/node_modules/schema-dts")] } },
      files: ["claims.ts"],
    }));
    return promisify(execFile)(process.execPath, [path.join(root, "www/node_modules/typescript/bin/tsc"), "-p", folder]).then(() => true, ({ stdout }) => stdout);
  };
  assert.equal(await compiles("claims", document["@graph"]), true);
  assert.notEqual(await compiles("wrong", [{ ...document["@graph"][0], verdict: "x" }]), true);
});

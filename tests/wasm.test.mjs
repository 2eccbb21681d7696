// The browser's door with the bindings that a page loads, driven by real JavaScript values.
// Needs target/wasm (`cargo xtask wasm`).
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { check, checks, compare, initSync, languages } from "../target/wasm/bilan.js";

const wasm = await readFile(new URL("../target/wasm/bilan_bg.wasm", import.meta.url));
initSync({ module: wasm });

/** Every place in a report. */
function* spans(value) {
  if (value === null || typeof value !== "object") return;
  if (typeof value.start === "number") yield value;
  for (const inner of Object.values(value)) yield* spans(inner);
}

const article = "Selon l’armée, au moins 12 soldats ont été tués jeudi à Gao. « Nous avons perdu des hommes », a-t-il ajouté.";

test("a report is plain data that survives JSON", () => {
  const report = check(article, { language: "fr", published: "2024-08-02" });
  assert.equal(report.schema, 1);
  assert.equal(report.published, "2024-08-02");
  assert.equal(Object.getPrototypeOf(report), Object.prototype);
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
  assert.deepEqual(structuredClone(report), report);
});

test("what is not there is null, not undefined", () => {
  assert.equal(check("Rien.").published, null);
});

test("options may be absent, empty, null or hold undefined", () => {
  const plain = check(article);
  for (const options of [undefined, null, {}, { language: undefined, title: null, captions: undefined, house: null }]) {
    assert.deepEqual(check(article, options), plain);
  }
});

test("options are heard", () => {
  assert.equal(check("Nothing.", { language: "en" }).language, "en");
  assert.equal(check("Rien.", { language: "fr" }).language, "fr");
  check("Rien.", { captions: ["Rien"], house: { checks: {}, parties: ["A"], loaded: [], acronyms: ["B"] } });
});

test("malformed options are said in one sentence that names the field", () => {
  const wrong = [
    [{ langage: "fr" }, "langage"],
    [{ language: 3 }, "language"],
    [{ language: "not a tag" }, "not a tag"],
    [{ messages: {} }, "messages"],
    [{ published: new Date(0) }, "published"],
    [{ published: "2023-02-29" }, "2023-02-29"],
    [{ title: ["a"] }, "title"],
    [{ captions: "a" }, "captions"],
    [{ captions: ["a", 1] }, "captions"],
    [{ get title() { throw new Error("mine"); } }, "title"],
    [5, "options"],
    ["fr", "options"],
    [["fr"], "options"],
  ];
  for (const [options, word] of wrong) {
    assert.throws(
      () => check("Rien.", options),
      (error) => error instanceof Error && error.message.includes(word) && /^[^.]+(\.[a-z-]+)*[^.]*\.$/.test(error.message),
      word,
    );
  }
  assert.equal(check("Rien.").schema, 1, "the instance is still good");
});

test("a bad entry of the house list is one sentence in the report, and the rest applies", () => {
  const endless = { parties: [] };
  endless.parties.push(endless);
  const wrong = [
    [[], "acronyms"],
    ["off", "acronyms"],
    [5, "acronyms"],
    [() => {}, "acronyms"],
    [{ party: [] }, "party"],
    [{ parties: [null] }, "parties"],
    [{ parties: "A" }, "parties"],
    [{ parties: ["A", " "] }, "parties"],
    [{ parties: ["A".repeat(201)] }, "AAA…"],
    [{ checks: "off" }, "checks"],
    [{ checks: [] }, "checks"],
    [{ checks: { "no-such-thing": "off" } }, "no-such-thing"],
    [{ checks: { "figure-no-sorce": "off" } }, "figure-no-source"],
    [{ checks: { "figure-no-source": "on" } }, "figure-no-source"],
    [{ checks: { "figure-no-source": false } }, "figure-no-source"],
    [{ get parties() { throw new Error("mine"); } }, "parties"],
    [endless, "parties"],
  ];
  for (const [house, word] of wrong) {
    const { problems, schema } = check(article, { language: "fr", messages: "en", house });
    assert.equal(schema, 1);
    assert.equal(problems.length, 1, word);
    assert.ok(problems[0].includes(word) && problems[0].endsWith("."), problems[0]);
  }
  const [said] = check(article, { language: "fr", house: { loaded: 1 } }).problems;
  assert.match(said, /^Dans la liste/, "in the language of the messages");
  const text = "Des dizaines de soldats ont été tués.";
  const flags = (house) => check(text, { language: "fr", house }).flags.map((flag) => flag.check);
  assert.ok(flags({ checks: { nonsense: "off" } }).includes("casualty-count-vague"));
  assert.ok(!flags({ checks: { nonsense: "off", "casualty-count-vague": "off" }, more: 1 }).includes("casualty-count-vague"));
  assert.deepEqual(check(article, { house: {} }).problems, []);
});

test("half a surrogate pair takes one place, as in the page", () => {
  const whole = check(`. ${article}`);
  for (const half of ["\ud83d", "\ude42"]) {
    const text = `${half} ${article}`;
    const report = check(text);
    assert.deepEqual(report.sentences.at(-1), whole.sentences.at(-1));
    for (const { start, end } of spans(report)) assert.ok(start <= end && end <= text.length);
  }
});

test("places are UTF-16 code units of the page's string", () => {
  const before = "🙂 « Même chose ». ";
  const places = (text) => check(text, { language: "fr" }).figures.map(({ span }) => text.slice(span.start, span.end));
  assert.deepEqual(places(before + article), places(article));
});

test("any text is read", () => {
  const texts = ["", " \r\n\t", "\0", "\r", "👩‍👩‍👧", "\u202eabc", "<b>12 morts</b>", "a".repeat(1 << 20), article.repeat(20_000)];
  for (const text of texts) {
    const report = check(text);
    assert.equal(report.schema, 1);
    for (const { start, end } of spans(report)) assert.ok(start <= end && end <= text.length);
  }
});

test("too long a text is refused, and the next one read", () => {
  assert.throws(() => check("a".repeat((16 << 20) + 1)), /bytes/);
  assert.equal(check("Rien.").schema, 1);
});

test("languages and checks are listed", () => {
  assert.deepEqual(languages(), ["en", "fr"]);
  for (const language of ["en", "fr", "xx", ""]) assert.ok(Array.isArray(checks(language)));
});

test("the wasm holds no folder of the machine that built it", () => {
  const text = wasm.toString("latin1");
  for (const folder of [process.env.HOME, new URL("..", import.meta.url).pathname].filter((path) => path?.length > 1)) {
    assert.ok(!text.includes(folder), folder);
  }
});

test("two versions are compared", () => {
  const older = article.replace("12", "10");
  const comparison = compare(older, article, { messages: "en" });
  assert.deepEqual(comparison, JSON.parse(JSON.stringify(comparison)));
  assert.deepEqual(comparison.rows.map((row) => row.kind), ["changed", "same"]);
  const [change, ...rest] = comparison.changes;
  assert.deepEqual(rest, []);
  assert.equal(change.kind, "toll-changed");
  assert.equal(older.slice(change.before.start, change.before.end), "au moins 10 soldats");
  assert.equal(article.slice(change.after.start, change.after.end), "au moins 12 soldats");
  assert.throws(() => compare("", "", { titel: "" }), { message: "“options” has no field “titel”." });
  assert.deepEqual(compare(article, article).changes, []);
});

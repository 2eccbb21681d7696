// What becomes of notes, without a page: rules, two tabs at once, a store that fails.
import { test } from "node:test";
import assert from "node:assert/strict";
import { bundled } from "./bundle.mjs";

const { Memory, changed, dismissedBetween, localTime, merged, parseSession, StoreError } =
  await bundled("memory/memory.ts", "memory/rules.ts", "memory/validate.ts", "memory/store.ts");

const TEXT = "Neuf habitants ont été tués, selon la mairie.\n\nLe préfet a nié toute responsabilité.\n";

const cardAt = (index, words, checks) => ({
  index,
  words,
  span: { start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length },
  open: checks.map((check) => ({ flag: { check } })),
  folded: [],
});
const CARDS = [cardAt(0, "Neuf habitants ont été tués", ["toll", "source"]), cardAt(1, "Le préfet a nié", ["denial"])];
const VIEW = { cards: CARDS };

/** A disk that several memories share. `fails` is thrown while it is set. */
class Disk {
  notes = new Map();
  records = new Map();
  counts = new Map();
  fails = null;
  slow = 0;

  store = {
    read: async (document) => ({ record: this.records.get(document), notes: [...this.notes.values()].filter((one) => one.document === document).map(({ note }) => note) }),
    write: async ({ record, put, remove, dismissed }) => {
      if (this.slow) await new Promise((resolve) => setTimeout(resolve, this.slow));
      if (this.fails) throw new StoreError(this.fails, null);
      this.records.set(record.document, record);
      for (const note of put) this.notes.set(note.id, { document: record.document, note: structuredClone(note) });
      for (const id of remove) this.notes.delete(id);
      for (const [check, by] of dismissed) this.counts.set(check, Math.max(0, (this.counts.get(check) ?? 0) + by));
    },
    forget: async (document) => {
      this.records.delete(document);
      for (const [id, one] of this.notes) if (one.document === document) this.notes.delete(id);
    },
    documents: async () => [...this.records.values()],
    dismissals: async () => new Map([...this.counts].filter(([, n]) => n > 0)),
    close: () => {},
  };
}

const opened = [];
async function memoryOn(disk, document = "story") {
  const memory = new Memory({ changed: () => {}, open: async () => disk.store });
  opened.push(memory);
  await memory.open(document);
  memory.place(TEXT, VIEW);
  return memory;
}
test.afterEach(() => opened.splice(0).forEach((memory) => memory.close()));

/** Lets messages between tabs arrive. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 60));

test("the same note in two tabs at once keeps what was written in both, everywhere", async () => {
  const disk = new Disk();
  const one = await memoryOn(disk);
  one.set(CARDS[0], { note: "" });
  await one.flush();
  const two = await memoryOn(disk);
  disk.slow = 20; // neither hears of the other before it writes
  one.set(CARDS[0], { note: "The town hall counted nine." });
  two.set(CARDS[0], { note: "The hospital counted eight.", whom: "the bureau" });
  await Promise.all([one.flush(), two.flush()]);
  await pause();
  await Promise.all([one.flush(), two.flush()]);
  const [a] = one.notes;
  const [b] = two.notes;
  for (const text of ["counted nine", "counted eight"]) for (const note of [a, b, [...disk.notes.values()][0].note]) assert.ok(note.note.includes(text), `${text} in ${note.note}`);
  assert.equal(a.note, b.note);
});

test("a note that is taken away in one tab does not come back from the other", async () => {
  const disk = new Disk();
  const one = await memoryOn(disk);
  one.set(CARDS[0], { note: "First." });
  one.set(CARDS[1], { note: "Second." });
  await one.flush();
  const two = await memoryOn(disk);
  one.remove(one.on(CARDS[0]).id);
  await one.flush();
  await pause();
  two.set(CARDS[1], { note: "Second, more." });
  await two.flush();
  assert.deepEqual(two.notes.map(({ note }) => note), ["Second, more."]);
  assert.deepEqual([...disk.notes.values()].map(({ note }) => note.note), ["Second, more."]);
});

test("what a full disk refused is written with the next change", async () => {
  const disk = new Disk();
  const memory = await memoryOn(disk);
  disk.fails = "full";
  memory.set(CARDS[0], { state: "not-applicable", note: "Kept." });
  await memory.flush();
  assert.equal(memory.problem, "full");
  assert.equal(memory.savedOf(memory.on(CARDS[0]).id), "unsaved");
  assert.equal(disk.notes.size, 0);
  disk.fails = null;
  memory.set(CARDS[1], { note: "More." });
  await memory.flush();
  assert.equal(memory.problem, null);
  assert.deepEqual([...disk.notes.values()].map(({ note }) => note.note).sort(), ["Kept.", "More."]);
  assert.deepEqual([...disk.counts], [["toll", 1], ["source", 1]], "counted once");
});

test("what could not be written is there again when its document is", async () => {
  const disk = new Disk();
  const memory = await memoryOn(disk);
  disk.fails = "full";
  memory.set(CARDS[0], { note: "Kept." });
  await memory.flush();
  await memory.open("other");
  assert.deepEqual(memory.notes, []);
  disk.fails = null;
  await memory.open("story");
  await memory.flush();
  assert.deepEqual(memory.notes.map(({ note }) => note), ["Kept."]);
  assert.equal(disk.notes.size, 1);
});

test("a note belongs to the card on its words with a check in common", async () => {
  const memory = await memoryOn(new Disk());
  memory.set(CARDS[0], { note: "Nine." });
  const card = (words, checks) => ({ ...cardAt(0, words, checks) });
  const on = (...cards) => memory.place(TEXT, { cards: cards.map((one, index) => ({ ...one, index })) })[0].card;
  assert.equal(on(card("Neuf habitants", ["toll"]), card("Neuf habitants ont été tués", ["source"])), 1, "the same words");
  assert.equal(on(card("Neuf habitants", ["toll"])), 0, "overlapping words");
  assert.equal(on(card("Neuf habitants ont été tués", ["other"])), null, "no check in common");
  assert.equal(on(card("Le préfet a nié", ["toll"])), null, "other words");
});

test("nothing is confirmed by nothing", () => {
  const note = { id: "1", state: "to-check", source: null, note: "", whom: "", initials: "", checks: [], time: "", original: "" };
  const now = new Date("2025-03-14T08:00:00Z");
  const source = { kind: "person", reference: "", obtained: "" };
  assert.equal(changed(note, { state: "confirmed" }, now), "no-source");
  assert.equal(changed(note, { state: "confirmed", source }, now), "no-reference");
  assert.equal(changed(note, { state: "confirmed", source: { ...source, reference: "  " } }, now), "no-reference");
  const confirmed = changed(note, { state: "confirmed", source: { ...source, reference: "Call, 8:15" } }, now);
  assert.equal(confirmed.state, "confirmed");
  assert.equal(changed(confirmed, { source: null }, now), "no-reference");
  assert.ok(Date.parse(changed(confirmed, { note: "x" }, new Date(0)).time) > Date.parse(confirmed.time), "a clock that was set back");
});

test("times carry the zone of the machine", () => {
  const date = new Date("2025-03-14T09:26:53.589Z");
  assert.match(localTime(date), /^2025-03-1\dT\d\d:\d\d:53\.589[+-]\d\d:\d\d$/);
  assert.equal(Date.parse(localTime(date)), date.getTime());
});

test("two versions of a note make one, either way round", () => {
  const a = { id: "1", note: "Nine.", time: "2025-03-14T09:00:00.000+01:00", source: null };
  const b = { id: "1", note: "Eight.", time: "2025-03-14T08:30:00.000Z", source: null };
  assert.deepEqual(merged(a, b), merged(b, a));
  assert.equal(merged(a, b).note, "Nine.\nEight.");
  assert.equal(merged(a, { ...b, note: "Nine. Confirmed." }).note, "Nine. Confirmed.");
  assert.deepEqual(merged(merged(a, b), a), merged(a, b));
});

test("a dismissal is counted when a card becomes not applicable, and taken back", () => {
  const note = { checks: ["toll", "source"], state: "asked" };
  const dismissed = { ...note, state: "not-applicable" };
  assert.deepEqual([...dismissedBetween(note, dismissed)], [["toll", 1], ["source", 1]]);
  assert.deepEqual([...dismissedBetween(null, dismissed)], [["toll", 1], ["source", 1]]);
  assert.deepEqual([...dismissedBetween(dismissed, { ...dismissed, note: "x" })], []);
  assert.deepEqual([...dismissedBetween(dismissed, null)], [["toll", -1], ["source", -1]]);
});

test("an export is taken in on another machine, and places itself", async () => {
  const from = await memoryOn(new Disk());
  from.set(CARDS[0], { state: "confirmed", source: { kind: "document", reference: "Register", obtained: "2025-03-14" }, note: "<b>𝒩</b>" });
  const json = JSON.stringify(from.export());
  const to = await memoryOn(new Disk(), "the same story, elsewhere");
  assert.deepEqual(to.import(json), { imported: 1, text: null });
  assert.equal(to.on(CARDS[0]).note, "<b>𝒩</b>");
  assert.equal(to.import(json).imported, 1);
  assert.equal(to.notes.length, 1, "twice is once");
});

test("a session is read field by field", async () => {
  const memory = await memoryOn(new Disk());
  memory.set(CARDS[0], { state: "confirmed", source: { kind: "document", reference: "Register", obtained: "2025-03-14" } });
  const good = JSON.parse(JSON.stringify(memory.export()));
  const flaws = (change) => {
    const session = structuredClone(good);
    change(session);
    const read = parseSession(JSON.stringify(session));
    return "flaws" in read ? read.flaws.map(({ kind, where }) => `${kind} ${where}`) : [];
  };
  assert.deepEqual(flaws(() => {}), []);
  assert.deepEqual(flaws((s) => (s.more = 1)), [], "what is not known is left out");
  const table = [
    [(s) => (s.schema = "1"), "schema schema"],
    [(s) => delete s.notes, "missing notes"],
    [(s) => (s.notes = {}), "type notes"],
    [(s) => (s.notes[0] = null), "type notes[0]"],
    [(s) => (s.notes[0].id = ""), "value notes[0].id"],
    [(s) => s.notes.push(s.notes[0]), "value notes[1].id"],
    [(s) => (s.notes[0].state = "false"), "value notes[0].state"],
    [(s) => (s.notes[0].state = ["asked"]), "type notes[0].state"],
    [(s) => (s.notes[0].source = null), "source notes[0].source"],
    [(s) => (s.notes[0].source.reference = " "), "source notes[0].source"],
    [(s) => (s.notes[0].source.kind = "hearsay"), "value notes[0].source.kind"],
    [(s) => (s.notes[0].source.obtained = "2025-02-30"), "value notes[0].source.obtained"],
    [(s) => (s.notes[0].checks = ["toll", 7]), "type notes[0].checks[1]"],
    [(s) => (s.notes[0].anchor.end = 1.5), "value notes[0].anchor.end"],
    [(s) => (s.notes[0].anchor.exact = ""), "value notes[0].anchor.exact"],
    [(s) => (s.notes[0].note = "x".repeat(60_000)), "long notes[0].note"],
    [(s) => (s.notes[0].time = "yesterday"), "value notes[0].time"],
    [(s) => (s.notes[0].whom = { toString: "x" }), "type notes[0].whom"],
    [(s) => (s.text = 5), "type text"],
  ];
  for (const [change, flaw] of table) assert.deepEqual(flaws(change), [flaw], flaw);
  assert.deepEqual(parseSession('{"__proto__":{"schema":1}}'), { flaws: [{ kind: "schema", where: "schema" }] });
});

test("what waits to be written when the page turns to another document goes to the one it was noted on", async () => {
  const disk = new Disk();
  const memory = await memoryOn(disk);
  const told = [];
  const channel = new BroadcastChannel("bilan");
  channel.onmessage = ({ data }) => told.push(data.document);
  disk.slow = 30;
  memory.set(CARDS[0], { note: "The first is being written." });
  memory.set(CARDS[1], { note: "The second waits." });
  await memory.open("another story");
  const until = Date.now() + 10_000;
  while ((disk.notes.size < 2 || told.length < 2) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
  channel.close();
  assert.deepEqual([...disk.notes.values()].map(({ document }) => document), ["story", "story"]);
  assert.deepEqual([...disk.records.keys()], ["story"]);
  assert.deepEqual([...new Set(told)], ["story"]);
  assert.deepEqual(memory.placed, []);
});

test("a headline of many lines is a title of one, which can be taken in again", async () => {
  const memory = await memoryOn(new Disk());
  memory.place(TEXT, VIEW, `Nine dead in Mirande\n${"And so on. ".repeat(1000)}`);
  memory.set(CARDS[0], { note: "Ask." });
  const session = memory.export();
  assert.equal(session.title, "Nine dead in Mirande");
  assert.ok("session" in parseSession(JSON.stringify(session)));
  memory.place(TEXT, VIEW, "");
  assert.equal(memory.export().title, "Neuf habitants ont été tués, selon la mairie.");
});

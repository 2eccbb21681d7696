// What a checker does in any editor: reads the cards, confirms one, hands on a result.
import assert from "node:assert/strict";
import { cardsOf } from "./browser.mjs";

/** A card is confirmed on these words. */
export const SETTLED = "dozens of guards";
const REFERENCE = "Hospital register, page 12";

/** Marks as they must be for a report on `text`: the words of every flag that is on a card, in the colour of what became of it. */
export function expected(report, text, isSettled) {
  const flags = new Map(report.flags.map((flag) => [flag.id, flag]));
  const words = ({ start, end }) => text.slice(start, end);
  return cardsOf(report).flatMap((card) => {
    const [top] = card.flags.map((id) => flags.get(id).severity);
    return card.flags.map((id) => {
      const { severity, span } = flags.get(id);
      return [isSettled(words(card.span)) ? "done" : severity === top ? card.severity : severity, words(span)];
    });
  }).sort();
}

/** Everything that is to be verified in `text` has a card. */
export async function isListed(editor, report, text) {
  const cards = await editor.v.cards();
  assert.ok(cards.length >= 3);
  const listed = report.cards.filter(({ severity }) => severity !== "info").map(({ span }) => text.slice(span.start, span.end));
  assert.deepEqual(cards.map(({ words }) => words.replace(/^“|”$/g, "")), listed);
}

const cardOn = async (editor, words) => (await editor.v.cards()).find((card) => card.words.includes(words)).id.slice("card-".length);

/** Confirms a card on what a document says. */
export async function confirm(editor, words) {
  const index = await cardOn(editor, words);
  await (await editor.v.in(`#state-${index}`)).select("confirmed");
  await (await editor.v.in(`#reference-${index}`)).focus(); // nothing is confirmed without it
  await editor.keyboard.type(REFERENCE);
  await isConfirmed(editor, words);
  await editor.page.waitForFunction((index) =>
    document.querySelector("bilan-check").shadowRoot.querySelector(`#card-${index} .saved`)?.textContent.includes("Saved"), {}, index);
}

export async function isConfirmed(editor, words) {
  const index = await cardOn(editor, words);
  await editor.page.waitForFunction((index) =>
    document.querySelector("bilan-check").shadowRoot.querySelector(`#card-${index} .note`)?.dataset.state === "confirmed", {}, index);
}

/** Every format is there, can be read, and tells what was confirmed on what. */
export async function handsOn(editor) {
  const format = (id) => editor.page.$eval("bilan-check", (element, id) => element.export(id), id);
  const { notes } = JSON.parse(await format("session"));
  assert.deepEqual(notes.map(({ state, source, anchor }) => [state, source.reference, anchor.exact.includes(SETTLED)]), [["confirmed", REFERENCE, true]]);
  assert.match(await format("checklist"), new RegExp(`- \\[x\\] .*${SETTLED}[^]*${REFERENCE}`));
  assert.ok(!(await format("questions")).includes(SETTLED), "what is confirmed is asked of nobody");
  assert.match(await format("cards"), new RegExp(`${SETTLED}[^]*?,Confirmed,Document,"${REFERENCE}"`));
  assert.match(await format("figures"), new RegExp(SETTLED));
  const { first } = JSON.parse(await format("annotations"));
  assert.equal(first.items.filter(({ motivation }) => motivation === "assessing").length, 1);
  assert.ok(JSON.stringify(JSON.parse(await format("claims"))).includes(SETTLED));
  const sheet = await editor.page.browserContext().newPage();
  await sheet.setContent(await format("annotated"));
  assert.ok((await sheet.$eval("body", (body) => body.innerText)).includes(REFERENCE));
  await sheet.close();
}

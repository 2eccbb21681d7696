// What the interface says in each language, in pieces: so that a page can be searched for words of the wrong one.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { bundled } from "./bundle.mjs";
import { root } from "./site.mjs";

const { strings, pageStrings, memoryWords, versionWords, words, pictureWords } = await bundled(
  "words/strings.ts", "memory/words.ts", "versions/words.ts", "handover/words.ts", "pictures/words.ts");

/** Stands for whatever is put into a sentence. */
const SLOT = "\u0001";

/** Every sentence of a table of words, those with slots as well. */
function* sentences(table) {
  for (const value of Object.values(table)) {
    if (typeof value === "string") yield value;
    else if (typeof value === "object") yield* sentences(value);
    else if (typeof value === "function") for (const args of [[2, 3, 4, false, false], [1, 1, 1, true, true], [2, 0, 0],  [SLOT, SLOT, SLOT, false, true], ["warning", SLOT]]) {
      try {
        yield String(value(...args));
      } catch {
        // Not made for such.
      }
    }
  }
}

const messages = async (tag) => (await readFile(path.join(root, "src/lang", tag, "messages.txt"), "utf8"))
  .split("\n").filter((line) => !line.startsWith("//") && !/^[\w.-]+\.standard = /.test(line)).map((line) => line.split(" = ")[1] ?? "");

async function piecesOf(tag) {
  const all = [strings, pageStrings, memoryWords, versionWords, words, pictureWords].flatMap((tables) => [...sentences(tables[tag])]);
  const pieces = [...all, ...(await messages(tag))].flatMap((sentence) => sentence.split(/\u0001|\{\w+\}|\d+|undefined|NaN/u));
  return new Set(pieces.map((piece) => piece.replace(/\s+/gu, " ").replace(/^[\s:;,.()–·“”«»]+|[\s:;,.()–·“”«»?]+$/gu, "")).filter((piece) => /\p{L}{3}/u.test(piece)));
}

const pieces = { fr: await piecesOf("fr"), en: await piecesOf("en") };

/** The piece of the other language that stands in `text`, as a whole or as a long part of it; null when there is none. */
export function foreign(text, tag) {
  const said = text.replace(/\s+/gu, " ");
  const bare = said.replace(/^[\d\s:;,.()–·“”«»]+|[\d\s:;,.()–·“”«»?]+$/gu, "");
  const other = pieces[tag === "fr" ? "en" : "fr"];
  if (other.has(bare) && !pieces[tag].has(bare)) return bare;
  return [...other].find((piece) => piece.length >= 14 && said.includes(piece) && !pieces[tag].has(piece)) ?? null;
}

/** How many pieces there are in a language. */
export const known = (tag) => pieces[tag].size;

// Where quotation marks open and close in words that are shown: so that the quoted ones can be set apart.

const QUOTED = /«[^»]*»|“[^”]*”|„[^“”]*[“”]|"[^"]*"/gu;

/** The words in parts, quoted ones with their marks. Together they are the words. */
export function partsOf(words: string): { text: string; quoted: boolean }[] {
  const parts: { text: string; quoted: boolean }[] = [];
  let at = 0;
  const add = (end: number, quoted: boolean) => {
    if (end > at) parts.push({ text: words.slice(at, end), quoted });
    at = end;
  };
  for (const { index, 0: found } of words.matchAll(QUOTED)) {
    add(index, false);
    add(index + found.length, true);
  }
  add(words.length, false);
  return parts;
}

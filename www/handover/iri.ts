// Names for what has no address: JSON-LD wants an IRI for each thing.

/** The address of a document that is named by one, else a name made of its id. */
export function documentIri(id: string): string {
  return address(id) ?? urn("document", id);
}

/** `id` as an address on the web, written as the standard has it; null when it is none. */
export function address(id: string): string | null {
  return /^https?:\/\//i.test(id) && URL.canParse(id) ? new URL(id).href : null;
}

/** A name-based UUID (version 8 of RFC 9562): the same parts give the same name on every machine, and nothing can be read from it. */
export function urn(...parts: string[]): string {
  const name = JSON.stringify(parts);
  const hex = [0, 1, 2, 3].map((seed) => hash(name, seed).toString(16).padStart(8, "0")).join("");
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** FNV-1a over UTF-16 code units with the finish of MurmurHash3, 32 bits. */
function hash(words: string, seed: number): number {
  let h = 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b9);
  for (let at = 0; at < words.length; at++) h = Math.imul(h ^ words.charCodeAt(at), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

// Numbers and names of languages as a language writes them, and words of the article as they are shown.

/** Words for a number: `n => "1 note"`, `n => "1,200 notes"`, by the rules of `tag` (BCP 47). */
export function counter(tag: string): (one: string, other: string) => (n: number) => string {
  const rules = new Intl.PluralRules(tag);
  const digits = new Intl.NumberFormat(tag);
  return (one, other) => (n) => `${digits.format(n)} ${rules.select(n) === "one" ? one : other}`;
}

/** Name of a language in `tag`'s language, or its tag when it has none. */
export function languageName(tag: string, of: string): string {
  try {
    return new Intl.DisplayNames(tag, { type: "language" }).of(of) ?? of;
  } catch {
    return of;
  }
}

/** Whether `tag` is a language tag by its form (BCP 47). */
export function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

/** Whether words bring their own quotation marks along, so that they need no second pair. */
export function isQuoted(words: string): boolean {
  return /^[«“"‘].*[»”"’]$/s.test(words);
}

/** Cuts the middle out of words that are longer than `most` UTF-16 code units, between words where it can. */
export function shorten(words: string, most: number): string {
  if (words.length <= most) return words;
  const head = words.slice(0, Math.ceil(most * 0.65)).replace(/\S{0,20}$/u, "").trimEnd();
  const tail = words.slice(-Math.floor(most * 0.3)).replace(/^\S{0,20}/u, "").trimStart();
  return `${head} … ${tail}`;
}

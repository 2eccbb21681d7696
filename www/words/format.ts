// Numbers, dates and names of languages as a language writes them.

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

/** `YYYY-MM-DD` or `YYYY-MM` as `tag` writes it, with the weekday when the day is known. */
export function longDate(tag: string, iso: string): string {
  const day = iso.length > 7;
  const date = new Date(day ? iso : `${iso}-01`);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(tag, {
    timeZone: "UTC",
    year: "numeric",
    month: "long",
    ...(day ? { weekday: "short", day: "numeric" } : {}),
  }).format(date);
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

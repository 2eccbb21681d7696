// Days, periods and moments as a language writes them. Dates are ISO 8601 days, without hours.

/** `long`: with the weekday and the month in full. */
export type Length = "long" | "short";

/** `YYYY-MM-DD` as a day, `YYYY-MM` as a month; what is neither is given back as it is. */
export function dayOf(iso: string, tag: string, length: Length): string {
  const date = new Date(iso.length > 7 ? iso : `${iso}-01`);
  if (Number.isNaN(date.getTime())) return iso;
  return format(tag, iso.length > 7 ? "day" : "month", length).format(date);
}

/** From one day to another, both included. A period of whole months or years is said by their names. */
export function periodOf(from: string, to: string, tag: string, length: Length): string {
  if (from === to) return dayOf(from, tag, length);
  const [first, last] = [new Date(from), new Date(to)];
  if (Number.isNaN(first.getTime()) || Number.isNaN(last.getTime()) || last < first) return `${from} – ${to}`;
  const next = new Date(last.getTime() + 86_400_000);
  if (first.getUTCDate() !== 1 || next.getUTCDate() !== 1) return format(tag, "day", length).formatRange(first, last);
  const whole = first.getUTCMonth() === 0 && next.getUTCMonth() === 0 ? "year" : "month";
  return format(tag, whole, length).formatRange(first, last);
}

/** Name of a weekday, 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: number, tag: string): string {
  // 1 January 2024 was a Monday.
  return new Intl.DateTimeFormat(tag, { timeZone: "UTC", weekday: "long" }).format(new Date(Date.UTC(2024, 0, day)));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Each is made once: making one takes longer than writing a hundred dates. */
function format(tag: string, least: "day" | "month" | "year", length: Length): Intl.DateTimeFormat {
  const key = `${tag} ${least} ${length}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(tag, {
      timeZone: "UTC",
      year: "numeric",
      ...(least === "year" ? {} : { month: length }),
      ...(least === "day" ? { day: "numeric" } : {}),
      ...(least === "day" && length === "long" ? { weekday: length } : {}),
    });
    formats.set(key, found);
  }
  return found;
}

/** A moment on the clock of this machine. */
export function momentOf(at: Date, tag: string): string {
  let found = moments.get(tag);
  if (!found) moments.set(tag, (found = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeStyle: "short" })));
  return found.format(at);
}

const moments = new Map<string, Intl.DateTimeFormat>();

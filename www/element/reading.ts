// When a text is read, what becomes of it, and what is said meanwhile.
import type { CheckInfo, Comparison, House, Options, Report } from "bilan-core";
import { CoreClient, CoreFailure, Superseded } from "../core/engine";
import { MAX_LENGTH } from "../intake/files";
import { isTag } from "../words/format";
import { strings, type Interface, type Strings } from "../words/strings";

/** A text and everything that is said about it. */
export interface Asked {
  text: string;
  interface: Interface;
  /** BCP 47; empty to detect it. */
  language: string;
  /** `YYYY-MM-DD`, `YYYY-MM` or empty. */
  published: string;
  heading: string;
  house: House | null;
}

/** What became of a text. `again`: it makes sense to try once more. */
export type Outcome = { report: Report | null; asked: Asked } | { error: (s: Strings) => string; again: boolean };

type Waiter = { resolve(report: Report | null): void; reject(error: Error): void };

/** Longest pause after a key, in milliseconds. */
const LONGEST_PAUSE = 1500;

export class Reading {
  /** Null while the current text is not settled. */
  outcome: Outcome | null = null;
  /** The core is there. */
  loaded = false;
  /** Titles of the checks by id, in the language of the interface. */
  titles: ReadonlyMap<string, string> = new Map();

  #client: CoreClient | null = null;
  /** The core could not be loaded: said even while there is no text. */
  #missing: Outcome | null = null;
  #timer = 0;
  /** Counts what was asked: an answer to an earlier question is dropped. */
  #round = 0;
  #took = 0;
  #titlesIn: Interface | null = null;
  /** The text on which the core ended: it is not read again unasked. */
  #endedOn: string | null = null;
  #waiters: Waiter[] = [];

  /** `changed` is called whenever `outcome`, `loaded` or `titles` are. */
  constructor(
    readonly ask: () => Asked,
    readonly changed: () => void,
  ) {}

  start(): void {
    if (this.#client) return;
    const client = (this.#client = new CoreClient());
    client.start().then(
      () => {
        if (this.#client !== client) return;
        this.loaded = true;
        this.changed();
      },
      (error: Error) => {
        if (this.#client !== client) return;
        this.#missing = failed(error);
        // A text that waits tells of the failure itself.
        if (this.ask().text.trim() === "") this.#settle(this.#missing);
      },
    );
    this.schedule(0);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#round++;
    this.#client?.stop();
    this.#client = null;
    this.loaded = false;
    this.outcome = null;
    for (const waiter of this.#waiters.splice(0)) waiter.resolve(null);
  }

  /** Reads the text after `pause` milliseconds, or after the time that the last one took. */
  schedule(pause: number): void {
    clearTimeout(this.#timer);
    this.#round++;
    const { text } = this.ask();
    if (text !== "" && text === this.#endedOn) return;
    this.#endedOn = null;
    this.outcome = null;
    const wait = pause === 0 ? 0 : Math.min(Math.max(pause, 2 * this.#took), LONGEST_PAUSE);
    this.#timer = setTimeout(() => void this.#read(), wait);
  }

  /** Reads the same text once more, because a person asked for it. */
  again(): void {
    this.#endedOn = null;
    this.schedule(0);
    this.changed();
  }

  /** Null as well where nothing is read any more. */
  report(): Promise<Report | null> {
    if (!this.#client) return Promise.resolve(null);
    return new Promise((resolve, reject) => {
      this.#waiters.push({ resolve, reject });
      if (this.outcome) this.#answer(this.outcome);
    });
  }

  /** Compares `before` with `after` as the core does; rejects with an `Error` of one sentence. */
  async compare(before: string, after: string): Promise<Comparison> {
    const asked = this.ask();
    const s = strings[asked.interface];
    if (!this.#client) throw new Error(s.failure.load(""));
    if (before.length > MAX_LENGTH) throw new Error(s.tooLong(MAX_LENGTH));
    const refusal = refusalOf({ ...asked, text: after });
    if (refusal) throw new Error(refusal(s));
    try {
      return await this.#client.ask("compare", before, after, optionsOf(asked));
    } catch (error) {
      if (error instanceof Superseded) throw error;
      throw new Error(s.failure[error instanceof CoreFailure ? error.kind : "refused"]((error as Error).message));
    }
  }

  async #read(): Promise<void> {
    const client = this.#client;
    if (!client) return;
    const round = this.#round;
    const asked = this.ask();
    if (asked.text.trim() === "") return this.#settle(this.#missing ?? { report: null, asked });
    const refusal = refusalOf(asked);
    if (refusal) return this.#settle({ error: refusal, again: false });
    const started = performance.now();
    try {
      const titles = this.#fetchTitles(client, asked.interface);
      const report = await client.ask("check", asked.text, optionsOf(asked));
      await titles;
      this.#took = performance.now() - started;
      this.#missing = null;
      this.loaded = true;
      if (round === this.#round) this.#settle({ report, asked });
    } catch (error) {
      if (error instanceof Superseded || round !== this.#round) return;
      if (error instanceof CoreFailure && (error.kind === "trap" || error.kind === "timeout")) this.#endedOn = asked.text;
      this.#settle(failed(error as Error));
    }
  }

  async #fetchTitles(client: CoreClient, wanted: Interface): Promise<void> {
    if (this.#titlesIn === wanted) return;
    // Without titles the ids stand in their place.
    const checks = await client.ask("checks", wanted).catch((): CheckInfo[] => []);
    if (checks.length > 0) this.#titlesIn = wanted;
    this.titles = new Map(checks.map(({ id, title }) => [id, title]));
  }

  #settle(outcome: Outcome): void {
    this.outcome = outcome;
    this.#answer(outcome);
    this.changed();
  }

  #answer(outcome: Outcome): void {
    for (const waiter of this.#waiters.splice(0)) {
      if ("report" in outcome) waiter.resolve(outcome.report);
      else waiter.reject(new Error(outcome.error(strings[this.ask().interface])));
    }
  }
}

function failed(error: Error): Outcome {
  const kind = error instanceof CoreFailure ? error.kind : "refused";
  return { error: (s) => s.failure[kind](error.message), again: kind !== "refused" };
}

/** What is wrong with the size of the text or what is said about it; the core is not asked then. */
function refusalOf({ text, language, published }: Asked): ((s: Strings) => string) | null {
  if (text.length > MAX_LENGTH) return (s) => s.tooLong(MAX_LENGTH);
  if (language && !isTag(language)) return (s) => s.badLanguage;
  const real = /^\d{4}-\d\d(-\d\d)?$/.test(published) && !Number.isNaN(Date.parse(published));
  return published && !real ? (s) => s.badDate : null;
}

function optionsOf({ interface: messages, language, published, heading, house }: Asked): Options {
  return {
    messages,
    ...(language && { language }),
    ...(published && { published }),
    ...(heading && { title: heading }),
    ...(house && { house: plain(house) }),
  };
}

/** A plain copy: frameworks hand in proxies, which cannot be sent to a worker. */
function plain(house: House): House {
  try {
    return JSON.parse(JSON.stringify(house)) as House;
  } catch {
    return "" as House; // holds itself, for example: the core says that it is no list
  }
}

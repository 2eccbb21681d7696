// The older version of an article beside the one that is written, compared by the core.
import type { ReactiveControllerHost } from "lit";
import type { Comparison, Span } from "bilan-core";
import { Superseded } from "../core/engine";
import { withLineFeeds, type FileProblem, type Opened } from "../intake/files";
import { FileDrop } from "../intake/drop";

export interface Compared {
  before: string;
  after: string;
  comparison: Comparison;
}

/** `compare` asks the core; it rejects with a sentence. */
export class Versions {
  /** The older text as it stands in its field. */
  before = "";
  compared: Compared | null = null;
  running = false;
  /** Why there is no comparison, as the core says it. */
  problem: string | null = null;
  /** Unchanged sentences are listed as well. */
  whole = false;
  /** Why a file could not be opened. */
  fileProblem: FileProblem | null = null;
  readonly drop: FileDrop;
  #round = 0;

  constructor(
    readonly host: ReactiveControllerHost,
    readonly compare: (before: string, after: string) => Promise<Comparison>,
  ) {
    this.drop = new FileDrop(() => host.requestUpdate(), (opened) => this.#open(opened));
  }

  type(before: string): void {
    this.before = withLineFeeds(before);
    this.fileProblem = null;
    this.host.requestUpdate();
  }

  #open(opened: Opened): void {
    if ("text" in opened) this.type(opened.text);
    this.fileProblem = "problem" in opened ? opened.problem : null;
    this.host.requestUpdate();
  }

  showWhole(whole: boolean): void {
    this.whole = whole;
    this.host.requestUpdate();
  }

  /** The newer text was read: what is compared with it is brought up to date. */
  async follow(after: string): Promise<void> {
    if (this.compared && this.compared.after !== after) await this.run(after);
  }

  async run(after: string): Promise<void> {
    const { before } = this;
    if (before.trim() === "") return;
    const round = ++this.#round;
    this.running = true;
    this.problem = null;
    this.host.requestUpdate();
    try {
      const comparison = await this.compare(before, after);
      if (round === this.#round) this.compared = { before, after, comparison };
    } catch (error) {
      if (round === this.#round && !(error instanceof Superseded)) this.problem = (error as Error).message;
    }
    if (round !== this.#round) return;
    this.running = false;
    this.host.requestUpdate();
  }

  /** Makes room for another older version. */
  clear(): void {
    this.#round++;
    this.compared = this.problem = null;
    this.before = "";
    this.running = this.whole = false;
    this.host.requestUpdate();
  }
}

/** The words at `span`; null where there is nothing. */
export function wordsAt(text: string, span: Span | null): string | null {
  return span && text.slice(span.start, span.end);
}

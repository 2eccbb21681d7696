// What the buttons of the panel do, and what came of the last press.
import { copy, download } from "./deliver";
import { fileNameOf, formatOf, type Format } from "./formats";
import type { Handover } from "./handover";
import type { Session } from "../memory/note";
import type { HandoverActions } from "./panel";
import { sessionJson } from "./session";
import { words, type Told } from "./words";
import type { Interface } from "../words/strings";

/** What the element lends. */
export interface Desk {
  interface(): Interface;
  /** Everything as it stands; null while there is no report on the text. */
  handover(): Handover | null;
  changed(): void;
}

export class Handing {
  told: Told | null = null;
  readonly actions: HandoverActions;
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.actions = {
      download: (id) => this.#tell(this.#download(id)),
      copy: async (id) => this.#tell(await this.#copy(id)),
    };
  }

  /** One format as a string. Throws an `Error` of one sentence when there is no such format, or nothing to hand on. */
  write(id: string): string {
    const { formats, panel } = words[this.#desk.interface()];
    const format = formatOf(id);
    if (!format) throw new Error(panel.unknown(id, Object.keys(formats)));
    const made = this.#desk.handover();
    if (!made) throw new Error(panel.nothing);
    return format.write(made);
  }

  #download(id: string): Told | null {
    const made = this.#desk.handover();
    const format = formatOf(id);
    if (!made || !format) return "notMade";
    save(format, made.title, made.interface, format.write(made));
    return null; // the browser itself says what it saves
  }

  async #copy(id: string): Promise<Told> {
    const made = this.#desk.handover();
    const format = formatOf(id);
    if (!made || !format) return "notMade";
    return (await copy(format.write(made))) ? "copied" : "notCopied";
  }

  #tell(told: Told | null): void {
    this.told = told;
    this.#desk.changed();
  }
}

/** Has the browser save the notes by themselves, also while there is no report on the text. */
export function saveSession(session: Session, language: Interface): void {
  const format = formatOf("session")!;
  save(format, session.title, language, sessionJson(session));
}

function save(format: Format, title: string, language: Interface, content: string): void {
  download(fileNameOf(format, title, language), format.type, content);
}

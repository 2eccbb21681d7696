// The panels with pictures and ledgers, and what is looked at in them.
import type { Report, Span } from "bilan-core";
import { shift, type Edit } from "../fields/edit";
import type { Mark } from "../fields/marks";
import { focusRest, type FocusHost } from "../view/focus";
import type { Panel } from "../view/panels";
import type { Interface } from "../words/strings";
import { datesTemplate } from "./dates";
import { figuresTemplate } from "./figures";
import type { Long, PictureActions, PictureState } from "./picture";
import { quotationsTemplate } from "./quotations";
import { voicesTemplate } from "./strip";
import { pictureWords } from "./words";

export type PicturePanel = "voices" | "figures" | "quotations" | "dates";

export interface PicturesHost extends FocusHost {
  readonly shadowRoot: ShadowRoot | null;
}

export class Pictures {
  /** Words that were gone to from a picture, in the text as it stands now. */
  #shown: Span | null = null;
  /** What had the focus when they were gone to. */
  #from: Element | null = null;
  #sentence: number | null = null;
  #tableOpen = false;
  #whole = new Set<Long>();
  #report: Report | null = null;
  /** What was edited since the report. */
  #edits: Edit[] = [];

  constructor(
    readonly host: PicturesHost,
    /** Brings words of the text into view, and the caret before them. */
    readonly reveal: (span: Span) => void,
  ) {}

  /** The text was edited: places of the report are elsewhere. */
  shift(edit: Edit): void {
    this.#edits.push(edit);
    this.#shown = this.#shown && shift(this.#shown, edit);
  }

  /** The person looks elsewhere in the text. */
  leave(): void {
    if (!this.#shown) return;
    this.#shown = null;
    this.host.requestUpdate();
  }

  /** From words that were gone to, back to the picture; false when there is nothing to go back to. */
  back(): boolean {
    const from = this.#shown && this.#from;
    if (!(from instanceof HTMLElement) || !from.checkVisibility()) return false;
    from.focus();
    return true;
  }

  get marks(): Mark[] {
    return this.#shown ? [{ name: "selected", span: this.#shown }] : [];
  }

  /** The panels of a report on `text`, which is the text as it was read. */
  panels(report: Report, text: string, language: Interface): Panel<PicturePanel>[] {
    if (report !== this.#report) this.#follow(report);
    const words = pictureWords[language];
    const state: PictureState = {
      report, text, words, sentence: this.#sentence, tableOpen: this.#tableOpen, whole: this.#whole,
    };
    const panel = (id: PicturePanel, template: (state: PictureState, actions: PictureActions) => unknown): Panel<PicturePanel> =>
      ({ id, title: words.titles[id], template: () => template(state, this.#actions) });
    return [panel("voices", voicesTemplate), panel("figures", figuresTemplate), panel("quotations", quotationsTemplate), panel("dates", datesTemplate)];
  }

  /** What was looked at in the last report stays, as far as there is still a place for it. */
  #follow(report: Report): void {
    this.#report = report;
    this.#edits = [];
    this.#whole = new Set();
    if (this.#sentence !== null && this.#sentence >= report.sentences.length) this.#sentence = null;
  }

  readonly #actions: PictureActions = {
    toSpan: (span) => {
      const now = this.#edits.reduce<Span | null>((at, edit) => at && shift(at, edit), span);
      if (!now) return;
      this.#shown = now;
      this.#from = this.host.shadowRoot?.activeElement ?? null;
      this.host.requestUpdate();
      this.reveal(now);
    },
    look: (sentence) => {
      this.#sentence = sentence;
      this.host.requestUpdate();
    },
    tableToggled: (open) => {
      this.#tableOpen = open;
      this.host.requestUpdate();
    },
    drawWhole: (list) => {
      void focusRest(this.host, () => (this.#whole = new Set([...this.#whole, list])));
    },
  };
}

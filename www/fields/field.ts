// What holds the article: the element's own paper, a field of the page, or an editor.
import type { Span } from "bilan-core";
import type { Mark } from "./marks";

/** What a field tells the element. */
export interface FieldListener {
  /** The text is another one. */
  changed(): void;
  /** A person moved the caret. */
  moved(): void;
  /** A key that is not for writing: to the next mark, the one before, or to the cards. */
  key(key: "next" | "previous" | "cards"): void;
  /** The field was taken out of the page or ended. */
  gone(): void;
}

/** A field is only read: its text, selection, undo history and DOM are the person's and the editor's own. */
export interface Field {
  /** The article as plain text. Line ends are LF; every place counts UTF-16 code units of this string. */
  readonly text: string;
  /** Offset of the caret; null while it is elsewhere. */
  readonly caret: number | null;
  /** Tells `listener` from now on, until `disconnect`. */
  connect(listener: FieldListener): void;
  /** Takes every mark, listener and helper of its own away. */
  disconnect(): void;
  /** Paints these marks and no others. */
  paint(marks: Mark[]): void;
  /** Brings the words into view; `focus` puts the caret before them as well. */
  reveal(span: Span, focus: boolean): void;
}

/** What an adapter says about an editor that shows its text in an editable element. */
export interface EditorBinding {
  /** The editable element, in whatever document and shadow root it stands. */
  root: HTMLElement;
  /** Whether a node below `root` is the editor's own and no part of the article: a widget, a placeholder, a caret. */
  skips?(node: Node): boolean;
  /** Whether a `<div>` is a paragraph, as in editors that have no other block; else it is a line. */
  divIsParagraph?: boolean;
  /**
   * Calls `changed` after each change of the content; gives back how to stop that. The element
   * watches the DOM below `root` anyway: this is for what an editor does without a change of it.
   */
  listen?(changed: () => void): () => void;
  /** Calls `gone` when the editor ends; gives back how to stop that. */
  ended?(gone: () => void): () => void;
}

// Words of the DOM that stand in one line of text or more, without a block between them, as they are seen.

/** A stretch of a run that lies in one text node as it is, or a line break. Offsets are UTF-16 code units. */
export interface Piece {
  node: Text | HTMLBRElement;
  /** Where it begins in the text of its run. */
  at: number;
  /** Where it begins in the text node. */
  from: number;
  length: number;
}

export interface Run {
  text: string;
  pieces: Piece[];
}

/** What editors put in so that a caret finds a place: seen by nobody. */
const FILLER = "\u200b\u2060\ufeff";
const WORD = `[^ \\t\\n\\f\\r${FILLER}]+`;
const COLLAPSED = new RegExp(`[${FILLER}\\r]+|${WORD}(?: ${WORD})*|[ \\t\\n\\f]+`, "g");
const KEPT = new RegExp(`[${FILLER}\\r]+|[^${FILLER}\\r]+`, "g");
const LINES = new RegExp(`[${FILLER}\\r]+|${WORD}(?: ${WORD})*|[ \\t\\f]*\\n[ \\t\\f]*|[ \\t\\f]+`, "g");
const DROPPED = new RegExp(`^[${FILLER}\\r]`);
/** Text that is seen just as it is written, once what stands before it is no space. */
const PLAIN = new RegExp(`^(?! )(?:(?!  )[^\\t\\n\\f\\r${FILLER}])*$`);

/** Puts a run together from what is met on the way through the DOM. */
export class RunBuilder {
  #text = "";
  #pieces: Piece[] = [];
  /** The last character is a space that goes when the line ends or another space comes. */
  #loose = false;

  add(node: Text, whiteSpace: string): void {
    const { data } = node;
    if (data === "") return;
    // The shorthand is computed as “collapse mode” and “wrap mode” by newer browsers.
    if (/^(pre|pre-wrap|break-spaces|preserve|preserve nowrap)$/.test(whiteSpace)) {
      for (const { 0: part, index } of data.matchAll(KEPT)) if (!DROPPED.test(part)) this.#put(node, index, part);
      this.#loose = false;
    } else if (/^(pre-line|preserve-breaks)/.test(whiteSpace)) {
      for (const { 0: part, index } of data.matchAll(LINES)) {
        const line = part.indexOf("\n");
        if (DROPPED.test(part)) continue;
        if (line >= 0) {
          this.#trim();
          this.#put(node, index + line, "\n");
        } else this.#word(node, index, part);
      }
    } else if (PLAIN.test(data)) {
      this.#put(node, 0, data);
      this.#loose = data.endsWith(" ");
    } else {
      for (const { 0: part, index } of data.matchAll(COLLAPSED)) if (!DROPPED.test(part)) this.#word(node, index, part);
    }
  }

  break(node: HTMLBRElement): void {
    this.#trim();
    this.#pieces.push({ node, at: this.#text.length, from: 0, length: 1 });
    this.#text += "\n";
  }

  /** The run so far, without what is not seen at its end; the next one begins afresh. */
  take(): Run {
    this.#trim();
    // A line break at the end of a block opens no line.
    if (this.#text.endsWith("\n")) this.#shorten();
    const run = { text: this.#text, pieces: this.#pieces };
    this.#text = "";
    this.#pieces = [];
    this.#loose = false;
    return run;
  }

  /** A word, or white space that is seen as one space at most. */
  #word(node: Text, from: number, part: string): void {
    if (!/^[ \t\n\f]/.test(part)) return this.#put(node, from, part);
    if (this.#loose || this.#text === "" || this.#text.endsWith("\n")) return;
    this.#put(node, from, " ");
    this.#loose = true;
  }

  #put(node: Text, from: number, text: string): void {
    const last = this.#pieces.at(-1);
    if (last?.node === node && last.from + last.length === from) last.length += text.length;
    else this.#pieces.push({ node, at: this.#text.length, from, length: text.length });
    this.#text += text;
    this.#loose = false;
  }

  #trim(): void {
    if (this.#loose) this.#shorten();
    this.#loose = false;
  }

  #shorten(): void {
    const last = this.#pieces.at(-1);
    if (!last) return;
    this.#text = this.#text.slice(0, -1);
    if (--last.length === 0) this.#pieces.pop();
  }
}

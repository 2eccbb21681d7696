// An editable element of the page, or of an editor in it. Its DOM is read and never written.
import type { Span } from "bilan-core";
import { follow } from "./area";
import { BoxPainter } from "./boxes";
import type { EditorBinding, Field, FieldListener } from "./field";
import { Layer } from "./layer";
import { TextMap } from "./map";
import { canHighlight, HighlightPainter, rangeOf, type Mark, type Painter, type View } from "./marks";
import { hear } from "./person";
import { whenGone } from "./presence";
import { bringIntoView } from "./scroll";
import { adopt, treeOf } from "./sheet";

export class EditableField implements Field {
  readonly #root: HTMLElement;
  #map: TextMap;
  #painter: Painter | null = null;
  #marks: Mark[] = [];
  #listener: FieldListener | null = null;
  #watch: MutationObserver | null = null;
  #composing = false;
  /** The text that the listener knows. */
  #told = "";
  /** Something was touched since the map was read. */
  #stale = true;
  #off = new AbortController();
  #adopted: { tree: Node; release: () => void } | null = null;
  #ends: (() => void)[] = [];

  constructor(readonly binding: EditorBinding) {
    this.#root = binding.root;
    this.#map = new TextMap(binding);
  }

  get text(): string {
    this.#read();
    return this.#map.text;
  }

  get caret(): number | null {
    const at = this.#selected();
    if (!at || !this.#root.contains(at.node)) return null;
    this.#read();
    return this.#map.offsetOf(at.node, at.offset);
  }

  connect(listener: FieldListener): void {
    this.disconnect();
    this.#listener = listener;
    const root = this.#root;
    const view = root.ownerDocument.defaultView as View;
    const { signal } = (this.#off = new AbortController());
    this.#watch = new MutationObserver((records) => {
      this.#take(records);
      this.#tell();
    });
    this.#watch.observe(root, {
      characterData: true, childList: true, subtree: true, attributes: true,
      attributeFilter: ["hidden", "class", "style", "contenteditable"],
    });
    if (canHighlight(view)) this.#painter = new HighlightPainter(view);
    else this.#overlay(signal);
    // What an input method is still at is no text yet.
    root.addEventListener("compositionstart", () => (this.#composing = true), { signal });
    for (const type of ["compositionend", "focusout"]) {
      root.addEventListener(type, () => {
        this.#composing = false;
        queueMicrotask(() => this.#tell());
      }, { signal });
    }
    hear(root, listener, signal);
    const gone = () => this.#listener?.gone();
    this.#ends = [whenGone(root, gone)];
    const { binding } = this;
    if (binding.listen) this.#ends.push(binding.listen(() => queueMicrotask(() => this.#tell())));
    if (binding.ended) this.#ends.push(binding.ended(gone));
    this.#told = this.text;
  }

  disconnect(): void {
    this.#listener = null;
    this.#off.abort();
    for (const end of this.#ends.splice(0)) end();
    this.#watch?.disconnect();
    this.#watch = null;
    this.#painter?.clear();
    this.#painter = null;
    this.#marks = [];
    this.#adopted?.release();
    this.#adopted = null;
    this.#composing = false;
    // Nobody tells any more what becomes of the DOM.
    this.#map = new TextMap(this.binding);
    this.#stale = true;
  }

  /** Marks as boxes in a layer over the editor, which follows it. */
  #overlay(signal: AbortSignal): void {
    const layer = new Layer(this.#root);
    const painter = (this.#painter = new BoxPainter(layer));
    follow(this.#root, () => painter.moved(), signal);
    signal.addEventListener("abort", () => layer.remove());
  }

  paint(marks: Mark[]): void {
    if (!this.#painter || !this.#root.ownerDocument.defaultView) return;
    this.#marks = marks;
    this.#read();
    this.#dress();
    this.#painter.paint(marks, (span) => this.#map.ends(span));
  }

  reveal(span: Span, focus: boolean): void {
    this.#read();
    const ends = this.#map.ends(span);
    if (!ends) return;
    const around = ends.startNode.nodeType === 1 ? (ends.startNode as Element) : ends.startNode.parentElement;
    if (focus) {
      this.#focus(around);
      this.#root.ownerDocument.getSelection()?.collapse(ends.startNode, ends.startOffset);
    }
    bringIntoView(rangeOf(ends).getBoundingClientRect(), around ?? this.#root);
  }

  /** What is written in around these words has the focus: in some editors that is each block by itself. */
  #focus(around: Element | null): void {
    const options = { preventScroll: true };
    around?.closest<HTMLElement>("[contenteditable]:not([contenteditable='false' i])")?.focus(options);
    if (!this.#root.matches(":focus, :focus-within")) this.#root.focus(options);
  }

  /** Brings the map to the DOM as it is now; a frame that is gone keeps its last words. */
  #read(): void {
    if (!this.#root.ownerDocument.defaultView) return;
    if (this.#watch) this.#take(this.#watch.takeRecords());
    else {
      this.#map = new TextMap(this.binding);
      this.#stale = true;
    }
    if (!this.#stale) return;
    this.#map.read();
    this.#stale = false;
  }

  #take(records: MutationRecord[]): void {
    for (const record of records) this.#map.touch(record);
    if (records.length > 0) this.#stale = true;
  }

  #tell(): void {
    if (this.#composing || !this.#listener) return;
    const { text } = this;
    if (text !== this.#told) {
      this.#told = text;
      this.#listener.changed();
    } else this.paint(this.#marks); // the editor may have drawn the same words anew
  }

  /** Marks have their look wherever the root stands now. */
  #dress(): void {
    const tree = treeOf(this.#root);
    if (tree === this.#adopted?.tree) return;
    this.#adopted?.release();
    this.#adopted = tree && { tree, release: adopt(tree) };
  }

  /** Where the caret is in the tree of the root. */
  #selected(): { node: Node; offset: number } | null {
    const tree = this.#root.getRootNode();
    const selection = this.#root.ownerDocument.getSelection();
    if (!selection) return null;
    if ("host" in tree && selection.getComposedRanges) {
      const [range] = selection.getComposedRanges({ shadowRoots: [tree as ShadowRoot] });
      if (!range) return null;
      return selection.direction === "backward"
        ? { node: range.startContainer, offset: range.startOffset }
        : { node: range.endContainer, offset: range.endOffset };
    }
    return selection.focusNode && { node: selection.focusNode, offset: selection.focusOffset };
  }
}

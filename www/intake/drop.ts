// The ways in for a file: dropped on the paper, or chosen by the button.
import { ACCEPTED, readFile, type Opened } from "./files";

export class FileDrop {
  /** What a file chooser offers. */
  static readonly accept = ACCEPTED;

  /** A file hovers above the paper. */
  over = false;
  #last: File | null = null;

  constructor(
    readonly changed: () => void,
    readonly opened: (opened: Opened) => void,
  ) {}

  readonly onDragOver = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes("Files")) return; // words that are dragged are the field's own matter
    event.preventDefault();
    this.#hover(true);
  };

  readonly onDragLeave = (): void => this.#hover(false);

  readonly onDrop = (event: DragEvent): void => {
    this.#hover(false);
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void this.#open(file);
  };

  readonly onChosen = (event: Event): void => {
    const file = chosenIn(event);
    if (file) void this.#open(file);
  };

  /** The file that came last counts, whichever is read first. */
  async #open(file: File): Promise<void> {
    this.#last = file;
    const opened = await readFile(file);
    if (this.#last === file) this.opened(opened);
  }

  #hover(over: boolean): void {
    if (over === this.over) return;
    this.over = over;
    this.changed();
  }
}

/** The file that a person has just chosen. */
export function chosenIn(event: Event): File | null {
  const input = event.target as HTMLInputElement;
  const file = input.files?.[0] ?? null;
  input.value = ""; // the same file can be chosen again
  return file;
}

// Trix as its custom element, bound to ours.
import "trix";
import "trix/dist/trix.css";
import { trix } from "../adapters/trix.js";

export const editor = document.querySelector<HTMLElement>("trix-editor")!;

document.querySelector("bilan-check")!.field = trix(editor);

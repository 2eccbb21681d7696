// Quill with its usual toolbar, bound to the element.
import Quill from "quill";
import "quill/dist/quill.snow.css";
import { quill } from "../adapters/quill.js";

export const editor = new Quill("#draft", { theme: "snow" });
editor.root.ariaLabel = "Draft";

document.querySelector("bilan-check")!.field = quill(editor);

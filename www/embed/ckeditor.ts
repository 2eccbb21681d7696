// CKEditor 5 with what its essentials are, bound to the element.
import { Bold, ClassicEditor, Essentials, Italic, Paragraph } from "ckeditor5";
import "ckeditor5/ckeditor5.css";
import { ckeditor } from "../adapters/ckeditor.js";

export const editor = await ClassicEditor.create(document.getElementById("draft")!, {
  licenseKey: "GPL",
  plugins: [Essentials, Paragraph, Bold, Italic],
  toolbar: ["undo", "redo", "bold", "italic"],
});

document.querySelector("bilan-check")!.field = ckeditor(editor);

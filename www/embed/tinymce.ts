// TinyMCE in its frame, with everything it needs in one script, bound to the element.
import tinymce from "tinymce";
import "tinymce/icons/default";
import "tinymce/models/dom";
import "tinymce/themes/silver";
import "tinymce/skins/ui/oxide/skin.css";
import { tinymce as bind } from "../adapters/tinymce.js";

export const [editor] = await tinymce.init({
  selector: "#draft",
  license_key: "gpl",
  iframe_attrs: { title: "Draft" },
  // Styles from files alone: those that TinyMCE would write into the page need 'unsafe-inline'.
  skin: false,
  content_css: "paper.css",
  promotion: false,
  branding: false,
});

document.querySelector("bilan-check")!.field = bind(editor!);

// TinyMCE in its frame, with everything it needs in one script, bound to the element.
import tinymce from "tinymce";
import "tinymce/icons/default";
import "tinymce/models/dom";
import "tinymce/themes/silver";
import "tinymce/skins/ui/oxide/skin.js";
import "tinymce/skins/ui/oxide/content.js";
import "tinymce/skins/content/default/content.js";
import { tinymce as bind } from "../adapters/tinymce.js";

export const [editor] = await tinymce.init({
  selector: "#draft",
  license_key: "gpl",
  iframe_aria_text: "Draft",
  promotion: false,
});

document.querySelector("bilan-check")!.field = bind(editor!);

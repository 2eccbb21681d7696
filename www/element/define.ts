// Registers `<bilan-check>`: the one script that a page has to load.
import { BilanCheck } from "./element";

// A second copy of the script on the same page is not an error.
if (!customElements.get("bilan-check")) customElements.define("bilan-check", BilanCheck);

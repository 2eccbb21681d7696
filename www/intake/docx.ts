// Word documents, by mammoth. A script of its own, so that nobody loads it who opens none.
import mammoth from "mammoth/mammoth.browser.js";

/** The markup of a .docx file: paragraphs, headings, lists, tables and notes; comments and deletions are left out. Rejects for anything else. */
export async function markupOfDocx(bytes: ArrayBuffer): Promise<string> {
  const { value } = await mammoth.convertToHtml(
    { arrayBuffer: bytes },
    // Pictures are not read, and would be carried along as text.
    { convertImage: mammoth.images.imgElement(async () => ({ src: "" })), includeDefaultStyleMap: true },
  );
  return value;
}

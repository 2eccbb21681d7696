// What is pasted from a word processor or a web page, as the paragraphs that a person saw there.
import { withLineFeeds } from "./files";
import { hasBlocks, textOfHtml } from "./html";

/**
 * The text to put in when the clipboard holds a laid-out document; null when its plain text says as
 * much, and the browser's own pasting is best.
 */
export function textOfPaste(data: DataTransfer | null): string | null {
  const markup = data?.getData("text/html") ?? "";
  if (!hasBlocks(markup)) return null;
  const text = textOfHtml(markup);
  if (text === "" || text === withLineFeeds(data?.getData("text/plain") ?? "")) return null;
  return text;
}

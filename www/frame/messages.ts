// What host and frame say to each other, and how the frame judges what it is told.
import type { House, Report } from "bilan-core";
import type { Status } from "../element/status";
import type { FormatId } from "../handover/words";

/** Version of the messages: every one carries it as `bilan`. */
export const VERSION = 1;

/** What a host may say about the text; each is the property of `<bilan-check>` with the same name. */
export interface FrameOptions {
  language?: string;
  messages?: string;
  published?: string;
  heading?: string;
  documentId?: string;
  keepText?: boolean;
  house?: House | null;
}

/** From the host. A question carries an `id` of the host's choice, and its answer the same. */
export type Asked =
  | { type: "hello" }
  | { type: "text"; text: string }
  | { type: "options"; options: FrameOptions }
  | { type: "report?"; id: string | number }
  | { type: "export?"; id: string | number; format: FormatId };

/**
 * From the frame. A report comes with the text that its places count in: after each reading, and
 * with an `id` in answer to a question.
 */
export type Told =
  | { type: "ready" }
  | { type: "status"; status: Status }
  | { type: "report"; text: string; report: Report | null; id?: string | number }
  | { type: "export"; format: FormatId; content: string; id: string | number }
  | { type: "error"; message: string; id?: string | number };

const isText = (value: unknown) => typeof value === "string";

const OPTIONS: Record<keyof FrameOptions, (value: unknown) => boolean> = {
  language: isText,
  messages: isText,
  published: isText,
  heading: isText,
  documentId: isText,
  keepText: (value) => typeof value === "boolean",
  // What is wrong in a list is told by the core, entry by entry.
  house: (value) => typeof value === "object",
};

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && [Object.prototype, null].includes(Object.getPrototypeOf(value));

/** The message in `data`, or what is wrong with it. */
export function askedIn(data: unknown): Asked | { wrong: string } {
  if (!isPlain(data)) return { wrong: "A message is a plain object." };
  if (data["bilan"] !== VERSION) return { wrong: `A message carries bilan: ${VERSION}.` };
  const { type, text, options, id, format } = data;
  switch (type) {
    case "hello":
      return { type };
    case "text":
      return typeof text === "string" ? { type, text } : { wrong: "“text” needs a string “text”." };
    case "options":
      return optionsIn(options);
    case "report?":
    case "export?":
      if (typeof id !== "string" && typeof id !== "number") return { wrong: `“${type}” needs a string or number “id”.` };
      if (type === "report?") return { type, id };
      // Which formats there are the element knows.
      return typeof format === "string" ? { type, id, format: format as FormatId } : { wrong: "“export?” needs a string “format”." };
  }
  return { wrong: "There is no message of this type." };
}

function optionsIn(options: unknown): Asked | { wrong: string } {
  if (!isPlain(options)) return { wrong: "“options” needs a plain object “options”." };
  for (const [name, value] of Object.entries(options)) {
    const fits = Object.hasOwn(OPTIONS, name) && OPTIONS[name as keyof FrameOptions];
    if (!fits) return { wrong: "“options” has a name that does not exist." };
    if (!fits(value)) return { wrong: `“options.${name}” is of the wrong type.` };
  }
  return { type: "options", options };
}

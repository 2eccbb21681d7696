// The notes as they are kept, so that another machine can take them up. The report is not in it: it is read again from the text.
import type { Session } from "../memory/note";
import type { Handover } from "./handover";

export function session({ session }: Handover): string {
  return sessionJson(session);
}

export function sessionJson(session: Session): string {
  return `${JSON.stringify(session, null, 2)}\n`;
}

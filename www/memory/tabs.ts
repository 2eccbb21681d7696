// Tells the other tabs of this browser what became of a document's notes. Nothing leaves the browser.
import { readNote } from "./validate";
import type { Written } from "./saver";

export interface TabListener {
  changed(put: Written[], removed: string[]): void;
  forgotten(): void;
}

interface Message {
  document: string;
  put: Written[];
  removed: string[];
  forgotten: boolean;
}

export class Tabs {
  #channel: BroadcastChannel | null = null;

  constructor(readonly document: string, listener: TabListener) {
    // Not to be had in every frame; there, nothing is kept that two tabs could share.
    try {
      this.#channel = new BroadcastChannel("bilan");
    } catch {
      return;
    }
    this.#channel.onmessage = ({ data }: MessageEvent<Partial<Message> | null>) => {
      if (data?.document !== document) return;
      if (data.forgotten === true) return listener.forgotten();
      const put = (Array.isArray(data.put) ? data.put : []).flatMap((written: Partial<Written> | null) => {
        const note = readNote(written?.note);
        return note ? { note, base: typeof written?.base === "string" ? written.base : null } : [];
      });
      const removed = (Array.isArray(data.removed) ? data.removed : []).filter((id) => typeof id === "string");
      listener.changed(put, removed);
    };
  }

  tell(put: Written[], removed: string[]): void {
    if (put.length > 0 || removed.length > 0) this.#post({ document: this.document, put, removed, forgotten: false });
  }

  tellForgotten(): void {
    this.#post({ document: this.document, put: [], removed: [], forgotten: true });
  }

  close(): void {
    this.#channel?.close();
    this.#channel = null;
  }

  #post(message: Message): void {
    this.#channel?.postMessage(message);
  }
}

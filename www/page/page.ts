// The page around the element: what is said about the text, the example, the language of the interface.
import "../element/define";
import exampleEn from "./example.en.txt";
import exampleFr from "./example.fr.txt";
import { momentOf } from "../words/days";
import { interfaceFor, pageStrings, type Interface, type PageStrings } from "../words/strings";

const byId = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const reader = document.querySelector("bilan-check")!;
const language = byId<HTMLSelectElement>("language");
const published = byId<HTMLInputElement>("published");
const heading = byId<HTMLInputElement>("heading");

const examples: Record<Interface, string> = { fr: exampleFr, en: exampleEn };

/** An example file: headline, publication date, an empty line, the article. */
function parseExample(file: string): { title: string; date: string; text: string } {
  const [title = "", date = "", , ...lines] = file.split("\n");
  return { title, date, text: lines.join("\n").trimEnd() };
}

function speak(chosen: Interface): void {
  const s = pageStrings[chosen];
  reader.messages = chosen;
  document.documentElement.lang = chosen;
  document.title = s.title;
  for (const element of document.querySelectorAll<HTMLElement>("[data-say]")) {
    element.textContent = s[element.dataset["say"] as keyof PageStrings];
  }
  for (const element of document.querySelectorAll<HTMLElement>("[data-label]")) {
    element.ariaLabel = s[element.dataset["label"] as keyof PageStrings];
  }
  heading.placeholder = s.headingHint;
  byId<HTMLAnchorElement>("reference").href = `reference.${chosen}.html`;
  for (const button of document.querySelectorAll<HTMLElement>("[data-interface]")) {
    button.ariaPressed = String(button.dataset["interface"] === chosen);
  }
}

function tell(): void {
  reader.language = language.value;
  reader.published = published.value;
  reader.heading = heading.value;
}

language.addEventListener("change", tell);
published.addEventListener("change", tell);
heading.addEventListener("input", tell);

for (const button of document.querySelectorAll<HTMLElement>("[data-interface]")) {
  button.addEventListener("click", () => {
    speak(button.dataset["interface"] as Interface);
    void listDrafts();
  });
}

// One draft, one id: in the address, so that it is the same again after a reload and after going back.

/** The id in the address; an address without one gets a new one. */
function idInAddress(): string {
  const id = new URLSearchParams(location.hash.slice(1)).get("draft");
  if (id) return id;
  const made = Array.from(crypto.getRandomValues(new Uint32Array(2)), (n) => n.toString(36)).join("");
  history.replaceState(null, "", `#draft=${made}`);
  return made;
}

/** Turns to the draft of the address. */
async function turn(): Promise<void> {
  const id = idInAddress();
  if (reader.documentId === id) return;
  const first = reader.documentId === "";
  reader.documentId = id;
  if (first) return;
  await reader.updateComplete; // else the last draft would be kept as an empty one
  reader.text = heading.value = published.value = "";
  tell();
}

async function listDrafts(): Promise<void> {
  const drafts = byId<HTMLDetailsElement>("drafts");
  const summary = drafts.querySelector("summary")!;
  const kept = (await reader.documents()).filter(({ document }) => document !== reader.documentId);
  // The link that was followed goes away: its draft is the one that is open.
  const followed = drafts.querySelector("ul")!.contains(document.activeElement);
  drafts.hidden = kept.length === 0;
  const language = document.documentElement.lang as Interface;
  const tag = language === "en" ? "en-GB" : language;
  drafts.querySelector("ul")!.replaceChildren(
    ...kept.map(({ document: id, title, saved }) => {
      const link = document.createElement("a");
      link.href = `#draft=${encodeURIComponent(id)}`;
      link.dir = "auto";
      link.textContent = title || pageStrings[language].untitled;
      const item = document.createElement("li");
      item.append(link, ` · ${momentOf(new Date(saved), tag)}`);
      return item;
    }),
  );
  if (followed) (drafts.hidden ? heading : summary).focus();
}

addEventListener("hashchange", () => void turn());
reader.addEventListener("bilan-notes", () => void listDrafts());

byId("example").addEventListener("click", () => {
  const example = parseExample(examples[interfaceFor(language.value || document.documentElement.lang)]);
  heading.value = example.title;
  published.value = example.date;
  tell();
  reader.replaceText(example.text);
});

byId("clear").addEventListener("click", () => {
  heading.value = published.value = "";
  tell();
  // What was noted stays with the draft it was noted on; a draft without notes can be had back by undo.
  if (reader.notes.length > 0) location.hash = "";
  else reader.replaceText("");
});

speak(interfaceFor(navigator.language));
void turn();
tell(); // a browser that comes back to the page fills the fields in again

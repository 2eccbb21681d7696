// The page around the element: what is said about the text, the example, the language of the interface.
import "../element/define";
import exampleEn from "./example.en.txt";
import exampleFr from "./example.fr.txt";
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
  button.addEventListener("click", () => speak(button.dataset["interface"] as Interface));
}

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
  reader.replaceText("");
});

speak(interfaceFor(navigator.language));
tell(); // a browser that comes back to the page fills the fields in again

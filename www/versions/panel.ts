// Two versions of an article: what changed that an editor has to look at, then sentence by sentence.
import { html, nothing, type TemplateResult } from "lit";
import { diffWordsWithSpace } from "diff";
import type { Comparison, Span } from "bilan-core";
import { icon } from "../view/icons";
import { FileDrop } from "../intake/drop";
import { quoting } from "../words/quoting";
import type { Strings } from "../words/strings";
import { wordsAt, type Compared, type Versions } from "./versions";
import type { VersionWords } from "./words";

/** Rows that are drawn at once. */
const AT_ONCE = 300;

/** Longest sentence whose words are told apart, in UTF-16 code units: beyond it the two simply stand side by side. */
const LONGEST = 2_000;

export interface VersionsState {
  versions: Versions;
  /** The newer text. */
  text: string;
  /** BCP 47 tag of the texts. */
  language: string;
  words: VersionWords;
  strings: Strings;
}

export interface VersionsActions {
  toSpan(span: Span): void;
  run(): void;
  clear(): void;
}

export function versionsTemplate(state: VersionsState, actions: VersionsActions): TemplateResult {
  const { versions, words, strings } = state;
  const problem = versions.fileProblem ? strings.file[versions.fileProblem] : versions.problem && words.failed(versions.problem);
  return html`<div class="versions" part="versions">
    ${versions.compared ? comparedTemplate(versions.compared, state, actions) : fieldTemplate(state, actions)}
    <p role="status">${versions.running ? words.comparing : nothing}</p>
    ${problem === null ? nothing : html`<p class="notice failed" role="alert">${problem}</p>`}
  </div>`;
}

function fieldTemplate({ versions, words, language }: VersionsState, actions: VersionsActions) {
  const { drop } = versions;
  return html`<form @submit=${(event: Event) => (event.preventDefault(), actions.run())} class=${drop.over ? "over" : ""}
      @dragover=${drop.onDragOver} @dragleave=${drop.onDragLeave} @drop=${drop.onDrop}>
    <label for="older">${words.field}</label>
    <textarea id="older" dir="auto" rows="8" lang=${language} aria-describedby="older-hint" .value=${versions.before} spellcheck="false"
      @input=${(event: Event) => versions.type((event.currentTarget as HTMLTextAreaElement).value)}></textarea>
    <p class="about" id="older-hint">${words.hint}</p>
    <p class="row">
      <button type="submit" class="plain" ?disabled=${versions.before.trim() === "" || versions.running}>${words.compare}</button>
      <label class="plain file">${words.openFile}<input class="hidden" type="file" accept=${FileDrop.accept} @change=${drop.onChosen} /></label>
    </p>
  </form>`;
}

function comparedTemplate(compared: Compared, state: VersionsState, actions: VersionsActions) {
  const { words, strings, language } = state;
  const { changes } = compared.comparison;
  const quote = (span: Span | null, text: string) => {
    const said = wordsAt(text, span);
    return said === null ? html`<i>${words.absent}</i>` : html`<q dir="auto" lang=${language}>${said}</q>`;
  };
  const quoted = (sentence: string) => quoting(sentence, { text: `${compared.before}\n${compared.after}`, language });
  return html`
    <p class="row" id="compared" tabindex="-1"><b>${changes.length > 0 ? words.changes(changes.length) : words.none}</b>
      <button type="button" class="plain" @click=${() => actions.clear()}>${words.clear}</button></p>
    <ol class="changes" role="list">
      ${changes.map(
        ({ kind, severity, before, after, message, question }) => html`<li class="change ${severity}" data-kind=${kind}>
          <h3>${icon(severity)}<span class="hidden">${strings.severity[severity]}, </span>${words.kind[kind]}</h3>
          <dl class="pair">
            <div><dt>${words.before}</dt><dd>${quote(before, compared.before)}</dd></div>
            <div><dt>${words.after}</dt><dd>${after && state.text === compared.after
              ? html`<button type="button" class="quoted" title=${strings.showInText} @click=${() => actions.toSpan(after)}>${quote(after, compared.after)}</button>`
              : quote(after, compared.after)}</dd></div>
          </dl>
          <p class="message">${quoted(message)}</p>
          <p class="question"><b>${strings.ask}</b> ${quoted(question)}</p>
        </li>`,
      )}
    </ol>
    ${rowsTemplate(compared, state)}`;
}

function rowsTemplate({ before, after, comparison }: Compared, { words, versions, language }: VersionsState) {
  const same = comparison.rows.filter(({ kind }) => kind === "same").length;
  const rows = versions.whole ? comparison.rows : comparison.rows.filter(({ kind }) => kind !== "same");
  return html`<div class="scroll" tabindex="0" role="region" aria-labelledby="rows-title"><table class="rows">
      <caption id="rows-title">${words.sideBySide}</caption>
      <thead><tr><th scope="col"><span class="hidden">–</span></th><th scope="col">${words.before}</th><th scope="col">${words.after}</th></tr></thead>
      <tbody>
        ${rows.slice(0, AT_ONCE).map((row) => {
          const [old, now] = sides(row, before, after);
          return html`<tr class=${row.kind}><th scope="row">${words.row[row.kind]}</th>
            <td dir="auto" lang=${language}>${old}</td><td dir="auto" lang=${language}>${now}</td></tr>`;
        })}
      </tbody>
    </table></div>
    ${same === 0
      ? nothing
      : html`<label class="check"><input type="checkbox" .checked=${versions.whole}
          @change=${(event: Event) => versions.showWhole((event.currentTarget as HTMLInputElement).checked)} />${words.same(same)}</label>`}`;
}

/** Both sentences of a row; where they differ, what is only in one of them is marked. */
function sides(row: Comparison["rows"][number], before: string, after: string): [unknown, unknown] {
  const old = wordsAt(before, row.before);
  const now = wordsAt(after, row.after);
  if (row.kind !== "changed" || old === null || now === null || old.length + now.length > LONGEST) return [old ?? "–", now ?? "–"];
  const parts = diffWordsWithSpace(old, now);
  return [
    parts.filter(({ added }) => !added).map(({ value, removed }) => (removed ? html`<del>${value}</del>` : value)),
    parts.filter(({ removed }) => !removed).map(({ value, added }) => (added ? html`<ins>${value}</ins>` : value)),
  ];
}

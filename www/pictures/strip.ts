// Who says what: the article as a strip, a segment for each sentence, and those who speak, ranked.
import { html, nothing, svg } from "lit";
import { guard } from "lit/directives/guard.js";
import type { Voice } from "bilan-core";
import { shorten } from "../words/format";
import { quoting } from "../words/quoting";
import { stepTo } from "../view/keys";
import { fillOf, letterTemplate, patternsTemplate, swatchTemplate } from "./patterns";
import { attributionOf, capital, firstOf, nameTemplate, partyTemplate, placeTemplate, restTemplate, sourceOf, wordsAt, type PictureActions, type PictureState } from "./picture";
import { FEW_ROWS, voicesOf, type Segment, type Speaker, type Voices } from "./voices";

/** Segments that are drawn at once. */
const AT_ONCE = 600;
/** Lines about the whole article that the strip bears out; ids of the report. */
const LINES = ["one-side", "no-number"];
/** Height of a row with the band below it, of a strip of few rows and of one of many; in CSS pixels. */
const TALL = 48;
const LOW = 32;
/** What a row leaves free below its segments, for the band and the distance to the next row; in CSS pixels. */
const BELOW = 16;
/** Least width of a piece that has a letter on it, in per cent of a row. */
const LETTERED = 7;

export function voicesTemplate(state: PictureState, actions: PictureActions) {
  const { report, text, words } = state;
  const voices = voicesOf(report, text);
  if (report.sentences.length === 0) return nothing;
  const lines = LINES.flatMap((line) => report.overview.filter(({ id }) => id === line));
  const total = voices.losses.reduce((sum, { n }) => sum + n, 0);
  return html`<div class="picture who" dir="ltr">
    ${patternsTemplate()}
    ${lines.map(({ message }) => html`<p class="headline">${quoting(message, { text, language: report.language })}</p>`)}
    ${total > 0 && !lines.some(({ id }) => id === LINES[0]) ? html`<p class="deck">${words.lossesBy(total, voices.losses)}</p>` : nothing}
    ${stripTemplate(voices, state, actions)}
    ${lookTemplate(state, actions)}
    ${legendTemplate(voices, total, state)}
    <h3 id="speakers-title">${words.sources}</h3>
    ${speakersTemplate(voices.speakers, state, actions)}
    ${tableTemplate(state, actions)}
  </div>`;
}

function stripTemplate(voices: Voices, state: PictureState, actions: PictureActions) {
  const { report, words, sentence, whole } = state;
  const segments = whole.has("strip") ? voices.segments : voices.segments.slice(0, AT_ONCE);
  const rows = segments.length < voices.segments.length ? 1 + (segments.at(-1)?.pieces.at(-1)?.row ?? 0) : voices.rows;
  const height = rows > FEW_ROWS ? LOW : TALL;
  const under = (event: Event) => {
    const target = event.target instanceof Element ? event.target.closest<SVGElement>("[data-sentence]") : null;
    return target ? Number(target.dataset["sentence"]) : null;
  };
  const go = (index: number | null) => {
    const span = index === null ? undefined : report.sentences[index];
    if (span) actions.toSpan(span);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const sideways: Record<string, string> = { ArrowRight: "ArrowDown", ArrowLeft: "ArrowUp" };
    const to = stepTo(sideways[event.key] ?? event.key, sentence ?? -1, segments.length);
    if (to !== null) actions.look(to);
    else if (event.key === "Enter") go(sentence);
    else return;
    event.preventDefault();
  };
  return html`<div class="strip" part="strip" role="listbox" tabindex="0" aria-label=${words.strip} aria-describedby="strip-keys"
      aria-activedescendant=${sentence === null ? nothing : `segment-${sentence}`}
      @keydown=${onKey}
      @focus=${() => sentence === null && actions.look(0)}
      @pointerover=${(event: PointerEvent) => {
        const index = under(event);
        if (index !== null && index !== sentence) actions.look(index);
      }}
      @click=${(event: PointerEvent) => {
        // A finger cannot point without pressing: it looks first, and the button below leads on.
        if (event.pointerType !== "touch") go(under(event));
      }}>
      <svg role="presentation" width="100%" height=${rows * height}>
        ${guard([report, words, segments.length], () => segments.map((segment) => segmentTemplate(segment, height, state)))}
        ${sentence === null ? nothing : frameTemplate(voices.segments[sentence], height)}
      </svg>
    </div>
    ${restTemplate("strip", segments.length, voices.segments.length, state, actions)}
    <p class="keys" id="strip-keys">${words.stripKeys}</p>`;
}

function segmentTemplate({ index, by, losses, pieces }: Segment, height: number, state: PictureState) {
  const lettered = pieces.findIndex(({ width }) => width >= LETTERED);
  const fill = height - BELOW;
  return svg`<g id=${`segment-${index}`} class="segment" role="option" aria-selected="false" aria-label=${labelOf(index, state)} data-sentence=${index} data-by=${by}>
    ${pieces.map(
      ({ row, x, width }, i) => svg`<svg x=${`${x}%`} y=${row * height} width=${`${width}%`} height=${height}>
        <rect class="reach" width="100%" height="100%" />
        <rect class="fill" y="1" height=${fill} fill=${fillOf(by)} />
        ${losses ? svg`<rect class="band" y=${fill + 3} height="5" />` : nothing}
        ${i === lettered && height === TALL ? svg`<svg class="at" x="50%" y=${fill / 2 + 1}>${letterTemplate(by, state.words)}</svg>` : nothing}
      </svg>`,
    )}
  </g>`;
}

/** The frame round the sentence that is looked at. */
function frameTemplate(segment: Segment | undefined, height: number) {
  return segment?.pieces.map(
    ({ row, x, width }) => svg`<rect class="frame-line" x=${`${x}%`} y=${row * height} width=${`${width}%`} height=${height - BELOW + 10} />`,
  );
}

function labelOf(index: number, state: PictureState): string {
  const { report, words } = state;
  const voice = report.voices[index];
  const span = report.sentences[index];
  if (!voice || !span) return "";
  const said = words.quote(shorten(wordsAt(state, [span]), 120));
  return [words.place(index + 1, report.sentences.length), whoIs(voice, state), ...(voice.losses ? [words.losses] : []), said].join(". ");
}

/** The kind of voice, and its name where there is one. */
function whoIs(voice: Voice, state: PictureState): string {
  const source = sourceOf(state, voice.source);
  const kind = state.words.voice[voice.by];
  return source ? `${kind}, ${source.name}` : kind;
}

function whoTemplate({ by, source }: Voice, state: PictureState) {
  const named = sourceOf(state, source);
  return html`${state.words.voice[by]}${named ? html`, <span dir="auto" lang=${state.report.language}>${named.name}</span>` : nothing}`;
}

/** What stands under the strip: the sentence that is looked at, and who vouches for it. */
function lookTemplate(state: PictureState, actions: PictureActions) {
  const { report, words, sentence } = state;
  const span = sentence === null ? undefined : report.sentences[sentence];
  const voice = sentence === null ? undefined : report.voices[sentence];
  if (sentence === null || !span || !voice) return html`<div class="look"><p class="faint">${words.stripEmpty}</p></div>`;
  const source = sourceOf(state, voice.source);
  const borrowed = voice.attribution === null ? null : attributionOf(state, voice.attribution);
  return html`<div class="look">
    <p class="who-line">${swatchTemplate(voice.by, words)}
      <span>${source ? nameTemplate(source, state) : html`<b>${words.voice[voice.by]}</b>${borrowed && voice.by !== "paper" ? html` (${words.nobody})` : nothing}`}</span>
      ${voice.losses ? html`<span class="losses-mark">${words.losses}</span>` : nothing}</p>
    <p>${placeTemplate(state, actions, span, 220)}</p>
    <p class="faint">${words.place(sentence + 1, report.sentences.length)}</p>
  </div>`;
}

function legendTemplate({ shares }: Voices, losses: number, { words }: PictureState) {
  return html`<ul class="key" role="list">
    ${shares.map(({ by, share, sentences }) => html`<li>${swatchTemplate(by, words)}
      <span>${words.voice[by]} <b>${words.ofText(share)}</b> <small>${words.sentences(sentences)}</small></span></li>`)}
    ${losses === 0
      ? nothing
      : html`<li><svg class="swatch" width="30" height="20" aria-hidden="true"><rect class="band" y="8" width="30" height="5" /></svg>
          <span>${words.losses} <small>${words.sentences(losses)}</small></span></li>`}
  </ul>`;
}

function speakersTemplate(speakers: Speaker[], state: PictureState, actions: PictureActions) {
  const drawn = firstOf("sources", speakers, state);
  return html`<ol class="speakers" role="list" aria-labelledby="speakers-title">
      ${drawn.map((speaker) => html`<li>${speakerTemplate(speaker, state, actions)}</li>`)}
    </ol>
    ${restTemplate("sources", drawn.length, speakers.length, state, actions)}`;
}

function speakerTemplate({ source, by, share, statements, losses, first }: Speaker, state: PictureState, actions: PictureActions) {
  const { words, report } = state;
  const about = source === null
    ? [words.sentences(statements)]
    : [words.sourceKind[source.kind], words.statements(statements)];
  const role = source?.role && !source.name.toLowerCase().includes(source.role.toLowerCase()) ? source.role : null;
  return html`${swatchTemplate(by, words)}
    <div>
      <p>${source && first
        ? html`<button type="button" class="place name" dir="auto" lang=${report.language} title=${words.show}
            @click=${() => actions.toSpan(first)}>${capital(source.name, report.language)}</button>`
        : html`<b>${words.voice[by]}</b>`}</p>
      <p class="faint">${source?.party ? html`${partyTemplate(source, words)} · ` : nothing}${role === null
        ? nothing
        : html`<span dir="auto" lang=${report.language}>${role}</span> · `}${about.join(" · ")}${losses > 0
        ? html` · <span class="losses-mark">${words.lossesIn(losses)}</span>`
        : nothing}</p>
      ${share === 0
        ? nothing
        : html`<svg class="share" width="100%" height="9" aria-hidden="true"><rect class="track" y="8" width="100%" height="1" /><rect class="edge"
            width=${`${share * 100}%`} height="9" fill=${fillOf(by)} /></svg>`}
    </div>
    <b class="part">${share === 0 ? "–" : words.ofText(share)}</b>`;
}

/** The same for those who would rather read a table, or cannot see the strip. */
function tableTemplate(state: PictureState, actions: PictureActions) {
  const { report, words, tableOpen } = state;
  const drawn = firstOf("table", report.sentences, state);
  return html`<details class="fold" ?open=${tableOpen} @toggle=${(event: Event) => actions.tableToggled((event.currentTarget as HTMLDetailsElement).open)}>
    <summary>${words.asTable}</summary>
    ${!tableOpen
      ? nothing
      : html`<table class="plain-table">
            <caption class="hidden">${words.strip}</caption>
            <thead><tr>${(["number", "sentence", "who"] as const).map((column) => html`<th scope="col">${words.column[column]}</th>`)}<th scope="col">${words.losses}</th></tr></thead>
            <tbody>
              ${drawn.map((span, i) => {
                const voice = report.voices[i];
                return html`<tr><th scope="row">${i + 1}</th><td>${placeTemplate(state, actions, span)}</td>
                  <td>${voice ? whoTemplate(voice, state) : nothing}</td><td>${voice?.losses ? words.yes : "–"}</td></tr>`;
              })}
            </tbody>
          </table>
          ${restTemplate("table", drawn.length, report.sentences.length, state, actions)}`}
  </details>`;
}

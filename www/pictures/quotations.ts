// The quotation ledger: what stands between quotation marks, speaker by speaker; what nobody is named for comes first.
import { html, nothing } from "lit";
import type { Attribution, Flag, Report, Source } from "bilan-core";
import { partsOf } from "../words/typography";
import {
  attributionOf, firstOf, nameTemplate, placeTemplate, restTemplate, sourceOf, wordsAt, type PictureActions, type PictureState,
} from "./picture";

/** The check that finds fragments which are not in the fuller quotation. */
const MISMATCH = "quote-fragment-mismatch";

interface Entry {
  attribution: Attribution;
  /** It is the first of its speaker. */
  leads: boolean;
  /** How many its speaker has. */
  of: number;
  mismatches: Flag[];
}

const known = new WeakMap<Report, Entry[]>();

/** Quotations in the order of the ledger: without a speaker first, then who is quoted most. */
function entriesOf(report: Report): Entry[] {
  let entries = known.get(report);
  if (!entries) known.set(report, (entries = read(report)));
  return entries;
}

function read(report: Report): Entry[] {
  const flags = report.flags.filter(({ check }) => check === MISMATCH);
  const quoted = report.attributions.filter(({ form }) => form !== "indirect");
  const holders = new Map(flags.map((flag) => [flag, holderOf(flag, quoted)]));
  const bySpeaker = new Map<Source["id"] | null, Attribution[]>([[null, []]]);
  for (const attribution of quoted) {
    const said = bySpeaker.get(attribution.speaker);
    if (said) said.push(attribution);
    else bySpeaker.set(attribution.speaker, [attribution]);
  }
  const length = (said: Attribution[]) => said.flatMap(({ content }) => content).reduce((sum, { start, end }) => sum + end - start, 0);
  const [unnamed, ...named] = bySpeaker.values();
  const ranked = named.map((said) => ({ said, length: length(said) })).sort((a, b) => b.length - a.length);
  return [unnamed ?? [], ...ranked.map(({ said }) => said)].flatMap((said) =>
    said.map((attribution, i) => ({
      attribution,
      leads: i === 0,
      of: said.length,
      mismatches: flags.filter((flag) => holders.get(flag) === attribution),
    })),
  );
}

/** The quotation that holds most of the words of a flag: one told through another holds only some. */
function holderOf({ span }: Flag, quoted: Attribution[]): Attribution | null {
  const shared = ({ content }: Attribution) =>
    content.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, span.end) - Math.max(start, span.start)), 0);
  let best: { attribution: Attribution; shared: number } | null = null;
  for (const attribution of quoted) {
    const now = shared(attribution);
    if (now > (best?.shared ?? 0)) best = { attribution, shared: now };
  }
  return best?.attribution ?? null;
}

export function quotationsTemplate(state: PictureState, actions: PictureActions) {
  const { report, words } = state;
  const entries = entriesOf(report);
  if (entries.length === 0) return html`<p class="faint">${words.noQuotations}</p>`;
  const drawn = firstOf("quotations", entries, state);
  const groups: Entry[][] = [];
  for (const entry of drawn) {
    if (entry.leads) groups.push([]);
    groups.at(-1)?.push(entry);
  }
  return html`<div class="picture quotations" dir="ltr">
    ${groups.map((group) => groupTemplate(group, state, actions))}
    ${restTemplate("quotations", drawn.length, entries.length, state, actions)}
  </div>`;
}

function groupTemplate(group: Entry[], state: PictureState, actions: PictureActions) {
  const { words, report } = state;
  const [first] = group;
  if (!first) return nothing;
  const source = sourceOf(state, first.attribution.speaker);
  return html`<section class="speaker ${source ? "" : "unattributed"}" data-speaker=${source?.id ?? ""}>
    <h3>${source ? nameTemplate(source, state) : words.unattributed}</h3>
    <p class="faint">${source
      ? html`${source.role === null ? nothing : html`<span dir="auto" lang=${report.language}>${source.role}</span> · `}${words.sourceKind[source.kind]} · `
      : `${words.unattributedNote} `}${words.quotations(first.of)}</p>
    <ul role="list">${group.map((entry) => html`<li>${quotationTemplate(entry, state, actions)}</li>`)}</ul>
  </section>`;
}

function quotationTemplate({ attribution, mismatches }: Entry, state: PictureState, actions: PictureActions) {
  const { words, report } = state;
  const { content, form, when, channel, within } = attribution;
  const [place] = content;
  if (!place) return nothing;
  const said = wordsAt(state, content);
  const relay = sourceOf(state, attributionOf(state, within)?.speaker ?? null);
  const occasion = [when, channel].filter((span) => span !== null);
  return html`<blockquote>
      <button type="button" class="place quoted" dir="auto" lang=${report.language} title=${words.show} @click=${() => actions.toSpan(place)}>${form === "direct"
        ? words.quote(said)
        : partsOf(said).map(({ quoted, text }) => (quoted ? html`<b>${text}</b>` : html`<span class="own">${text}</span>`))}</button>
    </blockquote>
    <p class="faint">${words.form[form]}${relay ? html` · ${words.through} <span dir="auto" lang=${report.language}>${relay.name}</span>` : nothing}${occasion.map((span) => html` · <span dir="auto" lang=${report.language}>${wordsAt(state, [span])}</span>`)}</p>
    ${mismatches.flatMap(({ span, related }) =>
      related.map((other) => html`<p class="differs"><span class="sign" aria-hidden="true">≠</span>
        <span>${placeTemplate(state, actions, span, 70)} ${words.mismatch} ${placeTemplate(state, actions, other, 110)}</span></p>`),
    )}`;
}

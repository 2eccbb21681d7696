//! Everything that the article reports comes from one source, or from one side.
//!
//! BBC 3.3.4 warns of stories that rest on one source, and Reuters holds two to be better than one. One note for the
//! article, at its first attribution.

use super::{Check, Finding, Findings};
use crate::lang::class;
use crate::reading::{Attribution, Reading, sources};
use crate::report::{Severity, SourceKind};

/// Fewest sentences with an attribution: a short item may well have one voice.
const LEAST: usize = 3;

pub static CHECK: Check = Check {
    id: "single-source-story",
    severity: Severity::Info,
    on_by_default: true,
    heeds: &[],
    examples: &[
        ("fr", "⟨La maire⟩ a annoncé un plan. Elle a promis un vote. « Rien n’est perdu », a-t-elle dit."),
        ("fr", "La maire a annoncé un plan. Elle a promis un vote. « Tout est perdu », répond l’opposition."),
        ("en", "⟨The mayor⟩ announced a plan. She promised a vote. “Nothing is lost,” the mayor said."),
        ("en", "The mayor announced a plan. She promised a vote. “All is lost,” a resident said."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    let heard = reading.attributions.iter().filter(|a| !a.hearsay && a.source.is_some());
    let heard: Vec<&Attribution> = heard.collect();
    let mut sentences: Vec<usize> = heard.iter().map(|a| a.sentence).collect();
    sentences.dedup();
    let voiced = heard.iter().find_map(|a| reading.source(a));
    let Some(((first, end), one)) = heard.first().and_then(|a| a.source).zip(voiced) else { return };
    // Words in quotation marks that nobody is found for may be another voice.
    let unheard = reading.text.quotes.iter().filter(|q| q.parent.is_none() && q.end - q.first > 6);
    let stray = unheard.clone().any(|q| !reading.saying(q.first).any(|(_, a)| a.speaker.is_some()));
    // Who denies or will not answer was asked.
    let asked = class::DENY.or(class::DECLINE).or(class::REACT);
    let cue = |k: usize| heard.iter().any(|a| a.cue.iter().any(|(first, end)| (*first..*end).contains(&k)));
    let text = &reading.text;
    let answered = (0..text.tokens.len()).any(|k| {
        text.is(k, asked)
            && text.is(k, class::VERB)
            && !text.is(k, class::NOUN.or(class::ARREST))
            && text.quote_of(k).is_none()
            && !cue(k)
    });
    if sentences.len() < LEAST
        || stray
        || answered
        || one.kind == SourceKind::Collective
        || !sources::one_voice(reading, &heard)
    {
        return;
    }
    let related = heard.iter().skip(1).filter_map(|a| a.source_span(&reading.text));
    let mut finding = Finding::on(reading, first, end).slot("count", sentences.len().to_string());
    // “a-t-elle”: the pronoun alone, and who is meant in the words.
    finding.span = heard.first().and_then(|a| a.source_span(text)).unwrap_or(finding.span);
    out.flags.push(finding.slot("words", one.words(text)).related(related));
}

//! A source without a name: “une source proche du dossier”, “an official”.
//!
//! Reuters ranks it below every other source; AP keeps it for facts of weight, never opinion, that nobody says by name.
//! One flag for each such source, at its first words.

use super::suppress::SOURCES;
use super::{Check, Finding, Findings};
use crate::lang::class;
use crate::order;
use crate::reading::{Reading, sources};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "source-anonymous",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: SOURCES,
    examples: &[
        ("fr", "« Le contrat est signé », a confié ⟨une source policière⟩."),
        ("fr", "« Le contrat est signé », a confié sa conseillère, Léna Marc."),
        ("fr", "« Le contrat est signé », a confié la porte-parole du groupe."),
        ("en", "⟨A person familiar with the talks⟩ said the deal was done."),
        ("en", "Her adviser, Lena Marsh, said the deal was done."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    let text = &reading.text;
    let mut seen = vec![false; reading.sources.len()];
    for attribution in &reading.attributions {
        let Some(((first, end), source)) = attribution.source.zip(reading.source(attribution)) else { continue };
        // One flag for each, at its first words.
        let Some(known) = attribution.speaker.and_then(|s| seen.get_mut(s)) else { continue };
        // What a quoted person tells of others is no source of the paper's.
        let told = text.quote_of(first).is_some() && attribution.cue.iter().any(|c| text.quote_of(c.0).is_some());
        if !told && source.hides(text) && !text.is_name(end) && !std::mem::replace(known, true) {
            out.flags.push(Finding::on(reading, first, end));
        }
    }
    for (first, end) in reading.opinions.iter().copied().filter(|o| reading.saying(o.0).next().is_none()) {
        let (heads, plural) = sources::heads(text, (first, end));
        let one = text.is(first, class::INDEF.or(class::NUM)) && heads.any(class::ANONYMOUS);
        if one && !(first..end).any(|k| text.is_name(k)) && sources::hides(text, (first, end), heads, plural) {
            out.flags.push(Finding::on(reading, first, end));
        }
    }
    for i in (0..text.tokens.len()).filter(|i| text.is(*i, class::ANONYMITY)) {
        let s = text.sentence_of(i);
        let told = out.flags.iter().any(|f| text.sentence_of(f.anchor) == s);
        // Sentences that name who speaks promise nothing to others.
        let named = reading.attributions_at(s).any(|(_, a)| reading.source(a).is_some_and(|s| s.is_named()));
        let hidden = sources::withheld(text, i).filter(|_| !told && !named && text.quote_of(i).is_none());
        out.flags.extend(hidden.map(|(first, end)| Finding::on(reading, first, end)));
    }
    order::by_key(&mut out.flags, |f| (f.span.start(), f.span.end()));
    out.flags.dedup_by(|b, a| a.span.overlaps(b.span));
}

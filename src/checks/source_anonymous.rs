//! A source without a name: “une source proche du dossier”, “an official”.
//!
//! Reuters: anonymous sources are the weakest; AP: only for information that is vital, not opinion, and not to be had
//! otherwise. One flag for each such source, at its first words.

use super::suppress::SOURCES;
use super::{Check, Finding, Findings};
use crate::reading::Reading;
use crate::report::{Severity, SourceKind};

pub static CHECK: Check = Check {
    id: "source-anonymous",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: SOURCES,
    examples: &[
        ("fr", "« Il va démissionner », a affirmé ⟨une source proche du dossier⟩."),
        ("fr", "« Il va démissionner », a affirmé son avocate, Me Anne Roy."),
        ("fr", "« Il va démissionner », a affirmé le porte-parole du ministère."),
        ("en", "⟨A source close to the matter⟩ said he would resign."),
        ("en", "His lawyer, Anne Roy, said he would resign."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    let mut seen = vec![false; reading.sources.len()];
    for attribution in &reading.attributions {
        let Some(((first, end), source)) = attribution.source.zip(reading.source(attribution)) else { continue };
        if source.kind != SourceKind::Anonymous {
            continue;
        }
        // One flag for each, at its first words.
        let Some(known) = attribution.speaker.and_then(|s| seen.get_mut(s)) else { continue };
        if std::mem::replace(known, true) {
            continue;
        }
        out.flags.push(Finding::on(reading, first, end));
    }
}

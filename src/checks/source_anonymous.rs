//! A source without a name: “une source proche du dossier”, “an official”.
//!
//! Reuters ranks it below every other source; AP keeps it for facts of weight, never opinion, that nobody says by name.
//! One flag for each such source, at its first words.

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
        ("fr", "« Le contrat est signé », a confié ⟨une source policière⟩."),
        ("fr", "« Le contrat est signé », a confié sa conseillère, Léna Marc."),
        ("fr", "« Le contrat est signé », a confié la porte-parole du groupe."),
        ("en", "⟨A person familiar with the talks⟩ said the deal was done."),
        ("en", "Her adviser, Lena Marsh, said the deal was done."),
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

//! Dead, wounded or captives counted by a vague word: “des dizaines”, “several”.
//!
//! The word fits a score of dead as well as a hundred. ACLED codes such words with their smallest number, since they
//! count nothing; a rounded collective (“une vingtaine”, “a dozen”) is only a note.

use super::suppress::COUNTS;
use super::{Check, Finding, Findings};
use crate::lang::class;
use crate::reading::{Count, Reading, context};
use crate::report::{FigureKind, Severity};

pub static CHECK: Check = Check {
    id: "casualty-count-vague",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: COUNTS,
    examples: &[
        ("fr", "La bousculade a tué ⟨des centaines de pèlerins⟩."),
        ("fr", "L’effondrement a fait ⟨plusieurs blessés⟩."),
        ("fr", "Le dossier compte des centaines de milliers de signatures."),
        ("fr", "Un mineur est mort sous des centaines de tonnes de terre."),
        ("en", "⟨Hundreds of miners⟩ were killed in the collapse."),
        ("en", "The crash left ⟨several wounded⟩."),
        ("en", "She was killed while sorting dozens of parcels."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for figure in
        reading.figures.iter().filter(|f| f.is_casualty() && f.kind != FigureKind::Displaced && !f.hypothetical)
    {
        let severity = match figure.count {
            Count::Vague if context::is_rate(&reading.text, figure) => Severity::Info,
            Count::Vague => Severity::Warning,
            Count::Rounded => Severity::Info,
            _ => continue,
        };
        // Arrests are no losses.
        let arrested = figure.kind == FigureKind::Captured
            && !reading.sentence_has(figure.sentence, class::CAPTIVE.or(class::CAPTURE));
        if arrested || reading.is_fiction(figure.sentence) {
            continue;
        }
        out.flags.push(Finding::on(reading, figure.first, figure.end).severity(severity));
    }
}

//! “N’a pas réagi”, “no group has claimed”: nobody has answered yet, says the draft.
//!
//! It holds only until somebody answers: ask once more before publishing, and write down that an answer was asked for.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::reading::{Count, Reading, absences};
use crate::report::Severity;
use crate::text::Span;

pub static CHECK: Check = Check {
    id: "absence-claim-stale",
    severity: Severity::Info,
    on_by_default: true,
    heeds: &[Heed::Quotation, Heed::History, Heed::Question, Heed::Furniture],
    examples: &[
        ("fr", "⟨Aucune organisation n’a revendiqué⟩ l’enlèvement."),
        ("fr", "Le constructeur ⟨n’a pas souhaité réagir⟩ à ces accusations."),
        ("fr", "Le constructeur a démenti mardi à la mi-journée."),
        ("en", "⟨No organisation has claimed⟩ responsibility for the kidnapping."),
        ("en", "The carmaker ⟨declined to comment⟩ when reached by phone."),
        ("en", "The carmaker denied it on Tuesday."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for figure in reading.figures.iter().filter(|f| f.count == Count::Withheld) {
        out.flags.push(Finding::on(reading, figure.first, figure.end));
    }
    let withheld: Vec<Span> = out.flags.iter().map(|f| f.span).collect();
    for (first, end) in absences::find(reading) {
        let finding = Finding::on(reading, first, end);
        if !withheld.iter().any(|w| w.overlaps(finding.span)) {
            out.flags.push(finding);
        }
    }
}

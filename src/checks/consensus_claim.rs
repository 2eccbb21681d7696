//! A whole profession or everybody is said to agree.
//!
//! That all agree is itself a fact to show, and AP wants the words of a source to show its standing. Parties that agree
//! on a deal are exempt.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::reading::{Reading, rankings};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "consensus-claim",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: &[Heed::Quotation, Heed::History, Heed::Question, Heed::Furniture],
    examples: &[
        ("fr", "La sécheresse va durer, ⟨s’accordent les experts⟩."),
        ("fr", "Les deux syndicats s’accordent sur un calendrier."),
        ("en", "⟨Economists agree⟩ that prices will fall."),
        ("en", "The two unions agreed on a timetable."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for (first, end) in rankings::consensus(reading) {
        out.flags.push(Finding::on(reading, first, end));
    }
}

//! A whole profession or everybody is said to agree.
//!
//! A consensus is itself a factual claim; AP: attribution must establish credibility. Parties that agree on a deal are exempt.

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
        ("fr", "C’est la pire défaite du groupe, ⟨s’accordent les analystes⟩."),
        ("fr", "Les deux pays s’accordent sur un cessez-le-feu."),
        ("en", "⟨Experts agree⟩ that it is the worst defeat."),
        ("en", "The two countries agreed on a ceasefire."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for (first, end) in rankings::consensus(reading) {
        out.flags.push(Finding::on(reading, first, end));
    }
}

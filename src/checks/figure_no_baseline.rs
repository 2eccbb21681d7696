//! A change without what it is measured against: no value before, no period, no comparison.
//!
//! BBC Reporting Statistics: a number needs its context; Full Fact asks what was measured, and since when.

use super::suppress::TOLD;
use super::{Check, Finding, Findings};
use crate::lang::class;
use crate::reading::{Reading, figures::changes};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "figure-no-baseline",
    severity: Severity::Info,
    on_by_default: true,
    heeds: TOLD,
    examples: &[
        ("fr", "Les vols de vélos ont ⟨bondi de 40 %⟩."),
        ("fr", "Les vols de vélos ont bondi de 40 % en un an."),
        ("en", "Bicycle thefts ⟨jumped by 40%⟩."),
        ("en", "Bicycle thefts jumped by 40% in a year."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    let mut last = usize::MAX;
    for change in &reading.changes {
        // One question for a sentence.
        if change.sentence == last
            || change.from.is_some()
            || reading.sentence_has(change.sentence, class::SPORT)
            || changes::is_anchored(reading, change)
        {
            continue;
        }
        last = change.sentence;
        let (first, end) = changes::place(&reading.text, change);
        out.flags.push(Finding::on(reading, first, end));
    }
}

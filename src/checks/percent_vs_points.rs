//! A change of a share that is told in per cent where the two shares differ by as many points.
//!
//! NPR's checklist asks it in so many words: per cent, or percentage points?

use super::suppress::MECHANICAL;
use super::{Check, Finding, Findings};
use crate::reading::{
    Reading,
    figures::{arithmetic, changes},
};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "percent-vs-points",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: MECHANICAL,
    examples: &[
        ("fr", "Le taux est passé ⟨de 4 % à 7 %, une hausse de 3 %⟩."),
        ("fr", "Le taux est passé de 4 % à 7 %, une hausse de trois points."),
        ("en", "The rate rose ⟨from 4% to 7%, an increase of 3%⟩."),
        ("en", "The rate rose from 4% to 7%, an increase of three points."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for change in &reading.changes {
        let Some(computed) = arithmetic::compare(change).filter(|c| c.points) else { continue };
        let (first, end) = change.range();
        let relative = arithmetic::written(&reading.text, computed.value.abs());
        let stated = change.stated.map_or(0.0, |s| s.value);
        let first = changes::opening(&reading.text, first);
        out.flags.push(
            Finding::on(reading, first, end)
                .slot("relative", relative)
                .slot("points", arithmetic::written(&reading.text, stated)),
        );
    }
}

//! Percentages that do not follow from the numbers beside them: changes, fractions, parts, factors, shares of a whole.
//!
//! NPR's checklist: do the math yourself. Rounding, as far as the digits leave it open, is no difference.

use super::suppress::MECHANICAL;
use super::{Check, Finding, Findings};
use crate::reading::{
    Reading,
    figures::{
        arithmetic,
        changes::{self, Measure},
        shares,
    },
};
use crate::report::Severity;

/// Rounded shares may add up to a little more than the whole.
const WHOLE: f64 = 101.0;

pub static CHECK: Check = Check {
    id: "percent-arithmetic",
    severity: Severity::Error,
    on_by_default: true,
    heeds: MECHANICAL,
    examples: &[
        ("fr", "Le billet est passé ⟨de 20 à 25 euros, soit une hausse de 20 %⟩."),
        ("fr", "Le billet est passé de 20 à 25 euros, soit une hausse de 25 %."),
        ("en", "The fare rose ⟨from $20 to $25, up 20%⟩."),
        ("en", "The fare went from $20 to $25, up 25%."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    let text = &reading.text;
    for change in &reading.changes {
        let Some(computed) = arithmetic::compare(change).or_else(|| arithmetic::restated(change)).filter(|c| !c.points)
        else {
            continue;
        };
        let (first, end) = change.range();
        place(
            reading,
            out,
            (changes::opening(text, first), end),
            &unit(reading, computed.value, key(computed.measure)),
            computed.agrees,
        );
    }
    for share in shares::told_twice(reading) {
        let computed = unit(reading, share.computed, PER_CENT);
        place(reading, out, (share.first, share.end), &computed, share.agrees);
    }
    // Less than the whole may be some of it.
    for whole in shares::wholes(reading).into_iter().filter(|w| w.sum >= 99.0) {
        let ends = whole.parts.first().zip(whole.parts.last());
        let Some((first, last)) = ends.and_then(|(a, b)| reading.figures.get(*a).zip(reading.figures.get(*b))) else {
            continue;
        };
        let computed = unit(reading, whole.sum, PER_CENT);
        place(reading, out, (first.first, last.end), &computed, whole.sum <= WHOLE);
    }
}

fn place(reading: &Reading, out: &mut Findings, (first, end): (usize, usize), computed: &str, agrees: bool) {
    let finding = Finding::on(reading, first, end).slot("computed", computed);
    if agrees { out.agreed.push(finding) } else { out.flags.push(finding) }
}

/// What the numbers give, with its unit.
fn unit(reading: &Reading, value: f64, key: &str) -> String {
    reading.messages.fill("unit", key, &[("n", arithmetic::written(&reading.text, value))])
}

/// Key of the unit of percentages.
const PER_CENT: &str = "1";

/// The key of a measure's unit.
fn key(measure: Measure) -> &'static str {
    match measure {
        Measure::Percent => PER_CENT,
        Measure::Points => "2",
        Measure::Factor => "3",
        Measure::Unit => "4",
    }
}

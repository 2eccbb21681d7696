//! An age, a duration or an anniversary that the years beside it do not give.
//!
//! NPR's checklist has every age worked out from a date of birth. A year more or less is left to birthdays and to how a writer
//! counts.

use super::suppress::MECHANICAL;
use super::{Check, Finding, Findings};
use crate::reading::{Reading, ages};
use crate::report::Severity;

/// Years by which a sum of whole years may differ.
const TOLERANCE: i32 = 1;

pub static CHECK: Check = Check {
    id: "age-duration-mismatch",
    severity: Severity::Error,
    on_by_default: true,
    heeds: MECHANICAL,
    examples: &[
        ("fr", "De 1971 à 1979, pendant ⟨onze ans⟩, elle a dirigé la revue."),
        ("fr", "De 1971 à 1979, pendant huit ans, elle a dirigé la revue."),
        ("en", "From 1971 to 1979, for ⟨eleven years⟩, she ran the review."),
        ("en", "From 1971 to 1979, for eight years, she ran the review."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for years in ages::find(reading) {
        let finding = Finding::on(reading, years.first, years.end);
        let finding = finding
            .slot("other", years.date.span.of(reading.text.src))
            .slot("years", years.real.to_string())
            .related([years.date.span]);
        if (years.told - years.real).abs() <= TOLERANCE { out.agreed.push(finding) } else { out.flags.push(finding) }
    }
}

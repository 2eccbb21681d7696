//! The text dates itself by weekdays or “hier”, and the day of publication is not known.
//!
//! Checklists warn of “next month” when the month changes; with the day known each weekday is resolved instead.

use super::suppress::MECHANICAL;
use super::{Check, Finding, Findings};
use crate::reading::{DateKind, Reading, context};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "weekday-unanchored",
    severity: Severity::Info,
    on_by_default: true,
    heeds: MECHANICAL,
    examples: &[
        ("fr", "Le rapport a été remis ⟨mardi⟩ à la mairie."),
        ("fr", "Le rapport a été remis le mardi 3 juin 2025 à la mairie."),
        ("en", "The report was handed over on ⟨Tuesday⟩ in Leeds."),
        ("en", "The report was handed over on Tuesday, June 3, 2025, in Leeds."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    if reading.published.is_some_and(|(first, last)| first == last) {
        return;
    }
    let mut open = reading.dates.iter().filter(|d| d.kind == DateKind::Relative && d.weekday.is_some() && !context::quoted(&reading.text, d.first));
    let Some(first) = open.next() else { return };
    let mut related: Vec<_> = open.map(|d| d.span).collect();
    let mut finding = Finding::on(reading, first.first, first.end);
    if let Some(line) = reading.text.dateline {
        // The line that gives only the month is what has to be mended.
        related.insert(0, finding.span);
        finding.span = line;
    }
    out.flags.push(finding.related(related));
}

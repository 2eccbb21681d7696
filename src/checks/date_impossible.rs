//! A day or hour that does not exist, or a span of time that ends before it begins.
//!
//! Decided by the calendar alone. A span over New Year or over midnight wraps round and is fine.

use super::suppress::MECHANICAL;
use super::{Check, Finding, Findings};
use crate::reading::Reading;
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "date-impossible",
    severity: Severity::Error,
    on_by_default: true,
    heeds: MECHANICAL,
    examples: &[
        ("fr", "L’exposition dure du ⟨31 juin au 9 juillet⟩."),
        ("fr", "L’exposition dure du 30 juin au 9 juillet."),
        ("fr", "La piscine ferme du 22 décembre au 5 janvier."),
        ("en", "The verdict came on ⟨February 29, 2021⟩."),
        ("en", "The verdict came on February 29, 2020."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for date in reading.dates.iter().filter(|d| d.impossible) {
        out.flags.push(Finding::on(reading, date.first, date.end));
    }
}

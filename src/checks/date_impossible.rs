//! A day or hour that does not exist, or a span of time that ends before it begins.
//!
//! Decided by the calendar alone. “28 décembre–3 janvier” and “22h30–2h” wrap round and are fine.

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
        ("fr", "Le festival aura lieu du ⟨31 avril au 3 mai⟩."),
        ("fr", "Le festival aura lieu du 30 avril au 3 mai."),
        ("fr", "Le musée sera fermé du 28 décembre au 3 janvier."),
        ("en", "The vote was held on ⟨February 29, 2023⟩."),
        ("en", "The vote was held on February 29, 2024."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for date in reading.dates.iter().filter(|d| d.impossible) {
        out.flags.push(Finding::on(reading, date.first, date.end));
    }
}

//! “Several towns”, “la plupart des pays”: a quantity without a number, of anything but victims.
//!
//! BBC Reporting Statistics wants numbers in context; where the number matters, a vague word hides it. Prose needs such
//! words every day, so that the check is off unless a desk asks for it.

use super::suppress::TOLD;
use super::{Check, Finding, Findings};
use crate::reading::{Reading, figures::magnitudes};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "figure-vague-quantity",
    severity: Severity::Info,
    on_by_default: false,
    heeds: TOLD,
    examples: &[
        ("fr", "La crue a isolé ⟨plusieurs hameaux⟩."),
        ("fr", "La crue a isolé quatre hameaux."),
        ("en", "The flood cut off ⟨several hamlets⟩."),
        ("en", "The flood cut off four hamlets."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for (first, end) in magnitudes::vague(reading) {
        out.flags.push(Finding::on(reading, first, end));
    }
}

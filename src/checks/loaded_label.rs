//! A word that judges people or acts, in the paper's own voice.
//!
//! Reuters and the BBC want “terrorist” and its like only with whoever says so. A desk adds words of its own.

use super::suppress::UNSOURCED;
use super::{Check, Finding, Findings};
use crate::reading::{Reading, labels};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "loaded-label",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: UNSOURCED,
    examples: &[
        ("fr", "Des ⟨terroristes⟩ ont incendié le dépôt."),
        ("fr", "Les secours ont libéré les passagers."),
        ("en", "⟨Terrorists⟩ burned down the depot."),
        ("en", "Rescuers freed the passengers."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for (first, end) in labels::loaded(reading) {
        out.flags.push(Finding::on(reading, first, end));
    }
}

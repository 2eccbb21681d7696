//! A study, research or report that speaks without a name: no author, body, journal, year or link in reach.
//!
//! The IFCN wants sources that readers can find for themselves; RSS getstats asks first who made it.

use super::suppress::TOLD;
use super::{Check, Finding, Findings};
use crate::reading::{Reading, surveys};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "study-unnamed",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: TOLD,
    examples: &[
        ("fr", "⟨Une étude récente⟩ montre que la sieste améliore la mémoire."),
        ("fr", "Une étude de l’Institut Brécourt montre que la sieste améliore la mémoire."),
        ("en", "⟨Recent studies⟩ suggest that naps improve memory."),
        ("en", "A study by the Brecourt Institute suggests that naps improve memory."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for study in surveys::studies(reading).iter().filter(|s| !s.named) {
        out.flags.push(Finding::on(reading, study.first, study.end));
    }
}

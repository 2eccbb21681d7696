//! One and the same thing with two numbers: “14 member councils”, later “the 15 member councils”.
//!
//! Fact-checking desks look up twice what is told twice. Tolls have a check of their own; other sources, other years and
//! parts of the thing are no conflict.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::reading::{Reading, conflicts};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "number-conflict",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: &[Heed::Question, Heed::Furniture],
    examples: &[
        ("fr", "Le réseau gère 18 piscines. ⟨Les 19 piscines⟩ du réseau rouvrent."),
        ("fr", "Le réseau gère 18 piscines. Les 18 piscines du réseau rouvrent."),
        ("en", "The network runs 18 pools. ⟨The 19 pools⟩ will reopen."),
        ("en", "The network runs 18 pools. The 18 pools will reopen."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for conflict in conflicts::find(reading) {
        let other = reading.text.span(conflict.one.0, conflict.one.1);
        let finding = Finding::on(reading, conflict.other.0, conflict.other.1);
        out.flags.push(finding.slot("other", other.of(reading.text.src)).related([other]));
    }
}

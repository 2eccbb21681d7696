//! The lead gives a disputed event as a fact, and its source only behind.
//!
//! AFP puts the source last as a rule, but first where the information is contested.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::reading::{Reading, contested};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "contested-lead-source-late",
    severity: Severity::Info,
    on_by_default: false,
    heeds: &[Heed::History, Heed::Furniture],
    examples: &[
        ("fr", "Les insurgés ont repris le pont de Zarn, ⟨affirme leur chef⟩."),
        ("fr", "Le chef des insurgés affirme avoir repris le pont de Zarn."),
        ("en", "Insurgents captured the Zarn bridge, ⟨their leader said⟩."),
        ("en", "The insurgents’ leader said they had captured the Zarn bridge."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    out.flags.extend(contested::late_source(reading).map(|(first, end)| Finding::on(reading, first, end)));
}

//! One name in two spellings.
//!
//! Every newsroom checklist begins with names. Two names are taken for one where they sound alike or differ in a letter
//! or two, and nothing tells them apart: another first name, one sentence that has both, a list of names that are alike.

use super::{Check, Finding, Findings};
use crate::checks::suppress::Heed;
use crate::reading::{Reading, names};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "name-variant",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: &[Heed::Furniture],
    examples: &[
        ("fr", "La cheffe Aïcha Moukouba a parlé. Mme ⟨Moucouba⟩ a été applaudie."),
        ("fr", "Jean Duval et Jeanne Duvel ont parlé."),
        ("en", "The conductor, Aisha Mukuba, spoke. Ms ⟨Mucuba⟩ was cheered."),
        ("en", "John Duval and Jane Duvel spoke."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for (usual, rare) in names::variants(&reading.text) {
        let other = reading.text.span(usual, usual + 1);
        let finding = Finding::on(reading, rare, rare + 1);
        out.flags.push(finding.slot("other", other.of(reading.text.src)).related([other]));
    }
}

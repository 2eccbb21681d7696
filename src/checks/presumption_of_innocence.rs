//! Guilt told as fact of somebody who has not been judged.
//!
//! The French civil code lets nobody be shown as guilty before a conviction; AFP asks to respect that, and AP writes of
//! the charge, not of the deed.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::reading::{Reading, innocence};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "presumption-of-innocence",
    severity: Severity::Error,
    on_by_default: true,
    heeds: &[Heed::Quotation, Heed::Said, Heed::History, Heed::Question, Heed::Furniture],
    examples: &[
        ("fr", "Alain R., l’⟨assassin⟩ du notaire, a été mis en examen jeudi."),
        ("fr", "Alain R., soupçonné de l’assassinat du notaire, a été mis en examen jeudi."),
        ("en", "Alan Reed was indicted ⟨for killing⟩ the notary."),
        ("en", "Alan Reed faces a charge of killing the notary."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for (first, end) in innocence::guilt(reading) {
        out.flags.push(Finding::on(reading, first, end));
    }
}

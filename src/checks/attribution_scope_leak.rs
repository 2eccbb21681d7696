//! The paper's own gloss inside what a source says: between quotation and cue, or as a loaded aside.
//!
//! Reuters wants sentences built so that it is clear whose words a loaded term is.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::reading::{Reading, leaks};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "attribution-scope-leak",
    severity: Severity::Info,
    on_by_default: true,
    heeds: &[Heed::Quotation, Heed::Furniture],
    examples: &[
        ("fr", "« Le port restera ouvert », ⟨géré par une firme condamnée pour fraude⟩, a-t-elle ajouté."),
        ("fr", "« Le port restera ouvert », a-t-elle ajouté. Une firme condamnée pour fraude le gère."),
        ("en", "“The port will stay open,” ⟨run by a firm convicted of fraud⟩, she added."),
        ("en", "“The port will stay open,” she added. A firm convicted of fraud runs it."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for (first, end) in leaks::leaks(reading) {
        out.flags.push(Finding::on(reading, first, end));
    }
}

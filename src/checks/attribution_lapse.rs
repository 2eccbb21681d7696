//! A contestable deed goes on in the indicative behind an attributed sentence, and its source is not named again.
//!
//! AP names the source again wherever a reader could lose it.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::reading::{Reading, contested};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "attribution-lapse",
    severity: Severity::Info,
    on_by_default: false,
    heeds: &[Heed::Quotation, Heed::History, Heed::Question, Heed::Furniture],
    examples: &[
        ("fr", "Selon la gendarmerie, le chauffeur a fui. ⟨Il a frappé⟩ un motard."),
        ("fr", "Selon la gendarmerie, le chauffeur a fui. Il a frappé un motard, ajoute-t-elle."),
        ("en", "Police said the chauffeur had fled. ⟨He attacked⟩ a biker."),
        ("en", "Police said the chauffeur had fled. He attacked a biker, they added."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for (first, end) in contested::lapses(reading) {
        out.flags.push(Finding::on(reading, first, end));
    }
}

//! Letters that the article never spells out: “la FPDN nie toute fraude”.
//!
//! Agency style books expand an acronym where it first stands. Silent for those of the language's list and of the desk's
//! own, for a name whose words begin with these letters anywhere in the text, and for a word or two that say what it is.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::reading::Reading;
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "acronym-unexpanded",
    severity: Severity::Info,
    on_by_default: false,
    heeds: &[Heed::Quotation, Heed::Furniture],
    examples: &[
        ("fr", "La ⟨GRVN⟩ a fermé deux écluses."),
        ("fr", "La Gestion des rivières et voies navigables (GRVN) a fermé deux écluses."),
        ("fr", "L’ONU et la SNCF ont répondu."),
        ("en", "The ⟨WRNA⟩ closed two locks."),
        ("en", "The Waterways and Rivers National Agency (WRNA) closed two locks."),
        ("en", "The UN and the BBC replied."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    out.flags.extend(reading.unexplained_acronyms().into_iter().map(|i| Finding::on(reading, i, i + 1)));
}

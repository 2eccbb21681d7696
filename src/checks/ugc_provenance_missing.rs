//! A video, photograph, recording or leaked paper that a claim rests on, of unknown origin.
//!
//! The Verification Handbook asks for provenance, source, date and place. That an agency has seen it says none of them.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::reading::{Reading, footage};
use crate::report::Severity;

/// Of who made it known, when or where it was made and whether it is authentic: as many suffice.
const ENOUGH: usize = 2;

pub static CHECK: Check = Check {
    id: "ugc-provenance-missing",
    severity: Severity::Info,
    on_by_default: true,
    heeds: &[Heed::Quotation, Heed::History, Heed::Question, Heed::Furniture],
    examples: &[
        ("fr", "⟨Une vidéo⟩ montre le phare en flammes."),
        ("fr", "Une vidéo filmée jeudi par un pêcheur et authentifiée par l’AFP montre le phare en flammes."),
        ("en", "⟨A video⟩ shows the lighthouse on fire."),
        ("en", "A video filmed by a fisherman on Thursday and verified by Reuters shows the lighthouse on fire."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    // One flag for all: later mentions are mostly of the same recording.
    let found = footage::footage(&reading.text);
    let mut bare = found.iter().filter(|f| footage::provenance(reading, f) < ENOUGH);
    let Some(first) = bare.next() else { return };
    let related = bare.map(|f| reading.text.span(f.place.0, f.place.1));
    out.flags.push(Finding::on(reading, first.place.0, first.place.1).related(related));
}

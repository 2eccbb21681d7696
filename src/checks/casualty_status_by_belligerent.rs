//! Whether the dead were combatants, in the words of a side of the fight; or its euphemism for killing.
//!
//! Every Casualty: who was a fighter is decided by published rules and several witnesses, never by one side.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::reading::Reading;
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "casualty-status-by-belligerent",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: &[Heed::History, Heed::Furniture],
    examples: &[
        ("fr", "L’état-major affirme avoir ⟨neutralisé⟩ neuf assaillants."),
        ("fr", "Neuf ⟨terroristes⟩ ont péri pendant l’assaut, affirme l’état-major."),
        ("fr", "L’association a recensé neuf civils tués, dont trois enfants."),
        ("en", "The general staff said it had ⟨neutralised⟩ nine attackers."),
        ("en", "The charity counted nine civilians, three of them children."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for attribution in &reading.attributions {
        let Some(source) = reading.source(attribution).filter(|s| s.party) else { continue };
        if let Some(i) = reading.status_of_dead(attribution, source) {
            out.flags.push(Finding::on(reading, i, i + 1).slot("source", source.words(&reading.text)));
        }
    }
}

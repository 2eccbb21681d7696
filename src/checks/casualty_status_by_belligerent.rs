//! Whether the dead were combatants, in the words of a side of the fight; or its euphemism for killing.
//!
//! Every Casualty: who was a fighter is decided by published rules and several witnesses, never by one side.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::lang::class;
use crate::reading::Reading;
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "casualty-status-by-belligerent",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: &[Heed::History, Heed::Furniture],
    examples: &[
        ("fr", "L’état-major affirme avoir ⟨neutralisé⟩ neuf assaillants."),
        ("fr", "L’état-major assure avoir tué neuf ⟨terroristes⟩ pendant l’assaut."),
        ("fr", "L’association a recensé neuf civils tués, dont trois enfants."),
        ("en", "The general staff said it had ⟨neutralised⟩ nine attackers."),
        ("en", "The charity counted nine civilians, three of them children."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    let text = &reading.text;
    for attribution in reading.attributions.iter().filter(|a| reading.source(a).is_some_and(|s| s.party)) {
        let says = attribution.content.iter().flat_map(|(a, b)| *a..*b);
        // The label must be that of somebody killed, not of somebody in the background.
        let dead = |i: &usize| reading.figures_in(text.sentence_of(*i), text.sentence_of(*i)).any(|(_, f)| f.is_toll() && f.head == Some(*i)) && text.is(*i, class::FIGHTER_LABEL);
        let place = says.clone().find(|i| text.is(*i, class::EUPHEMISM) && text.is(*i, class::VERB)).or_else(|| says.clone().find(dead));
        if let Some(i) = place {
            let name = reading.source(attribution).map(|s| s.words(text)).unwrap_or_default();
            out.flags.push(Finding::on(reading, i, i + 1).slot("source", name));
        }
    }
}

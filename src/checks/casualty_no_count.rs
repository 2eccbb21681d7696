//! Losses, dead or wounded told with no quantity at all, and no count for them beside.
//!
//! Every Casualty wants a count, a range, or that the number is unknown to be written out; BBC 11.3.1 a range or an
//! estimate with its author.

use super::suppress::UNCOUNTED;
use super::{Check, Finding, Findings};
use crate::reading::Reading;
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "casualty-no-count",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: UNCOUNTED,
    examples: &[
        ("fr", "Le régiment a subi ⟨de lourdes pertes⟩ sur le plateau, d’après des habitants."),
        ("fr", "Les miliciens prétendent avoir tué ⟨des gendarmes⟩ sur la route du col."),
        ("fr", "Nous avons subi ⟨de lourdes pertes humaines⟩ lors de la bataille."),
        ("fr", "L’assureur a essuyé de lourdes pertes sur ses actions."),
        ("fr", "Le régiment affirme n’avoir essuyé aucune perte."),
        ("fr", "Le régiment a subi de lourdes pertes. Au moins 25 gendarmes ont été tués, selon la morgue."),
        ("en", "The convoy took ⟨heavy casualties⟩, residents said."),
        ("en", "The militia claimed it had killed ⟨policemen⟩ on the pass."),
        ("en", "The regiment insisted that it had taken no casualties."),
        ("en", "The insurer posted heavy losses on its shares."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    let losses = reading.uncounted().filter(|(_, loss)| !reading.is_withheld(loss));
    out.flags.extend(losses.map(|(_, loss)| Finding::on(reading, loss.first, loss.end)));
}

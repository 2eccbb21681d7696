//! Losses, dead or wounded told with no quantity at all, and no count for them beside.
//!
//! A casualty claim without a count is the first thing a checker asks about: Every Casualty asks for a
//! number, a range or an explicit “unknown”, BBC 11.3.1 for the range or the most authoritative estimate.

use super::suppress::COUNTS;
use super::{Check, Finding, Findings};
use crate::reading::{Count, Reading};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "casualty-no-count",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: COUNTS,
    examples: &[
        ("fr", "Les insurgés disent avoir infligé ⟨de lourdes pertes⟩ à la garnison."),
        ("fr", "Les rebelles affirment avoir tué ⟨des soldats⟩ près du pont."),
        ("fr", "La banque a subi de lourdes pertes sur les obligations."),
        ("fr", "La milice assure n’avoir subi aucune perte."),
        ("fr", "L’armée a subi de lourdes pertes. Au moins 40 soldats ont été tués, selon l’hôpital."),
        ("en", "The garrison suffered ⟨heavy casualties⟩, the militia said."),
        ("en", "The rebels said they had killed ⟨soldiers⟩ near the bridge."),
        ("en", "The militia said it had suffered no casualties."),
        ("en", "The bank reported heavy losses on its bonds."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for loss in reading.figures.iter().filter(|f| f.count == Count::Absent && f.is_toll() && !f.hypothetical) {
        if reading.is_counted_nearby(loss) || reading.is_withheld(loss) || reading.is_fiction(loss.sentence) {
            continue;
        }
        out.flags.push(Finding::on(reading, loss.first, loss.end));
    }
}

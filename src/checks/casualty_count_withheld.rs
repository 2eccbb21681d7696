//! A number is known or asked for and not given: “sans donner de bilan”, or a side admits losses without one.
//!
//! BBC 11.3.1 asks for the range or the most authoritative estimate, attributed; that there is none is
//! news itself, and perishable.

use super::suppress::COUNTS;
use super::{Check, Finding, Findings};
use crate::reading::{Count, Reading};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "casualty-count-withheld",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: COUNTS,
    examples: &[
        ("fr", "L’armée a ⟨reconnu des pertes importantes sans donner de bilan précis⟩."),
        ("fr", "L’armée a reconnu la mort de trois soldats."),
        ("fr", "La banque a publié ses comptes sans donner de chiffre."),
        ("en", "The army ⟨admitted heavy losses without giving a figure⟩."),
        ("en", "The army acknowledged that three soldiers had died."),
        ("en", "The bank published its results without giving a figure."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    let mut last = None;
    for loss in reading.figures.iter().filter(|f| !f.hypothetical && (f.count == Count::Withheld || f.count == Count::Absent && reading.is_withheld(f))) {
        if last == Some(loss.sentence) {
            continue;
        }
        last = Some(loss.sentence);
        // From the admission to the words that withhold.
        let here = reading.figures_in(loss.sentence, loss.sentence).map(|(_, f)| f);
        let end = here.filter(|f| matches!(f.count, Count::Withheld | Count::Absent)).map(|f| f.end).max().unwrap_or(loss.end);
        let first = reading.concession(loss).map_or(loss.first, |verb| verb.min(loss.first));
        out.flags.push(Finding::on(reading, first, end));
    }
}

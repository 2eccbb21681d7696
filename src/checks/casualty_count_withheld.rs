//! A number is known or asked for and not given: “sans donner de bilan”, or a side admits losses without one.
//!
//! BBC 11.3.1 wants a range or an estimate with its author; where neither is given out, readers should be told so, and
//! it can change by the hour.

use super::suppress::UNCOUNTED;
use super::{Check, Finding, Findings};
use crate::reading::{Count, Reading};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "casualty-count-withheld",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: UNCOUNTED,
    examples: &[
        ("fr", "Le gouverneur a ⟨admis de lourdes pertes sans fournir de chiffre⟩."),
        ("fr", "Le gouverneur a admis la mort de six gardes."),
        ("fr", "L’assureur a présenté son année sans fournir de chiffre."),
        ("en", "The governor ⟨acknowledged heavy casualties without giving a number⟩."),
        ("en", "The governor conceded that six guards had died."),
        ("en", "The insurer presented its year without giving a number."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    let mut last = None;
    for loss in reading.figures.iter().filter(|f| {
        !f.hypothetical && (f.count == Count::Withheld || f.count == Count::Absent && reading.is_withheld(f))
    }) {
        if last == Some(loss.sentence) {
            continue;
        }
        last = Some(loss.sentence);
        // From the admission to the words that withhold; without an admission, those words alone.
        let here = || reading.figures_in(loss.sentence, loss.sentence).map(|(_, f)| f);
        let withheld = here().find(|f| f.count == Count::Withheld);
        let numberless = here().filter(|f| matches!(f.count, Count::Withheld | Count::Absent));
        let end = numberless.map(|f| f.end).max().unwrap_or(loss.end);
        let verb = reading.concession(loss).map(|verb| verb.min(loss.first));
        let (first, end) =
            verb.map(|v| (v, end)).or(withheld.map(|f| (f.first, f.end))).unwrap_or((loss.first, loss.end));
        out.flags.push(Finding::on(reading, first, end));
    }
}

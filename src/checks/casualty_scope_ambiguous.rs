//! One number over two kinds of victims: “15 combattants tués et arrêtés”, tens of A and of B.
//!
//! Every Casualty: categories must be explicit; ACLED counts fatalities only.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::reading::{Count, Reading};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "casualty-scope-ambiguous",
    severity: Severity::Info,
    on_by_default: true,
    heeds: &[Heed::Quotation, Heed::History, Heed::Question, Heed::Furniture],
    examples: &[
        ("fr", "⟨Au moins 22 miliciens tués et capturés⟩."),
        ("fr", "Vingt-deux miliciens tués et trois capturés."),
        ("en", "⟨At least 22 militiamen killed or detained⟩."),
        ("en", "Twenty-two militiamen killed and three detained."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for (i, figure) in
        reading.figures.iter().enumerate().filter(|(_, f)| f.is_casualty() && !f.hypothetical && !f.subset)
    {
        if matches!(figure.count, Count::Absent | Count::Withheld | Count::Zero) || reading.is_split(i) {
            continue;
        }
        if let Some((first, end)) = reading.two_categories(figure) {
            out.flags.push(Finding::on(reading, first, end));
        }
    }
}

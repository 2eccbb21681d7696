//! One quantity told in millions here and in billions there, or a share of each head that the total cannot give.
//!
//! NPR's checklist has the size of every big number looked at twice.

use super::suppress::MECHANICAL;
use super::{Check, Finding, Findings};
use crate::reading::{Reading, figures::magnitudes};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "magnitude-slip",
    severity: Severity::Warning,
    on_by_default: false,
    heeds: MECHANICAL,
    examples: &[
        ("fr", "Le fonds est doté de 4 milliards d’euros. Selon l’élue, ⟨les 4 millions du fonds⟩ suffiront."),
        ("fr", "Le fonds est doté de 4 milliards d’euros (4,4 milliards de dollars)."),
        ("en", "The fund holds $4 billion. She said ⟨the $4 million⟩ fund would do."),
        ("en", "The fund holds 4 billion euros ($4.4 billion)."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for (this, other) in magnitudes::slips(reading) {
        let Some((figure, first)) = reading.figures.get(this).zip(reading.figures.get(other)) else { continue };
        let text = &reading.text;
        let article = usize::from(figure.first > 0 && text.is(figure.first - 1, crate::lang::class::DEF));
        let span = first.span(text);
        out.flags.push(
            Finding::on(reading, figure.first - article, figure.end).slot("other", span.of(text.src)).related([span]),
        );
    }
}

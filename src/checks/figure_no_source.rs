//! A number of people, money or a percentage in the paper's own voice, with no source in reach.
//!
//! BBC and Reuters want the author of a number named. A body that tells of its own act is that author.

use super::suppress::OWN_VOICE;
use super::{Check, Finding, Findings};
use crate::lang::class;
use crate::reading::{Count, Figure, Reading, context};
use crate::report::{FigureKind, Precision, Severity};

/// Fewer people than this may have been counted by the reporter.
const COUNTABLE: f64 = 50.0;

pub static CHECK: Check = Check {
    id: "figure-no-source",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: OWN_VOICE,
    examples: &[
        ("fr", "La filière emploie ⟨12 000 salariés⟩."),
        ("fr", "La filière emploie 12 000 salariés, selon l’Urssaf."),
        ("fr", "Le concert s’est donné avec trois musiciens."),
        ("fr", "La région va ouvrir 14 lycées."),
        ("en", "The industry employs ⟨12,000 workers⟩."),
        ("en", "The industry employs 12,000 workers, according to the labour office."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    let mut places: Vec<&Figure> = Vec::new();
    for figure in reading.figures.iter().filter(|f| f.count == Count::Given && f.attribution.is_none() && !f.hypothetical && !f.background) {
        let value = figure.low.or(figure.high).unwrap_or(0.0);
        let weighty = match figure.kind {
            FigureKind::People | FigureKind::Displaced => value >= COUNTABLE && figure.head.is_some(),
            FigureKind::Percent => figure.precision != Precision::Range,
            FigureKind::Money => value >= 1e6,
            _ => false,
        };
        let own_act = reading.sentence_has(figure.sentence, class::PLAN.or(class::FUTURE));
        if weighty && !own_act && !reading.is_sourced_around(figure.sentence) && !context::quoted(&reading.text, figure.first) && !context::is_history(reading, figure.sentence) {
            places.push(figure);
        }
    }
    // One card for all of them: a page full of the same question would not be read.
    if let Some((first, others)) = places.split_first() {
        let related: Vec<_> = others.iter().map(|f| f.span(&reading.text)).collect();
        out.flags.push(Finding::on(reading, first.first, first.end).related(related));
    }
}

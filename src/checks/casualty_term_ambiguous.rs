//! “Victimes”, “pertes”, “casualties” for people, and no word on dead, wounded or missing.
//!
//! In AOAV's press data there are about two injured for each person killed: read as deaths, the word trebles the toll.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::lang::class;
use crate::reading::{Count, Reading};
use crate::report::{FigureKind, Severity};

pub static CHECK: Check = Check {
    id: "casualty-term-ambiguous",
    severity: Severity::Info,
    on_by_default: true,
    heeds: &[Heed::Quotation, Heed::History, Heed::Question, Heed::Furniture],
    examples: &[
        ("fr", "L’avalanche a fait ⟨huit victimes⟩."),
        ("fr", "L’avalanche a fait huit morts."),
        ("fr", "L’assureur a déclaré de lourdes pertes."),
        ("en", "The landslide caused ⟨18 casualties⟩."),
        ("en", "The landslide killed five and injured 13."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for figure in reading.figures.iter().filter(|f| f.kind == FigureKind::Casualties && !f.hypothetical) {
        let word = figure.head.is_some_and(|h| [h, h + 1].iter().any(|k| reading.text.is(*k, class::CASUALTY.or(class::LOSS))));
        if !word || matches!(figure.count, Count::Zero | Count::Withheld) {
            continue;
        }
        // The same or the next sentence says how many were killed, wounded or missing.
        let split = reading.figures_in(figure.sentence, figure.sentence + 1).any(|(_, f)| matches!(f.kind, FigureKind::Killed | FigureKind::Wounded | FigureKind::Missing) && f.first != figure.first && f.low.is_some());
        if !split {
            out.flags.push(Finding::on(reading, figure.first, figure.end));
        }
    }
}

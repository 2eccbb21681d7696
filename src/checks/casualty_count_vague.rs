//! Dead, wounded or captives counted by a vague word: “des dizaines”, “several”.
//!
//! A reader cannot tell 20 from 90. ACLED turns such words into their least number precisely because
//! they are no counts; a rounded collective (“une vingtaine”, “a dozen”) is only a note.

use super::suppress::COUNTS;
use super::{Check, Finding, Findings};
use crate::lang::class;
use crate::reading::{Count, Reading, context};
use crate::report::{FigureKind, Severity};

pub static CHECK: Check = Check {
    id: "casualty-count-vague",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: COUNTS,
    examples: &[
        ("fr", "Les rebelles ont tué ⟨des dizaines de soldats⟩."),
        ("fr", "L’explosion a fait ⟨plusieurs blessés⟩."),
        ("fr", "Le procès porte sur des dizaines de milliers de pages."),
        ("fr", "Un ouvrier est mort sous des dizaines de blocs de béton."),
        ("en", "⟨Dozens of fighters⟩ were killed on Sunday."),
        ("en", "The blast left ⟨several wounded⟩."),
        ("en", "He was killed while carrying dozens of letters."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for figure in reading.figures.iter().filter(|f| f.is_casualty() && f.kind != FigureKind::Displaced && !f.hypothetical) {
        let severity = match figure.count {
            Count::Vague if context::is_rate(&reading.text, figure) => Severity::Info,
            Count::Vague => Severity::Warning,
            Count::Rounded => Severity::Info,
            _ => continue,
        };
        // Arrests are no losses.
        let arrested = figure.kind == FigureKind::Captured && !reading.sentence_has(figure.sentence, class::CAPTIVE.or(class::CAPTURE));
        if arrested || reading.is_fiction(figure.sentence) {
            continue;
        }
        out.flags.push(Finding::on(reading, figure.first, figure.end).severity(severity));
    }
}

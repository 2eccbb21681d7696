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
        let near = |h: usize| [h, h + 1].iter().any(|k| reading.text.is(*k, class::CASUALTY.or(class::LOSS)));
        // “ont été mis hors de combat”, “losses at 800 soldiers”
        let unclear = (figure.end..figure.end + 6)
            .any(|k| reading.text.is(k, class::CASUALTY) && reading.text.is(k, class::VERB));
        let lost = (figure.first.saturating_sub(7)..figure.first).any(|k| reading.text.is(k, class::LOSS));
        // “the number of victims of the collapse has reached 18”
        let toll = (figure.first.saturating_sub(12)..figure.first)
            .any(|k| reading.text.is(k, class::CASUALTY) && reading.text.is(k, class::NOUN));
        let lost = lost || toll && figure.head.is_none();
        let word = figure.head.is_some_and(near) || unclear || lost && figure.low.is_some();
        // “la victime”, “les quatre victimes”, “deux des victimes” were met before; “victims of fraud” are others.
        let text = &reading.text;
        let met = figure.count != Count::Absent
            && (text.is(figure.first.wrapping_sub(1), class::DEF.or(class::DEM).or(class::POSS))
                && !text.is(figure.first.wrapping_sub(1), class::INDEF)
                || text.is(figure.number_end, class::OF) && text.is(figure.number_end + 1, class::DEF));
        let one = figure.count == Count::Given && figure.low.is_some_and(|v| v < 2.0);
        let of = figure.end + 1 + usize::from(text.is(figure.end + 1, class::DEF));
        let others = text.is(figure.end, class::OF) && !text.is(of, class::FIGHT.or(class::ACCIDENT).or(class::POSS));
        let victims = figure.head.is_some_and(|h| text.is(h, class::CASUALTY));
        // Victims of fraud, or those who come to a trial.
        let wronged = class::COURT.or(class::PROCEDURE).or(class::OFFENCE).or(class::SEXUAL);
        let wronged = victims
            && !reading.sentence_has(figure.sentence, class::FIGHT.or(class::ACCIDENT).or(class::ATTACK))
            && reading.sentence_without(figure.sentence, wronged, class::CASUALTY);
        if victims && (met || one || others || wronged) {
            continue;
        }
        if !word || matches!(figure.count, Count::Zero | Count::Withheld) {
            continue;
        }
        // The same or the next sentence says how many were killed, wounded or missing.
        let split = reading.figures_in(figure.sentence, figure.sentence + 1).any(|(_, f)| {
            matches!(f.kind, FigureKind::Killed | FigureKind::Wounded | FigureKind::Missing)
                && f.first != figure.first
                && f.low.is_some()
                && !reading.is_teller(f)
        });
        if !split {
            out.flags.push(Finding::on(reading, figure.first, figure.end));
        }
    }
}

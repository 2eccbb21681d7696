//! “N’a pas réagi”, “no group has claimed”: true only at the moment of writing.
//!
//! To be asked again right before publication; it also shows whether a reply was sought.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::lang::class;
use crate::reading::{Count, Reading, phrases};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "absence-claim-stale",
    severity: Severity::Info,
    on_by_default: true,
    heeds: &[Heed::Quotation, Heed::History, Heed::Question, Heed::Furniture],
    examples: &[
        ("fr", "⟨Aucun groupe n’a revendiqué⟩ l’attaque."),
        ("fr", "Le groupe a démenti vendredi à 14h."),
        ("en", "⟨No group has claimed⟩ responsibility."),
        ("en", "The group denied it on Friday."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    let text = &reading.text;
    for figure in reading.figures.iter().filter(|f| f.count == Count::Withheld) {
        out.flags.push(Finding::on(reading, figure.first, figure.end));
    }
    for i in (0..text.tokens.len()).filter(|i| text.is(*i, class::CLAIM.or(class::REACT)) && text.is(*i, class::VERB)) {
        let group = phrases::verb_group(text, i);
        let perfect = text.is(i, class::PP) && (group.first..i).any(|k| text.is(k, class::HAVE.or(class::BE)));
        if !perfect {
            continue;
        }
        let sentence = text.sentence(text.sentence_of(i));
        let nobody = (sentence.first..group.first).rev().take(4).find(|k| text.is(*k, class::ZERO));
        if let Some(first) = nobody.or(group.negated.then_some(group.first)) {
            out.flags.push(Finding::on(reading, first, i + 1));
        }
    }
}

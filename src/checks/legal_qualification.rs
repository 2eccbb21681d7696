//! A crime of international or criminal law as a plain description.
//!
//! Whether an act is one is for a court or a named authority to say; Reuters sends allegations of wrongdoing to a senior
//! editor. In a sentence about a court, a charge or a treaty the word is theirs.

use super::suppress::UNSOURCED;
use super::{Check, Finding, Findings};
use crate::lang::{Classes, class};
use crate::reading::{Reading, context, phrases};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "legal-qualification",
    severity: Severity::Info,
    on_by_default: true,
    heeds: UNSOURCED,
    examples: &[
        ("fr", "La garnison a commis un ⟨crime de guerre⟩ à Osté."),
        ("fr", "Le tribunal juge des crimes de guerre commis à Osté."),
        ("en", "The garrison committed a ⟨war crime⟩ at Oste."),
        ("en", "The court is hearing a war crime case from Oste."),
    ],
    run,
};

/// Whose word it is then: a court's, an accuser's, nobody's yet.
const ELSEWHERE: Classes = class::COURT
    .or(class::PROCEDURE)
    .or(class::CONVICTED)
    .or(class::ALLEGED)
    .or(class::ACCUSE)
    .or(class::HEARSAY)
    .or(class::NEG)
    .or(class::ZERO)
    .or(class::IF)
    .or(class::WITHOUT)
    .or(class::FICTION)
    .or(class::POLICE);

fn run(reading: &Reading, out: &mut Findings) {
    let text = &reading.text;
    for i in 0..text.tokens.len() {
        if !text.is(i, class::ATROCITY) {
            continue;
        }
        let s = text.sentence_of(i);
        // A base form is a noun as well: “the murder of”, not “the wait was torture”.
        let named = text.is(i.wrapping_sub(1), phrases::DETERMINER.or(class::GENITIVE)) && text.is(i + 1, class::OF);
        let behind =
            phrases::DETERMINER.or(class::OF).or(class::PREP).or(class::TO).or(class::BE).or(class::ADJ).or(class::AND);
        let noun = text.is(i, class::VERB) && !text.is(i, class::PP) && text.is(i.wrapping_sub(1), behind) && !named;
        // “Crimes of War”, a title
        let title = text.capital(i) && i > text.sentence(s).first;
        if !noun && !title && !reading.sentence_has(s, ELSEWHERE) && !context::is_doubtful(text, s) {
            out.flags.push(Finding::on(reading, i, i + 1));
        }
    }
}

//! The name of a grave crime in law as a plain description.
//!
//! Courts and named authorities decide whether an act is one; Reuters sends allegations of wrongdoing to a senior
//! editor. In a sentence about a court, a charge or a treaty the word is theirs.

use super::suppress::UNSOURCED;
use super::{Check, Finding, Findings};
use crate::lang::{Classes, class};
use crate::reading::{Reading, context, phrases};
use crate::report::Severity;
use crate::text::Text;

pub static CHECK: Check = Check {
    id: "legal-qualification",
    severity: Severity::Info,
    on_by_default: true,
    heeds: UNSOURCED,
    examples: &[
        ("fr", "Ce bombardement est un ⟨crime de guerre⟩."),
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
    for i in text.having(class::ATROCITY) {
        let s = text.sentence_of(i);
        // A base form is a noun as well: “the murder of”, “subjected to torture”, not “the wait was torture”.
        let named = text.is(i.wrapping_sub(1), phrases::DETERMINER.or(class::GENITIVE)) && text.is(i + 1, class::OF);
        let behind =
            phrases::DETERMINER.or(class::OF).or(class::PREP).or(class::TO).or(class::BE).or(class::ADJ).or(class::AND);
        let loose = text.is(i.wrapping_sub(1), behind) || text.is(i.wrapping_sub(1), class::WIELD);
        let noun = text.is(i, class::VERB) && !text.is(i, class::PP) && loose && !named && wielder(text, i).is_none();
        // “Crimes of War”, a title
        let title = text.capital(i) && i > text.sentence(s).first;
        if !noun && !title && !is_elsewhere(reading, s, i) && !context::is_doubtful(text, s) {
            out.flags.push(Finding::on(reading, i, i + 1));
        }
    }
}

/// “subi la torture”, “use torture”, “victims of torture”, “torture is practised”: the word that governs it.
fn wielder(text: &Text, i: usize) -> Option<usize> {
    let small = phrases::DETERMINER.or(class::OF).or(class::TO).or(class::ADJ).or(class::AND);
    let before = (i.saturating_sub(5)..i).rev().find(|k| !text.is(*k, small) || text.is(*k, class::WIELD));
    let victims = |k: usize| text.is(k, class::CASUALTY) && text.is(k, class::OFFENCE);
    let behind = || (i + 1..i + 4).find(|k| text.is(*k, class::WIELD) && text.is(*k, class::PP));
    before.filter(|k| text.is(*k, class::WIELD) || victims(*k)).or_else(behind)
}

/// Whether the sentence gives the word to somebody else, or tells of a date to be remembered. Who does or
/// suffers it gives nothing: “le juge a été assassiné”, “the police use torture”.
fn is_elsewhere(reading: &Reading, s: usize, i: usize) -> bool {
    let text = &reading.text;
    let sentence = text.sentence(s);
    let wielder = wielder(text, i);
    let group = phrases::verb_group(text, wielder.unwrap_or(i));
    let about = phrases::subject(text, group.first).filter(|_| group.passive || wielder.is_some()).unwrap_or((i, i));
    let office = class::ROLE.or(class::PROFESSION).or(class::POLICE).or(class::CAPTIVE);
    let own = |k: usize| (about.0..about.1).contains(&k) && text.is(k, office);
    let before = i.saturating_sub(5).max(sentence.first)..i;
    let joint = class::AFTER.or(class::OF);
    let years = |k: usize| text.is(k, class::ANNIVERSARY) || text.is(k, class::DURATION) && text.is(k + 1, joint);
    (sentence.first..sentence.end).any(|k| text.is(k, ELSEWHERE) && !own(k)) || before.into_iter().any(years)
}

//! What silences or lowers a finding, whatever check made it.

use super::Finding;
use crate::reading::{Reading, context};
use crate::report::Severity;

/// A circumstance that a check heeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heed {
    /// Inside a quotation: the words are somebody's, not the paper's.
    Quotation,
    /// Inside a quotation the finding becomes a note.
    QuotationLowers,
    /// Said by a named person.
    NamedPerson,
    /// Said by any source, named or not.
    Said,
    /// About an event long past.
    History,
    /// About an event long past, the finding becomes a note.
    HistoryLowers,
    /// A question asserts nothing.
    Question,
    /// “Lire aussi”, a credit: no sentence of the article.
    Furniture,
}

use Heed::*;

/// For a count by a vague word.
pub const COUNTS: &[Heed] = &[QuotationLowers, HistoryLowers, Question, Furniture];
/// For losses without any count.
pub const UNCOUNTED: &[Heed] = &[QuotationLowers, History, Question, Furniture];
/// For checks on the paper's own voice.
pub const OWN_VOICE: &[Heed] = &[Quotation, NamedPerson, History, Question, Furniture];
/// For checks on what is told without any source.
pub const UNSOURCED: &[Heed] = &[Quotation, Said, History, Question, Furniture];
/// For checks on what the text as a whole tells, whoever of the named says it.
pub const TOLD: &[Heed] = &[Quotation, History, Question, Furniture];
/// For checks on who is the source.
pub const SOURCES: &[Heed] = &[History, Furniture];
/// For arithmetic, the calendar and quotation marks.
pub const MECHANICAL: &[Heed] = &[];

/// The severity that is left of a finding; `None` where it is silenced.
pub fn apply(reading: &Reading, heeds: &[Heed], finding: &Finding, severity: Severity) -> Option<Severity> {
    let text = &reading.text;
    let s = text.sentence_of(finding.anchor);
    let mut severity = severity;
    for heed in heeds {
        let met = match heed {
            Quotation | QuotationLowers => context::quoted(text, finding.anchor),
            NamedPerson => context::said_by_named_person(reading, finding.anchor),
            Said => context::said(reading, finding.anchor),
            History | HistoryLowers => context::is_history(reading, s),
            Question => context::is_question(text, s),
            Furniture => context::is_furniture(text, s),
        };
        if met {
            match heed {
                QuotationLowers | HistoryLowers => severity = Severity::Info,
                _ => return None,
            }
        }
    }
    Some(severity)
}

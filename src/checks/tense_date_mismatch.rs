//! A future with a day before publication, or a past with a day after it.
//!
//! A story that is taken up again keeps its old tenses; NPR's checklist asks whether things happened when the text says.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::lang::class;
use crate::reading::{DateKind, DateMention, Reading, calendar, phrases};
use crate::report::Severity;
use crate::text::{Kind, Text};

/// Tokens between a verb and its date.
const REACH: usize = 10;
/// Days by which a date without a year may lie back and still be this year's.
const RECENT: i32 = 60;

pub static CHECK: Check = Check {
    id: "tense-date-mismatch",
    severity: Severity::Warning,
    on_by_default: false,
    heeds: &[Heed::Quotation, Heed::Question, Heed::Furniture],
    examples: &[
        ("fr", "La foire ⟨ouvrira le 3 mai 2001⟩ à Brest. | published 2001-06-01"),
        ("fr", "La foire a ouvert le 3 mai 2001 à Brest. | published 2001-06-01"),
        ("en", "The fair ⟨will open on May 3, 2001⟩, in Leeds. | published 2001-06-01"),
        ("en", "The fair opened on May 3, 2001, in Leeds. | published 2001-06-01"),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    let Some((first, last)) = reading.published else { return };
    for date in reading.dates.iter().filter(|d| d.kind == DateKind::Day && !d.impossible) {
        let Some((verb, coming)) = verb(&reading.text, date) else { continue };
        let near = || {
            let day = calendar(first.year(), date.month?, date.day?)?;
            let back = first.to_julian_day() - day.to_julian_day();
            (coming && (1..RECENT).contains(&back)).then_some((day, day))
        };
        // Without a year the reading takes the tense at its word.
        let Some((from, to)) = date.year.and(date.from.zip(date.to)).or_else(near) else { continue };
        if coming && to < first || !coming && from > last {
            let finding = Finding::on(reading, verb, date.end);
            out.flags.push(finding.slot("date", reading.dated(from)));
        }
    }
}

/// The verb before a date in its clause, and whether it tells what is to come.
fn verb(text: &Text, date: &DateMention) -> Option<(usize, bool)> {
    let first = text.sentence(text.sentence_of(date.first)).first.max(date.first.saturating_sub(REACH));
    let clause =
        |k: &usize| !text.is_pause(*k) && !text.is(*k, class::COMP.or(class::REL)) && text.kind(*k) != Some(Kind::Mark);
    let before = (first..date.first).rev().take_while(clause);
    let told = |k: &usize| {
        text.is(*k, class::VERB.or(class::MODAL))
            && text.is(*k, class::FIN.or(class::PP).or(class::INF).or(class::COND))
            && !text.is(*k, class::NOUN)
    };
    let at = before.into_iter().find(told)?;
    let group = phrases::verb_group(text, at);
    let has = |classes| (group.first..=at).any(|k| text.is(k, classes));
    if has(class::COND) || has(class::MODAL) && !has(class::FUTURE) {
        return None;
    }
    if has(class::FUTURE) {
        return Some((group.first, true));
    }
    let past = text.is(at, class::PP) && (has(class::PRESENT) || !text.lang.romance && !has(class::HAVE.or(class::TO)));
    // “fixed for June 3”, “renvoyé au 3 juin”: what was decided lies ahead.
    let aim = text.is(date.first.wrapping_sub(1), class::TO.or(class::BEFORE));
    (past && !aim).then_some((group.first, false))
}

//! A named day (8 March, the Day of the African Woman) with a weekday or a date that it cannot have.
//!
//! Decided by a small table in the word lists and the calendar; what fits is shown as checked.

use super::suppress::MECHANICAL;
use super::{Check, Finding, Findings};
use crate::reading::{DateKind, Reading, weekday_of};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "observance-mismatch",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: MECHANICAL,
    examples: &[
        ("fr", "Il a défilé jeudi 2 mai 2024, pour la ⟨fête du Travail⟩."),
        ("fr", "Il a défilé mercredi 1er mai 2024, pour la fête du Travail."),
        ("en", "They marched on Tuesday, December 9, 2025, ⟨Human Rights Day⟩."),
        ("en", "They marched on Wednesday, December 10, 2025, Human Rights Day."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for named in reading.dates.iter().filter(|d| d.kind == DateKind::Observance) {
        let sentence = reading.text.sentence_of(named.first);
        let beside = reading.dates.iter().filter(|d| reading.text.sentence_of(d.first) == sentence && d.first != named.first);
        let nearest = beside.filter(|d| d.weekday.is_some() || d.day.is_some()).min_by_key(|d| d.first.abs_diff(named.first));
        let Some(other) = nearest else { continue };
        let Some(day) = reading.day_of(named, other.year) else { continue };
        let same_day = other.day.is_none_or(|d| d == day.day()) && other.month.is_none_or(|m| m == u8::from(day.month()));
        let fits = same_day && other.weekday.is_none_or(|w| w == weekday_of(day));
        let finding = Finding::on(reading, named.first, named.end).slot("date", reading.dated(day)).related([other.span]);
        if fits { out.agreed.push(finding) } else { out.flags.push(finding) }
    }
}

//! The text dates itself by weekdays or “hier”, and the day of publication is not known, or lies in another year.
//!
//! Checklists warn of “next month” when the month changes; with the day known each weekday is resolved instead.

use super::suppress::MECHANICAL;
use super::{Check, Finding, Findings};
use crate::lang::class;
use crate::reading::{DateKind, DateMention, Reading, context};
use crate::report::Severity;

/// Longest period, in days, that is no date of its own: of “next year” everybody knows that the year changes.
const MONTH: i32 = 31;

pub static CHECK: Check = Check {
    id: "weekday-unanchored",
    severity: Severity::Info,
    on_by_default: true,
    heeds: MECHANICAL,
    examples: &[
        ("fr", "Le rapport a été remis ⟨mardi⟩ à la mairie."),
        ("fr", "Le rapport a été remis le mardi 3 juin 2025 à la mairie."),
        ("en", "The report was handed over on ⟨Tuesday⟩ in Leeds."),
        ("en", "The report was handed over on Tuesday, June 3, 2025, in Leeds."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    let known = reading.published.filter(|(first, last)| first == last).map(|(day, _)| day);
    // With the day known only where the year changes.
    let asks = |date: &DateMention| match (known, date.from, date.to) {
        (None, ..) => true,
        (Some(day), Some(from), Some(to)) => {
            (from.year() != day.year() || to.year() != day.year()) && to.to_julian_day() - from.to_julian_day() < MONTH
        }
        _ => false,
    };
    let mut open = reading.dates.iter().filter(|d| hangs(reading, d) && asks(d));
    let Some(first) = open.next() else { return };
    let mut related: Vec<_> = open.map(|d| d.span).collect();
    let mut finding = Finding::on(reading, first.first, first.end);
    if let Some(line) = reading.text.dateline.filter(|_| known.is_none()) {
        // The line that gives only the month is what has to be mended.
        related.insert(0, finding.span);
        finding.span = line;
    }
    out.flags.push(finding.related(related));
}

/// A weekday, “hier”, “next month” that only the day of publication explains: neither one of many, nor a name, nor told
/// by the date beside it.
fn hangs(reading: &Reading, date: &DateMention) -> bool {
    let text = &reading.text;
    let (before, last) = (date.first.wrapping_sub(1), date.end.saturating_sub(1));
    if date.kind != DateKind::Relative || date.day.is_some() || context::quoted(text, date.first) {
        return false;
    }
    let turned = (date.first..date.end).any(|k| text.is(k, class::NEAREST) && text.value(k) != Some(0.0));
    if date.weekday.is_none() {
        // “aujourd'hui” may be nowadays.
        let day = text.is(last, class::RELATIVE_DAY) && text.value(last) != Some(0.0);
        let year =
            (date.first..date.end).any(|k| text.is(k, class::CALENDAR_UNIT) && text.value(k).is_some_and(|v| v > 31.0));
        // “le monde de demain”, “three days ago” is as near as the text wants it.
        let noun = day && text.is(before, class::OF.or(class::TO).or(class::AND));
        return !noun && !year && (day || turned && !text.is(last, class::AGO));
    }
    // “le lundi”, “the Monday after”, but “the Monday vote”
    let the = text.is(before, class::DEF) && (text.lang.romance || text.is(date.end, class::AFTER.or(class::BEFORE)));
    let many = the || text.is(before, class::HABIT.or(class::INDEF).or(class::NUM).or(class::POSS));
    let range = |k: usize| text.is(k, class::TO) && text.is(k + 1, class::WEEKDAY);
    let of_range =
        range(date.end) || date.first > 1 && range(date.first - 1) && text.is(date.first - 2, class::WEEKDAY);
    // “Friday Parade”, “Black Friday”, “le Mercredi des enfants”
    let name = text.is_name(date.end) && !text.lang.romance || text.is_name(before) && text.capital(date.first);
    // “(Tuesday, 4 May 2021)”, “le 4 mai 2021, un mardi”
    let told = reading.dates_in(text.sentence_of(date.first)).any(|d| {
        d.kind == DateKind::Day
            && d.day.is_some()
            && (d.end <= date.first && date.first <= d.end + 3 || date.end <= d.first && d.first <= date.end + 2)
    });
    (turned || !many) && !of_range && !name && !told
}

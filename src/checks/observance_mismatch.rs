//! A named day (8 March, the Day of the African Woman) with a weekday or a date that it cannot have.
//!
//! Decided by a small table in the word lists and the calendar; what fits is shown as checked.

use super::suppress::MECHANICAL;
use super::{Check, Finding, Findings};
use crate::lang::class;
use crate::reading::{DateKind, DateMention, Reading, calendar, iso, weekday_of};
use crate::report::Severity;
use time::Date;

/// Days by which a date may miss the named day beside it. What is farther away is another day: the Canadian
/// Thanksgiving, a sale before Christmas.
const NEAR: i32 = 20;
/// The same for a feast that every country has on a day of its own.
const BESIDE: i32 = 2;
/// A year that has all days.
const LEAP: i32 = 2000;

pub static CHECK: Check = Check {
    id: "observance-mismatch",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: MECHANICAL,
    examples: &[
        ("fr", "Il a défilé jeudi 2 mai 2024, pour la ⟨fête du Travail⟩."),
        ("fr", "Il a défilé mercredi 1er mai 2024, pour la fête du Travail."),
        ("fr", "La rue du 14-Juillet est fermée lundi 15 juillet 2024."),
        ("en", "They marched on Tuesday, December 9, 2025, ⟨Human Rights Day⟩."),
        ("en", "They marched on Wednesday, December 10, 2025, Human Rights Day."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for named in reading.dates.iter().filter(|d| d.kind == DateKind::Observance && is_the_day(reading, d)) {
        let beside = reading.dates_in(reading.text.sentence_of(named.first)).filter(|d| d.first != named.first);
        let dated = beside.filter(|d| d.kind != DateKind::Observance && (d.weekday.is_some() || d.day.is_some()));
        // The nearest, and what tells the same day by its weekday: “vendredi, jour de la fête nationale du 14 juillet”.
        let mut others: Vec<&DateMention> = dated.filter(|d| joined(reading, named, d)).collect();
        crate::order::by_key(&mut others, |d| (d.first.abs_diff(named.first), 0));
        let nearest = others.first().copied();
        let beside =
            others.iter().skip(1).copied().filter(|d| d.day.is_none() && nearest.is_some_and(|n| n.weekday.is_none()));
        let mut verdict = None;
        for other in nearest.into_iter().chain(beside) {
            match compare(reading, named, other) {
                Some((finding, true)) => verdict = verdict.or(Some((finding, true))),
                Some(wrong) => verdict = Some(wrong),
                None => {}
            }
        }
        match verdict {
            Some((finding, true)) => out.agreed.push(finding),
            Some((finding, false)) => out.flags.push(finding),
            None => {}
        }
    }
}

/// Whether the date beside a named day can be its date; `None` where nobody can tell.
fn compare(reading: &Reading, named: &DateMention, other: &DateMention) -> Option<(Finding, bool)> {
    let year = other.year.or(other.from.filter(|_| other.day.is_some()).map(|day| day.year()));
    let local = reading.text.is(named.end - 1, class::LOCAL_FEAST);
    let told = || told_day(reading, named, other);
    if local && other.day.is_none() {
        let (day, _) = told()?;
        return compare_with(reading, named, other, (day, day), NEAR);
    }
    let yearless =
        || every_year(reading, named).filter(|_| year.is_none() && other.day.is_some() && other.month.is_some());
    let days = local.then(told).flatten().or_else(|| reading.day_of(named, year)).or_else(told);
    let near = if local { BESIDE } else { NEAR };
    match days {
        Some(days) => compare_with(reading, named, other, days, near),
        None => yearless().and_then(|day| compare_yearless(reading, named, other, day, near)),
    }
}

/// The day of a feast that has the same one each year, in a year that stands for all.
fn every_year(reading: &Reading, named: &DateMention) -> Option<Date> {
    let in_year = |year| reading.day_of(named, Some(year)).map(|(day, _)| day);
    let (one, other) = (in_year(LEAP)?, in_year(LEAP + 1)?);
    ((one.month(), one.day()) == (other.month(), other.day())).then_some(one)
}

/// “8 March” against “9 March, International Women's Day”, where nothing tells the year.
fn compare_yearless(
    reading: &Reading,
    named: &DateMention,
    other: &DateMention,
    day: Date,
    near: i32,
) -> Option<(Finding, bool)> {
    let written = calendar(LEAP, other.month?, other.day?)?;
    let near = (written.to_julian_day() - day.to_julian_day()).abs() <= near;
    let date = iso(day).split_once('-').map_or(String::new(), |(_, rest)| rest.to_owned());
    let finding = Finding::on(reading, named.first, named.end).slot("date", date).related([other.span]);
    near.then_some((finding, written == day))
}

fn compare_with(
    reading: &Reading,
    named: &DateMention,
    other: &DateMention,
    (day, eastern): (Date, Date),
    near: i32,
) -> Option<(Finding, bool)> {
    // A weekday that its own date cannot have has a check of its own.
    let own = other.year.zip(other.month).zip(other.day).and_then(|((y, m), d)| calendar(y, m, d));
    if own.zip(other.weekday).is_some_and(|(day, weekday)| weekday_of(day) != weekday) {
        return None;
    }
    let is = |date: Date| {
        let written =
            other.day.is_none_or(|d| d == date.day()) && other.month.is_none_or(|m| m == u8::from(date.month()));
        written && other.weekday.is_none_or(|w| w == weekday_of(date))
    };
    let far = |date: Date| other.from.is_some_and(|o| (o.to_julian_day() - date.to_julian_day()).abs() > near);
    let finding = Finding::on(reading, named.first, named.end).slot("date", reading.dated(day)).related([other.span]);
    let fits = is(day);
    (fits || !is(eastern) && !far(day)).then_some((finding, fits))
}

/// “la fête nationale du 14 juillet”, “Independence Day on July 4”: a feast whose day the text gives.
fn told_day(reading: &Reading, named: &DateMention, other: &DateMention) -> Option<(Date, Date)> {
    let dates = reading.dates_in(reading.text.sentence_of(named.first));
    let mut behind = dates.filter(|d| d.first >= named.end && d.first <= named.end + 2 && d.first != other.first);
    let day = behind.find(|d| d.day.is_some() && d.month.is_some())?.from?;
    Some((day, day))
}

/// “à Noël”, “Easter Monday”, but not “avant Noël”, “les vacances de Noël”, “Christmas shopping”.
fn is_the_day(reading: &Reading, named: &DateMention) -> bool {
    let text = &reading.text;
    let near = (named.first.saturating_sub(3)..named.first).filter(|k| !text.is_pause(*k) || *k + 1 == named.first);
    let apart = near.into_iter().any(|k| text.is(k, class::BEFORE.or(class::AFTER).or(class::SPAN_OF)));
    let bare = text.lang.romance
        && text.is(named.first.wrapping_sub(1), class::OF)
        && !text.is(named.first - 1, class::DEF)
        && !text.fold(named.first).contains(' ');
    // “Christmas market”: the feast only says which.
    let modifies = !text.lang.romance
        && text.is(named.end, class::NOUN.or(class::SPAN_OF))
        && (!text.is(named.end, class::CEREMONY) || !text.fold(named.first).contains(' '));
    !apart && !bare && !modifies
}

/// Whether nothing between the two tells them apart: a count of days, a move to another day, another clause.
fn joined(reading: &Reading, named: &DateMention, other: &DateMention) -> bool {
    let text = &reading.text;
    let between = named.end.min(other.end)..named.first.max(other.first);
    let apart = class::BEFORE
        .or(class::AFTER)
        .or(class::SPAN_OF)
        .or(class::DEFER)
        .or(class::REL)
        .or(class::BUT)
        .or(class::CALENDAR_UNIT);
    let around = other.first.saturating_sub(3)..other.first;
    // “vendredi, jour de la fête nationale”, not “à trois jours de la fête”
    let day_of =
        |k: usize| text.is(k, class::CALENDAR_UNIT) && text.is(k + 1, class::OF) && text.is_pause(k.wrapping_sub(1));
    let within = between.len() < 14
        && !between.clone().any(|k| text.is(k, apart) && !day_of(k) || matches!(text.word(k), ";" | ":"));
    within
        && !around.into_iter().any(|k| text.is(k, class::BEFORE.or(class::AFTER)) && !between.contains(&k))
        && !reading.sentence_has(text.sentence_of(named.first), class::DEFER)
}

//! Days with their month, and spans of them: `mardi 3 juillet 2012`, `July 3, 2012`, `du 3 au 9 mai`.

use super::calendar::{self, calendar};
use super::{Around, DateKind, DateMention, digits, joins, mention, month, small, turned, year_value};
use crate::lang::class;
use crate::text::{Kind, Text};
use time::Date;

/// `du 3 au 9 mai`, `entre le 3 et le 9 mai`, `3-9 mai`, `May 3 to 9`.
pub fn range(text: &Text, i: usize, around: Around) -> Option<DateMention> {
    let mut at = i;
    if text.is(at, class::BETWEEN.or(class::PREP)) && !text.is(at, class::MONTH) || text.is(at, class::OF) {
        at += 1;
    }
    if text.is(at, class::DEF) {
        at += 1;
    }
    let start = at;
    // English: the month comes first.
    let leading = month(text, at);
    if leading.is_some() {
        at += 1;
    }
    let (a, mut next) = number(text, at)?;
    let a_month = month(text, next);
    if a_month.is_some() {
        next += 1;
    }
    if !joins(text, next) {
        return None;
    }
    next += 1;
    if text.is(next, class::DEF) {
        next += 1;
    }
    let inner = month(text, next).filter(|_| leading.is_some());
    if inner.is_some() {
        next += 1;
    }
    let (b, mut end) = number(text, next)?;
    let m = match leading {
        Some(m) => inner.unwrap_or(m),
        None => {
            end += 1;
            month(text, end - 1)?
        }
    };
    let year = trailing_year(text, &mut end);
    let around = turned(text, around, i, &mut end);
    let first_month = a_month.or(leading).unwrap_or(m);
    let mut date = mention(text, start, end, DateKind::Day);
    (date.month, date.day, date.year) = (Some(m), Some(b), year);
    let wraps = first_month > m;
    // Without a year, 29 February may exist.
    let check = year.unwrap_or(2024);
    date.impossible =
        calendar(check, m, b).is_none() || calendar(check, first_month, a).is_none() || (first_month == m && b < a);
    date.to = around.pick(year, &|y| calendar(y, m, b));
    date.from = date.to.and_then(|to| calendar(to.year() - i32::from(wraps), first_month, a));
    Some(date)
}

fn trailing_year(text: &Text, end: &mut usize) -> Option<i32> {
    let comma = text.sign(*end, ",") as usize;
    let year = year_value(text, *end + comma)?;
    // “le 3 juillet, 2000 personnes” is no year.
    if comma == 1 && text.lang.romance {
        return None;
    }
    *end += comma + 1;
    Some(year)
}

/// `mardi 3 juillet 2012`, `le 25 octobre`, `Tuesday, July 3, 2012`, `3rd of July`, `mardi 3`; with `borrow` a day
/// takes its month from a day that is joined to it.
pub fn day(text: &Text, i: usize, around: Around, borrow: bool) -> Option<DateMention> {
    let month_first = around.month_first;
    let mut at = i;
    let weekday = text.is(at, class::WEEKDAY).then(|| text.value(at)).flatten().map(|v| v as u8);
    if weekday.is_some() {
        at += 1;
        // “Wed., Jan. 1”: an abbreviation keeps its full stop.
        while matches!(text.word(at), "," | ".") || text.is(at, class::DEF) && !text.is(at, class::OF) {
            at += 1;
        }
        // “dimanche 2/11/2024”
        if let Some(mut date) = digits::numeric(text, at, month_first) {
            (date.weekday, date.first, date.span) = (weekday, i, text.span(i, date.end));
            return Some(date);
        }
    }
    // “l'article 31 de septembre”
    if i > 0 && text.is(i - 1, class::NUMBERED) && weekday.is_none() && text.kind(at) == Some(Kind::Number) {
        return None;
    }
    let (d, m, mut end) = if let Some(m) = month(text, at) {
        // “nov . 15”: a full stop that stands apart.
        let (d, end) = number(text, at + 1 + usize::from(text.is(at, class::ABBREVIATION) && text.sign(at + 1, ".")))?;
        (d, Some(m), end)
    } else {
        let (d, next) = number(text, at)?;
        let named = next + usize::from(text.is(next, class::OF));
        match month(text, named) {
            Some(m) => (d, Some(m), named + 1),
            None => (d, None, next),
        }
    };
    let mut year = trailing_year(text, &mut end).filter(|_| m.is_some());
    let around = turned(text, around, i, &mut end);
    let mut month = m;
    if m.is_none() {
        weekday.filter(|_| (1..=31).contains(&d))?;
        let behind = end + 1 + usize::from(text.is(end + 1, class::DEF));
        let other = if borrow && joins(text, end) { day(text, behind, around, false) } else { None };
        (month, year) = other.map_or((None, None), |other| (other.month, other.year));
        // “mardi 3 soldats”, but “le mardi 3 a vu”
        let alone = text.is(i.wrapping_sub(1), class::DEF)
            || text.is_pause(end)
            || text.kind(end) != Some(Kind::Word)
            || text.is(end, class::PREP.or(class::TO).or(class::AND).or(class::OF).or(class::CLOCK));
        if !alone || text.kind(end) == Some(Kind::Number) {
            return None;
        }
    }
    let kind = if month.is_some() { DateKind::Day } else { DateKind::Relative };
    let mut date = mention(text, i, end, kind);
    (date.weekday, date.day, date.month, date.year) = (weekday, Some(d), month, year);
    let agrees = |date: &Date| weekday.is_none_or(|w| w == calendar::weekday_of(*date));
    date.from = match month {
        Some(m) => {
            // Without a year, 29 February may exist.
            date.impossible = calendar(year.unwrap_or(2024), m, d).is_none();
            let fitting = around.pick(year, &|y| calendar(y, m, d).filter(agrees));
            fitting.or_else(|| around.pick(year, &|y| calendar(y, m, d)))
        }
        None => around.published.and_then(|(published, _)| {
            let near = |steps| calendar::unit(published, 30.0, steps).map(|(first, _)| first);
            let days = [0, -1, 1].into_iter().filter_map(near);
            days.filter_map(|first| calendar(first.year(), first.month().into(), d)).find(agrees)
        }),
    };
    date.to = date.from;
    Some(date)
}

/// A day of the month: `25`, `1er`, `3rd`.
fn number(text: &Text, i: usize) -> Option<(u8, usize)> {
    // “Mai 68”
    let value = small(text, i).filter(|value| *value < 40)?;
    let close = text.glued(i + 1) || month(text, i + 2).is_some();
    Some((value, i + 1 + usize::from(close && text.is(i + 1, class::ORDINAL_SUFFIX))))
}

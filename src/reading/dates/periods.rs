//! Periods by their distance from publication: “last week”, “il y a trois mois”, “l'été dernier”; quarters of a year.

use super::calendar;
use super::{Around, DateKind, DateMention, mention, turn, year_value};
use crate::lang::class;
use crate::reading::figures::numbers::number;
use crate::text::Text;
use time::Date;

/// The periods of `text` that none of its `dates` covers.
pub fn find(text: &Text, around: Around, dates: &[DateMention]) -> Vec<DateMention> {
    let mut periods = Vec::new();
    let mut taken = dates.iter().peekable();
    let mut i = 0;
    let mut ago = 0;
    while i < text.tokens.len() {
        // The next word that tells a distance: far from it no number is looked for.
        while ago < text.tokens.len() && (ago < i || !text.is(ago, class::AGO)) {
            ago += 1;
        }
        while taken.peek().is_some_and(|date| date.end <= i) {
            taken.next();
        }
        let next = taken.peek().map_or(usize::MAX, |date| date.first);
        match period(text, i, around, ago < i + REACH).filter(|period| period.end <= next) {
            Some(period) => {
                i = period.end;
                periods.push(period);
            }
            None => i += 1,
        }
    }
    periods
}

/// Tokens between a count and the word that makes it a distance.
const REACH: usize = 12;

fn period(text: &Text, i: usize, around: Around, told: bool) -> Option<DateMention> {
    let near = || {
        let (size, turn, end) = beside(text, i)?;
        let mut date = steps(text, (i, end), around, size, turn);
        if text.is(i, class::PAST_YEAR) {
            date.kind = DateKind::Year;
        }
        Some(date)
    };
    told.then(|| distance(text, i, around)).flatten().or_else(near)
}

/// The size in days of the unit at token `i`.
#[inline(never)]
fn unit(text: &Text, i: usize) -> Option<f64> {
    text.is(i, class::CALENDAR_UNIT).then(|| text.value(i)).flatten()
}

/// A unit of `size` days, `steps` of them from the one of publication.
#[inline(never)]
fn steps(text: &Text, (first, end): (usize, usize), around: Around, size: f64, steps: i32) -> DateMention {
    let mut date = mention(text, first, end, DateKind::Relative);
    // On a Monday “this weekend” may be the one before or the one to come.
    if size == 2.0 && steps == 0 && around.day().is_some_and(|day| calendar::weekday_of(day) < 4) {
        return date;
    }
    let day = if size < 30.0 { around.day() } else { around.published.map(|(day, _)| day) };
    (date.from, date.to) = day.and_then(|day| calendar::unit(day, size, steps)).unzip();
    date
}

/// `il y a trois jours`, `two years ago`.
fn distance(text: &Text, i: usize, around: Around) -> Option<DateMention> {
    let opened = text.is(i, class::AGO) && text.is(i + 1, class::HAVE);
    let at = if opened { i + 2 } else { i };
    let (count, behind) = match number(text, at).filter(|n| n.first == at && n.low == n.high && n.end > at) {
        Some(number) => (number.low?, number.end),
        None if text.is(at, class::INDEF) => (1.0, at + 1),
        None => return None,
    };
    let unit = unit(text, behind)?;
    let end = behind + 1;
    // “years ago” is one phrase of the lists.
    let closed = text.is(end, class::AGO) || text.is(behind, class::AGO);
    if opened == closed {
        return None;
    }
    let end = end + usize::from(text.is(end, class::AGO));
    let first = i - usize::from(opened && text.is(i.wrapping_sub(1), class::PRON));
    let back = Some(count).filter(|count| count.fract() == 0.0 && *count < 10_000.0)? as i32;
    let mut date = steps(text, (first, end), around, unit, -back);
    if unit >= 365.0 {
        date.kind = DateKind::Year;
    }
    Some(date)
}

/// `premier trimestre 2019`, `the second half of 2019`, `l'été 2019`, `last summer`.
pub fn part_of_year(text: &Text, i: usize, around: Around) -> Option<DateMention> {
    let lead = around.turn;
    let at = i + usize::from(lead.is_some());
    let nth = if text.is(at, class::ORDINAL) { text.value(at) } else { None };
    let (start, count) = match nth {
        Some(nth) => {
            let size = unit(text, at + 1).filter(|size| *size > 30.0 && *size < 365.0);
            let share = text.value(at + 1).filter(|v| text.is(at + 1, class::FRACTION) && (*v == 2.0 || *v == 4.0));
            let count = size.map(|size| size as i32 / 30).or(share.map(|v| 12 / v as i32))?;
            ((nth as i32 - 1).checked_mul(count).filter(|start| (0..12).contains(start))? + 1, count)
        }
        // A season of the year, by its first month; “a été 2000 fois” has none.
        None => {
            let been = text.is(at.wrapping_sub(1), class::HAVE.or(class::NEG));
            let first = text.value(at).filter(|v| text.is(at, class::SEASON) && !been && *v >= 100.0)?;
            (first as i32 / 100, 3)
        }
    };
    let mut end = at + 1 + usize::from(nth.is_some());
    let of = usize::from(text.is(end, class::OF));
    let year = year_value(text, end + of);
    let turned = lead.or(turn(text, end).filter(|turn| *turn != 0));
    match (year, turned) {
        (Some(_), _) => end += of + 1,
        (None, Some(_)) if nth.is_none() => end += usize::from(lead.is_none()),
        _ => return None,
    }
    let mut date = mention(text, i, end, DateKind::Month);
    date.year = year;
    let span = |year: i32| calendar::months(year, start, count);
    let near = || {
        let published = around.published?.0;
        let edge = |y| span(y).map(|(first, last)| if turned == Some(-1) { last } else { first });
        if turned == Some(0) {
            Some(published.year())
        } else {
            calendar::nearest(published, turned, false, &edge).map(Date::year)
        }
    };
    (date.from, date.to) = year.or_else(near).and_then(span).unzip();
    Some(date)
}

/// Size, distance and end of `la semaine dernière`, `le mois prochain`, `cette année`, `last week`, `l'an dernier`.
#[inline(never)]
pub fn beside(text: &Text, i: usize) -> Option<(f64, i32, usize)> {
    let before = i.wrapping_sub(1);
    if text.is(i, class::PAST_YEAR) {
        let back = text.value(i).filter(|back| *back < 0.0 && !text.is(before, class::DEF))?;
        return Some((365.0, back as i32, i + 1));
    }
    let romance = text.lang.romance;
    let (size, turn, end) = match turn(text, i) {
        // “over the last year”, “the last week of May”
        Some(turn) if !romance || turn == 0 => {
            let free = !text.is(before, class::DEF.or(class::POSS)) && !text.is(i + 2, class::OF);
            (unit(text, i + 1).filter(|_| free)?, turn, i + 2)
        }
        Some(_) => return None,
        None => {
            let turn = turn(text, i + 1).filter(|turn| romance && *turn != 0 && text.is(before, class::DEF))?;
            (unit(text, i)?, turn, i + 2)
        }
    };
    // “ce soir-là”, “to this day”, “next morning”
    let told = text.fold(end).starts_with('-') || size == 1.0 && (text.is(end - 1, class::AGE) || turn == 1);
    (!told).then_some((size, turn, end))
}

//! Months, years and decades without a day.

use super::calendar::{self, calendar};
use super::{Around, DateKind, DateMention, joins, mention, month, small, turned, year_value};
use crate::lang::class;
use crate::text::{Kind, Text};
use time::Date;

/// `juillet 2012`, `fin juillet`, `early 2024`, `mid-July`, `end of May`.
pub fn month_year(text: &Text, i: usize, around: Around) -> Option<DateMention> {
    // “été” is a season of its own, “end” a verb as well.
    let third = if text.is(i, class::SEASON) { Some(text.value(i).unwrap_or(0.0) as u32) } else { None };
    let whole = third.is_some() && text.is(i, class::MONTH);
    let third = if whole { Some(2) } else { third.filter(|third| *third < 4).map(|third| third as u8) };
    let season = third.is_some();
    let mut at = i + usize::from(season && !whole);
    if season && !whole {
        if text.is(i, class::NOUN) && !text.lang.romance && !text.is(at, class::OF) {
            return None;
        }
        at += usize::from(text.sign(at, "-") || text.is(at, class::OF));
        // “début du mois de mai”
        at += if text.is(at, class::CALENDAR_UNIT) && text.is(at + 1, class::OF) { 2 } else { 0 };
    }
    let third = third.unwrap_or(0);
    let Some(m) = month(text, at) else {
        let year = year_value(text, at).filter(|_| third > 0)?;
        let mut date = mention(text, i, at + 1, DateKind::Year);
        date.year = Some(year);
        (date.from, date.to) = calendar::months(year, 4 * i32::from(third) - 3, 4).unzip();
        return Some(date);
    };
    let mut end = at + 1;
    let counts = if text.lang.romance { class::PERSON.or(class::DEAD) } else { class::PERSON };
    let of = usize::from(text.is(end, class::OF));
    let mut year = year_value(text, end + of).filter(|_| !text.is(end + of + 1, counts));
    let before = i.wrapping_sub(1);
    // “In May”, “between May and July”, but not “Theresa May”; “en mars”, but not “sur Mars” or
    // “le 11-septembre”.
    let bare = if text.lang.romance {
        !text.capital(at) && !text.sign(before, "-")
    } else {
        text.is(before, class::PREP.or(class::OF).or(class::TO)) && !text.is(end, class::GENITIVE)
            || text.is(before, class::AND) && text.is(before.wrapping_sub(1), class::MONTH)
    };
    if year.is_some() {
        end += of + 1;
    } else if !season && around.turn.is_none() && !bare {
        return None;
    }
    let around = turned(text, around, i, &mut end);
    let mut date = mention(text, i, end, DateKind::Month);
    if year.is_none() && joins(text, end) && month(text, end + 1).is_some_and(|last| last > m) {
        year = year_value(text, end + 2);
    }
    (date.month, date.year) = (Some(m), year);
    // With “last” and “next” the whole month lies on that side of publication.
    let edge = |y: i32| {
        let (first, last) = calendar::months(y, i32::from(m), 1)?;
        match around.turn {
            Some(-1) => Some(last),
            Some(1) => Some(first),
            _ => calendar(y, m, 15),
        }
    };
    if let Some(y) = around.pick(year, &edge).map(Date::year) {
        // “début”, “mi-”, “fin”: a third of the month each.
        let (first, last) = calendar::months(y, i32::from(m), 1).unzip();
        date.from = if third > 1 { calendar(y, m, third * 10 - 9) } else { first };
        date.to = if third == 1 || third == 2 { calendar(y, m, third * 10) } else { last };
    }
    Some(date)
}

/// A year alone: `en 2019`, `depuis 2022`, `the 1990s`, `les années 90`.
pub fn year(text: &Text, i: usize) -> Option<DateMention> {
    if let Some(decade) = decade(text, i) {
        return Some(decade);
    }
    let value = year_value(text, i)?;
    let before = i.checked_sub(1);
    let introduced = before.is_some_and(|b| {
        text.is(
            b,
            class::PREP
                .or(class::OF)
                .or(class::TO)
                .or(class::DEF)
                .or(class::SEASON)
                .or(class::BETWEEN)
                .or(class::AND)
                .or(class::INDEF),
        ) || matches!(text.word(b), "(" | "," | "/" | "-" | "–")
            || text.is(b, class::WEEKDAY.or(class::MONTH))
    });
    let counts = text.is(
        i + 1,
        class::PERSON
            .or(class::DEAD)
            .or(class::WOUNDED)
            .or(class::COMBATANT)
            .or(class::MONEY)
            .or(class::DISTANCE)
            .or(class::DURATION)
            .or(class::CLOCK)
            .or(class::CROWD)
            .or(class::DISPLACED)
            .or(class::PERCENT)
            .or(class::SCALE),
    );
    // “contraint en 2004 de partir” has a year, “1998 de ces lots” a count.
    let counts = counts
        || text.is(i + 1, class::OF)
            && !before.is_some_and(|b| text.is(b, class::PREP.or(class::NUMBERED).or(class::DURATION)));
    let plausible = (1800..=2100).contains(&value)
        && !counts
        && (introduced || text.is_pause(i + 1) || text.token(i + 1).is_none() || text.kind(i + 1) == Some(Kind::Mark));
    let modern = (1900..=2060).contains(&value) && !counts && !text.is(i + 1, class::NOUN);
    if !(plausible || modern) {
        return None;
    }
    let mut date = mention(text, i, i + 1, DateKind::Year);
    date.year = Some(value);
    (date.from, date.to) = calendar::months(value, 1, 12).unzip();
    Some(date)
}

/// `les années 1990`, `les années 90`, `the 1990s`, `the 90s`. Of two digits only what lies in the last century is clear.
pub fn decade(text: &Text, i: usize) -> Option<DateMention> {
    let opened = text.is(i, class::DECADE);
    let at = i + usize::from(opened);
    let suffix = text.glued(at + 1) && text.is(at + 1, class::DECADE);
    let named = || text.is(i.wrapping_sub(1), class::DEF.or(class::SEASON));
    let (value, clear) = match (year_value(text, at), small(text, at)) {
        (Some(value), _) => (value, true),
        (None, Some(short)) if opened || named() => (1900 + i32::from(short), short >= 30),
        _ => return None,
    };
    if !opened && !suffix || value % 10 != 0 {
        return None;
    }
    let mut date = mention(text, i, at + 1 + usize::from(suffix), DateKind::Year);
    if clear {
        date.year = Some(value);
        (date.from, date.to) = calendar::months(value, 1, 120).unzip();
    }
    Some(date)
}

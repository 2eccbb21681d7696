//! Dates: days, ranges, months, years, weekdays and named days.

use super::digits;
use crate::lang::class;
use crate::text::{Kind, Span, Text};
use time::{Date, Month};

/// A date in the text, tokens `first..end`.
#[derive(Clone, Debug)]
pub struct DateMention {
    pub first: usize,
    pub end: usize,
    pub span: Span,
    /// First and last day meant; `None` where the publication date would be needed.
    pub from: Option<Date>,
    pub to: Option<Date>,
    /// 1 for Monday to 7 for Sunday, where the text names the weekday.
    pub weekday: Option<u8>,
    pub year: Option<i32>,
    pub day: Option<u8>,
    pub month: Option<u8>,
    /// Whether no calendar has the day, or the end lies before the start.
    pub impossible: bool,
    pub kind: DateKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateKind {
    /// Day and month, perhaps with weekday and year.
    Day,
    Month,
    Year,
    /// A weekday, “yesterday”, “last week”: means nothing without the publication date.
    Relative,
    /// A named day such as 8 March.
    Observance,
    /// A clock time.
    Clock,
}

/// All dates of `text`, in order, without overlaps.
pub fn find(text: &Text, published: Option<(Date, Date)>) -> Vec<DateMention> {
    let mut dates: Vec<DateMention> = Vec::new();
    let mut i = 0;
    while i < text.tokens.len() {
        match date_at(text, i, published) {
            Some(date) => {
                i = date.end.max(i + 1);
                dates.push(date);
            }
            None => i += 1,
        }
    }
    dates
}

fn date_at(text: &Text, i: usize, published: Option<(Date, Date)>) -> Option<DateMention> {
    if text.kind(i) == Some(Kind::Sign) || text.kind(i) == Some(Kind::Mark) {
        return None;
    }
    digits::clock(text, i)
        .or_else(|| digits::numeric(text, i))
        .or_else(|| day_range(text, i, published))
        .or_else(|| weekday_date(text, i, published))
        .or_else(|| observance(text, i, published))
        .or_else(|| month_year(text, i, published))
        .or_else(|| year(text, i))
        .or_else(|| relative(text, i, published))
}

pub fn mention(text: &Text, first: usize, end: usize, kind: DateKind) -> DateMention {
    DateMention {
        first,
        end,
        span: text.span(first, end),
        from: None,
        to: None,
        weekday: None,
        year: None,
        day: None,
        month: None,
        impossible: false,
        kind,
    }
}

pub fn calendar(year: i32, month: u8, day: u8) -> Option<Date> {
    Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()
}

/// A whole number below 100, in digits.
pub fn small(text: &Text, i: usize) -> Option<u8> {
    (text.kind(i)? == Kind::Number && text.word(i).len() <= 2).then(|| text.word(i).parse().ok())?
}

/// A day of the month: `25`, `1er`, `3rd`.
fn day(text: &Text, i: usize) -> Option<(u8, usize)> {
    let value = small(text, i)?;
    let end = if text.glued(i + 1) && text.is(i + 1, class::ORDINAL_SUFFIX) { i + 2 } else { i + 1 };
    Some((value, end))
}

fn month(text: &Text, i: usize) -> Option<u8> {
    // “may” and “mars” are months only with a capital in English.
    let written = text.lang.decimal_comma || text.capital(i) || text.is(i, class::ABBREVIATION);
    let is = text.is(i, class::MONTH) && written;
    if !is {
        return None;
    }
    text.value(i).map(|v| v as u8)
}

/// A year that stands where a year may stand: four digits without separators.
fn year_value(text: &Text, i: usize) -> Option<i32> {
    (text.kind(i)? == Kind::Number && text.word(i).len() == 4)
        .then(|| text.word(i).parse::<i32>().ok())
        .flatten()
        .filter(|y| (1000..=2100).contains(y))
}

/// `du 3 au 9 mai`, `entre le 3 et le 9 mai`, `3-9 mai`, `May 3 to 9`.
fn day_range(text: &Text, i: usize, published: Option<(Date, Date)>) -> Option<DateMention> {
    let first = i;
    let mut at = i;
    if text.is(at, class::BETWEEN.or(class::PREP)) && !text.is(at, class::MONTH) || text.is(at, class::OF) {
        at += 1;
    }
    if text.is(at, class::DEF) {
        at += 1;
    }
    // English: the month comes first.
    let leading = month(text, at);
    if leading.is_some() {
        at += 1;
    }
    let (a, mut next) = day(text, at)?;
    let a_month = month(text, next);
    if a_month.is_some() {
        next += 1;
    }
    let joins = text.is(next, class::TO.or(class::AND)) || matches!(text.word(next), "-" | "–" | "—");
    if !joins {
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
    let (b, mut end) = day(text, next)?;
    let m = match leading {
        Some(m) => inner.unwrap_or(m),
        None => {
            end += 1;
            month(text, end - 1)?
        }
    };
    let year = trailing_year(text, &mut end);
    let first_month = a_month.or(leading).unwrap_or(m);
    let start = if first == i && (text.is(i, class::BETWEEN)) {
        first
    } else if text.is(i, class::PREP.or(class::OF)) {
        i + 1
    } else {
        i
    };
    let mut date = mention(text, start, end, DateKind::Day);
    date.month = Some(m);
    date.day = Some(b);
    date.year = year;
    let base = year.or_else(|| published.map(|(p, _)| p.year()));
    let wraps = first_month > m;
    // Without a year, 29 February may exist.
    let check = base.unwrap_or(2024);
    date.impossible =
        calendar(check, m, b).is_none() || calendar(check, first_month, a).is_none() || (first_month == m && b < a);
    if let Some(y) = base {
        date.from = calendar(if wraps { y - 1 } else { y }, first_month, a);
        date.to = calendar(y, m, b);
    }
    Some(date)
}

fn trailing_year(text: &Text, end: &mut usize) -> Option<i32> {
    let comma = text.sign(*end, ",") as usize;
    let year = year_value(text, *end + comma)?;
    // “le 3 juillet, 2000 personnes” is no year.
    if comma == 1 && text.lang.decimal_comma {
        return None;
    }
    *end += comma + 1;
    Some(year)
}

/// `mardi 3 juillet 2012`, `le 25 octobre`, `Tuesday, July 3, 2012`, `3rd of July`.
fn weekday_date(text: &Text, i: usize, published: Option<(Date, Date)>) -> Option<DateMention> {
    let mut at = i;
    let weekday = text.is(at, class::WEEKDAY).then(|| text.value(at)).flatten().map(|v| v as u8);
    if weekday.is_some() {
        at += 1;
        while text.sign(at, ",") || (text.is(at, class::DEF) && text.lang.decimal_comma) {
            at += 1;
        }
    }
    let (d, m, mut end) = if let Some(m) = month(text, at) {
        // “nov . 15”: a full stop that stands apart.
        let (d, end) = day(text, at + 1 + usize::from(text.is(at, class::ABBREVIATION) && text.sign(at + 1, ".")))?;
        (d, m, end)
    } else {
        let (d, next) = day(text, at)?;
        let next = if text.is(next, class::OF) { next + 1 } else { next };
        (d, month(text, next)?, next + 1)
    };
    let year = trailing_year(text, &mut end);
    let mut date = mention(text, i, end, DateKind::Day);
    (date.weekday, date.day, date.month, date.year) = (weekday, Some(d), Some(m), year);
    let base = year.or_else(|| published.map(|(p, _)| p.year()));
    let leap_unknown = year.is_none();
    date.impossible = calendar(if leap_unknown { 2024 } else { year.unwrap_or(2024) }, m, d).is_none();
    let found = base.and_then(|y| calendar(y, m, d));
    (date.from, date.to) = (found, found);
    Some(date)
}

/// “pour la fête du Travail”: fixed by the lists, the year by the publication.
fn observance(text: &Text, i: usize, published: Option<(Date, Date)>) -> Option<DateMention> {
    if !text.is(i, class::OBSERVANCE) {
        return None;
    }
    let mut date = mention(text, i, i + 1, DateKind::Observance);
    if let Some(value) = text.value(i) {
        let value = value as u32;
        let (m, d) = ((value / 100) as u8, (value % 100) as u8);
        (date.month, date.day) = (Some(m), Some(d));
        let mut end = i + 1;
        date.year = year_value(text, end);
        if date.year.is_some() {
            end += 1;
        }
        (date.end, date.span) = (end, text.span(i, end));
        let found = date.year.or_else(|| published.map(|(p, _)| p.year())).and_then(|y| calendar(y, m, d));
        (date.from, date.to) = (found, found);
    }
    Some(date)
}

/// `juillet 2012`, `fin juillet`, `early 2024`, `mid-July`.
fn month_year(text: &Text, i: usize, published: Option<(Date, Date)>) -> Option<DateMention> {
    let season = text.is(i, class::SEASON);
    let at = if season { if text.sign(i + 1, "-") { i + 2 } else { i + 1 } } else { i };
    let m = month(text, at)?;
    let mut end = at + 1;
    let counts = if text.lang.decimal_comma { class::PERSON.or(class::DEAD) } else { class::PERSON };
    let year = year_value(text, end).filter(|_| !text.is(end + 1, counts));
    if year.is_some() {
        end += 1;
    }
    if year.is_none()
        && !season
        && !text.lang.decimal_comma
        && !(i > 0 && text.is(i - 1, class::PREP.or(class::OF).or(class::TO)))
    {
        return None;
    }
    let mut date = mention(text, i, end, DateKind::Month);
    (date.month, date.year) = (Some(m), year);
    if let Some(y) = year.or_else(|| published.map(|(p, _)| p.year())) {
        // “début”, “mi-”, “fin”: a third of the month each.
        let third = if season { text.value(i).unwrap_or(0.0) as u8 } else { 0 };
        date.from = calendar(y, m, if third > 1 { third * 10 - 9 } else { 1 });
        date.to = if third == 1 || third == 2 { calendar(y, m, third * 10) } else { None }
            .or_else(|| Month::try_from(m).ok().and_then(|month| calendar(y, m, month.length(y))));
    }
    Some(date)
}

/// A year alone: `en 2019`, `depuis 2022`, `the 1990s`.
fn year(text: &Text, i: usize) -> Option<DateMention> {
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
            .or(class::CROWD)
            .or(class::DISPLACED)
            .or(class::PERCENT)
            .or(class::CLOCK)
            .or(class::SCALE),
    );
    // “contraint en 2004 de partir” has a year, “1998 de ces lots” a count.
    let counts = counts
        || text.is(i + 1, class::OF)
            && !before.is_some_and(|b| text.is(b, class::PREP.or(class::NUMBERED).or(class::DURATION)));
    let decade = text.glued(i + 1) && text.fold(i + 1) == "s";
    let plausible = (1800..=2100).contains(&value)
        && !counts
        && (introduced || text.is_pause(i + 1) || text.token(i + 1).is_none() || text.kind(i + 1) == Some(Kind::Mark));
    let modern = (1900..=2060).contains(&value) && !counts && !text.is(i + 1, class::NOUN);
    if !(plausible || decade || modern) {
        return None;
    }
    let mut date = mention(text, i, i + 1 + usize::from(decade), DateKind::Year);
    date.year = Some(value);
    date.from = calendar(value, 1, 1);
    date.to = calendar(if decade { value + 9 } else { value }, 12, 31);
    Some(date)
}

/// A weekday or a day by its distance from publication, resolved where the publication day is known.
fn relative(text: &Text, i: usize, published: Option<(Date, Date)>) -> Option<DateMention> {
    if !text.is(i, class::WEEKDAY.or(class::RELATIVE_DAY)) {
        return None;
    }
    if text.is(i, class::WEEKDAY) && !text.lang.decimal_comma && !text.capital(i) {
        return None;
    }
    let mut date = mention(text, i, i + 1, DateKind::Relative);
    let value = text.value(i);
    let day = published.filter(|(a, b)| a == b).map(|(a, _)| a);
    if text.is(i, class::WEEKDAY) {
        let weekday = value? as u8;
        date.weekday = Some(weekday);
        date.from = day.and_then(|d| {
            let back = (7 + i32::from(d.weekday().number_from_monday()) - i32::from(weekday)) % 7;
            Date::from_julian_day(d.to_julian_day() - back).ok()
        });
    } else {
        date.from = day.zip(value).and_then(|(d, v)| Date::from_julian_day(d.to_julian_day() + v as i32).ok());
    }
    date.to = date.from;
    Some(date)
}

/// Weekday number of a date, 1 for Monday.
pub fn weekday_of(date: Date) -> u8 {
    date.weekday().number_from_monday()
}

/// The years that a day without a year may mean: the publication's and its neighbours.
pub fn likely_years(published: (Date, Date)) -> [i32; 3] {
    let y = published.0.year();
    [y, y - 1, y + 1]
}

/// A day as ISO 8601 writes it.
pub fn iso(date: Date) -> String {
    let two = |n: u8| if n < 10 { format!("0{n}") } else { n.to_string() };
    format!("{}-{}-{}", date.year(), two(u8::from(date.month())), two(date.day()))
}

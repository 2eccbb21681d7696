//! Dates: days, ranges, months, years, weekdays and named days.
//!
//! `digits` reads dates and times in figures, `days` days with their month, and ranges of them, `years` months and years,
//! `periods` weeks, quarters and the like, `names` what is called after a date; `calendar` computes. Weekdays and named days stand here.

pub mod calendar;
mod days;
mod digits;
mod names;
mod periods;
mod years;

use crate::lang::class;
use crate::order;
use crate::text::{Kind, Span, Text};
use calendar::{Days, calendar};
use time::Date;

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
    /// The name of a street or movement that is made of a date; dropped once the figures are read.
    Name,
}

/// What a date without its year, month or day is resolved by.
#[derive(Clone, Copy)]
pub struct Around {
    /// First and last day of publication.
    pub published: Option<Days>,
    /// −1, 0, 1 for “last”, “this”, “next” beside it.
    pub turn: Option<i32>,
    /// The year that the text gives: “of last year”.
    year: Option<i32>,
    /// Whether the clause tells what is to come.
    ahead: bool,
    /// Whether dates in digits write the month first, where the text shows it.
    month_first: Option<bool>,
}

impl Around {
    /// The day of publication, where it is known to the day.
    pub fn day(&self) -> Option<Date> {
        self.published.filter(|(first, last)| first == last).map(|(day, _)| day)
    }

    /// The day that is meant of those that `day` gives for each year: in the year of the text, else near publication.
    #[inline(never)]
    pub fn pick(&self, year: Option<i32>, day: &dyn Fn(i32) -> Option<Date>) -> Option<Date> {
        match year.or(self.year) {
            Some(year) => day(year),
            None => calendar::nearest(self.published?.0, self.turn, self.ahead, day),
        }
    }
}

/// All dates of `text`, in order, without overlaps.
pub fn find(text: &Text, published: Option<Days>) -> Vec<DateMention> {
    let mut dates: Vec<DateMention> = Vec::new();
    let month_first = digits::month_first(text);
    let mut i = 0;
    while i < text.tokens.len() {
        match date_at(text, i, published, month_first) {
            Some(date) => {
                i = date.end.max(i + 1);
                dates.push(date);
            }
            None => i += 1,
        }
    }
    dates
}

/// Adds what is dated by its distance from publication alone; a number in it is a figure as well.
pub fn add_periods(text: &Text, published: Option<Days>, dates: &mut Vec<DateMention>) {
    let periods =
        periods::find(text, Around { published, turn: None, year: None, ahead: false, month_first: None }, dates);
    dates.extend(periods);
    order::by_key(dates, |date| (date.first, date.end));
}

fn date_at(text: &Text, i: usize, published: Option<Days>, month_first: Option<bool>) -> Option<DateMention> {
    if text.kind(i) == Some(Kind::Sign) || text.kind(i) == Some(Kind::Mark) {
        return None;
    }
    // “ce mardi”, but “il est passé mardi”
    let turn = turn(text, i).filter(|turn| *turn == 0 || !text.lang.romance);
    let around = Around { published, turn, year: None, ahead: false, month_first };
    let alone = digits::clock(text, i)
        .or_else(|| digits::numeric(text, i, month_first))
        .or_else(|| periods::part_of_year(text, i, around))
        .or_else(|| names::named_after(text, i, around));
    if alone.is_some() {
        return alone;
    }
    let at = i + usize::from(turn.is_some());
    let mut date = days::range(text, at, around)
        .or_else(|| days::day(text, at, around, true))
        .or_else(|| observance(text, at, around))
        .or_else(|| years::month_year(text, at, around))
        .or_else(|| years::year(text, at))
        .or_else(|| relative(text, at, around))?;
    names::feast(text, &mut date);
    // “will last from 18 to 20 March”
    if turn.is_some() && date.first == at {
        // “the last Monday of May”
        if text.is(date.end, class::OF) && date.kind == DateKind::Relative {
            return None;
        }
        (date.first, date.span) = (i, text.span(i, date.end));
    }
    Some(date)
}

/// “last”, “this”, “next” at token `i`.
#[inline(never)]
pub fn turn(text: &Text, i: usize) -> Option<i32> {
    text.is(i, class::NEAREST).then(|| text.value(i)).flatten().map(|v| v as i32)
}

/// What stands behind the date of tokens `first..end`: “mai dernier” in French, “of last year”.
#[inline(never)]
pub fn turned(text: &Text, around: Around, first: usize, end: &mut usize) -> Around {
    let behind = turn(text, *end).filter(|turn| *turn != 0 && text.lang.romance);
    *end += usize::from(behind.is_some());
    let of = *end + usize::from(text.is(*end, class::OF));
    let published = around.published.map(|(day, _)| day);
    let year = periods::beside(text, of).filter(|(size, ..)| *size == 365.0);
    let year = year.zip(published).map(|((_, steps, _), day)| day.year() + steps);
    Around { turn: behind.or(around.turn), year, ahead: ahead(text, first), ..around }
}

#[inline(never)]
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

/// A whole number below 100, in digits.
#[inline(never)]
pub fn small(text: &Text, i: usize) -> Option<u8> {
    (text.kind(i)? == Kind::Number && text.word(i).len() <= 2).then(|| text.word(i).parse().ok())?
}

/// The month at token `i`.
#[inline(never)]
pub fn month(text: &Text, i: usize) -> Option<u8> {
    // “may” and “mars” are months only with a capital in English.
    let written = text.lang.romance || text.capital(i) || text.is(i, class::ABBREVIATION.or(class::SEASON));
    let is = text.is(i, class::MONTH) && written;
    if !is {
        return None;
    }
    text.value(i).map(|v| v as u8)
}

/// A year that stands where a year may stand: four digits without separators.
#[inline(never)]
pub fn year_value(text: &Text, i: usize) -> Option<i32> {
    (text.kind(i)? == Kind::Number && text.word(i).len() == 4)
        .then(|| text.word(i).parse::<i32>().ok())
        .flatten()
        .filter(|y| (1000..=2100).contains(y))
}

/// Whether token `i` joins two dates: `3-5 May`, `3 et 5 mai`, `from May to July`.
#[inline(never)]
pub fn joins(text: &Text, i: usize) -> bool {
    // “May 3 at 5 p.m.” joins no days.
    text.is(i, class::TO.or(class::AND).or(class::OR)) && !text.is(i, class::PREP)
        || matches!(text.word(i), "-" | "–" | "—")
}

/// “pour la fête du Travail”: fixed by the lists, the year by the publication.
fn observance(text: &Text, i: usize, around: Around) -> Option<DateMention> {
    // “un armistice”, “Easter Island”
    let dated = text.value(i).is_some();
    let named = !dated || text.fold(i).contains(' ') || text.capital(i) && !text.is_name(i + 1);
    if !text.is(i, class::OBSERVANCE) || !named {
        return None;
    }
    let Some(value) = text.value(i) else { return Some(mention(text, i, i + 1, DateKind::Observance)) };
    let mut end = i + 1;
    let year = year_value(text, end);
    end += usize::from(year.is_some());
    let around = turned(text, around, i, &mut end);
    let mut date = mention(text, i, end, DateKind::Observance);
    date.year = year;
    // What moves from year to year has no day by itself.
    if value as u32 % 100 <= 31 && value < 1300.0 {
        (date.month, date.day) = (Some((value as u32 / 100) as u8), Some((value as u32 % 100) as u8));
    }
    date.from = around.pick(year, &|y| calendar::named_day(value, y, false));
    date.to = date.from;
    Some(date)
}

/// A weekday or a day by its distance from publication, resolved where the publication day is known.
fn relative(text: &Text, i: usize, around: Around) -> Option<DateMention> {
    if !text.is(i, class::WEEKDAY.or(class::RELATIVE_DAY)) {
        return None;
    }
    // “Friday”, but “vendredi” and not “le Journal du Dimanche”
    let before = i.wrapping_sub(1);
    let romance = text.lang.romance;
    let other = if romance { text.capital(i) && text.is(before, class::DEF) } else { !text.capital(i) };
    if text.is(i, class::WEEKDAY) && other {
        return None;
    }
    let value = text.value(i)? as i32;
    let mut end = i + 1;
    let around = turned(text, around, i, &mut end);
    let mut date = mention(text, i, end, DateKind::Relative);
    // “le lundi”, “a Monday”, “every Monday”: one of many.
    let any = around.turn.is_none() && text.is(before, class::DEF.or(class::INDEF).or(class::DEM).or(class::POSS));
    if !text.is(i, class::WEEKDAY) {
        date.from = around.day().and_then(|day| calendar::shift(day, value));
    } else {
        date.weekday = Some(value as u8);
        let day = around.day().filter(|_| !any);
        date.from = day.and_then(|day| calendar::weekday(day, value as u8, around.turn, around.ahead));
    }
    date.to = date.from;
    Some(date)
}

/// Whether the clause that the day at token `i` belongs to tells what is to come: its verb stands before the day, or
/// behind it where the day opens the sentence.
fn ahead(text: &Text, i: usize) -> bool {
    let sentence = text.sentence(text.sentence_of(i));
    let coming = |k: usize| text.is(k, class::FUTURE);
    let ends = |k: &usize| {
        text.is(*k, class::SAY) && !(k.saturating_sub(2)..k + 1).any(coming) || text.kind(*k) == Some(Kind::Mark)
    };
    let verb = |k: &usize| text.is(*k, class::FIN);
    if i < sentence.first + 3 {
        return (i + 1..sentence.end).take(12).find(verb).is_some_and(coming);
    }
    (sentence.first..i).rev().take(10).take_while(|k| !ends(k)).any(coming)
}

//! Dates and times in digits alone: `20h30`, `2:20 a.m.`, `2017-03-19`, `03/07/2012`.

use super::calendar::calendar;
use super::{DateKind, DateMention, mention, small};
use crate::lang::class;
use crate::text::{Kind, Text};

/// `20h30`, `5 h 25`, `2:20 a.m.`; hours above 24 and minutes above 59 are impossible.
pub fn clock(text: &Text, i: usize) -> Option<DateMention> {
    // “2:14:72”, “25:10” of a verse: no time of day.
    let before = i.wrapping_sub(1);
    let dotted = dotted(text, i);
    let hour = dotted.map(|d| d.0).or_else(|| small(text, i)).filter(|_| !(text.sign(before, ":") && text.glued(i)))?;
    let mut end = i + 1;
    let mut minute = 0;
    if let Some((_, m)) = dotted {
        minute = m;
        end += 1;
    } else if text.sign(end, ":") && text.glued(end) && text.glued(end + 1) && text.word(end + 1).len() == 2 {
        minute = small(text, end + 1)?;
        end += 2;
        if text.is(end, class::CLOCK) {
            end += 1;
        }
        let stated = text.is(before, class::TO.or(class::BETWEEN)) || text.is(before, class::PREP);
        if hour > 24 && !stated || text.sign(end, ":") && text.glued(end) {
            return None;
        }
    } else if text.is(end, class::CLOCK)
        && !text.is(end, class::MONEY)
        && (!text.is(end, class::DURATION) || hour <= 24 && at_hour(text, i))
    {
        end += 1;
        if text.lang.romance
            && let Some(m) = small(text, end).filter(|_| text.word(end).len() == 2)
        {
            minute = m;
            end += 1;
        }
    } else {
        // “20h30” is one number and one word for the lexer.
        let tail = text.fold(end);
        let digits = tail.strip_prefix('h')?;
        if !text.glued(end) || !(digits.is_empty() || digits.len() == 2) {
            return None;
        }
        minute = if digits.is_empty() { 0 } else { digits.parse().ok()? };
        end += 1;
    }
    let mut date = mention(text, i, end, DateKind::Clock);
    // “25h10 pour 200 km”: a time that was needed, not one of the day.
    let span = text.is(end, class::PREP) || text.is(before, class::BE);
    let span = span || i > 1 && text.is(i - 1, class::OF) && text.is(i - 2, class::BE);
    date.impossible = hour > 24 && !span || minute > 59;
    Some(date)
}

/// `9.30am`, `7.15 p.m.`: hour and minute.
fn dotted(text: &Text, i: usize) -> Option<(u8, u8)> {
    let (hour, minute) = text.word(i).split_once('.').filter(|_| text.kind(i) == Some(Kind::Number))?;
    let clock = text.is(i + 1, class::CLOCK) && !text.is(i + 1, class::DURATION.or(class::MONEY));
    let hour = hour.parse().ok().filter(|h| clock && (1..=24).contains(h) && minute.len() == 2)?;
    Some((hour, minute.parse().ok()?))
}

/// “à 7 heures”, “de 7 heures à 9 heures”: the word for hours tells a time, not a duration.
fn at_hour(text: &Text, i: usize) -> bool {
    let before = |k: usize| i.checked_sub(k);
    before(1).is_some_and(|b| text.is(b, class::BETWEEN) || text.is(b, class::TO) && !text.is(b, class::INDEF))
        || before(2).is_some_and(|b| text.is(b, class::CLOCK) && text.is(b + 1, class::AND.or(class::TO)))
}

/// Year, and the other two numbers in their order, of `2017-03-19`, `03/07/2012` or `20.10.2013`; the token behind it.
fn parts(text: &Text, i: usize) -> Option<([i32; 3], usize)> {
    if text.kind(i)? != Kind::Number {
        return None;
    }
    let word = text.word(i);
    let mut dotted = word.split('.');
    let (first, second, third, end) = if word.matches('.').count() == 2 {
        (dotted.next()?, dotted.next()?, dotted.next()?, i + 1)
    } else if matches!(text.word(i + 1), "-" | "/")
        && text.word(i + 1) == text.word(i + 3)
        && (1..5).all(|k| text.glued(i + k))
    {
        (word, text.word(i + 2), text.word(i + 4), i + 5)
    } else {
        return None;
    };
    let number = |word: &str| word.parse::<i32>().ok();
    let (a, b, c) = (number(first)?, number(second)?, number(third)?);
    if a > 1500 {
        Some(([a, b, c], end))
    } else if third.len() == 4 && c > 1500 {
        Some(([c, a, b], end))
    } else {
        None
    }
}

/// Whether this text writes the month before the day, where one of its dates can be read in one way only.
pub fn month_first(text: &Text) -> Option<bool> {
    let slashed = |i: usize| (text.sign(i + 1, "/") && text.word(i).len() < 3).then(|| parts(text, i)).flatten();
    let order = |([_, a, b], _): ([i32; 3], usize)| if a > 12 { Some(false) } else { (b > 12).then_some(true) };
    if text.lang.decimal_comma { Some(false) } else { (0..text.tokens.len()).filter_map(slashed).find_map(order) }
}

/// `2017-03-19`, `03/07/2012`, `20.10.2013`. English writes month and day either way round: what fits both ways stays
/// open unless the text shows its order, and only what fits neither is impossible.
pub fn numeric(text: &Text, i: usize, month_first: Option<bool>) -> Option<DateMention> {
    let ([year, a, b], end) = parts(text, i)?;
    let make = |m: i32, d: i32| calendar(year, u8::try_from(m).ok()?, u8::try_from(d).ok()?);
    let led = text.word(i).len() == 4;
    let slashed = text.sign(i + 1, "/");
    let (found, other) = if led { (make(a, b), None) } else { (make(b, a), if slashed { make(a, b) } else { None }) };
    let mut date = mention(text, i, end, DateKind::Day);
    let day = match month_first {
        _ if led || !slashed || found == other => found,
        Some(true) => other.or(found),
        Some(false) => found.or(other.filter(|_| !text.lang.decimal_comma)),
        None => found.xor(other),
    };
    date.impossible = day.is_none() && (found.is_none() || other.is_none());
    (date.from, date.to) = (day, day);
    (date.month, date.day) = (day.map(|d| d.month().into()), day.map(|d| d.day()));
    date.year = Some(year);
    Some(date)
}

//! Dates and times in digits alone: `20h30`, `2:20 a.m.`, `2017-03-19`, `03/07/2012`.

use super::dates::{DateKind, DateMention, calendar, mention, small};
use crate::lang::class;
use crate::text::{Kind, Text};

/// `20h30`, `5 h 25`, `2:20 a.m.`; hours above 24 and minutes above 59 are impossible.
pub fn clock(text: &Text, i: usize) -> Option<DateMention> {
    let hour = small(text, i)?;
    let mut end = i + 1;
    let mut minute = 0;
    if text.sign(end, ":") && text.glued(end) && text.glued(end + 1) && text.word(end + 1).len() == 2 {
        minute = small(text, end + 1)?;
        end += 2;
        if text.is(end, class::CLOCK) {
            end += 1;
        }
        if hour > 24 || text.sign(end, ":") && text.glued(end) {
            return None;
        }
    } else if text.is(end, class::CLOCK)
        && !text.is(end, class::MONEY)
        && (!text.is(end, class::DURATION) || hour <= 24 && at_hour(text, i))
    {
        end += 1;
        if text.lang.decimal_comma
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
    date.impossible = hour > 24 || minute > 59;
    Some(date)
}

/// “à 7 heures”, “de 7 heures à 9 heures”: the word for hours tells a time, not a duration.
fn at_hour(text: &Text, i: usize) -> bool {
    let before = |k: usize| i.checked_sub(k);
    before(1).is_some_and(|b| text.is(b, class::BETWEEN) || text.is(b, class::TO) && !text.is(b, class::INDEF))
        || before(2).is_some_and(|b| text.is(b, class::CLOCK) && text.is(b + 1, class::AND.or(class::TO)))
}

/// `2017-03-19`, `03/07/2012`, `20.10.2013`.
pub fn numeric(text: &Text, i: usize) -> Option<DateMention> {
    if text.kind(i)? != Kind::Number {
        return None;
    }
    let word = text.word(i);
    let (parts, end) = if word.matches('.').count() == 2 && !word.contains(',') {
        (word.split('.').map(str::to_string).collect::<Vec<_>>(), i + 1)
    } else if matches!(text.word(i + 1), "-" | "/")
        && text.word(i + 1) == text.word(i + 3)
        && (1..5).all(|k| text.glued(i + k))
    {
        (vec![word.to_string(), text.word(i + 2).to_string(), text.word(i + 4).to_string()], i + 5)
    } else {
        return None;
    };
    let numbers: Vec<i32> = parts.iter().filter_map(|p| p.parse().ok()).collect();
    let [a, b, c] = <[i32; 3]>::try_from(numbers).ok()?;
    let last = parts.last()?;
    let (y, m, d) = if a > 1500 {
        (a, b, c)
    } else if last.len() == 4 && c > 1500 {
        (c, b, a)
    } else {
        return None;
    };
    let mut date = mention(text, i, end, DateKind::Day);
    let make = |m: i32, d: i32| calendar(y, u8::try_from(m).ok()?, u8::try_from(d).ok()?);
    // English writes month and day either way round: only what fits neither way is impossible.
    let found = make(m, d).or_else(|| if text.lang.decimal_comma { None } else { make(d, m) });
    date.impossible = found.is_none();
    (date.from, date.to) = (found, found);
    date.year = Some(y);
    Some(date)
}

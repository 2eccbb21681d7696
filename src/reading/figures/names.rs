//! Numbers that count nothing: part of a name, an address, an ordinal, a score.

use super::PEOPLE;
use super::numbers::Quantity;
use crate::lang::{Classes, class};
use crate::report::Precision;
use crate::text::{Kind, Text};

/// Whether the number is part of a name, an address, an ordinal, a score: it counts nothing.
pub fn names(text: &Text, q: &Quantity) -> bool {
    let before = q.number.checked_sub(1).filter(|b| text.sentence_of(*b) == text.sentence_of(q.number));
    if text.kind(q.number) != Some(Kind::Number) {
        // “Phase two”, “chapitre neuf”
        return q.first == q.number
            && text.is(q.number, class::NUM)
            && before.is_some_and(|b| text.is(b, class::NUMBERED) && !text.ends_plural(b));
    }
    let ordinal = (text.glued(q.end) || text.lang.romance)
        && text.is(q.end, class::ORDINAL_SUFFIX)
        && !text.is(q.end, class::DISTANCE.or(class::MONEY));
    let measured = PEOPLE.or(class::MONEY).or(class::PERCENT).or(class::DISTANCE);
    let numbered = before.is_some_and(|b| text.is(b, class::NUMBERED) && !text.is(q.end, measured));
    let range = q.precision == Precision::Range;
    // “3-2”, “49.3”, “2019-2020”: glued signs and letters make a name or a score.
    let glued_sign = |k: usize| text.glued(k) && matches!(text.word(k), "-" | "/" | ":" | "–" | "_" | "@" | "#" | "+");
    let score = !range
        && (glued_sign(q.end) && text.glued(q.end + 1) && text.kind(q.end + 1) == Some(Kind::Number)
            || before.is_some_and(|b| {
                glued_sign(b) && text.glued(q.number) && text.kind(b.wrapping_sub(1)) == Some(Kind::Number)
            }));
    // “le Front du 3-Mars”
    let dated = glued_sign(q.end) && text.glued(q.end + 1) && text.capital(q.end + 1);
    let hash = before.is_some_and(|b| matches!(text.word(b), "#" | "@" | "[" | "§" | "№") && text.glued(q.number))
        && !text.is(q.end, class::MONEY)
        // “n° 4”
        || before.is_some_and(|b| text.word(b) == "°" && b > 0 && text.kind(b - 1) == Some(Kind::Word));
    // “Boeing 737”, “France 2”: a name right before, and nothing that is counted right behind.
    let named = before.is_some_and(|b| text.is_name(b) && !text.is(b, class::MONEY) && !text.is_pause(b))
        && q.first == q.number
        && !counts_noun(text, q.end);
    let run = (q.number..).take_while(|k| text.kind(*k) == Some(Kind::Number)).count() >= 3;
    // “08.11.00.06.95”, “0100 UTC”: groups of other than three digits, a leading zero.
    let raw = text.word(q.number);
    let code = raw.split(['.', ' ', '\u{a0}', '\u{202f}']).skip(1).filter(|g| g.len() != 3).count() >= 2
        || raw.bytes().all(|b| b.is_ascii_digit())
            && (raw.len() > 2 && raw.starts_with('0') || raw.len() == 5 && text.is_name(q.end));
    // “5G”
    let letter = raw.len() == 1 && text.glued(q.end) && text.capital(q.end) && text.word(q.end).len() == 1;
    // “1) … 2) …” and “UTC+3”; “(12)” and “plus 12 %” are figures.
    let listed = text.sign(q.end, ")")
        && text.glued(q.end)
        && raw.len() <= 2
        && (q.number.saturating_sub(12)..q.number)
            .rev()
            .take_while(|k| text.word(*k) != ")")
            .all(|k| text.word(k) != "(")
        || before.is_none() && q.first == q.number && raw.len() <= 2 && text.sign(q.end, ".") && text.glued(q.end);
    let offset = before.is_some_and(|b| {
        text.word(b) == "+" && text.glued(b) && text.glued(q.number) && text.kind(b.wrapping_sub(1)) == Some(Kind::Word)
    });
    // “samedi 21 au matin”
    let day = before.is_some_and(|b| text.is(b, class::WEEKDAY))
        && q.low.is_some_and(|v| v <= 31.0)
        && !counts_noun(text, q.end);
    let zoned = raw.len() == 4 && text.is(q.end, class::CLOCK) && !text.is(q.end, class::DURATION);
    dated || ordinal || numbered || code || letter || score || hash || named || run || listed || offset || zoned || day
}

/// Whether a noun or unit that a number counts stands at token `i`.
fn counts_noun(text: &Text, i: usize) -> bool {
    text.is(
        i,
        PEOPLE
            .or(class::DEAD)
            .or(class::WOUNDED)
            .or(class::MONEY)
            .or(class::PERCENT)
            .or(class::DISTANCE)
            .or(class::DURATION)
            .or(class::MISSING)
            .or(class::CAPTIVE)
            .or(class::DISPLACED)
            .or(class::CASUALTY)
            .or(class::SCALE)
            .or(class::KILL)
            .or(class::WOUND),
    ) || (text.kind(i) == Some(Kind::Word)
        && !text.capital(i)
        && text.token(i).is_some_and(|t| t.classes == Classes::NONE))
}

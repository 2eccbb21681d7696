//! Numbers in digits: separators, decimals, scales and fractions behind them.

use super::parts::{self, half};
use crate::lang::class;
use crate::text::{Kind, Text};

/// A number in digits with the scale words, abbreviations and fractions behind it.
pub fn digits(text: &Text, i: usize) -> Option<(f64, usize)> {
    let parse = |k: usize| parse(text.fold(k), text.lang.decimal_comma);
    let mut value = parse(i)?;
    let mut end = i + 1;
    if let Some(fraction) = parts::slashed(text, i, parse) {
        return Some((fraction, i + 3));
    }
    // “7 3/4”
    if text.kind(end) == Some(Kind::Number)
        && let Some(fraction) = parts::slashed(text, end, parse)
    {
        return Some((value + fraction, end + 3));
    }
    // “3 M€”, “$20m”, “10M”: a letter beside a currency, or a glued capital M, is a scale.
    let beside_money = text.is(end + 1, class::MONEY) && text.glued(end + 1)
        || (i > 0 && text.is(i - 1, class::MONEY) && text.glued(end));
    let million = text.glued(end) && text.capital(end) && text.value(end) == Some(1e6);
    if text.is(end, class::MONEY_SCALE) && (beside_money || million) {
        return Some((value * text.value(end)?, end + 1));
    }
    while text.is(end, class::SCALE) && !text.is(end, class::ORDINAL) && !cents(text, end) {
        value *= text.value(end)?;
        end += 1;
        // “4 mille 3 cents” reads on; “2 millions 12 ans” does not.
        if text.kind(end) == Some(Kind::Number)
            && text.is(end + 1, class::SCALE)
            && text.value(end + 1)? < text.value(end - 1)?
        {
            let (rest, after) = digits(text, end)?;
            return Some((value + rest, after));
        }
    }
    let end = half(text, end, &mut value).unwrap_or(end);
    Some((value, end))
}

/// “12 cents”: behind digits the word that is a hundred as well is money, unless it counts something.
fn cents(text: &Text, i: usize) -> bool {
    text.is(i, class::MINOR) && !(text.kind(i + 1) == Some(Kind::Word) && text.is(i + 1, class::NOUN.or(class::SCALE)))
}

/// The value of digits, by the language's separators.
fn parse(digits: &str, decimal_comma: bool) -> Option<f64> {
    let (whole, fraction) = match digits.char_indices().last() {
        Some((at, c)) if c.is_numeric() && !c.is_ascii_digit() => (digits.get(..at)?, parts::vulgar(c)?),
        _ => (digits, 0.0),
    };
    if whole.is_empty() {
        return Some(fraction);
    }
    // Of two kinds of separators the last one is the decimal mark, whatever the language.
    let (comma, dot) = (whole.rfind(','), whole.rfind('.'));
    let by_comma = if comma.is_some() && dot.is_some() { comma > dot } else { decimal_comma };
    let mark = if by_comma { ',' } else { '.' };
    let group = if mark == ',' { '.' } else { ',' };
    let mut clean = String::with_capacity(whole.len());
    let marks = whole.matches(mark).count();
    let groups = whole.matches(group).count();
    // One separator with three digits behind it groups thousands; the other one is a decimal mark.
    let last = comma.max(dot).map_or(0, |at| whole.len() - at - 1);
    for c in whole.chars() {
        match c {
            '0'..='9' => clean.push(c),
            c if c == mark && marks == 1 => clean.push('.'),
            c if c == group && groups == 1 && last != 3 && marks == 0 => clean.push('.'),
            '.' | ',' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => {}
            _ => clean.push(char::from_digit(c.to_digit(10)?, 10)?),
        }
    }
    exact(&clean).map(|v| v + fraction)
}

/// How many decimals digits have.
pub fn decimals(digits: &str, decimal_comma: bool) -> usize {
    let (comma, dot) = (digits.rfind(','), digits.rfind('.'));
    let at = match (comma, dot) {
        (Some(_), Some(_)) => comma.max(dot),
        _ if decimal_comma => comma.or(dot),
        _ => dot,
    };
    // A dot with three digits behind it groups thousands where the comma is the decimal mark.
    let places = at.map_or(0, |at| digits.len() - at - 1);
    if comma.is_none() && decimal_comma && places == 3 { 0 } else { places }
}

/// Digits with at most one point. Both parts are whole numbers, so the division rounds once, as parsing would; the
/// standard parser would bring ten kilobytes of tables into the page.
fn exact(digits: &str) -> Option<f64> {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut value = 0.0;
    let mut scale = 1.0;
    for digit in whole.chars().chain(fraction.chars()) {
        value = value * 10.0 + f64::from(digit.to_digit(10)?);
    }
    for _ in fraction.chars() {
        scale *= 10.0;
    }
    Some(value / scale)
}

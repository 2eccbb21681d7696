//! Parts of a whole: “un tiers de”, “half a million”, “two and a third”, “1/4”, “one in five”.

use super::PEOPLE;
use super::number_words::rest;
use super::numbers::{Quantity, number};
use crate::lang::{Classes, class};
use crate::report::Precision;
use crate::text::{Kind, Text};

/// A fraction in words: over, under and the token behind: “trois quarts”, “a half”, “two-thirds”, “demi”.
fn fraction(text: &Text, i: usize) -> Option<(f64, f64, usize)> {
    let under = |k: usize| if text.is(k, class::HALF) { Some(2.0) } else { text.value(k) };
    let part = |k: usize| text.is(k, class::FRACTION.or(class::HALF));
    if let Some((head, tail)) = hyphen(text, i) {
        let lexicon = text.lang.lexicon();
        let (over, below) = (lexicon.find(head)?, lexicon.find(tail)?);
        let fits = lexicon.is(over, class::NUM) && lexicon.is(below, class::FRACTION);
        return fits.then(|| Some((lexicon.value(over)?, lexicon.value(below)?, i + 1)))?;
    }
    let (over, under, end) = if part(i) {
        (1.0, under(i)?, i + 1)
    } else if !part(i + 1) {
        return None;
    } else if text.is(i, class::NUM) {
        (text.value(i)?, under(i + 1)?, i + 2)
    } else if text.is(i, class::INDEF) || text.is(i, class::DEF) && !text.is(i + 1, class::ORDINAL) {
        (1.0, under(i + 1)?, i + 2)
    } else {
        return None;
    };
    (under >= 2.0 && over < under).then_some((over, under, end))
}

/// The two halves of a hyphenated word that is not in the lists.
fn hyphen<'t>(text: &'t Text, i: usize) -> Option<(&'t str, &'t str)> {
    text.token(i).filter(|t| t.classes == Classes::NONE)?;
    text.fold(i).split_once('-')
}

/// “un tiers des”, “three quarters of”, “la moitié de”, “two-thirds of”: a share of something, in per cent.
pub fn share(text: &Text, i: usize) -> Option<(f64, usize)> {
    let (over, under, end) = fraction(text, i)?;
    // Without “of” behind it a third is an ordinal and a quarter a season; so is the third of May.
    // “un tiers (35 %) des élèves”
    let close = text.sign(end, "(").then(|| (end..end + 7).find(|k| text.sign(*k, ")"))).flatten();
    let joint = close.map_or(end, |k| k + 1);
    let of = text.is(joint, class::OF) || text.lang.romance && text.is(joint, class::INDEF);
    (of && !text.is(i, class::HALF) && !text.is(end + 1, class::MONTH)).then_some((100.0 * over / under, end))
}

/// “half a million”, “un demi-million”, “three quarters of a billion”, “half an hour”.
pub fn of_scale(text: &Text, i: usize) -> Option<Quantity> {
    let lexicon = text.lang.lexicon();
    let article = usize::from(text.is(i, class::INDEF));
    if let Some((head, tail)) = hyphen(text, i + article)
        && let (Some(half), Some(scale)) = (lexicon.find(head), lexicon.find(tail))
        && lexicon.is(half, class::HALF.or(class::FRACTION))
        && !lexicon.is(half, class::ORDINAL)
        && lexicon.is(scale, class::SCALE)
    {
        let (end, under) = (i + article + 1, lexicon.value(half).unwrap_or(2.0));
        return Some(Quantity { collective: true, ..Quantity::exact(i, end, lexicon.value(scale)? / under) });
    }
    let (over, under, end) = fraction(text, i)?;
    let of = end + usize::from(text.is(end, class::OF));
    let at = of + usize::from(text.is(of, class::INDEF));
    // “a third million” is one more million.
    if text.is(end.checked_sub(1)?, class::ORDINAL) && at == end {
        return None;
    }
    let whole = text.value(at).filter(|v| *v >= 1000.0 && text.is(at, class::SCALE));
    match whole {
        Some(scale) => Some(Quantity { collective: true, ..Quantity::exact(i, at + 1, scale * over / under) }),
        None if at > end && text.is(at, class::DURATION) => Some(Quantity::exact(i, at, over / under)),
        None => None,
    }
}

/// “et demi”, “and a half”, “et trois quarts” behind a number: adds that part of its last scale.
pub fn half(text: &Text, end: usize, value: &mut f64) -> Option<usize> {
    let last = end.checked_sub(1)?;
    let unit = text.value(last).filter(|_| text.is(last, class::SCALE)).unwrap_or(1.0);
    if !text.is(end, class::AND) {
        return None;
    }
    let (over, under, after) = fraction(text, end + 1)?;
    // “two million and a third of the voters” tells two figures.
    let word = text.is(end + 1, class::HALF);
    if !word && (text.is(after, class::OF) || after == end + 2) {
        return None;
    }
    *value += unit * over / under;
    Some(after)
}

/// `1/4`, `3 / 4` in digits: a fraction that people use, and no date.
pub fn slashed(text: &Text, i: usize, parse: impl Fn(usize) -> Option<f64>) -> Option<f64> {
    let slash = i + 1;
    let number = |k: usize| text.kind(k) == Some(Kind::Number);
    if !text.sign(slash, "/") || text.glued(slash) != text.glued(slash + 1) || !number(i) || !number(slash + 1) {
        return None;
    }
    let (over, under) = (parse(i)?, parse(slash + 1)?);
    let plain = [2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 16.0, 100.0].contains(&under) && over < under;
    (plain && !text.sign(slash + 2, "/")).then_some(over / under)
}

/// The number in “four-pack”, “two-hour”: a word of which the first half counts the second.
pub fn hyphenated(text: &Text, i: usize) -> Option<f64> {
    let (head, tail) = hyphen(text, i)?;
    let lexicon = text.lang.lexicon();
    let head = lexicon.find(head).filter(|w| lexicon.is(*w, class::NUM) && !lexicon.is(*w, class::ORDINAL))?;
    let noun = lexicon.find(tail)?;
    let counts = lexicon.is(noun, class::NOUN) && !lexicon.is(noun, class::NUM.or(class::FRACTION).or(class::ORDINAL));
    lexicon.value(head).filter(|v| *v >= 2.0 && counts)
}

/// “un sur six”, “three out of ten”, “one person in five”: the share in per cent and the token behind.
/// `q` counts up to token `at`.
pub fn ratio(text: &Text, q: &Quantity, at: usize) -> Option<(f64, usize)> {
    if !text.is(at, class::OUT_OF) || q.precision != Precision::Exact {
        return None;
    }
    let whole = number(text, at + 1).filter(|n| n.precision == Precision::Exact && !n.article && !n.share)?;
    let (part, all) = (q.low?, whole.low?);
    // “deux morts sur trois jours” counts; so does “12 in 40 towns”.
    let counts = text.is(whole.end, class::NOUN) && !text.is(whole.end, PEOPLE)
        || text.is(whole.end, class::PERCENT.or(class::MONTH).or(class::OUT_OF));
    let round = all <= 20.0 || rest(all, 50.0) == 0.0;
    ((1.0..=10.0).contains(&part) && part < all && round && !counts).then_some((100.0 * part / all, whole.end))
}

/// “pour 1 000 naissances”, “per 100,000 people”: a rate; the token behind what it is taken of.
pub fn per(text: &Text, at: usize) -> Option<usize> {
    if !text.is(at, class::PER) {
        return None;
    }
    let base = number(text, at + 1).filter(|n| n.low.is_some_and(|v| [100.0, 1e3, 1e4, 1e5, 1e6].contains(&v)))?;
    Some(base.end + usize::from(text.is(base.end, class::NOUN)))
}

/// ½ and its kin.
pub fn vulgar(c: char) -> Option<f64> {
    Some(match c {
        '½' => 0.5,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅕' => 0.2,
        '⅖' => 0.4,
        '⅗' => 0.6,
        '⅘' => 0.8,
        '⅙' => 1.0 / 6.0,
        '⅚' => 5.0 / 6.0,
        '⅛' => 0.125,
        '⅜' => 0.375,
        '⅝' => 0.625,
        '⅞' => 0.875,
        _ => return None,
    })
}

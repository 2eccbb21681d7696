//! Numbers in words: “quatre-vingt-dix-sept”, “two hundred and five”.

use super::parts::half;
use crate::lang::class;
use crate::text::{Kind, Text};

/// The sum so far of a number in words.
#[derive(Default)]
struct Sum {
    total: f64,
    group: f64,
    /// Smallest scale used; the next one must be smaller, unless it scales what the last one has scaled.
    scale: Option<f64>,
    /// What was added last to the total.
    last: f64,
}

impl Sum {
    /// Adds one word; `false` where it cannot follow.
    fn add(&mut self, value: f64, scale: bool) -> bool {
        if scale && value == 100.0 {
            if self.group >= 100.0 || self.group.fract() != 0.0 {
                return false;
            }
            self.group = self.group.max(1.0) * 100.0;
        } else if scale {
            if self.scale.is_some_and(|s| value >= s) {
                // “trois mille millions”
                if self.group != 0.0 || value > 1e9 {
                    return false;
                }
                self.total += self.last * (value - 1.0);
                self.last *= value;
                self.scale = Some(value);
                return true;
            }
            self.last = self.group.max(1.0) * value;
            self.total += self.last;
            self.group = 0.0;
            self.scale = Some(value);
        } else {
            let tail = rest(self.group, 100.0);
            let fits = if self.group == 0.0 {
                true
            } else if tail == 4.0 && value == 20.0 {
                // quatre-vingts
                self.group += 76.0;
                return true;
            } else if (13.0..=20.0).contains(&self.group) && (10.0..100.0).contains(&value) && rest(value, 10.0) == 0.0
            {
                // “nineteen seventy-three”
                self.group *= 100.0;
                true
            } else if tail == 0.0 {
                value < 100.0
            } else if tail == 10.0 || tail == 70.0 || tail == 90.0 {
                // dix-sept
                (7.0..10.0).contains(&value) || tail > 10.0 && (1.0..10.0).contains(&value)
            } else if tail == 60.0 || tail == 80.0 {
                (1.0..20.0).contains(&value)
            } else {
                tail >= 20.0 && rest(tail, 10.0) == 0.0 && (1.0..10.0).contains(&value)
            };
            if !fits {
                return false;
            }
            self.group += value;
        }
        true
    }

    fn value(&self) -> f64 {
        self.total + self.group
    }
}

/// A number in words from token `i`: its value and the token behind it. Behind an article even “million” counts.
pub fn words(text: &Text, i: usize, article: bool) -> Option<(f64, usize)> {
    let mut sum = Sum::default();
    let mut end = i;
    // “md”, “million”: a large scale by itself counts nothing.
    if !article && text.is(i, class::SCALE) && (text.value(i)? > 1000.0 || text.fold(i).len() < 3) {
        return None;
    }
    loop {
        let hyphenated = text.fold(end).contains('-') && !text.is(end, class::NUM);
        if hyphenated {
            if !compound(text, end, &mut sum) {
                break;
            }
            end += 1;
        } else if text.is(end, class::NUM.or(class::SCALE)) && !(text.is(end, class::ORDINAL) && end == i) {
            // “deux mille” but not “mille deux mille”.
            if !sum.add(text.value(end)?, text.is(end, class::SCALE)) {
                break;
            }
            end += 1;
        } else if end > i && text.is(end, class::PLURAL_NUM) && !text.is(end, class::OF) {
            // “sixty hundreds”: the plural carries twice its scale.
            if !sum.add(text.value(end)? / 2.0, true) {
                break;
            }
            end += 1;
        } else if end > i
            && (text.is(end, class::AND) && joins(text, end, &sum) || text.sign(end, ",") && goes_on(text, end, &sum))
        {
            end += 1;
        } else {
            break;
        }
    }
    if end == i || ordinal(text, end, &sum) {
        return None;
    }
    let mut value = sum.value();
    if let Some((fraction, end)) = decimals(text, end) {
        return Some((value + fraction, end));
    }
    let end = half(text, end, &mut value).unwrap_or(end);
    Some((value, end))
}

/// “vingt cinquième”, “vingt et unième”, “seventy fourth”: an ordinal counts nothing. “Les vingt premiers” are twenty.
fn ordinal(text: &Text, end: usize, sum: &Sum) -> bool {
    let tail = rest(sum.group, 100.0);
    let romance = text.lang.romance;
    let joined = usize::from(romance && text.is(end, class::AND));
    tail >= 20.0
        && rest(tail, 10.0) == 0.0
        && text.is(end + joined, class::ORDINAL.or(class::FRACTION))
        && !text.is(end + joined + 1, class::OF)
        && !text.is(end + joined, class::DURATION)
        && text.value(end + joined).is_some_and(|v| v < 10.0 && (v > 2.0 || !romance || joined == 1))
}

/// “five point five”, “deux virgule zéro trois”: the digits behind the point and the token behind them.
fn decimals(text: &Text, end: usize) -> Option<(f64, usize)> {
    if !text.is(end, class::DECIMAL) {
        return None;
    }
    let (mut fraction, mut scale, mut at) = (0.0, 1.0, end + 1);
    while let Some(value) = text.value(at).filter(|v| *v < 100.0 && text.is(at, class::NUM)) {
        scale /= if value < 10.0 { 10.0 } else { 100.0 };
        fraction += value * scale;
        at += 1;
    }
    (at > end + 1).then_some((fraction, at))
}

/// The remainder of a division of whole numbers; by hand, because the operator `%` on floats brings a long routine into
/// the page.
pub fn rest(value: f64, divisor: f64) -> f64 {
    value - (value / divisor).trunc() * divisor
}

/// Whether the “and” at `end` stands inside a number: “vingt et un”, “two hundred and five”.
fn joins(text: &Text, end: usize, sum: &Sum) -> bool {
    let next = end + 1;
    let tail = rest(sum.group, 100.0);
    if text.kind(next) == Some(Kind::Number) || text.is(next + 1, class::FRACTION) {
        return false;
    }
    let first = text.fold(next).split('-').next().unwrap_or("");
    let lexicon = text.lang.lexicon();
    let number = lexicon.find(first).filter(|w| lexicon.is(*w, class::NUM));
    let Some(value) = number.and_then(|w| lexicon.value(w)) else {
        return false;
    };
    if text.lang.romance {
        // “vingt et un”, “soixante et onze”
        (20.0..=80.0).contains(&tail) && rest(tail, 10.0) == 0.0 && (value == 1.0 || value == 11.0)
    } else {
        value < 100.0 && tail == 0.0 && sum.value() >= 100.0 && (value > 1.0 || !text.is(next + 1, class::NUM))
    }
}

/// English parts thousands from hundreds by a comma: “four thousand, three hundred and eighteen”.
fn goes_on(text: &Text, comma: usize, sum: &Sum) -> bool {
    let hundreds = (comma + 2..comma + 3).any(|k| text.is(k, class::SCALE) && text.value(k) == Some(100.0));
    !text.lang.romance
        && sum.scale.is_some_and(|s| s >= 1000.0)
        && sum.group == 0.0
        && text.is(comma + 1, class::NUM)
        && hundreds
}

/// The parts of a hyphenated word: all of them must be number words.
fn compound(text: &Text, i: usize, sum: &mut Sum) -> bool {
    let lexicon = text.lang.lexicon();
    let mut parts = Vec::new();
    for part in text.fold(i).split('-') {
        let Some(word) = lexicon.find(part) else { return false };
        let classes = lexicon.classes(word);
        if classes.any(class::AND) {
            continue;
        }
        match lexicon.value(word) {
            Some(value) if classes.any(class::NUM.or(class::SCALE)) => parts.push((value, classes.any(class::SCALE))),
            _ => return false,
        }
    }
    parts.iter().all(|(value, scale)| sum.add(*value, *scale))
}

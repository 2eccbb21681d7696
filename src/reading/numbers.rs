//! Numbers: every surface of a quantity, with its bounds.

use super::number_words::words;
use crate::lang::{Classes, class};
use crate::report::Precision;
use crate::text::{Kind, Text};

/// A quantity: modifiers and number, tokens `first..end`.
#[derive(Clone, Copy, Debug)]
pub struct Quantity {
    pub first: usize,
    pub end: usize,
    pub precision: Precision,
    pub low: Option<f64>,
    pub high: Option<f64>,
    /// “un”, “une”, “one”, “a”: mostly an article.
    pub article: bool,
    /// “aucun”, “no”: counts nothing.
    pub zero: bool,
    /// Written so that a noun joins it by “de” / “of”: “une dizaine de”, “3 millions de”.
    pub collective: bool,
    /// “un tiers de”, “half of”: a share, in per cent.
    pub share: bool,
    /// The first token of the number itself, behind the modifiers.
    pub number: usize,
}

const BOUNDS: Classes = class::AT_LEAST.or(class::MORE_THAN).or(class::AT_MOST).or(class::LESS_THAN).or(class::ABOUT);

/// The quantity that begins at token `i`, if one does.
pub fn quantity(text: &Text, i: usize) -> Option<Quantity> {
    let mut at = i;
    let mut bound = Classes::NONE;
    while text.is(at, BOUNDS) && !text.is(at, class::NUM) {
        if !bound.any(BOUNDS) {
            bound = text.token(at)?.classes;
        }
        at += 1;
    }
    let modified = at > i;
    if text.is(at, class::BETWEEN) {
        return range(text, i, at + 1);
    }
    let mut found = number(text, at)?;
    if !modified && let Some(range) = pair(text, &found) {
        return Some(range);
    }
    found.first = i;
    if modified {
        found.article = found.article && !bound.any(class::AT_LEAST.or(class::MORE_THAN));
        let value = found.low.or(found.high);
        if found.precision == Precision::Vague {
            return Some(found);
        }
        (found.precision, found.low, found.high) = if bound.any(class::AT_LEAST.or(class::MORE_THAN)) {
            (Precision::AtLeast, value, None)
        } else if bound.any(class::AT_MOST.or(class::LESS_THAN)) {
            (Precision::AtMost, None, value)
        } else {
            (Precision::Approximate, value, value)
        };
    }
    Some(found)
}

/// `between A and B`, from the token behind the opening word.
fn range(text: &Text, first: usize, at: usize) -> Option<Quantity> {
    let low = number(text, at)?;
    if !text.is(low.end, class::AND.or(class::TO)) {
        return None;
    }
    let high = number(text, low.end + 1)?;
    Some(joined(first, &low, &high))
}

/// `50-80`, `50 à 80`, `huit ou neuf` behind the number `low`.
fn pair(text: &Text, low: &Quantity) -> Option<Quantity> {
    if low.precision != Precision::Exact || low.article {
        return None;
    }
    let dash = matches!(text.word(low.end), "-" | "–" | "—");
    let to = text.is(low.end, class::TO) && !text.is(low.end, class::INDEF);
    let or = text.is(low.end, class::OR);
    if !(dash || to || or) || (dash && text.glued(low.end) != text.glued(low.end + 1)) {
        return None;
    }
    let high = number(text, low.end + 1)?;
    let (a, mut b) = (low.low?, high.low?);
    if high.article || high.precision != Precision::Exact {
        return None;
    }
    let mut a = a;
    // “de 50 à 80 millions”: the scale belongs to both.
    if b >= 1000.0 && a < 1000.0 && high.end > high.number + 1 {
        let scale = text.value(high.end - 1).filter(|_| text.is(high.end - 1, class::SCALE)).unwrap_or(1.0);
        if a * scale <= b {
            a *= scale;
        }
    }
    if dash && (b <= a || b < 10.0) {
        // A score or a pair of names counts nothing: give the first number alone.
        return None;
    }
    if b < a {
        std::mem::swap(&mut a, &mut b);
        if !or {
            return None;
        }
    }
    let mut both = joined(low.first, low, &high);
    (both.low, both.high) = (Some(a), Some(b));
    Some(both)
}

fn joined(first: usize, low: &Quantity, high: &Quantity) -> Quantity {
    Quantity {
        first,
        end: high.end,
        precision: Precision::Range,
        low: low.low,
        high: high.low,
        collective: high.collective,
        article: false,
        zero: false,
        share: false,
        number: low.number,
    }
}

/// A number without its modifiers.
fn number(text: &Text, i: usize) -> Option<Quantity> {
    let found = |end, precision, low, high| Quantity {
        first: i,
        end,
        precision,
        low,
        high,
        article: false,
        zero: false,
        collective: false,
        share: false,
        number: i,
    };
    if let Some((value, end)) = share(text, i) {
        return Some(Quantity { share: true, ..found(end, Precision::Exact, Some(value), Some(value)) });
    }
    if text.kind(i)? == Kind::Number {
        let (value, end) = digits(text, i)?;
        return Some(Quantity { collective: value >= 1e6, ..found(end, Precision::Exact, Some(value), Some(value)) });
    }
    // “pas de morts”
    if text.is(i, class::NEG)
        && text.is(i + 1, class::OF)
        && text.is(i + 2, class::DEAD.or(class::WOUNDED).or(class::CASUALTY))
    {
        return Some(Quantity { zero: true, ..found(i + 2, Precision::Exact, Some(0.0), Some(0.0)) });
    }
    // “personne” counts nobody only as a pronoun: “la personne blessée” is somebody.
    let pronoun = !text.is(i, class::NOUN) || text.is(i + 1, class::CLITIC.or(class::HAVE).or(class::BE));
    if text.is(i, class::ZERO) && pronoun && !text.is(i + 1, class::COMP) {
        return Some(Quantity { zero: true, ..found(i + 1, Precision::Exact, Some(0.0), Some(0.0)) });
    }
    // “plusieurs dizaines de”, “des centaines de”, “hundreds of”
    let determiner = text.is(i, class::INDEF.or(class::VAGUE).or(class::DEF).or(class::OF));
    let head = if determiner { i + 1 } else { i };
    if text.is(head, class::PLURAL_NUM) && !text.is(head, class::SCALE) {
        return plural(text, i, head);
    }
    if text.is(head, class::SCALE)
        && text.is(head + 1, class::OF)
        && text.is(i, class::VAGUE.or(class::INDEF))
        && plural_form(text, head)
    {
        let scale = text.value(head)?;
        return Some(Quantity { collective: true, ..found(head + 1, Precision::Vague, Some(2.0 * scale), None) });
    }
    if text.is(i, class::VAGUE) {
        return Some(found(i + 1, Precision::Vague, text.value(i), None));
    }
    // “une vingtaine de”, “a dozen”, “two dozen”
    let article = text.is(i, class::INDEF) && text.is(i + 1, class::ABOUT_NUM.or(class::SCALE));
    let start = if article { i + 1 } else { i };
    if text.is(start, class::ABOUT_NUM) && (article || start == i) {
        let value = text.value(start)?;
        if start == i && !article && text.is(i, class::VAGUE) {
            return None;
        }
        return Some(Quantity {
            collective: true,
            ..found(start + 1, Precision::Approximate, Some(value), Some(value))
        });
    }
    let (value, end) = words(text, start)?;
    if text.is(end, class::ABOUT_NUM) && !article {
        let each = text.value(end)?;
        return Some(Quantity {
            collective: true,
            ..found(end + 1, Precision::Approximate, Some(value * each), Some(value * each))
        });
    }
    let single = end == start + 1 && value == 1.0 && !article;
    Some(Quantity {
        article: single,
        collective: value >= 1e6,
        ..found(end, Precision::Exact, Some(value), Some(value))
    })
}

/// “un tiers des”, “three quarters of”, “la moitié de”, “two-thirds of”: a share of something, in per cent.
fn share(text: &Text, i: usize) -> Option<(f64, usize)> {
    let lexicon = text.lang.lexicon();
    // “two-thirds” is one token.
    let hyphenated = text.fold(i).split_once('-').and_then(|(over, under)| {
        let (over, under) = (lexicon.find(over)?, lexicon.find(under)?);
        let fits = over.classes.any(class::NUM) && under.classes.any(class::FRACTION);
        fits.then(|| Some((lexicon.value(over)?, lexicon.value(under)?)))?
    });
    let (over, under, end) = match hyphenated {
        Some((over, under)) => (over, under, i + 1),
        None if text.is(i, class::FRACTION) => (1.0, text.value(i)?, i + 1),
        None if text.is(i + 1, class::FRACTION) && text.is(i, class::INDEF.or(class::DEF)) => {
            (1.0, text.value(i + 1)?, i + 2)
        }
        None if text.is(i + 1, class::FRACTION) && text.is(i, class::NUM) => {
            (text.value(i)?, text.value(i + 1)?, i + 2)
        }
        None => return None,
    };
    // Without “of” behind it a third is an ordinal and a quarter a season.
    let of = text.is(end, class::OF) || text.lang.decimal_comma && text.is(end, class::INDEF);
    (of && under >= 2.0 && over < under).then_some((100.0 * over / under, end))
}

/// “des dizaines (de milliers)”: at least twice the unit.
fn plural(text: &Text, first: usize, head: usize) -> Option<Quantity> {
    let mut low = text.value(head)?;
    let mut end = head + 1;
    if text.is(end, class::OF) && text.is(end + 1, class::PLURAL_NUM.or(class::SCALE)) {
        let next = text.value(end + 1)?;
        low *= if text.is(end + 1, class::SCALE) { next } else { next / 2.0 };
        end += 2;
    }
    Some(Quantity {
        first,
        end,
        precision: Precision::Vague,
        low: Some(low),
        high: None,
        article: false,
        zero: false,
        collective: true,
        share: false,
        number: first,
    })
}

/// Whether the word of token `i` is a plural, by its last letter.
fn plural_form(text: &Text, i: usize) -> bool {
    text.fold(i).ends_with('s')
}

/// A number in digits with the scale words, abbreviations and fractions behind it.
fn digits(text: &Text, i: usize) -> Option<(f64, usize)> {
    let mut value = parse(text.fold(i), text.lang.decimal_comma)?;
    let mut end = i + 1;
    if text.sign(end, "/") && text.glued(end) && text.glued(end + 1) && text.kind(end + 1) == Some(Kind::Number) {
        let below = parse(text.fold(end + 1), text.lang.decimal_comma)?;
        let plain = [2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 16.0, 100.0].contains(&below) && value < below;
        if plain && !text.sign(end + 2, "/") {
            return Some((value / below, end + 2));
        }
    }
    // “3 M€”, “$20m”: a letter beside a currency is a scale.
    let beside_money = text.is(end + 1, class::MONEY) && text.glued(end + 1)
        || (i > 0 && text.is(i - 1, class::MONEY) && text.glued(i) && text.glued(end));
    if text.is(end, class::MONEY_SCALE) && beside_money {
        return Some((value * text.value(end)?, end + 1));
    }
    while text.is(end, class::SCALE) && !text.is(end, class::ORDINAL) {
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
    Some((value, half(text, end, &mut value).unwrap_or(end))).map(|(_, end)| (value, end))
}

/// “et demi”, “and a half” behind a number: adds half of its last scale.
pub fn half(text: &Text, end: usize, value: &mut f64) -> Option<usize> {
    let unit = if text.is(end.checked_sub(1)?, class::SCALE) { text.value(end - 1)? } else { 1.0 };
    if text.is(end, class::HALF) {
        *value += unit / 2.0;
        return Some(end + 1);
    }
    (text.is(end, class::AND) && text.is(end + 1, class::HALF)
        || (text.is(end, class::AND) && text.is(end + 1, class::INDEF) && text.is(end + 2, class::FRACTION)))
    .then(|| {
        *value += unit / 2.0;
        if text.is(end + 1, class::HALF) { end + 2 } else { end + 3 }
    })
}

/// The value of digits, by the language's separators.
fn parse(digits: &str, decimal_comma: bool) -> Option<f64> {
    let (whole, fraction) = match digits.char_indices().last() {
        Some((at, c)) if c.is_numeric() && !c.is_ascii_digit() => (digits.get(..at)?, vulgar(c)?),
        _ => (digits, 0.0),
    };
    if whole.is_empty() {
        return Some(fraction);
    }
    let (decimal, group) = if decimal_comma { (',', '.') } else { (',', ',') };
    let mark = if decimal_comma { decimal } else { '.' };
    let mut clean = String::with_capacity(whole.len());
    let groups = whole.matches(group).count();
    // One separator with three digits behind it groups thousands; the other one is a decimal mark.
    let last = whole.rfind(['.', ',']).map_or(0, |at| whole.len() - at - 1);
    for c in whole.chars() {
        match c {
            '0'..='9' => clean.push(c),
            c if c == mark && whole.matches(mark).count() == 1 => clean.push('.'),
            c if c == group && groups == 1 && last != 3 && !whole.contains(mark) => clean.push('.'),
            '.' | ',' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => {}
            _ => clean.push(char::from_digit(c.to_digit(10)?, 10)?),
        }
    }
    exact(&clean).map(|v| v + fraction)
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

/// ½ and its kin.
fn vulgar(c: char) -> Option<f64> {
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
        '⅛' => 0.125,
        _ => return None,
    })
}

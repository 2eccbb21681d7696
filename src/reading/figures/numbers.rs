//! Numbers: every surface of a quantity, with its bounds.

use super::PEOPLE;
use super::digits::digits;
use super::number_words::words;
use super::parts::{self, half};
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

impl Quantity {
    fn new(first: usize, end: usize, precision: Precision, low: Option<f64>, high: Option<f64>) -> Quantity {
        Quantity {
            first,
            end,
            precision,
            low,
            high,
            article: false,
            zero: false,
            collective: false,
            share: false,
            number: first,
        }
    }

    pub fn exact(first: usize, end: usize, value: f64) -> Quantity {
        Quantity::new(first, end, Precision::Exact, Some(value), Some(value))
    }

    fn rounded(first: usize, end: usize, value: f64) -> Quantity {
        Quantity { collective: true, ..Quantity::new(first, end, Precision::Approximate, Some(value), Some(value)) }
    }

    fn range(first: usize, low: &Quantity, high: &Quantity, (a, b): (f64, f64)) -> Quantity {
        Quantity {
            collective: high.collective,
            number: low.number,
            ..Quantity::new(first, high.end, Precision::Range, Some(a), Some(b))
        }
    }

    /// Gives the quantity the modifiers that begin at token `first`, of which `bound` are the classes.
    pub fn bind(&mut self, first: usize, bound: Classes) {
        self.first = first;
        if !bound.any(BOUNDS) || matches!(self.precision, Precision::Vague | Precision::Range) {
            return;
        }
        self.article = self.article && !bound.any(LOWER);
        let value = self.low.or(self.high);
        (self.precision, self.low, self.high) = if bound.any(LOWER) {
            (Precision::AtLeast, value, None)
        } else if bound.any(UPPER) {
            (Precision::AtMost, None, value)
        } else {
            (Precision::Approximate, value, value)
        };
    }
}

const LOWER: Classes = class::AT_LEAST.or(class::MORE_THAN);
const UPPER: Classes = class::AT_MOST.or(class::LESS_THAN);
const BOUNDS: Classes = LOWER.or(UPPER).or(class::ABOUT);

/// The modifiers from token `i` on: the classes of the first one, and the token behind all of them.
pub fn bound(text: &Text, i: usize) -> (Classes, usize) {
    let mut at = i;
    let mut bound = Classes::NONE;
    // “quelques 270” is about 270, “quelques toits” are a few.
    while text.is(at, BOUNDS)
        && !text.is(at, class::NUM)
        && (!text.is(at, class::VAGUE) || text.kind(at + 1) == Some(Kind::Number))
    {
        // “at least about two million”: what rounds says more than what bounds.
        if let Some(token) = text.token(at).filter(|t| at == i || t.classes.any(class::ABOUT)) {
            bound = token.classes;
        }
        at += 1;
    }
    (bound, at)
}

/// The quantity that begins at token `i`, if one does.
pub fn quantity(text: &Text, i: usize) -> Option<Quantity> {
    let (modifier, at) = bound(text, i);
    if text.is(at, class::BETWEEN) {
        return range(text, i, at + 1);
    }
    let mut found = number(text, at)?;
    if at == i || modifier.any(class::ABOUT) {
        found = pair(text, &found).unwrap_or(found);
    }
    found.bind(i, modifier);
    Some(both_bounds(text, &found).unwrap_or(found))
}

/// `between A and B`, from the token behind the opening word.
fn range(text: &Text, first: usize, at: usize) -> Option<Quantity> {
    let low = amount(text, at)?;
    if !text.is(low.end, class::AND.or(class::TO)) {
        return None;
    }
    let high = amount(text, low.end + 1)?;
    let low_value = scaled(text, low.low?, &high);
    Some(Quantity::range(first, &low, &high, (low_value, high.low?)))
}

/// A number that a sign of money may open: “between $5 and $10”, “€1.5m-€2m”.
fn amount(text: &Text, i: usize) -> Option<Quantity> {
    number(text, i + usize::from(text.is(i, class::MONEY) && text.kind(i) == Some(Kind::Sign)))
}

/// `more than A and less than B`: one range.
fn both_bounds(text: &Text, first: &Quantity) -> Option<Quantity> {
    let opposite = match first.precision {
        Precision::AtLeast => UPPER,
        Precision::AtMost => LOWER,
        _ => return None,
    };
    if !(text.is(first.end, class::AND.or(class::BUT)) || text.sign(first.end, ",")) {
        return None;
    }
    let (modifier, at) = bound(text, first.end + 1);
    let second = number(text, at).filter(|s| modifier.any(opposite) && s.precision == Precision::Exact)?;
    let (a, b) = (first.low.or(first.high)?, second.low?);
    let (low, high) = if opposite.any(UPPER) { (a, b) } else { (b, a) };
    (low <= high).then(|| Quantity::range(first.first, first, &second, (low, high)))
}

/// “de 50 à 80 millions”: the scale of the second number belongs to the first as well.
fn scaled(text: &Text, low: f64, high: &Quantity) -> f64 {
    let scale = high.end.checked_sub(1).filter(|k| text.is(*k, class::SCALE)).and_then(|k| text.value(k));
    match (scale, high.low) {
        (Some(scale), Some(b)) if low < scale && low < 1000.0 && high.end > high.number + 1 && low * scale <= b => {
            low * scale
        }
        _ => low,
    }
}

/// `50-80`, `50 à 80`, `huit ou neuf` behind the number `low`.
fn pair(text: &Text, low: &Quantity) -> Option<Quantity> {
    if low.precision != Precision::Exact || low.article {
        return None;
    }
    let dash = matches!(text.word(low.end), "-" | "–" | "—");
    let to = text.is(low.end, class::TO) && !text.is(low.end, class::INDEF.or(class::PREP));
    let or = text.is(low.end, class::OR);
    if !(dash || to || or) || (dash && text.glued(low.end) != text.glued(low.end + 1)) {
        return None;
    }
    // “passe de 12 à 15”, “rose from 12 to 15”: the old value and the new one.
    let from = low.first.checked_sub(1).filter(|k| to && text.is(*k, class::OF.or(class::PREP)));
    if from.is_some_and(|k| (k.saturating_sub(3)..k).any(|v| text.is(v, class::CHANGE) && text.is(v, class::VERB))) {
        return None;
    }
    let high = amount(text, low.end + 1)?;
    let (a, b) = (scaled(text, low.low?, &high), high.low?);
    let falls = b < a && !or;
    // A score or a pair of names counts nothing: give the first number alone.
    let score = dash && (b <= a || b < 10.0);
    // “$12 or 40 cents”, “US$8000 or €7000”: one sum in two currencies.
    let money = |k: usize| text.is(k, class::MONEY);
    let sign = low.first > 0 && money(low.first - 1);
    let sign =
        sign && (money(high.end) || or && money(low.end + 1) && text.word(low.end + 1) != text.word(low.first - 1));
    if sign || high.article || high.precision != Precision::Exact || a == b || falls || score {
        return None;
    }
    Some(Quantity::range(low.first, low, &high, (a.min(b), a.max(b))))
}

/// A number without its modifiers, with its sign.
pub fn number(text: &Text, i: usize) -> Option<Quantity> {
    // Most words open no number: asked first, as every token of the text comes by here.
    let opens = text.kind(i) != Some(Kind::Word) || text.is(i, OPENS) || text.word(i).contains('-');
    if !opens {
        return None;
    }
    if !minus(text, i) {
        return unsigned(text, i);
    }
    let mut found = unsigned(text, i + 1).filter(|n| n.precision == Precision::Exact && !n.zero && !n.share)?;
    (found.first, found.low, found.high) = (i, found.low.map(|v| -v), found.high.map(|v| -v));
    found.article = false;
    Some(found)
}

/// “minus five”, “moins 12”, “-3,4 %”, “(- 33 %)”.
fn minus(text: &Text, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return text.word(i) == "-" && text.glued(i + 1) };
    let number = text.is(i + 1, class::NUM) || text.kind(i + 1) == Some(Kind::Number);
    if !number || text.kind(before) == Some(Kind::Number) {
        return false;
    }
    if text.is(i, class::MINUS) {
        // “entre négatif dix”, but a test that came back negative is no sign.
        return if text.is(i, class::ADJ) {
            text.is(before, class::BETWEEN.or(class::OF).or(class::TO).or(class::AND))
        } else {
            !text.is(before, class::DURATION.or(class::CLOCK).or(class::NUM))
        };
    }
    let bracket = matches!(text.word(before), "(" | ":") || text.is(before, class::AND);
    matches!(text.word(i), "-" | "–" | "−")
        && (bracket || text.glued(i + 1) && !text.glued(i) && text.sentence_of(before) == text.sentence_of(i))
}

/// Words that a number may begin with; a hyphen may hide more.
const OPENS: Classes = class::NUM
    .or(class::SCALE)
    .or(class::ABOUT_NUM)
    .or(class::PLURAL_NUM)
    .or(class::ZERO)
    .or(class::NEG)
    .or(class::VAGUE)
    .or(class::BARE_VAGUE)
    .or(class::INDEF)
    .or(class::DEF)
    .or(class::OF)
    .or(class::HALF)
    .or(class::FRACTION)
    .or(class::ORDINAL)
    .or(class::MINUS);

/// A number without modifiers and sign.
fn unsigned(text: &Text, i: usize) -> Option<Quantity> {
    if let Some(part) = parts::of_scale(text, i) {
        return Some(part);
    }
    if let Some((value, end)) = parts::share(text, i) {
        return Some(Quantity { share: true, ..Quantity::exact(i, end, value) });
    }
    if text.kind(i)? == Kind::Number {
        let (value, end) = digits(text, i)?;
        return Some(Quantity { collective: value >= 1e6, ..Quantity::exact(i, end, value) });
    }
    let zero = |end| Some(Quantity { zero: true, ..Quantity::exact(i, end, 0.0) });
    // “pas de morts”
    if text.is(i, class::NEG)
        && text.is(i + 1, class::OF)
        && text.is(i + 2, class::DEAD.or(class::WOUNDED).or(class::CASUALTY))
    {
        return zero(i + 2);
    }
    // “personne” counts nobody only as a pronoun: “la personne blessée” is somebody.
    let pronoun = !text.is(i, class::NOUN) || text.is(i + 1, class::CLITIC.or(class::HAVE).or(class::BE));
    if text.is(i, class::ZERO) && pronoun && !text.is(i + 1, class::COMP) {
        return zero(i + 1);
    }
    let vague = |end, low| Quantity { collective: true, ..Quantity::new(i, end, Precision::Vague, Some(low), None) };
    // “plusieurs dizaines de”, “des centaines de”, “hundreds of”
    let determiner = text.is(i, class::INDEF.or(class::VAGUE).or(class::DEF).or(class::OF));
    let head = if determiner { i + 1 } else { i };
    if text.is(head, class::PLURAL_NUM) && !text.is(head, class::SCALE) {
        // “she scores” is a verb, “scores of” and “scores were” are not.
        let verb = text.is(head, class::VERB)
            && !text.is(head + 1, class::OF.or(class::BE).or(class::HAVE).or(class::OTHER).or(PEOPLE));
        let (low, end) = plural(text, head).filter(|_| determiner || !verb)?;
        return Some(vague(end, low));
    }
    if text.is(head, class::SCALE)
        && text.is(head + 1, class::OF)
        && text.is(i, class::VAGUE.or(class::INDEF))
        && text.ends_plural(head)
    {
        return Some(vague(head + 1, 2.0 * text.value(head)?));
    }
    // “Nombre de civils”, not “le nombre de civils”, “au nombre de trois”.
    let governs = class::DEF.or(class::INDEF).or(class::DEM).or(class::POSS).or(class::ADJ).or(class::ADJECTIVE);
    let governs = governs.or(class::OF).or(class::PREP).or(class::TO).or(class::ZERO).or(class::NOUN);
    let bare = text.is(i, class::BARE_VAGUE) && !(i > 0 && text.is(i - 1, governs)) && text.is(i + 1, class::OF);
    if bare && !text.is(i + 2, class::DEF.or(class::NUM)) {
        return Some(vague(i + 1, text.value(i)?));
    }
    if text.is(i, class::VAGUE) {
        return Some(Quantity::new(i, i + 1, Precision::Vague, text.value(i), None));
    }
    // “a year and a half”: the article counts where a part of the unit follows.
    if text.is(i, class::INDEF) && !text.is(i, class::NUM) && text.is(i + 1, class::DURATION) {
        half(text, i + 2, &mut 1.0)?;
        return Some(Quantity { article: true, ..Quantity::exact(i, i + 1, 1.0) });
    }
    // “une vingtaine de”, “une bonne centaine de”, “a dozen”, “two dozen”
    let good = text.is(i + 1, class::ADJ) && text.is(i + 2, class::ABOUT_NUM);
    let article = text.is(i, class::INDEF) && (good || text.is(i + 1, class::ABOUT_NUM.or(class::SCALE)));
    let start = i + usize::from(article) + usize::from(article && good);
    // “a big score” of a match counts nothing.
    let counts = !text.is(start, class::VERB) || text.is(start + 1, class::OF.or(PEOPLE));
    if text.is(start, class::ABOUT_NUM) && counts {
        return Some(Quantity::rounded(i, start + 1, text.value(start)?));
    }
    let Some((value, end)) = words(text, start, article) else {
        // “four-pack”, “two-hour”
        return parts::hyphenated(text, i).map(|value| Quantity::exact(i, i + 1, value));
    };
    if text.is(end, class::ABOUT_NUM) && !article {
        return Some(Quantity::rounded(i, end + 1, value * text.value(end)?));
    }
    let single = end == start + 1 && value == 1.0 && !article;
    Some(Quantity { article: single, collective: value >= 1e6, ..Quantity::exact(i, end, value) })
}

/// “dizaines (de milliers)”: at least twice the unit, and the token behind.
fn plural(text: &Text, head: usize) -> Option<(f64, usize)> {
    let low = text.value(head)?;
    if text.is(head + 1, class::OF) && text.is(head + 2, class::PLURAL_NUM.or(class::SCALE)) {
        let next = text.value(head + 2)?;
        return Some((low * if text.is(head + 2, class::SCALE) { next } else { next / 2.0 }, head + 3));
    }
    Some((low, head + 1))
}

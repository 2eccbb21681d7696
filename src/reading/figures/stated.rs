//! The change as it is stated: “une hausse de 3 %”, “up two points”, “a doublé”, “+ 20 %”.

use super::arithmetic::slack;
use super::changes::{FACTORS, MOVES, Measure, Stated, led};
use super::{Count, Figure};
use crate::lang::class;
use crate::reading::{Reading, phrases};
use crate::report::{FigureKind, Precision};
use crate::text::Text;

/// Which way a figure is said to go, and the word that says it: “en hausse de 3 %”, “up 3%”, “a 3% drop”, “+ 3 %”.
pub(super) fn moved(text: &Text, f: &Figure) -> Option<(i8, usize)> {
    let way = |k: usize| {
        if text.is(k, class::RISE.or(FACTORS)) && !text.is(k, class::HALVE) { 1 } else { -1 }
    };
    let over = class::OF
        .or(class::BY)
        .or(class::DEF)
        .or(class::INDEF)
        .or(class::ADV)
        .or(class::ADJ)
        .or(class::STEEP)
        .or(class::HEAVY)
        .or(class::ABOUT)
        .or(class::TOTAL)
        .or(class::PREP);
    let mut k = f.first;
    for _ in 0..4 {
        let Some(before) = k.checked_sub(1).filter(|b| text.sentence_of(*b) == f.sentence) else { break };
        if text.is(before, MOVES) && !text.is(before, class::VERSUS) {
            return Some((way(before), before));
        }
        if !text.is(before, over) || text.is_pause(before) {
            break;
        }
        k = before;
    }
    for k in f.end..f.end + 3 {
        if text.is(k, MOVES) && !(text.is(k, class::VERB) && phrases::is_finite(text, k) && !text.is(k, class::NOUN)) {
            return Some((way(k), k));
        }
        if text.is(k, class::BEYOND) {
            // “30 % de moins”; “30% less” is as good a fall, and the values say it.
            return Some((if text.is(k, class::MINUS) { -1 } else { 0 }, k));
        }
        if !text.is(k, class::OF.or(class::ADJ).or(class::STEEP).or(class::HEAVY).or(class::POINT).or(class::DURATION))
            && text.word(k) != "-"
        {
            break;
        }
    }
    if let Some(word) = object(text, f) {
        return Some((way(word), word));
    }
    let before = f.first.checked_sub(1)?;
    let signed = f.low.is_some_and(|v| v < 0.0);
    if signed || text.word(before) == "+" {
        return Some((if signed { -1 } else { 1 }, before));
    }
    text.is(before, class::TOTAL).then_some((0, before))
}

/// “raising borrowing costs by 0.5%”, “renchérissant le crédit de 0,5 %”: the verb before its object.
fn object(text: &Text, f: &Figure) -> Option<usize> {
    let by =
        f.first.checked_sub(1).filter(|k| text.is(*k, class::BY) || text.lang.romance && text.is(*k, class::OF))?;
    let inner = |k: usize| {
        text.is(k, class::NOUN.or(class::DEF).or(class::POSS).or(class::ADJ).or(class::ADJECTIVE).or(class::GER))
    };
    (by.saturating_sub(5)..by)
        .rev()
        .take_while(|k| inner(*k) || phrases::unknown(text, *k))
        .find(|k| text.is(*k, class::GER) && text.is(*k, MOVES))
}

/// Whether a figure is told in percentage points.
fn is_points(text: &Text, f: &Figure) -> bool {
    f.head.is_some_and(|h| text.is(h, class::POINT)) || (f.number_end..f.end + 1).any(|k| text.is(k, class::POINT))
}

/// The figure as a stated change of values of the kind `of`.
pub(super) fn stated(text: &Text, f: &Figure, of: FigureKind) -> Option<Stated> {
    let (way, word) = moved(text, f)?;
    let measure = if is_points(text, f) {
        Measure::Points
    } else if f.kind == FigureKind::Percent {
        Measure::Percent
    } else if f.kind == of && f.kind != FigureKind::Other {
        Measure::Unit
    } else {
        return None;
    };
    let value = f.low.or(f.high).filter(|_| f.count == Count::Given && f.precision != Precision::Range)?.abs();
    let end = if word >= f.end { word + 1 } else { f.end };
    let of_object = object(text, f) == Some(word);
    Some(Stated { of_object, value, slack: slack(text, f), measure, precision: f.precision, way, first: f.first, end })
}

/// “a doublé”, “tripled”, “multiplié par trois”: how many times as much.
pub(super) fn factor(text: &Text, word: usize) -> Option<Stated> {
    let make = |value: f64, end: usize| {
        let (mut first, mut precision) = (word, Precision::Exact);
        for k in word.saturating_sub(2)..word {
            for (bound, as_bound) in [(class::ABOUT, Precision::Approximate), (class::MORE_THAN, Precision::AtLeast)] {
                if text.is(k, bound) {
                    (first, precision) = (k, as_bound);
                }
            }
        }
        let way = if value < 1.0 { -1 } else { 1 };
        Some(Stated { of_object: false, value, slack: 0.0, measure: Measure::Factor, precision, way, first, end })
    };
    if text.is(word, class::MULTIPLY.or(class::HALVE)) && text.is(word + 1, class::BY) {
        let times = super::numbers::quantity(text, word + 2).filter(|q| q.precision != Precision::Range)?;
        let value = times.low.filter(|v| *v >= 1.5)?;
        let mut stated = make(if text.is(word, class::HALVE) { 1.0 / value } else { value }, times.end)?;
        stated.precision = times.precision;
        return Some(stated);
    }
    // “a diminué de moitié”, “down by half”
    let half = text.is(word, MOVES) && text.is(word + 1, class::OF.or(class::BY)) && text.is(word + 2, class::FRACTION);
    if let Some(part) = text.value(word + 2).filter(|v| half && *v >= 2.0) {
        return make(if text.is(word, class::RISE) { 1.0 + 1.0 / part } else { 1.0 - 1.0 / part }, word + 3);
    }
    let fixed = [(class::DOUBLE, 2.0), (class::TRIPLE, 3.0), (class::QUADRUPLE, 4.0), (class::HALVE, 0.5)];
    // “le double champion”, “un triplé”, “double the effort”, “is double majoring”: what is no change; “le doublement” is.
    let attribute = text.is(word, class::VERB) && led(text, word)
        || text.is(word + 1, class::GER)
        || !text.lang.romance
            && text.is(word, class::INF)
            && !text.is(word, class::GER.or(class::PP))
            && text.is(word + 1, class::DEF);
    let told = !attribute
        && !(text.lang.romance && text.is(word, class::HALVE))
        && text.is(word, class::VERB.or(class::NOUN).or(class::ADV));
    fixed
        .into_iter()
        .find(|(class, _)| text.is(word, *class))
        .filter(|_| told)
        .and_then(|(_, value)| make(value, word + 1))
}

/// “a doublé (+ 100 %)”, “tripled, up 200%”: the percentage right behind a factor.
pub(super) fn restated(text: &Text, figures: &[&Figure], end: usize) -> Option<Stated> {
    let behind = |f: &&&Figure| f.first >= end && f.first <= end + 4 && f.kind == FigureKind::Percent;
    let figure = figures.iter().find(behind)?;
    let apart = (end..figure.first).any(|k| text.is(k, class::AND.or(class::OF)));
    let mut stated = stated(text, figure, FigureKind::Percent).filter(|s| !apart && s.measure == Measure::Percent)?;
    stated.end += usize::from(text.sign(stated.end, ")"));
    Some(stated)
}

/// The stated change of the values at tokens `first..end`, in the same sentence and of the same subject.
pub(super) fn stated_beside(
    text: &Text,
    figures: &[&Figure],
    (first, end): (usize, usize),
    of: FigureKind,
) -> Option<Stated> {
    let joined = |mut gap: std::ops::Range<usize>| {
        gap.len() <= 14 && !gap.any(|k| text.sign(k, ";") || text.is(k, class::AND.or(class::BUT).or(class::SUBORD)))
    };
    let behind = figures.iter().filter(|f| f.first >= end && joined(end..f.first));
    let before = figures.iter().rev().filter(|f| f.end <= first && joined(f.end..first));
    behind.chain(before).find_map(|f| stated(text, f, of))
}

/// “C'est une hausse de 2 %.”: the change alone, in a short sentence behind the values.
pub(super) fn stated_behind(reading: &Reading, s: usize, of: FigureKind) -> Option<Stated> {
    let text = &reading.text;
    let next = text.sentence(s + 1);
    let points = class::PRON.or(class::DEM).or(class::TOTAL).or(class::INDEF);
    let short = next.end > next.first && next.end - next.first <= 22 && next.paragraph == text.sentence(s).paragraph;
    if !short || !(text.is(next.first, points) || text.lang.romance && text.is(next.first + 1, class::BE)) {
        return None;
    }
    reading.figures_in(s + 1, s + 1).find_map(|(_, f)| stated(text, f, of))
}

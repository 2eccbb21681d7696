//! Shares of a whole: a fraction beside its percentage, a part and its whole beside theirs, and shares that make one whole.

use super::{Count, Figure, numbers};
use crate::lang::class;
use crate::reading::{Reading, phrases};
use crate::report::{FigureKind, Precision};
use crate::text::Text;

/// A share told twice: “un tiers (25 %)”, “12 of the 30, or 50%”. What the first gives, in per cent, and the second.
#[derive(Clone, Copy, Debug)]
pub struct Twice {
    pub computed: f64,
    pub agrees: bool,
    pub first: usize,
    pub end: usize,
}

/// Shares that are said to make one whole, as figures, and their sum.
pub struct Whole {
    pub parts: Vec<usize>,
    pub sum: f64,
}

/// Whether a share is told with a sign of per cent, not as a fraction or ratio.
fn is_signed(text: &Text, f: &Figure) -> bool {
    f.kind == FigureKind::Percent && (f.first..f.end).any(|k| text.is(k, class::PERCENT))
}

/// The shares that are told twice.
pub fn told_twice(reading: &Reading) -> Vec<Twice> {
    let text = &reading.text;
    let mut found = Vec::new();
    for (i, second) in reading.figures.iter().enumerate().skip(1) {
        let Some(first) = reading.figures.get(i - 1).filter(|f| f.sentence == second.sentence) else { continue };
        if second.kind != FigureKind::Percent || !restates(text, first, second) {
            continue;
        }
        let Some(stated) = second.low.or(second.high) else { continue };
        let (computed, give, start) = if first.kind == FigureKind::Percent {
            if is_signed(text, first) == is_signed(text, second) {
                continue;
            }
            let Some(value) = first.low.or(first.high) else { continue };
            (value, 3.0, first.first)
        } else {
            let before = i.checked_sub(2).and_then(|k| reading.figures.get(k)).filter(|f| f.sentence == first.sentence);
            let Some((part, whole, start)) = part_of(text, first, before) else { continue };
            (100.0 * part / whole, if whole < 100.0 { 1.0 } else { 0.6 }, start)
        };
        let about = |f: &Figure| if f.precision == Precision::Approximate { 3.0 } else { 0.0 };
        let give = give + about(first) + about(second);
        let agrees = match (first.precision, second.precision) {
            (Precision::AtLeast, Precision::Exact) | (Precision::Exact, Precision::AtMost) => stated >= computed - give,
            (Precision::AtMost, Precision::Exact) | (Precision::Exact, Precision::AtLeast) => stated <= computed + give,
            _ => (stated - computed).abs() <= give,
        };
        let close = usize::from(text.sign(second.end, ")"));
        found.push(Twice { computed, agrees, first: start, end: second.end + close });
    }
    found
}

/// Whether the second figure says the first one again: “(25 %)”, “, soit 25 %”, “, or 25%”.
fn restates(text: &Text, first: &Figure, second: &Figure) -> bool {
    let Some(open) = second.first.checked_sub(1).filter(|k| *k >= first.end && second.first <= first.end + 9) else {
        return false;
    };
    let bracket = text.sign(open, "(") && text.sign(second.end, ")");
    let again = text.is(open, class::TOTAL.or(class::OR)) && text.sign(open.wrapping_sub(1), ",");
    (bracket || again)
        && !(first.end..open).any(|k| phrases::is_finite(text, k) || text.is(k, class::AND.or(class::INCLUDING)))
}

/// “12 des 30 communes”, “12 out of 30”: part, whole and the first token.
fn part_of(text: &Text, figure: &Figure, before: Option<&Figure>) -> Option<(f64, f64, usize)> {
    let exact = |p: Precision, low: Option<f64>| low.filter(|v| p == Precision::Exact && *v >= 1.0);
    let value = exact(figure.precision, figure.low).filter(|_| figure.count == Count::Given)?;
    let joins = |k: usize| text.is(k, class::OF.or(class::OUT_OF).or(class::DEF).or(class::POSS).or(class::DEM));
    // The whole stands behind: “12 of the 30 firms”, where it is no figure of its own.
    let behind = [figure.end, figure.number_end].into_iter().find_map(|end| {
        let at =
            (end..end + 3).find(|k| !joins(*k)).filter(|at| *at > end && text.is(end, class::OF.or(class::OUT_OF)))?;
        let whole = numbers::number(text, at)?;
        exact(whole.precision, whole.low)
    });
    if let Some(whole) = behind.filter(|w| *w > value) {
        return Some((value, whole, figure.first));
    }
    // “Sur 200 élèves interrogés, 80”, “Of 200 pupils asked, 80”
    let opener = before.map_or(0, |b| b.first).wrapping_sub(1);
    let opens = text.is(opener, class::OUT_OF.or(class::OF)) && opener == text.sentence(figure.sentence).first;
    let whole = before.and_then(|b| exact(b.precision, b.low)).filter(|w| *w > value && figure.head.is_none());
    if let Some(whole) = whole.filter(|_| opens && text.sign(figure.first.wrapping_sub(1), ",")) {
        return Some((value, whole, figure.first));
    }
    let part = before.filter(|b| b.end < figure.first && figure.first <= b.end + 3)?;
    let joined = (part.end..figure.first).all(joins) && text.is(part.end, class::OF.or(class::OUT_OF));
    let number = exact(part.precision, part.low).filter(|v| joined && *v < value)?;
    Some((number, value, part.first))
}

/// The groups of shares that the text says make one whole.
pub fn wholes(reading: &Reading) -> Vec<Whole> {
    let text = &reading.text;
    let mut found = Vec::new();
    for s in 0..text.sentences.len() {
        let shares: Vec<(usize, &Figure)> =
            reading.figures_in(s, s).filter(|(_, f)| f.kind == FigureKind::Percent).collect();
        if shares.len() < 2
            || reading.sentence_has(s, class::INCLUDING.or(class::RISE).or(class::FALL).or(class::COMPARE))
        {
            continue;
        }
        let exact = |f: &Figure| {
            f.precision == Precision::Exact
                && f.count == Count::Given
                && f.low.is_some_and(|v| (0.0..=100.0).contains(&v))
        };
        // Shares of several wholes: each has its own.
        let own = shares.iter().filter(|(_, f)| text.is(f.end, class::OF.or(class::OUT_OF))).count();
        // One list, not a share here and another there.
        let listed = shares.iter().zip(shares.iter().skip(1)).all(|((_, a), (_, b))| b.first <= a.end + 12);
        let votes = shares
            .first()
            .is_some_and(|(_, f)| text.is(f.end, class::OF) && (f.end..f.end + 4).any(|k| text.is(k, class::BALLOT)));
        let divided = reading.sentence_has(s, class::SPLIT) && (own <= 1 || own + 1 >= shares.len());
        // “48 % de son budget aux salaires, 30 % aux travaux et …”: what is spent is spent once.
        let bare = shares.iter().skip(1).all(|(_, f)| text.is(f.end, class::PREP.or(class::TO).or(class::LOCATIVE)));
        let allotted = own == 1 && bare && reading.sentence_has(s, class::ALLOT);
        if !(divided || votes && own == 1 || allotted) || !listed || !shares.iter().all(|(_, f)| exact(f)) {
            continue;
        }
        let sum = shares.iter().filter_map(|(_, f)| f.low).sum();
        found.push(Whole { parts: shares.iter().map(|(i, _)| *i).collect(), sum });
    }
    found
}

//! Totals and their parts: “20 blessés : huit enfants et onze adultes”.

use super::{Count, Figure};
use crate::lang::class;
use crate::reading::{Reading, phrases};
use crate::report::{FigureKind, Precision};
use crate::text::{Kind, Text};

/// A total, its parts, and whether the parts are said to be only some of it.
#[derive(Clone, Debug)]
pub struct Sum {
    pub total: usize,
    pub parts: Vec<usize>,
    pub partial: bool,
}

impl Sum {
    /// What the parts add up to.
    pub fn added(&self, reading: &Reading) -> f64 {
        self.parts.iter().filter_map(|p| reading.figures.get(*p)?.low).sum()
    }
}

/// All totals with parts inside one sentence, or with parts that open the next one.
pub fn find(reading: &Reading) -> Vec<Sum> {
    let mut sums = Vec::new();
    for i in 0..reading.figures.len() {
        sums.extend(sum_of(reading, i).or_else(|| next_sentence(reading, i)));
    }
    sums
}

fn exact(f: &Figure) -> bool {
    f.precision == Precision::Exact && f.count == Count::Given
}

/// A number that can be divided: counts are whole, and only what has a noun or a unit is a count.
fn is_total(text: &Text, f: &Figure) -> bool {
    let whole = f.low.is_some_and(|v| v >= 2.0 && (v == v.round() || f.kind == FigureKind::Money));
    exact(f)
        && whole
        && f.head.or((f.end > f.number_end).then_some(f.end)).is_some_and(|h| !text.is(h, class::POINT))
            | (f.kind == FigureKind::Money)
}

/// The total at figure `i` with its parts behind a colon, a bracket, a dash or a word that opens them.
fn sum_of(reading: &Reading, i: usize) -> Option<Sum> {
    let text = &reading.text;
    let figures = &reading.figures;
    let total = figures.get(i).filter(|f| is_total(text, f))?;
    let rest: Vec<usize> =
        (i + 1..figures.len()).take_while(|k| figures.get(*k).is_some_and(|f| f.sentence == total.sentence)).collect();
    let first = rest.first().and_then(|k| figures.get(*k))?;
    let opens = |k: &usize| {
        text.sign(*k, ":")
            || text.sign(*k, "(")
            || text.is(*k, class::TOTAL.or(class::INCLUDING))
            || matches!(text.word(*k), "–" | "—")
    };
    let opener = (total.end..first.first).rev().find(opens).filter(|k| first.first - *k <= 4)?;
    // Nothing but a total may stand before the colon: “12 morts dans l'attaque : …”.
    if opener > total.end + 8 || text.quote_of(opener) != text.quote_of(total.first) {
        return None;
    }
    let partial = text.is(opener, class::INCLUDING);
    let mut parts: Vec<usize> = Vec::new();
    let mut before = opener + 1;
    let mut inner = false;
    for k in rest {
        let part = figures.get(k)?;
        let gap = before..part.first;
        let joined = parts.is_empty()
            || gap.len() <= 7
                && gap.clone().all(|t| {
                    let leads = text.is(t, class::REL.or(class::COMP).or(class::BUT)) && !text.is(t, class::INCLUDING);
                    text.sign(t, ",")
                        || text.sign(t, ";")
                        || text.kind(t) == Some(Kind::Word) && !leads && !phrases::is_finite(text, t)
                });
        // “cinq piétons, dont deux enfants, et sept cyclistes”: parts of a part; a comma leads back to the list.
        let nested =
            !partial && !parts.is_empty() && (part.subset || gap.clone().any(|t| text.is(t, class::INCLUDING)));
        let back = text.sign(before, ",")
            || gap.clone().any(|t| text.is(t, class::AND)) && text.sign(before.wrapping_sub(1), ",");
        if !joined
            || !exact(part)
            || !same_kind(text, total, part)
            || partial && !parts.is_empty() && text.sign(before, ",") && text.is(before + 1, class::AND)
        {
            break;
        }
        before = part.end;
        if nested || inner && !back {
            inner = true;
            continue;
        }
        inner = false;
        // “soit 40 de plus”: a comparison is no part.
        if (part.end..part.end + 3).any(|t| text.is(t, class::BEYOND)) {
            return None;
        }
        parts.push(k);
    }
    let last = parts.last().and_then(|k| figures.get(*k))?;
    let followed = reading
        .figures_in(total.sentence, total.sentence)
        .any(|(_, f)| f.first >= last.end && f.first < last.end + 3 && !exact(f));
    let full = partial || parts.len() >= 2 && !goes_on(text, last);
    (!followed && full).then_some(Sum { total: i, parts, partial })
}

/// “(un cycliste, un piéton et le chauffeur)”: something without a number belongs to the list as well.
fn goes_on(text: &Text, last: &Figure) -> bool {
    let sentence = text.sentence(last.sentence);
    let mut behind = (last.end..sentence.end.min(last.end + 6))
        .take_while(|k| !text.sign(*k, ")") && !text.sign(*k, ";") && !matches!(text.word(*k), "–" | "—"));
    behind.any(|k| {
        text.is(k, class::AND.or(class::OR)) && text.kind(k + 1) == Some(Kind::Word) && !phrases::is_finite(text, k + 1)
            || text.is(k, class::EXAMPLE.or(class::OTHER))
    })
}

/// “La commission compte 21 membres. Neuf sont élus, six sont experts et six …”: numbers alone that open the next sentence.
fn next_sentence(reading: &Reading, i: usize) -> Option<Sum> {
    let text = &reading.text;
    let total = reading.figures.get(i).filter(|f| is_total(text, f) && f.kind != FigureKind::Money)?;
    let later = reading.figures_in(total.sentence, total.sentence).any(|(k, _)| k > i);
    let next = text.sentence(total.sentence + 1);
    if later || next.paragraph != text.sentence(total.sentence).paragraph {
        return None;
    }
    let parts: Vec<(usize, &Figure)> = reading.figures_in(total.sentence + 1, total.sentence + 1).collect();
    // “Neuf sont élus”, not “Deux de ces accidents”.
    let opens = parts.first().is_some_and(|(_, f)| f.first == next.first && phrases::is_finite(text, f.number_end));
    let alone =
        |f: &Figure| exact(f) && f.head.is_none_or(|h| phrases::is_finite(text, h)) && same_kind(text, total, f);
    let rest = (next.first..next.end)
        .any(|k| text.is(k, class::OTHER.or(class::SPLIT).or(class::DEF)) && text.is(k + 1, class::OTHER));
    // Less than the total may be only some of it.
    let added: f64 = parts.iter().filter_map(|(_, f)| f.low).sum();
    (opens && parts.len() >= 2 && !rest && parts.iter().all(|(_, f)| alone(f)) && total.low.is_some_and(|v| added >= v))
        .then(|| Sum { total: i, parts: parts.iter().map(|(k, _)| *k).collect(), partial: false })
}

/// Whether a part can be a part of the total: people of people, money of money.
fn same_kind(text: &Text, total: &Figure, part: &Figure) -> bool {
    use crate::report::FigureKind::*;
    // “9 millions d'euros : 5 millions pour l'État et 3 millions …”: the unit is not said again.
    let unit = |f: &Figure| (f.first..f.end).find(|k| text.is(*k, class::MONEY)).map(|k| text.fold(k));
    if total.kind == Money && part.kind == Money && unit(total) != unit(part) {
        return false;
    }
    if total.kind == Money && part.kind == Other && part.head.is_none() {
        return (part.first..part.number_end).any(|k| text.is(k, class::SCALE));
    }
    let group = |f: &Figure| match f.kind {
        Money => 1,
        Percent => 2,
        Distance => 3,
        Duration => 4,
        Age => 5,
        _ => 0,
    };
    let harm = matches!((total.kind, part.kind), (Killed, Wounded) | (Wounded, Killed));
    group(total) == group(part) && group(total) < 2 && !harm
}

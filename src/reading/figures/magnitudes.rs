//! Orders of magnitude: one quantity in millions and in billions, and quantities that have none.

use super::{Count, Figure, PEOPLE};
use crate::lang::class;
use crate::reading::Reading;
use crate::report::FigureKind;
use crate::text::{Kind, Text};

/// A total for each head that is further off than this is in another order of magnitude.
const OFF: f64 = 50.0;

/// Figures that are out of an order of magnitude with an earlier one, and that one.
pub fn slips(reading: &Reading) -> Vec<(usize, usize)> {
    let text = &reading.text;
    let mut found = Vec::new();
    let scaled: Vec<usize> =
        (0..reading.figures.len()).filter(|i| reading.figures.get(*i).is_some_and(|f| has_scale(text, f))).collect();
    for (n, i) in scaled.iter().enumerate() {
        let Some(this) = reading.figures.get(*i) else { continue };
        let before = scaled.iter().take(n).rev().take(12);
        let slip = before
            .into_iter()
            .find(|k| reading.figures.get(**k).is_some_and(|other| same_at_thousand(text, this, other)));
        found.extend(slip.map(|k| (*i, *k)));
    }
    found.extend((0..reading.figures.len()).filter_map(|i| per_head(reading, i)));
    found
}

fn has_scale(text: &Text, f: &Figure) -> bool {
    let counted = matches!(f.kind, FigureKind::Money | FigureKind::Other | FigureKind::People);
    f.count == Count::Given
        && counted
        && (f.first..f.number_end)
            .any(|k| text.is(k, class::SCALE.or(class::MONEY_SCALE)) && text.value(k).is_some_and(|v| v >= 1e6))
}

/// Whether two figures have the same digits a thousand times apart, and count or belong to the same thing.
fn same_at_thousand(text: &Text, a: &Figure, b: &Figure) -> bool {
    let Some((x, y)) = a.low.or(a.high).zip(b.low.or(b.high)) else { return false };
    let ratio = if x > y { x / y } else { y / x };
    let alike = a.kind == b.kind
        || matches!((a.kind, b.kind), (FigureKind::Money, FigureKind::Other) | (FigureKind::Other, FigureKind::Money));
    (ratio - 1000.0).abs() < 1e-6 && alike && a.sentence != b.sentence && share_noun(text, a, b)
}

/// “une dette de 7 milliards … les 7 millions de dette”: a noun that stands beside both, or the same thing counted.
fn share_noun(text: &Text, a: &Figure, b: &Figure) -> bool {
    let beside = |f: &Figure| {
        let sentence = text.sentence(f.sentence);
        let (first, end) = (f.first.saturating_sub(7).max(sentence.first), (f.end + 6).min(sentence.end));
        (first..f.first)
            .chain(f.number_end..end)
            .filter(|k| text.is(*k, class::NOUN) && !text.is(*k, class::MONEY.or(class::DURATION).or(class::TO)))
            .collect::<Vec<_>>()
    };
    let head = |f: &Figure| f.head.map(|h| text.fold(h));
    let others = beside(b);
    a.kind != FigureKind::Money && head(a).is_some() && head(a) == head(b)
        || beside(a).iter().any(|k| others.iter().any(|o| text.fold(*o) == text.fold(*k)))
}

/// “12 millions d'euros pour 4 000 habitants, soit 30 euros par personne”.
fn per_head(reading: &Reading, i: usize) -> Option<(usize, usize)> {
    let text = &reading.text;
    let share = reading.figures.get(i).filter(|f| f.kind == FigureKind::Money)?;
    let each = text.is(share.end, class::BY.or(class::PER).or(class::EACH))
        && (share.end..share.end + 3).any(|k| text.is(k, PEOPLE.or(class::EACH)))
        || text.is(share.end, class::EACH);
    if !each {
        return None;
    }
    let before: Vec<(usize, &Figure)> =
        reading.figures_in(share.sentence.saturating_sub(1), share.sentence).filter(|(k, _)| *k < i).collect();
    let (at, total) = before.iter().rev().find(|(_, f)| f.kind == FigureKind::Money)?;
    let (_, heads) = before.iter().rev().find(|(_, f)| f.kind == FigureKind::People)?;
    let gives = total.low.or(total.high)? / heads.low.or(heads.high).filter(|v| *v > 1.0)?;
    let off = gives / share.low.or(share.high).filter(|v| *v > 0.0)?;
    (off >= OFF || off <= 1.0 / OFF).then_some((i, *at))
}

/// Quantifiers without a number before what is no victim: tokens of the quantifier and its noun.
pub fn vague(reading: &Reading) -> Vec<(usize, usize)> {
    let text = &reading.text;
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut i = 0;
    while i < text.tokens.len() {
        let place = vague_at(text, i);
        if let Some((first, end)) = place.filter(|(_, end)| !is_listed(text, *end)) {
            let victims = reading
                .figures_in(text.sentence_of(i), text.sentence_of(i))
                .any(|(_, f)| f.is_casualty() && f.first < end && f.end > first);
            if !victims {
                found.push((first, end));
            }
            i = end;
        } else {
            i += 1;
        }
    }
    found
}

fn vague_at(text: &Text, i: usize) -> Option<(usize, usize)> {
    let quantifier =
        text.is(i, class::VAGUE.or(class::MOST_OF).or(class::PLURAL_NUM)) && text.kind(i) == Some(Kind::Word);
    let numbered = text.kind(i + 1) == Some(Kind::Number) || text.is(i + 1, class::NUM.or(class::SCALE));
    // “the most prominent”, “so many”
    let ranks = text.is(i, class::SUP_MARKER) && text.is(i + 1, class::ADJECTIVE.or(class::ADJ));
    if !quantifier || numbered || ranks {
        return None;
    }
    let before = i.wrapping_sub(1);
    let first = if text.is(before, class::DEF.or(class::OF).or(class::INDEF))
        && text.sentence_of(before) == text.sentence_of(i)
    {
        before
    } else {
        i
    };
    let joins = class::OF
        .or(class::DEF)
        .or(class::INDEF)
        .or(class::POSS)
        .or(class::DEM)
        .or(class::ADJ)
        .or(class::ADJECTIVE)
        .or(class::OTHER);
    let noun = (i + 1..i + 6).find(|k| !text.is(*k, joins) || text.is(*k, class::NOUN) && !text.is(*k, class::DEF))?;
    let thing = text.kind(noun) == Some(Kind::Word)
        && (text.is(noun, class::NOUN) || text.ends_plural(noun))
        && text.sentence_of(noun) == text.sentence_of(i);
    let idle = class::TIMES
        .or(class::DURATION)
        .or(class::CALENDAR_UNIT)
        .or(class::DEAD)
        .or(class::WOUNDED)
        .or(class::CASUALTY)
        .or(class::MISSING)
        .or(class::ANONYMOUS);
    let particle = class::PREP.or(class::REL).or(class::COMP).or(class::AND).or(class::FIN);
    (thing && !text.is(noun, idle) && !(text.is(noun, particle) && !text.is(noun, class::NOUN)))
        .then_some((first, noun + 1))
}

/// Whether the things are named right behind: “plusieurs villes : Brive, Tulle et Ussel”, “(…)”.
fn is_listed(text: &Text, end: usize) -> bool {
    (end..end + 3).any(|k| {
        (text.sign(k, ":") || text.sign(k, "(") || text.is(k, class::INCLUDING))
            && text.sentence_of(k) == text.sentence_of(end - 1)
    })
}

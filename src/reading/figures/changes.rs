//! Changes of a quantity: “est passé de 40 à 60 euros, soit + 50 %”, “rose from 8% to 10%, up two points”, “a doublé”.
//!
//! What is told of one change in one sentence: where it began, where it ended and the change as stated. What checks
//! compare is computed in `arithmetic`; here is only what stands there.

use super::arithmetic::slack;
use super::{Count, Figure};
use crate::lang::{Classes, class};
use crate::reading::{DateKind, Reading, phrases};
use crate::report::{FigureKind, Precision};
use crate::text::{Kind, Text};

/// The value before or after: how far the way it is written lets it stray, and its tokens.
#[derive(Clone, Copy, Debug)]
pub struct Level {
    pub value: f64,
    pub slack: f64,
    pub kind: FigureKind,
    pub first: usize,
    pub end: usize,
}

/// In which measure a change is stated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Measure {
    Percent,
    /// Percentage points.
    Points,
    /// “a doublé”: how many times as much.
    Factor,
    /// In the unit of the values.
    Unit,
}

/// The change as stated.
#[derive(Clone, Copy, Debug)]
pub struct Stated {
    pub value: f64,
    pub slack: f64,
    pub measure: Measure,
    pub precision: Precision,
    /// 1 up, −1 down, 0 where the words do not say.
    pub way: i8,
    pub first: usize,
    pub end: usize,
}

/// One change.
#[derive(Clone, Copy, Debug)]
pub struct Change {
    pub sentence: usize,
    pub from: Option<Level>,
    pub to: Option<Level>,
    pub stated: Option<Stated>,
    /// The change told once more, in per cent: “a doublé (+ 100 %)”.
    pub again: Option<Stated>,
    /// The word that says that something changed.
    pub word: usize,
}

impl Change {
    /// Tokens of all that is told of it.
    pub fn range(&self) -> (usize, usize) {
        let places = [
            self.from.map(|l| (l.first, l.end)),
            self.to.map(|l| (l.first, l.end)),
            self.stated.map(|s| (s.first, s.end)),
            self.again.map(|s| (s.first, s.end)),
        ];
        let mut range = (usize::MAX, 0);
        for (first, end) in places.into_iter().flatten() {
            range = (range.0.min(first), range.1.max(end));
        }
        if range.1 == 0 { (self.word, self.word + 1) } else { range }
    }
}

/// Words that say which way a quantity went.
const MOVES: Classes = class::RISE.or(class::FALL);
/// Words that a change of value comes with, whichever way.
const CHANGES: Classes = MOVES.or(class::CHANGE);
const FACTORS: Classes = class::DOUBLE.or(class::TRIPLE).or(class::QUADRUPLE).or(class::MULTIPLY).or(class::HALVE);

/// All changes of the text, by their sentences.
pub fn find(reading: &Reading) -> Vec<Change> {
    let mut changes = Vec::new();
    for s in 0..reading.text.sentences.len() {
        in_sentence(reading, s, &mut changes);
    }
    changes
}

fn in_sentence(reading: &Reading, s: usize, changes: &mut Vec<Change>) {
    let text = &reading.text;
    let sentence = text.sentence(s);
    let words: Vec<usize> = (sentence.first..sentence.end).filter(|k| is_move(text, *k)).collect();
    let any = !words.is_empty() || reading.sentence_has(s, CHANGES);
    let figures: Vec<&Figure> = reading.figures_in(s, s).map(|(_, f)| f).collect();
    if !any
        || figures.is_empty()
            && !words.iter().any(|k| text.is(*k, FACTORS.or(class::STEEP)))
            && !steep_near(text, &words)
    {
        return;
    }
    let start = changes.len();
    for (i, figure) in figures.iter().enumerate() {
        let next = figures.get(i + 1).copied();
        let Some((from, to)) = pair(text, figure, next).or_else(|| against(text, figure, &figures, i)) else {
            continue;
        };
        let word = nearest(text, &words, from.first.min(to.first)).unwrap_or(from.first);
        let mut change = Change { sentence: s, from: Some(from), to: Some(to), stated: None, again: None, word };
        let place = change.range();
        let beside = |f: &Stated| f.end + 12 > place.0 && f.first < place.1 + 12;
        change.stated = stated_beside(text, &figures, place, to.kind)
            .or_else(|| words.iter().find_map(|k| factor(text, *k).filter(beside)))
            .or_else(|| stated_behind(reading, s, to.kind));
        changes.push(change);
    }
    // Changes without both values: “a augmenté de 30 %”, “a doublé”, “en forte hausse”.
    for word in &words {
        let told = changes.iter().skip(start).any(|c| {
            let (first, end) = c.range();
            c.word == *word || (first.saturating_sub(4)..end + 4).contains(word)
        });
        if told {
            continue;
        }
        let mut figure = figures.iter().filter(|f| moved(text, f).is_some_and(|(_, w)| w == *word));
        let stated = factor(text, *word).or_else(|| figure.find_map(|f| stated(text, f, FigureKind::Other)));
        if stated.is_some() || is_steep(text, *word) && moves_quantity(text, *word) {
            let again = stated.filter(|f| f.measure == Measure::Factor).and_then(|f| restated(text, &figures, f.end));
            changes.push(Change { sentence: s, from: None, to: None, stated, again, word: *word });
        }
    }
}

/// Whether token `i` says that something grew or shrank: no noun or adverb that a name or a verb of saying holds.
fn is_move(text: &Text, i: usize) -> bool {
    // “up to”, “set up”: an English particle says so only beside a number.
    let particle = text.is(i, class::DIRECTION)
        && text.is(i, class::PREP)
        && !(text.kind(i + 1) == Some(Kind::Number)
            || text.is(i + 1, class::NUM.or(class::ABOUT).or(class::MORE_THAN).or(class::BY).or(class::MONEY))
            || text.is(i.wrapping_sub(1), class::PERCENT));
    text.is(i, MOVES.or(FACTORS)) && !particle && !text.capital(i) | (i == text.sentence(text.sentence_of(i)).first)
}

/// Whether the word says by itself, or by the adverb or adjective beside it, that the change is big.
pub fn is_steep(text: &Text, i: usize) -> bool {
    let beside = |k: usize| text.is(k, class::STEEP) && !text.is(k, MOVES) && !text.is_pause(k);
    text.is(i, class::STEEP) || beside(i + 1) || beside(i.wrapping_sub(1))
}

/// Whether what rises or falls is a number, level or price: roofs collapse as well, and cats jump.
fn moves_quantity(text: &Text, word: usize) -> bool {
    let sentence = text.sentence(text.sentence_of(word));
    let quantity = class::QUANTITY.or(class::ECONOMY).or(class::POLICY);
    let before =
        (sentence.first..word).rev().take(10).take_while(|k| !text.is(*k, class::REL.or(class::COMP).or(class::BUT)));
    let noun = text.is(word, class::NOUN) && !text.is(word, class::VERB);
    // “la chute des prix”
    let mut behind = (word + 1..word + 5).skip_while(|k| !text.is(*k, class::OF));
    if noun { behind.any(|k| text.is(k, quantity)) } else { before.into_iter().any(|k| text.is(k, quantity)) }
}

fn steep_near(text: &Text, words: &[usize]) -> bool {
    words.iter().any(|k| is_steep(text, *k))
}

/// The word of change nearest to token `at`.
fn nearest(text: &Text, words: &[usize], at: usize) -> Option<usize> {
    words.iter().copied().filter(|k| text.sentence_of(*k) == text.sentence_of(at)).min_by_key(|k| k.abs_diff(at))
}

/// “de 40 à 60 euros”, “from 100 in 2022 to 130 in 2023” behind a word of change.
fn pair(text: &Text, old: &Figure, next: Option<&Figure>) -> Option<(Level, Level)> {
    let from = old.first.checked_sub(1).filter(|k| text.is(*k, class::FROM))?;
    let sentence = text.sentence(old.sentence);
    let changed = (sentence.first.max(from.saturating_sub(14))..from).rev().take_while(|k| !text.sign(*k, ";"));
    let mut changed = std::iter::once(from).chain(changed).filter(|k| text.is(*k, CHANGES));
    let word = changed.next()?;
    // “une hausse de 30 à 40 %”: behind a noun of change right before it, how much; behind a verb, where from.
    let size = word + 1 == from
        && (text.is(word, class::NOUN) && !text.is(word, class::VERB) || !text.is(word, class::CHANGE));
    if old.precision == Precision::Range {
        let (low, high) = old.low.zip(old.high).filter(|_| !(text.lang.romance && size))?;
        let level = |value| Level { value, slack: slack(text, old), kind: old.kind, first: old.first, end: old.end };
        return Some((level(low), level(high)));
    }
    let new = next.filter(|f| f.sentence == old.sentence)?;
    // “de 2 à 3 millions”: the unit and the scale of the second belong to the first.
    let bare = old.kind == FigureKind::Other && old.head.is_none_or(|h| text.is(h, class::CHANGE));
    let alike = old.kind == new.kind || bare && old.end == old.number_end;
    if !alike || new.first > old.end + 10 {
        return None;
    }
    let joint = new.first.checked_sub(1)?;
    let joint = joint - usize::from(text.is(joint, class::DEF) && joint > old.end);
    let to = text.is(joint, class::TO) && !text.is(joint, class::FROM) || text.is(new.first, class::AT_MOST);
    let between = (old.end..joint).all(|k| {
        !phrases::is_finite(text, k) && !text.is(k, class::AND.or(class::BUT).or(class::REL)) && !text.sign(k, ";")
    });
    let mut from = level(text, old)?;
    let to_level = level(text, new).filter(|_| to && between)?;
    let scale = new.number_end.checked_sub(1).filter(|k| text.is(*k, class::SCALE)).and_then(|k| text.value(k));
    if let Some(scale) = scale.filter(|s| {
        bare && from.value < 1000.0 && from.value < *s && !(old.first..old.number_end).any(|k| text.is(k, class::SCALE))
    }) {
        (from.value, from.slack) = (from.value * scale, from.slack * scale);
    }
    from.kind = new.kind;
    Some((from, to_level))
}

/// “10 %, contre 8 % un an plus tôt”, “10%, up from 8%”: the old value behind the new one.
fn against(text: &Text, old: &Figure, figures: &[&Figure], i: usize) -> Option<(Level, Level)> {
    let at = old.first.checked_sub(1)?;
    let at = at - usize::from(text.is(at, class::DEF.or(class::ADV)) && at > 0);
    if !text.is(at, class::VERSUS) {
        return None;
    }
    let new = figures.get(..i)?.iter().rev().find(|f| {
        f.kind == old.kind && f.head.is_some() == old.head.is_some()
            || f.kind == old.kind && f.kind != FigureKind::Other
    })?;
    // The change itself is no value: “en hausse de 2 % contre 3 % …”.
    let change = moved(text, new).is_some_and(|(way, k)| {
        way != 0 && text.is(k, MOVES) && k < new.first && text.is(k + 1, class::FROM.or(class::BY))
    });
    let apart = (new.end..at).any(|k| text.sign(k, ";") || text.is(k, class::AND.or(class::BUT)));
    (at <= new.end + 9 && !change && !apart).then(|| Some((level(text, old)?, level(text, new)?)))?
}

fn level(text: &Text, f: &Figure) -> Option<Level> {
    let exact = matches!(f.precision, Precision::Exact | Precision::Approximate) && f.count == Count::Given
        || f.count == Count::Zero;
    let value = f
        .low
        .filter(|_| exact || matches!(f.precision, Precision::AtLeast))
        .or(f.high.filter(|_| f.precision == Precision::AtMost))?;
    let stray = if exact && f.precision == Precision::Exact { 0.0 } else { value.abs() * 0.05 };
    Some(Level { value, slack: slack(text, f) + stray, kind: f.kind, first: f.first, end: f.end })
}

/// Which way a figure is said to go, and the word that says it: “en hausse de 3 %”, “up 3%”, “a 3% drop”, “+ 3 %”.
fn moved(text: &Text, f: &Figure) -> Option<(i8, usize)> {
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
    let mut k = f.end;
    for _ in 0..3 {
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
        k += 1;
    }
    let before = f.first.checked_sub(1)?;
    let signed = f.low.is_some_and(|v| v < 0.0);
    if signed || text.word(before) == "+" {
        return Some((if signed { -1 } else { 1 }, before));
    }
    text.is(before, class::TOTAL).then_some((0, before))
}

/// Whether a figure is told in percentage points.
fn is_points(text: &Text, f: &Figure) -> bool {
    f.head.is_some_and(|h| text.is(h, class::POINT)) || (f.number_end..f.end + 1).any(|k| text.is(k, class::POINT))
}

/// The figure as a stated change of values of the kind `of`.
fn stated(text: &Text, f: &Figure, of: FigureKind) -> Option<Stated> {
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
    Some(Stated { value, slack: slack(text, f), measure, precision: f.precision, way, first: f.first, end })
}

/// “a doublé”, “tripled”, “multiplié par trois”: how many times as much.
fn factor(text: &Text, word: usize) -> Option<Stated> {
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
        Some(Stated { value, slack: 0.0, measure: Measure::Factor, precision, way, first, end })
    };
    if text.is(word, class::MULTIPLY.or(class::HALVE)) && text.is(word + 1, class::BY) {
        let times = super::numbers::quantity(text, word + 2).filter(|q| q.precision != Precision::Range)?;
        let value = times.low.filter(|v| *v >= 1.5)?;
        let mut stated = make(if text.is(word, class::HALVE) { 1.0 / value } else { value }, times.end)?;
        stated.precision = times.precision;
        return Some(stated);
    }
    let fixed = [(class::DOUBLE, 2.0), (class::TRIPLE, 3.0), (class::QUADRUPLE, 4.0), (class::HALVE, 0.5)];
    // “un double salto”, “half a division”: only a verb or its noun.
    // “le double champion”
    let attribute = text.is(word, class::ADJ) && text.is(word + 1, class::NOUN);
    let told = !attribute && text.is(word, class::VERB) && !(text.lang.romance && text.is(word, class::HALVE))
        || !attribute && text.is(word, class::NOUN.or(class::ADV));
    fixed
        .into_iter()
        .find(|(class, _)| text.is(word, *class))
        .filter(|_| told)
        .and_then(|(_, value)| make(value, word + 1))
}

/// “a doublé (+ 100 %)”, “tripled, up 200%”: the percentage right behind a factor.
fn restated(text: &Text, figures: &[&Figure], end: usize) -> Option<Stated> {
    let behind = |f: &&&Figure| f.first >= end && f.first <= end + 4 && f.kind == FigureKind::Percent;
    let figure = figures.iter().find(behind)?;
    let apart = (end..figure.first).any(|k| text.is(k, class::AND.or(class::OF)));
    let mut stated = stated(text, figure, FigureKind::Percent).filter(|s| !apart && s.measure == Measure::Percent)?;
    stated.end += usize::from(text.sign(stated.end, ")"));
    Some(stated)
}

/// The stated change of the values at tokens `first..end`, in the same sentence and of the same subject.
fn stated_beside(text: &Text, figures: &[&Figure], (first, end): (usize, usize), of: FigureKind) -> Option<Stated> {
    let joined = |mut gap: std::ops::Range<usize>| {
        gap.len() <= 14 && !gap.any(|k| text.sign(k, ";") || text.is(k, class::AND.or(class::BUT).or(class::SUBORD)))
    };
    let behind = figures.iter().filter(|f| f.first >= end && joined(end..f.first));
    let before = figures.iter().rev().filter(|f| f.end <= first && joined(f.end..first));
    behind.chain(before).find_map(|f| stated(text, f, of))
}

/// “C'est une hausse de 2 %.”: the change alone, in a short sentence behind the values.
fn stated_behind(reading: &Reading, s: usize, of: FigureKind) -> Option<Stated> {
    let text = &reading.text;
    let next = text.sentence(s + 1);
    let points = class::PRON.or(class::DEM).or(class::TOTAL).or(class::INDEF);
    let short = next.end > next.first && next.end - next.first <= 22 && next.paragraph == text.sentence(s).paragraph;
    if !short || !(text.is(next.first, points) || text.lang.romance && text.is(next.first + 1, class::BE)) {
        return None;
    }
    reading.figures_in(s + 1, s + 1).find_map(|(_, f)| stated(text, f, of))
}

/// From the word that opens the first value: “de 40 à 60 euros”.
pub fn opening(text: &Text, first: usize) -> usize {
    first.checked_sub(1).filter(|k| text.is(*k, class::FROM)).unwrap_or(first)
}

/// Whether the text says since when, within what time or against what: in the sentence, or in the one beside it.
pub fn is_anchored(reading: &Reading, change: &Change) -> bool {
    let text = &reading.text;
    let s = change.sentence;
    let timed = |s: usize| {
        let period =
            class::DURATION.or(class::CALENDAR_UNIT).or(class::YEAR_RATE).or(class::PAST_YEAR).or(class::DECADE);
        let dated = reading.dates_in(s).any(|d| {
            !matches!(d.kind, DateKind::Clock | DateKind::Observance)
                && (d.kind != DateKind::Relative || d.weekday.is_none())
                && d.weekday.is_none()
        });
        dated || reading.sentence_has(s, period.or(class::VERSUS).or(class::COMPARE).or(class::AGO))
    };
    let paragraph = text.sentence(s).paragraph;
    let beside = [s.checked_sub(1), Some(s + 1)].into_iter().flatten();
    // What is planned, feared or possible is measured against now.
    let to_come = class::FUTURE.or(class::PLAN).or(class::MODAL).or(class::IF).or(class::COND).or(class::WISH);
    timed(s)
        || reading.sentence_has(s, to_come)
        || beside.filter(|t| *t < text.sentences.len() && text.sentence(*t).paragraph == paragraph).any(timed)
}

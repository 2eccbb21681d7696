//! Changes of a quantity: “est passé de 50 à 75 euros, soit + 50 %”, “rose from 8% to 10%, up two points”, “a doublé”.
//!
//! What is told of one change in one sentence: where it began, where it ended and the change as stated. What checks
//! compare is computed in `arithmetic`; here is only what stands there.

use super::arithmetic::slack;
use super::stated::{factor, moved, restated, stated, stated_behind, stated_beside};
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
    /// Of what the change works on: “raising borrowing costs by 0.5%”.
    pub of_object: bool,
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
pub(super) const MOVES: Classes = class::RISE.or(class::FALL);
/// Words that a change of value comes with, whichever way.
const CHANGES: Classes = MOVES.or(class::CHANGE);
pub(super) const FACTORS: Classes =
    class::DOUBLE.or(class::TRIPLE).or(class::QUADRUPLE).or(class::MULTIPLY).or(class::HALVE);

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
        // “a doublé un camion”: a factor alone is one only of a number or of several.
        let vague = stated.is_none_or(|f| f.measure == Measure::Factor && f.end == *word + 1);
        let several = stated.is_some() && text.kind(*word + 1) != Some(Kind::Word);
        if (stated.is_some() || is_steep(text, *word)) && (!vague || several || moves_quantity(text, *word)) {
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
            || text.is(i.wrapping_sub(1), class::PERCENT)
            // “rents are sharply up”
            || [i + 1, i.wrapping_sub(1)].iter().any(|k| text.is(*k, class::STEEP) && text.is(*k, class::ADV)));
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
    let quantity = class::QUANTITY.or(class::POLICY);
    let before =
        (sentence.first..word).rev().take(10).take_while(|k| !text.is(*k, class::REL.or(class::COMP).or(class::BUT)));
    let noun = text.is(word, class::NOUN) && (led(text, word) || !text.is(word, class::VERB));
    // “la chute des prix”
    let mut behind = (word + 1..word + 5).skip_while(|k| !text.is(*k, class::OF.or(class::PREP)));
    if noun { behind.any(|k| text.is(k, quantity)) } else { before.into_iter().any(|k| text.is(k, quantity)) }
}

/// Whether an article or adjective stands before the word, so that it is a noun or an attribute.
pub(super) fn led(text: &Text, word: usize) -> bool {
    let opens =
        class::DEF.or(class::INDEF).or(class::POSS).or(class::DEM).or(class::ADJ).or(class::ADJECTIVE).or(class::OF);
    word.checked_sub(1).is_some_and(|k| text.is(k, opens) && text.sentence_of(k) == text.sentence_of(word))
}

fn steep_near(text: &Text, words: &[usize]) -> bool {
    words.iter().any(|k| is_steep(text, *k))
}

/// The word of change nearest to token `at`.
fn nearest(text: &Text, words: &[usize], at: usize) -> Option<usize> {
    words.iter().copied().filter(|k| text.sentence_of(*k) == text.sentence_of(at)).min_by_key(|k| k.abs_diff(at))
}

/// “de 50 à 75 euros”, “from 80 in 2019 to 96 in 2021” behind a word of change.
fn pair(text: &Text, old: &Figure, next: Option<&Figure>) -> Option<(Level, Level)> {
    let from = old.first.checked_sub(1).filter(|k| text.is(*k, class::FROM))?;
    let sentence = text.sentence(old.sentence);
    let changed = (sentence.first.max(from.saturating_sub(14))..from).rev().take_while(|k| !text.sign(*k, ";"));
    let mut changed = std::iter::once(from).chain(changed).filter(|k| text.is(*k, CHANGES));
    // “De 12 % l'an passé, le taux est monté à 16 %”
    let front = || (old.end..sentence.end.min(old.end + 16)).find(|k| text.is(*k, CHANGES) && text.is(*k, class::VERB));
    let fronted = if from == sentence.first { front() } else { None };
    let word = changed.next().or(fronted)?;
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
    let counted = old.kind == FigureKind::People && new.kind == FigureKind::Other && new.head.is_none();
    let alike = old.kind == new.kind || bare && old.end == old.number_end || counted;
    if !alike || new.first > old.end + if fronted.is_some() { 18 } else { 10 } {
        return None;
    }
    let joint = new.first.checked_sub(1)?;
    let joint = joint - usize::from(text.is(joint, class::DEF) && joint > old.end);
    let to = text.is(joint, class::TO) && !text.is(joint, class::FROM) || text.is(new.first, class::AT_MOST);
    let between = (old.end..joint).all(|k| {
        // “from 900 head to 640”
        (!phrases::is_finite(text, k) || k == old.end && k + 1 == joint)
            && !text.is(k, class::AND.or(class::BUT).or(class::REL))
            && !text.sign(k, ";")
    });
    let behind = fronted.is_some_and(|verb| verb < joint && joint <= verb + 3);
    let mut from = level(text, old)?;
    let to_level = level(text, new).filter(|_| to && (between || behind))?;
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
    let inner = class::DEF.or(class::INDEF).or(class::ADV).or(class::FORMER);
    let at = (at.saturating_sub(3)..=at).rev().find(|k| !text.is(*k, inner) || text.is(*k, class::VERSUS))?;
    // “to 10% from 8%”
    let reversed = text.is(at, class::FROM) && !text.lang.romance;
    if !text.is(at, class::VERSUS) && !reversed {
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
    let apart = (new.end..at).any(|k| text.sign(k, ";") || text.is(k, class::AND.or(class::BUT)))
        || reversed && !text.is(new.first.wrapping_sub(1), class::TO.or(class::CHANGE));
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

/// From the word that opens the first value: “de 40 à 60 euros”.
pub fn opening(text: &Text, first: usize) -> usize {
    first.checked_sub(1).filter(|k| text.is(*k, class::FROM)).unwrap_or(first)
}

/// The place of a change that stands alone: its word, what is stated and the word that makes it big.
pub fn place(text: &Text, change: &Change) -> (usize, usize) {
    let (first, end) = change.range();
    let (first, end) = (first.min(change.word), end.max(change.word + 1));
    let big = |k: usize| text.is(k, class::STEEP) && !text.is(k, MOVES) && !text.is_pause(k);
    (first - usize::from(first > 0 && big(first - 1)), end + usize::from(big(end)))
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
        dated || reading.sentence_has(s, period.or(class::VERSUS).or(class::COMPARE).or(class::AFTER))
    };
    let compared = |s: usize| {
        reading.dates_in(s).any(|d| matches!(d.kind, DateKind::Year | DateKind::Month))
            || reading.sentence_has(s, class::VERSUS.or(class::COMPARE).or(class::PAST_YEAR))
    };
    let paragraph = text.sentence(s).paragraph;
    let beside = [s.checked_sub(1), Some(s + 1)].into_iter().flatten();
    // What is planned, feared or possible is measured against now.
    let to_come = class::FUTURE.or(class::MODAL).or(class::IF).or(class::COND).or(class::WISH);
    let infinitive =
        change.word.checked_sub(1).is_some_and(|k| text.is(k, class::TO) && text.is(change.word, class::INF));
    timed(s)
        || infinitive
        || reading.sentence_has(s, to_come)
        || beside.filter(|t| *t < text.sentences.len() && text.sentence(*t).paragraph == paragraph).any(compared)
}

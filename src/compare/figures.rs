//! Numbers of both versions, paired by what they count, and what became of them.

use super::align::Link;
use super::{Draft, Versions, stem};
use crate::lang::class;
use crate::order::{self, Index};
use crate::reading::{Count, Figure, Reading, conflicts};
use crate::report::{ChangeKind, FigureKind, Precision, Severity};
use crate::text::{Kind, Text};

/// Figures of one sentence that are paired.
const MOST: usize = 24;
/// Sentences at the start that tell what the article is about.
const LEAD: usize = 3;
/// Tokens beside a figure that tell what it is about.
const NEAR: usize = 6;

/// Two figures, by index, of the same thing.
#[derive(Clone, Copy)]
pub struct Pair {
    pub before: usize,
    pub after: usize,
}

/// The figures of both versions that belong together.
pub struct Pairs {
    pub all: Vec<Pair>,
    old: Vec<bool>,
    new: Vec<bool>,
}

impl Pairs {
    fn add(&mut self, before: usize, after: usize) {
        for (taken, at) in [(&mut self.old, before), (&mut self.new, after)] {
            if let Some(slot) = taken.get_mut(at) {
                *slot = true;
            }
        }
        self.all.push(Pair { before, after });
    }

    /// Whether a figure of the newer text was in the older one, with this number or another.
    pub fn is_known(&self, after: usize) -> bool {
        self.new.get(after).copied().unwrap_or(false)
    }
}

/// Pairs the figures, first in sentences that belong together, then the tolls of the whole text.
pub fn pairs(versions: &Versions) -> Pairs {
    let (older, newer) = (versions.older, versions.newer);
    let mut pairs =
        Pairs { all: Vec::new(), old: vec![false; older.figures.len()], new: vec![false; newer.figures.len()] };
    for link in versions.alignment.was.iter().flatten().filter(|link| link.same) {
        let old = older.figures_in(link.before, link.before);
        for ((before, _), (after, _)) in old.zip(newer.figures_in(link.after, link.after)) {
            pairs.add(before, after);
        }
    }
    for part in [false, true] {
        for link in versions.changed.iter().filter(|link| link.part == part) {
            in_sentence(versions, *link, &mut pairs);
        }
    }
    elsewhere(versions, &mut pairs);
    pairs
}

/// Whether two figures may be one, by text and figure of both versions.
type Rule = fn(&Text, &Figure, &Text, &Figure) -> bool;

/// The surest first.
const RULES: [Rule; 5] = [
    |_, a, _, b| a.kind == b.kind && number(a) == number(b) && a.precision == b.precision,
    |_, a, _, b| a.kind == b.kind && number(a) == number(b),
    |older, a, newer, b| a.kind == b.kind && conflicts::noun(older, a) == conflicts::noun(newer, b),
    |_, a, _, b| a.kind == b.kind && (a.is_toll() || a.kind == FigureKind::Money),
    // “12 blessés”, “12 morts”
    |_, a, _, b| a.is_toll() && b.is_toll() && number(a) == number(b) && number(a).0.is_some(),
];
/// How many of them ask for the same number: figures that agree need no other sign that they are one.
const SAME_NUMBER: usize = 2;

/// The figures of two sentences.
fn in_sentence(versions: &Versions, link: Link, pairs: &mut Pairs) {
    let (older, newer) = (versions.older, versions.newer);
    let free = |reading: &Reading, s: usize, taken: &[bool]| -> Vec<usize> {
        let open =
            |(i, f): (usize, &Figure)| (!taken.get(i).copied().unwrap_or(true) && !former(reading, f)).then_some(i);
        reading.figures_in(s, s).take(MOST).filter_map(open).collect()
    };
    for (at, rule) in RULES.into_iter().enumerate() {
        let old = free(older, link.before, &pairs.old);
        let mut new = free(newer, link.after, &pairs.new);
        let figures = |before: usize, after: usize| older.figures.get(before).zip(newer.figures.get(after));
        let fits = |before: usize, after: usize| {
            figures(before, after).is_some_and(|(a, b)| rule(&older.text, a, &newer.text, b))
        };
        let near = |before: usize, after: usize| {
            figures(before, after).map_or(0, |(a, b)| context(&older.text, a, &newer.text, b, NEAR))
        };
        for before in old.iter().copied() {
            let fitting: Vec<usize> = new.iter().copied().filter(|after| fits(before, *after)).collect();
            let best = fitting.iter().copied().max_by_key(|after| (near(before, *after), usize::MAX - after));
            let Some(after) = best else { continue };
            // Numbers that differ are one thing where nothing else can be meant, or where the words beside them agree.
            let alone = fitting.len() == 1 && old.iter().filter(|other| fits(**other, after)).count() == 1;
            if at < SAME_NUMBER || alone || near(before, after) > 0 {
                new.retain(|other| *other != after);
                pairs.add(before, after);
            }
        }
    }
}

/// The tolls whose number stands in one text only: where each text has just one of a kind, it is that of the event.
fn elsewhere(versions: &Versions, pairs: &mut Pairs) {
    let (older, newer) = (versions.older, versions.newer);
    for kind in [FigureKind::Killed, FigureKind::Wounded, FigureKind::Missing] {
        let of_kind = |reading: &Reading| {
            let mut numbers = Index::new();
            for (i, f) in reading.figures.iter().enumerate().filter(|(_, f)| f.kind == kind) {
                numbers.entry(order::key(&bits(f))).or_default().push(i);
            }
            numbers
        };
        let (old, new) = (of_kind(older), of_kind(newer));
        let only = |here: &Index, there: &Index, reading: &Reading, taken: &[bool]| {
            let mut lone = here.iter().filter(|(number, _)| !there.contains_key(*number));
            let (_, places) = lone.next().filter(|_| lone.next().is_none())?;
            let open = |i: &&usize| !taken.get(**i).copied().unwrap_or(true);
            let plain = |i: &&usize| reading.figures.get(**i).is_some_and(|f| is_main(reading, f));
            places.iter().filter(open).find(plain).copied()
        };
        let found = only(&old, &new, older, &pairs.old).zip(only(&new, &old, newer, &pairs.new));
        let figures =
            found.and_then(|(a, b)| older.figures.get(a).zip(newer.figures.get(b)).map(|(f, g)| (a, b, f, g)));
        if let Some((before, after, one, other)) = figures {
            let lead = one.sentence < LEAD && other.sentence < LEAD;
            if lead || context(&older.text, one, &newer.text, other, usize::MAX) > 1 {
                pairs.add(before, after);
            }
        }
    }
}

/// A toll of the event itself: told, now, of all.
fn is_main(reading: &Reading, f: &Figure) -> bool {
    !f.subset && !f.additional && !f.hypothetical && !f.background && f.count != Count::Absent && !former(reading, f)
}

/// The number that something had before: “from 12 to 15”.
fn former(reading: &Reading, f: &Figure) -> bool {
    let from = |change: &crate::reading::figures::changes::Change| {
        change.sentence == f.sentence
            && change.to.is_some()
            && change.from.is_some_and(|level| level.first < f.end && f.first < level.end)
    };
    reading.changes.iter().skip(reading.changes.partition_point(|c| c.sentence < f.sentence)).take(MOST).any(from)
}

/// Stems that stand beside both figures, at most `near` tokens away.
fn context(older: &Text, one: &Figure, newer: &Text, other: &Figure, near: usize) -> usize {
    let words = |text: &Text, f: &Figure| {
        let sentence = text.sentence(f.sentence);
        let first = sentence.first.max(f.first.saturating_sub(near));
        let end = sentence.end.min(f.end.saturating_add(near)).min(first + super::LONGEST);
        let content = |i: &usize| text.kind(*i) == Some(Kind::Word) && !text.is(*i, class::STOP.or(class::NUM));
        let mut words = Index::new();
        (first..end).filter(content).for_each(|i| _ = words.insert(stem(text, i), Vec::new()));
        words
    };
    let (a, b) = (words(older, one), words(newer, other));
    a.keys().filter(|word| b.contains_key(*word)).count()
}

/// The bounds of a figure, whatever its modifier: one number, or two of a range.
fn number(f: &Figure) -> (Option<f64>, Option<f64>) {
    (f.low.or(f.high), if f.precision == Precision::Range || f.count == Count::Vague { f.high } else { None })
}

fn bits(f: &Figure) -> [u64; 3] {
    let (low, high) = number(f);
    [f.count as u64 / 2, low.map_or(1, f64::to_bits), high.map_or(1, f64::to_bits)]
}

/// What became of the figures, each change once.
pub fn changes(versions: &Versions, pairs: &Pairs) -> Vec<Draft> {
    let (older, newer) = (versions.older, versions.newer);
    let mut told = Index::new();
    let mut drafts = Vec::new();
    let mut all = pairs.all.clone();
    order::by_key(&mut all, |pair| (pair.after, pair.before));
    for pair in all {
        let Some((one, other)) = older.figures.get(pair.before).zip(newer.figures.get(pair.after)) else { continue };
        let Some((kind, severity)) = change(older, one, newer, other) else { continue };
        let [a, b, c] = bits(one);
        let [d, e, f] = bits(other);
        let key = order::key(&[kind as u64, other.kind as u64, a, b, c, d, e, f]);
        if told.insert(key, Vec::new()).is_none() {
            drafts.push(Draft::new(kind, severity, one.span(&older.text), other.span(&newer.text)));
        }
    }
    drafts
}

fn change(older: &Reading, one: &Figure, newer: &Reading, other: &Figure) -> Option<(ChangeKind, Severity)> {
    let counted = |f: &Figure| matches!(f.count, Count::Given | Count::Rounded | Count::Zero);
    let toll = one.is_casualty() && other.is_casualty();
    let changed = if toll { ChangeKind::TollChanged } else { ChangeKind::FigureChanged };
    if !counted(one) || !counted(other) {
        // Two ways to give no number are no other number.
        let vague = one.count == Count::Vague && other.count == Count::Vague && one.low != other.low;
        return (vague || counted(one) != counted(other)).then_some((changed, Severity::Warning));
    }
    if one.kind != other.kind || number(one) != number(other) {
        return Some((changed, Severity::Warning));
    }
    let main = !matches!(other.kind, FigureKind::Distance | FigureKind::Duration | FigureKind::Age);
    let weight = if main { Severity::Warning } else { Severity::Info };
    let provisional = |reading: &Reading, f: &Figure| reading.sentence_has(f.sentence, class::PROVISIONAL);
    if one.precision == other.precision {
        let dropped = toll
            && one.precision == Precision::Exact
            && provisional(older, one)
            && !provisional(newer, other)
            && !older.sentence_has(one.sentence, class::FINAL_COUNT);
        return dropped.then_some((ChangeKind::BoundDropped, weight));
    }
    match (one.precision, other.precision) {
        (Precision::Exact, _) => Some((ChangeKind::BoundAdded, Severity::Info)),
        _ => Some((ChangeKind::BoundDropped, weight)),
    }
}

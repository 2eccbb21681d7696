//! The day or period that a figure is about.

use super::{DateKind, DateMention, Figure, Reading};
use crate::lang::class;

/// Tokens between a figure and its date that are looked at; what stands farther off is only far.
const FAR: usize = 40;
/// What a pause or a connective between a figure and a date is worth, in tokens.
const APART: usize = 8;

/// The date of a figure, as index: in its own sentence, else in the one before in its paragraph. The day of a statement is none.
pub fn date_of(reading: &Reading, figure: &Figure) -> Option<usize> {
    in_sentence(reading, figure).or_else(|| {
        let before = figure.sentence.checked_sub(1)?;
        let (own, other) = (reading.text.sentence(figure.sentence), reading.text.sentence(before));
        let dates = dates(reading, before).filter(|(_, date)| tells_when(reading, before, date));
        let mut dates = dates.take(2).filter(|_| own.paragraph == other.paragraph);
        // Of two it would be a guess.
        dates.next().filter(|_| dates.next().is_none()).map(|(i, _)| i)
    })
}

/// The dates of sentence `s`, with their indices.
fn dates<'a>(reading: &'a Reading, s: usize) -> impl Iterator<Item = (usize, &'a DateMention)> {
    let sentence = reading.text.sentence(s);
    let start = reading.dates.partition_point(|d| d.first < sentence.first);
    reading.dates.iter().enumerate().skip(start).take_while(move |(_, d)| d.end <= sentence.end)
}

/// Of the dates on either side of the figure, the nearer one.
fn in_sentence(reading: &Reading, figure: &Figure) -> Option<usize> {
    let fits = |(_, date): &(usize, &DateMention)| {
        let inside = date.first < figure.end && figure.first < date.end;
        !inside && tells_when(reading, figure.sentence, date)
    };
    let before = dates(reading, figure.sentence).take_while(|(_, d)| d.first < figure.first).filter(fits).last();
    let after = dates(reading, figure.sentence).skip_while(|(_, d)| d.first < figure.end).find(fits);
    let distance = |(_, date): &(usize, &DateMention)| {
        let gap = if date.end <= figure.first { date.end..figure.first } else { figure.end..date.first };
        let joint = class::AND.or(class::BUT).or(class::REL).or(class::COMP);
        let apart = gap.clone().take(FAR).filter(|k| reading.text.is_pause(*k) || reading.text.is(*k, joint)).count();
        gap.len() + APART * apart
    };
    before.into_iter().chain(after).min_by_key(distance).map(|(i, _)| i)
}

/// Whether the date says when something happened, not when or in what it was told.
fn tells_when(reading: &Reading, s: usize, date: &DateMention) -> bool {
    let holds = |(first, end): (usize, usize)| first < date.end && date.first < end;
    let frame = |a: &super::Attribution| {
        let parts = a.cue.iter().chain(&a.source).chain(&a.channel);
        parts.copied().chain(a.when.map(|k| (k, k + 1))).any(holds)
    };
    date.kind != DateKind::Clock && !reading.attributions_at(s).any(|(_, a)| frame(a))
}

//! The day or period that a figure is about.

use super::{Attribution, DateKind, DateMention, Figure, Reading};
use crate::lang::class;
use crate::report::FigureKind;

/// Tokens between a figure and its date that are looked at; what stands farther off is only far.
const FAR: usize = 40;
/// What a pause or a connective between a figure and a date is worth, in tokens.
const APART: usize = 8;
/// Dates and attributions of one sentence that are looked at.
const MOST: usize = 12;

/// The date of a figure, as index: in its own sentence, else in the one before in its paragraph. The day of a statement is
/// none; neither has an age or a duration a day, nor takes what is told of an earlier event the day of this one.
pub fn date_of(reading: &Reading, figure: &Figure) -> Option<usize> {
    if matches!(figure.kind, FigureKind::Age | FigureKind::Duration) {
        return None;
    }
    in_sentence(reading, figure).or_else(|| {
        let before = figure.sentence.checked_sub(1).filter(|_| !figure.background)?;
        let (own, other) = (reading.text.sentence(figure.sentence), reading.text.sentence(before));
        if own.paragraph != other.paragraph {
            return None;
        }
        let start = reading.dates.partition_point(|d| d.first < other.first);
        let dates = reading.dates.iter().enumerate().skip(start).take_while(|(_, d)| d.end <= other.end).take(MOST);
        let mut dates = dates.filter(|(_, date)| tells_when(reading, before, date));
        // Of two it would be a guess.
        let only = dates.next().filter(|_| dates.next().is_none());
        only.filter(|(_, date)| !is_aside(reading, date) && governs(reading, date)).map(|(i, _)| i)
    })
}

/// Of the dates on either side of the figure in its sentence, the nearer one.
fn in_sentence(reading: &Reading, figure: &Figure) -> Option<usize> {
    let text = &reading.text;
    let sentence = text.sentence(figure.sentence);
    let next = reading.dates.partition_point(|d| d.first < figure.number_end);
    let fits = |i: &usize| {
        let date = reading.dates.get(*i);
        date.is_some_and(|d| {
            d.end <= sentence.end && d.first >= sentence.first && tells_when(reading, figure.sentence, d)
        })
    };
    // “The Alliance, which has held Dorrin since June, put the toll at 58”: of another clause.
    let apart =
        |date: &DateMention| is_aside(reading, date) && (date.end..figure.first).take(FAR).any(|k| text.is_pause(k));
    let before = (next.saturating_sub(MOST)..next).rev().filter(fits).filter_map(|i| Some((i, reading.dates.get(i)?)));
    let before = before.filter(|(_, d)| d.end <= figure.first).find(|(_, d)| !apart(d));
    let after = (next..next + MOST).find(fits).and_then(|i| Some((i, reading.dates.get(i)?)));
    let after = after.filter(|(_, d)| !compared(reading, figure, d.first));
    let distance = |(_, date): &(usize, &DateMention)| {
        let gap =
            if date.end <= figure.first { date.end..figure.first } else { figure.end..date.first.max(figure.end) };
        let joint = class::AND.or(class::BUT).or(class::REL).or(class::COMP);
        let pauses = gap.clone().take(FAR).filter(|k| text.is_pause(*k) || text.is(*k, joint)).count();
        gap.len() + APART * pauses
    };
    before.into_iter().chain(after).min_by_key(distance).map(|(i, _)| i)
}

/// Whether what the figure is compared with stands before the date behind it: “6 000 contre 4 000 en mai”, “higher than in
/// 2008”.
fn compared(reading: &Reading, figure: &Figure, date: usize) -> bool {
    let versus = class::VERSUS.or(class::COMPARE);
    (figure.end..date).take(FAR).any(|k| reading.text.is(k, versus))
}

/// Whether the date is that of its whole sentence, and of the next: no year at its end, no “du mois d'avril”.
fn governs(reading: &Reading, date: &DateMention) -> bool {
    let text = &reading.text;
    let opens = date.first <= text.sentence(text.sentence_of(date.first)).first + 1;
    (date.kind != DateKind::Year || opens) && !text.is(date.first.wrapping_sub(1), class::OF)
}

/// Whether the date stands in a relative clause, or among examples.
fn is_aside(reading: &Reading, date: &DateMention) -> bool {
    let text = &reading.text;
    let clause = (text.sentence(text.sentence_of(date.first)).first..date.first).rev().take(FAR);
    clause
        .take_while(|k| !text.is_pause(*k))
        .any(|k| text.is(k, class::REL.or(class::INCLUDING)) && !text.is(k, class::COMP))
}

/// Whether the date says when something happened, not when or in what it was told.
fn tells_when(reading: &Reading, s: usize, date: &DateMention) -> bool {
    let text = &reading.text;
    let holds = |(first, end): (usize, usize)| first < date.end && date.first < end;
    // “according to the ministry in March”
    let behind = |(_, end): (usize, usize)| {
        end <= date.first && date.first <= end + 1 && (end..date.first).all(|k| text.is(k, class::PREP.or(class::VIA)))
    };
    let frame = |a: &Attribution| {
        let parts = || a.cue.iter().chain(&a.source).copied();
        let told = a.source.is_some_and(behind) || parts().any(behind) && !a.says(date.first);
        told || parts().chain(a.channel).chain(a.when.map(|k| (k, k + 1))).any(holds)
    };
    date.kind != DateKind::Clock && !reading.attributions_at(s).take(MOST).any(|(_, a)| frame(a))
}

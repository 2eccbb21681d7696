//! Crowds: how many marched, rallied or went on strike, and who says so.

use super::{Count, Figure, PEOPLE};
use crate::lang::{Classes, class};
use crate::reading::Reading;
use crate::report::FigureKind;

/// Fewer than this a reporter counts on the spot.
const COUNTABLE: f64 = 100.0;

/// Bodies that put numbers on crowds.
const COUNTERS: Classes = class::POLICE.or(class::INSTITUTION).or(class::ROLE).or(class::MEDIA).or(class::GROUP);

/// The figures that give the size of a crowd, with how many sources the passage has for its size.
pub fn find(reading: &Reading) -> Vec<(usize, usize)> {
    let sizes: Vec<usize> = reading.figures.iter().enumerate().filter(|(_, f)| is_size(reading, f)).map(|(i, _)| i).collect();
    sizes.iter().map(|i| (*i, voices(reading, *i))).collect()
}

/// Whether a figure is the size of a march, rally or strike.
fn is_size(reading: &Reading, f: &Figure) -> bool {
    let text = &reading.text;
    let counted = matches!(f.count, Count::Given | Count::Vague | Count::Rounded) && !f.hypothetical && !f.background && !f.subset;
    let people = matches!(f.kind, FigureKind::People) || f.kind == FigureKind::Other && f.head.is_none_or(|h| text.is(h, class::MARCH));
    let large = f.low.or(f.high).is_some_and(|v| v >= if f.count == Count::Vague { 1000.0 } else { COUNTABLE });
    if !counted || !people || !large {
        return false;
    }
    let head = f.head.unwrap_or(f.end);
    if text.is(head, class::MARCH) && text.is(head, class::NOUN) {
        return true;
    }
    let staff = class::POLICE.or(class::FORCE).or(class::COMBATANT).or(class::ROLE);
    if f.head.is_some() && (text.is(head, staff) || !text.is(head, PEOPLE)) {
        return false;
    }
    // “150 000 personnes ont défilé”, “a march by 5,000 people”: in the clause of the number.
    let sentence = text.sentence(f.sentence);
    let pause = |k: &usize| text.sign(*k, ";") || text.is(*k, class::BUT.or(class::SUBORD));
    let before = (sentence.first..f.first).rev().take_while(|k| !pause(k)).take(14);
    let behind = (f.end..sentence.end).take_while(|k| !pause(k)).take(12);
    before.chain(behind).any(|k| text.is(k, class::MARCH) && !text.is(k, class::MONTH))
}

/// How many voices give a size of the crowd near the figure: in its paragraph or in the sentences beside it.
fn voices(reading: &Reading, at: usize) -> usize {
    let Some(this) = reading.figures.get(at) else { return 0 };
    let text = &reading.text;
    let paragraph = text.sentence(this.sentence).paragraph;
    let mut speakers: Vec<usize> = Vec::new();
    let mut joint = false;
    let near = |s: usize| text.sentence(s).paragraph == paragraph || s.abs_diff(this.sentence) <= 2;
    // Any number that another voice gives in the passage is taken as its count of the crowd.
    for (_, figure) in reading.figures_in(this.sentence.saturating_sub(6), this.sentence + 6) {
        let counts = matches!(figure.kind, FigureKind::People | FigureKind::Other) && figure.low.or(figure.high).is_some_and(|v| v >= COUNTABLE);
        if !near(figure.sentence) || !counts {
            continue;
        }
        for (_, attribution) in reading.attributions_at(figure.sentence) {
            let Some(speaker) = attribution.speaker.filter(|s| !speakers.contains(s)) else { continue };
            if let Some((first, end)) = attribution.source {
                joint |= (first..end).any(|k| text.is(k, class::AND)) && (first..end).filter(|k| text.is(*k, COUNTERS)).count() >= 2;
                speakers.push(speaker);
            }
        }
    }
    if joint { 2 } else { speakers.len() }
}

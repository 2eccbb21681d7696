//! Crowds: how many marched, rallied or went on strike, and who says so.

use super::{Count, Figure, PEOPLE};
use crate::lang::{Classes, class};
use crate::reading::Reading;
use crate::report::FigureKind;
use crate::text::{Kind, Text};

/// Fewer than this a reporter counts on the spot.
const COUNTABLE: f64 = 100.0;

/// Bodies that put numbers on crowds.
const COUNTERS: Classes = class::POLICE.or(class::INSTITUTION).or(class::ROLE).or(class::MEDIA).or(class::GROUP);

/// The figures that give the size of a crowd, with how many sources the passage has for its size.
pub fn find(reading: &Reading) -> Vec<(usize, usize)> {
    let sizes: Vec<usize> =
        reading.figures.iter().enumerate().filter(|(_, f)| is_size(reading, f)).map(|(i, _)| i).collect();
    sizes.iter().map(|i| (*i, voices(reading, *i))).collect()
}

/// Whether a figure is the size of a march, rally or strike.
fn is_size(reading: &Reading, f: &Figure) -> bool {
    let text = &reading.text;
    let counted = matches!(f.count, Count::Given | Count::Vague | Count::Rounded)
        && !f.hypothetical
        && !f.background
        && !f.subset;
    let people = matches!(f.kind, FigureKind::People)
        || f.kind == FigureKind::Other && f.head.is_none_or(|h| text.is(h, class::MARCH));
    let large = f.low.or(f.high).is_some_and(|v| v >= if f.count == Count::Vague { 1000.0 } else { COUNTABLE });
    if !counted || !people || !large || reading.sentence_has(f.sentence, class::SPORT) {
        return false;
    }
    let head = f.head.unwrap_or(f.end);
    if text.is(head, class::MARCH) && text.is(head, class::NOUN) {
        return true;
    }
    // “tens of thousands took to the streets”: what they did, not what is counted.
    let marching = text.is(head, class::MARCH) && text.is(head, class::VERB);
    if f.head.is_some() && marching {
        return true;
    }
    let staff = class::POLICE.or(class::FORCE).or(class::COMBATANT).or(class::ROLE);
    if f.head.is_some() && (text.is(head, staff) || !text.is(head, PEOPLE)) {
        return false;
    }
    // “150 000 personnes ont défilé”, “a march by 5,000 people”: in the clause of the number.
    let sentence = text.sentence(f.sentence);
    let parts = |k: &usize| text.sign(*k, ";") || text.is(*k, class::BUT.or(class::SUBORD));
    let before = (sentence.first..f.first).rev().take_while(|k| !parts(k)).take(14);
    let behind = (f.end..sentence.end).take_while(|k| !parts(k)).take(12);
    let mut clause = before.chain(behind);
    let marches = |k: usize| text.is(k, class::MARCH) && !(text.is(k, class::MONTH) && text.capital(k));
    // “9,000 teachers thronged the square to demand smaller classes”
    let protest = class::DEMAND.or(class::AGAINST);
    let fights = f.head.is_some_and(|h| text.is(h, class::FIGHTER_LABEL.or(class::PARTY)))
        || reading.sentence_has(f.sentence, class::FIGHT);
    let gathers = |k: usize| text.is(k, class::GATHER) && text.is(k, class::VERB);
    if clause.clone().any(marches)
        || !fights && clause.clone().any(gathers) && clause.clone().any(|k| text.is(k, protest))
    {
        return true;
    }
    // “Ils étaient 12 000, selon la police”: of the march that the sentence before tells of.
    let last = f.sentence.checked_sub(1).map(|s| text.sentence(s)).filter(|l| l.paragraph == sentence.paragraph);
    let told = last.is_some_and(|l| (l.first..l.end).any(marches));
    let counted =
        reading.attribution(f).and_then(|a| a.source).is_some_and(|(x, y)| (x..y).any(|k| text.is(k, COUNTERS)));
    told && (clause.any(|k| text.is(k, class::GATHER)) || counted && f.head.is_none_or(|h| text.is(h, class::PERSON)))
}

/// How many voices give a size of the crowd near the figure: in its paragraph or in the sentences beside it.
fn voices(reading: &Reading, at: usize) -> usize {
    let Some(this) = reading.figures.get(at) else { return 0 };
    let text = &reading.text;
    let paragraph = text.sentence(this.sentence).paragraph;
    let mut voices: Vec<&str> = Vec::new();
    for (_, figure) in reading.figures_in(this.sentence.saturating_sub(5), this.sentence + 5) {
        let near =
            text.sentence(figure.sentence).paragraph == paragraph || figure.sentence.abs_diff(this.sentence) <= 2;
        let counts = matches!(figure.kind, FigureKind::People | FigureKind::Other)
            && figure.low.or(figure.high).is_some_and(|v| v >= COUNTABLE);
        if !near || !counts {
            continue;
        }
        // “la police en a compté 5 000, les syndicats 18 000”: the body right beside its number.
        let before = (figure.first.saturating_sub(8)..figure.first).rev().take_while(|k| !pause(text, *k));
        let behind =
            (figure.end..figure.end + 9).take_while(|k| !pause(text, *k) && text.sentence_of(*k) == figure.sentence);
        let told = reading.attribution(figure).into_iter().flat_map(|a| a.source).flat_map(|(x, y)| x..y);
        // “5 000 selon la police”, but not “5 000 ont défilé devant le ministère”.
        let behind = behind.skip_while(|k| !text.is(*k, class::ACCORDING));
        for k in before.chain(behind).chain(told) {
            // “campaign group” is one voice.
            if text.is(k, COUNTERS)
                && !text.is(k + 1, COUNTERS)
                && figure.head != Some(k)
                && !voices.contains(&text.fold(k))
            {
                voices.push(text.fold(k));
            }
        }
        // A name or an unnamed source that says so is a voice as well.
        let other = reading
            .attribution(figure)
            .and_then(|a| a.source)
            .filter(|(x, y)| !(x.saturating_sub(3)..*y).any(|k| text.is(k, COUNTERS)));
        if let Some(word) = other.map(|(_, y)| text.fold(y - 1)).filter(|w| !voices.contains(w)) {
            voices.push(word);
        }
    }
    voices.len()
}

/// What parts a number from the body that gives the next one.
fn pause(text: &Text, k: usize) -> bool {
    let comma = text.sign(k, ",") && !text.is(k + 1, class::ACCORDING);
    text.sign(k, ";") || comma || text.is(k, class::BUT) || text.kind(k) == Some(Kind::Number)
}

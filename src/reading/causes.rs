//! Causes: one fact is said to have brought about another.

use super::{Count, Figure, Reading, context, phrases};
use crate::lang::{Classes, class};
use crate::report::FigureKind;

/// What kills or destroys by itself.
const PHYSICAL: Classes = class::ACCIDENT
    .or(class::FIGHT)
    .or(class::ATTACK)
    .or(class::WOUND)
    .or(class::ILLNESS)
    .or(class::FORCE)
    .or(class::PARTY);

/// Where the text ties a statistic or a death to a cause, and no source stands near: tokens `first..end`, one a sentence.
pub fn unsupported(reading: &Reading) -> Vec<(usize, usize)> {
    let text = &reading.text;
    let mut found = Vec::new();
    for (s, sentence) in text.sentences.iter().enumerate() {
        let mut places = (sentence.first..sentence.end).filter_map(|i| cause(reading, i));
        let Some(place) = places.next().filter(|_| !context::is_doubtful(text, s)) else { continue };
        let statistic = is_statistic(reading, s);
        let kills = (place.0..place.1).any(|k| text.is(k, class::KILL));
        // “Ils ont causé la mort de …”: what “they” are stands elsewhere.
        let known = text.is(place.0, class::PREP)
            || text.is(place.1 - 1, class::VERB) && !text.is(place.0.wrapping_sub(1), class::PRON.or(class::REL));
        let deaths = known
            && (kills || reading.sentence_has(s, class::DIE.or(class::DEAD)))
            && !reading.sentence_has(s, PHYSICAL);
        if (statistic || deaths) && !is_sourced(reading, s, place) {
            found.push(place);
        }
    }
    found
}

/// Whether a source stands in sentence `s` or beside it. What explains a figure is none, though its verb reports elsewhere.
fn is_sourced(reading: &Reading, s: usize, place: (usize, usize)) -> bool {
    let text = &reading.text;
    let speaks = |(first, end): (usize, usize)| {
        let head = (first..end).find(|k| text.is(*k, class::OF)).unwrap_or(end);
        phrases::holds_speaker(text, first, head)
    };
    reading.attributions_near(s.saturating_sub(1), s + 1).any(|(_, a)| {
        let own = a.cue.iter().any(|c| (place.0..place.1).contains(&c.0));
        a.source.is_some_and(|source| !own || speaks(source))
    })
}

/// The words at token `i` that name a cause.
fn cause(reading: &Reading, i: usize) -> Option<(usize, usize)> {
    let text = &reading.text;
    let explains = text.is(i, class::EXPLAIN);
    if !text.is(i, class::CAUSE.or(class::EXPLAIN)) || context::quoted(text, i) {
        return None;
    }
    if !text.is(i, class::VERB) {
        return (!text.is(i, class::NOUN)).then_some((i, i + 1));
    }
    // “which cause”, “the result”: a noun.
    let noun = i > 0
        && text.is(i, class::NOUN)
        && (text.is(i - 1, phrases::DETERMINER.or(class::ADJ).or(class::ADJECTIVE).or(class::OF))
            || text.is(i + 1, class::WITH));
    let group = phrases::verb_group(text, i);
    let object = text.is(group.end, class::COMP) || text.sign(group.end, ":");
    let bare = text.is(i, class::INF) && group.first == i && !group.finite;
    // “la cause de”
    let noun = noun
        || text.lang.romance && text.is(i, class::FIN) && text.is(i + 1, class::OF) && !text.is(i + 1, class::INDEF);
    (!noun && !group.negated && !group.modal && !bare && !(explains && object)).then_some((group.first, group.end))
}

/// Whether sentence `s` gives a rate, or a count of what rose or fell.
fn is_statistic(reading: &Reading, s: usize) -> bool {
    let changes = |f: &Figure| {
        (f.first.saturating_sub(6)..f.end + 4)
            .any(|k| reading.text.is(k, class::CHANGE.or(class::DIRECTION)) && reading.text.sentence_of(k) == s)
    };
    reading.figures_in(s, s).any(|(_, f): (usize, &Figure)| {
        let points = f.head.is_some_and(|h| reading.text.is(h, class::POINT));
        let counts = matches!(f.kind, FigureKind::People | FigureKind::Other | FigureKind::Money) && changes(f);
        f.count == Count::Given && (f.kind == FigureKind::Percent || points || counts)
    })
}

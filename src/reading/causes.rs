//! Causes: one fact is said to have brought about another.

use super::{Count, Figure, Reading, context, phrases};
use crate::lang::{Classes, class};
use crate::report::FigureKind;
use crate::text::Text;

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
        let Some(place) = places.next().filter(|p| concedes(text, *p) || !context::is_doubtful(text, s)) else {
            continue;
        };
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

/// “Si les vols baissent, c'est grâce à …”: the condition is a fact, and the cause is what is asserted.
fn concedes(text: &Text, (first, _): (usize, usize)) -> bool {
    let start = text.sentence(text.sentence_of(first)).first;
    let clause = (start..first).rev().find(|k| text.is_pause(*k)).unwrap_or(start);
    text.is(start, class::IF)
        && clause > start
        && first - clause < 6
        && (clause..first).any(|k| text.is(k, class::BE))
        && !context::doubts(text, start + 1..first)
}

/// Whether a source stands in sentence `s` or beside it. What explains a figure is none, though its verb reports elsewhere.
fn is_sourced(reading: &Reading, s: usize, place: (usize, usize)) -> bool {
    let text = &reading.text;
    reading.attributions_near(s.saturating_sub(1), s + 1).any(|(_, a)| {
        let own = a.cue.iter().any(|c| (place.0..place.1).contains(&c.0));
        a.source.is_some_and(|source| !own || speaks(text, source))
    })
}

/// Whether somebody speaks, not “the shortage of doctors”.
fn speaks(text: &Text, (first, end): (usize, usize)) -> bool {
    let first = first + usize::from(text.opens_as_plural(first));
    let head = (first..end).find(|k| text.is(*k, class::OF)).unwrap_or(end);
    phrases::holds_speaker(text, first, head)
}

/// The words at token `i` that name a cause.
fn cause(reading: &Reading, i: usize) -> Option<(usize, usize)> {
    let text = &reading.text;
    let explains = text.is(i, class::EXPLAIN);
    if is_moved(reading, i) {
        return Some((i, i + 1));
    }
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
    // “la mairie explique la baisse par …”: somebody says so.
    let told = explains
        && text.is(i, class::SAY)
        && phrases::subject(text, group.first).is_some_and(|place| speaks(text, place));
    (!noun && !told && !group.negated && !group.modal && !bare && !(explains && object))
        .then_some((group.first, group.end))
}

/// “cameras cut thefts by 20%”: a thing, nobody who acts, moves a number by so much.
fn is_moved(reading: &Reading, i: usize) -> bool {
    let text = &reading.text;
    if !text.is(i, class::RISE.or(class::FALL)) || !text.is(i, class::VERB) || context::quoted(text, i) {
        return false;
    }
    let group = phrases::verb_group(text, i);
    let form = group.finite && !group.passive && !group.negated && !group.modal;
    let counted = class::OFFENCE.or(class::DEAD).or(class::ACCIDENT).or(class::CASUALTY).or(class::QUANTITY);
    let object = phrases::right(text, group.end).filter(|end| {
        (group.end..*end).any(|k| text.is(k, counted)) && !(group.end..*end).any(|k| text.is(k, class::POSS))
    });
    let by = class::BY.or(class::OF);
    let s = text.sentence_of(i);
    let share = |at: usize| {
        text.is(at, by) && reading.figures_in(s, s).any(|(_, f)| f.first == at + 1 && f.kind == FigureKind::Percent)
    };
    let thing = || {
        phrases::subject(text, group.first)
            .is_some_and(|(a, b)| !speaks(text, (a, b)) && !(a..b).any(|k| text.is_name(k) && !text.opens_as_plural(k)))
    };
    form && object.is_some_and(|end| share(end) || (group.end..end).any(share)) && thing()
}

/// Whether sentence `s` gives a rate, or a count of what rose or fell.
fn is_statistic(reading: &Reading, s: usize) -> bool {
    let changes = |f: &Figure| {
        (f.first.saturating_sub(6)..f.end + 4).any(|k| {
            reading.text.is(k, class::CHANGE.or(class::DIRECTION).or(class::BEYOND)) && reading.text.sentence_of(k) == s
        })
    };
    reading.figures_in(s, s).any(|(_, f): (usize, &Figure)| {
        let points = f.head.is_some_and(|h| reading.text.is(h, class::POINT));
        let counts = matches!(f.kind, FigureKind::People | FigureKind::Other | FigureKind::Money) && changes(f);
        f.count == Count::Given && (f.kind == FigureKind::Percent || points || counts)
    }) || {
        // “les ventes ont doublé”, “ont chuté d'un tiers”
        let part = |k: usize| {
            reading.text.is(k, class::FRACTION)
                && (k.saturating_sub(2)..k).any(|o| reading.text.is(o, class::OF.or(class::BY)))
                && (k.saturating_sub(5)..k).any(|v| reading.text.is(v, class::RISE.or(class::FALL)))
        };
        let times = class::DOUBLE.or(class::TRIPLE).or(class::QUADRUPLE).or(class::HALVE);
        let sentence = reading.text.sentence(s);
        let verb = |k: usize| reading.text.is(k, times) && phrases::verb_group(&reading.text, k).finite;
        (sentence.first..sentence.end).any(|k| verb(k) || part(k))
    }
}

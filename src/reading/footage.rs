//! Videos, photographs, recordings and leaked papers that something rests on, and what the text says of where they come from.

use super::attributions::Range;
use super::{Reading, phrases};
use crate::lang::class;
use crate::text::Text;

/// A recording that a claim rests on: the words that name it.
#[derive(Clone, Copy, Debug)]
pub struct Footage {
    pub place: Range,
    pub sentence: usize,
}

/// The recordings that claims rest on, in order.
pub fn footage(text: &Text) -> Vec<Footage> {
    let mut found: Vec<Footage> = Vec::new();
    for i in text.having(class::FOOTAGE) {
        if !text.is(i, class::NOUN) || text.is(i, class::VERB) && !headed(text, i) {
            continue;
        }
        let first = phrase_start(text, i);
        let end = noun_end(text, i);
        if text.is(i + 1, class::FOOTAGE) || !(shows(text, end) || is_ground(text, first, end)) {
            continue;
        }
        if found.last().is_none_or(|f| f.place.1 <= first) {
            found.push(Footage { place: (first, end), sentence: text.sentence_of(i) });
        }
    }
    found
}

fn headed(text: &Text, i: usize) -> bool {
    i > 0 && text.is(i - 1, phrases::DETERMINER.or(class::ADJECTIVE).or(class::NOUN))
}

/// The determiner or first adjective before the noun.
fn phrase_start(text: &Text, noun: usize) -> usize {
    let sentence = text.sentence(text.sentence_of(noun));
    if !text.lang.romance {
        let joint = class::PREP.or(class::OF).or(class::TO).or(class::VIA).or(class::BE).or(class::HAVE);
        let open = |k: &usize| !text.is_pause(*k) && !text.is(*k, joint);
        let mut before = (noun.saturating_sub(5).max(sentence.first)..noun).rev().take_while(open);
        let one = usize::from(noun > sentence.first && text.is(noun - 1, class::ADJECTIVE.or(class::ADJ)));
        return before.find(|k| text.is(*k, phrases::DETERMINER)).unwrap_or(noun - one);
    }
    let inner = class::ADJ.or(class::ADJECTIVE).or(class::NOUN).or(class::OTHER).or(class::DEMONYM).or(class::FOOTAGE);
    let mut first = noun;
    while first > sentence.first && !text.is_pause(first - 1) {
        let before = first - 1;
        if text.is(before, phrases::DETERMINER.or(class::NUM)) && !text.is(before, class::TO.or(class::VIA)) {
            return before;
        }
        if !text.is(before, inner) || text.is(before, class::OF.or(class::PREP).or(class::VIA)) {
            break;
        }
        first = before;
    }
    first
}

/// Behind the adjectives of a French noun: “une vidéo amateur”.
fn noun_end(text: &Text, noun: usize) -> usize {
    let behind = |k: &usize| {
        text.lang.romance
            && text.is(*k, class::ADJECTIVE)
            && !text.is(*k, class::PP.or(class::FIN).or(class::PREP))
            && !text.is_pause(*k)
    };
    (noun + 1..noun + 3).take_while(behind).last().map_or(noun + 1, |k| k + 1)
}

/// “… montre”, “… appear to show”: the verb whose subject it is shows something.
fn shows(text: &Text, end: usize) -> bool {
    let sentence = text.sentence(text.sentence_of(end.saturating_sub(1)));
    let verb = (end..sentence.end.min(end + 16)).find(|k| {
        let relative = text.is(k - 1, class::REL) || text.is(k - 1, class::CLITIC) && text.is(k - 2, class::REL);
        let done = text.is(*k, class::PP) && text.is(k + 1, class::BY.or(class::PREP).or(class::WEEKDAY));
        phrases::is_finite(text, *k) && !relative && !done && text.quote_of(*k).is_none()
    });
    let verb = verb.filter(|v| !(end..*v).any(|k| text.is(k, class::BUT.or(class::AND)) || text.word(k) == ";"));
    verb.is_some_and(|v| (v..v + 4).any(|k| text.is(k, class::SHOW) && text.is(k, class::VERB)))
}

/// “dans une vidéo”, “d'après des photos”, “can be seen in a clip”: what is told rests on it.
fn is_ground(text: &Text, first: usize, end: usize) -> bool {
    let sentence = text.sentence(text.sentence_of(first));
    let Some(before) = first.checked_sub(1).filter(|b| *b >= sentence.first) else { return false };
    // “revu à la vidéo”, “une exposition de photos”
    let led =
        text.is(before, class::VIA.or(class::ACCORDING)) && !text.is(before, class::TO.or(class::BY).or(class::OF));
    let told =
        |k: usize| phrases::is_finite(text, k) || text.is(k, class::SAY.or(class::SEE)) && text.is(k, class::VERB);
    // “delivered the speech via video”: a way to speak.
    let bare = first + 1 == end && !text.ends_plural(first) && !text.is(end, class::PP);
    led && !bare
        && (before == sentence.first
            || text.sign(end, ",")
            || (end..sentence.end).any(told)
            || (sentence.first..before).any(told))
}

/// How many of three things the text says of a recording: who made it known, when or where it was made, whether it is
/// authentic. When it was seen is none of them.
pub fn provenance(reading: &Reading, footage: &Footage) -> usize {
    let text = &reading.text;
    let s = footage.sentence;
    let (here, next) = (text.sentence(s), text.sentence(s + 1));
    let last = if next.paragraph == here.paragraph { here.end.max(next.end) } else { here.end };
    let made = class::FILM.or(class::PUBLISH);
    let tells = |k: usize| text.is(k, made) && text.is(k, class::VERB) && !text.is(k, class::SHOW);
    let near = |k: usize| here.end.min(k + 12);
    let done: Vec<usize> = (here.first..last).filter(|k| tells(*k)).collect();
    let passive = |k: usize| {
        (k + 1..last.min(k + 12)).take_while(|j| !phrases::is_finite(text, *j)).any(|j| text.is(j, class::BY))
    };
    let active = |k: usize| {
        let object = footage.place.0 > k && footage.place.0 < k + 4;
        object
            && phrases::subject(text, phrases::verb_group(text, k).first)
                .is_some_and(|(a, b)| phrases::holds_speaker(text, a, b))
    };
    let own =
        reading.attributions_at(s).any(|(_, a)| a.channel.is_some() && reading.source(a).is_some_and(|s| s.is_named()));
    let who = done.iter().any(|k| passive(*k) || active(*k)) || own && !done.is_empty();
    let dated = |k: usize| {
        let day = class::WEEKDAY.or(class::RELATIVE_DAY).or(class::MONTH);
        let place = |j: usize| {
            text.is(j, class::PREP.or(class::TO).or(class::VIA)) && (text.is_name(j + 1) || text.is_name(j + 2))
        };
        (k + 1..near(k).max(k + 6)).take_while(|j| !text.is_pause(*j)).any(|j| text.is(j, day) || place(j))
    };
    let when = done.iter().any(|k| dated(*k));
    let checked = reading.verifications.iter().any(|v| *v == s || *v == s + 1)
        || (here.first..last).any(|k| text.is(k, class::AUTHENTIC) && text.is(k, class::VERB.or(class::ADJECTIVE)));
    usize::from(who) + usize::from(when) + usize::from(checked)
}

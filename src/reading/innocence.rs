//! Guilt told as fact while proceedings run: “le meurtrier X”, “X, qui a tué”, “arrêté pour avoir volé”.

use super::people::{self, Name};
use super::{Reading, phrases};
use crate::lang::{Classes, class};
use crate::text::Text;

/// What a court has to judge.
const DEED: Classes = class::OFFENCE.or(class::SEXUAL).or(class::KILL).or(class::WOUND);
/// Proceedings before a judgment.
const PENDING: Classes = class::PROCEDURE.or(class::ARREST);
/// What keeps an act from being told as fact.
const DOUBT: Classes = class::ALLEGED.or(class::HEARSAY).or(class::CONVICTED);

/// Where guilt is told as fact, in order: tokens `first..end`.
pub fn guilt(reading: &Reading) -> Vec<(usize, usize)> {
    let text = &reading.text;
    let mut found = Vec::new();
    if !text.tokens.iter().any(|t| t.classes.any(PENDING)) {
        return found;
    }
    for (s, sentence) in text.sentences.iter().enumerate() {
        let tokens = sentence.first..sentence.end;
        let at_stake = tokens.clone().any(|k| text.is(k, class::GUILT.or(DEED)));
        if !at_stake || reading.is_fiction(s) || reading.sentence_has(s, class::CONVICTED) {
            continue;
        }
        let mut names = people::names(text, s);
        names.extend(offices(text, s));
        let before = arrested(reading, s);
        let surnames = tokens.clone().filter(|k| {
            let alone = text.is_name(*k) && !text.is_name(k + 1) && !text.is_name(k.wrapping_sub(1));
            alone && before.iter().any(|n| text.fold(n.end - 1) == text.fold(*k))
        });
        let mut doers = names.clone();
        doers.extend(surnames.map(|k| Name { first: k, end: k + 1, full: false }));
        for i in tokens {
            let place = if text.is(i, class::GUILT) {
                names.iter().find(|n| is_called(text, i, **n)).map(|n| (*n, (i, i + 1)))
            } else if text.is(i, DEED) && text.is(i, class::VERB) {
                charged(reading, i, &names)
                    .map(|place| return_name(&names, place))
                    .or_else(|| did(reading, s, i, if before.is_empty() { &names } else { &doers }))
            } else {
                None
            };
            let Some((name, place)) = place else { continue };
            // “accused killer X”: the label is there all the same.
            let accused = |k: usize| {
                text.is(i, class::GUILT) && text.is(k, class::ACCUSE) && !text.is(k, class::CLAIM.or(class::THINK))
            };
            let doubted = (place.0.saturating_sub(3)..place.0)
                .chain(place.1..place.1 + 2)
                .any(|k| text.is(k, DOUBT) && !accused(k) && text.sentence_of(k) == s);
            if !doubted && !is_convicted(reading, name) && found.last() != Some(&place) {
                found.push(place);
            }
        }
    }
    found
}

/// “Le maire de Verlac, …”: who holds an office is known without a name.
fn offices(text: &Text, s: usize) -> Vec<Name> {
    let sentence = text.sentence(s);
    let opens = |k: usize| k == sentence.first || text.is_pause(k - 1);
    let office = |k: &usize| opens(*k) && text.is(*k, class::DEF) && (k + 1..k + 3).any(|r| text.is(r, class::ROLE));
    let found = (sentence.first..sentence.end).filter(office).filter_map(|first| {
        let end = (first..sentence.end).find(|k| text.is_pause(*k) || phrases::is_finite(text, *k))?;
        Some(Name { first, end, full: false })
    });
    found.collect()
}

/// The last name before a place; an office has none.
fn return_name(names: &[Name], place: (usize, usize)) -> (Name, (usize, usize)) {
    let name = names.iter().rev().find(|n| n.end <= place.0).or(names.first()).copied();
    (name.unwrap_or(Name { first: 0, end: 0, full: false }), place)
}

/// Whether another sentence says that the person was found guilty.
fn is_convicted(reading: &Reading, name: Name) -> bool {
    let text = &reading.text;
    let Some(surname) = name.end.checked_sub(1).map(|k| text.fold(k)) else { return false };
    text.sentences.iter().enumerate().any(|(s, sentence)| {
        reading.sentence_has(s, class::CONVICTED) && (sentence.first..sentence.end).any(|k| text.fold(k) == surname)
    })
}

/// “le violeur Karl Roth”, “l'assassin de la libraire, Paul Vernon,”, “Marc T., le meurtrier de …”, “X est le meurtrier”
fn is_called(text: &Text, i: usize, name: Name) -> bool {
    let plain = |from: usize, to: usize| {
        !(from..to).any(|k| phrases::is_finite(text, k) || text.is_pause(k) || text.is(k, class::AND.or(class::REL)))
    };
    if name.first > i {
        // “killer X”, “killer nurse X”
        let trade = !text.lang.romance && text.is(i + 1, class::PROFESSION.or(class::ROLE)) && !text.capital(i + 1);
        let behind = name.first == i + 1 + usize::from(trade);
        let comma = name.first - 1;
        return behind || comma > i && text.sign(comma, ",") && comma - i < 8 && plain(i + 1, comma);
    }
    // “Marc Dorval, arrêté dimanche, est l'auteur de …”
    let aside =
        (name.end + 1..name.end + 9).find(|k| text.sign(*k, ",")).filter(|c| *c < i && text.is(c + 1, class::BE));
    let name = Name { end: aside.filter(|_| text.sign(name.end, ",")).map_or(name.end, |c| c + 1), ..name };
    let comma = text.sign(name.end, ",");
    let from = name.end + usize::from(comma);
    let copula = !comma && text.is(from, class::BE) && text.is(from, class::FIN) && !text.is(from + 1, class::NEG);
    let open = if copula { from + 1 } else { from };
    let article = i > open && i - open < 4 && text.is(open, class::DEF.or(class::INDEF)) && plain(open, i);
    (comma || copula) && (article || comma && i == open)
}

/// “mis en examen pour avoir tué”, “indicted for killing”: of somebody whom the reader can know.
fn charged(reading: &Reading, verb: usize, names: &[Name]) -> Option<(usize, usize)> {
    let text = &reading.text;
    let sentence = text.sentence(text.sentence_of(verb));
    let form = if text.lang.romance { class::PP } else { class::GER };
    let from = verb.saturating_sub(4).max(sentence.first);
    let reason = (from..verb)
        .rev()
        .find(|k| text.is(*k, class::ACCORDING_OPINION.or(class::AFTER)))
        .filter(|_| text.is(verb, form))?;
    let helped = (reason + 1..verb).any(|k| text.is(k, class::HAVE) && text.is(k, class::INF));
    let adverbs = (reason + 1..verb).all(|k| text.is(k, class::ADV.or(class::HAVE).or(class::CLITIC)));
    if !adverbs || helped != text.lang.romance {
        return None;
    }
    let pending = (reason.saturating_sub(12).max(sentence.first)..reason).find(|k| text.is(*k, PENDING))?;
    let office = |k: usize| text.is(k, class::ROLE) && (k.saturating_sub(2)..k).any(|d| text.is(d, class::DEF));
    let known = names.iter().any(|n| n.first < reason) || (sentence.first..reason).any(office);
    (known && pending < reason).then_some((reason, verb + 1))
}

/// Whether proceedings are told in sentence `s`, or of the same person in the next.
fn is_pending(reading: &Reading, s: usize) -> bool {
    let text = &reading.text;
    let next = text.sentence(s + 1);
    let goes_on = text.is(next.first, class::PRON) && next.paragraph == text.sentence(s).paragraph;
    reading.sentence_has(s, PENDING)
        || goes_on && reading.sentence_has(s + 1, PENDING)
        || !arrested(reading, s).is_empty()
}

/// The persons of the sentence before, where it tells of proceedings: “Police arrested X Y. Y stabbed …”.
fn arrested(reading: &Reading, s: usize) -> Vec<Name> {
    let text = &reading.text;
    let paragraph = text.sentence(s).paragraph;
    let last =
        s.checked_sub(1).filter(|l| text.sentence(*l).paragraph == paragraph && reading.sentence_has(*l, PENDING));
    last.map_or(Vec::new(), |l| people::names(text, l))
}

/// “X, qui a tué sa femme, est en garde à vue”, “X stabbed his neighbour and was arrested”.
fn did(reading: &Reading, s: usize, verb: usize, names: &[Name]) -> Option<(Name, (usize, usize))> {
    let text = &reading.text;
    let group = phrases::verb_group(text, verb);
    if !group.finite || group.negated || group.modal || !is_pending(reading, s) {
        return None;
    }
    let sentence = text.sentence(s);
    // “la suspecte” is who is meant, not a doubt.
    let hedge = |k: usize| text.is(k, class::ALLEGED.or(class::HEARSAY).or(class::IF)) && !text.is(k, class::PROCEDURE);
    if (sentence.first..sentence.end).any(hedge) || text.is(verb, PENDING) {
        return None;
    }
    let place = (group.first, group.end);
    if group.passive {
        let agent = (group.end..group.end + 3).find(|k| text.is(*k, class::BY))?;
        return names.iter().find(|n| n.first == agent + 1).map(|n| (*n, place));
    }
    let relative = group.first.checked_sub(1).filter(|k| text.is(*k, class::REL));
    let name = match relative {
        Some(rel) => {
            // “l'homme qui a tué la libraire, Paul Vernon,”
            let person = text.is(rel.wrapping_sub(1), class::PERSON);
            let behind = |n: &Name| person && n.first > verb && n.first - verb < 12 && text.sign(n.first - 1, ",");
            names.iter().find(|n| {
                n.end == rel
                    || n.end + 1 == rel && text.sign(n.end, ",")
                    || behind(n)
                    || person && (n.end..n.end + 4).contains(&(rel - 1)) && text.sign(n.end, ",")
            })?
        }
        None => {
            let (first, end) = phrases::subject(text, group.first)?;
            // “X was detained after he killed …”
            let pronoun = text.is(first, class::PRON) && end == first + 1;
            let meant = |n: &&Name| if pronoun { n.end <= first } else { n.first >= first && n.end <= end };
            names.iter().find(meant)?
        }
    };
    Some((*name, place))
}

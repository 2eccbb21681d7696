//! Who is named in a text without being a source there: what is said of them tells who a surname or an office means.

use super::Source;
use super::mention::{Mention, mention};
use super::resolve::Entities;
use crate::lang::class;
use crate::reading::attributions::{Attribution, Range};
use crate::reading::phrases;
use crate::text::{Kind, Text};

/// Tokens before a description in which its word may have brought in somebody else.
const FAR: usize = 600;

/// Most entities that names alone may make.
const CAST: usize = 2000;

/// Everybody whom the text names in full, by name and title, before anybody speaks: “Le maire, Paul Vidal, a reçu …”.
pub(super) fn cast(text: &Text, entities: &mut Entities, people: &[Range]) {
    for (first, end) in people.iter().copied() {
        let title = titled(text, first, end);
        let apposed = phrases::right(text, title).filter(|e| text.sign(end, ",") && *e > end);
        let mut name = mention(text, (title, apposed.unwrap_or(end)));
        // Another's name before it is another's title; behind it stands what somebody is of.
        let own: Vec<String> = (first..end).map(|k| text.fold(k).to_string()).collect();
        if name.names != own {
            if title < first || name.plural {
                name = mention(text, (first, end));
            } else {
                name.names = own;
            }
        }
        if name.body || name.names.len() < 2 || entities.sources.len() > CAST {
            continue;
        }
        let at = entities.entity(&name);
        if let Some(source) = entities.sources.get_mut(at) {
            source.silent = true;
        }
    }
}

/// The first token of what stands before the name `first..end` and tells who it is: “la préfète Awa Sow”, “au capitaine,
/// Marc Sorel”, “la présidente du club, Anne Petit”.
pub(super) fn titled(text: &Text, first: usize, end: usize) -> usize {
    let comma = first.checked_sub(1).filter(|k| text.sign(*k, ","));
    let office = class::ROLE.or(class::PROFESSION).or(class::SPOKES).or(class::HONORIFIC);
    // Behind a comma only what an article opens: “the leader, Ida Berg”, not “Renamo leader, Ida Berg”.
    let opening = class::DEF.or(class::INDEF).or(class::POSS).or(class::ADJ).or(class::DEMONYM);
    let several =
        |k: usize| text.is(k, class::PLURAL.or(class::VAGUE)) || text.is(k, class::NUM) && !text.is(k, class::INDEF);
    let one =
        |k: usize| text.is(k, office) && (k == 0 || !several(k - 1) && (comma.is_none() || text.is(k - 1, opening)));
    let before = comma.unwrap_or(first);
    // “des élus comme X”, “une lettre à X”: a title stands right before its name.
    let placed = before > 0 && text.is(before - 1, class::OF.or(class::TO).or(class::PREP).or(class::AS));
    let mut titles =
        (before.saturating_sub(8)..before).filter(|k| one(*k) && phrases::right(text, *k) >= comma.or(Some(end)));
    // Of “le porte-parole du maire, X” the first is his; of “l'avocat du maire X” the last.
    let start = if comma.is_some() { titles.next() } else { titles.next_back() }.filter(|_| !placed).unwrap_or(first);
    let article = |k: usize| text.is(k, class::DEF) && !text.is(k, class::TO.or(class::OF));
    start - usize::from(start > 0 && article(start - 1))
}

/// Every name of two to four words that may be a person's.
pub(super) fn full_names(text: &Text) -> Vec<Range> {
    let bodies = class::STATE.or(class::MEDIA).or(class::INSTITUTION).or(class::GROUP).or(class::PARTY);
    let mut found = Vec::new();
    let mut i = 0;
    while i < text.tokens.len() {
        let name = |k: &usize| {
            text.is_name(*k)
                && !text.is(*k, bodies.or(class::DEMONYM).or(class::ROLE).or(class::HONORIFIC))
                && text.kind(*k) == Some(Kind::Word)
        };
        let last = text.sentence(text.sentence_of(i)).end;
        let end = (i..last).take_while(name).count() + i;
        // Behind “le groupe” stands no person.
        let title = class::ROLE
            .or(class::PROFESSION)
            .or(class::SPOKES)
            .or(class::PERSON)
            .or(class::HONORIFIC)
            .or(class::DEMONYM);
        let noun = i > 0 && text.is(i - 1, class::NOUN) && !text.is(i - 1, title);
        let placed =
            noun || i > 0 && text.is(i - 1, class::GROUP.or(class::DEF)) && !text.is(i - 1, class::OF.or(class::TO));
        if (i + 2..=i + 4).contains(&end) && !placed {
            found.push((i, end));
        }
        i = end.max(i + 1);
    }
    found
}

/// Leaves those who speak, and numbers them anew.
pub(super) fn hearing(sources: &mut Vec<Source>, attributions: &mut [Attribution]) {
    let mut speaks = vec![false; sources.len()];
    for at in attributions.iter().filter_map(|a| a.speaker) {
        if let Some(speaks) = speaks.get_mut(at) {
            *speaks = true;
        }
    }
    let mut places = Vec::with_capacity(sources.len());
    let mut next = 0;
    for speaks in &speaks {
        places.push(next);
        next += usize::from(*speaks);
    }
    for speaker in attributions.iter_mut().filter_map(|a| a.speaker.as_mut()) {
        *speaker = places.get(*speaker).copied().unwrap_or(*speaker);
    }
    let mut speaks = speaks.into_iter();
    sources.retain(|_| speaks.next() == Some(true));
}

/// “cette mère de famille”, “l'ancien banquier”, “le quadragénaire”: the surname of the only person whom the sentences
/// before name, unless the text has brought in somebody without a name by the same word.
pub(super) fn epithet(text: &Text, mention: &Mention, people: &[Range]) -> Option<String> {
    let (first, end) = mention.range;
    let people_words = class::PERSON.or(class::PROFESSION).or(class::FAMILY);
    let this = text.is(first, class::DEM);
    let the = text.is(first, class::DEF) && end <= first + 4 && !(first + 1..end).any(|k| text.is(k, class::OF));
    let former = text.is(first + 1, class::ONCE) && mention.heads.any(class::PROFESSION.or(class::ROLE));
    let met = |k: usize| {
        let article = |j: usize| text.is(j, class::INDEF) && !text.is(j, class::DEF);
        text.fold(k) == mention.head && (k.saturating_sub(2)..k).any(article)
    };
    let fits = this && mention.heads.any(people_words) || the && (former || mention.heads.any(class::PERSON));
    if mention.plural || !fits || (first.saturating_sub(FAR)..first).any(met) {
        return None;
    }
    let here = text.sentence_of(first);
    let before = people.partition_point(|(at, _)| *at < first);
    let mut named = people.iter().take(before).rev().take_while(|(at, _)| text.sentence_of(*at) + 4 > here);
    let surname = text.fold(named.next()?.1 - 1);
    named.all(|(_, end)| text.fold(end - 1) == surname).then(|| surname.to_string())
}

/// “L'armée a tué 12 hommes, a-t-elle affirmé”, “The militia struck. It says …”: the subject that its own sentence or the
/// one before opens with.
pub(super) fn subject_met(text: &Text, pronoun: &Mention) -> Option<Mention> {
    let own = text.sentence_of(pronoun.range.0);
    [Some(own), own.checked_sub(1)].into_iter().flatten().find_map(|s| {
        let before = text.sentence(s).first;
        let end = phrases::begins(text, before).then(|| phrases::right(text, before)).flatten()?;
        let verb = (before + 1..end)
            .find(|k| text.is(*k, class::FIN) && text.is(*k, class::VERB) && !text.is(*k, class::NOUN));
        let end = verb.unwrap_or(end);
        let subject = mention(text, (before, end.min(pronoun.range.0)));
        // “It” and “rebels” tell nothing of man and woman: then only a body or a camp is meant.
        let body = class::FORCE.or(class::PARTY).or(class::INSTITUTION).or(class::GROUP);
        let told = subject.feminine.is_some() && subject.feminine == pronoun.feminine;
        let untold = (subject.feminine.is_none() || pronoun.feminine.is_none()) && subject.heads.any(body);
        let fits = (told || untold) && subject.plural == pronoun.plural;
        (fits && end <= pronoun.range.0 && subject.heads.any(phrases::SPEAKER) && !subject.pronoun).then_some(subject)
    })
}

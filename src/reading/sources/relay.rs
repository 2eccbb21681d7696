//! Who tells what somebody else said, promised or decided.

use super::mention::{Mention, mention, stem};
use super::{Range, Source};
use crate::lang::{Classes, class};
use crate::order::Index;
use crate::reading::attributions::Attribution;
use crate::reading::{Reading, phrases};
use crate::report::SourceKind;
use crate::text::{Kind, Text};

/// Words or acts of somebody told by another.
#[derive(Clone, Copy, Debug)]
pub struct Relay {
    /// The attribution that tells them.
    pub teller: usize,
    /// Whose they are.
    pub other: Range,
    /// All that is told of it.
    pub told: Range,
}

/// Bodies, offices and sides that could be asked themselves.
const ACTOR: Classes = class::INSTITUTION
    .or(class::STATE)
    .or(class::ROLE)
    .or(class::FORCE)
    .or(class::PARTY)
    .or(class::CAMP)
    .or(class::SPOKES);

/// Every relay of the text: nobody tells of himself or of whom he speaks for, and the other is not heard elsewhere.
pub fn relays(reading: &Reading) -> Vec<Relay> {
    let mut relays: Vec<Relay> = Vec::new();
    let direct = direct(reading);
    for (teller, attribution) in reading.attributions.iter().enumerate() {
        let Some(source) = reading.source(attribution) else { continue };
        let tells = matches!(
            source.kind,
            SourceKind::Person
                | SourceKind::Official
                | SourceKind::Institution
                | SourceKind::Party
                | SourceKind::Anonymous
        );
        if !tells
            || source.heads.any(class::DOC)
            || attribution.hearsay
            || attribution.within.is_some()
            || attribution.source.is_none()
        {
            continue;
        }
        for (first, end) in attribution.content.iter().copied() {
            let found = (first..end).find_map(|verb| other(reading, &direct, (teller, first, end), verb));
            let last = |k: &usize| reading.text.is_pause(*k) || reading.text.kind(*k) == Some(Kind::Mark);
            let end = (first..end).rev().find(|k| !last(k)).map_or(end, |k| k + 1);
            relays.extend(found.map(|other| Relay { teller, other, told: (other.0, end) }));
        }
    }
    relays
}

/// Who speaks for himself: for each word of his description, the first attributions that have it.
fn direct(reading: &Reading) -> Index {
    let text = &reading.text;
    let mut direct = Index::default();
    for (at, a) in reading.attributions.iter().enumerate().filter(|(_, a)| a.within.is_none() && !a.hearsay) {
        let Some(source) = reading.source(a).filter(|_| a.source.is_some()) else { continue };
        for k in source.mentions.iter().take(MOST).flat_map(|(x, y)| *x..*y) {
            for word in [noun(text.fold(k)), near(text.fold(k))] {
                let known: &mut Vec<usize> = direct.entry(word.to_string()).or_default();
                if known.len() < MOST && known.last() != Some(&at) {
                    known.push(at);
                }
            }
        }
    }
    direct
}

/// The first word of a phrase: “l'armée israélienne” may be one of the lists.
fn noun(words: &str) -> &str {
    words.split(' ').next().unwrap_or_default()
}

/// The letters by which a place is known.
fn near(place: &str) -> &str {
    place.char_indices().nth(PLACE).map_or(place, |(end, _)| place.get(..end).unwrap_or(place))
}

/// Mentions and speakers of one word that are looked at.
const MOST: usize = 12;

/// The actor whose deed the verb at token `verb` tells, where it is another than the source and not heard itself.
fn other(reading: &Reading, direct: &Index, (at, from, end): (usize, usize, usize), verb: usize) -> Option<Range> {
    let teller = reading.attributions.get(at)?;
    let source = reading.source(teller)?;
    let text = &reading.text;
    if !text.is(verb, class::PLEDGE) || !text.is(verb, class::VERB) {
        return None;
    }
    let (first, stop) = done(text, (from, end), verb).or_else(|| reported(reading, (from, end), verb))?;
    let actor = mention(text, (first, stop));
    let own = text.is(first, class::POSS.or(class::INDEF).or(class::DEM).or(class::PRON).or(class::PRON_FIRST));
    let known = actor.heads.any(ACTOR) || !actor.names.is_empty() || actor.classes.any(class::STATE);
    let folk = actor.heads.any(class::COLLECTIVE.or(class::WITNESS).or(class::PERSON).or(class::FAMILY).or(class::DOC));
    let named = known && !own && !folk || actor.counterpart;
    if !named || actor.plural || actor.pronoun || first > from && text.is(first - 1, class::OF) {
        return None;
    }
    // “Le ministre a dit que le gouvernement avait renoncé”: he speaks for it.
    let office = source.heads.any(class::GOVERNMENT) && actor.heads.any(class::GOVERNMENT) && actor.places.is_empty();
    let (teller_first, teller_end) = teller.source?;
    // “…, her solicitor said”, “…, a dit sa secrétaire générale”: he speaks for whom the sentence has just named.
    let own_voice = class::ROLE.or(class::SPOKES).or(class::COUNSEL).or(class::PROFESSION);
    let hers = stop <= teller_first
        && text.is(teller_first, class::POSS)
        && (teller_first..teller_end).any(|k| text.is(k, own_voice));
    // “Calder has dropped the merger, the group said”
    let house = source.heads.any(class::ENTERPRISE) && !source.is_named() && !actor.heads.any(class::GOVERNMENT);
    let same = office || hers || house && actor.places.is_empty() || related(text, source, &actor);
    // Whoever speaks by himself; the inner verb may be read as a report of its own.
    let apart = |a: &Attribution| !std::ptr::eq(a, teller) && !a.cue.iter().any(|c| (from..end).contains(&c.0));
    let names = actor.names.iter().chain([&actor.head]).map(|w| noun(w)).chain(actor.places.iter().map(|p| near(p)));
    let heard = names.filter_map(|word| direct.get(word)).flatten().any(|at| {
        let speaks = reading.attributions.get(*at).filter(|a| apart(a));
        speaks.and_then(|a| reading.source(a)).is_some_and(|s| related(text, s, &actor))
    });
    (!same && !heard).then_some((first, stop))
}

/// The subject of a past or perfect verb at token `verb`, inside what is told.
fn done(text: &Text, (from, end): Range, verb: usize) -> Option<Range> {
    let group = phrases::verb_group(text, verb);
    let phrase = text.fold(verb).contains(' ');
    let past = text.is(verb, class::PP.or(class::FIN))
        && (phrase || text.is(verb, class::PP) && (group.finite || !text.lang.romance))
        // “has requested the president declare …”: nothing is done yet.
        && (text.lang.romance || !text.is(verb, class::INF) || group.finite);
    if !past || group.negated || group.modal || group.passive || group.first < from || group.end >= end && !phrase {
        return None;
    }
    let (first, stop) = phrases::subject(text, group.first).filter(|(_, b)| from < *b && *b <= group.first)?;
    // “À en croire le maire, Chelsea a …”: the teller before the comma is no part of it.
    let first = first.max(from);
    let relative = (first..group.first).any(|k| text.is(k, class::REL) || text.is_pause(k));
    (!relative).then_some((first, stop))
}

/// The source of a report inside what is told: “Son homologue « a saisi l'occasion pour réaffirmer … »”.
fn reported(reading: &Reading, (from, end): Range, verb: usize) -> Option<Range> {
    let cued = |a: &&Attribution| a.within.is_some() && a.cue.iter().any(|(a, b)| (*a..*b).contains(&verb));
    let inner = reading.attributions_at(reading.text.sentence_of(verb)).map(|(_, a)| a).find(cued)?;
    let away = |stop: usize| (stop..verb).any(|k| reading.text.is(k, class::REL));
    inner.source.filter(|(first, stop)| *first >= from && *stop <= verb && verb < end && !away(*stop))
}

/// Whether a source is the actor, speaks for it or comes from the same country: a mention of it shares a name, a head
/// noun or a place.
fn related(text: &Text, source: &Source, actor: &Mention) -> bool {
    let place = actor.places.iter().any(|p| source.places.iter().any(|q| near(p) == near(q)));
    let state = |k: usize| {
        text.is(k, class::STATE.or(class::DEMONYM)) && actor.places.iter().any(|p| near(p) == near(text.fold(k)))
    };
    let head = noun(&actor.head);
    let word = |k: usize| {
        let fold = text.fold(k);
        actor.names.iter().any(|n| n == fold) || !head.is_empty() && noun(fold) == head || state(k)
    };
    // “France”, “French”: two letters and no more are left of some, where nothing but a country and its adjective meet.
    let adjective = actor.classes.any(class::STATE)
        && source.mentions.iter().take(MOST).any(|(a, b)| {
            let begins =
                |k: usize| actor.places.iter().any(|p| text.fold(k).get(..2).is_some_and(|two| p.starts_with(two)));
            (*a..*b).any(|k| text.is(k, class::DEMONYM) && begins(k))
        });
    place
        || adjective
        || source.mentions.iter().take(MOST).any(|(a, b)| (*a..*b).any(word))
        || actor.names.iter().any(|n| source.places.contains(&stem(n)))
}

/// Letters by which a country and its adjective are known here: “Turquie”, “turc”. Too few rather than too many: a false
/// pair is silent.
const PLACE: usize = 3;

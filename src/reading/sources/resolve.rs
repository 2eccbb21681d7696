//! Coreference: which mentions are one entity.

use super::cast::{cast, epithet, full_names, hearing, subject_met, titled};
use super::mention::{Mention, mention};
use super::{Source, belligerents, describe};
use crate::lang::class;
use crate::order::{self, Index};
use crate::reading::attributions::{Attribution, Range};
use crate::reading::phrases;
use crate::report::SourceKind;
use crate::text::Text;

/// Resolves the sources of all attributions; fills each one's `speaker`.
pub fn resolve(text: &Text, attributions: &mut [Attribution], house: &[String]) -> Vec<Source> {
    let mut entities = Entities::default();
    let people = full_names(text);
    cast(text, &mut entities, &people);
    let named: Vec<Option<Mention>> = attributions.iter().map(|a| a.source.map(|s| mention(text, s))).collect();
    // Names and roles first, so that a role may come before the name it belongs to.
    let mut speakers: Vec<Option<usize>> = named
        .iter()
        .map(|m| m.as_ref().filter(|m| !m.pronoun && !m.last_named && !m.counterpart).map(|m| entities.entity(m)))
        .collect();
    for (speaker, mention) in speakers.iter_mut().zip(&named) {
        if let Some(mention) = mention.as_ref().filter(|m| m.counterpart) {
            *speaker = Some(counterpart(text, &mut entities, mention, &people));
        }
    }
    unite(&mut entities.sources, &mut speakers);
    pronouns(text, attributions, &named, &mut speakers, &mut entities, &people);
    for (attribution, speaker) in attributions.iter_mut().zip(&speakers) {
        attribution.speaker = *speaker;
    }
    let mut sources = entities.sources;
    hearing(&mut sources, attributions);
    let sides = belligerents(text);
    for source in &mut sources {
        order::by_key(&mut source.mentions, |range| *range);
        source.mentions.dedup();
        describe(text, source, &sides, house);
    }
    sources
}

/// The entities so far, with the words by which a later mention finds them.
#[derive(Default)]
pub(super) struct Entities {
    pub(super) sources: Vec<Source>,
    keys: Index,
}

impl Entities {
    /// The old entity that a mention belongs to.
    fn known(&self, keys: &[String], mention: &Mention) -> Option<usize> {
        let candidates = keys.iter().filter_map(|k| self.keys.get(k)).flatten().copied();
        let known = candidates.filter(|at| self.sources.get(*at).is_some_and(|s| same(s, mention)));
        // “le député” is the last one met before.
        let met = |at: &usize| {
            let last = self.sources.get(*at).and_then(|s| s.mentions.last()).map_or(0, |m| m.0);
            (if mention.names.is_empty() && last < mention.range.0 { last } else { 0 }, usize::MAX - at)
        };
        known.max_by_key(met)
    }

    /// Whether what is known of a name elsewhere lets a pronoun mean it.
    fn agrees(&self, name: &Mention, pronoun: &Mention) -> bool {
        let source = self.known(&keys(name), name).and_then(|at| self.sources.get(at));
        agrees(source.and_then(|s| s.feminine), pronoun.feminine)
    }

    /// The entity that a mention belongs to, an old one or a new one.
    pub(super) fn entity(&mut self, mention: &Mention) -> usize {
        // Two mentions of one entity share a name, a head noun, an office or, without any of these, a place.
        let keys = keys(mention);
        let at = match self.known(&keys, mention) {
            Some(at) => {
                if let Some(source) = self.sources.get_mut(at) {
                    merge(source, mention);
                    source.silent = false;
                }
                at
            }
            None => {
                self.sources.push(new(mention));
                self.sources.len() - 1
            }
        };
        for key in keys {
            let known = self.keys.entry(key).or_default();
            if known.last() != Some(&at) && !known.contains(&at) {
                // A thousand people called Jean: the latest are meant.
                if known.len() == NEAR {
                    known.remove(0);
                }
                known.push(at);
            }
        }
        at
    }
}

fn keys(mention: &Mention) -> Vec<String> {
    let mut keys = mention.names.clone();
    if !mention.head.is_empty() {
        keys.push(["h ", &mention.head].concat());
    } else if mention.names.is_empty() {
        keys.extend(mention.places.iter().map(|p| ["p ", p].concat()));
    }
    keys.extend(mention.office.map(|o| format!("o {o}")));
    keys
}

fn new(mention: &Mention) -> Source {
    Source {
        name: mention.range,
        kind: SourceKind::Person,
        role: None,
        party: false,
        mentions: vec![mention.range],
        names: mention.names.clone(),
        office: mention.office,
        places: mention.places.clone(),
        plural: mention.plural,
        head: mention.head.clone(),
        heads: mention.heads,
        independent: false,
        expert: false,
        feminine: mention.feminine,
        body: mention.body,
        silent: false,
    }
}

/// Whether a mention means the entity: same surname, same office of the same country, or the same definite description.
fn same(source: &Source, mention: &Mention) -> bool {
    if !mention.names.is_empty() && !source.names.is_empty() {
        // “un cadre de la Banque Verte” is not “la Banque Verte”.
        let people = class::ANONYMOUS.or(class::PROFESSION).or(class::COLLECTIVE).or(class::SPOKES);
        if mention.body && source.heads.any(people) || source.body && mention.heads.any(people) {
            return false;
        }
        let surname = mention.names.last() == source.names.last();
        // Who was only named is met again by surname: “Apple” is not “Apple Store”.
        let bodies = class::INSTITUTION.or(class::MEDIA).or(class::STATE).or(class::DOC).or(class::GROUP);
        if source.silent && (!surname || mention.body || mention.classes.any(bodies) && mention.names.len() == 1) {
            return false;
        }
        let part = mention.names.len() == 1 && source.names.contains(mention.names.first().unwrap_or(&String::new()));
        let first_names = mention.names.len() > 1
            && source.names.len() > 1
            && mention.names.first() != source.names.first()
            && mention.names.iter().nth_back(1) != source.names.iter().nth_back(1);
        return (surname && !first_names)
            || part
            || (source.names.len() == 1 && mention.names.contains(source.names.first().unwrap_or(&String::new())));
    }
    let places = may_share(&source.places, &mention.places);
    if let (Some(a), Some(b)) = (source.office, mention.office) {
        return a == b && places;
    }
    // “la capitaine du port” is not “le capitaine”.
    let described = mention.definite
        && mention.head == source.head
        && agrees(source.feminine, mention.feminine)
        && !mention.head.is_empty()
        && places
        && source.plural == mention.plural;
    if !mention.names.is_empty() || !source.names.is_empty() {
        // “le maire” after “le maire de X, Paul Y”
        return described
            && mention.names.is_empty()
            && (!source.silent || mention.range.1 <= mention.range.0 + 2)
            && mention.classes.any(class::ROLE.or(class::PROFESSION));
    }
    if mention.head.is_empty() && source.head.is_empty() && !mention.places.is_empty() {
        return mention.places == source.places;
    }
    described
}

/// A fuller mention gives the entity its name.
fn merge(source: &mut Source, mention: &Mention) {
    source.mentions.push(mention.range);
    let (old, new) = (source.names.len(), mention.names.len());
    if new > old || (new == old && mention.range.1 - mention.range.0 > source.name.1 - source.name.0) {
        source.name = mention.range;
        source.names = mention.names.clone();
    }
    source.office = source.office.or(mention.office);
    source.heads = source.heads.or(mention.heads);
    // “Mme” tells more than “le procureur”.
    source.feminine = match mention.feminine {
        told @ Some(_) if mention.classes.any(class::HONORIFIC) => told,
        told => source.feminine.or(told),
    };
    source.places.extend(mention.places.iter().cloned());
    if source.head.is_empty() {
        source.head = mention.head.clone();
    }
}

/// “son homologue russe”: a named person of that country elsewhere in the text, else somebody of his own.
fn counterpart(text: &Text, entities: &mut Entities, mention: &Mention, people: &[Range]) -> usize {
    let of_place = |s: &Source| !s.names.is_empty() && s.places.iter().any(|p| mention.places.contains(p));
    let found = entities.sources.iter().position(of_place).or_else(|| {
        // The full name nearest before the mention that no attribution has.
        let before = people.partition_point(|(first, _)| *first < mention.range.0);
        let free = people
            .iter()
            .take(before)
            .rev()
            .take(NEAR)
            .filter(|(first, _)| *first == 0 || !text.is(first - 1, class::OF.or(class::TO)))
            .find(|(first, end)| {
                let mut known = (*first..*end).filter_map(|k| entities.keys.get(text.fold(k))).flatten();
                known.all(|at| entities.sources.get(*at).is_some_and(|s| s.silent))
            });
        free.map(|range| {
            let mut name = self::mention(text, *range);
            name.places.extend(mention.places.iter().cloned());
            entities.entity(&name)
        })
    });
    match found.and_then(|at| Some((at, entities.sources.get_mut(at)?))) {
        Some((at, source)) => {
            source.mentions.push(mention.range);
            if source.head.is_empty() {
                source.head = mention.head.clone();
            }
            source.heads = source.heads.or(mention.heads);
            at
        }
        None => entities.entity(mention),
    }
}

/// Most candidates kept or looked at: entities of one key, holders of one office, speakers before a pronoun, full names
/// before a counterpart.
const NEAR: usize = 20;

/// Puts together entities that later mentions showed to be one: a role first, then the name with that role.
fn unite(sources: &mut [Source], speakers: &mut [Option<usize>]) {
    let mut moved: Vec<usize> = (0..sources.len()).collect();
    let mut by_office: Vec<Vec<usize>> =
        vec![Vec::new(); sources.iter().filter_map(|s| s.office).max().map_or(0, |o| o + 1)];
    for at in 0..sources.len() {
        let Some(office) = sources.get(at).and_then(|s| s.office) else { continue };
        let Some(holders) = by_office.get_mut(office) else { continue };
        let earlier = holders
            .iter()
            .copied()
            .find(|e| sources.get(*e).zip(sources.get(at)).is_some_and(|(a, b)| one_holder(a, b)));
        match earlier {
            Some(earlier) => {
                let Some(later) = sources.get_mut(at) else { continue };
                let (mentions, name, names, head) =
                    (std::mem::take(&mut later.mentions), later.name, later.names.clone(), later.head.clone());
                if let Some(slot) = moved.get_mut(at) {
                    *slot = earlier;
                }
                if let Some(a) = sources.get_mut(earlier) {
                    a.mentions.extend(mentions);
                    if a.names.is_empty() {
                        (a.name, a.names, a.head) = (name, names, head);
                    }
                }
            }
            // A text names a handful of holders of one office.
            None if holders.len() < NEAR => holders.push(at),
            None => {}
        }
    }
    for speaker in speakers.iter_mut() {
        *speaker = speaker.map(|s| moved.get(s).copied().unwrap_or(s));
    }
}

/// Whether two lists of places share one, or one of them says nothing.
fn may_share(a: &[String], b: &[String]) -> bool {
    a.is_empty() || b.is_empty() || a.iter().any(|p| b.contains(p))
}

/// Whether two holders of one office are one: no two names, no two countries.
fn one_holder(a: &Source, b: &Source) -> bool {
    may_share(&a.places, &b.places) && (a.names.is_empty() || b.names.is_empty())
}

/// A pronoun after a quotation means the last speaker, not the nearest name; speech without a cue goes on.
fn pronouns(
    text: &Text,
    attributions: &[Attribution],
    named: &[Option<Mention>],
    speakers: &mut [Option<usize>],
    entities: &mut Entities,
    people: &[Range],
) {
    // Who has spoken, the latest at the end.
    let mut spoken: Vec<usize> = Vec::new();
    // Whom a description without a name means.
    let mut means: Vec<Option<usize>> = vec![None; entities.sources.len()];
    for ((attribution, mention), slot) in attributions.iter().zip(named).zip(speakers.iter_mut()) {
        if let (Some(m), Some(at)) = (mention, *slot) {
            let alone = |s: &Source| s.names.is_empty() && s.mentions.iter().all(|r| *r >= m.range);
            if let Some(surname) = epithet(text, m, people).filter(|_| entities.sources.get(at).is_some_and(alone)) {
                // Where the last speaker and the last person named are two, nobody can tell.
                let last = spoken.last().copied();
                let one = first_person(text, m, entities).or(last).filter(|one| last.is_none_or(|l| l == *one));
                let named = |s: &Source| s.names.last() == Some(&surname) && agrees(s.feminine, m.feminine);
                let one = one.filter(|one| entities.sources.get(*one).is_some_and(named));
                if let Some(slot) = means.get_mut(at) {
                    *slot = one;
                }
            }
            if let Some(one) = means.get(at).copied().flatten() {
                if let Some(source) = entities.sources.get_mut(one) {
                    source.mentions.push(m.range);
                }
                *slot = Some(one);
            }
        }
        if slot.is_none() {
            // “Belgrade” is neither he nor she.
            let capital = |s: &Source| s.names.is_empty() && text.is(s.name.0, class::STATE);
            let fits = |at: &usize, m: &Mention| {
                entities
                    .sources
                    .get(*at)
                    .is_some_and(|s| agrees(s.feminine, m.feminine) && !(m.feminine.is_some() && capital(s)))
            };
            let count = |at: &usize, m: &Mention| entities.sources.get(*at).is_some_and(|s| s.plural == m.plural);
            let late = || spoken.iter().rev().take(NEAR);
            let found = match mention {
                Some(m) => late()
                    .find(|at| fits(at, m) && count(at, m))
                    .or_else(|| late().find(|at| fits(at, m)))
                    .copied()
                    .or_else(|| first_person(text, m, entities)),
                // Speech that goes on in a paragraph of its own.
                None if attribution.cue.is_empty() || !attribution.hearsay => spoken.last().copied(),
                None => None,
            };
            if let Some(source) = found.and_then(|at| entities.sources.get_mut(at)) {
                source.mentions.extend(mention.as_ref().map(|m| m.range));
                source.feminine = source.feminine.or(mention.as_ref().and_then(|m| m.feminine));
            }
            *slot = found;
        }
        if let Some(speaker) = slot.filter(|_| attribution.within.is_none()) {
            spoken.push(speaker);
        }
    }
}

/// Whether one can be the other by what their words say of man and woman.
fn agrees(a: Option<bool>, b: Option<bool>) -> bool {
    a.is_none() || b.is_none() || a == b
}

/// Who a pronoun means that no speaker came before: the last full name of its own sentence, else the first of the
/// nearest sentence before that has one, which is most often its subject.
fn first_person(text: &Text, pronoun: &Mention, entities: &mut Entities) -> Option<usize> {
    let limit = pronoun.range.0;
    let own = text.sentence_of(limit);
    let mut found: Option<Mention> = None;
    let mut i = limit;
    while i > 1 {
        i -= 1;
        let here = text.sentence_of(i);
        let left = found.as_ref().is_some_and(|m| text.sentence_of(m.range.0) != here);
        if left || own - here > 3 {
            break;
        }
        let full =
            text.is_name(i) && text.is_name(i - 1) && !text.is(i, class::STATE.or(class::MEDIA).or(class::INSTITUTION));
        if !full || text.sentence_of(i - 1) != here {
            continue;
        }
        let mut first = i - 1;
        while first > 0 && text.is_name(first - 1) && text.sentence_of(first - 1) == here {
            first -= 1;
        }
        // “The charity Clean Shore has closed, it said”
        let opening = text.sentence(here).first;
        let whole = phrases::right(text, opening) == Some(i + 1) && text.is(opening, class::DEF);
        let name = mention(text, (if whole { opening } else { titled(text, first, i + 1) }, i + 1));
        if agrees(name.feminine, pronoun.feminine) && entities.agrees(&name, pronoun) {
            found = Some(name);
            if here == own {
                break;
            }
        }
        i = first;
    }
    found.or_else(|| subject_met(text, pronoun)).map(|met| entities.entity(&met))
}

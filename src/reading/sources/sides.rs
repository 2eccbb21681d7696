//! Who speaks with one voice: a body, its office holders, its spokesman, and whom a text calls by another word.

use super::Source;
use crate::lang::{Classes, class};
use crate::reading::Reading;
use crate::reading::attributions::{Attribution, Range};
use crate::report::SourceKind;
use crate::text::Text;

/// Mentions of a source that are looked at.
const MOST: usize = 12;
/// Letters that an office and its body share: “maire” and “mairie”, “rectrice” and “rectorat”.
const ROOT: usize = 4;

/// Those who hold an office of a body or speak for it.
const OFFICE: Classes = class::ROLE.or(class::SPOKES);
/// Bodies that have such.
const BODY: Classes = class::INSTITUTION.or(class::FIRM).or(class::POLICE).or(class::FORCE).or(class::CAMP);

impl Source {
    /// The last word of its name.
    pub fn surname(&self) -> Option<&str> {
        self.names.last().map(String::as_str)
    }
}

/// Whether two sources are one, or stand on one side of what is told.
fn one_side(text: &Text, a: &Source, b: &Source) -> bool {
    let police =
        |s: &Source| has(text, s, class::POLICE) && !s.heads.any(class::WITNESS.or(class::COUNSEL).or(class::FAMILY));
    let named = a.is_named() && b.is_named();
    let given = |s: &Source| s.names.iter().nth_back(1).cloned();
    let namesake = named && a.names.last() == b.names.last() && given(a).zip(given(b)).is_none_or(|(x, y)| x == y);
    a.speaks_with(b)
        || namesake
        || police(a) && police(b)
        || !a.is_named() && !b.is_named() && has(text, a, class::PROSECUTION) && has(text, b, class::PROSECUTION)
        || office(text, a, b)
        || office(text, b, a)
        || !named && (again(text, a, b) || again(text, b, a))
}

/// Whether all that is heard comes from one side. A pronoun that nobody is found for means no new one.
pub fn one_voice(reading: &Reading, heard: &[&Attribution]) -> bool {
    let mut rest: Vec<usize> = Vec::new();
    for speaker in heard.iter().filter_map(|a| a.speaker) {
        if !rest.contains(&speaker) {
            rest.push(speaker);
        }
    }
    let lost =
        |a: &&Attribution| a.speaker.is_none() && a.source.is_some_and(|(k, _)| !reading.text.is(k, class::PRON));
    if rest.len() > MOST || heard.iter().any(lost) {
        return false;
    }
    let mut known: Vec<usize> = rest.first().copied().into_iter().collect();
    let joins = |known: &[usize], other: usize| {
        let pair = |at: &usize| reading.sources.get(*at).zip(reading.sources.get(other));
        known.iter().filter_map(pair).any(|(a, b)| one_side(&reading.text, a, b))
    };
    while let Some(at) = rest.iter().position(|other| !known.contains(other) && joins(&known, *other)) {
        known.extend(rest.get(at));
    }
    known.len() == rest.len()
}

/// Whether a mention of the source has a word of the classes.
fn has(text: &Text, source: &Source, classes: Classes) -> bool {
    source.mentions.iter().take(MOST).any(|(a, b)| (*a..*b).any(|k| text.is(k, classes)))
}

/// Whether the first holds an office of the second, a body: “its chairman”, “la rectrice” of “le rectorat”, “a police
/// spokesman”, “le directeur de l'hôpital”.
fn office(text: &Text, holder: &Source, body: &Source) -> bool {
    let bodied = body.heads.any(BODY) && !body.heads.any(OFFICE)
        || body.heads == Classes::NONE && body.is_named() && body.kind == SourceKind::Institution;
    // “sa direction”, “its management”
    let house =
        holder.heads.any(class::ENTERPRISE) && holder.mentions.iter().take(MOST).any(|m| text.is(m.0, class::POSS));
    if !bodied
        || !has(text, holder, OFFICE) && !house
        || holder.heads.any(class::COUNTERPART.or(class::FAMILY).or(class::COUNSEL))
    {
        return false;
    }
    let root = |word: &str| word.chars().take(ROOT).collect::<String>();
    let mut mentions = holder.mentions.iter().take(MOST);
    let own = |m: &Range| text.is(m.0, class::POSS) && !text.is(m.0, class::PRON_FIRST);
    let shared = |k: usize| {
        let fold = text.fold(k);
        text.is(k, class::NOUN) && !text.is(k, OFFICE) && told(text, body, fold)
            || text.is_name(k) && body.names.iter().any(|n| n == fold)
    };
    mentions.any(|m| own(m) && beside(text, holder, body) || (m.0..m.1).any(shared))
        || !body.head.is_empty() && root(&body.head) == root(&holder.head)
        || has(text, holder, class::RANK) && body.heads.any(class::FORCE)
        // “la direction”, “chief executive Ida Berg”, “a spokeswoman”: of the only firm in question
        || has(text, holder, class::ENTERPRISE) && (body.heads.any(class::ENTERPRISE) || body.is_named() && beside(text, holder, body))
        || holder.heads.any(class::SPOKES) && holder.mentions.iter().all(|m| m.1 <= m.0 + 2)
}

/// Whether the sentence that brings in who holds an office, or the one before, names the body.
fn beside(text: &Text, holder: &Source, body: &Source) -> bool {
    let here = holder.mentions.first().map(|m| text.sentence_of(m.0));
    let named = |k: usize| {
        let fold = text.fold(k);
        body.names.first().is_some_and(|n| n == fold) && text.is_name(k)
            || !body.head.is_empty() && body.head == fold && text.is(k, class::NOUN)
    };
    here.is_some_and(|s| (text.sentence(s.saturating_sub(1)).first..text.sentence(s).end).any(named))
}

/// Whether a mention of the source has the noun.
fn told(text: &Text, source: &Source, fold: &str) -> bool {
    let noun = |k: usize| text.is(k, class::NOUN) && text.fold(k) == fold;
    source.mentions.iter().take(MOST).any(|(a, b)| (*a..*b).any(noun))
}

/// Whether the second may be the first under another word: “l'édile” for the mayor, “the farmer” met before, “the company”.
fn again(text: &Text, one: &Source, other: &Source) -> bool {
    let Some((first, end)) = other.mentions.first().copied() else { return false };
    // “l'élu”: the article and the noun.
    let bare = text.is(first, class::DEF.or(class::DEM)) && end <= first + 2 && !other.is_named() && !other.plural;
    if !bare || one.feminine.zip(other.feminine).is_some_and(|(a, b)| a != b) {
        return false;
    }
    let person = class::ROLE.or(class::PROFESSION).or(class::PERSON);
    let epithet = other.heads.any(class::ROLE.or(class::ANONYMOUS)) && other.heads.any(class::PERSON);
    let earlier = (text.sentence(text.sentence_of(first).saturating_sub(MOST)).first..first)
        .any(|k| text.fold(k) == other.head && text.is(k, class::NOUN));
    let human = matches!(one.kind, SourceKind::Person | SourceKind::Official) && !one.plural;
    let firm = other.heads.any(class::ENTERPRISE);
    let chief = class::COUNSEL.or(class::FAMILY);
    let company = one.kind == SourceKind::Institution
        && one.is_named()
        && (one.heads.any(class::ENTERPRISE) || one.heads == Classes::NONE)
        || !one.heads.any(chief) && has(text, one, OFFICE) && one.mentions.iter().any(|m| text.is(m.0, class::POSS));
    human && other.heads.any(person) && (epithet || earlier) || firm && company
}

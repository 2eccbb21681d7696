//! Sources as entities: who is meant by a name, a role, a surname or a pronoun.

mod cast;
mod mention;
mod resolve;

use super::attributions::Range;
use crate::lang::{Classes, class, lower};
use crate::report::SourceKind;
use crate::text::{Kind, Text};
use mention::stem;

pub use resolve::resolve;

/// One speaking entity.
#[derive(Clone, Debug)]
pub struct Source {
    /// Fullest mention, as tokens.
    pub name: Range,
    pub kind: SourceKind,
    /// Function, when the text gives one.
    pub role: Option<String>,
    /// A party to what is reported.
    pub party: bool,
    /// All mentions, as tokens, in order.
    pub mentions: Vec<Range>,
    /// Words of its proper name, folded.
    names: Vec<String>,
    /// Its office, by the list of aliases.
    office: Option<usize>,
    /// Its demonyms and place names, by their first letters.
    places: Vec<String>,
    /// Several people: “les habitants”, “officials”.
    pub plural: bool,
    /// The head noun, folded.
    head: String,
    /// Classes of the head nouns of all mentions.
    heads: Classes,
    /// Outside any fight: a hospital, the UN, rescuers.
    pub independent: bool,
    /// Of a profession that speaks in a body: analyst, researcher.
    pub expert: bool,
    /// A woman or a feminine noun, a man or a masculine noun, as far as the text tells.
    feminine: Option<bool>,
    /// An article stands right before its name.
    body: bool,
    /// Named in the text, but not yet met as a source.
    silent: bool,
}

/// Whose countries, camps and groups fight in the text: stems of the words beside armed forces and groups.
fn belligerents(text: &Text) -> Vec<String> {
    let mut sides = Vec::new();
    if !fighting(text) {
        return sides;
    }
    let fights = class::FORCE.or(class::COMBATANT).or(class::PARTY).or(class::GROUP);
    for i in 0..text.tokens.len() {
        if !text.is(i, fights) || text.is(i, class::POLICE.or(class::INSTITUTION)) {
            continue;
        }
        for k in i.saturating_sub(2)..i + 4 {
            let joined = text.sentence_of(k) == text.sentence_of(i) && !text.is_pause(k);
            if k != i
                && joined
                && (text.is(k, class::DEMONYM)
                    || text.is(k, class::STATE) && !text.is(k, class::NUM)
                    || text.is_name(k) && (k > i) == text.lang.romance && text.is(i, class::GROUP.or(class::PARTY)))
            {
                let side = stem(text.fold(k));
                if !sides.contains(&side) {
                    sides.push(side);
                }
            }
        }
    }
    sides
}

/// Whether the text tells of fighting: an attack or battle, and somebody armed.
pub fn fighting(text: &Text) -> bool {
    let any = |classes: Classes| text.tokens.iter().any(|t| t.classes.any(classes));
    let armed = text
        .tokens
        .iter()
        .any(|t| t.classes.any(class::FORCE.or(class::PARTY).or(class::COMBATANT)) && !t.classes.any(class::POLICE));
    armed && any(class::FIGHT.or(class::ATTACK).or(class::KILL))
}

/// Kind, role and party of an entity, from all its mentions.
fn describe(text: &Text, source: &mut Source, sides: &[String], house: &[String]) {
    let mut classes = Classes::NONE;
    let mut indefinite = false;
    for (first, end) in &source.mentions {
        for i in *first..*end {
            if let Some(token) = text.token(i) {
                classes = classes.or(token.classes);
            }
        }
        // “un médecin, sous couvert d'anonymat”: the agreement stands beside the source.
        let sentence = text.sentence(text.sentence_of(*first));
        if source.names.is_empty() && (sentence.first..sentence.end).any(|i| text.is(i, class::ANONYMITY)) {
            classes = classes.or(class::ANONYMITY);
        }
        indefinite |= text.is(*first, class::INDEF)
            || !text.is(*first, class::DEF.or(class::DEM).or(class::POSS).or(class::PRON)) && source.names.is_empty();
    }
    let has = |c: Classes| classes.any(c);
    let head = |c: Classes| source.heads.any(c);
    let named = !source.names.is_empty();
    let office = class::ROLE.or(class::SPOKES).or(class::COUNTERPART);
    let body =
        class::INSTITUTION.or(class::STATE).or(class::FORCE).or(class::INDEPENDENT).or(class::POLICE).or(class::GROUP);
    let people = class::PERSON.or(class::PROFESSION).or(class::COMBATANT).or(class::CROWD).or(class::FAMILY);
    let described = source.mentions.iter().any(|m| person(text, *m, body));
    source.kind = if head(class::DOC) && !has(office) {
        SourceKind::Document
    } else if has(class::PARTY) && (head(class::PARTY.or(class::GROUP)) || has(class::SPOKES))
        || head(class::CAMP) && !has(office)
    {
        SourceKind::Party
    } else if !described
        && (head(class::ANONYMOUS) || !named && source.heads == Classes::NONE && has(class::ANONYMOUS))
        && !head(class::ROLE)
    {
        // “a source within the Interior Ministry”: the name is the ministry's.
        SourceKind::Anonymous
    } else if named {
        // One name that never grows to two is a company or an agency more often than a person.
        let person =
            described || !source.body && (source.names.len() > 1 || has(people.or(class::HONORIFIC).or(class::PRON)));
        // “un proche du maire” is no mayor.
        if head(office) || has(office) && !head(class::ANONYMOUS.or(class::FAMILY).or(class::WITNESS)) {
            SourceKind::Official
        } else if head(class::MEDIA) || has(class::MEDIA) && !person {
            SourceKind::Media
        } else if has(body) && source.mentions.iter().any(|m| member(text, *m)) {
            SourceKind::Official
        } else if head(body) && !has(people) && !described || !person {
            SourceKind::Institution
        } else {
            SourceKind::Person
        }
    } else if head(class::ANONYMOUS) {
        // “officials” in the plural stand for their office; one “official” hides.
        if head(class::ROLE) && source.plural { SourceKind::Official } else { SourceKind::Anonymous }
    } else if has(class::ANONYMITY) {
        SourceKind::Anonymous
    } else if head(class::COLLECTIVE) {
        SourceKind::Collective
    } else if head(office) {
        SourceKind::Official
    } else if head(class::MEDIA) {
        SourceKind::Media
    } else if head(body) || head(class::DOC) {
        SourceKind::Institution
    } else if head(people.or(class::WITNESS)) {
        match (source.plural, indefinite) {
            (true, _) => SourceKind::Collective,
            (false, true) => SourceKind::Anonymous,
            (false, false) => SourceKind::Person,
        }
    } else if has(class::STATE.or(class::FORCE)) {
        SourceKind::Institution
    } else if has(class::MEDIA) {
        SourceKind::Media
    } else if has(class::PRON) {
        SourceKind::Person
    } else {
        SourceKind::Institution
    };
    let side = source.places.iter().chain(&source.names).any(|p| sides.contains(&stem(p)));
    let house = house.iter().any(|party| {
        let party = lower(party);
        source.mentions.iter().any(|(a, b)| {
            let words = lower(text.span(*a, *b).of(text.src));
            // By hand, in these few words: the search of the standard library weighs 3 KB in a page.
            (0..words.len()).any(|at| words.get(at..).is_some_and(|tail| tail.starts_with(&party)))
        })
    });
    source.independent = has(class::INDEPENDENT);
    source.expert = has(class::COLLECTIVE);
    // A body, office or group of a side; not its reporters, witnesses or hospitals.
    let speaks_for_side = matches!(
        source.kind,
        SourceKind::Official | SourceKind::Institution | SourceKind::Party | SourceKind::Document
    ) && !has(class::INDEPENDENT.or(class::WITNESS).or(class::MEDIA));
    let armed = has(class::PARTY.or(class::FORCE)) && !has(class::POLICE);
    source.party = house || speaks_for_side && (armed || side);
    source.role = role(text, source);
}

/// “Karim, 18 ans”, “Paul Vidal, chargé de mission au ministère”, but not “Air Nord, compagnie de Lille”: behind a name stands
/// an age, or for two names anything but a body.
fn person(text: &Text, (first, end): Range, body: Classes) -> bool {
    let comma = (first..end).find(|k| !text.is_name(*k)).filter(|k| *k > first && text.sign(*k, ","));
    comma.is_some_and(|comma| {
        let at = if text.is(comma + 1, class::DEF.or(class::INDEF)) { comma + 2 } else { comma + 1 };
        text.kind(at) == Some(Kind::Number)
            || comma > first + 1 && !(first..comma).any(|k| text.is(k, body)) && !text.is(at, body)
    })
}

/// “Ida Berg, of the provincial council”: a name of two words or more, then the body it belongs to.
fn member(text: &Text, (first, end): Range) -> bool {
    let bodies = class::INSTITUTION.or(class::STATE).or(class::MEDIA).or(class::GROUP).or(class::FORCE);
    let names = (first..end).take_while(|k| text.is_name(*k) && !text.is(*k, bodies)).count();
    let at = first + names;
    let joint = if text.sign(at, ",") { at + 1 } else { at };
    (2..=4).contains(&names) && text.is(joint, class::OF) && (joint..end).any(|k| text.is(k, bodies))
}

/// The words of the function, where a mention gives one.
fn role(text: &Text, source: &Source) -> Option<String> {
    source.mentions.iter().find_map(|(first, end)| {
        let start = (*first..*end).find(|i| text.is(*i, class::ROLE.or(class::PROFESSION).or(class::SPOKES)))?;
        let stop = (start..*end)
            .find(|i| {
                text.sign(*i, ",")
                    || *i > start
                        && text.is_name(*i)
                        && !text.is(i - 1, class::OF.or(class::DEF))
                        && !text.is(*i, class::STATE.or(class::INSTITUTION))
            })
            .unwrap_or(*end);
        Some(text.span(start, stop).of(text.src).to_string())
    })
}

impl Source {
    /// The fullest words for it.
    pub fn words(&self, text: &Text) -> String {
        text.span(self.name.0, self.name.1).of(text.src).trim_start_matches('-').to_string()
    }

    pub fn is_named(&self) -> bool {
        !self.names.is_empty()
    }

    /// Whether the two speak with one voice: bodies and officials of one party to what is reported.
    pub fn speaks_with(&self, other: &Source) -> bool {
        let again =
            self.head == other.head && !self.head.is_empty() && (self.names.is_empty() || other.names.is_empty());
        again && !self.plural || self.party && other.party && self.shares_place(other)
    }

    /// Whether the two belong to one country or camp.
    pub fn shares_place(&self, other: &Source) -> bool {
        self.places.iter().any(|p| other.places.contains(p))
    }
}

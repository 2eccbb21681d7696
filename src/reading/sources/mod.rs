//! Sources as entities: who is meant by a name, a role, a surname or a pronoun.

mod bare;
mod cast;
mod mention;
mod relay;
mod resolve;
mod sides;

use super::attributions::Range;
use super::phrases;
use crate::house::applying;
use crate::lang::{Classes, class, lower};
use crate::report::SourceKind;
use crate::text::{Kind, Text};
use mention::{mention, stem};

pub use relay::relays;
pub use resolve::resolve;
pub use sides::one_voice;

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

/// Whether two noun phrases may mean one: they share a name or place, or, where one has no name, the noun.
pub fn share_words(text: &Text, a: Range, b: Range) -> bool {
    let (one, two) = (mention(text, a), mention(text, b));
    let common = |x: &[String], y: &[String]| x.iter().any(|word| y.contains(word));
    let nouns = !one.head.is_empty() && one.head == two.head && (one.names.is_empty() || two.names.is_empty());
    // “le patron de Renault” speaks for it: a name among the complements.
    let within = |names: &[String], (first, end): Range| {
        (first..end).any(|k| text.is_name(k) && names.iter().any(|n| n == text.fold(k)))
    };
    nouns || common(&one.places, &two.places) || within(&one.names, b) || within(&two.names, a)
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
        if source.names.is_empty() && agreed(text, (*first, *end)) {
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
    // “Les résultats montrent que”, “selon les premières informations”
    let results = !named && head(class::FINDS.or(class::STORY)) && !head(people);
    source.kind = if (head(class::DOC) || results) && !has(office) {
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
    } else if has(class::ANONYMITY) {
        SourceKind::Anonymous
    } else if head(class::ANONYMOUS) {
        // “officials” in the plural stand for their office; one “official” hides.
        if head(class::ROLE) && source.plural { SourceKind::Official } else { SourceKind::Anonymous }
    } else if head(class::PROFESSION) && head(class::POLICE) && indefinite && !source.plural {
        // “an investigator”: one of a body, and nobody knows who.
        SourceKind::Anonymous
    } else if head(class::COLLECTIVE) && !source.plural && source.mentions.iter().any(|m| text.is(m.0, class::INDEF)) {
        SourceKind::Anonymous
    } else if head(class::COLLECTIVE) {
        SourceKind::Collective
    } else if head(office) {
        SourceKind::Official
    } else if head(class::MEDIA) && !head(class::INSTITUTION) {
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
    let house = applying(house).any(|party| {
        let party = lower(party);
        // A party begins with a word: “ONU” is not in “monument”.
        source.mentions.iter().any(|(a, b)| (*a..*b).any(|i| lower(text.span(i, *b).of(text.src)).starts_with(&party)))
    });
    source.independent = has(class::INDEPENDENT);
    source.expert = has(class::COLLECTIVE);
    // A body, office or group of a side; not its reporters, witnesses or hospitals.
    let speaks_for_side = matches!(
        source.kind,
        SourceKind::Official | SourceKind::Institution | SourceKind::Party | SourceKind::Document
    ) && !has(class::INDEPENDENT.or(class::WITNESS).or(class::MEDIA));
    // “General Ordo”, but not “Attorney General Ordo”
    let rank = |k: usize| {
        text.is(k, class::RANK) && text.is_name(k + 1) && !(k > 0 && text.is(k - 1, class::NOUN.or(class::ROLE)))
    };
    let ranked = source.mentions.iter().any(|(a, b)| (*a..*b).any(rank));
    // “Their spokesman”, behind a sentence about rebels
    let theirs = |m: &Range| {
        let opens = text.sentence(text.sentence_of(m.0)).first + 2 > m.0;
        opens && text.is(m.0, class::POSS) && armed_before(text, m.0)
    };
    let theirs = head(office) && !named && source.mentions.iter().any(theirs);
    // “le ministère russe de la Défense”, “le porte-parole militaire”
    let defence = has(class::DEFENCE) && has(class::GOVERNMENT.or(class::ROLE));
    let military = head(class::SPOKES) && has(class::COMBATANT);
    // “The Northern Front said”: a front that speaks is a group.
    let front = |m: &Range| (m.0..m.1).any(|k| text.is(k, class::FIGHT) && text.capital(k));
    let front = source.mentions.iter().any(front);
    let armed =
        (has(class::PARTY.or(class::FORCE)) || ranked || theirs || defence || military || front) && !has(class::POLICE);
    source.party = house || speaks_for_side && (armed || side);
    source.role = role(text, source);
}

/// Whether the sentence before token `i` opens with an armed side.
fn armed_before(text: &Text, i: usize) -> bool {
    let Some(before) = text.sentence_of(i).checked_sub(1) else { return false };
    let sentence = text.sentence(before);
    let opening = (sentence.first..sentence.end).take_while(|k| !phrases::is_finite(text, *k));
    opening.take(9).any(|k| text.is(k, class::PARTY.or(class::FORCE)) && !text.is(k, class::POLICE))
}

/// Whether a mention with these heads keeps an official, an insider or a document from being known.
pub fn hides(text: &Text, (first, end): Range, heads: Classes, plural: bool) -> bool {
    let body = heads.any(class::INSTITUTION.or(class::MEDIA).or(class::DOC));
    let agreed = !body && agreed(text, (first, end));
    // “his mother, Ida Berg”, “Senior adviser Ida Berg”
    let comma = (first..end).find(|k| text.sign(*k, ","));
    let person = |k: usize| text.is_name(k) && !text.is(k, class::MEDIA.or(class::STATE));
    let named = comma.is_some_and(|k| person(k + 1) || (k + 1..end).any(|j| text.is_name(j) && text.is_name(j + 1)))
        || text.is_name(end)
        || text.sign(end, ",") && person(end + 1);
    // “ses proches”, “both officers”: people of a kind; one whom the text does not name hides all the same.
    let folk = class::WITNESS.or(class::PERSON).or(class::POLICE).or(class::FAMILY);
    let press = (first..end).any(|k| text.is(k, class::MEDIA));
    let one = !press && (text.is(first, class::INDEF.or(class::DEM)) || text.is(first, class::NUM) && !plural);
    let hidden = class::ANONYMOUS
        .or(class::PROFESSION)
        .or(class::WITNESS)
        .or(class::PERSON)
        .or(class::ROLE)
        .or(class::COLLECTIVE);
    let phrase = (first..end).any(|k| text.is(k, class::ANONYMOUS) && text.fold(k).contains(' '));
    let kind = phrase
        || heads.any(class::ANONYMOUS) && !heads.any(folk)
        || one && !plural && heads.any(hidden) && !heads.any(class::MEDIA.or(class::FAMILY));
    // English “official results”, “an open source project”: another noun is the head, or none of a person stands bare.
    let head = (first..end).find(|k| text.is(*k, class::ANONYMOUS)).filter(|_| !text.lang.romance);
    let joint = class::OF.or(class::TO).or(class::PREP).or(class::WITH).or(class::REL).or(class::PP).or(class::GER);
    let other = |k: usize| {
        k < end
            && text.kind(k) == Some(Kind::Word)
            && !text.is(k, joint.or(class::ADJECTIVE).or(class::ANONYMOUS).or(class::ABOUT))
    };
    let bare = head.is_some_and(|k| other(k + 1))
        || !text.lang.romance && !plural && !(first..end).any(|k| text.is(k, BEGINS));
    !named && (agreed || phrase || kind && !bare)
}

/// Who stands before or, with an agent, behind the words at token `i` that say that the name is withheld: “une greffière,
/// qui a souhaité rester anonyme”, “anonymously by officials”.
pub fn withheld(text: &Text, i: usize) -> Option<Range> {
    let s = text.sentence_of(i);
    let first = text.sentence(s).first;
    let by = (i + 1..i + 3).find(|k| text.is(*k, class::BY) && text.sentence_of(*k) == s);
    let agent = by.and_then(|k| Some((k + 1, phrases::right(text, k + 1)?)));
    let before = || (first.max(i.saturating_sub(8)) + 1..=i).rev().find_map(|end| phrases::ending(text, end));
    let (a, b) = agent.or_else(before)?;
    let people = class::PERSON
        .or(class::ROLE)
        .or(class::PROFESSION)
        .or(class::ANONYMOUS)
        .or(class::COMBATANT)
        .or(class::WITNESS);
    let known = (a..b).any(|k| text.is_name(k)) || text.is(a, class::POSS.or(class::PRON).or(class::DEF));
    (!known && (a..b).any(|k| text.is(k, people.or(class::FAMILY)))).then_some((a, b))
}

/// “un médecin, sous couvert d'anonymat”: the agreement stands beside the source.
fn agreed(text: &Text, (first, end): Range) -> bool {
    let near = first.saturating_sub(3)..end + 8;
    near.into_iter().any(|k| text.is(k, class::ANONYMITY) && text.sentence_of(k) == text.sentence_of(first))
}

/// Words before a noun of one person.
const BEGINS: Classes =
    class::DEF.or(class::INDEF).or(class::DEM).or(class::POSS).or(class::NUM).or(class::OTHER).or(class::GENITIVE);

/// Head, number and definiteness of the noun phrase `range`, read like a source.
pub fn heads(text: &Text, range: Range) -> (Classes, bool) {
    let mention = mention::mention(text, range);
    // “de l'avis des connaisseurs”: the article stands in the phrase before.
    let bare = text.is(range.0, class::NOUN) && text.ends_plural(range.0);
    (mention.heads, mention.plural || bare)
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

    /// Whether it is a body, state or armed side that the lists know as one; no count and no document that speaks.
    pub fn is_body(&self) -> bool {
        let body =
            class::INSTITUTION.or(class::STATE).or(class::FORCE).or(class::GROUP).or(class::PARTY).or(class::POLICE);
        matches!(self.kind, SourceKind::Institution | SourceKind::Party)
            && (self.heads.any(body.or(class::CAMP)) || self.names.is_empty() && !self.places.is_empty())
            && !self.heads.any(class::TOLL.or(class::DOC))
    }

    /// Whether the words of `range` may mean this source.
    pub fn is_meant(&self, text: &Text, range: Range) -> bool {
        self.mentions.iter().any(|own| share_words(text, *own, range))
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

    /// Whether it keeps from readers who is speaking, where a name would help them: an unnamed official or insider; no
    /// passer-by, relative or crowd.
    pub fn hides(&self, text: &Text) -> bool {
        let (first, end) = self.name;
        // “un ministre”, not “un porte-parole”: a body speaks through him.
        let office = self.kind == SourceKind::Official
            && self.names.is_empty()
            && !self.heads.any(class::SPOKES.or(class::COUNTERPART))
            && self.mentions.iter().all(|m| text.is(m.0, class::INDEF.or(class::NUM)));
        (self.kind == SourceKind::Anonymous || office) && hides(text, (first, end), self.heads, self.plural)
    }
}

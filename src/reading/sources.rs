//! Sources as entities: who is meant by a name, a role, a surname or a pronoun.

use super::attributions::{Attribution, Range};
use crate::lang::{Classes, class};
use crate::order;
use crate::report::SourceKind;
use crate::text::Text;

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
    plural: bool,
    /// The head noun, folded.
    head: String,
    /// Classes of the head nouns of all mentions.
    heads: Classes,
}

/// Letters that the forms of one demonym or country share: “mali”, “malien”, “malienne”.
const STEM: usize = 4;

/// What one mention tells.
struct Mention {
    range: Range,
    names: Vec<String>,
    office: Option<usize>,
    places: Vec<String>,
    classes: Classes,
    pronoun: bool,
    last_named: bool,
    counterpart: bool,
    plural: bool,
    definite: bool,
    head: String,
    heads: Classes,
}

/// Resolves the sources of all attributions; fills each one's `speaker`.
pub fn resolve(text: &Text, attributions: &mut [Attribution], house: &[String]) -> Vec<Source> {
    let mut sources: Vec<Source> = Vec::new();
    let named: Vec<(usize, Mention)> =
        attributions.iter().enumerate().filter_map(|(i, a)| a.source.map(|s| (i, mention(text, s)))).collect();
    // Names and roles first, so that a role may come before the name it belongs to.
    let mut speakers: Vec<Option<usize>> = vec![None; attributions.len()];
    for (i, mention) in named.iter().filter(|(_, m)| !m.pronoun && !m.last_named && !m.counterpart) {
        let speaker = entity(&mut sources, mention);
        if let Some(slot) = speakers.get_mut(*i) {
            *slot = Some(speaker);
        }
    }
    for (i, mention) in named.iter().filter(|(_, m)| m.counterpart) {
        let speaker = counterpart(text, &mut sources, mention);
        if let Some(slot) = speakers.get_mut(*i) {
            *slot = Some(speaker);
        }
    }
    unite(&mut sources, &mut speakers);
    pronouns(text, attributions, &named, &mut speakers, &mut sources);
    for (attribution, speaker) in attributions.iter_mut().zip(&speakers) {
        attribution.speaker = *speaker;
    }
    let sides = belligerents(text);
    for source in &mut sources {
        order::by_key(&mut source.mentions, |range| *range);
        source.mentions.dedup();
        describe(text, source, &sides, house);
    }
    sources
}

fn mention(text: &Text, (first, end): Range) -> Mention {
    let mut classes = Classes::NONE;
    let mut names = Vec::new();
    let mut places = Vec::new();
    for i in first..end {
        let Some(token) = text.token(i) else { continue };
        classes = classes.or(token.classes);
        let name = text.is_name(i)
            || (i == first
                && token.capital
                && !token
                    .classes
                    .any(class::DEF.or(class::INDEF).or(class::PRON).or(class::NOUN).or(class::VAGUE).or(class::NUM)));
        if token.classes.any(class::DEMONYM.or(class::STATE)) {
            places.push(stem(text.lang.state(text.fold(i)).unwrap_or(text.fold(i))));
        } else if name && !token.classes.any(class::HONORIFIC.or(class::ROLE).or(class::MEDIA)) {
            names.push(text.fold(i).to_string());
        }
    }
    let head_at = head_of(text, (first, end));
    let head = head_at.map(|i| text.fold(i).to_string()).unwrap_or_default();
    let heads = head_at.and_then(|i| text.token(i)).map_or(Classes::NONE, |t| t.classes);
    let pronoun = end == first + 1 && text.is(first, class::PRON) && !text.is(first, class::NOUN);
    Mention {
        range: (first, end),
        names,
        office: office(text, (first, end)),
        places,
        classes,
        pronoun,
        last_named: text.is(first, class::PRON_LAST),
        counterpart: classes.any(class::COUNTERPART),
        plural: plural(text, first),
        definite: text.is(first, class::DEF.or(class::DEM).or(class::POSS)) || (first..end).any(|i| text.is_name(i)),
        head,
        heads,
    }
}

/// The head noun: in French the first, in English the last before a preposition or a comma.
fn head_of(text: &Text, (first, end): Range) -> Option<usize> {
    let noun = |i: &usize| text.is(*i, class::NOUN.or(class::ROLE)) && (!text.is(*i, class::HONORIFIC) || !text.is_name(i + 1));
    if text.lang.decimal_comma {
        return (first..end).find(noun);
    }
    let joint = class::OF.or(class::TO).or(class::PREP).or(class::WITH).or(class::REL);
    let stop = (first + 1..end).find(|i| text.is(*i, joint) || text.sign(*i, ",")).unwrap_or(end);
    (first..stop).rev().find(noun).or_else(|| (first..end).find(noun))
}

fn stem(word: &str) -> String {
    word.chars().take(STEM).collect()
}

/// The office that a description names, without its article, demonym and name: “ministre des affaires étrangères”.
fn office(text: &Text, (first, end): Range) -> Option<usize> {
    let mut description = String::new();
    for i in first..end {
        if text.sign(i, ",") || text.is_name(i) && !text.is(i, class::ROLE) {
            if !description.is_empty() && text.lang.office(&description).is_some() {
                break;
            }
            if !text.capital(i) {
                break;
            }
        }
        let skip = text.is(i, class::DEMONYM)
            || (description.is_empty() && text.is(i, class::DEF.or(class::INDEF).or(class::POSS).or(class::ADJ)))
            || text.sign(i, ",");
        if skip || text.is_name(i) && !text.is(i, class::ROLE) && description.is_empty() {
            continue;
        }
        let glue = description.is_empty() || description.ends_with('\'');
        if !glue {
            description.push(' ');
        }
        description.push_str(&text.fold(i).replace("' ", "'"));
        if let Some(office) = text.lang.office(&description)
            && !text.is(i + 1, class::OF)
        {
            return Some(office);
        }
    }
    text.lang.office(&description)
}

fn plural(text: &Text, first: usize) -> bool {
    let word = text.fold(first);
    text.is(first, class::VAGUE)
        || text.is(first, class::NUM) && text.value(first).is_none_or(|v| v > 1.0)
        || !text.lang.decimal_comma && text.is(first, class::NOUN) && word.ends_with('s')
        || word.ends_with('s')
            && text.is(first, class::DEF.or(class::INDEF).or(class::DEM).or(class::PRON))
            && word.len() > 2
            && word != "his"
            && word != "this"
        || word == "they"
}

/// The entity that a mention belongs to, an old one or a new one.
fn entity(sources: &mut Vec<Source>, mention: &Mention) -> usize {
    let found = sources.iter().position(|s| same(s, mention));
    if let Some(at) = found
        && let Some(source) = sources.get_mut(at)
    {
        merge(source, mention);
        return at;
    }
    sources.push(Source {
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
    });
    sources.len() - 1
}

/// Whether a mention means the entity: same surname, same office of the same country, or the same definite description.
fn same(source: &Source, mention: &Mention) -> bool {
    if !mention.names.is_empty() && !source.names.is_empty() {
        let surname = mention.names.last() == source.names.last();
        let part = mention.names.len() == 1 && source.names.contains(mention.names.first().unwrap_or(&String::new()));
        let first_names =
            mention.names.len() > 1 && source.names.len() > 1 && mention.names.first() != source.names.first();
        return (surname && !first_names)
            || part
            || (source.names.len() == 1 && mention.names.contains(source.names.first().unwrap_or(&String::new())));
    }
    let places = source.places.iter().any(|p| mention.places.contains(p))
        || source.places.is_empty()
        || mention.places.is_empty();
    if let (Some(a), Some(b)) = (source.office, mention.office) {
        return a == b && places;
    }
    if !mention.names.is_empty() || !source.names.is_empty() {
        // “le maire” after “le maire de X, Paul Y”
        return mention.definite
            && mention.names.is_empty()
            && !mention.head.is_empty()
            && mention.head == source.head
            && places
            && mention.classes.any(class::ROLE.or(class::PROFESSION));
    }
    if mention.head.is_empty() && source.head.is_empty() && !mention.places.is_empty() {
        return mention.places == source.places;
    }
    mention.definite
        && mention.head == source.head
        && !mention.head.is_empty()
        && places
        && source.plural == mention.plural
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
    source.places.extend(mention.places.iter().cloned());
    if source.head.is_empty() {
        source.head = mention.head.clone();
    }
}

/// “son homologue russe”: a named person of that country elsewhere in the text, else somebody of his own.
fn counterpart(text: &Text, sources: &mut Vec<Source>, mention: &Mention) -> usize {
    let known = sources.iter().position(|s| !s.names.is_empty() && s.places.iter().any(|p| mention.places.contains(p)));
    let found = known.or_else(|| {
        // A full name that no attribution has, nearest to the mention.
        let taken: Vec<&String> = sources.iter().flat_map(|s| &s.names).collect();
        let mut best: Option<Range> = None;
        let mut i = 0;
        while i < text.tokens.len() {
            let end = (i..)
                .take_while(|k| {
                    text.is_name(*k)
                        && !text.is(
                            *k,
                            class::STATE.or(class::MEDIA).or(class::INSTITUTION).or(class::GROUP).or(class::PARTY),
                        )
                        && text.kind(*k) == Some(crate::text::Kind::Word)
                })
                .count()
                + i;
            if end >= i + 2
                && end <= i + 4
                && i < mention.range.0
                && !taken.iter().any(|t| (i..end).any(|k| text.fold(k) == t.as_str()))
            {
                // Behind “le groupe”, “à”, “de” stands no person.
                let person = i > 0
                    && !text.is(i - 1, class::OF.or(class::TO).or(class::GROUP).or(class::DEF).or(class::NOUN))
                    || i == 0;
                if person {
                    best = Some((i, end));
                }
            }
            i = end.max(i + 1);
        }
        best.map(|range| {
            let mut name = self::mention(text, range);
            name.places.extend(mention.places.iter().cloned());
            entity(sources, &name)
        })
    });
    match found {
        Some(at) => {
            if let Some(source) = sources.get_mut(at) {
                source.mentions.push(mention.range);
                if source.head.is_empty() {
                    source.head = mention.head.clone();
                }
            }
            at
        }
        None => entity(sources, mention),
    }
}

/// Puts together entities that later mentions showed to be one: a role first, then the name with that role.
fn unite(sources: &mut [Source], speakers: &mut [Option<usize>]) {
    for later in 1..sources.len() {
        for earlier in 0..later {
            let (Some(a), Some(b)) = (sources.get(earlier), sources.get(later)) else { continue };
            let places = a.places.iter().any(|p| b.places.contains(p)) || a.places.is_empty() || b.places.is_empty();
            let one =
                a.office.is_some() && a.office == b.office && places && (a.names.is_empty() || b.names.is_empty());
            if !one || a.mentions.is_empty() || b.mentions.is_empty() {
                continue;
            }
            let Some(mentions) = sources.get_mut(later).map(|s| std::mem::take(&mut s.mentions)) else { continue };
            let Some((name, names, head)) = sources.get(later).map(|b| (b.name, b.names.clone(), b.head.clone()))
            else {
                continue;
            };
            if let Some(a) = sources.get_mut(earlier) {
                a.mentions.extend(mentions);
                if a.names.is_empty() {
                    a.name = name;
                    a.names = names;
                    a.head = head;
                }
            }
            for speaker in speakers.iter_mut().filter(|s| **s == Some(later)) {
                *speaker = Some(earlier);
            }
        }
    }
}

/// A pronoun after a quotation means the last speaker, not the nearest name; speech without a cue goes on.
fn pronouns(
    text: &Text,
    attributions: &[Attribution],
    named: &[(usize, Mention)],
    speakers: &mut [Option<usize>],
    sources: &mut Vec<Source>,
) {
    let mut last: Option<usize> = None;
    let mut last_plural: Option<usize> = None;
    for (i, attribution) in attributions.iter().enumerate() {
        let this = speakers.get(i).copied().flatten();
        if let Some(speaker) = this {
            if attribution.within.is_none() {
                let plural = sources.get(speaker).is_some_and(|s| s.plural);
                if plural {
                    last_plural = Some(speaker)
                } else {
                    last = Some(speaker)
                }
                if !plural && last_plural.is_none() {
                    last_plural = Some(speaker);
                }
                if last.is_none() {
                    last = Some(speaker);
                }
            }
            continue;
        }
        let mention = named.iter().find(|(n, _)| *n == i).map(|(_, m)| m);
        let found = match mention {
            Some(m) => (if m.plural { last_plural } else { last }).or_else(|| first_person(text, m.range.0, sources)),
            // Speech that goes on in a paragraph of its own.
            None if attribution.cue.is_empty() => last,
            None => None,
        };
        if let Some(speaker) = found {
            if let (Some(source), Some(m)) = (sources.get_mut(speaker), mention) {
                source.mentions.push(m.range);
            }
            if let Some(slot) = speakers.get_mut(i) {
                *slot = Some(speaker);
            }
        }
    }
}

/// The last full name before token `limit`: who a pronoun means that no speaker came before.
fn first_person(text: &Text, limit: usize, sources: &mut Vec<Source>) -> Option<usize> {
    let mut i = limit;
    while i > 1 {
        i -= 1;
        if text.is_name(i)
            && text.is_name(i - 1)
            && !text.is(i, class::STATE.or(class::MEDIA))
            && text.sentence_of(i) == text.sentence_of(i - 1)
        {
            let mut first = i - 1;
            while first > 0 && text.is_name(first - 1) && text.sentence_of(first - 1) == text.sentence_of(i) {
                first -= 1;
            }
            let name = mention(text, (first, i + 1));
            return Some(entity(sources, &name));
        }
        if text.sentence_of(limit) - text.sentence_of(i) > 3 {
            break;
        }
    }
    None
}

/// Whose countries, camps and groups fight in the text: stems of the words beside armed forces and groups.
fn belligerents(text: &Text) -> Vec<String> {
    let mut sides = Vec::new();
    let fights = class::FORCE.or(class::COMBATANT).or(class::PARTY).or(class::GROUP);
    for i in 0..text.tokens.len() {
        if !text.is(i, fights) || text.is(i, class::POLICE) {
            continue;
        }
        for k in i.saturating_sub(2)..i + 4 {
            let joined = k == i || text.sentence_of(k) == text.sentence_of(i) && !text.is_pause(k);
            if k != i
                && joined
                && (text.is(k, class::DEMONYM)
                    || text.is(k, class::STATE) && !text.is(k, class::NUM)
                    || text.is_name(k) && k > i && text.is(i, class::GROUP.or(class::PARTY)))
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
        indefinite |= text.is(*first, class::INDEF)
            || !text.is(*first, class::DEF.or(class::DEM).or(class::POSS).or(class::PRON)) && source.names.is_empty();
    }
    let has = |c: Classes| classes.any(c);
    let head = |c: Classes| source.heads.any(c);
    let named = !source.names.is_empty();
    let office = class::ROLE.or(class::SPOKES).or(class::COUNTERPART);
    let body = class::INSTITUTION.or(class::STATE).or(class::FORCE).or(class::INDEPENDENT).or(class::POLICE).or(class::GROUP);
    let people = class::PERSON.or(class::PROFESSION).or(class::COMBATANT).or(class::CROWD).or(class::FAMILY);
    source.kind = if head(class::DOC) && !has(office) {
        SourceKind::Document
    } else if has(class::PARTY) && (head(class::PARTY) || has(class::SPOKES)) {
        SourceKind::Party
    } else if named {
        // One name that never grows to two is a company or an agency more often than a person.
        let person = source.names.len() > 1 || has(people.or(class::HONORIFIC).or(class::PRON));
        if has(office) {
            SourceKind::Official
        } else if head(class::MEDIA) || has(class::MEDIA) && !person {
            SourceKind::Media
        } else if head(body) && !has(people) || !person {
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
    let words: Vec<String> =
        source.mentions.iter().flat_map(|(a, b)| *a..*b).map(|i| text.fold(i).to_string()).collect();
    let side = source.places.iter().chain(&source.names).any(|p| sides.contains(&stem(p)));
    let house = house.iter().any(|party| {
        let party = party.to_lowercase();
        words.join(" ").contains(&party)
    });
    // A body, office or group of a side; not its reporters, witnesses or hospitals.
    let speaks_for_side = matches!(
        source.kind,
        SourceKind::Official | SourceKind::Institution | SourceKind::Party | SourceKind::Document
    ) && !has(class::INDEPENDENT.or(class::WITNESS).or(class::MEDIA));
    let armed = has(class::PARTY.or(class::FORCE)) && !has(class::POLICE);
    source.party = house || speaks_for_side && (armed || side);
    source.role = role(text, source);
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
    /// The fullest words for it; the head of a role where only pronouns are known.
    pub fn words(&self, text: &Text) -> String {
        text.span(self.name.0, self.name.1).of(text.src).trim_start_matches('-').to_string()
    }

    pub fn is_named(&self) -> bool {
        !self.names.is_empty()
    }

    /// Whether the two belong to one country or camp.
    pub fn shares_place(&self, other: &Source) -> bool {
        self.places.iter().any(|p| other.places.contains(p))
    }
}

//! Who speaks under a bare name: nothing in the text says who it is.

use super::Source;
use crate::lang::{Classes, class};
use crate::order::Index;
use crate::reading::attributions::Range;
use crate::reading::{Reading, people, phrases};
use crate::report::SourceKind;
use crate::text::{Kind, Text};

/// Words that say who somebody is.
const DESCRIPTION: Classes = class::ROLE
    .or(class::PROFESSION)
    .or(class::SPOKES)
    .or(class::PERSON)
    .or(class::FAMILY)
    .or(class::WITNESS)
    .or(class::COMBATANT)
    .or(class::COLLECTIVE)
    .or(class::SURVIVOR)
    .or(class::COUNTERPART);
/// Words of bodies, which need no function.
const BODY: Classes = class::STATE
    .or(class::MEDIA)
    .or(class::INSTITUTION)
    .or(class::GROUP)
    .or(class::PARTY)
    .or(class::GROUP_NAME)
    .or(class::FORCE)
    .or(class::DOC)
    .or(class::DEMONYM)
    .or(class::CHANNEL)
    .or(class::INDEPENDENT);

/// Words of the names of places, which act as little as “Odile Senac Park”.
const PLACE: Classes = class::AREA
    .or(class::SPORT)
    .or(class::NAMED_AFTER)
    .or(class::SPOT)
    .or(class::STREET)
    .or(class::SCHOOL)
    .or(class::MATERIEL)
    .or(class::ACCIDENT)
    .or(class::ECONOMY)
    .or(class::FICTION);

/// Whether the verb at token `k` tells what somebody did or will do, not who he is: “runs the site”, “est médecin”.
fn acts(text: &Text, k: usize) -> bool {
    if text.is(k, class::BE) {
        return text.is(k + 1, class::PP) || text.is(k + 2, class::PP) && text.is(k + 1, class::ADV.or(class::BE));
    }
    let auxiliary = text.is(k, class::HAVE.or(class::MODAL).or(class::REFLEXIVE).or(class::FUTURE));
    let past = !text.lang.romance
        && (text.is(k, class::FIN) && text.is(k, class::VERB) && (text.is(k, class::PP) || !text.is(k, class::INF))
            || phrases::unknown(text, k) && phrases::is_finite(text, k))
        && !text.ends_plural(k);
    auxiliary || past
}

impl Reading<'_> {
    /// The first mention of each person who speaks and of whom the text says nothing else.
    pub fn bare_names(&self) -> Vec<Range> {
        let text = &self.text;
        let mut names = Index::new();
        for i in (0..text.tokens.len()).filter(|i| text.capital(*i) && text.kind(*i) == Some(Kind::Word)) {
            names.entry(text.fold(i).to_string()).or_default().push(i);
        }
        let mut found = Vec::new();
        let mut seen = vec![false; self.sources.len()];
        for attribution in &self.attributions {
            let Some(((first, end), source)) = attribution.source.zip(self.source(attribution)) else { continue };
            let fresh = attribution.speaker.and_then(|s| seen.get_mut(s)).is_some_and(|s| !std::mem::replace(s, true));
            let Some(places) = source.names.last().and_then(|name| names.get(name)) else { continue };
            // Met before: who it is was the matter of another sentence.
            let met = places.first().is_some_and(|i| *i < first);
            if fresh && !met && is_person(text, source, (first, end)) && !places.iter().any(|i| is_described(text, *i))
            {
                found.push((first, end));
            }
        }
        self.silent_names(&names, &mut found);
        found
    }

    /// Adds those who only act: “Marc Vidal et Célia Bonnet ont coupé le ruban”, “remis par Odile Senac”.
    fn silent_names(&self, names: &Index, found: &mut Vec<Range>) {
        let text = &self.text;
        crate::order::by_key(found, |f| *f);
        let speakers: Vec<usize> = found.iter().map(|f| f.0).collect();
        for s in 0..text.sentences.len() {
            if self.sentence_has(s, class::SPORT.or(class::STAR).or(class::BALLOT)) {
                continue;
            }
            let people = people::names(text, s);
            let known = |i: usize| text.is(i, BODY.or(DESCRIPTION).or(PLACE));
            let done = |k: usize| text.is(k, class::PP) || phrases::unknown(text, k) && phrases::is_verbal(text, k);
            let mut joined = false;
            for (at, name) in people.iter().enumerate().rev() {
                let pair = people.get(at + 1).is_some_and(|n| n.first == name.end + 1 && text.is(name.end, class::AND));
                joined = acts(text, name.end) || pair && joined;
                let before = name.first.wrapping_sub(1);
                let by = text.is(before, class::BY) && (before.saturating_sub(3)..before).any(done);
                // “le coach Paul Vidal”, “Secretary of the Interior Marco Minniti”, “the Arctic Monkeys”
                let small = class::DEF.or(class::OF).or(class::POSS).or(class::GENITIVE);
                let trade = text.kind(before) == Some(Kind::Word)
                    && phrases::unknown(text, before)
                    && !text.capital(before)
                    && before >= text.sentence(s).first;
                let titled = trade || text.is(before, DESCRIPTION.or(class::HONORIFIC).or(small));
                let Some(places) = names.get(text.fold(name.end - 1)) else { continue };
                let first = places.first().is_some_and(|i| *i + 1 == name.end);
                let words = name.first..name.end;
                let plain = words.clone().all(|i| text.word(i).chars().any(char::is_lowercase) && !known(i));
                let spoken = || speakers.binary_search(&name.first).is_ok();
                let free = text.quote_of(name.first).is_none() && !spoken();
                let described = || places.iter().any(|i| is_described(text, *i));
                if name.full && !titled && words.len() < 4 && (joined || by) && first && plain && free && !described() {
                    found.push((name.first, name.end));
                }
            }
        }
        crate::order::by_key(found, |f| *f);
    }
}

/// Whether the words `first..end` are a person's bare name, with no more than “Mme” before it.
fn is_person(text: &Text, source: &Source, (first, end): Range) -> bool {
    let titled = text.is(first, class::HONORIFIC);
    let name = (first..end).all(|i| {
        text.is(i, class::HONORIFIC)
            || text.is_name(i) && !text.is(i, BODY.or(DESCRIPTION)) && !text.word(i).contains('.')
    });
    let spelt = |i: usize| text.word(i).chars().any(char::is_lowercase);
    let count = end - first - usize::from(titled);
    let many = text.opens_as_plural(first);
    name && (first..end).all(spelt)
        && (1..4).contains(&count)
        && source.role.is_none()
        && !source.plural
        && !source.body
        && !source.heads.any(BODY.or(DESCRIPTION))
        && (count > 1 || titled || !many && text.token(end - 1).is_some_and(|t| t.is_unlisted()))
        && matches!(source.kind, SourceKind::Person | SourceKind::Institution | SourceKind::Official)
}

/// Whether something around the name at token `i` says who it is: a function before it, an apposition, a clause, an age
/// or a bracket behind it.
fn is_described(text: &Text, i: usize) -> bool {
    let sentence = text.sentence(text.sentence_of(i));
    let first =
        (sentence.first..i).rev().take_while(|k| text.is_name(*k) || text.is(*k, class::HONORIFIC)).last().unwrap_or(i);
    let end = (i..sentence.end).find(|k| !text.is_name(*k)).unwrap_or(sentence.end);
    let before = first.checked_sub(1).filter(|k| *k >= sentence.first);
    let noun = |k: usize| text.is(k, class::NOUN.or(DESCRIPTION)) && !text.is_name(k);
    // “Au procès, X a quitté la salle”: when or where, not who.
    let circumstance =
        text.is(sentence.first, class::TO.or(class::VIA).or(class::LOCATIVE).or(class::AFTER).or(class::BEFORE));
    // “le député X”, “sa sœur X”, “the leader, X”
    let titled = before.is_some_and(|k| {
        noun(k)
            || text.sign(k, ",")
                && k > sentence.first
                && (noun(k - 1) && !(circumstance && !text.is(k - 1, DESCRIPTION)) || text.is_name(k - 1))
            || text.is(k, class::ADJ.or(class::DEMONYM)) && k > sentence.first && noun(k - 1)
    });
    let comma = text.sign(end, ",");
    let at = if comma { end + 1 } else { end };
    // “Selon X, la mesure …” goes on behind its comma, “X, la patronne du club, …” does not.
    let phrase = || phrases::right(text, at).is_none_or(|end| text.is_pause(end) || text.is(end, class::REL));
    let article = text.is(at, class::DEF) && !text.is(at, class::OF);
    let words =
        class::REL.or(class::OF).or(class::ONCE).or(class::ADJ).or(class::NOUN).or(class::INDEF).or(class::POSS);
    let near = || (at..at + 3).any(|k| text.is(k, DESCRIPTION));
    let apposed = comma
        && (article && phrase() || !article && (text.is(at, words) || near()) || text.kind(at) == Some(Kind::Number));
    // “X of the Fisheries Board”, “X, sous-directeur”, “X from Marlow College”
    let from = text.is(at, class::PREP) && (at + 1..at + 3).any(|k| text.is_name(k) || text.is(k, BODY));
    let unlisted =
        comma && !text.capital(at) && text.token(at).is_some_and(|t| t.kind == Kind::Word && t.is_unlisted());
    let belongs = text.is(end, class::OF.or(class::REL)) || text.sign(end, "(") || from || unlisted;
    titled || apposed || belongs && at < sentence.end
}

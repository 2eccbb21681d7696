//! Armed actors without a name: “les rebelles”, “gunmen”.

use super::Reading;
use super::attributions::Range;
use super::phrases::{self, DETERMINER};
use crate::lang::class;
use crate::text::{Kind, Text};

/// A mention of an armed actor.
struct Mention {
    place: Range,
    /// Token of the noun.
    noun: usize,
    /// Token of the proper name beside it, or of the noun that is one.
    name: Option<usize>,
}

impl Reading<'_> {
    /// The first generic armed actor that speaks or acts, where the text names nobody of its side; and the others.
    pub fn unnamed_group(&self) -> Option<(usize, usize, Vec<Range>)> {
        let text = &self.text;
        let mentions: Vec<Mention> = (0..text.tokens.len()).filter_map(|i| mention(text, i)).collect();
        let generic = || mentions.iter().filter(|m| m.name.is_none());
        let actor = generic().find(|m| self.acts(m.place) && !self.is_counted_dead(m.noun))?;
        // A name of the side that it fights is none of its own.
        // “…, sécessionnistes de la Ligue”: an apposition tells of no fight.
        let aside = |m: &Mention| m.place.0 > 0 && text.sign(m.place.0 - 1, ",") && !self.acts(m.place);
        let own = |m: &&Mention| m.name.is_some_and(|name| !aside(m) && !self.is_foe(&mentions, last_word(text, name)));
        if mentions.iter().any(|m| own(&m)) {
            return None;
        }
        let (first, mut end) = actor.place;
        let mut others: Vec<Range> = generic().map(|m| m.place).filter(|p| *p != actor.place).collect();
        // Coordinated actors are one place: “les séparatistes et les jihadistes”.
        if let Some((_, e)) = others.iter().find(|(s, _)| *s == end + 1 && text.is(end, class::AND)).copied() {
            end = e;
            others.retain(|(_, e)| *e != end);
        }
        Some((first, end, others))
    }

    /// Whether the actor speaks, or its sentence tells of violence and no game or crime story.
    fn acts(&self, (first, end): Range) -> bool {
        let text = &self.text;
        let s = text.sentence_of(first);
        let spoken =
            self.attributions_at(s).any(|(_, a)| a.source.is_some_and(|(from, to)| from <= first && end <= to));
        let sentence = text.sentence(s);
        let verb = |classes| (sentence.first..sentence.end).any(|k| text.is(k, classes) && text.is(k, class::VERB));
        // “The team's rebel struck again”: an attack may be a game.
        let harms = verb(class::KILL.or(class::CAPTURE).or(class::WOUND).or(class::OVERRUN))
            || verb(class::ATTACK) && !self.sentence_has(s, class::ECONOMY);
        (harms || spoken && !self.sentence_has(s, class::ECONOMY)) && !self.is_fiction(s)
    }

    /// “12 fighters were killed”: victims, not those who act.
    fn is_counted_dead(&self, noun: usize) -> bool {
        let s = self.text.sentence_of(noun);
        self.figures_in(s, s).any(|(_, f)| f.head == Some(noun) && f.is_casualty())
    }

    /// Whether the group of this name always stands against the unnamed actor: beside an army, or among those it harms.
    fn is_foe(&self, mentions: &[Mention], name: &str) -> bool {
        let text = &self.text;
        let here: Vec<&Mention> =
            mentions.iter().filter(|m| m.name.is_some_and(|n| last_word(text, n) == name)).collect();
        let with_army = here.iter().any(|m| {
            let (first, end) = m.place;
            let joint = |k: usize| text.is(k, class::AND.or(class::WITH)) || text.sign(k, ",");
            let army = |k: usize| text.is(k, class::FORCE.or(class::COMBATANT)) && !text.is(k, class::PARTY);
            joint(first.wrapping_sub(1)) && (first.saturating_sub(5)..first).any(army)
                || joint(end) && (end..end + 4).any(army)
        });
        let victim = here.iter().any(|m| {
            let s = text.sentence_of(m.noun);
            let harmed = self.figures_in(s, s).any(|(_, f)| f.is_toll() && f.first < m.noun && m.noun <= f.end + 4);
            // “dozens of members of the group”: the dead are its own, the actor stands before.
            let actor = mentions.iter().any(|a| a.name.is_none() && text.sentence_of(a.noun) == s && a.noun < m.noun);
            harmed && actor
        });
        with_army || victim
    }
}

/// The armed actor whose noun or name is token `i`.
fn mention(text: &Text, i: usize) -> Option<Mention> {
    let noun = text.is(i, class::PARTY) && (text.is(i, class::NOUN) || text.is(i, class::GROUP_NAME));
    // “Rapid Support Forces”, “Front des Plateaux”: an armed body with a name of its own.
    // “Front du Delta”, “Delta Front”: a group by a name of its own.
    let front = text.is(i, class::GROUP) && text.capital(i) && !text.is(i, class::INSTITUTION);
    // “Alliance des États du Sahel”: no group that fights.
    let front = front && !text.is(i + 2, class::STATE.or(class::INSTITUTION).or(class::GOVERNMENT));
    let front = front && (text.is(i + 1, class::OF) && text.is_name(i + 2) || i > 0 && text.is_name(i - 1));
    let body =
        front || text.is(i, class::PARTY.or(class::GROUP_NAME)) && (text.is(i, class::GROUP_NAME) || text.capital(i));
    if !noun && !body || text.quote_of(i).is_some() {
        return None;
    }
    let sentence = text.sentence(text.sentence_of(i));
    // A capital at the head of a sentence is no name, but “Rapid Support Forces” is one.
    let opens = i == sentence.first || text.kind(i - 1) == Some(Kind::Mark) || text.is_pause(i - 1);
    let capitals = text.word(i).split(' ').filter(|w| w.chars().next().is_some_and(char::is_uppercase)).count();
    let proper = text.is(i, class::GROUP_NAME)
        || text.capital(i) && (!opens || !text.is(i, class::NOUN) || capitals > 1)
        || acronym(text, i);
    let behind = || {
        let name = |k: &usize| text.is_name(*k) || text.is(*k, class::GROUP_NAME) || acronym(text, *k);
        (i + 1..i + 7).take_while(|k| *k < sentence.end && !leaves(text, *k)).find(name)
    };
    let before = || (i > sentence.first && !text.lang.romance).then(|| i - 1);
    let before = || before().filter(|k| text.is_name(*k) || text.is(*k, class::GROUP_NAME) || acronym(text, *k));
    let name = proper.then_some(i).or_else(behind).or_else(before);
    // “jihadistes affiliés à X”, “fighters loyal to X”
    let name = name.or_else(|| affiliated(text, i));
    // “l'assaillant” is one man, “un acte terroriste” and “extremist messages” are no men at all.
    let several = text.ends_plural(i) || text.is(i, class::GROUP.or(class::MASS_PEOPLE));
    let adjective = text.lang.romance && !opens && text.is(i - 1, class::NOUN) && !text.is(i - 1, DETERMINER);
    let modifier =
        !text.lang.romance && text.is(i + 1, class::NOUN) && !text.is(i + 1, class::VERB) && !text.ends_plural(i);
    let former = !opens && text.is(i - 1, class::ONCE.or(class::FORMER));
    if name.is_none() && (!several || adjective || modifier || former) {
        return None;
    }
    let article = i > sentence.first && text.is(i - 1, class::DEF.or(class::INDEF));
    Some(Mention { place: (i - usize::from(article), i + 1), noun: i, name })
}

/// The name proper of “groupe Wagner”.
fn last_word<'t>(text: &'t Text, name: usize) -> &'t str {
    text.fold(name).rsplit(' ').next().unwrap_or_default()
}

/// Whether token `k` is an abbreviation in capitals.
fn acronym(text: &Text, k: usize) -> bool {
    text.word(k).chars().filter(|c| c.is_uppercase() || c.is_ascii_digit()).count() >= 2 && text.capital(k)
}

/// The name that a participle or adjective ties to the noun at `i`.
fn affiliated(text: &Text, i: usize) -> Option<usize> {
    let tie = i + 1;
    let to = (tie + 1..tie + 4)
        .find(|k| text.is(*k, class::TO.or(class::OF).or(class::BY).or(class::WITH).or(class::PREP)))?;
    let tied = text.is(tie, class::PP.or(class::ADJ).or(class::ADJECTIVE).or(class::GER))
        && !text.is(tie, class::FIN.or(class::KILL));
    (to + 1..to + 4).take_while(|_| tied).find(|k| text.is_name(*k) || text.is(*k, class::GROUP_NAME.or(class::PARTY)))
}

/// Whether a name behind token `k` no longer belongs to the noun before it.
fn leaves(text: &Text, k: usize) -> bool {
    let stop = class::PREP.or(class::HAVE).or(class::BE).or(class::REL).or(class::COMP).or(class::AND).or(class::BY);
    text.is(k, stop) || text.sign(k, ",") || phrases::is_finite(text, k)
}

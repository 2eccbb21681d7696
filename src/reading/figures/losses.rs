//! Losses that the text tells without a number.

use super::counted::{ends_clause, kind_of};
use super::{Count, Figure, PEOPLE};
use super::{harm, told, unnumbered, unreal, withheld};
use crate::lang::{Classes, class};
use crate::reading::phrases::{self, DETERMINER};
use crate::report::{FigureKind, Precision};
use crate::text::{Kind, Text};

/// Nouns that are losses of people by themselves.
pub(super) const LOSSES: Classes = class::LOSS.or(class::CASUALTY).or(class::DEAD).or(class::WOUNDED);
/// Intensifiers that are no count: “lourdes”, “heaviest”.
const HEAVY: Classes = class::HEAVY.or(class::SUPERLATIVE);
/// Those who lose people in a fight.
const FIGHTERS: Classes = class::FORCE.or(class::PARTY).or(class::COMBATANT).or(class::FIGHT).or(class::ATTACK);

/// The losses without a number, in order; `figures` are those with one.
pub fn find(text: &Text, figures: &[Figure], fighting: bool) -> Vec<Figure> {
    let mut found: Vec<Figure> = Vec::new();
    let money = text.tokens.iter().any(|t| t.classes.any(class::ECONOMY.or(class::MONEY)));
    let scene = Scene { fighting, money };
    for (s, sentence) in text.sentences.iter().enumerate() {
        let start = figures.partition_point(|f| f.sentence < s);
        let here = || figures.iter().skip(start).take_while(|f| f.sentence == s);
        let taken = |i: usize| here().any(|f| f.first <= i && i < f.end);
        // Only where people were harmed, here or one sentence before, is a count that is not given a toll.
        let harmed = withheld::harmed(text, s) || s > 0 && withheld::harmed(text, s - 1);
        for i in sentence.first..sentence.end {
            if taken(i) {
                continue;
            }
            let loss = harmed
                .then(|| withheld::find(text, i))
                .flatten()
                .or_else(|| unknown(text, i))
                .or_else(|| loss_noun(text, i, &scene))
                .or_else(|| unnumbered::people(text, i, scene.fighting))
                .or_else(|| unnumbered::wiped_out(text, i))
                .or_else(|| told::price(text, i));
            let Some(loss) = loss.filter(|l| !here().any(|f| f.first < l.end && l.first < f.end)) else { continue };
            // “le bilan est flou : on évoque huit morts”
            let given = |f: &Figure| f.first >= loss.end && f.is_toll() && f.low.is_some();
            if loss.count == Count::Withheld && here().any(given) {
                continue;
            }
            match found.last_mut() {
                Some(last) if last.end > loss.first => {}
                // “des morts et des blessés” are one statement.
                Some(last)
                    if last.end + 1 == loss.first
                        && last.count == Count::Absent
                        && loss.count == Count::Absent
                        && text.is(last.end, class::AND.or(class::OR)) =>
                {
                    last.end = loss.end;
                    if last.kind != loss.kind {
                        last.kind = FigureKind::Casualties;
                    }
                }
                _ => found.push(loss),
            }
        }
    }
    found
}

/// What the whole text is about.
struct Scene {
    fighting: bool,
    /// Money, jobs, seats, games or crops somewhere in it.
    money: bool,
}

pub(super) fn figure(text: &Text, first: usize, end: usize, head: usize, kind: FigureKind, count: Count) -> Figure {
    Figure {
        first,
        end,
        quantity: text.span(first, end),
        number_end: first,
        precision: Precision::Withheld,
        low: None,
        high: None,
        kind,
        count,
        head: Some(head),
        unit: Some(text.word(head).to_string()),
        sentence: text.sentence_of(first),
        subset: false,
        additional: false,
        hypothetical: unreal::hypothetical(text, first),
        attribution: None,
        background: false,
        definite: false,
        date: None,
    }
}

/// “un nombre indéterminé de blessés”, “an unknown number of dead”.
fn unknown(text: &Text, i: usize) -> Option<Figure> {
    if !text.is(i, class::UNKNOWN_COUNT) {
        return None;
    }
    // “un nombre indéterminé de” may be one phrase of the lists, or an adjective beside its noun.
    let whole = text.fold(i).contains(' ');
    let toll = if whole { i } else { (i.saturating_sub(1)..i + 2).find(|k| *k != i && text.is(*k, class::TOLL))? };
    let of = if whole { i } else { (toll.max(i) + 1..toll.max(i) + 3).find(|k| text.is(*k, class::OF))? };
    let head = (of + 1..of + 4).find(|k| text.is(*k, LOSSES.or(PEOPLE)))?;
    let first = toll.min(i).saturating_sub(usize::from(text.is(toll.min(i).wrapping_sub(1), class::INDEF)));
    let kind = match kind_of(text, head) {
        FigureKind::People => harm::behind(text, head + 1).or_else(|| harm::ahead(text, first))?,
        FigureKind::Other => return None,
        kind => kind,
    };
    Some(figure(text, first, head + 1, head, kind, Count::Absent))
}

/// “de lourdes pertes”, “des morts”, “heavy casualties”.
fn loss_noun(text: &Text, i: usize, scene: &Scene) -> Option<Figure> {
    if !text.is(i, LOSSES) || !text.is(i, class::NOUN) || text.kind(i) != Some(Kind::Word) {
        return None;
    }
    let sentence = text.sentence(text.sentence_of(i));
    let mut first = i;
    let modifier = class::ADJ.or(class::ADJECTIVE).or(HEAVY).or(class::DEMONYM).or(class::HUMAN).or(class::SUP_MARKER);
    while first > sentence.first
        && (text.is(first - 1, modifier)
            // “de très lourdes pertes”
            || text.is(first - 1, class::ADV) && text.is(first, class::HEAVY))
        && !text.is(first - 1, class::DEF.or(class::OF).or(class::INDEF))
        && (!text.is(first - 1, class::VERB)
            || text.is(first - 1, HEAVY.or(class::ADJ))
                && (!text.is(first - 1, class::SAY) || text.is(first.wrapping_sub(2), DETERMINER)))
    {
        first -= 1;
    }
    // “des « pertes importantes »”
    let opens = first.saturating_sub(usize::from(first > 0 && text.kind(first - 1) == Some(Kind::Mark)));
    let before = opens.checked_sub(1).filter(|b| *b >= sentence.first);
    let on = |classes: Classes| before.is_some_and(|b| text.is(b, classes));
    let heavy = (first..i).chain(i + 1..i + 3).any(|k| text.is(k, HEAVY));
    if on(class::ZERO.or(class::NUM).or(class::VAGUE).or(class::DEM))
        || on(class::POSS) && !(heavy && text.is(i, class::LOSS))
        || before.is_some_and(|b| text.kind(b) == Some(Kind::Number))
        || !(text.ends_plural(i) || pair(text, i))
        || denied(text, first)
    {
        return None;
    }
    let noun = Noun { first, i, heavy, definite: on(class::DEF) && !on(class::OF.or(class::INDEF)), before };
    let verb = inflicts(text, first, i);
    let told = if text.is(i, class::LOSS) { lost(text, &noun, verb, scene) } else { harmed(text, &noun, verb) };
    if !told {
        return None;
    }
    let mut end = i + 1;
    while text.is(end, class::HEAVY.or(class::HUMAN)) && !text.is(end, class::PREP)
        || text.is(end, class::OF) && text.is(end + 1, class::HUMAN)
        || text.is(end, class::DEMONYM.or(class::PARTY)) && text.lang.romance
    {
        end += 1;
    }
    if verb.is_some_and(|v| v == end) {
        end += 1;
    }
    let article = class::DEF.or(class::INDEF).or(class::POSS);
    let article = on(article) || on(class::OF) && text.lang.romance;
    let kind = match kind_of(text, i) {
        FigureKind::Other => FigureKind::Casualties,
        kind => kind,
    };
    Some(figure(text, if article { opens - 1 } else { first }, end, i, kind, Count::Absent))
}

/// “dead and wounded”: English has no plural there.
fn pair(text: &Text, i: usize) -> bool {
    let noun = |k: usize| text.is(k, class::DEAD.or(class::WOUNDED)) && text.is(k, class::NOUN);
    let joint = |k: usize| text.is(k, class::AND.or(class::OR));
    !text.lang.romance && (joint(i + 1) && noun(i + 2) || i > 1 && joint(i - 1) && noun(i - 2))
}

/// A noun of losses with what stands before it.
struct Noun {
    /// Its first modifier.
    first: usize,
    i: usize,
    heavy: bool,
    definite: bool,
    before: Option<usize>,
}

/// Whether “pertes” are of people: only where somebody fights or the text says so, and nowhere near money.
fn lost(text: &Text, noun: &Noun, verb: Option<usize>, scene: &Scene) -> bool {
    let i = noun.i;
    let sentence = text.sentence(text.sentence_of(i));
    let human = (noun.first..i + 4).any(|k| text.is(k, class::HUMAN));
    let object = text
        .is(i + 1, class::OF)
        .then(|| {
            (i + 2..i + 5).find(|k| {
                text.is(*k, class::NOUN)
                    || text.kind(*k) == Some(Kind::Number)
                    || text.token(*k).is_some_and(|t| t.classes == Classes::NONE)
            })
        })
        .flatten();
    let of_people = object.is_some_and(|k| text.is(k, PEOPLE.or(class::HUMAN).or(class::MATERIEL).or(class::FORCE)));
    if object.is_some() && !of_people || economic(text, i) {
        return false;
    }
    let has = |classes: Classes| (sentence.first..sentence.end).any(|k| text.is(k, classes));
    // “The general admitted heavy losses”
    let rank =
        |k: usize| text.is(k, class::RANK) && text.is(k.wrapping_sub(1), DETERMINER) && !text.is(k + 1, class::NOUN);
    let fights = has(FIGHTERS) || (sentence.first..i).any(rank);
    let changes = changes(text, i);
    // “Les deux camps ont subi de lourdes pertes.”: whoever it is, no money is about.
    let bodies = class::INSTITUTION.or(class::CAMP).or(class::ANIMAL).or(class::MATERIEL);
    // “Ils ont subi de lourdes pertes.”, “De lourdes pertes ont été signalées.”
    let own = class::PRON.or(class::PRON_FIRST);
    let before = sentence.first..noun.first;
    let nobody =
        before.clone().any(|k| text.is(k, own)) || before.len() < 2 || text.is_pause(noun.first.wrapping_sub(2));
    let nobody = nobody || (i + 1..i + 9).any(|k| text.is(k, class::COMP.or(class::REL)));
    let body = has(bodies.or(class::ROLE).or(class::PROFESSION)) && !has(class::STATE);
    let plain = !scene.money && noun.heavy && (verb.is_some() || deplored(text, i)) && nobody && !body;
    let told = noun.heavy || verb.is_some() || fights && (reported(text, noun.first) || deplored(text, i));
    // “pertes matérielles”
    let things = (noun.first..i + 3).any(|k| text.is(k, class::MATERIEL) && text.is(k, class::ADJECTIVE)) && !human;
    let bare = !noun.definite && !noun.before.is_some_and(|b| text.is(b, class::INDEF.or(class::OF).or(class::POSS)));
    (human || of_people || (fights || scene.fighting) && told || fights && changes || plain)
        && !things
        && !(bare && text.lang.romance && !noun.heavy && !human)
        && !(noun.definite && !told && !changes)
}

/// “des morts”, “casualties”, “victims”: asserted by a verb that inflicts, reports or concedes, or by their being there.
fn harmed(text: &Text, noun: &Noun, verb: Option<usize>) -> bool {
    let i = noun.i;
    let on = |classes: Classes| noun.before.is_some_and(|b| text.is(b, classes));
    let indefinite = on(class::INDEF) || on(class::OF) && text.lang.romance;
    let of = text.is(i + 1, class::OF) && !text.is(i, class::CASUALTY);
    // “civilian casualties are mounting”
    let bare = noun.definite || !text.lang.romance;
    // “were among victims”, “victims of fraud”
    let governed = on(class::PREP.or(class::ONE_OF).or(class::INCLUDING)) && !on(class::WITH);
    if text.is(i, class::CASUALTY) && bare && !on(class::POSS) && !governed && changes(text, i) {
        return true;
    }
    let suffers =
        text.is(i, class::CASUALTY) && text.is(i + 1, class::OF) && !text.is(i + 2, class::FIGHT.or(class::ACCIDENT));
    if noun.definite
        || governed
        || suffers
        || !indefinite && text.lang.romance
        || on(class::POSS)
        || of && !on(class::INDEF)
        || on(class::OF) && !on(class::INDEF) && !noun.heavy
    {
        return false;
    }
    // “serious injuries” are mostly those of one person.
    let injury = !text.lang.romance && text.is(i, class::WOUNDED) && !text.is(i, class::ADJ.or(class::ADJECTIVE));
    let inflicted = verb.is_some_and(|v| !injury || !text.is(v, class::UNDERGO));
    inflicted || noun.heavy && !injury || reported(text, noun.first) || exists(text, noun, indefinite)
}

/// “il y a des morts”, “there were casualties”, “Des blessés affluent”, “des victimes sont à déplorer”.
fn exists(text: &Text, noun: &Noun, indefinite: bool) -> bool {
    let Some(before) = noun.before.and_then(|b| b.checked_sub(usize::from(indefinite))) else {
        // The noun opens the sentence: English has no article there. “Bodies littered the streets.”
        let there = text.is(noun.i, class::DEAD.or(class::WOUNDED))
            && phrases::is_finite(text, noun.i + 1)
            && !text.is(noun.i + 1, class::CHANGE.or(class::BE).or(class::HAVE));
        return text.lang.romance || there || deplored(text, noun.i);
    };
    let there = (before.saturating_sub(3)..before + 1).any(|k| text.is(k, class::THERE));
    let opens = noun.before.is_some_and(|b| b == text.sentence(text.sentence_of(b)).first)
        || text.is_pause(before)
        || text.kind(before) == Some(Kind::Mark)
        || text.is(before, class::COMP.or(class::BUT).or(class::AND));
    let people = text.is(noun.i, class::DEAD.or(class::WOUNDED)) && indefinite && text.lang.romance;
    // “Attentat : des morts et des blessés”
    let headline = || ends_clause(text, noun.i + 1) || text.is(noun.i + 1, class::AND);
    let verb = || (noun.i + 1..noun.i + 4).any(|k| phrases::is_finite(text, k));
    there || opens && (deplored(text, noun.i) || people && (verb() || headline()))
}

/// “… sont à déplorer”, “… have been reported”
fn deplored(text: &Text, i: usize) -> bool {
    let words = (i + 1..i + 7).take_while(|k| text.kind(*k) == Some(Kind::Word));
    let mut words = words.skip_while(|k| !text.is(*k, class::BE.or(class::HAVE)));
    words.next().is_some() && words.any(|k| text.is(k, class::CONCEDE.or(class::PASSIVE_SAY)))
}

/// The verb that inflicts or suffers the loss at tokens `first..=noun`, before it or as a participle behind it.
fn inflicts(text: &Text, first: usize, noun: usize) -> Option<usize> {
    let verbs = class::INFLICT.or(class::UNDERGO).or(class::CONCEDE).or(class::LOSE);
    let is_verb = |k: &usize, classes: Classes| text.is(*k, classes) && text.is(*k, class::VERB);
    let behind =
        (noun + 1..noun + 4).find(|k| text.is(*k, class::INFLICT.or(class::UNDERGO)) && text.is(*k, class::PP));
    let passive = || {
        // “De lourdes pertes ont été infligées”, “les pertes que l'armée a subies”
        let mut rest = (noun + 1..noun + 14).take_while(|k| !text.is_pause(*k) && text.token(*k).is_some());
        let opens = (noun + 1..noun + 4).any(|k| text.is(k, class::BE.or(class::HAVE).or(class::REL).or(class::COMP)));
        opens.then(|| rest.find(|k| text.is(*k, class::INFLICT.or(class::UNDERGO)) && text.is(*k, class::PP))).flatten()
    };
    // “Those admitted are having injuries”: another verb between has the noun.
    let other = |k: usize| text.is(k, class::BE.or(class::HAVE)) && !text.is(k, class::NOUN);
    let ahead = (first.saturating_sub(5)..first).rev().take_while(|k| !text.is_pause(*k) && !other(*k));
    let before = || ahead.clone().find(|k| is_verb(k, verbs));
    behind.or_else(before).or_else(passive)
}

/// “the hospital reported casualties”
fn reported(text: &Text, first: usize) -> bool {
    // “craint des morts” tells of none.
    let told = |k: usize| text.is(k, class::SAY.or(class::GIVE)) && !text.is(k, class::THINK);
    let mut near = (first.saturating_sub(4)..first).rev().take_while(|k| !text.is(*k, class::BE) && !text.is_pause(*k));
    near.any(|k| told(k) && text.is(k, class::VERB))
}

/// “les pertes rebelles augmentent”, “losses have been heavy”
fn changes(text: &Text, i: usize) -> bool {
    let be = (i + 1..i + 5).find(|k| text.is(*k, class::BE) && !text.is(*k, class::NOUN));
    (i + 1..i + 4).any(|k| text.is(k, class::CHANGE) && text.is(k, class::FIN.or(class::GER)))
        || be.is_some_and(|b| (b + 1..b + 3).any(|k| text.is(k, class::HEAVY)))
}

/// Whether the clause around token `i` denies: “sans faire de victimes”, “did not cause casualties”.
pub(super) fn denied(text: &Text, i: usize) -> bool {
    let sentence = text.sentence(text.sentence_of(i));
    (i.saturating_sub(7).max(sentence.first)..i).any(|k| {
        text.is(k, class::NEG.or(class::ZERO).or(class::WITHOUT).or(class::DENY)) || phrases::opens_negation(text, k)
    })
}

/// Whether money, jobs, seats or games stand in the sentence of token `i`.
pub(super) fn economic(text: &Text, i: usize) -> bool {
    let sentence = text.sentence(text.sentence_of(i));
    (sentence.first..sentence.end).any(|k| text.is(k, class::ECONOMY.or(class::MONEY)))
}

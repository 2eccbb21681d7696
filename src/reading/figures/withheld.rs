//! Counts that the text says are not given: “sans donner de bilan”, “declined to say how many”, “aucun bilan n'a été
//! communiqué”.

use super::losses::{LOSSES, economic, figure};
use super::{Count, Figure, PEOPLE};
use crate::lang::{Classes, class};
use crate::reading::phrases::{self, DETERMINER, VerbGroup};
use crate::report::FigureKind;
use crate::text::{Kind, Text};

/// What is asked for: the count, or the losses by a word of their own.
const COUNTS: Classes = class::TOLL.or(class::CASUALTY).or(class::HOW_MANY);
/// What shows that people were harmed.
const HARM: Classes = LOSSES.or(class::KILL).or(class::WOUND).or(class::DIE);

/// The withheld count that token `i` tells where people were harmed.
pub fn find(text: &Text, i: usize) -> Option<Figure> {
    let (first, head) = phrase(text, i)
        .or_else(|| ungiven(text, i))
        .or_else(|| passive(text, i))
        .or_else(|| secret(text, i))
        .or_else(|| kept(text, i))
        .or_else(|| dodged(text, i))
        .or_else(|| unanswered(text, i))
        .or_else(|| without(text, i))?;
    let end = whole(text, head + 1, i + 1, text.is(head, class::HOW_MANY));
    let found = figure(text, first, end, head, FigureKind::Casualties, Count::Withheld);
    // “would not say” is a refusal, no guess.
    Some(Figure { hypothetical: false, ..found })
}

/// Whether sentence `s` tells of harm to people.
pub fn harmed(text: &Text, s: usize) -> bool {
    let sentence = text.sentence(s);
    if !text.sentence_is(s, HARM.or(class::TOLL).or(class::DEADLY).or(class::FALLEN).or(class::LOSE)) {
        return false;
    }
    let has = |classes: Classes| text.sentence_is(s, classes);
    // “men had fallen in the ambush”, “how many troops were lost”
    let fallen = |k: usize| text.is(k, class::FALLEN.or(class::LOSE)) && text.is(k, class::VERB);
    let armed = class::COMBATANT.or(class::FIGHT).or(class::FORCE).or(class::PARTY).or(class::RANK);
    let fought = has(armed.or(class::CAMP).or(class::POSS));
    if has(armed) && has(PEOPLE) && (sentence.first..sentence.end).any(|k| fallen(k) && !economic(text, k)) {
        return true;
    }
    (sentence.first..sentence.end).any(|k| {
        // “he died”: one man is no toll.
        let one = text.is(k, class::DIE) && k > 0 && text.is(k - 1, class::PRON);
        let toll = text.is(k, class::TOLL)
            && (text.is(k, class::HUMAN) || text.is(k + 1, class::HUMAN) || text.is(k.wrapping_sub(1), class::HUMAN));
        // “le bilan des affrontements”, “n'a pas chiffré les pertes”
        let event = || (k + 1..k + 5).any(|j| text.is(j, class::FIGHT.or(class::ACCIDENT)) && text.is(j, class::NOUN));
        let toll = toll || text.is(k, class::TOLL) && text.is(k + 1, class::OF) && event();
        let lost = text.is(k, class::LOSS) && !text.is(k, class::CASUALTY) && text.is(k.wrapping_sub(1), class::DEF);
        let harm = text.is(k, HARM.or(class::DEADLY)) && !one && !(lost && !fought && !text.is(k + 1, class::HUMAN));
        (toll || harm) && !economic(text, k)
    })
}

/// “without giving a figure”: a phrase of the lists.
fn phrase(text: &Text, i: usize) -> Option<(usize, usize)> {
    (text.is(i, class::WITHHOLD) && !text.is(i, class::VERB)).then_some((i, i))
}

/// The toll behind token `i`, over the words of one clause.
fn object(text: &Text, i: usize, classes: Classes) -> Option<usize> {
    let stop = |k: usize| {
        text.kind(k) != Some(Kind::Word) || text.is(k, class::COMP.or(class::REL)) || phrases::is_finite(text, k)
    };
    (i + 1..i + 8).take_while(|k| text.is(*k, class::HOW_MANY) || !stop(*k)).find(|k| text.is(*k, classes))
}

/// “n'ont donné aucun bilan”, “declined to say how many”, “ne publie pas ses pertes”.
fn ungiven(text: &Text, i: usize) -> Option<(usize, usize)> {
    if !text.is(i, class::GIVE.or(class::SAY)) || !text.is(i, class::VERB) {
        return None;
    }
    let asked = if text.is(i, class::GIVE) { COUNTS } else { class::HOW_MANY };
    let group = phrases::verb_group(text, i);
    let refusal = withholding(text, group.first).or_else(|| unwilling(text, &group));
    // “ses pertes”, “the losses”: known to whoever keeps them back.
    let own = || {
        let loss = object(text, i, class::LOSS.or(class::CASUALTY)).filter(|_| refusal.is_some() || asked == COUNTS)?;
        text.is(loss - 1, class::POSS.or(class::DEF)).then_some(loss)
    };
    // “n'a pas souhaité en dire le nombre”
    let number = || object(text, i, class::TOLL).filter(|t| refusal.is_some() && *t < i + 3);
    let head = object(text, i, asked).or_else(own).or_else(number)?;
    let zero = (i + 1..head).any(|k| text.is(k, class::ZERO));
    // “ne publie pas”, “did not disclose”: from the first word of the negation.
    let negation = class::CLITIC.or(class::NEG).or(class::MODAL).or(class::HAVE);
    let mut first = group.first;
    while first > 0
        && group.negated
        && (text.is(first, class::NEG) || text.is(first - 1, negation))
        && group.first < first + 2
    {
        first -= 1;
    }
    (group.negated || zero || refusal.is_some()).then(|| (refusal.unwrap_or(first), head))
}

/// “n'a pas voulu dire”, “was unable to give”: the denied verb before an infinitive.
fn unwilling(text: &Text, given: &VerbGroup) -> Option<usize> {
    let joint = usize::from(given.first > 0 && text.is(given.first - 1, class::TO.or(class::OF)));
    let verb =
        given.first.checked_sub(1 + joint).filter(|k| text.is(given.verb, class::INF) && text.is(*k, class::VERB))?;
    let group = phrases::verb_group(text, verb);
    group.negated.then_some(group.first)
}

/// “aucun bilan n'a été communiqué”, “no toll was given”, “le nombre de morts n'a pas été précisé”.
fn passive(text: &Text, i: usize) -> Option<(usize, usize)> {
    if !text.is(i, class::TOLL) || !text.is(i, class::NOUN) {
        return None;
    }
    let verb = (i + 1..i + 12)
        .take_while(|k| text.kind(*k) == Some(Kind::Word) && !text.is(*k, class::BUT.or(class::COMP)))
        .find(|k| text.is(*k, class::GIVE.or(class::VERIFY)) && text.is(*k, class::PP))?;
    let group = phrases::verb_group(text, verb);
    let mut first = i;
    while first > 0 && text.is(first - 1, class::ADJ.or(class::ADJECTIVE).or(class::HUMAN)) {
        first -= 1;
    }
    let zero = first > 0 && text.is(first - 1, class::ZERO);
    let opens = first.saturating_sub(usize::from(first > 0 && text.is(first - 1, DETERMINER)));
    (group.passive && (zero || group.negated)).then_some((opens, verb))
}

/// “le bilan humain reste secret”, “the toll is still unknown”
fn secret(text: &Text, i: usize) -> Option<(usize, usize)> {
    if !text.is(i, class::TOLL) || !text.is(i, class::NOUN) {
        return None;
    }
    let end = (i + 1..i + 12)
        .take_while(|k| text.kind(*k) == Some(Kind::Word))
        .find(|k| text.is(*k, class::UNKNOWN_COUNT))?;
    let verb = (i + 1..end).any(|k| text.is(k, class::FIN) && text.is(k, class::VERB.or(class::BE)));
    // “le nombre” alone may be that of anything; “le bilan” counts the dead.
    let dead = (i..i + 5).any(|k| text.is(k, HARM.or(class::HUMAN))) || text.is(i, class::DEFEAT);
    (verb && dead && !text.is(end + 1, class::OF)).then(|| (i - usize::from(i > 0 && text.is(i - 1, DETERMINER)), end))
}

/// “taisent le nombre des morts”, “s'est refusé à tout chiffre”.
fn kept(text: &Text, i: usize) -> Option<(usize, usize)> {
    if !text.is(i, class::WITHHOLD.or(class::DECLINE)) || !text.is(i, class::VERB) {
        return None;
    }
    let asked = if text.is(i, class::WITHHOLD) { COUNTS.or(class::LOSS) } else { class::TOLL.or(class::HOW_MANY) };
    let own = |k: &usize| text.is(k - 1, class::POSS);
    let head = object(text, i, asked).or_else(|| object(text, i, class::CASUALTY.or(class::LOSS)).filter(own));
    let head = head?;
    let gives = (i + 1..head).any(|k| text.is(k, class::GIVE.or(class::SAY)) && text.is(k, class::VERB));
    let negated = phrases::verb_group(text, i).negated;
    (!gives && !(negated && text.is(i, class::WITHHOLD))).then(|| (phrases::verb_group(text, i).first, head))
}

/// “Interrogé sur le nombre de morts, le porte-parole a éludé”, “Asked how many had died, she dodged the question”.
fn dodged(text: &Text, i: usize) -> Option<(usize, usize)> {
    if !text.is(i, class::DECLINE) || !text.is(i, class::VERB) {
        return None;
    }
    let first = text.sentence(text.sentence_of(i)).first;
    let comma = (first..i.min(first + 14)).find(|k| text.sign(*k, ","))?;
    let asked = |k: &usize| {
        text.is(*k, class::HOW_MANY) || text.is(*k, class::TOLL) && (k + 1..comma).any(|j| text.is(j, HARM))
    };
    (first..comma.min(first + 5)).find(asked).map(|_| (phrases::verb_group(text, i).first, i))
}

/// “Combien de soldats sont morts ? L'armée ne le dit pas.”: the question of the sentence before.
fn unanswered(text: &Text, i: usize) -> Option<(usize, usize)> {
    if !text.is(i, class::GIVE.or(class::SAY)) || !text.is(i, class::VERB) {
        return None;
    }
    let s = text.sentence_of(i);
    let before = text.sentence(s.checked_sub(1)?);
    let asked = text.sign(before.end - 1, "?") && (before.first..before.first + 3).any(|k| text.is(k, class::HOW_MANY));
    let group = phrases::verb_group(text, i);
    (asked && group.negated && i < text.sentence(s).first + 8).then_some((group.first, i))
}

/// “sans plus de précisions sur leur nombre”, “without a figure”.
fn without(text: &Text, i: usize) -> Option<(usize, usize)> {
    if !text.is(i, class::WITHOUT) || text.kind(i) != Some(Kind::Word) {
        return None;
    }
    let head = object(text, i, class::TOLL)?;
    let verb = (i + 1..head).any(|k| text.is(k, class::INF.or(class::GER)) && text.is(k, class::VERB));
    (!verb && !text.is(i + 1, class::COMP)).then_some((i, head))
}

/// The word before a verb of giving that denies it: “sans donner”, “without giving”, “declined to give”, “refuse de donner”.
pub fn withholding(text: &Text, verb: usize) -> Option<usize> {
    let before = verb.checked_sub(1)?;
    if text.is(before, class::WITHOUT) {
        return Some(before);
    }
    // “s'est refusé à” is one word of the lists.
    if text.is(before, class::DECLINE) && text.is(before, class::TO) {
        return Some(before);
    }
    let joint = text.is(before, class::TO.or(class::OF).or(class::CLITIC));
    let refusal = |k: &usize| text.is(*k, class::DECLINE) && text.is(*k, class::VERB);
    // “refused to give”, “a refusé d'en donner”
    let near = before.checked_sub(1).filter(refusal);
    let far = || before.checked_sub(2).filter(|k| text.is(k + 1, class::OF.or(class::TO)) && refusal(k));
    near.or_else(far).filter(|_| joint)
}

/// The end of the noun phrase or clause of a toll: “bilan précis”, “aucun bilan des pertes”, “how many inmates had died”.
fn whole(text: &Text, end: usize, least: usize, clause: bool) -> usize {
    let mut end = end.max(least);
    let harmed = HARM.or(class::CAPTURE);
    while text.is(end, class::BE.or(class::PP)) && text.is(end, class::VERB.or(class::BE)) && end < least + 4 {
        // “aucun bilan n'a été communiqué”: the phrase of the lists ends before its verb.
        end += 1;
    }
    if clause {
        let words = (end..end + 9).take_while(|k| text.kind(*k) == Some(Kind::Word));
        return words.filter(|k| text.is(*k, harmed)).last().map_or(end, |k| k + 1);
    }
    let inside = class::OF.or(class::DEF).or(class::INDEF).or(class::PREP).or(PEOPLE).or(class::HUMAN).or(harmed);
    let people = PEOPLE.or(class::HUMAN).or(harmed);
    let verb = |k: usize| text.is(k, class::FIN) && !text.is(k, class::PP.or(class::NOUN));
    let losses = (end..end + 6).take_while(|k| text.is(*k, inside) && !verb(*k));
    if let Some(last) = losses.filter(|k| text.is(*k, people)).last() {
        end = last + 1;
    }
    (end..end + 2)
        .take_while(|k| text.is(*k, class::ADJ.or(class::ADJECTIVE)) && !text.is(*k, class::VERB))
        .last()
        .map_or(end, |k| k + 1)
}

//! People harmed with no number: “avoir tué des gardes”, “the death of pilots”, “le bataillon a été décimé”.

use super::counted::kind_of;
use super::losses::{denied, figure};
use super::{Count, Figure, PEOPLE, harm, implied, told};
use crate::lang::{Classes, class};
use crate::reading::phrases::{self, DETERMINER};
use crate::report::FigureKind;
use crate::text::{Kind, Text};

/// “avoir tué des gardes”, “killed guards”, “des civils ont été tués”, “la mort de pilotes”: a plural with no number.
pub fn people(text: &Text, i: usize, fighting: bool) -> Option<Figure> {
    let people = text.is(i, PEOPLE.or(class::CAPTIVE)) && text.is(i, class::NOUN);
    if !people || text.is(i, class::FAMILY) && !text.is(i, class::PERSON) || denied(text, i) {
        return None;
    }
    let sentence = text.sentence(text.sentence_of(i));
    let mut first = i;
    while first > sentence.first
        && text.is(first - 1, class::ADJ.or(class::DEMONYM).or(class::ADJECTIVE))
        && !text.is(first - 1, DETERMINER.or(class::VERB))
    {
        first -= 1;
    }
    let before = first.checked_sub(1).filter(|b| *b >= sentence.first);
    let on = |classes: Classes| before.is_some_and(|b| text.is(b, classes));
    let plural = plural_people(text, i);
    // “la mort de pilotes”, “the deaths of pilots”
    let of = before.filter(|b| plural && text.is(*b, class::OF) && !text.is(*b, class::DEF.or(class::INDEF)));
    if let Some(of) = of.filter(|of| *of > sentence.first) {
        let noun = of - 1;
        // “a provoqué la mort de civils” is one word of the lists.
        if text.is(noun, class::KILL) && text.is(noun, class::VERB) && text.fold(noun).contains(' ') {
            return Some(figure(text, of + 1, i + 1, i, FigureKind::Killed, Count::Absent));
        }
        let loss = class::DEAD.or(class::LOSS);
        let the = noun > sentence.first && text.is(noun - 1, DETERMINER);
        if !the || !text.is(noun, loss) || !text.is(noun, class::NOUN) || text.is(noun - 1, class::INDEF.or(class::DEM))
        {
            return None;
        }
        return Some(figure(text, noun - 1, i + 1, i, FigureKind::Killed, Count::Absent));
    }
    // “certains de ces civils”, “some of those civilians”
    let some = |o: usize| o.checked_sub(1).filter(|k| text.is(*k, class::PLURAL.or(class::ABOUT)));
    let share = before.filter(|b| text.is(*b, class::DEM)).and_then(|b| b.checked_sub(1));
    let share = share.filter(|o| text.is(*o, class::OF)).and_then(some);
    let opens = if let Some(some) = share {
        first = some;
        true
    } else if text.lang.romance {
        // “des soldats”; not “une partie des soldats”
        let partitive = on(class::INDEF)
            && on(class::OF)
            && !before.is_some_and(|b| b > sentence.first && text.is(b - 1, class::NOUN) && !text.is(b - 1, class::PP));
        first -= usize::from(partitive);
        partitive
    } else {
        let number = before.is_some_and(|b| text.kind(b) == Some(Kind::Number));
        // “conceded that soldiers died”
        let told = on(class::COMP) && first > sentence.first + 1 && text.is(first - 2, class::SAY);
        (told || !on(DETERMINER.or(class::NUM).or(class::OF).or(class::SCALE))) && !number && plural
    };
    if !opens {
        return None;
    }
    let left = first.checked_sub(1).filter(|k| text.is(*k, class::INFLICT) && text.is(*k, class::VERB));
    // “left people dead”
    let state = left.and_then(|_| match kind_of(text, i + 1) {
        FigureKind::People | FigureKind::Other => None,
        kind => Some(kind),
    });
    let engulfed = told::engulfed(text, first, i + 1);
    let kind = state
        .or(engulfed)
        .or_else(|| harm::ahead(text, first))
        .or_else(|| implied::of_death(text, first, true))
        .or_else(|| implied::lost(text, first, i, i + 1))
        .or_else(|| subject_harmed(text, first, i))
        .or_else(|| told_lost(text, i).then_some(FigureKind::Killed))?;
    // Arrests are no losses.
    let captives = kind == FigureKind::Captured && (fighting || text.is(i, class::COMBATANT));
    let toll = engulfed.is_some() || matches!(kind, FigureKind::Killed | FigureKind::Wounded | FigureKind::Casualties);
    // “left people dead and wounded”
    let both = state.is_some() && text.is(i + 2, class::AND.or(class::OR)) && kind_of(text, i + 3) != FigureKind::Other;
    let end = i + 1 + usize::from(state.is_some()) + 2 * usize::from(both);
    (toll || captives).then(|| figure(text, first, end, i, kind, Count::Absent))
}

/// “le bataillon a été décimé”, “wiped out a patrol”: a body of fighters lost, with no number.
pub fn wiped_out(text: &Text, i: usize) -> Option<Figure> {
    if !text.is(i, class::WIPE_OUT) || !text.is(i, class::VERB) || denied(text, i) {
        return None;
    }
    let sentence = text.sentence(text.sentence_of(i));
    let fighters = class::FORCE.or(class::COMBATANT);
    let near = |k: &usize| text.is(*k, fighters) && text.is(*k, class::NOUN) && !text.is(*k, class::INSTITUTION);
    let passive = phrases::verb_group(text, i).passive;
    let before = (i.saturating_sub(7).max(sentence.first)..i).rev().find(near).filter(|_| passive);
    let head = before.or_else(|| (i + 1..sentence.end.min(i + 5)).find(near).filter(|_| !passive))?;
    let (first, end) = (head.min(i), head.max(i) + 1);
    let article = first > sentence.first && text.is(first - 1, DETERMINER);
    Some(figure(text, first - usize::from(article), end, head, FigureKind::Killed, Count::Absent))
}

/// “that men were lost”
fn told_lost(text: &Text, i: usize) -> bool {
    let group = phrases::verb_group(text, i + 2);
    let people = class::COMBATANT.or(class::MASS_PEOPLE).or(class::PERSON);
    let lost = text.is(i + 2, class::LOSE) && text.is(i + 2, class::PP) && text.is(i + 1, class::BE);
    lost && group.passive && !group.negated && text.is(i, people)
}

/// The subject of a passive or of a verb of dying, at the head of its clause.
fn subject_harmed(text: &Text, first: usize, i: usize) -> Option<FigureKind> {
    let sentence = text.sentence(text.sentence_of(i));
    let opens = first == sentence.first
        || text.is_pause(first - 1)
        || text.kind(first - 1) == Some(Kind::Mark)
        || text.is(first - 1, class::COMP.or(class::BUT).or(class::AND).or(class::WEEKDAY).or(class::ADV))
        || text.is(first - 1, class::SAY) && !(text.is(first - 1, class::PP) && text.lang.romance);
    opens.then(|| harm::behind(text, i + 1)).flatten()
}

fn plural_people(text: &Text, i: usize) -> bool {
    text.ends_plural(i) || text.is(i, class::MASS_PEOPLE)
}

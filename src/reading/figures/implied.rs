//! Who was harmed where the verb stands elsewhere: “the death of nine guides”, “a toll of 15”, “dont cinq enfants”.

use super::counted::{ends_clause, kind_of};
use super::harm::{behind, is_noun};
use super::{Figure, PEOPLE};
use crate::lang::{Classes, class};
use crate::reading::phrases;
use crate::report::FigureKind;
use crate::text::{Kind, Text};

/// Nouns for those who were harmed.
const HARMED: Classes = class::DEAD.or(class::WOUNDED).or(class::MISSING).or(class::CASUALTY);

/// “300 pertes” of an army, “200 hommes hors de combat”: losses that do not say which.
pub fn of_fighters(text: &Text, head: usize) -> bool {
    let sentence = text.sentence(text.sentence_of(head));
    let army = class::FORCE.or(class::PARTY).or(class::COMBATANT).or(class::FIGHT);
    let fought = || (sentence.first..sentence.end).any(|k| text.is(k, army));
    text.is(head, class::LOSS) && fought() && !super::losses::economic(text, head)
        || text.is(head, PEOPLE) && text.is(head + 1, class::EUPHEMISM) && text.is(head + 1, class::CASUALTY)
}

/// “neutralised 12 fighters”, “60 mercenaires éliminés”: the word of an army for killing, of those who fight.
pub fn euphemised(text: &Text, first: usize, head: usize) -> Option<FigureKind> {
    let verb = |k: usize| text.is(k, class::EUPHEMISM.or(class::CASUALTY)) && text.is(k, class::VERB);
    let marks = usize::from(first > 0 && text.kind(first - 1) == Some(Kind::Mark));
    // “l'élimination de 46 parachutistes”
    let noun = |k: usize| text.is(k, class::EUPHEMISM) && text.is(k, class::NOUN) && text.is(k + 1, class::OF);
    let ahead = first.checked_sub(1 + marks).is_some_and(verb) || first.checked_sub(2).is_some_and(noun);
    let be = (head + 1..head + 5).find(|k| text.is(*k, class::BE) || verb(*k));
    let behind = be.and_then(|b| (b..b + 4).find(|k| verb(*k)));
    // “mis hors de combat”, “hit by gunfire”: killed or wounded, of anybody.
    let unclear = behind.is_some_and(|k| text.is(k, class::CASUALTY));
    let fighter = text.is(head, class::COMBATANT.or(class::PARTY).or(class::FIGHTER_LABEL));
    let kind = if unclear { FigureKind::Casualties } else { FigureKind::Killed };
    ((ahead || behind.is_some()) && (fighter || unclear && text.is(head, PEOPLE))).then_some(kind)
}

/// “a perdu 50 soldats”, “claimed seven lives”: what the verb before means depends on what is counted.
pub fn lost(text: &Text, first: usize, head: usize, end: usize) -> Option<FigureKind> {
    let verb = first.checked_sub(1).filter(|k| text.is(*k, class::VERB) && !is_noun(text, *k))?;
    let sentence = text.sentence(text.sentence_of(first));
    let army = (sentence.first..first).any(|k| text.is(k, class::FORCE.or(class::PARTY).or(class::COMBATANT)));
    // “nous avons perdu des hommes dans cette embuscade”
    let battle = text.is(head, class::MASS_PEOPLE.or(class::PERSON))
        && (first..sentence.end).any(|k| text.is(k, class::FIGHT) && !text.is(k, class::ACCIDENT));
    let soldiers = text.is(head, class::COMBATANT) || army && text.is(head, PEOPLE) || battle;
    let soldiers = text.is(verb, class::LOSE) && soldiers;
    let theirs = text.is(end, class::POSS) && text.is(end + 1, class::HUMAN);
    let lives = text.is(verb, class::LOSE.or(class::INFLICT)) && (text.is(head, class::HUMAN) || theirs);
    (soldiers || lives).then_some(FigureKind::Killed)
}

/// “la mort de trois soldats”, “the death of nine climbers”, “the lives of”.
pub fn of_death(text: &Text, first: usize, people: bool) -> Option<FigureKind> {
    // “the death of all nine”
    let of = first.checked_sub(if text.is(first.wrapping_sub(1), class::ADV) { 2 } else { 1 })?;
    if !text.is(of, class::OF.or(class::TO)) {
        return None;
    }
    let noun = of.checked_sub(1)?;
    // “la mort que de deux guides”
    let noun = if text.is(noun, class::COMP) { noun.checked_sub(1)? } else { noun };
    // “ce corps de 538 électeurs” is alive.
    let before = |classes| noun > 0 && text.is(noun - 1, classes);
    let the = people && !before(class::DEM.or(class::INDEF)) || before(class::DEF);
    if the && text.is(of, class::OF) && text.is(noun, class::DEAD) && text.is(noun, class::NOUN) {
        return Some(FigureKind::Killed);
    }
    // “l'arrestation de quatre hommes”, “the killing of two guards”
    if people
        && text.is(noun, class::ARREST.or(class::KILL).or(class::DISPLACE))
        && text.is(noun, class::NOUN)
        && text.is(of, class::OF)
    {
        return kind_of_verb(text, noun);
    }
    // “cost the lives of seven guides”
    let lives = text.is(noun, class::HUMAN) && text.is(noun, class::NOUN) && text.is(of, class::OF);
    let verb = (noun.saturating_sub(2)..noun).any(|k| text.is(k, class::INFLICT.or(class::LOSE)));
    // “coûté la vie à”, “causé la mort de” are one word of the lists; “tué de deux balles” is not.
    let kills = text.is(noun, class::KILL) && (text.is(of, class::TO) || text.fold(noun).contains(' '));
    (kills || lives && verb).then_some(FigureKind::Killed)
}

/// “the death toll rose to 15”, “le nombre de blessés est de 40”: a bare number behind the word for a toll.
pub fn tolled(text: &Text, figure: &Figure, before: &[Figure]) -> Option<FigureKind> {
    if figure.head.is_some() || figure.kind != FigureKind::Other {
        return None;
    }
    let sentence = text.sentence(figure.sentence);
    // “porte à 54 le nombre de morts”, “… le nombre de clients tués”
    let forward = figure.end + 1;
    if text.is(figure.end, class::DEF) && text.is(forward, class::TOLL) && text.is(forward + 1, class::OF) {
        return if text.is(forward + 2, HARMED) { Some(kind_of(text, forward + 2)) } else { behind(text, forward + 3) };
    }
    if let Some(kind) = tolled_far(text, figure, before) {
        return Some(kind);
    }
    let through = class::BE
        .or(class::REFLEXIVE)
        .or(class::HAVE)
        .or(class::VERB)
        .or(class::TO)
        .or(class::OF)
        .or(class::PREP)
        .or(class::ADV)
        .or(class::CLITIC)
        .or(class::DEF)
        .or(class::HUMAN)
        .or(class::NUM);
    let mut human = false;
    let last = before.last().filter(|f| f.is_casualty() && f.sentence + 1 >= figure.sentence);
    let mut skip = figure.first;
    for k in (figure.first.saturating_sub(16).max(sentence.first)..figure.first).rev() {
        // “the death tolls, given by officials, exceeded 90”: what stands between two commas.
        if k >= skip || skip - k > 9 {
            continue;
        }
        if text.sign(k, ",") {
            skip = (k.saturating_sub(9).max(sentence.first)..k).rev().find(|j| text.sign(*j, ","))?;
            continue;
        }
        // “le nombre de blessés est de 40”, “the number of people killed rose to 86”
        if text.is(k, HARMED) && text.is(k, class::NOUN)
            || text.is(k, class::PP) && kind_of(text, k) != FigureKind::Other
        {
            let counted = (k.saturating_sub(4).max(sentence.first)..k).any(|t| text.is(t, class::TOLL));
            return counted.then(|| kind_of(text, k));
        }
        if text.is(k, class::TOLL.or(class::TOTAL)) {
            return (human || text.is(k, class::HUMAN)).then_some(FigureKind::Killed).or(last.map(|f| f.kind));
        }
        human |= text.is(k, class::HUMAN);
        if !text.is(k, through) && text.kind(k) != Some(Kind::Number) {
            return None;
        }
    }
    None
}

/// “put the number of insurgents killed in the raids at 112”, “the number of victims of the collapse has reached 18”.
fn tolled_far(text: &Text, figure: &Figure, before: &[Figure]) -> Option<FigureKind> {
    let start = text.sentence(figure.sentence).first.max(figure.first.saturating_sub(16));
    let toll = (start..figure.first).find(|k| text.is(*k, class::TOLL) && text.is(*k + 1, class::OF))?;
    let alone = before.last().is_none_or(|f| f.end <= toll) && !(toll..figure.first).any(|k| text.is_pause(k));
    let verb =
        figure.first.checked_sub(1).filter(|k| text.is(*k, class::VERB) || text.is(*k, class::TO.or(class::PREP)))?;
    let led = text.is(verb, class::VERB) || (start..toll).any(|k| text.is(k, class::VALUES));
    let harmed = |k: usize| text.is(k, HARMED) && text.is(k, class::NOUN) || text.is(k, class::PP);
    let whom = (toll + 2..figure.first.min(toll + 6)).find(|k| harmed(*k)).filter(|_| alone && led)?;
    Some(kind_of(text, whom)).filter(|k| matches!(k, FigureKind::Killed | FigureKind::Wounded | FigureKind::Casualties))
}

/// “parmi les morts figurent trois pompiers”, “among the dead were two guides”: the sentence opens with the whole.
pub fn listed(text: &Text, figure: &Figure) -> Option<FigureKind> {
    let first = text.sentence(figure.sentence).first;
    // “les blessés sont quatre gardes”, “the fatalities included four men”
    let verb = figure.first.wrapping_sub(1);
    let noun = verb.wrapping_sub(1);
    if text.is(verb, class::BE.or(class::INCLUDING)) && text.is(noun, HARMED) && text.is(noun, class::NOUN) {
        return Some(kind_of(text, noun));
    }
    // “on dénombre 68 enfants parmi les morts”
    // “plusieurs enfants figurent parmi les morts”
    let among = figure.end + usize::from(phrases::is_finite(text, figure.end));
    let at = among + 1 + usize::from(text.is(among + 1, class::DEF));
    if text.is(among, class::ONE_OF) && text.is(at, HARMED) && text.is(at, class::NOUN) {
        return Some(kind_of(text, at));
    }
    let at = figure.end + 1;
    // “13 pupils with minor injuries”
    let hurt = |k: usize| text.is(k, class::WOUNDED) && text.is(k, class::NOUN);
    if text.is(figure.end, class::WITH) && (at..at + 3).any(hurt) {
        return Some(FigureKind::Wounded);
    }
    let whole = (first + 1..first + 3).find(|k| text.is(*k, HARMED) && text.is(*k, class::NOUN))?;
    (text.is(first, class::ONE_OF) && figure.first <= first + 7).then(|| kind_of(text, whole))
}

/// The figure of people that stands before in the sentence: its noun may be left out here.
pub fn carried<'f>(figure: &Figure, before: &'f [Figure]) -> Option<&'f Figure> {
    let people = |f: &&Figure| f.is_casualty() || f.kind == FigureKind::People;
    // “71 morts, deux jours après …”: an age or a duration may stand between.
    let near = before.iter().rev().take_while(|f| f.sentence == figure.sentence);
    near.take_while(|f| people(f) || matches!(f.kind, FigureKind::Age | FigureKind::Duration))
        .find(people)
        .filter(|f| !f.hypothetical)
}

/// “tué cinq hommes et trois femmes”, “dont les cinq assaillants”, “as were seventeen guests”, “five of them children”:
/// a second count has the kind of the first.
pub fn coordinated(text: &Text, figure: &Figure, before: &[Figure]) -> Option<FigureKind> {
    let last = carried(figure, before)?;
    let mut joint = figure.first.checked_sub(1)?;
    // “dont les cinq assaillants”, “à un guide et à deux de ses clients”
    if text.is(joint, class::DEF)
        || text.is(joint, class::TO.or(class::OF)) && text.is(joint.wrapping_sub(1), class::AND)
    {
        joint = joint.checked_sub(1)?;
    }
    let people = figure.head.is_none_or(|h| text.is(h, PEOPLE));
    let subset = text.is(joint, class::INCLUDING) || figure.subset;
    // A figure with a verb of its own (“and 35 were rescued”) shares nothing.
    let own_verb = text.is(figure.end, class::BE.or(class::HAVE)) || phrases::is_finite(text, figure.end);
    // “12 morts et trois rescapés”
    let alive = figure.head.is_some_and(|h| text.is(h, class::SURVIVOR));
    if !people || own_verb || alive {
        return None;
    }
    // “sept morts (deux civils et cinq assaillants)”
    let bracket = text.sign(joint, "(") && joint == last.end && figure.head.is_some();
    let joint_word = bracket || text.is(joint, class::AND) || matches!(text.word(joint), "," | ":");
    let gap = last.end.min(joint)..joint;
    let same_clause = gap.len() <= 4 || gap.len() <= 10 && !gap.clone().any(|k| phrases::is_verbal(text, k));
    // “as were seventeen guests”, “un raid qui en a fait 15”
    let inverted = text.is(joint, class::BE) && text.is(joint.wrapping_sub(1), class::BUT);
    let pronoun = text.is(joint, class::INFLICT)
        && (joint.saturating_sub(3)..joint).any(|k| text.is(k, class::CLITIC) && text.is(k, class::PREP))
        && figure.head.is_none();
    // “12 morts, l'opposition parle de 60”
    let say = if text.is(joint, class::OF) { joint.wrapping_sub(1) } else { joint };
    let said = text.is(say, class::SAY) && figure.head.is_none() && ends_clause(text, figure.end) && last.is_casualty();
    (said || subset && gap.len() <= 30 || joint_word && same_clause || inverted || pronoun).then_some(last.kind)
}

/// The kind of harm that a verb does.
pub fn kind_of_verb(text: &Text, i: usize) -> Option<FigureKind> {
    Some(if text.is(i, class::KILL.or(class::DIE)) {
        FigureKind::Killed
    } else if text.is(i, class::WOUND.or(class::HOSPITALISE)) {
        FigureKind::Wounded
    } else if text.is(i, class::CAPTURE.or(class::ARREST)) {
        FigureKind::Captured
    } else if text.is(i, class::DISPLACE) {
        FigureKind::Displaced
    } else if text.is(i, class::VANISH) {
        FigureKind::Missing
    } else {
        return None;
    })
}

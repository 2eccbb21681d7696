//! Harm told by other words: “l'éboulement a enseveli 12 mineurs”, “les morts se comptent par centaines”, “a payé un lourd
//! tribut”.

use super::counted::kind_of;
use super::losses::{denied, economic, figure};
use super::{Count, Figure, PEOPLE};
use crate::lang::{Classes, class};
use crate::reading::phrases::{self, DETERMINER};
use crate::report::FigureKind;
use crate::text::{Kind, Text};

/// Nouns for those who were harmed.
const HARMED: Classes = class::DEAD.or(class::WOUNDED).or(class::MISSING).or(class::CASUALTY);

/// “The landslide buried 12 miners”, “12 miners were buried by the blast”: a disaster does it, or people lie under it.
pub fn engulfed(text: &Text, first: usize, end: usize) -> Option<FigureKind> {
    let verb = |k: &usize| text.is(*k, class::ENGULF) && text.is(*k, class::VERB);
    let through = DETERMINER.or(class::ADV).or(class::OF);
    let ahead = (first.saturating_sub(3)..first).rev().find(|k| !text.is(*k, through)).filter(verb);
    let light = class::BE.or(class::HAVE).or(class::ADV).or(class::PP);
    let behind = || (end..end + 6).take_while(|k| text.is(*k, light)).find(|k| verb(k) && text.is(*k, class::PP));
    let verb = ahead.or_else(behind)?;
    let sentence = text.sentence(text.sentence_of(verb));
    let disaster = |k: usize| text.is(k, class::ACCIDENT.or(class::FIGHT)) && text.is(k, class::NOUN);
    (sentence.first..sentence.end).any(disaster).then_some(FigureKind::Missing)
}

/// “les morts se comptent par centaines”, “the dead number in the hundreds”: a bare number behind the verb.
pub fn numbering(text: &Text, first: usize) -> Option<FigureKind> {
    let verb = first.checked_sub(1).filter(|k| text.is(*k, class::NUMBER_IN))?;
    let sentence = text.sentence(text.sentence_of(first));
    let subject = (verb.saturating_sub(5).max(sentence.first)..verb).rev();
    let mut subject = subject.take_while(|k| !text.is_pause(*k));
    subject.find(|k| text.is(*k, HARMED) && text.is(*k, class::NOUN)).map(|k| kind_of(text, k))
}

/// “losses at 800 soldiers”, “les pertes se montent à 120 hommes”: the word for losses stands before.
pub fn of_losses(text: &Text, first: usize, head: Option<usize>) -> Option<FigureKind> {
    let joint = first.checked_sub(1).filter(|k| text.is(*k, class::TO.or(class::OF)))?;
    let sentence = text.sentence(text.sentence_of(first));
    let near = joint.saturating_sub(6).max(sentence.first)..joint;
    let lost = near.clone().any(|k| text.is(k, class::LOSS) && text.is(k, class::NOUN));
    let apart = near.into_iter().any(|k| text.is_pause(k) || text.is(k, class::COMP.or(class::REL)));
    let fought = class::FORCE.or(class::PARTY).or(class::COMBATANT).or(class::FIGHT);
    let army = (sentence.first..sentence.end).any(|k| text.is(k, fought));
    let people = head.is_none_or(|h| text.is(h, PEOPLE));
    (lost && army && people && !apart && !economic(text, first)).then_some(FigureKind::Casualties)
}

/// “The outbreak has claimed 12 inmates”: what befalls people takes them.
pub fn claimed(text: &Text, first: usize, head: usize) -> Option<FigureKind> {
    let verb = first.checked_sub(1).filter(|k| text.is(*k, class::INFLICT) && text.is(*k, class::CLAIM))?;
    let sentence = text.sentence(text.sentence_of(first));
    let befalls = class::ACCIDENT.or(class::FIGHT).or(class::ILLNESS);
    let subject = (sentence.first..verb).any(|k| text.is(k, befalls) && text.is(k, class::NOUN));
    (subject && text.is(head, PEOPLE)).then_some(FigureKind::Killed)
}

/// “12 soldats sont tombés dans l'embuscade”, “forty of the enemy have fallen”: of those who fight.
pub fn fallen(text: &Text, end: usize, head: usize) -> Option<FigureKind> {
    let fighter = text.is(head, class::COMBATANT.or(class::PARTY).or(class::FORCE));
    let light = class::BE.or(class::HAVE).or(class::ADV);
    let verb = (end..end + 4).find(|k| !text.is(*k, light)).filter(|k| text.is(*k, class::FALLEN) && fighter)?;
    let battle = || {
        let after = (verb + 1..verb + 6).take_while(|k| !text.is_pause(*k));
        text.is(verb + 1, class::PREP.or(class::VIA)) && after.into_iter().any(|k| text.is(k, class::FIGHT))
    };
    let closes = text.is_pause(verb + 1) || text.kind(verb + 1) != Some(Kind::Word);
    (closes || battle()).then_some(FigureKind::Killed)
}

/// What is brought out of harm is no loss of this day, and the famous dead are no news.
pub fn is_no_loss(text: &Text, f: &Figure) -> bool {
    let rescued = f.first > 0 && text.is(f.first - 1, class::RESCUE) && text.is(f.first - 1, class::VERB);
    rescued || (f.number_end..f.end + 1).any(|k| text.is(k, class::RENOWN) && !text.is(k, class::NOUN))
}

/// “a payé un lourd tribut”, “paid a heavy price in lives”: losses with no number, where somebody fights or dies.
pub fn price(text: &Text, i: usize) -> Option<Figure> {
    if !text.is(i, class::TRIBUTE) || denied(text, i) || economic(text, i) {
        return None;
    }
    let sentence = text.sentence(text.sentence_of(i));
    let fought = class::FORCE.or(class::PARTY).or(class::COMBATANT).or(class::FIGHT);
    let human = (i + 1..i + 6).any(|k| text.is(k, class::HUMAN));
    let army = (sentence.first..sentence.end).any(|k| text.is(k, fought) && text.is(k, class::NOUN));
    let article = usize::from(i > sentence.first && text.is(i - 1, DETERMINER));
    let verb = (i.saturating_sub(4)..i).any(|k| phrases::is_verbal(text, k)) || article == 0;
    ((human || army) && verb).then(|| figure(text, i - article, i + 1, i, FigureKind::Casualties, Count::Absent))
}

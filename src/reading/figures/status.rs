//! Whether the dead were fighters, in the words of whoever killed them.

use super::Figure;
use crate::lang::class;
use crate::reading::{Attribution, Reading, Source, phrases};
use crate::report::Stance;

impl Reading<'_> {
    /// The word by which a side makes the other side's dead fighters, or its euphemism for killing them.
    pub fn status_of_dead(&self, attribution: &Attribution, source: &Source) -> Option<usize> {
        let says = || attribution.content.iter().flat_map(|(a, b)| *a..*b);
        if attribution.stance == Stance::Concedes {
            return None;
        }
        says().find(|i| self.is_euphemism(*i)).or_else(|| says().find(|i| self.labels_dead(*i, source)))
    }

    /// “neutralised 12 attackers”, “l'élimination de neuf combattants”; not “neutralised a bomb”.
    fn is_euphemism(&self, i: usize) -> bool {
        let text = &self.text;
        if !text.is(i, class::EUPHEMISM) {
            return false;
        }
        let s = text.sentence_of(i);
        let people = class::COMBATANT.or(class::PARTY).or(class::FIGHTER_LABEL).or(class::PERSON).or(class::ROLE);
        let mut noun = (i + 1..i + 8).take_while(|k| !text.is_pause(*k)).filter(|k| text.is(*k, class::NOUN));
        // “éliminé neuf d'entre eux”
        let them = (i + 1..i + 6).any(|k| text.is(k, class::PRON_OBJECT.or(class::INCLUDING)));
        let object = noun.next().is_some_and(|k| text.is(k, people)) || them && text.is(i, class::VERB);
        // “the aim of eliminating”, “pour neutraliser”: not done yet.
        let aim = class::TO.or(class::OF).or(class::PREP);
        if text.is(i, class::VERB) && text.is(i, class::INF.or(class::GER)) && text.is(i.wrapping_sub(1), aim) {
            return false;
        }
        let toll = self.figures_in(s, s).any(|(_, f)| f.is_toll() && f.first.abs_diff(i) < 10);
        match text.is(i, class::VERB) {
            true => toll || object || self.is_suffered(i),
            false => text.is(i + 1, class::OF) && object,
        }
    }

    /// “trois chefs terroristes ont été éliminés”: the passive's subject is who fights.
    fn is_suffered(&self, i: usize) -> bool {
        let text = &self.text;
        let fighter = class::FIGHTER_LABEL.or(class::PARTY).or(class::COMBATANT);
        let group = phrases::verb_group(text, i);
        let subject = phrases::subject(text, group.first).filter(|_| group.passive);
        subject.is_some_and(|(a, b)| (a..b).any(|k| text.is(k, fighter)))
    }

    /// Whether token `i` calls the dead fighters: their count is one of “terrorists”, or “les morts étaient des …”.
    fn labels_dead(&self, i: usize, source: &Source) -> bool {
        let text = &self.text;
        let s = text.sentence_of(i);
        let label = text.is(i, class::FIGHTER_LABEL);
        if !label && !(text.is(i, class::PARTY.or(class::COMBATANT)) && text.is(i, class::NOUN)) {
            return false;
        }
        let counted = self.figures_in(s, s).any(|(_, f)| f.is_toll() && f.head == Some(i) && !self.is_own(f, source));
        let counted = counted && label;
        let be = (i.saturating_sub(4)..i).rev().find(|k| text.is(*k, class::BE) && !text.is(*k, class::NOUN));
        let dead = class::DEAD.or(class::CASUALTY);
        // “les morts étaient des …”, “those killed in the strike were …”
        let killed =
            |k: usize| text.is(k, dead) && text.is(k, class::NOUN) || text.is(k, class::KILL) && text.is(k, class::PP);
        let called = be.is_some_and(|b| {
            let subject =
                (b.saturating_sub(8)..b).rev().take_while(|k| !text.is_pause(*k) && text.sentence_of(*k) == s);
            subject.into_iter().any(killed)
        });
        let all = be.is_some_and(|b| self.figures_in(s, s).any(|(_, f)| f.is_toll() && f.first < b && b <= f.end + 9));
        // “parmi les tués figurent neuf combattants”
        let whole = |k: usize| text.is(k, class::ONE_OF) && (k + 1..k + 3).any(killed);
        let among = (text.sentence(s).first.max(i.saturating_sub(9))..i).any(whole);
        counted || called || all || among
    }

    /// “six of its fighters”, “30 rebel fighters” in the words of the rebels.
    fn is_own(&self, figure: &Figure, source: &Source) -> bool {
        let text = &self.text;
        let around = figure.first.saturating_sub(1)..figure.end + 2;
        let head = (source.name.0..source.name.1).filter(|k| text.is(*k, class::PARTY.or(class::FORCE)));
        let same = |a: usize, b: usize| text.fold(a).chars().take(5).eq(text.fold(b).chars().take(5));
        let mut head = head.peekable();
        let own = head.peek().copied();
        around.into_iter().any(|k| text.is(k, class::POSS) || own.is_some_and(|h| same(h, k)))
    }
}

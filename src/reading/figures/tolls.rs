//! What the article as a whole says of the dead: who claims, who counts, what conflicts.

use super::{Count, Figure, withheld};
use crate::lang::class;
use crate::reading::{Attribution, Reading, Source, phrases};
use crate::report::{FigureKind, SourceKind, Stance};

/// A statement about the dead by a side of the fight.
#[derive(Clone, Copy, Debug)]
pub struct BelligerentClaim {
    pub attribution: usize,
    pub figure: usize,
    /// About its own dead: an admission, not a claim.
    pub own_losses: bool,
}

impl Reading<'_> {
    /// One for each attribution to a party that tells of dead, wounded or captives.
    pub fn belligerent_claims(&self) -> Vec<BelligerentClaim> {
        let mut claims: Vec<BelligerentClaim> = Vec::new();
        let mut seen = vec![false; self.attributions.len()];
        if !self.fighting {
            return claims;
        }
        for (i, figure) in self.figures.iter().enumerate() {
            let told = (figure.is_toll() || figure.kind == FigureKind::Captured)
                && !matches!(figure.count, Count::Zero | Count::Withheld)
                && !figure.hypothetical;
            let Some(at) = figure.attribution.filter(|a| told && !seen.get(*a).copied().unwrap_or(true)) else {
                continue;
            };
            let Some((attribution, source)) = self.attributions.get(at).and_then(|a| Some((a, self.source(a)?))) else {
                continue;
            };
            if !(source.party || self.claims_own_act(attribution, source, figure))
                || attribution.source.is_none()
                || attribution.stance == Stance::Denies
                || self.sentence_has(figure.sentence, class::ACCIDENT)
                    && !self.sentence_has(figure.sentence, class::FIGHT)
            {
                continue;
            }
            if let Some(slot) = seen.get_mut(at) {
                *slot = true;
            }
            claims.push(BelligerentClaim {
                attribution: at,
                figure: i,
                own_losses: self.own_losses(figure, attribution, source),
            });
        }
        claims
    }

    /// “affirme avoir tué 12 soldats”, “said it had killed 12 fighters”: whoever killed fighters is a side of the fight.
    fn claims_own_act(&self, attribution: &Attribution, source: &Source, figure: &Figure) -> bool {
        let text = &self.text;
        let fighter = class::COMBATANT.or(class::PARTY).or(class::FIGHTER_LABEL);
        let body = matches!(source.kind, SourceKind::Institution | SourceKind::Party | SourceKind::Official);
        let Some((first, _)) = attribution.content.first().copied() else { return false };
        let at = first + usize::from(text.is(first, class::TO.or(class::PRON).or(class::COMP)));
        let own = text.is(first, class::PRON.or(class::PRON_FIRST).or(class::TO).or(class::OF))
            || text.is(first, class::HAVE) && text.is(first, class::INF);
        let verb = class::KILL.or(class::EUPHEMISM).or(class::CAPTURE).or(class::WOUND);
        let does = (at..at + 4).any(|k| text.is(k, verb) && text.is(k, class::VERB));
        // “Moscou revendique la mort de 300 soldats”: a capital claims the enemy's dead.
        let capital = (source.name.0..source.name.1)
            .any(|k| text.is(k, class::STATE.or(class::FORCE).or(class::GROUP)))
            && attribution.cue.iter().any(|(a, b)| (*a..*b).any(|k| text.is(k, class::CLAIM.or(class::VALUES))));
        body && !source.independent
            && (own && does || capital)
            && figure.head.is_some_and(|h| text.is(h, fighter))
            && !(source.name.0..source.name.1).any(|k| text.is(k, class::POLICE))
    }

    /// Whether the dead are the source's own: it concedes them, or they carry its name.
    fn own_losses(&self, figure: &Figure, attribution: &Attribution, source: &Source) -> bool {
        let sentence = self.text.sentence(figure.sentence);
        let own =
            (figure.first.saturating_sub(1)..(figure.end + 4).min(sentence.end)).any(|k| self.text.is(k, class::POSS));
        let kills =
            (sentence.first..sentence.end).any(|k| self.text.is(k, class::KILL) && self.text.is(k, class::VERB));
        let claims = attribution.cue.iter().any(|(a, b)| (*a..*b).any(|k| self.text.is(k, class::CLAIM)));
        attribution.stance == Stance::Concedes
            || own && !(claims && kills)
            || source.kind == SourceKind::Official && !kills
    }

    /// Whether somebody outside the fight gives a count: a hospital, the UN, a named local official.
    pub fn has_independent_count(&self) -> bool {
        let mut counts = self.figures.iter().filter(|f| f.is_toll() && f.count == Count::Given && !f.background);
        counts.any(|f| match self.attribution(f).and_then(|a| self.source(a)) {
            Some(source) => {
                let outside = source.independent || source.kind == SourceKind::Official && source.is_named();
                !source.party && (outside || self.counts_independently(f))
            }
            None => self.counts_independently(f),
        })
    }

    /// “L'hôpital a reçu 22 corps”, “The mayor, Ada Finn, saw eight bodies”: no word of saying, but who tells is its subject.
    fn counts_independently(&self, figure: &Figure) -> bool {
        let text = &self.text;
        let first = text.sentence(figure.sentence).first;
        let body = |k: usize| text.is(k, class::INDEPENDENT);
        let official =
            |k: usize| text.is(k, class::ROLE) && !text.is(k, class::FORCE) && (k + 1..k + 6).any(|n| text.is_name(n));
        let subject = (first..figure.first).take_while(|k| !phrases::is_finite(text, *k));
        subject.clone().count() < 14 && subject.into_iter().any(|k| body(k) || official(k))
    }

    /// Whether a count for the same losses stands in the same or the next sentence.
    pub fn is_counted_nearby(&self, loss: &Figure) -> bool {
        self.figures_in(loss.sentence, loss.sentence + 1).any(|(_, f)| {
            f.first != loss.first
                && f.is_toll()
                && !self.is_teller(f)
                && matches!(f.count, Count::Given | Count::Rounded | Count::Vague | Count::Zero)
                && compatible(loss.kind, f.kind)
        })
    }

    /// Losses told with no number at all, and no count for them beside.
    pub fn uncounted(&self) -> impl Iterator<Item = (usize, &Figure)> {
        let told = |(_, f): &(usize, &Figure)| f.count == Count::Absent && !f.hypothetical;
        let losses = self.figures.iter().enumerate().filter(told);
        losses.filter(|(_, f)| !self.is_counted_nearby(f) && !self.is_kept_back(f) && !self.is_fiction(f.sentence))
    }

    /// Whether the sentence of a loss says that its count is not given.
    fn is_kept_back(&self, loss: &Figure) -> bool {
        self.figures_in(loss.sentence, loss.sentence).any(|(_, f)| f.count == Count::Withheld)
    }

    /// “raconte un lieutenant blessé”: who tells it, not what is told.
    pub fn is_teller(&self, figure: &Figure) -> bool {
        let covers = |(a, b): (usize, usize)| a <= figure.first && figure.end <= b;
        self.attributions_at(figure.sentence).any(|(_, a)| a.source.is_some_and(covers))
    }

    /// The refusal before the infinitive at token `verb`: “declined to”, “a refusé de”.
    pub fn refusal(&self, verb: usize) -> Option<usize> {
        let refusal = withheld::withholding(&self.text, verb).filter(|k| self.text.is(*k, class::DECLINE))?;
        Some(phrases::verb_group(&self.text, refusal).first)
    }

    /// The verb by which a side admits this loss.
    pub fn concession(&self, loss: &Figure) -> Option<usize> {
        let sentence = self.text.sentence(loss.sentence);
        (sentence.first..sentence.end).find(|i| {
            self.text.is(*i, class::CONCEDE)
                && self.text.is(*i, class::VERB)
                && self
                    .attributions_at(loss.sentence)
                    .any(|(_, a)| a.cue.iter().any(|(c, d)| (*c..*d).contains(i)) && a.stance == Stance::Concedes)
        })
    }

    /// Whether the loss's number is withheld: the text says so, or a body admits the loss without one.
    pub fn is_withheld(&self, loss: &Figure) -> bool {
        let conceded = self.attribution(loss).is_some_and(|a| {
            // “a confirmé des pertes”: of its own
            let confirms = a.cue.iter().any(|(c, d)| (*c..*d).any(|i| self.text.is(i, class::VERIFY)));
            let body = |s: &Source| {
                s.party
                    || a.stance == Stance::Concedes
                        && matches!(s.kind, SourceKind::Institution | SourceKind::Official | SourceKind::Party)
            };
            (a.stance == Stance::Concedes || confirms) && self.source(a).is_some_and(body)
        });
        conceded || self.is_kept_back(loss)
    }

    /// “Un rapport recense 320 morts”, “Ce bilan a été donné par le maire”: a document or an agent vouches in sentence `s`.
    pub fn is_vouched(&self, s: usize) -> bool {
        let text = &self.text;
        let sentence = text.sentence(s);
        let document = (sentence.first..sentence.first + 5)
            .take_while(|k| !phrases::is_finite(text, *k) && !text.is_pause(*k))
            .any(|k| text.is(k, class::DOC) && !text.is(k, class::TOLL));
        // “Bagdad a publié des chiffres”
        let published = self.sentence_has(s, class::TOLL);
        // “le dernier bilan de la protection civile est de 19 morts”
        let bodies = class::INDEPENDENT.or(class::INSTITUTION).or(class::POLICE).or(class::ROLE);
        let body = |k: usize| text.is(k, bodies) && text.is(k, class::NOUN);
        let owned = |k: usize| text.is(k, class::TOLL) && text.is(k + 1, class::OF) && (k + 2..k + 5).any(body);
        let document = document || (sentence.first..sentence.first + 4).any(owned);
        let gives = |k: usize| text.is(k, class::GIVE) && text.is(k, class::VERB);
        document
            || (sentence.first..sentence.end)
                .any(|k| gives(k) && (published || text.is(k, class::PP) && text.is(k + 1, class::BY)))
    }

    /// “La préfète a fait un point à midi”, “The union gave its count”: who speaks in the sentence behind `s`.
    fn is_briefing(&self, s: usize) -> bool {
        let body = class::ROLE.or(class::INSTITUTION).or(class::POLICE).or(class::INDEPENDENT).or(class::SPOKES);
        self.sentence_has(s, class::BRIEFING) && self.sentence_has(s, body)
    }

    /// Whether sentence `s`, or the one before it in the paragraph, has a source that may still speak.
    pub fn is_sourced(&self, s: usize) -> bool {
        if self.is_vouched(s) {
            return true;
        }
        let paragraph = self.text.sentence(s).paragraph;
        let briefed = s.checked_sub(1).is_some_and(|b| {
            self.is_briefing(b) && self.text.sentence(b).paragraph == paragraph && !self.turns_elsewhere(s)
        });
        if briefed {
            return true;
        }
        let near = self.attributions_at(s).chain(s.checked_sub(1).into_iter().flat_map(|b| self.attributions_at(b)));
        near.map(|(_, a)| a).any(|a| {
            a.sentence == s
                || a.sentence + 1 == s
                    && !self.turns_elsewhere(s)
                    && self.text.sentence(a.sentence).paragraph == paragraph
                    && (a.source.is_some() || a.speaker.is_some())
        })
    }

    /// “À Berzin, …”, “On Tuesday, …”: sentence `s` opens with a place or day that the one before has not.
    fn turns_elsewhere(&self, s: usize) -> bool {
        let text = &self.text;
        let (here, before) = (text.sentence(s), text.sentence(s.saturating_sub(1)));
        let Some(comma) = (here.first..here.first + 6).find(|k| text.sign(*k, ",")) else { return false };
        let mark = |k: &usize| text.is_name(*k) || text.is(*k, class::WEEKDAY.or(class::RELATIVE_DAY));
        text.is(here.first, class::PREP.or(class::TO).or(class::WEEKDAY).or(class::RELATIVE_DAY))
            && (here.first..comma)
                .filter(mark)
                .any(|k| !(before.first..before.end).any(|b| text.fold(b) == text.fold(k)))
    }
}

fn compatible(a: FigureKind, b: FigureKind) -> bool {
    a == b || a == FigureKind::Casualties || b == FigureKind::Casualties
}

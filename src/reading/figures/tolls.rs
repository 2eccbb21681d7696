//! What the article as a whole says of the dead: who claims, who counts, what conflicts.

use super::PEOPLE;
use super::{Count, Figure, implied, withheld};
use crate::lang::class;
use crate::reading::attributions::Range;
use crate::reading::{Attribution, DateKind, Reading, Source, phrases};
use crate::report::{FigureKind, Precision, SourceKind, Stance};
use crate::text::Kind;

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
        let own = text.is(first, class::PRON.or(class::PRON_FIRST).or(class::TO))
            || text.is(first, class::HAVE) && text.is(first, class::INF);
        let verb = class::KILL.or(class::EUPHEMISM).or(class::CAPTURE).or(class::WOUND);
        let does = (at..at + 4).any(|k| text.is(k, verb) && text.is(k, class::VERB));
        body && !source.independent
            && own
            && does
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
                !source.party && (source.independent || source.kind == SourceKind::Official && source.is_named())
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
        subject.clone().count() < 14
            && subject.into_iter().any(|k| body(k) || official(k))
            && figure.attribution.is_none()
    }

    /// Whether a count for the same losses stands in the same or the next sentence.
    pub fn is_counted_nearby(&self, loss: &Figure) -> bool {
        self.figures_in(loss.sentence, loss.sentence + 1).any(|(_, f)| {
            f.first != loss.first
                && f.is_toll()
                && matches!(f.count, Count::Given | Count::Rounded | Count::Vague | Count::Zero)
                && compatible(loss.kind, f.kind)
        })
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
        let said = self.figures_in(loss.sentence, loss.sentence).any(|(_, f)| f.count == Count::Withheld);
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
        said || conceded
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
        let gives = |k: usize| text.is(k, class::GIVE) && text.is(k, class::VERB);
        document
            || (sentence.first..sentence.end)
                .any(|k| gives(k) && (published || text.is(k, class::PP) && text.is(k + 1, class::BY)))
    }

    /// Whether sentence `s`, or the one before it in the paragraph, has a source that may still speak.
    pub fn is_sourced(&self, s: usize) -> bool {
        if self.is_vouched(s) {
            return true;
        }
        let paragraph = self.text.sentence(s).paragraph;
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

    /// Whether the parts of a lumped count follow in the same or the next sentence.
    pub fn is_split(&self, figure: usize) -> bool {
        let Some(this) = self.figures.get(figure) else { return false };
        self.figures_in(this.sentence, this.sentence + 1)
            .any(|(i, f)| i != figure && f.is_casualty() && f.low.is_some() && f.first > this.first)
    }

    /// The place of a number over two categories: “… de membres du groupe et de soldats”, “tués et arrêtés”, “tué ou
    /// capturé 30 hommes”.
    pub fn two_categories(&self, figure: &Figure) -> Option<Range> {
        let text = &self.text;
        let verb = |k: usize| implied::kind_of_verb(text, k).filter(|_| text.is(k, class::VERB));
        let joint = figure.first.checked_sub(2).filter(|k| text.is(*k, class::AND.or(class::OR)));
        if let Some(joint) = joint.filter(|j| *j > 0)
            && let Some((a, b)) = verb(joint - 1).zip(verb(joint + 1))
            && a != b
        {
            return Some((joint - 1, figure.end));
        }
        self.second_category(figure).map(|end| (figure.first, end))
    }

    /// The end of a second category behind the number.
    fn second_category(&self, figure: &Figure) -> Option<usize> {
        let text = &self.text;
        let sentence = text.sentence(figure.sentence);
        let harmed = class::KILL.or(class::WOUND).or(class::CAPTURE).or(class::ARREST);
        let nouns = class::DEAD.or(class::WOUNDED).or(class::MISSING).or(class::CAPTIVE);
        for k in figure.end..sentence.end.min(figure.end + 12) {
            if text.is_pause(k) || text.kind(k) == Some(Kind::Mark) || text.is(k, class::REL) {
                return None;
            }
            if !text.is(k, class::AND.or(class::OR)) {
                continue;
            }
            // “60 morts et de blessés”
            let next = k + 1 + usize::from(text.is(k + 1, class::OF) && !text.is(k + 1, class::INDEF.or(class::DEF)));
            let next = if text.is(next, nouns) { next } else { k + 1 };
            if text.is(next, harmed)
                && text.is(next, class::PP)
                && implied::kind_of_verb(text, next) != implied::kind_of_verb(text, k - 1)
                && text.is(k - 1, harmed)
            {
                return Some(next + 1);
            }
            if text.is(next, nouns)
                && text.is(k - 1, nouns.or(harmed))
                && super::counted::kind_of(text, next) != figure.kind
            {
                return Some(next + 1);
            }
            let victims = (next..next + 4).find(|j| text.is(*j, PEOPLE) && !text.is(*j, class::NUM))?;
            let same_list = text.is(next, class::OF)
                || !text.lang.romance && (next..victims).all(|j| text.is(j, class::DEMONYM.or(class::ADJ)));
            // “300 civils et soldats”; “men and women” are one category.
            let fights = |k: usize| text.is(k, class::COMBATANT.or(class::PARTY).or(class::FORCE));
            let kinds = figure.head.is_some_and(|h| fights(h) || fights(victims));
            let same_list = kinds && (same_list || next == victims);
            let counted = (next..victims)
                .any(|j| text.is(j, class::NUM.or(class::VAGUE).or(class::DEF)) || text.kind(j) == Some(Kind::Number))
                && !text.is(next, class::OF);
            return (same_list && !counted && figure.head.is_some_and(|h| text.is(h, PEOPLE))).then_some(victims + 1);
        }
        None
    }

    /// Pairs of figures, by index, that give one event two exact tolls.
    pub fn conflicting_tolls(&self) -> Vec<(usize, usize)> {
        let plain: Vec<usize> =
            self.figures.iter().enumerate().filter(|(_, f)| self.is_plain_toll(f)).map(|(i, _)| i).collect();
        let mut values: Vec<f64> = Vec::new();
        for value in plain.iter().filter_map(|i| self.figures.get(*i)?.low) {
            // A third value decides already.
            if values.len() < 3 && !values.contains(&value) {
                values.push(value);
            }
        }
        // Three tolls are three events, or a story of its own.
        if values.len() != 2 {
            return Vec::new();
        }
        let mut pairs = Vec::new();
        for (n, b) in plain.iter().enumerate().skip(1) {
            let earlier = plain
                .iter()
                .take(n)
                .rev()
                .find(|a| self.figures.get(**a).map(|f| f.low) != self.figures.get(*b).map(|f| f.low));
            let Some((one, other)) = earlier.and_then(|a| self.figures.get(*a)).zip(self.figures.get(*b)) else {
                continue;
            };
            let sources = |f: &Figure| self.attribution(f).and_then(|a| a.speaker);
            let differ = sources(other).is_some() && sources(one) != sources(other);
            if one.sentence != other.sentence && !differ && self.same_event(one, other) {
                pairs.extend(earlier.map(|a| (*a, *b)));
                break;
            }
        }
        pairs
    }

    /// A dead count of the event itself: exact, of people in general, not revised, earlier, part or sum.
    fn is_plain_toll(&self, f: &Figure) -> bool {
        let general = f.head.is_some_and(|h| {
            self.text.is(h, class::DEAD)
                || self.text.is(h, class::MASS_PEOPLE.or(class::PERSON))
                    && !self.text.is(h, class::COMBATANT.or(class::ROLE).or(class::PROFESSION).or(class::FAMILY))
        });
        let other = class::FORMER.or(class::TOTAL).or(class::FINAL_COUNT).or(class::PAST_YEAR).or(class::BESIDES);
        // “2018 saw 750 deaths”
        let year = self.dates_in(f.sentence).any(|d| d.kind == DateKind::Year);
        let revised = year || self.is_revised(f) || self.sentence_has(f.sentence, other);
        f.kind == FigureKind::Killed
            && f.precision == Precision::Exact
            && f.count == Count::Given
            && general
            && !revised
            && !f.subset
            && !f.additional
            && !f.hypothetical
            && !f.background
            && f.low.is_some_and(|v| v >= 2.0)
    }

    /// “le bilan est tombé à 9”, “rose to 15”; not “le car est tombé”.
    pub fn is_revised(&self, f: &Figure) -> bool {
        let text = &self.text;
        let near = (f.first.saturating_sub(4)..f.first).any(|k| text.is(k, class::CHANGE));
        let joint = class::TO.or(class::OF).or(class::PREP).or(class::CHANGE);
        near && text.is(f.first.wrapping_sub(1), joint)
            || self.sentence_has(f.sentence, class::CHANGE) && self.sentence_has(f.sentence, class::TOLL)
    }

    /// Whether nothing tells the two sentences' events apart: no other day, no other place.
    fn same_event(&self, one: &Figure, other: &Figure) -> bool {
        let marks = |f: &Figure| {
            let sentence = self.text.sentence(f.sentence);
            (sentence.first + 1..sentence.end)
                .filter(|i| {
                    self.text.is_name(*i) || self.text.is(*i, class::WEEKDAY.or(class::MONTH).or(class::RELATIVE_DAY))
                })
                .map(|i| self.text.fold(i).to_string())
                .collect::<Vec<_>>()
        };
        // “dans l'incendie”, “dans le naufrage”
        let events = |f: &Figure| {
            let sentence = self.text.sentence(f.sentence);
            let event = class::ACCIDENT.or(class::FIGHT);
            // “c'est un drame” is no other event.
            let said = |k: usize| (k.saturating_sub(3)..k).any(|b| self.text.is(b, class::BE));
            let noun = |k: &usize| self.text.is(*k, event) && self.text.is(*k, class::NOUN) && !said(*k);
            let named = (sentence.first..sentence.end).filter(noun);
            named.map(|k| self.text.fold(k).to_string()).collect::<Vec<_>>()
        };
        let (a, b) = (events(one), events(other));
        if !a.is_empty() && !b.is_empty() && !a.iter().any(|e| b.contains(e)) {
            return false;
        }
        let (a, b) = (marks(one), marks(other));
        b.iter().all(|m| a.contains(m)) || a.iter().all(|m| b.contains(m))
    }

    /// A toll of the title that the body's first toll contradicts.
    pub fn title_conflict(&self) -> Option<(&Figure, &Figure)> {
        let title = self.title.as_deref()?;
        let headline = title.figures.iter().find(|f| f.kind == FigureKind::Killed && f.count == Count::Given)?;
        let agrees = |f: &Figure| {
            f.low == headline.low
                || f.high == headline.high && f.high.is_some()
                || f.low.zip(headline.low).is_some_and(|(a, b)| {
                    f.precision == Precision::AtLeast && b >= a || headline.precision == Precision::AtLeast && a >= b
                })
        };
        let body: Vec<&Figure> = self
            .figures
            .iter()
            .filter(|f| f.kind == FigureKind::Killed && f.count == Count::Given && !f.background && !f.hypothetical)
            .collect();
        if body.iter().any(|f| agrees(f)) {
            return None;
        }
        body.into_iter().find(|f| self.is_plain_toll(f) || f.precision != Precision::Exact).map(|f| (headline, f))
    }
}

fn compatible(a: FigureKind, b: FigureKind) -> bool {
    a == b || a == FigureKind::Casualties || b == FigureKind::Casualties
}

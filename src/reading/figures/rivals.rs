//! One event with two tolls, and two kinds of harm under one number.

use super::{Count, Figure, PEOPLE, implied};
use crate::lang::class;
use crate::order::{self, Index};
use crate::reading::attributions::Range;
use crate::reading::{DateKind, Reading};
use crate::report::{FigureKind, Precision};
use crate::text::{Kind, Text};

impl Reading<'_> {
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
        let mut before = None;
        for k in figure.number_end..sentence.end.min(figure.end + 12) {
            // “tués, blessés ou disparus” is one list.
            let list = text.sign(k, ",") && state(text, k - 1).is_some() && state(text, k + 1).is_some();
            if k >= figure.end && !list && (text.is_pause(k) || text.is(k, class::REL))
                || text.kind(k) == Some(Kind::Mark)
            {
                return None;
            }
            if !text.is(k, class::AND.or(class::OR)) {
                before = state(text, k).or(before.filter(|_| text.is(k, class::ADJECTIVE.or(class::DEMONYM))));
                continue;
            }
            // “60 morts et de blessés”
            let of = text.is(k + 1, class::OF) && !text.is(k + 1, class::INDEF.or(class::DEF));
            let next = k + 1 + usize::from(of && state(text, k + 2).is_some());
            if let Some(other) = state(text, next).filter(|_| before.is_some()) {
                let apart = before.is_some_and(|one| one != other);
                return apart.then_some(next + 1);
            }
            if k < figure.end {
                continue;
            }
            let people = PEOPLE.or(class::CAPTIVE);
            let victims = (next..next + 4).find(|j| text.is(*j, people) && !text.is(*j, class::NUM))?;
            let same_list = text.is(next, class::OF)
                || !text.lang.romance && (next..victims).all(|j| text.is(j, class::DEMONYM.or(class::ADJ)));
            // “300 civils et soldats”; “men and women” are one category.
            let fights = |k: usize| text.is(k, class::COMBATANT.or(class::PARTY).or(class::FORCE));
            let kinds = figure.head.is_some_and(|h| fights(h) || fights(victims));
            let same_list = kinds && (same_list || next == victims);
            let counted = (next..victims)
                .any(|j| text.is(j, class::NUM.or(class::VAGUE).or(class::DEF)) || text.kind(j) == Some(Kind::Number))
                && !text.is(next, class::OF);
            return (same_list && !counted && figure.head.is_some_and(|h| text.is(h, people))).then_some(victims + 1);
        }
        None
    }

    /// Pairs of figures, by index, that give one event two exact tolls.
    pub fn conflicting_tolls(&self) -> Vec<(usize, usize)> {
        let again = self.told_again();
        let plain = self.figures.iter().enumerate().filter(|(_, f)| self.is_plain_toll(f, &again));
        let plain: Vec<usize> = plain.map(|(i, _)| i).collect();
        let mut pairs = Vec::new();
        for kind in [FigureKind::Killed, FigureKind::Wounded] {
            let of_kind = |i: &&usize| self.figures.get(**i).is_some_and(|f| f.kind == kind);
            let same: Vec<usize> = plain.iter().filter(of_kind).copied().collect();
            pairs.extend(self.conflict_among(&same));
        }
        pairs
    }

    /// The first of the tolls of one kind that contradicts one before it, where the text gives just two.
    fn conflict_among(&self, plain: &[usize]) -> Option<(usize, usize)> {
        let mut values: Vec<f64> = Vec::new();
        for value in plain.iter().filter_map(|i| self.figures.get(*i)?.low) {
            // A third value decides already.
            if values.len() < 3 && !values.contains(&value) {
                values.push(value);
            }
        }
        // Three tolls are three events, or a story of its own.
        if values.len() != 2 {
            return None;
        }
        // The last toll with each of the two values.
        let mut last: [Option<usize>; 2] = [None; 2];
        for b in plain {
            let Some(other) = self.figures.get(*b) else { continue };
            let second = usize::from(values.first().copied() != other.low);
            let [first_last, second_last] = last;
            let (met, earlier) = if second == 1 { (second_last, first_last) } else { (first_last, second_last) };
            if let Some(slot) = last.get_mut(second) {
                *slot = Some(*b);
            }
            let Some(one) = earlier.and_then(|a| self.figures.get(a)) else { continue };
            let sources = |f: &Figure| self.attribution(f).and_then(|a| a.speaker);
            let differ = sources(other).is_some() && !self.one_voice(sources(one), sources(other));
            // “The 24 killed”: of the event told before, unless another has that number.
            let article = class::DEF.or(class::DEM).or(class::POSS).or(class::ABSOLUTE);
            let known = other.first > 0 && self.text.is(other.first - 1, article);
            let same = known && met.is_none() && self.same_day(one, other) || self.same_event(one, other);
            if one.sentence != other.sentence && !differ && same {
                return earlier.map(|a| (a, *b));
            }
        }
        None
    }

    /// Whether two speakers are one, or known by the same words: “police said … police said”.
    fn one_voice(&self, one: Option<usize>, other: Option<usize>) -> bool {
        let words = |at: Option<usize>| Some(crate::lang::lower(&self.sources.get(at?)?.words(&self.text)));
        one == other || words(one).is_some_and(|w| words(other) == Some(w))
    }

    /// Whether no weekday or date parts the two sentences.
    fn same_day(&self, one: &Figure, other: &Figure) -> bool {
        let mark = class::MONTH.or(class::OTHER);
        !self.sentence_has(one.sentence, mark) && !self.sentence_has(other.sentence, mark)
    }

    /// A dead count of the event itself: exact, of people in general, not revised, earlier, part or sum.
    fn is_plain_toll(&self, f: &Figure, again: &Index) -> bool {
        let article = class::DEF.or(class::DEM).or(class::POSS);
        let known = f.first > 0 && self.text.is(f.first - 1, article) || self.is_repeated(f, again);
        // “relatives of the eleven killed”
        let bare = f.head.is_none() && known && self.text.is(f.number_end, class::PP.or(class::REL));
        let general = bare
            || f.head.is_some_and(|h| {
                self.text.is(h, class::DEAD.or(class::WOUNDED))
                    || known && self.text.is(h, PEOPLE)
                    || f.kind == FigureKind::Killed
                        && self.text.is(h, class::MASS_PEOPLE.or(class::PERSON))
                        && !self.text.is(h, class::COMBATANT.or(class::ROLE).or(class::PROFESSION).or(class::FAMILY))
            });
        let other = class::FORMER.or(class::TOTAL).or(class::FINAL_COUNT).or(class::PAST_YEAR).or(class::BESIDES);
        // “2018 saw 750 deaths”
        let year = self.dates_in(f.sentence).any(|d| d.kind == DateKind::Year);
        let revised = year || self.is_revised(f) || self.sentence_has(f.sentence, other);
        matches!(f.kind, FigureKind::Killed | FigureKind::Wounded)
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

    /// Whether the same noun of people, with an article, is counted as harmed once more: “huit ouvriers … les sept ouvriers”.
    fn is_repeated(&self, f: &Figure, again: &Index) -> bool {
        f.head.is_some_and(|h| self.text.is(h, PEOPLE))
            && self.harmed_noun(f).and_then(|noun| again.get(&noun)?.last()).is_some_and(|last| *last > f.first)
    }

    /// What a figure counts as harmed, by kind and noun.
    fn harmed_noun(&self, f: &Figure) -> Option<String> {
        Some([self.text.fold(f.head?), " ", &order::key(&[f.kind as u64])].concat())
    }

    /// Where each noun was last counted with an article: “les sept ouvriers”.
    fn told_again(&self) -> Index {
        let article = class::DEF.or(class::DEM).or(class::POSS);
        let mut again = Index::new();
        for figure in self.figures.iter().filter(|f| f.first > 0 && self.text.is(f.first - 1, article)) {
            if let Some(noun) = self.harmed_noun(figure) {
                again.insert(noun, vec![figure.first]);
            }
        }
        again
    }

    /// “le bilan est tombé à 9”, “rose to 15”; not “le car est tombé”.
    pub fn is_revised(&self, f: &Figure) -> bool {
        let text = &self.text;
        let near = (f.first.saturating_sub(4)..f.first).any(|k| text.is(k, class::CHANGE));
        let joint = class::TO.or(class::OF).or(class::PREP).or(class::CHANGE);
        near && text.is(f.first.wrapping_sub(1), joint)
            || self.sentence_has(f.sentence, class::CHANGE.or(class::STANDS_AT))
                && self.sentence_has(f.sentence, class::TOLL)
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
        // “when a ferry sank”, “lorsqu'un car a basculé”: each tells an event of its own.
        let tells = |f: &Figure| {
            let sentence = self.text.sentence(f.sentence);
            (sentence.first..sentence.end).any(|k| {
                self.text.is(k, class::SUBORD) && self.text.is(k + 1, class::INDEF) && !self.text.is(k, class::IF)
            })
        };
        if tells(one) && tells(other) {
            return false;
        }
        let (a, b) = (marks(one), marks(other));
        b.iter().all(|m| a.contains(m)) || a.iter().all(|m| b.contains(m))
    }

    /// A bare toll of the title, whose number the body gives only with a bound.
    pub fn title_bare(&self) -> Option<(&Figure, &Figure)> {
        let title = self.title.as_deref()?;
        let bare =
            |f: &&Figure| f.is_toll() && f.count == Count::Given && f.precision == Precision::Exact && !f.hypothetical;
        let headline = title.figures.iter().find(bare)?;
        let value = headline.low.filter(|v| *v >= 2.0)?;
        let mut same = self.figures.iter().filter(|f| f.is_toll() && f.low.or(f.high) == Some(value) && !f.background);
        let kind = |f: &&Figure| f.kind == headline.kind && !matches!(f.precision, Precision::Exact | Precision::Range);
        let first = same.clone().next().filter(kind)?;
        same.all(|f| f.precision != Precision::Exact).then_some((headline, first))
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
        let again = self.told_again();
        body.into_iter()
            .find(|f| self.is_plain_toll(f, &again) || f.precision != Precision::Exact)
            .map(|f| (headline, f))
    }
}

/// What the word at token `k` says became of people: “tués”, “dead”, “portés disparus”, “arrested”.
fn state(text: &Text, k: usize) -> Option<FigureKind> {
    let nouns = class::DEAD.or(class::WOUNDED).or(class::MISSING).or(class::CAPTIVE);
    let harmed = class::KILL.or(class::WOUND).or(class::CAPTURE).or(class::ARREST).or(class::VANISH);
    if text.is(k, harmed) && (text.is(k, class::PP) || text.is(k, class::VANISH) && !text.is(k, class::FIN)) {
        return implied::kind_of_verb(text, k);
    }
    text.is(k, nouns).then(|| super::counted::kind_of(text, k))
}

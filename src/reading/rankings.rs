//! Superlatives and claims that all agree.

use super::{Reading, context};
use crate::lang::class;
use crate::report::SourceKind;
use crate::text::{Kind, Text};

/// A ranked claim: tokens `first..end`.
#[derive(Clone, Copy, Debug)]
pub struct Superlative {
    pub first: usize,
    pub end: usize,
    pub sentence: usize,
    /// Whether a scope makes it checkable: “en Afrique”, “depuis 1990”.
    pub scoped: bool,
}

/// The superlatives of the text, in order.
pub fn superlatives(reading: &Reading) -> Vec<Superlative> {
    let text = &reading.text;
    let mut found = Vec::new();
    for (s, sentence) in text.sentences.iter().enumerate() {
        let mut i = sentence.first;
        while i < sentence.end {
            match superlative_at(text, i, sentence.end) {
                Some((first, end)) => {
                    let scoped = (first..sentence.end).any(|k| text.is(k, class::SUP_SCOPE))
                        || text.is(i, class::SUP_PHRASE)
                        || place_behind(text, first, end, sentence.end);
                    found.push(Superlative { first, end, sentence: s, scoped });
                    i = sentence.end;
                }
                None => i += 1,
            }
        }
    }
    found
}

/// “la plus lourde …”, “the deadliest …”, “pour la première fois”.
fn superlative_at(text: &Text, i: usize, end: usize) -> Option<(usize, usize)> {
    if text.is(i, class::ONE_OF) {
        return None;
    }
    let harmless = i > 0 && (text.is(i - 1, class::ONE_OF) || i > 1 && text.is(i - 2, class::ONE_OF));
    if harmless || text.is(i, class::TITLE_HEAD) {
        return None;
    }
    if text.is(i, class::SUP_PHRASE) {
        return Some((i, reach(text, i + 1, end)));
    }
    // “des plus importantes” is one of several, “sa première allocution” a biography.
    let article = i > 0 && text.is(i - 1, class::DEF) && !text.is(i - 1, class::INDEF);
    let denied = (i.saturating_sub(5)..i).any(|k| text.is(k, class::NEG) && text.sentence_of(k) == text.sentence_of(i));
    if denied {
        return None;
    }
    let genitive = i > 0 && text.is(i - 1, class::GENITIVE);
    if text.is(i, class::SUP_MARKER) && (article || genitive) {
        // “le plus lourd”, “the most serious”; not “le plus souvent”, “de plus”
        let next = text.is(i + 1, class::ADJECTIVE.or(class::HEAVY))
            || text.is(i + 1, class::PP)
            || text.token(i + 1).is_some_and(|t| t.classes == crate::lang::Classes::NONE && t.kind == Kind::Word)
            || text.is(i + 1, class::ADV) && text.is(i + 2, class::ADJECTIVE.or(class::PP));
        return next.then(|| (i - 1, reach(text, i + 2, end)));
    }
    if text.is(i, class::SUPERLATIVE) && (article || genitive) && !text.capital(i) {
        let ordinal = text.is(i, class::ORDINAL);
        if ordinal
            && (!text.is(i + 1, class::DEFEAT.or(class::FIGHT).or(class::ACCIDENT))
                && text.is(i + 1, class::NUM.or(class::DURATION).or(class::ROLE).or(class::PERSON))
                || text.kind(i + 1) != Some(Kind::Word))
        {
            return None;
        }
        return Some((i - 1, reach(text, i + 1, end)));
    }
    None
}

/// The end of the ranked phrase: its noun and its scope.
fn reach(text: &Text, from: usize, end: usize) -> usize {
    (from..end)
        .find(|k| {
            text.is_pause(*k)
                || text.is(*k, class::COMP.or(class::REL).or(class::ACCORDING))
                || text.kind(*k) == Some(Kind::Mark)
                || text.is(*k, class::FIN) && !text.is(*k, class::NOUN.or(class::ADJECTIVE).or(class::PP))
        })
        .unwrap_or(end)
}

/// “en Afrique”, “in the territory for a year”: a place or a time behind the ranked phrase.
fn place_behind(text: &Text, first: usize, to: usize, end: usize) -> bool {
    let from = to.saturating_sub(8).max(first + 2);
    (from..end.min(to + 1)).any(|k| {
        text.is(k, class::PREP.or(class::OF).or(class::TO))
            && (text.is_name(k + 1)
                || text.is_name(k + 2) && text.is(k + 1, class::DEF)
                || text.is(k + 1, class::STATE))
    })
}

/// Whether a figure that measures the ranked thing or a named authority stands in the sentence or the next.
pub fn is_supported(reading: &Reading, superlative: &Superlative) -> bool {
    // A toll beside the superlative does not measure it unless it stands in its own clause.
    let measures = |f: &super::Figure| {
        let near = f.sentence == superlative.sentence && f.first > superlative.first && f.first < superlative.end + 12;
        let next = f.sentence == superlative.sentence + 1 && !f.is_casualty();
        f.low.is_some() && f.count == super::Count::Given && (near || next)
    };
    let s = superlative.sentence;
    let measured = reading.figures_in(s, s + 1).any(|(_, f)| measures(f));
    // A body or document that says it answers for it; a crowd, an unnamed source or a side of the fight does not.
    let answers = |s: &super::Source| {
        !s.party && !matches!(s.kind, SourceKind::Collective | SourceKind::Anonymous | SourceKind::Party)
    };
    let said = reading.saying(superlative.first).any(|(_, a)| reading.source(a).is_some_and(answers));
    measured || said || context::said_by_named_person(reading, superlative.first)
}

/// A claim that a whole group agrees: its words.
pub fn consensus(reading: &Reading) -> Vec<(usize, usize)> {
    let text = &reading.text;
    let mut found = Vec::new();
    for sentence in &text.sentences {
        for i in sentence.first..sentence.end {
            if context::quoted(text, i) {
                continue;
            }
            if text.is(i, class::CONSENSUS) {
                found.push((i, i + 1));
            } else if text.is(i, class::AGREE) && text.is(i, class::VERB) {
                found.extend(agreement(reading, i));
            }
        }
    }
    found
}

/// “s'accordent les analystes”, “experts agree”; not two states that agree on a ceasefire.
fn agreement(reading: &Reading, verb: usize) -> Option<(usize, usize)> {
    let text = &reading.text;
    let sentence = text.sentence(text.sentence_of(verb));
    let group = super::phrases::verb_group(text, verb);
    let crowd = class::COLLECTIVE.or(class::WITNESS).or(class::PROFESSION);
    let behind = super::phrases::right(text, group.end).filter(|e| (group.end..*e).any(|k| text.is(k, crowd)));
    if let Some(end) = behind {
        return Some((group.first, end));
    }
    let (first, end) = super::phrases::subject(text, group.first)?;
    let all =
        (first..end).any(|k| text.is(k, crowd)) && !(first..end).any(|k| text.is_name(k)) && first >= sentence.first;
    // “agree that prices will fall” is an opinion, “agree on prices” a bargain.
    let mut object = (group.end..sentence.end.min(group.end + 5)).take_while(|k| !text.is(*k, class::COMP));
    let bargain = object.any(|k| text.is(k, class::ACCORD));
    (all && !bargain && !group.negated).then_some((first, group.end))
}

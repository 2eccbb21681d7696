//! Statements of both versions, and on whose word they stand: a source that is gone, another one, a stronger verb.

use super::align::Link;
use super::voices::{Voice, voice};
use super::{Draft, Versions, clause, stem};
use crate::lang::class;
use crate::order::{self, Index};
use crate::reading::attributions::Range;
use crate::reading::{Attribution, Reading};
use crate::report::{ChangeKind, Severity, Stance};
use crate::text::{Kind, Span, Text};

/// Attributions of one sentence that are compared.
const MOST: usize = 12;
/// Words with content by which a statement is known again.
const FEWEST: usize = 2;

/// One change for each attribution that says something which the newer version says otherwise.
pub fn changes(versions: &Versions) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let mut told = Index::new();
    for part in [false, true] {
        for link in versions.changed.iter().filter(|link| link.part == part) {
            for (i, attribution) in versions.older.attributions_at(link.before).take(MOST) {
                let draft = change(versions, *link, attribution);
                // A statement that was split is asked for once.
                let first = draft.is_some() && told.insert(order::key(&[i as u64]), Vec::new()).is_none();
                drafts.extend(draft.filter(|_| first));
            }
        }
    }
    drafts
}

fn change(versions: &Versions, link: Link, one: &Attribution) -> Option<Draft> {
    let (older, newer) = (versions.older, versions.newer);
    let sourced = |a: &Attribution| a.source.is_some() || a.speaker.is_some();
    if !sourced(one) && !one.hearsay || one.stance == Stance::Declines {
        return None;
    }
    let kept = kept(&older.text, one, link, &newer.text)?;
    // Whoever says most of it.
    let said = |a: &Attribution| kept.iter().filter(|i| a.says(**i)).count();
    let covering: Vec<&Attribution> =
        newer.attributions_at(link.after).map(|(_, a)| a).filter(|a| 2 * said(a) >= kept.len()).take(MOST).collect();
    let sources: Vec<&Attribution> = covering.iter().copied().filter(|a| sourced(a)).collect();
    let was = voice(older, one);
    if sources.is_empty() {
        let gone = if one.hearsay { covering.is_empty() } else { !carried(versions, link, one, &was) };
        return gone.then(|| lost(versions, link, one, &kept)).flatten();
    }
    let before = words(older, one)?;
    if !sourced(one) {
        return None;
    }
    let Some(other) = sources.iter().copied().find(|a| !was.differs(&voice(newer, a))) else {
        let pronoun = |reading: &Reading, a: &Attribution| {
            a.source.is_none_or(|(first, end)| (first..end).all(|i| reading.text.is(i, class::PRON)))
        };
        // Whom a pronoun means is a guess.
        if is_named(versions, link, one) || pronoun(older, one) || sources.iter().any(|a| pronoun(newer, a)) {
            return None;
        }
        let other = sources.iter().copied().min_by_key(|a| a.content.iter().map(|(x, y)| y - x).sum::<usize>())?;
        let named = was.hides() && !voice(newer, other).hides();
        let kind = if named { ChangeKind::AttributionHardened } else { ChangeKind::AttributionChanged };
        return Some(Draft::new(kind, Severity::Warning, before, words(newer, other)?));
    };
    let named = was.hides() && !voice(newer, other).hides() && other.source.is_some();
    let harder = firmness(&older.text, one) < firmness(&newer.text, other);
    let turned = one.stance == Stance::Denies && other.stance != Stance::Denies && other.stance != Stance::Accuses;
    if named {
        return Some(Draft::new(ChangeKind::AttributionHardened, Severity::Warning, before, words(newer, other)?));
    }
    let cue = |text: &Text, a: &Attribution| a.cue.first().map(|(first, end)| text.span(*first, *end));
    let (before, after) = cue(&older.text, one).zip(cue(&newer.text, other))?;
    (harder || turned).then(|| Draft::new(ChangeKind::AttributionHardened, Severity::Warning, before, after))
}

/// The tokens of the newer sentence that say again what the attribution says; none where it is another statement.
fn kept(older: &Text, one: &Attribution, link: Link, newer: &Text) -> Option<Vec<usize>> {
    let content = |text: &Text, i: usize| {
        matches!(text.kind(i), Some(Kind::Word | Kind::Number))
            && !text.is(i, class::STOP)
            && !text.is(i, class::SAY.or(class::WEEKDAY))
    };
    let mut words = Index::new();
    let sentence = older.sentence(link.before);
    for i in (sentence.first..sentence.end).filter(|i| one.says(*i) && content(older, *i)) {
        words.insert(stem(older, i), Vec::new());
    }
    let sentence = newer.sentence(link.after);
    let mut found = Index::new();
    let kept: Vec<usize> =
        (sentence.first..sentence.end).filter(|i| content(newer, *i) && words.contains_key(&stem(newer, *i))).collect();
    kept.iter().for_each(|i| _ = found.insert(stem(newer, *i), Vec::new()));
    (found.len() >= FEWEST && 2 * found.len() >= words.len()).then_some(kept)
}

/// Whether the newer sentence tells the source all the same, in a way that was not read, or goes on with its words.
fn carried(versions: &Versions, link: Link, one: &Attribution, was: &Voice) -> bool {
    let newer = versions.newer;
    let text = &newer.text;
    let sentence = text.sentence(link.after);
    let near = |s: usize| {
        let sourced = |a: &Attribution| a.source.is_some() || a.speaker.is_some();
        text.sentence(s).paragraph == sentence.paragraph
            && newer.attributions_at(s).take(MOST).any(|(_, a)| sourced(a) && !was.differs(&voice(newer, a)))
    };
    let beside = link.after.checked_sub(1).is_some_and(near) || near(link.after) || near(link.after + 1);
    // “L'armée a tué 20 hommes”: whoever is named may do what he only said before.
    let reports = class::SAY.or(class::ACCORDING).or(class::NOMINAL_SAY).or(class::DOC).or(class::QUOTE_VERB);
    let named =
        is_named(versions, link, one) && (!is_grave(versions.older, one) || newer.sentence_has(link.after, reports));
    named || beside || newer.sentence_has(link.after, class::ACCORDING) || newer.is_vouched(link.after)
}

/// Whether a word of the source stands in the newer sentence.
fn is_named(versions: &Versions, link: Link, one: &Attribution) -> bool {
    let (older, newer) = (&versions.older.text, &versions.newer.text);
    let Some((first, end)) = one.source else { return false };
    let words: Vec<String> =
        (first..end).filter(|i| !older.is(*i, class::STOP.or(class::PRON))).map(|i| stem(older, i)).collect();
    let sentence = newer.sentence(link.after);
    (sentence.first..sentence.end).any(|i| newer.kind(i) == Some(Kind::Word) && words.contains(&stem(newer, i)))
}

/// Whether readers must not take it for the paper's own word: an accusation, a toll, a word of a party.
fn is_grave(older: &Reading, one: &Attribution) -> bool {
    one.stance == Stance::Accuses
        || older.figures_of(one).take(MOST).any(|f| f.is_toll() && !f.hypothetical)
        || older.source(one).is_some_and(|s| s.party)
}

/// A statement that stands on nobody's word any more.
fn lost(versions: &Versions, link: Link, one: &Attribution, kept: &[usize]) -> Option<Draft> {
    let (older, newer) = (versions.older, versions.newer);
    let after = clause(&newer.text, *kept.first()?, *kept.last()? + 1);
    if one.hearsay {
        let (first, end) = one.cue.first().copied()?;
        let (before, whole) = (older.text.span(first, end), newer.text.sentence(link.after).span);
        return Some(Draft::new(ChangeKind::AttributionHardened, Severity::Warning, before, whole));
    }
    let severity = if is_grave(older, one) { Severity::Error } else { Severity::Warning };
    let mut draft = Draft::new(ChangeKind::AttributionLost, severity, words(older, one)?, after);
    let pronoun = one.source.is_none_or(|(a, b)| (a..b).all(|i| older.text.is(i, class::PRON)));
    draft.source = older.source(one).filter(|_| pronoun).map(|s| s.words(&older.text));
    Some(draft)
}

/// The place of who says it, with the verb; the cue alone where nobody is named.
fn words(reading: &Reading, a: &Attribution) -> Option<Span> {
    let text = &reading.text;
    let cue = a.cue.first().map(|(first, end): &Range| text.span(*first, *end));
    a.source_span(text).or(cue)
}

/// How sure the reporting verb is: what is thought, what is said, what is confirmed or found.
fn firmness(text: &Text, a: &Attribution) -> u8 {
    let is = |classes| a.cue.iter().any(|(first, end)| (*first..*end).any(|i| text.is(i, classes)));
    if is(class::VERIFY.or(class::CONCEDE).or(class::FACTIVE)) || a.stance == Stance::Accuses { 1 } else { 0 }
}

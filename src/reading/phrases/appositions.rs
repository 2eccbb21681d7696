//! Appositions: what stands behind a name, or a role before it, between commas.

use super::subjects::chain;
use super::{DETERMINER, SPEAKER, begins, clause_start, is_finite, is_verbal, phrase, right, unknown};
use crate::lang::{Classes, class};
use crate::text::{Kind, Text};

/// Nouns that an apposition begins with: “Julien Paluku, gouverneur du Nord-Kivu”.
const APPOSITION: Classes =
    class::ROLE.or(class::PROFESSION).or(class::SPOKES).or(class::FAMILY).or(class::COUNTERPART);

/// The apposition behind a name or role: “, a doctor” or “, Julien Paluku”. Gives its end.
pub(super) fn apposition(text: &Text, first: usize, comma: usize, further: usize) -> Option<usize> {
    if !text.sign(comma, ",") || text.sentence_of(comma + 1) != text.sentence_of(first) {
        return None;
    }
    let named = (first..comma).any(|k| text.is_name(k));
    // “many doctors, Oxfam says”: a crowd bears no name.
    let crowd = text.is(comma - 1, class::MASS_PEOPLE)
        || (first..comma).any(|k| text.is(k, class::VAGUE.or(class::MOST_OF)) && !text.is(k, class::INDEF));
    let role = !crowd && (first..comma).any(|k| text.is(k, APPOSITION));
    let reporter = text.lang.romance && text.is(first + 1, class::MEDIA);
    let mut at = comma + 1;
    // “Awa Sow, 40 ans”
    if named && text.kind(at) == Some(Kind::Number) {
        let end = if text.is(at + 1, class::DURATION.or(class::AGE)) { at + 2 } else { at + 1 };
        return (text.is_pause(end) || is_finite(text, end)).then_some(end);
    }
    while text.is(at, class::DEF.or(class::INDEF).or(class::ADJ).or(class::POSS).or(class::DEMONYM))
        && !text.is_name(at)
    {
        at += 1;
    }
    let kind = class::PERSON.or(class::COMBATANT).or(class::WITNESS).or(class::MEDIA);
    // “the Herald, Professor Burke, …”: a body and a person are two.
    let bodies = class::MEDIA.or(class::INSTITUTION).or(class::STATE).or(class::DOC).or(class::GROUP);
    let body = (first..comma).any(|k| text.is(k, bodies)) && !role && !text.is(comma + 1, class::DEF.or(class::INDEF));
    if body && (at..at + 8).take_while(|k| !text.is_pause(*k)).any(|k| text.is_name(k)) {
        return None;
    }
    // “…, Mayor Lind said”: an office right before another name is that one's.
    let other = text.capital(at) && text.is(at, class::ROLE.or(class::HONORIFIC)) && text.is_name(at + 1);
    if !text.lang.romance && named && !role && at == comma + 1 && other {
        return None;
    }
    // “Dan Orme, a keeper at the lock”: an article and a noun behind a name, not “a day later”.
    let described = text.is_name(comma - 1)
        && text.is(comma + 1, class::INDEF)
        && !text.is(at, class::DURATION.or(class::DISTANCE));
    let fits = described && text.is(at, class::NOUN.or(SPEAKER))
        || described && unknown(text, at)
        || named && text.is(at, kind) && text.is(comma + 1, class::INDEF)
        || (named && text.is(at, APPOSITION))
        || (named
            && (at..at + 7)
                .take_while(|k| text.kind(*k) == Some(Kind::Word) && !is_finite(text, *k))
                .any(|k| text.is(k, APPOSITION))
            || named && text.is(comma + 1, class::OF))
        || role && text.is_name(at) && (!named || text.is_name(at + 1))
        || role && text.is(at, class::HONORIFIC) && text.is_name(at + 1)
        || reporter && text.is_name(at) && text.is_name(at + 1)
        || !named
            && text.is_name(at)
            && text.is_name(at + 1)
            && (first..comma).any(|k| text.is(k, class::PERSON.or(class::WITNESS)));
    if !fits {
        return None;
    }
    let mut end = phrase(text, if text.is(comma + 1, class::OF) { comma + 2 } else { comma + 1 }, further)?;
    // “a lawyer for the union”, “chercheur à l'institut”: what places the person belongs to the apposition.
    while text.is(end, class::PREP.or(class::TO)) && !text.is(end, class::BUT.or(class::ACCORDING)) {
        let place =
            phrase(text, end + 1, 0).filter(|e| !(end..*e).any(|k| text.is(k, class::CHANNEL.or(class::DURATION))));
        let Some(place) = place else { break };
        end = place;
    }
    // An apposition ends at a comma, a stop or the verb; otherwise it begins a new clause.
    (text.is_pause(end)
        || text.token(end).is_none()
        || text.kind(end) == Some(Kind::Mark)
        || is_verbal(text, end)
        || text.is(end, class::WEEKDAY.or(class::PREP).or(class::REL)))
    .then_some(end)
}

/// “Norway's health minister, Ida Berg said”: a role before the name belongs to it.
pub(super) fn before_apposition(text: &Text, start: usize, first: usize) -> usize {
    let Some(comma) = start.checked_sub(1).filter(|c| *c > first && text.sign(*c, ",")) else { return start };
    let floor = clause_start(text, comma, first);
    let joined = |s: &usize| {
        let placed = text.lang.romance && *s > first && text.is(*s - 1, class::PREP.or(class::VIA));
        !placed
            && begins(text, *s)
            && right(text, *s).is_some_and(|e| e >= comma)
            && apposition(text, *s, comma, 1).is_some()
    };
    if !text.is_name(start) && !text.is(start, class::DEF.or(class::HONORIFIC)) {
        return start;
    }
    // What stands behind a verb is its object: “To know X, the judge said, …”.
    let inner = DETERMINER.or(class::ADJ).or(class::ADJECTIVE);
    (floor..comma)
        .take_while(|s| !text.is(*s, class::INF) || text.lang.romance)
        .find(|s| (*s == floor || !text.is(s - 1, inner)) && joined(s))
        .unwrap_or(start)
}

/// “Paul Vidal, 46 ans, ingénieur du port, a dit”: what stands without an article behind a comma is said of the name before.
pub(super) fn before_bare(text: &Text, start: usize, first: usize) -> usize {
    let mut start = start;
    for _ in 0..3 {
        let bare = text.kind(start) == Some(Kind::Number) || text.is(start, APPOSITION);
        let Some(comma) = start.checked_sub(1).filter(|c| bare && *c > first && text.sign(*c, ",")) else { break };
        let floor = clause_start(text, comma, first);
        let Some((before, _)) = chain(text, floor, comma, |s| s == floor) else { break };
        start = before;
    }
    start
}

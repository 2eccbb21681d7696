//! Noun phrases, found by the classes of their words. No parser: what news prose puts around a verb of
//! saying or killing is short, and a wrong guess must stay small.

mod appositions;
mod subjects;
mod verbs;

pub use subjects::subject;
pub use verbs::{VerbGroup, is_finite, is_verbal, verb_group};

use crate::lang::{Classes, class};
use crate::text::{Kind, Text};
use appositions::apposition;

/// Words that may open a noun phrase before its noun.
pub const DETERMINER: Classes =
    class::DEF.or(class::INDEF).or(class::DEM).or(class::POSS).or(class::ZERO).or(class::VAGUE).or(class::MOST_OF);

/// Words that end a noun phrase.
const STOP: Classes = class::PREP
    .or(class::BY)
    .or(class::WITH)
    .or(class::BUT)
    .or(class::REL)
    .or(class::COMP)
    .or(class::IF)
    .or(class::CLITIC)
    .or(class::NEG)
    .or(class::HAVE)
    .or(class::BE)
    .or(class::MODAL)
    .or(class::OR)
    .or(class::ACCORDING)
    .or(class::WEEKDAY)
    .or(class::RELATIVE_DAY)
    .or(class::ANONYMITY)
    .or(class::INCLUDING)
    .or(class::WITHHOLD)
    .or(class::CONSENSUS)
    .or(class::VERIFICATION)
    .or(class::FURNITURE);

/// Nouns of people and bodies, who can speak.
pub const SPEAKER: Classes = class::PERSON
    .or(class::COMBATANT)
    .or(class::PARTY)
    .or(class::FORCE)
    .or(class::ROLE)
    .or(class::PROFESSION)
    .or(class::SPOKES)
    .or(class::INSTITUTION)
    .or(class::STATE)
    .or(class::INDEPENDENT)
    .or(class::GROUP)
    .or(class::DOC)
    .or(class::MEDIA)
    .or(class::COLLECTIVE)
    .or(class::WITNESS)
    .or(class::ANONYMOUS)
    .or(class::FAMILY)
    .or(class::COUNTERPART)
    .or(class::CROWD)
    .or(class::POLICE)
    .or(class::CAMP)
    .or(class::PRON)
    .or(class::PRON_LAST);

/// The end of the noun phrase that begins at token `i`; `None` where none does.
pub fn right(text: &Text, i: usize) -> Option<usize> {
    phrase(text, i, APPOSITIONS)
}

/// Appositions that a noun phrase may carry one inside the other: “Paul Varlin, 46 ans, médecin”.
const APPOSITIONS: usize = 3;

/// The end of the noun phrase that begins at token `i`, with at most so many appositions.
pub(super) fn phrase(text: &Text, i: usize, appositions: usize) -> Option<usize> {
    if text.is(i, class::PRON.or(class::PRON_LAST)) {
        return Some(i + 1);
    }
    let sentence = text.sentence(text.sentence_of(i));
    let mut at = i;
    let mut end = None;
    while at < sentence.end && at < i + 40 {
        let first = at == i;
        // “à l'AFP un témoin”: an article that is a number as well opens the next noun phrase.
        let joint = class::OF.or(class::AND).or(class::TO).or(class::ABOUT).or(DETERMINER);
        if !first && text.is(at, class::INDEF) && text.is(at, class::NUM) && !text.is(at - 1, joint) {
            break;
        }
        if text.kind(at) == Some(Kind::Number)
            || text.is(at, class::NUM.or(class::SCALE).or(class::ABOUT_NUM).or(class::PLURAL_NUM))
        {
            at += 1;
            end = Some(at);
            // “62 % of voters”
            if text.is(at, class::PERCENT) {
                at += 1;
                end = Some(at);
            }
            continue;
        }
        // “a Herald Times/KBS poll”, “Rep. Ode (D-Mo.), head of …”
        if matches!(text.word(at), "/" | "-") && text.glued(at) && text.glued(at + 1) && !first {
            at += 1;
            continue;
        }
        if let Some(close) = bracket(text, at).filter(|_| !first && text.is_name(at - 1)) {
            end = Some(close);
            at = close;
            continue;
        }
        if text.kind(at) != Some(Kind::Word) {
            // A name inside marks, or “El-Chaar Jr.”: only an apposition goes on behind a comma.
            match end.filter(|_| appositions > 0).and_then(|e| apposition(text, i, e, appositions - 1)) {
                Some(e) if e > at => {
                    end = Some(e);
                    break;
                }
                _ => break,
            }
        }
        // “Hunt told”: a name that is a verb as well, at the head of its sentence.
        let surname = first
            && text.capital(at)
            && text.is(at, class::VERB)
            && text.is(at + 1, class::VERB.or(class::HAVE).or(class::BE).or(class::MODAL));
        // “Me Paul Vidal”, “le quotidien Le Soir”: small words that open a name.
        let opens_name = text.lang.romance
            && text.capital(at)
            && text.is_name(at + 1)
            && (text.is(at, class::HONORIFIC) || text.is(at, class::DEF) && !first);
        let name = text.is_name(at) || surname || opens_name;
        if text.is(at, class::OF) && !first {
            at += 1;
            // “le champion du monde”: one phrase of the lists.
            if text.lang.romance && text.fold(at - 1).contains(' ') {
                end = Some(at);
            }
            continue;
        }
        if text.is(at, DETERMINER) && !name && (first || !text.is(at, class::TO)) {
            let inside = class::OF.or(class::AND).or(class::TO).or(DETERMINER);
            // “les élus les plus prudents”
            let superlative = text.lang.romance && text.is(at, class::DEF) && text.is(at + 1, class::SUP_MARKER);
            if superlative && !first {
                at += 2;
                continue;
            }
            if !first && !text.is(at - 1, inside) && !unnamed_detail(text, i, at - 1) {
                break;
            }
            at += 1;
            // “des élus de la majorité”
            if text.is(at - 1, class::MOST_OF) && text.is(at - 1, class::NOUN) && !text.is(at, class::OF) {
                end = Some(at);
            }
            continue;
        }
        if !first && unnamed_detail(text, i, at) {
            at += 1;
            continue;
        }
        // “the Dale Center for Public Opinion Research”
        let body = class::INSTITUTION.or(class::GROUP);
        if !first && text.is(at, class::TO.or(class::PREP)) && text.is(at - 1, body) && text.capital(at - 1) {
            let next = if text.is(at + 1, DETERMINER) { at + 2 } else { at + 1 };
            if text.capital(next) {
                at = next;
                continue;
            }
        }
        if text.is(at, class::TO) && !first {
            // “ministre délégué à la Santé”, “ambassador to France”, “professeur à l'université”
            let works = text.lang.romance
                && (i..at).rev().take(2).any(|k| text.is(k, class::PROFESSION))
                && (at + 1..at + 3).any(|k| text.is(k, class::INSTITUTION) && !text.is(k, class::MEDIA));
            if end.is_some()
                && (works || (i..at).rev().take(4).any(|k| text.is(k, class::ROLE.or(class::MEDIA))))
                && !text.is(at - 1, class::OF)
                && !addressed(text, at)
            {
                at += 1;
                continue;
            }
            break;
        }
        if text.is(at, class::AND) && !first {
            // “la ministre de la Pêche et des Ports”
            let further = text.lang.romance && text.is(at + 1, class::OF) && (i..at).any(|k| text.is(k, class::OF));
            if further || coordinates(text, at) {
                at += 1;
                continue;
            }
            break;
        }
        if !name
            && (text.is(at, STOP)
                || is_finite(text, at)
                || (text.is(at, class::ADV) && !text.is(at, class::NOUN.or(class::ADJECTIVE))))
        {
            break;
        }
        // “the shipping minister”, “the Greek shipping minister”
        let attribute = !text.lang.romance
            && !first
            && (text.is(at - 1, DETERMINER) || text.is(at - 1, class::DEMONYM) && text.is(at + 1, class::ROLE));
        // “le maire d'ajouter”: an infinitive behind its preposition is no part of the name.
        let infinitive = !first && text.lang.romance && text.is(at, class::INF) && text.is(at - 1, class::OF);
        let verb = text.is(at, class::GER) && !attribute || infinitive;
        if !name && verb && !text.is(at, class::NOUN.or(class::ADJECTIVE)) {
            break;
        }
        at += 1;
        end = Some(at);
    }
    end.filter(|e| *e > i)
}

/// “le maire Paul Vidal à l'AFP”, “le juge Paul Vidal à M. Petit”: behind a person's name stands who is spoken to.
fn addressed(text: &Text, to: usize) -> bool {
    text.is(to + 1, class::HONORIFIC.or(class::PRON_FIRST))
        || text.lang.romance
            && text.is_name(to - 1)
            && text.is_name(to - 2)
            && !text.is(to - 1, class::STATE.or(class::MEDIA))
}

/// The token behind a short bracket that opens at token `i`: “(D-Mo.)”.
pub(super) fn bracket(text: &Text, i: usize) -> Option<usize> {
    let close = text.sign(i, "(").then(|| (i + 1..i + 8).find(|k| text.sign(*k, ")")))??;
    (text.sign(close + 1, ",") || is_verbal(text, close + 1) || text.is(close + 1, class::AND)).then_some(close + 1)
}

/// “a person familiar with the talks”, “sources within the ministry”: what places an unnamed source belongs to it.
pub(super) fn unnamed_detail(text: &Text, first: usize, at: usize) -> bool {
    let unnamed = |k: usize| text.is(k, class::ANONYMOUS);
    // “close to” is an approximation before a number and a place before a noun.
    let joins = text.is(at, class::ABOUT) && unnamed(at - 1) && text.kind(at + 1) != Some(Kind::Number)
        || text.is(at, class::TO.or(class::WITH)) && text.is(at - 1, class::ADJECTIVE)
        || text.is(at, class::PREP.or(class::TO))
            && text.is(at - 1, class::ANONYMOUS)
            && !text.is(at, class::BY.or(class::BUT));
    // “appelle les habitants à patienter” tells them what to do.
    joins && !text.is(at + 1, class::INF) && !addressed(text, at) && (first..at).rev().take(3).any(unnamed)
}

/// Whether the “and” at token `i` joins two speakers or two parts of a name, not two clauses.
pub(super) fn coordinates(text: &Text, i: usize) -> bool {
    let mut next = i + 1;
    while text.is(next, DETERMINER.or(class::ADJ).or(class::OTHER)) && !text.is_name(next) {
        next += 1;
    }
    let speaks = text.is(next, SPEAKER) || text.is_name(next);
    // A pronoun opens a clause of its own.
    speaks && !text.is(i + 1, class::PRON)
}

/// Whether a noun phrase may begin at token `i`.
#[inline(never)]
pub fn begins(text: &Text, i: usize) -> bool {
    if text.kind(i) == Some(Kind::Number) {
        return true;
    }
    text.kind(i) == Some(Kind::Word)
        && (!text.is(i, class::OF.or(class::AND).or(class::TO)) || text.is(i, class::INDEF) && !text.is(i, class::TO))
        && (text.is(
            i,
            DETERMINER
                .or(class::PRON)
                .or(class::PRON_LAST)
                .or(class::HONORIFIC)
                .or(SPEAKER)
                .or(class::NUM)
                .or(class::DEMONYM)
                .or(class::ADJ)
                .or(class::ABOUT_NUM)
                .or(class::PLURAL_NUM)
                .or(class::OTHER)
                .or(class::ONE_OF),
        ) || text.is_name(i)
            || (text.capital(i) && !text.is(i, STOP.or(class::ADV)))
            || text.token(i).is_some_and(|t| t.classes == Classes::NONE))
}

/// The longest noun phrase of its clause that ends before token `end`: who “qui” means there.
pub fn ending(text: &Text, end: usize) -> Option<(usize, usize)> {
    let floor = clause_start(text, end, text.sentence(text.sentence_of(end)).first).max(end.saturating_sub(40));
    (floor..end).find(|s| begins(text, *s) && right(text, *s) == Some(end)).map(|s| (s, end))
}

/// The first token of the clause that ends before token `end`, not before `first`.
pub(super) fn clause_start(text: &Text, end: usize, first: usize) -> usize {
    let mut i = end;
    while i > first {
        let k = i - 1;
        // “Rep. Ode (D-Mo.), head of …”: a bracket parts nothing.
        if let Some(open) = (k.saturating_sub(8).max(first)..k).rev().find(|o| text.sign(*o, "(") && text.sign(k, ")"))
        {
            i = open;
            continue;
        }
        let boundary = text.is_pause(k)
            || text.kind(k) == Some(Kind::Mark)
            || text.is(k, class::COMP.or(class::BUT).or(class::IF));
        if boundary {
            return i;
        }
        i -= 1;
    }
    first
}

/// Whether a word for somebody who can speak, or a name, stands in tokens `first..end`.
pub fn holds_speaker(text: &Text, first: usize, end: usize) -> bool {
    (first..end).any(|k| text.is(k, SPEAKER) || text.is_name(k))
}

/// “ne”, “n'”: the first half of a French negation, the only clitics that are adverbs.
pub fn opens_negation(text: &Text, i: usize) -> bool {
    text.is(i, class::CLITIC) && text.is(i, class::ADV)
}

/// Whether no list says anything of the word at token `i`.
pub fn unknown(text: &Text, i: usize) -> bool {
    text.token(i).is_some_and(|t| t.classes == Classes::NONE || t.classes == class::PHRASE_START)
}

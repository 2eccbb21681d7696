//! Statements that leave no exception: “aucun habitant n'a …”, “residents were never …”, “partout”.

use super::{Reading, context, phrases};
use crate::lang::class;
use crate::text::{Kind, Text};

/// The words that leave no exception, in order, one a sentence: tokens.
pub fn find(reading: &Reading) -> Vec<usize> {
    let text = &reading.text;
    let first = |s: &crate::text::Sentence| {
        let conditional = (s.first..s.end).any(|k| text.is(k, class::IF));
        (s.first..s.end).find(|i| {
            text.is(*i, class::ABSOLUTE)
                && is_absolute(text, *i)
                && !conditional
                && !context::doubts(text, clause(text, *s, *i))
        })
    };
    text.sentences.iter().filter_map(first).collect()
}

/// The tokens between the pauses around token `i`.
fn clause(text: &Text, s: crate::text::Sentence, i: usize) -> std::ops::Range<usize> {
    let first = (s.first..i).rev().find(|k| text.is_pause(*k)).map_or(s.first, |k| k + 1);
    first..(i..s.end).find(|k| text.is_pause(*k)).unwrap_or(s.end)
}

fn is_absolute(text: &Text, i: usize) -> bool {
    if text.quote_of(i).is_some() {
        return false;
    }
    if text.is(i, class::AREA) {
        return true;
    }
    // “une troisième personne”, “No, I did not”
    let counted = class::ORDINAL.or(class::INDEF).or(class::DEF).or(class::NUM).or(class::DEM);
    let before = i.wrapping_sub(1);
    if text.is(i, class::ZERO)
        && (text.is(before, counted) && text.sentence_of(before) == text.sentence_of(i)
            || text.is(i + 1, class::PRON.or(class::PRON_FIRST).or(class::ZERO)))
    {
        return false;
    }
    // “jamais”, “always”: of several, or of a body.
    let adverb = text.is(i, class::ADV.or(class::NEG)) && !text.is(i, class::ZERO) && !determines(text, i);
    if adverb { of_many(text, i) } else { subject(text, i) }
}

/// “tous les commerces”, “all the shops”: before an article, possessive or noun.
fn determines(text: &Text, i: usize) -> bool {
    text.is(i + 1, phrases::DETERMINER.or(class::OF)) && !text.is(i, class::NEG)
        || !text.is(i, class::NEG) && text.is(i + 1, class::NOUN) && text.ends_plural(i + 1)
}

/// Whether the noun phrase that token `i` opens, or the pronoun that it is, is the subject of a verb.
fn subject(text: &Text, i: usize) -> bool {
    // “tous les jours”, “every two years”, “no more than”
    let time = class::DURATION.or(class::CALENDAR_UNIT).or(class::WEEKDAY).or(class::TIMES).or(class::MONTH);
    let counted = (i + 1..i + 3).any(|k| text.is(k, class::NUM) && !text.is(k, class::INDEF));
    if (i + 1..i + 4).take_while(|k| text.kind(*k) == Some(Kind::Word)).any(|k| text.is(k, time))
        || counted && !text.is(i + 1, class::OF)
    {
        return false;
    }
    // What stands behind a verb or preposition is no subject.
    let before = i.wrapping_sub(1);
    let inner = class::PREP
        .or(class::OF)
        .or(class::TO)
        .or(class::BY)
        .or(class::WITH)
        .or(class::VERB)
        .or(class::BE)
        .or(class::HAVE)
        .or(class::WITHOUT)
        .or(class::ABOUT);
    // “the judges all refused”
    let floats = !text.lang.romance && text.is(before, class::NOUN) && text.ends_plural(before);
    if text.sentence_of(before) == text.sentence_of(i)
        && !floats
        && (text.is(before, inner) || phrases::is_finite(text, before))
        && !text.is(before, class::BUT)
    {
        return false;
    }
    // “nobody drinks”: behind a pronoun stands a verb, whether a list knows it or not.
    let alone = text.is(i, class::INDEFINITE_PRON);
    let verb = |k: usize| {
        let k = (k..k + 4).find(|j| !text.is(*j, class::CLITIC.or(class::ADV).or(class::REFLEXIVE))).unwrap_or(k);
        phrases::is_finite(text, k)
            || text.is(k, class::HAVE.or(class::BE))
            || k == i + 1 && floats && phrases::is_verbal(text, k)
            || k == i + 1 && alone && phrases::unknown(text, k) && !text.capital(k)
            || phrases::opens_negation(text, k.wrapping_sub(1))
    };
    let sentence = text.sentence(text.sentence_of(i));
    // “personne n'a”, “nobody saw”; “aucun agriculteur n'a”
    let end = (i + 1..sentence.end.min(i + 12))
        .take_while(|k| !text.is_pause(*k))
        .find(|k| verb(*k) && !text.is(*k, class::DEF));
    end.is_some_and(|end| (i + 1..end).all(|k| !text.is(k, class::REL.or(class::COMP).or(class::BUT))))
}

/// Whether the verb around the adverb at token `i` has several, or a body, for its subject.
fn of_many(text: &Text, i: usize) -> bool {
    let sentence = text.sentence(text.sentence_of(i));
    let near = [i.wrapping_sub(1), i + 1, i.wrapping_sub(2), i + 2, i + 3];
    let verb = |k: &&usize| {
        phrases::is_verbal(text, **k)
            && !text.is(**k, class::CLITIC)
            && !(text.is(**k, class::NOUN) && text.ends_plural(**k))
            && (sentence.first..sentence.end).contains(*k)
    };
    // “fishermen invariably respect”: no list knows the verb.
    let beside = if text.lang.romance { i.wrapping_sub(1) } else { i + 1 };
    let unlisted = Some(beside).filter(|k| phrases::unknown(text, *k) && !text.capital(*k));
    let Some(verb) = near.iter().find(verb).copied().or(unlisted) else { return false };
    let group = phrases::verb_group(text, verb);
    // “cherchent toujours”, “est toujours en fuite”: still.
    let still = text.is(i, class::YET)
        && text.lang.romance
        && (text.is(i.wrapping_sub(1), class::BE) || text.is(i + 1, class::NEG.or(class::DEF).or(class::INDEF)));
    let from = group.first.min(i);
    let Some((first, end)) = phrases::subject(text, from) else { return false };
    let many = text.is(first, class::PLURAL)
        || !text.lang.romance && (first..end).any(|k| text.is(k, class::NOUN) && text.ends_plural(k));
    let many = many || !text.lang.romance && text.opens_as_plural(first);
    let named = (first..end).any(|k| text.is_name(k) && !text.opens_as_plural(k));
    many && !named && !still && !text.is(first, class::PRON.or(class::PRON_FIRST))
}

//! Nouns and adjectives that look like verbs of saying: “the report”, “New York state”, “une phase critique”.

use super::Range;
use crate::lang::class;
use crate::reading::phrases::{self, DETERMINER, VerbGroup};
use crate::text::{Kind, Text};

/// A noun that looks like a verb: “the report”, “cette annonce”.
pub fn is_noun(text: &Text, i: usize) -> bool {
    let Some(before) = i.checked_sub(1).filter(|b| text.sentence_of(*b) == text.sentence_of(i)) else {
        return !text.lang.romance && text.is(i, class::NOUN.or(class::INF)) && !text.is(i, class::GER);
    };
    let nominal = text.is(i, class::NOUN) || !text.lang.romance && text.is(i, class::INF);
    // “one report says”: two verbs do not follow each other.
    // “21 confirmed cases”: a participle between a number or an adjective and its noun.
    let attribute = text.is(i, class::PP)
        && text.is(i + 1, class::NOUN)
        && (text.kind(before) == Some(Kind::Number) || text.is(before, class::NUM.or(class::ADJ).or(class::OTHER)));
    // “Congress and judges”: the second of two nouns.
    let second = text.is(before, class::AND)
        && text.is(i, class::NOUN)
        && !text.is(i, class::INF.or(class::PP))
        && before > 0
        && text.is(before - 1, class::NOUN)
        && (text.is_pause(i + 1) || text.is(i + 1, class::PREP.or(class::AND).or(class::OF)));
    if !text.lang.romance && (attribute || second) {
        return true;
    }
    // “the Daily Herald”: a capital inside a sentence makes a name.
    let lower = |k: usize| text.kind(k) == Some(Kind::Word) && !text.capital(k) && text.word(k).len() > 3;
    let sentence = text.sentence(text.sentence_of(i));
    if !text.lang.romance
        && text.capital(i)
        && text.is_name(before)
        && text.is(i, class::NOUN.or(class::INF))
        && (sentence.first..sentence.end).any(lower)
    {
        return true;
    }
    let followed = text.is(i, class::NOUN) && text.is(i + 1, class::SAY) && phrases::is_finite(text, i + 1);
    if followed && !text.lang.romance {
        return true;
    }
    // “une phase critique”: an adjective behind its noun.
    let behind = i + 1 + usize::from(text.lang.romance && text.is(i + 1, class::ADV));
    let reports = text.is(behind, class::INF)
        || text.is(i + 1, class::INF.or(class::COMP).or(class::HAVE).or(class::BE))
        || text.kind(i + 1) == Some(Kind::Mark)
        || text.lang.romance && text.is(i + 1, DETERMINER) && !text.is(i + 1, class::OF);
    // “le ministère russe annonce”: only before its noun does an adjective make one, “une nouvelle annonce”.
    let prenominal = !text.lang.romance || before > 0 && text.is(before - 1, DETERMINER.or(class::OF));
    let adjective = text.is(i, class::ADJECTIVE) && text.is(before, class::NOUN) && text.lang.romance && !reports;
    let determined = adjective
        || (text.is(before, DETERMINER.or(class::OF))
            || nominal && prenominal && text.is(before, class::ADJ.or(class::HEAVY).or(class::DEMONYM)))
            && !text.is(before, class::CLITIC.or(class::PRON));
    let of_name = text.is(before, class::GENITIVE) && !text.is(before.saturating_sub(1), class::PRON);
    let bare = !text.lang.romance
        && (text.is(i, class::INF) || text.is(i, class::NOUN) && !text.is(before, class::AND.or(class::BUT)))
        && text.is(before, class::PREP.or(class::AND))
        && !text.is(before, class::TO);
    let infinitive = text.lang.romance && text.is(before, class::CLITIC) && text.is(i, class::INF);
    // “après l'annonce de la vente”: the article looks like a pronoun.
    let article = text.lang.romance
        && text.is(i, class::NOUN)
        && text.is(before, class::DEF)
        && (text.is(i + 1, class::OF.or(class::ADJECTIVE)) && !reports
            || before > 0 && text.is(before - 1, class::PREP.or(class::OF).or(class::TO)));
    article
        || determined
            && !(text.is(before, class::DEF)
                && text.lang.romance
                && text.is(i, class::FIN.or(class::COND))
                && !text.is(i, class::NOUN)
                && text.glued(i))
            && !infinitive
            && !(text.is(before, class::OF) && text.is(i, class::INF) && text.lang.romance)
        || of_name
        || bare
}

/// “New York state”, “member states”: a present form that is a noun as well agrees with its subject in number.
pub(super) fn disagrees(text: &Text, (first, end): Range, group: &VerbGroup) -> bool {
    let verb = group.verb;
    let present = group.first == verb && !text.is(verb, class::PP) && text.is(verb, class::FIN);
    // A base form that is no noun fits bodies as well: “the police say”, “the board say”.
    if text.lang.romance || !present || text.is(verb, class::INF) && !text.is(verb, class::NOUN) {
        return false;
    }
    if text.is(verb, class::NOUN) && phrases::is_finite(text, verb + 1) && !text.is(verb + 1, class::COMP) {
        return true;
    }
    let head = (first..end)
        .find(|k| text.is(*k, class::OF.or(class::PREP).or(class::TO).or(class::BY)) || text.is_pause(*k))
        .unwrap_or(end)
        .saturating_sub(1)
        .max(first);
    let word = text.word(head);
    let named = text.is_name(head);
    if text.is(head, class::REL.or(class::PRON_FIRST)) || named && text.ends_plural(head) {
        return false;
    }
    let plural = text.is(head, class::MASS_PEOPLE.or(class::PLURAL))
        || text.ends_plural(head) && !word.ends_with("ss")
        || (first..head).any(|k| text.is(k, class::AND.or(class::NUM).or(class::VAGUE)) && text.value(k) != Some(1.0));
    plural != text.is(verb, class::INF)
}

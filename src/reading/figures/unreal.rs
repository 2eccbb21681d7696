//! Losses that nobody says happened: feared, averted, or only possible.

use super::Figure;
use crate::lang::class;
use crate::reading::phrases;
use crate::report::Precision;
use crate::text::{Kind, Text};

/// Could, would, might, if: the sentence around token `i` tells of nothing that happened.
pub fn hypothetical(text: &Text, i: usize) -> bool {
    let sentence = text.sentence(text.sentence_of(i));
    let from = i.saturating_sub(10).max(sentence.first);
    // “may have killed”, “pourrait avoir tué” guess at what was done.
    let guess = |k: usize| text.is(k + 1, class::HAVE) && (text.lang.romance || text.is(k, class::GUESS));
    let month = |k: usize| text.is(k, class::MONTH) && text.capital(k);
    let modal = |k: usize| text.is(k, class::MODAL) && !text.is(k, class::NOUN) && !month(k) && !guess(k);
    // “300 people could die”; not “300 may have died”, which counts the dead.
    let ahead = (i..sentence.end.min(i + 10))
        .take_while(|k| !text.is_pause(*k) && text.quote_of(*k) == text.quote_of(i))
        .find(|k| modal(*k) || phrases::is_finite(text, *k));
    let could = ahead.is_some_and(|k| modal(k) && !text.is(k + 1, class::HAVE));
    // “Sans la digue, la crue aurait fait 20 morts”
    let opens = |k: usize| k == sentence.first || text.is_pause(k - 1) || text.kind(k - 1) == Some(Kind::Mark);
    let without = (sentence.first.max(i.saturating_sub(18))..i).find(|k| text.is(*k, class::WITHOUT) && opens(*k));
    let averted = without.is_some_and(|w| (w..i).any(|k| text.is(k, class::COND)));
    could
        || averted
        || (from..i).any(modal)
        || (sentence.first..i).any(|k| text.is(k, class::IF) && (!text.is(k, class::COMP) || opens(k)) && k + 14 > i)
}

/// “n'a pas fait plusieurs morts”, “did not kill several people”: the verb before a vague count is denied.
pub fn averred_not(text: &Text, figure: &Figure) -> bool {
    let harms = class::KILL.or(class::WOUND).or(class::INFLICT);
    let verb = (figure.first.saturating_sub(2)..figure.first).rev().find(|k| text.is(*k, harms));
    let only = |k: usize| {
        (k.saturating_sub(4)..k).any(|j| text.is(j, class::ADV) && !text.is(j, class::NEG.or(class::CLITIC)))
    };
    figure.precision == Precision::Vague
        && verb.is_some_and(|k| text.is(k, class::VERB) && !only(k) && phrases::verb_group(text, k).negated)
}

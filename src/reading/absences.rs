//! What has not happened or been said yet: “n'a pas réagi”, “no group has claimed”, “has yet to respond”.

use super::phrases::{self, SPEAKER};
use super::{Reading, attributions::Range};
use crate::lang::class;
use crate::text::Text;

/// Every absence of the text, in order, none twice.
pub fn find(reading: &Reading) -> Vec<Range> {
    let text = &reading.text;
    let mut found: Vec<Range> = Vec::new();
    for i in 0..text.tokens.len() {
        let next = if text.is(i, class::VERB.or(class::PENDING)) {
            silence(reading, i).or_else(|| pending(text, i)).or_else(|| untold(text, i))
        } else {
            None
        };
        let next = next.or_else(|| nothing(text, i));
        found.extend(next.filter(|(first, _)| found.last().is_none_or(|(_, end)| end <= first)));
    }
    found
}

/// Somebody who could answer has not: “n'a pas répondu à nos questions”, “declined to comment”, “has yet to react”.
fn silence(reading: &Reading, i: usize) -> Option<Range> {
    let text = &reading.text;
    let mut end = i + 1;
    let mut refused = false;
    let first = if text.is(i, class::DECLINE) && text.fold(i).contains(' ') {
        // “se refuse à tout commentaire”, not “se refuse à croire”
        if text.is(i, class::TO) {
            end = (i + 1..i + 4).find(|k| text.is(*k, class::REACT))? + 1;
        }
        let first = phrases::verb_group(text, i).first;
        // “declined to comment when reached”: no story, whoever speaks.
        refused = text.is(i, class::REACT) && phrases::subject(text, first).is_none_or(|s| speaks(text, s));
        first
    } else if !text.is(i, class::REACT) || text.is(i, class::CLAIM) {
        return None;
    } else if let Some(first) = unsaid(reading, i) {
        refused = true;
        first
    } else {
        let group = phrases::verb_group(text, i);
        let did = not_done(text, i);
        let reflexive = (group.first..i).any(|k| text.is(k, class::REFLEXIVE));
        let perfect = text.is(i, class::PP) && (reflexive || (group.first..i).any(|k| text.is(k, class::HAVE)));
        let nobody = nobody(text, group.first);
        // “Nobody answered, and he left”: a story.
        if nobody.is_some_and(|k| k + 1 == group.first) && answers(text, end) != Some(true) && !awaited(text, i) {
            return None;
        }
        let denied = group.negated || nobody.is_some();
        nobody.or(did).or((denied && perfect).then_some(group.first))?
    };
    // “ne s'est pas exprimé sur le mobile”, said of a body: what it is about.
    let body = |(a, b): Range| (a..b).any(|k| text.is(k, class::INSTITUTION.or(class::FIRM).or(class::PROSECUTION)));
    let about = text.is(end, class::VIA) && !text.is(end, class::TO) && phrases::subject(text, first).is_some_and(body);
    let fits = match answers(text, end) {
        Some(due) if !about => due,
        _ => phrases::subject(text, first).is_none_or(|s| speaks(text, s)),
    };
    // “did not answer when he knocked”, “the engine did not respond”: a story; “when reached” is none.
    let asked = text.is(end + 1, class::PP.or(class::REPLY));
    let story = text.is(end, class::SUBORD) && !text.is(end, class::TO) && !asked
        || phrases::subject(text, first)
            .is_some_and(|(a, b)| (a..b).any(|k| text.is(k, class::ANIMAL.or(class::MATERIEL))));
    (refused || !story && (fits || text.is(first, class::ZERO))).then_some((first, end))
}

/// “declined to comment”, “n'a pas souhaité commenter”: a refusal or a denied wish before the infinitive at token `i`.
fn unsaid(reading: &Reading, i: usize) -> Option<usize> {
    let text = &reading.text;
    if !text.is(i, class::INF) || text.is(i, class::PP) {
        return None;
    }
    let clitic = usize::from(i > 0 && text.is(i - 1, class::CLITIC));
    let wish = (i - clitic).checked_sub(1).filter(|w| text.is(*w, class::PP)).map(|w| phrases::verb_group(text, w));
    reading.refusal(i - clitic).or(wish.filter(|w| w.negated).map(|w| w.first))
}

/// What news waits for: “n'a pas été identifié”, “have not yet been released”.
fn pending(text: &Text, i: usize) -> Option<Range> {
    // “Our emails went unanswered”
    if text.is(i, class::PENDING) && text.fold(i).contains(' ') {
        // “remains unknown”, “is still at large”
        if text.is(i, class::YET) {
            return Some((i, i + 1));
        }
        let (first, end) = phrases::subject(text, phrases::verb_group(text, i).first)?;
        return (first..end).any(|k| text.is(k, class::REQUEST)).then_some((i, i + 1));
    }
    // “have yet to identify the driver”
    let yet = i.checked_sub(1).filter(|k| text.is(*k, class::WITHOUT) && text.is(*k, class::DECLINE));
    if let Some(first) = yet.filter(|_| text.is(i, class::PENDING) && text.is(i, class::INF)) {
        let body = phrases::subject(text, first).is_some_and(|s| speaks(text, s));
        return body.then_some((first, i + 1));
    }
    if !text.is(i, class::PENDING) || !text.is(i, class::PP) {
        return None;
    }
    let group = phrases::verb_group(text, i);
    let nobody = nobody(text, group.first);
    let perfect = (group.first..i).any(|k| text.is(k, class::HAVE));
    // “has yet to be claimed”
    let open = group.first.checked_sub(1).filter(|k| text.is(*k, class::WITHOUT) && text.is(*k, class::DECLINE));
    if let Some(first) = open {
        return Some((first, i + 1));
    }
    let passive = (group.first..i).any(|k| text.is(k, class::BE));
    if !(group.negated || nobody.is_some()) || !(perfect || passive) || !group.finite {
        return None;
    }
    let still = (group.first..i).any(|k| text.is(k, class::YET)) || awaited(text, i);
    // “Calls were not returned”
    let called = phrases::subject(text, group.first).is_some_and(|(a, b)| (a..b).any(|k| text.is(k, class::REQUEST)));
    // What was not done once is a story; what has not been done is open.
    (still || called || perfect && (nobody.is_some() || passive)).then_some((nobody.unwrap_or(group.first), i + 1))
}

/// Whether the sentence says behind token `i` that it may still come: “so far”.
fn awaited(text: &Text, i: usize) -> bool {
    (i..i + 5).any(|k| text.is(k, class::YET) && text.sentence_of(k) == text.sentence_of(i))
}

/// “n'a pas expliqué pourquoi”, “has not said how many”, “did not disclose the price”: what somebody has left open.
fn untold(text: &Text, i: usize) -> Option<Range> {
    // “do not know”, “don't feel” leave nothing open.
    let tells = text.is(i, class::GIVE.or(class::PENDING))
        || text.is(i, class::SAY) && !text.is(i, class::WEAK.or(class::SETTLED).or(class::THINK));
    if !tells || !text.is(i, class::VERB) || text.is(i, class::REACT) {
        return None;
    }
    let group = phrases::verb_group(text, i);
    let present = (group.first..i).any(|k| text.is(k, class::HAVE) && text.is(k, class::PRESENT));
    let perfect = text.is(i, class::PP) && present && group.negated && !group.passive;
    let first = not_done(text, i).or(perfect.then_some(group.first))?;
    // “did not say that” denies.
    let question = text.is(i + 1, class::COMP.or(class::HOW_MANY).or(class::SUBORD)) && !text.is(i + 1, class::REL);
    let open = text.is(i, class::PENDING) && text.is(i, class::GIVE.or(class::EXPLAIN));
    let object = open && phrases::begins(text, i + 1) && !text.is(i + 1, class::PRON);
    let other = class::PRON.or(class::DOC).or(class::ANIMAL).or(class::MATERIEL).or(class::PRON_FIRST);
    let known = phrases::subject(text, first).is_some_and(|(a, b)| !(a..b).any(|k| text.is(k, other)));
    ((question || object) && known).then_some((first, i + 1))
}

/// “n'a fait aucun commentaire”, “there was no immediate claim”, “aucune arrestation n'a eu lieu”.
fn nothing(text: &Text, i: usize) -> Option<Range> {
    if !text.is(i, class::ZERO) {
        return None;
    }
    let noun = (i + 1..i + 4).find(|k| text.is(*k, class::NOUN) && !text.is(*k, class::ADJ.or(class::ADJECTIVE)))?;
    let light = |k: usize| text.is(k, class::ADJ.or(class::ADJECTIVE).or(class::NOUN));
    if !text.is(noun, class::REACT) || !(i + 1..noun).all(light) {
        return None;
    }
    let arrest = text.is(noun, class::ARREST);
    // “made no comment”, “n'a fait aucun commentaire”
    if let Some(verb) = i.checked_sub(1).filter(|k| text.is(*k, class::VERB.or(class::BE).or(class::HAVE))) {
        let group = phrases::verb_group(text, verb);
        let yet = (i..noun).chain(noun + 1..noun + 5).any(|k| text.is(k, class::YET.or(class::NEW)));
        let soon = (i + 1..noun).any(|k| text.is(k, class::ADJ));
        let made = phrases::subject(text, group.first).is_some_and(|s| speaks(text, s));
        return (arrest || yet || soon || made).then_some((group.first, noun + 1));
    }
    // “aucune arrestation n'a eu lieu”, “no arrests have been made”
    let verb = (noun + 1..noun + 6).find(|k| text.is(*k, class::PP) && !text.is(*k, class::BE))?;
    let group = phrases::verb_group(text, verb);
    let reached = group.first <= noun + 1 || phrases::subject(text, group.first).is_some_and(|s| s.0 <= i);
    (group.finite && reached).then_some((i, verb + 1))
}

/// “did not” before the infinitive at token `i`.
fn not_done(text: &Text, i: usize) -> Option<usize> {
    if text.lang.romance || !text.is(i, class::INF) {
        return None;
    }
    let not = (i.saturating_sub(3)..i).rev().find(|k| !text.is(*k, class::ADV) || text.is(*k, class::NEG))?;
    let aux = if text.is(not, class::FIN) { Some(not) } else { not.checked_sub(1) };
    aux.filter(|k| text.is(not, class::NEG) && text.is(*k, class::FIN) && !text.is(*k, class::MODAL))
}

/// The word that opens a subject of nobody before the verb group at token `verb`.
fn nobody(text: &Text, verb: usize) -> Option<usize> {
    let sentence = text.sentence(text.sentence_of(verb));
    let zero = (sentence.first..verb).rev().take(6).find(|k| text.is(*k, class::ZERO))?;
    let whole = (zero + 1..verb).all(|k| !text.is_pause(k) && !phrases::is_finite(text, k));
    let object = zero > sentence.first && text.is(zero - 1, class::TO.or(class::OF).or(class::PREP).or(class::VERB));
    (whole && !object).then_some(zero)
}

fn speaks(text: &Text, (first, end): Range) -> bool {
    // “the carmaker”
    (first..end).any(|k| text.is(k, SPEAKER.or(class::HONORIFIC).or(class::ECONOMY)) || text.is_name(k))
}

/// Whether an answer was due to what stands behind the verb: “to requests”, not “to the alarm”; `None` where nothing tells.
fn answers(text: &Text, end: usize) -> Option<bool> {
    let joint = class::TO.or(class::PREP);
    // “comment on the case”: what it is about.
    if !text.lang.romance && text.is(end, class::VIA) {
        return None;
    }
    let joined = text.is(end, joint) && !text.is(end, class::YET.or(class::AFTER));
    if !joined && !(phrases::begins(text, end) && !text.is(end, class::YET.or(class::ADV))) {
        return None;
    }
    let object = (end..end + 6).take_while(|k| !text.is_pause(*k) && text.sentence_of(*k) == text.sentence_of(end));
    let due = class::REQUEST.or(class::NOMINAL_SAY).or(class::MEDIA).or(class::PRON_FIRST).or(class::REACT);
    if object.clone().any(|k| text.is(k, due)) {
        return Some(true);
    }
    // “in time”, “on Monday”, “mardi soir”: when, not to what.
    let time = class::WEEKDAY.or(class::DURATION).or(class::MONTH).or(class::RELATIVE_DAY);
    let timed = object.clone().any(|k| text.is(k, time));
    let asked = joined || object.clone().any(|k| text.is(k, SPEAKER));
    (asked && !timed).then_some(false)
}

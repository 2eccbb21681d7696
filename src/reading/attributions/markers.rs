//! Sources without a verb: “selon X”, “according to X”, “reportedly”.

use super::content;
use super::{Attribution, Range};
use crate::lang::class;
use crate::reading::phrases::{self, DETERMINER, SPEAKER};
use crate::text::{Kind, Text};

/// “selon la police, …”, “…, according to two witnesses, …”.
pub fn according(text: &Text, i: usize) -> Option<Attribution> {
    let sentence = text.sentence(text.sentence_of(i));
    let quote = text.quote_of(i).and_then(|q| text.quotes.get(q));
    if quote.is_some_and(|q| q.first > sentence.first || q.end < sentence.end) {
        return None;
    }
    let alone = text.is(i + 1, class::PRON_OBJECT)
        && (text.is_pause(i + 2)
            || i + 2 >= sentence.end
            || !text.is(i + 1, class::POSS) && (phrases::begins(text, i + 2) || text.is(i + 2, class::CLITIC)));
    if text.kind(i + 1) == Some(Kind::Number) || text.is(i + 1, class::DURATION) {
        return None;
    }
    let unnamed = text.is(i, class::ANONYMOUS);
    let mut end = if alone { i + 2 } else { phrases::right(text, i + 1).or(unnamed.then_some(i + 1))? };
    // “according to a complaint filed by the board, …”: what the participle tells of the source belongs to it.
    if text.is(end, class::PP) && !text.lang.romance {
        let stop = (end..sentence.end).find(|k| text.is_pause(*k) || text.kind(*k) == Some(Kind::Mark));
        let stop = stop.unwrap_or(sentence.end);
        if stop < end + 14 && !(end + 1..stop).any(|k| phrases::is_finite(text, k)) {
            end = stop;
        }
    }
    // “Selon Paul Vidal, le maire est absent”: what the verb follows is its subject.
    let subject = (i + 2..end)
        .find(|k| text.sign(*k, ","))
        .filter(|_| opens(text, i, sentence.first) && phrases::is_finite(text, end));
    let end = subject.unwrap_or(end);
    let source = if unnamed { (i, end) } else { (i + 1, end) };
    let speaks = alone
        || unnamed
        || (i + 1..end).any(|k| {
            text.is(k, SPEAKER.or(class::HONORIFIC).or(class::TOLL).or(class::NOMINAL_SAY).or(class::CHANNEL))
                || text.is_name(k)
        })
        || text.is(i + 1, class::PRON_FIRST)
        || text.fold(i).contains(' ')
            && (text.is(i + 1, class::NOUN)
                || text.is(i + 1, DETERMINER.or(class::NUM)) && phrases::unknown(text, i + 2));
    // “citing safety concerns” names a reason.
    let reason = text.is(i, class::GER) && !(i + 1..end).any(|k| text.is(k, SPEAKER)) && !text.is_name(end - 1);
    if !speaks || reason {
        return None;
    }
    let opinion = text.is(i, class::ACCORDING_OPINION) && !text.is(i, class::ACCORDING);
    // “Pour l'opposition, c'est un aveu”, “Pour le gouvernement, « … »”
    let judged = text.kind(end + 1) == Some(Kind::Mark)
        || text.is(end + 1, class::DEM.or(class::INDEFINITE_PRON)) && (end + 2..end + 4).any(|k| text.is(k, class::BE));
    if opinion
        && !(opens(text, i, sentence.first)
            && text.sign(end, ",")
            && !text.is(i + 1, class::OBSERVANCE)
            && (text.lang.romance || judges(text, end))
            && (alone && text.lang.romance
                || (i + 1..end).any(|k| {
                    k < i + 3
                        && (text.is(k, class::ROLE.or(class::PROFESSION).or(class::COLLECTIVE).or(class::PARTY))
                            || text.is(k, SPEAKER) && judged)
                        || text.is_name(k)
                })))
    {
        return None;
    }
    let mut found = Attribution::new(text, i);
    found.source = Some(source);
    found.cue = vec![(i, i + 1)];
    found.content = said(text, i, end, sentence.first, sentence.end);
    Some(found)
}

/// “For critics, the plan is a trap”, not “for Hill, the deal opened a door”: only what something is can be an opinion.
fn judges(text: &Text, end: usize) -> bool {
    let verb = (end..end + 12).find(|k| phrases::is_finite(text, *k) || text.is(*k, class::BE));
    verb.is_some_and(|v| text.is(v, class::BE))
}

fn opens(text: &Text, i: usize, first: usize) -> bool {
    let light = |k: usize| {
        text.kind(k) == Some(Kind::Mark) || text.is_pause(k) || text.is(k, class::BUT.or(class::AND).or(class::ADV))
    };
    i < first + 4 && (first..i).all(light)
}

/// The clause that “selon X” vouches for: behind it when it opens, before it when it closes, both when it stands inside.
fn said(text: &Text, i: usize, end: usize, first: usize, last: usize) -> Vec<Range> {
    let rest = content::end(text, end);
    // “du côté du port, on jure que …”
    let on = (end..end + 2).find(|k| text.is(*k, class::INDEFINITE_PRON));
    let assured = on.and_then(|k| (k + 2..k + 4).find(|k| text.is(*k, class::COMP) && text.is(k - 1, class::SAY)));
    // “Selon les pêcheurs qui l'ont vu, …”, “Selon une note lue par la radio, …”: what is told begins behind the comma.
    let described = class::REL.or(class::BY).or(class::TO).or(class::PREP).or(class::VIA).or(class::WEEKDAY);
    // “Selon le maire, interrogé par la radio, …”
    let aside = text.is(end + 1, class::REL) || text.is(end + 1, class::PP) && text.is(end + 1, class::SAY);
    let parted = text.sign(end, ",") && aside;
    let open = |from: usize| text.is(from, class::PREP) && !(from..i).any(|k| phrases::is_finite(text, k));
    let leads = opens(text, i, first) || text.sign(i - 1, ",") && open(first);
    let comma = (text.lang.romance && leads && (parted || text.is(end, described)))
        .then(|| (end + 1..last.min(end + 14)).find(|k| text.sign(*k, ",") && text.quote_of(*k).is_none()))
        .flatten();
    let behind = content::trim(text, assured.or(comma).unwrap_or(end), rest);
    if opens(text, i, first) {
        return behind.into_iter().collect();
    }
    // “X a dit A, mais selon Y, B”
    let clause = (first..i)
        .rev()
        .find(|k| {
            matches!(text.word(*k), ";" | ":") && text.quote_of(*k).is_none()
                || text.is(*k, class::BUT) && text.sign(k.wrapping_sub(1), ",")
        })
        .map_or(first, |k| k + 1);
    // “Dans le Sud, selon X, il pleut”, “laissent voir, selon X, que …”: what is told begins behind.
    let fronted = (text.sign(end, ",") || comma.is_some() || phrases::begins(text, end)) && open(clause);
    // “Il a dit que, selon lui, …”
    let told = text.lang.romance && (i.saturating_sub(2)..i).any(|k| text.is(k, class::COMP));
    if clause == i || fronted || told || text.sign(end, ",") && text.is(end + 1, class::COMP) {
        return behind.into_iter().collect();
    }
    let before = content::trim(text, clause, i);
    let goes_on = text.sign(end, ",")
        && end + 1 < last
        && !text.is(end + 1, class::ACCORDING.or(class::REL).or(class::GER).or(class::BUT));
    // “Le pont aurait, selon X, cédé”: the verb waits for the rest.
    let waits = |k: usize| {
        text.lang.romance
            && text.sign(k + 1, ",")
            && (phrases::is_finite(text, k) || text.is(k, class::HAVE.or(class::BE).or(class::MODAL).or(class::ADV)))
    };
    let incomplete =
        i > clause + 1 && waits(i - 2) || !(clause..i).any(|k| phrases::is_finite(text, k) || text.is(k, class::PP));
    before.into_iter().chain(behind.filter(|_| goes_on && incomplete)).collect()
}

/// “la radio, citant le ministère, annonce …”: what the first tells it has from the second.
pub fn relayed(text: &Text, found: &mut [Attribution]) {
    for at in 0..found.len() {
        let Some(cue) = found.get(at).and_then(|a| a.cue.first()).map(|c| c.0) else { continue };
        if !text.is(cue, class::GER) || !text.is(cue, class::ACCORDING) {
            continue;
        }
        let tells = |a: &&Attribution| {
            !a.cue.iter().any(|c| c.0 == cue)
                && (a.source.is_some_and(|s| s.1 + 1 == cue || s.1 == cue) || a.content.iter().any(|c| c.1 + 1 == cue))
        };
        let Some(content) = found.iter().find(tells).map(|a| a.content.clone()) else { continue };
        if let Some(this) = found.get_mut(at) {
            this.content = content;
        }
    }
}

/// A noun of saying with its owner or its agent.
pub fn nominal(text: &Text, i: usize) -> Option<Attribution> {
    if !text.is(i, class::NOMINAL_SAY) || text.quote_of(i).is_some() {
        return None;
    }
    if text.lang.romance { by_agent(text, i) } else { owned(text, i) }
}

/// “the mayor's claim that …”, “her warning that …”: a noun of saying with its owner.
fn owned(text: &Text, i: usize) -> Option<Attribution> {
    let that = i + 1;
    if !text.is(that, class::COMP) {
        return None;
    }
    let mut owner = i.checked_sub(1)?;
    while text.is(owner, class::ADJ.or(class::ADJECTIVE)) {
        owner = owner.checked_sub(1)?;
    }
    let source = if text.is(owner, class::POSS) {
        (owner, owner + 1)
    } else if text.is(owner, class::GENITIVE) {
        let start = (owner.saturating_sub(8)..owner)
            .find(|s| phrases::begins(text, *s) && phrases::right(text, *s).is_some_and(|e| e >= owner))?;
        (start, owner)
    } else {
        return None;
    };
    let mut found = Attribution::new(text, i);
    found.source = Some(source);
    found.cue = vec![(i, i + 1)];
    found.content = vec![content::trim(text, that + 1, content::end(text, that + 1))?];
    Some(found)
}

/// “l'annonce de la vente par la banque”, “les accusations de triche portées par le club”.
fn by_agent(text: &Text, i: usize) -> Option<Attribution> {
    let sentence = text.sentence(text.sentence_of(i));
    let first = i.checked_sub(1).filter(|k| text.is(*k, class::DEF))?;
    if !text.is(i + 1, class::OF) {
        return None;
    }
    let inside = |k: &usize| !text.is_pause(*k) && !phrases::is_finite(text, *k) && !text.is(*k, class::REL);
    let by = (i + 2..sentence.end.min(i + 16)).take_while(inside).find(|k| text.is(*k, class::BY))?;
    let end = phrases::right(text, by + 1)?;
    phrases::holds_speaker(text, by + 1, end).then_some(())?;
    let mut found = Attribution::new(text, i);
    found.source = Some((by + 1, end));
    found.cue = vec![(first, i + 1)];
    let last = if text.is(by - 1, class::PP) && !text.is(by - 1, class::NOUN) { by - 1 } else { by };
    found.content = vec![content::trim(text, i + 2, last)?];
    Some(found)
}

/// “reportedly”: nobody is named; the clause that it stands in is told.
pub fn hearsay(text: &Text, i: usize) -> Option<Attribution> {
    if text.quote_of(i).is_some()
        || text.is(i + 1, class::SAY) && text.is(i + 1, class::VERB) && !text.fold(i).contains(' ')
    {
        return None;
    }
    let mut found = Attribution::new(text, i);
    found.cue = vec![(i, i + 1)];
    // “…, apprend-on de bonne source”
    let unnamed = (i + 1..i + 3).find(|k| text.is(*k, class::ANONYMOUS) && text.is(*k, class::ACCORDING));
    if let Some(source) = unnamed.filter(|k| *k == i + 1 || text.is(i + 1, class::WEEKDAY.or(class::RELATIVE_DAY))) {
        found.source = Some((source, phrases::right(text, source + 1).unwrap_or(source + 1)));
        found.content = content::before(text, i, source + 1)?;
        return Some(found);
    }
    let start = if text.is(i + 1, class::COMP) || text.sign(i + 1, ",") { i + 2 } else { i + 1 };
    let end = content::end(text, start);
    let stop = (start..end).find(|k| matches!(text.word(*k), "," | ";") && text.quote_of(*k).is_none()).unwrap_or(end);
    found.content = content::trim(text, start, stop).into_iter().collect();
    found.hearsay = true;
    Some(found)
}

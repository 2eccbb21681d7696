//! What the paper has from elsewhere: from another outlet, from an account on a network.

use super::attributions::{Attribution, Range, homographs};
use super::{Reading, phrases};
use crate::lang::class;
use crate::report::{SourceKind, Stance};
use crate::text::Text;

/// The outlets that the text has a claim from, each at its words.
pub fn outlets(reading: &Reading) -> Vec<Range> {
    let text = &reading.text;
    let mut found = Vec::new();
    for attribution in &reading.attributions {
        let Some((source, words)) = reading.source(attribution).zip(attribution.source) else { continue };
        let story = (words.0..words.1).any(|k| text.is(k, class::STORY));
        // “according to a report | in the Yorkshire Post”
        let words = attribution.channel.filter(|c| story && c.0 == words.1).map_or(words, |c| (words.0, c.1));
        let paper = (words.0 + 1..words.1).any(|k| is_paper(text, (k, words.1)));
        // “le site Médiaval”, “le podcast Prisme”
        let posts = |k: usize| {
            text.is(k, class::CHANNEL) && text.is(k, class::NOUN) && !text.is(k, class::DOC.or(class::SOCIAL))
        };
        let site = text.lang.romance && text.is(words.0, class::DEF) && posts(words.0 + 1) && text.is_name(words.0 + 2);
        let outlet = site && words.1 <= words.0 + 5
            || source.kind == SourceKind::Media && is_outlet(text, words)
            || story && (is_outlet(text, words) || paper)
            || is_paper(text, words);
        let hard = attribution.stance == Stance::Asserts && !attribution.hearsay && !is_opinion(text, attribution);
        if outlet && hard && !on_itself(text, attribution) && !is_confirmed(reading, attribution) {
            found.push(words);
        }
    }
    let vouched = |(first, _): &Range| vouched(reading, text.sentence_of(*first));
    found
        .extend(text.having(class::CITE.or(class::PASSIVE_SAY)).filter_map(|i| cited(text, i)).filter(|o| !vouched(o)));
    crate::order::by_key(&mut found, |range| *range);
    found.dedup();
    found
}

/// A reporter who saw it, or whoever spoke there, not the paper.
fn is_person(text: &Text, (first, end): Range) -> bool {
    let person = class::PROFESSION.or(class::PERSON).or(class::ROLE).or(class::HONORIFIC);
    // “le quotidien sportif”, “the student weekly”
    let before = |k: usize| !text.lang.romance && k + 1 < end && text.is(k + 1, class::MEDIA);
    (first..end).any(|k| text.is(k, person) && !text.is(k, class::ADJECTIVE) && !before(k))
}

fn is_opinion(text: &Text, attribution: &Attribution) -> bool {
    let sentence = text.sentence(attribution.sentence);
    attribution.cue.iter().any(|(a, b)| (*a..*b).any(|k| text.is(k, class::THINK.or(class::NAMES))))
        || (sentence.first..sentence.end).any(|k| text.is(k, class::EDITORIAL))
}

/// A paper, station or wire by its own name or kind; not the people, polls and other agencies that one is named with.
fn is_outlet(text: &Text, (first, end): Range) -> bool {
    let other = class::DOC.or(class::PRON).or(class::COLLECTIVE);
    let other = |k: usize| text.is(k, other) && !text.is(k, class::MEDIA.or(class::STORY));
    let name = |k: usize| text.is(k, class::MEDIA) && (text.capital(k) || !text.is(k, class::FIRM));
    let media = (first..first + 2).any(|k| text.is(k, class::MEDIA));
    let person = !media && text.sign(first + 2, ",") && text.is_name(first) && text.is_name(first + 1);
    let wire = (first..end).any(|k| text.is(k, class::MEDIA)) && (first + 1..end).any(|k| text.is_name(k));
    let wire = wire && !(first..end).any(|k| text.sign(k, ","));
    !is_person(text, (first, end)) && !person && !(first..end).any(other) && ((first..end).any(name) || wire)
}

/// “Le Point”, “the Yorkshire Post”, “Libération”: a common word in capitals, behind its article or another name.
fn is_paper(text: &Text, (first, end): Range) -> bool {
    let article = usize::from(text.is(first, class::DEF.or(class::OF)));
    let last = end - 1;
    let name = text.is(last, class::PAPER) && text.capital(last);
    let whole = if text.lang.romance { first + article == last } else { article == 1 || last > first };
    name && whole && !is_person(text, (first, end)) && (first + article..last).all(|k| text.is_name(k))
}

/// “Le Soir annonce la fermeture de ses bureaux”, “the Herald said it would …”: the outlet is the news.
fn on_itself(text: &Text, attribution: &Attribution) -> bool {
    attribution.content.iter().any(|(a, b)| {
        let clause = text.is(a.wrapping_sub(1), class::COMP) || (*a..*b).any(|k| phrases::is_finite(text, k));
        let before = attribution.cue.iter().all(|c| c.1 <= *a);
        // “Le journaliste du Monde a été expulsé, annonce le quotidien”
        let about = !before && (*a..*b).any(|k| text.is(k, class::MEDIA) && text.quote_of(k).is_none());
        about
            || before && text.is(*a, class::PRON.or(class::POSS).or(class::INF))
            || before && !clause && (*a..*b).any(|k| text.is(k, class::POSS))
    })
}

/// Whether somebody else confirms it nearby, or the text says that nobody could.
fn is_confirmed(reading: &Reading, attribution: &Attribution) -> bool {
    let text = &reading.text;
    let s = attribution.sentence;
    let beside = |v: &usize| (s.saturating_sub(1)..=s + 1).contains(v);
    let spoken = reading.attributions_at(s).any(|(_, a)| {
        let first = attribution.cue.first().map_or(0, |c| c.0);
        // “CNN reported, citing officials” is CNN's all the same.
        let cites = a.cue.iter().any(|c| text.is(c.0, class::ACCORDING));
        !cites && a.says(first) && reading.source(a).is_some_and(|s| s.kind != SourceKind::Media)
    });
    spoken || reading.verifications.iter().any(beside) || vouched(reading, s)
}

/// Whether somebody who is no outlet confirms something around sentence `s`.
fn vouched(reading: &Reading, s: usize) -> bool {
    let text = &reading.text;
    let confirms = |a: &Attribution| {
        let other = reading.source(a).is_some_and(|s| s.kind != SourceKind::Media);
        other && a.cue.iter().any(|(c, d)| (*c..*d).any(|k| text.is(k, class::VERIFY)))
    };
    // “was confirmed to Reuters by the bank”
    let sentence = text.sentence(s);
    let passive = |k: usize| {
        let by = (k + 1..k + 6).find(|j| text.is(*j, class::BY));
        text.is(k, class::VERIFY) && text.is(k, class::PP) && by.is_some_and(|b| !is_outlet(text, (b + 1, b + 3)))
    };
    reading.attributions_near(s.saturating_sub(1), s + 3).any(|(_, a)| confirms(a))
        || (sentence.first..sentence.end).any(passive)
}

/// “cité par l'agence Tass”, “quoted as saying by the Herald”: the outlet's words.
fn cited(text: &Text, i: usize) -> Option<Range> {
    if !text.is(i, class::CITE.or(class::PASSIVE_SAY)) || !text.is(i, class::PP) || text.quote_of(i).is_some() {
        return None;
    }
    // “as first reported by the Herald”
    let far = if text.is(i, class::CITE) { 4 } else { 2 };
    let by = (i + 1..i + far).find(|k| text.is(*k, class::BY))?;
    let end = phrases::right(text, by + 1)?;
    is_outlet(text, (by + 1, end)).then_some((by + 1, end))
}

/// Claims from an account or network of which nothing says whose it is: the words that name it.
pub fn accounts(reading: &Reading) -> Vec<Range> {
    let text = &reading.text;
    let mut found: Vec<Range> = Vec::new();
    for attribution in reading.attributions.iter().filter(|a| a.stance != Stance::Declines) {
        let Some(place) = network(text, attribution) else { continue };
        let s = attribution.sentence;
        let near = |k: &usize| text.sentence_of(*k) == s;
        let authentic = (place.0.saturating_sub(3)..place.1 + 6).filter(near).any(|k| text.is(k, class::AUTHENTIC));
        // A person who is named, or an office that one person holds, speaks through an account of their own.
        let own = reading.source(attribution).is_some_and(|s| {
            !s.plural && (s.is_named() && s.kind == SourceKind::Person || s.kind == SourceKind::Official)
        });
        // “A TikTok user” has the name of the network alone.
        let user = attribution.source.is_some_and(|(a, b)| (a..b).any(|k| text.is(k, class::SOCIAL)));
        let bodies = class::STATE.or(class::INSTITUTION).or(class::GROUP).or(class::PARTY).or(class::FORCE);
        let name = |k: usize| text.is_name(k) && !text.is(k, bodies);
        let own = !user && (own || attribution.source.is_some_and(|(a, _)| name(a) && name(a + 1)));
        let checked = reading.verifications.iter().any(|v| *v == s || *v == s + 1);
        let known = found.iter().any(|f| f.0 < place.1 && place.0 < f.1);
        if !authentic && !own && !checked && !known {
            found.push(place);
        }
    }
    for i in text.having(class::SOCIAL) {
        let known = |place: &Range| found.iter().any(|f| f.0 < place.1 && place.0 < f.1);
        let next = posted(reading, i).filter(|place| !known(place));
        found.extend(next);
    }
    crate::order::by_key(&mut found, |range| *range);
    found
}

/// “was announced on a Telegram channel”, “boasted of it in a post on X”: a network behind what is told there, in a
/// sentence that tells no words.
fn posted(reading: &Reading, i: usize) -> Option<Range> {
    let text = &reading.text;
    let s = text.sentence_of(i);
    let sentence = text.sentence(s);
    if !text.is(i, class::SOCIAL) || text.quote_of(i).is_some() || reading.attributions_at(s).next().is_some() {
        return None;
    }
    let from = sentence.first.max(i.saturating_sub(6));
    let open = |k: &usize| !text.is_pause(*k) && (text.is(*k, class::PP) || !phrases::is_finite(text, *k));
    let via = (from..=i).rev().take_while(open).filter(|k| text.is(*k, class::VIA)).last()?;
    let authentic = (via..i + 6).any(|k| text.sentence_of(k) == s && text.is(k, class::AUTHENTIC));
    let told = class::PASSIVE_SAY.or(class::CLAIM).or(class::PUBLISH).or(class::PLEDGE);
    let verb = (sentence.first.max(via.saturating_sub(9))..via)
        .rev()
        .find(|k| text.is(*k, told) && text.is(*k, class::VERB) && !homographs::is_noun(text, *k))?;
    let group = phrases::verb_group(text, verb);
    let (first, end) = phrases::subject(text, group.first)?;
    let bodies = class::GROUP.or(class::PARTY).or(class::CROWD);
    let people = class::COLLECTIVE.or(class::PERSON).or(class::PROFESSION).or(class::MASS_PEOPLE);
    let crowd = (first..end).any(|k| text.is(k, bodies) || text.is(k, people) && text.ends_plural(k));
    let said =
        group.finite && !group.negated && !group.modal && (group.passive || crowd && !text.is(first, class::PRON));
    (said && !authentic && !reading.verifications.contains(&s)).then_some((via, i + 1))
}

/// The network or account that an attribution comes through.
fn network(text: &Text, attribution: &Attribution) -> Option<Range> {
    let social = |(a, b): Range| (a..b).any(|k| text.is(k, class::SOCIAL));
    // “la Cour des comptes”; “users said” in English needs its network.
    let user = |(a, b): Range, k: usize| {
        let owned = k > a + 1 && text.is(k - 1, class::OF) || k == a && k > 0 && text.is(k - 1, class::OF);
        let network = text.lang.romance || (a..b + 3).any(|j| text.is(j, class::SOCIAL));
        text.is(k, class::ACCOUNT) && !owned && network
    };
    let users = |(a, b): Range| (a..b).any(|k| user((a, b), k));
    if let Some(source) = attribution.source.filter(|s| !text.is(s.1 - 1, class::PRON)) {
        // “a channel close to the militia said”: the nearest name was taken for who speaks.
        let open = |k: &usize| !text.is_pause(*k) && text.sentence_of(*k) == text.sentence_of(source.0);
        let before =
            (source.0.saturating_sub(6)..source.0).rev().take_while(open).find(|k| text.is(*k, class::ACCOUNT));
        if let Some(account) = before.filter(|k| text.is(*k, class::SOCIAL) && text.is(*k, class::NOUN)) {
            let opens = account > 0 && text.is(account - 1, phrases::DETERMINER);
            return Some((account - usize::from(opens), source.1));
        }
        // “Telegram a annoncé”: the company itself.
        let noun = |k: usize| text.is(k, class::CHANNEL.or(class::DOC)) && text.is(k, class::NOUN);
        let alone = |k: usize| text.is(k, class::SOCIAL) && !text.is(k, class::ACCOUNT) || text.is(k, class::PRON);
        let posted = (source.0..source.1).any(|k| noun(k) && !alone(k));
        let reach = (source.1..source.1 + 5).take_while(|k| !text.is_pause(*k)).find(|k| text.is(*k, class::SOCIAL));
        let described = posted && (source.1 > source.0 + 1 || text.ends_plural(source.0)) && !text.is_name(source.0);
        let reach = reach.filter(|_| described);
        if users(source) || reach.is_some() || described && social(source) {
            return Some((source.0, reach.map_or(source.1, |k| k + 1)));
        }
    }
    let channel = attribution.channel.filter(|c| social(*c));
    let cue = attribution.cue.first()?.0;
    let sentence = text.sentence(text.sentence_of(cue));
    let last = attribution.cue.last().map_or(cue, |c| c.1).max(attribution.source.map_or(0, |s| s.1));
    channel.or_else(|| {
        let near = sentence.first.max(cue.saturating_sub(10))..sentence.end.min(last + 10);
        // “sur sa chaîne Telegram”: right behind the cue, or outside what is said.
        near.clone().filter(|k| text.is(*k, class::SOCIAL) && text.quote_of(*k).is_none()).find_map(|at| {
            let posted = |k: usize| text.is(k, class::CHANNEL.or(class::FOOTAGE)) && text.is(k, class::NOUN);
            let open = |k: &usize| !text.is_pause(*k) && (text.is(*k, class::PP) || !phrases::is_finite(text, *k));
            let via = |k: &usize| text.is(*k, class::VIA) && near.contains(k) && (at - k <= 3 || posted(k + 2));
            let via = (at.saturating_sub(6)..=at).rev().take_while(open).find(via)?;
            let direct = attribution.cue.iter().any(|c| c.1 <= via && via < c.1 + 3) || via < at && posted(via + 2);
            (direct || !attribution.says(at)).then_some((via, at + 1))
        })
    })
}

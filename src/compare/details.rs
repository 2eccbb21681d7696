//! Names that are spelt otherwise, and days that are others, for the same statement.

use super::align::Link;
use super::{Draft, Versions, stem};
use crate::lang::class;
use crate::order::Index;
use crate::reading::{DateKind, DateMention, Reading, names};
use crate::report::{ChangeKind, Severity};
use crate::text::Kind;

/// Places of a name that are looked at.
const MOST: usize = 20;

pub fn changes(versions: &Versions) -> Vec<Draft> {
    let mut drafts = respelt(versions);
    for link in versions.changed.iter().filter(|link| !link.part) {
        drafts.extend(redated(versions, *link));
    }
    drafts
}

/// Names of sentences that belong together.
fn respelt(versions: &Versions) -> Vec<Draft> {
    let (older, newer) = (&versions.older.text, &versions.newer.text);
    let mut drafts = Vec::new();
    for (old, new) in names::respelt(older, newer) {
        let pair = old.iter().take(MOST).find_map(|before| {
            let link = versions.alignment.became.get(older.sentence_of(*before)).copied().flatten()?;
            let after = new.iter().take(MOST).find(|i| newer.sentence_of(**i) == link.after)?;
            Some((*before, *after))
        });
        if let Some((a, b)) = pair {
            let (before, after) = (older.span(a, a + 1), newer.span(b, b + 1));
            drafts.push(Draft::new(ChangeKind::NameChanged, Severity::Warning, before, after));
        }
    }
    drafts
}

/// The day of two sentences, where each has one that the other has not.
fn redated(versions: &Versions, link: Link) -> Option<Draft> {
    let (older, newer) = (versions.older, versions.newer);
    let own = |reading: &Reading, s: usize| -> Vec<DateMention> {
        reading.dates_in(s).filter(|d| d.kind != DateKind::Clock).take(8).cloned().collect()
    };
    let (old, new) = (own(older, link.before), own(newer, link.after));
    let mut gone = old.iter().filter(|d| !new.iter().any(|other| !differ(d, other)));
    let mut fresh = new.iter().filter(|d| !old.iter().any(|other| !differ(other, d)));
    let (one, other) = gone.next().zip(fresh.next())?;
    if gone.next().is_some() || fresh.next().is_some() || !differ(one, other) {
        return None;
    }
    // Something else that is told of another day is no correction: “said on Monday”, “said on Tuesday”.
    let (here, there) = (rest(older, one, link.before), rest(newer, other, link.after));
    let within = |short: &[String], long: &[String]| short.iter().all(|word| long.contains(word));
    if one.day.is_none() && !within(&here, &there) && !within(&there, &here) {
        return None;
    }
    Some(Draft::new(ChangeKind::DateChanged, Severity::Warning, one.span, other.span))
}

/// Whether the two give the same part of a date otherwise.
fn differ(one: &DateMention, other: &DateMention) -> bool {
    fn apart<T: PartialEq>(a: Option<T>, b: Option<T>) -> Option<bool> {
        a.zip(b).map(|(a, b)| a != b)
    }
    if one.from.is_some() && one.from == other.from && one.to == other.to {
        return false;
    }
    let parts = [
        apart(one.year, other.year),
        apart(one.month, other.month),
        apart(one.day, other.day),
        apart(one.weekday, other.weekday),
    ];
    // Nothing that both give: another way to tell a day, which only the calendar could compare.
    parts.into_iter().flatten().any(|differs| differs)
}

/// The words of a sentence without those of a date.
fn rest(reading: &Reading, date: &DateMention, s: usize) -> Vec<String> {
    let text = &reading.text;
    let sentence = text.sentence(s);
    let content = |i: &usize| {
        matches!(text.kind(*i), Some(Kind::Word | Kind::Number))
            && !text.is(*i, class::STOP)
            && !(date.first..date.end).contains(i)
    };
    let mut words = Index::new();
    (sentence.first..sentence.end).filter(content).for_each(|i| _ = words.insert(stem(text, i), Vec::new()));
    words.into_keys().collect()
}

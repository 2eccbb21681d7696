//! Captions: what the caller names as such and lines with a label, and what each of them tells of its picture.

use super::quotations::plain;
use super::{DateKind, DateMention, Reading};
use crate::lang::{Classes, class};
use crate::text::{Kind, Text};

/// What a caption tells, tokens `first..end`.
pub struct Caption {
    pub first: usize,
    pub end: usize,
    /// Whose picture it is.
    pub credit: bool,
    pub day: bool,
    pub place: bool,
    /// The date that the text gives to the same event, where the caption's is another.
    pub other_day: Option<usize>,
}

/// Who makes or gives a picture.
const CREDIT: Classes = class::CREDIT.or(class::MEDIA);

impl Reading<'_> {
    /// The captions of the text, in order.
    pub fn captions(&self) -> Vec<Caption> {
        let text = &self.text;
        let mut found: Vec<Caption> = Vec::new();
        let mut free = 0;
        for i in 0..text.tokens.len() {
            if i < free {
                continue;
            }
            let Some((from, end)) = self.given_caption(i).or_else(|| labelled(text, i)) else { continue };
            free = end;
            // “Photo : Léa Mornay / AFP” goes with a caption that stands elsewhere.
            if !is_credit_alone(text, from, end) {
                found.push(self.caption(i, end));
            }
        }
        found
    }

    /// The caption of the options that begins at token `i`.
    fn given_caption(&self, i: usize) -> Option<(usize, usize)> {
        let text = &self.text;
        let start = text.token(i)?.span.start();
        let rest = text.src.get(start..)?;
        let given = self.options.captions.iter().map(|caption| caption.trim());
        let caption = given.filter(|caption| !caption.is_empty()).find(|caption| rest.starts_with(caption))?;
        Some((i, text.token_at(start + caption.len())))
    }

    fn caption(&self, first: usize, end: usize) -> Caption {
        let text = &self.text;
        let archive = (first..end).any(|i| text.is(i, class::ARCHIVE));
        let dates = self.dates.iter().filter(|d| first <= d.first && d.end <= end);
        let credit = credit(text, first, end);
        Caption {
            first,
            end,
            credit: credit.is_some(),
            day: archive || dates.into_iter().any(|d| d.kind != DateKind::Clock),
            other_day: self.other_day(first, end),
            place: (first..credit.unwrap_or(end)).any(|i| is_place(text, first, i)),
        }
    }

    /// The date in the body of what a caption tells on another day of the same month: two words of both sentences, a
    /// participle among them, tell the same.
    fn other_day(&self, first: usize, end: usize) -> Option<usize> {
        let text = &self.text;
        let day = |d: &&DateMention| d.kind == DateKind::Day && d.day.is_some();
        let given = self.dates.iter().filter(day).find(|d| first <= d.first && d.end <= end)?;
        let alike = |a: usize, b: usize| {
            let stem = |k: usize| text.fold(k).chars().take(STEM).map(plain).collect::<String>();
            text.word(a).len() >= STEM && stem(a) == stem(b)
        };
        let weighty = class::NOUN.or(class::VERB);
        let shared = |a: usize, d: &DateMention| {
            let s = text.sentence(text.sentence_of(d.first));
            text.is(a, weighty) && (s.first..s.end).any(|b| alike(a, b))
        };
        let same = |d: &&DateMention| {
            let event = |a: usize| text.is(a, class::PP.or(class::ACCIDENT).or(class::FIGHT)) && shared(a, d);
            let from = first.max(given.first.saturating_sub(8));
            (d.month, d.year) == (given.month, given.year)
                && d.day != given.day
                && !(first..end).contains(&d.first)
                && (from..given.first).any(event)
                && (first..given.first).filter(|a| shared(*a, d)).count() > 1
        };
        let body: Vec<&DateMention> = self.dates.iter().filter(day).filter(same).collect();
        // Where the text has the caption's day as well, nothing contradicts it.
        let told = |d: &DateMention| !(first..end).contains(&d.first) && (d.month, d.day) == (given.month, given.day);
        body.first().filter(|_| !self.dates.iter().any(told)).map(|d| d.first)
    }
}

/// Letters that make two forms one word.
const STEM: usize = 4;

/// A line that a label opens: the first token of what it says, and its end.
fn labelled(text: &Text, i: usize) -> Option<(usize, usize)> {
    let label = text.is(i, class::CAPTION_LABEL) && text.sign(i + 1, ":") && (i == 0 || new_line(text, i));
    label.then(|| (i + 2, (i + 2..text.tokens.len()).find(|k| new_line(text, *k)).unwrap_or(text.tokens.len())))
}

/// Whether token `i` is the first of its line.
fn new_line(text: &Text, i: usize) -> bool {
    let before = i.checked_sub(1).and_then(|k| text.token(k)).map_or(0, |t| t.span.end());
    let gap = text.token(i).and_then(|t| text.src.get(before..t.span.start()));
    i == 0 || gap.is_some_and(|gap| gap.contains(['\n', '\r']))
}

/// Nothing but names and agencies.
fn is_credit_alone(text: &Text, first: usize, end: usize) -> bool {
    let named = (first..end).any(|i| text.is(i, CREDIT) || text.is_name(i));
    let only = |i: usize| {
        text.is(i, CREDIT.or(class::BY).or(class::FURNITURE)) || text.capital(i) || text.kind(i) != Some(Kind::Word)
    };
    named && (first..end).all(only)
}

/// Where the credit of a caption begins: “© Luc Aubin”, “(Luc Aubin / AFP)”, “– Luc Aubin”, “photo Luc Aubin”.
fn credit(text: &Text, first: usize, end: usize) -> Option<usize> {
    let name = |i: usize| text.is_name(i) || text.is(i, CREDIT);
    let before = |i: usize| {
        // The name before the agency, and the sign before the name.
        let start = (first..i).rev().find(|k| !text.is_name(*k) && !text.sign(*k, "/")).map_or(first, |k| k + 1);
        if start > first && text.is(start - 1, class::CAPTION_LABEL) { start - 1 } else { start }
    };
    (first..end).find_map(|i| {
        let opens = matches!(text.word(i), "(" | "[" | "–" | "—" | "-" | "|") && !text.glued(i + 1) | !text.glued(i)
            || text.word(i) == "(";
        // A bracket or dash with names alone behind it, at the end.
        let closing = |k: &usize| !name(*k) && text.kind(*k) == Some(Kind::Word);
        let group = opens && name(i + 1) && i + 1 < end && !(i + 1..end).any(|k| closing(&k));
        let behind = if text.sign(i + 1, ":") { i + 2 } else { i + 1 };
        let photo = text.is(i, class::CAPTION_LABEL) && text.is_name(behind) && behind < end;
        (group || photo).then_some(i).or_else(|| text.is(i, CREDIT).then(|| before(i)))
    })
}

/// A country, a name behind a preposition of place, or a noun and the name of where it is: “à Gao”, “the port of Dover”.
fn is_place(text: &Text, first: usize, i: usize) -> bool {
    if text.is(i, CREDIT.or(class::HONORIFIC)) || !(text.is_name(i) || text.is(i, class::STATE)) {
        return false;
    }
    if text.is(i, class::STATE) && !text.is(i, class::DEMONYM) {
        return true;
    }
    let person = class::ROLE
        .or(class::PROFESSION)
        .or(class::PERSON)
        .or(class::SPOKES)
        .or(class::FAMILY)
        .or(class::HONORIFIC)
        .or(class::CAPTION_LABEL)
        .or(class::DEMONYM);
    let unlisted = |k: usize| text.token(k).is_some_and(|t| t.kind == Kind::Word && t.is_unlisted());
    let noun = |k: usize| {
        (text.is(k, class::NOUN.or(class::INSTITUTION)) || unlisted(k)) && !text.capital(k) && !text.is(k, person)
    };
    let thing = |k: usize| k >= first && noun(k);
    let Some(mut before) = i.checked_sub(1) else { return false };
    if text.is(before, class::DEF) && !text.is(before, class::LOCATIVE.or(class::OF)) && before > first {
        before -= 1;
    }
    let of =
        text.is(before, class::OF) && before > first && (thing(before - 1) || before > first + 1 && thing(before - 2));
    let behind = !text.lang.romance && noun(i + 1);
    before >= first && (text.is(before, class::LOCATIVE) || of || text.lang.romance && thing(before)) || behind
}

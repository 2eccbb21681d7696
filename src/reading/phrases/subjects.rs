//! Subjects: the noun phrase that a verb belongs to, over dates, places, relative clauses and insertions.

use super::appositions::{before_apposition, before_bare};
use super::{DETERMINER, SPEAKER, begins, clause_start, holds_speaker, is_finite, right};
use crate::lang::class;
use crate::text::{Kind, Text};

/// The first token of the subject whose verb group begins at token `verb`; the subject ends at the second value.
pub fn subject(text: &Text, verb: usize) -> Option<(usize, usize)> {
    let sentence = text.sentence(text.sentence_of(verb));
    let mut end = verb;
    // “Le maire, jeudi, a dit”; “Hill on Tuesday said”; “the bank this month said”; “who in 2010 said”
    while end > sentence.first {
        let last = end - 1;
        let dated = text.is(last, class::WEEKDAY) || text.kind(last) == Some(Kind::Number);
        if dated && last > sentence.first && text.is(last - 1, class::PREP.or(class::TO)) {
            end -= 2;
        } else if text.is(last, class::ANONYMITY)
            || (text.is(last, class::ADV.or(class::HEARSAY).or(class::CLITIC).or(class::WEEKDAY).or(class::NEG))
                || text.sign(last, ",") && text.is(last.wrapping_sub(1), class::WEEKDAY)
                || text.is(last, class::DURATION) && text.is(last.wrapping_sub(1), class::DEM.or(class::ADV)))
                && !text.is(last, class::PRON)
                && !text.is_name(last)
            || text.is(last, class::DEM) && text.is(last + 1, class::DURATION)
        {
            end -= 1;
        } else {
            break;
        }
    }
    // “the sum that he says he raised”: a pronoun right before the verb is the subject.
    if end > sentence.first && text.is(end - 1, class::PRON) && !text.is(end - 1, class::PRON_LAST) {
        return Some((end - 1, end));
    }
    let floor = clause_start(text, end, sentence.first);
    // What stands behind a preposition or inside a noun phrase is no subject.
    let inner = class::PREP.or(class::BY).or(class::WITH).or(class::OF).or(class::TO).or(DETERMINER).or(class::ADJ);
    let object = |s: usize| is_finite(text, s - 1) && !text.is(s - 1, class::SAY.or(class::NOUN));
    let may_open = |s: usize| s == floor || !text.is(s - 1, inner) && !object(s) || text.is(s - 1, class::PRON);
    let found = chain(text, floor, end, may_open);
    if let Some((start, stop)) = found.filter(|(s, e)| holds_speaker(text, *s, *e)) {
        let start = before_apposition(text, start, sentence.first);
        let start = if text.lang.romance { before_bare(text, start, sentence.first) } else { start };
        return Some((start, stop));
    }
    behind_insertion(text, end, sentence.first).or(found)
}

/// The first noun phrase that reaches token `end`, over what places it: “les sources citées par la radio”, “l'envoyée
/// du journal au Caire”. A noun phrase behind a preposition opens none, nor does a word inside it.
pub(super) fn chain(text: &Text, floor: usize, end: usize, may_open: impl Fn(usize) -> bool) -> Option<(usize, usize)> {
    let places = class::PREP.or(class::BY).or(class::VIA).or(class::TO);
    let mut s = floor;
    while s < end {
        // “elected officials say”
        let led = s == floor && text.is(s, class::PP) && text.is(s + 1, SPEAKER) && !text.lang.romance;
        let head = s + usize::from(led);
        let Some(mut reached) = begins(text, head).then(|| right(text, head)).flatten() else {
            s += 1;
            continue;
        };
        let first = reached;
        while reached < end && !text.is(reached, class::ACCORDING.or(class::BUT)) {
            // “in Ohio and around the country”
            let and = usize::from(text.is(reached, class::AND));
            if !text.is(reached + and, places) {
                // “experts on Peru and mining”: the second of what they are placed by.
                let second = right(text, reached + 1).filter(|e| and == 1 && reached > first && *e >= end);
                reached = second.unwrap_or(reached);
                break;
            }
            reached += and;
            let Some(next) = right(text, if text.is(reached, class::DEF) { reached } else { reached + 1 }) else {
                break;
            };
            reached = next;
        }
        // “les équipes ayant participé au tournage”
        if reached < end && text.is(reached, class::GER) {
            let object = (reached + 1..end.min(reached + 6)).find(|k| text.is(*k, DETERMINER) && begins(text, *k));
            reached = object.and_then(|k| right(text, k)).unwrap_or(reached);
        }
        if may_open(s) && reached >= end {
            // What was done to the source is no part of it.
            let done = text.is(first, class::BY) && text.is(first - 1, class::PP) && !text.is(first - 1, class::NOUN);
            return Some((s, if done { first - 1 } else { end }));
        }
        s = if may_open(s) { s + 1 } else { first.max(s + 1) };
    }
    None
}

/// A subject parted from its verb by an insertion: “Le maire, qui dirige la ville, a dit”, “Finn, a midwife, said”.
fn behind_insertion(text: &Text, end: usize, first: usize) -> Option<(usize, usize)> {
    let close = end.checked_sub(1).filter(|c| *c > first)?;
    let dash = matches!(text.word(close), "–" | "—" | ")");
    if !text.sign(close, ",") && !dash {
        // “le ministre qui dirige la ville a dit”: no comma; the relative clause is short.
        return relative_subject(text, end, first);
    }
    let opening = |k: &usize| if dash { matches!(text.word(*k), "–" | "—" | "(") } else { text.sign(*k, ",") };
    // The nearest comma that a noun phrase of its own stands before; further ones part the insertions.
    let inner = class::PREP.or(class::BY).or(class::WITH).or(class::OF).or(class::TO);
    let (start, open) = (first..close).rev().take(40).filter(opening).take(4).find_map(|open| {
        let floor = clause_start(text, open, first);
        let (start, _) = chain(text, floor, open, |s| s == floor || !text.is(s - 1, inner.or(DETERMINER)))?;
        let inside = start > floor && floor > 0 && text.is_pause(floor - 1);
        (dash || !inside).then_some((start, open))
    })?;
    // “Kevin Bard, a lawyer at Bail, who …”: what was found may itself stand behind a name.
    let fuller = start
        .checked_sub(1)
        .filter(|c| *c > first && text.sign(*c, ",") && text.is(start, class::INDEF.or(class::DEF)));
    let start = fuller
        .and_then(|comma| {
            let floor = clause_start(text, comma, first);
            let named = begins(text, floor) && right(text, floor).is_some_and(|e| e >= comma);
            (named && (floor..comma).any(|k| text.is_name(k))).then_some(floor)
        })
        .unwrap_or(start);
    let start = if text.lang.romance { before_apposition(text, before_bare(text, start, first), first) } else { start };
    // Appositions belong to the source; a relative clause does not, nor what tells when and how.
    let aside = class::REL
        .or(class::GER)
        .or(class::PP)
        .or(class::SUBORD)
        .or(class::PREP)
        .or(class::WEEKDAY)
        .or(class::ANONYMITY);
    let head = (start + 1..open).find(|k| text.is(*k, class::OF.or(class::PREP))).unwrap_or(open);
    let paper = (start..head).any(|k| text.is(k, class::DOC));
    let beside = |k: &usize| opening(k) && (dash || paper || text.is(k + 1, aside.or(class::ADV).or(class::WITH)));
    Some((start, (open..close).find(beside).unwrap_or(close)))
}

/// “les habitants qui fuient la zone disent”
fn relative_subject(text: &Text, end: usize, first: usize) -> Option<(usize, usize)> {
    let opens = |k: usize| {
        text.is(k, class::REL)
            || text.is(k, class::PP) && k > first && !text.is(k - 1, class::HAVE.or(class::BE).or(class::ADV))
    };
    let near = (first + 1..end).rev().take(25).take_while(|k| !text.is_pause(*k));
    // “who ordered that change”: the word nearest the verb may be a determiner.
    let mut opening = near.filter(|k| opens(*k)).peekable();
    let determiner = opening.peek().is_some_and(|k| text.is(*k, class::DEM));
    opening.take(if determiner { 3 } else { 1 }).find_map(|relative| {
        let floor = clause_start(text, relative, first);
        let phrase = |s: &usize| begins(text, *s) && right(text, *s) == Some(relative);
        (floor..relative).find(phrase).map(|s| (s, relative))
    })
}

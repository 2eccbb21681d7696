//! Words between quotation marks that are others now, and marks that came or went around the same words.

use super::{Draft, Versions, clause, stem, whole};
use crate::lang::class;
use crate::order::{self, Index};
use crate::reading::Reading;
use crate::report::{ChangeKind, Severity};
use crate::text::{Kind, Quote, Span, Text};

/// Fewer words are a term, not speech.
const SPEECH: usize = 4;
/// Fewer words with content are a turn of phrase.
const CONTENT: usize = 3;
/// Quotations that a word may stand in and still tell one from another.
const RARE: usize = 16;
/// Older quotations that one is compared with, those that share most words.
const CLOSEST: usize = 4;
/// Words of one quotation that are compared.
const LONGEST: usize = 200;

/// A quotation by its words.
struct Speech<'q> {
    quote: &'q Quote,
    /// Its words without the comma that leads over to the speaker.
    place: Span,
    words: Vec<String>,
    /// Stems of its words with content, in order.
    stems: Vec<String>,
    /// Runs of words between the places where something was left out or put in.
    pieces: Vec<Vec<String>>,
}

pub fn changes(versions: &Versions) -> Vec<Draft> {
    let (older, newer) = (versions.older, versions.newer);
    let (old, new) = (speeches(older), speeches(newer));
    let mut places = Index::new();
    for (i, speech) in old.iter().enumerate() {
        for word in &speech.stems {
            let here = places.entry(word.clone()).or_default();
            if here.last() != Some(&i) {
                here.push(i);
            }
        }
    }
    let mut used = vec![false; old.len()];
    let mut drafts = Vec::new();
    let mut fresh = Vec::new();
    let mut altered = Vec::new();
    for speech in &new {
        let near = nearest(speech, &places);
        let known: Vec<usize> =
            near.iter().copied().filter(|i| old.get(*i).is_some_and(|one| agree(one, speech))).collect();
        known.iter().filter_map(|i| used.get_mut(*i).map(|slot| *slot = true)).count();
        if known.is_empty() {
            altered.push((speech, near));
        }
    }
    for (speech, near) in altered {
        let free = near.into_iter().filter(|i| !used.get(*i).copied().unwrap_or(true));
        let close = free.filter_map(|i| Some((shared(&old.get(i)?.words, &speech.words), i)));
        let best = close.filter(|(n, i)| old.get(*i).is_some_and(|one| one_saying(one, speech, *n))).max();
        match best {
            Some((_, i)) => {
                if let Some(slot) = used.get_mut(i) {
                    *slot = true;
                }
                if let Some(one) = old.get(i) {
                    let kind = ChangeKind::QuotationAltered;
                    drafts.push(Draft::new(kind, Severity::Error, one.place, speech.place));
                }
            }
            None => fresh.push(speech),
        }
    }
    drafts.extend(fresh.into_iter().filter_map(|speech| quoted(versions, speech)));
    let gone = old.iter().zip(&used).filter(|(_, used)| !**used).map(|(one, _)| one);
    drafts.extend(gone.filter_map(|speech| unquoted(versions, speech)));
    drafts
}

/// The quotations of speech, with their words outside of “said he”.
fn speeches<'r>(reading: &'r Reading) -> Vec<Speech<'r>> {
    let text = &reading.text;
    let outer = text.quotes.iter().filter(|q| q.parent.is_none() && q.closed);
    outer.map(|quote| speech(reading, quote)).filter(|s| s.words.len() >= SPEECH && s.stems.len() >= CONTENT).collect()
}

fn speech<'r>(reading: &'r Reading, quote: &'r Quote) -> Speech<'r> {
    let text = &reading.text;
    let (mut words, mut stems, mut pieces) = (Vec::new(), Vec::new(), vec![Vec::new()]);
    let mut bracket = false;
    for i in (quote.first..quote.end).take(LONGEST) {
        let told = |(_, a): (usize, &crate::reading::Attribution)| {
            a.cue.iter().chain(&a.source).any(|(x, y)| (*x..*y).contains(&i)) && a.says(quote.first)
        };
        let opens = matches!(text.word(i), "[" | "(");
        let gap = opens
            || bracket
            || matches!(text.word(i), "…" | "...")
            || reading.attributions_at(text.sentence_of(i)).take(CLOSEST).any(told);
        bracket = (bracket || opens) && !matches!(text.word(i), "]" | ")");
        if gap {
            if pieces.last().is_some_and(|piece| !piece.is_empty()) {
                pieces.push(Vec::new());
            }
            continue;
        }
        if !matches!(text.kind(i), Some(Kind::Word | Kind::Number)) {
            continue;
        }
        let word = whole(text, i);
        if let Some(piece) = pieces.last_mut() {
            piece.push(word.clone());
        }
        words.push(word);
        if !text.is(i, class::STOP) && text.kind(i) == Some(Kind::Word) {
            stems.push(stem(text, i));
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    let end = quote.end - usize::from(text.sign(quote.end.saturating_sub(1), ","));
    Speech { quote, place: text.span(quote.first, end), words, stems, pieces }
}

/// The older quotations that share most words with this one.
fn nearest(speech: &Speech, places: &Index) -> Vec<usize> {
    let rare = |word: &String| places.get(word).filter(|here| here.len() <= RARE);
    let mut met: Vec<usize> = speech.stems.iter().filter_map(rare).flatten().copied().collect();
    order::by_key(&mut met, |i| (*i, 0));
    let mut counted: Vec<(usize, usize)> = Vec::new();
    for i in met {
        match counted.last_mut().filter(|(last, _)| *last == i) {
            Some((_, n)) => *n += 1,
            None => counted.push((i, 1)),
        }
    }
    order::by_key(&mut counted, |(i, n)| (usize::MAX - n, *i));
    counted.into_iter().take(CLOSEST).map(|(i, _)| i).collect()
}

/// Whether one has all words of the other, in order and without others between but where it says so.
fn agree(one: &Speech, other: &Speech) -> bool {
    let within = |short: &Speech, long: &Speech| {
        let mut at = 0;
        short.pieces.iter().all(|piece| {
            let rest = long.words.get(at..).unwrap_or_default();
            let found = rest.windows(piece.len().max(1)).position(|run| run == piece.as_slice());
            at += found.map_or(0, |n| n + piece.len());
            found.is_some()
        })
    };
    within(other, one) || within(one, other)
}

/// How many words stand in both in the same order.
fn shared(a: &[String], b: &[String]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for word in a {
        let mut diagonal = 0;
        for (j, other) in b.iter().enumerate() {
            let left = row.get(j).copied().unwrap_or(0);
            let Some(slot) = row.get_mut(j + 1) else { break };
            let above = *slot;
            *slot = if word == other { diagonal + 1 } else { above.max(left) };
            diagonal = above;
        }
    }
    row.last().copied().unwrap_or(0)
}

/// Whether the two are one saying in other words, by the words that they share.
fn one_saying(one: &Speech, other: &Speech, shared: usize) -> bool {
    let shorter = one.words.len().min(other.words.len());
    let stems = one.stems.iter().filter(|stem| other.stems.contains(stem)).count();
    let fewer = one.stems.len().min(other.stems.len());
    5 * shared >= 3 * shorter && 2 * stems >= fewer && stems >= 2
}

/// Marks around what was the paper's own wording.
fn quoted(versions: &Versions, speech: &Speech) -> Option<Draft> {
    let newer = &versions.newer.text;
    let mut links = versions.of(newer.sentence_of(speech.quote.first));
    let place = links.find_map(|link| outside(&versions.older.text, link.before, speech))?;
    let mut draft = Draft::new(ChangeKind::QuotationAltered, Severity::Warning, place, speech.place);
    draft.told = "quotation-altered-quoted";
    Some(draft)
}

/// Words that lost their marks.
fn unquoted(versions: &Versions, speech: &Speech) -> Option<Draft> {
    let older = &versions.older.text;
    let link = versions.alignment.became.get(older.sentence_of(speech.quote.first)).copied().flatten()?;
    let place = outside(&versions.newer.text, link.after, speech)?;
    let mut draft = Draft::new(ChangeKind::QuotationAltered, Severity::Info, speech.place, place);
    draft.told = "quotation-altered-unquoted";
    Some(draft)
}

/// Where sentence `s` says nearly all that the quotation says, without marks.
fn outside(text: &Text, s: usize, speech: &Speech) -> Option<Span> {
    let sentence = text.sentence(s);
    if sentence.end - sentence.first > super::LONGEST {
        return None;
    }
    let plain =
        |i: &usize| text.quote_of(*i).is_none() && text.kind(*i) == Some(Kind::Word) && !text.is(*i, class::STOP);
    let places: Vec<usize> = (sentence.first..sentence.end).filter(plain).collect();
    let stems: Vec<String> = places.iter().map(|i| stem(text, *i)).collect();
    if 4 * shared(&speech.stems, &stems) < 3 * speech.stems.len() {
        return None;
    }
    let mut same = places.iter().zip(&stems).filter(|(_, stem)| speech.stems.contains(stem)).map(|(i, _)| *i);
    let first = same.next()?;
    Some(clause(text, first, same.next_back().unwrap_or(first) + 1))
}

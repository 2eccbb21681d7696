//! What silences or lowers a check, decided once for all: history, hypothesis, page furniture, verification.

use super::{DateKind, DateMention, Figure, Reading, phrases};
use crate::lang::class;
use crate::report::SourceKind;
use crate::text::Text;

/// Days before publication after which something is history.
const HISTORY: i32 = 366;

/// Whether sentence `s` says that something was, or could not be, verified.
pub fn verifies(text: &Text, s: usize) -> bool {
    let sentence = text.sentence(s);
    let mut tokens = sentence.first..sentence.end;
    if tokens.clone().any(|i| text.is(i, class::VERIFICATION)) {
        return true;
    }
    // “n'a pas pu vérifier ce bilan”: a verb of verifying, denied or done by the paper itself or by somebody neutral.
    let has = |classes| (sentence.first..sentence.end).any(|k| text.is(k, classes));
    tokens.any(|i| {
        text.is(i, class::VERIFY) && text.is(i, class::VERB) && {
            let mut before = i.saturating_sub(6).max(sentence.first)..i;
            let denied =
                before.clone().any(|k| text.is(k, class::NEG.or(class::ZERO)) || phrases::opens_negation(text, k));
            // “Nous n'avons pas pu vérifier”, “n'a pas été confirmé par d'autres sources”
            let ours = before.clone().any(|k| text.is(k, class::PRON_FIRST)) && denied;
            let could = before.any(|k| text.is(k, class::MODAL));
            let other = denied && has(class::OTHER) && has(class::ANONYMOUS);
            ours || other || (denied || could) && (has(class::MEDIA.or(class::NEUTRAL)) || denied && could)
        }
    })
}

/// Whether the figure belongs to an earlier event: the sentence is dated long before publication, says
/// so, or tells what came before another event.
pub fn is_background(reading: &Reading, figure: &Figure) -> bool {
    is_history(reading, figure.sentence)
        || {
            let (text, sentence) = (&reading.text, reading.text.sentence(figure.sentence));
            // “up from 38 dead a day earlier”: what stands before the word is as new as the rest.
            let behind = (figure.end..sentence.end.min(figure.end + 4)).take_while(|i| !text.is_pause(*i));
            // “… mais un nouveau bilan fait état de 50 morts”: the other side of a contrast is now.
            let opens = text.is(sentence.first, class::BUT);
            let from = (sentence.first..figure.first + 1).rev().find(|i| {
                text.sign(i.wrapping_sub(1), ",")
                    && (text.is(*i, class::BUT) || opens && !text.is(*i, class::REL.or(class::INCLUDING)))
            });
            // “earlier this week”, “earlier on Monday” is now.
            let now = class::DEM.or(class::RELATIVE_DAY).or(class::PREP);
            (from.unwrap_or(sentence.first)..figure.end)
                .chain(behind)
                .any(|i| text.is(i, class::FORMER) && !(text.is(i, class::ADV) && text.is(i + 1, now)))
        }
        || after_event(&reading.text, figure)
}

/// “après une embuscade qui en a tué 15”, “since a raid that killed 12”: another event before this one.
fn after_event(text: &Text, figure: &Figure) -> bool {
    let sentence = text.sentence(figure.sentence);
    let event = class::FIGHT.or(class::ACCIDENT);
    let from = sentence.first.max(figure.first.saturating_sub(24));
    (from..figure.first).any(|k| {
        let noun = || (k + 2..figure.first.min(k + 5)).find(|j| text.is(*j, event));
        text.is(k, class::AFTER)
            && text.is(k + 1, class::INDEF)
            && noun().is_some_and(|j| (j..figure.first).any(|r| text.is(r, class::REL)))
    })
}

/// For each sentence, whether it is dated more than about a year before publication, or in a bare year long past.
pub fn history(reading: &Reading) -> Vec<bool> {
    let published = reading.published.map(|(day, _)| day);
    let latest = reading.dates.iter().filter_map(|d| d.year).max();
    // Without a publication date, a year well before the latest one in the text is past.
    let past_year = |y: i32| y < 2012 || latest.is_some_and(|l| y + 2 <= l);
    let past = |date: &DateMention| match (published, date.to.or(date.from)) {
        (Some(published), Some(day)) => published.to_julian_day() - day.to_julian_day() > HISTORY,
        _ => date.kind != DateKind::Relative && date.year.is_some_and(past_year),
    };
    // “il y a dix ans”: however few, they are another time than now.
    let years_ago = |date: &DateMention| date.kind == DateKind::Year && date.year.is_none();
    // “depuis 1950” lasts until now.
    let until_now = |date: &DateMention| {
        let before = date.first.wrapping_sub(1);
        reading.text.is(before, class::SUP_SCOPE) && reading.text.is(before, class::AFTER)
    };
    (0..reading.text.sentences.len())
        .map(|s| {
            reading.sentence_has(s, class::PAST_YEAR)
                || reading.dates_in(s).any(|date| !until_now(date) && (past(date) || years_ago(date)))
        })
        .collect()
}

/// Whether sentence `s` tells of something long past.
pub fn is_history(reading: &Reading, s: usize) -> bool {
    reading.history.get(s).copied().unwrap_or(false)
}

/// “Lire aussi”, a credit, a caption, a byline: no sentence of the article.
pub fn is_furniture(text: &Text, s: usize) -> bool {
    let sentence = text.sentence(s);
    (sentence.first..(sentence.first + 2).min(sentence.end)).any(|i| text.is(i, class::FURNITURE))
}

/// A question asks; it asserts nothing.
pub fn is_question(text: &Text, s: usize) -> bool {
    let sentence = text.sentence(s);
    (sentence.end.saturating_sub(3)..sentence.end).any(|i| text.word(i) == "?")
}

/// Whether token `i` stands inside a quotation.
pub fn quoted(text: &Text, i: usize) -> bool {
    text.quote_of(i).is_some()
}

/// Whether what stands at token `i` is said by a named person, not by the paper.
pub fn said_by_named_person(reading: &Reading, i: usize) -> bool {
    let named = |s: &super::Source| s.is_named() && matches!(s.kind, SourceKind::Person | SourceKind::Official);
    reading.saying(i).any(|(_, a)| reading.source(a).is_some_and(named))
}

/// Whether sentence `s` only supposes: “could”, “auraient”, “si”, “would have”.
pub fn is_doubtful(text: &Text, s: usize) -> bool {
    let sentence = text.sentence(s);
    doubts(text, sentence.first..sentence.end)
}

/// Whether a word among `tokens` makes them a supposition.
pub fn doubts(text: &Text, mut tokens: std::ops::Range<usize>) -> bool {
    tokens.any(|i| {
        // “in May”, “may have”
        let verb = || !text.capital(i) && text.is(i + 1, class::HAVE.or(class::BE).or(class::ADV).or(class::VERB));
        // “is due to rain”, not “is due to open”
        let due = text.is(i, class::EXPLAIN) && !text.is(i + 1, class::INF);
        text.is(i, class::MODAL.or(class::FUTURE)) && !due && (!text.is(i, class::NOUN.or(class::MONTH)) || verb())
            || text.is(i, class::COND) && !text.is(i, class::FIN)
            || text.is(i, class::IF)
    })
}

/// Whether what stands at token `i` is said by a source, not by the paper.
pub fn said(reading: &Reading, i: usize) -> bool {
    reading.saying(i).any(|(_, a)| a.source.is_some() || a.speaker.is_some())
}

/// A count per year or day tells of no event: “65 000 décès par an”.
pub fn is_rate(text: &Text, figure: &Figure) -> bool {
    let sentence = text.sentence(figure.sentence);
    (sentence.first..sentence.end).any(|i| text.is(i, class::YEAR_RATE))
}

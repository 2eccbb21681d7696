//! What silences or lowers a check, decided once for all: history, hypothesis, page furniture, verification.

use super::{DateKind, Figure, Reading};
use crate::lang::class;
use crate::text::Text;

/// Days before publication after which something is history.
const HISTORY: i64 = 366;

/// Whether sentence `s` says that something was, or could not be, verified.
pub fn verifies(text: &Text, s: usize) -> bool {
    let sentence = text.sentence(s);
    let mut tokens = sentence.first..sentence.end;
    if tokens.clone().any(|i| text.is(i, class::VERIFICATION)) {
        return true;
    }
    // “n'a pu vérifier ces chiffres”: a verb of verifying, denied or done by the paper itself.
    tokens.any(|i| {
        text.is(i, class::VERIFY) && text.is(i, class::VERB) && {
            let denied = (i.saturating_sub(6).max(sentence.first)..i)
                .any(|k| text.is(k, class::NEG) || text.is(k, class::CLITIC) && text.fold(k).starts_with('n'));
            let media = (sentence.first..sentence.end).any(|k| text.is(k, class::MEDIA));
            let could = (i.saturating_sub(6).max(sentence.first)..i)
                .any(|k| text.is(k, class::VERB.or(class::MODAL)) && text.is(k, class::MODAL));
            (denied || could) && (media || denied && could)
        }
    })
}

/// Whether the figure belongs to an earlier event: the sentence is dated long before publication, or says so.
pub fn is_background(reading: &Reading, figure: &Figure) -> bool {
    is_history(reading, figure.sentence) || {
        let sentence = reading.text.sentence(figure.sentence);
        // “un mois après une attaque qui en avait fait 89”
        (sentence.first..sentence.end).any(|i| reading.text.is(i, class::FORMER.or(class::PAST_YEAR)))
    }
}

/// Whether sentence `s` is dated more than about a year before publication, or in a bare year long past.
pub fn is_history(reading: &Reading, s: usize) -> bool {
    let sentence = reading.text.sentence(s);
    if (sentence.first..sentence.end).any(|i| reading.text.is(i, class::PAST_YEAR)) {
        return true;
    }
    let published = reading.published.map(|(day, _)| day);
    let latest = reading.dates.iter().filter_map(|d| d.year).max();
    reading.dates.iter().filter(|d| d.first >= sentence.first && d.end <= sentence.end).any(|date| {
        match (published, date.to.or(date.from)) {
            (Some(published), Some(day)) => (published - day).whole_days() > HISTORY,
            // Without a publication date, a year well before the latest one in the text is past.
            _ => {
                date.kind != DateKind::Relative
                    && date.year.is_some_and(|y| y < 1990 || latest.is_some_and(|l| y + 2 <= l))
            }
        }
    })
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
    reading.attributions.iter().any(|a| {
        a.says(i)
            && reading.source(a).is_some_and(|s| {
                s.is_named()
                    && matches!(s.kind, crate::report::SourceKind::Person | crate::report::SourceKind::Official)
            })
    })
}

/// A count per year or day tells of no event: “65 000 décès par an”.
pub fn is_rate(text: &Text, figure: &Figure) -> bool {
    (figure.end..figure.end + 4).any(|i| text.is(i, class::YEAR_RATE)) || {
        let sentence = text.sentence(figure.sentence);
        (sentence.first..sentence.end).any(|i| text.is(i, class::YEAR_RATE))
    }
}

//! Speech without a verb: a quotation that runs on, one behind a colon, one in a paragraph of its own.

use super::{Attribution, content};
use crate::lang::class;
use crate::reading::phrases;
use crate::report::Form;
use crate::text::{Kind, Quote, Text};

/// Shortest quotation that is speech by itself, in words.
const SPEECH: usize = 4;
/// As many words as anybody asks about.
const MANY: usize = 16;

/// Gives every quotation that no cue has taken its attribution, where the text shows whose it is.
pub fn floating(text: &Text, found: &mut Vec<Attribution>) {
    let said = super::covered(text, found.iter().flat_map(|a| a.content.iter().copied()));
    let place = |a: &Attribution| a.cue.first().map_or(a.first(), |c| c.0);
    // The attributions with a cue stand in order; those made here follow the quotations.
    let (cued, mut next, mut last) = (found.len(), 0, None);
    for quote in text.quotes.iter().filter(|q| q.parent.is_none()) {
        while next < cued && found.get(next).is_some_and(|a| place(a) < quote.first) {
            last = Some(next);
            next += 1;
        }
        let taken = said.iter().take(quote.end).skip(quote.first).any(|s| *s);
        if taken || words(text, quote) < 2 {
            continue;
        }
        let sentence = text.sentence(text.sentence_of(quote.first));
        let opens = quote.first <= sentence.first + 1;
        let mark = quote.first.saturating_sub(1);
        let paragraph = |a: &Attribution| text.sentence(text.sentence_of(place(a))).paragraph;
        if let Some(attribution) = last.and_then(|i| found.get_mut(i)) {
            let quoted = attribution.content.iter().any(|(a, b)| (*a..*b).any(|i| text.quote_of(i).is_some()));
            if opens && quoted && paragraph(attribution) == sentence.paragraph {
                attribution.content.extend(content::trim(text, mark, quote.end + usize::from(quote.closed)));
                continue;
            }
        }
        let mut attribution = Attribution::new(text, quote.first);
        attribution.content = vec![(quote.first, quote.end)];
        // A paragraph of nothing but speech goes on with the last speaker.
        let whole = opens
            && words(text, quote) >= SPEECH
            && (quote.end + 3 >= sentence.end || text.sentence_of(quote.end) != text.sentence_of(quote.first));
        let near = |a: &Attribution| sentence.paragraph.saturating_sub(paragraph(a)) <= 1 && !a.hearsay;
        let colon_at = text.sentence_of(mark.saturating_sub(1));
        // “Il juge la loi mauvaise : « … »”: the cue has told already who speaks.
        let fresh = !last.and_then(|i| found.get(i)).is_some_and(|a| text.sentence_of(place(a)) == colon_at);
        if let Some(source) = signature(text, quote.end + usize::from(quote.closed)) {
            attribution.source = Some(source);
        } else if let Some(source) = colon(text, quote).or_else(|| blunt(text, quote)).filter(|_| fresh) {
            attribution.source = Some(source);
            // “Le maire s'emporte : « … »”
            let verb = source.1 + 2 == mark - 1 && text.is(source.1, class::CLITIC);
            attribution.cue = vec![(if verb { source.1 } else { mark - 1 }, mark - usize::from(verb))];
        } else if !(whole && last.and_then(|i| found.get(i)).is_some_and(near)) {
            continue;
        }
        found.push(attribution);
        last = Some(found.len() - 1);
    }
}

/// “Nous avons eu peur. — Awa Sow, infirmière”: a paragraph of speech without marks, signed at its end.
pub fn signed(text: &Text, found: &mut Vec<Attribution>) {
    let told = super::covered(text, found.iter().flat_map(|a| a.cue.iter().copied()));
    let mut opening = 0;
    for (i, sentence) in text.sentences.iter().enumerate() {
        if i > 0 && text.sentence(i - 1).paragraph != sentence.paragraph {
            opening = sentence.first;
        }
        if !text.lang.romance || text.sentences.get(i + 1).is_some_and(|s| s.paragraph == sentence.paragraph) {
            continue;
        }
        let dash = (sentence.first..sentence.end).rev().take(16).find(|k| matches!(text.word(*k), "—" | "–"));
        let Some((dash, source)) = dash.and_then(|k| Some((k, signature(text, k)?))) else { continue };
        let speaks = (opening..dash).any(|k| text.is(k, class::PRON_FIRST));
        let marked = (opening..dash).any(|k| text.quote_of(k).is_some());
        let told = told.iter().take(dash).skip(opening).any(|t| *t);
        if speaks && !marked && !told && source.1 + 8 >= sentence.end {
            let mut attribution = Attribution::new(text, opening);
            attribution.source = Some(source);
            attribution.content.extend(content::trim(text, opening, dash));
            attribution.form = Form::Direct;
            found.push(attribution);
        }
    }
}

/// “« … » — Awa Sow, infirmière”: who signs behind a dash, where speech ends at token `end`.
fn signature(text: &Text, end: usize) -> Option<super::Range> {
    let dash = (end..end + 2).find(|k| !matches!(text.word(*k), "." | "…"))?;
    let after = dash + 1;
    if !matches!(text.word(dash), "—" | "–" | "-") || !text.is_name(after) && !text.capital(after) {
        return None;
    }
    let source = phrases::right(text, after)?;
    let sentence = text.sentence(text.sentence_of(after));
    let named = (after..source).any(|k| text.is_name(k));
    (named && !(after..sentence.end).any(|k| phrases::is_finite(text, k))).then_some((after, source))
}

/// Words between the marks, at most [`MANY`]: marks that nobody closes would have each count the rest of the text.
pub fn words(text: &Text, quote: &Quote) -> usize {
    (quote.first..quote.end).filter(|i| matches!(text.kind(*i), Some(Kind::Word | Kind::Number))).take(MANY).count()
}

/// “Même constat chez les pêcheurs : « … »”: the speaker stands before the colon, without a verb.
fn colon(text: &Text, quote: &Quote) -> Option<super::Range> {
    let mark = quote.first.checked_sub(1)?;
    let colon = mark.checked_sub(1).filter(|k| text.sign(*k, ":"))?;
    let sentence = text.sentence(text.sentence_of(colon));
    let start = (sentence.first..colon).find(|s| {
        phrases::begins(text, *s) && phrases::right(text, *s) == Some(colon) && phrases::holds_speaker(text, *s, colon)
    })?;
    // “Le maire a réagi à l'annonce de la banque : « … »”
    if let Some(verb) = (sentence.first..start).find(|k| text.lang.romance && phrases::is_finite(text, *k)) {
        return phrases::subject(text, verb).filter(|(a, b)| phrases::holds_speaker(text, *a, *b));
    }
    (!text.is(start, class::DEM)).then_some((start, colon))
}

/// “He was blunt: « … »”: the subject of a short clause that a colon closes.
fn blunt(text: &Text, quote: &Quote) -> Option<super::Range> {
    let colon = quote.first.checked_sub(2).filter(|k| text.sign(*k, ":"))?;
    let first = text.sentence(text.sentence_of(colon)).first;
    let whole = quote.closed && colon <= first + 10 && text.capital(quote.first);
    let end = phrases::right(text, first).filter(|_| phrases::begins(text, first))?;
    let subject = phrases::holds_speaker(text, first, end) && phrases::is_verbal(text, end);
    (whole && subject).then_some((first, end))
}

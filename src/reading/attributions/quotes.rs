//! Speech without a verb: a quotation that runs on, one behind a colon, one in a paragraph of its own.

use super::{Attribution, content};
use crate::lang::class;
use crate::reading::phrases::{self, SPEAKER};
use crate::text::{Kind, Quote, Text};

/// Shortest quotation that is speech by itself, in words.
const SPEECH: usize = 4;

/// Gives every quotation that no cue has taken its attribution, where the text shows whose it is.
pub fn floating(text: &Text, found: &mut Vec<Attribution>) {
    for quote in text.quotes.iter().filter(|q| q.parent.is_none()) {
        if found.iter().any(|a| (quote.first..quote.end).any(|i| a.says(i))) || words(text, quote) < 2 {
            continue;
        }
        let sentence = text.sentence(text.sentence_of(quote.first));
        let opens = quote.first <= sentence.first + 1;
        let mark = quote.first.saturating_sub(1);
        // The last attribution before it, in reading order.
        let last = found
            .iter()
            .enumerate()
            .filter(|(_, a)| a.cue.first().is_none_or(|c| c.0 < quote.first) && a.first() < quote.first)
            .max_by_key(|(_, a)| a.cue.first().map_or(a.first(), |c| c.0))
            .map(|(i, _)| i);
        let paragraph =
            |a: &Attribution| text.sentence(text.sentence_of(a.cue.first().map_or(a.first(), |c| c.0))).paragraph;
        if let Some(attribution) = last.and_then(|i| found.get_mut(i)) {
            let quoted = attribution.content.iter().any(|(a, b)| (*a..*b).any(|i| text.quote_of(i).is_some()));
            if opens && quoted && paragraph(attribution) == sentence.paragraph {
                attribution.content.extend(content::trim(text, mark, quote.end + usize::from(quote.closed)));
                continue;
            }
        }
        if let Some(source) = colon(text, quote) {
            let mut attribution = Attribution::new(text, quote.first);
            attribution.source = Some(source);
            attribution.cue = vec![(mark - 1, mark)];
            attribution.content = vec![(quote.first, quote.end)];
            found.push(attribution);
            continue;
        }
        // A paragraph of nothing but speech goes on with the last speaker.
        let whole = opens
            && words(text, quote) >= SPEECH
            && (quote.end + 3 >= sentence.end || text.sentence_of(quote.end) != text.sentence_of(quote.first));
        let near = last
            .and_then(|i| found.get(i))
            .filter(|a| sentence.paragraph - paragraph(a).min(sentence.paragraph) <= 1 && !a.hearsay);
        if whole && let Some(before) = near {
            let mut attribution = Attribution::new(text, quote.first);
            attribution.content = vec![(quote.first, quote.end)];
            // The same entity speaks on: sources are resolved from the words that named it.
            attribution.source = None;
            attribution.speaker = None;
            let _ = before;
            found.push(attribution);
        }
    }
}

/// Words between the marks.
pub fn words(text: &Text, quote: &Quote) -> usize {
    (quote.first..quote.end).filter(|i| matches!(text.kind(*i), Some(Kind::Word | Kind::Number))).count()
}

/// “Même constat chez les pêcheurs : « … »”: the speaker stands before the colon, without a verb.
fn colon(text: &Text, quote: &Quote) -> Option<super::Range> {
    let mark = quote.first.checked_sub(1)?;
    let colon = mark.checked_sub(1).filter(|k| text.sign(*k, ":"))?;
    let sentence = text.sentence(text.sentence_of(colon));
    let start = (sentence.first..colon).find(|s| {
        phrases::begins(text, *s)
            && phrases::right(text, *s) == Some(colon)
            && (*s..colon).any(|k| text.is(k, SPEAKER) || text.is_name(k))
    })?;
    (!text.is(start, class::DEM)).then_some((start, colon))
}

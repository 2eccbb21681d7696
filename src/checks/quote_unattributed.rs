//! A quotation of four words or more whose speaker cannot be found.
//!
//! Reuters wants the speaker named at once. Titles, banners and slogans are exempt.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::lang::class;
use crate::reading::{Reading, attributions};
use crate::report::Severity;
use crate::text::Kind;

/// Fewer words are a term, not speech.
const SPEECH: usize = 4;

pub static CHECK: Check = Check {
    id: "quote-unattributed",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: &[Heed::Furniture],
    examples: &[
        ("fr", "⟨« On n’a plus rien, vraiment plus rien du tout. »⟩ Les pompiers fouillent toujours."),
        ("fr", "« On n’a plus rien », raconte Odile, 52 ans."),
        ("fr", "Il a vu le film « Les quatre saisons de la mer »."),
        ("en", "⟨“There is nothing left of our street.”⟩ Firefighters are still digging."),
        ("en", "“There is nothing left,” said Odile, 52."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    let text = &reading.text;
    for quote in text.quotes.iter().filter(|q| q.parent.is_none() && q.closed && q.continues.is_none()) {
        if attributions::words(text, quote) < SPEECH || (quote.first..quote.end).any(|i| reading.saying(i).next().is_some()) {
            continue;
        }
        let mark = quote.first.saturating_sub(1);
        let titled = (mark.saturating_sub(4)..mark).any(|i| text.is(i, class::WORK.or(class::NICKNAME).or(class::FICTION).or(class::DOC)));
        // A title writes its words with capitals; speech does not.
        let capitals = (quote.first..quote.end).filter(|i| text.capital(*i)).count() * 2 > quote.end - quote.first;
        let (first, last) = (text.sentence_of(quote.first), text.sentence_of(quote.end.saturating_sub(1)));
        let paragraph = text.sentence(first).paragraph;
        let spoken = reading.attributions_near(first.saturating_sub(1), last + 1).any(|(_, a)| {
            (a.source.is_some() || a.hearsay)
                && a.sentence + 1 >= first
                && a.sentence <= last + 1
                && text.sentence(a.sentence).paragraph == paragraph
        });
        // A verb of saying beside the quotation has a speaker, even where the reading did not find whom.
        let beside = (text.sentence(first).first..text.sentence(last).end)
            .any(|i| text.outer_quote(i).is_none() && text.is(i, class::SAY.or(class::QUOTE_VERB)) && text.is(i, class::VERB));
        // Words that a sentence of the paper runs through belong to whoever that sentence speaks of.
        let embedded = mark > text.sentence(first).first && !text.is_pause(mark - 1) && text.kind(mark - 1) != Some(Kind::Mark);
        let spoken = spoken || beside || embedded;
        if !titled && !capitals && !spoken {
            out.flags.push(Finding::on(reading, mark, quote.end + 1));
        }
    }
}

//! A loaded word alone in quotation marks, without a speaker in the sentence.
//!
//! Reuters: such words in single quotation marks judge as much as without them; quote more, or drop the word.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::lang::{Classes, class};
use crate::reading::{Reading, attributions};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "scare-quote-label",
    severity: Severity::Info,
    on_by_default: false,
    heeds: &[Heed::History, Heed::Furniture],
    examples: &[
        ("fr", "La milice a visé des « ⟨terroristes⟩ »."),
        ("fr", "La milice dit avoir visé des « terroristes »."),
        ("en", "The militia hit “⟨terrorists⟩”."),
        ("en", "The militia said it hit “terrorists”."),
    ],
    run,
};

/// Words of a quotation that quotes a label and no sentence.
const MOST: usize = 2;

/// Words that take a side, or spare it.
const LABEL: Classes =
    class::LOADED.or(class::ATROCITY).or(class::SLANTED).or(class::EUPHEMISM).or(class::FIGHTER_LABEL);

fn run(reading: &Reading, out: &mut Findings) {
    let text = &reading.text;
    for quote in text.quotes.iter().filter(|q| q.closed && attributions::words(text, q) <= MOST) {
        let s = text.sentence_of(quote.first);
        let loaded = (quote.first..quote.end).any(|k| text.is(k, LABEL));
        // “le film « Libération »”: a title.
        let before = quote.first.saturating_sub(2);
        let title = text.is(
            before.wrapping_sub(usize::from(text.is(before, class::ADJ))),
            class::WORK.or(class::MEDIA).or(class::FICTION).or(class::CHANNEL),
        );
        // “le café « Libération »”: a capital inside the sentence.
        let named = text.capital(quote.first) && before >= text.sentence(s).first && quote.first > before + 1;
        let says = |k: usize| text.is(k, class::SAY.or(class::ACCORDING).or(class::NOMINAL_SAY));
        let spoken = reading.attributions_at(s).any(|(_, a)| a.cue.iter().any(|(x, y)| (*x..*y).any(says)));
        if loaded && !title && !named && !spoken {
            out.flags.push(Finding::on(reading, quote.first, quote.end));
        }
    }
}

//! A quotation mark without its partner, or two marks that do not belong together.
//!
//! The marks decide what is in whose mouth. Several paragraphs of one quotation may open each and close once.

use super::suppress::MECHANICAL;
use super::{Check, Finding, Findings};
use crate::reading::Reading;
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "quote-unbalanced",
    severity: Severity::Error,
    on_by_default: true,
    heeds: MECHANICAL,
    examples: &[
        ("fr", "⟨«⟩ La route est coupée, a-t-elle prévenu."),
        ("fr", "« La route est coupée », a-t-elle prévenu."),
        ("fr", "« Nous partons. Le pont est fermé.\n\n« Nous ne reviendrons pas », a-t-il dit."),
        ("en", "⟨“⟩The road is cut, she warned."),
        ("en", "“The road is cut,” she warned."),
        ("en", "The residents' hall isn't open, 'for now', he said."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    let text = &reading.text;
    for span in &text.unbalanced {
        let mark = text.token_at(span.start());
        let end = text.token_at(span.end());
        let near = text.span(mark.saturating_sub(3).max(text.sentence(text.sentence_of(mark)).first), mark + 6);
        out.flags.push(Finding::on(reading, mark, end.max(mark + 1)).slot("words", super::words(near.of(text.src))));
    }
}

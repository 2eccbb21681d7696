//! Two different tolls of one event, not told apart by source, time or revision.
//!
//! BBC 11.3.1 wants the range, or a choice with its author. Two numbers without a word on either are an error.

use super::suppress::OWN_VOICE;
use super::{Check, Finding, Findings};
use crate::reading::Reading;
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "casualty-toll-conflict",
    severity: Severity::Error,
    on_by_default: true,
    heeds: OWN_VOICE,
    examples: &[
        ("fr", "L’avalanche a fait 6 morts, selon la préfète.\n\nL’avalanche a fait ⟨9 morts⟩."),
        ("fr", "Le bilan provisoire de 6 morts a été porté à 9 morts."),
        ("en", "The flood killed 6 people, the governor said.\n\nThe flood killed ⟨9 people⟩."),
        ("en", "The toll climbed from 6 dead to 9 dead."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for (one, other) in reading.conflicting_tolls() {
        let Some((a, b)) = reading.figures.get(one).zip(reading.figures.get(other)) else { continue };
        let words = a.span(&reading.text);
        out.flags.push(Finding::on(reading, b.first, b.end).slot("other", words.of(reading.text.src)).related([words]));
    }
    if let Some((title, figure)) = reading.title_conflict()
        && let Some(headline) = reading.title.as_deref()
    {
        let span = title.span(&headline.text);
        let mut finding = Finding::on(reading, figure.first, figure.end).slot("other", span.of(headline.text.src));
        finding.in_title = Some(span);
        out.flags.push(finding);
    }
}

//! Two different tolls of one event, not told apart by source, time or revision.
//!
//! BBC 11.3.1: report the range, or choose and attribute. A silent conflict is an error.

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
        ("fr", "L’explosion a fait 12 morts, selon le maire.\n\nL’explosion a fait ⟨14 morts⟩."),
        ("fr", "Le premier bilan de 12 morts a été porté à 14 morts."),
        ("en", "The blast killed 12 people, the mayor said.\n\nThe blast killed ⟨14 people⟩."),
        ("en", "The toll rose from 12 dead to 14 dead."),
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

//! What the headline counts, bounds, ascribes or holds possible, and the article does not bear out.
//!
//! IPSO's first clause and Reuters want headlines supported by the text below them. A toll that differs has a check of
//! its own.

use super::suppress::MECHANICAL;
use super::{Check, Finding, Findings};
use crate::reading::{Reading, headlines};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "headline-body-mismatch",
    severity: Severity::Error,
    on_by_default: true,
    heeds: MECHANICAL,
    examples: &[
        ("fr", "La ville ferme ⟨deux piscines⟩ pour l’hiver. | title Trois piscines ferment"),
        ("fr", "La ville ferme trois piscines pour l’hiver. | title Trois piscines ferment"),
        ("en", "The town is closing ⟨two pools⟩ for the winter. | title Three pools close"),
        ("en", "The town is closing three pools for the winter. | title Three pools close"),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    let Some(title) = reading.title.as_deref() else { return };
    for mismatch in headlines::find(reading) {
        let words = title.text.span(mismatch.title.0, mismatch.title.1);
        let mut finding =
            Finding::on(reading, mismatch.body.0, mismatch.body.1).slot("other", words.of(title.text.src));
        finding.in_title = Some(words);
        out.flags.push(finding);
    }
}

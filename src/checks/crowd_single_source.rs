//! The size of a march, rally or strike with one source or none.
//!
//! BBC 11.3.2 treats such estimates with care: police and organisers often differ widely, and both are named.

use super::suppress::TOLD;
use super::{Check, Finding, Findings};
use crate::order::Index;
use crate::reading::{Reading, figures};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "crowd-single-source",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: TOLD,
    examples: &[
        ("fr", "⟨Près de 8 000 personnes⟩ ont manifesté samedi contre la fermeture de l’hôpital."),
        ("fr", "Près de 8 000 personnes ont manifesté selon les syndicats, 3 500 selon la préfecture."),
        ("en", "⟨Nearly 8,000 people⟩ marched on Saturday against the closure of the hospital."),
        ("en", "Nearly 8,000 people marched, unions said; police counted 3,500."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    // The crowds of one paragraph are one question.
    let mut asked = Index::new();
    for (at, voices) in figures::crowds::find(reading).into_iter().filter(|(_, voices)| *voices < 2) {
        let Some(figure) = reading.figures.get(at) else { continue };
        let paragraph = reading.text.sentence(figure.sentence).paragraph;
        let first = asked
            .entry(crate::order::key(&[paragraph as u64]))
            .or_insert_with(|| vec![out.flags.len()])
            .first()
            .copied();
        match first.and_then(|i| out.flags.get_mut(i)) {
            Some(finding) => finding.related.push(figure.span(&reading.text)),
            None => {
                let voices = reading.messages.get("crowd-voices", if voices == 0 { "0" } else { "1" });
                out.flags.push(Finding::on(reading, figure.first, figure.end).slot("voices", voices));
            }
        }
    }
}

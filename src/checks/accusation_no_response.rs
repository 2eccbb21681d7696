//! Somebody who can be asked is accused, and nothing in the text comes from them.
//!
//! Full Fact contacts whoever it writes about; Reuters sends allegations to a senior editor. A charge in law is a note.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::order::Index;
use crate::reading::{Reading, accusations};
use crate::report::Severity;

/// Most accused of one text whose answers are looked for, to stay linear.
const MOST: usize = 30;

pub static CHECK: Check = Check {
    id: "accusation-no-response",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: &[Heed::History, Heed::Question, Heed::Furniture],
    examples: &[
        ("fr", "La skippeuse ⟨accuse le chantier Lormier⟩ d’avoir bâclé les soudures."),
        ("fr", "La skippeuse accuse le chantier Lormier d’avoir bâclé les soudures, ce qu’il conteste."),
        ("en", "The skipper ⟨accuses the Lormer yard⟩ of shoddy welding."),
        ("en", "The skipper accuses the Lormer yard of shoddy welding. The yard declined to comment."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    let text = &reading.text;
    let accusations = accusations::accusations(reading);
    if accusations.is_empty() {
        return;
    }
    let replies = accusations::replies(reading);
    // One flag for each accused.
    let mut seen = Index::new();
    for accusation in accusations {
        let (first, end) = accusation.target;
        let names: Vec<&str> = (first..end).filter(|k| text.is_name(*k)).map(|k| text.fold(k)).collect();
        let known = if names.is_empty() { !seen.is_empty() } else { names.iter().any(|n| seen.contains_key(*n)) };
        if known || seen.len() > MOST {
            continue;
        }
        for name in names.iter().chain([&""]) {
            seen.entry(name.to_string()).or_default();
        }
        if !accusations::is_answered(reading, &accusation, &replies) {
            let finding = Finding::on(reading, accusation.place.0, accusation.place.1);
            let target = text.span(first, end).of(text.src);
            let finding = finding.slot("target", target);
            out.flags.push(if accusation.formal { finding.severity(Severity::Info) } else { finding });
        }
    }
}

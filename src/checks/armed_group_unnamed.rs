//! “Les rebelles”, “gunmen”: an armed actor without the name of a group anywhere in the text.
//!
//! AFP's second principle on sources asks to identify them; only a name for this actor silences it.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::reading::Reading;
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "armed-group-unnamed",
    severity: Severity::Info,
    on_by_default: true,
    heeds: &[Heed::History, Heed::Question, Heed::Furniture],
    examples: &[
        ("fr", "⟨Les insurgés⟩ ont enlevé deux douaniers."),
        ("fr", "Les insurgés du Front des Plateaux ont enlevé deux douaniers."),
        ("en", "⟨Insurgents⟩ kidnapped two customs officers."),
        ("en", "Insurgents of the Plateau Front kidnapped two customs officers."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    if let Some((first, end, others)) = reading.unnamed_group() {
        let related: Vec<_> = others.iter().map(|(a, b)| reading.text.span(*a, *b)).collect();
        out.flags.push(Finding::on(reading, first, end).related(related));
    }
}

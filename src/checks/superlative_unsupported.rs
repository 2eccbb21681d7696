//! A first, a record or a ranking with a scope that could be checked, and neither a figure nor a named authority.
//!
//! NPR's checklist has every first, last and best checked; what cannot be checked is cut or given to its author.

use super::suppress::OWN_VOICE;
use super::{Check, Finding, Findings};
use crate::reading::{Reading, rankings};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "superlative-unsupported",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: OWN_VOICE,
    examples: &[
        ("fr", "C’est ⟨la plus grave inondation du siècle dans la région⟩."),
        ("fr", "C’est l’une des plus graves inondations du siècle dans la région."),
        ("fr", "« C’est la plus grave inondation de notre histoire », a dit le préfet Marc Adam."),
        ("en", "It is ⟨the worst flood of the century in the region⟩."),
        ("en", "It is one of the worst floods of the century in the region."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for superlative in rankings::superlatives(reading).iter().filter(|s| s.scoped) {
        if rankings::is_stated(&reading.text, superlative) && !rankings::is_supported(reading, superlative) {
            out.flags.push(Finding::on(reading, superlative.first, superlative.end));
        }
    }
}

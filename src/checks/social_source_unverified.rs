//! A claim from an account or channel on a network, and no word that it is official or authentic.
//!
//! AFP takes verified accounts as sources; the Verification Handbook asks for provenance first. The account of a named
//! official is exempt.

use super::suppress::SOURCES;
use super::{Check, Finding, Findings};
use crate::reading::{Reading, relays};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "social-source-unverified",
    severity: Severity::Info,
    on_by_default: true,
    heeds: SOURCES,
    examples: &[
        ("fr", "Le mouvement a revendiqué l’enlèvement ⟨sur Telegram⟩."),
        ("fr", "Le mouvement a revendiqué l’enlèvement sur son compte Telegram officiel."),
        ("en", "The movement claimed the kidnapping ⟨on Telegram⟩."),
        ("en", "The movement claimed the kidnapping on its verified Telegram account."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for (first, end) in relays::accounts(reading) {
        out.flags.push(Finding::on(reading, first, end));
    }
}

//! All, none, always, never, everywhere: one counter-example undoes it.
//!
//! Most articles have one, so this is off unless a desk asks for it. Sayings about one person and time are left alone.

use super::suppress::UNSOURCED;
use super::{Check, Finding, Findings};
use crate::reading::{Reading, absolutes};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "absolute-claim",
    severity: Severity::Info,
    on_by_default: false,
    heeds: UNSOURCED,
    examples: &[
        ("fr", "⟨Aucun⟩ voyageur n’a été remboursé."),
        ("fr", "« Aucun voyageur n’a été remboursé », a dit l’avocate Lise Roy."),
        ("en", "⟨No⟩ passenger was refunded."),
        ("en", "“No passenger was refunded,” the lawyer Lise Roy said."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for i in absolutes::find(reading) {
        out.flags.push(Finding::on(reading, i, i + 1));
    }
}

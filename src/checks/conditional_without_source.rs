//! Borrowed, and not said from whom: the French perfect conditional, “reportedly” and “allegedly”.
//!
//! Linguists read this conditional as information that the paper does not vouch for: a source is needed beside it.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::reading::{Reading, borrowed};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "conditional-without-source",
    severity: Severity::Info,
    on_by_default: false,
    heeds: &[Heed::Quotation, Heed::History, Heed::Question, Heed::Furniture],
    examples: &[
        ("fr", "Le gardien ⟨aurait perdu⟩ les clés."),
        ("fr", "Le gardien aurait perdu les clés, selon la direction."),
        ("fr", "Avec une corde, s’il en avait eu une, le gardien aurait pu descendre."),
        ("en", "The keeper ⟨reportedly⟩ lost the keys."),
        ("en", "The keeper reportedly lost the keys, according to the board."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for (first, end) in borrowed::borrowed(reading) {
        out.flags.push(Finding::on(reading, first, end));
    }
}

//! A phone number, e-mail address, account, social-security number, plate or home of a private person.
//!
//! The codes of the profession and the law on personal data ask what the public gains by it. Nothing that is said
//! about the words around it makes it less exposed, so quotations do not silence this.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::reading::{Reading, contacts};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "private-data-exposed",
    severity: Severity::Error,
    on_by_default: true,
    heeds: &[Heed::Furniture],
    examples: &[
        ("fr", "Le plombier répond au ⟨06 38 52 17 40⟩ jour et nuit."),
        ("fr", "Le service de presse répond au 01 70 18 44 25."),
        ("en", "The plumber answers on ⟨07700 900731⟩ day and night."),
        ("en", "The press office answers on 020 7946 0733."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for (first, end) in contacts::private(reading) {
        out.flags.push(Finding::on(reading, first, end));
    }
}

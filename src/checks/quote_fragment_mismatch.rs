//! Two quotations of one speaker share their words, and the shorter is not in the longer as it stands.
//!
//! Reuters: do not alter anything put in quotation marks other than to delete words.

use super::suppress::MECHANICAL;
use super::{Check, Finding, Findings};
use crate::reading::{Reading, quotations};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "quote-fragment-mismatch",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: MECHANICAL,
    examples: &[
        ("fr", "Le maire a promis de ⟨“reconstruire rapidement les ponts détruits”⟩.\n\n“Nous avons reconstruit rapidement tous les ponts détruits”, a dit le maire."),
        ("fr", "Le maire a reconnu avoir perdu “une bataille”.\n\n“On a perdu une bataille”, a dit le maire."),
        ("en", "The general vowed to ⟨“never surrender the northern city”⟩.\n\n“We are never going to surrender our northern city,” the general said."),
        ("en", "The general vowed to “never surrender”.\n\n“We shall never surrender,” the general said."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for pair in quotations::repeated(reading) {
        let (Some(short), Some(long)) = (reading.text.quotes.get(pair.short), reading.text.quotes.get(pair.long)) else { continue };
        let first = short.first.saturating_sub(1);
        let finding = Finding::on(reading, first, short.end + 1).slot("other", super::words(long.inner.of(reading.text.src))).related([long.outer]);
        if pair.verbatim { out.agreed.push(finding) } else { out.flags.push(finding) }
    }
}

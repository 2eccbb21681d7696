//! Two quotations of one speaker share their words, and the shorter is not in the longer as it stands.
//!
//! Reuters lets a writer shorten what stands between quotation marks, and nothing else.

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
        (
            "fr",
            "Le maire a promis de ⟨“reconstruire rapidement les ponts détruits”⟩.\n\n“Nous avons reconstruit rapidement tous les ponts détruits”, a dit le maire.",
        ),
        ("fr", "La directrice a admis avoir commis “une erreur”.\n\n“On a commis une erreur”, a dit la directrice."),
        (
            "en",
            "The coach vowed to ⟨“never abandon the younger players”⟩.\n\n“We are never going to abandon our younger players,” the coach said.",
        ),
        ("en", "The coach vowed to “never give up”.\n\n“We shall never give up,” the coach said."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for pair in quotations::repeated(reading).into_iter().filter(|p| p.words > 1) {
        let (Some(short), Some(long)) = (reading.text.quotes.get(pair.short), reading.text.quotes.get(pair.long))
        else {
            continue;
        };
        let first = short.first.saturating_sub(1);
        let finding = Finding::on(reading, first, short.end + 1)
            .slot("other", super::words(long.inner.of(reading.text.src)))
            .related([long.outer]);
        if pair.verbatim { out.agreed.push(finding) } else { out.flags.push(finding) }
    }
    let Some(title) = reading.title.as_deref() else { return };
    for (short, long) in quotations::retouched(reading) {
        let mut finding = Finding::on(reading, long.first.saturating_sub(1), long.end + 1);
        finding = finding.slot("other", super::words(short.inner.of(title.text.src)));
        finding.in_title = Some(short.outer);
        out.flags.push(finding);
    }
}

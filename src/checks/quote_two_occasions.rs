//! The same words of one speaker, given on two days, at two places or through two channels.
//!
//! A reader counts two statements. The Verification Handbook asks where and when words were spoken. Two wordings
//! that differ by more than a word belong to `quote-fragment-mismatch`.

use super::suppress::MECHANICAL;
use super::{Check, Finding, Findings};
use crate::reading::{Reading, quotations};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "quote-two-occasions",
    severity: Severity::Info,
    on_by_default: true,
    heeds: MECHANICAL,
    examples: &[
        (
            "fr",
            "Lundi, le maire promettait ⟨« une rue plus calme »⟩. « Nous aurons une rue plus calme », a dit le maire jeudi.",
        ),
        (
            "fr",
            "Jeudi, le maire promettait « une rue plus calme ». « Nous aurons une rue plus calme », a dit le maire jeudi.",
        ),
        (
            "en",
            "On Monday the mayor promised ⟨“a quieter street”⟩. “We shall have a quieter street,” the mayor said on Thursday.",
        ),
        ("en", "On Monday the mayor promised “a quieter street”. “We shall have a quieter street,” the mayor said."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    let text = &reading.text;
    for pair in quotations::repeated(reading).iter().filter(|p| p.close && p.one_voice) {
        let (Some(short), Some(long)) = (text.quotes.get(pair.short), text.quotes.get(pair.long)) else { continue };
        if quotations::occasion(reading, short).differs(&quotations::occasion(reading, long)) {
            let finding = Finding::on(reading, short.first.saturating_sub(1), short.end + 1);
            out.flags.push(finding.slot("other", super::words(long.inner.of(text.src))).related([long.outer]));
        }
    }
}

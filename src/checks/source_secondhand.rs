//! A says what B said or decided, and nothing in the text comes from B.
//!
//! BBC 3.3.3 prefers first-hand sources. Silent where A speaks for B: its minister, lawyer or spokesman.

use super::suppress::SOURCES;
use super::{Check, Finding, Findings};
use crate::reading::{Reading, sources};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "source-secondhand",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: SOURCES,
    examples: &[
        ("fr", "⟨L’Espagne a promis qu’elle aiderait le Kenya⟩, a assuré le ministre kényan."),
        ("fr", "L’Espagne a promis qu’elle aiderait le Kenya, a indiqué le ministre espagnol."),
        ("en", "The minister of Kenya said ⟨Turkey had promised that it would pay⟩."),
        ("en", "Turkey promised that it would pay, Ankara said."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    let text = &reading.text;
    for relay in sources::relays(reading) {
        let teller = reading.attributions.get(relay.teller).and_then(|a| reading.source(a));
        let other = text.span(relay.other.0, relay.other.1).of(text.src);
        out.flags.push(
            Finding::on(reading, relay.told.0, relay.told.1)
                .slot("source", teller.map_or_else(String::new, |s| s.words(text)))
                .slot("other", super::words(other)),
        );
    }
}

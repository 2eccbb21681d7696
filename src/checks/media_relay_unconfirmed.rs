//! A claim that the text has from another outlet alone, without a confirmation of its own.
//!
//! AFP gives secondary sources a principle of their own; the BBC prefers first-hand ones. An outlet that is spoken to,
//! or is itself the news, is no source.

use super::suppress::SOURCES;
use super::{Check, Finding, Findings};
use crate::reading::{Reading, relays};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "media-relay-unconfirmed",
    severity: Severity::Info,
    on_by_default: true,
    heeds: SOURCES,
    examples: &[
        ("fr", "Le tunnel rouvrira en mars, selon ⟨le quotidien Ouest-France⟩."),
        ("fr", "Le tunnel rouvrira en mars, a dit le préfet au quotidien Ouest-France."),
        ("en", "The tunnel will reopen in March, according to ⟨the Irish Times⟩."),
        ("en", "The tunnel will reopen in March, the minister told the Irish Times."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    // One flag for all: the question is the same for each.
    if let Some(((first, end), others)) = relays::outlets(reading).split_first() {
        let related = others.iter().map(|(a, b)| reading.text.span(*a, *b));
        out.flags.push(Finding::on(reading, *first, *end).related(related));
    }
}

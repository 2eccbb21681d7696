//! A says what B said or decided, and nothing in the text comes from B.
//!
//! BBC 3.3.3 prefers first-hand sources. Silent where A speaks for B: its minister, lawyer or spokesman.

use super::suppress::SOURCES;
use super::{Check, Finding, Findings};
use crate::lang::class;
use crate::reading::Reading;
use crate::report::{Severity, SourceKind};

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
    // Who speaks somewhere in the text without a go-between.
    let mut firsthand = vec![false; reading.sources.len()];
    for direct in reading.attributions.iter().filter(|a| a.within.is_none() && a.source.is_some()) {
        if let Some(slot) = direct.speaker.and_then(|s| firsthand.get_mut(s)) {
            *slot = true;
        }
    }
    for inner in &reading.attributions {
        let Some(outer) = inner.within.and_then(|w| reading.attributions.get(w)) else { continue };
        let (Some(teller), Some(told)) = (reading.source(outer), reading.source(inner)) else { continue };
        let identifiable = !told.plural && (told.is_named() || matches!(told.kind, SourceKind::Institution | SourceKind::Official | SourceKind::Party));
        // An outlet or a document that tells is another question than a person who tells.
        let relayed = matches!(teller.kind, SourceKind::Media | SourceKind::Document);
        let itself = outer.speaker == inner.speaker || teller.shares_place(told) || pronoun(reading, inner.source);
        let speaks = inner.speaker.is_some_and(|s| firsthand.get(s).copied().unwrap_or(false));
        if !identifiable || relayed || itself || speaks {
            continue;
        }
        let Some(source) = inner.source else { continue };
        let end = inner.content.iter().map(|(_, b)| *b).max().unwrap_or(source.1);
        let outer_end = outer.content.iter().find(|(a, b)| (*a..*b).contains(&source.0)).map_or(end, |(_, b)| *b);
        out.flags.push(Finding::on(reading, source.0, end.min(outer_end)).slot("source", teller.words(text)).slot("other", told.words(text)));
    }
}

fn pronoun(reading: &Reading, source: Option<(usize, usize)>) -> bool {
    source.is_some_and(|(first, end)| end == first + 1 && reading.text.is(first, class::PRON.or(class::PRON_FIRST)))
}

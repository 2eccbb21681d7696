//! A body or group says something of weight about the dead, and the text gives neither day nor channel.
//!
//! The IFCN's code wants readers able to go back to each source. The day of the event does not count, only that of the words.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::reading::{Count, Reading};
use crate::report::{Severity, SourceKind};

pub static CHECK: Check = Check {
    id: "source-no-occasion",
    severity: Severity::Info,
    on_by_default: true,
    heeds: &[Heed::Quotation, Heed::History, Heed::Furniture],
    examples: &[
        ("fr", "Le gouvernement ⟨a confirmé⟩ la mort de six pompiers."),
        ("fr", "Le gouvernement a confirmé mardi dans une lettre la mort de six pompiers."),
        ("en", "The government ⟨confirmed⟩ the death of six firefighters."),
        ("en", "The government confirmed the death of six firefighters in a letter on Tuesday."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for (i, attribution) in reading.attributions.iter().enumerate().filter(|(_, a)| a.within.is_none() && !a.hearsay) {
        let Some(source) = reading.source(attribution) else { continue };
        let body = matches!(source.kind, SourceKind::Institution | SourceKind::Party);
        let weighty = reading.figures_of(attribution).any(|f| f.is_toll() && f.count != Count::Zero && f.attribution == Some(i));
        let placed = |a: &crate::reading::Attribution| a.when.is_some() || a.channel.is_some();
        let s = attribution.sentence;
        let before = reading.attributions_near(s.saturating_sub(1), s).any(|(_, a)| a.sentence + 1 == attribution.sentence && a.speaker == attribution.speaker && placed(a));
        if !body || !weighty || placed(attribution) || before {
            continue;
        }
        if let Some((first, end)) = attribution.cue.first() {
            out.flags.push(Finding::on(reading, *first, *end).slot("source", source.words(&reading.text)));
        }
    }
}

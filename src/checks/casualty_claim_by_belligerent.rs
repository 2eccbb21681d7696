//! A count or claim of dead and wounded whose only source is a side of the fight.
//!
//! AFP's principles on sources want a contested fact to open with its source; BBC 11.3.1 wants material of third
//! parties named as theirs. What a side says of its own losses is a note.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::reading::Reading;
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "casualty-claim-by-belligerent",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: &[Heed::History, Heed::Question, Heed::Furniture],
    examples: &[
        ("fr", "⟨La milice a assuré⟩ avoir tué neuf gendarmes dans l’embuscade."),
        ("fr", "La morgue a dénombré neuf gendarmes tués dans l’embuscade."),
        ("fr", "L’armée a confirmé la mort de trois parachutistes dans une avalanche."),
        ("en", "⟨The militia said⟩ it had killed nine policemen in the ambush."),
        ("en", "The morgue counted nine policemen killed in the ambush."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for claim in reading.belligerent_claims() {
        let severity = if claim.own_losses { Severity::Info } else { Severity::Warning };
        let Some(attribution) = reading.attributions.get(claim.attribution) else { continue };
        let Some(source) = attribution.source else { continue };
        let cue = attribution.cue.iter().copied().reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).unwrap_or(source);
        let name = reading.source(attribution).map(|s| s.words(&reading.text)).unwrap_or_default();
        let figure = reading.figures.get(claim.figure).map(|f| f.span(&reading.text));
        out.flags.push(
            Finding::on(reading, source.0.min(cue.0), source.1.max(cue.1))
                .severity(severity)
                .slot("source", name)
                .related(figure),
        );
    }
}

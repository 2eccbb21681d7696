//! A side of the fight gives the dead, and the article nowhere says whether anybody could verify it.
//!
//! BBC 3.3.6 wants the reader told what could not be checked. A count from outside the fight (hospital, UN, a local
//! official) is a check; the enemy's count is not.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::reading::Reading;
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "casualty-unverified-not-stated",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: &[Heed::History, Heed::Question, Heed::Furniture],
    examples: &[
        ("fr", "Les rebelles ont assuré avoir tué ⟨36 gendarmes⟩ dans l’embuscade."),
        (
            "fr",
            "Les rebelles ont assuré avoir tué 36 gendarmes dans l’embuscade. Ce chiffre n’a pas pu être vérifié de manière indépendante.",
        ),
        ("en", "The militia said it had killed ⟨36 policemen⟩ in the ambush."),
        (
            "en",
            "The militia said it had killed 36 policemen in the ambush. The toll could not be independently verified.",
        ),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    if !reading.verifications.is_empty() || reading.has_independent_count() {
        return;
    }
    let mut claims = reading.belligerent_claims().into_iter().filter(|c| !c.own_losses);
    let Some(first) = claims.next() else { return };
    let Some((figure, attribution)) =
        reading.figures.get(first.figure).zip(reading.attributions.get(first.attribution))
    else {
        return;
    };
    let name = reading.source(attribution).map(|s| s.words(&reading.text)).unwrap_or_default();
    let related: Vec<_> = claims.filter_map(|c| reading.figures.get(c.figure)).map(|f| f.span(&reading.text)).collect();
    out.flags.push(Finding::on(reading, figure.first, figure.end).slot("source", name).related(related));
}

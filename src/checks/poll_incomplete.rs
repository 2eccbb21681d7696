//! The result of a poll without what tells its worth: who asked, how many, when, for whom.
//!
//! The French act of 1977 wants all four beside the result; RSS getstats asks for the sample and who paid.

use super::suppress::TOLD;
use super::{Check, Finding, Findings};
use crate::reading::{Reading, surveys};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "poll-incomplete",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: TOLD,
    examples: &[
        ("fr", "Selon ⟨un sondage⟩, 58 % des habitants approuvent le tramway."),
        (
            "fr",
            "Selon un sondage Ifop réalisé pour Ouest-Mag les 4 et 5 mars auprès de 1 002 personnes, 58 % des habitants approuvent le tramway.",
        ),
        ("en", "Some 58% back the tramway, according to ⟨a poll⟩."),
        (
            "en",
            "Some 58% back the tramway, according to a YouGov poll of 1,002 adults carried out for the Herald on 4 and 5 March.",
        ),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    // The article gives the items once: one question for all its results.
    let Some(poll) = surveys::poll(reading) else { return };
    let missing: Vec<&str> = surveys::ITEMS
        .into_iter()
        .zip(poll.given)
        .filter(|(_, given)| !given)
        .map(|(item, _)| reading.messages.get("poll-item", item))
        .collect();
    if missing.is_empty() {
        return;
    }
    let shares = poll.shares.iter().filter_map(|i| reading.figures.get(*i)).map(|f| f.span(&reading.text));
    let finding = Finding::on(reading, poll.first, poll.end).slot("missing", missing.join(", ")).related(shares);
    out.flags.push(if missing.len() == 1 { finding.severity(Severity::Info) } else { finding });
}

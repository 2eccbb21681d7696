//! How, or for what one reason, somebody took his own life, in an article without a help line.
//!
//! The World Health Organization: details of the means and a single cause are copied, a help line saves lives.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::lang::class;
use crate::reading::phrases::DETERMINER;
use crate::reading::{Reading, contacts};
use crate::report::Severity;
use crate::text::Text;

pub static CHECK: Check = Check {
    id: "suicide-detail",
    severity: Severity::Warning,
    on_by_default: false,
    heeds: &[Heed::History, Heed::Furniture],
    examples: &[
        ("fr", "Le gardien s’est donné la mort par ⟨pendaison⟩."),
        ("fr", "Le gardien s’est donné la mort par pendaison. Le 3114 est joignable nuit et jour."),
        ("en", "The keeper killed himself by ⟨hanging⟩."),
        ("en", "The keeper killed himself by hanging. The 988 line is open day and night."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    let text = &reading.text;
    if !text.tokens.iter().any(|t| t.classes.any(class::SUICIDE)) || contacts::gives_help_line(text) {
        return;
    }
    for (s, sentence) in text.sentences.iter().enumerate() {
        let tokens = || sentence.first..sentence.end;
        let told = tokens().any(|k| text.is(k, class::SUICIDE) && text.is(k, class::VERB));
        // A suicide attack is told otherwise.
        let named =
            || reading.sentence_has(s, class::SUICIDE) && !reading.sentence_has(s, class::FIGHT.or(class::ATTACK));
        if !told && !named() {
            continue;
        }
        let reason = |k: usize| told && text.is(k, class::CAUSE.or(class::EXPLAIN)) && !text.is(k, class::VERB);
        // The wording itself may weigh: “committed suicide”.
        let wording = |k: usize| text.is(k, class::SUICIDE) && text.is(k, class::LOADED_VERB);
        let detail = tokens()
            .find(|k| text.is(*k, class::METHOD) || reason(*k))
            .or_else(|| tokens().find(|k| told && is_place(text, *k)))
            .or_else(|| tokens().find(|k| wording(*k)));
        if let Some(k) = detail {
            out.flags.push(Finding::on(reading, k, k + 1));
        }
    }
}

/// “au pont de Sarre”, “dans sa cellule”, “from the roof”: where it was, closer than the town.
fn is_place(text: &Text, spot: usize) -> bool {
    let joint = class::TO.or(class::VIA).or(class::PREP).or(class::LOCATIVE).or(class::OF);
    let small = |k: usize| text.is(k, DETERMINER.or(class::ADJECTIVE).or(class::ORDINAL)) || text.is_name(k);
    let before = (spot.saturating_sub(4)..spot).rev().find(|k| text.is(*k, joint) || !small(*k));
    text.is(spot, class::SPOT) && before.is_some_and(|k| text.is(k, joint))
}

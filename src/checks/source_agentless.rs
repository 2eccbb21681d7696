//! Something is reported by nobody: “il a été indiqué que”, “it is believed that”.
//!
//! Reuters sources every statement that is neither established nor witnessed. What an adverb alone marks
//! (“reportedly”) belongs to `conditional-without-source`.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::lang::class;
use crate::reading::{Reading, attributions};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "source-agentless",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: &[Heed::Quotation, Heed::History, Heed::Question, Heed::Furniture],
    examples: &[
        ("fr", "⟨On apprend que⟩ le phare sera vendu."),
        ("fr", "On apprend que le phare sera vendu, selon la préfecture maritime."),
        ("en", "⟨It is understood that⟩ the lighthouse will be sold."),
        ("en", "The harbour board said it was understood that the lighthouse would be sold."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    let text = &reading.text;
    for attribution in reading.attributions.iter().filter(|a| a.hearsay && a.source.is_none()) {
        let Some((first, end)) = attribution.cue.first().copied() else { continue };
        let last = attribution.cue.last().map_or(end, |c| c.1);
        let accused = (first..last).any(|k| text.is(k, class::ACCUSE.or(class::LAY).or(class::SETTLED)));
        let marked = (first..last).any(|k| attributions::adverb(text, k));
        if marked || accused || reading.is_fiction(attribution.sentence) {
            continue;
        }
        if !reading.names_source(attribution) {
            // “dit-on”
            let last = last + usize::from(text.is(last, class::INDEFINITE_PRON));
            out.flags.push(Finding::on(reading, first, last));
        }
    }
}

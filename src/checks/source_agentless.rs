//! Something is reported by nobody: “il a été indiqué que”, “it is believed that”.
//!
//! Reuters sources every statement that is neither established nor witnessed. What an adverb alone marks
//! (“reportedly”) belongs to `conditional-without-source`.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::lang::class;
use crate::reading::{Reading, attributions, phrases};
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
        // “it emerged from the water”, “À l'école, on apprend que …”
        let sentence = text.sentence(attribution.sentence);
        let told = (last..sentence.end).any(|k| text.is(k, class::COMP));
        let bodily = text.is(last, class::PREP) && !text.is(last, class::VIA) && !told;
        let taught = (sentence.first..first).any(|k| text.is(k, class::SCHOOL));
        if bodily || taught || marked || accused || reading.is_fiction(attribution.sentence) {
            continue;
        }
        if !reading.names_source(attribution) {
            // “dit-on”
            let last = last + usize::from(text.is(last, class::INDEFINITE_PRON));
            out.flags.push(Finding::on(reading, first, last));
        }
    }
    announced(reading, out);
}

/// “La mort du chef a été confirmée”: a passive of what somebody must have said.
fn announced(reading: &Reading, out: &mut Findings) {
    let text = &reading.text;
    for verb in text.having(class::ANNOUNCED) {
        if !text.is(verb, class::PP) {
            continue;
        }
        let group = phrases::verb_group(text, verb);
        let s = text.sentence_of(verb);
        let sentence = text.sentence(s);
        let silent = group.negated || group.modal || !group.passive || !group.finite;
        let nothing = (sentence.first..group.first).any(|k| text.is(k, class::ZERO));
        let agent = (group.end..sentence.end).any(|k| text.is(k, class::BY));
        let told = reading.attributions_at(s).next().is_some();
        if !silent && !nothing && !agent && !told {
            out.flags.push(Finding::on(reading, group.first, group.end));
        }
    }
}

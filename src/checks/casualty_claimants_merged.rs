//! Two armed parties or institutions share one verb and one casualty claim.
//!
//! Reuters: do not run together the words of different speakers; Every Casualty: disagreement between
//! sources is reported, not dissolved. A joint statement is one voice.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::lang::class;
use crate::reading::Reading;
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "casualty-claimants-merged",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: &[Heed::Quotation, Heed::History, Heed::Question, Heed::Furniture],
    examples: &[
        ("fr", "⟨Les rebelles et les miliciens⟩ ont assuré avoir tué des gendarmes."),
        ("fr", "Les rebelles ont assuré avoir tué des gendarmes et des douaniers."),
        ("fr", "Les rebelles et les miliciens ont assuré dans une déclaration commune avoir tué des gendarmes."),
        ("en", "⟨The rebels and the militia⟩ acknowledged casualties."),
        ("en", "The rebels acknowledged casualties among men and officers."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    let text = &reading.text;
    let side = class::PARTY.or(class::FORCE).or(class::GROUP).or(class::INSTITUTION).or(class::STATE);
    for attribution in reading.attributions.iter().filter(|a| !reading.sentence_has(a.sentence, class::JOINT)) {
        let Some((first, end)) = attribution.source else { continue };
        let joint = |i: usize| text.is(i, class::AND.or(class::AS)) && !text.is_pause(i);
        // “Les rebelles et l'armée disent”: the first of the two may stand before the source.
        let other = (first.saturating_sub(5)..first).find(|i| text.is(*i, side) && text.is(*i, class::NOUN));
        let before = first.checked_sub(1).filter(|i| joint(*i)).and(other);
        let same = before.is_some_and(|i| text.sentence_of(i) == attribution.sentence);
        let first = before.filter(|_| same).map_or(first, |i| i - usize::from(i > 0 && text.is(i - 1, class::DEF)));
        let Some(and) = (first..end).find(|i| joint(*i)) else { continue };
        // “ses supplétifs”, “the Northern Guardians and the Steppe Coalition” where people fight
        let name =
            |i: usize| text.is_name(i) && text.is(i.saturating_sub(1), class::DEF.or(class::ADJ).or(class::DEMONYM));
        let body = |i: usize| text.is(i, side.or(class::ALLY)) || reading.fighting && name(i);
        let both = (first..and).any(body) && (and..end).any(body);
        let toll = reading.figures_of(attribution).any(|f| f.is_toll() && f.count != crate::reading::Count::Zero);
        if both && toll {
            out.flags.push(Finding::on(reading, first, end).slot("source", text.span(first, end).of(text.src)));
        }
    }
}

//! An unnamed crowd of experts or opinion as the source: “les analystes”, “critics”.
//!
//! AP: attribution must establish credibility; AFP gives analysts a principle of their own. A named member
//! within two sentences silences it.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::lang::class;
use crate::reading::Reading;
use crate::report::{Severity, SourceKind};

pub static CHECK: Check = Check {
    id: "source-collective-vague",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: &[Heed::Quotation, Heed::History, Heed::Furniture],
    examples: &[
        ("fr", "La sécheresse va durer, préviennent ⟨les experts⟩."),
        ("fr", "La sécheresse va durer, prévient Léna Marc, hydrologue."),
        ("fr", "La route est rouverte, selon les gendarmes."),
        ("en", "⟨Economists⟩ say prices will fall."),
        ("en", "Economists such as Lena Marsh of the central bank say prices will fall."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    let text = &reading.text;
    for attribution in &reading.attributions {
        let Some(((first, end), source)) = attribution.source.zip(reading.source(attribution)) else { continue };
        let experts = (first..end).any(|i| text.is(i, class::COLLECTIVE));
        let counted = text.is(first, class::NUM) || (first..end).any(|i| text.is_name(i));
        if source.kind != SourceKind::Collective || !experts || counted {
            continue;
        }
        let s = attribution.sentence;
        let member = reading.attributions_near(s.saturating_sub(2), s + 2).any(|(_, a)| {
            reading.source(a).is_some_and(|s| s.is_named() && s.kind == SourceKind::Person && s.expert)
        });
        if !member {
            out.flags.push(Finding::on(reading, first, end));
        }
    }
}

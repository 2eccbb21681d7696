//! A toll that is a minimum in one place and bare in another.
//!
//! BBC 11.3.1: first casualty figures often turn out to be inaccurate; a dropped bound hardens an estimate.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::lang::class;
use crate::reading::{Count, Reading};
use crate::report::{Precision, Severity};

pub static CHECK: Check = Check {
    id: "toll-qualifier-dropped",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: &[Heed::Quotation, Heed::History, Heed::Furniture],
    examples: &[
        ("fr", "Au moins 30 morts dans l’incendie, selon le maire. ⟨Les 30 morts⟩ ont été identifiés."),
        ("fr", "Au moins 30 morts dans l’incendie, selon le maire. Le bilan définitif est de 30 morts."),
        ("en", "At least 30 people died in the fire, police said. ⟨The 30 dead⟩ have been named."),
        ("en", "At least 30 people died in the fire, police said. The final toll is 30 dead."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    let text = &reading.text;
    for (i, bare) in reading.figures.iter().enumerate().filter(|(_, f)| f.is_toll() && f.precision == Precision::Exact && f.count == Count::Given && f.low.is_some_and(|v| v >= 2.0)) {
        let bounded = reading.figures.iter().take(i).find(|f| f.kind == bare.kind && f.count == Count::Given && f.precision != Precision::Exact && f.precision != Precision::Range && f.low.or(f.high) == bare.low);
        let Some(bounded) = bounded else { continue };
        let last_word = reading.sentence_has(bare.sentence, class::FINAL_COUNT.or(class::CHANGE));
        let repeated = reading.figures.iter().take(i).any(|f| f.kind == bare.kind && f.precision == Precision::Exact && f.low == bare.low);
        if last_word || repeated || bare.subset {
            continue;
        }
        let first = if bare.first > 0 && text.is(bare.first - 1, class::DEF) { bare.first - 1 } else { bare.first };
        let other = bounded.span(text);
        out.flags.push(Finding::on(reading, first, bare.end).slot("other", other.of(text.src)).related([other]));
    }
}

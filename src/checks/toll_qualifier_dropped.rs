//! A toll that is a minimum in one place and bare in another.
//!
//! BBC 11.3.1 warns that early counts change; without its bound, an estimate reads as a final number.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::lang::class;
use crate::order::{self, Index};
use crate::reading::{Count, Reading};
use crate::report::{Precision, Severity};

pub static CHECK: Check = Check {
    id: "toll-qualifier-dropped",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: &[Heed::Quotation, Heed::History, Heed::Furniture],
    examples: &[
        ("fr", "Au moins 18 morts dans l’avalanche, selon la préfète. ⟨Les 18 morts⟩ reposent au village."),
        ("fr", "Au moins 18 morts dans l’avalanche, selon la préfète. Le bilan définitif s’élève à 18 morts."),
        ("en", "At least 18 people died in the avalanche, police said. ⟨The 18 dead⟩ rest in the village."),
        ("en", "At least 18 people died in the avalanche, police said. The final toll stands at 18 dead."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    let text = &reading.text;
    // Of each kind and number, the first mention with a bound; and those that stood bare before.
    let (mut bounded, mut bare) = (Index::new(), Index::new());
    for (i, figure) in reading
        .figures
        .iter()
        .enumerate()
        .filter(|(_, f)| f.is_toll() && matches!(f.count, Count::Given | Count::Rounded))
    {
        let Some(value) = figure.low.or(figure.high).filter(|v| *v >= 2.0) else { continue };
        let number = order::key(&[figure.kind as u64, value.to_bits()]);
        if figure.precision != Precision::Exact {
            if figure.precision != Precision::Range {
                bounded.entry(number).or_insert_with(|| vec![i]);
            }
            continue;
        }
        let first = bounded.get(&number).and_then(|b| reading.figures.get(*b.first()?));
        let again = bare.insert(number, vec![i]).is_some();
        let Some(bound) = first.filter(|_| !again && !figure.subset) else { continue };
        if reading.sentence_has(figure.sentence, class::FINAL_COUNT) || reading.is_revised(figure) {
            continue;
        }
        let definite = figure.first > 0 && text.is(figure.first - 1, class::DEF);
        let other = bound.span(text);
        let finding = Finding::on(reading, figure.first - usize::from(definite), figure.end);
        out.flags.push(finding.slot("other", other.of(text.src)).related([other]));
    }
    if let Some((title, figure)) = reading.title_bare()
        && let Some(headline) = reading.title.as_deref()
    {
        let span = title.span(&headline.text);
        // Headlines are short: “at least” left out there is less than an upper bound left out.
        let severity = if figure.precision == Precision::AtMost { Severity::Warning } else { Severity::Info };
        let finding = Finding::on(reading, figure.first, figure.end).severity(severity);
        let mut finding = finding.slot("other", span.of(headline.text.src));
        finding.in_title = Some(span);
        out.flags.push(finding);
    }
}

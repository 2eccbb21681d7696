//! A total and its parts that do not add up.
//!
//! NPR's accuracy checklist: do the numbers add up? Behind “dont” / “including” only parts greater than the total are wrong.

use super::suppress::MECHANICAL;
use super::{Check, Finding, Findings};
use crate::reading::{Reading, sums};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "sum-mismatch",
    severity: Severity::Error,
    on_by_default: true,
    heeds: MECHANICAL,
    examples: &[
        ("fr", "⟨Vingt blessés : huit enfants et onze adultes⟩."),
        ("fr", "Vingt blessés, dont huit enfants."),
        ("fr", "Dix-neuf blessés : huit enfants et onze adultes."),
        ("en", "⟨Twenty wounded: eight children and eleven adults⟩."),
        ("en", "Twenty wounded, including eight children."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for sum in sums::find(reading) {
        let parts = || sum.parts.iter().filter_map(|p| reading.figures.get(*p));
        let Some((total, last)) = reading.figures.get(sum.total).zip(parts().next_back()) else { continue };
        let Some(value) = total.low else { continue };
        let added = sum.added(reading);
        let close = usize::from(reading.text.sign(last.end, ")"));
        let finding = Finding::on(reading, total.first, last.end + close)
            .slot("total", number(value))
            .slot("sum", number(added))
            .related(parts().map(|p| p.span(&reading.text)));
        if sum.partial {
            if parts().any(|p| p.low.is_some_and(|v| v > value)) {
                out.flags.push(finding);
            }
        } else if (added - value).abs() > 1e-6 * value.max(1.0) {
            out.flags.push(finding);
        } else {
            out.agreed.push(finding);
        }
    }
}

/// A number for a message: whole where it is whole.
fn number(value: f64) -> String {
    let whole = value.round();
    if (value - whole).abs() < 1e-9 && whole.abs() < 1e15 {
        (whole as i64).to_string()
    } else {
        ((value * 100.0).round() as i64 / 100).to_string()
    }
}

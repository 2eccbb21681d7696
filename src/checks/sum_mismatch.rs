//! A total and its parts that do not add up.
//!
//! NPR's accuracy checklist: do the numbers add up? Behind “dont” / “including” only parts greater than the total are wrong.

use super::suppress::MECHANICAL;
use super::{Check, Finding, Findings};
use crate::reading::{Reading, sums};
use crate::report::{Precision, Severity};

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
        let (Some(last), Some(value)) = (sum.parts.last(), sum.total.low) else { continue };
        let close = usize::from(reading.text.sign(last.end, ")"));
        let finding = Finding::on(reading, sum.total.first, last.end + close)
            .slot("total", number(value))
            .slot("sum", number(sum.added()))
            .related(sum.parts.iter().map(|p| p.span(&reading.text)));
        if !sum.fits() {
            out.flags.push(finding);
        } else if !sum.partial && sum.total.precision == Precision::Exact {
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

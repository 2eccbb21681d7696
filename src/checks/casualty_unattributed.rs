//! A number of dead or wounded in the paper's own voice, with no source in reach.
//!
//! Reuters: source every statement unless it is established or witnessed; BBC 11.3.1.

use super::suppress::OWN_VOICE;
use super::{Check, Finding, Findings};
use crate::reading::{Count, Reading, context};
use crate::report::{FigureKind, Severity};

pub static CHECK: Check = Check {
    id: "casualty-unattributed",
    severity: Severity::Error,
    on_by_default: true,
    heeds: OWN_VOICE,
    examples: &[
        ("fr", "⟨Dix-sept civils⟩ ont été tués dans la frappe."),
        ("fr", "Dix-sept civils ont été tués dans la frappe, selon le maire."),
        ("fr", "Le film raconte la mort de douze soldats."),
        ("en", "⟨Seventeen civilians⟩ died in the strike."),
        ("en", "Seventeen civilians died in the strike, the mayor said."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    let mut last = None;
    for figure in &reading.figures {
        let counts = matches!(figure.kind, FigureKind::Killed | FigureKind::Wounded | FigureKind::Casualties) && matches!(figure.count, Count::Given | Count::Rounded);
        if !counts || figure.hypothetical || figure.background || figure.attribution.is_some() || last == Some(figure.sentence) {
            continue;
        }
        let single = figure.low.or(figure.high).is_none_or(|v| v < 2.0);
        let elsewhere = reading.figures.iter().any(|f| f.kind == figure.kind && f.attribution.is_some() && (f.low, f.high) == (figure.low, figure.high));
        if single || elsewhere || reading.is_sourced(figure.sentence) || reading.is_fiction(figure.sentence) || context::is_rate(&reading.text, figure) {
            continue;
        }
        last = Some(figure.sentence);
        out.flags.push(Finding::on(reading, figure.first, figure.end));
    }
}

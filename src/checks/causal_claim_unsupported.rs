//! The paper itself says that one fact brought about another, one of them a statistic or a death.
//!
//! BBC and the Royal Statistical Society: that two things move together shows no cause. What kills directly, a fire or a
//! flood, needs no study.

use super::suppress::UNSOURCED;
use super::{Check, Finding, Findings};
use crate::reading::{Reading, causes};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "causal-claim-unsupported",
    severity: Severity::Info,
    on_by_default: true,
    heeds: UNSOURCED,
    examples: &[
        ("fr", "Les accidents ont diminué de 11 % ⟨grâce aux⟩ ronds-points."),
        ("fr", "Les accidents ont diminué de 11 % ; la commune y voit l’effet des ronds-points."),
        ("en", "Crashes fell 11% ⟨thanks to⟩ the roundabouts."),
        ("en", "Crashes fell 11%; the council credits the roundabouts."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for (first, end) in causes::unsupported(reading) {
        out.flags.push(Finding::on(reading, first, end));
    }
}

//! A count and a list behind it that names fewer things, or more.
//!
//! NPR's checklist has numbers and sums done again; a list is counted in a second.

use super::suppress::MECHANICAL;
use super::{Check, Finding, Findings};
use crate::reading::{Reading, figures::enumerations};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "list-count-mismatch",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: MECHANICAL,
    examples: &[
        ("fr", "La ligne dessert ⟨trois villes : Brive et Tulle⟩."),
        ("fr", "La ligne dessert trois villes : Brive, Tulle et Ussel."),
        ("en", "The line serves ⟨three towns: Derby and Leek⟩."),
        ("en", "The line serves three towns: Derby, Leek and Stone."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for list in enumerations::find(reading) {
        let named = if list.count < list.least { list.least } else { list.most };
        let finding = Finding::on(reading, list.first, list.end)
            .slot("count", list.count.to_string())
            .slot("named", named.to_string());
        if list.count < list.least || list.count > list.most {
            out.flags.push(finding);
        } else if list.least == list.most {
            out.agreed.push(finding);
        }
    }
}

//! Who speaks under a bare name: “Selon Dupont, …”, “Jane Smith said …”, and nothing tells who that is.
//!
//! Reuters identifies sources by name and position. Silent where a function, a description, an age or a body stands with
//! the name, anywhere in the text, and where somebody is met before speaking.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::reading::Reading;
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "first-mention-no-role",
    severity: Severity::Info,
    on_by_default: false,
    heeds: &[Heed::Question, Heed::Furniture],
    examples: &[
        ("fr", "Selon ⟨Marie Orval⟩, le barrage tiendra."),
        ("fr", "Selon Marie Orval, ingénieure à la régie, le barrage tiendra."),
        ("en", "⟨Mary Orville⟩ said the dam would hold."),
        ("en", "Mary Orville, an engineer at the utility, said the dam would hold."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for (first, end) in reading.bare_names() {
        out.flags.push(Finding::on(reading, first, end));
    }
}

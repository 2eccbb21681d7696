//! A caption without its credit, its day or its place: “Des soldats maliens. (photo)”.
//!
//! Copy desks check captions like text. Captions are those that the caller names, and lines with a label; where a
//! picture comes from the archives, that stands for the day.

use super::suppress::MECHANICAL;
use super::{Check, Finding, Findings};
use crate::reading::Reading;
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "caption-incomplete",
    severity: Severity::Warning,
    on_by_default: false,
    heeds: MECHANICAL,
    examples: &[
        ("fr", "Le bac a repris.\n⟨Légende : le bac à quai.⟩"),
        ("fr", "Le bac a repris.\nLégende : le bac à quai à Marnes, le 3 avril 2024 (Luc Aubin / AFP)."),
        ("en", "The ferry is back.\n⟨Caption: the ferry at its berth.⟩"),
        ("en", "The ferry is back.\nCaption: the ferry in Marnes, April 3, 2024 (Luke Aubin/AFP)."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for caption in reading.captions() {
        let agrees = caption.other_day.is_none();
        let parts = [("credit", caption.credit), ("day", caption.day), ("agreeing", agrees), ("place", caption.place)];
        let mut missing = String::new();
        for (part, _) in parts.into_iter().filter(|(_, told)| !told) {
            if !missing.is_empty() {
                missing.push_str(", ");
            }
            missing.push_str(reading.messages.get("caption", part));
        }
        if !missing.is_empty() {
            let finding = Finding::on(reading, caption.first, caption.end).slot("missing", missing);
            let other = reading.dates.iter().find(|d| Some(d.first) == caption.other_day);
            out.flags.push(finding.related(other.map(|d| d.span)));
        }
    }
}

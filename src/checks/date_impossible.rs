//! A day or hour that does not exist, or a span of time that ends before it begins.
//!
//! Decided by the calendar alone. A span over New Year or over midnight wraps round and is fine.

use super::suppress::MECHANICAL;
use super::{Check, Finding, Findings};
use crate::lang::class;
use crate::reading::{DateKind, DateMention, Reading};
use crate::report::Severity;
use crate::text::Text;

pub static CHECK: Check = Check {
    id: "date-impossible",
    severity: Severity::Error,
    on_by_default: true,
    heeds: MECHANICAL,
    examples: &[
        ("fr", "L’exposition dure du ⟨31 juin au 9 juillet⟩."),
        ("fr", "L’exposition dure du 30 juin au 9 juillet."),
        ("fr", "La piscine ferme du 22 décembre au 5 janvier."),
        ("en", "The verdict came on ⟨February 29, 2021⟩."),
        ("en", "The verdict came on February 29, 2020."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for date in reading.dates.iter().filter(|d| d.impossible) {
        out.flags.push(Finding::on(reading, date.first, date.end));
    }
    for (start, end) in reading.dates.iter().zip(reading.dates.iter().skip(1)) {
        let back = start.from.zip(end.to).is_some_and(|(from, to)| to < from);
        if back && start.year.is_some() && end.year.is_some() && spans(&reading.text, start, end) {
            out.flags.push(Finding::on(reading, start.first, end.end));
        }
    }
}

/// `de 2015 à 2009`, `from May 2020 to March 2020`, `12 mai 2024 – 3 avril 2024`.
fn spans(text: &Text, start: &DateMention, end: &DateMention) -> bool {
    let opener = start
        .first
        .checked_sub(1)
        .map(|k| if text.is(k, class::DEF) && !text.is(k, class::OF) { k.saturating_sub(1) } else { k });
    let to = (start.end..end.first).all(|k| text.is(k, class::TO.or(class::DEF)));
    let between =
        opener.is_some_and(|k| text.is(k, class::BETWEEN)) && (start.end..end.first).any(|k| text.is(k, class::AND));
    let dash =
        end.first == start.end + 1 && matches!(text.word(start.end), "-" | "–" | "—") && start.kind == DateKind::Day;
    // “down from 2015 to 2009”: a comparison goes back in time.
    let moved = |k: usize| (k.saturating_sub(4)..k).any(|v| text.is(v, class::CHANGE.or(class::DEFER)));
    let opened = opener.is_some_and(|k| text.is(k, class::OF.or(class::PREP)) && !moved(k));
    // “from 2015 to 2009 votes”
    let counts = start.kind == DateKind::Year && text.is(end.end, class::NOUN);
    !counts
        && start.kind == end.kind
        && start.kind != DateKind::Clock
        && start.end < end.first
        && (to && opened || between || dash)
}

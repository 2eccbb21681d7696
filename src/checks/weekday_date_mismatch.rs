//! A weekday and a date that no calendar has together.
//!
//! NPR's checklist has each day and date looked up. Without a year the publication's year and its neighbours are
//! tried, and only a day that fits none of them is flagged.

use super::suppress::MECHANICAL;
use super::{Check, Finding, Findings};
use crate::reading::{Reading, calendar, likely_years, weekday_of};
use crate::report::Severity;

/// First year of the Gregorian calendar that a newsroom's dates are checked in.
const GREGORIAN: i32 = 1583;

pub static CHECK: Check = Check {
    id: "weekday-date-mismatch",
    severity: Severity::Error,
    on_by_default: true,
    heeds: MECHANICAL,
    examples: &[
        ("fr", "La réunion s’est tenue le ⟨samedi 25 avril 2008⟩ à Lyon."),
        ("fr", "La réunion s’est tenue le vendredi 2 mai 2008 à Lyon."),
        ("fr", "La réunion s’est tenue le samedi 25 avril à Lyon."),
        ("en", "The meeting was on ⟨Saturday, April 25, 2008⟩, in Leeds."),
        ("en", "The meeting was on Friday, May 2, 2008, in Leeds."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for date in &reading.dates {
        let (Some(weekday), Some(day), Some(month)) = (date.weekday, date.day, date.month) else { continue };
        let real = |year: i32| calendar(year, month, day).map(weekday_of);
        let years: Vec<i32> = match (date.year, reading.published) {
            (Some(year), _) => vec![year],
            (None, Some(published)) => likely_years(published.0).to_vec(),
            (None, None) => continue,
        };
        if date.impossible || years.iter().any(|y| *y < GREGORIAN) {
            continue;
        }
        let fits = years.iter().any(|y| real(*y) == Some(weekday));
        let right = years.first().and_then(|y| real(*y)).unwrap_or(weekday);
        let finding = Finding::on(reading, date.first, date.end).slot("weekday", reading.messages.get("weekday", WEEKDAYS.get(usize::from(right)).copied().unwrap_or("1")));
        if fits { out.agreed.push(finding) } else { out.flags.push(finding) }
    }
}

/// Keys of the weekdays' names, from 1 for Monday.
const WEEKDAYS: [&str; 8] = ["", "1", "2", "3", "4", "5", "6", "7"];

//! A weekday and a date that no calendar has together.
//!
//! NPR's checklist has each day and date looked up. Without a year the publication's year and its neighbours are tried
//! for all dates of the paragraph at once, and only a day that fits none of them is flagged. Without a publication
//! date two days of a paragraph must at least fit one year.

use super::suppress::MECHANICAL;
use super::{Check, Finding, Findings};
use crate::lang::class;
use crate::reading::{DateKind, DateMention, Reading, calendar, likely_years, weekday_of};
use crate::report::Severity;

/// First year of the Gregorian calendar.
const GREGORIAN: i32 = 1583;
/// Years that have every calendar there is.
const EVERY_CALENDAR: std::ops::Range<i32> = 2000..2028;

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

/// A weekday with the day and month beside it, tokens `first..end`.
struct Pair {
    first: usize,
    end: usize,
    weekday: u8,
    day: u8,
    month: u8,
    year: Option<i32>,
}

impl Pair {
    fn real(&self, year: i32) -> Option<u8> {
        calendar(year, self.month, self.day).map(weekday_of)
    }

    /// Whether the weekday is that of `year`; where the paragraph tells of a `winter`, its end belongs to the next year.
    fn fits(&self, year: i32, winter: bool) -> bool {
        self.real(year + i32::from(winter && self.month < 6)) == Some(self.weekday)
    }
}

fn run(reading: &Reading, out: &mut Findings) {
    let mut open: Vec<Pair> = Vec::new();
    let mut paragraph = 0;
    for pair in pairs(reading) {
        let here = reading.text.paragraphs.partition_point(|(first, _)| *first <= pair.first);
        if here != paragraph {
            joint(reading, &open, out);
            open.clear();
            paragraph = here;
        }
        match pair.year {
            Some(year) if year >= GREGORIAN => {
                tell(reading, &pair, pair.real(year), pair.real(year) == Some(pair.weekday), out)
            }
            Some(_) => {}
            None => open.push(pair),
        }
    }
    joint(reading, &open, out);
}

/// The dates with a weekday, also where it stands behind: “le 4 mai 2021, un mardi”.
fn pairs(reading: &Reading) -> Vec<Pair> {
    let text = &reading.text;
    let mut pairs = Vec::new();
    let mut last: Option<&DateMention> = None;
    for date in reading.dates.iter().filter(|d| !d.impossible) {
        if let (Some(weekday), Some(day), Some(month)) = (date.weekday, date.day, date.month) {
            pairs.push(Pair { first: date.first, end: date.end, weekday, day, month, year: date.year });
        }
        if let (Some(weekday), None, Some(other)) = (date.weekday, date.day, last)
            && let (None, Some(day), Some(month)) = (other.weekday, other.day, other.month)
        {
            let one = text.is(date.first.wrapping_sub(1), class::INDEF) && !text.is(date.first - 1, class::HABIT);
            let from = date.first - usize::from(one);
            let joint = class::BE.or(class::PRON).or(class::DEM);
            let between = other.end..from;
            let beside = between.len() <= 2
                && between.clone().all(|k| text.is(k, joint) || matches!(text.word(k), "," | "–" | "—" | "("));
            let bracket = text.sign(from.wrapping_sub(1), "(") && text.sign(date.end, ")");
            if beside && (one && !between.is_empty() || bracket) && other.kind == DateKind::Day {
                pairs.push(Pair { first: from, end: date.end, weekday, day, month, year: other.year });
            }
        }
        last = Some(date);
    }
    pairs
}

/// The dates of one paragraph that have no year of their own.
fn joint(reading: &Reading, pairs: &[Pair], out: &mut Findings) {
    let published = reading.published.map(|(day, _)| day);
    let near = published.map(likely_years);
    let winter = pairs.iter().any(|p| p.month > 10) && pairs.iter().any(|p| p.month < 3);
    // Of equals the year that the first date has.
    let count = |year: &i32| {
        let fits = |p: &&Pair| p.fits(*year, winter);
        pairs.iter().filter(fits).count() * 2 + usize::from(pairs.first().is_some_and(|p| fits(&p)))
    };
    let mut years: Vec<i32> = match near {
        Some(near) => near.to_vec(),
        None if pairs.len() > 1 => EVERY_CALENDAR.collect(),
        None => return,
    };
    // Of equals the publication's own year.
    years.reverse();
    let Some(year) = years.into_iter().max_by_key(count) else { return };
    for pair in pairs {
        let fits = pair.fits(year, winter);
        if published.is_some() || !fits {
            tell(reading, pair, published.and_then(|_| pair.real(year)), fits, out);
        }
    }
}

fn tell(reading: &Reading, pair: &Pair, real: Option<u8>, fits: bool, out: &mut Findings) {
    let weekday = real.map_or("other", |day| WEEKDAYS.get(usize::from(day)).copied().unwrap_or("other"));
    let finding = Finding::on(reading, pair.first, pair.end).slot("weekday", reading.messages.get("weekday", weekday));
    if fits { out.agreed.push(finding) } else { out.flags.push(finding) }
}

/// Keys of the weekdays' names, from 1 for Monday.
const WEEKDAYS: [&str; 8] = ["other", "1", "2", "3", "4", "5", "6", "7"];

//! The publication date: as a caller gives it, and in a leading metadata line.

use time::{Date, Month};

/// Reads a leading line such as `date 2024-08`: the date and the byte at which the article begins.
pub fn metadata(src: &str) -> (Option<&str>, usize) {
    let bom = if src.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let start = src.get(bom..).unwrap_or("");
    let head = start.trim_start();
    let Some(rest) = head.get(..4).filter(|w| w.eq_ignore_ascii_case("date")).and_then(|_| head.get(4..)) else {
        return (None, bom);
    };
    let rest = rest.trim_start_matches([' ', ':', '\t', '\u{a0}']);
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != '-').unwrap_or(rest.len());
    match rest.get(..end) {
        Some(date) if published_range(date).is_some() => (Some(date), src.len() - rest.len() + end),
        _ => (None, bom),
    }
}

/// The days that a publication date `YYYY-MM-DD` or `YYYY-MM` covers.
pub fn published_range(date: &str) -> Option<(Date, Date)> {
    let mut parts = date.split('-');
    let year = parts.next().filter(|y| y.len() == 4)?.parse().ok()?;
    let month = parts.next().filter(|m| m.len() == 2)?.parse::<u8>().ok().and_then(|m| Month::try_from(m).ok())?;
    let day = parts.next();
    if parts.next().is_some() {
        return None;
    }
    match day {
        Some(day) => {
            let date = Date::from_calendar_date(year, month, day.parse().ok().filter(|_| day.len() == 2)?).ok()?;
            Some((date, date))
        }
        None => Some((
            Date::from_calendar_date(year, month, 1).ok()?,
            Date::from_calendar_date(year, month, month.length(year)).ok()?,
        )),
    }
}

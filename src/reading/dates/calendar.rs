//! The calendar: days that move from year to year, and which day, week or month is meant where the text leaves that to
//! the day of publication.

use time::{Date, Month};

/// A first and a last day.
pub type Days = (Date, Date);

/// The day, where the calendar has it.
#[inline(never)]
pub fn calendar(year: i32, month: u8, day: u8) -> Option<Date> {
    Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()
}

/// Weekday number of a date, 1 for Monday.
#[inline(never)]
pub fn weekday_of(date: Date) -> u8 {
    date.weekday().number_from_monday()
}

/// The day `days` later.
#[inline(never)]
pub fn shift(date: Date, days: i32) -> Option<Date> {
    Date::from_julian_day(date.to_julian_day().checked_add(days)?).ok()
}

/// `count` whole months from `month` of `year` on, which may lie outside 1 to 12.
#[inline(never)]
pub fn months(year: i32, month: i32, count: i32) -> Option<Days> {
    let first = |months: i32| calendar(months.div_euclid(12), months.rem_euclid(12) as u8 + 1, 1);
    let start = year * 12 + month - 1;
    Some((first(start)?, shift(first(start + count)?, -1)?))
}

/// The day, week, weekend, month, quarter, half-year or year that lies `steps` such units behind that of `day`. Its
/// `size` is in days, 2 for a weekend.
pub fn unit(day: Date, size: f64, steps: i32) -> Option<Days> {
    let size = size as i32;
    if size >= 30 {
        let count = size / 30;
        let index = (day.year() * 12 + i32::from(u8::from(day.month())) - 1).div_euclid(count) + steps;
        return months(0, index * count + 1, count);
    }
    if size == 1 {
        return shift(day, steps).map(|day| (day, day));
    }
    // A weekend ends the week.
    let monday = shift(day, 1 - i32::from(weekday_of(day)) + 7 * steps)?;
    Some((shift(monday, if size == 2 { 5 } else { 0 })?, shift(monday, 6)?))
}

/// The day of an observance in `year`, by its value in the lists: month·100 + day; month·100 + 30 + 10·n + weekday for
/// the n-th such weekday of the month, the last for n = 5; 2000 + days after Easter, which may be the `eastern` one.
pub fn named_day(value: f64, year: i32, eastern: bool) -> Option<Date> {
    let value = value as i32;
    let (month, day) = ((value / 100) as u8, value % 100);
    if value > 1300 {
        return shift(easter(year, eastern)?, value - 2000);
    }
    if day <= 31 {
        return calendar(year, month, day as u8);
    }
    let first = calendar(year, month, 1)?;
    let (nth, weekday) = ((day - 30) / 10, day % 10);
    let found = shift(first, (weekday - i32::from(weekday_of(first))).rem_euclid(7) + 7 * (nth - 1))?;
    if found.month() == first.month() { Some(found) } else { shift(found, -7) }
}

/// Easter Sunday by Gauss, who holds from 1900 to 2099; the `eastern` one is reckoned by the Julian calendar.
fn easter(year: i32, eastern: bool) -> Option<Date> {
    let a = year % 19;
    let (m, n) = if eastern { (15, 6) } else { (24, 5) };
    let d = (19 * a + m) % 30;
    let e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7;
    let late = d == 29 && e == 6 || d == 28 && e == 6 && a > 10;
    let march = calendar(year, 3, 22).filter(|_| (1900..2100).contains(&year))?;
    shift(
        march,
        d + e
            + if eastern {
                13
            } else if late {
                -7
            } else {
                0
            },
    )
}

/// Of the days that `day` gives for the years around publication the one that is meant: with “last” or “next” (`turn`)
/// the nearest on that side, else the nearest of all, where the past counts as three times as near unless the clause
/// looks `ahead`.
#[inline(never)]
pub fn nearest(published: Date, turn: Option<i32>, ahead: bool, day: &dyn Fn(i32) -> Option<Date>) -> Option<Date> {
    let behind = |date: &Date| published.to_julian_day() - date.to_julian_day();
    let fits = |date: &Date| match turn {
        Some(turn) if turn != 0 => behind(date) * turn < 0,
        _ => true,
    };
    let far = |date: &Date| match behind(date) {
        past @ 0.. => past,
        coming if ahead => -coming,
        coming => -3 * coming,
    };
    likely_years(published).into_iter().filter_map(day).filter(fits).min_by_key(far)
}

/// The years that a day without a year may mean: the publication's and its neighbours.
pub fn likely_years(published: Date) -> [i32; 3] {
    let y = published.year();
    [y, y - 1, y + 1]
}

/// The weekday that is meant: strictly before or behind publication with “last” or “next”, near it with “this”, else
/// the last one, or the coming one where the clause looks `ahead`.
pub fn weekday(published: Date, weekday: u8, turn: Option<i32>, ahead: bool) -> Option<Date> {
    let first = match turn {
        Some(-1) => -7,
        Some(0) if !ahead => -4,
        Some(1) => 1,
        _ if ahead => 0,
        _ => -6,
    };
    let start = shift(published, first)?;
    shift(start, (i32::from(weekday) - i32::from(weekday_of(start))).rem_euclid(7))
}

/// A day as ISO 8601 writes it.
pub fn iso(date: Date) -> String {
    let two = |n: u8| if n < 10 { format!("0{n}") } else { n.to_string() };
    format!("{}-{}-{}", date.year(), two(u8::from(date.month())), two(date.day()))
}

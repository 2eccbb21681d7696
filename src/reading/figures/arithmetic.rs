//! Arithmetic on figures as a reader would do it: with what rounding leaves open, and no more.

use super::Figure;
use super::changes::{Change, Measure, Stated};
use super::digits::decimals;
use crate::lang::class;
use crate::report::{FigureKind, Precision};
use crate::text::{Kind, Text};

/// How far a number may stray by the way it is written: half of its last decimal, a quarter of its scale word.
pub fn slack(text: &Text, figure: &Figure) -> f64 {
    let mut scale = 1.0;
    let mut places = 0;
    for k in figure.first..figure.number_end {
        if text.kind(k) == Some(Kind::Number) {
            // Of a range the last number counts.
            (places, scale) = (decimals(text.fold(k), text.lang.decimal_comma), 1.0);
        } else if text.is(k, class::SCALE.or(class::MONEY_SCALE)) {
            scale *= text.value(k).unwrap_or(1.0);
        }
    }
    match places {
        0 if scale > 1.0 => scale / 4.0,
        0 => 0.0,
        _ => 0.5 * scale * (0..places).fold(1.0, |unit, _| unit / 10.0),
    }
}

/// What the values of a change give, beside what is stated.
#[derive(Clone, Copy, Debug)]
pub struct Computed {
    pub value: f64,
    pub measure: Measure,
    pub agrees: bool,
    /// Per cent are stated where the difference of the two shares is meant.
    pub points: bool,
}

/// Compares a stated change with the two values; `None` where one of the three is missing.
pub fn compare(change: &Change) -> Option<Computed> {
    let (from, to, stated) = (change.from?, change.to?, change.stated?);
    let (a, b) = (from.value, to.value);
    let difference = b - a;
    let strays = from.slack + to.slack;
    let share = to.kind == FigureKind::Percent;
    let relative = matches!(stated.measure, Measure::Percent | Measure::Factor);
    if relative && a - from.slack <= 0.0 || stated.measure == Measure::Points && !share {
        return None;
    }
    let ratio = |low: f64, high: f64| {
        ((b - to.slack) / (a + from.slack) * low - high, (b + to.slack) / (a - from.slack) * low - high)
    };
    let (value, (low, high)) = match stated.measure {
        Measure::Percent => (100.0 * difference / a, ratio(100.0, 100.0)),
        Measure::Factor => (b / a, ratio(1.0, 0.0)),
        Measure::Points | Measure::Unit => (difference, (difference - strays, difference + strays)),
    };
    // “from 84% to 80%, down 4%” is the difference, though 4.8 is not far from 4.
    let plain = share && (value.abs() - stated.value).abs() > 0.6 && (difference.abs() - stated.value).abs() < 1e-6;
    let agrees = fits(&stated, value, low, high) && !(plain && stated.precision == Precision::Exact);
    let points = !agrees && share && stated.measure == Measure::Percent && {
        let gap = (difference.abs() - stated.value).abs();
        gap <= strays + stated.slack + 0.051 && (stated.way == 0 || f64::from(stated.way) * difference > 0.0)
    };
    (points || !stated.of_object).then_some(Computed { value, measure: stated.measure, agrees, points })
}

/// Compares a factor with the percentage that tells it again: “a doublé (+ 100 %)”.
pub fn restated(change: &Change) -> Option<Computed> {
    let (factor, again) = (change.stated?, change.again?);
    let value = 100.0 * (factor.value - 1.0);
    let give = if factor.precision == Precision::Exact { 12.0 * factor.value } else { 18.0 * factor.value };
    Some(Computed {
        value,
        measure: Measure::Percent,
        agrees: fits(&again, value, value - give, value + give),
        points: false,
    })
}

/// Whether what is stated lies where the values can put it.
fn fits(stated: &Stated, value: f64, low: f64, high: f64) -> bool {
    if stated.measure == Measure::Factor {
        let (least, most) = match stated.precision {
            Precision::AtLeast => (0.975, f64::MAX),
            Precision::Exact => (0.9, 1.125),
            _ => (0.84, 1.16),
        };
        return high >= stated.value * least && low <= stated.value * most;
    }
    // The way is compared by the sign: of “a fall of 5%” that is a rise nothing agrees.
    let way = if stated.way == 0 { value.signum() } else { f64::from(stated.way) };
    let (low, high) = if way < 0.0 { (-high, -low) } else { (low, high) };
    let last = if stated.slack > 0.0 { stated.slack * 2.0 } else { 1.0 };
    let give = match (stated.measure, stated.precision) {
        (_, Precision::Approximate) => (stated.value * 0.1).max(last * 2.0),
        (Measure::Percent, _) => last.max(stated.value * 0.015) + 1e-6,
        _ => stated.slack + 1e-6,
    };
    match stated.precision {
        Precision::AtLeast => high >= stated.value - give,
        Precision::AtMost => low <= stated.value + give && high >= 0.0,
        _ => high >= stated.value - give && low <= stated.value + give,
    }
}

/// A number for a message: whole where it is whole, else with one decimal in the language's way.
pub fn written(text: &Text, value: f64) -> String {
    let tenths = (value.abs() * 10.0).round();
    if tenths >= 1e15 {
        return String::new();
    }
    let (whole, rest) = ((tenths / 10.0) as i64, tenths as i64 % 10);
    let mark = if text.lang.decimal_comma { ',' } else { '.' };
    let sign = if value < 0.0 && tenths > 0.0 { "−" } else { "" };
    if rest == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}{mark}{rest}") }
}

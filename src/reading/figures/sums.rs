//! Totals and their parts: “20 blessés : huit enfants et onze adultes”.

use super::{Count, Figure};
use crate::lang::class;
use crate::reading::{Reading, phrases};
use crate::report::Precision;
use crate::text::Kind;

/// A total, its parts, and whether the parts are said to be only some of it.
#[derive(Clone, Debug)]
pub struct Sum {
    pub total: usize,
    pub parts: Vec<usize>,
    pub partial: bool,
}

impl Sum {
    /// What the parts add up to.
    pub fn added(&self, reading: &Reading) -> f64 {
        self.parts.iter().filter_map(|p| reading.figures.get(*p)?.low).sum()
    }
}

/// All totals with parts inside one sentence.
pub fn find(reading: &Reading) -> Vec<Sum> {
    let text = &reading.text;
    let figures = &reading.figures;
    let exact = |f: &Figure| f.precision == Precision::Exact && f.count == Count::Given;
    let mut sums = Vec::new();
    for (i, total) in figures.iter().enumerate().filter(|(_, f)| exact(f)) {
        let rest: Vec<usize> = (i + 1..figures.len())
            .take_while(|k| figures.get(*k).is_some_and(|f| f.sentence == total.sentence))
            .collect();
        let Some(first) = rest.first().and_then(|k| figures.get(*k)) else { continue };
        let between = total.end..first.first;
        let opens = between.clone().rev().find(|k| {
            text.sign(*k, ":")
                || text.sign(*k, "(")
                || text.is(*k, class::TOTAL.or(class::INCLUDING))
                || matches!(text.word(*k), "–" | "—")
        });
        let Some(opener) = opens.filter(|k| first.first - *k <= 4) else { continue };
        // Nothing but a total may stand before the colon: “12 morts dans l'attaque : …”.
        if opener > total.end + 8 || text.quote_of(opener) != text.quote_of(total.first) {
            continue;
        }
        let partial = text.is(opener, class::INCLUDING);
        let mut parts = Vec::new();
        let mut before = opener + 1;
        for k in rest {
            let Some(part) = figures.get(k) else { break };
            let joined = parts.is_empty()
                || part.first.saturating_sub(before) <= 7
                    && (before..part.first).all(|t| {
                        text.sign(t, ",")
                            || text.kind(t) == Some(Kind::Word)
                                && !text.is(t, class::REL.or(class::COMP).or(class::BUT))
                                && !phrases::is_finite(text, t)
                    });
            let countable = exact(part) && same_kind(total, part);
            if !joined || !countable || part.subset && !parts.is_empty() {
                break;
            }
            parts.push(k);
            before = part.end;
        }
        let ended = parts.last().and_then(|k| figures.get(*k)).is_some_and(|last| {
            !reading
                .figures_in(total.sentence, total.sentence)
                .any(|(_, f)| f.first >= last.end && f.first < last.end + 3 && !exact(f))
        });
        if parts.len() >= if partial { 1 } else { 2 } && ended {
            sums.push(Sum { total: i, parts, partial });
        }
    }
    sums
}

/// Whether a part can be a part of the total: people of people, money of money.
fn same_kind(total: &Figure, part: &Figure) -> bool {
    use crate::report::FigureKind::*;
    let group = |f: &Figure| match f.kind {
        Money => 1,
        Percent => 2,
        Distance => 3,
        Duration => 4,
        Age => 5,
        _ => 0,
    };
    let harm = matches!((total.kind, part.kind), (Killed, Wounded) | (Wounded, Killed));
    group(total) == group(part) && group(total) < 2 && !harm
}

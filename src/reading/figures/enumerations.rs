//! Lists that are opened with their count: “trois villes : Metz et Nancy”, “three towns (Leeds, York and Hull)”.

use super::numbers;
use crate::lang::class;
use crate::reading::{Reading, phrases};
use crate::report::Precision;
use crate::text::{Kind, Text};

/// A count and the list behind it.
#[derive(Clone, Copy, Debug)]
pub struct Enumeration {
    pub count: usize,
    /// How few and how many things the list can be read to name.
    pub least: usize,
    pub most: usize,
    /// From the count to the end of the list.
    pub first: usize,
    pub end: usize,
}

/// Counts that a reader sees at a glance are a list's.
const COUNTS: std::ops::RangeInclusive<f64> = 2.0..=12.0;

/// All lists with a count.
pub fn find(reading: &Reading) -> Vec<Enumeration> {
    let text = &reading.text;
    let mut found: Vec<Enumeration> = Vec::new();
    for (s, sentence) in text.sentences.iter().enumerate() {
        for open in sentence.first + 2..sentence.end {
            let close = match text.word(open) {
                ":" => sentence.end,
                "(" => match (open..sentence.end).find(|k| text.sign(*k, ")")) {
                    Some(close) => close,
                    None => continue,
                },
                "–" | "—" => {
                    (open + 1..sentence.end).find(|k| matches!(text.word(*k), "–" | "—")).unwrap_or(sentence.end)
                }
                _ if text.is(open, class::TOTAL) && text.sign(open - 1, ",") => sentence.end,
                // “Les trois lauréats sont Anna Weil et Marc Dufour.”
                _ if text.is(open, class::BE)
                    && text.is(open, class::PRESENT)
                    && is_name_list(text, open, sentence.first) =>
                {
                    sentence.end
                }
                _ => continue,
            };
            if text.kind(open) == Some(Kind::Number) || found.last().is_some_and(|f| f.end > open) {
                continue;
            }
            let Some((first, count)) = count_before(text, sentence.first, open) else { continue };
            let list = below(text, s, open).or_else(|| inside(text, open + 1, close));
            if let Some((least, most, end)) = list {
                let end = end + usize::from(text.sign(end, ")") || text.kind(end) == Some(Kind::Mark));
                found.push(Enumeration { count, least, most, first, end });
            }
        }
    }
    found
}

/// Whether a known group right before the verb is told by names behind it.
fn is_name_list(text: &Text, be: usize, first: usize) -> bool {
    let name = be + 1 + usize::from(text.is(be + 1, class::DEF));
    text.is(first, class::DEF) && be <= first + 4 && text.is_name(name)
}

/// The count whose list opens at token `open`: the only one of its clause.
fn count_before(text: &Text, floor: usize, open: usize) -> Option<(usize, usize)> {
    let floor = floor.max(open.saturating_sub(12));
    let mut counts = (floor..open).filter_map(|k| {
        let number =
            text.kind(k) == Some(Kind::Number) || text.is(k, class::NUM) && !text.is(k, class::INDEF.or(class::PRON));
        let q = number.then(|| numbers::number(text, k)).flatten()?;
        (q.end == k + 1 && q.precision == Precision::Exact && !q.article && !q.share).then_some((k, q.low?))
    });
    let (at, value) = counts.next().filter(|(_, v)| COUNTS.contains(v))?;
    if counts.next().is_some() {
        return None;
    }
    // What is counted is a thing or people in the plural, not years, money, times or votes.
    let noun = (at + 1..open.min(at + 4))
        .find(|k| text.is(*k, class::NOUN) || text.ends_plural(*k) && text.kind(*k) == Some(Kind::Word))?;
    let measured = class::DURATION
        .or(class::MONEY)
        .or(class::PERCENT)
        .or(class::DISTANCE)
        .or(class::TIMES)
        .or(class::SCALE)
        .or(class::POINT)
        .or(class::AGE)
        .or(class::NUM);
    let harmed = class::DEAD.or(class::WOUNDED).or(class::CASUALTY);
    let plural = text.ends_plural(noun) || text.is(noun, class::MASS_PEOPLE);
    let bound = at > 0
        && text.is(
            at - 1,
            class::AT_LEAST
                .or(class::ABOUT)
                .or(class::MORE_THAN)
                .or(class::LESS_THAN)
                .or(class::OF)
                .or(class::ONE_OF)
                .or(class::INCLUDING),
        );
    let partial = (at..open).any(|k| text.is(k, class::INCLUDING.or(class::OTHER).or(class::VERSUS)));
    let quoted = (at..open).any(|k| text.kind(k) == Some(Kind::Mark));
    let fits =
        plural && !bound && !partial && !quoted && !text.is(noun, measured.or(harmed)) && !text.is(at + 1, measured);
    fits.then_some((at, value as usize))
}

/// The things named at tokens `from..to` of one sentence: least, most, and where the list ends.
fn inside(text: &Text, from: usize, to: usize) -> Option<(usize, usize, usize)> {
    let mut to = to;
    while to > from && (text.sign(to - 1, ".") || text.kind(to - 1) == Some(Kind::Mark)) {
        to -= 1;
    }
    let open_ended = |k: usize| {
        text.is(k, class::INCLUDING.or(class::EXAMPLE)) || matches!(text.word(k), "…" | "?" | "!" | ":" | "(")
    };
    if to < from + 2 || to > from + 80 || (from..to).any(open_ended) {
        return None;
    }
    // A clause is no list of things; a sentence may go on behind the last one.
    if (from..to).any(|k| {
        // “Vent d'est”
        let noun = text.is(k, class::NOUN.or(class::ADJECTIVE)) || text.is_name(k) || text.is(k - 1, class::OF);
        phrases::is_finite(text, k) && !noun
    }) {
        return None;
    }
    let strong = (from..to).any(|k| text.sign(k, ";"));
    let stop = |k: usize| if strong { text.sign(k, ";") } else { text.sign(k, ",") };
    let mut parts: Vec<(usize, usize)> = Vec::new();
    let mut start = from;
    for k in from..=to {
        if k == to || stop(k) {
            if k > start {
                parts.push((start, k));
            }
            start = k + 1;
        }
    }
    let and = |k: &usize| text.is(*k, class::AND) || text.sign(*k, "&");
    let joints = (from..to).filter(and).count();
    let led = parts.last().is_some_and(|(a, _)| and(a));
    // A list of two or more ends in “et” / “and”; without one it may be an aside.
    if joints == 0 && !strong && parts.len() < 3 {
        return None;
    }
    // “Paul Vidal, maire de Sens, et …”: what says who somebody is names nobody else.
    let aside = |(a, _): &(usize, usize)| {
        let a = *a + usize::from(text.is(*a, class::DEF.or(class::INDEF).or(class::POSS)));
        text.kind(a) == Some(Kind::Number)
            || text.is(
                a,
                class::ROLE
                    .or(class::PROFESSION)
                    .or(class::FAMILY)
                    .or(class::REL)
                    .or(class::PREP)
                    .or(class::PP)
                    .or(class::GER)
                    .or(class::OF)
                    .or(class::NUM)
                    .or(class::ADV),
            ) && !text.is_name(a)
    };
    // “le ministre, Paul Rey, et …”: a name behind what is none.
    let named = |(a, _): &(usize, usize)| text.capital(*a);
    // French names things with an article or by their names: a bare noun behind those tells of the one before.
    let article = class::DEF.or(class::INDEF).or(class::POSS).or(class::DEM);
    let made = |(a, _): &(usize, usize)| text.is(*a, article) || text.is_name(*a);
    let bare =
        |next: &(usize, usize)| text.lang.romance && parts.first().is_some_and(made) && !made(next) && !and(&next.0);
    let glosses = parts
        .iter()
        .zip(parts.iter().skip(1))
        .filter(|(one, next)| aside(next) || bare(next) || named(next) && !named(one))
        .count();
    if parts.first().is_some_and(|(a, _)| {
        text.kind(*a) == Some(Kind::Number)
            || text.is(*a, class::NUM.or(class::REL).or(class::COMP).or(class::IF).or(class::SUBORD))
                && !text.is(*a, class::INDEF)
    }) {
        return None;
    }
    let inner = joints - usize::from(led && joints > 0);
    // “le Mali et le Niger”: two of the same make; “l'eau et l'air” of a longer part may be one thing.
    let sure = parts.last().is_some_and(|(a, b)| !led && joints == 1 && !strong && pairs(text, *a, *b));
    let most = parts.len() + if strong { 0 } else { inner };
    let least = (parts.len() + usize::from(sure)).saturating_sub(glosses);
    Some((least, most, to))
}

/// Whether “X et Y” at tokens `from..to` are two things of the same make: two names, or two nouns each with its article.
fn pairs(text: &Text, from: usize, to: usize) -> bool {
    let mut joints = (from..to).filter(|k| text.is(*k, class::AND));
    let (Some(and), None) = (joints.next(), joints.next()) else { return false };
    let article = class::DEF.or(class::INDEF).or(class::POSS);
    // “« La Lieuse » et « Le Vent »”
    let named = |k: usize| text.is_name(k) || text.is_name(k + 1) || text.kind(k) == Some(Kind::Mark);
    let opens = |k: usize| (text.is(k, article), named(k));
    // “barracks and schools”
    let words = and == from + 1 && to == and + 2 && !text.capital(from);
    words || and > from && and + 1 < to && opens(from) == opens(and + 1) && (opens(from).0 || opens(from).1)
}

/// A list in lines of its own below “trois mesures :”.
fn below(text: &Text, s: usize, open: usize) -> Option<(usize, usize, usize)> {
    let (sentence, next) = (text.sentence(s), text.sentence(s + 1));
    if !text.sign(open, ":") || open + 1 < sentence.end || next.paragraph == sentence.paragraph {
        return None;
    }
    let bullet = |k: usize| matches!(text.word(k), "-" | "–" | "—" | "•" | "*" | "·");
    let lines = text.paragraphs.get(next.paragraph..)?.iter().take_while(|(first, _)| bullet(*first));
    let (mut count, mut end) = (0, 0);
    for (_, stop) in lines {
        (count, end) = (count + 1, *stop - usize::from(text.sign(*stop - 1, ".")));
    }
    (count >= 2).then_some((count, count, end))
}

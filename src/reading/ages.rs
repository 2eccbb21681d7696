//! Ages, durations and anniversaries beside the years that they can be reckoned from.

use super::{Count, DateKind, DateMention, Figure, Reading, phrases};
use crate::lang::{Classes, class};
use crate::report::{FigureKind, Precision};
use crate::text::{Kind, Text};

/// Tokens between a number of years and the date that it belongs to.
const REACH: usize = 12;

/// A number of years, tokens `first..end`, with what the calendar makes of it.
pub struct Years<'r> {
    pub first: usize,
    pub end: usize,
    /// The date that it is reckoned from.
    pub date: &'r DateMention,
    pub told: i32,
    pub real: i32,
}

/// Every number of years that a date beside it tells as well.
pub fn find<'r>(reading: &'r Reading) -> Vec<Years<'r>> {
    let mut found = Vec::new();
    for (i, figure) in reading.figures.iter().enumerate() {
        let alone =
            || reading.figures_in(figure.sentence, figure.sentence).filter(|(_, f)| is_age(f)).all(|(j, _)| j == i);
        let Some(told) = years(&reading.text, figure) else { continue };
        let real = period(reading, figure)
            .or_else(|| since(reading, figure))
            .or_else(|| lasted(reading, figure))
            .or_else(|| held(reading, figure))
            .or_else(|| ago(reading, figure))
            .or_else(|| birthday(reading, figure))
            .or_else(|| alone().then(|| age(reading, figure)).flatten());
        found.extend(real.map(|(date, real)| Years { first: figure.first, end: figure.end, date, told, real }));
    }
    found.extend((0..reading.text.tokens.len()).filter_map(|i| anniversary(reading, i)));
    found
}

fn is_age(figure: &Figure) -> bool {
    figure.kind == FigureKind::Age
}

/// The years that a figure counts: “48 ans”, “aged 62”, or a bare number, which may be an age.
fn years(text: &Text, figure: &Figure) -> Option<i32> {
    let unit = (figure.number_end..figure.end).find(|k| text.is(*k, class::CALENDAR_UNIT));
    let in_years = match unit {
        Some(unit) => text.value(unit) == Some(365.0),
        None => is_age(figure) || figure.head.is_none() && figure.kind == FigureKind::Other,
    };
    let exact = figure.precision == Precision::Exact && figure.count == Count::Given && !figure.hypothetical;
    figure
        .low
        .filter(|value| exact && in_years && value.fract() == 0.0 && (1.0..2000.0).contains(value))
        .map(|v| v as i32)
}

/// The dates of the figure's sentence that have a year.
fn dated<'r>(reading: &'r Reading, sentence: usize) -> Vec<&'r DateMention> {
    let dated =
        |d: &&DateMention| d.year.is_some() && matches!(d.kind, DateKind::Day | DateKind::Month | DateKind::Year);
    let whole = |d: &&DateMention| d.from.zip(d.to).is_none_or(|(a, b)| b.to_julian_day() - a.to_julian_day() < 370);
    reading.dates_in(sentence).filter(dated).filter(whole).collect()
}

/// Whether only small words stand in tokens `first..end`, and nouns that a preposition joins: “dix ans de prison, de …”.
fn bridged(text: &Text, first: usize, end: usize) -> bool {
    let word = class::NOUN.or(class::VERB).or(class::NUM).or(class::BEFORE);
    let small = class::PREP.or(class::TOTAL).or(class::OR).or(class::TO).or(class::OF).or(class::DEF);
    let passes = |k: usize| {
        let joined = k > first && (text.is(k - 1, class::OF) || text.is(k, class::NOUN) && text.is(k - 1, class::PREP));
        let bracket = text.sign(end, "(") && text.is(k, class::NOUN);
        let free = text.kind(k) != Some(Kind::Number) && !text.is(k, word) && !text.is_name(k);
        joined || bracket || text.is(k, small) && !text.is(k, class::BEFORE) || free
    };
    first <= end && end - first <= REACH && (first..end).all(passes)
}

/// Whether figure and date stand side by side, whichever comes first.
fn beside(text: &Text, figure: &Figure, first: usize, end: usize) -> bool {
    if figure.first >= end { bridged(text, end, figure.first) } else { bridged(text, figure.end, first) }
}

/// “de 1994 à 2003, soit pendant neuf ans”
fn period<'r>(reading: &'r Reading, figure: &Figure) -> Option<(&'r DateMention, i32)> {
    let text = &reading.text;
    let dates = dated(reading, figure.sentence);
    let opening = text.sentence(figure.sentence).first;
    let (start, end) = dates.iter().zip(dates.iter().skip(1)).find(|(a, b)| {
        let joint = (a.end..b.first)
            .all(|k| text.is(k, class::TO.or(class::AND).or(class::DEF)) || matches!(text.word(k), "-" | "–" | "—"));
        let opener = a.first.wrapping_sub(1);
        let opens =
            text.is(opener, class::BETWEEN.or(class::OF).or(class::PREP).or(class::DEF)) || text.sign(opener, "(");
        joint
            && opens
            && a.end < b.first
            && b.first - a.end <= 2
            && (beside(text, figure, a.first.saturating_sub(1), b.end)
                || a.first < opening + 9 && text.sign(b.end, ",") && holds(reading, figure, b.end + 1))
    })?;
    let told = figure.kind == FigureKind::Duration || is_age(figure) && !lifespan(text, start);
    told.then_some(())?;
    Some((start, end.year? - start.year?))
}

/// “Maire de 2001 à 2014, il a tenu vingt ans les rênes”: the clause behind a span of years tells how long it lasted.
fn holds(reading: &Reading, figure: &Figure, clause: usize) -> bool {
    let text = &reading.text;
    let only = reading.figures_in(figure.sentence, figure.sentence).count() == 1;
    let before = figure.first.wrapping_sub(1);
    // “il a fait dix ans de prison”, “ten years later” are other spans.
    let whole = !text.is(figure.end, class::OF.or(class::AFTER).or(class::BEFORE).or(class::AGO).or(class::ADV));
    let lasting = text.is(before, class::PP.or(class::FIN)) && text.lang.romance
        || text.is(before, class::PREP)
            && !text.is(before, class::BEFORE.or(class::AFTER).or(class::VIA).or(class::OF));
    let near = clause < figure.first && figure.first <= clause + 9 && !(clause..figure.first).any(|k| text.is_pause(k));
    let verbs = (clause..figure.first).any(|k| phrases::is_finite(text, k));
    only && whole && lasting && near && verbs
}

/// “(1931-2009)”: its opening bracket stands right before it.
fn lifespan(text: &Text, start: &DateMention) -> bool {
    text.sign(start.first.wrapping_sub(1), "(")
}

/// “depuis 2008, depuis seize ans”, “since 2008, for sixteen years”: until the day of publication.
fn since<'r>(reading: &'r Reading, figure: &Figure) -> Option<(&'r DateMention, i32)> {
    let text = &reading.text;
    let published = reading.published?.0.year();
    let lead = class::AFTER.or(class::TOTAL).or(class::PREP);
    let opened = text.is(figure.first.wrapping_sub(1), lead) && !text.is(figure.first.wrapping_sub(1), class::OF)
        || text.sign(figure.first.wrapping_sub(1), "(");
    let dates = dated(reading, figure.sentence);
    let date = dates.into_iter().find(|d| {
        text.is(d.first.wrapping_sub(1), class::AFTER)
            && text.is(d.first.wrapping_sub(1), class::PREP)
            && beside(text, figure, d.first.saturating_sub(1), d.end)
            // “depuis 24 ans et de la ville voisine depuis 2006”
            && !(d.end.min(figure.end)..d.first.max(figure.first)).any(|k| text.is(k, class::AND))
    })?;
    (opened && figure.kind == FigureKind::Duration).then_some((date, published - date.year?))
}

/// “À la tête du club depuis 1998, il s'en va après 35 ans”, “opened in 1975, it will shut after 60 years”: behind a
/// pause, how long it lasted until now.
fn lasted<'r>(reading: &'r Reading, figure: &Figure) -> Option<(&'r DateMention, i32)> {
    let text = &reading.text;
    let published = reading.published?.0.year();
    let after = figure.first.checked_sub(1).filter(|k| text.is(*k, class::AFTER))?;
    let alone = reading.figures_in(figure.sentence, figure.sentence).count() == 1;
    // “after 35 years in charge”, “après 45 ans de mandat”: of what began then; “after 25 years in politics” of more.
    let own = counted_out(text, figure.end) || (figure.end..figure.end + 4).any(|k| text.is(k, class::OFFICE));
    let dates = dated(reading, figure.sentence);
    let date = dates.first().filter(|d| dates.len() == 1 && d.end < after)?;
    let before = date.first.wrapping_sub(1);
    let since = text.is(before, class::AFTER) && text.is(before, class::PREP);
    let begun = begun(reading, figure.sentence, class::BEGIN).is_some_and(|d| d.first == date.first);
    let pause = (date.end..after).any(|k| text.sign(k, ","));
    (alone && own && pause && (since || begun) && figure.kind == FigureKind::Duration)
        .then_some((*date, published - date.year?))
}

/// Whether nothing is told of a span of time but that it ended.
fn counted_out(text: &Text, end: usize) -> bool {
    text.token(end).is_none_or(|t| t.kind != Kind::Word)
}

/// “Maire depuis vingt ans, il avait été élu pour la première fois en 2011”: how long somebody holds an office, and
/// when it began.
fn held<'r>(reading: &'r Reading, figure: &Figure) -> Option<(&'r DateMention, i32)> {
    let text = &reading.text;
    let published = reading.published?.0.year();
    let before = figure.first.checked_sub(1)?;
    let lead = text.is(before, class::AFTER) && text.is(before, class::PREP)
        || !text.lang.romance && text.is(before, class::PREP);
    let sentence = text.sentence(figure.sentence);
    let opens = figure.first < sentence.first + 12 && text.sign(figure.end, ",") && lead;
    let dates = dated(reading, figure.sentence);
    let date = dates.first().filter(|d| dates.len() == 1 && d.first > figure.end)?;
    // Only a first election or an entry into office began it: “élu maire en 2020” may be another office.
    let gap = figure.end..date.first;
    let first = gap.clone().any(|k| text.is(k, class::ENTRY))
        || gap.clone().any(|k| text.is(k, class::SUP_PHRASE.or(class::SUPERLATIVE)))
            && gap.clone().any(|k| text.is(k, class::ELECTED))
        || is_founded(text, figure, date);
    (opens && first && figure.kind == FigureKind::Duration).then_some((*date, published - date.year?))
}

/// “The line, which has run for thirty years, was founded in 1981”: what goes on, and its beginning right behind.
fn is_founded(text: &Text, figure: &Figure, date: &DateMention) -> bool {
    let clause = text.sentence(figure.sentence).first.max(figure.first.saturating_sub(6))..figure.first;
    let goes_on = if text.lang.romance {
        text.is(figure.first.wrapping_sub(1), class::AFTER)
    } else {
        clause.clone().any(|k| text.is(k, class::PRESENT) && text.is(k, class::HAVE))
    };
    let begin = |k: usize| text.is(k, class::BEGIN) && text.is(k, class::PP);
    goes_on && date.first <= figure.end + 9 && (figure.end + 1..date.first).any(begin)
}

/// “il y a vingt ans, en 2004”
fn ago<'r>(reading: &'r Reading, figure: &Figure) -> Option<(&'r DateMention, i32)> {
    let text = &reading.text;
    let published = reading.published?.0.year();
    let ago = reading
        .dates_in(figure.sentence)
        .find(|d| d.first <= figure.first && figure.number_end <= d.end && d.year.is_none())?;
    let counted = ago.kind == DateKind::Year && (ago.first..ago.end).any(|k| text.is(k, class::AGO));
    let date = dated(reading, figure.sentence).into_iter().filter(|_| counted).find(|d| {
        let (from, to) = if d.first > ago.first { (ago.end, d.first) } else { (d.end, ago.first) };
        to.saturating_sub(from) <= 3 && bridged(text, from, to) && from < to
    })?;
    Some((date, published - date.year?))
}

/// The date that something was born or begun on.
fn begun<'r>(reading: &'r Reading, sentence: usize, by: Classes) -> Option<&'r DateMention> {
    let text = &reading.text;
    dated(reading, sentence).into_iter().find(|d| {
        let before = d.first.saturating_sub(8)..d.first;
        let verb = before.clone().rev().find(|k| text.is(*k, by) && text.sentence_of(*k) == sentence);
        verb.is_some_and(|verb| {
            !(verb + 1..d.first).any(|k| text.is(k, class::FIN) || text.kind(k) == Some(Kind::Number))
        })
    })
}

/// The year in which something is told to be so many years old, and whether the sentence gives it: of its dates after
/// `start` and of publication the one that fits best.
fn told_in(reading: &Reading, sentence: usize, told: i32, start: &DateMention) -> Option<(i32, bool)> {
    let first = start.year?;
    let others = dated(reading, sentence).into_iter().filter_map(|d| d.year).filter(|year| *year > first);
    let years = others.map(|year| (year, true)).chain(reading.published.map(|(day, _)| (day.year(), false)));
    years.min_by_key(|(year, _)| (year - first - told).abs())
}

/// “Née en 1961, elle avait 58 ans en 2019”, “X (1931-2009) est mort à 77 ans”, “X, 72 ans, né en 1952”.
fn age<'r>(reading: &'r Reading, figure: &Figure) -> Option<(&'r DateMention, i32)> {
    let text = &reading.text;
    let s = figure.sentence;
    let before = figure.first.wrapping_sub(1);
    let bare = figure.end == figure.number_end && !is_age(figure);
    let apart = text.is_pause(before) && text.is_pause(figure.end);
    let says = text.is(before, class::BE.or(class::HAVE));
    // “avec son fils de 61 ans”, “her 61-year-old son”
    let owner = before.wrapping_sub(1);
    let of = text.is(before, class::OF);
    let opens_sentence = figure.first < text.sentence(s).first + 4;
    let other = of && (text.is(owner, class::FAMILY) || !text.is(owner, class::AGE.or(class::AGED).or(class::NOUN)))
        || text.is(before, class::POSS)
        || text.is(figure.end, class::FAMILY)
        || text.is(figure.end, class::PERSON) && !opens_sentence;
    let died = died(reading, figure);
    if other || (bare || figure.kind == FigureKind::Duration) && !says && !apart && !died {
        return None;
    }
    let spans = dated(reading, s).into_iter().find(|d| lifespan(text, d) && matches!(text.word(d.end), "-" | "–"));
    // “Il est né en 1952.” tells of whom the sentence before gave the age.
    let opens = |s: usize| {
        let sentence = text.sentence(s);
        (sentence.first..sentence.end.min(sentence.first + 4)).any(|k| text.is(k, class::BIRTH))
    };
    let next =
        || if !bare && opens(s + 1) || apart && opens(s + 1) { begun(reading, s + 1, class::BIRTH) } else { None };
    // “Le pont, construit en 1950, a 74 ans.”
    let built = || begun(reading, s, class::BEGIN).filter(|_| !bare && text.is(before, class::PRESENT));
    let start = spans.or_else(|| begun(reading, s, class::BIRTH)).or_else(next).or_else(built)?;
    let (year, dated) = told_in(reading, s, years(text, figure)?, start)?;
    let sentence = text.sentence(s);
    let then = (figure.end..sentence.end).take(6).any(|k| text.is(k, class::SUBORD.or(class::AFTER).or(class::BEFORE)));
    // Without a date of its own the age is that of today.
    let now = apart || text.is(before, class::PRESENT) || is_age(figure) && (of || opens_sentence);
    (dated || now && !then || died).then_some((start, year - start.year?))
}

/// “s'est éteinte dimanche à 85 ans”, “died on Friday at the age of 79”: the age on a day near publication.
fn died(reading: &Reading, figure: &Figure) -> bool {
    let text = &reading.text;
    let before = figure.first.wrapping_sub(1);
    let from = text.sentence(figure.sentence).first.max(figure.first.saturating_sub(12));
    let lead = class::TO.or(class::AGED).or(class::OF).or(class::PREP);
    let aged = is_age(figure) || text.is(before, class::TO) && text.is_pause(figure.end);
    let recent =
        |d: &DateMention| d.year.is_none() && (d.weekday.is_some() || d.day.is_some() || d.kind == DateKind::Relative);
    let dies = class::DIE.or(class::DEAD).or(class::PASSING);
    aged && (text.is(before, lead) || (figure.first..figure.end).any(|k| text.is(k, class::AGED)))
        && (from..figure.first).any(|k| text.is(k, dies))
        && reading.dates_in(figure.sentence).any(recent)
}

/// “Fondée en 1987, la troupe fête ses 50 ans”
fn birthday<'r>(reading: &'r Reading, figure: &Figure) -> Option<(&'r DateMention, i32)> {
    let text = &reading.text;
    let from = figure.first.saturating_sub(5);
    let feast = (from..figure.first).any(|k| text.is(k, class::ANNIVERSARY) && text.is(k, class::VERB));
    let start = begun(reading, figure.sentence, class::BEGIN.or(class::BIRTH))
        .filter(|_| feast && text.is(figure.first - 1, class::POSS))?;
    let (year, _) = told_in(reading, figure.sentence, years(text, figure)?, start)?;
    Some((start, year - start.year?))
}

/// “le 40e anniversaire de …, fondée en 1975”, “the 50th birthday”, “le bicentenaire de la bataille de 1812”
fn anniversary<'r>(reading: &'r Reading, i: usize) -> Option<Years<'r>> {
    let text = &reading.text;
    if !text.is(i, class::ANNIVERSARY) || !text.is(i, class::NOUN) && text.value(i).is_none() {
        return None;
    }
    let (told, first) = match text.value(i) {
        Some(value) => (value as i32, i),
        None => ordinal(text, i)?,
    };
    let s = text.sentence_of(i);
    let dates = dated(reading, s);
    let start = *dates.iter().min_by_key(|d| d.year)?;
    let before = start.first.wrapping_sub(1);
    let verb = begun(reading, s, class::BEGIN.or(class::BIRTH).or(class::PP)).is_some_and(|d| d.first == start.first);
    let introduced = verb
        || start.first > i
            && ((before.saturating_sub(1)..=before).any(|k| text.is(k, class::OF)) || text.sign(before, "("));
    let (year, dated) = told_in(reading, s, told, start).filter(|_| introduced)?;
    let past = !dated && !(first.saturating_sub(6)..first).any(|k| text.is(k, class::ANNIVERSARY));
    (!past || start.first > i || verb).then_some(Years {
        first,
        end: i + 1,
        date: start,
        told,
        real: year - start.year?,
    })
}

/// The ordinal before an anniversary: “40e”, “40th”, “quarantième”.
fn ordinal(text: &Text, i: usize) -> Option<(i32, usize)> {
    let word = i.checked_sub(1)?;
    if text.is(word, class::ORDINAL_SUFFIX) && text.kind(word.wrapping_sub(1)) == Some(Kind::Number) {
        return Some((text.word(word - 1).parse().ok()?, word - 1));
    }
    text.value(word).filter(|_| text.is(word, class::ORDINAL)).map(|value| (value as i32, word))
}

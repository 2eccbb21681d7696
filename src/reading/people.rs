//! Private people by name, and what else makes one known: age, school, street, family.

use super::{Reading, contacts, phrases};
use crate::lang::{Classes, class};
use crate::report::FigureKind;
use crate::text::{Kind, Text};

/// A person's name: tokens `first..end`.
#[derive(Clone, Copy, Debug)]
pub struct Name {
    pub first: usize,
    pub end: usize,
    /// First name and surname, neither an initial.
    pub full: bool,
}

/// Words of names that are no person's.
const NO_PERSON: Classes = class::STATE
    .or(class::INSTITUTION)
    .or(class::MEDIA)
    .or(class::GROUP)
    .or(class::GROUP_NAME)
    .or(class::DEMONYM)
    .or(class::STREET)
    .or(class::SCHOOL)
    .or(class::FORCE)
    .or(class::DOC)
    .or(class::OBSERVANCE)
    .or(class::CHANNEL);

/// Titles that stand before a name and are none of it.
const TITLE: Classes = class::HONORIFIC.or(class::ROLE).or(class::PROFESSION).or(class::GUILT).or(class::PERSON);

/// The persons named in sentence `s`, in order: two words or more, or one behind a title of address.
pub fn names(text: &Text, s: usize) -> Vec<Name> {
    let sentence = text.sentence(s);
    let mut found = Vec::new();
    let mut i = sentence.first;
    while i < sentence.end {
        // “Rose Martin”: a first name that opens the sentence and is a common word as well.
        let common = text.capital(i)
            && text.is(i, class::NOUN.or(class::ADJECTIVE))
            && text.is_name(i + 1)
            && !text.is(i, TITLE.or(NO_PERSON).or(class::PREP).or(class::ADV).or(class::PP));
        let mut end = i + usize::from(common);
        while end < sentence.end && text.is_name(end) && text.quote_of(end) == text.quote_of(i) {
            end += 1;
        }
        if end == i {
            i += 1;
            continue;
        }
        let first = (i..end).find(|k| !text.is(*k, TITLE)).unwrap_or(end);
        let titled = first > i || i > 0 && text.is(i - 1, class::HONORIFIC);
        // “à Los Angeles”, “rue Victor Hugo”
        let place = first > 0
            && text.is(first - 1, class::TO.or(class::VIA).or(class::STREET).or(class::SCHOOL))
            && !text.is(first - 1, class::BY.or(class::WITH));
        let person = !(first..end).any(|k| text.is(k, NO_PERSON)) && !place;
        // “Marc T., 40 ans”: the dot of an initial before a comma.
        let initial = text.word(end - 1).len() == 1 && text.sign(end, ".") && text.glued(end);
        let last = end;
        end += usize::from(initial);
        let letters = |k: usize| text.word(k).trim_end_matches('.').chars().count();
        if person && (end - first >= 2 || titled && end > first) {
            found.push(Name { first, end, full: last - first >= 2 && (first..last).all(|k| letters(k) > 1) });
        }
        i = end;
    }
    found
}

/// Years below which a person is a minor.
const MAJORITY: f64 = 18.0;

/// The tokens of an age under eighteen in sentence `s` that `first..end` stands beside: “, 13 ans”, “13-year-old …”.
pub fn young(reading: &Reading, s: usize, first: usize, end: usize) -> bool {
    let text = &reading.text;
    let apart = |from: usize, to: usize| {
        (from..to).any(|k| {
            text.is(k, class::FIN) && !text.is(k, class::NOUN.or(class::ADJECTIVE).or(class::AGED))
                || text.is(k, class::BY.or(class::WITH))
        })
    };
    let minor = |low: Option<f64>| low.is_some_and(|v| (0.0..MAJORITY).contains(&v));
    let aged = reading.figures_in(s, s).any(|(_, f)| {
        let near = (end..end + 4).contains(&f.first) && !apart(end, f.first)
            || (f.end..f.end + 4).contains(&first) && !apart(f.end, first)
            || f.first < first && end <= f.end;
        // “Camille Berger, 15.”: a bare number behind a name.
        let bare = f.kind == FigureKind::Other
            && f.first == end + 1
            && f.end == end + 2
            && text.sign(end, ",")
            && text.is_pause(f.end);
        (f.kind == FigureKind::Age && near || bare) && minor(f.low)
    });
    // “le collégien Lucas Ferrier”, “Lucas Ferrier, a schoolboy”
    let word = (first.saturating_sub(2)..first).chain(end + 1..end + 4).any(|k| {
        text.is(k, class::UNDERAGE)
            && text.sentence_of(k) == s
            && (k < first || text.sign(end, ",") && !phrases::is_finite(text, k + 1) && !phrases::unknown(text, k + 1))
            && !text.is(k.wrapping_sub(1), class::OF.or(class::BY).or(class::WITH))
    });
    aged || word
}

/// Whether sentence `s` tells of somebody under eighteen.
pub fn tells_of_minor(reading: &Reading, s: usize) -> bool {
    let minor = |low: Option<f64>| low.is_some_and(|v| (0.0..MAJORITY).contains(&v));
    reading.sentence_has(s, class::UNDERAGE)
        || reading.figures_in(s, s).any(|(_, f)| f.kind == FigureKind::Age && minor(f.low))
}

/// Where a school or street that makes somebody of sentence `s` known is named.
pub fn places(reading: &Reading, s: usize) -> Vec<(usize, usize)> {
    let text = &reading.text;
    let sentence = text.sentence(s);
    let Some(tie) = (sentence.first..sentence.end).find(|k| text.is(*k, class::RESIDES)) else { return Vec::new() };
    let mut found = Vec::new();
    let mut i = sentence.first;
    while i < sentence.end {
        let place = if text.is(i, class::SCHOOL) { school(text, i) } else { way(text, i) };
        // “élève au collège Paul-Bert”: what ties the person to the place stands close before it.
        match place.filter(|(first, _)| (tie..*first).contains(&tie) && *first - tie < 8) {
            Some((first, end)) => {
                found.push((first, end));
                i = end;
            }
            None => i += 1,
        }
    }
    found
}

/// “collège Paul-Bert”, “collège de la Roseraie”, “Oakfield Primary School”
fn school(text: &Text, i: usize) -> Option<(usize, usize)> {
    let names = |from: usize| (from..).take_while(|k| text.is_name(*k)).count();
    if text.lang.romance {
        let joint = (i + 1..i + 4)
            .take_while(|k| text.is(*k, class::OF.or(class::DEF).or(class::ADJECTIVE)) && !text.is_name(*k))
            .count();
        let count = names(i + 1 + joint);
        return (count > 0).then_some((i, i + 1 + joint + count));
    }
    let before = (0..i)
        .rev()
        .take_while(|k| (text.capital(*k) || text.is(*k, class::GENITIVE)) && text.kind(*k) == Some(Kind::Word))
        .take(4)
        .count();
    (before > 0 && text.capital(i)).then_some((i - before, i + 1))
}

/// “rue des Acacias”, “Acacia Road”
fn way(text: &Text, i: usize) -> Option<(usize, usize)> {
    let opens =
        if text.lang.romance { text.is(i, class::STREET) } else { text.is_name(i) && !text.is_name(i.wrapping_sub(1)) };
    if !opens {
        return None;
    }
    contacts::street(text, i).map(|end| (i, end))
}

//! One thing counted twice, with two numbers: “14 member councils … the 15 member councils”.

use super::{Count, DateMention, Figure};
use crate::lang::class;
use crate::order::{self, Index};
use crate::reading::quotations::plain;
use crate::reading::{DateKind, Reading, phrases};
use crate::report::{FigureKind, Precision};
use crate::text::{Kind, Text};

/// Letters by which two forms of one word are known.
const STEM: usize = 5;
/// Earlier counts of the same noun that are compared.
const NEAR: usize = 6;
/// Two counts farther apart than this are a whole and a part.
const APART: f64 = 1.4;
/// Fewer than this are “the two men”, whoever was named last.
const FEW: f64 = 5.0;

/// A count with what tells which thing is counted.
struct Thing<'a> {
    figure: &'a Figure,
    value: f64,
    /// The words beside the noun: “member”.
    with: Vec<String>,
    /// The words behind “of” and “in”.
    whose: Vec<String>,
    /// The end of noun and words beside it.
    end: usize,
}

/// Tokens of two counts of one thing.
pub struct Conflict {
    pub one: (usize, usize),
    pub other: (usize, usize),
}

/// The counts that contradict an earlier one.
pub fn find(reading: &Reading) -> Vec<Conflict> {
    let text = &reading.text;
    let mut things: Vec<Thing> =
        reading.figures.iter().chain(&reading.repeated).filter_map(|figure| thing(text, figure)).collect();
    order::by_key(&mut things, |t| (t.figure.first, 0));
    let mut nouns = Index::new();
    for (i, thing) in things.iter().enumerate() {
        nouns.entry(noun(text, thing.figure)).or_default().push(i);
    }
    let mut found = Vec::new();
    for group in nouns.values().filter(|group| group.len() > 1) {
        let group: Vec<&Thing> = group.iter().filter_map(|i| things.get(*i)).collect();
        let mut values: Vec<f64> = Vec::new();
        for thing in &group {
            if values.len() < 3 && !values.contains(&thing.value) {
                values.push(thing.value);
            }
        }
        // Three numbers of one noun are a list of several things.
        if values.len() != 2 {
            continue;
        }
        let pair = group.iter().enumerate().find_map(|(n, other)| {
            let before = group.iter().take(n);
            if before.clone().any(|one| one.value == other.value) {
                return None;
            }
            before.rev().take(NEAR).find(|one| contradict(reading, one, other)).map(|one| (one, other))
        });
        found.extend(pair.map(|(one, other)| Conflict { one: range(text, one), other: range(text, other) }));
    }
    order::by_key(&mut found, |c: &Conflict| c.other);
    found
}

/// The count with its article.
fn range(text: &Text, thing: &Thing) -> (usize, usize) {
    let article = thing.figure.definite && text.kind(thing.figure.first.wrapping_sub(1)) == Some(Kind::Word);
    (thing.figure.first - usize::from(article), thing.end)
}

/// The noun, or the unit, that a figure counts.
pub fn noun(text: &Text, figure: &Figure) -> String {
    let word = figure
        .head
        .map_or(String::new(), |head| text.fold(head).trim_end_matches(text.lang.plural_endings).to_string());
    [&order::key(&[figure.kind as u64]), word.as_str()].concat()
}

pub fn stem(text: &Text, i: usize) -> String {
    text.fold(i).chars().map(plain).take(STEM).collect()
}

/// The stems of the words with content in tokens `first..end`.
pub fn stems(text: &Text, first: usize, end: usize) -> Vec<String> {
    let content = |i: &usize| match text.kind(*i) {
        Some(Kind::Word) => !text.is(*i, class::STOP.or(class::DEF).or(class::OF)),
        kind => kind == Some(Kind::Number),
    };
    (first..end).filter(content).map(|i| stem(text, i)).collect()
}

fn thing<'a>(text: &Text, figure: &'a Figure) -> Option<Thing<'a>> {
    let plain = figure.count == Count::Given
        && figure.precision == Precision::Exact
        && !figure.is_casualty()
        && !figure.subset
        && !figure.additional
        && (is_known(text, figure) || !figure.hypothetical || planned(text, figure))
        && !matches!(figure.kind, FigureKind::Age | FigureKind::Duration);
    let value = figure.low.filter(|value| plain && *value >= 2.0)?;
    let head = figure.head.filter(|head| *head >= figure.number_end);
    if head.is_none() && !matches!(figure.kind, FigureKind::Money | FigureKind::Percent) {
        return None;
    }
    let sentence = text.sentence(figure.sentence);
    let mut end = figure.end;
    let beside = |k: usize| {
        let adjective = text.is(k, class::NOUN.or(class::ADJECTIVE).or(class::DEMONYM)) || phrases::unknown(text, k);
        text.kind(k) == Some(Kind::Word)
            && adjective
            && !phrases::is_finite(text, k)
            && !text.is(k, class::PP.or(class::PREP))
    };
    while head.is_some() && text.lang.romance && end < sentence.end && end < figure.end + 3 && beside(end) {
        end += 1;
    }
    let mut with = stems(text, figure.number_end, end);
    with.retain(|w| head.is_none_or(|head| *w != stem(text, head)));
    let owned = text.is(end, class::OF.or(class::PREP).or(class::TO)) && !text.is(end, class::BEFORE.or(class::AFTER));
    let whose = phrases::right(text, end + 1).filter(|_| owned).map_or(Vec::new(), |right| {
        // “the left bank”, “the north”; verbs that nobody knows are none of it.
        let named = class::NOUN.or(class::ADJECTIVE).or(class::ADJ).or(class::AREA);
        let at = end + 1 + usize::from(text.is(end + 1, class::DEF));
        let told = |k: &usize| {
            // “of the district share one officer”
            let verbal = !text.lang.romance && text.is(*k, class::VERB) || phrases::is_finite(text, *k);
            *k == end + 1 || *k == at || text.is_name(*k) || text.is(*k, named) && !verbal
        };
        (end + 1..right.min(end + 9)).filter(told).flat_map(|k| stems(text, k, k + 1)).collect()
    });
    Some(Thing { figure, value, with, whose, end })
}

/// “will have 24 gates” is no doubt, “could have” is.
fn planned(text: &Text, figure: &Figure) -> bool {
    let sentence = text.sentence(figure.sentence);
    !(sentence.first..sentence.end)
        .any(|k| text.is(k, class::IF) || text.is(k, class::MODAL) && !text.is(k, class::FUTURE))
}

/// Whether two counts are of one thing at one time, by one voice.
fn contradict(reading: &Reading, one: &Thing, other: &Thing) -> bool {
    let text = &reading.text;
    let (a, b) = (one.figure, other.figure);
    let moves = class::CHANGE.or(class::PAST_YEAR).or(class::COMPARE).or(class::OTHER);
    // “the 28 members before the split”, but not “the 28 members must vote before June”
    let before = |f: &Figure| {
        (text.sentence(f.sentence).first..f.end + 3)
            .any(|k| text.is(k, class::BEFORE.or(class::FORMER)) && !text.is(k, class::BY))
    };
    if a.sentence == b.sentence
        || one.value == other.value
        || [a, b].iter().any(|f| reading.sentence_has(f.sentence, moves) || before(f))
    {
        return false;
    }
    let voices = |f: &Figure| {
        let said = reading.saying(f.first).map(|(_, a)| a);
        said.chain(reading.attribution(f)).filter_map(|a| a.speaker).collect::<Vec<_>>()
    };
    let (here, there) = (voices(a), voices(b));
    // A source that nobody could resolve is another one.
    let unheard =
        |f: &Figure, voices: &[usize]| voices.is_empty() && reading.sentence_has(f.sentence, class::ACCORDING);
    let apart = !here.is_empty() && !there.is_empty() && !here.iter().any(|voice| there.contains(voice));
    if apart || unheard(a, &here) || unheard(b, &there) {
        return false;
    }
    let telling = if is_known(text, b) {
        known_again(text, one, other)
    } else {
        !is_known(text, a) && (told_again(text, one, other) || same_cost(text, one, other))
    };
    telling && one_time(reading, a, b, is_known(text, b))
}

/// “the 28 members”, “all 28 members”
fn is_known(text: &Text, f: &Figure) -> bool {
    let of = f.first.wrapping_sub(1);
    let owner = class::POSS.or(class::GENITIVE);
    // “its fleet of 47 buses”
    let owned =
        text.is(of, class::OF) && text.is(of.wrapping_sub(1), class::NOUN) && text.is(of.wrapping_sub(2), owner);
    f.definite
        || owned && matches!(f.kind, FigureKind::People | FigureKind::Other)
        || matches!(f.kind, FigureKind::People | FigureKind::Other) && text.is(f.first.wrapping_sub(1), class::ABSOLUTE)
}

/// “Le pont coûtera 48 millions”, and later “d'un coût de 52 millions, le pont …”: one definite thing and its price.
fn same_cost(text: &Text, one: &Thing, other: &Thing) -> bool {
    let near = one.value.max(other.value) / one.value.min(other.value) <= APART;
    // The figure's own words and the nouns with an article before them.
    let things = |f: &Figure| {
        let sentence = text.sentence(f.sentence);
        let led = |k: &usize| {
            text.is(*k, class::DEF.or(class::DEM))
                && !text.is(*k, class::OF)
                && !text.is(k.wrapping_sub(1), class::OF.or(class::PREP).or(class::TO).or(class::BY))
        };
        let words = |k: usize| {
            let end = (k + 1..sentence.end.min(k + 5)).find(|e| {
                text.kind(*e) != Some(Kind::Word)
                    || phrases::is_finite(text, *e)
                    || text.is(*e, class::OF.or(class::PREP).or(class::MODAL).or(class::PP).or(class::REL))
            });
            let end = end.unwrap_or(k + 5);
            // “the cost” is nobody's in particular.
            if text.is(end - 1, class::PRICED) { Vec::new() } else { stems(text, k + 1, end) }
        };
        (sentence.first..sentence.end).filter(led).map(words).filter(|w| !w.is_empty()).collect::<Vec<_>>()
    };
    let priced = |f: &Figure| {
        (f.first.saturating_sub(4)..f.end + 3).any(|k| text.is(k, class::PRICED) && text.sentence_of(k) == f.sentence)
            || f.first == text.sentence(f.sentence).first + 1
    };
    let both = one.figure.kind == FigureKind::Money
        && other.figure.kind == FigureKind::Money
        && near
        && priced(one.figure)
        && priced(other.figure);
    both && things(one.figure).first().is_some_and(|thing| things(other.figure).contains(thing))
}

/// “les 35 magasins du groupe” after “le groupe exploite 32 magasins”.
fn known_again(text: &Text, one: &Thing, other: &Thing) -> bool {
    let sentence = text.sentence(one.figure.sentence);
    let context = stems(text, sentence.first, sentence.end);
    let near = one.value.max(other.value) / one.value.min(other.value) <= APART;
    let same = one.with == other.with;
    let determiner = |f: &Figure| text.is(f.first.wrapping_sub(1), class::POSS);
    let owned = determiner(one.figure) && determiner(other.figure);
    let sure = same && !one.with.is_empty() && one.figure.definite || owned || one.value.min(other.value) >= FEW;
    let whose = other.whose.iter().all(|word| context.contains(word))
        && (one.whose.is_empty() || other.whose.is_empty() || one.whose == other.whose || !one.figure.definite);
    near && sure && (same || other.with.is_empty() && !one.figure.definite) && whose
}

/// “l'usine de X emploie 340 salariés”, twice: the words before the two numbers are the same.
fn told_again(text: &Text, one: &Thing, other: &Thing) -> bool {
    let before = |f: &Figure| {
        let first = text.sentence(f.sentence).first.max(f.first.saturating_sub(10));
        stems(text, first, f.first)
    };
    let (here, there) = (before(one.figure), before(other.figure));
    let shared = here.iter().filter(|word| there.contains(word)).count();
    shared >= 2 && shared * 4 >= here.len().max(there.len()) * 3 && one.with == other.with && one.whose == other.whose
}

/// Whether no date tells the two apart: of a known thing a year would, of a new one any other day.
fn one_time(reading: &Reading, a: &Figure, b: &Figure, known: bool) -> bool {
    let dates = |f: &Figure, year: bool| {
        let dates = reading.dates_in(f.sentence).filter(|d| d.kind != DateKind::Clock);
        // “the 28 members in 2019”, “in 2019 the 28 members”, but not “the 28 members will meet in 2027”
        let near = |d: &&DateMention| d.end <= f.first || d.first <= f.end + 2;
        let dates = dates.filter(|d| !year || (d.kind == DateKind::Year || d.year.is_some()) && (!known || near(d)));
        dates.map(|d| (d.year, d.month, d.day, d.weekday)).collect::<Vec<_>>()
    };
    let (here, there) = (dates(a, false), dates(b, false));
    let days = here == there || here.is_empty() || there.is_empty() || known;
    days && dates(a, true) == dates(b, true)
}

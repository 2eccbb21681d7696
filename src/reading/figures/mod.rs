//! Figures: a quantity and what it counts.
//!
//! `numbers` reads the quantity with its bounds (`digits`, `number_words` and `parts` its digits, words and fractions),
//! `counted` what is counted and the kind; `harm` who was harmed, where the verb says it (`agreement` which verb fits), and `implied` where the verb is
//! left out, `told` by which other words; `unreal` are losses that never happened; `names` are numbers that count nothing. `losses` and `unnumbered`
//! are losses told without a number, `withheld` those whose number the text says is not given; `tolls` asks which figures
//! are one count, `rivals` which contradict each other, `status` who calls the dead fighters, `sums` whether parts add
//! up, `conflicts` whether one thing has two numbers; `changes` reads what a quantity was and became (`stated` the change
//! as told), `shares` parts in per cent, `enumerations` lists with their count, `crowds` how many marched, `magnitudes`
//! orders of magnitude, and `arithmetic` computes.

mod agreement;
pub mod arithmetic;
pub mod changes;
pub mod conflicts;
mod counted;
pub mod crowds;
mod digits;
pub mod enumerations;
mod harm;
mod implied;
pub mod losses;
pub mod magnitudes;
mod names;
mod number_words;
pub mod numbers;
mod parts;
mod rivals;
pub mod shares;
mod stated;
mod status;
pub mod sums;
mod told;
pub mod tolls;
mod unnumbered;
pub(super) mod unreal;
pub mod withheld;

use super::dates::DateMention;
use crate::lang::{Classes, class};
use crate::report::{FigureKind, Precision};
use crate::text::{Kind, Span, Text};
use counted::counted;
use names::names;
use numbers::Quantity;

/// What the text gives of a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// A number, exact or bounded.
    Given,
    /// “une vingtaine”, “a dozen”.
    Rounded,
    /// “des dizaines”, “several”.
    Vague,
    /// Losses with no quantity at all: “lourdes pertes”.
    Absent,
    /// The text says that no number is given.
    Withheld,
    /// “aucun mort”.
    Zero,
}

/// A figure: tokens `first..end`, of which the quantity comes first.
#[derive(Clone, Debug)]
pub struct Figure {
    pub first: usize,
    pub end: usize,
    /// Modifiers and number, without what is counted.
    pub quantity: Span,
    /// End of the quantity's tokens.
    pub number_end: usize,
    pub precision: Precision,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub kind: FigureKind,
    pub count: Count,
    /// The noun that is counted, as a token.
    pub head: Option<usize>,
    pub unit: Option<String>,
    pub sentence: usize,
    /// Opened by “dont” / “including”.
    pub subset: bool,
    /// “trois autres”: added to a count given before.
    pub additional: bool,
    /// Could, would, if: nothing happened.
    pub hypothetical: bool,
    /// The attribution that vouches for it.
    pub attribution: Option<usize>,
    /// About another, earlier event.
    pub background: bool,
    /// “les quatre combattants”, “its two plants”: told with an article, as something already known.
    pub definite: bool,
    /// Index of the date that it is about.
    pub date: Option<usize>,
}

impl Figure {
    pub fn span(&self, text: &Text) -> Span {
        text.span(self.first, self.end)
    }

    /// Whether it counts people harmed.
    pub fn is_casualty(&self) -> bool {
        matches!(
            self.kind,
            FigureKind::Killed
                | FigureKind::Wounded
                | FigureKind::Missing
                | FigureKind::Captured
                | FigureKind::Displaced
                | FigureKind::Casualties
        )
    }

    /// Whether it counts dead, wounded, missing, or losses that do not say which.
    pub fn is_toll(&self) -> bool {
        matches!(self.kind, FigureKind::Killed | FigureKind::Wounded | FigureKind::Casualties | FigureKind::Missing)
    }
}

/// Nouns of people who can be harmed.
pub const PEOPLE: Classes = class::PERSON
    .or(class::COMBATANT)
    .or(class::PARTY)
    .or(class::ROLE)
    .or(class::PROFESSION)
    .or(class::WITNESS)
    .or(class::CROWD)
    .or(class::FIGHTER_LABEL)
    .or(class::FAMILY);

/// All figures with a number or a quantifier, in order; and apart those of things counted before.
pub fn find(text: &Text, dates: &[DateMention]) -> (Vec<Figure>, Vec<Figure>) {
    let (mut figures, mut again) = (Vec::new(), Vec::new());
    let mut taken = dates.iter().peekable();
    let mut i = 0;
    while i < text.tokens.len() {
        while taken.peek().is_some_and(|d| d.end <= i) {
            taken.next();
        }
        if let Some(date) = taken.peek().filter(|d| d.first <= i) {
            i = date.end;
            continue;
        }
        let quantity = money_first(text, i).or_else(|| numbers::quantity(text, i));
        let figure = quantity.and_then(|q| figure_at(text, q, &figures));
        if let Some(last) = figure.as_ref().filter(|f| !f.definite) {
            spread(text, last, &mut figures);
        }
        match figure {
            Some(figure) if taken.peek().is_none_or(|d| d.first >= figure.number_end) => {
                i = if figure.definite { figure.number_end } else { figure.end }.max(i + 1);
                if figure.definite { &mut again } else { &mut figures }.push(figure);
            }
            _ => i = quantity.map_or(i, |q| q.end).max(i + skip(text, i)),
        }
    }
    (figures, again)
}

/// “150 soldiers, 95 civilians and dozens of rebels killed”: the participle at the end is that of the whole list.
fn spread(text: &Text, last: &Figure, figures: &mut [Figure]) {
    let age = last.kind == FigureKind::Age;
    if !last.is_casualty() && !age && last.kind != FigureKind::People {
        return;
    }
    let mut next = last.first;
    // “de 12 à 15 morts”, “300 des 5 000 clients”, “15, 19 et 22 ans”: the first number is one of the same kind.
    for old in figures.iter_mut().rev().take_while(|f| f.head.is_none() && f.kind == FigureKind::Other) {
        let joint = class::TO.or(class::AND).or(class::OR).or(class::OF);
        if !(old.end..next).all(|k| text.is(k, joint.or(class::DEF)) || age && text.sign(k, ",")) || next > old.end + 2
        {
            break;
        }
        (old.kind, next) = (last.kind, old.first);
    }
    if next < last.first || age || !text.is(last.end, class::PP) {
        return;
    }
    for figure in figures.iter_mut().rev().take_while(|f| f.sentence == last.sentence) {
        let joined = (figure.end..next).all(|k| text.sign(k, ",") || text.is(k, class::AND)) && figure.end < next;
        if !joined || !matches!(figure.kind, FigureKind::People | FigureKind::Other) {
            break;
        }
        figure.kind = last.kind;
        next = figure.first;
    }
}

/// Tokens to go on by where no figure stands: a run of numbers is one phone number or address.
fn skip(text: &Text, i: usize) -> usize {
    let run = (i..).take_while(|k| text.kind(*k) == Some(Kind::Number)).count();
    if run >= 3 { run } else { 1 }
}

fn figure_at(text: &Text, mut quantity: Quantity, before: &[Figure]) -> Option<Figure> {
    let i = quantity.first;
    if names(text, &quantity) {
        return None;
    }
    let mut counted = counted(text, &quantity);
    counted::add_up(text, &mut quantity, &mut counted);
    // “five hundred or more”
    let open = [quantity.end, counted.end].into_iter().find(|k| {
        text.is(*k, class::AND.or(class::OR))
            && text.is(*k + 1, class::OPEN_END)
            && numbers::number(text, *k + 2).is_none()
    });
    let mut figure = Figure {
        first: quantity.first,
        end: counted.end,
        quantity: text.span(quantity.first, quantity.end),
        number_end: quantity.end,
        precision: quantity.precision,
        low: quantity.low,
        high: quantity.high,
        kind: counted.kind,
        count: match quantity.precision {
            _ if quantity.zero => Count::Zero,
            Precision::Vague => Count::Vague,
            // “plus d'une dizaine” counts no better than “une dizaine”.
            Precision::Approximate | Precision::AtLeast if text.is(quantity.end - 1, class::ABOUT_NUM) => {
                Count::Rounded
            }
            _ => Count::Given,
        },
        head: counted.head,
        unit: counted.head.map(|h| text.word(h).to_string()),
        sentence: text.sentence_of(i),
        subset: i > 0 && text.is(i - 1, class::INCLUDING) || text.is(counted.end, class::INCLUDING),
        additional: counted.additional,
        hypothetical: false,
        attribution: None,
        background: false,
        definite: false,
        date: None,
    };
    // “sept personnes au moins”, “vingt personnes environ”
    let bound = class::AT_LEAST.or(class::ABOUT);
    if quantity.precision == Precision::Exact
        && text.is(figure.end, bound)
        && numbers::number(text, figure.end + 1).is_none()
        && (text.is(figure.end, class::AT_LEAST) || counted::ends_clause(text, figure.end + 1))
    {
        quantity.bind(figure.first, text.token(figure.end)?.classes);
        (figure.precision, figure.low, figure.high) = (quantity.precision, quantity.low, quantity.high);
        figure.end += 1;
    }
    if let Some(open) = open.filter(|_| quantity.precision == Precision::Exact) {
        (figure.precision, figure.high, figure.end) = (Precision::AtLeast, None, figure.end.max(open + 2));
    }
    if let Some(end) = [counted.end, quantity.end].into_iter().find_map(|k| parts::per(text, k)) {
        (figure.kind, figure.end, figure.number_end) = (FigureKind::Other, end, end);
        return Some(figure);
    }
    let ratio = [counted.end, quantity.end].into_iter().find_map(|k| parts::ratio(text, &quantity, k));
    if let Some((share, end)) = ratio {
        (figure.low, figure.high) = (Some(share), Some(share));
        (figure.kind, figure.end, figure.number_end) = (FigureKind::Percent, end, end);
        return Some(figure);
    }
    harm::apply(text, &mut figure, before);
    if figure.is_casualty() && figure.low.is_some_and(|v| v < 0.0) {
        // A dash before a count of people is no sign.
        (figure.low, figure.high) = (figure.low.map(f64::abs), figure.high.map(f64::abs));
    }
    // “les quatre combattants”, “ces deux pays”: a thing counted before.
    let repeated = i > 0
        && text.is(i - 1, class::DEF.or(class::DEM).or(class::POSS))
        // “police said that 3,500 marched”
        && !text.is(i - 1, class::OF.or(class::COMP))
        && quantity.first == quantity.number
        && quantity.low.is_none_or(|v| v < 1e6);
    figure.definite =
        repeated && !figure.is_casualty() && matches!(figure.kind, FigureKind::People | FigureKind::Other);
    is_worth(text, &quantity, &figure).then_some(figure)
}

/// Whether a quantity is a figure at all: an article counts only people harmed, a vague word only people.
fn is_worth(text: &Text, quantity: &Quantity, figure: &Figure) -> bool {
    // “trois fois”, “five times”: how often, not how many.
    if figure.head.is_some_and(|h| text.is(h, class::TIMES)) {
        return false;
    }
    // “selon deux sources”, “three witnesses said”: those who tell, not what is told.
    let speaks = figure.first > 0 && text.is(figure.first - 1, class::ACCORDING)
        || [figure.end, figure.end + usize::from(text.is(figure.end, class::CLITIC))]
            .iter()
            .any(|k| text.is(*k, class::SAY) && text.is(*k, class::FIN));
    if speaks && figure.head.is_some_and(|h| text.is(h, class::ANONYMOUS.or(class::WITNESS))) {
        return false;
    }
    // “un véhicule neuf”: a number word behind its noun is an adjective or a name.
    let before = quantity.first.wrapping_sub(1);
    let last =
        text.is(before, class::NOUN) && !text.is(before, class::VERB) && text.kind(figure.end) != Some(Kind::Word);
    if last
        && figure.head.is_none()
        && text.kind(quantity.first) == Some(Kind::Word)
        && !figure.is_casualty()
        && text.is(quantity.first, class::NUM)
    {
        return false;
    }
    let people = matches!(figure.kind, FigureKind::People) || figure.is_casualty();
    if quantity.article {
        // “un mort”, “a soldier was killed”; “one” counts a little more than “un”.
        // “cinq membres d'une même famille” counts no family.
        let part = figure.first > 1 && text.is(figure.first - 1, class::OF) && text.is(figure.first - 2, PEOPLE);
        // “killed one and injured eight”
        let object = !text.lang.romance && text.is(figure.first.wrapping_sub(1), class::KILL.or(class::WOUND));
        return figure.is_casualty()
            && !part
            && figure.kind != FigureKind::Displaced
            && (figure.head.is_some() || figure.additional || object)
            && (figure.kind != FigureKind::Captured || !text.lang.romance);
    }
    if quantity.zero {
        return figure.is_casualty();
    }
    if quantity.precision == Precision::Vague && quantity.low.is_none_or(|low| low < 20.0) {
        // “plusieurs pays”, “some time”: everyday words.
        let strong = text.is(quantity.end - 1, class::VAGUE.or(class::BARE_VAGUE))
            && (figure.is_casualty() || text.is(figure.head.unwrap_or(usize::MAX), PEOPLE));
        return strong && people;
    }
    true
}

/// `$3.5bn`, `€20m`, `US$ 40`, `EUR 5`: the sign stands first.
fn money_first(text: &Text, i: usize) -> Option<Quantity> {
    let sign = |k: usize| {
        text.is(k, class::MONEY)
            && (text.kind(k) == Some(Kind::Sign) || text.word(k).chars().all(|c| c.is_ascii_uppercase() || c == '$'))
    };
    let (modifier, mut at) = numbers::bound(text, i);
    if text.kind(at) == Some(Kind::Word)
        && text.word(at).len() <= 3
        && text.capital(at)
        && sign(at + 1)
        && text.glued(at + 1)
    {
        at += 1;
    }
    if !sign(at) || text.kind(at + 1) != Some(Kind::Number) {
        return None;
    }
    let mut quantity = numbers::quantity(text, at + 1)?;
    // “MAUD 60”
    let scale = text.value(at).filter(|_| text.is(at, class::SCALE)).unwrap_or(1.0);
    (quantity.low, quantity.high) = (quantity.low.map(|v| v * scale), quantity.high.map(|v| v * scale));
    quantity.bind(i, modifier);
    Some(quantity)
}

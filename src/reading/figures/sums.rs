//! Totals and their parts: “20 blessés : huit enfants et onze adultes”.

use super::{Count, Figure};
use crate::lang::{Classes, class};
use crate::reading::{Reading, phrases};
use crate::report::{FigureKind, Precision};
use crate::text::{Kind, Text};

/// A total, its parts, and whether the parts are said to be only some of it.
#[derive(Clone, Debug)]
pub struct Sum<'r> {
    pub total: &'r Figure,
    pub parts: Vec<&'r Figure>,
    pub partial: bool,
    /// No thing is in two parts: women and men, sums of money.
    pub disjoint: bool,
}

impl Sum<'_> {
    /// What the parts add up to.
    pub fn added(&self) -> f64 {
        self.parts.iter().filter_map(|p| p.low).sum()
    }

    /// Whether the parts can make the total, or a part of it.
    pub fn fits(&self) -> bool {
        let (total, added) = (self.total.low.unwrap_or(0.0), self.added());
        // “environ 300”: a tenth more or less is as good.
        let about = |f: &Figure| f.low.unwrap_or(0.0) * if f.precision == Precision::Approximate { 0.1 } else { 1e-6 };
        let slack = about(self.total) + self.parts.iter().map(|p| about(p)).sum::<f64>();
        let open = self.total.precision == Precision::AtLeast;
        if self.partial {
            let greatest = self.parts.iter().filter_map(|p| p.low).fold(0.0, f64::max);
            return open || (if self.disjoint { added } else { greatest }) <= total + slack;
        }
        (open || added <= total + slack) && added >= total - slack
    }
}

/// All totals with parts inside one sentence, or with parts that open the next one or the lines below.
pub fn find<'r>(reading: &'r Reading) -> Vec<Sum<'r>> {
    let mut sums = Vec::new();
    for total in reading.figures.iter().chain(&reading.repeated).filter(|f| is_total(&reading.text, f)) {
        sums.extend(sum_of(reading, total).or_else(|| next_sentence(reading, total)).or_else(|| below(reading, total)));
    }
    sums.extend(rests(reading));
    sums
}

/// “Of the 240 hectares, 150 are woods and the remaining 80 meadows”: whoever names the rest has named it all.
fn rests<'r>(reading: &'r Reading) -> Vec<Sum<'r>> {
    let text = &reading.text;
    let mut sums = Vec::new();
    for (s, sentence) in
        text.sentences.iter().enumerate().filter(|(s, _)| reading.sentence_has(*s, class::REMAINDER.or(class::OTHER)))
    {
        let again = reading.repeated.iter().skip(reading.repeated.partition_point(|f| f.sentence < s));
        let again = again.take_while(|f| f.sentence == s);
        let mut figures: Vec<&Figure> = reading.figures_in(s, s).map(|(_, f)| f).chain(again).collect();
        crate::order::by_key(&mut figures, |f| (f.first, 0));
        let Some((total, parts)) = figures.split_first() else { continue };
        let Some(rest) = parts.iter().position(|f| is_rest(text, f)) else { continue };
        let parts: Vec<&Figure> = parts.iter().take(rest + 1).copied().collect();
        let opens = (sentence.first..total.first).all(|k| text.is(k, WHOLE)) && total.first > sentence.first;
        let unit = |f: &Figure| {
            f.head.is_none()
                || f.head.is_some_and(|h| phrases::is_finite(text, h) || text.is(h, class::REMAINDER.or(class::OTHER)))
        };
        let alike = |f: &&Figure| {
            let harm = f.is_casualty() || f.kind == FigureKind::Percent || f.kind == FigureKind::Duration;
            is_part(f) && !f.subset && !harm && (f.kind == total.kind || unit(f))
        };
        if opens && exact(total) && rest > 0 && parts.iter().all(alike) {
            sums.push(Sum { total, parts, partial: false, disjoint: true });
        }
    }
    sums
}

/// Words between the opening of a sentence and its total.
const WHOLE: Classes = class::OF.or(class::OUT_OF).or(class::DEF).or(class::PREP).or(class::POSS).or(class::DEM);

/// “les 80 restants”, “the remaining £30,000”
fn is_rest(text: &Text, f: &Figure) -> bool {
    let left = |k: usize| text.is(k, class::REMAINDER) && text.sentence_of(k) == f.sentence;
    // “les 20 autres”, “the other 20”
    let other = |k: usize| text.is(k, class::OTHER) && (k.saturating_sub(2)..k).any(|d| text.is(d, class::DEF));
    (f.first.saturating_sub(1)..f.end + 2).any(left)
        || other(f.number_end)
        || f.first > 0 && other(f.first - 1)
        || other(f.first)
}

fn exact(f: &Figure) -> bool {
    f.precision == Precision::Exact && f.count == Count::Given
}

/// A part may be rounded as well.
fn is_part(f: &Figure) -> bool {
    f.count == Count::Given && matches!(f.precision, Precision::Exact | Precision::Approximate)
}

/// A number that can be divided: counts are whole, and only what has a noun or a unit is a count.
fn is_total(text: &Text, f: &Figure) -> bool {
    let whole = f.low.is_some_and(|v| v >= 2.0 && (v == v.round() || f.kind == FigureKind::Money));
    let noun = f.head.or((f.end > f.number_end).then_some(f.end)).is_some_and(|h| !text.is(h, class::POINT));
    (is_part(f) || f.precision == Precision::AtLeast && f.count == Count::Given)
        && whole
        && (noun || f.kind == FigureKind::Money || of_group(text, f))
}

/// “un jury de douze”, “the panel of nine”: the noun stands before the number.
fn of_group(text: &Text, f: &Figure) -> bool {
    let of = f.first.wrapping_sub(1);
    f.head.is_none() && text.is(of, class::OF) && text.is(of.wrapping_sub(1), class::NOUN)
}

/// The total with its parts behind a colon, a bracket, a dash, a comma or a word that opens them.
fn sum_of<'r>(reading: &'r Reading, total: &'r Figure) -> Option<Sum<'r>> {
    let text = &reading.text;
    let rest: Vec<&Figure> =
        reading.figures_in(total.sentence, total.sentence).map(|(_, f)| f).filter(|f| f.first > total.first).collect();
    let first = rest.first()?;
    let opens = |k: &usize| {
        text.sign(*k, ":")
            || text.sign(*k, "(")
            || text.is(*k, class::TOTAL.or(class::INCLUDING).or(class::SPLIT))
            || matches!(text.word(*k), "–" | "—")
    };
    let mut behind = (total.end..first.first).rev();
    let comma = || {
        let at = first.first.checked_sub(1)?;
        (text.sign(at, ",") && at >= total.end && at <= total.end + 4).then_some(at)
    };
    let opener = behind.find(opens).filter(|k| first.first - *k <= 4).or_else(comma)?;
    // Nothing but a total may stand before the colon: “12 morts dans l'attaque : …”.
    if opener > total.end + 8 || text.quote_of(opener) != text.quote_of(total.first) {
        return None;
    }
    let partial = text.is(opener, class::INCLUDING);
    let mut parts: Vec<&Figure> = Vec::new();
    let mut before = opener + 1;
    let mut inner = false;
    for part in rest {
        let gap = before..part.first;
        let joined = parts.is_empty()
            || gap.len() <= 7
                && gap.clone().all(|t| {
                    let leads = text.is(t, class::REL.or(class::COMP).or(class::BUT)) && !text.is(t, class::INCLUDING);
                    text.sign(t, ",")
                        || text.sign(t, ";")
                        || text.kind(t) == Some(Kind::Word) && !leads && !phrases::is_finite(text, t)
                });
        // “cinq piétons, dont deux enfants, et sept cyclistes”: parts of a part; a comma leads back to the list.
        let subset = !parts.is_empty() && (part.subset || gap.clone().any(|t| text.is(t, class::INCLUDING)));
        let nested = !partial && subset;
        let back = text.sign(before, ",")
            || gap.clone().any(|t| text.is(t, class::AND)) && text.sign(before.wrapping_sub(1), ",");
        if !joined
            || !is_part(part)
            || !same_kind(text, total, part)
            || partial && !parts.is_empty() && (subset || text.sign(before, ",") && text.is(before + 1, class::AND))
        {
            break;
        }
        before = part.end;
        if nested || inner && !back {
            inner = true;
            continue;
        }
        inner = false;
        // “soit 40 de plus”: a comparison is no part.
        if (part.end..part.end + 3).any(|t| text.is(t, class::BEYOND)) {
            return None;
        }
        parts.push(part);
    }
    let last = parts.last()?;
    let followed = reading
        .figures_in(total.sentence, total.sentence)
        .any(|(_, f)| f.first >= last.end && f.first < last.end + 3 && !exact(f));
    let money = total.kind == FigureKind::Money;
    let disjoint = money || parts.iter().enumerate().all(|(i, a)| parts.iter().skip(i + 1).all(|b| apart(text, a, b)));
    let placed = |f: &&Figure| f.head.is_none() && text.is(f.end, PLACED);
    // “En Bretagne, 300 foyers, 200 à …”: a total of its own place.
    let nowhere =
        || !(text.sentence(total.sentence).first..opener).any(|k| text.is(k, PLACED) && !text.is(k, class::OF));
    let led = if text.sign(opener, ",") {
        // “Les douze jurés, sept femmes et quatre hommes, …”: what is told of the total, not of other things.
        let both = [class::FEMININE, class::MASCULINE].iter().all(|c| parts.iter().any(|p| has(text, p, *c)));
        let aside = text.is_pause(last.end) || text.kind(last.end) == Some(Kind::Mark);
        let own = disjoint && (both || total.definite) && !has(text, total, KIN) && !nation(text, total) && aside;
        own || parts.iter().all(placed) && total.head.is_some() && nowhere()
    } else if text.is(opener, class::SPLIT) {
        // “made up of”: of the same make as the total, and no classes or groups of it.
        parts.iter().all(|p| p.kind == total.kind && p.kind != FigureKind::Other || p.head.is_none())
    } else {
        !of_group(text, total) || disjoint
    };
    let full = partial || parts.len() >= 2 && !goes_on(text, last);
    (!followed && full && led).then_some(Sum { total, parts, partial, disjoint })
}

/// What places a count somewhere.
const PLACED: Classes = class::LOCATIVE.or(class::TO).or(class::VIA);

/// Words for women and men, girls and children.
const KIN: Classes = class::FAMILY.or(class::FEMININE).or(class::MASCULINE);

fn has(text: &Text, f: &Figure, classes: Classes) -> bool {
    f.head.is_some_and(|h| text.is(h, classes))
}

/// “sept Ukrainiens”, “four Filipinos”
fn nation(text: &Text, f: &Figure) -> bool {
    f.head.is_some_and(|h| text.is(h, class::DEMONYM) || text.capital(h) && text.ends_plural(h))
}

/// Whether nobody is counted in both parts: women and men, soldiers and civilians, two nations.
fn apart(text: &Text, a: &Figure, b: &Figure) -> bool {
    let both = |classes| has(text, a, classes) && has(text, b, classes);
    let one = |x: &Figure, y: &Figure| {
        let plain = has(text, y, class::PERSON) && !has(text, y, KIN.or(class::DEMONYM).or(class::COMBATANT));
        has(text, x, class::COMBATANT) && plain
    };
    a.is_toll() && b.is_toll() && a.kind != b.kind
        || nation(text, a) && nation(text, b)
        || both(KIN) && !both(class::FEMININE) && !both(class::MASCULINE)
        || one(a, b)
        || one(b, a)
}

/// “Le plan prévoit 40 millions d'euros :”, and in lines of their own below it the parts.
fn below<'r>(reading: &'r Reading, total: &'r Figure) -> Option<Sum<'r>> {
    let text = &reading.text;
    let sentence = text.sentence(total.sentence);
    let last = sentence.end.checked_sub(1).filter(|k| text.sign(*k, ":"))?;
    if reading.figures_in(total.sentence, total.sentence).any(|(_, f)| f.first != total.first) || last > total.end + 8 {
        return None;
    }
    let bullet = |k: usize| matches!(text.word(k), "-" | "–" | "—" | "•" | "*" | "·");
    let mut parts: Vec<&Figure> = Vec::new();
    for (first, _) in text.paragraphs.get(sentence.paragraph + 1..)?.iter().take_while(|(first, _)| bullet(*first)) {
        let s = text.sentence_of(*first);
        let mut figures = reading.figures_in(s, s).map(|(_, f)| f);
        let part = figures.next().filter(|f| is_part(f) && !f.subset && same_kind(text, total, f))?;
        // A line with two numbers may tell of more than its part.
        if figures.any(|f| !f.subset) {
            return None;
        }
        parts.push(part);
    }
    (parts.len() >= 2).then_some(Sum { total, parts, partial: false, disjoint: true })
}

/// “(un cycliste, un piéton et le chauffeur)”: something without a number belongs to the list as well.
fn goes_on(text: &Text, last: &Figure) -> bool {
    let sentence = text.sentence(last.sentence);
    let mut behind = (last.end..sentence.end.min(last.end + 6))
        .take_while(|k| !text.sign(*k, ")") && !text.sign(*k, ";") && !matches!(text.word(*k), "–" | "—"));
    behind.any(|k| {
        text.is(k, class::AND.or(class::OR)) && text.kind(k + 1) == Some(Kind::Word) && !phrases::is_finite(text, k + 1)
            || text.is(k, class::EXAMPLE.or(class::OTHER))
    })
}

/// “La commission compte 21 membres. Neuf sont élus, six sont experts et six …”: numbers alone that open the next sentence.
fn next_sentence<'r>(reading: &'r Reading, total: &'r Figure) -> Option<Sum<'r>> {
    let text = &reading.text;
    let later = reading.figures_in(total.sentence, total.sentence).any(|(_, f)| f.first > total.first);
    let next = text.sentence(total.sentence + 1);
    if later
        || total.kind == FigureKind::Money
        || !exact(total)
        || total.definite
        || next.paragraph != text.sentence(total.sentence).paragraph
    {
        return None;
    }
    let parts: Vec<&Figure> = reading.figures_in(total.sentence + 1, total.sentence + 1).map(|(_, f)| f).collect();
    // “Neuf sont élus”, not “Deux de ces accidents”.
    let opens = parts.first().is_some_and(|f| f.first == next.first && phrases::is_finite(text, f.number_end));
    let alone =
        |f: &&Figure| exact(f) && f.head.is_none_or(|h| phrases::is_finite(text, h)) && same_kind(text, total, f);
    let rest = (next.first..next.end)
        .any(|k| text.is(k, class::OTHER.or(class::SPLIT).or(class::DEF)) && text.is(k + 1, class::OTHER));
    // Less than the total may be only some of it.
    let added: f64 = parts.iter().filter_map(|f| f.low).sum();
    (opens && parts.len() >= 2 && !rest && parts.iter().all(alone) && total.low.is_some_and(|v| added >= v))
        .then_some(Sum { total, parts, partial: false, disjoint: true })
}

/// Whether a part can be a part of the total: people of people, money of money.
fn same_kind(text: &Text, total: &Figure, part: &Figure) -> bool {
    use crate::report::FigureKind::*;
    // “9 millions d'euros : 5 millions pour l'État et 3 millions …”: the unit is not said again.
    let unit = |f: &Figure| (f.first..f.end).find(|k| text.is(*k, class::MONEY)).map(|k| text.fold(k));
    if total.kind == Money && part.kind == Money && unit(total) != unit(part) {
        return false;
    }
    // “25 millions de l'État”
    if total.kind == Money && part.kind == Other && part.head.is_none_or(|h| !text.ends_plural(h)) {
        return (part.first..part.number_end).any(|k| text.is(k, class::SCALE));
    }
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

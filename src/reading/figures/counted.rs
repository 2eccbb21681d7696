//! What is counted: the noun or unit behind a quantity, and the kind of figure that it makes.

use super::PEOPLE;
use super::harm::HARM;
use super::numbers::{Quantity, number};
use super::parts;
use crate::lang::{Classes, class};
use crate::reading::phrases::DETERMINER;
use crate::report::{FigureKind, Precision};
use crate::text::{Kind, Text};

/// What stands behind a quantity: its noun or unit.
pub struct Counted {
    pub head: Option<usize>,
    pub end: usize,
    pub kind: FigureKind,
    pub additional: bool,
}

/// What stands behind the quantity and is counted.
pub fn counted(text: &Text, q: &Quantity) -> Counted {
    let mut at = q.end;
    let mut additional = false;
    let none = |end| Counted { head: None, end, kind: FigureKind::Other, additional: false };
    // The unit before the number or inside it: “$3.5bn”, “30 MUSD”.
    if (q.first..q.end).any(|k| text.is(k, class::MONEY)) {
        return Counted { head: None, end: q.end, kind: FigureKind::Money, additional: false };
    }
    if q.share {
        return Counted { head: None, end: q.end, kind: FigureKind::Percent, additional: false };
    }
    if let Some(kind) = parts::hyphenated(text, q.number).and_then(|_| joined_unit(text, q.number)) {
        return Counted { kind, ..none(q.end) };
    }
    if let Some(unit) = unit(text, at, q) {
        return unit;
    }
    // “60 de nos hommes”, “cinq des assaillants”
    let theirs = text.is(at + 1, DETERMINER.or(class::PRON_FIRST)) && text.is(at + 2, PEOPLE)
        || text.is(at, class::INDEF) && text.is(at + 1, PEOPLE);
    let joins = q.collective || q.precision == Precision::Vague || q.zero || !text.lang.romance || theirs;
    if text.is(at, class::OF) && joins {
        at += 1;
        if text.is(at, DETERMINER) || theirs && text.is(at, class::PRON_FIRST) {
            at += 1;
        }
    }
    // “huit premiers mois”
    let between = usize::from(text.is(at, class::ORDINAL.or(class::ADJ)) && text.is(at + 1, class::DURATION));
    if let Some(unit) = unit(text, at + between, q) {
        return unit;
    }
    let limit = at + 5;
    let mut head = None;
    let mut harm = None;
    while at < limit {
        if text.is(at, class::OTHER.or(class::NEW)) {
            additional = true;
            at += 1;
            if harmed(text, at) {
                return Counted { head: Some(at), end: at + 1, kind: kind_of(text, at), additional };
            }
            if text.token(at).is_some_and(|t| t.kind != Kind::Word) {
                return Counted { additional, ..none(at) };
            }
            continue;
        }
        let Some(token) = text.token(at).filter(|t| t.kind == Kind::Word) else { break };
        let skip = class::ADJ.or(class::ORDINAL).or(class::DEMONYM).or(class::SUPERLATIVE).or(class::HEAVY);
        // “2,000 displaced people”, “25 wounded officers”; “two missing pieces” are no people.
        let adjective = Some(kind_of(text, at)).filter(|_| harmed(text, at) && text.is(at + 1, PEOPLE));
        let english =
            !text.lang.romance && harmed(text, at) && text.is(at, class::ADJ.or(class::ADJECTIVE).or(class::PP));
        let thing = text.ends_plural(at + 1) && !text.is(at + 1, class::DEAD) && !ends(text, at + 1);
        if english && (adjective.is_some() || thing && !text.capital(at + 1)) {
            harm = harm.or(adjective);
            at += 1;
            continue;
        }
        // “deux jeunes femmes”
        let before_people = text.lang.romance && text.is(at + 1, PEOPLE) && text.is(at + 1, class::NOUN);
        if token.classes.any(skip)
            && (before_people || !token.classes.any(class::NOUN))
            && text.kind(at + 1) == Some(Kind::Word)
            && !ends(text, at + 1)
        {
            harm = harm.or(adjective);
            at += 1;
            continue;
        }
        // English demonyms and camps stand before their noun: “Malian soldiers”, “armed men”.
        let modifies = !text.lang.romance
            && !token.classes.any(PEOPLE.or(class::DEAD).or(class::WOUNDED))
            && text.is(at + 1, PEOPLE.or(class::DEAD).or(class::CASUALTY).or(class::DISTANCE))
            && !ends(text, at);
        if modifies {
            harm = harm.or(adjective);
            at += 1;
            continue;
        }
        // “1,200 pledged delegates”
        if !text.lang.romance
            && at == q.end
            && text.is(at, class::PP)
            && !harmed(text, at)
            && !harmed(text, at + 1)
            && text.is(at + 1, class::NOUN)
            && text.ends_plural(at + 1)
            && !ends(text, at + 1)
        {
            at += 1;
            continue;
        }
        if ends(text, at) && !harmed(text, at) {
            break;
        }
        // “crew members”, “security forces”: English counts the last of several nouns.
        let mut last = at;
        while !text.lang.romance
            && last < at + 3
            && text.is(last, class::NOUN)
            && text.is(last + 1, class::NOUN)
            && !ends(text, last + 1)
            && (!harmed(text, last) || text.is(last, class::ARREST))
            && !(text.is(last, PEOPLE) && text.is(last + 1, class::GER))
        {
            last += 1;
        }
        head = Some(last);
        break;
    }
    match head {
        Some(head) => {
            let kind = Some(kind_of(text, head)).filter(|k| *k != FigureKind::People).or(harm);
            Counted { head: Some(head), end: head + 1, kind: kind.unwrap_or(FigureKind::People), additional }
        }
        None => Counted { additional, ..none(if additional { at } else { q.end }) },
    }
}

/// Whether token `i` cannot be what is counted.
fn ends(text: &Text, i: usize) -> bool {
    let stop = class::PREP
        .or(class::BY)
        .or(class::AND)
        .or(class::OR)
        .or(class::BUT)
        .or(class::REL)
        .or(class::COMP)
        .or(class::OF)
        .or(class::TO)
        .or(class::PRON)
        .or(class::CLITIC)
        .or(class::HAVE)
        .or(class::BE)
        .or(class::MODAL)
        .or(class::ADV)
        .or(class::NEG)
        .or(class::INCLUDING)
        .or(class::ACCORDING)
        .or(class::TOTAL)
        .or(class::HEARSAY)
        .or(class::AGED)
        .or(DETERMINER);
    // Behind a number an English “-s” is a plural, not the verb of one person: “seven guides”.
    let plural = !text.lang.romance
        && text.ends_plural(i)
        && text.is(i, class::VERB)
        && !text.is(i, class::HAVE.or(class::BE).or(class::MODAL));
    let verb = text.is(i, class::FIN.or(class::COND).or(class::PP)) && !text.is(i, class::NOUN) && !plural;
    text.kind(i) != Some(Kind::Word) || (text.is(i, stop) && !text.is(i, class::NOUN)) || verb
}

/// Nouns and participles that say by themselves what happened: “12 blessés”, “neuf tués”, “34 wounded”.
fn harmed(text: &Text, i: usize) -> bool {
    text.is(
        i,
        class::DEAD.or(class::WOUNDED).or(class::MISSING).or(class::CAPTIVE).or(class::DISPLACED).or(class::CASUALTY),
    ) || text.is(i, class::PP) && text.is(i, HARM)
}

/// The kind that a counted noun gives by itself.
pub fn kind_of(text: &Text, i: usize) -> FigureKind {
    let participle = text.is(i, class::PP);
    if text.is(i, class::ANIMAL) {
        FigureKind::Other
    } else if text.is(i, class::DEAD) || participle && text.is(i, class::KILL) {
        FigureKind::Killed
    } else if text.is(i, class::WOUNDED) || participle && text.is(i, class::WOUND.or(class::HOSPITALISE)) {
        FigureKind::Wounded
    } else if text.is(i, class::MISSING) {
        FigureKind::Missing
    } else if text.is(i, class::CAPTIVE)
        || participle && text.is(i, class::CAPTURE.or(class::ARREST))
        || text.is(i, class::ARREST) && text.is(i, class::NOUN)
    {
        FigureKind::Captured
    } else if text.is(i, class::DISPLACED) || participle && text.is(i, class::DISPLACE) {
        FigureKind::Displaced
    } else if text.is(i, class::CASUALTY) {
        FigureKind::Casualties
    } else if text.is(i, PEOPLE.or(class::COLLECTIVE)) || text.is(i, class::DEMONYM) {
        FigureKind::People
    } else {
        FigureKind::Other
    }
}

/// A unit right behind the number: per cent, money, length, time, age.
fn unit(text: &Text, at: usize, q: &Quantity) -> Option<Counted> {
    let made = |end, kind| Some(Counted { head: Some(end - 1), end, kind, additional: false });
    // “28-year-old”, “aged 77”
    let hyphen = text.sign(at, "-") && text.glued(at);
    let first = if hyphen { at + 1 } else { at };
    if text.is(first, class::YEAR_OLD) && !text.is(first, class::DURATION) {
        return made(first + 1, FigureKind::Age);
    }
    if text.is(first, class::PERCENT) || text.is(first, class::POINT) && text.is(first + 1, class::PERCENT) {
        return made(first + 1, FigureKind::Percent);
    }
    // “3,5 M€”, “12 millions de dollars”, “d'euros”
    let of = text.is(first, class::OF);
    let mut money = first + usize::from(of);
    if text.is(money, class::DEMONYM) && text.is(money + 1, class::MONEY) {
        money += 1;
    }
    let cents = text.is(money, class::MINOR) && !text.is(money, class::DISTANCE.or(class::PREP));
    if (cents || text.is(money, class::MONEY)) && (!of || q.collective || q.precision == Precision::Vague) {
        let mut end = money + 1;
        if text.is(end, class::MONEY) || (text.is(end, class::DEMONYM) && text.lang.romance) {
            end += 1;
        }
        return made(per(text, end), FigureKind::Money).map(|c| Counted { head: Some(end - 1), ..c });
    }
    if text.is(first, class::DURATION) {
        // “les 18-25 ans”, but “dans les dix à quinze ans”
        let before = |k: usize, classes| q.first >= k && text.is(q.first - k, classes);
        let group = q.precision == Precision::Range
            && first == q.end
            && before(1, class::DEF)
            && !before(1, class::OF)
            && !before(2, class::PREP.or(class::BY));
        let aged = group || listed(text, q.first).is_some_and(|b| is_aged(text, b) || is_age(text, b, first));
        return if aged && text.is(first, class::AGE.or(class::YEAR_OLD)) || text.is(first + 1, class::YEAR_OLD) {
            made(if text.is(first + 1, class::YEAR_OLD) { first + 2 } else { first + 1 }, FigureKind::Age)
        } else {
            made(first + 1, FigureKind::Duration)
        };
    }
    if text.is(first, class::DISTANCE) {
        // “100 °C” is no length, yet a figure with a unit.
        let heat = text.is(first, class::TEMPERATURE);
        let letter = text.glued(first + 1) && text.word(first + 1).len() < 3 && text.capital(first + 1);
        let end = first + 1 + usize::from(heat && (letter || text.is(first + 1, class::TEMPERATURE)));
        let kind = if heat { FigureKind::Other } else { FigureKind::Distance };
        return Some(Counted { head: Some(first), end: per(text, end), kind, additional: false });
    }
    // “aged 77”, “, 40,” behind a name
    let bare = ends(text, at);
    let before = q.first.checked_sub(1)?;
    let at_death = !text.lang.romance && dies_at(text, before, class::DIE) && q.low.is_some_and(|v| v > 24.0);
    // “she was only seven”
    let be = before - usize::from(text.is(before, class::ADV) && before > 0);
    let person =
        text.is(be.wrapping_sub(1), class::PRON) && text.is(be.wrapping_sub(1), class::FEMININE.or(class::MASCULINE));
    let at_death = at_death || person && text.is(be, class::BE) && !text.lang.romance;
    if bare && (is_aged(text, before) || at_death)
        || (text.sign(before, ",")
            && text.sign(at, ",")
            && before > 0
            && (text.is_name(before - 1) || text.is(before - 1, PEOPLE))
            && q.low.is_some_and(|v| (1.0..=110.0).contains(&v))
            && q.precision == Precision::Exact)
    {
        return Some(Counted { head: None, end: q.end, kind: FigureKind::Age, additional: false });
    }
    None
}

/// “km/h”, “€/kg”: the token behind the unit that a unit is taken for.
fn per(text: &Text, end: usize) -> usize {
    let slash = text.sign(end, "/") && text.glued(end) && text.glued(end + 1) && text.kind(end + 1) == Some(Kind::Word);
    if slash { end + 2 } else { end }
}

/// “aged”, “dans les âges de”, “in age from”: what stands before an age.
fn is_aged(text: &Text, i: usize) -> bool {
    text.is(i, class::AGED) || text.is(i, class::OF.or(class::PREP)) && i > 0 && text.is(i - 1, class::AGED)
}

/// The token before a list of numbers that ends at `first`: “de 15, 19 et 22 ans”.
fn listed(text: &Text, first: usize) -> Option<usize> {
    let mut before = first.checked_sub(1)?;
    while (text.is(before, class::AND) || text.sign(before, ","))
        && before > 1
        && (text.kind(before - 1) == Some(Kind::Number) || text.is(before - 1, class::NUM))
    {
        before -= 2;
    }
    Some(before)
}

/// “mort dimanche à 88 ans”, “died at 88”: `before` is the token before the number.
fn dies_at(text: &Text, before: usize, dies: Classes) -> bool {
    let mut words = (before.saturating_sub(6)..before).rev().take_while(|k| !text.is_pause(*k));
    text.is(before, class::TO) && words.any(|k| text.is(k, dies))
}

/// “un homme de 28 ans”, “Awa Sow, 40 ans,”: years that tell an age. `before` is the token before the number.
fn is_age(text: &Text, before: usize, unit: usize) -> bool {
    let person = |k: usize| text.is(k, PEOPLE) || text.is_name(k);
    // “deux garçons (de 12 et 15 ans)”
    let opened = text.is(before, class::OF) && text.sign(before.wrapping_sub(1), "(");
    let before = before - usize::from(opened);
    let of = text.is(before, class::OF) && before > 0 && (person(before - 1) || before > 1 && person(before - 2));
    let comma = matches!(text.word(before), "," | "(")
        && before > 0
        && person(before - 1)
        && (opened
            || text.is_pause(unit + 1)
            || text.is(unit + 1, class::FIN.or(class::HAVE).or(class::BE).or(class::AND)));
    // “elle a seulement 29 ans”, but “il y a dix ans” and “a trois ans de retard”
    let have = if text.is(before, class::ADV) { before.wrapping_sub(1) } else { before };
    let has = text.lang.romance
        && text.is(have, class::HAVE)
        && !text.is(have.wrapping_sub(1), class::CLITIC)
        && !text.is(unit + 1, class::OF.or(class::PREP).or(class::TO));
    // “le décès à 88 ans de l'actrice”, but “à 12 ans de prison”
    let counts = text.is(unit + 1, class::OF) && !text.is(unit + 2, DETERMINER) && !text.is_name(unit + 2);
    of || comma || has || dies_at(text, before, class::DIE.or(class::DEAD)) && !counts
}

/// The kind of “two-hour”, “12-mile”: that of the noun behind the hyphen.
fn joined_unit(text: &Text, i: usize) -> Option<FigureKind> {
    let lexicon = text.lang.lexicon();
    let noun = lexicon.classes(lexicon.find(text.fold(i).split_once('-')?.1)?);
    Some(if noun.any(class::DURATION) {
        FigureKind::Duration
    } else if noun.any(class::DISTANCE) {
        FigureKind::Distance
    } else {
        FigureKind::Other
    })
}

/// What is written behind the unit and belongs to the number: “15 dollars 50”, “5 ft 2 in”, “une heure et demie”.
pub fn add_up(text: &Text, q: &mut Quantity, counted: &mut Counted) {
    let (Some(head), Some(mut value)) = (counted.head, q.low.filter(|_| q.precision != Precision::Range)) else {
        return;
    };
    let was = value;
    let (money, time) = (counted.kind == FigureKind::Money, text.is(head, class::DURATION));
    let part = text.value(head).filter(|v| time && *v < 1.0);
    if let Some(part) = part {
        // “une demi-heure”
        value *= part;
    } else if let Some(scale) = text.value(counted.end).filter(|_| money && text.is(counted.end, class::SCALE)) {
        // “75 USD million”
        value *= scale;
        counted.end += 1;
    } else if let Some(end) =
        parts::half(text, counted.end, &mut value).filter(|_| money || time || counted.kind == FigureKind::Distance)
    {
        counted.end = end;
    } else if (money || counted.kind == FigureKind::Distance) && !text.is(head, class::MINOR) {
        let at = counted.end + usize::from(text.is(counted.end, class::AND));
        let Some(rest) = number(text, at).filter(|n| n.precision == Precision::Exact && !n.share) else { return };
        let minor = text.value(rest.end).filter(|_| text.is(rest.end, class::MINOR));
        // “15 dollars 50.”: without its unit only two digits of money that count nothing else.
        let bare = money && rest.low.is_some_and(|v| (10.0..100.0).contains(&v)) && ends_clause(text, rest.end);
        let Some(per) = minor.or(bare.then_some(100.0)) else { return };
        let Some(low) = rest.low.filter(|v| (0.0..per).contains(v)) else { return };
        value += low / per;
        counted.end = rest.end + usize::from(minor.is_some());
    }
    if value != was {
        (q.low, q.high, q.article) = (Some(value), q.high.map(|_| value), false);
    }
}

/// Whether nothing of the clause is left at token `i`.
pub fn ends_clause(text: &Text, i: usize) -> bool {
    text.token(i).is_none_or(|t| t.kind == Kind::Mark) || text.is_pause(i)
}

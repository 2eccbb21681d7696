//! Data by which a private person can be reached or found: e-mail, phone, account, social-security number, plate, home.
//!
//! The one place that looks at digits and signs. Numbers with a check digit count only where it is right; what belongs
//! to a body or a help line is no private datum.

use super::{Reading, context, phrases};
use crate::lang::{Classes, class};
use crate::text::{Kind, Text};

/// A datum: tokens `first..end`.
pub type Contact = (usize, usize);

/// All such data that point to a private person, in order.
pub fn private(reading: &Reading) -> Vec<Contact> {
    let text = &reading.text;
    let mut found = Vec::new();
    let mut i = 0;
    while i < text.tokens.len() {
        let datum = email(text, i).or_else(|| code(text, i)).or_else(|| phone(text, i));
        let datum = datum.filter(|d| !is_public(text, *d)).or_else(|| home(reading, i));
        match datum {
            // What an address begins with was read before its sign.
            Some((first, end)) if found.last().is_none_or(|(_, e)| *e <= first) => {
                found.push((first, end));
                i = end;
            }
            _ => i += 1,
        }
    }
    found
}

/// Short numbers of help lines for people in distress.
const HELP_LINES: [&str; 10] =
    ["3114", "988", "116123", "116111", "3018", "119", "0145394000", "0972394050", "107", "143"];

/// Whether tokens of the text give a help line: its name, or its number.
pub fn gives_help_line(text: &Text) -> bool {
    (0..text.tokens.len()).any(|i| {
        text.is(i, class::PUBLIC_LINE)
            || text.kind(i) == Some(Kind::Number)
                && run(text, i).is_some_and(|(_, groups)| HELP_LINES.contains(&groups.concat().as_str()))
    })
}

/// Signs of an e-mail address beside its letters and digits.
fn mail_part(text: &Text, i: usize) -> bool {
    matches!(text.kind(i), Some(Kind::Word | Kind::Number)) || matches!(text.word(i), "." | "-" | "_" | "+" | "%")
}

/// The address around the sign at token `i`.
fn email(text: &Text, i: usize) -> Option<Contact> {
    if text.word(i) != "@" || !text.glued(i) || !text.glued(i + 1) {
        return None;
    }
    let mut first = i.checked_sub(1).filter(|k| mail_part(text, *k))?;
    while first > 0 && text.glued(first) && mail_part(text, first - 1) {
        first -= 1;
    }
    let mut end = i + 1;
    while mail_part(text, end) && text.glued(end) {
        end += 1;
    }
    while end > i + 2 && text.kind(end - 1) == Some(Kind::Sign) {
        end -= 1;
    }
    let domain = text.span(i + 1, end).of(text.src);
    let dotted = domain.split_once('.').is_some_and(|(host, top)| !host.is_empty() && top.len() >= 2);
    // “mairie@”, “press.office@”: the box of a body.
    let office =
        (first..i).any(|k| text.is(k, class::MAILBOX.or(class::PUBLIC_LINE).or(class::INSTITUTION).or(class::MEDIA)));
    (dotted && !office).then_some((first, end))
}

/// Whether a space that ends no line, or nothing, stands before token `i`.
fn near(text: &Text, i: usize) -> bool {
    let gap = text.tokens.get(i.wrapping_sub(1)).zip(text.token(i)).map(|(a, b)| (a.span.end(), b.span.start()));
    gap.and_then(|(a, b)| text.src.get(a..b)).is_some_and(|gap| gap.chars().count() < 2 && !gap.contains(['\n', '\r']))
}

/// The numbers that stand together from token `i` on, by their groups of digits, and the token behind them.
fn run(text: &Text, i: usize) -> Option<(usize, Vec<String>)> {
    let joint = |k: usize| matches!(text.word(k), "." | "-" | "/" | "(" | ")" | "‑" | "–");
    let mut groups: Vec<String> = Vec::new();
    let (mut k, mut end) = (i, i);
    while k == i || near(text, k) {
        if text.kind(k) == Some(Kind::Number) {
            let parts = text.word(k).split(|c: char| !c.is_ascii_digit()).filter(|g| !g.is_empty());
            groups.extend(parts.map(str::to_string));
            end = k + 1;
        } else if !joint(k) {
            break;
        }
        k += 1;
    }
    (end > i).then_some((end, groups))
}

/// How national phone numbers that begin with a zero are written: the digits of each group.
const WRITTEN: [&[usize]; 14] = [
    &[10],
    &[11],
    &[2, 2, 2, 2, 2],
    &[4, 2, 2, 2],
    &[4, 6],
    &[5, 6],
    &[5, 5],
    &[5, 3, 3],
    &[3, 4, 4],
    &[4, 3, 4],
    &[4, 3, 3],
    &[3, 3, 4],
    &[3, 3, 2, 2],
    &[2, 3, 2, 2],
];
/// Free, shared-cost and premium lines: no private person has one.
const SERVICES: [&str; 14] =
    ["080", "081", "082", "084", "0870", "0871", "0872", "0891", "0892", "0899", "800", "888", "877", "866"];

/// A phone number: international behind a plus, national from a zero, or American by its groups.
fn phone(text: &Text, i: usize) -> Option<Contact> {
    // The middle of a longer number is none.
    let inside = i > 0
        && (text.glued(i) && text.kind(i - 1) == Some(Kind::Word)
            || near(text, i) && text.kind(i - 1) == Some(Kind::Number));
    let bracket = usize::from(text.sign(i, "("));
    let plus = text.sign(i + bracket, "+");
    let start = i + bracket + usize::from(plus);
    let opens = plus || bracket > 0 || text.kind(i) == Some(Kind::Number);
    if inside || !opens || text.kind(start) != Some(Kind::Number) || (plus && !text.glued(start)) {
        return None;
    }
    let (end, groups) = run(text, start)?;
    // Only a bracket around the code belongs to the number.
    let first = if bracket > 0 && !(start..end).any(|k| text.sign(k, ")")) { i + 1 } else { i };
    let digits = groups.concat();
    let sizes: Vec<usize> = groups.iter().map(String::len).collect();
    let signs = first < start || (start..end).any(|k| text.kind(k) == Some(Kind::Sign)) || end == start + 1;
    let abroad = plus || digits.starts_with("00");
    let american = signs
        && sizes.len() >= 3
        && sizes.ends_with(&[3, 3, 4])
        && (sizes.len() == 3 || digits.starts_with('1'))
        && digits.trim_start_matches('1').starts_with(|c: char| ('2'..='9').contains(&c));
    let home = digits.starts_with('0') && WRITTEN.contains(&sizes.as_slice());
    let local = if american { digits.trim_start_matches('1') } else { &digits };
    let service = SERVICES.iter().any(|s| local.starts_with(s));
    let real = if abroad { (9..=15).contains(&digits.len()) } else { (home || american) && !service };
    let counts = text.is(end, class::PERCENT.or(class::MONEY).or(class::SCALE));
    (real && !counts).then_some((first, end))
}

/// A number that its form or its check digits tell.
fn code(text: &Text, i: usize) -> Option<Contact> {
    let starts =
        !text.glued(i) || i == 0 || text.kind(i - 1) != Some(Kind::Word) && text.kind(i - 1) != Some(Kind::Number);
    if !starts {
        return None;
    }
    let end = match text.kind(i)? {
        Kind::Word if text.capital(i) => account(text, i)
            // The registration of an aircraft or ship is public.
            .or_else(|| {
                Some(()).filter(|()| !follows(text, i, class::CRAFT)).and_then(|()| {
                    shaped(text, i, "AA-000-AA")
                        .filter(|_| !text.span(i, i + 1).of(text.src).contains(' '))
                        .or_else(|| shaped(text, i, "AA00 AAA"))
                        .or_else(|| shaped(text, i, "AA 00 00 00 A"))
                        .or_else(|| plate(text, i))
                })
            }),
        Kind::Number => social(text, i).or_else(|| shaped(text, i, "000-00-0000")).or_else(|| plate(text, i)),
        _ => None,
    }?;
    Some((i, end))
}

/// The token behind what has the form of `pattern` from token `i` on: `A` a capital, `0` a digit.
fn shaped(text: &Text, i: usize, pattern: &str) -> Option<usize> {
    let start = text.token(i)?.span.start();
    let mut rest = text.src.get(start..)?.chars();
    for form in pattern.chars() {
        let c = rest.next()?;
        let fits = match form {
            'A' => c.is_ascii_uppercase(),
            '0' => c.is_ascii_digit(),
            '-' => matches!(c, '-' | '\u{2010}' | '\u{2011}'),
            _ => matches!(c, ' ' | '\u{a0}' | '\u{202f}'),
        };
        if !fits {
            return None;
        }
    }
    if rest.clone().next().is_some_and(|c| c.is_alphanumeric() || c == '-') {
        return None;
    }
    Some(text.token_at(text.src.len() - rest.as_str().len()))
}

/// Capitals and digits of tokens `first..end`, one behind the other; `None` where anything else stands among them.
fn compact(text: &Text, first: usize, end: usize) -> Option<String> {
    let raw = text.span(first, end).of(text.src);
    let kept = raw.chars().filter(|c| !matches!(c, ' ' | '-' | '\u{a0}' | '\u{202f}' | '\u{2011}'));
    kept.map(|c| (c.is_ascii_uppercase() || c.is_ascii_digit()).then_some(c)).collect()
}

/// An international account number, by its check digits (ISO 13616): the end of its longest form.
fn account(text: &Text, i: usize) -> Option<usize> {
    let opening = text.word(i).as_bytes().get(..4)?;
    let [a, b, c, d] = opening else { return None };
    if !(a.is_ascii_uppercase() && b.is_ascii_uppercase() && c.is_ascii_digit() && d.is_ascii_digit()) {
        return None;
    }
    (i + 1..i + 12).rev().find(|end| {
        compact(text, i, *end).is_some_and(|number| {
            let (head, body) = number.split_at_checked(4).unwrap_or(("", ""));
            let rest = body.chars().chain(head.chars()).filter_map(|c| c.to_digit(36));
            let rest = rest.fold(0, |rest, v| (if v > 9 { rest * 100 } else { rest * 10 } + v) % 97);
            (15..=34).contains(&number.len()) && rest == 1
        })
    })
}

/// A French social-security number, by its key: 97 less the rest of the thirteen digits.
fn social(text: &Text, i: usize) -> Option<usize> {
    if !text.word(i).starts_with(['1', '2']) {
        return None;
    }
    (i + 1..i + 10).find(|end| {
        compact(text, i, *end).filter(|n| n.len() == 15).is_some_and(|number| {
            // Corsica's departments count as 19 and 18.
            let number = number.replace("2A", "19").replace("2B", "18");
            let value = |digits: Option<&str>| digits.and_then(|d| d.parse::<u64>().ok());
            let month = value(number.get(3..5)).is_some_and(|m| (1..=12).contains(&m) || m >= 20);
            let key = value(number.get(13..));
            month && value(number.get(..13)).map(|n| 97 - n % 97) == key
        })
    })
}

/// Whether one of `classes` stands close before token `i`.
fn follows(text: &Text, i: usize, classes: Classes) -> bool {
    (i.saturating_sub(5)..i).any(|k| text.is(k, classes) && text.sentence_of(k) == text.sentence_of(i))
}

/// What stands behind the word for a number plate: letters and digits of any country.
fn plate(text: &Text, i: usize) -> Option<usize> {
    let named = follows(text, i, class::PLATE) && !follows(text, i, class::CRAFT);
    let fits = |code: &String| {
        (5..=9).contains(&code.len())
            && code.contains(|c: char| c.is_ascii_digit())
            && code.contains(char::is_alphabetic)
    };
    let joined = |end: usize| (i + 1..end).all(|k| near(text, k));
    (named)
        .then(|| (i + 1..i + 6).rev().find(|end| joined(*end) && compact(text, i, *end).as_ref().is_some_and(fits)))?
}

/// Whether a help line, a body or a draw of numbers is meant.
fn is_public(text: &Text, (first, _): Contact) -> bool {
    let s = text.sentence_of(first);
    let sentence = text.sentence(s);
    // “Les dons vont sur le compte de Maria Keller”: an appeal does not make a person's own account a body's.
    let own = account(text, first).is_some()
        && (sentence.first..first).any(|k| text.is_name(k) && text.is_name(k + 1) && k + 1 < first)
        && !(sentence.first..first).any(|k| text.is(k, class::INSTITUTION.or(class::GROUP).or(class::INDEPENDENT)));
    if own || (sentence.first..sentence.end).any(|k| text.is(k, class::PUBLIC_LINE)) {
        return !own;
    }
    // “joindre la mairie au …”, “le numéro du témoin”: the nearest person or body before it has it.
    let people =
        class::PERSON.or(class::ROLE).or(class::PROFESSION).or(class::FAMILY).or(class::WITNESS).or(class::PRON_OBJECT);
    let bodies = class::INSTITUTION.or(class::POLICE).or(class::INDEPENDENT).or(class::MEDIA).or(class::PRON_FIRST);
    let owner = (sentence.first..first).rev().find(|k| text.is(*k, people.or(bodies)) || text.is_name(*k));
    owner.is_some_and(|k| text.is(k, bodies) && !text.is(k, people))
}

/// A street with a house number that somebody's home is said to be.
fn home(reading: &Reading, i: usize) -> Option<Contact> {
    let text = &reading.text;
    let s = text.sentence_of(i);
    // “John Lubbett, of 27 Foch Avenue, …”
    let of = i > 2
        && text.is(i - 1, class::OF)
        && text.is_name(i - if text.sign(i - 2, ",") { 3 } else { 2 })
        && !text.lang.romance;
    let lives = of || reading.sentence_has(s, class::RESIDES);
    if text.kind(i) != Some(Kind::Number) || text.word(i).len() > 4 || !lives {
        return None;
    }
    let end = street(text, i + 1)?;
    let public = reading.sentence_has(s, class::PUBLIC_LINE) || context::is_history(reading, s);
    (!public).then_some((i, end))
}

/// The end of the street's name that begins at token `i`: “, rue des Lilas”, “bis avenue Foch”, “Elm Street”.
pub fn street(text: &Text, i: usize) -> Option<usize> {
    const NAME: Classes = class::OF.or(class::DEF).or(class::HONORIFIC).or(class::DEMONYM).or(class::MONTH);
    if text.lang.romance {
        let way = (i..i + 4).find(|k| text.is(*k, class::STREET)).filter(|way| {
            (i..*way).all(|k| {
                text.sign(k, ",")
                    || text.word(k).len() <= 6
                        && text.kind(k) == Some(Kind::Word)
                        && !text.is(k, class::PREP.or(class::VERB))
            })
        })?;
        let mut end = way + 1;
        while text.is_name(end) || text.is(end, NAME) || text.kind(end) == Some(Kind::Number) {
            end += 1;
        }
        // “rue des écoles”: a plain noun.
        if text.is(end - 1, NAME) && text.kind(end) == Some(Kind::Word) {
            end = phrases::right(text, end).unwrap_or(end + 1);
        }
        return (end > way + 1).then_some(end);
    }
    let way = (i + 1..i + 4).find(|k| text.is(*k, class::STREET) && text.capital(*k))?;
    (i..way).all(|k| text.capital(k) && text.kind(k) == Some(Kind::Word)).then_some(way + 1)
}

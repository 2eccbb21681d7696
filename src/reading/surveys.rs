//! Studies and polls that the text rests on: whether a study can be found, and what a reader has to know of a poll.

use super::{DateKind, Reading, phrases};
use crate::lang::{Classes, class};
use crate::report::FigureKind;
use crate::text::{Kind, Text};

/// A study as a source: tokens `first..end`.
#[derive(Clone, Copy, Debug)]
pub struct Study {
    pub first: usize,
    pub end: usize,
    /// Its author, body, journal or year stands in the sentence or beside it.
    pub named: bool,
}

/// The result of a poll: its words, the shares beside them, and which of [`ITEMS`] the article gives.
pub struct Poll {
    pub first: usize,
    pub end: usize,
    pub shares: Vec<usize>,
    pub given: [bool; 4],
}

/// What readers have to know of a poll, as keys of the messages: who asked, how many, when, for whom.
pub const ITEMS: [&str; 4] = ["1", "2", "3", "4"];

/// Words inside a noun phrase before its noun.
const INNER: Classes = class::ADJ
    .or(class::ADJECTIVE)
    .or(class::NEW)
    .or(class::OTHER)
    .or(class::DEMONYM)
    .or(class::PP)
    .or(class::HEAVY)
    .or(class::STEEP)
    .or(class::ORDINAL)
    .or(class::SUPERLATIVE);

/// The studies that speak in the text and that only an indefinite names.
pub fn studies(reading: &Reading) -> Vec<Study> {
    let text = &reading.text;
    let mut found: Vec<Study> = Vec::new();
    for noun in text.having(class::STUDY.or(class::FIELD).or(class::POLL)) {
        if !is_study(reading, noun) {
            continue;
        }
        let Some(first) = indefinite(text, noun) else { continue };
        let mut end = noun + 1;
        while text.lang.romance && text.is(end, INNER) && !text.is(end, class::MADE.or(class::FIN).or(class::PP)) {
            end += 1;
        }
        let Some(said) = speaks(reading, first, noun, end) else { continue };
        found.push(Study { first, end, named: is_named(reading, first, said) });
    }
    found
}

/// Whether the study at token `noun` tells something, and where what it tells begins: behind it, or before.
fn speaks(reading: &Reading, first: usize, noun: usize, end: usize) -> Option<usize> {
    let text = &reading.text;
    let sentence = text.sentence(text.sentence_of(noun));
    let source = reading
        .attributions_at(text.sentence_of(noun))
        .find(|(_, a)| a.source.is_some_and(|(x, y)| (x..y).contains(&noun)));
    if let Some((_, attribution)) = source {
        return Some(attribution.content.iter().map(|c| c.0).filter(|c| *c > noun).min().unwrap_or(sentence.end));
    }
    if first > 0 && text.is(first - 1, class::ACCORDING) {
        return Some((end..sentence.end).find(|k| text.sign(*k, ",")).unwrap_or(sentence.end));
    }
    let before = |n: usize| first.checked_sub(n).filter(|k| *k >= sentence.first);
    // “comme le montrent plusieurs études”, “la conclusion d'une étude”
    let inverted = class::REL.or(class::COMP).or(class::AS).or(class::CLITIC).or(class::SUBORD);
    let told = |k: usize, by: Classes| before(k).is_some_and(|k| text.is(k, by));
    if text.lang.romance && told(1, class::FINDS) && told(2, inverted) || told(1, class::OF) && told(2, class::FINDS) {
        return Some((end..sentence.end).find(|k| text.sign(*k, ",")).unwrap_or(sentence.end));
    }
    // “La police a ouvert une enquête”: what is done to it says nothing.
    if told(1, class::VERB.or(class::ADV)) && !told(1, class::COMP.or(class::BUT)) {
        return None;
    }
    // “une étude publiée mardi suggère que …”: the first finite verb behind it, over what says when and where.
    let auxiliary = class::HAVE.or(class::BE).or(class::MODAL);
    let verb = (end..sentence.end.min(end + 14)).find(|k| {
        let finite = text.is(*k, class::FIN.or(class::COND)) || !text.lang.romance && text.is(*k, class::INF);
        let joined = text.is(*k, class::PP) && text.is(*k - 1, class::HAVE.or(class::ADV));
        text.sign(*k, ";")
            || text.is(*k, class::REL.or(class::COMP).or(class::AND))
            || text.is(*k, class::VERB) && (finite || joined) && !text.is(*k, auxiliary) && !text.is(*k, class::MADE)
    })?;
    (text.is(verb, class::FINDS) && text.is(verb, class::VERB)).then_some(verb)
}

fn is_study(reading: &Reading, i: usize) -> bool {
    let text = &reading.text;
    let shares =
        || reading.figures_in(text.sentence_of(i), text.sentence_of(i)).any(|(_, f)| f.kind == FigureKind::Percent);
    // “according to reports” are those of other papers.
    let news = text.is(i, class::CHANNEL) && text.ends_plural(i);
    let study = text.is(i, class::STUDY) && !news || text.is(i, class::FIELD) || text.is(i, class::POLL) && !shares();
    study && text.is(i, class::NOUN) && !text.is_name(i)
}

/// The first token of the noun phrase around the study at token `noun`, where nothing makes it a known one.
fn indefinite(text: &Text, noun: usize) -> Option<usize> {
    let mut k = noun;
    let floor = text.sentence(text.sentence_of(noun)).first;
    let inner = |k: usize| {
        text.is(k, INNER) || phrases::unknown(text, k) && !text.is_name(k) && text.kind(k) == Some(Kind::Word)
    };
    while k > floor && inner(k - 1) && !text.is(k - 1, class::INDEF.or(class::DEF).or(class::DEM).or(class::FIN)) {
        k -= 1;
    }
    let before = k.checked_sub(1).filter(|b| *b >= floor);
    let Some(b) = before else { return bare(text, noun).then_some(k) };
    // “would study the report”
    let opens = text.is_pause(b)
        || text.kind(b) == Some(Kind::Mark)
        || text.is(b, class::COMP.or(class::AND).or(class::BUT).or(class::SUBORD).or(class::ACCORDING).or(class::PREP));
    if text.is(b, class::INDEF.or(class::VAGUE).or(class::NUM).or(class::MOST_OF)) {
        // “de plusieurs études”, “a number of studies”
        return Some(b);
    }
    // “de nombreuses études”; “les études montrent” speaks of all and of none.
    let many = text.lang.romance && text.is(b, class::OF) && k < noun;
    let all = text.lang.romance && text.is(b, class::DEF) && (text.ends_plural(noun) || text.is(noun, class::FIELD))
        || text.is(noun, class::FIELD) && text.is(b, class::DEF) && !text.is(noun, class::STUDY);
    let held = text.is(b, class::DEF.or(class::DEM).or(class::POSS).or(class::GENITIVE).or(class::PRON_FIRST))
        || text.is_name(b);
    if many || all {
        return Some(b);
    }
    // “a 2019 study”
    let dated = text.kind(b) == Some(Kind::Number);
    (opens && !held && !dated && bare(text, noun)).then_some(k)
}

/// “studies show”, “new research suggests”, “study says”: English needs no article.
fn bare(text: &Text, noun: usize) -> bool {
    !text.lang.romance && text.is(noun, class::NOUN)
}

/// Whether somebody who can be found made the study: a name, a body or a year near it.
fn is_named(reading: &Reading, first: usize, said: usize) -> bool {
    let text = &reading.text;
    let s = text.sentence_of(first);
    let sentence = text.sentence(s);
    let near = first..said.min(first + 30);
    let year = reading.dates_in(s).any(|d| d.year.is_some() && near.contains(&d.first));
    let made = |k: usize| {
        (k.saturating_sub(6)..k)
            .any(|m| text.is(m, class::MADE.or(class::BY).or(class::CLIENT)) && text.sentence_of(m) == s)
    };
    let own = near.clone().any(|k| is_maker(text, k));
    let linked = |s: usize| {
        let t = text.sentence(s);
        (t.first..t.end).any(|k| matches!(text.word(k), "http" | "https" | "www"))
    };
    let elsewhere = (sentence.first..sentence.end).any(|k| !near.contains(&k) && is_maker(text, k) && made(k));
    own || year
        || elsewhere
        || linked(s)
        || [s.wrapping_sub(1), s + 1].into_iter().any(|t| linked(t) || speaks_of_makers(reading, t))
}

/// Whether token `k` names who makes studies or where they appear: a name that is no country, or a definite body.
fn is_maker(text: &Text, k: usize) -> bool {
    let place = class::STATE.or(class::DEMONYM).or(class::WEEKDAY).or(class::MONTH);
    // “à Lyon”, “in Leeds” says where; “published in Nature” says who.
    let before = k.wrapping_sub(1);
    let appeared = text.is(k.wrapping_sub(2), class::MADE.or(class::GIVE).or(class::MEDIA));
    let placed = if text.lang.romance {
        text.is(before, class::TO)
    } else {
        text.is(before, class::PREP) && text.is(before, class::VIA)
    } && !appeared;
    let name = text.is_name(k) && !text.is(k, place) && !placed;
    let body = class::INSTITUTION.or(class::MEDIA).or(class::INDEPENDENT);
    let article = (k.saturating_sub(3)..k).rev().find(|d| text.is(*d, class::DEF.or(class::INDEF).or(class::OF)));
    let definite = article.is_some_and(|d| text.is(d, class::DEF) && !text.is(d, class::INDEF));
    name || text.is(k, body) && definite
}

/// Whether a sentence beside the study says whose it is: a name among words of research.
fn speaks_of_makers(reading: &Reading, s: usize) -> bool {
    let text = &reading.text;
    let research = class::STUDY.or(class::MADE).or(class::COLLECTIVE).or(class::PROFESSION).or(class::MEDIA);
    let sentence = text.sentence(s);
    let apart = |k: usize| (sentence.first..sentence.end).any(|r| r != k && text.is(r, research));
    (sentence.first..sentence.end).any(|k| is_maker(text, k) && (text.is(k, class::MADE) || apart(k)))
}

/// The first result of a poll in the text, if there is one.
pub fn poll(reading: &Reading) -> Option<Poll> {
    let text = &reading.text;
    let (first, end, s) = text.sentences.iter().enumerate().find_map(|(s, sentence)| {
        let k = (sentence.first..sentence.end).find(|k| is_poll(reading, *k, s))?;
        let shares = |s: usize| reading.figures_in(s, s).any(|(_, f)| f.kind == FigureKind::Percent);
        // A poll that speaks may give its shares in the sentence beside it.
        let speaks = reading.attributions_at(s).any(|(_, a)| a.source.is_some_and(|(x, y)| (x..y).contains(&k)));
        let beside =
            |t: usize| t < text.sentences.len() && text.sentence(t).paragraph == sentence.paragraph && shares(t);
        // “polls close”: of several polls and an election the shares may be the votes.
        let plain = !text.ends_plural(k) || !reading.sentence_has(s, class::BALLOT);
        let apart = (sentence.first..sentence.end).any(|t| text.sign(t, ";"));
        let result = shares(s) && (speaks || plain && !apart) || speaks && (beside(s + 1) || s > 0 && beside(s - 1));
        // “a YouGov poll”: the poll itself, with its maker's name before it.
        let back = k - usize::from(
            text.lang.romance
                && text.is(k, class::POLLSTER)
                && text.is(k.wrapping_sub(1), class::POLL.or(class::STUDY)),
        );
        let k = (back..k + 3).find(|p| text.is(*p, class::POLL)).unwrap_or(back);
        let inner = |p: usize| {
            text.kind(p) == Some(Kind::Word) && (text.is_name(p) || text.is(p, INNER) || phrases::unknown(text, p))
        };
        let named = (k.saturating_sub(4).max(sentence.first)..k)
            .rev()
            .take_while(|p| inner(*p) && !text.is(*p, class::FIN))
            .last()
            .unwrap_or(k);
        let article = class::INDEF.or(class::DEF).or(class::DEM).or(class::NUM).or(class::VAGUE);
        let determined = named > sentence.first && text.is(named - 1, article);
        result.then_some((named - usize::from(determined), k + 1, s))
    })?;
    let shares = reading
        .figures_in(s.saturating_sub(1), s + 1)
        .filter(|(_, f)| f.kind == FigureKind::Percent)
        .map(|(i, _)| i)
        .collect();
    Some(Poll { first, end, shares, given: given(reading) })
}

/// Whether token `k` is a poll: by its name, by who makes polls, or as a study that asked people.
fn is_poll(reading: &Reading, k: usize, s: usize) -> bool {
    let text = &reading.text;
    // “go to the polls”, “before polls close” are elections.
    let election = text.is(k, class::POLL)
        && !text.lang.romance
        && text.ends_plural(k)
        && (text.is(k + 1, class::VERB) && !text.is(k + 1, class::SAY.or(class::FINDS))
            || text.is(k.wrapping_sub(1), class::DEF) && text.is(k.wrapping_sub(2), class::TO));
    let end = text.sentence(s).end.min(k + 12);
    let asked = || {
        text.is(k, class::STUDY)
            && text.is(k, class::NOUN)
            && (k + 1..end).any(|p| text.is(p, class::POLLED) && !text.is(p, class::GER))
    };
    // “62 % des personnes interrogées”, “62% of respondents”: a poll without its word.
    let share = |f: &super::Figure| f.kind == FigureKind::Percent && f.end <= k && k <= f.end + 4;
    let answered =
        text.is(k, class::POLLED) && reading.figures_in(s, s).any(|(_, f)| share(f) && text.is(f.end, class::OF));
    answered
        || text.is(k, class::POLL) && text.is(k, class::NOUN) && !election
        || text.is(k, class::POLLSTER) && text.is_name(k)
        || asked()
}

/// Which items the article gives, in the order of [`ITEMS`].
fn given(reading: &Reading) -> [bool; 4] {
    let text = &reading.text;
    let mut given = [false; 4];
    let [pollster, sample, dates, client] = &mut given;
    let polling = class::POLL.or(class::POLLED).or(class::POLLSTER).or(class::CLIENT);
    for (s, sentence) in text.sentences.iter().enumerate() {
        if !reading.sentence_has(s, polling) {
            continue;
        }
        let poll =
            (sentence.first..sentence.end).find(|k| text.is(*k, class::POLL.or(class::POLLSTER).or(class::STUDY)));
        for k in sentence.first..sentence.end {
            let behind = poll.is_some_and(|p| k > p);
            *pollster |=
                text.is(k, class::POLLSTER) && text.is_name(k) || poll.is_some_and(|p| names_pollster(text, p, k));
            let media = text.is_name(k + 1)
                || text.is_name(k + 2) && text.is(k + 1, class::DEF)
                || (k + 1..k + 4).any(|m| text.is(m, class::MEDIA));
            *client |= text.is(k, class::CLIENT)
                || behind
                    && text.is(k, class::ACCORDING_OPINION)
                    && !text.is(k, class::STATE)
                    && text.is(k, class::PER)
                    && media;
        }
        *sample |= reading.figures_in(s, s).any(|(_, f)| {
            f.kind != FigureKind::Percent
                && f.kind != FigureKind::Money
                && f.low.or(f.high).is_some_and(|v| v >= 100.0)
                && (f.kind == FigureKind::People
                    || f.head.is_some_and(|h| text.is(h, class::BALLOT.or(class::POLLED)))
                    || asked_near(text, f.first, f.end))
        });
        *dates |= reading.dates_in(s).any(|d| {
            let published = (d.first.saturating_sub(3)..d.first).any(|k| text.is(k, class::GIVE));
            let asked = reading.sentence_has(s, class::POLLED.or(class::CLIENT));
            !published
                && (d.day.is_some() && d.month.is_some()
                    || d.kind == DateKind::Month
                    || asked && d.kind == DateKind::Relative
                    || asked && d.day.is_some())
        });
    }
    given
}

/// Whether people are said to have been asked right beside a number.
fn asked_near(text: &Text, first: usize, end: usize) -> bool {
    (first.saturating_sub(3)..end + 3).any(|k| text.is(k, class::POLLED))
}

/// “un sondage Novatel”, “a Novatel poll”, “réalisé par Novatel”: a name in the noun phrase of the poll.
fn names_pollster(text: &Text, poll: usize, k: usize) -> bool {
    if !text.is_name(k) || text.is(k, class::STATE.or(class::DEMONYM).or(class::WEEKDAY).or(class::MONTH)) {
        return false;
    }
    let beside = if text.lang.romance {
        k == poll + 1
            || k == poll + 2
                && text.kind(poll + 1) == Some(Kind::Word)
                && !text.is(poll + 1, class::ACCORDING_OPINION.or(class::SAY))
    } else {
        k < poll && k + 4 > poll
    };
    let made = (k.saturating_sub(4)..k).any(|m| text.is(m, class::BY.or(class::INSTITUTION)));
    let of = text.is(k.wrapping_sub(1), class::OF.or(class::DEF)) && k > poll && k <= poll + 4;
    beside || made || of
}

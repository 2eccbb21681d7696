//! What a headline says and its article does not: a number, a bound, a claimant, a modal.

use super::figures::conflicts::{noun, stem, stems};
use super::figures::numbers;
use super::{Attribution, Count, Figure, Reading};
use crate::lang::class;
use crate::report::{FigureKind, Precision, SourceKind};
use crate::text::Text;

/// Tokens of the headline and of the article that differ.
pub struct Mismatch {
    pub title: (usize, usize),
    pub body: (usize, usize),
}

/// How far a rounded number may lie from the one that it stands for.
const ROUNDED: f64 = 0.1;
/// Numbers and verbs of a headline that are looked for: who gives a whole text as its title waits for no more.
const MOST: usize = 6;
/// Sentences of the article that tell what the headline tells.
const LEAD: usize = 4;

/// What the headline has and the article has not, at most one of each kind.
pub fn find(reading: &Reading) -> Vec<Mismatch> {
    let Some(title) = reading.title.as_deref().filter(|t| !t.text.sentences.is_empty()) else { return Vec::new() };
    let mut found: Vec<Mismatch> =
        [number(title, reading), claimant(title, reading), modal(title, reading)].into_iter().flatten().collect();
    crate::order::by_key(&mut found, |m| m.body);
    found
}

/// The first number of the headline that differs in the article, or its bound.
fn number(title: &Reading, body: &Reading) -> Option<Mismatch> {
    let told = title.figures.iter().chain(&title.repeated);
    told.filter(|f| matches!(f.count, Count::Given | Count::Rounded) && !f.is_toll() && f.precision != Precision::Range)
        .take(MOST)
        .find_map(|headline| {
            let value = headline.low.or(headline.high).filter(|value| *value >= 2.0)?;
            let all = || body.figures.iter().chain(&body.repeated).filter(|f| f.count != Count::Vague);
            let same = |f: &&Figure| f.low == Some(value) || f.high == Some(value);
            let alike = |f: &&Figure| f.kind == headline.kind && noun(&title.text, headline) == noun(&body.text, f);
            let place = |f: &Figure| Mismatch { title: (headline.first, headline.end), body: (f.first, f.end) };
            if all().any(|f| same(&f)) {
                // The same number with another bound, and with no other one anywhere.
                let mut bounds = all().filter(same);
                let first = bounds.next().filter(alike)?;
                // “rises up to 4.1%” bounds nothing; a number that the headline rounds may stand beside.
                let rounded = all().any(|f| !same(&f) && f.low.is_some_and(|v| rounds(headline, value, v)));
                let loose = rounded
                    || headline.precision == Precision::AtMost && title.sentence_has(headline.sentence, class::CHANGE);
                if loose || headline.count == Count::Rounded {
                    return None;
                }
                return (clash(headline, first) && bounds.all(|f| clash(headline, f))).then(|| place(first));
            }
            let fits = all().any(|f| {
                f.low.or(f.high).is_some_and(|v| rounds(headline, value, v)) && (alike(&f) || f.head.is_none())
            });
            if fits || written(&body.text, value) || summed(body, value) {
                return None;
            }
            let mut others = all().filter(|f| alike(f) && !f.additional && !f.subset && !f.background);
            // Of a share or an age the article may give several, of which none is meant.
            let first =
                others.next().filter(|f| f.head.is_some() && f.kind != FigureKind::Age || others.count() < 2)?;
            let ratio = first.low.or(first.high).unwrap_or(value) / value;
            (0.2..5.0).contains(&ratio).then(|| place(first))
        })
}

/// Whether the bounds of two equal numbers exclude each other, or the headline adds or drops one that matters.
fn clash(headline: &Figure, body: &Figure) -> bool {
    use Precision::{Approximate, AtLeast, AtMost, Exact};
    matches!(
        (headline.precision, body.precision),
        (AtLeast, AtMost | Approximate | Exact)
            | (AtMost, AtLeast | Exact)
            | (Approximate, AtLeast | AtMost)
            | (Exact, AtMost | AtLeast)
    )
}

/// Whether the headline's number stands for `exact`: “près de 500” for 487, “1.5 million” for 1,483,000.
fn rounds(headline: &Figure, value: f64, exact: f64) -> bool {
    let off = (exact - value) / value.max(1.0);
    match headline.precision {
        Precision::AtLeast => (0.0..=2.0 * ROUNDED).contains(&off),
        Precision::AtMost => (-2.0 * ROUNDED..=0.0).contains(&off),
        Precision::Approximate => off.abs() <= ROUNDED,
        _ => {
            exact >= 20.0 && off.abs() <= ROUNDED / 2.0 && exact.fract() != value.fract()
                || exact >= 1000.0 && off.abs() <= ROUNDED / 2.0
        }
    }
}

/// Whether the number stands anywhere in the article, counting something or not.
fn written(text: &Text, value: f64) -> bool {
    (0..text.tokens.len())
        .any(|i| numbers::number(text, i).is_some_and(|n| n.low == Some(value) || n.high == Some(value)))
        || (0..text.tokens.len()).any(|i| text.is(i, class::ORDINAL) && text.value(i) == Some(value))
}

/// Whether the counts of one sentence add up to it: “three men and two women” are five.
fn summed(body: &Reading, value: f64) -> bool {
    let counts = |s: usize| {
        body.figures_in(s, s)
            .filter(|(_, f)| !matches!(f.kind, FigureKind::Age | FigureKind::Money | FigureKind::Percent))
            .filter_map(|(_, f)| f.low)
    };
    (0..body.text.sentences.len()).any(|s| (counts(s).sum::<f64>() - value).abs() < 0.01)
}

/// Whom the headline has say what the article has somebody else say.
fn claimant(title: &Reading, body: &Reading) -> Option<Mismatch> {
    let said = title.attributions.iter().find(|a| !a.hearsay && a.source.is_some())?;
    let (range, voice) = said.source.zip(title.source(said))?;
    let vague =
        matches!(voice.kind, SourceKind::Anonymous | SourceKind::Collective | SourceKind::Media | SourceKind::Document);
    let who = stems(&title.text, range.0, range.1);
    if vague || who.is_empty() || title.text.is(range.0, class::PRON.or(class::STATE)) {
        return None;
    }
    let told = content(title, said);
    let shared = |a: &Attribution| {
        let other = content(body, a);
        told.iter().filter(|word| other.contains(word)).count()
    };
    let own = |a: &Attribution| {
        let mentions = body.source(a).map(|s| s.mentions.as_slice()).unwrap_or_default();
        mentions
            .iter()
            .chain(&a.source)
            .any(|(first, end)| stems(&body.text, *first, *end).iter().any(|word| who.contains(word)))
    };
    let best = |own_voice: bool| {
        let voices = body.attributions.iter().filter(|a| a.source.is_some() && !a.hearsay && own(a) == own_voice);
        voices.map(|a| (shared(a), a)).max_by_key(|(shared, a)| (*shared, usize::MAX - a.sentence))
    };
    let (most, other) = best(false)?;
    let enough = most >= 2 && most * 2 >= told.len();
    if !enough || best(true).is_some_and(|(shared, _)| shared * 2 >= most) {
        return None;
    }
    // A named speaker may well belong to the body that the headline names: two bodies, or two names.
    let (source, place) = body.source(other).zip(other.source)?;
    let body_of = |text: &Text, (first, end): (usize, usize)| {
        let bodies = class::INSTITUTION.or(class::PARTY).or(class::FORCE).or(class::GROUP).or(class::CAMP);
        let people = class::PERSON.or(class::PROFESSION).or(class::ROLE);
        let mut nouns = (first..end).filter(|k| text.is(*k, class::NOUN) && !text.is(*k, class::STATE));
        let head = if text.lang.romance { nouns.next() } else { nouns.next_back() };
        head.is_some_and(|k| text.is(k, bodies) && (!text.is(k, people) || text.is(k, class::PARTY)))
    };
    let gone = (0..body.text.tokens.len()).all(|k| !body.text.capital(k) || !who.contains(&stem(&body.text, k)));
    let names = voice.is_named() && source.is_named() && gone && source.kind != SourceKind::Institution;
    let speaks = matches!(source.kind, SourceKind::Institution | SourceKind::Party);
    let bodies = speaks && body_of(&title.text, range) && body_of(&body.text, place);
    // “le maire” for “la préfète”, where the article knows of no prefect
    let office = |text: &Text, (first, end): (usize, usize)| (first..end).any(|k| text.is(k, class::ROLE));
    let absent = (0..body.text.tokens.len()).all(|k| !who.contains(&stem(&body.text, k)));
    let unnamed = !voice.is_named() && !source.is_named();
    let roles = unnamed && absent && office(&title.text, range) && office(&body.text, place);
    (bodies || names || roles).then_some(Mismatch { title: range, body: place })
}

/// The stems of what is said.
fn content(reading: &Reading, attribution: &Attribution) -> Vec<String> {
    attribution.content.iter().flat_map(|(first, end)| stems(&reading.text, *first, *end)).collect()
}

/// What the headline has done and the article only possible, or the other way round.
fn modal(title: &Reading, body: &Reading) -> Option<Mismatch> {
    let text = &title.text;
    if (0..text.tokens.len()).any(|k| text.is(k, class::NEG.or(class::IF)) || text.word(k) == "?") {
        return None;
    }
    (0..text.tokens.len()).filter(|k| acts(text, *k)).take(MOST).find_map(|verb| sureness(title, body, verb))
}

/// Whether the article is as sure of the headline's `verb`.
fn sureness(title: &Reading, body: &Reading, verb: usize) -> Option<Mismatch> {
    let stood = uncertain(&title.text, verb);
    let (word, subject) = (stem(&title.text, verb), stems(&title.text, 0, verb));
    let text = &body.text;
    let lead = text.sentence(LEAD.min(text.sentences.len()).checked_sub(1)?).end;
    let told = |k: &usize| {
        let other = stem(text, *k);
        text.is(*k, class::VERB.or(class::NOUN))
            && other.chars().count() > 3
            && (other.starts_with(&word) || word.starts_with(&other))
    };
    let mut places = (0..text.tokens.len()).filter(told).peekable();
    let first = places.peek().copied().filter(|k| *k < lead)?;
    let sentence = text.sentence(text.sentence_of(first));
    let about = stems(text, sentence.first, sentence.end).iter().any(|word| subject.contains(word));
    let denied = (sentence.first..sentence.end).any(|k| text.is(k, class::NEG.or(class::IF)));
    let noun = |k: usize| stood.is_some() && text.is(k, class::NOUN) || determined(text, k);
    let differs = |k: usize| {
        text.is(k, class::VERB)
            && !noun(k)
            && uncertain(text, k).is_some() != stood.is_some()
            && text.quote_of(k).is_none()
    };
    if !about || denied || !places.all(differs) {
        return None;
    }
    let from = uncertain(text, first).unwrap_or(first);
    Some(Mismatch { title: (stood.unwrap_or(verb), verb + 1), body: (from, first + 1) })
}

/// A verb of the headline that tells what is done: neither an auxiliary nor a word of saying.
fn acts(text: &Text, k: usize) -> bool {
    let helper = class::SAY.or(class::MODAL).or(class::BE).or(class::HAVE);
    let noun = text.is(k, class::NOUN.or(class::ADJECTIVE)) && (text.lang.romance || k == 0 || !text.ends_plural(k));
    let form = text.is(k, class::FIN.or(class::COND))
        || text.lang.romance && text.is(k, class::PP)
        || text.is(k, class::INF) && (uncertain(text, k).is_some() || text.is(k.wrapping_sub(1), class::TO));
    text.is(k, class::VERB)
        && form
        && !noun
        && !determined(text, k)
        && !text.is(k, helper)
        && text.quote_of(k).is_none()
        && stem(text, k).chars().count() > 3
}

/// “l'aide”, “the close”: behind an article stands no verb, whatever the lists say.
fn determined(text: &Text, k: usize) -> bool {
    let article = class::DEF.or(class::INDEF).or(class::POSS).or(class::DEM).or(class::NUM);
    let object = |k: usize| text.is(k, class::CLITIC.or(class::PRON)) && !text.is(k.wrapping_sub(1), class::VERB);
    k > 0 && text.is(k - 1, article) && !object(k - 1)
}

/// The word that makes the verb at token `k` only possible: “pourrait fermer”, “may close”, “fermerait”.
fn uncertain(text: &Text, k: usize) -> Option<usize> {
    let maybe = |j: &usize| {
        text.is(*j, class::MODAL) && !text.is(*j, class::FUTURE) || text.is(*j, class::COND) && text.is(*j, class::VERB)
    };
    let sentence = text.sentence(text.sentence_of(k));
    (k.saturating_sub(3).max(sentence.first)..k + 1).find(maybe)
}

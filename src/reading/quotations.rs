//! Quotations that nobody in the text says, and those that repeat each other: a fragment and the fuller form.

use super::{Reading, attributions, phrases};
use crate::lang::class;
use crate::report::SourceKind;
use crate::text::{Kind, Quote, Text};

/// Fewer words are a term, not speech.
const SPEECH: usize = 4;

/// Tokens beside a quotation in which its speaker may stand.
const NEAR: usize = 80;

/// Share of the fragment's content words that the fuller quotation must hold, in order.
const SHARED: f64 = 0.6;
/// Share from which two wordings are one statement.
const CLOSE: f64 = 0.8;
/// Letters by which two forms of one word are known: “réaffirmé”, “réaffirmer”.
const STEM: usize = 5;
/// Longest texts are compared only among so many quotations, to stay linear.
const MOST: usize = 200;

/// The quotations of speech whose speaker stands neither in their sentence nor beside it.
pub fn unowned<'r>(reading: &'r Reading) -> impl Iterator<Item = &'r Quote> {
    let text = &reading.text;
    let outer = text.quotes.iter().filter(|q| q.parent.is_none() && q.closed && q.continues.is_none());
    outer.filter(|q| is_speech(text, q) && !has_speaker(reading, q))
}

/// Whether the words are a sentence that somebody says: no title, term or list.
fn is_speech(text: &Text, quote: &Quote) -> bool {
    let mark = quote.first.saturating_sub(1);
    let work = class::WORK.or(class::NICKNAME).or(class::FICTION).or(class::DOC);
    let titled = (mark.saturating_sub(4)..mark).any(|i| text.is(i, work));
    // A title writes its words with capitals; speech does not.
    let capitals = (quote.first..quote.end).filter(|i| text.capital(*i)).count() * 2 > quote.end - quote.first;
    let stopped = matches!(text.word(quote.end.saturating_sub(1)), "." | "!" | "?" | "…" | ",");
    let person = class::PRON.or(class::PRON_FIRST);
    let verb = (quote.first..quote.end).any(|i| phrases::is_finite(text, i) || text.is(i, person));
    let bracket = mark > 0 && matches!(text.word(mark - 1), "(" | "[");
    // “« A » « B » « C »”: examples in a row.
    let listed = mark > 0 && text.kind(mark - 1) == Some(Kind::Mark) || text.quote_from(quote.end + 1).is_some();
    let bracket = bracket || listed;
    attributions::words(text, quote) >= SPEECH && (stopped || verb) && !titled && !capitals && !bracket
}

/// Whether somebody says it: an attribution, a cue, a sentence that it is part of, or whoever the words before are about.
fn has_speaker(reading: &Reading, quote: &Quote) -> bool {
    let text = &reading.text;
    let mark = quote.first.saturating_sub(1);
    let (first, last) = (text.sentence_of(quote.first), text.sentence_of(quote.end.saturating_sub(1)));
    let (start, stop) = (text.sentence(first).first, text.sentence(last).end);
    let paragraph = text.sentence(first).paragraph;
    let near = |a: &attributions::Attribution| {
        a.sentence + 1 >= first && a.sentence <= last + 1 && text.sentence(a.sentence).paragraph == paragraph
    };
    let said = (quote.first..quote.end).any(|i| reading.saying(i).next().is_some());
    let spoken = reading
        .attributions_near(first.saturating_sub(1), last + 1)
        .any(|(_, a)| (a.source.is_some() || a.hearsay) && near(a));
    // A verb of saying beside the quotation has a speaker, even where the reading did not find whom.
    let cue = |i: usize| {
        text.is(i, class::SAY.or(class::QUOTE_VERB)) && text.is(i, class::VERB) || text.is(i, class::ACCORDING)
    };
    let beside = (start.max(mark.saturating_sub(NEAR))..stop.min(quote.end + NEAR))
        .any(|i| text.outer_quote(i).is_none() && cue(i));
    let opinion =
        text.is(start, class::ACCORDING_OPINION) && phrases::holds_speaker(text, start, mark.min(start + NEAR));
    let beside = beside || opinion;
    // Words that a sentence of the paper runs through belong to whoever that sentence speaks of.
    let joins = |i: usize| text.kind(i) == Some(Kind::Word) && !text.is_pause(i);
    let goes_on = text.sentence_of(quote.end + 1) == last && joins(quote.end + 1) && !text.capital(quote.end + 1);
    let embedded = goes_on || mark > start && !text.is_pause(mark - 1) && text.kind(mark - 1) != Some(Kind::Mark);
    said || spoken || beside || embedded || introduced(text, quote, start) || continued(reading, quote, first)
}

/// “Le maire ne décolère pas : « … »”: the words before the colon name who speaks, or the paragraph before ends in one.
fn introduced(text: &Text, quote: &Quote, start: usize) -> bool {
    let Some(colon) = quote.first.checked_sub(2).filter(|k| text.sign(*k, ":")) else { return false };
    let named = class::REQUEST.or(class::NOMINAL_SAY).or(class::HONORIFIC);
    let other = colon < start
        || text.sentence(text.sentence_of(colon)).paragraph != text.sentence(text.sentence_of(quote.first)).paragraph;
    other
        || phrases::holds_speaker(text, start.max(colon.saturating_sub(NEAR)), colon)
        || (start.max(colon.saturating_sub(NEAR))..colon).any(|k| text.is(k, named))
}

/// “Ida Berg is certain. « We will stay. »”: the person whom the sentence before is about goes on in the first person.
fn continued(reading: &Reading, quote: &Quote, s: usize) -> bool {
    let text = &reading.text;
    let Some(before) = s.checked_sub(1).map(|b| text.sentence(b)) else { return false };
    let one =
        class::ROLE.or(class::PROFESSION).or(class::PERSON).or(class::WITNESS).or(class::HONORIFIC).or(class::SPOKES);
    let person = |(first, end): (usize, usize)| {
        let named = (first + 1..end).any(|k| text.is_name(k - 1) && text.is_name(k));
        let pronoun = text.is(first, class::PRON) && !text.is(first, class::INDEFINITE_PRON);
        let several = (first..end).any(|k| text.is(k, class::PLURAL) || text.is(k, class::NOUN) && text.ends_plural(k));
        named || pronoun || !several && (first..end).any(|k| text.is(k, one))
    };
    let speaks = (quote.first..quote.end).any(|i| text.is(i, class::PRON_FIRST));
    let last = before.end.saturating_sub(NEAR).max(before.first);
    let mut verbs = (last..before.end).filter(|k| phrases::is_finite(text, *k) && text.quote_of(*k).is_none());
    // “Inès Faye, bergère, a tout vu. « Le feu courait. »”: a sentence that opens with a person by name.
    let opens = phrases::begins(text, before.first).then(|| phrases::right(text, before.first)).flatten();
    let aged = |k: usize| text.is_name(before.first) && text.sign(k, ",") && text.kind(k + 1) == Some(Kind::Number);
    let body = class::STATE.or(class::INSTITUTION).or(class::GROUP).or(class::MEDIA);
    let by_name = opens.is_some_and(|end| {
        let full = (before.first + 1..end).any(|k| text.is_name(k - 1) && text.is_name(k));
        (full || aged(before.first + 1) || aged(before.first + 2)) && !(before.first..end).any(|k| text.is(k, body))
    });
    if before.paragraph == text.sentence(s).paragraph && by_name {
        return true;
    }
    before.paragraph == text.sentence(s).paragraph
        && speaks
        && verbs.any(|verb| phrases::subject(text, phrases::verb_group(text, verb).first).is_some_and(person))
}

/// A quotation that stands again in a longer one.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    pub short: usize,
    pub long: usize,
    /// Whether the shorter is in the longer word for word.
    pub verbatim: bool,
    /// Whether nearly all its words are.
    pub close: bool,
    /// Whether both are told of one source by name or office.
    pub one_voice: bool,
    /// Content words of the shorter.
    pub words: usize,
}

/// A quotation with its content words and who says it.
struct Speech<'t> {
    index: usize,
    quote: &'t Quote,
    stems: Vec<String>,
    speakers: Vec<usize>,
    /// Who else may have said it: named before it in its sentence.
    named: Vec<usize>,
}

/// All pairs of quotations that may be of one speaker and share most words.
pub fn repeated(reading: &Reading) -> Vec<Pair> {
    let text = &reading.text;
    let outer = text.quotes.iter().enumerate().filter(|(_, q)| q.parent.is_none());
    let titled = |q: &Quote| (q.first..q.end).filter(|i| text.capital(*i)).count() * 2 > q.end - q.first;
    let with_stems = outer
        .filter(|(_, q)| !titled(q))
        .map(|(i, q)| (i, q, stems(text, q)))
        .filter(|(_, _, stems)| !stems.is_empty())
        .take(MOST);
    let speeches: Vec<Speech> = with_stems
        .map(|(index, quote, stems)| Speech {
            index,
            quote,
            stems,
            speakers: speakers(reading, quote),
            named: named(reading, quote),
        })
        .collect();
    let mut pairs = Vec::new();
    for short in &speeches {
        let longer = |long: &&Speech| {
            let size = |s: &Speech| (s.stems.len(), s.quote.end - s.quote.first, s.index);
            let fuller = long.quote.end - long.quote.first >= short.quote.end - short.quote.first;
            // “chaque village” for “tous les villages”: a content word more in the shorter one.
            let longer = size(long) > size(short) || long.stems.len() + 1 == short.stems.len() && short.stems.len() > 3;
            fuller
                && longer
                && (one_speaker(&short.speakers, &long.speakers)
                    || met_again(reading, short, long)
                    || short.named.iter().any(|s| long.speakers.contains(s))
                    || long.named.iter().any(|s| short.speakers.contains(s)))
        };
        // “[laisser] abattre”: brackets own up to the change; two words of three are a phrase that anybody uses.
        let marked = (short.quote.first..short.quote.end).any(|i| matches!(text.word(i), "[" | "("));
        let all = short.stems.len();
        // One voice that says two of three again in an irregular form: “se tenir fermement”, “se tient fermement”.
        let enough = |long: &Speech, shared: usize| {
            let voice = all == 3 && long.speakers.iter().any(|s| short.speakers.contains(s));
            !marked && shared >= 2 && (shared > 2 || shared == all || voice) && shared as f64 >= SHARED * all as f64
        };
        let best = speeches
            .iter()
            .filter(longer)
            .map(|long| (long, in_order(&short.stems, &long.stems), verbatim(text, short.quote, long.quote)))
            .filter(|(long, shared, verbatim)| *verbatim || enough(long, *shared))
            .map(|(long, shared, verbatim)| (long.index, shared, verbatim))
            .max_by_key(|(_, shared, verbatim)| (*verbatim, *shared));
        if let Some((long, shared, verbatim)) = best {
            let same = |l: &&Speech| l.index == long && l.speakers.iter().any(|s| short.speakers.contains(s));
            let one_voice = speeches.iter().any(|l| same(&l));
            // One word may be repeated by chance, unless one voice repeats it.
            if one_voice || short.stems.len() > 1 && (verbatim || shared > 2 || !short.speakers.is_empty()) {
                let close = verbatim || shared as f64 >= CLOSE * short.stems.len() as f64;
                pairs.push(Pair { short: short.index, long, verbatim, close, one_voice, words: short.stems.len() });
            }
        }
    }
    pairs
}

/// Whether one is told of somebody without a name and the other of a person by name, almost word for word: “l'entraîneuse”,
/// “Lise Bonnard”.
fn met_again(reading: &Reading, one: &Speech, other: &Speech) -> bool {
    let source = |s: &Speech| s.speakers.first().and_then(|at| reading.sources.get(*at));
    let person = |s: &super::Source| !s.plural && matches!(s.kind, SourceKind::Official | SourceKind::Person);
    source(one).zip(source(other)).is_some_and(|(a, b)| {
        person(a)
            && person(b)
            && a.is_named() != b.is_named()
            && one.stems.len() > 2
            && in_order(&one.stems, &other.stems) as f64 >= CLOSE * one.stems.len() as f64
    })
}

/// Quotations of the headline that stand in the article in other words: the headline's, and the article's.
pub fn retouched<'r>(reading: &'r Reading) -> Vec<(&'r Quote, &'r Quote)> {
    let (text, Some(title)) = (&reading.text, reading.title.as_deref()) else { return Vec::new() };
    let outer = |text: &'r Text| text.quotes.iter().filter(|q| q.parent.is_none()).take(MOST);
    let told: Vec<(&Quote, Vec<String>)> = outer(text).map(|q| (q, stems(text, q))).collect();
    let known = |short: &Quote| {
        let words = folds(&title.text, short);
        told.iter().any(|(long, _)| folds(text, long).windows(words.len().max(1)).any(|w| w == words.as_slice()))
    };
    let fuller = |short: &'r Quote| {
        let words = stems(&title.text, short);
        let shared = |long: &Vec<String>| in_order(&words, long);
        let (long, stems) = told.iter().max_by_key(|(_, stems)| shared(stems))?;
        let enough = shared(stems) >= 2 && shared(stems) as f64 >= CLOSE * words.len() as f64;
        (enough && !known(short)).then_some((short, *long))
    };
    outer(&title.text).take(2).filter(|q| attributions::words(&title.text, q) >= SPEECH).filter_map(fuller).collect()
}

/// Where, when and by which channel a quotation is said: its day, the head of its channel, the places of its sentence.
pub struct Occasion {
    day: Option<When>,
    channel: Option<String>,
    places: Vec<String>,
}

/// A weekday and its date, as far as the text tells; else the day, the month and the year that it gives.
type When = (Option<u8>, Option<time::Date>, [Option<i32>; 3]);

impl Occasion {
    /// Whether two occasions cannot be one.
    pub fn differs(&self, other: &Occasion) -> bool {
        let apart = |a: &Option<String>, b: &Option<String>| a.as_ref().zip(b.as_ref()).is_some_and(|(a, b)| a != b);
        let day = self.day.zip(other.day);
        let places = !self.places.is_empty() && !other.places.is_empty() && self.places != other.places;
        // A letter, and a speech on Saturday.
        let letter = |a: &Occasion, b: &Occasion| {
            let placed = b.day.is_some() || !b.places.is_empty() && a.places.is_empty();
            a.channel.is_some() && a.day.is_none() && b.channel.is_none() && placed
        };
        day.is_some_and(|(a, b)| a != b)
            || apart(&self.channel, &other.channel) && day.is_none()
            || places && day.is_none()
            || letter(self, other)
            || letter(other, self)
    }
}

/// The occasion of the quotation, by the sentence that introduces it.
pub fn occasion(reading: &Reading, quote: &Quote) -> Occasion {
    let text = &reading.text;
    let outside = |k: &usize| text.quote_of(*k).is_none();
    let sentences = [text.sentence_of(quote.first.saturating_sub(1)), text.sentence_of(quote.end)];
    let tokens = || {
        let around = sentences.map(|s| text.sentence(s));
        let (first, end) = (around.iter().map(|s| s.first).min(), around.iter().map(|s| s.end).max());
        (first.unwrap_or(0)..end.unwrap_or(0)).filter(outside)
    };
    let [before, behind] = sentences;
    let dates: Vec<&super::DateMention> =
        reading.dates_in(before).chain(reading.dates_in(behind)).filter(|d| outside(&d.first)).collect();
    let exact = |d: &super::DateMention| d.weekday.is_some() || d.day.is_some() || d.kind == super::DateKind::Relative;
    let day = dates.iter().find(|d| exact(d)).or_else(|| dates.iter().find(|d| d.month.is_some() || d.year.is_some()));
    let channel = tokens().find(|k| text.is(*k, class::CHANNEL.or(class::MEDIA).or(class::DOC)));
    let placed = |k: &usize| {
        text.is_name(*k) && text.is(k.wrapping_sub(1), class::TO.or(class::PREP)) && !text.is(*k, class::CHANNEL)
    };
    Occasion {
        day: day.map(|d| {
            let parts = [d.day.map(i32::from), d.month.map(i32::from), d.year];
            if exact(d) && (d.from.is_some() || d.day.is_none()) {
                (d.weekday, d.from, [None; 3])
            } else {
                (None, None, parts)
            }
        }),
        channel: channel.map(|k| text.fold(k).to_string()),
        places: tokens().filter(placed).map(|k| text.fold(k).to_string()).collect(),
    }
}

/// The content words of a quotation, folded without accents and cut to their stems.
fn stems(text: &Text, quote: &Quote) -> Vec<String> {
    (quote.first..quote.end)
        .filter(|i| text.kind(*i) == Some(Kind::Word) && !text.is(*i, class::STOP))
        .map(|i| text.fold(i).chars().filter(|c| c.is_alphanumeric()).map(plain).take(STEM).collect::<String>())
        .filter(|w| w.chars().count() >= 3)
        .collect()
}

/// A letter without its accent, as far as names and French words write them.
pub fn plain(c: char) -> char {
    match c {
        'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'ě' => 'e',
        'î' | 'ï' | 'í' | 'ı' => 'i',
        'ô' | 'ö' | 'ó' | 'ø' | 'õ' => 'o',
        'ù' | 'û' | 'ü' | 'ú' => 'u',
        'ç' | 'č' | 'ć' => 'c',
        'ğ' => 'g',
        'ñ' => 'n',
        'š' | 'ş' => 's',
        'ž' => 'z',
        c => c,
    }
}

/// How many of `words` stand in `others` in the same order, close together.
fn in_order(words: &[String], others: &[String]) -> usize {
    let (mut count, mut at, mut first) = (0, 0, None);
    for word in words {
        let Some(step) = others.iter().skip(at).position(|o| o == word) else { continue };
        at += step + 1;
        first = first.or(Some(at));
        count += 1;
    }
    // Words strewn over a long speech are the same by chance.
    if at > first.unwrap_or(0) + 2 * words.len() { 0 } else { count }
}

/// Whether the words of `short` stand in `long` one behind the other, whatever spaces, capitals and marks.
fn verbatim(text: &Text, short: &Quote, long: &Quote) -> bool {
    let (a, b) = (folds(text, short), folds(text, long));
    b.windows(a.len().max(1)).any(|w| w == a.as_slice())
}

/// The words of a quotation, folded.
fn folds<'t>(text: &'t Text, quote: &Quote) -> Vec<&'t str> {
    let word = |i: &usize| matches!(text.kind(*i), Some(Kind::Word | Kind::Number));
    (quote.first..quote.end).filter(word).map(|i| text.fold(i)).collect()
}

/// Who says any of a quotation, outermost and nested.
fn speakers(reading: &Reading, quote: &Quote) -> Vec<usize> {
    let sentences = reading.text.sentence_of(quote.first)..=reading.text.sentence_of(quote.end.saturating_sub(1));
    let near = sentences.flat_map(|s| reading.attributions_at(s));
    near.filter(|(_, a)| (quote.first..quote.end).any(|i| a.says(i))).filter_map(|(_, a)| a.speaker).collect()
}

/// Those named in the sentence before the quotation: “Mme Prieto veut « … », ont noté les délégués”.
fn named(reading: &Reading, quote: &Quote) -> Vec<usize> {
    let text = &reading.text;
    let first = text.sentence(text.sentence_of(quote.first.saturating_sub(1))).first;
    let words = || {
        (first.max(quote.first.saturating_sub(NEAR))..quote.first.saturating_sub(1))
            .filter(|k| text.quote_of(*k).is_none())
    };
    let meant =
        |s: &super::Source| s.surname().is_some_and(|name| words().any(|k| text.is_name(k) && text.fold(k) == name));
    reading.sources.iter().enumerate().take(MOST).filter(|(_, s)| meant(s)).map(|(at, _)| at).collect()
}

/// Whether two quotations may be of one speaker: somebody says both, or nobody is named for one.
fn one_speaker(a: &[usize], b: &[usize]) -> bool {
    a.is_empty() || b.is_empty() || a.iter().any(|s| b.contains(s))
}

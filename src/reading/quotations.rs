//! Quotations that repeat each other: a fragment and the fuller form.

use super::Reading;
use crate::text::{Kind, Quote, Text};

/// Share of the fragment's content words that the fuller quotation must hold, in order.
const SHARED: f64 = 0.6;
/// Letters by which two forms of one word are known: “réaffirmé”, “réaffirmer”.
const STEM: usize = 5;
/// Longest texts are compared only among so many quotations, to stay linear.
const MOST: usize = 200;

/// A quotation that stands again in a longer one.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    pub short: usize,
    pub long: usize,
    /// Whether the shorter is in the longer word for word.
    pub verbatim: bool,
}

/// All pairs of quotations that may be of one speaker and share most words.
pub fn repeated(reading: &Reading) -> Vec<Pair> {
    let text = &reading.text;
    let quotes: Vec<(usize, &Quote, Vec<String>)> = text
        .quotes
        .iter()
        .enumerate()
        .filter(|(_, q)| q.parent.is_none())
        .map(|(i, q)| (i, q, stems(text, q)))
        .filter(|(_, _, stems)| stems.len() >= 2)
        .take(MOST)
        .collect();
    let mut pairs = Vec::new();
    for (i, short, words) in &quotes {
        let best = quotes
            .iter()
            .filter(|(j, long, others)| {
                j != i
                    && (others.len(), j) > (words.len(), i)
                    && long.end - long.first >= short.end - short.first
                    && one_speaker(reading, short, long)
            })
            .map(|(j, long, others)| (*j, in_order(words, others), verbatim(text, short, long)))
            .filter(|(_, shared, verbatim)| *verbatim || *shared as f64 >= SHARED * words.len() as f64 && *shared >= 2)
            .max_by_key(|(_, shared, verbatim)| (*verbatim, *shared));
        if let Some((long, _, verbatim)) = best {
            pairs.push(Pair { short: *i, long, verbatim });
        }
    }
    pairs
}

/// The content words of a quotation, folded without accents and cut to their stems.
fn stems(text: &Text, quote: &Quote) -> Vec<String> {
    (quote.first..quote.end)
        .filter(|i| text.kind(*i) == Some(Kind::Word) && !text.lang.is_stopword(text.fold(*i)))
        .map(|i| text.fold(i).chars().filter(|c| c.is_alphanumeric()).map(plain).take(STEM).collect::<String>())
        .filter(|w| w.chars().count() >= 3)
        .collect()
}

/// A letter without its accent, as far as French writes them.
fn plain(c: char) -> char {
    match c {
        'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        c => c,
    }
}

/// How many of `words` stand in `others` in the same order.
fn in_order(words: &[String], others: &[String]) -> usize {
    let mut rest = others.iter();
    words.iter().filter(|w| rest.clone().any(|o| o == *w) && rest.any(|o| o == *w)).count()
}

/// Whether the words of `short` stand in `long` one behind the other, whatever spaces, capitals and marks.
fn verbatim(text: &Text, short: &Quote, long: &Quote) -> bool {
    let words = |q: &Quote| {
        (q.first..q.end)
            .filter(|i| matches!(text.kind(*i), Some(Kind::Word | Kind::Number)))
            .map(|i| text.fold(i))
            .collect::<Vec<_>>()
    };
    let (a, b) = (words(short), words(long));
    b.windows(a.len().max(1)).any(|w| w == a.as_slice())
}

/// Whether the two quotations may be of one speaker: their outermost attributions name the same, or one names none.
fn one_speaker(reading: &Reading, a: &Quote, b: &Quote) -> bool {
    let speakers = |q: &Quote| -> Vec<usize> {
        reading.attributions.iter().filter(|x| (q.first..q.end).any(|i| x.says(i))).filter_map(|x| x.speaker).collect()
    };
    let (a, b) = (speakers(a), speakers(b));
    a.is_empty() || b.is_empty() || a.iter().any(|s| b.contains(s))
}

//! Which sentence of the older text each sentence of the newer one was: by the words they share, the rare ones first,
//! whatever their order.

use crate::lang::class;
use crate::order::{self, Index};
use crate::text::{Kind, Text};

/// Sentences of one text that a word may stand in and still tell one from another: above, it is not looked at, which
/// keeps the work near-linear for any text.
const RARE: usize = 16;
/// Likeness from which two sentences are versions of one, of [`WHOLE`].
const ALIKE: usize = 450;
/// Likeness of two sentences with the same words.
const WHOLE: usize = 1000;
/// Words that two sentences have to share at least, where they have as many.
const SHARED: usize = 2;

/// Sentences of which one may be a part, or which may be parts of one.
const PARTS: usize = 2;

/// Two sentences, by index, that are versions of one.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    pub before: usize,
    pub after: usize,
    /// The same words, in the same order, inside quotation marks or not.
    pub same: bool,
    /// Only a part of the one is in the other: it was split, or two were made one.
    pub part: bool,
}

/// The sentences of two texts that belong together.
pub struct Alignment {
    /// For each sentence of the newer text its version in the older one: one to one.
    pub was: Vec<Option<Link>>,
    /// For each sentence of the older text its version in the newer one.
    pub became: Vec<Option<Link>>,
    /// Sentences without a version of their own that are a part of one, or hold one: merged or split.
    pub parts: Vec<Link>,
}

impl Alignment {
    /// Every pair of sentences with other words in which the same facts may stand, in order of the newer text.
    pub fn changed(&self) -> Vec<Link> {
        let whole = self.was.iter().flatten().filter(|link| !link.same);
        let mut links: Vec<Link> = whole.chain(&self.parts).copied().collect();
        order::by_key(&mut links, |link| (link.after, usize::from(link.part)));
        links
    }
}

/// What tells one sentence from another.
struct Content {
    /// Its words with content, each once, by their numbers in [`Words`], sorted.
    stems: Vec<usize>,
    /// Words, numbers and questions in order, each with whether it is quoted.
    key: String,
    /// What its stems weigh together.
    weight: usize,
}

/// Aligns the sentences of two texts.
pub fn align(older: &Text, newer: &Text) -> Alignment {
    let mut words = Words::default();
    let (mut old, mut new) = (words.contents(older), words.contents(newer));
    let mut alignment = Alignment { was: vec![None; new.len()], became: vec![None; old.len()], parts: Vec::new() };
    same(&old, &new, &mut alignment);
    words.weigh(old.len() + new.len());
    for content in old.iter_mut().chain(&mut new) {
        content.weight = content.stems.iter().map(|stem| words.weight(*stem)).sum();
    }
    let candidates = candidates(&old, &new, &words, &alignment);
    for (_, _, before, after) in &candidates {
        alignment.link(Link { before: *before, after: *after, same: false, part: false });
    }
    // What is left over and like one that found another: a sentence split in two, or two made one.
    let (mut was, mut became) = (vec![0; new.len()], vec![0; old.len()]);
    for (_, _, before, after) in candidates {
        let alone = |slots: &[Option<Link>], s: usize| slots.get(s).is_some_and(Option::is_none);
        let (whole, part) = (alone(&alignment.became, before), alone(&alignment.was, after));
        let (Some(from), Some(to)) = (became.get_mut(before), was.get_mut(after)) else { continue };
        if whole && *from < PARTS || part && *to < PARTS {
            (*from, *to) = (*from + 1, *to + 1);
            alignment.parts.push(Link { before, after, same: false, part: true });
        }
    }
    alignment
}

/// Pairs of sentences that are alike and not both found: how unlike, how far apart, and which. The likest come first.
fn candidates(old: &[Content], new: &[Content], words: &Words, found: &Alignment) -> Vec<(usize, usize, usize, usize)> {
    let mut places = vec![Vec::new(); words.weights.len()];
    for (s, content) in old.iter().enumerate() {
        for stem in &content.stems {
            places.get_mut(*stem).into_iter().for_each(|here: &mut Vec<usize>| here.push(s));
        }
    }
    let mut candidates = Vec::new();
    for (s, content) in new.iter().enumerate() {
        let rare = |stem: &usize| places.get(*stem).filter(|here| here.len() <= RARE);
        let mut met: Vec<usize> = content.stems.iter().filter_map(rare).flatten().copied().collect();
        order::by_key(&mut met, |before| (*before, 0));
        met.dedup();
        let free = found.was.get(s).is_some_and(Option::is_none);
        for before in met {
            let either = free || found.became.get(before).is_some_and(Option::is_none);
            let Some(other) = old.get(before).filter(|_| either) else { continue };
            let likeness = words.likeness(other, content).min(WHOLE);
            if likeness >= ALIKE {
                // The nearest of equals: a refrain stays in its place.
                let far = (before * new.len()).abs_diff(s * old.len()) / old.len().max(1);
                candidates.push((WHOLE - likeness, far, before, s));
            }
        }
    }
    order::by_key(&mut candidates, |(unlike, far, ..)| (*unlike, *far));
    candidates
}

impl Alignment {
    /// Links two sentences that are still alone.
    fn link(&mut self, link: Link) {
        if let (Some(was @ None), Some(became @ None)) =
            (self.was.get_mut(link.after), self.became.get_mut(link.before))
        {
            (*was, *became) = (Some(link), Some(link));
        }
    }
}

/// Links sentences with the same words, the first of a kind with the first.
fn same(old: &[Content], new: &[Content], alignment: &mut Alignment) {
    let mut waiting = Index::new();
    for (s, content) in old.iter().enumerate().rev() {
        waiting.entry(content.key.clone()).or_default().push(s);
    }
    for (after, content) in new.iter().enumerate() {
        if let Some(before) = waiting.get_mut(&content.key).and_then(Vec::pop) {
            alignment.link(Link { before, after, same: true, part: false });
        }
    }
}

/// The words with content of two texts, each with a number of its own.
#[derive(Default)]
struct Words {
    numbers: Index,
    /// Sentences of either text that hold the word; then how much it tells.
    weights: Vec<usize>,
}

impl Words {
    /// The number of a word.
    fn number(&mut self, stem: String) -> usize {
        let next = self.weights.len();
        let number = self.numbers.entry(stem).or_insert_with(|| vec![next]).first().copied().unwrap_or(next);
        if number == next {
            self.weights.push(0);
        }
        number
    }

    /// What tells the sentences of a text apart.
    fn contents(&mut self, text: &Text) -> Vec<Content> {
        text.sentences.iter().map(|sentence| self.content(text, sentence.first, sentence.end)).collect()
    }

    fn content(&mut self, text: &Text, first: usize, end: usize) -> Content {
        let (mut key, mut stems) = (String::new(), Vec::new());
        for i in first..end {
            let told = match text.kind(i) {
                Some(Kind::Word | Kind::Number) => true,
                Some(Kind::Sign) => matches!(text.word(i), "?" | "%" | "$" | "€" | "£"),
                _ => false,
            };
            if !told {
                continue;
            }
            key.push(if text.quote_of(i).is_some() { '"' } else { ' ' });
            key.extend(text.fold(i).chars().filter(|c| !c.is_whitespace()));
            if !text.is(i, class::STOP) && text.kind(i) != Some(Kind::Sign) {
                stems.push(self.number(super::stem(text, i)));
            }
        }
        order::by_key(&mut stems, |stem| (*stem, 0));
        stems.dedup();
        for stem in &stems {
            self.weights.get_mut(*stem).into_iter().for_each(|count| *count += 1);
        }
        Content { stems, key, weight: 0 }
    }

    /// Turns the counts into weights: the rarer a word, the more it tells.
    fn weigh(&mut self, all: usize) {
        let numbers = self.numbers.iter().filter_map(|(stem, n)| Some((stem, *n.first()?)));
        for (stem, number) in numbers {
            let Some(weight) = self.weights.get_mut(number) else { continue };
            let rarity = (all.max(2) * 4 / (*weight).max(1)).max(2).ilog2() as usize;
            // Numbers are what changes from version to version.
            *weight = if stem.starts_with(|c: char| c.is_ascii_digit()) { rarity } else { 2 * rarity };
        }
    }

    fn weight(&self, stem: usize) -> usize {
        self.weights.get(stem).copied().unwrap_or(0)
    }

    /// Half by what the two share of both, half by what they share of the shorter: a sentence cut short is still the same.
    fn likeness(&self, one: &Content, other: &Content) -> usize {
        let (short, long) = if one.stems.len() < other.stems.len() { (one, other) } else { (other, one) };
        let shared = short.stems.iter().filter(|stem| long.stems.binary_search(stem).is_ok());
        let (count, both) = shared.fold((0, 0), |(n, sum), stem| (n + 1, sum + self.weight(*stem)));
        if count < SHARED.min(short.stems.len()) || count == 0 {
            return 0;
        }
        WHOLE * both / (one.weight + other.weight).max(1) + WHOLE / 2 * both / one.weight.min(other.weight).max(1)
    }
}

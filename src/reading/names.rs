//! Proper names that are alike: two spellings of one, or two names.

use super::quotations::plain;
use crate::lang::class;
use crate::order::Index;
use crate::text::{Kind, Text};

/// Fewest letters of a name that may be misspelt.
const SHORTEST: usize = 5;
/// Letters from which two may differ.
const LONG: usize = 8;
/// Longest texts are compared only among so many names, to stay linear.
const MOST: usize = 300;

/// A name of one word with its places.
struct Name {
    /// As it stands, but for accents on capitals, which many leave out.
    written: String,
    letters: Vec<char>,
    sound: Vec<char>,
    /// Of several parts: “Sainte-Marie”.
    compound: bool,
    places: Vec<usize>,
}

/// Pairs of tokens, the usual spelling and a rarer one, that seem to name one and the same.
pub fn variants(text: &Text) -> Vec<(usize, usize)> {
    let names = all(text);
    let mut found = Vec::new();
    for (i, one) in names.iter().enumerate() {
        for other in names.iter().skip(i + 1).filter(|o| alike(one, o) && !told_apart(text, one, o)) {
            let (usual, rare) = if one.places.len() < other.places.len() { (other, one) } else { (one, other) };
            found.extend(usual.places.first().copied().zip(rare.places.first().copied()));
        }
    }
    found
}

/// The places of names that stand in one text only and seem to be one name in two spellings.
pub fn respelt(older: &Text, newer: &Text) -> Vec<(Vec<usize>, Vec<usize>)> {
    let (old, new) = (all(older), all(newer));
    let unknown = |name: &Name, others: &[Name]| !others.iter().any(|other| other.written == name.written);
    let gone = old.iter().filter(|name| unknown(name, &new));
    let fresh: Vec<&Name> = new.iter().filter(|name| unknown(name, &old)).collect();
    gone.flat_map(|one| {
        fresh.iter().filter(|other| alike(one, other)).map(|other| (one.places.clone(), other.places.clone()))
    })
    .collect()
}

/// The names of the text in the order in which they come first.
fn all(text: &Text) -> Vec<Name> {
    let mut places = Index::new();
    for i in (0..text.tokens.len()).filter(|i| is_proper(text, *i)) {
        places.entry(text.fold(i).to_string()).or_default().push(i);
    }
    let mut names: Vec<Name> = places
        .into_iter()
        .map(|(fold, places)| {
            let letters: Vec<char> = fold.chars().filter(|c| c.is_alphabetic()).map(plain).collect();
            let mut capital = true;
            let bare = |c: char| {
                let bare = if std::mem::replace(&mut capital, !c.is_alphabetic()) { plain(c) } else { c };
                Some(bare).filter(|c| c.is_alphabetic())
            };
            Name {
                written: fold.chars().filter_map(bare).collect(),
                sound: sound(&letters),
                letters,
                compound: fold.contains('-'),
                places,
            }
        })
        .filter(|name| name.letters.len() >= SHORTEST)
        .collect();
    crate::order::by_key(&mut names, |name| (name.places.first().copied().unwrap_or(0), 0));
    names.truncate(MOST);
    names
}

/// A name that no list knows, not written in capitals.
fn is_proper(text: &Text, i: usize) -> bool {
    let known = class::NOUN
        .or(class::ADJECTIVE)
        .or(class::VERB)
        .or(class::DEMONYM)
        .or(class::STATE)
        .or(class::ALIKE)
        .or(class::MEDIA);
    // “McAllister” is written like a name, “NATO” is not.
    let shouted = |word: &str| !word.chars().skip(1).any(char::is_lowercase);
    text.is_name(i)
        && text.kind(i) == Some(Kind::Word)
        && !text.is(i, known)
        && !shouted(text.word(i))
        && text.word(i).chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
}

/// The letters by what they sound like in the spellings that foreign names come in.
fn sound(letters: &[char]) -> Vec<char> {
    let mut sound: Vec<char> = Vec::new();
    for c in letters {
        let c = match c {
            'h' => continue,
            'v' | 'w' | 'o' => 'u',
            'y' | 'j' => 'i',
            'k' | 'q' => 'c',
            'z' => 's',
            c => *c,
        };
        if sound.last() != Some(&c) {
            sound.push(c);
        }
    }
    // “Kerdavid”, “Kerdavit”
    if let Some(last) = sound.last_mut().filter(|c| **c == 'd') {
        *last = 't';
    }
    sound
}

/// Whether two names sound alike, or differ in one place by a letter or two.
fn alike(one: &Name, other: &Name) -> bool {
    let (a, b) = (&one.letters, &other.letters);
    if one.written == other.written || a.first() != b.first() || a.len().abs_diff(b.len()) > 2 {
        return false;
    }
    if a == b {
        return true;
    }
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let shorter = a.len().min(b.len());
    let tail = tail.min(shorter - head);
    let (x, y) = (a.len() - head - tail, b.len() - head - tail);
    // “Robertson” and “Robertsons”, “Ivanov” and “Ivanova”, “Patagonia” and “Patagonie”: another ending, another word.
    if tail == 0 {
        let longer = if a.len() > b.len() { a } else { b };
        let silent = x.min(y) == 0 && x.max(y) == 1 && matches!(longer.last(), Some('e' | 'h'));
        return silent && shorter >= LONG || x.min(y) > 0 && one.sound == other.sound;
    }
    let sorted = |name: &[char]| {
        let mut middle: Vec<usize> = name.iter().skip(head).take(x).map(|c| *c as usize).collect();
        crate::order::by_key(&mut middle, |c| (*c, 0));
        middle
    };
    // “Kidalta” and “Kildata”: the same letters in another order; a letter more or less; longer names.
    let turned = x == y && x <= 3 && sorted(a) == sorted(b);
    let dropped = x.min(y) == 0 && x.max(y) == 1 && shorter > SHORTEST;
    let replaced = shorter >= LONG && x.max(y) <= if one.compound || other.compound { 1 } else { 2 };
    turned || dropped || replaced || one.sound == other.sound
}

/// Whether something shows two people or places: a sentence that has both, another first name, both told again and again.
fn told_apart(text: &Text, one: &Name, other: &Name) -> bool {
    let sentences = |name: &Name| name.places.iter().map(|i| text.sentence_of(*i)).collect::<Vec<_>>();
    let (here, there) = (sentences(one), sentences(other));
    let together = here.iter().any(|s| there.contains(s));
    let both = one.places.len() > 1 && other.places.len() > 1;
    let beside = |name: &Name, step: usize| -> Vec<&str> {
        let near = name.places.iter().map(|i| if step == 0 { i.wrapping_sub(1) } else { i + 1 });
        near.filter(|k| text.is_name(*k) && !text.is(*k, class::HONORIFIC.or(class::ROLE)))
            .map(|k| text.fold(k))
            .collect()
    };
    // “Anna Ivanova”, “Piotr Ivanov”: another first name; “Michel Petit”, “Michèle Petit”: a first name of its own.
    let (first, second) = (beside(one, 0), beside(other, 0));
    let parted = !first.is_empty() && !second.is_empty() && !first.iter().any(|f| second.contains(f));
    let given = !beside(one, 1).is_empty() && !beside(other, 1).is_empty() && (first.is_empty() || second.is_empty());
    // A word at the head of its sentence may be no name.
    let opens = |name: &Name| name.places.iter().all(|i| *i == text.sentence(text.sentence_of(*i)).first);
    let unsure = opens(one) && opens(other);
    together || unsure || both || parted || given
}

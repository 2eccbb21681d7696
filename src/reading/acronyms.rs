//! Acronyms, and whether the text says what their letters stand for.

use super::{Reading, phrases};
use crate::house::applying;
use crate::lang::class;
use crate::order::Index;
use crate::text::{Kind, Text};

/// Words that one acronym may be made of.
const LONGEST: usize = 12;
/// Words before a bracket among which the name of the acronym in it begins.
const BEFORE: usize = 12;

impl Reading<'_> {
    /// The first mention, outside quotations, of each acronym that the text neither spells out nor explains.
    pub fn unexplained_acronyms(&self) -> Vec<usize> {
        let text = &self.text;
        let mut mentions = Index::new();
        for i in (0..text.tokens.len()).filter(|i| is_acronym(text, *i)) {
            let word = text.word(i);
            let known = text.lang.knows_acronym(word) || applying(&self.options.house.acronyms).any(|own| own == word);
            if !known {
                mentions.entry(word.to_string()).or_default().push(i);
            }
        }
        if mentions.is_empty() {
            return Vec::new();
        }
        spelt_out(text, &mut mentions);
        let mut first: Vec<usize> = Vec::new();
        for places in mentions.values().filter(|places| !places.iter().any(|i| is_explained(text, *i))) {
            first.extend(places.iter().find(|i| text.quote_of(**i).is_none()));
        }
        first
    }
}

/// Capitals without a word among their like: no product name, no road, no numeral, nothing shouted.
fn is_acronym(text: &Text, i: usize) -> bool {
    let roman = |word: &str| word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L'));
    let word = text.word(i);
    if !capitals(text, i) || roman(word) {
        return false;
    }
    // What the lists know is a word in capitals, or needs no explanation; but not the name of an armed group.
    let listed = text.token(i).is_some_and(|t| !t.is_unlisted()) && !text.is(i, class::GROUP_NAME);
    let beside = |k: usize| capitals(text, k) && text.sentence_of(k) == text.sentence_of(i);
    let shouted = i > 0 && beside(i - 1) || beside(i + 1);
    // “PARIS –”, “OSLO (AFP) –”: where an agency writes from.
    let dateline = text.sentence(text.sentence_of(i)).first == i && text.is_pause(i + 1) && !text.sign(i + 1, ",");
    // “Peugeot GTI”, “JK Marlow”, “Marlow, OH”: a model, part of a name, a state.
    let model = i > 0 && text.is_name(i - 1) && text.kind(i - 1) == Some(Kind::Word);
    let title = class::ROLE.or(class::HONORIFIC).or(class::SPOKES);
    let part = text.is_name(i + 1) && !text.is(i + 1, title);
    let short = word.len() == 2 && i > 1 && text.sign(i - 1, ",") && text.is_name(i - 2);
    !listed && !shouted && !dateline && !model && !part && !short
}

/// Two capital letters or more, and nothing else but hyphens.
fn capitals(text: &Text, i: usize) -> bool {
    let word = text.word(i);
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    text.kind(i) == Some(Kind::Word) && letters > 1 && word.chars().all(|c| c.is_uppercase() || matches!(c, '-' | '&'))
}

/// Takes out of `mentions` every acronym whose letters begin the words of a name in the text.
fn spelt_out(text: &Text, mentions: &mut Index) {
    let mut wanted = Index::new();
    for (word, places) in mentions.iter() {
        // “CSP-DPA”: one part of it spelt out says enough.
        for part in word.split('-').chain([word.as_str()]) {
            let letters = letters(part);
            if letters.len() > 1 {
                wanted.entry(letters).or_default().extend(places.first());
            }
        }
    }
    let small = class::DEF.or(class::OF).or(class::TO).or(class::PREP).or(class::AND).or(class::INDEF);
    let mut found: Vec<usize> = Vec::new();
    for i in 0..text.tokens.len() {
        if !text.capital(i) || text.is(i, small) || capitals(text, i) {
            continue;
        }
        // The initials of all words, and of those that are more than grammar.
        let (mut all, mut weighty, mut whole, mut words) = (String::new(), String::new(), String::new(), 0);
        for k in (i..i + LONGEST).take_while(|k| text.kind(*k) == Some(Kind::Word) && !capitals(text, *k)) {
            let initials: String = text.fold(k).split('-').filter_map(|part| part.chars().next()).map(plain).collect();
            all.push_str(&initials);
            if !text.is(k, small) {
                weighty.push_str(&initials);
                // “Light-rail” may be one letter.
                whole.extend(initials.chars().next());
                words += 1;
            }
            for initials in [&all, &weighty, &whole] {
                if let Some(places) = wanted.get(initials).filter(|_| words > 1) {
                    found.extend(places);
                }
            }
        }
    }
    mentions.retain(|_, places| !places.first().is_some_and(|first| found.contains(first)));
}

/// The letters of a word, small and without accents.
fn letters(word: &str) -> String {
    word.chars().filter(|c| c.is_alphabetic()).map(|c| plain(crate::lang::lower_letter(c))).collect()
}

/// A letter without its accent.
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

/// Whether the words around a mention say what it is.
fn is_explained(text: &Text, i: usize) -> bool {
    // The bracket may hold more: “(CSP, coalition)”.
    if i > 1 && (text.sign(i - 1, "(") || text.sign(i - 1, "[")) {
        let begins = |k: &usize| letters(text.word(*k)).get(..1) == letters(text.word(i)).get(..1);
        let start = text.sentence(text.sentence_of(i)).first.max(i.saturating_sub(BEFORE));
        return !text.is_name(i - 2) || (start..i - 1).any(|k| text.kind(k) == Some(Kind::Word) && begins(&k));
    }
    let noun = |k: usize| text.is(k, class::NOUN) && !text.capital(k) && !text.is(k, class::VERB);
    let described = i > 0 && noun(i - 1)
        || i > 1 && text.is(i - 1, class::ADJ.or(class::DEMONYM).or(class::PP)) && noun(i - 2)
        || i > 0 && text.is(i - 1, class::NICKNAME);
    // “the CPDM paramilitary group”
    let bodies = class::GROUP.or(class::INSTITUTION).or(class::PARTY);
    let behind = !text.lang.romance
        && (i + 1..i + 4)
            .take_while(|k| !text.is_pause(*k) && !phrases::is_verbal(text, *k))
            .any(|k| text.is(k, bodies) && noun(k));
    let bracket = (text.sign(i + 1, "(") || text.sign(i + 1, "["))
        && text.kind(i + 2) == Some(Kind::Word)
        && !capitals(text, i + 2);
    described || behind || bracket || is_apposed(text, i)
}

/// “…, le service qui gère les routes,”: a description between commas, and no clause that goes on.
fn is_apposed(text: &Text, i: usize) -> bool {
    let article = i + 2;
    // “Selon le BRMT, la nappe …”: what stands behind the comma is the clause.
    let start = text.sentence(text.sentence_of(i)).first;
    let fronted = i - start < 5 && text.is(start, class::ACCORDING.or(class::PREP).or(class::VIA).or(class::TO));
    // “le SNGPE, syndicat des …,”
    let bare = text.lang.romance && text.sign(i + 1, ",") && text.is(article, class::NOUN) && !text.capital(article);
    if fronted && !bare {
        return false;
    }
    let opens = text.sign(i + 1, ",") && text.is(article, class::DEF.or(class::INDEF)) && !text.capital(article + 1);
    (opens || bare) && phrases::right(text, article).is_some_and(|end| text.is_pause(end) || text.is(end, class::REL))
}

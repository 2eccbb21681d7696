//! The languages, as data: `<tag>/*.txt`, packed by `build.rs` into one lexicon each.
//!
//! A word carries *classes* (`classes.txt`): what the readings ask for. To add a word, add a line to
//! one list; to add a language, add its folder, its tag in `build.rs` and its [`Lang`] below.

mod letters;
mod lexicon;
mod messages;
#[cfg(test)]
mod tests;

pub use letters::lower as lower_letter;
pub use lexicon::{Lexicon, Word};
pub use messages::Messages;

use lexicon::Packed;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// A set of classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Classes([u64; 6]);

impl Classes {
    pub const NONE: Classes = Classes([0; 6]);

    /// The set of one class. A number without a bit, which `build.rs` never gives, makes the empty set.
    const fn bit(i: usize) -> Classes {
        let mut bits = [0; 6];
        if let Some(word) = bits.as_mut_slice().split_at_mut_checked(i / 64)
            && let [word, ..] = word.1
        {
            *word = 1 << (i % 64);
        }
        Classes(bits)
    }

    /// The bits, by words.
    #[inline(always)]
    pub const fn words(self) -> [u64; 6] {
        self.0
    }

    /// The lowest and the highest class of a set that has no others between.
    #[inline(always)]
    pub const fn few(self) -> Option<(u32, u32)> {
        let [a, b, c, d, e, f] = self.0;
        let count = a.count_ones() + b.count_ones() + c.count_ones() + d.count_ones() + e.count_ones() + f.count_ones();
        if count == 0 || count > 2 {
            return None;
        }
        let low = match (a, b, c, d, e) {
            (0, 0, 0, 0, 0) => 320 + f.trailing_zeros(),
            (0, 0, 0, 0, _) => 256 + e.trailing_zeros(),
            (0, 0, 0, ..) => 192 + d.trailing_zeros(),
            (0, 0, ..) => 128 + c.trailing_zeros(),
            (0, ..) => 64 + b.trailing_zeros(),
            _ => a.trailing_zeros(),
        };
        let high = match (f, e, d, c, b) {
            (0, 0, 0, 0, 0) => 63 - a.leading_zeros(),
            (0, 0, 0, 0, _) => 127 - b.leading_zeros(),
            (0, 0, 0, ..) => 191 - c.leading_zeros(),
            (0, 0, ..) => 255 - d.leading_zeros(),
            (0, ..) => 319 - e.leading_zeros(),
            _ => 383 - f.leading_zeros(),
        };
        Some((low, high))
    }

    /// Whether class `number` is in the set.
    pub fn holds(self, number: u32) -> bool {
        self.0.get(number as usize / 64).is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    /// The union of two sets.
    pub const fn or(self, other: Classes) -> Classes {
        let [a, b, c, d, e, f] = self.0;
        let [u, v, w, x, y, z] = other.0;
        Classes([a | u, b | v, c | w, d | x, e | y, f | z])
    }

    /// The set without the classes of another.
    pub const fn without(self, other: Classes) -> Classes {
        let [a, b, c, d, e, f] = self.0;
        let [u, v, w, x, y, z] = other.0;
        Classes([a & !u, b & !v, c & !w, d & !x, e & !y, f & !z])
    }

    /// Whether the two sets share a class.
    pub fn any(self, other: Classes) -> bool {
        let [a, b, c, d, e, f] = self.0;
        let [u, v, w, x, y, z] = other.0;
        (a & u) | (b & v) | (c & w) | (d & x) | (e & y) | (f & z) != 0
    }
}

/// The classes by name, made from `classes.txt`.
#[rustfmt::skip]
pub mod class {
    use super::Classes;
    include!(concat!(env!("OUT_DIR"), "/classes.rs"));
}

#[rustfmt::skip]
mod tables {
    pub mod en { use super::super::lexicon::Packed; include!(concat!(env!("OUT_DIR"), "/en.rs")); }
    pub mod fr { use super::super::lexicon::Packed; include!(concat!(env!("OUT_DIR"), "/fr.rs")); }
}

/// One language.
pub struct Lang {
    /// BCP 47 tag.
    pub tag: &'static str,
    packed: &'static Packed,
    unpacked: OnceLock<Lexicon>,
    /// Whether a comma separates decimals, a point or space groups thousands, and dates in digits begin with the day.
    pub decimal_comma: bool,
    /// Romance grammar: adjectives behind their noun, clitics before the verb, the subject behind the verb of an incise,
    /// articles that melt into prepositions. Without it, English grammar.
    pub romance: bool,
    /// How the past of a regular verb ends, for verbs that no list knows; empty where that tells nothing.
    pub past_ending: &'static str,
    /// How an adverb of manner ends, for adverbs that no list knows; empty where nouns end so, too.
    pub adverb_ending: &'static str,
    /// The letters that a regular plural ends with.
    pub plural_endings: &'static [char],
    /// Descriptions of one office, one group a line.
    aliases: &'static str,
    offices: OnceLock<BTreeMap<&'static str, usize>>,
    messages: &'static str,
    /// Acronyms that every reader knows, one a line.
    acronyms: &'static str,
    /// About each check, for people: no page loads it.
    #[cfg(not(target_arch = "wasm32"))]
    reference: &'static str,
}

macro_rules! lang {
    ($tag:literal, $module:ident, $decimal_comma:literal, $romance:literal, $past_ending:literal, $adverb_ending:literal, $plural_endings:expr) => {
        Lang {
            tag: $tag,
            packed: &tables::$module::LEXICON,
            unpacked: OnceLock::new(),
            decimal_comma: $decimal_comma,
            romance: $romance,
            past_ending: $past_ending,
            adverb_ending: $adverb_ending,
            plural_endings: &$plural_endings,
            aliases: include_str!(concat!($tag, "/aliases.txt")),
            offices: OnceLock::new(),
            messages: include_str!(concat!($tag, "/messages.txt")),
            acronyms: include_str!(concat!($tag, "/acronyms.txt")),
            #[cfg(not(target_arch = "wasm32"))]
            reference: include_str!(concat!($tag, "/reference.txt")),
        }
    };
}

/// The languages that are read in full, sorted by tag.
static LANGS: [Lang; 2] =
    [lang!("en", en, false, false, "ed", "ly", ['s']), lang!("fr", fr, true, true, "", "", ['s', 'x'])];

/// A language without lists: what needs no words can still be checked.
static BASIC: Lang = Lang {
    tag: "und",
    packed: &Packed::EMPTY,
    unpacked: OnceLock::new(),
    decimal_comma: true,
    romance: true,
    past_ending: "",
    adverb_ending: "",
    plural_endings: &[],
    aliases: "",
    offices: OnceLock::new(),
    messages: "",
    acronyms: "",
    #[cfg(not(target_arch = "wasm32"))]
    reference: "",
};

/// Tags of the languages that are read in full, sorted.
pub const TAGS: &[&str] = &["en", "fr"];

impl Lang {
    /// The words of the language, unpacked once.
    pub fn lexicon(&self) -> &Lexicon {
        self.unpacked.get_or_init(|| Lexicon::unpack(self.packed))
    }

    /// The language of a BCP 47 tag, by its primary subtag.
    pub fn find(tag: &str) -> Option<&'static Lang> {
        let primary = tag.split('-').next().unwrap_or(tag).to_ascii_lowercase();
        LANGS.iter().find(|lang| lang.tag == primary)
    }

    /// The language of texts that no list covers.
    pub fn basic() -> &'static Lang {
        &BASIC
    }

    /// Whether the language has its lists.
    pub fn is_full(&self) -> bool {
        !self.messages.is_empty()
    }

    /// A number shared by all descriptions of one office: “foreign minister”, “top diplomat”.
    pub fn office(&self, description: &str) -> Option<usize> {
        self.offices.get_or_init(|| offices(self.aliases)).get(description).copied()
    }

    /// The state that a capital or a house of government speaks for: “russia” for “kremlin”.
    pub fn state(&self, name: &str) -> Option<&'static str> {
        let line = self.aliases.lines().find(|line| aliases(line).any(|alias| alias == name))?;
        aliases(line).next()
    }

    /// Whether every reader knows an acronym.
    pub fn knows_acronym(&self, word: &str) -> bool {
        self.acronyms.lines().any(|known| known == word)
    }

    /// The messages of this language.
    pub fn messages(&self) -> Messages {
        Messages(self.messages)
    }

    /// What the reference says in this language.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn reference(&self) -> Messages {
        Messages(self.reference)
    }
}

/// The line of each description.
fn offices(list: &'static str) -> BTreeMap<&'static str, usize> {
    let mut offices = BTreeMap::new();
    for (at, line) in list.lines().filter(|line| !line.starts_with("//")).enumerate() {
        for alias in aliases(line) {
            offices.entry(alias).or_insert(at);
        }
    }
    offices
}

/// The descriptions on one line of the aliases.
fn aliases(line: &'static str) -> impl Iterator<Item = &'static str> {
    line.split('=').map(str::trim)
}

/// A word in lower case, letter by letter.
pub fn lower(word: &str) -> String {
    word.chars().map(letters::lower).collect()
}

/// Words at the start of a text that decide its language.
const DECISIVE: usize = 400;

/// The language whose lists know most of the text's words; `None` where none knows a fair share.
///
/// A detector of seventy languages (the crate whatlang) costs 45 KB of the page's 200; the lists are there already.
pub fn detect(text: &str) -> Option<&'static Lang> {
    let words = || text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).take(DECISIVE).map(lower);
    let count = words().count();
    // Only words without meaning of their own tell languages apart: names and loans stand in all.
    let share = |stop: bool, least: usize| {
        let known = |lang: &Lang| {
            let lexicon = lang.lexicon();
            let of = |w: &String| lexicon.find(w).is_some_and(|w| !stop || lexicon.is(w, class::STOP));
            words().filter(of).count()
        };
        let (most, lang) = LANGS.iter().map(|lang| (known(lang), lang)).max_by_key(|(known, _)| *known)?;
        let alone = LANGS.iter().filter(|other| known(other) == most).count() == 1;
        (alone && most * least >= count && most > 0).then_some(lang)
    };
    // A headline may have none of them: there every word counts, and most must be known.
    share(true, 5).or_else(|| (count < HEADLINE).then(|| share(false, 2)).flatten())
}

/// Words of a text so short that it may have no small words.
const HEADLINE: usize = 15;

//! The languages, as data: `<tag>/*.txt`, expanded by `build.rs` into one lexicon each.
//!
//! A word carries *classes* (`classes.txt`): what the readings ask for. To add a word, add a line to
//! one list; to add a language, add its folder, its tag in `build.rs` and its [`Lang`] below.

mod messages;

pub use messages::Messages;

/// A set of classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Classes([u64; 4]);

impl Classes {
    pub const NONE: Classes = Classes([0; 4]);

    const fn bit(i: usize) -> Classes {
        let mut bits = [0; 4];
        // `i` comes from `build.rs`, which refuses more than 256 classes.
        #[allow(clippy::indexing_slicing, reason = "evaluated by the compiler, which refuses a bad index")]
        {
            bits[i / 64] = 1 << (i % 64);
        }
        Classes(bits)
    }

    /// The union of two sets.
    pub const fn or(self, other: Classes) -> Classes {
        let [a, b, c, d] = self.0;
        let [e, f, g, h] = other.0;
        Classes([a | e, b | f, c | g, d | h])
    }

    /// Whether the two sets share a class.
    pub fn any(self, other: Classes) -> bool {
        let [a, b, c, d] = self.0;
        let [e, f, g, h] = other.0;
        (a & e) | (b & f) | (c & g) | (d & h) != 0
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
    pub mod en { use super::super::Lexicon; include!(concat!(env!("OUT_DIR"), "/en.rs")); }
    pub mod fr { use super::super::Lexicon; include!(concat!(env!("OUT_DIR"), "/fr.rs")); }
}

/// The words of one language, searched as they lie.
pub struct Lexicon {
    /// All forms, sorted by bytes, one behind the other.
    forms: &'static str,
    /// Byte at which each form begins, and one more for the end.
    offsets: &'static [u32],
    /// For each first byte, the first form that begins with it.
    first: &'static [u16],
    /// For each form, its set in `classes`.
    sets: &'static [u16],
    classes: &'static [[u64; 4]],
    /// Form and value, sorted by form.
    values: &'static [(u16, f64)],
}

/// One form of a lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    form: u16,
    pub classes: Classes,
}

impl Lexicon {
    /// The entry for a form in lower case with straight apostrophes and plain hyphens.
    pub fn find(&self, form: &str) -> Option<Word> {
        let byte = usize::from(*form.as_bytes().first()?);
        let (mut low, mut high) = (usize::from(*self.first.get(byte)?), usize::from(*self.first.get(byte + 1)?));
        while low < high {
            let middle = (low + high) / 2;
            let (start, end) = (*self.offsets.get(middle)? as usize, *self.offsets.get(middle + 1)? as usize);
            match self.forms.get(start..end)?.cmp(form) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => {
                    let set = usize::from(*self.sets.get(middle)?);
                    return Some(Word { form: u16::try_from(middle).ok()?, classes: Classes(*self.classes.get(set)?) });
                }
            }
        }
        None
    }

    /// The value that the lists give to a word: a number, a month, a weekday.
    pub fn value(&self, word: Word) -> Option<f64> {
        let at = self.values.binary_search_by_key(&word.form, |(form, _)| *form).ok()?;
        self.values.get(at).map(|(_, value)| *value)
    }
}

/// One language.
pub struct Lang {
    /// BCP 47 tag.
    pub tag: &'static str,
    pub lexicon: &'static Lexicon,
    /// Whether a comma separates decimals and a point or space groups thousands.
    pub decimal_comma: bool,
    /// Words after which a dot ends no sentence, as sorted lines.
    abbreviations: &'static str,
    /// Descriptions of one office, one group a line.
    aliases: &'static str,
    stopwords: &'static str,
    messages: &'static str,
}

macro_rules! lang {
    ($tag:literal, $module:ident, $decimal_comma:literal) => {
        Lang {
            tag: $tag,
            lexicon: &tables::$module::LEXICON,
            decimal_comma: $decimal_comma,
            abbreviations: include_str!(concat!($tag, "/abbreviations.txt")),
            aliases: include_str!(concat!($tag, "/aliases.txt")),
            stopwords: include_str!(concat!($tag, "/stopwords.txt")),
            messages: include_str!(concat!($tag, "/messages.txt")),
        }
    };
}

/// The languages that are read in full, sorted by tag.
static LANGS: [Lang; 2] = [lang!("en", en, false), lang!("fr", fr, true)];

/// A language without lists: what needs no words can still be checked.
static BASIC: Lang = Lang {
    tag: "und",
    lexicon: &Lexicon { forms: "", offsets: &[0], first: &[0; 257], sets: &[], classes: &[], values: &[] },
    decimal_comma: true,
    abbreviations: "",
    aliases: "",
    stopwords: "",
    messages: "",
};

/// Tags of the languages that are read in full, sorted.
pub const TAGS: &[&str] = &["en", "fr"];

impl Lang {
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

    pub fn is_abbreviation(&self, form: &str) -> bool {
        has_line(self.abbreviations, form)
    }

    pub fn is_stopword(&self, form: &str) -> bool {
        has_line(self.stopwords, form)
    }

    /// A number shared by all descriptions of one office: “foreign minister”, “top diplomat”.
    pub fn office(&self, description: &str) -> Option<usize> {
        self.aliases
            .lines()
            .filter(|line| !line.starts_with("//"))
            .position(|line| line.split(" = ").any(|alias| alias == description))
    }

    /// The messages of this language.
    pub fn messages(&self) -> Messages {
        Messages(self.messages)
    }
}

/// Whether a list of lines `word:` holds `form`.
fn has_line(list: &str, form: &str) -> bool {
    list.lines().any(|line| line.strip_suffix(':') == Some(form))
}

/// The primary subtag of a text's language, from its letters and trigrams alone.
pub fn detect(text: &str) -> Option<&'static str> {
    // Some thousand characters decide; a whole book would only cost time.
    let mut end = text.len().min(4_000);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let info = whatlang::detect(text.get(..end)?)?;
    Some(match info.lang() {
        whatlang::Lang::Eng => "en",
        whatlang::Lang::Fra => "fr",
        other => other.code(),
    })
}

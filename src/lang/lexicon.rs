//! The words of one language: packed as they are loaded, inflected once for the search.

use super::{Classes, class};

/// A lexicon as `build.rs` writes it and a page loads it: lists of lemmas, not of forms.
pub struct Packed {
    /// Lines; the first byte tells what a line is.
    ///
    /// - [`PART`]: a part of speech begins; the paradigms of the one before are forgotten.
    /// - [`PARADIGM`], then fields between `|`: the ends of stems for which it stands, between spaces; what behind them
    ///   is replaced; the endings that replace it, between spaces, one field for each of [`FORMS`]. “l m|e|e es ed”
    ///   makes “handle, handles, handled” of “handle”.
    /// - [`CLASSES`], then two bytes for each class of the lemmas that follow: the two digits of its number to the base
    ///   [`BASE`], each and [`FIRST_DIGIT`].
    /// - Else a lemma. In a phrase `a|b` stands for either, a lone `-` for no word, `_` for a space inside an `a`.
    ///
    /// Brotli makes less of this than of the forms: 60 KB of both languages, where the forms, sorted and without what
    /// each shares with the one before it, and the numbers of their classes came to 94.
    pub lists: &'static [u8],
    /// Values of the first forms.
    pub values: &'static [f64],
}

impl Packed {
    pub const EMPTY: Packed = Packed { lists: b"", values: &[] };
}

const PART: u8 = 1;
const PARADIGM: u8 = 2;
const CLASSES: u8 = 3;
/// Of the digits of a class.
const BASE: usize = 128;
/// Keeps the digits of classes apart from the ends of lines.
const FIRST_DIGIT: usize = 32;
/// What each field of endings adds to the classes of the lemma.
const FORMS: [Classes; 7] =
    [Classes::NONE, class::INF, class::FIN, class::COND, class::GER, class::PP, class::FIN.or(class::FUTURE)];

/// Bits for the pairs of words that open a phrase.
const PAIRS: usize = 1 << 16;
/// Slots for forms: at least twice as many as a language has.
const SLOTS: usize = 1 << 17;
/// Slots for sets of classes, likewise.
const SET_SLOTS: usize = 1 << 13;

/// A lexicon that can be searched. Unpacking takes some milliseconds and a megabyte.
pub struct Lexicon {
    /// All forms, one behind the other.
    forms: Vec<u8>,
    /// For each form the byte behind its last one, and the index of its classes in `sets`: a search that reads a set for
    /// each form waits for memory.
    entries: Vec<(u32, u16)>,
    sets: Vec<Classes>,
    /// Open addressing by the bits of a set: its index + 1, 0 for an empty slot.
    set_slots: Vec<u16>,
    /// Open addressing by [`hash`]: a form's index + 1, 0 for an empty slot.
    slots: Vec<u16>,
    /// One bit for each hash of two words that a phrase begins with.
    pairs: Vec<u64>,
    values: &'static [f64],
}

/// One form of a lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    form: u16,
}

impl Lexicon {
    pub fn unpack(packed: &'static Packed) -> Lexicon {
        let mut lexicon = Lexicon {
            forms: Vec::with_capacity(packed.lists.len() * 4),
            entries: Vec::with_capacity(SLOTS / 4),
            slots: vec![0; SLOTS],
            sets: Vec::new(),
            set_slots: vec![0; SET_SLOTS],
            pairs: vec![0; PAIRS / 64],
            values: packed.values,
        };
        let mut paradigms: Vec<Paradigm> = Vec::new();
        let mut classes = Classes::NONE;
        for line in packed.lists.split(|byte| *byte == b'\n') {
            match line {
                [] => {}
                [PART, ..] => paradigms.clear(),
                [PARADIGM, fields @ ..] => paradigms.extend(Paradigm::all(fields)),
                [CLASSES, numbers @ ..] => {
                    let digit = |byte: &u8| usize::from(*byte).saturating_sub(FIRST_DIGIT);
                    let bit =
                        |pair: &[u8; 2]| Classes::bit(pair.iter().fold(0, |high, byte| high * BASE + digit(byte)));
                    classes = numbers.as_chunks().0.iter().map(bit).fold(Classes::NONE, Classes::or);
                }
                lemma if paradigms.is_empty() => {
                    alternatives(&mut Vec::new(), lemma, &mut |form| lexicon.add(form, classes))
                }
                lemma => {
                    let fitting = paradigms.iter().filter(|paradigm| paradigm.stem(lemma).is_some());
                    if let Some(paradigm) = fitting.max_by_key(|paradigm| paradigm.fits()) {
                        paradigm.inflect(lemma, |form, more| lexicon.add(form, classes.or(more)));
                    }
                }
            }
        }
        lexicon.open_phrases();
        lexicon
    }

    /// Adds classes to a form, which may be new.
    fn add(&mut self, form: &[u8], classes: Classes) {
        let at = self.slot(form);
        let known = self.slots.get(at).and_then(|slot| usize::from(*slot).checked_sub(1));
        if let Some(known) = known {
            let all = self.classes(Word { form: known as u16 }).or(classes);
            let set = self.set(all);
            if let Some(entry) = self.entries.get_mut(known) {
                entry.1 = set;
            }
            return;
        }
        let set = self.set(classes);
        self.forms.extend_from_slice(form);
        self.entries.push((self.forms.len() as u32, set));
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = self.entries.len() as u16;
        }
    }

    /// The index of a set, which may be new.
    fn set(&mut self, classes: Classes) -> u16 {
        let mixed = classes.words().iter().fold(0u64, |mix, word| (mix ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let mut at = (mixed >> 40) as usize % SET_SLOTS;
        while let Some(index) = self.set_slots.get(at).and_then(|slot| slot.checked_sub(1)) {
            if self.sets.get(usize::from(index)) == Some(&classes) {
                return index;
            }
            at = (at + 1) % SET_SLOTS;
        }
        self.sets.push(classes);
        if let Some(slot) = self.set_slots.get_mut(at) {
            *slot = self.sets.len() as u16;
        }
        (self.sets.len() - 1) as u16
    }

    /// Notes with which words, and with which two words, phrases begin.
    fn open_phrases(&mut self) {
        for index in 0..self.entries.len() {
            let form = self.form(index);
            let mut spaces = form.iter().enumerate().filter(|(_, byte)| **byte == b' ').map(|(at, _)| at);
            let Some(space) = spaces.next() else { continue };
            let bit = hash(form.get(..spaces.next().unwrap_or(form.len())).unwrap_or(form), PAIRS);
            let first = form.get(..space).unwrap_or(form).to_vec();
            if let Some(word) = self.pairs.get_mut(bit / 64) {
                *word |= 1 << (bit % 64);
            }
            self.add(&first, class::PHRASE_START);
        }
    }

    fn form(&self, index: usize) -> &[u8] {
        let end = |index: usize| self.entries.get(index).map_or(0, |(end, _)| *end as usize);
        self.forms.get(index.checked_sub(1).map_or(0, end)..end(index)).unwrap_or(&[])
    }

    /// The slot in which a form stands or would stand.
    fn slot(&self, form: &[u8]) -> usize {
        let mut at = hash(form, SLOTS);
        while let Some(index) = self.slots.get(at).and_then(|slot| usize::from(*slot).checked_sub(1)) {
            if self.form(index) == form {
                break;
            }
            at = (at + 1) % SLOTS;
        }
        at
    }

    /// The entry for a form in lower case with straight apostrophes and plain hyphens.
    pub fn find(&self, form: &str) -> Option<Word> {
        let form = self.slots.get(self.slot(form.as_bytes()))?.checked_sub(1)?;
        Some(Word { form })
    }

    /// What a word is.
    pub fn classes(&self, word: Word) -> Classes {
        let set = self.entries.get(usize::from(word.form)).and_then(|(_, set)| self.sets.get(usize::from(*set)));
        set.copied().unwrap_or(Classes::NONE)
    }

    /// Whether a word carries one of `classes`.
    pub fn is(&self, word: Word, classes: Classes) -> bool {
        self.classes(word).any(classes)
    }

    /// Whether a phrase may begin with these two words; rarely true of a pair that none begins with.
    pub fn opens_phrase(&self, pair: &str) -> bool {
        let bit = hash(pair.as_bytes(), PAIRS);
        self.pairs.get(bit / 64).is_some_and(|word| word >> (bit % 64) & 1 == 1)
    }

    /// The value that the lists give to a word: a number, a month, a weekday.
    pub fn value(&self, word: Word) -> Option<f64> {
        self.values.get(usize::from(word.form)).copied()
    }

    /// How full the slots are, in per cent: at 50 the search gets slow, and the numbers of forms end.
    #[cfg(test)]
    pub fn fullness(&self) -> usize {
        (self.entries.len() * 100 / SLOTS).max(self.sets.len() * 100 / SET_SLOTS)
    }
}

/// How the lemmas of one ending are inflected.
struct Paradigm {
    /// What the stem ends with.
    end: &'static [u8],
    /// What the lemma has behind the stem.
    replaced: &'static [u8],
    /// What the forms have there: the other fields of the line.
    endings: &'static [u8],
}

impl Paradigm {
    /// One paradigm for each end of a stem that the line names.
    fn all(line: &'static [u8]) -> impl Iterator<Item = Paradigm> {
        let mut fields = line.splitn(3, |byte| *byte == b'|');
        let mut field = || fields.next().unwrap_or(b"");
        let (ends, replaced, endings) = (field(), field(), field());
        ends.split(|byte| *byte == b' ').map(move |end| Paradigm { end, replaced, endings })
    }

    /// Bytes of a lemma for which it is made: the longest wins.
    fn fits(&self) -> usize {
        self.end.len() + self.replaced.len()
    }

    fn stem<'l>(&self, lemma: &'l [u8]) -> Option<&'l [u8]> {
        // Nearly every paradigm is out by its last letter.
        let last = self.replaced.last().or(self.end.last());
        if last.is_some() && last != lemma.last() {
            return None;
        }
        lemma.strip_suffix(self.replaced).filter(|stem| stem.ends_with(self.end))
    }

    /// Gives each form with the class that it adds.
    fn inflect(&self, lemma: &[u8], mut give: impl FnMut(&[u8], Classes)) {
        let Some(stem) = self.stem(lemma) else { return };
        let mut form = stem.to_vec();
        for (endings, class) in self.endings.split(|byte| *byte == b'|').zip(FORMS) {
            // A field without endings has none; the empty ending is `-`.
            for ending in endings.split(|byte| *byte == b' ').filter(|ending| !ending.is_empty()) {
                form.truncate(stem.len());
                form.extend_from_slice(if ending == b"-" { b"" } else { ending });
                give(&form, class);
            }
        }
    }
}

/// Gives each combination of the alternatives in `pattern`, behind the words of `head`.
fn alternatives(head: &mut Vec<u8>, pattern: &[u8], give: &mut dyn FnMut(&[u8])) {
    let mut parts = pattern.splitn(2, |byte| *byte == b' ');
    let (words, rest) = (parts.next().unwrap_or(b""), parts.next());
    let length = head.len();
    for word in words.split(|byte| *byte == b'|') {
        if word != b"-" {
            if length > 0 {
                head.push(b' ');
            }
            head.extend(word.iter().map(|byte| if *byte == b'_' { b' ' } else { *byte }));
        }
        match rest {
            Some(rest) => alternatives(head, rest, give),
            None => give(head),
        }
        head.truncate(length);
    }
}

/// FNV-1a, folded to a number of slots, which is a power of two.
fn hash(form: &[u8], slots: usize) -> usize {
    let mut hash: u32 = 0x811c_9dc5;
    for byte in form {
        hash = (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    }
    (hash ^ (hash >> 15)) as usize & slots.saturating_sub(1)
}

//! The words of one language: packed as they are loaded, unpacked once for the search.

use super::Classes;

/// A lexicon as `build.rs` writes it and a page loads it.
pub struct Packed {
    /// All forms, sorted by bytes. Each is the number of bytes that it shares with the form before it, the number of
    /// its other bytes, and those bytes.
    pub forms: &'static [u8],
    /// For each form, its set in `classes`.
    pub sets: &'static [u16],
    pub classes: &'static [[u64; 4]],
    /// Form and value, sorted by form.
    pub values: &'static [(u16, f64)],
}

impl Packed {
    pub const EMPTY: Packed = Packed { forms: &[], sets: &[], classes: &[], values: &[] };
}

/// A lexicon that can be searched. Unpacking takes about a millisecond and half a megabyte.
pub struct Lexicon {
    /// All forms, one behind the other.
    forms: Vec<u8>,
    /// Byte at which each form begins, and one more for the end.
    offsets: Vec<u32>,
    /// For each first byte, the first form that begins with it or a later one.
    first: Vec<u16>,
    packed: &'static Packed,
}

/// One form of a lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    form: u16,
    pub classes: Classes,
}

impl Lexicon {
    pub fn unpack(packed: &'static Packed) -> Lexicon {
        let mut forms: Vec<u8> = Vec::with_capacity(packed.forms.len() * 3);
        let mut offsets = Vec::with_capacity(packed.sets.len() + 1);
        let mut first = vec![0u16; 257];
        let mut rest = packed.forms;
        let mut before = 0;
        while let [shared, length, tail @ ..] = rest {
            let start = forms.len();
            offsets.push(start as u32);
            forms.extend_from_within(before..before + usize::from(*shared));
            let (own, next) = tail.split_at_checked(usize::from(*length)).unwrap_or((tail, &[]));
            forms.extend_from_slice(own);
            (rest, before) = (next, start);
            let byte = forms.get(start).map_or(0, |b| usize::from(*b));
            if let Some(slot) = first.get_mut(byte + 1) {
                *slot = offsets.len() as u16;
            }
        }
        offsets.push(forms.len() as u32);
        let mut last = 0;
        for slot in &mut first {
            last = last.max(*slot);
            *slot = last;
        }
        Lexicon { forms, offsets, first, packed }
    }

    /// The entry for a form in lower case with straight apostrophes and plain hyphens.
    pub fn find(&self, form: &str) -> Option<Word> {
        let form = form.as_bytes();
        let byte = usize::from(*form.first()?);
        let (mut low, mut high) = (usize::from(*self.first.get(byte)?), usize::from(*self.first.get(byte + 1)?));
        while low < high {
            let middle = (low + high) / 2;
            let (start, end) = (*self.offsets.get(middle)? as usize, *self.offsets.get(middle + 1)? as usize);
            match self.forms.get(start..end)?.cmp(form) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => {
                    let set = usize::from(*self.packed.sets.get(middle)?);
                    return Some(Word {
                        form: u16::try_from(middle).ok()?,
                        classes: Classes(*self.packed.classes.get(set)?),
                    });
                }
            }
        }
        None
    }

    /// The value that the lists give to a word: a number, a month, a weekday.
    pub fn value(&self, word: Word) -> Option<f64> {
        let at = self.packed.values.binary_search_by_key(&word.form, |(form, _)| *form).ok()?;
        self.packed.values.get(at).map(|(_, value)| *value)
    }
}

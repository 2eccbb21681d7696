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

/// Bits for the pairs of words that open a phrase.
const PAIRS: usize = 1 << 16;

/// A lexicon that can be searched. Unpacking takes some milliseconds and half a megabyte.
pub struct Lexicon {
    /// All forms, one behind the other.
    forms: Vec<u8>,
    /// Byte at which each form begins, and one more for the end.
    offsets: Vec<u32>,
    /// Open addressing by [`hash`]: a form's index + 1, 0 for an empty slot. At most half full.
    slots: Vec<u16>,
    /// One bit for each hash of two words that a phrase begins with.
    pairs: Vec<u64>,
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
        let mut slots = vec![0u16; (packed.sets.len() * 2).next_power_of_two()];
        let mut pairs = vec![0u64; PAIRS / 64];
        let mut rest = packed.forms;
        let mut before = 0;
        while let [shared, length, tail @ ..] = rest {
            let start = forms.len();
            offsets.push(start as u32);
            forms.extend_from_within(before..before + usize::from(*shared));
            let (own, next) = tail.split_at_checked(usize::from(*length)).unwrap_or((tail, &[]));
            forms.extend_from_slice(own);
            (rest, before) = (next, start);
            let form = forms.get(start..).unwrap_or(&[]);
            let mut spaces = form.iter().enumerate().filter(|(_, b)| **b == b' ').map(|(i, _)| i);
            if spaces.next().is_some() {
                let bit = hash(form.get(..spaces.next().unwrap_or(form.len())).unwrap_or(form), PAIRS);
                if let Some(word) = pairs.get_mut(bit / 64) {
                    *word |= 1 << (bit % 64);
                }
            }
            let mut at = hash(form, slots.len());
            while slots.get(at).is_some_and(|s| *s != 0) {
                at = (at + 1) % slots.len();
            }
            if let Some(slot) = slots.get_mut(at) {
                *slot = offsets.len() as u16;
            }
        }
        offsets.push(forms.len() as u32);
        Lexicon { forms, offsets, slots, pairs, packed }
    }

    /// The entry for a form in lower case with straight apostrophes and plain hyphens.
    pub fn find(&self, form: &str) -> Option<Word> {
        let form = form.as_bytes();
        let mut at = hash(form, self.slots.len());
        loop {
            let index = usize::from(*self.slots.get(at)?).checked_sub(1)?;
            let (start, end) = (*self.offsets.get(index)? as usize, *self.offsets.get(index + 1)? as usize);
            if self.forms.get(start..end)? == form {
                let set = usize::from(*self.packed.sets.get(index)?);
                return Some(Word { form: index as u16, classes: Classes(*self.packed.classes.get(set)?) });
            }
            at = (at + 1) % self.slots.len();
        }
    }

    /// Whether a phrase may begin with these two words; rarely true of a pair that none begins with.
    pub fn opens_phrase(&self, pair: &str) -> bool {
        let bit = hash(pair.as_bytes(), PAIRS);
        self.pairs.get(bit / 64).is_some_and(|word| word >> (bit % 64) & 1 == 1)
    }

    /// The value that the lists give to a word: a number, a month, a weekday.
    pub fn value(&self, word: Word) -> Option<f64> {
        let at = self.packed.values.binary_search_by_key(&word.form, |(form, _)| *form).ok()?;
        self.packed.values.get(at).map(|(_, value)| *value)
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

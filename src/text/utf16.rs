//! From bytes to UTF-16 code units: the only place where the two meet.

use super::Span;
use crate::report::Utf16Span;

/// Converts byte offsets of one text. Empty for ASCII; otherwise one entry per non-ASCII character.
pub struct Utf16Map {
    /// Byte offset after each non-ASCII character, and how many more bytes than code units lie before it.
    steps: Vec<(u32, u32)>,
}

impl Utf16Map {
    pub fn new(text: &str) -> Utf16Map {
        let mut steps = Vec::new();
        if !text.is_ascii() {
            let mut surplus = 0;
            for (at, c) in text.char_indices().filter(|(_, c)| !c.is_ascii()) {
                surplus += c.len_utf8() - c.len_utf16();
                let end = u32::try_from(at + c.len_utf8()).unwrap_or(u32::MAX);
                steps.push((end, u32::try_from(surplus).unwrap_or(u32::MAX)));
            }
        }
        Utf16Map { steps }
    }

    /// Code units before the byte at `offset`, which must lie on a `char` boundary.
    pub fn offset(&self, offset: usize) -> u32 {
        let offset = u32::try_from(offset).unwrap_or(u32::MAX);
        let before = self.steps.partition_point(|(end, _)| *end <= offset);
        let surplus = before.checked_sub(1).and_then(|i| self.steps.get(i)).map_or(0, |(_, s)| *s);
        offset - surplus
    }

    pub fn span(&self, span: Span) -> Utf16Span {
        Utf16Span { start: self.offset(span.start()), end: self.offset(span.end()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_boundary_counts_like_encode_utf16() {
        for text in ["", "abc", "été", "🙂 « Même »", "a\u{301}👩‍👩‍👧 نص\r\n\0x", "\u{202f}\u{2019}"]
        {
            let map = Utf16Map::new(text);
            for at in (0..=text.len()).filter(|i| text.is_char_boundary(*i)) {
                let want = text.get(..at).map_or(0, |t| t.encode_utf16().count());
                assert_eq!(map.offset(at) as usize, want, "{text:?} at {at}");
            }
        }
    }
}

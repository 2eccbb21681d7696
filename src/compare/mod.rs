//! Two versions of an article: sentences aligned, facts paired, and what an editor has to look at.
//!
//! `align` finds the sentence that each one was, `rows` puts them side by side.

mod align;
mod rows;

use crate::reading::Reading;
use crate::reading::quotations::plain;
use crate::report::{Comparison, Coverage};
use crate::text::{Kind, Text, Utf16Map};

/// Compares two readings in one language.
pub fn comparison(older: &Reading, newer: &Reading, language: &str, coverage: Coverage) -> Comparison {
    let alignment = align::align(&older.text, &newer.text);
    let (before, after) = (Utf16Map::new(older.text.src), Utf16Map::new(newer.text.src));
    Comparison {
        schema: 1,
        language: language.to_string(),
        coverage,
        rows: rows::rows(&older.text, &newer.text, &alignment, &before, &after),
        changes: Vec::new(),
    }
}

/// Letters by which two forms of one word are known.
const STEM: usize = 6;

/// The word at token `i` without accents, cut to its stem; a number without its separators.
fn stem(text: &Text, i: usize) -> String {
    let letters = text.fold(i).chars().filter(|c| c.is_alphanumeric()).map(plain);
    if text.kind(i) == Some(Kind::Number) { letters.collect() } else { letters.take(STEM).collect() }
}

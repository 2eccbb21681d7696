//! Bilan reads a draft article and shows what an editor must still verify.
pub mod report;
#[cfg(target_arch = "wasm32")]
mod wasm;
use report::*;
/// Longest text that one call reads, in bytes of UTF-8.
pub const MAX_BYTES: usize = 16 << 20;
/// Reads `text`.
pub fn check(text: &str, _options: &Options) -> Result<Report, Error> {
    if text.len() > MAX_BYTES { return Err(Error::TooLong(text.len())); }
    Ok(Report { schema: 1, language: "fr".into(), coverage: Coverage::Basic, published: None, sentences: vec![], sources: vec![], attributions: vec![], figures: vec![], dates: vec![], claims: vec![], flags: vec![], cards: vec![], consistent: vec![] })
}
/// The checks, with titles in `language`.
pub fn checks(_language: &str) -> Vec<CheckInfo> { vec![] }
/// Tags of the languages that are read in full, sorted.
pub fn languages() -> &'static [&'static str] { &["en", "fr"] }

//! x
pub mod lang;
pub mod report;
pub mod text;
pub mod reading;
#[cfg(target_arch = "wasm32")]
mod wasm;
use report::*;
/// Longest text that one call reads, in bytes of UTF-8.
pub const MAX_BYTES: usize = 16 << 20;
pub fn check(_text: &str, _options: &Options) -> Result<Report, Error> { todo!() }
pub fn checks(_language: &str) -> Vec<CheckInfo> { vec![] }
pub fn languages() -> &'static [&'static str] { &["en", "fr"] }

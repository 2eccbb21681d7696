//! Bilan reads a draft article and shows what an editor must still verify: who says it, how many
//! exactly, how do we know. It never says that a statement is false.
//!
//! ```text
//! text ──▶ text/ ──▶ reading/ ──▶ checks/ ──▶ report ──▶ door (wasm.rs, main.rs)
//!          tokens,    figures,     one file     plain
//!          sentences, attributions a check      data
//!          quotes     sources,
//!                     claims, dates
//!                            compare/ two readings: sentences aligned, facts paired, changes told
//!               ▲ lang/<tag>/*.txt: every word of every language, packed by build.rs
//! ```
//!
//! Invariants, each guarded by a test:
//!
//! 1. Any text in any language is read: no failure, no panic.
//! 2. Places are spans of bytes; only the doors and `text/utf16.rs` speak of UTF-16.
//! 3. A check takes its facts from `reading`, and nothing else: neither another check nor the page.
//! 4. Words of a language stand in `lang/`; in a `.rs` file only as an example or in a test.
//! 5. Same text, options and language data: same report.
//! 6. The page paints what the report says and judges nothing itself.
//!
//! ```
//! let report = bilan::check("La bousculade a tué des dizaines de pèlerins.", &Default::default())?;
//! assert!(report.flags.iter().any(|flag| flag.check == "casualty-count-vague"));
//! # Ok::<(), bilan::report::Error>(())
//! ```

mod checks;
mod compare;
mod house;
mod lang;
mod order;
mod reading;
#[cfg(not(target_arch = "wasm32"))]
pub mod reference;
pub mod report;
mod text;
#[cfg(target_arch = "wasm32")]
mod wasm;

mod convert;

use lang::{Lang, Messages};
use reading::Reading;
use report::{CheckInfo, Comparison, Coverage, Error, Options, Report};
use text::Text;

/// Longest text that one call reads, in bytes of UTF-8.
pub const MAX_BYTES: usize = 16 << 20;

/// Reads `text` and gives everything that was read and flagged, with places in UTF-16 code units.
///
/// # Errors
/// Malformed `language`, `messages` or `published`, a text longer than [`MAX_BYTES`]. No text is an error by what it
/// says, and no house list: what does not fit in it is told in the report.
pub fn check(text: &str, options: &Options) -> Result<Report, Error> {
    let terms = Terms::new(text, options)?;
    let mut reading = terms.read(text, options);
    reading.title = options.title.as_deref().map(|title| Box::new(terms.read(title, options)));
    Ok(convert::report(&reading, terms.tag, terms.coverage(), options))
}

/// Compares two versions of an article: sentences side by side, and what the newer one tells otherwise, with places in
/// UTF-16 code units of the text that they lie in. `options` hold for both, title, captions and publication date for the newer one.
///
/// # Errors
/// As [`check`], for either text.
pub fn compare(before: &str, after: &str, options: &Options) -> Result<Comparison, Error> {
    let terms = Terms::new(after, options)?;
    if before.len() > MAX_BYTES {
        return Err(Error::TooLong(before.len()));
    }
    let elder = Options { published: None, title: None, captions: Vec::new(), ..options.clone() };
    let (older, newer) = (terms.read(before, &elder), terms.read(after, options));
    Ok(compare::comparison(&older, &newer, terms.tag, terms.coverage()))
}

/// How a text is to be read: the languages of text and messages.
struct Terms<'o> {
    lang: &'static Lang,
    /// As given, else that of `lang`.
    tag: &'o str,
    messages: Messages,
}

impl<'o> Terms<'o> {
    fn new(text: &str, options: &'o Options) -> Result<Terms<'o>, Error> {
        if text.len() > MAX_BYTES {
            return Err(Error::TooLong(text.len()));
        }
        let tag = language_tag(options.language.as_deref())?;
        let messages_tag = language_tag(options.messages.as_deref())?;
        if let Some(date) = options.published.as_deref().filter(|d| text::published_range(d).is_none()) {
            return Err(Error::Published(date.to_string()));
        }
        let lang = match tag {
            Some(tag) => Lang::find(tag),
            None => lang::detect(text),
        }
        .unwrap_or_else(Lang::basic);
        let tag = tag.unwrap_or(lang.tag);
        // Messages of a language without lists are in English.
        let messages =
            messages_tag.and_then(Lang::find).or(Lang::find(tag)).or(Lang::find("en")).unwrap_or(lang).messages();
        Ok(Terms { lang, tag, messages })
    }

    fn read<'t>(&self, text: &'t str, options: &'t Options) -> Reading<'t> {
        Reading::new(Text::new(text, self.lang), options, self.messages)
    }

    fn coverage(&self) -> Coverage {
        if self.lang.is_full() { Coverage::Full } else { Coverage::Basic }
    }
}

/// Whether `tag` is a BCP 47 tag by its shape: subtags of letters and digits, the first of 2 to 8 letters.
fn language_tag(tag: Option<&str>) -> Result<Option<&str>, Error> {
    let Some(tag) = tag.filter(|t| !t.is_empty()) else { return Ok(None) };
    let mut subtags = tag.split('-');
    let primary =
        subtags.next().is_some_and(|p| (2..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphabetic()));
    let rest = subtags.all(|s| (1..=8).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_alphanumeric()));
    if primary && rest { Ok(Some(tag)) } else { Err(Error::LanguageTag(tag.to_string())) }
}

/// The checks, in the order of the catalogue, with titles and standards in `language`.
pub fn checks(language: &str) -> Vec<CheckInfo> {
    let messages = Lang::find(language).or(Lang::find("en")).unwrap_or_else(Lang::basic).messages();
    checks::CHECKS
        .iter()
        .map(|c| CheckInfo {
            id: c.id,
            title: messages.get(c.id, "title").to_string(),
            severity: c.severity,
            on_by_default: c.on_by_default,
            standard: messages.get(c.id, "standard").to_string(),
        })
        .collect()
}

/// Tags of the languages that are read in full, sorted.
pub fn languages() -> &'static [&'static str] {
    lang::TAGS
}

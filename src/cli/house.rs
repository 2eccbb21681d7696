//! The desk's own list from a file.

use super::files;
use bilan::report::House;
use std::io::Read;
use std::path::Path;

/// Longest file that is read, in bytes.
const LONGEST: u64 = 1 << 20;

/// The list in a file of JSON or TOML, or a sentence that says why there is none. What the list holds is judged later.
pub fn read(name: &str) -> Result<House, String> {
    let mut bytes = Vec::new();
    let unread = |error| format!("{name}: This file cannot be read ({error}).");
    let file = files::open(name).map_err(|sentence| format!("{name}: {sentence}"))?;
    file.take(LONGEST + 1).read_to_end(&mut bytes).map_err(unread)?;
    if bytes.len() as u64 > LONGEST {
        return Err(format!("{name}: A house list has at most {LONGEST} bytes."));
    }
    let text = String::from_utf8(bytes).map_err(|_| format!("{name}: This is not text in UTF-8."))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    if Path::new(name).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json")) {
        return serde_json::from_str(text)
            .map_err(|error| format!("{name}: This is not JSON (line {}, column {}).", error.line(), error.column()));
    }
    toml::from_str(text).map_err(|error| {
        let before = error.span().and_then(|place| text.get(..place.start)).unwrap_or_default();
        let why = error.message().lines().next().unwrap_or_default();
        format!("{name}: This is not TOML (line {}: {why}).", before.matches('\n').count() + 1)
    })
}

//! Tables of sentences with what must be read marked in place, `⟨words|answer⟩`: `tests/constructions/`.
//!
//! One sentence a line; a line that begins with `#` is the heading of those below it. What stands behind ` | ` is for
//! the test that reads the table. Nobody but a reader of the language decides what is right: no run writes the files.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
#![allow(dead_code, reason = "not every table has marks")]

use bilan::report::Utf16Span;
use std::fmt::Write;
use std::path::Path;

/// Reads `constructions/<name>.<language>.txt` in both languages and compares each line with what `read` makes of it.
pub fn compare(name: &str, read: impl Fn(&str, &str) -> String) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/constructions");
    let (mut wrong, mut all) = (String::new(), 0);
    for language in ["fr", "en"] {
        let file = folder.join(format!("{name}.{language}.txt"));
        let table = std::fs::read_to_string(&file).unwrap();
        let mut heading = "";
        for (number, line) in (1..).zip(table.lines()).filter(|(_, line)| !line.trim().is_empty()) {
            if line.starts_with('#') {
                heading = line;
                continue;
            }
            all += 1;
            let found = read(language, line);
            if found != line {
                let place = format!("{}:{number} {heading}", file.display());
                writeln!(wrong, "{place}\n  want {line}\n  read {found}").unwrap();
            }
        }
    }
    assert!(all > 20, "{all} lines");
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// The sentence without its marks.
pub fn plain(marked: &str) -> String {
    let mut out = String::new();
    let mut answer = false;
    for c in marked.chars() {
        match c {
            '⟨' => {}
            '|' => answer = true,
            '⟩' => answer = false,
            _ if answer => {}
            _ => out.push(c),
        }
    }
    out
}

/// The sentence with its marks, each a place and the answer there, in order.
pub fn marked(text: &str, marks: impl Iterator<Item = (Utf16Span, String)>) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    let words = |from: usize, to: usize| String::from_utf16(&units[from..to]).unwrap();
    let mut out = String::new();
    let mut at = 0;
    for (span, answer) in marks {
        let (start, end) = (span.start as usize, span.end as usize);
        write!(out, "{}⟨{}|{answer}⟩", words(at, start), words(start, end)).unwrap();
        at = end;
    }
    out + &words(at, units.len())
}

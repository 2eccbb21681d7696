//! Sentences with what must be read marked in place, one construction under each heading: `tests/constructions/`.
//!
//! `⟨plus de 2 000 manifestants|2000.. people⟩` is a figure with its bounds and its kind: `12` exactly, `~12` about,
//! `12..` at least, `..12` at most, `12..20` from to, `12?` vague and at least that, `?` with no number at all. What
//! is about an earlier event ends in `earlier`. Nobody but a reader of the language decides what is right: no run of
//! this test writes the files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

use bilan::report::{Figure, Options};
use std::fmt::Write;

/// A bound as a person would write it.
fn bound(value: f64) -> String {
    let digits = format!("{value:.4}");
    digits.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn bounds(figure: &Figure) -> String {
    let precision = serde_json::to_value(figure.precision).unwrap();
    let (low, high) = (figure.low.map(bound).unwrap_or_default(), figure.high.map(bound).unwrap_or_default());
    match precision.as_str().unwrap() {
        "exact" => low,
        "approximate" => format!("~{low}"),
        "vague" | "withheld" => format!("{low}?"),
        _ => format!("{low}..{high}"),
    }
}

/// The sentence without its marks.
fn plain(marked: &str) -> String {
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

/// The sentence with the figures marked that are read in it.
fn marked(text: &str, language: &str) -> String {
    let options = Options { language: Some(language.into()), ..Options::default() };
    let report = bilan::check(text, &options).unwrap();
    let units: Vec<u16> = text.encode_utf16().collect();
    let words = |from: usize, to: usize| String::from_utf16(&units[from..to]).unwrap();
    let mut out = String::new();
    let mut at = 0;
    for figure in &report.figures {
        let (start, end) = (figure.span.start as usize, figure.span.end as usize);
        let kind = serde_json::to_value(figure.kind).unwrap();
        let earlier = if figure.background { " earlier" } else { "" };
        let (bounds, kind) = (bounds(figure), kind.as_str().unwrap());
        write!(out, "{}⟨{}|{bounds} {kind}{earlier}⟩", words(at, start), words(start, end)).unwrap();
        at = end;
    }
    out + &words(at, units.len())
}

#[test]
fn figures_are_read_by_their_construction() {
    let mut wrong = String::new();
    for (language, list) in
        [("fr", include_str!("constructions/figures.fr.txt")), ("en", include_str!("constructions/figures.en.txt"))]
    {
        let mut heading = "";
        for line in list.lines().filter(|line| !line.trim().is_empty()) {
            if line.starts_with('#') {
                heading = line;
                continue;
            }
            let got = marked(&plain(line), language);
            if got != line {
                writeln!(wrong, "{language} {heading}\n  want {line}\n  read {got}").unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

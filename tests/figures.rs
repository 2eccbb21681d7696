//! Sentences with what must be read marked in place, one construction under each heading: `tests/constructions/`.
//!
//! `⟨plus de 2 000 manifestants|2000.. people⟩` is a figure with its bounds and its kind: `12` exactly, `~12` about,
//! `12..` at least, `..12` at most, `12..20` from to, `12?` vague and at least that, `?` with no number at all. What
//! is about an earlier event ends in `earlier`. Nobody but a reader of the language decides what is right: no run of
//! this test writes the files.
#![allow(clippy::unwrap_used)]

mod common;

use bilan::report::{Figure, Options};

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

/// Its bounds and kind as the tables write them.
fn answer(figure: &Figure) -> String {
    let kind = serde_json::to_value(figure.kind).unwrap();
    format!("{} {}{}", bounds(figure), kind.as_str().unwrap(), if figure.background { " earlier" } else { "" })
}

#[test]
fn figures_are_read_by_their_construction() {
    common::compare("figures", |language, line| {
        let text = common::plain(line);
        let options = Options { language: Some(language.to_owned()), ..Options::default() };
        let report = bilan::check(&text, &options).unwrap();
        common::marked(&text, report.figures.iter().map(|figure| (figure.span, answer(figure))))
    });
}

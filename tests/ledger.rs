//! What pictures of an article rest on, one construction under each heading: `tests/constructions/`.
//!
//! `voices`: each sentence with who vouches for it, `⟨La digue tient, dit le maire.|official le maire⟩`, and a `+` where
//! it tells of losses. `moments`: each figure that has a date, with the words of that date. `ledger`: losses without a
//! count with their kind, and totals with their parts, `=` where the parts agree, `/` where they do not, `>` where they
//! are only some of the total. ` ¶ ` parts two paragraphs.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use bilan::report::{Options, Report, Utf16Span};
use serde::Serialize;

const PARAGRAPH: &str = " ¶ ";

/// The line with the marks that `answers` finds in the report of its text.
fn read(language: &str, line: &str, answers: fn(&Report, &str) -> Vec<(Utf16Span, String)>) -> String {
    let text = common::plain(line).replace(PARAGRAPH, "\n\n");
    let options = Options { language: Some(language.to_owned()), ..Options::default() };
    let report = bilan::check(&text, &options).unwrap();
    common::marked(&text, answers(&report, &text).into_iter()).replace("\n\n", PARAGRAPH)
}

fn words(text: &str, span: Utf16Span) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    String::from_utf16(&units[span.start as usize..span.end as usize]).unwrap()
}

/// A variant by its name in the report.
fn name(value: impl Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

#[test]
fn each_sentence_has_its_voice() {
    common::compare("voices", |language, line| {
        read(language, line, |report, _| {
            let voices = report.voices.iter().zip(&report.sentences);
            let answer = voices.map(|(voice, sentence)| {
                let source = voice.source.map(|id| format!(" {}", report.sources[id as usize].name));
                let losses = if voice.losses { " +" } else { "" };
                (*sentence, format!("{}{}{losses}", name(voice.by), source.unwrap_or_default()))
            });
            answer.collect()
        })
    });
}

#[test]
fn figures_have_the_day_that_they_are_about() {
    common::compare("moments", |language, line| {
        read(language, line, |report, text| {
            let dated = report.figures.iter().filter_map(|figure| Some((figure.span, figure.date?)));
            dated.map(|(span, date)| (span, words(text, report.dates[date as usize].span))).collect()
        })
    });
}

#[test]
fn losses_without_a_count_and_totals_with_their_parts() {
    common::compare("ledger", |language, line| {
        read(language, line, |report, _| {
            let losses = report.uncounted.iter().map(|loss| (loss.span, name(loss.kind)));
            let number = |id: &u32| report.figures[*id as usize].low.unwrap().to_string();
            let sums = report.sums.iter().map(|sum| {
                let parts: Vec<String> = sum.parts.iter().map(number).collect();
                let sign = match (sum.agrees, sum.partial) {
                    (false, _) => "/",
                    (_, true) => ">",
                    _ => "=",
                };
                (report.figures[sum.total as usize].span, format!("{sign} {} = {}", parts.join(" + "), sum.computed))
            });
            let mut marks: Vec<(Utf16Span, String)> = losses.chain(sums).collect();
            marks.sort_by_key(|(span, _)| span.start);
            marks
        })
    });
}

//! Whole articles, each with what is read from it in a listing beside it. The articles are invented.
//!
//! `UPDATE=1 cargo test --test articles` writes the listings anew; what changed is then for a person to judge.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

use bilan::report::{Attribution, Figure, Options, Report, Utf16Span, Voice};
use serde::Serialize;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Longest content of an attribution that a listing shows, in characters.
const LONGEST: usize = 70;

/// The text in UTF-16, to look places up in.
struct Words(Vec<u16>);

impl Words {
    fn at(&self, span: Utf16Span) -> String {
        let words = String::from_utf16(&self.0[span.start as usize..span.end as usize]).expect("whole characters");
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn all(&self, spans: &[Utf16Span]) -> String {
        spans.iter().map(|span| self.at(*span)).collect::<Vec<_>>().join(" … ")
    }
}

/// A variant by its name in the report.
fn name(value: impl Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

fn shorten(words: &str) -> String {
    match words.char_indices().nth(LONGEST) {
        None => words.to_owned(),
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
    }
}

/// What was read, one thing a line, each kind in reading order.
fn listing(text: &str) -> String {
    let report = bilan::check(text, &Options::default()).unwrap();
    let words = Words(text.encode_utf16().collect());
    let mut out = String::new();
    let published = report.published.as_deref().unwrap_or("no date");
    writeln!(out, "{} {}, {published}", report.language, name(report.coverage)).unwrap();
    for line in &report.overview {
        writeln!(out, "overview {} «{}»", line.id, words.all(&line.spans)).unwrap();
    }
    out.push('\n');
    for flag in &report.flags {
        let related =
            if flag.related.is_empty() { String::new() } else { format!(" with «{}»", words.all(&flag.related)) };
        writeln!(out, "{} {} «{}»{related}", flag.check, name(flag.severity), words.at(flag.span)).unwrap();
    }
    for entry in &report.consistent {
        writeln!(out, "{} agrees «{}»", entry.check, words.at(entry.span)).unwrap();
    }
    out.push('\n');
    for (voice, sentence) in report.voices.iter().zip(&report.sentences) {
        writeln!(out, "{}", voice_line(voice, *sentence, &report, &words)).unwrap();
    }
    out.push('\n');
    for attribution in &report.attributions {
        writeln!(out, "{}", attribution_line(attribution, &report, &words)).unwrap();
    }
    out.push('\n');
    for figure in &report.figures {
        writeln!(out, "{}", figure_line(figure, &report, &words)).unwrap();
    }
    for loss in &report.uncounted {
        let vouched = teller(loss.attribution, &report, &words);
        writeln!(out, "«{}» {} uncounted, from {vouched}", words.at(loss.span), name(loss.kind)).unwrap();
    }
    for sum in &report.sums {
        let figure = |id: u32| words.at(report.figures[id as usize].span);
        let parts: Vec<String> = sum.parts.iter().map(|part| format!("«{}»", figure(*part))).collect();
        let sign = if sum.partial { "of which" } else { "=" };
        let agrees = if sum.agrees { "agrees" } else { "does not agree" };
        writeln!(out, "«{}» {sign} {}: {}, {agrees}", figure(sum.total), parts.join(" + "), sum.computed).unwrap();
    }
    out
}

/// `kind (whose word it is): "sentence"`, with a mark where it tells of losses.
fn voice_line(voice: &Voice, sentence: Utf16Span, report: &Report, words: &Words) -> String {
    let source = voice.source.map_or(String::new(), |id| format!(" ({})", report.sources[id as usize].name));
    let losses = if voice.losses { ", losses" } else { "" };
    format!("{}{source}{losses}: \"{}\"", name(voice.by), shorten(&words.at(sentence)))
}

/// `words that name the source (who that is) stance [cue] → "content"`
fn attribution_line(attribution: &Attribution, report: &Report, words: &Words) -> String {
    let source = attribution.source.map_or("–".to_owned(), |span| words.at(span));
    let speaker = attribution.speaker.and_then(|id| report.sources.iter().find(|source| source.id == id));
    let mut line = source.clone();
    if let Some(speaker) = speaker {
        let known = if speaker.name == source { String::new() } else { format!("= {}, ", speaker.name) };
        let party = if speaker.party { ", party" } else { "" };
        write!(line, " ({known}{}{party})", name(speaker.kind)).unwrap();
    }
    write!(line, " {} [{}]", name(attribution.stance), words.all(&attribution.cue)).unwrap();
    for (what, span) in [("by", attribution.channel), ("on", attribution.when)] {
        write!(line, "{}", span.map_or(String::new(), |span| format!(" {what} «{}»", words.at(span)))).unwrap();
    }
    if attribution.within.is_some() {
        write!(line, " as told by {}", teller(attribution.within, report, words)).unwrap();
    }
    format!("{} {line} → \"{}\"", name(attribution.form), shorten(&words.all(&attribution.content)))
}

/// Whose words an attribution carries. Not its number: one attribution more would change all that follow.
fn teller(id: Option<u32>, report: &Report, words: &Words) -> String {
    let found = id.and_then(|id| report.attributions.iter().find(|attribution| attribution.id == id));
    found.map_or("nobody".to_owned(), |attribution| match attribution.source {
        Some(source) => words.at(source),
        None => format!("[{}]", words.all(&attribution.cue)),
    })
}

fn figure_line(figure: &Figure, report: &Report, words: &Words) -> String {
    let bounds = match (figure.low, figure.high) {
        (None, None) => String::new(),
        (Some(low), Some(high)) if low == high => format!(" {low}"),
        (low, high) => {
            let shown = |bound: Option<f64>| bound.map_or("?".to_owned(), |bound| bound.to_string());
            format!(" {}–{}", shown(low), shown(high))
        }
    };
    let unit = figure.unit.as_deref().map_or(String::new(), |unit| format!(" {unit}"));
    let vouched = teller(figure.attribution, report, words);
    let background = if figure.background { ", background" } else { "" };
    let kind = name(figure.kind);
    let date = figure.date.map(|date| words.at(report.dates[date as usize].span));
    let date = date.map_or(String::new(), |date| format!(", in or on «{date}»"));
    format!(
        "«{}» {kind} {}{bounds}{unit}, from {vouched}{background}{date}",
        words.at(figure.span),
        name(figure.precision)
    )
}

fn articles() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut articles: Vec<PathBuf> = files.filter(|file| file.extension().is_some_and(|kind| kind == "txt")).collect();
    articles.sort();
    articles
}

#[test]
fn articles_are_read_as_their_listings_say() {
    let articles = articles();
    assert!(articles.len() >= 6);
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = String::new();
    for article in articles {
        let file = article.with_extension("flags");
        let found = listing(&std::fs::read_to_string(&article).unwrap());
        if update {
            std::fs::write(&file, found).unwrap();
            continue;
        }
        let expected = std::fs::read_to_string(&file).unwrap_or_default();
        if found != expected {
            write!(wrong, "\n{}\n{}", file.display(), difference(&expected, &found)).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}\nUPDATE=1 cargo test --test articles takes the new listings over.");
}

/// Lines that only one of the two has, behind `-` and `+`.
fn difference(expected: &str, found: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), found.lines().collect());
    let gone = old.iter().filter(|line| !new.contains(line)).map(|line| format!("- {line}\n"));
    let come = new.iter().filter(|line| !old.contains(line)).map(|line| format!("+ {line}\n"));
    gone.chain(come).collect()
}

//! What is said, by whom, by which word: one construction a line, marked in place. The sentences are invented.
//!
//! `tests/constructions/attribution.<language>.txt` can be read and extended without knowing any Rust:
//!
//! ```text
//! # A heading: the construction.
//! // A remark.
//! « [La digue est saine] », {juge} ⟨la géologue⟩.     ⟨source⟩, {cue}, [content]; pieces are marked one by one
//! + the same text, with the marks of a further attribution of it
//! Les prix changent selon les régions.                 no marks: nobody says anything here
//! ⟨Il⟩ {nie} [toute faute]. | stance denies            what else must hold: stance, speaker, kind, channel, within
//! First paragraph. ¶ Second paragraph.
//! ```
//!
//! `within` names the attribution that tells this one, by its place among the lines of the text, from 1.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use bilan::report::{Attribution, Options, Report, Utf16Span};
use serde::Serialize;
use std::fmt::Write;
use std::path::Path;

/// The marks: source, cue, content.
const MARKS: [(char, char); 3] = [('⟨', '⟩'), ('{', '}'), ('[', ']')];
/// A further attribution of the same text.
const MORE: &str = "+ ";
/// What else must hold, behind the text.
const COLUMN: &str = " | ";
/// The end of a paragraph, on a line of its own in the text.
const PARAGRAPH: &str = " ¶ ";

/// One text, the number of its first line, and its lines as they stand in the table.
struct Example<'t> {
    number: usize,
    lines: Vec<&'t str>,
}

fn examples(table: &str) -> Vec<Example<'_>> {
    let mut found: Vec<Example> = Vec::new();
    for (i, line) in table.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with("# ") || line.starts_with("//") {
            continue;
        }
        match found.last_mut().filter(|_| line.starts_with(MORE)) {
            Some(example) => example.lines.push(line),
            None => found.push(Example { number: i + 1, lines: vec![line] }),
        }
    }
    found
}

/// A line without its marks and columns, and the names of its columns.
fn plain(line: &str) -> (String, Vec<&str>) {
    let mut parts = line.trim_start_matches(MORE).split(COLUMN);
    let marked = parts.next().unwrap_or_default().trim_end();
    let text = marked.replace(PARAGRAPH, "\n\n").replace(|c| MARKS.iter().any(|(a, b)| c == *a || c == *b), "");
    (text, parts.map(|column| column.split_whitespace().next().unwrap_or_default()).collect())
}

/// The text with the marks of one attribution; of a mark that closes and one that opens at one place, the first closes.
fn marked(text: &str, attribution: &Attribution) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    let source: Vec<Utf16Span> = attribution.source.into_iter().collect();
    let spans = [source, attribution.cue.clone(), attribution.content.clone()];
    let mut marks: Vec<(u32, bool, char)> = Vec::new();
    for ((open, close), span) in MARKS.iter().zip(&spans).flat_map(|(mark, spans)| spans.iter().map(move |s| (mark, s)))
    {
        marks.extend([(span.start, true, *open), (span.end, false, *close)]);
    }
    marks.sort_unstable();
    let (mut out, mut at) = (String::new(), 0);
    for (place, _, mark) in marks {
        out += &String::from_utf16(&units[at..place as usize]).unwrap();
        out.push(mark);
        at = place as usize;
    }
    out + &String::from_utf16(&units[at..]).unwrap()
}

/// A variant by its name in the report.
fn name(value: impl Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

/// What the report says about one column of an attribution.
fn column(column: &str, attribution: &Attribution, report: &Report, text: &str) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    let speaker = attribution.speaker.and_then(|id| report.sources.iter().find(|source| source.id == id));
    let words = |span: Utf16Span| String::from_utf16(&units[span.start as usize..span.end as usize]).unwrap();
    let place = |id| report.attributions.iter().position(|other| other.id == id).map(|i| (i + 1).to_string());
    let value = match column {
        "stance" => Some(name(attribution.stance)),
        "speaker" => speaker.map(|source| source.name.clone()),
        "kind" => speaker.map(|source| name(source.kind)),
        "channel" => attribution.channel.map(words),
        "within" => attribution.within.and_then(place),
        _ => Some("– no such column".to_owned()),
    };
    value.unwrap_or("nobody".to_owned())
}

/// The lines of an example as they would stand if what is read today were right.
fn read(example: &Example, language: &str) -> Vec<String> {
    let (text, first) = plain(example.lines[0]);
    let options = Options { language: Some(language.to_owned()), ..Options::default() };
    let report = bilan::check(&text, &options).unwrap();
    if report.attributions.is_empty() {
        return vec![text.replace("\n\n", PARAGRAPH)];
    }
    let lines = report.attributions.iter().enumerate().map(|(i, attribution)| {
        let columns = example.lines.get(i).map_or(first.clone(), |line| plain(line).1);
        let mut line = if i == 0 { String::new() } else { MORE.to_owned() };
        line += &marked(&text, attribution).replace("\n\n", PARAGRAPH);
        for asked in columns {
            write!(line, "{COLUMN}{asked} {}", column(asked, attribution, &report, &text)).unwrap();
        }
        line
    });
    lines.collect()
}

#[test]
fn attributions_are_read_by_their_construction() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/constructions");
    let (mut wrong, mut all, mut failed) = (String::new(), 0, 0);
    for language in ["fr", "en"] {
        let file = folder.join(format!("attribution.{language}.txt"));
        let table = std::fs::read_to_string(&file).unwrap();
        for example in examples(&table) {
            all += 1;
            let texts: Vec<String> = example.lines.iter().map(|line| plain(line).0).collect();
            let found = read(&example, language);
            if texts.iter().any(|text| *text != texts[0]) {
                failed += 1;
                writeln!(wrong, "\n{}:{}: the lines are not one text", file.display(), example.number).unwrap();
            } else if found != example.lines {
                failed += 1;
                let (want, got) = (example.lines.join("\n         "), found.join("\n         "));
                writeln!(wrong, "\n{}:{}\n  wanted {want}\n  read   {got}", file.display(), example.number).unwrap();
            }
        }
    }
    assert!(all > 20, "{all} examples");
    assert!(wrong.is_empty(), "{failed} of {all} examples:\n{wrong}");
}

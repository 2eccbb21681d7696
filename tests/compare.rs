//! Two versions of an article, and what must be told of them: `tests/compare/<language>-<what>.txt`, each the older text,
//! a line `=====`, the newer text, a line `=====`, and one line `kind: before → after` for each change, in order; `–`
//! stands for nothing. Nobody but a reader of the language decides what is right: no run writes the files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

use bilan::report::{ChangeKind, Comparison, Options, RowKind, Utf16Span};
use std::fmt::Write;
use std::path::Path;
use std::time::Instant;

fn words(text: &str, span: Option<Utf16Span>) -> String {
    let Some(span) = span else { return "–".to_owned() };
    let units: Vec<u16> = text.encode_utf16().collect();
    let words = String::from_utf16(&units[span.start as usize..span.end as usize]).expect("whole characters");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn compare(before: &str, after: &str) -> Comparison {
    bilan::compare(before, after, &Options::default()).expect("no text is an error")
}

/// Name, older text, newer text and what must be told of every pair.
fn pairs() -> Vec<(String, String, String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compare");
    let mut files: Vec<_> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let read = |path: std::path::PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        let parts: Vec<&str> = text.split("=====\n").collect();
        let [before, after, told] = parts[..] else { panic!("{} has three parts", path.display()) };
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        (name, before.to_owned(), after.to_owned(), told.trim().to_owned())
    };
    files.into_iter().map(read).collect()
}

#[test]
fn every_pair_tells_what_changed() {
    let mut wrong = String::new();
    let pairs = pairs();
    for (name, before, after, told) in &pairs {
        let comparison = compare(before, after);
        assert_eq!(comparison.language, name[..2], "{name}");
        let line = |c: &bilan::report::Change| {
            format!("{}: {} → {}", c.kind.id(), words(before, c.before), words(after, c.after))
        };
        let found: Vec<String> = comparison.changes.iter().map(line).collect();
        if found.join("\n") != *told {
            let told = told.replace('\n', "\n    ");
            writeln!(wrong, "{name}\n  want\n    {told}\n  read\n    {}", found.join("\n    ")).unwrap();
        }
        for change in &comparison.changes {
            assert!(!change.message.is_empty() && !change.message.contains(['{', '}']), "{name}: {}", change.message);
            assert!(change.question.ends_with('?'), "{name}: {}", change.question);
        }
    }
    for language in ["en", "fr"] {
        let own = || pairs.iter().filter(|(name, ..)| name.starts_with(language));
        assert!(own().count() >= 12, "{language}");
        let silent = own().filter(|(.., told)| told.is_empty()).count();
        assert!(silent >= 4, "{language} has {silent} pairs without a change");
        for kind in KINDS {
            let told = own().any(|(.., told)| told.lines().any(|line| line.starts_with(kind.id())));
            assert!(told, "{} in {language}", kind.id());
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

const KINDS: [ChangeKind; 12] = [
    ChangeKind::TollChanged,
    ChangeKind::FigureChanged,
    ChangeKind::BoundDropped,
    ChangeKind::BoundAdded,
    ChangeKind::AttributionLost,
    ChangeKind::AttributionHardened,
    ChangeKind::AttributionChanged,
    ChangeKind::QuotationAltered,
    ChangeKind::FigureUnsourced,
    ChangeKind::LossesUncounted,
    ChangeKind::NameChanged,
    ChangeKind::DateChanged,
];

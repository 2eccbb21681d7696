//! Passages for each check, `tests/checks/<id>.txt`: what it flags, marked in place, and what it does not.
//!
//! One passage a line below `[fr]` or `[en]`; what is flagged stands between ⟨ and ⟩, ¶ begins a paragraph, `#` a
//! remark. Behind the passage may stand ` | published 2024-08-02`, ` | title …`, ` | caption …` and, where something is
//! checked and found to agree, ` | agrees`. All checks run, those that are off by default as notes. Nobody but a reader
//! of the language decides what is right: no run writes the files.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use bilan::report::{Options, Switch};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

/// Passages that fire, and near-misses, that each check needs in each language.
const LEAST: usize = 6;

/// The passage as `check` reads it: marks where it flags, and its agreement.
fn read(check: &str, language: &str, line: &str) -> String {
    let mut parts = line.split(" | ");
    let text = parts.next().unwrap().replace(['⟨', '⟩'], "").replace(" ¶ ", "\n\n");
    let off = bilan::checks("en").into_iter().filter(|c| !c.on_by_default && c.id == check);
    let mut options = Options { language: Some(language.to_owned()), ..Options::default() };
    options.house.checks.extend(off.map(|c| (c.id.to_owned(), Switch::Info)));
    let (mut said, mut agrees) = (String::new(), "");
    for part in parts {
        match part.split_once(' ').unwrap_or((part, "")) {
            ("published", day) => options.published = Some(day.to_owned()),
            ("title", title) => options.title = Some(title.to_owned()),
            ("caption", caption) => options.captions.push(caption.to_owned()),
            ("agrees", "") => continue,
            _ => panic!("“{part}” says nothing of a passage"),
        }
        write!(said, " | {part}").unwrap();
    }
    let report = bilan::check(&text, &options).unwrap();
    if report.consistent.iter().any(|c| c.check == check) {
        agrees = " | agrees";
    }
    let units: Vec<u16> = text.encode_utf16().collect();
    let words = |from: u32, to: u32| String::from_utf16(&units[from as usize..to as usize]).unwrap();
    let (mut out, mut at) = (String::new(), 0);
    for flag in report.flags.iter().filter(|flag| flag.check == check) {
        // Two flags of one check on the same words would be one too many.
        assert!(flag.span.start >= at, "{check}: flags overlap in {line}");
        write!(out, "{}⟨{}⟩", words(at, flag.span.start), words(flag.span.start, flag.span.end)).unwrap();
        at = flag.span.end;
    }
    out += &words(at, units.len() as u32);
    out.replace("\n\n", " ¶ ") + &said + agrees
}

#[test]
fn every_check_flags_its_passages_where_they_are_marked_and_nothing_else() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/checks");
    let mut wrong = String::new();
    // `CHECK=<id>` asks for one of them alone.
    let only = std::env::var("CHECK").unwrap_or_default();
    for check in bilan::checks("en").into_iter().filter(|c| only.is_empty() || c.id == only) {
        let file = folder.join(format!("{}.txt", check.id));
        let passages = std::fs::read_to_string(&file).unwrap_or_default();
        let mut language = "";
        let mut counts: BTreeMap<(&str, bool), usize> = BTreeMap::new();
        for (number, line) in (1..).zip(passages.lines()).filter(|(_, l)| !l.trim().is_empty() && !l.starts_with('#')) {
            if let Some(tag) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                language = tag;
                continue;
            }
            *counts.entry((language, line.contains('⟨'))).or_default() += 1;
            let found = read(check.id, language, line);
            if found != line {
                writeln!(wrong, "{}:{number}\n  want {line}\n  read {found}", file.display()).unwrap();
            }
        }
        for language in bilan::languages() {
            for fires in [true, false] {
                let count = counts.get(&(language, fires)).copied().unwrap_or(0);
                if count < LEAST {
                    let kind = if fires { "fire" } else { "stay silent" };
                    writeln!(wrong, "{}: {count} passages in “{language}” that {kind}, not {LEAST}", check.id).unwrap();
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

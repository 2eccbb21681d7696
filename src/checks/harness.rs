//! Runs the examples of every check: what is marked is flagged, and nothing else.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, reason = "a test may fail")]

use super::{CHECKS, Check};
use crate::lang::{Lang, TAGS};
use crate::report::{House, Options, Switch};

/// The text without its marks, and the byte ranges that they held.
fn unmark(marked: &str) -> (String, Vec<(usize, usize)>) {
    let mut text = String::new();
    let mut spans = Vec::new();
    let mut open = None;
    for c in marked.chars() {
        match c {
            '⟨' => open = Some(text.len()),
            '⟩' => spans.extend(open.take().map(|start| (start, text.len()))),
            c => text.push(c),
        }
    }
    (text, spans)
}

/// The words that `check` alone flags in the example `text`.
fn flagged(check: &Check, lang: &str, text: &str) -> Vec<String> {
    let mut house = House::default();
    for other in CHECKS {
        house.checks.insert(other.id.to_string(), if other.id == check.id { Switch::Warning } else { Switch::Off });
    }
    let mut options = Options { language: Some(lang.to_string()), house, ..Options::default() };
    let text = super::example(text, &mut options);
    let report = crate::check(text, &options).expect("an example is no error");
    let units: Vec<u16> = text.encode_utf16().collect();
    report.flags.iter().map(|f| String::from_utf16_lossy(&units[f.span.start as usize..f.span.end as usize])).collect()
}

#[test]
fn every_example_is_flagged_where_it_is_marked() {
    let mut wrong = Vec::new();
    for check in CHECKS {
        for (lang, marked) in check.examples {
            // Behind an emoji, a quotation and a paragraph with CRLF the same words must be found.
            for prefix in ["", "🙂 « Même chose » – ", "Un.\r\n\r\n"] {
                let (text, spans) = unmark(marked);
                let want: Vec<String> = spans.iter().map(|(a, b)| text[*a..*b].to_string()).collect();
                let got = flagged(check, lang, &format!("{prefix}{text}"));
                if want != got {
                    wrong.push(format!("{} [{lang}] {prefix:?} {marked}\n      flagged {got:?}", check.id));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} examples:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_check_has_examples_that_fire_and_that_do_not_in_every_language() {
    for check in CHECKS {
        for tag in TAGS {
            let marked = |m: bool| check.examples.iter().any(|(lang, text)| lang == tag && text.contains('⟨') == m);
            assert!(
                marked(true) && marked(false),
                "{} needs an example that fires and a near-miss in “{tag}”",
                check.id
            );
        }
    }
}

#[test]
fn every_check_speaks_every_language_with_the_same_slots() {
    let slots = |text: &str| {
        let mut names: Vec<String> =
            text.split('{').skip(1).filter_map(|p| p.split_once('}')).map(|(n, _)| n.to_string()).collect();
        names.sort();
        names
    };
    let first = Lang::find(TAGS[0]).expect("a language of the table").messages();
    for tag in TAGS {
        let messages = Lang::find(tag).expect("a language of the table").messages();
        for check in CHECKS {
            for part in ["title", "message", "question", "standard"] {
                assert!(!messages.get(check.id, part).is_empty(), "{}.{part} is missing in “{tag}”", check.id);
            }
        }
        let keys = |m: crate::lang::Messages| m.entries().map(|(k, t)| (k, slots(t))).collect::<Vec<_>>();
        assert_eq!(keys(first), keys(messages), "{} and {tag} differ", TAGS[0]);
    }
}

#[test]
fn the_table_has_each_check_once_and_its_file_bears_its_name() {
    let mut ids: Vec<&str> = CHECKS.iter().map(|c| c.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), CHECKS.len());
    for id in ids {
        let file = format!("{}/src/checks/{}.rs", env!("CARGO_MANIFEST_DIR"), id.replace('-', "_"));
        assert!(std::path::Path::new(&file).exists(), "{file}");
    }
}

//! Keeps the folders honest: sorted, complete, and the only place that holds words.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, reason = "a test may fail")]

use super::{Lang, TAGS, class, detect};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn folder(tag: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lang").join(tag)
}

fn files(tag: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(folder(tag)).expect("a language has its folder");
    entries.map(|e| e.expect("a readable folder").file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn every_language_has_the_same_lists() {
    for tag in TAGS {
        assert_eq!(files(TAGS[0]), files(tag), "{tag}");
    }
}

#[test]
fn every_list_is_sorted_and_says_what_it_is() {
    for tag in TAGS {
        for file in files(tag).iter().filter(|f| *f != "inflect.txt") {
            let text = fs::read_to_string(folder(tag).join(file)).expect("a readable list");
            assert!(text.starts_with("// "), "{tag}/{file} begins with what it is");
            let key = |line: &str| {
                let keyed = ["messages.txt", "reference.txt"].contains(&file.as_str());
                let end = if keyed { line.find(" = ") } else { line.rfind(':') };
                line[..end.unwrap_or(line.len())].trim().to_string()
            };
            let keys: Vec<String> = text.lines().filter(|l| !l.starts_with("//") && !l.is_empty()).map(key).collect();
            for pair in keys.windows(2) {
                assert!(pair[0] < pair[1], "{tag}/{file}: “{}” stands before “{}”", pair[0], pair[1]);
            }
        }
    }
}

/// A line of French never ends between a word and its double sign.
#[test]
fn french_messages_are_spaced_as_french_is() {
    let text = fs::read_to_string(folder("fr").join("messages.txt")).expect("a readable list");
    for (line, message) in text.lines().filter(|l| !l.starts_with("//")).filter_map(|l| l.split_once(" = ")) {
        for (sign, before) in
            [(';', '\u{202f}'), ('?', '\u{202f}'), ('!', '\u{202f}'), (':', '\u{a0}'), ('»', '\u{a0}')]
        {
            for (at, _) in message.match_indices(sign) {
                assert!(message[..at].ends_with(before), "{line}: the space before “{sign}”");
            }
        }
        assert!(!message.replace("«\u{a0}", "").contains('«'), "{line}: the space after “«”");
    }
}

#[test]
fn an_inflected_form_carries_the_classes_of_its_lemma() {
    let has = |tag: &str, form: &str, classes| {
        Lang::find(tag).map(Lang::lexicon).is_some_and(|l| l.find(form).is_some_and(|w| l.is(w, classes)))
    };
    assert!(has("fr", "affirmaient", class::SAY) && has("fr", "affirmaient", class::FIN));
    assert!(has("fr", "tuées", class::KILL) && has("fr", "tuées", class::PP));
    assert!(has("en", "killed", class::KILL) && has("en", "denies", class::DENY));
    assert!(!has("fr", "affirmoient", class::SAY) && !has("en", "", class::SAY));
}

#[test]
fn every_lexicon_has_room() {
    for tag in TAGS {
        let lexicon = Lang::find(tag).map(Lang::lexicon);
        assert!(lexicon.is_some_and(|l| l.fullness() < 50), "{tag}: more slots, or the search gets slow");
    }
}

#[test]
fn a_phrase_has_each_of_its_alternatives() {
    let has = |form: &str, classes| {
        Lang::find("fr").map(Lang::lexicon).is_some_and(|l| l.find(form).is_some_and(|w| l.is(w, classes)))
    };
    assert!(has("afin que", class::BUT) && has("afin qu'", class::BUT));
    assert!(has("accident d' avion", class::ACCIDENT) && has("accident d' autocar", class::ACCIDENT));
    assert!(has("accident", class::PHRASE_START) && !has("accident d'", class::ACCIDENT));
}

#[test]
fn the_language_is_told_by_its_small_words() {
    let tag = |text: &str| detect(text).map(|l| l.tag);
    assert_eq!(tag("Le préfet annonce que les écoles ouvriront jeudi."), Some("fr"));
    assert_eq!(tag("The mayor said that the road had been closed since Monday."), Some("en"));
    assert_eq!(tag("Der Bürgermeister sagte, die Straße sei seit Montag gesperrt."), None);
    assert_eq!(tag("El alcalde dijo que la carretera estaba cerrada desde el lunes."), None);
    assert_eq!(tag("Twelve soldiers killed"), Some("en"));
    assert_eq!(tag("Bonjour"), Some("fr"));
    assert_eq!(tag(""), None);
}

/// Source files of the text and the reading, which must know no word.
fn sources(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).expect("a source folder") {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn no_word_of_any_language_stands_in_the_code() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    sources(&src.join("text"), &mut found);
    sources(&src.join("reading"), &mut found);
    // The reasons of a claim are ids, not words.
    found.retain(|p| !p.ends_with("claims.rs") && !p.ends_with("tests.rs"));
    assert!(found.len() > 15);
    for path in found {
        let code = fs::read_to_string(&path).expect("a source file");
        let code = code.split("#[cfg(test)]\nmod tests {").next().unwrap_or("");
        for (n, line) in code.lines().enumerate() {
            let line = line.split("//").next().unwrap_or("");
            for literal in line.split('"').skip(1).step_by(2) {
                let word = literal.trim().to_lowercase();
                // The key of the metadata line is part of a format, whatever the language.
                if word == "date" && path.ends_with("text/metadata.rs") {
                    continue;
                }
                let letters = word.chars().filter(|c| c.is_alphabetic()).count();
                for tag in TAGS {
                    let known = Lang::find(tag).and_then(|l| l.lexicon().find(&word)).is_some();
                    assert!(letters < 2 || !known, "{}:{}: “{literal}” is a word of “{tag}”", path.display(), n + 1);
                }
            }
        }
    }
}

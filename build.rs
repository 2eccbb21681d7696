//! Turns the word lists of `src/lang/<tag>/` into one sorted lexicon a language.
//!
//! A lemma and its paradigm are expanded here, so that no inflected form is typed out by hand and
//! nothing is built when a page loads: the reader searches the result as it lies. A class that
//! `classes.txt` does not know, a verb without a paradigm or a repeated line stops the build with
//! the file and the line.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a wrong list must stop the build")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

const TAGS: [&str; 2] = ["en", "fr"];
/// Verb forms whose class is known from the paradigm.
const VERB_FORMS: [&str; 5] = ["fin", "cond", "inf", "ger", "pp"];
/// Longest phrase, in tokens, that the reader looks for.
const MAX_PHRASE: usize = 10;

#[derive(Default, Clone)]
struct Entry {
    classes: BTreeSet<String>,
    value: Option<f64>,
}

fn main() {
    let out = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default());
    let lang = Path::new("src/lang");
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=src/lang");
    let names: Vec<String> = lines(&lang.join("classes.txt"))
        .into_iter()
        .map(|(_, line)| line.split(':').next().unwrap_or("").trim().to_string())
        .chain(["phrase-start".to_string(), "verb".to_string(), "noun".to_string(), "adjective".to_string()])
        .collect();
    let mut code = String::new();
    for (i, name) in names.iter().enumerate() {
        let constant = name.to_uppercase().replace('-', "_");
        let _ = writeln!(code, "pub const {constant}: Classes = Classes::bit({i});");
    }
    fs::write(out.join("classes.rs"), code).expect("the build folder can be written");
    let index: BTreeMap<&str, usize> = names.iter().enumerate().map(|(i, n)| (n.as_str(), i)).collect();
    assert!(names.len() <= 256, "more classes than a set has bits");
    for tag in TAGS {
        let entries = lexicon(&lang.join(tag), &index);
        fs::write(out.join(format!("{tag}.rs")), table(&entries, &index)).expect("the build folder can be written");
    }
}

/// The lines of a list that carry something, with their numbers.
fn lines(path: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    text.lines()
        .enumerate()
        .filter(|(_, l)| !l.trim().is_empty() && !l.starts_with("//"))
        .map(|(i, l)| (i + 1, l.to_string()))
        .collect()
}

/// Paradigms of one part of speech: suffix of the lemma, then the endings by form.
type Paradigms = Vec<(String, Vec<(String, Vec<String>)>)>;

fn paradigms(dir: &Path) -> BTreeMap<String, Paradigms> {
    let mut parts: BTreeMap<String, Paradigms> = BTreeMap::new();
    let mut part = String::new();
    for (n, line) in lines(&dir.join("inflect.txt")) {
        if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            part = name.to_string();
            continue;
        }
        let (suffix, rest) = line.split_once(':').unwrap_or_else(|| panic!("inflect.txt:{n}: no colon"));
        let suffix = if suffix.trim() == "*" { "" } else { suffix.trim() };
        let ending = |e: &str| if e == "-" { String::new() } else { e.to_string() };
        let groups = if part == "verb" {
            rest.split('|')
                .map(|group| {
                    let mut words = group.split_whitespace();
                    let form = words.next().unwrap_or("").to_string();
                    assert!(VERB_FORMS.contains(&form.as_str()), "inflect.txt:{n}: “{form}” is no verb form");
                    (form, words.map(ending).collect())
                })
                .collect()
        } else {
            vec![(String::new(), rest.split_whitespace().map(ending).collect())]
        };
        parts.entry(part.clone()).or_default().push((suffix.to_string(), groups));
    }
    for list in parts.values_mut() {
        list.sort_by_key(|(suffix, _)| std::cmp::Reverse(suffix.len()));
    }
    parts
}

/// The forms of `lemma` with the class that each form adds.
fn inflect(lemma: &str, list: &Paradigms, place: &str) -> Vec<(String, Option<String>)> {
    let (suffix, groups) = list
        .iter()
        .find(|(suffix, _)| lemma.ends_with(suffix.as_str()))
        .unwrap_or_else(|| panic!("{place}: no paradigm for “{lemma}”"));
    let stem = lemma.strip_suffix(suffix.as_str()).unwrap_or(lemma);
    groups
        .iter()
        .flat_map(|(form, endings)| {
            endings.iter().map(move |e| (format!("{stem}{e}"), (!form.is_empty()).then(|| form.clone())))
        })
        .collect()
}

fn lexicon(dir: &Path, index: &BTreeMap<&str, usize>) -> BTreeMap<String, Entry> {
    let paradigms = paradigms(dir);
    let none = Vec::new();
    let part = |name: &str| paradigms.get(name).unwrap_or(&none);
    let mut all: BTreeMap<String, Entry> = BTreeMap::new();
    for file in ["verbs", "nouns", "adjectives", "words", "numbers", "phrases", "stopwords", "abbreviations"] {
        let mut seen = BTreeSet::new();
        for (n, line) in lines(&dir.join(format!("{file}.txt"))) {
            let place = format!("{}/{file}.txt:{n}", dir.display());
            let (lemma, rest) = line.rsplit_once(':').unwrap_or_else(|| panic!("{place}: no colon"));
            let lemma = lemma.trim();
            assert!(seen.insert(lemma.to_string()), "{place}: “{lemma}” stands there twice");
            let mut entry = Entry::default();
            for word in rest.split_whitespace() {
                if let Some(value) = number(word) {
                    entry.value = Some(value);
                } else {
                    assert!(index.contains_key(word), "{place}: no class “{word}”");
                    entry.classes.insert(word.to_string());
                }
            }
            let mut forms: Vec<(String, Option<String>)> = match file {
                "verbs" => inflect(lemma, part("verb"), &place),
                "nouns" => match lemma.split_once('/') {
                    Some((one, many)) => vec![(one.to_string(), None), (many.to_string(), None)],
                    None => {
                        let mut forms = inflect(lemma, part("noun"), &place);
                        forms.push((lemma.to_string(), None));
                        forms
                    }
                },
                "adjectives" => inflect(lemma, part("adj"), &place),
                "phrases" => phrases(lemma).into_iter().map(|p| (p, None)).collect(),
                _ => vec![(lemma.to_string(), None)],
            };
            forms.sort();
            for (form, class) in forms {
                if file == "phrases" {
                    let mut words = form.split(' ');
                    let first = words.next().unwrap_or("").to_string();
                    assert!(words.clone().count() < MAX_PHRASE, "{place}: “{form}” is longer than {MAX_PHRASE} tokens");
                    if words.next().is_some() {
                        all.entry(first).or_default().classes.insert("phrase-start".into());
                    }
                }
                let slot = all.entry(form).or_default();
                slot.classes.extend(entry.classes.iter().cloned());
                slot.classes.extend(class);
                match file {
                    "verbs" => slot.classes.insert("verb".into()),
                    "nouns" => slot.classes.insert("noun".into()),
                    "adjectives" => slot.classes.insert("adjective".into()),
                    "stopwords" => slot.classes.insert("stop".into()),
                    "abbreviations" => slot.classes.insert("abbreviation".into()),
                    _ => false,
                };
                slot.value = slot.value.or(entry.value);
            }
        }
    }
    all
}

/// A value; `inf` is the name of a class.
fn number(word: &str) -> Option<f64> {
    word.starts_with(|c: char| c.is_ascii_digit() || c == '-').then(|| word.parse().ok())?
}

/// All combinations of the alternatives in one phrase, its words separated as the lexer separates tokens.
fn phrases(pattern: &str) -> Vec<String> {
    let mut all = vec![Vec::<&str>::new()];
    for slot in pattern.split_whitespace() {
        let mut next = Vec::new();
        for head in &all {
            for word in slot.split('|') {
                let mut phrase = head.clone();
                if word != "-" {
                    phrase.push(word);
                }
                next.push(phrase);
            }
        }
        all = next;
    }
    all.iter().map(|words| tokens(&words.join(" "))).collect()
}

/// Puts a space behind each elision and before an English genitive, as the lexer does.
fn tokens(phrase: &str) -> String {
    let mut out = String::new();
    for word in phrase.split(' ') {
        if !out.is_empty() {
            out.push(' ');
        }
        if let Some(stem) = word.strip_suffix("'s") {
            out.push_str(stem);
            out.push_str(if stem.is_empty() { "'s" } else { " 's" });
            continue;
        }
        match word.split_once('\'') {
            Some((head, tail))
                if !tail.is_empty()
                    && (head.len() <= 2 || ["jusqu", "lorsqu", "puisqu", "quoiqu", "presqu"].contains(&head)) =>
            {
                out.push_str(head);
                out.push_str("' ");
                out.push_str(tail);
            }
            _ => out.push_str(word),
        }
    }
    out
}

/// The lexicon as Rust source: sorted forms, front-coded, and parallel arrays.
///
/// Measured with brotli for 35,000 French forms: in full 75 KB and 56 for their offsets, front-coded in
/// blocks that can be searched as they lie 52, front-coded throughout 36.
fn table(entries: &BTreeMap<String, Entry>, index: &BTreeMap<&str, usize>) -> String {
    let bits = |entry: &Entry| {
        let mut bits = [0u64; 4];
        for class in &entry.classes {
            let bit = index[class.as_str()];
            bits[bit / 64] |= 1 << (bit % 64);
        }
        bits
    };
    // The sets that most forms have come first: small numbers compress well.
    let mut counts: BTreeMap<[u64; 4], usize> = BTreeMap::new();
    for entry in entries.values() {
        *counts.entry(bits(entry)).or_default() += 1;
    }
    let mut order: Vec<([u64; 4], usize)> = counts.into_iter().collect();
    order.sort_by_key(|(set, count)| (std::cmp::Reverse(*count), *set));
    let number: BTreeMap<[u64; 4], usize> = order.iter().enumerate().map(|(i, (set, _))| (*set, i)).collect();
    let (mut forms, mut sets, mut values) = (Vec::<u8>::new(), Vec::new(), Vec::new());
    let mut before = "";
    for (i, (form, entry)) in entries.iter().enumerate() {
        let mut shared = form.bytes().zip(before.bytes()).take_while(|(a, b)| a == b).count().min(255);
        while !form.is_char_boundary(shared) {
            shared -= 1;
        }
        let rest = &form.as_bytes()[shared..];
        assert!(rest.len() < 256, "“{form}” is too long");
        forms.extend([shared as u8, rest.len() as u8]);
        forms.extend(rest);
        before = form;
        sets.push(number[&bits(entry)]);
        if let Some(value) = entry.value {
            values.push((i, value));
        }
    }
    let classes: Vec<[u64; 4]> = order.iter().map(|(set, _)| *set).collect();
    let mut code = String::new();
    let _ = writeln!(code, "pub static LEXICON: Packed = Packed {{");
    let _ = writeln!(code, "    forms: b\"{}\",", forms.escape_ascii());
    let _ = writeln!(code, "    sets: &{sets:?},");
    let _ = writeln!(code, "    classes: &{classes:?},");
    let _ = writeln!(code, "    values: &{values:?},");
    let _ = writeln!(code, "}};");
    code
}

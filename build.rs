//! Packs the word lists of `src/lang/<tag>/` into one lexicon a language.
//!
//! A page loads lemmas and paradigms, and inflects them as it starts (`src/lang/lexicon.rs`, which
//! describes the packed lines): no inflected form is typed out by hand or loaded. A class that
//! `classes.txt` does not know, a verb without a paradigm or a repeated line stops the build with
//! the file and the line.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a wrong list must stop the build")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

const TAGS: [&str; 2] = ["en", "fr"];
/// Lists of words as they stand, and the class of all words in the list.
const PLAIN: [(&str, Option<&str>); 5] = [
    ("words", None),
    ("numbers", None),
    ("phrases", None),
    ("stopwords", Some("stop")),
    ("abbreviations", Some("abbreviation")),
];
/// Lists of words that are inflected, their class, and their section in `inflect.txt`.
const INFLECTED: [(&str, &str, &str); 3] =
    [("verbs", "verb", "verb"), ("nouns", "noun", "noun"), ("adjectives", "adjective", "adj")];
/// Verb forms whose class is known from the paradigm, in the order of `FORMS` in the lexicon, which begins with forms
/// without a class of their own.
const VERB_FORMS: [&str; 7] = ["", "inf", "fin", "cond", "ger", "pp", "fut"];
/// Longest phrase, in tokens, that the reader looks for.
const MAX_PHRASE: usize = 10;
/// First bytes of lines, the base of the digits of a class, and what is added to each: as in `src/lang/lexicon.rs`.
const PART: u8 = 1;
const PARADIGM: u8 = 2;
const CLASSES: u8 = 3;
const BASE: u16 = 128;
const FIRST_DIGIT: u8 = 32;
/// As many as a set of classes has bits.
const MAX_CLASSES: usize = 384;

/// Numbers of classes.
type Set = BTreeSet<u16>;

/// Lemmas by their classes.
type Groups = BTreeMap<Set, BTreeSet<String>>;

/// Forms with their classes and values.
type Valued = BTreeMap<String, (Set, f64)>;

/// One line of a list.
struct Line {
    lemma: String,
    classes: Set,
    value: Option<f64>,
    place: String,
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
    assert!(names.len() <= MAX_CLASSES, "more classes than a set has bits");
    let numbers: BTreeMap<&str, u16> = (0..).zip(&names).map(|(i, name)| (name.as_str(), i)).collect();
    for tag in TAGS {
        let (lists, values) = pack(&lang.join(tag), &numbers);
        let code = format!(
            "pub static LEXICON: Packed = Packed {{ lists: b\"{}\", values: &{values:?} }};\n",
            lists.escape_ascii()
        );
        fs::write(out.join(format!("{tag}.rs")), code).expect("the build folder can be written");
    }
}

/// The packed lines of a language, and the values of its first forms.
fn pack(dir: &Path, numbers: &BTreeMap<&str, u16>) -> (Vec<u8>, Vec<f64>) {
    let paradigms = paradigms(dir);
    let words = read(dir, "words", None, numbers).into_iter().map(|line| line.lemma);
    let elided: BTreeSet<String> = words.filter(|word| word.ends_with('\'')).collect();
    let none = Vec::new();
    let mut plain = Groups::new();
    let mut valued = Valued::new();
    let mut inflected = Vec::new();
    for (file, class, section) in INFLECTED {
        let list = paradigms.get(section).unwrap_or(&none);
        let mut groups = Groups::new();
        for line in read(dir, file, Some(class), numbers) {
            let two = line.lemma.split_once('/').filter(|_| section == "noun");
            if let Some((one, many)) = two {
                plain.entry(line.classes).or_default().extend([one.to_string(), many.to_string()]);
            } else if let Some(value) = line.value {
                give_value(&mut valued, inflect(&line.lemma, list, &line.place), &line.classes, value);
            } else {
                inflect(&line.lemma, list, &line.place);
                groups.entry(line.classes).or_default().insert(line.lemma);
            }
        }
        inflected.push((list, groups));
    }
    for (file, class) in PLAIN {
        for line in read(dir, file, class, numbers) {
            let place = &line.place;
            assert!(!line.lemma.contains('_'), "{place}: `_` stands for a space in the packed lines");
            let (lemma, forms) = if file == "phrases" {
                (separated(&line.lemma, &elided), phrases(&line.lemma, &elided))
            } else {
                assert!(!line.lemma.contains(['|', ' ']), "{place}: a phrase belongs in phrases.txt");
                (line.lemma.clone(), vec![line.lemma])
            };
            for form in &forms {
                assert!(form.split(' ').count() <= MAX_PHRASE, "{place}: “{form}” is longer than {MAX_PHRASE} tokens");
            }
            match line.value {
                Some(value) => give_value(&mut valued, forms, &line.classes, value),
                None => drop(plain.entry(line.classes).or_default().insert(lemma)),
            }
        }
    }
    let mut out = Vec::new();
    // What has a value comes first, so that a value needs no index; sorted by classes, and so that values repeat.
    let mut valued: Vec<(String, (Set, f64))> = valued.into_iter().collect();
    valued.sort_by(|(_, a), (_, b)| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    for group in valued.chunk_by(|(_, a), (_, b)| a.0 == b.0) {
        if let [(_, (set, _)), ..] = group {
            write_group(&mut out, set, group.iter().map(|(form, _)| form));
        }
    }
    write_groups(&mut out, &plain);
    for (list, groups) in &inflected {
        out.extend([PART, b'\n']);
        write_paradigms(&mut out, list, groups);
        write_groups(&mut out, groups);
    }
    (out, valued.iter().map(|(_, (_, value))| *value).collect())
}

/// Sorted by classes, and lemmas from their ends, where they are most alike: this packs best.
fn write_groups(out: &mut Vec<u8>, groups: &Groups) {
    for (set, lemmas) in groups {
        let mut lemmas: Vec<&String> = lemmas.iter().collect();
        lemmas.sort_by_cached_key(|lemma| lemma.bytes().rev().collect::<Vec<_>>());
        write_group(out, set, lemmas);
    }
}

fn write_group<'l>(out: &mut Vec<u8>, set: &Set, lemmas: impl IntoIterator<Item = &'l String>) {
    out.push(CLASSES);
    out.extend(set.iter().flat_map(|class| [class / BASE, class % BASE].map(|digit| digit as u8 + FIRST_DIGIT)));
    out.push(b'\n');
    for lemma in lemmas {
        out.extend(lemma.bytes());
        out.push(b'\n');
    }
}

/// The paradigms that a lemma of `groups` needs. What a suffix and its endings share is written apart, because the rest
/// is often the same: of “divide: divide divides” and “prescribe: prescribe prescribes” it is “e: e es”.
fn write_paradigms(out: &mut Vec<u8>, list: &Paradigms, groups: &Groups) {
    let mut lines: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (suffix, fields) in list {
        let needed = |lemma: &String| paradigm(lemma, list).is_some_and(|(found, _)| found == suffix);
        if !groups.values().flatten().any(needed) {
            continue;
        }
        let mut shared = suffix.len();
        for ending in fields.iter().flatten() {
            let alike = suffix.bytes().zip(ending.bytes()).take_while(|(a, b)| a == b).count();
            shared = shared.min(alike);
        }
        while !suffix.is_char_boundary(shared) {
            shared -= 1;
        }
        let (end, replaced) = suffix.split_at(shared);
        let ending = |ending: &String| match ending.split_at(shared).1 {
            "" => "-".to_string(),
            ending => ending.to_string(),
        };
        let field = |endings: &Vec<String>| endings.iter().map(ending).collect::<Vec<_>>().join(" ");
        let fields: Vec<String> = fields.iter().map(field).collect();
        lines.entry(format!("{replaced}|{}", fields.join("|"))).or_default().insert(end);
    }
    for (line, ends) in lines {
        out.push(PARADIGM);
        out.extend(ends.into_iter().collect::<Vec<_>>().join(" ").bytes());
        out.push(b'|');
        out.extend(line.trim_end_matches('|').bytes());
        out.push(b'\n');
    }
}

fn give_value(valued: &mut Valued, forms: Vec<String>, classes: &Set, value: f64) {
    for form in forms {
        valued.entry(form).or_insert((Set::new(), value)).0.extend(classes);
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

/// A list of lemmas with their classes and values.
fn read(dir: &Path, file: &str, class: Option<&str>, numbers: &BTreeMap<&str, u16>) -> Vec<Line> {
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for (n, line) in lines(&dir.join(format!("{file}.txt"))) {
        let place = format!("{}/{file}.txt:{n}", dir.display());
        let (lemma, rest) = line.rsplit_once(':').unwrap_or_else(|| panic!("{place}: no colon"));
        let lemma = lemma.trim().to_string();
        assert!(seen.insert(lemma.clone()), "{place}: “{lemma}” stands there twice");
        let mut value = None;
        let mut classes: Set = class.iter().map(|class| numbers[class]).collect();
        for word in rest.split_whitespace() {
            if let Some(number) = number(word) {
                value = Some(number);
            } else {
                classes.insert(*numbers.get(word).unwrap_or_else(|| panic!("{place}: no class “{word}”")));
            }
        }
        all.push(Line { lemma, classes, value, place });
    }
    all
}

/// Paradigms of one part of speech: suffix of the lemma, then the endings by form, in the order of [`VERB_FORMS`].
type Paradigms = Vec<(String, Vec<Vec<String>>)>;

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
        let mut fields = vec![Vec::new(); VERB_FORMS.len()];
        if part == "verb" {
            for group in rest.split('|') {
                let mut words = group.split_whitespace();
                let form = words.next().unwrap_or("");
                let field = VERB_FORMS.iter().position(|f| *f == form);
                let field = field.unwrap_or_else(|| panic!("inflect.txt:{n}: “{form}” is no verb form"));
                fields[field].extend(words.map(ending));
            }
        } else {
            // The lemma of an adjective stands among its endings, as all forms of it change.
            fields[0].extend((part == "noun").then(|| suffix.to_string()));
            fields[0].extend(rest.split_whitespace().map(ending));
        }
        parts.entry(part.clone()).or_default().push((suffix.to_string(), fields));
    }
    for list in parts.values_mut() {
        list.sort_by_key(|(suffix, _)| std::cmp::Reverse(suffix.len()));
    }
    parts
}

/// The paradigm of `lemma`: the one with the longest suffix that fits.
fn paradigm<'p>(lemma: &str, list: &'p Paradigms) -> Option<&'p (String, Vec<Vec<String>>)> {
    list.iter().find(|(suffix, _)| lemma.ends_with(suffix.as_str()))
}

/// The forms of `lemma`.
fn inflect(lemma: &str, list: &Paradigms, place: &str) -> Vec<String> {
    let (suffix, fields) = paradigm(lemma, list).unwrap_or_else(|| panic!("{place}: no paradigm for “{lemma}”"));
    let stem = lemma.strip_suffix(suffix.as_str()).unwrap_or(lemma);
    fields.iter().flatten().map(|ending| format!("{stem}{ending}")).collect()
}

/// A phrase with its alternatives, each cut into tokens, which `_` parts where ` ` parts the alternatives.
fn separated(pattern: &str, elided: &BTreeSet<String>) -> String {
    let alternative = |word: &str| tokens(word, elided).replace(' ', "_");
    let slot = |slot: &str| slot.split('|').map(alternative).collect::<Vec<_>>().join("|");
    pattern.split_whitespace().map(slot).collect::<Vec<_>>().join(" ")
}

/// A value; `inf` is the name of a class.
fn number(word: &str) -> Option<f64> {
    word.starts_with(|c: char| c.is_ascii_digit() || c == '-').then(|| word.parse().ok())?
}

/// All combinations of the alternatives in one phrase, its words separated as the lexer separates tokens.
fn phrases(pattern: &str, elided: &BTreeSet<String>) -> Vec<String> {
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
    all.iter().map(|words| tokens(&words.join(" "), elided)).collect()
}

/// Puts a space behind each elision that is a word of the lists and before an English genitive, as the lexer does.
fn tokens(phrase: &str, elided: &BTreeSet<String>) -> String {
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
            Some((head, tail)) if !tail.is_empty() && elided.contains(&format!("{head}'")) => {
                out.push_str(head);
                out.push_str("' ");
                out.push_str(tail);
            }
            _ => out.push_str(word),
        }
    }
    out
}

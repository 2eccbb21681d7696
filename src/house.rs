//! The desk's own list: what may stand in it, and what is said of an entry that does not fit.
//!
//! A door hands in what it was given as [`Given`]. What fits applies; of the rest each entry becomes one sentence in the
//! language of the messages, and the report carries it.

use crate::checks::CHECKS;
use crate::lang::{Lang, Messages};
use std::collections::BTreeMap;

/// Longest word or name in a list, in characters.
const LONGEST: usize = 200;
/// Problems that are told one by one.
const TOLD: usize = 20;
/// Characters of an entry that a sentence repeats.
const SHOWN: usize = 60;

/// A desk's own list.
#[derive(Clone, Debug, Default)]
pub struct House {
    pub checks: BTreeMap<String, Switch>,
    pub parties: Vec<String>,
    pub loaded: Vec<String>,
    pub acronyms: Vec<String>,
    /// What was given and has no place above.
    pub misfits: Vec<Misfit>,
}

/// What a desk does with one check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    Off,
    Info,
    Warning,
    Error,
}

impl Switch {
    /// The switch of a word in the list.
    pub fn find(word: &str) -> Option<Switch> {
        match word {
            "off" => Some(Switch::Off),
            "info" => Some(Switch::Info),
            "warning" => Some(Switch::Warning),
            "error" => Some(Switch::Error),
            _ => None,
        }
    }
}

/// A list as a door was given it, before anything in it is judged.
#[derive(Clone, Debug)]
pub enum Given {
    /// Nothing at all, as if the field were not there.
    Absent,
    Text(String),
    List(Vec<Given>),
    Table(BTreeMap<String, Given>),
    /// A number, a date, whatever else.
    Other,
}

/// An entry of the list that does not apply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// The sentence of the messages that says it.
    sentence: &'static str,
    field: String,
    words: String,
    near: &'static str,
}

impl Misfit {
    fn new(sentence: &'static str, field: impl Into<String>, words: &str) -> Misfit {
        Misfit { sentence, field: shortened(&field.into()), words: shortened(words), near: "" }
    }

    fn told(&self, messages: Messages) -> String {
        let slots = [("field", self.field.clone()), ("words", self.words.clone()), ("near", self.near.to_string())];
        messages.fill("house", self.sentence, &slots)
    }
}

impl From<Given> for House {
    /// Takes over what fits, and keeps what does not as misfits.
    fn from(given: Given) -> House {
        let mut house = House::default();
        let fields = match given {
            Given::Absent => return house,
            Given::Table(fields) => fields,
            _ => {
                house.misfits.push(Misfit::new("list", "", ""));
                return house;
            }
        };
        for (field, value) in fields {
            match field.as_str() {
                "checks" => house.switch(value),
                "parties" => house.parties = strings(&field, value, &mut house.misfits),
                "loaded" => house.loaded = strings(&field, value, &mut house.misfits),
                "acronyms" => house.acronyms = strings(&field, value, &mut house.misfits),
                _ => house.misfits.push(Misfit::new("field", "", &field)),
            }
        }
        house
    }
}

impl House {
    /// One sentence for each entry that does not apply, in `language` or else in English. A report says them as well.
    pub fn problems_in(&self, language: &str) -> Vec<String> {
        self.problems(Lang::find(language).or(Lang::find("en")).unwrap_or_else(Lang::basic).messages())
    }

    /// Takes over the table of checks. Which checks there are is asked later: ids come from a caller in Rust as well.
    fn switch(&mut self, given: Given) {
        let checks = match given {
            Given::Absent => return,
            Given::Table(checks) => checks,
            _ => return self.misfits.push(Misfit::new("table", "", "")),
        };
        for (id, value) in checks {
            let word = match &value {
                Given::Text(word) => word,
                _ => "",
            };
            match Switch::find(word) {
                Some(switch) => drop(self.checks.insert(id, switch)),
                // Of a check that does not exist nothing else needs to be said.
                None if !is_check(&id) => self.misfits.push(unknown(&id)),
                None if word.is_empty() => self.misfits.push(Misfit::new("switch", id, "")),
                None => self.misfits.push(Misfit::new("severity", id, word)),
            }
        }
    }

    /// One sentence for each entry that does not apply.
    pub(crate) fn problems(&self, messages: Messages) -> Vec<String> {
        let ids = self.checks.keys().filter(|id| !is_check(id)).map(|id| unknown(id));
        let lists = [("parties", &self.parties), ("loaded", &self.loaded), ("acronyms", &self.acronyms)];
        let words = lists.into_iter().flat_map(|(field, list)| {
            list.iter()
                .filter(|word| !fits(word))
                .map(move |word| Misfit::new(if word.trim().is_empty() { "empty" } else { "long" }, field, word))
        });
        let mut all = self.misfits.iter().cloned().chain(ids).chain(words);
        let mut told: Vec<String> = all.by_ref().take(TOLD).map(|misfit| misfit.told(messages)).collect();
        let more = all.count();
        if more > 0 {
            told.push(messages.fill("house", "more", &[("count", more.to_string())]));
        }
        told
    }
}

/// The entries of a list that apply.
pub fn applying(list: &[String]) -> impl Iterator<Item = &str> {
    list.iter().map(|word| word.trim()).filter(|word| fits(word))
}

fn fits(word: &str) -> bool {
    !word.trim().is_empty() && word.chars().nth(LONGEST).is_none()
}

fn strings(field: &str, given: Given, misfits: &mut Vec<Misfit>) -> Vec<String> {
    let entries = match given {
        Given::Absent => Vec::new(),
        Given::List(entries) => entries,
        _ => {
            misfits.push(Misfit::new("strings", field, ""));
            Vec::new()
        }
    };
    let mut kept = Vec::new();
    for (at, entry) in entries.into_iter().enumerate() {
        match entry {
            Given::Text(word) => kept.push(word),
            _ => misfits.push(Misfit::new("text", field, &(at + 1).to_string())),
        }
    }
    kept
}

fn is_check(id: &str) -> bool {
    CHECKS.iter().any(|check| check.id == id)
}

/// A check that does not exist, with the one that was probably meant.
fn unknown(id: &str) -> Misfit {
    // “Casualty_No_Count”: how the words are joined is no difference.
    let plain: Vec<u8> = id
        .bytes()
        .take(LONGEST)
        .map(|b| if b.is_ascii_alphanumeric() { b.to_ascii_lowercase() } else { b'-' })
        .collect();
    let mut best = ("", plain.len() / 3 + 1);
    for check in CHECKS {
        let far = distance(&plain, check.id.as_bytes());
        if far < best.1 {
            best = (check.id, far);
        }
    }
    let sentence = if best.0.is_empty() { "check" } else { "check-near" };
    Misfit { near: best.0, ..Misfit::new(sentence, "", id) }
}

/// Letters to put in, to leave out or to change on the way from one word to the other.
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..b.len() + 1).collect();
    for (i, x) in a.iter().enumerate() {
        let (mut corner, mut left) = (i, i + 1);
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (above, y) in row.iter_mut().skip(1).zip(b) {
            left = (corner + usize::from(x != y)).min(left + 1).min(*above + 1);
            corner = std::mem::replace(above, left);
        }
    }
    row.last().copied().unwrap_or(0)
}

/// An entry as a sentence repeats it: one line, and not all of a long one.
fn shortened(words: &str) -> String {
    let mut short: String = words.chars().take(SHOWN).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if words.chars().nth(SHOWN).is_some() {
        short.push('…');
    }
    short
}

/// As JSON or TOML has it.
#[cfg(not(target_arch = "wasm32"))]
impl From<serde_json::Value> for Given {
    fn from(value: serde_json::Value) -> Given {
        use serde_json::Value;
        match value {
            Value::Null => Given::Absent,
            Value::String(text) => Given::Text(text),
            Value::Array(list) => Given::List(list.into_iter().map(Given::from).collect()),
            Value::Object(table) => Given::Table(table.into_iter().map(|(key, v)| (key, Given::from(v))).collect()),
            Value::Bool(_) | Value::Number(_) => Given::Other,
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl<'de> serde::Deserialize<'de> for House {
    /// Fails only where what is read is no JSON or TOML at all: a list that does not fit is said in the report.
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<House, D::Error> {
        serde_json::Value::deserialize(from).map(|value| House::from(Given::from(value)))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may fail")]

    use super::*;
    use crate::lang::{Lang, TAGS};

    /// What is said of a list, in English.
    fn said(json: &str) -> Vec<String> {
        serde_json::from_str::<House>(json).unwrap().problems(Lang::find("en").unwrap().messages())
    }

    #[test]
    fn every_bad_entry_is_one_sentence_that_names_it() {
        let cases = [
            (r#"[]"#, "checks, parties, loaded and acronyms"),
            (r#""off""#, "checks, parties, loaded and acronyms"),
            (r#"{"party": []}"#, "“party”"),
            (r#"{"checks": "off"}"#, "“checks”"),
            (r#"{"checks": {"casualty-no-count": "maybe"}}"#, "“maybe”"),
            (r#"{"checks": {"casualty-no-count": ""}}"#, "“casualty-no-count”"),
            (r#"{"checks": {"casualty-no-count": 3}}"#, "“casualty-no-count”"),
            (r#"{"checks": {"casualty-no-count": null}}"#, "“casualty-no-count”"),
            (r#"{"checks": {"no-such-thing-here": "off"}}"#, "“no-such-thing-here”"),
            (r#"{"checks": {"no-such-thing-here": "maybe"}}"#, "“no-such-thing-here”"),
            (r#"{"checks": {"": "off"}}"#, "“”"),
            (r#"{"parties": "Army"}"#, "“parties”"),
            (r#"{"loaded": {"a": "b"}}"#, "“loaded”"),
            (r#"{"acronyms": ["A", 5]}"#, "entry 2 of “acronyms”"),
            (r#"{"acronyms": ["A", "  "]}"#, "“acronyms”"),
            (r#"{"loaded": ["a\nb\u0007", "", "c"]}"#, "“loaded”"),
        ];
        for (json, words) in cases {
            let said = said(json);
            assert_eq!(said.len(), 1, "{json}: {said:?}");
            assert!(said.iter().all(|s| s.contains(words) && s.ends_with('.')), "{json}: {said:?}");
        }
        let long = said(&format!(r#"{{"parties": ["{}"]}}"#, "é".repeat(LONGEST + 1)));
        assert!(long.iter().all(|s| s.contains("ééé…”") && s.chars().count() < 200), "{long:?}");
        for fine in [
            "null",
            "{}",
            r#"{"checks": null, "parties": null}"#,
            r#"{"parties": ["A"], "checks": {"sum-mismatch": "info"}}"#,
        ] {
            assert!(said(fine).is_empty(), "{fine}");
        }
    }

    #[test]
    fn the_rest_applies() {
        let json = r#"{"checks": {"sum-mismatch": "info", "sum-mismach": "off", "date-impossible": 1},
            "parties": ["A", 1, "B"], "acronym": ["C"], "loaded": 5, "acronyms": ["D"]}"#;
        let house: House = serde_json::from_str(json).unwrap();
        assert_eq!(house.checks.get("sum-mismatch"), Some(&Switch::Info));
        assert_eq!((house.parties, house.acronyms), (vec!["A".to_string(), "B".to_string()], vec!["D".to_string()]));
        assert_eq!(said(json).len(), 5);
    }

    #[test]
    fn the_check_that_was_probably_meant_is_named() {
        let near = |id: &str| unknown(id).near;
        assert_eq!(near("casualty-no-cuont"), "casualty-no-count");
        assert_eq!(near("Casualty_No_Count"), "casualty-no-count");
        assert_eq!(near("source-anonym"), "source-anonymous");
        assert_eq!(near("no-such-thing-here"), "");
        assert_eq!(near(""), "");
        assert_eq!(near(&"x".repeat(10_000)), "");
    }

    #[test]
    fn a_list_full_of_problems_is_cut_short() {
        let fields: Vec<String> = (0..1000).map(|n| format!(r#""field-{n}": 1"#)).collect();
        let said = said(&format!("{{{}}}", fields.join(",")));
        assert_eq!(said.len(), TOLD + 1);
        assert!(said.last().is_some_and(|s| s.contains("980")), "{said:?}");
    }

    #[test]
    fn every_language_says_them_all() {
        let sentences = ["list", "field", "table", "check", "check-near", "switch", "severity", "strings", "text"];
        for tag in TAGS {
            let messages = Lang::find(tag).unwrap().messages();
            for sentence in sentences.into_iter().chain(["empty", "long", "more"]) {
                assert!(messages.get("house", sentence).ends_with('.'), "house.{sentence} in “{tag}”");
            }
        }
    }
}

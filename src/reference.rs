//! What each check looks for, for people: the command line and the page of the reference. No part of a page's core.

use crate::checks::{CHECKS, Check, example};
use crate::lang::Lang;
use crate::report::{CheckInfo, Options, Switch};

/// One check as the reference tells it.
pub struct Entry {
    pub info: CheckInfo,
    /// What triggers it and what silences it.
    pub about: &'static str,
    /// What else silences or lowers it, shared with other checks.
    pub heeds: Vec<&'static str>,
    /// What it says of its first example.
    pub message: String,
    pub question: &'static str,
    /// What it flags, marked between ⟨ and ⟩, and what it does not.
    pub flagged: Vec<&'static str>,
    pub silent: Vec<&'static str>,
}

/// The language of the reference for a tag.
fn language(tag: &str) -> &'static Lang {
    Lang::find(tag).or(Lang::find("en")).unwrap_or_else(Lang::basic)
}

/// The reference in the language of `tag`, in the order of the catalogue; English where there is none.
pub fn reference(tag: &str) -> Vec<Entry> {
    let lang = language(tag);
    CHECKS.iter().zip(crate::checks(lang.tag)).map(|(check, info)| entry(lang, check, info)).collect()
}

/// A word of the reference, such as `label.flagged`, in the language of `tag`.
pub fn word(tag: &str, key: &str) -> &'static str {
    let (part, name) = key.split_once('.').unwrap_or((key, ""));
    language(tag).reference().get(part, name)
}

fn entry(lang: &'static Lang, check: &'static Check, info: CheckInfo) -> Entry {
    let own = |marked: bool| {
        let texts = check.examples.iter().filter(|(tag, text)| *tag == lang.tag && text.contains('⟨') == marked);
        texts.map(|(_, text)| *text).collect::<Vec<_>>()
    };
    let flagged = own(true);
    Entry {
        about: lang.reference().get(check.id, "about"),
        heeds: check.heeds.iter().map(|heed| lang.reference().get("heed", &format!("{heed:?}"))).collect(),
        message: flagged.first().and_then(|text| said(lang, check, text)).unwrap_or_default(),
        question: lang.messages().get(check.id, "question"),
        flagged,
        silent: own(false),
        info,
    }
}

/// What a check says of its own example, whether or not it is on by default.
fn said(lang: &Lang, check: &Check, marked: &str) -> Option<String> {
    let mut options = Options { language: Some(lang.tag.to_string()), ..Options::default() };
    let marked = example(marked, &mut options);
    if !check.on_by_default {
        options.house.checks.insert(check.id.to_string(), Switch::Info);
    }
    let report = crate::check(&marked.replace(['⟨', '⟩'], ""), &options).ok()?;
    report.flags.into_iter().find(|flag| flag.check == check.id).map(|flag| flag.message)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing, reason = "a test may fail")]

    use super::*;
    use crate::lang::TAGS;

    #[test]
    fn every_check_is_told_in_every_language() {
        for tag in TAGS {
            for entry in reference(tag) {
                let id = entry.info.id;
                assert!(entry.about.ends_with('.'), "{id}.about in src/lang/{tag}/reference.txt");
                assert!(
                    entry.heeds.iter().all(|heed| !heed.is_empty()),
                    "{id} heeds what reference.txt of “{tag}” lacks"
                );
                assert!(!entry.message.is_empty() && !entry.question.is_empty(), "{id} in “{tag}”");
                assert!(!entry.flagged.is_empty() && !entry.silent.is_empty(), "{id} in “{tag}”");
            }
        }
    }

    #[test]
    fn every_language_has_the_same_words() {
        let keys = |tag: &str| language(tag).reference().entries().map(|(key, _)| key).collect::<Vec<_>>();
        for tag in TAGS {
            assert_eq!(keys(TAGS[0]), keys(tag), "{tag}");
            assert!(!word(tag, "label.flagged").is_empty());
        }
    }
}

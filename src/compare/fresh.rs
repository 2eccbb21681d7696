//! What is new in the newer version and lacks what an editor asks for: a source of a number, a number of losses.

use super::figures::Pairs;
use super::{Draft, Versions};
use crate::checks;
use crate::order::{self, Index};
use crate::reading::{Figure, Reading};
use crate::report::ChangeKind;

/// The flags of the newer text that are about something new.
pub fn changes(versions: &Versions, pairs: &Pairs) -> Vec<Draft> {
    let (older, newer) = (versions.older, versions.newer);
    let mut known = Index::new();
    for figure in &older.figures {
        known.insert(key(older, figure), Vec::new());
    }
    let mut drafts = Vec::new();
    let (raised, _) = checks::run(newer, &newer.options.house);
    for flag in raised {
        let kind = match flag.check.id {
            "casualty-unattributed" | "figure-no-source" => ChangeKind::FigureUnsourced,
            "casualty-no-count" | "casualty-count-vague" | "casualty-count-withheld" => ChangeKind::LossesUncounted,
            _ => continue,
        };
        let s = newer.text.sentence_of(flag.finding.anchor);
        let same = versions.alignment.was.get(s).copied().flatten().is_some_and(|link| link.same);
        let mut about =
            newer.figures_in(s, s).filter(|(_, f)| f.span(&newer.text).overlaps(flag.finding.span)).peekable();
        let old = |(i, f): (usize, &Figure)| pairs.is_known(i) || known.contains_key(&key(newer, f));
        let untold = kind == ChangeKind::LossesUncounted && told_losses(versions, s);
        if same || about.peek().is_none() || about.any(old) || untold {
            continue;
        }
        drafts.push(Draft {
            kind,
            severity: flag.severity,
            before: None,
            after: Some(flag.finding.span),
            told: kind.id(),
            source: None,
        });
    }
    drafts
}

/// Whether the sentence was one that told of losses before.
fn told_losses(versions: &Versions, s: usize) -> bool {
    versions.of(s).any(|link| versions.older.figures_in(link.before, link.before).any(|(_, f)| f.is_casualty()))
}

/// What is counted and how many; of losses without a number their words.
fn key(reading: &Reading, f: &Figure) -> String {
    let number = f.low.or(f.high);
    let words =
        if number.is_some() { String::new() } else { crate::lang::lower(f.span(&reading.text).of(reading.text.src)) };
    [&order::key(&[f.kind as u64, number.map_or(1, f64::to_bits)]), words.as_str()].concat()
}

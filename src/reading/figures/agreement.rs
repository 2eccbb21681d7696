//! Which verb a noun can be the subject of: by number, and by what tells a participle from a past.

use crate::lang::class;
use crate::text::{Kind, Text};

/// Whether the verb at `k` has a subject in the singular, by its last letters.
pub fn singular(text: &Text, k: usize) -> bool {
    let word = text.fold(k).split(' ').next().unwrap_or_default();
    text.is(k, class::FIN.or(class::COND))
        && if text.lang.romance { !word.ends_with("nt") } else { word.ends_with('s') && !word.starts_with('\'') }
}

/// Whether the word at `k` right behind its noun is a participle, not the verb of that noun as a subject.
pub fn participle(text: &Text, k: usize) -> bool {
    if !text.is(k, class::FIN) {
        return true;
    }
    // English: “12 soldiers killed in …” but “gunmen killed 12”.
    text.is(
        k + 1,
        // “the 22 people killed were asleep”
        class::PREP
            .or(class::BY)
            .or(class::AND)
            .or(class::TO)
            .or(class::WEEKDAY)
            .or(class::OR)
            .or(class::ADV)
            .or(class::BE)
            .or(class::AS)
            .or(class::MODAL)
            .or(class::HAVE),
    ) || text.is_pause(k + 1)
        || text.token(k + 1).is_none()
        || text.kind(k + 1) == Some(Kind::Mark)
}

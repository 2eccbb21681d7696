//! What was told with a reserve and is told as a fact now: “aurait détourné”, “may have sunk”, “is suspected of having”.

use super::align::Link;
use super::{Draft, Versions, stem};
use crate::lang::{Classes, class};
use crate::reading::attributions::Range;
use crate::reading::{borrowed, phrases};
use crate::report::{ChangeKind, Severity};
use crate::text::Text;

/// Participles behind which a deed stands: “soupçonné d'avoir”, “believed to have”.
const SUPPOSED: Classes = class::ALLEGED.or(class::THINK);
/// Tokens behind a modal in which its verb stands.
const FAR: usize = 5;

pub fn changes(versions: &Versions) -> Vec<Draft> {
    versions.changed.iter().filter(|link| !link.part).filter_map(|link| hardened(versions, *link)).collect()
}

/// The first verb of the older sentence with a reserve that the newer one tells without any.
fn hardened(versions: &Versions, link: Link) -> Option<Draft> {
    let (older, newer) = (&versions.older.text, &versions.newer.text);
    if !older.sentence_is(link.before, class::COND.or(class::GUESS).or(SUPPOSED)) {
        return None;
    }
    let (old, new) = (older.sentence(link.before), newer.sentence(link.after));
    let reserved = |text: &Text, first: usize, end: usize| (first..end).any(|i| hedged(text, i).is_some());
    if reserved(newer, new.first, new.end) || newer.sentence_is(link.after, class::IF.or(class::ALLEGED)) {
        return None;
    }
    (old.first..old.end).filter(|i| older.quote_of(*i).is_none()).find_map(|i| {
        let (first, end) = hedged(older, i)?;
        let verb = stem(older, end - 1);
        let tells = |k: &usize| {
            stem(newer, *k) == verb
                && (newer.is(*k, class::VERB) || *k > 0 && newer.is(*k - 1, class::HAVE.or(class::BE)))
                && !newer.is(*k, class::COND)
                && newer.quote_of(*k).is_none()
        };
        let same = (new.first..new.end).find(tells)?;
        let group = phrases::verb_group(newer, same);
        let denied = group.negated || (group.first..group.end).any(|k| newer.is(k, class::MODAL.or(class::FUTURE)));
        let after = newer.span(group.first.min(same), group.end.max(same + 1));
        (!denied).then(|| Draft::new(ChangeKind::AttributionHardened, Severity::Warning, older.span(first, end), after))
    })
}

/// The verb group that token `i` opens with a reserve, up to its verb.
fn hedged(text: &Text, i: usize) -> Option<Range> {
    let auxiliary = class::HAVE.or(class::BE);
    let being = (i.saturating_sub(3)..i).any(|k| text.is(k, class::BE));
    if being && text.is(i, SUPPOSED) && text.is(i, class::PP) {
        let deed = class::INF.or(class::GER).or(class::PP);
        // Behind its auxiliary a word of no list is the participle.
        let unlisted = |k: usize| text.is(k - 1, auxiliary) && !text.is(k, class::STOP.or(class::ADV).or(auxiliary));
        let acts = |k: &usize| text.is(*k, deed) && text.is(*k, class::VERB) && !text.is(*k, auxiliary) || unlisted(*k);
        let verb = (i + 1..i + FAR).find(acts)?;
        return Some((i, verb + 1));
    }
    if text.lang.romance {
        let conditional = text.is(i, class::COND) && text.is(i, auxiliary) && !text.is(i, class::FIN);
        let (first, end) = borrowed::perfect(text, i).filter(|_| conditional)?;
        // The participle is the last verb of the group.
        let verb = (first..end).rev().find(|k| text.is(*k, class::PP.or(class::VERB)))?;
        return Some((first, verb + 1));
    }
    let have = (i + 1..i + 3).find(|k| text.is(*k, class::HAVE) && text.is(i, class::GUESS) && !text.capital(i))?;
    let verb = (have + 1..have + FAR).find(|k| text.is(*k, class::PP) && !text.is(*k, class::BE))?;
    Some((i, verb + 1))
}

//! The sentences of both versions side by side.

use super::align::{Alignment, Link};
use crate::report::{Row, RowKind};
use crate::text::{Text, Utf16Map};

/// One row for every sentence: in the order of the newer text, what was cut behind what it followed.
pub fn rows(older: &Text, newer: &Text, alignment: &Alignment, before: &Utf16Map, after: &Utf16Map) -> Vec<Row> {
    let in_place = in_place(&alignment.was);
    let old = |s: usize| older.sentences.get(s).map(|sentence| before.span(sentence.span));
    let new = |s: usize| newer.sentences.get(s).map(|sentence| after.span(sentence.span));
    let mut rows = Vec::new();
    let mut next = 0;
    let cut = |rows: &mut Vec<Row>, from: usize, to: usize| {
        for s in (from..to).filter(|s| alignment.became.get(*s).is_some_and(Option::is_none)) {
            rows.push(Row { kind: RowKind::Removed, before: old(s), after: None });
        }
    };
    for (s, was) in alignment.was.iter().enumerate() {
        let stays = in_place.get(s).copied().unwrap_or(false);
        if let Some(link) = was.filter(|_| stays) {
            cut(&mut rows, next, link.before);
            next = link.before + 1;
        }
        let kind = match was {
            None => RowKind::Added,
            Some(link) if !link.same => RowKind::Changed,
            Some(_) if stays => RowKind::Same,
            Some(_) => RowKind::Moved,
        };
        rows.push(Row { kind, before: was.and_then(|link| old(link.before)), after: new(s) });
    }
    cut(&mut rows, next, alignment.became.len());
    rows
}

/// For each sentence of the newer text whether it kept its place: the longest run of sentences in the old order.
fn in_place(was: &[Option<Link>]) -> Vec<bool> {
    // For each length of run the sentence that ends the best one; for each sentence the one before it in its run.
    let mut ends: Vec<(usize, usize)> = Vec::new();
    let mut previous = vec![None; was.len()];
    for link in was.iter().flatten() {
        let at = ends.partition_point(|(before, _)| *before < link.before);
        if let Some(slot) = previous.get_mut(link.after) {
            *slot = at.checked_sub(1).and_then(|i| ends.get(i)).map(|(_, after)| *after);
        }
        match ends.get_mut(at) {
            Some(end) => *end = (link.before, link.after),
            None => ends.push((link.before, link.after)),
        }
    }
    let mut stays = vec![false; was.len()];
    let mut at = ends.last().map(|(_, after)| *after);
    while let Some(s) = at {
        if let Some(slot) = stays.get_mut(s) {
            *slot = true;
        }
        at = previous.get(s).copied().flatten();
    }
    stays
}

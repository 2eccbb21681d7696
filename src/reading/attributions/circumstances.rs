//! What stands around a cue: when, to whom and by which channel something is said.

use super::{Attribution, Range};
use crate::lang::class;
use crate::reading::phrases::{self, DETERMINER};
use crate::text::{Kind, Text};

/// The first token behind the adverbs and the time of a saying: “a dit jeudi que”, “said Thursday morning that”.
pub fn past_time(text: &Text, start: usize) -> usize {
    let romance = text.lang.romance;
    let day = class::WEEKDAY.or(class::RELATIVE_DAY);
    let date = |k: usize| text.kind(k) == Some(Kind::Number) && text.is(k + 1, class::MONTH);
    // “dément toute fuite”, “affirme ne rien savoir”: what looks like an adverb belongs to what is said.
    let adverb = |k: usize| {
        let unknown = phrases::unknown(text, k + 1) && !text.is_name(k + 1);
        text.is(k, class::ADV)
            && !text.is(k, class::INDEF)
            && !(romance && (text.is(k, class::CLITIC) || text.is(k + 1, class::NOUN) || unknown))
    };
    let mut at = start;
    loop {
        let simple = (adverb(at) || text.is(at, day)) && !text.is(at, class::COMP);
        // “last month”, “Thursday morning”, “earlier this week”
        let before = day.or(class::ADV).or(class::DEM).or(class::FORMER);
        let part = text.is(at, class::DURATION) && at > 0 && text.is(at - 1, before);
        let opens = if romance {
            text.is(at, class::DEF.or(class::DEM)) && (text.is(at + 1, class::WEEKDAY) || date(at + 1))
                || text.is(at, class::SEASON) && text.is(at + 1, class::MONTH)
        } else {
            text.is(at, class::DEM.or(class::ADV)) && text.is(at + 1, class::DURATION)
        };
        let month = romance && at > start && text.is(at, class::MONTH);
        if !(simple || date(at) || part && text.kind(at) == Some(Kind::Word) || opens || month) {
            return at;
        }
        at += 1;
    }
}

/// The token behind the person spoken to, who stands behind the verb: “told me”, “told the BBC”.
pub fn addressee(text: &Text, at: usize) -> Option<usize> {
    if text.is(at, class::PRON_OBJECT.or(class::PRON_FIRST)) {
        return Some(at + 1);
    }
    phrases::right(text, at)
}

/// Finds the channel and the day of the saying, and takes them out of the content.
pub fn find(text: &Text, attribution: &mut Attribution) {
    let Some(cue) = attribution.cue.first().copied() else { return };
    let sentence = text.sentence(text.sentence_of(cue.0));
    let outside = |k: usize| text.quote_of(k).is_none();
    let last = attribution.cue.last().map_or(cue.1, |c| c.1).max(attribution.source.map_or(0, |s| s.1));
    let found = (sentence.first..sentence.end).find_map(|k| {
        let near = k + 12 > cue.0 && (k < last + 14 || !attribution.says(k));
        let owned = attribution.source.is_some_and(|(a, b)| (a..b).contains(&k));
        let head = text.is(k, class::CHANNEL) && outside(k) && near && !owned;
        let light = |j: usize| {
            text.is(j, DETERMINER.or(class::ADJ).or(class::ADJECTIVE).or(class::NOUN)) && !text.is(j, class::OF)
                || text.is_name(j)
        };
        // “sur X”: one phrase of the lists.
        let alone = Some(k).filter(|_| text.is(k, class::VIA));
        let prep = (k.saturating_sub(4)..k).rev().find(|p| text.is(*p, class::VIA) && (*p + 1..k).all(light)).or(alone);
        let reach = |p: usize| if p == k { k + 1 } else { phrases::right(text, p + 1).unwrap_or(k + 1).max(k + 1) };
        head.then_some(prep).flatten().map(|p| (p, reach(p), k + 1))
    });
    if let Some((first, end, head)) = found {
        // “affirme sur X avoir tué …”: the channel stands before what is said.
        let opening = attribution.content.iter_mut().find(|r| r.0 == first && first >= cue.1 && outside(first));
        if let Some(range) = opening {
            let comma = (head..range.1.min(head + 6)).find(|k| text.sign(*k, ","));
            let start = comma.map_or(head, |k| k + 1);
            let rest = text.is(start, class::INF)
                || comma.is_some()
                || text.is(start, class::COMP.or(class::OF).or(class::TO));
            if rest && start < range.1 {
                range.0 = start + usize::from(text.is(start, class::COMP));
                attribution.channel = Some((first, head));
                return;
            }
        }
        // “dans un communiqué publié sur X”
        let end = if text.is(end, class::VIA) && text.is(end, class::CHANNEL) { end + 1 } else { end };
        cut_channel(text, attribution, (first, end), cue.0);
    }
    if attribution.when.is_none() {
        attribution.when = (cue.0.saturating_sub(2)..last + 10)
            .filter(|k| (sentence.first..sentence.end).contains(k))
            .find(|k| text.is(*k, class::WEEKDAY.or(class::RELATIVE_DAY)) && outside(*k) && !attribution.says(*k));
    }
}

/// Takes the channel out of the content that it closes.
fn cut_channel(text: &Text, attribution: &mut Attribution, (first, end): Range, cue: usize) {
    let outside = |k: usize| text.quote_of(k).is_none();
    for range in &mut attribution.content {
        // “…, dans une lettre que le journal a pu lire”: the tail is the channel's, not the speaker's.
        let definite = text.is(first + 1, class::DEF.or(class::POSS).or(class::DEM));
        let parted = first > range.0 && (text.sign(first - 1, ",") || range.1 <= end + 4 && !definite);
        if range.0 < first && first < range.1 && parted && outside(first) && range.0 > cue {
            range.1 = if text.sign(first - 1, ",") { first - 1 } else { first };
        }
    }
    attribution.content.retain(|(a, b)| a < b);
    // What stays inside the content is no channel of the speaker's.
    if !attribution.says(first) {
        attribution.channel = Some((first, end));
    }
}

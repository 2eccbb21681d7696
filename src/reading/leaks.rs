//! The paper's own words where a source is speaking: a gloss between a quotation and its cue, a loaded clause in what is told.

use super::attributions::{Attribution, Range};
use super::{Reading, phrases};
use crate::lang::class;
use crate::text::{Kind, Text};

/// Fewer words are no clause.
const CLAUSE: usize = 3;

/// The glosses of the text, in order.
pub fn leaks(reading: &Reading) -> Vec<Range> {
    let text = &reading.text;
    let mut found: Vec<Range> = Vec::new();
    for attribution in &reading.attributions {
        let gloss = behind_quotation(reading, attribution).or_else(|| inside(text, attribution));
        found.extend(gloss.filter(|g| !found.iter().rev().take(4).any(|f| f.0 < g.1 && g.0 < f.1)));
    }
    crate::order::by_key(&mut found, |range| *range);
    found
}

/// “« … », dirigé par une junte, a-t-il ajouté”: what stands between the last quotation and who says it.
fn behind_quotation(reading: &Reading, attribution: &Attribution) -> Option<Range> {
    let text = &reading.text;
    let cue = attribution.cue.first()?.0;
    let stop = attribution.source.map_or(cue, |s| s.0.min(cue));
    let sentence = text.sentence(text.sentence_of(cue));
    let comma = stop.checked_sub(1).filter(|k| text.sign(*k, ","))?;
    let mark = (sentence.first..comma).rev().find(|k| text.kind(*k) == Some(Kind::Mark))?;
    let quote = text.outer_quote(mark.checked_sub(1)?)?;
    let closes = text.quotes.get(quote).is_some_and(|q| q.closed && q.end == mark);
    // “…,” in English, “… », ” in French.
    let outer = text.sign(mark + 1, ",");
    if !closes || !(outer || text.sign(mark - 1, ",")) || !attribution.says(mark - 1) {
        return None;
    }
    let first = mark + 1 + usize::from(outer);
    let tainted = (first..comma).any(|k| text.is(k, class::TAINTED));
    let done = text.is(first, class::PP) && (text.lang.romance || !text.is(first + 1, class::COMP));
    let clause = done || text.is(first, class::REL.or(class::SUBORD)) && !text.is(first, class::COMP);
    // “alors que le pays …”
    let clause = clause || text.is(first, class::BUT) && text.fold(first).contains(' ');
    let apposition = named_again(text, first, comma);
    // “…”, admitted the mayor, according to …
    let cues = reading.attributions_at(attribution.sentence).flat_map(|(_, a)| &a.cue);
    let other = cues.into_iter().any(|c| (first..comma).contains(&c.0));
    let joined = text.is(first, class::AND.or(class::COMP).or(class::OF));
    let gloss = clause || apposition || tainted && !joined;
    (gloss && !other && comma >= first + CLAUSE).then_some((first, comma))
}

/// “l'Alliance, formée de …”, “a body accused of …”: a noun phrase with what is said of it, no day and no place.
fn named_again(text: &Text, first: usize, comma: usize) -> bool {
    let Some(end) = phrases::begins(text, first).then(|| phrases::right(text, first)).flatten() else { return false };
    let time = class::DURATION.or(class::WEEKDAY).or(class::MONTH).or(class::RELATIVE_DAY).or(class::CALENDAR_UNIT);
    let said = (end..comma).any(|k| text.is(k, class::PP.or(class::REL).or(class::ADJECTIVE).or(class::TAINTED)));
    (said || end >= comma)
        && !(first..comma).any(|k| text.is(k, time) || phrases::is_finite(text, k) && !text.is(k, class::PP))
}

/// “affirme que le régime, arrivé au pouvoir par un coup d'État, …”: a loaded aside in what is told.
fn inside(text: &Text, attribution: &Attribution) -> Option<Range> {
    let cue = attribution.cue.first()?.0;
    attribution.content.iter().find_map(|(a, b)| {
        let open = |k: usize| text.quote_of(k).is_none();
        let tainted = |first: usize, end: usize| {
            end >= first + CLAUSE && (first..end).all(open) && (first..end).any(|k| text.is(k, class::TAINTED))
        };
        // “… après les lourdes pertes infligées …, a assuré le ministre”
        let after = (a + 1..*b).find(|k| text.is(*k, class::AFTER) && *b <= cue && open(*k)).filter(|k| {
            (*k..*b).all(open) && (*k..*b).any(|j| text.is(j, class::LOSS) && text.is(j - 1, class::HEAVY))
        });
        // “said the general, accused of …, would attend”: the aside may seem to end what is told.
        let last = text.sentence(text.sentence_of(*a)).end.max(*b);
        let aside = (a + 1..b + 1).filter(|k| text.sign(*k, ",") && *a >= cue).find_map(|comma| {
            let first = comma + 1;
            let beside = text.is(first, class::PP.or(class::REL).or(class::TAINTED)) && !text.is(first, class::COMP);
            let end = (first..last).find(|k| text.sign(*k, ","))?;
            (beside && tainted(first, end)).then_some((first, end))
        });
        aside.or(after.map(|k| (k, *b)))
    })
}

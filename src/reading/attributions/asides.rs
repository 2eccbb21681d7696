//! Clauses beside what is said: “…, comme l'a rappelé X”, “Après avoir affirmé que …, X …”.

use super::speakers::may_speak;
use super::{Attribution, content, stance};
use crate::lang::class;
use crate::reading::phrases::{self, SPEAKER, VerbGroup};
use crate::text::Text;

/// “…, comme l'a rappelé le maire”, “…, ce qu'a confirmé la police”: a clause beside what is said names who says it.
pub fn aside(text: &Text, group: &VerbGroup) -> Option<Attribution> {
    let sentence = text.sentence(text.sentence_of(group.verb));
    let (before, at) = (group.first.checked_sub(1)?, group.end);
    let opening = before.checked_sub(1).filter(|k| {
        text.is(before, class::CLITIC) && text.is(*k, class::AS)
            || text.is(before, class::REL) && text.is(*k, class::DEM) && !text.is(before, class::CLITIC)
    })?;
    let end = phrases::begins(text, at).then(|| phrases::right(text, at)).flatten()?;
    if !text.lang.romance || !(at..end).any(|k| text.is(k, SPEAKER.or(class::HONORIFIC)) || text.is_name(k)) {
        return None;
    }
    let behind = opening <= sentence.first + 1;
    let comma = if behind { end } else { opening - 1 };
    let mut found = Attribution::new(text, group.verb);
    found.source = Some((at, end));
    found.cue = vec![(group.first, group.end)];
    found.content = vec![text.sign(comma, ",").then(|| {
        if behind {
            content::trim(text, comma, content::end(text, comma))
        } else {
            content::trim(text, sentence.first, comma)
        }
    })??];
    found.stance = stance(text, group.verb, group.negated);
    Some(found)
}

/// “Après avoir affirmé que A, le ministre …”, “En annonçant B, elle …”: the source follows what is said.
pub fn fronted(text: &Text, group: &VerbGroup) -> Option<Attribution> {
    let sentence = text.sentence(text.sentence_of(group.verb));
    let opens = (sentence.first..group.first).all(|k| text.is(k, class::PREP.or(class::CLITIC)));
    let bare = text.is(group.first, class::INF) && group.first > sentence.first || text.is(group.verb, class::GER);
    if group.finite || !bare || !opens || group.first > sentence.first + 2 {
        return None;
    }
    let (comma, end) = (group.end..sentence.end).find_map(|k| {
        let after = k + 1;
        let subject = text.sign(k, ",") && text.quote_of(k).is_none() && phrases::begins(text, after);
        let end = subject.then(|| phrases::right(text, after)).flatten()?;
        let verb = (end..end + 3).find(|k| !text.is(*k, class::CLITIC.or(class::ADV)))?;
        let speaks = may_speak(text, (after, end), group.verb);
        (speaks && (phrases::is_finite(text, verb) || text.is(verb, class::FIN))).then_some((k, end))
    })?;
    let behind = content::behind(text, group)?;
    let mut found = Attribution::new(text, group.verb);
    found.source = Some((comma + 1, end));
    found.cue = vec![(group.first, group.end)];
    found.content = vec![content::trim(text, behind.0, comma)?];
    found.stance = stance(text, group.verb, group.negated);
    Some(found)
}

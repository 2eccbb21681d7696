//! Verbs of saying before their subject: “…, a dit X”, “a-t-il ajouté”, “"…," said Hunt”.

use super::verbs::has_clause;
use super::{Attribution, Range, content, stance};
use crate::lang::class;
use crate::reading::phrases::{self, DETERMINER, SPEAKER, VerbGroup};
use crate::text::{Kind, Text};

/// “« … », grince un voisin”: whatever verb stands behind a quotation tells how it was said.
pub(super) fn incise(text: &Text, i: usize) -> bool {
    let light = class::CLITIC.or(class::HAVE).or(class::BE);
    let inner = |k: &usize| text.is(*k, light) || text.is(*k, class::PRON) && text.word(*k).starts_with('-');
    let open = (i.saturating_sub(4)..i).rev().find(|k| !inner(k));
    let verb = text.is(i, class::VERB) && text.is(i, class::FIN.or(class::PP)) && !text.is(i, light);
    text.lang.romance
        && text.kind(i) == Some(Kind::Word)
        && !text.capital(i)
        && text.quote_of(i).is_none()
        && (verb || phrases::unknown(text, i))
        && open
            .is_some_and(|k| behind_quotation(text, k) && (k.saturating_sub(2)..=k).any(|k| text.quote_of(k).is_some()))
}

/// Whether a quotation closes at token `before`, right before it, or runs on over it.
fn behind_quotation(text: &Text, before: usize) -> bool {
    text.kind(before) == Some(Kind::Mark)
        || text.quote_of(before).is_some()
        || before > 0 && text.kind(before - 1) == Some(Kind::Mark)
}

/// The token behind an infinitive that goes on with the verb before: “veut croire”, “tient à préciser”.
fn chained(text: &Text, at: usize) -> usize {
    let joint = |k: &usize| text.is(*k, class::OF.or(class::TO).or(class::CLITIC));
    let verb = (at..at + 3).find(|k| !joint(k)).filter(|k| text.lang.romance && text.is(*k, class::INF));
    verb.map_or(at, |k| k + 1)
}

/// “a-t-il ajouté”, “dit-elle”: the pronoun follows the verb or its auxiliary.
pub(super) fn inverted_pronoun(text: &Text, group: &VerbGroup) -> Option<Attribution> {
    let pronoun = group.clitic?;
    let end = pronoun.max(group.end - 1) + 1;
    let after = chained(text, end);
    let content = content::before(text, group.first, after)?;
    // “veut-on envoyer un message ?” asks; behind a quotation it tells, and so does “fait-il valoir”.
    let tells = class::SAY.or(class::QUOTE_VERB);
    if !text.is(group.verb, class::SAY)
        && !(after > end && text.is(after - 1, tells))
        && !behind_quotation(text, group.first.checked_sub(1)?)
    {
        return None;
    }
    let mut found = Attribution::new(text, group.verb);
    let impersonal = text.is(pronoun, class::INDEFINITE_PRON);
    found.cue = if pronoun < group.verb {
        vec![(group.first, pronoun), (pronoun + 1, group.end)]
    } else {
        vec![(group.first, group.end)]
    };
    found.cue.extend((after > end).then_some((end, after)));
    found.source = Some((pronoun, pronoun + 1));
    if impersonal {
        // “lit-on dans le rapport”, “a-t-on su de source judiciaire”: the pronoun is not the speaker.
        found.source = impersonal_source(text, after);
        found.hearsay = found.source.is_none();
    }
    found.content = content;
    found.stance = stance(text, group.verb, group.negated);
    Some(found)
}

/// “… lit-on dans le rapport”, “apprend-on auprès de la police”.
fn impersonal_source(text: &Text, at: usize) -> Option<Range> {
    let joint = class::PREP.or(class::OF).or(class::ACCORDING).or(class::TO);
    let at = (at..at + 3).find(|k| text.is(*k, joint))?;
    // “indique-t-on de source policière”
    if text.is(at, class::ANONYMOUS) {
        return Some((at, at + 1));
    }
    let end = phrases::right(text, at + 1)?;
    (at + 1..end).any(|k| text.is(k, SPEAKER)).then_some((at + 1, end))
}

/// ““…,” the minister, Paul Egger, told reporters”: who speaks stands between the quotation and the comma.
fn spoken_before(text: &Text, from: usize, comma: usize) -> bool {
    let near = comma.saturating_sub(14).max(from)..comma;
    let mark = near.rev().find(|k| text.kind(*k) == Some(Kind::Mark) && text.quote_of(k.wrapping_sub(1)).is_some());
    mark.filter(|m| phrases::begins(text, m + 1)).is_some_and(|mark| {
        let end = phrases::right(text, mark + 1).unwrap_or(mark);
        (mark + 1..end).any(|k| text.is(k, SPEAKER)) && (end >= comma || text.sign(end, ","))
    })
}

/// “…, a dit jeudi le ministre”, “"…," said Dale Hunt”.
pub(super) fn inverted(text: &Text, group: &VerbGroup) -> Option<Attribution> {
    let sentence = text.sentence(text.sentence_of(group.verb));
    // “…, de lancer le maire”
    let told = text.lang.romance && text.is(group.verb, class::INF) && group.first == group.verb;
    let told = told && group.first > 1 && text.is(group.first - 1, class::OF) && text.is_pause(group.first - 2);
    let first = group.first - usize::from(told);
    let before = first.checked_sub(1)?;
    // “…, appelle à la grève”: behind its preposition stands the object.
    if text.lang.romance && text.is(group.verb, class::TO) {
        return None;
    }
    let pause = text.sign(before, ",")
        || text.kind(before) == Some(Kind::Mark)
        || matches!(text.word(before), "!" | "?" | "…" | "–" | "—");
    if !pause
        || before < sentence.first && text.kind(before) != Some(Kind::Mark)
        || !told && !group.finite && !text.is(group.verb, class::FIN) && !phrases::unknown(text, group.verb)
    {
        return None;
    }
    let quoted = behind_quotation(text, before);
    if !quoted && !text.lang.romance && spoken_before(text, sentence.first, before) {
        return None;
    }
    let cue = if quoted { chained(text, group.end) } else { group.end };
    let mut at = cue;
    let mut when = None;
    while text.is(at, class::WEEKDAY.or(class::ADV).or(class::RELATIVE_DAY).or(class::ANONYMITY)) && !text.is_name(at) {
        if text.is(at, class::WEEKDAY.or(class::RELATIVE_DAY)) {
            when = Some(at);
        }
        at += 1;
    }
    // “a dit d'elle un voisin”, “avoue, sous couvert d'anonymat, une employée”
    if text.is(at, class::OF) && text.is(at + 1, class::PRON_OBJECT) {
        at += 2;
    } else if text.lang.romance && text.is(at, class::SUP_SCOPE) {
        // “a indiqué au Monde le procureur”: the lists know “au monde”.
        at += 1;
    }
    // “dit en souriant le maire”
    if text.lang.romance && text.is(at, class::PREP.or(class::VIA)) && text.is(at + 1, class::GER) {
        at += 2;
        // “dit en regardant la mer le maire”
        let object = phrases::right(text, at).filter(|e| phrases::begins(text, *e) && !text.is_pause(*e));
        at = object.unwrap_or(at);
    }
    // “lâche, dépité, un supporteur”
    if text.lang.romance
        && text.sign(at, ",")
        && (quoted || text.is(at + 1, class::ANONYMITY.or(class::PREP).or(class::TO)))
    {
        at = (at + 1..at + 9).find(|k| text.sign(*k, ",") && phrases::begins(text, k + 1)).map_or(at, |k| k + 1);
    }
    // “a déclaré à l'AFP le maire”
    if text.is(at, class::TO.or(class::PREP)) && text.is(group.verb, class::SAY) {
        let addressee = if text.is(at, class::DEF) { at } else { at + 1 };
        // “explique à Reuters Paul Vidal”
        let media = (addressee..addressee + 2).find(|k| text.is(*k, class::MEDIA) && text.capital(*k));
        let media = media.map(|k| k + 1).filter(|_| text.lang.romance);
        let end = media.or_else(|| (addressee..addressee + 2).find_map(|k| phrases::right(text, k)))?;
        if phrases::begins(text, end) && (text.is(end, DETERMINER) || text.is_name(end)) {
            at = end;
        }
    }
    if !phrases::begins(text, at) {
        return None;
    }
    let end = phrases::right(text, at)?;
    if text.kind(at) == Some(Kind::Number) && !(at..end).any(|k| text.is(k, SPEAKER)) {
        return None;
    }
    let speaks = (at..end).any(|k| text.is(k, SPEAKER.or(class::HONORIFIC)) || text.is_name(k));
    if quoted && !speaks && !text.is(group.verb, class::SAY.or(class::QUOTE_VERB)) {
        return None;
    }
    if !quoted
        && (!text.is(group.verb, class::SAY.or(class::AGREE))
            || !has_clause(text, sentence.first, before)
            || direct_insertion(text, group)
            || !speaks)
    {
        return None;
    }
    // “écrit un expert cité par la radio”: what was done to the source is no part of it.
    let done = text.lang.romance && text.is(end, class::BY) && text.is(end - 1, class::PP) && end > at + 1;
    let end = if done && !text.is(end - 1, class::NOUN) { end - 1 } else { end };
    // “has, in a letter, urged parents to …”: what goes on behind the noun is its object.
    let behind = text.is(end + 1, class::INF) || text.kind(end + 1) == Some(Kind::Mark);
    let object = text.is(end, class::TO) && behind || text.is(end, class::COMP);
    if !quoted && (object || phrases::is_finite(text, end)) {
        return None;
    }
    let content = content::before(text, first, end)?;
    let mut found = Attribution::new(text, group.verb);
    found.source = Some((at, end));
    found.cue = vec![(first, cue)];
    found.content = content;
    found.when = when;
    found.stance = stance(text, group.verb, group.negated);
    Some(found)
}

/// “Le maire, qui dirige la ville, a annoncé la fermeture”: the comma closes an insertion behind the subject.
fn direct_insertion(text: &Text, group: &VerbGroup) -> bool {
    let sentence = text.sentence(text.sentence_of(group.verb));
    let Some(close) = group.first.checked_sub(1) else { return false };
    let Some(open) = (sentence.first..close).rev().find(|k| text.sign(*k, ",")) else { return false };
    let start = (sentence.first..open)
        .find(|s| phrases::begins(text, *s) && phrases::right(text, *s).is_some_and(|e| e >= open));
    let Some(start) = start else { return false };
    (start == sentence.first || text.is_pause(start - 1))
        && (text.is(open + 1, class::REL.or(class::WEEKDAY).or(class::PREP).or(class::PP).or(class::GER))
            || phrases::right(text, start).is_some_and(|e| e >= close))
}

//! Who says it: the source of a cue that comes first or inherits one, and what can be a source at all.

use super::circumstances::past_time;
use super::{Attribution, Range, content, main_subject};
use crate::lang::class;
use crate::reading::phrases::{self, DETERMINER, SPEAKER, VerbGroup};
use crate::text::{Kind, Text};

/// The source of a cue that comes first: its subject, or the one it inherits.
pub(super) fn source_before(text: &Text, group: &VerbGroup, earlier: &[Attribution]) -> Option<Range> {
    let verb = group.verb;
    let last = || earlier.last().and_then(|a| a.source);
    let before = group.first.checked_sub(1)?;
    // “La préfecture « invite chacun à la prudence »”
    if text.lang.romance && text.quote_from(before).is_some() {
        return phrases::subject(text, before);
    }
    if text.is(verb, class::GER) && !group.finite {
        // “said she was mocked for saying it”: told within, it reports only with a clause or a quotation.
        let told =
            text.is(before, class::PREP.or(class::TO).or(class::OF)) && earlier.last().is_some_and(|a| a.says(verb));
        if told && !text.is(group.end, class::COMP) && text.kind(group.end) != Some(Kind::Mark) {
            return None;
        }
        // “se veut rassurant : « … »”
        if text.lang.romance && phrases::is_finite(text, before) {
            return None;
        }
        // “a letter saying that”, “un communiqué affirmant que”: the paper speaks.
        let paper = |s: &usize| {
            text.is(*s, DETERMINER)
                && phrases::right(text, *s) == Some(group.first)
                && (*s..group.first).any(|k| text.is(k, class::DOC))
        };
        if let Some(start) = (group.first.saturating_sub(10)..group.first).rev().find(paper) {
            return Some((start, group.first));
        }
        // “tweets accusing her of lying”, “a man shouting that …”: who stands right before, not the last speaker.
        if !text.lang.romance && text.is(before, class::NOUN) && !text.is_name(before) {
            let start = (group.first.saturating_sub(8)..group.first)
                .find(|s| phrases::begins(text, *s) && phrases::right(text, *s) == Some(group.first))?;
            return (start..group.first).any(|k| text.is(k, SPEAKER)).then_some((start, group.first));
        }
        // “footage of Hill saying”: the name right before.
        let speaking = |s: &usize| phrases::right(text, *s) == Some(group.first) && text.is_name(*s);
        if text.is_name(before)
            && !text.lang.romance
            && let Some(start) = (group.first.saturating_sub(4)..group.first).find(speaking)
        {
            return Some((start, group.first));
        }
        // “…, affirmant que …”, “en lançant : …”
        return last().or_else(|| main_subject(text, group.first));
    }
    let perfect = text.lang.romance && !group.finite && text.is(group.first, class::INF);
    if perfect
        || text.is(verb, class::INF) && !text.is(verb, class::FIN) && !group.finite
        || text.is(before, class::TO) && !text.lang.romance
    {
        // “appelle le maire à soutenir la loi”: what somebody is asked to say, nobody has said.
        let asked = text.is(before, class::OF.or(class::TO)) && !text.is(before.wrapping_sub(1), class::PREP);
        if asked && text.lang.romance && earlier.last().is_some_and(|a| a.says(verb)) {
            return None;
        }
        // “avant d'ajouter que”, “pour réaffirmer que”: only a clause or a quotation makes it a report.
        let opens = |k: usize| {
            text.is(k, class::COMP) && !text.is(k, class::IF) || text.kind(k) == Some(Kind::Mark) || text.sign(k, ":")
        };
        let far = group.end + if text.lang.romance { 8 } else { 1 };
        let reports = (group.end..far).find(|k| opens(*k)).is_some_and(|k| {
            k == group.end
                || text.is(k, class::COMP) && (group.end..k).all(|j| !phrases::is_finite(text, j) && !text.is_pause(j))
        });
        let linked = text.is(before, class::PREP.or(class::OF).or(class::TO).or(class::CLITIC).or(class::BUT));
        // “Et le maire d'ajouter que …”
        let teller = || {
            phrases::ending(text, before)
                .filter(|s| text.lang.romance && text.is(before, class::OF) && may_speak(text, *s, verb))
        };
        // “…, a dit le maire avant d'ajouter que …”
        let inverse = || {
            earlier
                .last()
                .and_then(|a| a.source.filter(|s| a.cue.first().is_some_and(|c| c.0 < s.0 && a.first() < c.0)))
        };
        return (reports && linked)
            .then(|| teller().or_else(inverse).or_else(|| main_subject(text, group.first)).or_else(last))
            .flatten();
    }
    if text.is(before, class::REL) {
        let end = if text.sign(before.wrapping_sub(1), ",") { before - 1 } else { before };
        let antecedent = || phrases::ending(text, end).filter(|_| text.lang.romance);
        return phrases::subject(text, end).filter(|(_, e)| *e == end).or_else(antecedent);
    }
    if text.is(before, class::AND.or(class::BUT)) || text.sign(before, ",") {
        // “Reuters, citing a source, reported”: the comma closes an insertion behind the subject.
        let own = text
            .sign(before, ",")
            .then(|| {
                // “Le maire, a confirmé ces faits”: a comma that should not be.
                let whole = || {
                    phrases::ending(text, before).filter(|(s, _)| {
                        let first = text.sentence(text.sentence_of(*s)).first;
                        text.lang.romance && (first == *s || text.is(s - 1, class::AND))
                    })
                };
                phrases::subject(text, group.first).or_else(whole)
            })
            .flatten();
        if let Some(source) = own.filter(|s| may_speak(text, *s, verb)) {
            return Some(source);
        }
        // “… et a ajouté que …”: the subject of the verb before.
        if let Some(source) = last() {
            return Some(source);
        }
        if text.is(before, class::AND.or(class::BUT)) {
            return main_subject(text, group.first);
        }
    }
    phrases::subject(text, group.first)
}

/// Whether the noun phrase can say something: somebody, a body, a document, a name.
pub fn may_speak(text: &Text, (first, end): Range, verb: usize) -> bool {
    let known = (first..end).any(|k| {
        text.is(k, SPEAKER) || text.is_name(k) || text.is(k, class::HONORIFIC.or(class::TOLL).or(class::NOMINAL_SAY))
    });
    let trusted = !text.is(verb, class::WEAK);
    // “la centrale syndicale précise que”: who reports a clause speaks, even if no list knows the noun.
    let told = |k: usize| {
        phrases::unknown(text, k) || text.is(k, class::CHANNEL) || !text.lang.romance && text.is(k, class::NOUN)
    };
    let clause = past_time(text, verb + 1);
    let sentence = text.sentence(text.sentence_of(verb));
    let reports = (text.is(clause, class::COMP) || content::clause_follows(text, clause, sentence.end))
        && (first..end).any(told)
        && !text.is(first, class::DEM)
        && !text.is(verb, class::THINK);
    let opens_capital = text.capital(first)
        && end == first + 1
        && (!text.is(first, DETERMINER.or(class::ADV).or(class::NOUN)) || text.is(first, class::VERB));
    let numbered = text.kind(first) == Some(Kind::Number)
        || text.is(first, class::NUM.or(class::VAGUE).or(class::ABOUT_NUM).or(class::PLURAL_NUM));
    known
        || opens_capital
        || numbered && (trusted || (first..end).any(|k| text.is(k, class::PERCENT)))
        || reports
        || trusted && text.token(end - 1).is_some_and(|t| t.classes == crate::lang::Classes::NONE)
}

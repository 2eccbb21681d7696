//! Superlatives and claims that all agree.

use super::{Reading, context, phrases};
use crate::lang::{Classes, class};
use crate::report::{FigureKind, SourceKind};
use crate::text::{Kind, Text};

/// A ranked claim: tokens `first..end`.
#[derive(Clone, Copy, Debug)]
pub struct Superlative {
    pub first: usize,
    pub end: usize,
    pub sentence: usize,
    /// Whether a scope makes it checkable: “en Afrique”, “depuis 1990”.
    pub scoped: bool,
}

/// The superlatives of the text, in order.
pub fn superlatives(reading: &Reading) -> Vec<Superlative> {
    let text = &reading.text;
    let mut found = Vec::new();
    for (s, sentence) in text.sentences.iter().enumerate().filter(|(s, _)| text.sentence_is(*s, RANKS)) {
        let mut i = sentence.first;
        while i < sentence.end {
            match superlative_at(text, i, sentence.end) {
                Some((first, end)) => {
                    // What is first or alone has its scope right behind.
                    let far = if text.is(i, class::ADJ) && text.is(i, class::SUPERLATIVE) { end } else { end + 8 };
                    let scoped = (first..sentence.end.min(far)).any(|k| text.is(k, class::SUP_SCOPE))
                        || text.is(i, class::SUP_PHRASE)
                        || place_behind(text, first, end, sentence.end);
                    found.push(Superlative { first, end, sentence: s, scoped });
                    i = sentence.end;
                }
                None => i += 1,
            }
        }
    }
    found
}

/// Words without which nothing is ranked.
const RANKS: Classes = class::SUP_PHRASE.or(class::SUP_MARKER).or(class::SUPERLATIVE);

/// “la plus lourde …”, “the deadliest …”, “pour la première fois”.
fn superlative_at(text: &Text, i: usize, end: usize) -> Option<(usize, usize)> {
    if !text.is(i, RANKS) || text.is(i, class::ONE_OF.or(class::TITLE_HEAD)) {
        return None;
    }
    let denied = (i.saturating_sub(5)..i).any(|k| text.is(k, class::NEG) && text.sentence_of(k) == text.sentence_of(i));
    if text.is(i, class::SUP_PHRASE) {
        let article = i > 0 && text.is(i - 1, class::INDEF.or(class::DEF)) && !text.is(i - 1, class::OF);
        let scope = class::SUP_SCOPE.or(class::VIA).or(class::OF);
        let stop = if text.is(i + 1, scope) && !text.is(i + 1, class::BY) { reach(text, i + 1, end) } else { i + 1 };
        // “La première fois que cela arrive, …” tells when.
        let first = text.sentence(text.sentence_of(i)).first;
        let when = text.is(i + 1, class::COMP.or(class::REL)) && i <= first + 1;
        return (!denied && !when && !harmless(text, i)).then_some((i - usize::from(article), stop));
    }
    // “des plus importantes” is one of several, “sa première allocution” a biography.
    let owner = i > 0 && text.is(i - 1, class::GENITIVE);
    // “le triste record”
    let head = i - usize::from(
        i > 1 && !text.is(i, class::SUP_MARKER) && text.is(i - 1, class::ADJECTIVE) && text.is(i - 2, class::DEF),
    );
    let article = head > 0 && text.is(head - 1, class::DEF) && !text.is(head - 1, class::INDEF);
    // “its hottest night since 1950”
    let own = i > 0 && text.is(i - 1, class::POSS) && !text.is(i, class::ORDINAL);
    let own = own && (i..reach(text, i + 1, end)).any(|k| text.is(k, class::SUP_SCOPE));
    if denied || !(article || owner || own) {
        return None;
    }
    let first = if owner { owned(text, i - 1) } else { head.max(1) - 1 };
    if harmless(text, first) || harmless(text, i) {
        return None;
    }
    if text.is(i, class::SUP_MARKER) {
        // “le plus lourd”, “the most serious”; not “le plus souvent”, “de plus”
        let next = text.is(i + 1, class::ADJECTIVE.or(class::HEAVY))
            || text.is(i + 1, class::PP)
            || phrases::unknown(text, i + 1) && text.kind(i + 1) == Some(Kind::Word)
            || text.is(i + 1, class::ADV) && text.is(i + 2, class::ADJECTIVE.or(class::PP));
        let adverb = text.is(i + 1, class::ADV) && text.is(i + 2, class::ADJECTIVE.or(class::PP));
        return next.then(|| (first, reach(text, i + 2 + usize::from(adverb), end)));
    }
    if !text.is(i, class::SUPERLATIVE) || text.capital(i) {
        return None;
    }
    let ranked = text.is(i + 1, class::DEFEAT.or(class::FIGHT).or(class::ACCIDENT));
    let counted = text.is(i + 1, class::NUM.or(class::DURATION)) || text.kind(i + 1) != Some(Kind::Word);
    if text.is(i, class::ORDINAL) && !ranked && counted {
        return None;
    }
    Some((first, reach(text, i + 1, end)))
}

/// “one of the worst”, “sans doute le plus grand”.
fn harmless(text: &Text, first: usize) -> bool {
    (first.saturating_sub(2)..=first)
        .any(|k| text.is(k, class::ONE_OF) && text.sentence_of(k) == text.sentence_of(first))
}

/// The first token of the owner before the genitive at token `mark`: “the party's heaviest defeat”.
fn owned(text: &Text, mark: usize) -> usize {
    let sentence = text.sentence(text.sentence_of(mark)).first;
    let part =
        |k: usize| text.is(k, class::NOUN.or(class::ADJECTIVE).or(class::DEMONYM).or(class::STATE)) || text.is_name(k);
    let head = (sentence..mark).rev().take_while(|k| part(*k) && !phrases::is_finite(text, *k)).last().unwrap_or(mark);
    head - usize::from(head > sentence && text.is(head - 1, class::DEF.or(class::POSS).or(class::ONE_OF)))
}

/// The end of the ranked phrase: its noun and its scope.
fn reach(text: &Text, from: usize, end: usize) -> usize {
    // “the most discussed subject”: what stands right behind the rank is its noun, though it may be a verb.
    let ranked = |k: usize| k == from && !text.lang.romance && !text.is(k, class::HAVE.or(class::BE).or(class::MODAL));
    (from..end)
        .find(|k| {
            text.is_pause(*k)
                || text.is(
                    *k,
                    class::COMP
                        .or(class::REL)
                        .or(class::ACCORDING)
                        .or(class::RELATIVE_DAY)
                        .or(class::BUT)
                        .or(class::PRON),
                ) && !text.is(*k, class::SUP_SCOPE)
                || text.kind(*k) == Some(Kind::Mark)
                || text.is(*k, class::FIN)
                    && !text.is(*k, class::NOUN.or(class::ADJECTIVE).or(class::PP))
                    && !ranked(*k)
        })
        .unwrap_or(end)
}

/// “en Afrique”, “in the territory for a year”, “de la capitale”: a place or a time behind the ranked phrase.
fn place_behind(text: &Text, first: usize, to: usize, end: usize) -> bool {
    // What is first or alone needs a place or a deed: “le premier employeur du département”, “the first woman to lead”.
    let bare = (first..first + 3).any(|k| text.is(k, class::ORDINAL.or(class::ADJ)) && text.is(k, class::SUPERLATIVE));
    let from = to.saturating_sub(8).max(first + 2);
    (from..end.min(to + 1)).any(|k| {
        let joins = text.is(k, class::PREP.or(class::OF).or(class::TO));
        let local = text.is(k, class::VIA.or(class::OF)) && !text.is(k, class::BY);
        // “dans le district le plus pauvre du Nord”
        let light = |j: usize| {
            text.is(j, phrases::DETERMINER.or(class::ADJ).or(class::ADJECTIVE).or(class::DEMONYM))
                && !text.is(j, class::AREA)
        };
        let noun = (k + 1..k + 5).find(|j| !light(*j)).unwrap_or(k + 1);
        let run = (k + 1..k + 6).take_while(|j| !text.is_pause(*j) && !phrases::is_finite(text, *j));
        let limited = |j: usize| text.is(j, class::AREA.or(class::STATE)) && !(bare && text.is(j, class::ECONOMY));
        let area = local && { run }.any(limited);
        let named = joins && (text.is_name(noun) || text.is(k + 1, class::STATE));
        // “on the Chinese social platform Weibo”
        let far = !bare
            && text.is(k, class::VIA)
            && (k + 1..k + 7).take_while(|j| !text.is_pause(*j)).any(|j| text.is_name(j));
        let deed = bare && text.is(k, class::TO) && text.is(k + 1, class::INF);
        area || deed || far || named && (!bare || local && text.is(k + 1, class::STATE))
    })
}

/// Whether the paper itself states the rank as a fact: no wish or plan, nobody's biography.
pub fn is_stated(text: &Text, superlative: &Superlative) -> bool {
    let Superlative { first, sentence, .. } = *superlative;
    let start = text.sentence(sentence).first;
    let clause =
        (start..first).rev().find(|k| text.is(*k, class::BUT.or(class::REL)) || matches!(text.word(*k), ";" | ":"));
    let from = clause.map_or(start, |k| k + 1).max(first.saturating_sub(8));
    // “espère devenir le plus jeune vainqueur”, “will be the largest”
    let meant = |k: usize| {
        text.is(k, class::HOPE.or(class::WISH))
            || text.is(k, class::FUTURE)
            || text.is(k, class::MODAL) && !text.is(k, class::NOUN)
    };
    if (from..first).any(meant) {
        return false;
    }
    if !text.is(first, class::SUP_PHRASE) {
        return true;
    }
    // “Elle a rencontré son mari pour la première fois”, “publié pour la première fois”, “La première fois que …”
    let verb = (start..first).rev().take(8).find(|k| text.is(*k, class::VERB) && text.is(*k, class::PP.or(class::FIN)));
    let own = verb.is_some_and(|v| {
        let group = phrases::verb_group(text, v);
        let subject = phrases::subject(text, group.first);
        text.is(v, class::SAY.or(class::GIVE))
            || subject
                .is_some_and(|(a, b)| b == a + 1 && text.is(a, class::PRON) && !text.is(a, class::INDEFINITE_PRON))
    });
    let checked = (first + 1..superlative.end).any(|k| text.is(k, class::SUP_SCOPE.or(class::DURATION)));
    !own || checked
}

/// Whether a figure that measures the ranked thing or a named authority stands in the sentence or the next.
pub fn is_supported(reading: &Reading, superlative: &Superlative) -> bool {
    // A toll beside the superlative does not measure it unless it stands in its own clause.
    let measures = |f: &super::Figure| {
        let here = f.sentence == superlative.sentence;
        let near = here && f.first > superlative.first && f.first < superlative.end + 12;
        // “Avec 48,2 degrés, c'est la journée la plus chaude”
        let before = here && f.first < superlative.first && f.end + 14 > superlative.first && !f.is_casualty();
        let next = f.sentence == superlative.sentence + 1 && !f.is_casualty();
        // “depuis vingt ans” is the scope.
        let scope = f.kind == FigureKind::Duration && (superlative.first..superlative.end + 2).contains(&f.first);
        !scope && f.low.is_some() && f.count == super::Count::Given && (near || before || next)
    };
    let s = superlative.sentence;
    let measured = reading.figures_in(s, s + 1).any(|(_, f)| measures(f));
    // A body or document that says it answers for it; a crowd, an unnamed source or a side of the fight does not.
    let answers = |s: &super::Source| {
        !s.party && !matches!(s.kind, SourceKind::Collective | SourceKind::Anonymous | SourceKind::Party)
    };
    let said = reading.saying(superlative.first).any(|(_, a)| reading.source(a).is_some_and(answers));
    measured || said || context::said_by_named_person(reading, superlative.first)
}

/// A claim that a whole group agrees: its words.
pub fn consensus(reading: &Reading) -> Vec<(usize, usize)> {
    let text = &reading.text;
    let mut found = Vec::new();
    for sentence in &text.sentences {
        for i in sentence.first..sentence.end {
            if context::quoted(text, i) {
                continue;
            }
            if text.is(i, class::CONSENSUS) {
                found.push((i, i + 1));
            } else if text.is(i, class::AGREE) && text.is(i, class::VERB) || text.is(i, class::UNANIMOUS) {
                found.extend(agreement(text, i));
            }
        }
    }
    found
}

/// “s'accordent les analystes”, “experts agree”, “specialists are unanimous”; not two states that agree on a ceasefire.
fn agreement(text: &Text, verb: usize) -> Option<(usize, usize)> {
    let mut group = phrases::verb_group(text, verb);
    // “sont unanimes”, “are all in agreement”
    let light = class::BE.or(class::HAVE).or(class::ADV).or(class::NEG).or(class::CLITIC);
    while text.is(verb, class::UNANIMOUS) && group.first > 0 && text.is(group.first - 1, light) {
        group.first -= 1;
        group.negated |= text.is(group.first, class::NEG);
    }
    let crowd = |first: usize, end: usize| {
        (first..end).any(|k| text.is(k, CROWD))
            && !(first..end).any(|k| text.is_name(k) || text.is(k, class::NEG.or(class::ZERO)))
            && (text.lang.romance
                || (first..end).any(|k| text.is(k, CROWD) && (text.ends_plural(k) || text.fold(k).contains(' '))))
    };
    // “s'accorder”, “s'entendre”: without its pronoun the verb grants or hears.
    let reflexive = (group.first..verb).any(|k| text.is(k, class::REFLEXIVE));
    let grants = text.lang.romance && text.is(verb, class::WEAK) && !text.is(verb, class::CONCEDE) && !reflexive;
    if group.negated || group.modal || grants || !text.is(verb, class::AGREE.or(class::UNANIMOUS)) {
        return None;
    }
    // “s'accordent à dire les climatologues”
    let said = (group.end..group.end + 3).find(|k| text.is(*k, class::INF)).filter(|k| text.is(k - 1, class::TO));
    let at = said.map_or(group.end, |k| k + 1);
    if let Some(end) = phrases::right(text, at).filter(|end| text.lang.romance && crowd(at, *end)) {
        return Some((group.first, end));
    }
    // “All agree that …”
    let opens = group.first == text.sentence(text.sentence_of(verb)).first;
    if opens && text.is(group.first, class::ABSOLUTE) && text.is(group.end, class::COMP) {
        return Some((group.first, group.end));
    }
    // “agreed to meet”: what they will do.
    let act =
        text.is(group.end, class::TO) && text.is(group.end + 1, class::INF) && !text.is(group.end + 1, class::SAY);
    let (first, end) = phrases::subject(text, group.first)?;
    // “agree that prices will fall” is an opinion, “agree on prices” a bargain.
    let sentence = text.sentence(text.sentence_of(verb));
    let mut object = (group.end..sentence.end.min(group.end + 5)).take_while(|k| !text.is(*k, class::COMP));
    let bargain = object.any(|k| text.is(k, class::ACCORD.or(class::HONORIFIC).or(class::ROLE)) || text.is_name(k));
    (crowd(first, end) && !bargain && !act).then_some((first, group.end))
}

/// Who has an opinion as a crowd.
const CROWD: crate::lang::Classes = class::COLLECTIVE.or(class::WITNESS).or(class::PROFESSION);

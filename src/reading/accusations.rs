//! Accusations: who lays a wrong at whose door, and whether that party is heard anywhere in the text.

use super::attributions::{Attribution, Range, circumstances, homographs};
use super::phrases::DETERMINER;
use super::sources::share_words;
use super::{Reading, phrases};
use crate::lang::{Classes, class};
use crate::report::SourceKind;
use crate::text::{Kind, Text};

/// Somebody who can be asked is accused.
#[derive(Clone, Debug)]
pub struct Accusation {
    /// Verb and accused, as they stand.
    pub place: Range,
    pub target: Range,
    /// The accused is only a pronoun.
    pub pronoun: bool,
    /// A charge in law.
    pub formal: bool,
}

/// The accusations of the text, in order.
pub fn accusations(reading: &Reading) -> Vec<Accusation> {
    let text = &reading.text;
    let mut found: Vec<Accusation> = Vec::new();
    for i in 0..text.tokens.len() {
        if let Some((first, end)) = text.is(i, class::WRONG).then(|| told(reading, i)).flatten() {
            let formal = reading.sentence_has(text.sentence_of(i), class::PROSECUTION);
            found.push(Accusation { place: (first, i + 1), target: (first, end), pronoun: false, formal });
            continue;
        }
        if !text.is(i, class::LAY) || found.last().is_some_and(|a| i < a.place.1) {
            continue;
        }
        let verb = text.is(i, class::VERB) && (!homographs::is_noun(text, i) || opens(text, i));
        let acts = verb.then(|| by_verb(text, i)).flatten();
        let Some((place, target)) = acts.or_else(|| by_noun(text, i)) else { continue };
        let pronoun = target.1 == target.0 + 1 && text.is(target.0, PRONOUN);
        let weak = text.is(i, class::FORMAL.or(class::LAY_WRONG)) || acts.is_none();
        let known = if pronoun { !weak } else { identifiable(text, target) };
        if !known || weak && !(target.0..target.1).any(|k| named(text, k)) {
            continue;
        }
        let sentence = text.sentence(text.sentence_of(i));
        let formal =
            text.is(i, class::FORMAL) || (sentence.first..sentence.end).any(|k| text.is(k, class::PROSECUTION));
        found.push(Accusation { place, target, pronoun, formal });
    }
    found
}

/// “Selon le syndicat, la direction a maquillé les comptes”: a wrong that somebody says somebody else has done.
fn told(reading: &Reading, verb: usize) -> Option<Range> {
    let text = &reading.text;
    let group = phrases::verb_group(text, verb);
    let past = text.is(verb, class::PP) && group.finite || text.is(verb, class::FIN) && !text.lang.romance;
    if !past || group.passive || group.negated || group.modal || !text.is(verb, class::VERB) {
        return None;
    }
    // What an audit found is no accusation.
    let accuser = |a: &Attribution| reading.source(a).is_some_and(|s| s.kind != SourceKind::Document);
    let (_, by) = reading.saying(verb).find(|(_, a)| a.source.is_some() && accuser(a))?;
    let subject = phrases::subject(text, group.first)?;
    let other = by.source.is_none_or(|s| s != subject && !share_words(text, s, subject));
    let behind = text.is(group.end, DETERMINER) || phrases::begins(text, group.end) || text.is_name(group.end);
    (other && behind && identifiable(text, subject)).then_some(subject)
}

const PRONOUN: Classes = class::CLITIC.or(class::PRON).or(class::PRON_OBJECT);
/// Prepositions behind which the wrong or the accuser stands.
const CHARGE: Classes = class::OF.or(class::BY).or(class::WITH).or(class::TO);

/// “Accused of fraud, …”: at the head of its sentence the participle looks like a noun.
fn opens(text: &Text, i: usize) -> bool {
    text.is(i, class::PP) && text.is(i + 1, class::OF.or(class::BY)) && text.sentence(text.sentence_of(i)).first == i
}

/// “accuse X de”, “X est accusé de”, “X, accusé de”, “reproche à X”.
fn by_verb(text: &Text, verb: usize) -> Option<(Range, Range)> {
    let group = phrases::verb_group(text, verb);
    let (first, end) = (group.first, group.end);
    let real = !group.modal || text.is(first, class::COND) && !text.is(first, class::MODAL);
    let before = first.checked_sub(1);
    let wished = before.is_some_and(|k| {
        let joint = text.is(k, class::TO) && text.is(first, class::INF) && text.lang.romance;
        let goal = joint && !text.is(k, class::PREP.or(class::PER));
        goal || text.is(k, class::WITHOUT.or(class::ZERO).or(class::NEG).or(class::MODAL))
    });
    let itself = (first..verb).any(|k| text.is(k, class::REFLEXIVE));
    if group.negated || !real || wished || itself {
        return None;
    }
    let charged = text.is(end, CHARGE) && !text.is(end, class::DEF);
    let bare = text.is(verb, class::PP) && group.first == verb;
    if group.passive || charged && bare && !text.is(verb, class::LAY_TO) {
        return accused_before(text, first, end);
    }
    if bare && !text.is(verb, class::FIN) {
        return None;
    }
    let clitic = (first..verb).find(|k| text.is(*k, PRONOUN) && !text.is(*k, class::ADV));
    if let Some(clitic) = clitic.filter(|_| text.lang.romance && text.is(end, class::OF)) {
        return Some(((first, end), (clitic, clitic + 1)));
    }
    let mut at = circumstances::past_time(text, end);
    if text.is(verb, class::LAY_CLAUSE) {
        // “alleges the bank laundered money”
        let clause = accused(text, at).is_some_and(|e| phrases::is_finite(text, e));
        at = if text.is(at, class::COMP) { at + 1 } else { clause.then_some(at)? };
    } else if text.is(verb, class::LAY_TO) {
        let sentence = text.sentence(text.sentence_of(verb));
        let to = (at..sentence.end.min(at + 12)).take_while(|k| !text.is_pause(*k)).find(|k| text.is(*k, class::TO))?;
        at = to + 1;
    }
    if text.is(at, class::PRON_OBJECT) && text.is(at + 1, CHARGE) {
        return Some(((first, at + 1), (at, at + 1)));
    }
    let stop = accused(text, at)?;
    // “« … », accuse la mère”: behind a quotation stands who accuses.
    let spoken = before.is_some_and(|k| {
        (k.saturating_sub(1)..=k).any(|j| text.kind(j) == Some(Kind::Mark) && text.quote_from(j).is_none())
    });
    if spoken && !text.is(stop, CHARGE) {
        return None;
    }
    // “dénonce la mort de X”, “accuse un retard”: the wrong alone accuses nobody; where the accused is meant, it is named.
    let wrong = text.is(verb, class::LAY_WRONG) && !(at..stop).any(|k| named(text, k));
    (!wrong).then_some(((first, stop), (at, stop)))
}

/// The end of the accused who begin at token `at`, before what they are accused of: “le maire de Lyon | de mentir”.
fn accused(text: &Text, at: usize) -> Option<usize> {
    // “accuser réception”, “accuse le coup”: a bare noun is nobody.
    let opens = if text.lang.romance { DETERMINER } else { DETERMINER.or(class::FIRM) };
    let opens = opens.or(class::HONORIFIC).or(class::ROLE).or(class::DEMONYM).or(class::PRON);
    // “accuse shipping firm Belcare”
    let light = class::NOUN.or(class::ADJECTIVE).or(class::ADJ).or(class::ONCE).or(class::GER);
    let head =
        || (at..at + 4).find(|k| !text.is(*k, light) || text.is_name(*k)).filter(|k| *k > at && text.is_name(*k));
    let titled = head().filter(|k| !text.lang.romance && text.is(k - 1, phrases::SPEAKER.or(class::FIRM)));
    let somebody = text.is(at, opens) || text.is_name(at) || titled.is_some();
    // “au bailleur Novalis”: the article stands in the preposition.
    let begins = (phrases::begins(text, at) || titled.is_some()) && somebody
        || text.is(at, class::FIRM) && !text.lang.romance
        || at > 0 && text.is(at - 1, class::DEF);
    let stop = begins.then(|| phrases::right(text, titled.unwrap_or(at))).flatten()?;
    let of = |k: usize| text.is(k, class::OF) && !text.is(k, class::DEF);
    let does = class::INF.or(class::HAVE).or(class::BE).or(class::GER);
    let deed = |k: usize| text.is(k, does) || text.is(k, class::CLITIC) && text.is(k + 1, does);
    let charge = |k: &usize| {
        let named = (at..*k).any(|j| text.is_name(j));
        let body = text.is_name(k + 1) || text.is(k + 1, DETERMINER) || text.capital(k + 1);
        named && text.is(*k, class::TO) || of(*k) && (deed(k + 1) || !body && (named || !text.lang.romance))
    };
    let cut = (at + 1..stop).find(charge).unwrap_or(stop);
    let cut = if text.sign(cut.wrapping_sub(1), ",") { cut - 1 } else { cut };
    // “the landlord, Rosehill Estates, …”
    let name = (cut + 1..cut + 6).take_while(|k| text.is_name(*k)).last().filter(|_| text.sign(cut, ","));
    Some(name.filter(|k| text.is_pause(k + 1)).map_or(cut, |k| k + 1))
}

/// “plainte contre X”, “accusations against X”.
fn by_noun(text: &Text, noun: usize) -> Option<(Range, Range)> {
    if !text.is(noun, class::NOUN) || noun > 0 && text.is(noun - 1, class::ZERO.or(class::WITHOUT).or(class::NEG)) {
        return None;
    }
    let sentence = text.sentence(text.sentence_of(noun));
    let near = |k: &usize| !text.is_pause(*k) && !phrases::is_finite(text, *k);
    let against = (noun + 1..sentence.end.min(noun + 7)).take_while(near).find(|k| text.is(*k, class::AGAINST));
    // “visée par des accusations”
    let by = (noun.saturating_sub(2)..noun).find(|k| text.is(*k, class::BY) && text.is(k - 1, class::PP));
    // “faces three accusations”, “fait l'objet d'une plainte”
    let open = |k: &usize| !text.is_pause(*k) && text.sentence_of(*k) == text.sentence_of(noun);
    let faced = (noun.saturating_sub(4)..noun).rev().take_while(open).find(|k| text.is(*k, class::FACE));
    if let Some(verb) = by.map(|by| by - 1).or(faced).filter(|_| against.is_none()) {
        let group = phrases::verb_group(text, verb);
        if group.negated || group.modal {
            return None;
        }
        let (_, target) = accused_before(text, group.first, noun + 1)?;
        return Some(((target.0, noun + 1), target)).filter(|_| target.0 < noun);
    }
    let against = against?;
    let at = against + 1;
    let stop = accused(text, at)?;
    // “plainte contre X”: French law calls so whoever is unknown.
    let unknown = stop == at + 1 && text.word(at).len() == 1;
    (!unknown).then_some(((noun, stop), (at, stop)))
}

/// The accused before “est accusé”, “accused of”: the subject, or whom the participle stands beside.
fn accused_before(text: &Text, first: usize, end: usize) -> Option<(Range, Range)> {
    let sentence = text.sentence(text.sentence_of(first));
    let trimmed = |(a, b): Range| {
        let b = if text.sign(b.wrapping_sub(1), ",") { b - 1 } else { b };
        (a < b).then_some((a, b))
    };
    if first == sentence.first || first > 0 && text.kind(first - 1) == Some(Kind::Mark) {
        // “Accusé de fraude, le maire …”: the subject behind the comma.
        let comma = (end..sentence.end.min(end + 25)).find(|k| text.sign(*k, ",") && phrases::begins(text, k + 1))?;
        let stop = phrases::right(text, comma + 1)?;
        return Some(((first, end), (comma + 1, stop)));
    }
    let comma = first.checked_sub(1).filter(|k| text.sign(*k, ","));
    let beside = || comma.and_then(|k| phrases::ending(text, k));
    let passive = text.is(first, class::BE.or(class::HAVE)).then(|| phrases::subject(text, first)).flatten();
    let target = passive.or_else(beside).or_else(|| phrases::subject(text, first));
    let target = target.or_else(|| phrases::ending(text, first)).and_then(trimmed)?;
    Some(((target.0, end), target))
}

fn named(text: &Text, k: usize) -> bool {
    text.is_name(k) && !text.is(k, class::WEEKDAY.or(class::MONTH).or(class::NATURE))
}

/// Somebody who can be asked: a name, or an office or body that an article makes known.
fn identifiable(text: &Text, (first, end): Range) -> bool {
    if (first..end).any(|k| text.is(k, class::NATURE.or(class::ACCORD).or(class::FIGHT).or(class::ACCIDENT))) {
        return false;
    }
    let body = class::INSTITUTION.or(class::ROLE).or(class::SPOKES).or(class::FORCE).or(class::PARTY);
    let body = body.or(class::CAMP).or(class::PROFESSION).or(class::MEDIA).or(class::FIRM);
    let several = text.is(first, class::INDEF.or(class::VAGUE).or(class::NUM).or(class::ZERO));
    let article = class::DEF.or(class::POSS).or(class::DEM);
    let known = (text.is(first, article) || first > 0 && text.is(first - 1, class::DEF)) && !several;
    // “l'élection générale”: the head tells, not what stands beside it.
    let head = (first..end).find(|k| text.is(*k, class::NOUN.or(class::ROLE)));
    let head =
        if text.lang.romance { head.map_or((first, first), |k| (k, k + 1)) } else { (first, end.min(first + 4)) };
    (first..end).any(|k| named(text, k)) && !(several && text.is(first, class::VAGUE))
        || text.is(first, class::FIRM) && !text.lang.romance
        || known && (head.0..head.1).any(|k| text.is(k, body))
}

/// Who answers in the text, by denying, reacting or being asked: the words of the subject, where there is one.
pub fn replies(reading: &Reading) -> Vec<(usize, Option<Range>)> {
    let text = &reading.text;
    let asked = class::REACT.or(class::DECLINE).or(class::REPLY);
    let verb = |i: usize| text.is(i, class::VERB) && !homographs::is_noun(text, i);
    // “rejette ces accusations”, but not “rejette ses eaux dans l'étang”
    let dismissed = |i: usize| {
        text.is(i, class::DENY) && verb(i) && (i + 1..i + 4).any(|k| text.is(k, class::NOMINAL_SAY.or(class::LAY)))
    };
    let deputy = |i: usize| text.is(i, class::COUNSEL) && i > 0 && text.is(i - 1, class::POSS);
    let told = |i: usize| text.is(i, asked) && (!text.is(i, class::VERB) || verb(i));
    // “…, which he has called lies”
    let called = |i: usize| {
        let beside = text.is(i, class::REL) && text.is(i + 1, class::PRON) && text.sign(i.wrapping_sub(1), ",");
        beside && !text.lang.romance && (i + 2..i + 5).any(|k| text.is(k, class::SAY) && text.is(k, class::VERB))
    };
    let reply = |i: &usize| told(*i) || dismissed(*i) || deputy(*i) || called(*i);
    let replies = (0..text.tokens.len()).filter(reply);
    let subject = |i: usize| {
        if text.is(i, class::VERB) {
            return phrases::subject(text, phrases::verb_group(text, i).first);
        }
        // “Contacté, le maire …”: whoever the sentence speaks of.
        let last = text.sentence(text.sentence_of(i)).end;
        let at = (i + 1..last.min(i + 4)).find(|k| phrases::begins(text, *k))?;
        Some((at, phrases::right(text, at)?))
    };
    replies.map(|i| (i, subject(i))).collect()
}

/// Whether the accused is heard anywhere: says something, denies it, or is said to have been asked.
pub fn is_answered(reading: &Reading, accusation: &Accusation, replies: &[(usize, Option<Range>)]) -> bool {
    let text = &reading.text;
    let (from, to) = accusation.place;
    let own = text.sentence_of(from);
    // Once for each source, however often it speaks.
    let meant: Vec<bool> = reading.sources.iter().map(|s| s.is_meant(text, accusation.target)).collect();
    let voice = reading.attributions.iter().any(|a| {
        // The accuser's own words are no answer.
        if a.cue.iter().any(|(c, d)| *c < to && from < *d) {
            return false;
        }
        let (first, end) = a.source.unwrap_or_default();
        // “its director called that an invention”
        let owned = text.is(first, class::POSS) && first >= to && a.sentence <= own + NEAR;
        let spokes = class::COUNSEL.or(if owned { class::ROLE.or(class::SPOKES) } else { class::COUNSEL });
        let counsel = (first..end).any(|k| text.is(k, spokes)) && (a.sentence != own || first >= to);
        let near = a.sentence > own && a.sentence <= own + NEAR && !accusation.pronoun;
        counsel
            || near && end > first && nameless(text, (first, end), class::FIRM)
            || a.speaker.and_then(|s| meant.get(s)).is_some_and(|m| *m)
    });
    let other = |subject: Range| {
        let bodies = class::INSTITUTION.or(class::ROLE).or(class::STATE).or(class::PARTY);
        let known = (subject.0..subject.1).any(|k| named(text, k) || text.is(k, bodies));
        known && !nameless(text, subject, class::FIRM.or(class::COUNSEL).or(class::SPOKES))
    };
    let answers = |(i, subject): &(usize, Option<Range>)| {
        !(from..to).contains(i)
            && !(text.is(*i, class::COUNSEL) && *i < from && text.sentence_of(*i) == own)
            && subject.is_none_or(|s| !other(s) || accusation.pronoun || share_words(text, s, accusation.target))
    };
    voice || replies.iter().any(answers)
}

/// Sentences behind an accusation in which “l'entreprise” is the accused.
const NEAR: usize = 4;

/// “l'entreprise”, “his lawyer”: a word of one of the classes, and no name.
fn nameless(text: &Text, (first, end): Range, classes: Classes) -> bool {
    (first..end).any(|k| text.is(k, classes)) && !(first..end).any(|k| named(text, k))
}

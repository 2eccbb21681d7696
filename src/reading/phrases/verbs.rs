//! Verbs: which words are one where they stand, and the auxiliaries, adverbs and clitics around them.

use super::{DETERMINER, unknown};
use crate::lang::{Classes, class};
use crate::text::{Kind, Text};

/// Whether token `i` is a finite verb and nothing else that a noun phrase may hold.
#[inline(never)]
pub fn is_finite(text: &Text, i: usize) -> bool {
    // “the study's lead author”: what looks like “is” marks the owner before a noun.
    if text.is(i, class::GENITIVE)
        && text.glued(i)
        && !text.is(i + 1, class::ADV.or(class::NEG).or(class::GER).or(DETERMINER).or(class::PREP))
    {
        return false;
    }
    // “4 March”, “May 5”
    if text.is(i, class::MONTH)
        && (text.kind(i + 1) == Some(Kind::Number) || i > 0 && text.kind(i - 1) == Some(Kind::Number))
    {
        return false;
    }
    // “the host told”: behind an article stands a noun, whatever else the word may be.
    let behind = |classes: Classes| i > 0 && text.is(i - 1, classes) && text.sentence_of(i - 1) == text.sentence_of(i);
    if !text.lang.romance && behind(class::DEF.or(class::INDEF)) && !behind(class::PRON_OBJECT) {
        return false;
    }
    // “the study's lead author”
    if !text.lang.romance
        && behind(class::GENITIVE)
        && !text.is(i.wrapping_sub(2), class::PRON)
        && text.is(i + 1, class::NOUN)
    {
        return false;
    }
    if unknown_past(text, i) {
        return !behind(DETERMINER.or(class::ADJ).or(class::ADV).or(class::AND).or(class::BE).or(class::HAVE));
    }
    if text.is(i, class::HAVE.or(class::BE).or(class::MODAL)) && text.is(i, class::FIN.or(class::COND)) {
        return !(text.is(i, class::NOUN) && i > 0 && text.is(i - 1, class::DEF.or(class::OF).or(class::PREP)));
    }
    // “Prosecutors opposed the release”: a past between a noun and an article, though lists know it as an adjective.
    if !text.lang.romance
        && text.is(i, class::FIN)
        && text.is(i, class::ADJ.or(class::ADJECTIVE))
        && !text.is(i, class::NOUN)
        && behind(class::NOUN.or(class::PRON))
        && text.is(i + 1, class::DEF.or(class::INDEF).or(class::POSS))
    {
        return true;
    }
    if !text.lang.romance && bare_of_one(text, i) {
        return false;
    }
    let only_verb = !text.is(i, class::NOUN.or(class::ADJECTIVE).or(DETERMINER).or(class::PREP));
    // English past and participle look alike; a verb of saying behind a noun is the verb.
    let participle = text.is(i, class::PP) && (text.lang.romance || !text.is(i, class::FIN));
    text.is(i, class::FIN.or(class::COND).or(class::HAVE).or(class::BE).or(class::MODAL)) && only_verb && !participle
}

/// “talk radio host Lind”: a base form behind one person or thing does not agree with it and is no finite verb.
fn bare_of_one(text: &Text, i: usize) -> bool {
    let base = text.is(i, class::INF) && text.is(i, class::FIN) && !text.is(i, class::PP.or(class::HAVE).or(class::BE));
    if !base {
        return false;
    }
    let Some(before) = i.checked_sub(1).filter(|b| text.sentence_of(*b) == text.sentence_of(i)) else {
        // “Back in Ohio, he said, …”
        return text.is(i, class::ADV.or(class::NOUN));
    };
    // “according to talk radio”
    if text.is(before, class::ACCORDING.or(class::PREP).or(class::OF)) && !text.is(before, class::BUT) {
        return true;
    }
    let one = (text.is_name(before) || text.is(before, class::NOUN))
        && !text.ends_plural(before)
        && !text.is(before, class::MASS_PEOPLE.or(class::PLURAL).or(class::POLICE).or(class::VERB));
    let several = (before.saturating_sub(6)..before).any(|k| text.is(k, class::AND.or(class::NUM).or(class::VAGUE)));
    one && !several
}

/// A word of no list that ends like a past.
fn unknown_past(text: &Text, i: usize) -> bool {
    let ending = text.lang.past_ending;
    !ending.is_empty()
        && unknown(text, i)
        && text.kind(i) == Some(Kind::Word)
        && text.word(i).ends_with(ending)
        && !text.capital(i)
}

/// Whether token `i` may be a verb.
pub fn is_verbal(text: &Text, i: usize) -> bool {
    unknown_past(text, i) || text.is(i, class::VERB.or(class::HAVE).or(class::BE).or(class::MODAL).or(class::CLITIC))
}

/// A verb group: auxiliaries, adverbs and clitics around one verb.
#[derive(Clone, Copy, Debug)]
pub struct VerbGroup {
    pub first: usize,
    /// The verb that carries the meaning.
    pub verb: usize,
    pub end: usize,
    pub finite: bool,
    pub passive: bool,
    pub negated: bool,
    /// An auxiliary that makes it hypothetical: “could”, “pourrait”, “aurait”.
    pub modal: bool,
    /// An inverted pronoun inside the group: “a-t-il ajouté”.
    pub clitic: Option<usize>,
}

/// The group around the verb at token `verb`.
pub fn verb_group(text: &Text, verb: usize) -> VerbGroup {
    let sentence = text.sentence(text.sentence_of(verb));
    let mut group = VerbGroup {
        first: verb,
        verb,
        end: verb + 1,
        finite: false,
        passive: false,
        negated: false,
        modal: false,
        clitic: None,
    };
    // A phrase of saying (“fait état”) is a participle behind its auxiliary.
    let participle = text.is(verb, class::PP)
        || text.fold(verb).contains(' ') && !text.is(verb, class::GER)
        || text.lang.romance && unknown(text, verb);
    // “vient d'annoncer”: one phrase of the lists that an infinitive follows.
    let recent = |p: usize| text.is(verb, class::INF) && text.fold(p).contains(' ');
    let mut auxiliary = false;
    let mut k = verb;
    while k > sentence.first && verb - k < 8 {
        let p = k - 1;
        if text.is(p, class::HAVE.or(class::BE))
            && !text.is(p, class::NOUN)
            && (participle || text.is(verb, class::GER) && !text.lang.romance || recent(p))
        {
            auxiliary = true;
            group.passive |= text.is(p, class::BE) && participle;
            group.modal |= text.is(p, class::COND) && !text.is(p, class::FIN);
            group.finite |= text.is(p, class::FIN.or(class::COND));
        } else if text.is(p, class::GENITIVE) && p > sentence.first && text.is(p - 1, class::PRON) {
            // “he's claiming”, “she's said”
            auxiliary = true;
            group.finite = true;
        } else if text.is(p, class::MODAL) && !text.is(p, class::NOUN) && !text.is(verb, class::GER) {
            auxiliary = true;
            group.modal = true;
            group.finite = true;
        } else if participle
            && text.kind(p) == Some(Kind::Mark)
            && p > sentence.first
            && text.is(p - 1, class::HAVE.or(class::BE))
        {
            // “a « réaffirmé … »”: the quotation opens inside the group.
        } else if let Some(before) = aside(text, p).filter(|_| participle) {
            // “a, lui, souligné”: the auxiliary stands before the first comma.
            k = before + 1;
            continue;
        } else if text.is(p, class::PRON) && text.word(p).starts_with('-') {
            group.clitic = Some(p);
        } else if text.lang.romance && participle && text.is(p, class::PRON) && own(text, p) {
            // “avait lui-même estimé”
        } else if text.is(p, class::NEG) {
            group.negated = true;
        } else if text.is(p, class::CLITIC) && !text.is(p, class::DEF)
            || text.is(p, class::REFLEXIVE)
            || (text.is(p, class::ADV.or(class::HEARSAY)) && !text.is(p, class::NOUN))
        {
        } else if text.is(p, class::CLITIC)
            && p > sentence.first
            && !text.is(p - 1, class::PREP.or(class::OF))
            && is_finite(text, verb)
            && !text.capital(p)
            && text.is(p - 1, class::PRON.or(class::CLITIC).or(class::REL))
        {
            // “il l'a dit”
        } else {
            break;
        }
        k = p;
        group.first = k;
    }
    // Adverbs before the first auxiliary are kept only when an auxiliary or a clitic holds them.
    while group.first < verb && text.is(group.first, class::NEG.or(class::ADV)) && !auxiliary && text.lang.romance {
        group.first += 1;
    }
    group.finite |= !auxiliary && text.is(verb, class::FIN.or(class::COND));
    // French negation wraps the verb: “n'est pas”, “ne dit rien”.
    let last = verb + usize::from(text.lang.romance);
    group.negated |= (group.first..=last).any(|n| text.is(n, class::NEG));
    if text.is(group.end, class::PRON) && text.word(group.end).starts_with('-') {
        group.clitic = Some(group.end);
    }
    // French perfect of verbs with être is active: “s'est insurgé”, “est mort”.
    if group.passive && (group.first..verb).any(|n| text.is(n, class::REFLEXIVE)) {
        group.passive = false;
    }
    group
}

/// Whether a pronoun stands between auxiliary and participle: “a elle-même reconnu”.
fn own(text: &Text, pronoun: usize) -> bool {
    pronoun > 0 && text.is(pronoun - 1, class::HAVE.or(class::BE)) && !text.glued(pronoun)
}

/// The last token before words between two commas that part auxiliary and participle; the second comma is token `close`.
fn aside(text: &Text, close: usize) -> Option<usize> {
    let open = (close.saturating_sub(5)..close).rev().find(|k| text.sign(*k, ",")).filter(|_| text.sign(close, ","))?;
    let before = open.checked_sub(1)?;
    let holds =
        text.is(before, class::HAVE.or(class::BE)) || text.is(before, class::ADV) && text.is(before - 1, class::HAVE);
    (text.lang.romance && holds && before > 0).then_some(before)
}

//! Who holds an opinion though no words are reported: “les analystes jugent le plan irréaliste”, “some see a gesture”.

use super::{Attribution, Range, homographs};
use crate::lang::class;
use crate::reading::phrases;
use crate::text::Text;

/// Tokens to the left in which a verb may find its subject and a pronoun like “certains” who is meant.
const ANTECEDENT: usize = 40;

/// The unnamed subjects of verbs of opinion and saying that no attribution has, outside quotations.
pub fn opinions(text: &Text, found: &[Attribution]) -> Vec<Range> {
    let cues = super::covered(text, found.iter().flat_map(|a| a.cue.iter().copied()));
    let mut opinions = Vec::new();
    let mut last = None;
    for i in 0..text.tokens.len() {
        if text.is(i, class::COLLECTIVE.or(class::ANONYMOUS)) {
            last = Some(i);
        }
        let verb = text.is(i, class::VERB) && text.is(i, class::FIN.or(class::PP));
        // Only an unnamed source or crowd is asked for, and it stands before its verb.
        let verb = verb && last.is_some_and(|k| k + ANTECEDENT > i && text.sentence_of(k) == text.sentence_of(i));
        let somebody = text.is(i, class::SOMEBODY);
        if !somebody && !(verb && text.is(i, class::SAY.or(class::OPINE))) || text.quote_of(i).is_some() {
            continue;
        }
        let taken = cues.get(i).copied().unwrap_or(false);
        if somebody {
            opinions.extend(unnamed(text, i));
        } else if !taken && !homographs::is_noun(text, i) {
            opinions.extend(holder(text, i));
        }
    }
    opinions
}

/// The subject of the verb at token `verb`.
fn holder(text: &Text, verb: usize) -> Option<Range> {
    let group = phrases::verb_group(text, verb);
    let bare = text.is(verb, class::PP) && !text.is(verb, class::FIN) && !group.finite;
    if group.negated || group.passive || group.modal || bare {
        return None;
    }
    let (first, end) = phrases::subject(text, group.first)?;
    // Scholars find things out; only what they say is opinion.
    let scholars = (first..end).any(|k| text.is(k, class::SCHOLAR)) && !text.is(verb, class::OPINE);
    (!text.is(first, class::PRON) && !scholars).then_some((first, end))
}

/// “Certains accusent …”, “Some say …”: at the head of a clause, right before its verb, and nobody else is meant.
fn unnamed(text: &Text, i: usize) -> Option<Range> {
    let sentence = text.sentence(text.sentence_of(i)).first;
    let opens = i == sentence || text.is_pause(i - 1) || text.is(i - 1, class::BUT);
    let light = class::CLITIC.or(class::ADV).or(class::HAVE).or(class::REFLEXIVE);
    let verb = (i + 1..i + 5).find(|k| !text.is(*k, light) || text.is(*k, class::SAY))?;
    let says = text.is(verb, class::VERB)
        && text.is(verb, class::FIN.or(class::PP))
        && text.is(verb, class::SAY.or(class::OPINE));
    // “some estimated tolls”
    let attribute = !text.lang.romance && text.is(verb, class::PP) && text.is(verb + 1, class::NOUN);
    let people =
        class::PERSON.or(class::WITNESS).or(class::CROWD).or(class::PARTY).or(class::PROFESSION).or(class::COMBATANT);
    let meant = (i.saturating_sub(ANTECEDENT)..i).any(|k| text.is(k, people.or(class::ROLE)) && text.ends_plural(k));
    (opens && says && !attribute && !meant).then_some((i, i + 1))
}

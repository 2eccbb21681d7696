//! What is told as borrowed without saying from whom: the French perfect conditional, “reportedly”.

use super::attributions::{self, Range};
use super::{Reading, phrases};
use crate::lang::class;
use crate::text::Text;

/// The words that mark something as borrowed in sentences that name no source, in order.
pub fn borrowed(reading: &Reading) -> Vec<Range> {
    let text = &reading.text;
    let sourced = |s: usize| reading.attributions_at(s).any(|(_, a)| a.source.is_some());
    let auxiliary = class::HAVE.or(class::BE);
    let mut found: Vec<Range> = Vec::new();
    for i in text.having(class::COND.or(class::HEARSAY)) {
        if text.is(i, class::COND) && text.is(i, auxiliary) && !text.is(i, class::FIN) {
            found.extend(perfect(text, i));
        } else if !text.lang.romance && attributions::adverb(text, i) && !text.is(i, class::SETTLED) {
            found.push((i, i + 1));
        }
    }
    found.retain(|f| !sourced(text.sentence_of(f.0)));
    // One for each sentence: its source would stand for all.
    found.dedup_by_key(|f| text.sentence_of(f.0));
    found
}

/// “aurait agi”, “se serait échoué”: a perfect in a main clause that no condition governs.
pub fn perfect(text: &Text, auxiliary: usize) -> Option<Range> {
    let light = class::ADV.or(class::NEG).or(class::CLITIC).or(class::BE);
    let verb = (auxiliary + 1..auxiliary + 6)
        .find(|k| !text.is(*k, light) || text.is(*k, class::PP) && !text.is(*k, class::BE))?;
    let group = phrases::verb_group(text, verb);
    let reflexive = (group.first..auxiliary).any(|k| text.is(k, class::REFLEXIVE));
    let past = text.is(auxiliary, class::HAVE) || reflexive || text.is(verb, class::MOVED);
    // “aurait regagné”: behind its auxiliary a word of no list is the participle.
    let real = (text.is(verb, class::PP) || phrases::unknown(text, verb) && !text.capital(verb))
        && !text.is(verb, class::UNREAL.or(class::MODAL).or(class::WISH));
    if !past || !real || group.first > auxiliary {
        return None;
    }
    let sentence = text.sentence(text.sentence_of(auxiliary));
    let condition = class::IF.or(class::WITHOUT);
    // “s'il”: the list knows the elided word as a pronoun.
    let governs = |k: usize| text.is(k, condition) || text.is(k, class::REFLEXIVE) && text.is(k + 1, class::PRON);
    let conditional = (sentence.first..sentence.end).any(|k| governs(k) && text.quote_of(k).is_none());
    // “a dit qu'il serait parti”, “dont on dit qu'il aurait”: a clause in another; so is a relative one.
    let governed = (sentence.first..group.first).any(|k| text.is(k, class::COMP) && !text.is(k, class::REL))
        || group.first > sentence.first && text.is(group.first - 1, class::REL);
    let nobody = group.first > sentence.first && text.is(group.first - 1, class::INDEFINITE_PRON.or(class::PRON_FIRST));
    (!conditional && !governed && !nobody).then_some((group.first, group.end))
}

//! Contested events: what somebody is said to have done by force, and where the text says by whom.

use super::attributions::{Attribution, Range};
use super::{Reading, phrases};
use crate::lang::{Classes, class};
use crate::report::SourceKind;
use crate::text::Text;

const DEEDS: Classes =
    class::ATTACK.or(class::KILL).or(class::WOUND).or(class::CAPTURE).or(class::OVERRUN).or(class::OFFENCE);

/// Tokens of a sentence that leads into none.
const HEADING: usize = 4;

/// A deed in the indicative at token `i`: the place of its verb.
fn deed(text: &Text, i: usize) -> Option<Range> {
    let group = phrases::verb_group(text, i);
    let told = text.is(i, DEEDS) && text.is(i, class::VERB) && text.quote_of(i).is_none();
    let past = group.finite || !text.lang.romance && text.is(i, class::FIN) && text.is(i, class::PP);
    (told && past && !group.negated && !group.modal).then_some((group.first, group.end))
}

/// Who says a contested event of the first sentence, where only its end tells.
pub fn late_source(reading: &Reading) -> Option<Range> {
    let text = &reading.text;
    let late = |a: &&Attribution| {
        let before = a.cue.iter().all(|c| a.content.iter().all(|r| r.1 <= c.0));
        let said = || a.content.iter().flat_map(|r| r.0..r.1);
        before && said().any(|k| deed(text, k).is_some())
    };
    // Fewer words are a heading or a place.
    let lead = text.sentences.iter().position(|s| s.end > s.first + HEADING)?;
    let own = |a: &&Attribution| a.source.is_some() && a.sentence == lead;
    let attribution = reading.attributions_at(lead).map(|(_, a)| a).filter(own).find(late)?;
    let (first, end) = attribution.source?;
    let cue = || attribution.cue.iter();
    Some((cue().map(|c| c.0).min()?.min(first), cue().map(|c| c.1).max()?.max(end)))
}

/// Deeds that go on, source unsaid, behind a sentence that a body vouches for: “Selon la police, … Il a tiré …”.
pub fn lapses(reading: &Reading) -> Vec<Range> {
    let text = &reading.text;
    let mut found = Vec::new();
    for (s, sentence) in text.sentences.iter().enumerate().skip(1) {
        let person = class::PRON.or(class::PRON_LAST);
        let pronoun = text.is(sentence.first, person) && !text.is(sentence.first, class::INDEFINITE_PRON);
        let beside = text.sentence(s - 1).paragraph == sentence.paragraph;
        if !pronoun || !beside || reading.attributions_at(s).next().is_some() {
            continue;
        }
        // Of somebody who speaks for themselves the pronoun may mean the speaker.
        let body = |a: &Attribution| {
            let known =
                reading.source(a).filter(|s| s.plural || !matches!(s.kind, SourceKind::Person | SourceKind::Official));
            a.sentence + 1 == s && a.source.is_some() && known.is_some()
        };
        let vouched = reading.attributions_at(s - 1).any(|(_, a)| body(a));
        let verb = (sentence.first + 1..sentence.end.min(sentence.first + 7)).find_map(|k| deed(text, k));
        found.extend(verb.filter(|v| vouched && v.0 <= sentence.first + 2).map(|v| (sentence.first, v.1)));
    }
    found
}

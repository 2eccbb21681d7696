//! A verb of saying that judges the speaker: “prétendre”, “marteler”, “insist”, “admit”.
//!
//! AP: “admit” may suggest wrongdoing, and “said” is usually enough. Who admits his own act has done so.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::lang::{Classes, class};
use crate::reading::{Attribution, Reading, phrases};
use crate::report::Severity;
use crate::text::Text;

pub static CHECK: Check = Check {
    id: "speech-verb-loaded",
    severity: Severity::Info,
    on_by_default: false,
    heeds: &[Heed::Quotation, Heed::Furniture],
    examples: &[
        ("fr", "Le gérant ⟨prétend⟩ que la porte était fermée."),
        ("fr", "Le gérant a avoué avoir laissé la porte ouverte."),
        ("en", "The manager ⟨claims⟩ that the door was locked."),
        ("en", "The manager admitted leaving the door open."),
    ],
    run,
};

/// Verbs whose object is blamed.
const BLAMES: Classes = class::ACCUSE.or(class::ASSAIL);

fn run(reading: &Reading, out: &mut Findings) {
    let text = &reading.text;
    for i in text.having(class::LOADED_VERB).filter(|i| text.is(*i, class::VERB)) {
        let cue = |a: &Attribution| a.cue.iter().any(|(first, end)| (*first..*end).contains(&i));
        let told = reading.attributions_at(text.sentence_of(i)).map(|(_, a)| a).find(|a| cue(a));
        // “fustige une décision”: who is blamed is all that is told.
        let object = !text.is(i + 1, class::PREP) || text.fold(i).contains(' ');
        let blames = || text.is(i, BLAMES) && object && phrases::verb_group(text, i).finite;
        if told.map_or_else(blames, |a| is_statement(text, a, i) && !is_own_act(text, i)) {
            out.flags.push(Finding::on(reading, i, i + 1));
        }
    }
}

/// Whether something is said: “claimed responsibility”, “claimed three lives”, “prétend au trône” say nothing.
fn is_statement(text: &Text, attribution: &Attribution, verb: usize) -> bool {
    let says = |k: usize| {
        text.quote_of(k).is_some()
            || phrases::is_finite(text, k)
            || text.is(k, class::HAVE.or(class::BE))
            || text.is(k, class::INF) && !text.is(k, class::NOUN)
    };
    let blames = text.is(verb, BLAMES);
    let thing = text.is(verb + 1, class::TO) && !text.is(verb + 2, class::INF)
        || blames && text.is(verb + 1, class::PREP) && !text.fold(verb).contains(' ');
    !thing
        && (blames || text.is(verb + 1, class::COMP) || attribution.content.iter().flat_map(|(a, b)| *a..*b).any(says))
}

/// “avoue avoir bu”, “admitted that he had been drinking”: against the speaker's own interest.
fn is_own_act(text: &Text, verb: usize) -> bool {
    let own = class::PRON.or(class::POSS).or(class::SELF);
    let act = |k: usize| text.is(k, own) || text.is(k, class::INF.or(class::GER)) && !text.is(k, class::NOUN);
    text.is(verb, class::CONCEDE) && (verb + 1..verb + 4).any(act)
}

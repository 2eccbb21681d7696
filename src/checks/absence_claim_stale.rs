//! “N’a pas réagi”, “no group has claimed”: nobody has answered yet, says the draft.
//!
//! It holds only until somebody answers: ask once more before publishing, and write down that an answer was asked for.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::lang::class;
use crate::reading::{Count, Reading, phrases};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "absence-claim-stale",
    severity: Severity::Info,
    on_by_default: true,
    heeds: &[Heed::Quotation, Heed::History, Heed::Question, Heed::Furniture],
    examples: &[
        ("fr", "⟨Aucune organisation n’a revendiqué⟩ l’enlèvement."),
        ("fr", "Le constructeur ⟨n’a pas souhaité réagir⟩ à ces accusations."),
        ("fr", "Le constructeur a démenti mardi à la mi-journée."),
        ("en", "⟨No organisation has claimed⟩ responsibility for the kidnapping."),
        ("en", "The carmaker ⟨declined to comment⟩ when reached by phone."),
        ("en", "The carmaker denied it on Tuesday."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    let text = &reading.text;
    for figure in reading.figures.iter().filter(|f| f.count == Count::Withheld) {
        out.flags.push(Finding::on(reading, figure.first, figure.end));
    }
    let asked = class::CLAIM.or(class::REACT);
    for i in 0..text.tokens.len() {
        // “declined to comment” is one phrase of the lists.
        if text.is(i, class::DECLINE) && text.is(i, class::FIN) && text.fold(i).contains(' ') {
            out.flags.push(Finding::on(reading, i, i + 1));
        }
        if !text.is(i, asked) || !text.is(i, class::VERB) {
            continue;
        }
        let group = phrases::verb_group(text, i);
        // “declined to comment”, “n'a pas souhaité commenter”: a refusal or a denied wish before an infinitive.
        if text.is(i, class::INF) && !text.is(i, class::PP) {
            let wish = i.checked_sub(1).filter(|w| text.is(*w, class::PP)).map(|w| phrases::verb_group(text, w));
            let first = reading.refusal(i).or(wish.filter(|w| w.negated).map(|w| w.first));
            out.flags.extend(first.map(|first| Finding::on(reading, first, i + 1)));
            continue;
        }
        let perfect = text.is(i, class::PP) && (group.first..i).any(|k| text.is(k, class::HAVE.or(class::BE)));
        if !perfect {
            continue;
        }
        let sentence = text.sentence(text.sentence_of(i));
        let nobody = (sentence.first..group.first).rev().take(4).find(|k| text.is(*k, class::ZERO));
        if let Some(first) = nobody.or(group.negated.then_some(group.first)) {
            out.flags.push(Finding::on(reading, first, i + 1));
        }
    }
}

//! How, or for what one reason, somebody took his own life, in an article without a help line.
//!
//! The World Health Organization: details of the means and a single cause are copied, a help line saves lives.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::lang::class;
use crate::reading::{Reading, contacts};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "suicide-detail",
    severity: Severity::Warning,
    on_by_default: false,
    heeds: &[Heed::History, Heed::Furniture],
    examples: &[
        ("fr", "Le gardien s’est donné la mort par ⟨pendaison⟩."),
        ("fr", "Le gardien s’est donné la mort par pendaison. Le 3114 est joignable nuit et jour."),
        ("en", "The keeper killed himself by ⟨hanging⟩."),
        ("en", "The keeper killed himself by hanging. The 988 line is open day and night."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    let text = &reading.text;
    let told = |i: &usize| text.is(*i, class::SUICIDE);
    let mut places = (0..text.tokens.len()).filter(told).peekable();
    if places.peek().is_none() || contacts::gives_help_line(text) {
        return;
    }
    let mut last = usize::MAX;
    for i in places {
        let s = text.sentence_of(i);
        let sentence = text.sentence(s);
        if std::mem::replace(&mut last, s) == s {
            continue;
        }
        let tokens = sentence.first..sentence.end;
        let detail = |k: &usize| {
            text.is(*k, class::METHOD) || text.is(*k, class::CAUSE.or(class::EXPLAIN)) && !text.is(*k, class::VERB)
        };
        // The wording itself may weigh: “committed suicide”.
        let place = tokens
            .clone()
            .find(detail)
            .or_else(|| tokens.clone().find(|k| text.is(*k, class::SUICIDE) && text.is(*k, class::LOADED_VERB)));
        if let Some(k) = place {
            out.flags.push(Finding::on(reading, k, k + 1));
        }
    }
}

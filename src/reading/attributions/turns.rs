//! Interviews: “Le Quotidien : …”, “Anne Petit : …”, whose turns begin with the speaker's name and have no marks.

use super::{Attribution, Range};
use crate::lang::class;
use crate::report::Form;
use crate::text::{Kind, Text};

/// Longest label of a turn, in tokens.
const LABEL: usize = 5;

/// One turn: who speaks, and what.
struct Turn {
    label: Range,
    said: Vec<Range>,
}

/// Gives every turn of an interview to its speaker. One label alone opens a headline or a list; where several
/// paragraphs have one, and somebody asks or says “I”, people talk.
pub fn find(text: &Text, found: &mut Vec<Attribution>) {
    let mut turns: Vec<Turn> = Vec::new();
    let mut waiting: Vec<Range> = Vec::new();
    for (first, end) in text.paragraphs.iter().copied() {
        let first = (first..end).find(|k| text.word(*k) != "*").unwrap_or(end);
        if let Some(colon) = label(text, first, end) {
            // Paragraphs between two turns go on with the first; those behind the last may be the paper's.
            if let Some(turn) = turns.last_mut() {
                turn.said.append(&mut waiting);
            }
            waiting.clear();
            let behind = (colon + 1..end).find(|k| text.word(*k) != "*").unwrap_or(end);
            turns.push(Turn { label: (first, colon), said: vec![whole(text, behind, end)] });
        } else if (first..end).next_back().is_some_and(|k| matches!(text.word(k), "." | "!" | "?" | "…")) {
            waiting.push(whole(text, first, end));
        }
    }
    let name = |turn: &Turn| text.span(turn.label.0, turn.label.1).of(text.src);
    let another = turns.first().is_some_and(|one| turns.iter().any(|turn| name(turn) != name(one)));
    let asks = |turn: &Turn| turn.said.iter().any(|(_, end)| text.word(end - 1) == "?");
    let speaks = |turn: &Turn| turn.said.iter().any(|(a, b)| (*a..*b).any(|k| text.is(k, class::PRON_FIRST)));
    if !another || !turns.iter().any(speaks) || !(turns.iter().any(asks) || turns.len() > 2) {
        return;
    }
    let taken = super::covered(text, found.iter().flat_map(|a| a.cue.iter().chain(&a.source).copied()));
    for turn in turns {
        let colon = turn.label.1;
        if taken.iter().take(colon + 1).skip(turn.label.0).any(|t| *t) {
            continue;
        }
        let mut attribution = Attribution::new(text, colon);
        attribution.source = Some(turn.label);
        attribution.cue = vec![(colon, colon + 1)];
        attribution.content = turn.said;
        attribution.form = Form::Direct;
        found.push(attribution);
    }
}

/// Everything from `first` on but the full stop: what “que” or “why” opens is no clause of somebody else here.
fn whole(text: &Text, first: usize, end: usize) -> Range {
    (first, end - usize::from(text.word(end - 1) == "." && end > first + 1))
}

/// The colon behind the name that a paragraph opens with.
fn label(text: &Text, first: usize, end: usize) -> Option<usize> {
    let colon = (first + 1..end.min(first + LABEL + 1)).find(|k| text.sign(*k, ":"))?;
    let named = |k: usize| text.kind(k) == Some(Kind::Word) && text.capital(k) && !text.is(k, class::STATE);
    let inside = (first..colon).all(|k| named(k) || text.is(k, class::OF.or(class::HONORIFIC)) || text.word(k) == ".");
    let more = (colon + 1..end).filter(|k| text.kind(*k) == Some(Kind::Word)).nth(1).is_some();
    let marked = text.kind(colon + 1) == Some(Kind::Mark);
    (inside && named(colon - 1) && more && !marked).then_some(colon)
}

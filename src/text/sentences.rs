//! Sentences and paragraphs.

use super::{Kind, Span, Text};
use crate::lang::class;

/// A sentence: its place without the space around it, and its tokens `first..end`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sentence {
    pub span: Span,
    pub first: usize,
    pub end: usize,
    pub paragraph: usize,
}

/// Most tokens of one sentence; prose has a hundred, a list of names perhaps two.
const LONGEST: usize = 240;

/// Fills `text.sentences`, `text.paragraphs` and the sentence of every token.
pub fn split(text: &mut Text) {
    let count = text.tokens.len();
    let mut first = 0;
    let mut paragraph = 0;
    let mut sentences = Vec::new();
    for i in 0..count {
        let new_paragraph = i + 1 < count && breaks_paragraph(text, i);
        // A sentence without end is cut: what is asked of one sentence must not cost a whole text.
        let endless = i + 1 - first >= LONGEST;
        if i + 1 == count || new_paragraph || endless || ends_sentence(text, i) {
            sentences.push(Sentence {
                span: text.span(first, i + 1),
                first,
                end: i + 1,
                paragraph: text.paragraphs.len(),
            });
            first = i + 1;
        }
        if i + 1 == count || new_paragraph {
            text.paragraphs.push((paragraph, i + 1));
            paragraph = i + 1;
        }
    }
    for (s, sentence) in sentences.iter().enumerate() {
        for token in text.tokens.iter_mut().take(sentence.end).skip(sentence.first) {
            token.sentence = u32::try_from(s).unwrap_or(u32::MAX);
        }
    }
    text.sentences = sentences;
}

/// Whether a new paragraph begins after token `i`: an empty line, or a line end that no wrapped line explains.
fn breaks_paragraph(text: &Text, i: usize) -> bool {
    let (Some(this), Some(next)) = (text.token(i), text.token(i + 1)) else { return false };
    let gap = Span::new(this.span.end(), next.span.start()).of(text.src);
    // CR and LF together are one line end, either alone is one as well.
    let mut lines = 0;
    let mut before = ' ';
    for c in gap.chars() {
        lines += usize::from(matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}') && (before, c) != ('\r', '\n'));
        before = c;
    }
    match lines {
        0 => false,
        1 => {
            let ends = this.kind == Kind::Mark || matches!(text.word(i), "." | "!" | "?" | "…" | "..." | ":");
            let begins = next.capital || next.kind != Kind::Word;
            ends || begins
        }
        _ => true,
    }
}

/// Whether token `i` closes a sentence.
fn ends_sentence(text: &Text, i: usize) -> bool {
    // Closing marks behind the stop belong to the sentence: look at the stop, decide at the last closer.
    if closes(text, i + 1) && is_closer(text, i) | is_stop(text, i) {
        return false;
    }
    let mut stop = i;
    while stop > 0 && closes(text, stop) {
        stop -= 1;
    }
    let Some(next) = text.token(i + 1) else { return false };
    if is_stop(text, stop) {
        return !text.glued(i + 1)
            && (next.capital || next.kind != Kind::Word)
            && !(next.kind == Kind::Sign
                && text.is_pause(i + 1)
                && !matches!(text.word(i + 1), "–" | "—" | "-" | "•" | "("));
    }
    // An abbreviation at the end of a sentence, before a word that only a new sentence writes with a capital.
    stop == i
        && text.word(i).ends_with('.')
        && text.kind(i) == Some(Kind::Word)
        && !text.is(i, class::HONORIFIC)
        && next.capital
        && opens(text, i + 1)
}

fn is_stop(text: &Text, i: usize) -> bool {
    text.kind(i) == Some(Kind::Sign) && (matches!(text.word(i), "!" | "?" | "…") || text.word(i).starts_with('.'))
}

/// A mark or bracket that may close.
fn is_closer(text: &Text, i: usize) -> bool {
    matches!(text.word(i), "»" | "”" | "\"" | "›" | "’" | "'" | "''" | ")" | "]") && text.kind(i) != Some(Kind::Word)
}

/// Whether token `i` closes something that was opened before, to judge by the spaces around it.
fn closes(text: &Text, i: usize) -> bool {
    is_closer(text, i) && text.glued_or_spaced_mark(i)
}

fn opens(text: &Text, i: usize) -> bool {
    text.is(
        i,
        class::DEF
            .or(class::INDEF)
            .or(class::DEM)
            .or(class::PRON)
            .or(class::PREP)
            .or(class::POSS)
            .or(class::BUT)
            .or(class::ACCORDING),
    )
}

impl Text<'_> {
    /// A closing guillemet may have a space before it; any other closing mark touches its word.
    fn glued_or_spaced_mark(&self, i: usize) -> bool {
        match self.word(i) {
            "»" | "›" => true,
            "\"" | "''" | "'" | "’" => self.glued(i) && !(self.glued(i + 1) && self.kind(i + 1) == Some(Kind::Word)),
            _ => self.glued(i),
        }
    }
}

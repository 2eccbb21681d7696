//! Quotation marks: pairs, nesting, paragraphs of one quotation, marks without a partner.

use super::{Kind, Span, Text};
use crate::lang::class;

/// One quotation. A quotation that runs over several paragraphs has one entry a paragraph.
#[derive(Clone, Copy, Debug)]
pub struct Quote {
    /// With its marks.
    pub outer: Span,
    /// Without them and without the space inside them.
    pub inner: Span,
    /// Tokens between the marks.
    pub first: usize,
    pub end: usize,
    /// The quotation it stands in.
    pub parent: Option<usize>,
    /// The quotation of an earlier paragraph that it goes on with.
    pub continues: Option<usize>,
    /// Whether its closing mark was found.
    pub closed: bool,
}

/// Tokens in which another mark may tell what this one does.
const FAR: usize = 400;

/// A family of marks: what opens closes with its like.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Family {
    Guillemet,
    Angle,
    Double,
    Straight,
    Single,
    TwoApostrophes,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Opens,
    Closes,
    /// No quotation mark at all: an apostrophe.
    Neither,
}

struct Open {
    family: Family,
    token: usize,
    continues: Option<usize>,
}

/// Fills `text.quotes`, `text.unbalanced` and the quotation of every token.
pub fn pair(text: &mut Text) {
    let mut pending: Option<(Family, usize)> = None;
    for paragraph in text.paragraphs.clone() {
        pending = pair_paragraph(text, paragraph, pending);
    }
    if let Some((_, quote)) = pending {
        report_unclosed(text, quote);
    }
    crate::order::by_key(&mut text.quotes, |q| (q.outer.start(), usize::MAX - q.outer.end()));
    link(text);
}

/// Pairs the marks of one paragraph; gives the quotation that it leaves open.
fn pair_paragraph(
    text: &mut Text,
    (first, end): (usize, usize),
    before: Option<(Family, usize)>,
) -> Option<(Family, usize)> {
    let mut stack: Vec<Open> = Vec::new();
    let mut pending = before;
    let mut alone: Option<(Family, usize)> = None;
    for i in first..end {
        if text.kind(i) != Some(Kind::Mark) {
            continue;
        }
        let Some((family, role)) = role(text, i, &stack, pending, (first, end)) else { continue };
        match role {
            Role::Neither => genitive(text, i),
            Role::Opens => {
                alone = None;
                let continues = pending.filter(|(f, _)| i == first && *f == family).map(|(_, q)| q);
                if continues.is_none()
                    && i == first
                    && let Some((_, quote)) = pending.take()
                {
                    report_unclosed(text, quote);
                }
                stack.push(Open { family, token: i, continues });
            }
            Role::Closes => match stack.iter().rposition(|open| open.family == family) {
                Some(at) => {
                    // What was opened inside and never closed is a stray mark.
                    for stray in stack.split_off(at + 1) {
                        stray_mark(text, stray);
                    }
                    if let Some(open) = stack.pop() {
                        if open.continues.is_some() {
                            pending = None;
                        }
                        push(text, &open, i, true);
                    }
                }
                None => match pending.take_if(|(f, _)| *f == family) {
                    // The quotation of the paragraphs before closes here though this one opened without a mark.
                    Some((_, quote)) => {
                        push(text, &Open { family, token: first.wrapping_sub(1), continues: Some(quote) }, i, true)
                    }
                    None if mixed(text, &stack, i, end) => {
                        if let Some(open) = stack.pop() {
                            text.unbalanced.push(text.span(open.token, open.token + 1).to(text.span(i, i + 1)));
                            push(text, &open, i, true);
                        }
                    }
                    // “he said," We lost." and left”: the first mark hangs on the wrong word; one slip, not two.
                    None if alone.is_some_and(|(f, j)| f == family && j > first && text.is_pause(j - 1)) => {
                        let token = alone.take().map_or(i, |(_, j)| j);
                        push(text, &Open { family, token, continues: None }, i, true);
                    }
                    None => {
                        text.unbalanced.push(text.span(i, i + 1));
                        alone = Some((family, i));
                    }
                },
            },
        }
    }
    // A paragraph without marks may stand inside the quotation: it closes further on, or is reported then.
    let marked = (first..end).any(|i| text.kind(i) == Some(Kind::Mark) && !matches!(text.word(i), "'" | "’"));
    if let Some((_, quote)) = pending.filter(|_| marked)
        && !stack.iter().any(|open| open.continues == Some(quote))
    {
        report_unclosed(text, quote);
        pending = None;
    }
    let mut left = pending.filter(|_| !marked);
    for open in stack {
        if open.family == Family::Single || left.is_some() {
            stray_mark(text, open);
        } else {
            let family = open.family;
            push(text, &open, end, false);
            left = Some((family, text.quotes.len() - 1));
        }
    }
    left
}

/// “the teachers' union”: behind a plural the apostrophe is the owner's, a word like “'s”.
fn genitive(text: &mut Text, i: usize) {
    let owner = !text.lang.romance && text.glued(i) && text.ends_plural(i.wrapping_sub(1));
    if owner
        && !text.glued(i + 1)
        && text.kind(i + 1) == Some(Kind::Word)
        && let Some(token) = text.tokens.get_mut(i)
    {
        token.kind = Kind::Word;
        token.classes = token.classes.or(class::GENITIVE);
    }
}

/// An opening mark closed by another family's, as hurried typing has it: no mark of the closing family is open here,
/// and the mark's own partner does not follow.
fn mixed(text: &Text, stack: &[Open], i: usize, end: usize) -> bool {
    stack.last().is_some_and(|open| {
        let partner = text.word(open.token).chars().next().map_or("", closing);
        open.family != Family::Single && !(i + 1..end.min(i + FAR)).any(|k| text.sign(k, partner))
    })
}

/// What closes where `mark` opens, as far as no other use of it confuses.
fn closing(mark: char) -> &'static str {
    match mark {
        '«' => "»",
        '“' | '„' => "”",
        '‹' => "›",
        _ => "",
    }
}

fn stray_mark(text: &mut Text, open: Open) {
    if open.family != Family::Single {
        text.unbalanced.push(text.span(open.token, open.token + 1));
    }
}

fn report_unclosed(text: &mut Text, quote: usize) {
    let mut quote = quote;
    // A run of paragraphs is one quotation: report the mark that opened it.
    while let Some(before) = text.quotes.get(quote).and_then(|q| q.continues) {
        quote = before;
    }
    if let Some(q) = text.quotes.get(quote) {
        let mark = Span::new(q.outer.start(), q.inner.start().max(q.outer.start() + 1));
        let mark = text.tokens.get(text.token_at(mark.start())).map_or(mark, |t| t.span);
        text.unbalanced.push(mark);
    }
}

fn push(text: &mut Text, open: &Open, close: usize, closed: bool) {
    let first = open.token.wrapping_add(1);
    let outer_start =
        if open.token == usize::MAX || text.kind(open.token) != Some(Kind::Mark) { first } else { open.token };
    let outer = text.span(outer_start, if closed { close + 1 } else { close });
    let inner = if first < close { text.span(first, close) } else { Span::new(outer.end(), outer.end()) };
    text.quotes.push(Quote { outer, inner, first, end: close, parent: None, continues: open.continues, closed });
}

/// Nests the sorted quotations, renumbers what continues, and tells every token its innermost one.
fn link(text: &mut Text) {
    let starts: Vec<Span> = text.quotes.iter().map(|q| q.outer).collect();
    let mut stack: Vec<usize> = Vec::new();
    let mut last_open: Option<usize> = None;
    for (i, outer) in starts.iter().enumerate() {
        while stack.last().and_then(|top| starts.get(*top)).is_some_and(|top| !top.contains(*outer)) {
            stack.pop();
        }
        let parent = stack.last().copied();
        let Some(quote) = text.quotes.get_mut(i) else { continue };
        quote.parent = parent;
        if quote.continues.is_some() {
            quote.continues = last_open;
        }
        if parent.is_none() {
            last_open = (!quote.closed).then_some(i);
        }
        let (first, end) = (quote.first, quote.end);
        for token in text.tokens.iter_mut().take(end).skip(first) {
            token.quote = u32::try_from(i + 1).unwrap_or(0);
        }
        stack.push(i);
    }
}

/// What the mark at token `i` does, seen from the space around it and from what is open.
fn role(
    text: &Text,
    i: usize,
    stack: &[Open],
    pending: Option<(Family, usize)>,
    paragraph: (usize, usize),
) -> Option<(Family, Role)> {
    let open = |family| stack.iter().any(|open| open.family == family);
    let behind = text.glued(i) && i > paragraph.0;
    // A mark before a comma touches it and opens nothing.
    let ahead = text.glued(i + 1)
        && i + 1 < paragraph.1
        && !(text.is_pause(i + 1) && !matches!(text.word(i + 1), "(" | "[" | "…" | "..."));
    let by_space = |family| if open(family) && (behind || !ahead) { Role::Closes } else { Role::Opens };
    Some(match text.word(i) {
        "«" => {
            (Family::Guillemet, if open(Family::Guillemet) && behind && !ahead { Role::Closes } else { Role::Opens })
        }
        // Old printing repeats the closing mark before each paragraph of a quotation.
        "»" if i == paragraph.0 && pending.is_some_and(|(family, _)| family == Family::Guillemet) => {
            (Family::Guillemet, Role::Opens)
        }
        "»" => {
            (Family::Guillemet, if !open(Family::Guillemet) && ahead && !behind { Role::Opens } else { Role::Closes })
        }
        "‹" => (Family::Angle, Role::Opens),
        "›" => (Family::Angle, Role::Closes),
        "“" | "„" | "‟" => {
            (Family::Double, if open(Family::Double) && behind && !ahead { Role::Closes } else { Role::Opens })
        }
        "”" => (Family::Double, if !open(Family::Double) && ahead && !behind { Role::Opens } else { Role::Closes }),
        "\"" if measures(text, i, open(Family::Straight), paragraph) => (Family::Straight, Role::Neither),
        "\"" => (Family::Straight, straight(open(Family::Straight), behind, ahead, text, i)),
        "''" => (Family::TwoApostrophes, by_space(Family::TwoApostrophes)),
        "‘" | "‚" => (Family::Single, Role::Opens),
        "’" | "'" => (Family::Single, single(text, i, stack, paragraph)),
        _ => return None,
    })
}

/// “27"”, “9"81”, “6'2"”: behind a number that no quotation holds, the mark is an inch or a second.
fn measures(text: &Text, i: usize, open: bool, (first, end): (usize, usize)) -> bool {
    let number = i > first && text.glued(i) && text.kind(i - 1) == Some(Kind::Number) && text.word(i - 1).len() < 4;
    let split = text.glued(i + 1) && text.kind(i + 1) == Some(Kind::Number);
    // An open quotation needs this mark unless another one is left to close it.
    let others = (i + 1..end.min(i + FAR)).filter(|k| text.sign(*k, "\"")).count();
    number && (split || !open || others % 2 == 1 && !text.is_pause(i + 1))
}

/// A straight mark opens before a word and closes behind one; between two spaces it takes turns.
fn straight(open: bool, behind: bool, ahead: bool, text: &Text, i: usize) -> Role {
    // What stands before decides whether a mark that touches both sides opens: an apostrophe or a bracket does not close.
    let before_opens = i == 0
        || matches!(text.word(i - 1), "(" | "[" | "-" | "—" | "–" | "/")
        || text.word(i - 1).ends_with(['\'', '’']);
    match (behind && !before_opens, ahead) {
        (true, false) => Role::Closes,
        (false, true) => Role::Opens,
        _ if open => Role::Closes,
        _ => Role::Opens,
    }
}

/// A single mark is an apostrophe unless it opens before a word and a partner closes behind one.
fn single(text: &Text, i: usize, stack: &[Open], (first, end): (usize, usize)) -> Role {
    let behind = text.glued(i) && i > first;
    let ahead = text.glued(i + 1) && i + 1 < end;
    if stack.iter().any(|open| open.family == Family::Single)
        && behind
        && !(ahead && text.kind(i + 1) == Some(Kind::Word))
    {
        return Role::Closes;
    }
    if !behind && ahead && text.kind(i + 1) == Some(Kind::Word) {
        // Only a partner in the same paragraph makes an opening mark of it.
        let partner = (i + 2..end).any(|j| {
            matches!(text.word(j), "'" | "’")
                && text.kind(j) == Some(Kind::Mark)
                && text.glued(j)
                && !(text.glued(j + 1) && text.kind(j + 1) == Some(Kind::Word))
        });
        if partner {
            return Role::Opens;
        }
    }
    Role::Neither
}

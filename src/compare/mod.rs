//! Two versions of an article: sentences aligned, facts paired, and what an editor has to look at.
//!
//! `align` finds the sentence that each one was, `rows` puts them side by side. `figures` pairs numbers, `statements` who
//! says what, `hedges` what was told with a reserve, `quotations` words between marks, `details` names and days, and
//! `fresh` looks at what is new. `voices` asks whether two sources of two texts are one.

mod align;
mod details;
mod figures;
mod fresh;
mod hedges;
mod quotations;
mod rows;
mod statements;
mod voices;

use crate::checks;
use crate::lang::class;
use crate::order;
use crate::reading::Reading;
use crate::reading::quotations::plain;
use crate::report::{Change, ChangeKind, Comparison, Coverage, Severity};
use crate::text::{Kind, Span, Text, Utf16Map};
use align::{Alignment, Link};

/// Letters by which two forms of one word are known.
const STEM: usize = 6;
/// Longest sentence, in tokens, whose facts are compared: no list or table, and the work stays linear for any text.
const LONGEST: usize = 400;

/// Two readings in one language with their sentences aligned.
struct Versions<'r, 't> {
    older: &'r Reading<'t>,
    newer: &'r Reading<'t>,
    alignment: &'r Alignment,
    /// Pairs of sentences with other words in which the same facts may stand, in order of the newer text.
    changed: Vec<Link>,
}

impl Versions<'_, '_> {
    /// The pairs of sentence `s` of the newer text.
    fn of(&self, s: usize) -> impl Iterator<Item = &Link> {
        let start = self.changed.partition_point(|link| link.after < s);
        self.changed.iter().skip(start).take_while(move |link| link.after == s)
    }
}

/// A change before its words are put together.
struct Draft {
    kind: ChangeKind,
    severity: Severity,
    before: Option<Span>,
    after: Option<Span>,
    /// Key of the message where the kind has several.
    told: &'static str,
    /// What the message says in place of the words of `before`.
    source: Option<String>,
}

impl Draft {
    fn new(kind: ChangeKind, severity: Severity, before: Span, after: Span) -> Draft {
        Draft { kind, severity, before: Some(before), after: Some(after), told: kind.id(), source: None }
    }
}

/// Compares two readings in one language.
pub fn comparison(older: &Reading, newer: &Reading, language: &str, coverage: Coverage) -> Comparison {
    let alignment = align::align(&older.text, &newer.text);
    let short = |text: &Text, s: usize| text.sentence(s).end - text.sentence(s).first <= LONGEST;
    let mut changed = alignment.changed();
    changed.retain(|link| short(&older.text, link.before) && short(&newer.text, link.after));
    let versions = Versions { older, newer, alignment: &alignment, changed };
    let (before, after) = (Utf16Map::new(older.text.src), Utf16Map::new(newer.text.src));
    let drafts = drafts(&versions);
    let changes = drafts.into_iter().enumerate().map(|(id, draft)| {
        let words = |span: Option<Span>, text: &Text| span.map_or(String::new(), |s| checks::words(s.of(text.src)));
        let was = draft.source.unwrap_or_else(|| words(draft.before, &older.text));
        let slots = [("before", was), ("after", words(draft.after, &newer.text))];
        Change {
            id: u32::try_from(id).unwrap_or(u32::MAX),
            kind: draft.kind,
            severity: draft.severity,
            before: draft.before.map(|s| before.span(s)),
            after: draft.after.map(|s| after.span(s)),
            message: newer.messages.fill("compare", &[draft.told, ".message"].concat(), &slots),
            question: newer.messages.get("compare", &[draft.told, ".question"].concat()).to_string(),
        }
    });
    Comparison {
        schema: 1,
        language: language.to_string(),
        coverage,
        changes: changes.collect(),
        rows: rows::rows(&older.text, &newer.text, &alignment, &before, &after),
    }
}

/// Everything that changed, in reading order of the newer text.
fn drafts(versions: &Versions) -> Vec<Draft> {
    let pairs = figures::pairs(versions);
    let mut drafts = figures::changes(versions, &pairs);
    drafts.extend(statements::changes(versions));
    drafts.extend(hedges::changes(versions));
    drafts.extend(quotations::changes(versions));
    drafts.extend(details::changes(versions));
    drafts.extend(fresh::changes(versions, &pairs));
    within_quotations(&mut drafts);
    let place = |draft: &Draft| draft.after.or(draft.before).map_or((0, 0), |s| (s.start(), s.end()));
    order::by_key(&mut drafts, place);
    drafts
}

/// Drops the numbers, names and days of a quotation that has other words: it asks for all of them.
fn within_quotations(drafts: &mut Vec<Draft>) {
    let altered = |draft: &&Draft| draft.kind == ChangeKind::QuotationAltered && draft.severity == Severity::Error;
    let mut quotations: Vec<Span> = drafts.iter().filter(altered).filter_map(|draft| draft.after).collect();
    order::by_key(&mut quotations, |q| (q.start(), q.end()));
    drafts.retain(|draft| {
        let Some(place) = draft.after.filter(|_| draft.kind != ChangeKind::QuotationAltered) else { return true };
        let before = quotations.partition_point(|q| q.start() <= place.start()).checked_sub(1);
        !before.and_then(|at| quotations.get(at)).is_some_and(|q| q.contains(place))
    });
}

/// Tokens by which a place is widened to the ends of its clause.
const MARGIN: usize = 10;

/// The clause around tokens `first..end`, where its ends are near.
fn clause(text: &Text, first: usize, end: usize) -> Span {
    let sentence = text.sentence(text.sentence_of(first));
    let ends = |k: &usize| text.is_pause(*k) || text.kind(*k) == Some(Kind::Mark) || text.is(*k, class::COMP);
    let left = (sentence.first..first).rev().take(MARGIN).find(ends).map(|k| k + 1);
    let left = left.or_else(|| (first <= sentence.first + MARGIN).then_some(sentence.first));
    let right = (end..sentence.end).take(MARGIN).find(ends);
    let right = right.or_else(|| (sentence.end <= end + MARGIN).then_some(sentence.end));
    text.span(left.unwrap_or(first), right.unwrap_or(end))
}

/// The word at token `i` without accents, cut to its stem.
fn stem(text: &Text, i: usize) -> String {
    let word = whole(text, i);
    if text.kind(i) == Some(Kind::Number) { word } else { word.chars().take(STEM).collect() }
}

/// The word at token `i` without accents and signs; a whole number by its value, however it is written.
fn whole(text: &Text, i: usize) -> String {
    if let Some(value) = text.value(i).filter(|v| text.is(i, class::NUM) && v.fract() == 0.0 && *v >= 2.0) {
        return (value as u64).to_string();
    }
    text.fold(i).chars().filter(|c| c.is_alphanumeric()).map(plain).collect()
}

//! What is true of the article as a whole, in at most three lines: what an editor has to see first.

use super::Raised;
use crate::reading::{Count, Reading};
use crate::report::Severity;
use crate::text::Span;

/// One line about the whole article.
pub struct Line {
    /// Key of its message: `overview.<id>`.
    pub id: &'static str,
    pub slots: Vec<(&'static str, String)>,
    /// Places that it speaks of, in order.
    pub spans: Vec<Span>,
}

/// The lines, the gravest first.
pub fn overview(reading: &Reading, raised: &[Raised]) -> Vec<Line> {
    let mut lines = Vec::new();
    let text = &reading.text;
    let tolls: Vec<_> = reading
        .figures
        .iter()
        .filter(|f| f.is_toll() && !f.hypothetical && f.count != Count::Zero && f.count != Count::Withheld)
        .collect();
    let spans = || tolls.iter().map(|f| f.span(text)).collect::<Vec<_>>();
    if tolls.len() >= 2 && tolls.iter().all(|f| matches!(f.count, Count::Absent | Count::Vague)) {
        lines.push(Line { id: "no-number", slots: vec![("count", tolls.len().to_string())], spans: spans() });
    }
    let parties: Vec<Option<&crate::reading::Source>> =
        tolls.iter().map(|f| reading.attribution(f).and_then(|a| reading.source(a)).filter(|s| s.party)).collect();
    if reading.fighting && tolls.len() >= 2 && parties.iter().all(Option::is_some) {
        let mut names: Vec<String> = parties.iter().flatten().map(|s| s.words(text)).collect();
        names.dedup();
        lines.push(Line { id: "one-side", slots: vec![("source", names.join(" ; "))], spans: spans() });
    }
    let on_collective = |r: &&Raised| {
        r.check.id == "superlative-unsupported"
            && r.severity > Severity::Info
            && raised.iter().any(|o| {
                matches!(o.check.id, "source-collective-vague" | "source-anonymous")
                    && text.sentence_of(o.finding.anchor) == text.sentence_of(r.finding.anchor)
            })
    };
    if let Some(record) = raised.iter().find(on_collective) {
        lines.push(Line { id: "record", slots: record.finding.slots.clone(), spans: vec![record.finding.span] });
    }
    lines
}

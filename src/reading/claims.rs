//! Claims: which sentences a checker would take first, and why.

use super::{Count, Reading, context, rankings};
use crate::lang::class;
use crate::report::{FigureKind, SourceKind, Stance};
use crate::text::Span;

/// One sentence that asserts something checkable.
#[derive(Clone, Debug)]
pub struct Claim {
    pub span: Span,
    pub sentence: usize,
    /// 0 to 1.
    pub worth: f64,
    /// Ids that the messages name: `reason.<id>`.
    pub reasons: Vec<&'static str>,
    pub attribution: Option<usize>,
    pub figures: Vec<usize>,
}

/// What each reason adds. A claim's worth is 1 − Π(1 − weight): reasons add up and never reach certainty.
const WEIGHTS: [(&str, f64); 12] = [
    ("casualty-figure", 0.55),
    ("no-count", 0.45),
    ("large-figure", 0.35),
    ("money", 0.30),
    ("percent", 0.35),
    ("superlative", 0.35),
    ("accusation", 0.35),
    ("denial", 0.30),
    ("unsourced", 0.25),
    ("one-side", 0.30),
    ("earlier-event", -0.35),
    ("quote", -0.10),
];

/// A statement without any reason is worth little, but not nothing.
const BASE: f64 = 0.08;

/// The claims of the text, one a sentence, in order.
pub fn find(reading: &Reading) -> Vec<Claim> {
    let text = &reading.text;
    let superlatives = rankings::superlatives(reading);
    let mut ranked = vec![false; text.sentences.len()];
    for superlative in superlatives.iter().filter(|x| !context::quoted(text, x.first)) {
        if let Some(slot) = ranked.get_mut(superlative.sentence) {
            *slot = true;
        }
    }
    let mut claims = Vec::new();
    for (s, sentence) in text.sentences.iter().enumerate() {
        if context::is_furniture(text, s) || context::is_question(text, s) {
            continue;
        }
        let figures: Vec<usize> = reading.figures_in(s, s).map(|(i, _)| i).collect();
        let here = || figures.iter().filter_map(|i| reading.figures.get(*i));
        let attributed: Vec<usize> = reading.attributions_at(s).map(|(i, _)| i).collect();
        let said = || attributed.iter().filter_map(|i| reading.attributions.get(*i));
        let mut reasons = Vec::new();
        let mut add = |id: &'static str, when: bool| {
            if when {
                reasons.push(id);
            }
        };
        let toll = here().any(|f| f.is_casualty() && !f.hypothetical);
        add(
            "casualty-figure",
            here().any(|f| f.is_casualty() && f.count != Count::Absent && f.count != Count::Withheld),
        );
        add(
            "no-count",
            here().any(|f| f.is_toll() && matches!(f.count, Count::Absent | Count::Withheld | Count::Vague)),
        );
        add(
            "large-figure",
            here()
                .any(|f| matches!(f.kind, FigureKind::People | FigureKind::Other) && f.low.is_some_and(|v| v >= 100.0)),
        );
        add("money", here().any(|f| f.kind == FigureKind::Money));
        add("percent", here().any(|f| f.kind == FigureKind::Percent));
        add("superlative", ranked.get(s).copied().unwrap_or(false));
        add(
            "accusation",
            said().any(|a| a.stance == Stance::Accuses)
                || (sentence.first..sentence.end).any(|i| text.is(i, class::ACCUSE) && text.is(i, class::VERB)),
        );
        add("denial", said().any(|a| a.stance == Stance::Denies));
        add("one-side", toll && said().any(|a| reading.source(a).is_some_and(|x| x.party)));
        add(
            "unsourced",
            (toll || !figures.is_empty()) && said().next().is_none()
                || said().any(|a| {
                    reading.source(a).is_some_and(|x| matches!(x.kind, SourceKind::Anonymous | SourceKind::Collective))
                }),
        );
        add("earlier-event", context::is_history(reading, s));
        let whole = said().any(|a| {
            a.form == crate::report::Form::Direct
                && a.content.iter().any(|(x, y)| *x <= sentence.first + 1 && *y + 1 >= sentence.end)
        });
        add("quote", whole);
        let mut rest = 1.0 - BASE;
        for (id, weight) in WEIGHTS {
            if reasons.contains(&id) {
                rest *= 1.0 - weight;
            }
        }
        let feeling = (sentence.first..sentence.end).any(|i| text.is(i, class::FEELING));
        let worth = (1.0 - rest).clamp(0.0, 1.0) * if feeling { 0.5 } else { 1.0 };
        claims.push(Claim {
            span: sentence.span,
            sentence: s,
            worth: (worth * 1000.0).round() / 1000.0,
            reasons,
            attribution: attributed.first().copied(),
            figures,
        });
    }
    claims
}

//! Claims: which sentences a checker would take first, and why.

use super::{Count, Reading, context, phrases, rankings};
use crate::lang::{Classes, class};
use crate::report::{FigureKind, Form, SourceKind, Stance};
use crate::text::{Span, Text};

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
/// From 0.5 a checker would take it.
const WEIGHTS: [(&str, f64); 21] = [
    // Losses of people: first on every desk, and more so where no number or only one side stands behind them.
    ("casualty-figure", 0.55),
    ("no-count", 0.45),
    ("one-side", 0.30),
    // A number can be looked up; money, shares and large counts are what is got wrong most.
    ("percent", 0.48),
    ("money", 0.48),
    ("large-figure", 0.48),
    ("figure", 0.35),
    // What the record can confirm or refute without a number.
    ("superlative", 0.45),
    ("comparison", 0.45),
    ("vote", 0.45),
    ("trend", 0.40),
    ("accusation", 0.35),
    ("responsibility", 0.40),
    ("denial", 0.30),
    ("cause", 0.25),
    // Light: every second sentence of an article has one of them.
    ("act", 0.30),
    ("public-affairs", 0.20),
    ("statement", 0.15),
    ("unsourced", 0.10),
    ("earlier-event", -0.35),
    ("quote", -0.10),
];

/// A statement without any reason is worth little, but not nothing.
const BASE: f64 = 0.08;

/// What is only planned, wished or supposed cannot be checked yet.
const PLAN: f64 = 0.5;

/// Reasons that a class of words gives by itself.
const WORDS: [(&str, Classes); 3] =
    [("comparison", class::COMPARE), ("cause", class::CAUSE), ("public-affairs", class::POLICY)];

/// Reasons that a verb gives where it tells what was done.
const ACTS: [(&str, Classes); 3] =
    [("vote", class::ENACT), ("trend", class::CHANGE), ("responsibility", class::CLAIM)];

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
        let tokens = sentence.first..sentence.end;
        let mut reasons = Vec::new();
        let mut add = |id: &'static str, when: bool| {
            if when {
                reasons.push(id);
            }
        };
        let toll = here().any(|f| f.is_casualty() && !f.hypothetical);
        let counted = |kinds: &[FigureKind], least: f64| {
            here().any(|f| kinds.contains(&f.kind) && f.low.or(f.high).is_some_and(|v| v >= least))
        };
        add(
            "casualty-figure",
            here().any(|f| f.is_casualty() && f.count != Count::Absent && f.count != Count::Withheld),
        );
        add(
            "no-count",
            here().any(|f| f.is_toll() && matches!(f.count, Count::Absent | Count::Withheld | Count::Vague)),
        );
        let money = here().any(|f| f.kind == FigureKind::Money);
        let percent = here().any(|f| f.kind == FigureKind::Percent);
        let large = counted(&[FigureKind::People, FigureKind::Other], 100.0);
        add("money", money);
        add("percent", percent);
        add("large-figure", large);
        add("figure", !money && !percent && !large && !toll && !figures.is_empty());
        add("superlative", ranked.get(s).copied().unwrap_or(false));
        for (id, classes) in WORDS {
            add(id, reading.sentence_has(s, classes));
        }
        for (id, classes) in ACTS {
            add(id, tokens.clone().any(|i| text.is(i, classes) && told(text, i)));
        }
        add("act", tokens.clone().any(|i| !text.is(i, class::SAY) && told(text, i) && actor(text, i)));
        add(
            "accusation",
            said().any(|a| a.stance == Stance::Accuses)
                || tokens.clone().any(|i| text.is(i, class::ACCUSE) && text.is(i, class::VERB)),
        );
        add("denial", said().any(|a| a.stance == Stance::Denies));
        add("statement", said().any(|a| reading.source(a).is_some()));
        add("one-side", toll && said().any(|a| reading.source(a).is_some_and(|x| x.party)));
        add(
            "unsourced",
            (toll || !figures.is_empty()) && said().next().is_none()
                || said().any(|a| {
                    reading.source(a).is_some_and(|x| matches!(x.kind, SourceKind::Anonymous | SourceKind::Collective))
                }),
        );
        add("earlier-event", toll && context::is_history(reading, s));
        let whole = said().any(|a| {
            a.form == Form::Direct
                && a.content.iter().any(|(x, y)| *x <= sentence.first + 1 && *y + 1 >= sentence.end)
        });
        add("quote", whole);
        let mut rest = 1.0 - BASE;
        for (id, weight) in WEIGHTS {
            if reasons.contains(&id) {
                rest *= 1.0 - weight;
            }
        }
        let mut worth = (1.0 - rest).clamp(0.0, 1.0);
        if planned(text, sentence.first, sentence.end) {
            reasons.push("plan");
            worth *= PLAN;
        }
        if reading.sentence_has(s, class::FEELING) {
            worth *= 0.5;
        }
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

/// Whether the verb at token `i` tells what is or was done: not “to vote”, “will vote”, “the vote”.
fn told(text: &Text, i: usize) -> bool {
    let first = text.sentence(text.sentence_of(i)).first;
    let Some(before) = (first..i).rev().find(|k| !text.is(*k, class::ADV.or(class::NEG).or(class::CLITIC))) else {
        return text.is(i, class::VERB) && !text.is(i, class::INF);
    };
    let bare = class::TO
        .or(class::OF)
        .or(class::PREP)
        .or(class::ADJ)
        .or(class::WISH)
        .or(class::FUTURE)
        .or(phrases::DETERMINER);
    text.is(i, class::VERB)
        && text.is(i, class::FIN.or(class::PP))
        && !text.is(before, bare)
        && !(text.is(before, class::MODAL) && !text.is(before, class::NOUN))
}

/// Whether a named person, body or state does what the verb at token `i` tells.
fn actor(text: &Text, i: usize) -> bool {
    let group = phrases::verb_group(text, i);
    phrases::subject(text, group.first).is_some_and(|(first, end)| {
        (first..end).any(|k| {
            text.is_name(k) || text.is(k, class::STATE.or(class::INSTITUTION).or(class::PRON).or(class::ROLE))
        })
    })
}

/// Whether the sentence opens with what is wished, supposed or to come, before any verb tells what is so.
fn planned(text: &Text, first: usize, end: usize) -> bool {
    for i in first..end {
        let modal = text.is(i, class::MODAL) && !text.is(i, class::NOUN.or(class::MONTH))
            || text.is(i, class::COND) && !text.is(i, class::FIN)
            || text.is(i, class::HAVE) && text.is(i + 1, class::TO);
        if modal || text.is(i, class::WISH.or(class::FUTURE).or(class::IF)) {
            return true;
        }
        if told(text, i) && !text.is(i, class::THINK) || text.is(i, class::BE.or(class::HAVE)) && text.is(i, class::FIN) {
            return false;
        }
    }
    false
}

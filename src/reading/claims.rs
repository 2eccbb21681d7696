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
const WEIGHTS: [(&str, f64); 23] = [
    // Losses of people: first on every desk, and more so where no number or only one side stands behind them.
    ("casualty-figure", 0.55),
    ("no-count", 0.50),
    ("one-side", 0.30),
    // A number can be looked up; money, shares and large counts are what is got wrong most.
    ("percent", 0.48),
    ("money", 0.48),
    ("large-figure", 0.48),
    ("figure", 0.42),
    // What the record can confirm or refute without a number.
    ("record", 0.48),
    ("superlative", 0.35),
    ("comparison", 0.46),
    ("vote", 0.46),
    ("trend", 0.46),
    ("accusation", 0.35),
    ("claimed", 0.45),
    ("denial", 0.30),
    ("cause", 0.20),
    // Light: every second sentence of an article has one of them.
    ("act", 0.46),
    ("absence", 0.25),
    ("public-affairs", 0.25),
    ("statement", 0.15),
    ("unsourced", 0.10),
    ("earlier-event", -0.35),
    ("quote", -0.25),
];

const LIGHT: f64 = 0.34;

fn weight(id: &str) -> f64 {
    WEIGHTS.iter().find(|(name, _)| *name == id).map_or(0.0, |(_, weight)| *weight)
}

/// A statement without any reason is worth little, but not nothing.
const BASE: f64 = 0.08;

/// What the speaker plans or wishes, or what is only supposed, cannot be checked yet.
const PLAN: f64 = 0.45;

/// An opinion may hold a fact, and what others plan is on record.
const OPINION: f64 = 0.75;

/// The claims of the text, one a sentence, in order.
pub fn find(reading: &Reading) -> Vec<Claim> {
    let text = &reading.text;
    let superlatives = rankings::superlatives(reading);
    let mut ranked = vec![0u8; text.sentences.len()];
    for superlative in superlatives.iter().filter(|x| !context::quoted(text, x.first)) {
        if let Some(slot) = ranked.get_mut(superlative.sentence) {
            *slot = if superlative.scoped { 2 } else { 1 };
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
        let rank = ranked.get(s).copied().unwrap_or(0);
        let tokens = sentence.first..sentence.end;
        let mut reasons = Vec::new();
        let mut add = |id: &'static str, when: bool| {
            if when {
                reasons.push(id);
            }
        };
        let toll = here().any(|f| f.is_casualty() && !f.hypothetical);
        let counted = here().any(|f| !matches!(f.kind, FigureKind::Duration | FigureKind::Age | FigureKind::Distance));
        add(
            "casualty-figure",
            here().any(|f| f.is_casualty() && !matches!(f.count, Count::Absent | Count::Withheld | Count::Vague)),
        );
        add(
            "no-count",
            here().any(|f| f.is_toll() && matches!(f.count, Count::Absent | Count::Withheld | Count::Vague)),
        );
        let money = here().any(|f| f.kind == FigureKind::Money);
        let percent = here().any(|f| f.kind == FigureKind::Percent);
        let large = here().any(|f| {
            matches!(f.kind, FigureKind::People | FigureKind::Other) && f.low.or(f.high).is_some_and(|v| v >= 100.0)
        });
        add("money", money);
        add("percent", percent);
        add("large-figure", large);
        add("figure", !money && !percent && !large && !toll && counted);
        add("superlative", rank == 1);
        add("record", rank == 2);
        add("comparison", reading.sentence_has(s, class::COMPARE));
        add("cause", reading.sentence_has(s, class::CAUSE));
        let public = reading.sentence_has(s, class::POLICY);
        let tells = |classes| tokens.clone().any(|i| text.is(i, classes) && told(text, i));
        add("vote", tells(class::ENACT));
        add("claimed", tells(class::CLAIM));
        // What rose or fell must be something that is measured, not a soldier.
        add("trend", (public || counted || reading.sentence_has(s, class::ECONOMY)) && tells(class::CHANGE));
        add(
            "accusation",
            said().any(|a| a.stance == Stance::Accuses)
                || tokens.clone().any(|i| text.is(i, class::ACCUSE) && text.is(i, class::VERB)),
        );
        add("denial", said().any(|a| a.stance == Stance::Denies));
        add("statement", said().any(|a| a.source.is_some_and(|(x, _)| !text.is(x, class::PRON_FIRST))));
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
        // Where nothing heavier speaks for the sentence.
        if !reasons.iter().any(|r| weight(r) > LIGHT) {
            let acts = |negated| {
                tokens.clone().any(|i| deed(text, i) && told(text, i) && actor(text, i, negated))
            };
            let mut add = |id: &'static str, when: bool| {
                if when {
                    reasons.push(id);
                }
            };
            add("public-affairs", public);
            add("act", acts(false));
            add("absence", acts(true));
        }
        let rest = reasons.iter().fold(1.0 - BASE, |rest, id| rest * (1.0 - weight(id)));
        let mut worth = (1.0 - rest).clamp(0.0, 1.0);
        worth *= asserted(text, sentence.first, sentence.end, money || percent || large);
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
    if !text.is(i, class::VERB) || !text.is(i, class::FIN.or(class::PP)) {
        return false;
    }
    let first = text.sentence(text.sentence_of(i)).first;
    let skipped = class::ADV.or(class::NEG).or(class::CLITIC);
    let Some(before) = (first..i).rev().find(|k| !text.is(*k, skipped)) else { return !text.is(i, class::INF) };
    // “your vote.”, “our support for”: a noun behind a possessive.
    let noun = text.is(i, class::NOUN)
        && text.is(before, class::PRON_FIRST)
        && (text.is_pause(i + 1) || text.is(i + 1, class::PREP.or(class::OF).or(class::TO)));
    !noun && !text.is(before, NO_ACT) && !is_modal(text, before)
}

/// What stands before a verb or noun that tells no act.
const NO_ACT: Classes = class::TO
    .or(class::OF)
    .or(class::PREP)
    .or(class::ADJ)
    .or(class::WISH)
    .or(class::FUTURE)
    .or(phrases::DETERMINER);

/// Whether the verb at token `i` tells a deed: no word, no state, no wish. “a été”, “been” carries a deed in the passive.
fn deed(text: &Text, i: usize) -> bool {
    !text.is(i, class::SAY.or(class::WISH)) && (!text.is(i, class::BE.or(class::HAVE)) || text.is(i, class::PP))
}

fn is_modal(text: &Text, i: usize) -> bool {
    text.is(i, class::MODAL) && !text.is(i, class::NOUN.or(class::MONTH))
        || text.is(i, class::COND) && !text.is(i, class::FIN)
        // “have to”, “have got to”
        || text.is(i, class::HAVE) && (text.is(i + 1, class::TO) || text.is(i + 1, class::BE) && text.is(i + 2, class::TO))
}

/// Whether a verb at token `i` makes a clause.
fn is_finite(text: &Text, i: usize) -> bool {
    text.is(i, class::BE.or(class::HAVE).or(class::MODAL)) && text.is(i, class::FIN) || told(text, i)
}

/// Whether a named person, body or state does what the verb at token `i` tells.
fn actor(text: &Text, i: usize, negated: bool) -> bool {
    let group = phrases::verb_group(text, i);
    let named = class::STATE.or(class::INSTITUTION).or(class::ROLE).or(class::DOC).or(class::PARTY);
    let first = text.sentence(text.sentence_of(i)).first;
    // The main clause, which comes first: “the decision that a president makes” tells of nobody's deed.
    let main = !(first..group.first).any(|k| is_finite(text, k));
    main && (group.negated || !negated) && phrases::subject(text, group.first)
        .is_some_and(|(first, end)| (first..end).any(|k| text.is_name(k) || text.is(k, named)))
}

/// How much is left of the worth where the sentence opens with what is meant, wished, supposed or to come, before
/// any verb tells what is so.
fn asserted(text: &Text, first: usize, end: usize, hard: bool) -> f64 {
    for i in first..end {
        let near = |from: usize, to: usize, classes| (from.max(first)..to.min(end)).any(|k| text.is(k, classes));
        let spoken = near(i.saturating_sub(3), i, class::PRON_FIRST);
        // “I think”, “I promise”, “nous demandons”: said here and now by the speaker.
        let act = text.is(i, class::SAY.or(class::ENACT)) && text.is(i, class::VERB) && !text.is(i, class::PP);
        if spoken && act {
            return if hard { 1.0 } else { OPINION };
        }
        if text.is(i, class::IF) {
            return PLAN;
        }
        if is_modal(text, i) || text.is(i, class::WISH.or(class::FUTURE)) {
            return if spoken || near(i, i + 2, class::PRON_FIRST) { PLAN } else { OPINION };
        }
        if is_finite(text, i) {
            // “I grew up in …”, “j'ai deux filles”: nobody but the speaker knows.
            let record = class::SAY.or(class::ENACT).or(class::CHANGE).or(class::POLICY);
            let own = near(i.saturating_sub(2), i, class::SELF) && !near(i, i + 4, record);
            return if own && !hard { OPINION } else { 1.0 };
        }
    }
    1.0
}

//! Claims: which sentences a checker would take first, and why.

use super::{Attribution, Count, Reading, Source, context, phrases, rankings};
use crate::lang::{Classes, class};
use crate::report::{FigureKind, Form, SourceKind, Stance};
use crate::text::{Kind, Span, Text};

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
pub(super) const WEIGHTS: [(&str, f64); 23] = [
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
    ("comparison", 0.46),
    ("vote", 0.46),
    ("trend", 0.46),
    // What somebody holds against somebody, or holds to be so.
    ("claimed", 0.45),
    ("accusation", 0.35),
    ("denial", 0.30),
    // Often a figure of speech, or a matter of judgement.
    ("superlative", 0.35),
    ("cause", 0.30),
    // Given only where nothing that weighs more speaks for the sentence: every news report is full of deeds.
    ("act", 0.46),
    ("absence", 0.25),
    ("public-affairs", 0.25),
    // Light: every second sentence of an article has one of them.
    ("statement", 0.20),
    ("unsourced", 0.10),
    // What speaks against: history is known, and a quotation alone is somebody's voice.
    ("quote", -0.25),
    ("earlier-event", -0.35),
];

/// The weight from which a reason makes the fallback reasons needless.
const HEAVY: f64 = 0.34;

/// A statement without any reason is worth little, but not nothing.
const BASE: f64 = 0.08;

/// What is left where the speaker plans or wishes, or where something is only supposed: it cannot be checked yet.
const PLAN: f64 = 0.45;

/// What is left of an opinion, which may hold a fact, and of what others plan, which is on record.
const OPINION: f64 = 0.75;

fn weight(id: &str) -> f64 {
    WEIGHTS.iter().find(|(name, _)| *name == id).map_or(0.0, |(_, weight)| *weight)
}

/// The claims of the text, one a sentence, in order.
pub fn find(reading: &Reading) -> Vec<Claim> {
    let text = &reading.text;
    let superlatives = rankings::superlatives(reading);
    // For each sentence, its superlative and whether a scope makes it a record.
    let mut ranked = vec![None; text.sentences.len()];
    for superlative in superlatives.iter().filter(|x| !context::quoted(text, x.first)) {
        if let Some(slot) = ranked.get_mut(superlative.sentence) {
            *slot = Some(superlative.scoped);
        }
    }
    // In a report that cites its sources, a checker takes what they say before what the paper itself tells.
    let third = |a: &Attribution| a.source.is_some_and(|(x, _)| !text.is(x, class::PRON_FIRST));
    let cites = reading.attributions.iter().any(third);
    let mut claims = Vec::new();
    for (s, scoped) in ranked.into_iter().enumerate() {
        let sentence = text.sentence(s);
        let (first, end) = (sentence.first, sentence.end);
        let figures: Vec<usize> = reading.figures_in(s, s).map(|(i, _)| i).collect();
        let attributed: Vec<usize> = reading.attributions_at(s).map(|(i, _)| i).collect();
        let said = || attributed.iter().filter_map(|i| reading.attributions.get(*i));

        let (mut toll, mut casualty, mut uncounted, mut counted) = (false, false, false, false);
        let (mut money, mut percent, mut large) = (false, false, false);
        for figure in figures.iter().filter_map(|i| reading.figures.get(*i)) {
            let vague = matches!(figure.count, Count::Absent | Count::Withheld | Count::Vague);
            toll |= figure.is_casualty() && !figure.hypothetical;
            casualty |= figure.is_casualty() && !vague;
            uncounted |= figure.is_toll() && vague;
            match figure.kind {
                FigureKind::Duration | FigureKind::Age | FigureKind::Distance => continue,
                FigureKind::Money => money = true,
                FigureKind::Percent => percent = true,
                FigureKind::People | FigureKind::Other => {
                    large |= figure.low.or(figure.high).is_some_and(|v| v >= 100.0)
                }
                _ => {}
            }
            counted = true;
        }
        let hard = money || percent || large;
        // A question asks; one that takes a number for granted asserts it.
        if context::is_furniture(text, s) || context::is_question(text, s) && !hard {
            continue;
        }
        // The classes of all words, of all verbs, and of the verbs that tell what is or was done.
        let (mut words, mut verbs, mut tells) = (Classes::NONE, Classes::NONE, Classes::NONE);
        let (mut compared, mut up, mut claimed) = (false, false, false);
        for i in first..end {
            let Some(token) = text.token(i) else { break };
            words = words.or(token.classes);
            if token.classes.any(class::VERB) {
                verbs = verbs.or(token.classes);
                if told(text, i) {
                    // Who “soutient” a law claims nothing, and who “soutient que” backs nothing.
                    let claims = text.is(i, class::CLAIM) && !attributed.is_empty();
                    tells = tells.or(if claims { token.classes.without(class::ENACT) } else { token.classes });
                    claimed |= claims;
                }
            }
            compared |= compares(text, i);
            up |= is_up(text, i);
        }
        let public = words.any(class::POLICY);
        let measured = public || counted || words.any(class::ECONOMY.or(class::TOLL));
        let source = |fits: fn(&Source) -> bool| said().any(|a| reading.source(a).is_some_and(fits));
        let unnamed = |x: &Source| matches!(x.kind, SourceKind::Anonymous | SourceKind::Collective);
        let whole =
            |a: &Attribution| a.form == Form::Direct && a.content.iter().any(|(x, y)| *x <= first + 1 && *y + 1 >= end);
        let signs = [
            ("casualty-figure", casualty),
            ("no-count", uncounted),
            ("one-side", toll && source(|x| x.party)),
            ("percent", percent),
            ("money", money),
            ("large-figure", large),
            ("figure", counted && !hard && !toll),
            ("record", scoped == Some(true)),
            ("superlative", scoped == Some(false)),
            ("comparison", compared),
            ("vote", tells.any(class::ENACT)),
            // What rose or fell must be something that is measured, not a soldier.
            ("trend", measured && (up || tells.any(class::CHANGE))),
            ("claimed", claimed),
            ("accusation", verbs.any(class::ACCUSE) || said().any(|a| a.stance == Stance::Accuses)),
            ("denial", said().any(|a| a.stance == Stance::Denies)),
            ("cause", words.any(class::CAUSE)),
            ("statement", said().any(third)),
            ("unsourced", (toll || !figures.is_empty()) && attributed.is_empty() || source(unnamed)),
            ("quote", said().any(whole)),
            ("earlier-event", toll && context::is_history(reading, s)),
        ];
        let given = |signs: &[(&'static str, bool)]| -> Vec<&'static str> {
            signs.iter().filter(|(_, when)| *when).map(|(id, _)| *id).collect()
        };
        let mut reasons = given(&signs);
        if !cites && !reasons.iter().any(|id| weight(id) > HEAVY) {
            let deed = deed(text, first, end);
            let more = [("act", deed.is_some()), ("absence", deed == Some(true)), ("public-affairs", public)];
            reasons.extend(given(&more));
        }
        let rest = reasons.iter().fold(1.0 - BASE, |rest, id| rest * (1.0 - weight(id)));
        let feeling = if words.any(class::FEELING) { 0.5 } else { 1.0 };
        let worth = (1.0 - rest).clamp(0.0, 1.0) * asserted(text, first, end, hard) * feeling;
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

/// “than”, “plus cher que”: two things are compared. No verb stands between, as in “plus il dit que”.
fn compares(text: &Text, i: usize) -> bool {
    // “plus d'aides que”; not “plus de 500”, nor “more than that”
    let counts = text.kind(i + 1) == Some(Kind::Number) || text.is(i + 1, class::COMP);
    let opens = text.is(i, class::MORE) || text.is(i, class::MORE_THAN) && !counts;
    let close = || (i + 1..i + 8).find(|k| text.is(*k, class::COMP.or(class::FIN)) || text.is_pause(*k));
    text.is(i, class::COMPARE)
        || opens
            && !text.is(i.wrapping_sub(1), class::DEF.or(class::NEG))
            && close().is_some_and(|k| text.is(k, class::COMP))
}

/// “is sharply down”, “est en hausse”
fn is_up(text: &Text, i: usize) -> bool {
    text.is(i, class::DIRECTION) && (i.saturating_sub(3)..i).any(|k| text.is(k, class::BE))
}

/// What stands before a verb or noun that tells no act: “to vote”, “the vote”, “will vote”.
const NO_ACT: Classes =
    class::TO.or(class::OF).or(class::PREP).or(class::ADJ).or(class::WISH).or(class::FUTURE).or(phrases::DETERMINER);

/// Whether the verb at token `i` tells what is or was done.
fn told(text: &Text, i: usize) -> bool {
    if !text.is(i, class::VERB) || !text.is(i, class::FIN.or(class::PP).or(class::GER)) || text.is(i, class::FUTURE) {
        return false;
    }
    let first = text.sentence(text.sentence_of(i)).first;
    let skipped = class::ADV.or(class::NEG).or(class::CLITIC);
    let mut earlier = (first..i).rev().take(6);
    // “La crue”, “L'équipe”: what opens a sentence is an article, though the lists know it as a pronoun too.
    let skips = |k: usize| text.is(k, skipped) && !(k == first && text.is(k, class::DEF));
    let Some(before) = earlier.find(|k| !skips(*k)) else { return !text.is(i, class::INF) };
    // “your vote.”, “our support for”: a noun behind a possessive.
    let noun = text.is(i, class::NOUN.or(class::INF))
        && text.is(before, class::PRON_FIRST)
        && (text.is_pause(i + 1) || text.is(i + 1, class::PREP.or(class::OF).or(class::TO)));
    // “cut taxes”: a noun behind another verb.
    let noun =
        noun || text.is(i, class::NOUN) && text.is(before, class::VERB) && !text.is(before, class::BE.or(class::HAVE));
    // “is running”, and no “running” alone
    let runs = !text.is(i, class::GER) || text.is(before, class::BE);
    runs && !noun && !text.is(before, NO_ACT) && !is_modal(text, before)
}

fn is_modal(text: &Text, i: usize) -> bool {
    text.is(i, class::MODAL) && !text.is(i, class::NOUN.or(class::MONTH))
        || text.is(i, class::COND) && !text.is(i, class::FIN)
        // “have to”, “have got to”
        || text.is(i, class::HAVE)
            && (text.is(i + 1, class::TO) || text.is(i + 1, class::BE) && text.is(i + 2, class::TO))
}

/// Whether the verb at token `i` makes a clause.
fn is_finite(text: &Text, i: usize) -> bool {
    text.is(i, class::BE.or(class::HAVE).or(class::MODAL)) && text.is(i, class::FIN) || told(text, i)
}

/// Whether the main clause, which comes first, tells a deed of a named person, body or state: no word, no wish and no
/// state. The value says whether it is denied.
fn deed(text: &Text, first: usize, end: usize) -> Option<bool> {
    let main = (first..end).find(|k| is_finite(text, *k))?;
    let named = class::STATE.or(class::INSTITUTION).or(class::ROLE).or(class::DOC).or(class::PARTY);
    (main..end.min(main + 8)).find_map(|i| {
        // “a été”, “been” carries a deed in the passive.
        let does = !text.is(i, class::SAY.or(class::WISH))
            && (!text.is(i, class::BE.or(class::HAVE)) || text.is(i, class::PP))
            && told(text, i);
        let group = does.then(|| phrases::verb_group(text, i)).filter(|g| g.first <= main)?;
        let (x, y) = phrases::subject(text, group.first)?;
        let third = !(x..y).any(|k| text.is(k, class::PRON_FIRST));
        // “no minister visited”
        let denied = group.negated || (x..y).any(|k| text.is(k, class::ZERO));
        (third && (x..y).any(|k| text.is_name(k) || text.is(k, named))).then_some(denied)
    })
}

/// How much is left of the worth where the sentence opens with what is meant, wished, supposed or to come, before
/// any verb tells what is so. A number in an opinion stays a number.
fn asserted(text: &Text, first: usize, end: usize, hard: bool) -> f64 {
    let opinion = if hard { 1.0 } else { OPINION };
    for i in first..end {
        let near = |from: usize, to: usize, classes| (from.max(first)..to.min(end)).any(|k| text.is(k, classes));
        let spoken = near(i.saturating_sub(3), i, class::PRON_FIRST);
        // “I think”, “I promise”, “nous demandons”: said here and now by the speaker.
        let act = text.is(i, class::SAY.or(class::ENACT)) && text.is(i, class::VERB) && !text.is(i, class::PP);
        if spoken && act {
            return opinion;
        }
        if text.is(i, class::IF) {
            return PLAN;
        }
        if is_modal(text, i) || text.is(i, class::WISH.or(class::FUTURE)) {
            return if spoken || near(i, i + 2, class::PRON_FIRST) { PLAN } else { opinion };
        }
        if is_finite(text, i) {
            // “I grew up in …”, “j'ai deux filles”: nobody but the speaker knows.
            let record = class::SAY.or(class::ENACT).or(class::CHANGE).or(class::POLICY);
            let own = near(i.saturating_sub(2), i, class::SELF) && !near(i, i + 4, record);
            return if own { opinion } else { 1.0 };
        }
    }
    1.0
}

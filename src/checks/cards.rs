//! Cards: one a claim, its flags as reasons; how grave it is and when an editor should see it.

use super::{CHECKS, Raised};
use crate::order;
use crate::reading::Reading;
use crate::report::Severity;
use crate::text::Span;

/// A card before it leaves: indices into the flags and claims.
pub struct Draft {
    pub span: Span,
    pub severity: Severity,
    pub flags: Vec<usize>,
    pub claim: Option<usize>,
    /// Place in the order in which an editor should look, from 0.
    pub rank: usize,
}

/// Losses whose number is not there.
const NUMBERLESS: [&str; 3] = ["casualty-no-count", "casualty-count-vague", "casualty-count-withheld"];

/// Words of the text to each card that an editor is shown: more than that nobody reads in a minute.
const WORDS_PER_CARD: usize = 60;
/// A few lines, which are read in one look whatever they hold, may have this many.
const FEW_LINES: (usize, usize) = (120, 3);

/// One card for each sentence with flags: those to show, and those folded away, each in reading order.
pub fn cards(reading: &Reading, raised: &[Raised]) -> (Vec<Draft>, Vec<Draft>) {
    let mut cards: Vec<(usize, Draft)> = Vec::new();
    let mut by_sentence: Vec<Option<usize>> = vec![None; reading.text.sentences.len() + 1];
    let mut claims: Vec<Option<usize>> = by_sentence.clone();
    for (i, claim) in reading.claims.iter().enumerate() {
        if let Some(slot) = claims.get_mut(claim.sentence) {
            *slot = Some(i);
        }
    }
    for (i, flag) in raised.iter().enumerate() {
        let s = reading.text.sentence_of(flag.finding.anchor);
        let Some(slot) = by_sentence.get_mut(s) else { continue };
        let at = *slot.get_or_insert_with(|| {
            let claim = claims.get(s).copied().flatten();
            cards.push((
                s,
                Draft { span: flag.finding.span, severity: flag.severity, flags: Vec::new(), claim, rank: 0 },
            ));
            cards.len() - 1
        });
        if let Some((_, card)) = cards.get_mut(at) {
            card.span = card.span.to(flag.finding.span);
            card.severity = card.severity.max(flag.severity);
            card.flags.push(i);
        }
    }
    // The gravest reason first, and of equals the one that the catalogue has first.
    for (_, card) in &mut cards {
        order::by_key(&mut card.flags, |i| {
            raised.get(*i).map_or((0, 0), |r| {
                (
                    Severity::Error as usize - r.severity as usize,
                    CHECKS.iter().position(|c| c.id == r.check.id).unwrap_or(0),
                )
            })
        });
    }
    let mut weights: Vec<(usize, (Severity, usize, usize))> = Vec::new();
    for (i, (_, card)) in cards.iter_mut().enumerate() {
        let has = |id: &str| {
            card.flags.iter().any(|f| raised.get(*f).is_some_and(|r| r.check.id == id && r.severity > Severity::Info))
        };
        let numberless = NUMBERLESS.iter().any(|id| has(id));
        if has("casualty-claim-by-belligerent") && numberless && reading.verifications.is_empty() {
            card.severity = Severity::Error;
        }
        let leads =
            usize::from(has("superlative-unsupported") && has("source-collective-vague")) * 2 + usize::from(numberless);
        let grave = card.flags.iter().filter(|f| raised.get(**f).is_some_and(|r| r.severity > Severity::Info)).count();
        weights.push((i, (card.severity, leads, grave)));
    }
    order::by_key(&mut weights, |(i, (severity, leads, grave))| {
        (usize::MAX - ((*severity as usize * 4 + leads) * 64 + (*grave).min(63)), *i)
    });
    for (rank, (i, _)) in weights.iter().enumerate() {
        if let Some((_, card)) = cards.get_mut(*i) {
            card.rank = rank;
        }
    }
    let mut cards: Vec<Draft> = cards.into_iter().map(|(_, card)| card).collect();
    order::by_key(&mut cards, |c| (c.span.start(), c.span.end()));
    let words = reading.text.src.split_whitespace().count();
    let (few, least) = FEW_LINES;
    let budget = if words < few { least } else { words / WORDS_PER_CARD };
    // What must not be published as it stands is never folded.
    cards.into_iter().partition(|c| c.rank < budget || c.severity == Severity::Error)
}

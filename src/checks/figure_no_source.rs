//! A number of people, money or a percentage in the paper's own voice, with no source in reach.
//!
//! BBC and Reuters want the author of a number named. A body that tells of its own act is that author.

use super::suppress::OWN_VOICE;
use super::{Check, Finding, Findings};
use crate::lang::class;
use crate::reading::{Count, Figure, Reading, context, phrases};
use crate::report::{FigureKind, Precision, Severity};
use crate::text::Text;

/// Fewer people than this may have been counted by the reporter.
const COUNTABLE: f64 = 50.0;
/// Smaller sums are prices on a label.
const SUM: f64 = 50_000.0;
/// Sentences of a paragraph over which a source carries.
const NEAR: usize = 2;
/// Fewer things than this may have been counted as well.
const MANY: f64 = 1000.0;

pub static CHECK: Check = Check {
    id: "figure-no-source",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: OWN_VOICE,
    examples: &[
        ("fr", "La filière emploie ⟨12 000 salariés⟩."),
        ("fr", "La filière emploie 12 000 salariés, selon l’Urssaf."),
        ("fr", "Le concert s’est donné avec trois musiciens."),
        ("fr", "La région va ouvrir 14 lycées."),
        ("en", "The industry employs ⟨12,000 workers⟩."),
        ("en", "The industry employs 12,000 workers, according to the labour office."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    let asks = |f: &&Figure| {
        weighty(reading, f)
            && f.attribution.is_none()
            && !f.hypothetical
            && !f.background
            && !is_known(reading, f)
            && !is_own_act(&reading.text, f.sentence)
            && !reading.is_sourced_around(f.sentence)
            && !is_told(reading, f.sentence)
            && !context::quoted(&reading.text, f.first)
            && !context::is_history(reading, f.sentence)
    };
    let places: Vec<&Figure> = reading.figures.iter().filter(asks).collect();
    // One card for all of them: a page full of the same question would not be read.
    if let Some((first, others)) = places.split_first() {
        let related: Vec<_> = others.iter().map(|f| f.span(&reading.text)).collect();
        out.flags.push(Finding::on(reading, first.first, first.end).related(related));
    }
}

/// Whether somebody must have counted or computed the figure.
fn weighty(reading: &Reading, figure: &Figure) -> bool {
    let text = &reading.text;
    let value = figure.low.or(figure.high).unwrap_or(0.0).abs();
    // “the 2018 nominee”: four digits without a separator are a year.
    let year = (1800.0..2100.0).contains(&value)
        && text.word(figure.number_end - 1).len() == 4
        && figure.precision == Precision::Exact;
    let head = figure.head.filter(|_| !year);
    let thing = |h: usize| {
        (text.is(h, class::NOUN) || phrases::unknown(text, h))
            && !text.is(
                h,
                class::TIMES
                    .or(class::POINT)
                    .or(class::DURATION)
                    .or(class::SCALE)
                    .or(class::NUMBERED)
                    .or(class::TEMPERATURE),
            )
    };
    figure.count == Count::Given
        && match figure.kind {
            FigureKind::People | FigureKind::Displaced => value >= COUNTABLE && head.is_some(),
            FigureKind::Percent => figure.precision != Precision::Range && value > 0.0 && value != 100.0,
            FigureKind::Money => value >= SUM,
            // Large counts of things: containers, flats, trees.
            FigureKind::Other => value >= MANY && head.is_some_and(thing),
            _ => false,
        }
}

/// Whether a source speaks in the paragraph, or a document or a word of saying stands in the sentence.
fn is_told(reading: &Reading, s: usize) -> bool {
    let text = &reading.text;
    let paragraph = text.sentence(s).paragraph;
    let (first, end) = text.paragraphs.get(paragraph).copied().unwrap_or_default();
    let (first, end) =
        (text.sentence_of(first).max(s.saturating_sub(NEAR)), text.sentence_of(end.saturating_sub(1)).min(s + NEAR));
    let near = reading.attributions_near(first, end);
    let sentence = text.sentence(s);
    let says = |k: usize| {
        let named =
            text.is(k, class::DOC.or(class::ACCORDING).or(class::STUDY).or(class::HEARSAY).or(class::PASSIVE_SAY));
        // “le port a traité”, not a treaty
        named
            && !(text.is(k, class::VERB)
                && (text.is(k.wrapping_sub(1), class::HAVE) || !text.is(k, class::NOUN.or(class::PASSIVE_SAY))))
    };
    near.map(|(_, a)| a).any(|a| a.source.is_some()) || (sentence.first..sentence.end).any(says)
}

/// Whether anybody can look the figure up: votes, matches, prices on the exchange.
fn is_known(reading: &Reading, figure: &Figure) -> bool {
    let text = &reading.text;
    let counted = (figure.first.saturating_sub(3)..figure.end + 4)
        .any(|k| text.is(k, class::BALLOT) && text.sentence_of(k) == figure.sentence);
    let traded = matches!(figure.kind, FigureKind::Percent | FigureKind::Money)
        && reading.sentence_has(figure.sentence, class::MARKET);
    // In a sentence that tells a vote all shares are of it; how many live in a town stands in every gazetteer.
    let voted = figure.kind == FigureKind::Percent && reading.sentence_has(figure.sentence, class::BALLOT);
    let inhabited = figure.first > 0
        && text.is(figure.first - 1, class::OF)
        && figure.head.is_some_and(|h| text.is(h, class::WITNESS));
    counted || traded || voted || inhabited || reading.sentence_has(figure.sentence, class::SPORT)
}

/// “la région va ouvrir 14 lycées”: who acts vouches for it; “les magasins sont fermés” is nobody's act.
fn is_own_act(text: &Text, s: usize) -> bool {
    let sentence = text.sentence(s);
    // “un tiers des médecins partiront” is a forecast, and nobody's act.
    let bodies = class::INSTITUTION
        .or(class::STATE)
        .or(class::ROLE)
        .or(class::GROUP)
        .or(class::CAMP)
        .or(class::MEDIA)
        .or(class::PRON)
        .or(class::FORCE);
    let mut body = false;
    (sentence.first..sentence.end).any(|k| {
        body |= text.is(k, bodies) || text.is_name(k);
        let passive = text.is(k, class::PP) && (k.saturating_sub(3)..k).any(|b| text.is(b, class::BE));
        body && (text.is(k, class::FUTURE) || text.is(k, class::PLAN) && text.is(k, class::VERB) && !passive)
    })
}

//! A number of people, money or a percentage in the paper's own voice, with no source in reach.
//!
//! BBC and Reuters want the author of a number named. A body that tells of its own act is that author.

use super::suppress::OWN_VOICE;
use super::{Check, Finding, Findings};
use crate::lang::{Classes, class};
use crate::reading::figures::PEOPLE;
use crate::reading::{Attribution, Count, Figure, Reading, context, phrases};
use crate::report::{FigureKind, Precision, Severity};
use crate::text::{Kind, Text};

/// Fewer people than this may have been counted by the reporter.
const COUNTABLE: f64 = 50.0;
/// Smaller sums are prices on a label.
const SUM: f64 = 50_000.0;
/// Sentences of a paragraph over which a source carries.
const NEAR: usize = 2;
/// Fewer things than this may have been counted as well.
const MANY: f64 = 1000.0;
/// The same of houses that burnt or cars that were swept away.
const LOST: f64 = 20.0;

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
            && !reading.is_sourced(f.sentence)
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
    let lost = || {
        (figure.first.saturating_sub(6)..figure.end + 8)
            .any(|k| text.is(k, class::DAMAGE) && text.sentence_of(k) == figure.sentence)
    };
    figure.count == Count::Given
        && match figure.kind {
            FigureKind::People | FigureKind::Displaced => value >= COUNTABLE && head.is_some(),
            FigureKind::Percent => {
                figure.precision != Precision::Range && value > 0.0 && value != 100.0 && !is_piece(text, figure)
            }
            FigureKind::Money => value >= SUM,
            // Large counts of things: containers, flats, trees; fewer where they were destroyed.
            FigureKind::Other => value >= if lost() { LOST } else { MANY } && head.is_some_and(thing),
            // Harvests, fires and waste are measured by somebody; how far it is to the next town is not.
            FigureKind::Distance => {
                value >= if lost() { COUNTABLE } else { MANY } && head.is_some_and(|h| text.is(h, class::BULK))
            }
            _ => false,
        }
}

/// “la moitié de la ville”, “half of the bridge”: a piece of one thing, and no statistic.
fn is_piece(text: &Text, figure: &Figure) -> bool {
    let written = (figure.first..figure.number_end)
        .any(|k| text.kind(k) == Some(Kind::Number) || text.is(k, class::PERCENT.or(class::OUT_OF)));
    let many = PEOPLE.or(class::COLLECTIVE).or(class::QUANTITY).or(class::POLICY).or(class::ANIMAL);
    !written
        && !(figure.number_end..figure.number_end + 6)
            .any(|k| text.is(k, many) && text.sentence_of(k) == figure.sentence)
}

/// Whether a source speaks in the paragraph, or a document or a word of saying stands in the sentence.
fn is_told(reading: &Reading, s: usize) -> bool {
    let text = &reading.text;
    let paragraph = text.sentence(s).paragraph;
    let (first, end) = text.paragraphs.get(paragraph).copied().unwrap_or_default();
    let (first, end) =
        (text.sentence_of(first).max(s.saturating_sub(NEAR)), text.sentence_of(end.saturating_sub(1)).min(s + NEAR));
    let near = reading.attributions_near(first, end);
    // Who speaks only afterwards, and is no body and has no name (“les pharmaciens réclament”), did not count.
    let known = class::INSTITUTION
        .or(class::DOC)
        .or(class::MEDIA)
        .or(class::INDEPENDENT)
        .or(class::ROLE)
        .or(class::POLICE)
        .or(class::PRON)
        .or(class::PRON_LAST)
        .or(class::COLLECTIVE)
        .or(class::SCHOLAR)
        .or(class::STUDY);
    let vouches = |a: &Attribution| {
        a.source.is_some_and(|(x, y)| a.sentence <= s || (x..y).any(|k| text.is(k, known) || text.is_name(k)))
    };
    // The sentences right beside it, whatever the paragraph.
    let beside = reading.attributions_near(s.saturating_sub(1), s + 1);
    let sentence = text.sentence(s);
    // Who speaks of himself knows his own numbers; a body by which it was counted is a source.
    let spoken = |k: usize| {
        text.is(k, class::SELF)
            || text.is(k, class::BY)
                && text.is(k.wrapping_sub(1), class::PP)
                && (k + 1..k + 4).any(|b| text.is(b, class::INSTITUTION))
    };
    let says = |k: usize| {
        let named =
            text.is(k, class::DOC.or(class::ACCORDING).or(class::STUDY).or(class::HEARSAY).or(class::PASSIVE_SAY));
        // “le port a traité”, not a treaty
        named
            && !(text.is(k, class::VERB)
                && (text.is(k.wrapping_sub(1), class::HAVE) || !text.is(k, class::NOUN.or(class::PASSIVE_SAY))))
    };
    near.chain(beside).map(|(_, a)| a).any(vouches) || (sentence.first..sentence.end).any(|k| says(k) || spoken(k))
}

/// Whether anybody can look the figure up: votes, matches, prices on the exchange.
fn is_known(reading: &Reading, figure: &Figure) -> bool {
    let text = &reading.text;
    let counted = (figure.first.saturating_sub(3)..figure.end + 4)
        .any(|k| text.is(k, class::BALLOT) && text.sentence_of(k) == figure.sentence);
    let traded = matches!(figure.kind, FigureKind::Percent | FigureKind::Money)
        && reading.sentence_has(figure.sentence, class::MARKET);
    // “le seuil de 5 %”, “a majority of 170 MPs” are rules; what a court or a seller asks is on paper.
    let near = |classes: Classes| {
        (figure.first.saturating_sub(4)..figure.end + 3)
            .any(|k| text.is(k, classes) && text.sentence_of(k) == figure.sentence)
    };
    let money = figure.kind == FigureKind::Money;
    let on_paper = near(class::LIMIT)
        || money
            && (near(class::SOLD)
                || (figure.sentence.saturating_sub(1)..=figure.sentence)
                    .any(|s| reading.sentence_has(s, class::CONVICTED.or(class::COURT).or(class::PUBLIC_LINE))));
    // In a sentence that tells a vote all shares are of it; how many live in a town stands in every gazetteer.
    let voted = figure.kind == FigureKind::Percent && reading.sentence_has(figure.sentence, class::BALLOT);
    let inhabited = figure.first > 0
        && text.is(figure.first - 1, class::OF)
        && figure.head.is_some_and(|h| text.is(h, class::WITNESS));
    counted || traded || voted || inhabited || on_paper || reading.sentence_has(figure.sentence, class::SPORT)
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

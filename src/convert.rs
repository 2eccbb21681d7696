//! From what was read, in bytes, to the report, in UTF-16.

use crate::checks;
use crate::reading::{self, Attribution, Reading};
use crate::report::{Card, Claim, Consistency, Coverage, DateMention, Figure, Flag, Options, Overview, Report, Source};
use crate::text::{Span, Utf16Map};

/// An index as it leaves.
fn id(i: usize) -> u32 {
    u32::try_from(i).unwrap_or(u32::MAX)
}

/// Puts everything into the shape that the doors hand out.
pub fn report(reading: &Reading, language: &str, coverage: Coverage, options: &Options) -> Report {
    let text = &reading.text;
    let map = Utf16Map::new(text.src);
    let span = |s: Span| map.span(s);
    let (raised, agreed) = checks::run(reading, &options.house);
    let (cards, folded) = checks::cards(reading, &raised);
    let card = |c: checks::Draft| Card {
        span: span(c.span),
        severity: c.severity,
        flags: c.flags.into_iter().map(id).collect(),
        claim: c.claim.map(id),
        rank: id(c.rank),
    };
    let title = reading.title.as_deref().map(|t| Utf16Map::new(t.text.src));
    Report {
        schema: 1,
        problems: options.house.problems(reading.messages),
        language: language.to_string(),
        coverage,
        published: options.published.clone().or(text.published.map(str::to_string)),
        sentences: text.sentences.iter().map(|s| span(s.span)).collect(),
        sources: sources(reading, &map),
        attributions: reading.attributions.iter().enumerate().map(|(i, a)| attribution(reading, &map, i, a)).collect(),
        figures: reading
            .figures
            .iter()
            .enumerate()
            .map(|(i, f)| Figure {
                id: id(i),
                span: span(f.span(text)),
                quantity: span(f.quantity),
                precision: f.precision,
                low: f.low,
                high: f.high,
                kind: f.kind,
                unit: f.unit.clone(),
                attribution: f.attribution.map(id),
                background: f.background,
            })
            .collect(),
        dates: reading
            .dates
            .iter()
            .filter(|d| d.kind != reading::DateKind::Clock)
            .map(|d| DateMention { span: span(d.span), from: d.from.map(reading::iso), to: d.to.map(reading::iso) })
            .collect(),
        claims: reading
            .claims
            .iter()
            .enumerate()
            .map(|(i, c)| Claim {
                id: id(i),
                span: span(c.span),
                worth: c.worth,
                reasons: c.reasons.clone(),
                attribution: c.attribution.map(id),
                figures: c.figures.iter().copied().map(id).collect(),
            })
            .collect(),
        cards: cards.into_iter().map(card).collect(),
        folded: folded.into_iter().map(card).collect(),
        overview: checks::overview(reading, &raised)
            .into_iter()
            .map(|line| Overview {
                id: line.id,
                message: reading.messages.fill("overview", &format!("{}.message", line.id), &line.slots),
                spans: line.spans.into_iter().map(span).collect(),
            })
            .collect(),
        flags: raised
            .iter()
            .enumerate()
            .map(|(i, r)| Flag {
                id: id(i),
                check: r.check.id,
                severity: r.severity,
                span: span(r.finding.span),
                message: reading.messages.fill(r.check.id, "message", &r.finding.slots),
                question: reading.messages.get(r.check.id, "question").to_string(),
                standard: reading.messages.get(r.check.id, "standard").to_string(),
                related: r.finding.related.iter().copied().map(span).collect(),
                in_title: r.finding.in_title.zip(title.as_ref()).map(|(s, map)| map.span(s)),
            })
            .collect(),
        consistent: agreed
            .iter()
            .map(|(check, f)| Consistency {
                check: check.id,
                span: span(f.span),
                message: reading.messages.fill(check.id, "agrees", &f.slots),
            })
            .collect(),
    }
}

fn sources(reading: &Reading, map: &Utf16Map) -> Vec<Source> {
    let text = &reading.text;
    reading
        .sources
        .iter()
        .enumerate()
        .map(|(i, s)| Source {
            id: id(i),
            name: s.words(text),
            kind: s.kind,
            role: s.role.clone(),
            party: s.party,
            mentions: s.mentions.iter().map(|(a, b)| map.span(text.span(*a, *b))).collect(),
        })
        .collect()
}

fn attribution(reading: &Reading, map: &Utf16Map, i: usize, a: &Attribution) -> crate::report::Attribution {
    let tokens = |(first, end): (usize, usize)| map.span(reading.text.span(first, end));
    crate::report::Attribution {
        id: id(i),
        form: a.form,
        source: a.source_span(&reading.text).map(|s| map.span(s)),
        speaker: a.speaker.map(id),
        cue: a.cue.iter().copied().map(tokens).collect(),
        content: a.content.iter().copied().map(tokens).collect(),
        stance: a.stance,
        channel: a.channel.map(tokens),
        when: a.when.map(|w| tokens((w, w + 1))),
        within: a.within.map(id),
    }
}

//! From what was read, in bytes, to the report, in UTF-16.

use crate::checks;
use crate::order;
use crate::reading::{self, Attribution, DateKind, Reading, sums, vouching};
use crate::report::{
    Card, Claim, Consistency, Coverage, DateMention, Figure, Flag, Options, Overview, Report, Source, Sum, Uncounted,
    Voice,
};
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
    // Clock times do not leave: the place of each date among those that do.
    let days = reading.dates.iter().scan(0, |next, d| {
        let at = *next;
        *next += usize::from(d.kind != DateKind::Clock);
        Some(at)
    });
    let days: Vec<usize> = days.collect();
    let title = reading.title.as_deref().map(|t| Utf16Map::new(t.text.src));
    Report {
        schema: 1,
        problems: options.house.problems(reading.messages),
        language: language.to_string(),
        coverage,
        published: options.published.clone().or(text.published.map(str::to_string)),
        sentences: text.sentences.iter().map(|s| span(s.span)).collect(),
        voices: vouching::voices(reading)
            .into_iter()
            .map(|v| Voice { by: v.by, source: v.source.map(id), attribution: v.attribution.map(id), losses: v.losses })
            .collect(),
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
                date: f.date.and_then(|i| days.get(i).copied()).map(id),
            })
            .collect(),
        uncounted: uncounted(reading, &map),
        sums: totals(reading),
        dates: reading
            .dates
            .iter()
            .filter(|d| d.kind != DateKind::Clock)
            .map(|d| DateMention {
                span: span(d.span),
                from: d.from.map(reading::iso),
                to: d.to.map(reading::iso),
                weekday: d.weekday,
            })
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

fn uncounted(reading: &Reading, map: &Utf16Map) -> Vec<Uncounted> {
    let losses = reading.uncounted().filter(|(_, f)| !f.background);
    losses
        .map(|(i, f)| Uncounted {
            figure: id(i),
            span: map.span(f.span(&reading.text)),
            kind: f.kind,
            attribution: f.attribution.map(id),
        })
        .collect()
}

fn totals(reading: &Reading) -> Vec<Sum> {
    // A count told again, “les douze jurés”, is no figure of its own.
    let place = |f: &reading::Figure| reading.figures.binary_search_by_key(&f.first, |other| other.first).ok();
    let mut sums = sums::find(reading);
    order::by_key(&mut sums, |sum| (sum.total.first, 0));
    let sum = |sum: &sums::Sum| {
        let parts: Option<Vec<u32>> = sum.parts.iter().map(|p| place(p).map(id)).collect();
        Some(Sum {
            total: place(sum.total).map(id)?,
            parts: parts?,
            computed: sum.added(),
            partial: sum.partial,
            agrees: sum.fits(),
        })
    };
    sums.iter().filter_map(sum).collect()
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

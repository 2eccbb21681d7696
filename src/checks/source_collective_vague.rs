//! An unnamed crowd of experts or opinion as the source: “les analystes”, “critics”.
//!
//! AP: attribution must establish credibility; AFP gives analysts a principle of their own. A named member
//! within two sentences silences it.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::lang::class;
use crate::order;
use crate::reading::{Attribution, Reading, attributions::Range, sources};
use crate::report::{Severity, SourceKind};
use crate::text::Kind;

pub static CHECK: Check = Check {
    id: "source-collective-vague",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: &[Heed::Quotation, Heed::History, Heed::Furniture],
    examples: &[
        ("fr", "La sécheresse va durer, préviennent ⟨les experts⟩."),
        ("fr", "La sécheresse va durer, prévient Léna Marc, hydrologue."),
        ("fr", "La route est rouverte, selon les gendarmes."),
        ("en", "⟨Economists⟩ say prices will fall."),
        ("en", "Economists such as Lena Marsh of the central bank say prices will fall."),
    ],
    run,
};

/// Tokens around the words in which the text may have said whose they are.
const NEAR: usize = 150;

fn run(reading: &Reading, out: &mut Findings) {
    let text = &reading.text;
    // “Estimates suggest”: whose they are, nobody says.
    let bare = |a: &Attribution| {
        a.source.is_some_and(|(k, end)| {
            end == k + 1 && text.is(k, class::DOC) && text.is(k, class::COLLECTIVE) && text.ends_plural(k)
        })
    };
    let told = reading
        .attributions
        .iter()
        .filter(|a| reading.source(a).is_some_and(|s| s.kind == SourceKind::Collective) || bare(a));
    // “Analysts had expected a loss, according to a poll”: who tells of the crowd is named.
    let held = reading.opinions.iter().copied().filter(|o| reading.saying(o.0).next().is_none());
    for (first, end) in told.filter_map(|a| a.source).chain(held) {
        if is_vague(reading, (first, end)) && !is_introduced(reading, (first, end)) {
            out.flags.push(Finding::on(reading, first, end));
        }
    }
    order::by_key(&mut out.flags, |f| (f.span.start(), f.span.end()));
    out.flags.dedup_by(|b, a| a.span.overlaps(b.span));
}

/// Whether the words name a crowd of experts or opinion and nobody of it.
fn is_vague(reading: &Reading, (first, end): Range) -> bool {
    let text = &reading.text;
    if end == first + 1 && text.is(first, class::SOMEBODY.or(class::DOC)) {
        return true;
    }
    let (heads, plural) = sources::heads(text, (first, end));
    let counted = text.kind(first) == Some(Kind::Number) || text.is(first, class::NUM.or(class::DEM));
    // “Football pundits”: the capital opens the sentence.
    let opens = |i: usize| {
        let start = i == text.sentence(text.sentence_of(i)).first && !text.capital(i + 1);
        start && !text.lang.romance && text.is(i + 1, class::COLLECTIVE)
    };
    let named = (first..end).any(|i| text.is_name(i) && !opens(i));
    // “certains experts, dont Paul Vidal”
    let told = (end..end + 2).any(|k| text.is(k, class::INCLUDING)) && (end..end + 8).any(|k| text.is_name(k));
    // “nombre d'économistes”, “a number of economists”
    let some = class::VAGUE.or(class::TOLL).or(class::MOST_OF).or(class::ONE_OF);
    let many = (first + 1..end).any(|k| text.is(k, class::COLLECTIVE) && text.ends_plural(k))
        && (first..end).any(|k| text.is(k, some));
    (heads.any(class::COLLECTIVE) && plural || many) && !counted && !named && !told
}

/// Whether the text says elsewhere who they are: a named member near by, a study of theirs, an earlier mention.
fn is_introduced(reading: &Reading, (first, end): Range) -> bool {
    let text = &reading.text;
    let s = text.sentence_of(first);
    // “Greta Moll of the Arden Institute”, “Luc Ferraud, professeur à l'université”
    let scholar = class::SCHOLAR.or(class::SCHOOL).or(class::COLLECTIVE).or(class::MADE);
    let learned = |(a, b): &Range| (*a..*b).any(|k| text.is(k, scholar));
    let expert = |s: &crate::reading::Source| {
        s.is_named()
            && matches!(s.kind, SourceKind::Person | SourceKind::Official)
            && (s.expert || s.mentions.iter().take(4).any(learned))
    };
    let member =
        reading.attributions_near(s.saturating_sub(2), s + 2).any(|(_, a)| reading.source(a).is_some_and(expert));
    let (heads, _) = sources::heads(text, (first, end));
    let before = text.sentence(s.saturating_sub(3)).first.max(first.saturating_sub(NEAR));
    let told = |k: usize| text.is(k, class::DOC.or(class::SCHOLAR)) && !(first..end).contains(&k);
    let study = heads.any(class::SCHOLAR) && (before..text.sentence(s).end.min(end + NEAR)).any(told);
    // English says “the experts” of those it has named; French of all.
    let known = text.is(first, class::DEF) && !text.lang.romance;
    member || study || known
}

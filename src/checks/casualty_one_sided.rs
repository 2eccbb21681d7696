//! The dead of the other side by a party's count, with no word of its own or of civilians.
//!
//! Reuters wants all sides of a conflict heard. One note for the article, at the first such count.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::lang::class;
use crate::reading::{Count, Figure, Reading};
use crate::report::{FigureKind, Severity, SourceKind};

pub static CHECK: Check = Check {
    id: "casualty-one-sided",
    severity: Severity::Info,
    on_by_default: false,
    heeds: &[Heed::History, Heed::Furniture],
    examples: &[
        ("fr", "L’armée dit avoir tué ⟨30 insurgés⟩ dans un raid. Le raid a duré une nuit."),
        ("fr", "L’armée dit avoir tué 30 insurgés dans un raid. Elle a perdu deux soldats."),
        ("en", "Troops killed ⟨30 insurgents⟩ in a raid, the defence ministry announced. The raid lasted all night."),
        ("en", "Troops killed 30 insurgents in a raid, the defence ministry announced. It lost two soldiers."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    let text = &reading.text;
    let claims = reading.belligerent_claims();
    let enemy = |f: &Figure| f.kind == FigureKind::Killed && !matches!(f.count, Count::Zero | Count::Withheld);
    // “the death of 18 insurgents”, told by an army, are not its own.
    let rebels = |f: &Figure| f.head.is_some_and(|h| text.is(h, class::PARTY.or(class::FIGHTER_LABEL)));
    let armed = |f: &Figure| {
        let source = reading.attribution(f).and_then(|a| reading.source(a));
        source.is_some_and(|s| s.kind != SourceKind::Party && s.party)
    };
    let figures = claims.iter().filter_map(|c| Some((c.own_losses, reading.figures.get(c.figure)?)));
    let (own, theirs): (Vec<_>, Vec<_>) = figures.partition(|(own, f)| *own && !(rebels(f) && armed(f)));
    let mut told = theirs.into_iter().map(|(_, f)| f).filter(|f| enemy(f));
    let Some(first) = told.next() else { return };
    let voice = |f: &Figure| reading.attribution(f).and_then(|a| a.speaker);
    let fighters = class::COMBATANT.or(class::PARTY).or(class::FIGHTER_LABEL).or(class::FORCE);
    // Another count by somebody else, of other people, or of none.
    let other = |f: &Figure| {
        f.is_toll()
            && f.first != first.first
            && (!enemy(f) || voice(f) != voice(first) || !f.head.is_some_and(|h| text.is(h, fighters)))
    };
    let lost = (0..text.tokens.len()).any(|k| text.is(k, class::LOSE.or(class::LOSS)));
    if !lost && own.is_empty() && !reading.figures.iter().any(other) {
        out.flags.push(Finding::on(reading, first.first, first.end));
    }
}

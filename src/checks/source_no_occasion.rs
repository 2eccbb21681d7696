//! A body or group says something of weight – losses, an accusation –, and the text gives neither day nor channel.
//!
//! The IFCN's code wants readers able to go back to each source. The day of the event does not count, only that of the words.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::lang::class;
use crate::reading::{Attribution, Count, Figure, Reading, phrases};
use crate::report::{FigureKind, Severity, Stance};

pub static CHECK: Check = Check {
    id: "source-no-occasion",
    severity: Severity::Info,
    on_by_default: true,
    heeds: &[Heed::Quotation, Heed::History, Heed::Furniture],
    examples: &[
        ("fr", "Le gouvernement ⟨a confirmé⟩ la mort de six pompiers."),
        ("fr", "Le gouvernement a confirmé mardi dans une lettre la mort de six pompiers."),
        ("en", "The government ⟨confirmed⟩ the death of six firefighters."),
        ("en", "The government confirmed the death of six firefighters in a letter on Tuesday."),
    ],
    run,
};

/// Tokens around the verb in which its sentence says when and where.
const NEAR: usize = 80;

fn run(reading: &Reading, out: &mut Findings) {
    // One note for each body: its next words stand beside the first.
    let mut noted = vec![false; reading.sources.len()];
    for (i, attribution) in reading.attributions.iter().enumerate().filter(|(_, a)| a.within.is_none() && !a.hearsay) {
        let Some(source) = reading.source(attribution).filter(|s| s.is_body()) else { continue };
        let Some(noted) = attribution.speaker.and_then(|s| noted.get_mut(s)).filter(|noted| !**noted) else { continue };
        let Some((first, end)) = attribution.cue.first() else { continue };
        if is_weighty(reading, i, attribution) && !is_placed(reading, attribution) {
            *noted = true;
            out.flags.push(Finding::on(reading, *first, *end).slot("source", source.words(&reading.text)));
        }
    }
}

/// The dead and wounded, losses, or an accusation.
fn is_weighty(reading: &Reading, at: usize, attribution: &Attribution) -> bool {
    let text = &reading.text;
    let toll =
        reading.figures_of(attribution).any(|f| f.is_toll() && f.count != Count::Zero && f.attribution == Some(at));
    let harm = class::DEAD.or(class::LOSS).or(class::CASUALTY).or(class::KILL).or(class::DIE);
    let people = class::COMBATANT.or(class::PERSON).or(class::CAPTIVE).or(class::HUMAN);
    let said = |classes| attribution.content.iter().any(|(a, b)| (*a..*b).any(|k| text.is(k, classes)));
    let counted = reading.figures_of(attribution).any(|f| f.attribution == Some(at) && f.count == Count::Given);
    let lives = reading.figures_of(attribution).any(|f| f.attribution == Some(at) && f.kind == FigureKind::People);
    let denied = attribution.content.iter().any(|(a, b)| (*a..*b).any(|k| text.is(k, class::ZERO)));
    // “est souvent accusé par”: what many say, on no occasion.
    let general = attribution.cue.iter().any(|(a, b)| (*a..*b).any(|k| text.is(k, class::BY)));
    // “puts the damage at $6m”: its own estimate.
    let valued = attribution.cue.iter().any(|(a, b)| (*a..*b).any(|k| text.is(k, class::VALUES)));
    let amount = |f: &Figure| f.attribution == Some(at) && matches!(f.kind, FigureKind::Money | FigureKind::People);
    let valued = valued && reading.figures_of(attribution).any(amount);
    // “acknowledged that 14 recruits had been beaten”
    let wrong = class::WOUND.or(class::ATTACK).or(class::OFFENCE);
    let harmed = attribution.content.iter().any(|(a, b)| (*a..*b).any(|k| text.is(k, wrong) && text.is(k, class::PP)));
    let owned = attribution.stance == Stance::Concedes && harmed && lives && counted && !denied;
    toll || valued || owned || said(harm) && (said(people) || lives) && counted && !denied || {
        // “dénonce un gouffre financier” accuses nobody.
        let somebody = attribution.content.iter().any(|(a, b)| phrases::holds_speaker(text, *a, (*b).min(a + NEAR)));
        attribution.stance == Stance::Accuses && !general && somebody
    }
}

/// Whether the text says when or by what means it was said: in its sentence outside the words, or in the one before.
fn is_placed(reading: &Reading, attribution: &Attribution) -> bool {
    let text = &reading.text;
    let sentence = text.sentence(attribution.sentence);
    let time = class::WEEKDAY.or(class::RELATIVE_DAY).or(class::MONTH);
    let means = class::CHANNEL.or(class::MEDIA).or(class::DOC);
    // “Dans un rapport publié lundi, l'ONG …”
    let comma = (sentence.first..sentence.end).find(|k| text.sign(*k, ","));
    let fronted = comma.filter(|_| text.is(sentence.first, class::VIA)).unwrap_or(sentence.first);
    let outside = |k: &usize| {
        *k < fronted || !attribution.says(*k) && !attribution.source.is_some_and(|(a, b)| (a..b).contains(k))
    };
    let cue = attribution.cue.first().map_or(sentence.first, |c| c.0);
    let near = sentence.first.max(cue.saturating_sub(NEAR))..sentence.end.min(cue + NEAR);
    let here = near.filter(outside).any(|k| text.is(k, time.or(means)) && !text.is(k, class::TOLL));
    // “recorded 411 deaths in its weekly bulletin”
    let paper =
        |k: usize| text.is(k, class::VIA) && (k + 1..k + 5).any(|j| text.is(j, means) && text.is(j, class::NOUN));
    let here = here || (cue..sentence.end.min(cue + 12)).any(paper);
    let before = attribution.sentence.checked_sub(1).filter(|b| text.sentence(*b).paragraph == sentence.paragraph);
    let published = before.is_some_and(|b| reading.sentence_has(b, class::CHANNEL));
    let placed = |a: &Attribution| a.when.is_some() || a.channel.is_some();
    let told = before.is_some_and(|b| {
        reading.attributions_at(b).any(|(_, a)| a.sentence == b && a.speaker == attribution.speaker && placed(a))
    });
    placed(attribution) || here || published || told
}

//! The paper's own words where a source is speaking: a gloss between a quotation and its cue, a loaded clause in what is told.

use super::attributions::{self, Attribution, Range};
use super::{Reading, phrases};
use crate::lang::class;
use crate::report::{SourceKind, Stance};
use crate::text::{Kind, Text};

/// Fewer words are no clause.
const CLAUSE: usize = 3;
/// Tokens of reported words in which a gloss is looked for.
const LONGEST: usize = 400;

/// The glosses of the text, in order.
pub fn leaks(reading: &Reading) -> Vec<Range> {
    let mut found: Vec<Range> = Vec::new();
    for attribution in &reading.attributions {
        let gloss = behind_quotation(reading, attribution)
            .or_else(|| beside_speaker(reading, attribution))
            .or_else(|| inside(reading, attribution));
        found.extend(gloss.filter(|g| !found.iter().rev().take(4).any(|f| f.0 < g.1 && g.0 < f.1)));
    }
    crate::order::by_key(&mut found, |range| *range);
    found
}

/// “« … », mené par un repris de justice, a-t-elle lancé”: what stands between the last quotation and who says it.
fn behind_quotation(reading: &Reading, attribution: &Attribution) -> Option<Range> {
    let text = &reading.text;
    let cue = attribution.cue.first()?.0;
    let stop = attribution.source.map_or(cue, |s| s.0.min(cue));
    let sentence = text.sentence(text.sentence_of(cue));
    let comma = stop.checked_sub(1).filter(|k| parts(text, *k))?;
    let mark = (sentence.first..comma).rev().find(|k| text.kind(*k) == Some(Kind::Mark))?;
    let quote = text.quotes.get(text.outer_quote(mark.checked_sub(1)?)?)?;
    // “« Belle-Anse », qui assurait la liaison”: a name is no speech.
    let speech = quote.closed && quote.end == mark && attributions::words(text, quote) >= CLAUSE;
    // “…,” in English, “… », ” in French.
    let outer = parts(text, mark + 1);
    if !speech || !(outer || text.sign(mark - 1, ",")) || !attribution.says(mark - 1) {
        return None;
    }
    let opening = mark + 1 + usize::from(outer);
    let first = past_adverbs(text, opening, comma);
    let inside = || first..comma;
    let tainted = inside().any(|k| loaded(text, k));
    let verb = || inside().any(|k| phrases::is_finite(text, k));
    let done = text.is(first, class::PP) && (text.lang.romance || !text.is(first + 1, class::COMP));
    // “when he arrived” tells of the saying; “although the town is under siege” is the paper's.
    let subord = text.is(first, class::SUBORD) || text.is(first, class::BUT) && text.fold(first).contains(' ');
    let clause = done
        || text.is(first, class::REL) && !text.is(first, class::COMP)
        || subord && (tainted || verb() && !text.is(first, class::AFTER) && !text.is(first + 1, class::PRON));
    let apposition = named_again(text, first, comma);
    // “…”, admitted the mayor, according to …
    let cues = reading.attributions_at(attribution.sentence).flat_map(|(_, a)| &a.cue);
    let other = !text.is(first, class::INDEF) && cues.into_iter().any(|c| inside().contains(&c.0));
    let joined = text.is(first, class::AND.or(class::COMP).or(class::OF));
    let gloss = clause || apposition || beside(text, first, comma) || tainted && !joined;
    (gloss && !other && comma >= opening + CLAUSE).then_some((opening, comma))
}

/// ““…,” the ministry, long mocked for its idle boats, added”: what colours a body that has just been quoted.
fn beside_speaker(reading: &Reading, attribution: &Attribution) -> Option<Range> {
    let text = &reading.text;
    let (start, end) = attribution.source?;
    let comma = attribution.cue.first()?.0.checked_sub(1).filter(|k| *k > end + CLAUSE && parts(text, *k))?;
    let body = matches!(reading.source(attribution)?.kind, SourceKind::Institution | SourceKind::Party);
    let quoted = attribution.content.iter().any(|(_, b)| *b <= start && text.quote_of(b.wrapping_sub(1)).is_some());
    let first = past_adverbs(text, end + 1, comma);
    let said = text.is(first, class::PP.or(class::REL).or(class::TAINTED)) && (first..comma).any(|k| loaded(text, k));
    (body && quoted && parts(text, end) && said).then_some((end + 1, comma))
}

/// What an insertion begins and ends with.
fn parts(text: &Text, k: usize) -> bool {
    text.kind(k) == Some(Kind::Sign) && matches!(text.word(k), "," | "–" | "—" | "(" | ")")
}

/// “déjà condamnée”, “twice convicted”: the first word behind the adverbs.
fn past_adverbs(text: &Text, first: usize, end: usize) -> usize {
    let plain = |k: &usize| !text.is(*k, class::ADV.or(class::TIMES)) || text.is(*k, class::PP.or(class::SUBORD));
    (first..end).find(plain).unwrap_or(first)
}

/// Whether the word colours whom it is said of: a scandal, a crime, a conviction; no victim.
fn loaded(text: &Text, k: usize) -> bool {
    let dark = class::TAINTED.or(class::CONVICTED).or(class::GUILT).or(class::SEXUAL);
    // “qui battait pavillon”: many an act is none of an offender.
    let crime = text.is(k, class::OFFENCE) && !text.is(k, class::VERB.or(class::CASUALTY));
    text.is(k, dark) || crime
}

/// “with dockers blocking its gates”: what goes on at the same time; “with her arms folded” tells how it was said.
fn beside(text: &Text, first: usize, comma: usize) -> bool {
    let gendered = class::FEMININE.or(class::MASCULINE);
    let own = |k: usize| text.is(k, class::POSS) && (text.lang.romance || text.is(k, gendered));
    text.is(first, class::WITH)
        && (first + 2..comma.saturating_sub(2)).any(|k| text.is(k, class::GER.or(class::PP)))
        && !(first..comma).any(own)
}

/// “l'Alliance, formée de …”, “a body accused of …”, “a claim that auditors reject”: a noun phrase with what is said of
/// it, no day and no place.
fn named_again(text: &Text, first: usize, comma: usize) -> bool {
    // “« … », promesse mille fois trahie, a lancé …”
    let bare =
        text.lang.romance && text.is(first, class::NOUN) && !text.is(first, phrases::SPEAKER) && !text.is_name(first);
    let opens = bare || phrases::begins(text, first);
    let right = opens.then(|| phrases::right(text, first).or(bare.then_some(first + 1)));
    let Some(end) = right.flatten() else { return false };
    let time = class::DURATION.or(class::WEEKDAY).or(class::MONTH).or(class::RELATIVE_DAY).or(class::CALENDAR_UNIT);
    let verb = (first..comma).any(|k| phrases::is_finite(text, k) && !text.is(k, class::PP));
    let behind = if bare { first + 1 } else { end };
    let said = (behind..comma).any(|k| text.is(k, class::PP.or(class::REL).or(class::ADJECTIVE)) || loaded(text, k));
    // “Dr. Felix Arden, an epidemiologist, told …” speaks; what was said is no person, whoever doubts it: “a claim
    // auditors reject”.
    let person = class::ROLE.or(class::PROFESSION).or(class::PERSON).or(class::SPOKES).or(class::HONORIFIC);
    let noun = (first..end).find(|k| text.is(*k, class::NOUN)).filter(|_| verb).map_or(end, |k| k + 1);
    let speaks = text.is_name(first) || (first..noun).any(|k| text.is(k, person));
    let dated = (first..if verb { end } else { comma }).any(|k| text.is(k, time));
    !dated && !speaks && if verb { text.is(first, class::INDEF) } else { said || end >= comma }
}

/// “affirme que le régime, arrivé au pouvoir par un coup d'État, …”: a loaded aside in what is told.
fn inside(reading: &Reading, attribution: &Attribution) -> Option<Range> {
    let text = &reading.text;
    let cue = attribution.cue.first()?.0;
    // What is said of somebody in court or custody is the matter of those who say it.
    let law = class::PROSECUTION.or(class::POLICE).or(class::COURT);
    let refuses = attribution.stance == Stance::Declines;
    if refuses || attribution.source.is_none_or(|(a, b)| (a..b).any(|k| text.is(k, law))) {
        return None;
    }
    // Speech that no mark closes may run to the end of the text.
    attribution.content.iter().filter(|(a, b)| b - a < LONGEST).find_map(|(a, b)| {
        let open = |k: usize| text.quote_of(k).is_none();
        let tainted = |first: usize, end: usize| {
            (end >= first + CLAUSE || text.fold(first).contains(' '))
                && (first..end).all(open)
                && (first..end).any(|k| loaded(text, k))
        };
        // “… après les lourdes pertes infligées …, a assuré le ministre”
        let after = (a + 1..*b).find(|k| text.is(*k, class::AFTER) && *b <= cue && open(*k)).filter(|k| {
            (*k..*b).all(open) && (*k..*b).any(|j| text.is(j, class::LOSS) && text.is(j - 1, class::HEAVY))
        });
        // “said the general, accused of …, would attend”: the aside may seem to end what is told.
        let last = if *a >= cue { text.sentence(text.sentence_of(*a)).end.max(*b) } else { *b };
        let aside = (a + 1..b + 1).filter(|k| parts(text, *k)).find_map(|comma| {
            let first = past_adverbs(text, comma + 1, last);
            let said = text.is(first, class::PP.or(class::REL).or(class::TAINTED)) && !text.is(first, class::COMP);
            let end = (first..last).find(|k| parts(text, *k))?;
            (said && tainted(comma + 1, end)).then_some((comma + 1, end))
        });
        aside.or(after.map(|k| (k, *b)))
    })
}

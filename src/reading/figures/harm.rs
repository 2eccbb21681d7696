//! Who was harmed: ties a count of people to the verb that kills, wounds, captures or displaces.

use super::agreement::{participle, singular};
use super::counted::kind_of;
use super::implied::{self, kind_of_verb};
use super::numbers::number;
use super::{Figure, PEOPLE, told, unreal};
use crate::lang::{Classes, class};
use crate::reading::phrases::{self, DETERMINER};
use crate::report::FigureKind;
use crate::text::{Kind, Text};

/// Verbs whose object or passive subject is harmed.
pub const HARM: Classes =
    class::KILL.or(class::WOUND).or(class::CAPTURE).or(class::ARREST).or(class::DISPLACE).or(class::HOSPITALISE);
/// Verbs whose subject is harmed.
const SUFFER: Classes = class::DIE.or(class::VANISH).or(class::FLEE);

/// Gives `figure` its kind from the words around it; `before` are the figures already read.
pub fn apply(text: &Text, figure: &mut Figure, before: &[Figure]) {
    let counted = figure.head;
    figure.hypothetical = unreal::hypothetical(text, figure.first) || unreal::averred_not(text, figure);
    if figure.is_casualty() && told::is_no_loss(text, figure) {
        figure.kind = FigureKind::People;
        return;
    }
    if figure.is_casualty() {
        // “the eight dead will be buried”
        figure.hypothetical &= !text.is(figure.first.wrapping_sub(1), class::DEF);
        // “two of the wounded died”
        // “des réfugiés sont morts”, “neuf otages tués”
        let held = matches!(figure.kind, FigureKind::Displaced | FigureKind::Captured);
        let rest = text.is(figure.number_end, class::OF) && figure.kind != FigureKind::Killed;
        let harm = [FigureKind::Killed, FigureKind::Wounded];
        match behind(text, figure.end).filter(|k| harm.contains(k)) {
            Some(kind) if held || rest && kind == FigureKind::Killed => figure.kind = kind,
            _ => {}
        }
        // “the 35 injured prisoners”
        let mut adjectives = figure.number_end..figure.head.unwrap_or(figure.number_end);
        let worse = adjectives.find_map(|k| Some(kind_of(text, k)).filter(|kind| harm.contains(kind)));
        figure.kind = worse.filter(|_| held).unwrap_or(figure.kind);
        return;
    }
    if counted.is_some_and(|h| text.is(h, class::ANIMAL)) {
        return;
    }
    // “300 pertes”, “200 hommes hors de combat”
    if counted.is_some_and(|h| implied::of_fighters(text, h)) {
        figure.kind = FigureKind::Casualties;
        return;
    }
    let whole = figure.low.or(figure.high).is_none_or(|v| v % 1.0 == 0.0);
    // “he was 101 and died”
    let age = counted.is_none() && text.is(figure.end, class::AND) && text.is(figure.first.wrapping_sub(1), class::BE);
    if age && implied::carried(figure, before).is_none() {
        figure.kind = FigureKind::Age;
        return;
    }
    let people = counted.is_none_or(|h| text.is(h, PEOPLE)) && whole;
    let unknown = counted.is_some_and(|h| {
        text.token(h).is_some_and(|t| t.classes == Classes::NONE) || text.is(h, class::DEMONYM) || text.is_name(h)
    });
    if !(people || unknown)
        || matches!(
            figure.kind,
            FigureKind::Money | FigureKind::Percent | FigureKind::Distance | FigureKind::Duration | FigureKind::Age
        )
    {
        return;
    }
    // “sur les 45 passagers, 12 sont morts”: what a preposition governs is no subject.
    let governor = figure.first.checked_sub(if text.is(figure.first.wrapping_sub(1), class::DEF) { 2 } else { 1 });
    let governed = governor.is_some_and(|k| {
        text.is(k, class::PREP.or(class::ONE_OF).or(class::TO)) && !text.is(k, class::BUT.or(class::CLITIC))
    });
    let whole = governor.is_some_and(|k| {
        let opens = k == text.sentence(figure.sentence).first;
        text.is(k, class::OF) && (opens || before.last().is_some_and(|f| f.end == k))
    });
    // “deux passants âgés, qui ont été blessés”
    let adjective = |k: &usize| text.is(*k, class::DEMONYM.or(class::ADJ)) && !text.is(*k, HARM) || text.sign(*k, ",");
    let next = (figure.end..figure.end + 3).find(|k| !adjective(k)).unwrap_or(figure.end);
    let participle = text.is(next, HARM.or(SUFFER).or(class::DEAD).or(class::WOUNDED).or(class::REL));
    // “a attaqué une policière et fut tué”: the object of one verb is not the subject of the next.
    let object = governor.is_some_and(|k| {
        text.is(k, class::FIN.or(class::PP).or(class::GER).or(class::INF))
            && text.is(k, class::VERB)
            && !text.is(k, class::NOUN.or(class::SAY).or(class::BE).or(class::HAVE))
    });
    // “a father of three died”, “le maire d'un bourg de 60 habitants est mort”: the verb is that of the noun before.
    let owner = figure.first.checked_sub(2).filter(|k| text.is(k + 1, class::OF));
    let parent = owner.is_some_and(|k| text.is(k, class::FAMILY) && text.is(k, class::FEMININE.or(class::MASCULINE)));
    let grouped = match owner {
        Some(k) => text.is(k, PEOPLE.or(class::GROUP).or(class::INSTITUTION).or(class::TOTAL)),
        None => text.is(figure.number_end - 1, class::ABOUT_NUM.or(class::SCALE)),
    };
    let plural = !grouped && figure.low.is_some_and(|v| v >= 2.0);
    let one = owner.is_some() && figure.low == Some(1.0);
    let subject = !whole && (!governed || participle) && !((parent || one) && (counted.is_none() || !participle));
    let found = subject
        .then(|| harmed(text, figure.end, object, plural))
        .flatten()
        .or_else(|| implied::listed(text, figure))
        .or_else(|| ahead(text, figure.first))
        .or_else(|| implied::of_death(text, figure.first, people))
        .or_else(|| {
            let lost = |h| implied::lost(text, figure.first, h, figure.end);
            let taken = |h| told::claimed(text, figure.first, h);
            counted.and_then(|h| {
                lost(h)
                    .or_else(|| implied::euphemised(text, figure.first, h))
                    .or_else(|| taken(h))
                    .or_else(|| told::fallen(text, figure.end, h))
            })
        })
        .or_else(|| told::engulfed(text, figure.first, figure.end))
        .or_else(|| told::numbering(text, figure.first).filter(|_| counted.is_none()))
        .or_else(|| told::of_losses(text, figure.first, counted))
        .or_else(|| implied::tolled(text, figure, before))
        .or_else(|| implied::coordinated(text, figure, before));
    // “12 rural towns are poor and nine are rich”
    let things = before.last().is_some_and(|f| f.sentence == figure.sentence && f.kind == FigureKind::Other);
    let flees = (figure.end..figure.end + 8).any(|k| text.is(k, class::FLEE));
    let found = found.filter(|k| *k != FigureKind::Displaced || !flees || figure.low.is_some_and(|v| v >= 20.0));
    match found {
        // “un Airbus a disparu”: things go missing too.
        Some(kind)
            if !matches!(kind, FigureKind::Displaced | FigureKind::Missing)
                || !unknown
                || plural && counted.is_some_and(|h| text.is_name(h)) =>
        {
            figure.kind = kind;
        }
        // “onze sont en grève, six ont repris”
        _ if people && (counted.is_some() || text.is(figure.end, class::BE.or(class::REL)) && !things)
            || text.is(figure.end, class::HAVE.or(class::REFLEXIVE))
                && counted.is_none()
                && implied::carried(figure, before).is_some() =>
        {
            figure.kind = FigureKind::People
        }
        _ => {}
    }
}

/// The verb behind a subject: “12 personnes … ont été tuées”, “at least 20 died”, “12 soldats tués”.
pub fn behind(text: &Text, end: usize) -> Option<FigureKind> {
    harmed(text, end, false, false)
}

/// The same behind an `object`: only a participle, a relative clause or an infinitive tells of it. A `plural` is the
/// subject of no verb in the singular.
fn harmed(text: &Text, end: usize, object: bool, plural: bool) -> Option<FigureKind> {
    let sentence = text.sentence(text.sentence_of(end.checked_sub(1)?));
    let mut passive = false;
    let mut active = false;
    let mut adjacent = true;
    let mut skip = 0;
    let mut verb = false;
    let mut reflexive = false;
    // Whether the auxiliary before has another subject.
    let mut foreign = false;
    // What a participle between commas says, unless the verb of the sentence says more.
    let mut aside = None;
    for k in end..sentence.end.min(end + 17) {
        // “deux d'entre eux sont blessés”
        if k < skip || k == end && text.is(k, class::INCLUDING) {
            continue;
        }
        if text.is(k, HARM)
            && !text.is(k, class::FLEE)
            && text.is(k, class::PP)
            && !(text.is(k, class::NOUN) && !passive && !adjacent)
        {
            if reflexive && text.is(k, class::DISPLACE) {
                // “se sont déplacés” went somewhere.
                return aside;
            }
            if !passive && text.sign(k - 1, ",") && participle(text, k) {
                aside = aside.or(kind_of_verb(text, k));
                continue;
            }
            if passive || (adjacent && participle(text, k)) {
                // “tués et blessés”: one number for both.
                let both = text.is(k, class::KILL)
                    && text.is(k + 1, class::AND.or(class::OR))
                    && text.is(k + 2, class::WOUND.or(class::WOUNDED));
                return if both { Some(FigureKind::Casualties) } else { kind_of_verb(text, k) };
            }
            return aside;
        }
        if text.is(k, SUFFER)
            && !(plural && singular(text, k))
            && !text.is(k - 1, class::TO)
            && (!object || k == end || text.is(end, class::REL))
            && (text.is(k, class::FIN.or(class::PP).or(class::COND)) || passive)
            && !text.is(k, class::NOUN) | passive | active | adjacent
        {
            return kind_of_verb(text, k);
        }
        if text.is(k, class::DEAD) && passive && !(text.is(k, class::NOUN) && text.is(k - 1, DETERMINER.or(class::OF)))
        {
            // “sont morts”, “were dead”
            return Some(FigureKind::Killed);
        }
        if text.is(k, class::WOUNDED.or(class::MISSING)) && passive && !text.is(k - 1, DETERMINER) {
            return kind_of(text, k).into();
        }
        reflexive |= text.is(k, class::REFLEXIVE);
        // “forced 58,000 people to evacuate”
        let forced = text.is(k, class::DISPLACE) && text.is(k, class::INF) && text.is(k - 1, class::TO);
        let flees =
            object && forced || text.is(k, class::FLEE) && (text.is(k, class::INF) || !verb && text.is(k, class::GER));
        if flees || adjacent && text.is(k, class::DISPLACE) && text.is(k, class::GER) {
            return Some(FigureKind::Displaced);
        }
        // “et affirmé que des soldats sont morts” is another clause.
        if text.is(k, class::COMP) && (verb || text.is(k - 1, class::VERB)) {
            return aside;
        }
        if text.is(k, class::REL) && adjacent {
            // “une réunion où il a été blessé”
            if text.is(k + 1, class::PRON) {
                return aside;
            }
            // The verb of a relative clause is not that of the sentence.
            adjacent = false;
            continue;
        }
        // “are still in hospital”
        if text.is(k, class::HOSPITALISE) && !text.is(k, class::VERB) && passive {
            return Some(FigureKind::Wounded);
        }
        // “avant d'être abattu” is said of somebody else.
        let being = text.is(k, class::INF) || text.is(k, class::GER) && text.is(k - 1, class::PREP);
        if text.is(k, class::BE) && being && !text.is(k, class::FIN) && !verb {
            return aside;
        }
        verb |= phrases::is_finite(text, k);
        if verb && object && !text.is(end, class::REL) {
            return aside;
        }
        if plural && text.is(k, class::BE.or(class::HAVE)) && text.is(k, class::FIN.or(class::COND)) {
            foreign = singular(text, k);
        }
        if foreign {
            adjacent = false;
            continue;
        }
        if text.is(k, class::BE) && !text.is(k, class::NOUN) {
            passive = true;
            adjacent = false;
            continue;
        }
        // “may have died” tells of dead as well.
        if text.is(k, class::HAVE.or(class::MODAL)) && !text.is(k, class::NOUN) {
            active = true;
            adjacent = false;
            continue;
        }
        if text.is(k, class::REL.or(class::ADV).or(class::NEG).or(class::CLITIC)) {
            continue;
        }
        // “seven, including four children, died”: the subset stands between two commas.
        // “eleven, three of them children, died”
        let part = |k: usize| number(text, k).is_some_and(|n| text.is(n.end, class::INCLUDING));
        if text.sign(k, ",") && (text.is(k + 1, class::INCLUDING) || part(k + 1)) {
            // “1 200 malades, dont 45 sont morts”: the verb is that of the subset.
            if number(text, k + 2).is_some_and(|n| phrases::is_finite(text, n.end)) {
                return aside;
            }
            skip = (k + 2..sentence.end.min(k + 14)).find(|j| text.sign(*j, ",")).map_or(k, |j| j + 1);
            adjacent = true;
            continue;
        }
        // “one million people – twice as many as last year – displaced”, “deux hommes (22 et 31 ans) ont été tués”
        if text.sign(k, "(") {
            skip = (k + 1..sentence.end.min(k + 24)).find(|j| text.sign(*j, ")")).map_or(k, |j| j + 1);
            continue;
        }
        if matches!(text.word(k), "-" | "–" | "—") && !text.glued(k) {
            skip = (k + 1..sentence.end.min(k + 12))
                .find(|j| matches!(text.word(*j), "-" | "–" | "—"))
                .map_or(k, |j| j + 1);
            continue;
        }
        // “are feared dead”, “are reported missing”
        let state = text.is(k + 1, class::DEAD.or(class::MISSING).or(class::WOUNDED))
            || text.is(k + 1, HARM) && text.is(k + 1, class::PP);
        let clause = text.is(k, class::BUT.or(class::COMP).or(class::INCLUDING))
            || matches!(text.word(k), ";" | ":" | "." | ")" | "?" | "!");
        let next_count = text.is(k, class::AND)
            && (text.is(k + 1, class::AT_LEAST.or(class::ABOUT)) || number(text, k + 1).is_some());
        // “one person in Lund and two in Vik have died”: the verb of both is still to come.
        if clause
            || next_count && (verb || k == end && !text.is(end - 1, class::NOUN))
            || text.is(k, HARM.or(class::INFLICT)) && !is_noun(text, k) && !(passive && state)
        {
            return aside;
        }
        if adjacent && text.kind(k) == Some(Kind::Word) && phrases::is_finite(text, k) {
            return aside;
        }
        if (passive || active) && text.is(k, class::PP) && !state {
            // Another verb has this subject; a relative clause may still lead to ours.
            passive = false;
            active = false;
        }
        if text.kind(k) == Some(Kind::Word) && !text.is(k, class::DEMONYM.or(class::ADJ)) {
            adjacent = false;
        }
    }
    aside
}

/// The verb before its object: “a tué 12 civils”, “killing at least 12”, “coûté la vie à deux guides”.
pub fn ahead(text: &Text, first: usize) -> Option<FigureKind> {
    let sentence = text.sentence(text.sentence_of(first));
    let mut k = first;
    let mut skipped = 0;
    let mut commas = 0;
    let mut joint = false;
    while k > sentence.first && skipped < 7 {
        k -= 1;
        // “for killing two women”: right before its object it is a verb.
        let object = text.is(k, class::GER) && k + 1 == first;
        if text.is(k, HARM) && text.is(k, class::VERB) && (object || !is_noun(text, k)) {
            let group = phrases::verb_group(text, k);
            // “to kill 12”, “pourrait tuer 12”: nobody says that it was done.
            let aim = |j: usize| {
                // “avant de tuer deux passants” tells what was done.
                text.is(j, class::TO.or(class::PREP))
                    || text.is(j, class::OF) && !text.is(j.wrapping_sub(1), class::PREP)
            };
            let planned = text.is(k, class::INF) && (group.modal || k > 0 && aim(k - 1));
            // “ont été tués trois gardes”: French puts the subject behind.
            let inverted = text.lang.romance && commas == 0 && skipped < 2;
            // “the captured fighters” says nothing of when or by whom.
            let adjective = !text.lang.romance
                && text.is(k, class::PP)
                && k > 0
                && (text.is(k - 1, DETERMINER) || k > 1 && text.is(k - 1, class::ADV) && text.is(k - 2, DETERMINER))
                && !text.is(k - 1, class::REL);
            if (!group.passive || inverted)
                && !planned
                && !adjective
                && !(text.is(k, class::DISPLACE) && !text.is(k, class::PP))
            {
                return kind_of_verb(text, k);
            }
            return None;
        }
        if text.sign(k, ",") {
            commas += 1;
        }
        // “avoir « neutralisé » neuf hommes”
        if text.kind(k) == Some(Kind::Mark) && k + 1 == first {
            continue;
        }
        // “killed his wife and three neighbours”, “a blessé un garde et deux clients”
        joint |= k + 1 == first && text.is(k, class::AND);
        let through = joint && text.is(k, PEOPLE.or(class::ADJ).or(DETERMINER).or(class::AND))
            || text.is(k, class::ADV.or(class::WEEKDAY).or(class::MONTH).or(class::RELATIVE_DAY))
            || text.is(k, class::DEF) && commas > 0
            || text.is(k, class::DEF.or(class::POSS)) && k + 1 == first
            || (commas > 0 && text.is(k, class::PREP))
            || text.kind(k) == Some(Kind::Number) && commas > 0
            || text.sign(k, ",");
        if !through {
            return None;
        }
        skipped += 1;
    }
    None
}

/// Whether a word that is noun and verb stands as a noun.
pub fn is_noun(text: &Text, i: usize) -> bool {
    text.is(i, class::NOUN)
        && i > 0
        && (text.is(i - 1, DETERMINER.or(class::OF).or(class::ADJ).or(class::PREP).or(class::HEAVY).or(class::NUM))
            || text.kind(i - 1) == Some(Kind::Number))
}

//! Losses that the text tells without a number: absent counts and withheld ones.

use super::counted::kind_of;
use super::harm;
use super::{Count, Figure, PEOPLE};
use crate::lang::{Classes, class};
use crate::reading::phrases::{self, DETERMINER};
use crate::report::{FigureKind, Precision};
use crate::text::{Kind, Text};

/// Nouns that are losses of people by themselves.
const LOSSES: Classes = class::LOSS.or(class::CASUALTY).or(class::DEAD).or(class::WOUNDED);
/// Those who lose people in a fight.
const FIGHTERS: Classes = class::FORCE.or(class::PARTY).or(class::COMBATANT).or(class::FIGHT).or(class::ATTACK);

/// The losses without a number, in order; `figures` are those with one.
pub fn find(text: &Text, figures: &[Figure], fighting: bool) -> Vec<Figure> {
    let mut found: Vec<Figure> = Vec::new();
    for (s, sentence) in text.sentences.iter().enumerate() {
        let start = figures.partition_point(|f| f.sentence < s);
        let here = || figures.iter().skip(start).take_while(|f| f.sentence == s);
        let taken = |i: usize| here().any(|f| f.first <= i && i < f.end);
        for i in sentence.first..sentence.end {
            if taken(i) {
                continue;
            }
            let loss = withheld(text, i, s)
                .or_else(|| unknown(text, i))
                .or_else(|| loss_noun(text, i, fighting))
                .or_else(|| harmed_people(text, i));
            if let Some(loss) = loss.filter(|l| !here().any(|f| f.first < l.end && l.first < f.end))
                && found.last().is_none_or(|last| last.end <= loss.first)
            {
                found.push(loss);
            }
        }
    }
    found
}

fn figure(text: &Text, first: usize, end: usize, head: usize, kind: FigureKind, count: Count) -> Figure {
    Figure {
        first,
        end,
        quantity: text.span(first, end),
        number_end: first,
        precision: Precision::Withheld,
        low: None,
        high: None,
        kind,
        count,
        head: Some(head),
        unit: Some(text.word(head).to_string()),
        sentence: text.sentence_of(first),
        subset: false,
        additional: false,
        hypothetical: harm::hypothetical(text, first),
        attribution: None,
        background: false,
        definite: false,
    }
}

/// “sans donner de bilan”, “n'ont donné aucun bilan”, “declined to say how many”.
fn withheld(text: &Text, i: usize, s: usize) -> Option<Figure> {
    let (end, head) = if text.is(i, class::WITHHOLD) {
        (i + 1, i)
    } else if text.is(i, class::GIVE) && text.is(i, class::VERB) {
        let group = phrases::verb_group(text, i);
        let toll = (i + 1..i + 8).find(|k| text.is(*k, class::TOLL.or(class::CASUALTY)))?;
        let through =
            (i + 1..toll).all(|k| text.kind(k) == Some(Kind::Word) && !text.is(k, class::FIN.or(class::COMP)));
        let denied =
            group.negated || (i + 1..toll).any(|k| text.is(k, class::ZERO)) || withholding(text, group.first).is_some();
        if !through || !denied {
            return None;
        }
        (toll + 1, toll)
    } else {
        return None;
    };
    // A bank that gives no figure withholds no toll: people must be harmed here or one sentence before.
    let human = |s: usize| {
        let sentence = text.sentence(s);
        (sentence.first..sentence.end).any(|k| {
            text.is(
                k,
                class::LOSS
                    .or(class::DEAD)
                    .or(class::WOUNDED)
                    .or(class::CASUALTY)
                    .or(class::KILL)
                    .or(class::WOUND)
                    .or(class::DIE),
            ) && !economic(text, k)
                // “he died”: one man is no toll.
                && !(text.is(k, class::DIE) && k > 0 && text.is(k - 1, class::PRON))
        })
    };
    if !human(s) && !(s > 0 && human(s - 1)) {
        return None;
    }
    let first = if text.is(i, class::WITHHOLD) {
        i
    } else {
        let verb = phrases::verb_group(text, i).first;
        withholding(text, verb).unwrap_or(verb)
    };
    // “bilan précis”, “figure for the dead”: the rest of the noun phrase.
    // “aucun bilan des pertes”: the losses whose count is missing belong to it.
    let losses = (end..end + 6)
        .take_while(|k| {
            text.is(*k, class::OF.or(class::DEF).or(class::INDEF).or(class::PREP))
                || text.is(*k, LOSSES.or(class::HUMAN))
        })
        .filter(|k| text.is(*k, LOSSES.or(class::HUMAN)))
        .last();
    let end = losses.map_or(end, |k| k + 1);
    let end = (end..end + 2)
        .take_while(|k| text.is(*k, class::ADJ.or(class::ADJECTIVE)) && !text.is(*k, class::VERB))
        .last()
        .map_or(end, |k| k + 1);
    Some(figure(text, first, end, head, FigureKind::Casualties, Count::Withheld))
}

/// The word before a verb of giving that denies it: “sans donner”, “without giving”, “declined to give”, “refuse de donner”.
pub fn withholding(text: &Text, verb: usize) -> Option<usize> {
    let before = verb.checked_sub(1)?;
    if text.is(before, class::WITHOUT) {
        return Some(before);
    }
    let joint = text.is(before, class::TO.or(class::OF).or(class::CLITIC));
    before.checked_sub(1).filter(|k| joint && text.is(*k, class::DECLINE) && text.is(*k, class::VERB))
}

/// “un nombre indéterminé de blessés”, “an unknown number of dead”.
fn unknown(text: &Text, i: usize) -> Option<Figure> {
    if !text.is(i, class::UNKNOWN_COUNT) {
        return None;
    }
    // “un nombre indéterminé de” may be one phrase of the lists, or an adjective beside its noun.
    let whole = text.fold(i).contains(' ');
    let toll = if whole { i } else { (i.saturating_sub(1)..i + 2).find(|k| *k != i && text.is(*k, class::TOLL))? };
    let of = if whole { i } else { (toll.max(i) + 1..toll.max(i) + 3).find(|k| text.is(*k, class::OF))? };
    let head = (of + 1..of + 4).find(|k| text.is(*k, LOSSES.or(PEOPLE)))?;
    let first = toll.min(i).saturating_sub(usize::from(text.is(toll.min(i).wrapping_sub(1), class::INDEF)));
    let kind = match kind_of(text, head) {
        FigureKind::People => harm::behind(text, head + 1)?,
        FigureKind::Other => return None,
        kind => kind,
    };
    Some(figure(text, first, head + 1, head, kind, Count::Absent))
}

/// “de lourdes pertes”, “des morts”, “heavy casualties”.
fn loss_noun(text: &Text, i: usize, fighting: bool) -> Option<Figure> {
    if !text.is(i, LOSSES) || !text.is(i, class::NOUN) || text.kind(i) != Some(Kind::Word) {
        return None;
    }
    let sentence = text.sentence(text.sentence_of(i));
    let mut first = i;
    let modifier = class::ADJ.or(class::ADJECTIVE).or(class::HEAVY).or(class::DEMONYM).or(class::HUMAN);
    while first > sentence.first
        && text.is(first - 1, modifier)
        && !text.is(first - 1, class::DEF.or(class::OF).or(class::INDEF))
        && (!text.is(first - 1, class::VERB) || text.is(first - 1, class::HEAVY.or(class::ADJ)))
    {
        first -= 1;
    }
    let heavy = (first..i).chain(i + 1..i + 3).any(|k| text.is(k, class::HEAVY));
    let human = (first..i).chain(i + 1..i + 4).any(|k| text.is(k, class::HUMAN));
    let before = first.checked_sub(1).filter(|b| *b >= sentence.first);
    let on = |classes: Classes| before.is_some_and(|b| text.is(b, classes));
    if on(class::ZERO.or(class::NUM).or(class::VAGUE).or(class::DEM).or(class::POSS))
        || before.is_some_and(|b| text.kind(b) == Some(Kind::Number))
    {
        return None;
    }
    let definite = on(class::DEF) && !on(class::OF.or(class::INDEF));
    let indefinite = on(class::INDEF) || on(class::OF) && text.lang.romance;
    let bare = !definite && !indefinite;
    let plural = text.ends_plural(i);
    if !plural || denied(text, first) || !(definite || indefinite || !text.lang.romance || text.is(i, class::LOSS)) {
        return None;
    }
    let inflicted = inflicts(text, first, i);
    if text.is(i, class::LOSS) {
        // Losses are of people only where somebody fights or the text says so, and nowhere near money.
        let object = text
            .is(i + 1, class::OF)
            .then(|| {
                (i + 2..i + 5)
                    .find(|k| text.is(*k, class::NOUN) || text.token(*k).is_some_and(|t| t.classes == Classes::NONE))
            })
            .flatten();
        let of_people = object.is_some_and(|k| text.is(k, PEOPLE.or(class::HUMAN).or(class::MATERIEL)));
        if object.is_some() && !of_people || economic(text, i) {
            return None;
        }
        let fights = (sentence.first..sentence.end).any(|k| text.is(k, FIGHTERS));
        if !(human
            || of_people
            || fights && (heavy || inflicted.is_some() || fighting || changes(text, i))
            || fighting && (heavy || inflicted.is_some()))
        {
            return None;
        }
        if bare && text.lang.romance && !heavy && !human {
            return None;
        }
        if definite && !heavy && inflicted.is_none() && !changes(text, i) {
            return None;
        }
    } else {
        // “des morts”, “casualties”, “victims”: asserted by a verb that inflicts, reports or concedes.
        if definite
            || text.is(i + 1, class::OF) && !text.is(i, class::CASUALTY)
            || on(class::OF) && !on(class::INDEF) && !heavy
        {
            return None;
        }
        if inflicted.is_none() && !heavy && !reported(text, first) {
            return None;
        }
    }
    let mut end = i + 1;
    while text.is(end, class::HEAVY.or(class::HUMAN)) && !text.is(end, class::PREP)
        || text.is(end, class::OF) && text.is(end + 1, class::HUMAN)
    {
        end += 1;
    }
    if inflicted.is_some_and(|v| v == end) {
        end += 1;
    }
    let start = if before
        .is_some_and(|b| text.is(b, class::DEF.or(class::INDEF)) || text.is(b, class::OF) && text.lang.romance)
    {
        first - 1
    } else {
        first
    };
    let kind = match kind_of(text, i) {
        FigureKind::Other => FigureKind::Casualties,
        kind => kind,
    };
    Some(figure(text, start, end, i, kind, Count::Absent))
}

/// The verb that inflicts or suffers the loss at tokens `first..=noun`, before it or as a participle behind it.
fn inflicts(text: &Text, first: usize, noun: usize) -> Option<usize> {
    let verbs = class::INFLICT.or(class::CONCEDE).or(class::LOSE);
    let behind = (noun + 1..noun + 4).find(|k| text.is(*k, class::INFLICT) && text.is(*k, class::PP));
    behind.or_else(|| {
        (first.saturating_sub(5)..first)
            .rev()
            .find(|k| text.is(*k, verbs) && text.is(*k, class::VERB) && !text.is_pause(*k))
    })
}

/// “the hospital reported casualties”, “il y a des morts”.
fn reported(text: &Text, first: usize) -> bool {
    (first.saturating_sub(4)..first).any(|k| text.is(k, class::SAY.or(class::GIVE)) && text.is(k, class::VERB))
}

/// “les pertes rebelles augmentent”
fn changes(text: &Text, i: usize) -> bool {
    (i + 1..i + 4).any(|k| text.is(k, class::CHANGE) && text.is(k, class::FIN))
}

/// Whether the clause around token `i` denies: “sans faire de victimes”, “did not cause casualties”.
fn denied(text: &Text, i: usize) -> bool {
    let sentence = text.sentence(text.sentence_of(i));
    (i.saturating_sub(7).max(sentence.first)..i).any(|k| {
        text.is(k, class::NEG.or(class::ZERO).or(class::WITHOUT).or(class::DENY)) || phrases::opens_negation(text, k)
    })
}

/// Whether money, jobs, seats or games stand in the sentence of token `i`.
fn economic(text: &Text, i: usize) -> bool {
    let sentence = text.sentence(text.sentence_of(i));
    (sentence.first..sentence.end).any(|k| text.is(k, class::ECONOMY.or(class::MONEY)))
}

/// “avoir tué des gardes”, “killed guards”, “des civils ont été tués”: a plural with no number.
fn harmed_people(text: &Text, i: usize) -> Option<Figure> {
    if !text.is(i, PEOPLE) || !text.is(i, class::NOUN) || text.is(i, class::FAMILY) || denied(text, i) {
        return None;
    }
    let romance = text.lang.romance;
    let sentence = text.sentence(text.sentence_of(i));
    let mut first = i;
    while first > sentence.first
        && text.is(first - 1, class::ADJ.or(class::DEMONYM).or(class::ADJECTIVE))
        && !text.is(first - 1, DETERMINER.or(class::VERB))
    {
        first -= 1;
    }
    let before = first.checked_sub(1).filter(|b| *b >= sentence.first);
    let determined = before.is_some_and(|b| {
        text.is(b, DETERMINER.or(class::NUM).or(class::OF).or(class::SCALE)) || text.kind(b) == Some(Kind::Number)
    });
    let opens = if romance {
        // “des soldats”; not “une partie des soldats”
        let bare_partitive = before.is_some_and(|b| text.is(b, class::INDEF) && text.is(b, class::OF))
            && !before.is_some_and(|b| b > sentence.first && text.is(b - 1, class::NOUN) && !text.is(b - 1, class::PP));
        if !bare_partitive {
            return None;
        }
        first -= 1;
        true
    } else {
        !determined && plural_people(text, i)
    };
    if !opens {
        return None;
    }
    let kind = harm::ahead(text, first)
        .or_else(|| subject_harmed(text, first, i))
        .filter(|k| matches!(k, FigureKind::Killed | FigureKind::Wounded | FigureKind::Casualties))?;
    Some(figure(text, first, i + 1, i, kind, Count::Absent))
}

/// The subject of a passive or of a verb of dying, at the head of its clause.
fn subject_harmed(text: &Text, first: usize, i: usize) -> Option<FigureKind> {
    let sentence = text.sentence(text.sentence_of(i));
    let opens = first == sentence.first
        || text.is_pause(first - 1)
        || text.kind(first - 1) == Some(Kind::Mark)
        || text
            .is(first - 1, class::COMP.or(class::BUT).or(class::AND).or(class::SAY).or(class::WEEKDAY).or(class::ADV));
    opens.then(|| harm::behind(text, i + 1)).flatten()
}

fn plural_people(text: &Text, i: usize) -> bool {
    text.ends_plural(i) || text.is(i, class::MASS_PEOPLE)
}

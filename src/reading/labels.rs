//! Words that judge people or acts: those of the lists where their construction makes them a label, and the desk's own.

use super::Reading;
use super::figures::PEOPLE;
use crate::lang::class;
use crate::text::{Kind, Text};

/// The labels of the text, each at its first place: tokens `first..end`.
pub fn loaded(reading: &Reading) -> Vec<(usize, usize)> {
    let text = &reading.text;
    let house: Vec<Text> = reading.options.house.loaded.iter().map(|entry| Text::new(entry, text.lang)).collect();
    let mut found = Vec::new();
    let mut i = 0;
    while i < text.tokens.len() {
        let own = house.iter().find(|entry| is_entry(text, i, entry)).map(|entry| (i, i + entry.tokens.len()));
        let place = own.or_else(|| (text.is(i, class::LOADED) && is_label(reading, i)).then(|| reach(text, i)));
        i = place.map_or(i, |p| p.1 - 1) + 1;
        found.extend(place);
    }
    // Each label once: who reads the first knows the others.
    let mut seen: Vec<&str> = Vec::new();
    found.retain(|(_, end)| {
        let stem = text.fold(end - 1).trim_end_matches(text.lang.plural_endings);
        let new = !seen.contains(&stem);
        if new {
            seen.push(stem);
        }
        new
    });
    found
}

/// Whether the words of the desk's entry stand at token `i`, in the singular or plural.
fn is_entry(text: &Text, i: usize, entry: &Text) -> bool {
    let last = entry.tokens.len().saturating_sub(1);
    !entry.tokens.is_empty()
        && (0..=last).all(|k| {
            let (word, own) = (text.fold(i + k), entry.fold(k));
            let plural = || word.strip_prefix(own).is_some_and(|rest| rest.len() <= 2 && text.ends_plural(i + k));
            !word.is_empty() && (word == own || plural())
        })
}

/// “attentat terroriste” is one label.
fn reach(text: &Text, i: usize) -> (usize, usize) {
    let act =
        i > 0 && text.lang.romance && text.is(i - 1, class::FIGHT.or(class::GROUP)) && text.is(i, class::ADJECTIVE);
    let noun = !text.lang.romance
        && text.is(i, class::ADJECTIVE)
        && text.is(i + 1, class::FIGHT.or(class::GROUP).or(class::PARTY));
    (i - usize::from(act), i + 1 + usize::from(noun))
}

/// Whether the word at token `i` judges where it stands: “libérer” a town, not a seat; “régime” of a country, no diet.
fn is_label(reading: &Reading, i: usize) -> bool {
    let text = &reading.text;
    let s = text.sentence_of(i);
    let sentence = text.sentence(s);
    // “considéré comme terroriste”, “designated as a terrorist group”: whose label it is stands there; “il ne s'agit pas d'un”: nobody's.
    let ascribed = (i.saturating_sub(7).max(sentence.first)..i).any(|k| text.is(k, class::ALLEGED.or(class::NEG)));
    let law = reading.sentence_has(s, class::COURT.or(class::CONVICTED).or(class::PROCEDURE));
    // “Libération”, a newspaper
    if ascribed || text.capital(i) && i > sentence.first && text.kind(i - 1) == Some(Kind::Word) {
        return false;
    }
    // “la libération de la ville”
    if text.is(i, class::DEFEAT) && !text.is(i, class::FIGHT) {
        return text.is(i + 1, class::OF) && (i + 2..i + 4).any(|k| is_land(text, k) || text.is_name(k));
    }
    // “à caractère terroriste”, “terrorist activities”: no act and nobody is called so.
    let noun = if text.lang.romance { i.wrapping_sub(1) } else { i + 1 };
    let called = class::FIGHT.or(class::GROUP).or(class::PARTY).or(class::INSTITUTION).or(PEOPLE);
    let thing =
        text.is(noun, class::NOUN) && !text.is(noun, class::OF) && (text.lang.romance || !text.is(noun, class::VERB))
            || super::phrases::unknown(text, noun) && !text.capital(noun) && text.kind(noun) == Some(Kind::Word);
    if text.is(i, class::ADJECTIVE) && thing && !text.is(noun, called) {
        return false;
    }
    if text.is(i, class::VERB) && !text.is(i, class::ADJECTIVE.or(class::NOUN)) || text.is(i, class::PP) {
        let kills = text.is(i, class::KILL);
        let meant = |k: usize| if kills { text.is(k, PEOPLE.or(class::CAPTIVE)) } else { is_land(text, k) };
        return !(law && kills) && acts_on(text, i, meant);
    }
    if text.is(i, class::INSTITUTION) {
        return rules(text, i);
    }
    // “l'exécution des otages”; not “l'exécution du budget”
    if text.is(i, class::OFFENCE) {
        return !law
            && (i + 1..i + 5).take_while(|k| !text.is_pause(*k)).any(|k| text.is(k, PEOPLE.or(class::CAPTIVE)));
    }
    !law
}

/// A town or country, no market.
fn is_land(text: &Text, k: usize) -> bool {
    text.is(k, class::AREA.or(class::STATE)) && !text.is(k, class::ECONOMY)
}

/// Whether what is `meant` is the object of the verb at token `i`, or its subject in the passive.
fn acts_on(text: &Text, i: usize, meant: impl Fn(usize) -> bool) -> bool {
    let group = super::phrases::verb_group(text, i);
    if group.passive {
        return super::phrases::subject(text, group.first).is_some_and(|(first, end)| (first..end).any(meant));
    }
    let object =
        (group.end..group.end + 6).take_while(|k| !text.is_pause(*k) && !text.is(*k, class::PREP.or(class::BY)));
    let mut object = object.peekable();
    // “libérer la ville”, “libérer Palmyre”
    let named = object.peek().is_some_and(|k| {
        text.is_name(*k)
            && text.is(i, class::LOADED)
            && !text.is(i, class::KILL)
            && !text.is(*k, class::HONORIFIC)
            && !text.is_name(*k + 1)
    });
    named || object.take_while(|k| !text.is(*k, class::OF) || text.is(*k, class::INDEF)).any(meant)
}

/// “le régime de Damas”, “le régime syrien”, “the Assad regime”
fn rules(text: &Text, i: usize) -> bool {
    let country = |k: usize| text.is(k, class::DEMONYM.or(class::STATE)) || text.is_name(k);
    if text.lang.romance {
        let of = text.is(i + 1, class::OF);
        return text.is(i + 1, class::DEMONYM)
            || of
                && (country(i + 2)
                    || text.is(i + 2, class::DEF.or(class::HONORIFIC).or(class::ROLE)) && country(i + 3));
    }
    let before = i.checked_sub(1).is_some_and(|k| country(k) || text.is(k, class::GENITIVE));
    before || text.is(i + 1, class::OF.or(class::VIA)) && country(i + 2)
}

#[cfg(test)]
mod tests {
    use crate::report::Options;

    #[test]
    fn a_desk_adds_words_of_its_own() {
        let mut options = Options { language: Some("en".to_owned()), ..Options::default() };
        options.house.loaded = vec!["climate denier".to_owned(), String::new()];
        let flags = |text| crate::check(text, &options).map(|r| r.flags.len()).unwrap_or(usize::MAX);
        assert_eq!(flags("Climate deniers left the hall."), 1);
        assert_eq!(flags("The climate left the hall."), 0);
    }
}

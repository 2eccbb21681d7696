//! Unnamed sources in the plural and in the singular: whether several speak, or one.

use super::attributions::{Attribution, Range};
use super::{Reading, attributions, phrases};
use crate::lang::{Classes, class};
use crate::report::Form;
use crate::text::Text;

/// Sentences behind a plural in which a singular takes it up.
const FAR: usize = 4;
/// Fewer words may have been said by several.
const SPEECH: usize = 4;

/// Several unnamed sources that turn out to be one, and where they stood before.
#[derive(Clone, Copy, Debug)]
pub struct Single {
    pub place: Range,
    pub plural: Option<Range>,
}

/// Plural unnamed sources that a singular takes up, or that say one quotation.
pub fn singles(reading: &Reading) -> Vec<Single> {
    let text = &reading.text;
    let mut found = Vec::new();
    let mut taken = 0;
    for attribution in &reading.attributions {
        let Some(source) = attribution.source else { continue };
        if let Some(plural) = resumed(reading, attribution, source).filter(|p| *p >= taken) {
            found.push(Single { place: source, plural: Some((plural, plural + 1)) });
            taken = plural + 1;
            continue;
        }
        let Some(head) = unnamed(text, source) else { continue };
        let one = (source.0..head).any(|k| text.is(k, class::DEF.or(class::DEM)) && !text.is(k, PLURAL));
        let other = (source.0..head).any(|k| text.is(k, class::OTHER.or(class::ONE_OF)));
        if is_plural(text, head) {
            // “les enquêteurs” speak as a body.
            let body = text.is(source.0, class::DEF) && !text.is(source.0, class::INDEF);
            if speech(text, attribution) && text.is(head, class::ANONYMOUS) && !body {
                found.push(Single { place: source, plural: None });
            }
        } else if one && !other {
            // One flag for each plural.
            let named = reading.source(attribution).is_some_and(|s| s.is_named());
            let plural = several(text, head).filter(|p| *p >= taken && !named);
            found.extend(plural.map(|p| Single { place: source, plural: Some((p, p + 1)) }));
            taken = plural.map_or(taken, |p| p + 1);
        }
    }
    found
}

/// “Plusieurs élus craignent un échec. « … », a-t-il soupiré.”: the plural that a singular pronoun takes up, where the
/// sentence before tells of nobody else.
fn resumed(reading: &Reading, attribution: &Attribution, (first, end): Range) -> Option<usize> {
    let text = &reading.text;
    let one = class::FEMININE.or(class::MASCULINE);
    let pronoun = end == first + 1 && text.is(first, class::PRON) && text.is(first, one);
    if !pronoun || text.is(first, class::PLURAL) || !speech(text, attribution) {
        return None;
    }
    let before = text.sentence(attribution.sentence.checked_sub(1)?);
    let own = text.sentence(attribution.sentence);
    let subject = phrases::begins(text, before.first).then(|| phrases::right(text, before.first)).flatten()?;
    let people = class::ANONYMOUS.or(class::WITNESS).or(class::ROLE).or(class::PROFESSION).or(class::COMBATANT);
    let folk = people.or(class::COLLECTIVE).or(class::FAMILY).or(class::PERSON);
    let head = (before.first..subject).find(|k| text.is(*k, folk) && !text.is_name(*k))?;
    let many = text.is(before.first, PLURAL.or(class::INDEF)) || is_plural(text, head);
    // Somebody of his own: a person named, or one in the singular.
    let single = |k: usize| {
        text.is(k, folk)
            && text.is(k.wrapping_sub(1), class::DEF.or(class::INDEF).or(class::POSS))
            && !text.is(k.wrapping_sub(1), PLURAL.or(class::OF))
    };
    let named = |k: usize| text.is_name(k) && text.is_name(k + 1);
    let other =
        (subject..before.end).chain(own.first..first).any(|k| text.quote_of(k).is_none() && (named(k) || single(k)));
    (many && before.paragraph == own.paragraph && !other && reading.source(attribution).is_none_or(|s| s.plural))
        .then_some(head)
}

/// The plural before the singular at token `one`, unless somebody of their own was named or spoke in between.
fn several(text: &Text, one: usize) -> Option<usize> {
    let floor = text.sentence(text.sentence_of(one).saturating_sub(FAR)).first;
    let same =
        |k: &usize| text.is(*k, KINDS) && text.is(*k, class::NOUN.or(class::ACCORDING)) && one_kind(text, *k, one);
    let near = (floor..one).rev().find(same)?;
    // “Des médecins alertent. … ce médecin”: people of a profession open the sentence before.
    let folk = || {
        let (here, there) = (text.sentence_of(one), text.sentence(text.sentence_of(near)));
        let subject = phrases::begins(text, there.first).then(|| phrases::right(text, there.first)).flatten();
        text.sentence_of(near) + 1 == here
            && text.sentence(here).paragraph == there.paragraph
            && near < there.first + 3
            && subject.is_some_and(|end| near < end)
            && !text.is_name(one + 1)
            && !text.ends_plural(one)
            && text.fold(near).len() <= text.fold(one).len() + 2
    };
    (is_plural(text, near) && (text.is(near, ASKED) && text.is(one, ASKED) || folk())).then_some(near)
}

const PLURAL: Classes = class::PLURAL.or(class::VAGUE);
const ASKED: Classes = class::ANONYMOUS.or(class::WITNESS).or(class::COLLECTIVE);
const KINDS: Classes = ASKED.or(FOLK);
/// People of a profession or an office, whom a definite singular takes up only by their own word.
const FOLK: Classes = class::PROFESSION.or(class::ROLE).or(class::PERSON).or(class::FAMILY);

/// The noun of an unnamed source: “des sources policières”, “ce responsable”, “officials”.
fn unnamed(text: &Text, (first, end): Range) -> Option<usize> {
    let head = (first..end.min(first + 6)).find(|k| text.is(*k, KINDS) && !text.is_name(*k))?;
    // “le diplomate Paul Vidal”, “residents of Lorval”: a name of their own, not of a place.
    let person = |k: usize| text.is_name(k) && text.is_name(k + 1) && k + 1 < end;
    // “un communiqué de l'armée kurde” is a paper's.
    if !text.is(head, ASKED) && (first..head).any(|k| text.is(k, class::OF.or(class::DOC))) {
        return None;
    }
    (!(first..end).any(person)).then_some(head)
}

/// By what stands before the noun: “des”, “plusieurs”, “two”, in English nothing at all; “de sources …” by its end.
fn is_plural(text: &Text, head: usize) -> bool {
    let sentence = text.sentence(text.sentence_of(head));
    let before = head.saturating_sub(3).max(sentence.first)..head;
    let many = |k: usize| text.is(k, PLURAL) || text.is(k, class::NUM) && text.value(k).is_some_and(|v| v > 1.0);
    let one = class::DEF.or(class::INDEF).or(class::DEM).or(class::POSS);
    let bare = !text.lang.romance && !before.clone().any(|k| text.is(k, one)) && text.ends_plural(head);
    let phrase = text.is(head, class::ACCORDING) && text.ends_plural(head);
    let english = !text.lang.romance
        && text.fold(head).contains(' ')
        && !before.clone().any(|k| text.is(k, class::INDEF.or(class::DEM)));
    before.clone().any(many) || bare || phrase || english
}

/// Whether the singular at token `one` may take up the noun at token `many`: both plain sources, or one noun.
fn one_kind(text: &Text, many: usize, one: usize) -> bool {
    let plain = |k: usize| text.is(k, class::ANONYMOUS) && !text.is(k, class::ROLE.or(class::PERSON));
    plain(many) && plain(one) || text.fold(many).starts_with(text.fold(one))
}

/// Whether a whole sentence between marks is all that is said.
fn speech(text: &Text, attribution: &Attribution) -> bool {
    attribution.form == Form::Direct
        && attribution.content.iter().any(|(a, _)| {
            text.outer_quote(*a)
                .and_then(|q| text.quotes.get(q))
                .is_some_and(|q| attributions::words(text, q) >= SPEECH)
        })
}

//! What one mention of a source tells.

use crate::lang::{Classes, class};
use crate::reading::attributions::Range;
use crate::text::{Kind, Text};

/// Letters that the forms of one demonym or country share: “mali”, “malien”, “malienne”.
const STEM: usize = 4;

/// What one mention tells.
pub struct Mention {
    pub range: Range,
    pub names: Vec<String>,
    pub office: Option<usize>,
    pub places: Vec<String>,
    pub classes: Classes,
    pub pronoun: bool,
    pub last_named: bool,
    pub counterpart: bool,
    pub plural: bool,
    pub definite: bool,
    pub head: String,
    pub heads: Classes,
    /// A woman or, in French, a feminine noun; a man or a masculine noun; or no word tells.
    pub feminine: Option<bool>,
    /// An article stands right before the name: “le Jamaat”, “the Treasury”. No person is called so.
    pub body: bool,
}

pub fn mention(text: &Text, (first, end): Range) -> Mention {
    let mut classes = Classes::NONE;
    let mut names = Vec::new();
    let mut places = Vec::new();
    let head_at = head_of(text, (first, end));
    let owned = head_at.filter(|h| owned(text, (first, end), *h));
    let holder = holder(text, (first, end));
    for i in first..end {
        let Some(token) = text.token(i) else { continue };
        classes = classes.or(token.classes);
        let name = text.is_name(i)
            || (i == first
                && token.capital
                // “Legal experts”, “Its critics”
                && !(token.classes.any(class::ADJ.or(class::ADJECTIVE).or(class::PP)) && !text.capital(i + 1))
                && !token.classes.any(
                    class::POSS
                        .or(class::DEM)
                        .or(class::OTHER)
                        .or(class::MOST_OF)
                        .or(class::ANONYMITY)
                        .or(class::SOMEBODY),
                )
                && !token.classes.any(
                    class::DEF
                        .or(class::INDEF)
                        .or(class::DEM)
                        .or(class::PRON)
                        .or(class::NOUN)
                        .or(class::VAGUE)
                        .or(class::NUM)
                        .or(class::ACCORDING),
                ));
        if token.classes.any(class::DEMONYM.or(class::STATE)) {
            let state = token.classes.any(class::STATE).then(|| text.lang.state(text.fold(i))).flatten();
            places.push(stem(state.unwrap_or(text.fold(i))));
        } else if name && owned.is_some_and(|h| i < h) {
            places.push(stem(text.fold(i)));
        } else if name
            && (holder.0..holder.1).contains(&i)
            && text.quote_of(i) == text.quote_of(first)
            && !of_office(text, (first, end), i)
            && !token.classes.any(class::HONORIFIC.or(class::ROLE).or(class::MEDIA))
        {
            names.push(text.fold(i).to_string());
        }
    }
    let head = head_at.map(|i| text.fold(i).to_string()).unwrap_or_default();
    let heads = head_at.and_then(|i| text.token(i)).map_or(Classes::NONE, |t| t.classes);
    let pronoun =
        end == first + 1 && text.is(first, class::PRON.or(class::PRON_OBJECT)) && !text.is(first, class::NOUN);
    Mention {
        range: (first, end),
        names,
        office: classes.any(class::ROLE.or(class::SPOKES)).then(|| office(text, (first, end))).flatten(),
        places,
        classes,
        pronoun,
        last_named: text.is(first, class::PRON_LAST),
        counterpart: classes.any(class::COUNTERPART),
        plural: plural(text, first, head_at),
        definite: text.is(first, class::DEF.or(class::DEM).or(class::POSS)) || (first..end).any(|i| text.is_name(i)),
        head,
        heads,
        feminine: gender(text, (first, end), head_at),
        body: text.is(first, class::DEF)
            && text.is_name(first + 1)
            && !text.is(first + 1, class::HONORIFIC.or(class::DEMONYM).or(class::ROLE)),
    }
}

/// “the Lind campaign”, “a Lind aide”: a name before a common noun says whose it is, not who.
fn owned(text: &Text, (first, end): Range, head: usize) -> bool {
    let stop = (head + 1..end).find(|k| text.kind(*k) != Some(Kind::Word) || text.is(*k, JOINT)).unwrap_or(end);
    !text.lang.romance
        && !text.capital(head)
        && !text.is(head, class::PARTY)
        && (first..head).any(|k| text.is_name(k))
        && !(first..head).any(|k| text.sign(k, ",") || text.is(k, JOINT))
        && !(head + 1..stop).any(|k| text.is_name(k))
}

/// Where the names of the source itself stand: in the first part between commas that has one before its complements.
/// “the director at Delta Hotels, Felix Berg”, “Ada Finn, a clerk at the Harbour Board”.
fn holder(text: &Text, (first, end): Range) -> Range {
    let mut from = first;
    while from < end {
        let comma = (from..end).find(|k| text.sign(*k, ",")).unwrap_or(end);
        let inside = |k: &usize| text.is(*k, JOINT) && !(text.is_name(k - 1) && text.is_name(k + 1));
        let stop = (from + 1..comma).find(inside).unwrap_or(comma);
        // “son PDG, Luc Marin”: letters that stand for an office name nobody.
        let office = |k: usize| text.is(k, class::ROLE) && text.is(first, class::POSS.or(class::DEF).or(class::INDEF));
        if (from..stop).any(|k| text.is_name(k) && !office(k)) {
            return (from, stop);
        }
        from = comma + 1;
    }
    (first, end)
}

/// What joins a complement to its noun.
const JOINT: Classes = class::OF.or(class::TO).or(class::PREP).or(class::WITH).or(class::REL).or(class::ABOUT);

/// A title, the article, the head noun or the noun behind a comma tells it.
fn gender(text: &Text, (first, end): Range, head: Option<usize>) -> Option<bool> {
    let told = class::FEMININE.or(class::MASCULINE);
    let title = (first..end).find(|i| text.is(*i, class::HONORIFIC) && text.is_name(i + 1));
    let apposition = (first + 1..end).find(|i| text.is(*i, class::NOUN) && (*i < first + 3 || text.sign(i - 1, ",")));
    // “au capitaine”: the article stands in the preposition.
    let article = first.checked_sub(1).filter(|i| text.is(*i, class::DEF));
    let word =
        title.into_iter().chain(article).chain([first]).chain(head).chain(apposition).find(|i| text.is(*i, told))?;
    Some(text.is(word, class::FEMININE))
}

/// “le patron de l'ONU”, “FAA Administrator Ida Berg”: the name says what the office is of, not who holds it.
fn of_office(text: &Text, (first, end): Range, i: usize) -> bool {
    // “Paul Vidal, d'Air Nord”
    if (first + 1..i).any(|k| text.sign(k - 1, ",") && text.is(k, class::OF)) {
        return true;
    }
    let office = class::ROLE.or(class::SPOKES);
    if text.lang.romance {
        let office = office.or(class::ANONYMOUS).or(class::PROFESSION).or(class::COLLECTIVE).or(class::WITNESS);
        // “l'avocate de Jean Petit” is another; “le patron d'Air Nord Jean Petit” is he.
        let start = (first..i).rev().find(|k| !text.is_name(*k)).map_or(first, |k| k + 1);
        let pair = (start..end).take_while(|k| text.is_name(*k)).count() == 2;
        let i = if pair { start } else { i };
        // “un haut responsable du ministère polonais du Climat”
        let ministry = (first..i).rev().take(4).any(|k| text.is(k, class::GOVERNMENT));
        if ministry && text.is(i - 1, class::OF) && (first..i).any(|k| text.is(k, class::ANONYMOUS)) {
            return true;
        }
        let joint = (first..i).rev().take(2).find(|k| !text.is(*k, class::DEF) || text.is(*k, class::OF));
        return joint
            .is_some_and(|k| text.is(k, class::OF) && (k.saturating_sub(3).max(first)..k).any(|j| text.is(j, office)));
    }
    let behind = |k: usize| (k..end).take_while(|j| !text.is_pause(*j) && !text.is(*j, class::OF));
    behind(i + 1).any(|k| {
        text.is(k, office) && (behind(k + 1).any(|j| text.is_name(j)) || (first..i).any(|j| text.sign(j, ",")))
    }) || text.is(i + 1, class::GENITIVE)
}

/// The head noun: in French the first, in English the last before a preposition or a comma.
fn head_of(text: &Text, (first, end): Range) -> Option<usize> {
    let noun = |i: &usize| {
        text.is(*i, class::NOUN.or(class::ROLE))
            && !text.is(*i, class::ABOUT)
            && !(text.is(*i, class::PAPER) && text.is_name(*i))
            && (!text.is(*i, class::HONORIFIC) || !text.is_name(i + 1))
    };
    if text.lang.romance {
        return (first..end).find(noun);
    }
    let stop = (first + 1..end).find(|i| text.is(*i, JOINT) || text.sign(*i, ",")).unwrap_or(end);
    // A word that no list knows may well be the noun: “official results”.
    let unknown = |i: &usize| {
        text.kind(*i) == Some(Kind::Word)
            && !text.is_name(*i)
            && text.token(*i).is_some_and(|t| t.classes == Classes::NONE)
    };
    (first..stop).rev().find(|i| noun(i) || unknown(i)).or_else(|| (first..end).find(noun))
}

/// The letters by which a place is known.
pub fn stem(word: &str) -> String {
    word.chars().take(STEM).collect()
}

/// The office that a description names, without its article, demonym and name: “ministre des affaires étrangères”.
fn office(text: &Text, (first, end): Range) -> Option<usize> {
    let mut description = String::new();
    for i in first..end {
        if text.sign(i, ",") || text.is_name(i) && !text.is(i, class::ROLE) {
            if !description.is_empty() && text.lang.office(&description).is_some() {
                break;
            }
            if text.sign(i, ",") {
                break;
            }
        }
        let skip = text.is(i, class::DEMONYM)
            || (description.is_empty() && text.is(i, class::DEF.or(class::INDEF).or(class::POSS).or(class::ADJ)));
        if skip || text.is_name(i) && !text.is(i, class::ROLE) && description.is_empty() {
            continue;
        }
        let glue = description.is_empty() || description.ends_with('\'');
        if !glue {
            description.push(' ');
        }
        // Without the space that parts tokens behind an elision.
        for c in text.fold(i).chars() {
            if c != ' ' || !description.ends_with('\'') {
                description.push(c);
            }
        }
        if let Some(office) = text.lang.office(&description)
            && !text.is(i + 1, class::OF)
        {
            return Some(office);
        }
    }
    text.lang.office(&description)
}

fn plural(text: &Text, first: usize, head: Option<usize>) -> bool {
    let english = |i: usize| {
        !text.lang.romance && (text.is(i, class::MASS_PEOPLE) || text.is(i, class::NOUN) && text.ends_plural(i))
    };
    let counted = (first..first + 2).any(|i| text.is(i, class::ABOUT_NUM.or(class::PLURAL_NUM)));
    counted
        || text.is(first, class::VAGUE.or(class::PLURAL).or(class::MOST_OF))
        || text.is(first, class::NUM) && text.value(first).is_none_or(|v| v > 1.0)
        || head.is_some_and(english)
}

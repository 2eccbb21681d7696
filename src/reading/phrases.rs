//! Noun phrases and subjects, found by the classes of their words. No parser: what news prose
//! puts around a verb of saying or killing is short, and a wrong guess must stay small.

pub use super::verb_group::{VerbGroup, verb_group};
use crate::lang::{Classes, class};
use crate::text::{Kind, Text};

/// Words that may open a noun phrase before its noun.
pub const DETERMINER: Classes =
    class::DEF.or(class::INDEF).or(class::DEM).or(class::POSS).or(class::ZERO).or(class::VAGUE).or(class::MOST_OF);

/// Words that end a noun phrase.
const STOP: Classes = class::PREP
    .or(class::BY)
    .or(class::WITH)
    .or(class::BUT)
    .or(class::REL)
    .or(class::COMP)
    .or(class::IF)
    .or(class::CLITIC)
    .or(class::NEG)
    .or(class::HAVE)
    .or(class::BE)
    .or(class::MODAL)
    .or(class::OR)
    .or(class::ACCORDING)
    .or(class::WEEKDAY)
    .or(class::RELATIVE_DAY)
    .or(class::ANONYMITY)
    .or(class::INCLUDING)
    .or(class::WITHHOLD)
    .or(class::CONSENSUS)
    .or(class::VERIFICATION)
    .or(class::FURNITURE);

/// Nouns that an apposition begins with: “Julien Paluku, gouverneur du Nord-Kivu”.
const APPOSITION: Classes =
    class::ROLE.or(class::PROFESSION).or(class::SPOKES).or(class::FAMILY).or(class::COUNTERPART);

/// Nouns of people and bodies, who can speak.
pub const SPEAKER: Classes = class::PERSON
    .or(class::COMBATANT)
    .or(class::PARTY)
    .or(class::FORCE)
    .or(class::ROLE)
    .or(class::PROFESSION)
    .or(class::SPOKES)
    .or(class::INSTITUTION)
    .or(class::STATE)
    .or(class::INDEPENDENT)
    .or(class::GROUP)
    .or(class::DOC)
    .or(class::MEDIA)
    .or(class::COLLECTIVE)
    .or(class::WITNESS)
    .or(class::ANONYMOUS)
    .or(class::FAMILY)
    .or(class::COUNTERPART)
    .or(class::CROWD)
    .or(class::POLICE)
    .or(class::CAMP)
    .or(class::PRON)
    .or(class::PRON_LAST);

/// The end of the noun phrase that begins at token `i`; `None` where none does.
pub fn right(text: &Text, i: usize) -> Option<usize> {
    if text.is(i, class::PRON.or(class::PRON_LAST)) {
        return Some(i + 1);
    }
    let sentence = text.sentence(text.sentence_of(i));
    let mut at = i;
    let mut end = None;
    while at < sentence.end && at < i + 40 {
        let first = at == i;
        // “à l'AFP un témoin”: an article that is a number as well opens the next noun phrase.
        let joint = class::OF.or(class::AND).or(class::TO).or(class::ABOUT).or(DETERMINER);
        if !first && text.is(at, class::INDEF) && text.is(at, class::NUM) && !text.is(at - 1, joint) {
            break;
        }
        if text.kind(at) == Some(Kind::Number)
            || text.is(at, class::NUM.or(class::SCALE).or(class::ABOUT_NUM).or(class::PLURAL_NUM))
        {
            at += 1;
            end = Some(at);
            // “62 % of voters”
            if text.is(at, class::PERCENT) {
                at += 1;
                end = Some(at);
            }
            continue;
        }
        // “a Herald Times/KBS poll”, “Rep. Ode (D-Mo.), head of …”
        if matches!(text.word(at), "/" | "-") && text.glued(at) && text.glued(at + 1) && !first {
            at += 1;
            continue;
        }
        if let Some(close) = bracket(text, at).filter(|_| !first && text.is_name(at - 1)) {
            end = Some(close);
            at = close;
            continue;
        }
        if text.kind(at) != Some(Kind::Word) {
            // A name inside marks, or “El-Chaar Jr.”: only an apposition goes on behind a comma.
            match end.and_then(|e| apposition(text, i, e)) {
                Some(e) if e > at => {
                    end = Some(e);
                    break;
                }
                _ => break,
            }
        }
        // “Hunt told”: a name that is a verb as well, at the head of its sentence.
        let surname = first
            && text.capital(at)
            && text.is(at, class::VERB)
            && text.is(at + 1, class::VERB.or(class::HAVE).or(class::BE).or(class::MODAL));
        // “Me Paul Vidal”, “le quotidien Le Soir”: small words that open a name.
        let opens_name = text.lang.decimal_comma
            && text.capital(at)
            && text.is_name(at + 1)
            && (text.is(at, class::HONORIFIC) || text.is(at, class::DEF) && !first);
        let name = text.is_name(at) || surname || opens_name;
        if text.is(at, class::OF) && !first {
            at += 1;
            // “le champion du monde”: one phrase of the lists.
            if text.lang.decimal_comma && text.fold(at - 1).contains(' ') {
                end = Some(at);
            }
            continue;
        }
        if text.is(at, DETERMINER) && !name && (first || !text.is(at, class::TO)) {
            let inside = class::OF.or(class::AND).or(class::TO).or(DETERMINER);
            if !first && !text.is(at - 1, inside) && !unnamed_detail(text, i, at - 1) {
                break;
            }
            at += 1;
            // “des élus de la majorité”
            if text.is(at - 1, class::MOST_OF) && text.is(at - 1, class::NOUN) && !text.is(at, class::OF) {
                end = Some(at);
            }
            continue;
        }
        if !first && unnamed_detail(text, i, at) {
            at += 1;
            continue;
        }
        // “the Dale Center for Public Opinion Research”
        let body = class::INSTITUTION.or(class::GROUP);
        if !first && text.is(at, class::TO.or(class::PREP)) && text.is(at - 1, body) && text.capital(at - 1) {
            let next = if text.is(at + 1, DETERMINER) { at + 2 } else { at + 1 };
            if text.capital(next) {
                at = next;
                continue;
            }
        }
        if text.is(at, class::TO) && !first {
            // “ministre délégué à la Santé”, “ambassador to France”, “professeur à l'université”
            let works = text.lang.decimal_comma
                && (i..at).rev().take(2).any(|k| text.is(k, class::PROFESSION))
                && (at + 1..at + 3).any(|k| text.is(k, class::INSTITUTION) && !text.is(k, class::MEDIA));
            if end.is_some()
                && (works || (i..at).rev().take(4).any(|k| text.is(k, class::ROLE.or(class::MEDIA))))
                && !text.is(at - 1, class::OF)
            {
                at += 1;
                continue;
            }
            break;
        }
        if text.is(at, class::AND) && !first {
            if coordinates(text, at) {
                at += 1;
                continue;
            }
            break;
        }
        if !name
            && (text.is(at, STOP)
                || is_finite(text, at)
                || (text.is(at, class::ADV) && !text.is(at, class::NOUN.or(class::ADJECTIVE))))
        {
            break;
        }
        let attribute = !text.lang.decimal_comma && !first && text.is(at - 1, DETERMINER);
        // “le maire d'ajouter”: an infinitive behind its preposition is no part of the name.
        let infinitive = !first && text.lang.decimal_comma && text.is(at, class::INF) && text.is(at - 1, class::OF);
        let verb = text.is(at, class::GER) && !attribute || infinitive;
        if !name && verb && !text.is(at, class::NOUN.or(class::ADJECTIVE)) {
            break;
        }
        at += 1;
        end = Some(at);
    }
    end.filter(|e| *e > i)
}

/// The token behind a short bracket that opens at token `i`: “(D-Mo.)”.
fn bracket(text: &Text, i: usize) -> Option<usize> {
    let close = text.sign(i, "(").then(|| (i + 1..i + 8).find(|k| text.sign(*k, ")")))??;
    (text.sign(close + 1, ",") || is_verbal(text, close + 1) || text.is(close + 1, class::AND)).then_some(close + 1)
}

/// “a person familiar with the talks”, “sources within the ministry”: what places an unnamed source belongs to it.
fn unnamed_detail(text: &Text, first: usize, at: usize) -> bool {
    let unnamed = |k: usize| text.is(k, class::ANONYMOUS);
    // “close to” is an approximation before a number and a place before a noun.
    let joins = text.is(at, class::ABOUT) && unnamed(at - 1) && text.kind(at + 1) != Some(Kind::Number)
        || text.is(at, class::TO.or(class::WITH)) && text.is(at - 1, class::ADJECTIVE)
        || text.is(at, class::PREP.or(class::TO)) && unnamed(at - 1) && !text.is(at, class::BY.or(class::BUT));
    joins && (first..at).rev().take(3).any(unnamed)
}

/// Whether the “and” at token `i` joins two speakers or two parts of a name, not two clauses.
fn coordinates(text: &Text, i: usize) -> bool {
    let mut next = i + 1;
    while text.is(next, DETERMINER.or(class::ADJ).or(class::OTHER)) && !text.is_name(next) {
        next += 1;
    }
    let speaks = text.is(next, SPEAKER) || text.is_name(next);
    // What follows must not be a clause of its own with its own verb of saying right behind it.
    speaks && !text.is(i + 1, class::PRON)
}

/// The apposition behind a name or role: “, a doctor” or “, Julien Paluku”. Gives its end.
fn apposition(text: &Text, first: usize, comma: usize) -> Option<usize> {
    if !text.sign(comma, ",") {
        return None;
    }
    let named = (first..comma).any(|k| text.is_name(k));
    let role = (first..comma).any(|k| text.is(k, APPOSITION));
    let reporter = text.lang.decimal_comma && text.is(first + 1, class::MEDIA);
    let mut at = comma + 1;
    // “Awa Sow, 40 ans”
    if named && text.kind(at) == Some(Kind::Number) {
        let end = if text.is(at + 1, class::DURATION.or(class::AGE)) { at + 2 } else { at + 1 };
        return (text.is_pause(end) || is_finite(text, end)).then_some(end);
    }
    while text.is(at, class::DEF.or(class::INDEF).or(class::ADJ).or(class::POSS).or(class::DEMONYM))
        && !text.is_name(at)
    {
        at += 1;
    }
    let kind = class::PERSON.or(class::COMBATANT).or(class::WITNESS).or(class::MEDIA);
    // “the Herald, Professor Burke, …”: a body and a person are two.
    let bodies = class::MEDIA.or(class::INSTITUTION).or(class::STATE).or(class::DOC).or(class::GROUP);
    let body = (first..comma).any(|k| text.is(k, bodies)) && !role && !text.is(comma + 1, class::DEF.or(class::INDEF));
    if body && (at..at + 8).take_while(|k| !text.is_pause(*k)).any(|k| text.is_name(k)) {
        return None;
    }
    // “Dan Orme, a keeper at the lock”: an article and a noun behind a name, not “a day later”.
    let described = text.is_name(comma - 1)
        && text.is(comma + 1, class::INDEF)
        && !text.is(at, class::DURATION.or(class::DISTANCE));
    let fits = described && text.is(at, class::NOUN.or(SPEAKER))
        || described && unknown(text, at)
        || named && text.is(at, kind) && text.is(comma + 1, class::INDEF)
        || (named && text.is(at, APPOSITION))
        || (named
            && (at..at + 7)
                .take_while(|k| text.kind(*k) == Some(Kind::Word) && !is_finite(text, *k))
                .any(|k| text.is(k, APPOSITION))
            || named && text.is(comma + 1, class::OF))
        || role && text.is_name(at) && (!named || text.is_name(at + 1))
        || role && text.is(at, class::HONORIFIC) && text.is_name(at + 1)
        || reporter && text.is_name(at) && text.is_name(at + 1)
        || !named
            && text.is_name(at)
            && text.is_name(at + 1)
            && (first..comma).any(|k| text.is(k, class::PERSON.or(class::WITNESS)));
    if !fits {
        return None;
    }
    let mut end = right(text, if text.is(comma + 1, class::OF) { comma + 2 } else { comma + 1 })?;
    // “a lawyer for the union”, “chercheur à l'institut”: what places the person belongs to the apposition.
    while text.is(end, class::PREP.or(class::TO)) && !text.is(end, class::BUT.or(class::ACCORDING)) {
        let place = right(text, end + 1).filter(|e| !(end..*e).any(|k| text.is(k, class::CHANNEL.or(class::DURATION))));
        let Some(place) = place else { break };
        end = place;
    }
    // An apposition ends at a comma, a stop or the verb; otherwise it begins a new clause.
    (text.is_pause(end)
        || text.token(end).is_none()
        || text.kind(end) == Some(Kind::Mark)
        || is_verbal(text, end)
        || text.is(end, class::WEEKDAY.or(class::PREP).or(class::REL)))
    .then_some(end)
}

/// Whether token `i` is a finite verb and nothing else that a noun phrase may hold.
#[inline(never)]
pub fn is_finite(text: &Text, i: usize) -> bool {
    // “the study's lead author”: what looks like “is” marks the owner before a noun.
    if text.is(i, class::GENITIVE)
        && text.glued(i)
        && !text.is(i + 1, class::ADV.or(class::NEG).or(class::GER).or(DETERMINER).or(class::PREP))
    {
        return false;
    }
    // “4 March”, “May 5”
    if text.is(i, class::MONTH)
        && (text.kind(i + 1) == Some(Kind::Number) || i > 0 && text.kind(i - 1) == Some(Kind::Number))
    {
        return false;
    }
    // “the host told”: behind an article stands a noun, whatever else the word may be.
    let behind = |classes: Classes| i > 0 && text.is(i - 1, classes) && text.sentence_of(i - 1) == text.sentence_of(i);
    if !text.lang.decimal_comma && behind(class::DEF.or(class::INDEF)) && !behind(class::PRON_OBJECT) {
        return false;
    }
    if unknown_past(text, i) {
        return !behind(DETERMINER.or(class::ADJ).or(class::ADV).or(class::AND).or(class::BE).or(class::HAVE));
    }
    if text.is(i, class::HAVE.or(class::BE).or(class::MODAL)) && text.is(i, class::FIN.or(class::COND)) {
        return !(text.is(i, class::NOUN) && i > 0 && text.is(i - 1, class::DEF.or(class::OF).or(class::PREP)));
    }
    let only_verb = !text.is(i, class::NOUN.or(class::ADJECTIVE).or(DETERMINER).or(class::PREP));
    // English past and participle look alike; a verb of saying behind a noun is the verb.
    let participle = text.is(i, class::PP) && (text.lang.decimal_comma || !text.is(i, class::FIN));
    text.is(i, class::FIN.or(class::COND).or(class::HAVE).or(class::BE).or(class::MODAL)) && only_verb && !participle
}

/// Whether no list says anything of the word at token `i`.
pub fn unknown(text: &Text, i: usize) -> bool {
    text.token(i).is_some_and(|t| t.classes == Classes::NONE || t.classes == class::PHRASE_START)
}

/// A word of no list that ends like a past.
fn unknown_past(text: &Text, i: usize) -> bool {
    let ending = text.lang.past_ending;
    !ending.is_empty()
        && unknown(text, i)
        && text.kind(i) == Some(Kind::Word)
        && text.word(i).ends_with(ending)
        && !text.capital(i)
}

/// Whether token `i` may be a verb.
pub fn is_verbal(text: &Text, i: usize) -> bool {
    unknown_past(text, i) || text.is(i, class::VERB.or(class::HAVE).or(class::BE).or(class::MODAL).or(class::CLITIC))
}

/// The first token of the subject whose verb group begins at token `verb`; the subject ends at the second value.
pub fn subject(text: &Text, verb: usize) -> Option<(usize, usize)> {
    let sentence = text.sentence(text.sentence_of(verb));
    let mut end = verb;
    // “Le maire, jeudi, a dit”; “Hill on Tuesday said”; “the bank this month said”; “who in 2010 said”
    while end > sentence.first {
        let last = end - 1;
        let dated = text.is(last, class::WEEKDAY) || text.kind(last) == Some(Kind::Number);
        if dated && last > sentence.first && text.is(last - 1, class::PREP.or(class::TO)) {
            end -= 2;
        } else if text.lang.decimal_comma && text.is(last, class::ANONYMITY)
            || (text.is(last, class::ADV.or(class::HEARSAY).or(class::CLITIC).or(class::WEEKDAY).or(class::NEG))
                || text.sign(last, ",") && text.is(last.wrapping_sub(1), class::WEEKDAY)
                || text.is(last, class::DURATION) && text.is(last.wrapping_sub(1), class::DEM.or(class::ADV)))
                && !text.is(last, class::PRON)
                && !text.is_name(last)
            || text.is(last, class::DEM) && text.is(last + 1, class::DURATION)
        {
            end -= 1;
        } else {
            break;
        }
    }
    // “the sum that he says he raised”: a pronoun right before the verb is the subject.
    if end > sentence.first && text.is(end - 1, class::PRON) && !text.is(end - 1, class::PRON_LAST) {
        return Some((end - 1, end));
    }
    let floor = clause_start(text, end, sentence.first);
    // What stands behind a preposition or inside a noun phrase is no subject.
    let inner = class::PREP.or(class::BY).or(class::WITH).or(class::OF).or(class::TO).or(DETERMINER).or(class::ADJ);
    let object = |s: usize| is_finite(text, s - 1) && !text.is(s - 1, class::SAY.or(class::NOUN));
    let may_open = |s: usize| s == floor || !text.is(s - 1, inner) && !object(s) || text.is(s - 1, class::PRON);
    let found = chain(text, floor, end, may_open);
    if let Some((start, stop)) = found.filter(|(s, e)| (*s..*e).any(|k| text.is(k, SPEAKER) || text.is_name(k))) {
        let start = before_apposition(text, start, sentence.first);
        let start = if text.lang.decimal_comma { before_bare(text, start, sentence.first) } else { start };
        return Some((start, stop));
    }
    behind_insertion(text, end, sentence.first).or(found)
}

/// The first noun phrase that reaches token `end`, over what places it: “les sources citées par la radio”, “l'envoyée
/// du journal au Caire”. A noun phrase behind a preposition opens none, nor does a word inside it.
fn chain(text: &Text, floor: usize, end: usize, may_open: impl Fn(usize) -> bool) -> Option<(usize, usize)> {
    let places = class::PREP.or(class::BY).or(class::VIA).or(class::TO);
    let mut s = floor;
    while s < end {
        let Some(mut reached) = begins(text, s).then(|| right(text, s)).flatten() else {
            s += 1;
            continue;
        };
        let first = reached;
        while reached < end && !text.is(reached, class::ACCORDING.or(class::BUT)) {
            // “in Ohio and around the country”
            let and = usize::from(text.is(reached, class::AND));
            if !text.is(reached + and, places) {
                break;
            }
            reached += and;
            let Some(next) = right(text, if text.is(reached, class::DEF) { reached } else { reached + 1 }) else {
                break;
            };
            reached = next;
        }
        // “les équipes ayant participé au tournage”
        if reached < end && text.is(reached, class::GER) {
            let object = (reached + 1..end.min(reached + 6)).find(|k| text.is(*k, DETERMINER) && begins(text, *k));
            reached = object.and_then(|k| right(text, k)).unwrap_or(reached);
        }
        if may_open(s) && reached >= end {
            // What was done to the source is no part of it.
            let done = text.is(first, class::BY) && text.is(first - 1, class::PP) && !text.is(first - 1, class::NOUN);
            return Some((s, if done { first - 1 } else { end }));
        }
        s = if may_open(s) { s + 1 } else { first.max(s + 1) };
    }
    None
}

/// “Norway's health minister, Ida Berg said”: a role before the name belongs to it.
fn before_apposition(text: &Text, start: usize, first: usize) -> usize {
    let Some(comma) = start.checked_sub(1).filter(|c| *c > first && text.sign(*c, ",")) else { return start };
    let floor = clause_start(text, comma, first);
    let joined = |s: &usize| {
        let placed = text.lang.decimal_comma && *s > first && text.is(*s - 1, class::PREP.or(class::VIA));
        !placed
            && begins(text, *s)
            && right(text, *s).is_some_and(|e| e >= comma)
            && apposition(text, *s, comma).is_some()
    };
    if !text.is_name(start) && !text.is(start, class::DEF.or(class::HONORIFIC)) {
        return start;
    }
    // What stands behind a verb is its object: “To know X, the judge said, …”.
    let inner = DETERMINER.or(class::ADJ).or(class::ADJECTIVE);
    (floor..comma)
        .take_while(|s| !text.is(*s, class::INF) || text.lang.decimal_comma)
        .find(|s| (*s == floor || !text.is(s - 1, inner)) && joined(s))
        .unwrap_or(start)
}

/// A subject parted from its verb by an insertion: “Le maire, qui dirige la ville, a dit”, “Hill, a doctor, said”.
fn behind_insertion(text: &Text, end: usize, first: usize) -> Option<(usize, usize)> {
    let close = end.checked_sub(1).filter(|c| *c > first)?;
    let dash = matches!(text.word(close), "–" | "—" | ")");
    if !text.sign(close, ",") && !dash {
        // “le ministre qui dirige la ville a dit”: no comma; the relative clause is short.
        return relative_subject(text, end, first);
    }
    let opening = |k: &usize| if dash { matches!(text.word(*k), "–" | "—" | "(") } else { text.sign(*k, ",") };
    // The nearest comma that a noun phrase of its own stands before; further ones part the insertions.
    let inner = class::PREP.or(class::BY).or(class::WITH).or(class::OF).or(class::TO);
    let (start, open) = (first..close).rev().take(40).filter(opening).take(4).find_map(|open| {
        let floor = clause_start(text, open, first);
        let (start, _) = chain(text, floor, open, |s| s == floor || !text.is(s - 1, inner.or(DETERMINER)))?;
        let inside = start > floor && floor > 0 && text.is_pause(floor - 1);
        (dash || !inside).then_some((start, open))
    })?;
    // “Kevin Bard, a lawyer at Bail, who …”: what was found may itself stand behind a name.
    let fuller = start
        .checked_sub(1)
        .filter(|c| *c > first && text.sign(*c, ",") && text.is(start, class::INDEF.or(class::DEF)));
    let start = fuller
        .and_then(|comma| {
            let floor = clause_start(text, comma, first);
            let named = begins(text, floor) && right(text, floor).is_some_and(|e| e >= comma);
            (named && (floor..comma).any(|k| text.is_name(k))).then_some(floor)
        })
        .unwrap_or(start);
    let start =
        if text.lang.decimal_comma { before_apposition(text, before_bare(text, start, first), first) } else { start };
    // Appositions belong to the source; a relative clause does not, nor what tells when and how.
    let aside = class::REL
        .or(class::GER)
        .or(class::PP)
        .or(class::SUBORD)
        .or(class::PREP)
        .or(class::WEEKDAY)
        .or(class::ANONYMITY);
    let head = (start + 1..open).find(|k| text.is(*k, class::OF.or(class::PREP))).unwrap_or(open);
    let paper = (start..head).any(|k| text.is(k, class::DOC));
    let beside = |k: &usize| opening(k) && (dash || paper || text.is(k + 1, aside.or(class::ADV).or(class::WITH)));
    Some((start, (open..close).find(beside).unwrap_or(close)))
}

/// “Paul Vidal, 46 ans, ingénieur du port, a dit”: what stands without an article behind a comma is said of the name before.
fn before_bare(text: &Text, start: usize, first: usize) -> usize {
    let mut start = start;
    for _ in 0..3 {
        let bare = text.kind(start) == Some(Kind::Number) || text.is(start, APPOSITION);
        let Some(comma) = start.checked_sub(1).filter(|c| bare && *c > first && text.sign(*c, ",")) else { break };
        let floor = clause_start(text, comma, first);
        let Some((before, _)) = chain(text, floor, comma, |s| s == floor) else { break };
        start = before;
    }
    start
}

/// “les habitants qui fuient la zone disent”
fn relative_subject(text: &Text, end: usize, first: usize) -> Option<(usize, usize)> {
    let opens = |k: usize| {
        text.is(k, class::REL)
            || text.is(k, class::PP) && k > first && !text.is(k - 1, class::HAVE.or(class::BE).or(class::ADV))
    };
    let near = (first + 1..end).rev().take(25).take_while(|k| !text.is_pause(*k));
    // “who ordered that change”: the word nearest the verb may be a determiner.
    let mut opening = near.filter(|k| opens(*k)).peekable();
    let determiner = opening.peek().is_some_and(|k| text.is(*k, class::DEM));
    opening.take(1 + usize::from(determiner)).find_map(|relative| {
        let floor = clause_start(text, relative, first);
        let phrase = |s: &usize| begins(text, *s) && right(text, *s) == Some(relative);
        (floor..relative).find(phrase).map(|s| (s, relative))
    })
}

/// The longest noun phrase of its clause that ends before token `end`: who “qui” means there.
pub fn ending(text: &Text, end: usize) -> Option<(usize, usize)> {
    let floor = clause_start(text, end, text.sentence(text.sentence_of(end)).first).max(end.saturating_sub(40));
    (floor..end).find(|s| begins(text, *s) && right(text, *s) == Some(end)).map(|s| (s, end))
}

/// Whether a noun phrase may begin at token `i`.
#[inline(never)]
pub fn begins(text: &Text, i: usize) -> bool {
    if text.kind(i) == Some(Kind::Number) {
        return true;
    }
    text.kind(i) == Some(Kind::Word)
        && (!text.is(i, class::OF.or(class::AND).or(class::TO)) || text.is(i, class::INDEF) && !text.is(i, class::TO))
        && (text.is(
            i,
            DETERMINER
                .or(class::PRON)
                .or(class::PRON_LAST)
                .or(class::HONORIFIC)
                .or(SPEAKER)
                .or(class::NUM)
                .or(class::DEMONYM)
                .or(class::ADJ)
                .or(class::ABOUT_NUM)
                .or(class::PLURAL_NUM)
                .or(class::OTHER)
                .or(class::ONE_OF),
        ) || text.is_name(i)
            || (text.capital(i) && !text.is(i, STOP.or(class::ADV)))
            || text.token(i).is_some_and(|t| t.classes == Classes::NONE))
}

/// The first token of the clause that ends before token `end`, not before `first`.
fn clause_start(text: &Text, end: usize, first: usize) -> usize {
    let mut i = end;
    while i > first {
        let k = i - 1;
        // “Rep. Ode (D-Mo.), head of …”: a bracket parts nothing.
        if let Some(open) = (k.saturating_sub(8).max(first)..k).rev().find(|o| text.sign(*o, "(") && text.sign(k, ")"))
        {
            i = open;
            continue;
        }
        let boundary = text.is_pause(k)
            || text.kind(k) == Some(Kind::Mark)
            || text.is(k, class::COMP.or(class::BUT).or(class::IF));
        if boundary {
            return i;
        }
        i -= 1;
    }
    first
}

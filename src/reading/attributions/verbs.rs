//! Verbs of saying: “X dit que …”, “…, affirmant que …”, “…, Hunt said”, “a été confirmé par X”.

use super::homographs::{disagrees, is_noun};
use super::inverted::{inverted, inverted_pronoun};
use super::speakers::{may_speak, source_before};
use super::{Attribution, Range, asides, circumstances, content, stance};
use crate::lang::class;
use crate::reading::figures::withheld;
use crate::reading::phrases::{self, VerbGroup};
use crate::text::{Kind, Text};

/// Attributions before a verb that it may stand within.
const NEAR: usize = 8;

/// The attribution whose cue is the verb at token `verb`; `earlier` are those of the same sentence.
pub fn verbal(text: &Text, verb: usize, earlier: &[Attribution]) -> Option<Attribution> {
    let romance = text.lang.romance;
    // “La Poste”, “maintenant”: a name or an adverb that looks like a verb.
    let named = text.capital(verb) && verb > 0 && text.sentence_of(verb - 1) == text.sentence_of(verb);
    let adverb = text.is(verb, class::ADV) && !text.is(verb + 1, class::COMP);
    if is_noun(text, verb) || romance && (named && text.capital(verb - 1) || adverb) {
        return None;
    }
    let group = phrases::verb_group(text, verb);
    let unreal = group.modal && (!text.is(group.first, class::COND) || text.is(group.first, class::MODAL));
    if group.negated && !text.is(verb, class::DENY.or(class::DECLINE).or(class::THINK)) || unreal {
        return None;
    }
    if group.passive && (!group.finite || !text.is(verb, class::SAY)) {
        return None;
    }
    if group.passive {
        return passive(text, &group);
    }
    let bare_participle =
        text.is(verb, class::PP) && !text.is(verb, class::FIN) && !group.finite && group.first == verb;
    // “a démenti toute défaite et affirmé avoir tué”: a second participle shares auxiliary and subject.
    let shares = text.lang.romance
        && group.first > 0
        && text.is(group.first - 1, class::AND)
        && (text.is(group.end, class::COMP.or(class::INF)) || text.kind(group.end) == Some(Kind::Mark));
    if bare_participle && !shares {
        return None;
    }
    // “a refusé de dire combien” is the refusal alone.
    if withheld::withholding(text, group.first).is_some() {
        return None;
    }
    // Inside a quotation only an incise between two pauses is the reporter's.
    let spoken = text.quote_of(verb).is_some() && !(group.first > 0 && text.is_pause(group.first - 1));
    if let Some(found) = (!spoken).then(|| inverted_pronoun(text, &group).or_else(|| inverted(text, &group))).flatten()
    {
        return Some(found);
    }
    // “le peintre dit « le Merle »”: a nickname.
    let nickname = romance
        && group.first == verb
        && text.is(verb, class::NICKNAME)
        && text.quote_from(group.end).is_some_and(|q| {
            q.closed && super::quotes::words(text, q) < 4 && q.end + 2 < text.sentence(text.sentence_of(verb)).end
        });
    if nickname
        || !text.is(verb, class::SAY.or(class::AGREE).or(class::DECLINE).or(class::VALUES)) && !gauges(text, verb)
    {
        return None;
    }
    if let Some(found) = asides::fronted(text, &group).or_else(|| asides::aside(text, &group)) {
        return Some(found);
    }
    let source = source_before(text, &group, earlier).and_then(|s| told_at(text, s).or(Some(s)));
    let Some(source) = source else { return story(text, &group) };
    // “Selon l'ambassadeur, la Suède a promis …”: who stands behind the comma is another.
    let before = earlier.last().and_then(|a| a.source.filter(|s| *s != source && a.cue.iter().any(|c| c.1 == s.0)));
    let source = match before {
        Some((first, end)) if first == source.0 && end < source.1 && text.sign(end, ",") => (end + 1, source.1),
        _ => source,
    };
    // What a quoted person tells of others stays inside the quotation.
    if let Some(quote) = text.quote_of(verb)
        && (text.quote_of(source.0) == Some(quote)
            || romance && text.quote_of(group.first) == Some(quote) && speech(text, quote))
    {
        return None;
    }
    // What begins inside a quotation and ends behind it is no subject.
    if romance && text.quote_of(source.0).is_some() && text.quote_of(source.1 - 1) != text.quote_of(source.0) {
        return None;
    }
    // “On note que”: nobody says it.
    let nobody = text.is(source.0, class::INDEFINITE_PRON)
        || text.is(source.1 - 1, class::PRON_FIRST) && (source.1 == source.0 + 1 || !romance);
    // Behind a quotation whoever stands there speaks: “…,” the harbour master told reporters.
    let quoted = source.0 > 0 && text.kind(source.0 - 1) == Some(Kind::Mark) && !text.is(verb, class::NOUN);
    if nobody || !(quoted || may_speak(text, source, verb)) || disagrees(text, source, &group) {
        return None;
    }
    // “La préfecture « invite chacun à la prudence »”: all that is quoted is said, once.
    let quote = text.quote_from(group.first.wrapping_sub(1)).filter(|_| romance);
    if quote.is_some_and(|q| super::quotes::words(text, q) < 4 || earlier.iter().rev().take(NEAR).any(|a| a.says(verb)))
    {
        return None;
    }
    let content =
        match closing(text, &group, source).or_else(|| Some(vec![content::trim(text, group.end, quote?.end)?])) {
            Some(content) => content,
            None => vec![content::behind(text, &group)?],
        };
    let mut found = Attribution::new(text, verb);
    found.source = Some(source);
    found.cue = vec![(group.first, group.end)];
    found.content = content;
    found.stance = stance(text, verb, group.negated);
    Some(found)
}

/// “parle de six morts”, “put the number of dead at ten”: a number behind the preposition is what is told.
pub(super) fn gauges(text: &Text, verb: usize) -> bool {
    if !text.is(verb, class::VALUES) || !text.is(verb, class::VERB) {
        return false;
    }
    let number = |k: usize| {
        let k = k + usize::from(text.is(k, class::MONEY));
        text.kind(k) == Some(Kind::Number) || text.is(k, NUMBERS) && !text.is(k, class::ZERO) && !text.is(k, class::INF)
    };
    // “parle de” is one word of the lists; “d'une dizaine” is not.
    let at = verb + usize::from(text.is(verb + 1, class::OF));
    if text.lang.romance && (number(at) || number(at + 1)) {
        return true;
    }
    // “puts the damage at $6m”, “évalue à 6 millions les dégâts”
    let mut object = (verb + 1..verb + 12).take_while(|k| !text.is_pause(*k));
    object.any(|k| text.is(k, class::TO.or(class::PREP)) && !text.is(k, class::INDEF) && number(k + 1))
}

/// What a count begins with.
const NUMBERS: crate::lang::Classes = class::NUM
    .or(class::ABOUT_NUM)
    .or(class::PLURAL_NUM)
    .or(class::AT_LEAST)
    .or(class::MORE_THAN)
    .or(class::ABOUT)
    .or(class::VAGUE);

/// “Et d'ajouter : « … »”: in a story told in infinitives the last speaker goes on.
fn story(text: &Text, group: &VerbGroup) -> Option<Attribution> {
    let first = group.first.checked_sub(2)?;
    let opens = text.is(first, class::AND) && text.sentence(text.sentence_of(first)).first == first;
    let linked = text.is(first + 1, class::OF) && text.is(group.verb, class::INF) && text.lang.romance;
    if !(opens && linked && group.first == group.verb) {
        return None;
    }
    let mut found = Attribution::new(text, group.verb);
    found.cue = vec![(first + 1, group.end)];
    found.content = vec![content::behind(text, group)?];
    found.stance = stance(text, group.verb, group.negated);
    Some(found)
}

/// “Chez Renault, on assure que …”, “Au ministère, on confirme …”: whose house it is speaks.
fn told_at(text: &Text, source: Range) -> Option<Range> {
    let first = text.sentence(text.sentence_of(source.0)).first;
    let comma = source.0.checked_sub(1).filter(|k| text.is(source.0, class::INDEFINITE_PRON) && text.sign(*k, ","))?;
    let at = first + 1;
    let house = text.is(first, class::TO.or(class::PREP)) && phrases::right(text, at) == Some(comma);
    let bodies = class::INSTITUTION.or(class::STATE).or(class::FORCE).or(class::CAMP).or(class::ANONYMOUS);
    let body = |k: usize| text.is(k, bodies) || text.is_name(k) && text.is(first, class::PREP.or(class::DEF));
    (house && (at..comma).any(body)).then_some((at, comma))
}

/// Whether a closed quotation stands behind a colon, a pause or a stop: whole speech, no words that the paper's go on with.
fn speech(text: &Text, quote: usize) -> bool {
    text.quotes.get(quote).is_some_and(|q| {
        let opening = text.token_at(q.outer.start());
        q.closed
            && (opening == 0 || text.is_pause(opening - 1) || text.sentence(text.sentence_of(opening)).first == opening)
    })
}

/// “…, the mayor said”, “"…," Hunt said on Monday”: subject and verb close what is said.
fn closing(text: &Text, group: &VerbGroup, source: Range) -> Option<Vec<Range>> {
    let sentence = text.sentence(text.sentence_of(group.verb));
    let before = source.0.checked_sub(1)?;
    if text.quote_of(group.verb).is_some() {
        return None;
    }
    // The quotation of the sentence before is another one: “« We lost. » Hunt said: « … »”.
    let asks = before > 0 && matches!(text.word(before - 1), "?" | "!" | "…");
    let quoted = (text.kind(before) == Some(Kind::Mark) || text.quote_of(before).is_some())
        && (before >= sentence.first || asks);
    // French turns subject and verb around here.
    if !(text.sign(before, ",") || quoted)
        || text.lang.romance
        || before <= sentence.first && !quoted
        || text.is(group.verb, class::GER)
    {
        return None;
    }
    let mut at = circumstances::past_time(text, group.end);
    // “…, Keld told reporters then”: the addressee stands behind the verb.
    if text.is(group.verb, class::TELL)
        && let Some(addressee) = circumstances::addressee(text, at)
    {
        at = circumstances::past_time(text, addressee);
    }
    // “With talks over, Hill said in a letter that …”: what is said comes behind.
    let clause = (at..sentence.end.min(at + 12))
        .take_while(|k| !phrases::is_finite(text, *k) && !text.is_pause(*k))
        .any(|k| text.is(k, class::COMP));
    if clause && !quoted {
        return None;
    }
    // What follows may say when, where or to whom, but not what.
    let circumstance = text
        .is(at, class::PREP.or(class::TO).or(class::VIA).or(class::GER).or(class::BUT).or(class::OF).or(class::WITH))
        && !text.is(at, class::COMP)
        && (quoted || !(text.is(at, class::TO) && text.is(at + 1, class::INF)));
    let ends = at >= sentence.end
        || text.is_pause(at) && !text.sign(at, ":")
        || circumstance
        || text.is(at, class::AND) && quoted;
    // “The plan, she said, is dead”: the verb of what is said comes behind.
    let medial = text.sign(at, ",") && before > sentence.first;
    // “Minister quits, sources say”
    let closes = (at..sentence.end).all(|k| text.is_pause(k)) && text.is(group.verb, class::SAY);
    let said = quoted || medial || closes || has_clause(text, sentence.first, before);
    if !ends || !said {
        return None;
    }
    content::before(text, source.0, at)
}

/// Whether tokens `first..end` hold a verb of their own: something is said there.
pub(super) fn has_clause(text: &Text, first: usize, end: usize) -> bool {
    let romance = text.lang.romance;
    (first..end).any(|k| {
        text.is(k, class::FIN.or(class::COND).or(class::HAVE).or(class::BE).or(class::MODAL).or(class::PP))
            && !(text.is(k, class::NOUN) && (romance || !text.is(k, class::PP)))
            // “je signerai”: the lists give the third person.
            || romance && text.is(k, class::PRON_FIRST)
            || romance && k > first && !text.capital(k) && phrases::unknown(text, k)
    }) || end > first + 12
}

/// “a été confirmée par le juge”, “il a été annoncé que”.
fn passive(text: &Text, group: &VerbGroup) -> Option<Attribution> {
    let sentence = text.sentence(text.sentence_of(group.verb));
    let mut found = Attribution::new(text, group.verb);
    let by = (group.end..group.end + 4).find(|k| text.is(*k, class::BY));
    found.stance = stance(text, group.verb, group.negated);
    if let Some(by) = by.filter(|_| !text.is(group.verb, class::WEAK)) {
        let end = phrases::right(text, by + 1)?;
        // “a été condamné par un tribunal à deux ans de prison” tells a deed.
        let number = text.kind(end + 1) == Some(Kind::Number) || text.is(end + 1, class::NUM.or(class::INDEF));
        if text.is(end, class::TO) && number {
            return None;
        }
        if !may_speak(text, (by + 1, end), group.verb) {
            return None;
        }
        found.source = Some((by + 1, end));
        found.cue = vec![(group.first, by + 1)];
        let start = (sentence.first..group.first)
            .rev()
            .find(|k| text.is_pause(*k) || text.is(*k, class::BUT))
            .map_or(sentence.first, |k| k + 1);
        // “un plan qui a été rejeté par …”
        let relative = text.lang.romance && start < group.first && text.is(group.first - 1, class::REL);
        let relative = relative.then(|| phrases::ending(text, group.first - 1)).flatten();
        // “L'attaque, qui …, a été revendiquée par …”
        let parted = text.lang.romance && start == group.first;
        let subject = relative.or_else(|| phrases::subject(text, group.first).filter(|_| parted));
        found.content = if let Some((first, last)) = subject {
            vec![content::trim(text, first, last)?]
        } else if text.is(end, class::COMP) {
            vec![content::trim(text, end + 1, content::end(text, end + 1))?]
        } else {
            vec![content::trim(text, start, group.first)?]
        };
        return Some(found);
    }
    let subject = group.first.checked_sub(1)?;
    if text.is(subject, class::PRON) && text.is(group.end, class::COMP) {
        found.cue = vec![(subject, group.end)];
        found.content = vec![content::trim(text, group.end + 1, content::end(text, group.end + 1))?];
        found.hearsay = true;
        return Some(found);
    }
    // “is believed to have”, “was reported killed”, “is accused of taking bribes”
    let charged = text.is(group.verb, class::ACCUSE) && text.is(group.end, class::OF);
    if charged && !text.lang.romance {
        let subject = phrases::subject(text, group.first)?;
        found.cue = vec![(group.first, group.end + 1)];
        found.content = vec![subject, content::trim(text, group.end + 1, content::end(text, group.end + 1))?];
        found.hearsay = true;
        return Some(found);
    }
    if text.is(group.verb, class::PASSIVE_SAY)
        && !text.lang.romance
        && (text.is(group.end, class::TO.or(class::PP).or(class::GER)) || text.is(group.end, class::COMP))
    {
        found.cue = vec![(group.first, group.end)];
        found.content = vec![content::trim(text, group.end, content::end(text, group.end))?];
        found.hearsay = true;
        return Some(found);
    }
    None
}

//! Verbs of saying: “X dit que …”, “…, a dit X”, “a-t-il ajouté”, “…, affirmant que …”.

use super::{Attribution, Range, asides, content, main_subject, stance};
use crate::lang::class;
use crate::reading::losses;
use crate::reading::phrases::{self, DETERMINER, SPEAKER, VerbGroup};
use crate::text::{Kind, Text};

/// The attribution whose cue is the verb at token `verb`; `earlier` are those of the same sentence.
pub fn verbal(text: &Text, verb: usize, earlier: &[Attribution]) -> Option<Attribution> {
    let french = text.lang.decimal_comma;
    // “La Poste”, “maintenant”: a name or an adverb that looks like a verb.
    let named = text.capital(verb) && verb > 0 && text.sentence_of(verb - 1) == text.sentence_of(verb);
    let adverb = text.is(verb, class::ADV) && !text.is(verb + 1, class::COMP);
    if is_noun(text, verb) || french && (named && text.capital(verb - 1) || adverb) {
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
    let shares = text.lang.decimal_comma
        && group.first > 0
        && text.is(group.first - 1, class::AND)
        && (text.is(group.end, class::COMP.or(class::INF)) || text.kind(group.end) == Some(Kind::Mark));
    if bare_participle && !shares {
        return None;
    }
    // “a refusé de dire combien” is the refusal alone.
    if losses::withholding(text, group.first).is_some() {
        return None;
    }
    // Inside a quotation only an incise between two pauses is the reporter's.
    let spoken = text.quote_of(verb).is_some() && !(group.first > 0 && text.is_pause(group.first - 1));
    if let Some(found) = (!spoken).then(|| inverted_pronoun(text, &group).or_else(|| inverted(text, &group))).flatten()
    {
        return Some(found);
    }
    // “le peintre dit « le Merle »”: a nickname.
    let nickname = french
        && group.first == verb
        && text.is(verb, class::NICKNAME)
        && text.quote_from(group.end).is_some_and(|q| {
            q.closed && super::quotes::words(text, q) < 4 && q.end + 2 < text.sentence(text.sentence_of(verb)).end
        });
    if nickname || !text.is(verb, class::SAY.or(class::AGREE).or(class::DECLINE)) {
        return None;
    }
    if let Some(found) = asides::fronted(text, &group).or_else(|| asides::aside(text, &group)) {
        return Some(found);
    }
    let source = source_before(text, &group, earlier)?;
    // What a quoted person tells of others stays inside the quotation.
    if let Some(quote) = text.quote_of(verb)
        && (text.quote_of(source.0) == Some(quote)
            || french && text.quote_of(group.first) == Some(quote) && speech(text, quote))
    {
        return None;
    }
    // “On note que”: nobody says it.
    let nobody = text.is(source.0, class::INDEFINITE_PRON)
        || text.is(source.1 - 1, class::PRON_FIRST) && (source.1 == source.0 + 1 || !french);
    // Behind a quotation whoever stands there speaks: “…,” the harbour master told reporters.
    let quoted = source.0 > 0 && text.kind(source.0 - 1) == Some(Kind::Mark) && !text.is(verb, class::NOUN);
    if nobody || !(quoted || may_speak(text, source, verb)) || disagrees(text, source, &group) {
        return None;
    }
    let content = match closing(text, &group, source) {
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

/// “New York state”, “member states”: a present form that is a noun as well agrees with its subject in number.
fn disagrees(text: &Text, (first, end): Range, group: &VerbGroup) -> bool {
    let verb = group.verb;
    let present = group.first == verb && !text.is(verb, class::PP) && text.is(verb, class::FIN);
    // A base form that is no noun fits bodies as well: “the police say”, “the board say”.
    if text.lang.decimal_comma || !present || text.is(verb, class::INF) && !text.is(verb, class::NOUN) {
        return false;
    }
    if text.is(verb, class::NOUN) && phrases::is_finite(text, verb + 1) && !text.is(verb + 1, class::COMP) {
        return true;
    }
    let head = (first..end)
        .find(|k| text.is(*k, class::OF.or(class::PREP).or(class::TO)) || text.is_pause(*k))
        .unwrap_or(end)
        .saturating_sub(1)
        .max(first);
    let word = text.word(head);
    let named = text.is_name(head);
    if text.is(head, class::REL.or(class::PRON_FIRST)) || named && word.ends_with('s') {
        return false;
    }
    let plural = text.is(head, class::MASS_PEOPLE.or(class::PLURAL))
        || word.ends_with('s') && !word.ends_with("ss")
        || (first..head).any(|k| text.is(k, class::AND.or(class::NUM).or(class::VAGUE)) && text.value(k) != Some(1.0));
    plural != text.is(verb, class::INF)
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
        || text.lang.decimal_comma
        || before <= sentence.first && !quoted
        || text.is(group.verb, class::GER)
    {
        return None;
    }
    let mut at = content::past_time(text, group.end);
    // “…, Keld told reporters then”: the addressee stands behind the verb.
    if text.is(group.verb, class::TELL)
        && let Some(addressee) = content::addressee(text, at)
    {
        at = content::past_time(text, addressee);
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
        && !text.is(at, class::COMP);
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

/// A noun that looks like a verb: “the report”, “cette annonce”.
fn is_noun(text: &Text, i: usize) -> bool {
    let Some(before) = i.checked_sub(1).filter(|b| text.sentence_of(*b) == text.sentence_of(i)) else {
        return !text.lang.decimal_comma && text.is(i, class::NOUN.or(class::INF)) && !text.is(i, class::GER);
    };
    let nominal = text.is(i, class::NOUN) || !text.lang.decimal_comma && text.is(i, class::INF);
    // “one report says”: two verbs do not follow each other.
    // “21 confirmed cases”: a participle between a number or an adjective and its noun.
    let attribute = text.is(i, class::PP)
        && text.is(i + 1, class::NOUN)
        && (text.kind(before) == Some(Kind::Number) || text.is(before, class::NUM.or(class::ADJ)));
    // “Congress and judges”: the second of two nouns.
    let second = text.is(before, class::AND)
        && text.is(i, class::NOUN)
        && !text.is(i, class::INF.or(class::PP))
        && before > 0
        && text.is(before - 1, class::NOUN)
        && (text.is_pause(i + 1) || text.is(i + 1, class::PREP.or(class::AND).or(class::OF)));
    if !text.lang.decimal_comma && (attribute || second) {
        return true;
    }
    // “the Daily Herald”: a capital inside a sentence makes a name.
    let lower = |k: usize| text.kind(k) == Some(Kind::Word) && !text.capital(k) && text.word(k).len() > 3;
    let sentence = text.sentence(text.sentence_of(i));
    if !text.lang.decimal_comma
        && text.capital(i)
        && text.is_name(before)
        && text.is(i, class::NOUN.or(class::INF))
        && (sentence.first..sentence.end).any(lower)
    {
        return true;
    }
    let followed = text.is(i, class::NOUN) && text.is(i + 1, class::SAY) && phrases::is_finite(text, i + 1);
    if followed && !text.lang.decimal_comma {
        return true;
    }
    // “une phase critique”: an adjective behind its noun.
    let reports = text.is(i + 1, class::INF.or(class::COMP).or(class::HAVE).or(class::BE))
        || text.kind(i + 1) == Some(Kind::Mark)
        || text.lang.decimal_comma && text.is(i + 1, DETERMINER) && !text.is(i + 1, class::OF);
    // “le ministère russe annonce”: only before its noun does an adjective make one, “une nouvelle annonce”.
    let prenominal = !text.lang.decimal_comma || before > 0 && text.is(before - 1, DETERMINER.or(class::OF));
    let adjective = text.is(i, class::ADJECTIVE) && text.is(before, class::NOUN) && text.lang.decimal_comma && !reports;
    let determined = adjective
        || (text.is(before, DETERMINER.or(class::OF))
            || nominal && prenominal && text.is(before, class::ADJ.or(class::HEAVY).or(class::DEMONYM)))
            && !text.is(before, class::CLITIC.or(class::PRON));
    let of_name = text.is(before, class::GENITIVE) && !text.is(before.saturating_sub(1), class::PRON);
    let bare = !text.lang.decimal_comma
        && (text.is(i, class::INF) || text.is(i, class::NOUN) && !text.is(before, class::AND.or(class::BUT)))
        && text.is(before, class::PREP.or(class::AND))
        && !text.is(before, class::TO);
    let infinitive = text.lang.decimal_comma && text.is(before, class::CLITIC) && text.is(i, class::INF);
    // “après l'annonce de la vente”: the article looks like a pronoun.
    let article = text.lang.decimal_comma
        && text.is(i, class::NOUN)
        && text.is(before, class::DEF)
        && (text.is(i + 1, class::OF.or(class::ADJECTIVE)) && !reports
            || before > 0 && text.is(before - 1, class::PREP.or(class::OF)));
    article
        || determined
            && !(text.is(before, class::DEF)
                && text.lang.decimal_comma
                && text.is(i, class::FIN.or(class::COND))
                && !text.is(i, class::NOUN)
                && text.glued(i))
            && !infinitive
            && !(text.is(before, class::OF) && text.is(i, class::INF) && text.lang.decimal_comma)
        || of_name
        || bare
}

/// “a-t-il ajouté”, “dit-elle”: the pronoun follows the verb or its auxiliary.
fn inverted_pronoun(text: &Text, group: &VerbGroup) -> Option<Attribution> {
    let pronoun = group.clitic?;
    let content = content::before(text, group.first, pronoun.max(group.end - 1) + 1)?;
    let mut found = Attribution::new(text, group.verb);
    let impersonal = text.is(pronoun, class::INDEFINITE_PRON);
    found.cue = if pronoun < group.verb {
        vec![(group.first, pronoun), (pronoun + 1, group.end)]
    } else {
        vec![(group.first, group.end)]
    };
    found.source = Some((pronoun, pronoun + 1));
    if impersonal {
        // “lit-on dans le rapport”, “a-t-on su de source judiciaire”: the pronoun is not the speaker.
        found.source = impersonal_source(text, pronoun.max(group.end - 1) + 1);
        found.hearsay = found.source.is_none();
    }
    found.content = content;
    found.stance = stance(text, group.verb, group.negated);
    Some(found)
}

/// “… lit-on dans le rapport”, “apprend-on auprès de la police”.
fn impersonal_source(text: &Text, at: usize) -> Option<Range> {
    let joint = class::PREP.or(class::OF).or(class::ACCORDING).or(class::TO);
    let at = (at..at + 3).find(|k| text.is(*k, joint))?;
    // “indique-t-on de source policière”
    if text.is(at, class::ANONYMOUS) {
        return Some((at, at + 1));
    }
    let end = phrases::right(text, at + 1)?;
    (at + 1..end).any(|k| text.is(k, SPEAKER)).then_some((at + 1, end))
}

/// “…, a dit jeudi le ministre”, “"…," said Dale Hunt”.
fn inverted(text: &Text, group: &VerbGroup) -> Option<Attribution> {
    let sentence = text.sentence(text.sentence_of(group.verb));
    let before = group.first.checked_sub(1)?;
    // “…, appelle à la grève”: behind its preposition stands the object.
    if text.lang.decimal_comma && text.is(group.verb, class::TO) {
        return None;
    }
    let pause = text.sign(before, ",")
        || text.kind(before) == Some(Kind::Mark)
        || matches!(text.word(before), "!" | "?" | "…" | "–" | "—");
    if !pause
        || before < sentence.first && text.kind(before) != Some(Kind::Mark)
        || !group.finite && !text.is(group.verb, class::FIN)
    {
        return None;
    }
    let mut at = group.end;
    let mut when = None;
    while text.is(at, class::WEEKDAY.or(class::ADV).or(class::RELATIVE_DAY)) && !text.is_name(at) {
        if text.is(at, class::WEEKDAY.or(class::RELATIVE_DAY)) {
            when = Some(at);
        }
        at += 1;
    }
    // “a dit d'elle un voisin”, “avoue, sous couvert d'anonymat, une employée”
    if text.is(at, class::OF) && text.is(at + 1, class::PRON_OBJECT) {
        at += 2;
    } else if text.lang.decimal_comma && text.is(at, class::SUP_SCOPE) {
        // “a indiqué au Monde le procureur”: the lists know “au monde”.
        at += 1;
    }
    if text.lang.decimal_comma && text.sign(at, ",") && text.is(at + 1, class::ANONYMITY.or(class::PREP).or(class::TO))
    {
        at = (at + 1..at + 9).find(|k| text.sign(*k, ",") && phrases::begins(text, k + 1)).map_or(at, |k| k + 1);
    }
    // “a déclaré à l'AFP le maire”
    if text.is(at, class::TO.or(class::PREP)) && text.is(group.verb, class::SAY) {
        let addressee = if text.is(at, class::DEF) { at } else { at + 1 };
        let end = phrases::right(text, addressee).or_else(|| phrases::right(text, addressee + 1))?;
        if phrases::begins(text, end) && (text.is(end, DETERMINER) || text.is_name(end)) {
            at = end;
        }
    }
    if !phrases::begins(text, at) {
        return None;
    }
    let end = phrases::right(text, at)?;
    if text.kind(at) == Some(Kind::Number) && !(at..end).any(|k| text.is(k, SPEAKER)) {
        return None;
    }
    let quoted = text.kind(before) == Some(Kind::Mark)
        || text.quote_of(before).is_some()
        || before > 0 && text.kind(before - 1) == Some(Kind::Mark);
    if !quoted
        && (!text.is(group.verb, class::SAY.or(class::AGREE))
            || !has_clause(text, sentence.first, before)
            || direct_insertion(text, group)
            || !(at..end).any(|k| text.is(k, SPEAKER.or(class::HONORIFIC)) || text.is_name(k)))
    {
        return None;
    }
    // “écrit un expert cité par la radio”: what was done to the source is no part of it.
    let done = text.lang.decimal_comma && text.is(end, class::BY) && text.is(end - 1, class::PP) && end > at + 1;
    let end = if done && !text.is(end - 1, class::NOUN) { end - 1 } else { end };
    // “has, in a letter, urged parents to …”: what goes on behind the noun is its object.
    let behind = text.is(end + 1, class::INF) || text.kind(end + 1) == Some(Kind::Mark);
    let object = text.is(end, class::TO) && behind || text.is(end, class::COMP);
    if !quoted && (object || phrases::is_finite(text, end)) {
        return None;
    }
    let content = content::before(text, group.first, end)?;
    let mut found = Attribution::new(text, group.verb);
    found.source = Some((at, end));
    found.cue = vec![(group.first, group.end)];
    found.content = content;
    found.when = when;
    found.stance = stance(text, group.verb, group.negated);
    Some(found)
}

/// Whether tokens `first..end` hold a verb of their own: something is said there.
fn has_clause(text: &Text, first: usize, end: usize) -> bool {
    let french = text.lang.decimal_comma;
    (first..end).any(|k| {
        text.is(k, class::FIN.or(class::COND).or(class::HAVE).or(class::BE).or(class::MODAL).or(class::PP))
            && !(text.is(k, class::NOUN) && (french || !text.is(k, class::PP)))
            // “je signerai”: the lists give the third person.
            || french && text.is(k, class::PRON_FIRST)
            || french && k > first && !text.capital(k) && phrases::unknown(text, k)
    }) || end > first + 12
}

/// “Le maire, qui dirige la ville, a annoncé la fermeture”: the comma closes an insertion behind the subject.
fn direct_insertion(text: &Text, group: &VerbGroup) -> bool {
    let sentence = text.sentence(text.sentence_of(group.verb));
    let Some(close) = group.first.checked_sub(1) else { return false };
    let Some(open) = (sentence.first..close).rev().find(|k| text.sign(*k, ",")) else { return false };
    let start = (sentence.first..open)
        .find(|s| phrases::begins(text, *s) && phrases::right(text, *s).is_some_and(|e| e >= open));
    start.is_some_and(|s| s == sentence.first || text.is_pause(s - 1))
        && (text.is(open + 1, class::REL.or(class::WEEKDAY).or(class::PREP).or(class::PP).or(class::GER))
            || phrases::right(text, start.unwrap_or(0)).is_some_and(|e| e >= close))
}

/// The source of a cue that comes first: its subject, or the one it inherits.
fn source_before(text: &Text, group: &VerbGroup, earlier: &[Attribution]) -> Option<Range> {
    let verb = group.verb;
    let last = || earlier.last().and_then(|a| a.source);
    let before = group.first.checked_sub(1)?;
    if text.is(verb, class::GER) && !group.finite {
        // “said she was mocked for saying it”: told within, it reports only with a clause or a quotation.
        let told =
            text.is(before, class::PREP.or(class::TO).or(class::OF)) && earlier.last().is_some_and(|a| a.says(verb));
        if told && !text.is(group.end, class::COMP) && text.kind(group.end) != Some(Kind::Mark) {
            return None;
        }
        // “a letter saying that”, “un communiqué affirmant que”: the paper speaks.
        let paper = |s: &usize| {
            text.is(*s, DETERMINER)
                && phrases::right(text, *s) == Some(group.first)
                && (*s..group.first).any(|k| text.is(k, class::DOC))
        };
        if let Some(start) = (group.first.saturating_sub(10)..group.first).rev().find(paper) {
            return Some((start, group.first));
        }
        // “tweets accusing her of lying”, “a man shouting that …”: who stands right before, not the last speaker.
        if !text.lang.decimal_comma && text.is(before, class::NOUN) && !text.is_name(before) {
            let start = (group.first.saturating_sub(8)..group.first)
                .find(|s| phrases::begins(text, *s) && phrases::right(text, *s) == Some(group.first))?;
            return (start..group.first).any(|k| text.is(k, SPEAKER)).then_some((start, group.first));
        }
        // “footage of Hill saying”: the name right before.
        let speaking = |s: &usize| phrases::right(text, *s) == Some(group.first) && text.is_name(*s);
        if text.is_name(before)
            && !text.lang.decimal_comma
            && let Some(start) = (group.first.saturating_sub(4)..group.first).find(speaking)
        {
            return Some((start, group.first));
        }
        // “…, affirmant que …”, “en lançant : …”
        return last().or_else(|| main_subject(text, group.first));
    }
    let perfect = text.lang.decimal_comma && !group.finite && text.is(group.first, class::INF);
    if perfect
        || text.is(verb, class::INF) && !text.is(verb, class::FIN) && !group.finite
        || text.is(before, class::TO) && !text.lang.decimal_comma
    {
        // “avant d'ajouter que”, “pour réaffirmer que”: only a clause or a quotation makes it a report.
        let opens = |k: usize| {
            text.is(k, class::COMP) && !text.is(k, class::IF) || text.kind(k) == Some(Kind::Mark) || text.sign(k, ":")
        };
        let far = group.end + if text.lang.decimal_comma { 8 } else { 1 };
        let reports = (group.end..far).find(|k| opens(*k)).is_some_and(|k| {
            k == group.end
                || text.is(k, class::COMP) && (group.end..k).all(|j| !phrases::is_finite(text, j) && !text.is_pause(j))
        });
        let linked = text.is(before, class::PREP.or(class::OF).or(class::TO).or(class::CLITIC).or(class::BUT));
        // “Et le maire d'ajouter que …”
        let teller = || {
            phrases::ending(text, before)
                .filter(|s| text.lang.decimal_comma && text.is(before, class::OF) && may_speak(text, *s, verb))
        };
        return (reports && linked)
            .then(|| teller().or_else(|| main_subject(text, group.first)).or_else(last))
            .flatten();
    }
    if text.is(before, class::REL) {
        let end = if text.sign(before.wrapping_sub(1), ",") { before - 1 } else { before };
        let antecedent = || phrases::ending(text, end).filter(|_| text.lang.decimal_comma);
        return phrases::subject(text, end).filter(|(_, e)| *e == end).or_else(antecedent);
    }
    if text.is(before, class::AND.or(class::BUT)) || text.sign(before, ",") {
        // “Reuters, citing a source, reported”: the comma closes an insertion behind the subject.
        let own = text
            .sign(before, ",")
            .then(|| {
                // “Le maire, a confirmé ces faits”: a comma that should not be.
                let whole = || {
                    phrases::ending(text, before)
                        .filter(|(s, _)| text.lang.decimal_comma && text.sentence(text.sentence_of(*s)).first == *s)
                };
                phrases::subject(text, group.first).or_else(whole)
            })
            .flatten();
        if let Some(source) = own.filter(|s| may_speak(text, *s, verb)) {
            return Some(source);
        }
        // “… et a ajouté que …”: the subject of the verb before.
        if let Some(source) = last() {
            return Some(source);
        }
        if text.is(before, class::AND.or(class::BUT)) {
            return main_subject(text, group.first);
        }
    }
    phrases::subject(text, group.first)
}

/// Whether the noun phrase can say something: somebody, a body, a document, a name.
pub fn may_speak(text: &Text, (first, end): Range, verb: usize) -> bool {
    let known = (first..end).any(|k| {
        text.is(k, SPEAKER) || text.is_name(k) || text.is(k, class::HONORIFIC.or(class::TOLL).or(class::NOMINAL_SAY))
    });
    let trusted = !text.is(verb, class::WEAK);
    // “la centrale syndicale précise que”: who reports a clause speaks, even if no list knows the noun.
    let reports = text.lang.decimal_comma
        && text.is(verb + 1, class::COMP)
        && (first..end).any(|k| phrases::unknown(text, k) || text.is(k, class::CHANNEL))
        && !text.is(first, class::DEM);
    let opens_capital = text.capital(first)
        && end == first + 1
        && (!text.is(first, DETERMINER.or(class::ADV).or(class::NOUN)) || text.is(first, class::VERB));
    let numbered = text.kind(first) == Some(Kind::Number)
        || text.is(first, class::NUM.or(class::VAGUE).or(class::ABOUT_NUM).or(class::PLURAL_NUM));
    known
        || opens_capital
        || numbered && (trusted || (first..end).any(|k| text.is(k, class::PERCENT)))
        || reports
        || trusted && text.token(end - 1).is_some_and(|t| t.classes == crate::lang::Classes::NONE)
}

/// “a été confirmée par le juge”, “il a été annoncé que”.
fn passive(text: &Text, group: &VerbGroup) -> Option<Attribution> {
    let sentence = text.sentence(text.sentence_of(group.verb));
    let mut found = Attribution::new(text, group.verb);
    let by = (group.end..group.end + 4).find(|k| text.is(*k, class::BY));
    found.stance = stance(text, group.verb, group.negated);
    if let Some(by) = by.filter(|_| !text.is(group.verb, class::WEAK)) {
        let end = phrases::right(text, by + 1)?;
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
        let relative = text.lang.decimal_comma && start < group.first && text.is(group.first - 1, class::REL);
        let relative = relative.then(|| phrases::ending(text, group.first - 1)).flatten();
        // “L'attaque, qui …, a été revendiquée par …”
        let parted = text.lang.decimal_comma && start == group.first;
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
    if charged && !text.lang.decimal_comma {
        let subject = phrases::subject(text, group.first)?;
        found.cue = vec![(group.first, group.end + 1)];
        found.content = vec![subject, content::trim(text, group.end + 1, content::end(text, group.end + 1))?];
        found.hearsay = true;
        return Some(found);
    }
    if text.is(group.verb, class::PASSIVE_SAY)
        && !text.lang.decimal_comma
        && (text.is(group.end, class::TO.or(class::PP).or(class::GER)) || text.is(group.end, class::COMP))
    {
        found.cue = vec![(group.first, group.end)];
        found.content = vec![content::trim(text, group.end, content::end(text, group.end))?];
        found.hearsay = true;
        return Some(found);
    }
    None
}

//! What is said: where the content of an attribution begins and ends.

use super::Range;
use super::circumstances::{addressee, past_time};
use crate::lang::class;
use crate::reading::phrases::{self, DETERMINER, VerbGroup};
use crate::text::{Kind, Text};

/// The content behind a verb group, with or without “que” / “that”.
pub fn behind(text: &Text, group: &VerbGroup) -> Option<Range> {
    let sentence = text.sentence(text.sentence_of(group.verb));
    let verb = group.verb;
    let romance = text.lang.romance;
    let mut at = past_time(text, group.end).min(sentence.end);
    // “declined to comment on the talks”: the refusal is about what its preposition joins, and about no quotation.
    if text.is(verb, class::DECLINE) && !text.is(verb, class::SAY) && !romance {
        let about = text.is(at, class::PREP.or(class::TO)) && !text.is(at, class::BUT);
        let stop = (at..sentence.end).find(|k| text.is_pause(*k) || text.is(*k, class::AND)).unwrap_or(sentence.end);
        return trim(text, at + 1, stop).filter(|_| about);
    }
    // “a assuré au juge avoir payé”: the addressee stands before what is said.
    if text.is(at, class::TO) && text.lang.romance && !text.is(at + 1, class::INF) {
        let addressee = if text.is(at, class::DEF) { at } else { at + 1 };
        let after = (addressee..addressee + 2).find_map(|k| phrases::right(text, k));
        // “a annoncé à la radio la fermeture”: so it does before an object.
        let object = |e: usize| romance && text.is(e, DETERMINER) && !text.is(e, class::OF) && phrases::begins(text, e);
        if let Some(after) = after.filter(|e| text.is(*e, class::INF) || object(*e)) {
            at = after;
        }
    }
    let opener = |k: usize| {
        text.is(k, class::COMP) || text.kind(k) == Some(Kind::Mark) && opens_quote(text, k) || text.sign(k, ":")
    };
    let far = if romance { 24 } else { 14 };
    let reports = |j: usize| romance && text.is(j, class::GER) && text.is(j, class::SAY);
    let near = (at..sentence.end.min(at + far)).find(|k| opener(*k)).filter(|k| {
        (at..*k).all(|j| {
            !phrases::is_finite(text, j) && !reports(j) && text.word(j) != ";" && (romance || text.word(j) != "(")
        })
    });
    // “recommande de ne sortir qu'en cas de besoin”, “se dit prête si …”, “souligne un point que …”: no clause opens there.
    let object = |at: usize, k: usize| {
        let noun = !text.is(verb, class::TELL) && !text.is(at, class::TO) && text.is(at, DETERMINER);
        let timed = (at..k).any(|j| text.is(j, class::DURATION.or(class::WEEKDAY).or(class::MONTH)));
        romance
            && (text.is(at, class::OF)
                || text.is(k, class::IF)
                || noun && !timed && phrases::right(text, at) == Some(k))
    };
    let start = match near {
        Some(k) if k == at => k,
        // “a déclaré à la presse que”, “told the BBC that”, “a dit dans un communiqué : « … »”
        // “called the plan « a bad joke »”
        Some(k)
            if text.kind(k) == Some(Kind::Mark)
                && text.is(verb, class::WEAK)
                && !text.is(at, class::TO.or(class::PREP)) =>
        {
            at
        }
        Some(k)
            if text.is(at, class::TO.or(class::PREP).or(class::SUP_PHRASE))
                || text.is(at, class::CLITIC) && !text.is(at, class::DEF)
                || text.sign(at, ",")
                || text.is(verb, class::TELL)
                || (text.is(k, class::COMP) && k <= at + 7 && text.is(verb, class::WEAK) && !object(at, k))
                || text.sign(k, ":") && text.kind(k + 1) == Some(Kind::Mark) =>
        {
            k
        }
        // “reported on Tuesday, 21 cases”
        _ if text.is(at, class::PREP)
            && text.is(at + 1, class::WEEKDAY)
            && (text.sign(at + 2, ",") || phrases::begins(text, at + 2)) =>
        {
            at + 2
        }
        _ => at,
    };
    let start = if text.is(start, class::TO) && !text.lang.romance && start == at && !text.is(start + 1, class::INF) {
        skip_addressee(text, start)
    } else {
        start
    };
    let mut first = start;
    if text.is(first, class::COMP) || text.sign(first, ":") || text.sign(first, ",") {
        first += 1;
    }
    let introduced = first > start || text.kind(start) == Some(Kind::Mark);
    // “ne rien savoir”, “de ne pas signer”: negation and pronouns stand before the infinitive.
    let verb_from = |from: usize| {
        (from..from + 4)
            .find(|k| !(romance && text.is(*k, class::CLITIC.or(class::NEG).or(class::ADV).or(class::ZERO))))
            .unwrap_or(from)
    };
    // “boasted of having killed”
    let gerund = !romance && text.is(first, class::OF) && text.is(first + 1, class::GER);
    let infinitive = gerund
        || text.is(verb_from(first), class::INF)
        || text.is(first, class::OF.or(class::TO)) && text.is(verb_from(first + 1), class::INF);
    // “demande aux habitants de rester”, “appelle les partis à voter”
    let directive = romance && !introduced && (text.is(first, class::TO) || text.is(verb, class::TELL)) && {
        let told = if text.is(first, class::TO) && !text.is(first, class::DEF) { first + 1 } else { first };
        phrases::right(text, told).is_some_and(|e| {
            let e =
                if text.sign(e, ",") { (e + 1..e + 9).find(|k| text.sign(*k, ",")).map_or(e, |k| k + 1) } else { e };
            text.is(e, class::OF.or(class::TO))
                && (text.is(verb_from(e + 1), class::INF) || phrases::unknown(text, e + 1) && !text.capital(e + 1))
        })
    };
    // “rejette ces accusations”
    let rejected =
        romance && text.is(verb, class::DENY) && phrases::begins(text, first) && text.is(first + 1, class::NOMINAL_SAY);
    // “s'est dite prête”, “se félicite de la baisse”
    let reflexive = romance && (group.first..verb).any(|k| text.is(k, class::REFLEXIVE));
    let feels = reflexive
        && (text.is(verb, class::PASSIVE_SAY)
            && text.is(first, class::ADJECTIVE.or(class::ADJ).or(class::PP).or(class::HEAVY))
            || text.is(first, class::OF));
    let quoted_object = near.is_some_and(|k| text.kind(k) == Some(Kind::Mark)) && !text.is(start, class::WITH);
    let charge = text.is(verb, class::ACCUSE)
        && phrases::begins(text, first)
        && (first..sentence.end.min(first + 12)).any(|k| text.is(k, class::OF.or(class::PREP)));
    // “conceded the loss of nine crew”
    let losses = class::LOSS.or(class::DEAD).or(class::CASUALTY);
    let admitted = text.is(verb, class::CONCEDE) && !romance && (first..first + 5).any(|k| text.is(k, losses));
    // “called the vote a mistake”: an object and what it is said to be.
    let named = text.is(verb, class::NAMES)
        && phrases::right(text, first).is_some_and(|e| {
            (text.is(e, class::INDEF.or(class::DEF)) || text.is(e, class::ADJECTIVE) && text.is_pause(e + 1))
                && !text.is(e + 1, class::DURATION)
        });
    let gauged = super::verbs::gauges(text, verb);
    // “has recorded 411 deaths”
    let number = |k: usize| {
        text.kind(k) == Some(Kind::Number) || text.is(k, class::NUM.or(class::PLURAL_NUM).or(class::ABOUT_NUM))
    };
    let harmed = class::DEAD.or(class::WOUNDED).or(class::MISSING).or(class::CASUALTY);
    let counted = number(first) && (first + 1..first + 4).any(|k| text.is(k, harmed)) && text.is(verb, class::FINDS);
    if text.is(verb, class::VALUES) && !text.is(verb, class::SAY) && !gauged {
        return None;
    }
    if text.is(verb, class::WEAK)
        && !gauged
        && !introduced
        && !counted
        && !(infinitive && !text.is(verb, class::PLAN.or(class::AGREE)))
        && !quoted_object
        && !charge
        && !named
        && !admitted
        && !directive
        && !feels
        && !rejected
        && (text.is(verb, class::NAMES) || !clause_follows(text, first, sentence.end))
    {
        return None;
    }
    if text.is(verb, class::TELL) && !introduced && start == at {
        // “told reporters the road was safe”: the addressee stands first.
        let skipped = addressee(text, at).map(|e| past_time(text, e)).filter(|e| {
            *e < sentence.end
                && (phrases::begins(text, *e)
                    || text.is(*e, class::COMP)
                    || text.sign(*e, ",")
                        && (text.kind(*e + 1) == Some(Kind::Mark) || clause_follows(text, *e + 1, sentence.end)))
        });
        if let Some(e) = skipped {
            first = if text.is(e, class::COMP) || text.sign(e, ",") { e + 1 } else { e };
        }
    }
    // “entendre” and “s'entendre” tell something only with a clause.
    let heard = romance && !text.is(verb, class::SAY.or(class::DECLINE)) && !introduced && !gauged;
    // “a reconnu son frère”: to know somebody again is no admission.
    let somebody =
        heard || romance && text.is(verb, class::CONCEDE) && !introduced && text.is(first + 1, class::FAMILY);
    let asked = text.is(first, class::IF) && !romance && !text.is(first - 1, class::COMP);
    if somebody || asked {
        return None;
    }
    // “agreed, saying that …”: the next verb says it.
    if text.is(first, class::GER) && text.is(first, class::SAY) {
        return None;
    }
    let mut last = end(text, first);
    // A cue in a relative clause ends before the verb of the sentence: “un témoin qui avait parlé d'un incendie a précisé”.
    if group.first > 0 && text.is(group.first - 1, class::REL) && !text.is(start, class::COMP) {
        let main = |k: &usize| text.is(*k, class::HAVE) && text.is(*k, class::FIN) && text.is(k + 1, class::SAY);
        last = (first + 1..last).find(main).unwrap_or(last);
    }
    // “qualifie A de B et quitte la salle”, “révèle la vente à la presse”: an object ends where the next verb or the
    // addressee begins.
    if romance && (!introduced || infinitive) {
        let open = |k: usize| text.quote_of(k).is_none();
        let next = |k: usize| {
            let verb = if text.is(k + 1, class::CLITIC) && !text.is(k + 1, class::DEF) { k + 2 } else { k + 1 };
            let told = text.is(k, class::TO) && (k + 1..k + 3).any(|j| text.is(j, class::MEDIA));
            text.is(k, class::AND) && phrases::is_finite(text, verb) || told && !infinitive
        };
        let clause = class::COMP.or(class::REL).or(class::BUT).or(class::IF);
        last = (first + 1..last)
            .take_while(|k| !(open(*k) && text.is(*k, clause)))
            .find(|k| open(*k) && next(*k))
            .unwrap_or(last);
    }
    // “ce que le maire appelle « un geste » a déplu”: the quotation is all that is said.
    if romance
        && let Some(quote) = (first..first + 2)
            .find_map(|k| text.quote_from(k))
            .filter(|q| q.closed && phrases::is_finite(text, q.end + 1))
    {
        last = quote.end + 1;
    }
    // A quotation that opens here may run over several sentences.
    if let Some(quote) = (first..last).find_map(|k| text.outer_quote(k)).and_then(|q| text.quotes.get(q))
        && quote.first >= first
    {
        last = last.max(quote.end + usize::from(quote.closed));
    }
    trim(text, first, last)
}

/// “said to reporters”: the token behind the addressee.
fn skip_addressee(text: &Text, to: usize) -> usize {
    phrases::right(text, to + 1).unwrap_or(to)
}

/// Whether a clause of its own begins at token `first`: a noun phrase with its finite verb.
pub(super) fn clause_follows(text: &Text, first: usize, end: usize) -> bool {
    if text.lang.romance || !phrases::begins(text, first) {
        return false;
    }
    let Some(after) = phrases::right(text, first) else { return false };
    (after..end.min(after + 4))
        .any(|k| text.is(k, class::FIN.or(class::HAVE).or(class::BE).or(class::MODAL)) && !text.is(k, class::NOUN))
}

fn opens_quote(text: &Text, mark: usize) -> bool {
    text.quote_from(mark).is_some()
}

/// The end of a reported clause that begins at token `first`: the sentence's, or before what is the paper's own.
pub fn end(text: &Text, first: usize) -> usize {
    let sentence = text.sentence(text.sentence_of(first));
    let mut i = first;
    while i < sentence.end {
        if text.outer_quote(first).is_some()
            && text.outer_quote(i) != text.outer_quote(first)
            && text.outer_quote(first - 1) == text.outer_quote(first)
        {
            // A cue inside a quotation tells no more than the quotation.
            return i;
        }
        if text.quote_of(i).is_none() && i > first {
            let comma = text.sign(i, ",");
            // “…, selon la police”, “sans donner de bilan”, “…, dans un communiqué”
            if text.is(i, class::WITHHOLD)
                || text.is(i, class::WITHOUT) && text.is(i + 1, class::GIVE)
                || comma && text.is(i + 1, class::ACCORDING)
                || text.is(i, class::ACCORDING) && !text.is(i, class::PREP) && i + 1 < sentence.end && i > first + 2
            {
                return i;
            }
            if comma
                && text.is(i + 1, class::PREP)
                && (i + 2..i + 5).any(|k| text.is(k, class::CHANNEL))
                && !text.is(i + 1, class::BUT)
            {
                return i;
            }
            if comma && (text.is(i + 1, class::GER) && text.is(i + 1, class::SAY)) {
                return i;
            }
            // “…, but the mayor resigned”, “…; the mayor resigned”: the paper speaks again.
            let contrast = text.is(i + 1, class::BUT)
                && !text.is(i + 1, class::SUBORD.or(class::PREP))
                && clause_follows(text, i + 2, sentence.end);
            if comma && contrast || text.sign(i, ";") {
                return i;
            }
        }
        i += 1;
    }
    sentence.end
}

/// What stands before an inverted cue whose words are `cue..after`, and what goes on behind it.
pub fn before(text: &Text, cue: usize, after: usize) -> Option<Vec<Range>> {
    let last = cue.checked_sub(1)?;
    let sentence = text.sentence(text.sentence_of(cue));
    let mut content = Vec::new();
    let enclosing = text.outer_quote(cue);
    let inside = enclosing
        .filter(|q| text.outer_quote(last) == Some(*q) || text.sign(last, ","))
        .and_then(|q| text.quotes.get(q));
    if let Some(quote) = inside {
        // The incise lies inside the guillemets.
        content.extend(trim(text, quote.first, cue));
        content.extend(trim(text, after, quote.end));
        return (!content.is_empty()).then_some(content);
    }
    let mut first = sentence.first;
    // A quotation of several sentences closes right before the cue.
    let close = (cue.saturating_sub(2)..cue).find(|k| text.kind(*k) == Some(Kind::Mark));
    if let Some(quote) =
        close.and_then(|k| text.quotes.get(text.outer_quote(k.checked_sub(1)?)?).filter(|q| q.end == k))
    {
        let opening = text.token_at(quote.outer.start());
        // “Il prévient : « … », a-t-il écrit”: what stands before the colon is another clause.
        let spoken = |k: usize| {
            text.quote_of(k).is_none()
                && text.is(k, class::SAY)
                && (text.is(k, class::FIN) || text.is(k, class::PP) && k > 0 && text.is(k - 1, class::HAVE))
                && text.is(k, class::VERB)
        };
        // A clause of the paper's own, then a quotation that is a sentence: “Le gel arrive « Il faut semer », dit-elle”.
        let own = || {
            text.lang.romance
                && !text.sign(opening - 1, ",")
                && text.capital(quote.first)
                && (first..opening).any(|k| phrases::is_finite(text, k))
                && (quote.first..quote.end).any(|k| phrases::is_finite(text, k))
        };
        let another = opening > first && (text.sign(opening - 1, ":") || (first..opening).any(spoken) || own());
        first = if another { opening } else { first.min(opening) };
        let mut start = quote;
        while let Some(earlier) = start.continues.and_then(|q| text.quotes.get(q)) {
            start = earlier;
            first = first.min(text.token_at(start.outer.start()));
        }
    } else if cue == sentence.first {
        return None;
    }
    while text.is(first, class::BUT) && first < last && text.quote_of(first).is_none() && !text.is(first, class::SUBORD)
    {
        first += 1;
    }
    // “Even if it rains, he said, we go”: what opens is no statement by itself.
    let comma = |k: usize| text.sign(k, ",") && text.quote_of(k).is_none();
    let subordinate = (first..cue.min(first + 2)).any(|k| text.is(k, class::SUBORD)) && !(first..cue - 1).any(comma);
    content.extend(trim(text, first, cue));
    // “… », a dit la juge, « avant tout procès »”, “"…," she told the BBC in May, "and …"”
    let pause = |k: usize| text.sign(k, ",") || text.sign(k, ":");
    let joins = |k: usize| usize::from(text.is(k, class::AND.or(class::BUT)));
    let reopens = |k: &usize| pause(*k) && opens_quote(text, k + 1 + joins(k + 1));
    let again = (after..sentence.end.min(after + 14))
        .take_while(|k| !phrases::is_finite(text, *k) && text.kind(*k) != Some(Kind::Mark))
        .find(reopens);
    if let Some(again) = again {
        // “Asked about it, he said, « … »”: what opens only leads in.
        if close.is_none() && text.is(first, class::PP.or(class::GER).or(class::PREP)) {
            content.clear();
        }
        let again = again + joins(again + 1);
        let last = end(text, again + 1);
        let quote = text.quote_from(again + 1);
        content.extend(trim(text, again + 1, quote.map_or(last, |q| last.max(q.end + usize::from(q.closed)))));
    } else if pause(after) && close.is_none() && after + 1 < sentence.end {
        let spoken = if text.lang.romance { class::PRON_FIRST } else { class::HAVE };
        let finite = |k| phrases::is_finite(text, k) || text.is(k, class::HAVE.or(class::BE).or(spoken));
        // “Il est, dit-on, très riche”: the verb waits for the rest.
        let waits = text.lang.romance && cue > first + 1 && finite(cue - 2);
        // “The plant was a giant, he said, until it closed”
        let closes = text.is(after + 1, class::SUBORD);
        if subordinate || waits || closes || !(first..cue).any(finite) {
            content.extend(trim(text, after + 1, end(text, after + 1)));
        }
    }
    (!content.is_empty()).then_some(content)
}

/// Tokens `first..end` without pauses, marks without partner and conjunctions at their ends; `None` if nothing is left.
pub fn trim(text: &Text, first: usize, end: usize) -> Option<Range> {
    let (mut first, mut end) = (first, end.min(text.tokens.len()));
    let edge = |i: usize| text.is_pause(i) && !matches!(text.word(i), ")" | "]" | "?" | "!" | "…");
    while first < end && (edge(first) || text.is(first, class::COMP) && !text.is(first, class::IF)) {
        first += 1;
    }
    while first < end
        && (edge(end - 1)
            || text.is(end - 1, class::AND.or(class::BUT))
            || text.kind(end - 1) == Some(Kind::Mark) && opens_quote(text, end - 1))
    {
        end -= 1;
    }
    // One pair of marks around everything is no content.
    if let Some(quote) = text.quote_from(first).filter(|q| q.closed && q.end + 1 == end) {
        (first, end) = (quote.first, quote.end);
    }
    (first < end).then_some((first, end))
}

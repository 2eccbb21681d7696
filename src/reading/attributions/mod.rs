//! Attributions: who says what, by which word, through which channel.
//!
//! Each cue is read by the construction it stands in: `verbs` (a verb of saying behind its subject), `inverted` (before
//! it), `asides` (“comme l'a dit X”, “Après avoir dit que …, X”), `markers` (“selon X”, “reportedly”, “l'annonce de …
//! par X”), `quotes` (speech without a cue) and `turns` (interviews). `speakers` finds who says it, `content` what is said, `circumstances`
//! when and by which channel; `homographs` are the nouns that only look like a verb.

mod asides;
pub(super) mod circumstances;
mod content;
pub(super) mod homographs;
mod inverted;
mod markers;
mod opinions;
mod quotes;
mod speakers;
mod turns;
mod verbs;

pub use opinions::opinions;
pub use quotes::words;

use super::phrases;
use crate::lang::class;
use crate::order;
use crate::report::{Form, Stance};
use crate::text::{Kind, Span, Text};

/// Tokens `first..end`.
pub type Range = (usize, usize);

/// One attribution, by tokens.
#[derive(Clone, Debug)]
pub struct Attribution {
    /// The words that name the source; `None` for hearsay and for speech that runs on.
    pub source: Option<Range>,
    pub cue: Vec<Range>,
    pub content: Vec<Range>,
    pub form: Form,
    pub stance: Stance,
    pub channel: Option<Range>,
    pub when: Option<usize>,
    /// The attribution that this one is told through.
    pub within: Option<usize>,
    /// Index of the source's entity.
    pub speaker: Option<usize>,
    pub sentence: usize,
    /// Reported by nobody: “reportedly”, “il a été annoncé”.
    pub hearsay: bool,
}

impl Attribution {
    fn new(text: &Text, at: usize) -> Attribution {
        Attribution {
            source: None,
            cue: Vec::new(),
            content: Vec::new(),
            form: Form::Indirect,
            stance: Stance::Asserts,
            channel: None,
            when: None,
            within: None,
            speaker: None,
            sentence: text.sentence_of(at),
            hearsay: false,
        }
    }

    /// Whether token `i` lies in what is said.
    pub fn says(&self, i: usize) -> bool {
        self.content.iter().any(|(a, b)| (*a..*b).contains(&i))
    }

    /// First token of everything that belongs to it.
    pub fn first(&self) -> usize {
        self.content.iter().chain(&self.cue).chain(&self.source).map(|r| r.0).min().unwrap_or(0)
    }

    /// The place of the source's words; the pronoun alone in “a-t-il”.
    pub fn source_span(&self, text: &Text) -> Option<Span> {
        let (first, end) = self.source?;
        let span = text.span(first, end);
        let word = span.of(text.src);
        if word.starts_with('-') && end == first + 1 {
            let at = word.rfind('-').map_or(0, |at| at + 1);
            return Some(Span::new(span.start() + at, span.end()));
        }
        Some(span)
    }
}

/// All attributions of the text, in the order of their sentences, then of source or cue.
pub fn find(text: &Text) -> Vec<Attribution> {
    let mut found: Vec<Attribution> = Vec::new();
    for sentence in &text.sentences {
        let start = found.len();
        for i in sentence.first..sentence.end {
            let inside = found.get(start..).unwrap_or(&[]);
            // The words of an unnamed source are a cue as well: “appris de source policière”.
            let read = |a: &Attribution| {
                let source = a.source.filter(|_| text.is(i, class::ANONYMOUS));
                a.cue.iter().chain(&source).any(|(c, d)| (*c..*d).contains(&i))
            };
            if inside.iter().any(read) {
                continue;
            }
            let next = if text.is(i, class::ACCORDING.or(class::ACCORDING_OPINION)) {
                markers::according(text, i)
            } else if text.is(i, class::SAY.or(class::QUOTE_VERB).or(class::AGREE).or(class::VALUES))
                && text.is(i, class::VERB)
                || text.is(i, class::DECLINE) && text.fold(i).contains(' ')
                || inverted::incise(text, i)
                || verbs::gauges(text, i)
            {
                verbs::verbal(text, i, inside)
            } else if text.is(i, class::HEARSAY.or(class::IMPERSONAL)) {
                markers::hearsay(text, i)
            } else {
                None
            };
            found.extend(next.or_else(|| markers::nominal(text, i)));
        }
        markers::relayed(text, found.get_mut(start..).unwrap_or(&mut []));
        separate(text, found.get_mut(start..).unwrap_or(&mut []));
    }
    part(text, &mut found);
    found.iter_mut().for_each(|attribution| relative(text, attribution));
    quotes::floating(text, &mut found);
    found.retain(|a| !a.content.is_empty());
    for attribution in &mut found {
        attribution.form = form(text, &attribution.content);
        circumstances::find(text, attribution);
    }
    quotes::signed(text, &mut found);
    turns::find(text, &mut found);
    order::by_key(&mut found, |a| {
        let cue = a.cue.first().map_or(a.first(), |c| c.0);
        (a.sentence, a.source.map_or(cue, |s| s.0.min(cue)))
    });
    nest(text, &mut found);
    found
}

/// “reportedly”: one word that marks what is told, no phrase that reports it.
pub fn adverb(text: &Text, cue: usize) -> bool {
    text.is(cue, class::HEARSAY) && !text.fold(cue).contains(' ')
}

/// For each token, whether one of the ranges holds it.
fn covered(text: &Text, ranges: impl Iterator<Item = Range>) -> Vec<bool> {
    let mut covered = vec![false; text.tokens.len()];
    for (first, end) in ranges {
        covered.iter_mut().take(end).skip(first).for_each(|token| *token = true);
    }
    covered
}

/// Cuts what one attribution of a sentence says where the next one begins with its own source.
fn separate(text: &Text, found: &mut [Attribution]) {
    for i in 0..found.len() {
        let Some((before, rest)) = found.split_at_mut_checked(i) else { continue };
        let Some(this) = rest.first_mut() else { continue };
        let Some(own) = this.cue.first().map(|c| c.0) else { continue };
        for other in before.iter_mut() {
            let Some(cue) = other.cue.first().map(|c| c.0) else { continue };
            // “X a dit que A, et Y a ajouté que B”: A ends before Y, unless Y's words are told by X.
            // “said it was too early to say”: an infinitive inside is told, not a second report.
            let joined = own > 0 && !text.is(own - 1, class::TO);
            let coordinated = this.source == other.source && (joined || text.lang.romance);
            let start = if coordinated { own } else { this.first().max(cue + 1) };
            // “24 were hurt, officials said, but AFP reported 32”: another voice begins behind the connective.
            let voice = this.source.map_or(own, |s| s.0.min(own));
            let apart = !coordinated
                && voice > cue
                && voice > 0
                && (text.is(voice - 1, class::BUT.or(class::AND)) || matches!(text.word(voice - 1), "," | ";"))
                && text.quote_of(voice).is_none()
                && this.source.is_some();
            for range in other.content.iter_mut().filter(|r| apart && r.0 > cue && r.0 < voice && voice < r.1) {
                range.1 = content::trim(text, range.0, voice).map_or(range.0, |r| r.1);
            }
            // “Il a dit que A. « B », a-t-il ajouté”: the quotation before the second verb is its own.
            let inverted = this.content.iter().all(|r| r.1 <= own) && text.lang.romance;
            let quoted =
                this.content.first().map(|r| r.0).filter(|k| inverted && *k > cue && text.quote_of(*k).is_some());
            for range in other.content.iter_mut().filter(|r| quoted.is_some_and(|k| r.0 < k && k < r.1)) {
                *range = content::trim(text, range.0, quoted.unwrap_or(range.1)).unwrap_or((range.0, range.0));
            }
            for range in &mut other.content {
                if range.0 > cue && range.0 < start && start < range.1 && coordinated {
                    range.1 = start;
                    if text.lang.romance {
                        *range = content::trim(text, range.0, start).unwrap_or((range.0, range.0));
                    }
                }
            }
        }
    }
}

/// “A a dit que P, a assuré B”: two cues that would tell each other; what comes first ends before the later cue.
fn part(text: &Text, found: &mut [Attribution]) {
    let cues: Vec<(usize, Vec<Range>)> =
        found.iter().map(|a| (a.cue.first().map_or(0, |c| c.0), a.content.clone())).collect();
    for (i, attribution) in found.iter_mut().enumerate() {
        let Some(own) = attribution.cue.first().map(|c| c.0) else { continue };
        // Cues stand in order: only those up to the end of the content can be meant.
        let last = attribution.content.iter().map(|r| r.1).max().unwrap_or(0);
        for (cue, content) in cues.iter().skip(i + 1).take_while(|(cue, _)| *cue < last) {
            let mutual = *cue > own && content.iter().any(|(a, b)| (*a..*b).contains(&own));
            for range in attribution.content.iter_mut().filter(|r| mutual && r.0 < *cue && *cue < r.1) {
                *range = content::trim(text, range.0, *cue).unwrap_or((range.0, range.0));
            }
        }
        attribution.content.retain(|(a, b)| a < b);
    }
}

/// “Le pont, dont la maire dit qu'il est sûr, a fermé”: what is told in a relative clause ends with it.
fn relative(text: &Text, attribution: &mut Attribution) {
    let opens = attribution.source.is_some_and(|(first, _)| {
        first > 1 && text.is(first - 1, class::REL) && text.sign(first - 2, ",") && text.quote_of(first).is_none()
    });
    let cue = attribution.cue.first().map_or(0, |c| c.0);
    for range in attribution.content.iter_mut().filter(|r| opens && r.0 > cue) {
        let goes_on = |k: &usize| text.sign(*k, ",") && phrases::is_finite(text, k + 1) && text.quote_of(*k).is_none();
        if let Some(close) = (range.0..range.1).find(goes_on) {
            *range = content::trim(text, range.0, close).unwrap_or(*range);
        }
    }
}

/// Direct, indirect or mixed, by how much of the content stands between quotation marks.
fn form(text: &Text, content: &[Range]) -> Form {
    let (mut quoted, mut all) = (0, 0);
    for i in
        content.iter().flat_map(|(a, b)| *a..*b).filter(|i| matches!(text.kind(*i), Some(Kind::Word | Kind::Number)))
    {
        all += 1;
        quoted += usize::from(text.quote_of(i).is_some());
    }
    if quoted == 0 {
        Form::Indirect
    } else if quoted * 10 >= all * 9 {
        Form::Direct
    } else {
        Form::Mixed
    }
}

/// Attributions before and after one that may tell it.
const NEAR: usize = 16;

/// What stands inside the content of another attribution is told through it.
fn nest(text: &Text, found: &mut [Attribution]) {
    let relayed = |cue: usize| text.is(cue, class::GER) && text.is(cue, class::ACCORDING);
    let outer: Vec<(Vec<Range>, usize)> =
        found.iter().map(|a| (a.content.clone(), a.cue.first().map_or(usize::MAX, |c| c.0))).collect();
    for (i, attribution) in found.iter_mut().enumerate() {
        let Some(cue) = attribution.cue.first().map(|c| c.0) else { continue };
        let source = attribution.source.map_or(cue, |s| s.0);
        attribution.within = outer
            .iter()
            .enumerate()
            .skip(i.saturating_sub(NEAR))
            .take(2 * NEAR)
            .filter(|(j, (content, other))| {
                let same = relayed(cue) && content.first().map(|r| r.0) == attribution.content.first().map(|r| r.0);
                let inside = content.iter().any(|(a, b)| (*a..*b).contains(&cue) && (*a..*b).contains(&source));
                *j != i && (same || inside && !attribution.says(*other))
            })
            .min_by_key(|(_, (content, _))| content.iter().map(|(a, b)| b - a).sum::<usize>())
            .map(|(j, _)| j);
    }
}

/// The stance that a cue takes.
fn stance(text: &Text, verb: usize, negated: bool) -> Stance {
    if text.is(verb, class::DECLINE) {
        Stance::Declines
    } else if text.is(verb, class::DENY) {
        Stance::Denies
    } else if text.is(verb, class::ACCUSE) {
        Stance::Accuses
    } else if text.is(verb, class::CONCEDE) && !negated {
        Stance::Concedes
    } else {
        Stance::Asserts
    }
}

/// The subject of the sentence's first finite verb before token `limit`.
fn main_subject(text: &Text, limit: usize) -> Option<Range> {
    let sentence = text.sentence(text.sentence_of(limit));
    // “Le ministre, Paul Vidal, a visité le port et a promis …”: its name stands between subject and verb.
    let of_verb = || {
        let verb = (sentence.first + 1..limit).find(|k| {
            let relative = |k: usize| text.is(k, class::REL) && !text.is(k, class::COMP);
            phrases::is_finite(text, *k)
                && text.quote_of(*k).is_none()
                && !relative(k - 1)
                && !(text.is(k - 1, class::CLITIC) && k - 1 > sentence.first && relative(k - 2))
        });
        verb.filter(|_| text.lang.romance).and_then(|k| phrases::subject(text, k))
    };
    let near = (sentence.first..limit).find_map(|s| {
        let fresh = s == sentence.first
            || text.is_pause(s - 1)
            || text.kind(s - 1) == Some(Kind::Mark)
            || text.is(s - 1, class::COMP.or(class::BUT).or(class::AND));
        if !fresh || !phrases::begins(text, s) {
            return None;
        }
        let end = phrases::right(text, s)?;
        let mut next = end;
        // “The leaders who opposed the plan have changed …, warning that …”
        if text.is(next, class::REL) {
            return Some((s, end));
        }
        // “Some residents, including clerks, have opposed it, arguing that …”: over an insertion.
        if text.sign(next, ",") && !text.lang.romance {
            let close = (next + 1..limit.min(next + 25)).find(|k| text.sign(*k, ","));
            next = close.map_or(next, |k| k + 1);
        }
        while next < limit
            && (text.is(next, class::ADV.or(class::CLITIC).or(class::NEG).or(class::WEEKDAY))
                || text.kind(next) == Some(Kind::Mark))
        {
            next += 1;
        }
        (phrases::is_verbal(text, next) && next < limit).then_some((s, end))
    });
    near.or_else(of_verb)
}

//! Who vouches for each sentence: the paper itself, or whoever says most of it.

use super::attributions::Range;
use super::{Attribution, Figure, Reading, borrowed, figures, phrases};
use crate::lang::class;
use crate::order;
use crate::report::{Form, SourceKind, Stance, VoiceKind};
use crate::text::{Kind, Text};

/// Who vouches for one sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voice {
    pub by: VoiceKind,
    /// Index of the source; `None` for the paper and for an impersonal turn.
    pub source: Option<usize>,
    /// Index of the attribution that says most of the sentence.
    pub attribution: Option<usize>,
    /// It tells of people harmed, or that none were, with a count or without.
    pub losses: bool,
}

/// One voice for each sentence, in order.
pub fn voices(reading: &Reading) -> Vec<Voice> {
    let owners = owners(reading);
    let borrowed = borrowed::borrowed(reading);
    let mut unsaid = borrowed.iter().map(|(first, _)| reading.text.sentence_of(*first)).peekable();
    let mut shares = Shares { said: vec![0; reading.attributions.len()], sources: vec![0; reading.sources.len()] };
    let mut voices: Vec<Voice> = Vec::with_capacity(reading.text.sentences.len());
    for s in 0..reading.text.sentences.len() {
        while unsaid.peek().is_some_and(|at| *at < s) {
            unsaid.next();
        }
        let losses = reading.figures_in(s, s).any(|(_, f)| tells_loss(f)) || harms(&reading.text, s);
        let attribution = shares.voucher(reading, &owners, s);
        let mut voice = match attribution.and_then(|i| reading.attributions.get(i)) {
            Some(a) => Voice { by: kind(reading, a), source: a.speaker, attribution, losses },
            None => Voice { by: VoiceKind::Paper, source: None, attribution: None, losses },
        };
        if attribution.is_none() && (unsaid.peek() == Some(&s) || quoted(&reading.text, s)) {
            voice = told_on(reading, voices.last(), s, voice);
        }
        voices.push(voice);
    }
    voices
}

/// A sentence that is borrowed or quoted, and not said from whom: still the word of whoever spoke before in its paragraph
/// or quotation, else of somebody unclear.
fn told_on(reading: &Reading, before: Option<&Voice>, s: usize, own: Voice) -> Voice {
    let text = &reading.text;
    let (here, last) = (text.sentence(s), text.sentence(s.wrapping_sub(1)));
    let quote = text.outer_quote(here.first);
    let joined = if quoted(text, s) {
        quote.is_some() && quote == text.outer_quote(last.end.saturating_sub(1))
    } else {
        here.paragraph == last.paragraph
    };
    match before.filter(|b| b.source.is_some() && joined) {
        Some(before) => Voice { losses: own.losses, ..*before },
        None => Voice { by: VoiceKind::Anonymous, ..own },
    }
}

/// Whether most words of sentence `s` stand between quotation marks.
fn quoted(text: &Text, s: usize) -> bool {
    let sentence = text.sentence(s);
    let words = (sentence.first..sentence.end).filter(|k| is_word(text, *k));
    let (inside, all) =
        words.fold((0, 0), |(inside, all), k| (inside + usize::from(text.quote_of(k).is_some()), all + 1));
    inside * 2 > all
}

fn is_word(text: &Text, i: usize) -> bool {
    matches!(text.kind(i), Some(Kind::Word | Kind::Number))
}

/// How an attribution is vouched for.
fn kind(reading: &Reading, attribution: &Attribution) -> VoiceKind {
    let Some(source) = reading.source(attribution) else { return VoiceKind::Anonymous };
    match source.kind {
        _ if source.party => VoiceKind::Party,
        SourceKind::Party => VoiceKind::Party,
        SourceKind::Official | SourceKind::Institution => VoiceKind::Official,
        SourceKind::Person => VoiceKind::Person,
        SourceKind::Media => VoiceKind::Media,
        SourceKind::Document => VoiceKind::Document,
        SourceKind::Collective => VoiceKind::Collective,
        SourceKind::Anonymous => VoiceKind::Anonymous,
    }
}

/// For each token whose it is: 0 for the paper, [`FRAME`] for the words that report, else the innermost attribution
/// that says it, as index + 1.
fn owners(reading: &Reading) -> Vec<u32> {
    let mut owners = vec![0; reading.text.tokens.len()];
    let mut paint = |(first, end): Range, owner: u32| {
        owners.iter_mut().take(end).skip(first).for_each(|token| *token = owner);
    };
    // Who declines says nothing: that is the paper's word.
    let speaks = |a: &&Attribution| a.stance != Stance::Declines;
    for attribution in reading.attributions.iter().filter(speaks) {
        let when = attribution.when.map(|k| (k, k + 1));
        let frame = attribution.cue.iter().chain(&attribution.source).chain(&attribution.channel).chain(&when);
        frame.for_each(|range| paint(*range, FRAME));
        // “The mayor, who has run the town since 2004, said”: what stands between belongs to the source.
        let aside = |at: usize| reading.text.is_pause(at) || reading.text.is(at, class::REL);
        let told = attribution.source.zip(attribution.cue.first());
        let told = told.filter(|(s, c)| s.1 < c.0 && c.0 < s.1 + ASIDE && aside(s.1));
        told.into_iter().for_each(|(source, cue)| paint((source.1, cue.0), FRAME));
    }
    let size = |i: usize| reading.attributions.get(i).map_or(0, |a| a.content.iter().map(|(x, y)| y - x).sum());
    let mut outer: Vec<usize> = (0..reading.attributions.len()).collect();
    order::by_key(&mut outer, |i| (usize::MAX - size(*i), *i));
    for i in outer {
        let Some(attribution) = reading.attributions.get(i).filter(speaks) else { continue };
        attribution.content.iter().for_each(|range| paint(*range, i as u32 + 1));
    }
    owners
}

/// The words that report: source, cue, channel and moment.
const FRAME: u32 = u32::MAX;

/// Tokens of an aside between the source and its verb.
const ASIDE: usize = 40;

/// What is said of one sentence, by attribution and by source; all zero between two sentences.
struct Shares {
    said: Vec<u32>,
    sources: Vec<u32>,
}

impl Shares {
    /// The attribution that vouches for sentence `s`, unless most of it is the paper's.
    fn voucher(&mut self, reading: &Reading, owners: &[u32], s: usize) -> Option<usize> {
        let text = &reading.text;
        let sentence = text.sentence(s);
        reading.attributions_at(s).next()?;
        let (mut own, mut said) = (0, 0);
        let tokens = owners.iter().enumerate().take(sentence.end).skip(sentence.first);
        for (_, owner) in tokens.filter(|(i, _)| is_word(text, *i)) {
            match *owner {
                0 => own += 1,
                FRAME => {}
                owner => {
                    said += 1;
                    // Two a word, so that one more decides between equals.
                    self.said.get_mut(owner as usize - 1).into_iter().for_each(|share| *share += 2);
                }
            }
        }
        for (_, loss) in reading.figures_in(s, s).filter(|(_, f)| tells_loss(f)) {
            let owner = owners.get(loss.first).map_or(0, |owner| *owner as usize);
            self.said.get_mut(owner.wrapping_sub(1)).into_iter().for_each(|share| *share |= 1);
        }
        let here = || reading.attributions_at(s);
        let share = |said: &[u32], i: usize| said.get(i).copied().unwrap_or(0);
        for (i, attribution) in here() {
            let source = attribution.speaker.and_then(|source| self.sources.get_mut(source));
            source.into_iter().for_each(|all| *all += share(&self.said, i));
        }
        // What one source says twice counts together; of that, what says most is named.
        let weight = |(i, a): &(usize, &Attribution)| {
            let alone = share(&self.said, *i);
            (a.speaker.map_or(alone, |source| share(&self.sources, source)), alone)
        };
        let most = here().filter(|(i, _)| share(&self.said, *i) > 1).max_by_key(weight);
        // Of a main clause that reports, what stands before it is its adverb, and what stands behind may be the paper's.
        let main = most.and_then(|(_, a)| main(text, a, s)).is_some_and(|from| {
            let rest = owners.iter().enumerate().take(sentence.end).skip(from);
            rest.filter(|(i, owner)| **owner == 0 && is_word(text, *i)).count() <= 2 * said
        });
        for (i, attribution) in here() {
            self.said.get_mut(i).into_iter().for_each(|share| *share = 0);
            let source = attribution.speaker.and_then(|source| self.sources.get_mut(source));
            source.into_iter().for_each(|all| *all = 0);
        }
        most.filter(|_| said >= own || main).map(|(i, _)| i)
    }
}

/// Where the attribution begins when it is the main clause of sentence `s`: “Alors que la crue monte, le maire a dit que
/// …”, or a quotation that opens it.
fn main(text: &Text, attribution: &Attribution, s: usize) -> Option<usize> {
    let sentence = text.sentence(s);
    let (source, _) = attribution.source.filter(|_| attribution.sentence == s)?;
    let content = attribution.content.first().map_or(source, |c| c.0);
    if content < source {
        return (attribution.form == Form::Direct && content <= sentence.first + 1).then_some(content);
    }
    let start = (sentence.first..source).rev().find(|k| text.is_pause(*k)).map_or(sentence.first, |k| k + 1);
    let finite = |k: usize| phrases::is_finite(text, k) && text.quote_of(k).is_none();
    let opens = class::SUBORD.or(class::IF);
    // “Le pont, dont le maire a dit que …”, “After the mayor said that …”
    let governed = (start..source).any(|k| text.is(k, opens.or(class::REL).or(class::COMP)) || finite(k));
    let fronted = text.is(sentence.first, opens.or(class::BUT)) || !(sentence.first..start).any(finite);
    (!governed && fronted).then_some(source)
}

/// “Le capitaine a été tué.”, “Two days later he died.”: one person, whom no figure counts.
fn harms(text: &Text, s: usize) -> bool {
    let verbs = class::KILL.or(class::WOUND).or(class::DIE);
    let people = figures::PEOPLE;
    let told = |k: usize| {
        let group = phrases::verb_group(text, k);
        let object = (k + 1..k + 4).find(|j| !text.is(*j, phrases::DETERMINER.or(class::ADJ).or(class::DEMONYM)));
        let whom = || object.is_some_and(|j| text.is_name(j) || text.is(j, people) && text.is(j, class::NOUN));
        let reflexive = (group.first..k).any(|j| text.is(j, class::REFLEXIVE));
        let bare = text.is(group.first.wrapping_sub(1), class::TO.or(class::PREP)) || group.modal;
        let dies = text.is(k, class::DIE) || group.passive && !text.is(k, class::DIE) || whom();
        text.is(k, class::VERB) && group.finite && dies && !group.negated && !reflexive && !bare
    };
    let real = |k: usize| !figures::unreal::hypothetical(text, k);
    let sentence = text.sentence(s);
    text.sentence_is(s, verbs) && (sentence.first..sentence.end).any(|k| text.is(k, verbs) && told(k) && real(k))
}

fn tells_loss(figure: &Figure) -> bool {
    figure.is_casualty() && !figure.hypothetical
}

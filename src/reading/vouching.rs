//! Who vouches for each sentence: the paper itself, or whoever says most of it.

use super::attributions::Range;
use super::{Attribution, Figure, Reading, borrowed};
use crate::order;
use crate::report::{SourceKind, VoiceKind};
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
        let losses = reading.figures_in(s, s).any(|(_, f)| tells_loss(f));
        let attribution = shares.voucher(reading, &owners, s);
        let mut voice = match attribution.and_then(|i| reading.attributions.get(i)) {
            Some(a) => Voice { by: kind(reading, a), source: a.speaker, attribution, losses },
            None => Voice { by: VoiceKind::Paper, source: None, attribution: None, losses },
        };
        if attribution.is_none() && unsaid.peek() == Some(&s) {
            voice = told_on(reading, voices.last(), s, voice);
        }
        voices.push(voice);
    }
    voices
}

/// A borrowed sentence without a source: still the word of whoever spoke before in its paragraph, else nobody's.
fn told_on(reading: &Reading, before: Option<&Voice>, s: usize, own: Voice) -> Voice {
    let paragraph = |s: usize| reading.text.sentence(s).paragraph;
    match before.filter(|b| s > 0 && paragraph(s - 1) == paragraph(s) && b.source.is_some()) {
        Some(before) => Voice { losses: own.losses, ..*before },
        None => Voice { by: VoiceKind::Anonymous, ..own },
    }
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
    for attribution in &reading.attributions {
        let when = attribution.when.map(|k| (k, k + 1));
        let frame = attribution.cue.iter().chain(&attribution.source).chain(&attribution.channel).chain(&when);
        frame.for_each(|range| paint(*range, FRAME));
    }
    let size = |i: usize| reading.attributions.get(i).map_or(0, |a| a.content.iter().map(|(x, y)| y - x).sum());
    let mut outer: Vec<usize> = (0..reading.attributions.len()).collect();
    order::by_key(&mut outer, |i| (usize::MAX - size(*i), *i));
    for (i, attribution) in outer.iter().filter_map(|i| Some((*i, reading.attributions.get(*i)?))) {
        attribution.content.iter().for_each(|range| paint(*range, i as u32 + 1));
    }
    owners
}

/// The words that report: source, cue, channel and moment.
const FRAME: u32 = u32::MAX;

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
        for (_, owner) in tokens.filter(|(i, _)| matches!(text.kind(*i), Some(Kind::Word | Kind::Number))) {
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
        let main = most.is_some_and(|(_, a)| is_main(text, a, s));
        for (i, attribution) in here() {
            self.said.get_mut(i).into_iter().for_each(|share| *share = 0);
            let source = attribution.speaker.and_then(|source| self.sources.get_mut(source));
            source.into_iter().for_each(|all| *all = 0);
        }
        most.filter(|_| said >= own || main).map(|(i, _)| i)
    }
}

/// Whether the attribution is the main clause of sentence `s`: its source opens it.
fn is_main(text: &Text, attribution: &Attribution, s: usize) -> bool {
    attribution.sentence == s && attribution.source.is_some_and(|(first, _)| first == text.sentence(s).first)
}

fn tells_loss(figure: &Figure) -> bool {
    figure.is_casualty() && !figure.hypothetical
}

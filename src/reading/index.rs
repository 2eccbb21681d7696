//! What stands in which sentence, so that no question looks through the whole text.

use super::{Attribution, DateMention, Figure, Reading};

impl Reading<'_> {
    /// The figures of sentences `first..=last`, with their indices.
    pub fn figures_in(&self, first: usize, last: usize) -> impl Iterator<Item = (usize, &Figure)> {
        let start = self.figures.partition_point(|f| f.sentence < first);
        self.figures.iter().enumerate().skip(start).take_while(move |(_, f)| f.sentence <= last)
    }

    /// The attributions whose cue, source or content stands in sentence `s`, with their indices, in order.
    pub fn attributions_at(&self, s: usize) -> impl Iterator<Item = (usize, &Attribution)> {
        let here = self.by_sentence.get(s).map_or(&[][..], Vec::as_slice);
        here.iter().filter_map(|i| Some((*i as usize, self.attributions.get(*i as usize)?)))
    }

    /// The attributions that touch sentences `first..=last`; one that touches several comes several times.
    pub fn attributions_near(&self, first: usize, last: usize) -> impl Iterator<Item = (usize, &Attribution)> {
        (first..=last.min(self.by_sentence.len())).flat_map(|s| self.attributions_at(s))
    }

    /// The figures that an attribution tells, or that stand in the sentence of its cue and are vouched for by it.
    pub fn figures_of<'a>(&'a self, attribution: &'a Attribution) -> impl Iterator<Item = &'a Figure> {
        let ends = attribution.content.iter().map(|(_, end)| self.text.sentence_of(end.saturating_sub(1)));
        let last = ends.max().unwrap_or(attribution.sentence).max(attribution.sentence);
        let first = attribution.content.iter().map(|(first, _)| self.text.sentence_of(*first)).min();
        let first = first.unwrap_or(attribution.sentence).min(attribution.sentence);
        self.figures_in(first, last)
            .map(|(_, f)| f)
            .filter(move |f| attribution.says(f.first) || self.attribution(f).is_some_and(|a| a.cue == attribution.cue))
    }

    /// The attributions that say token `i`.
    pub fn saying(&self, i: usize) -> impl Iterator<Item = (usize, &Attribution)> {
        self.attributions_at(self.text.sentence_of(i)).filter(move |(_, a)| a.says(i))
    }

    /// The dates of sentence `s`.
    pub fn dates_in(&self, s: usize) -> impl Iterator<Item = &DateMention> {
        let sentence = self.text.sentence(s);
        let start = self.dates.partition_point(|d| d.first < sentence.first);
        self.dates.iter().skip(start).take_while(move |d| d.end <= sentence.end)
    }

    /// For each sentence, the attributions that touch it.
    pub(super) fn index(&mut self) {
        let mut by_sentence = vec![Vec::new(); self.text.sentences.len()];
        for (i, attribution) in self.attributions.iter().enumerate() {
            let ranges = attribution.content.iter().chain(&attribution.cue).chain(&attribution.source);
            for (first, end) in ranges {
                let (from, to) = (self.text.sentence_of(*first), self.text.sentence_of(end.saturating_sub(1)));
                for slot in by_sentence.iter_mut().take(to + 1).skip(from) {
                    if slot.last() != Some(&(i as u32)) {
                        slot.push(i as u32);
                    }
                }
            }
        }
        self.by_sentence = by_sentence;
    }
}

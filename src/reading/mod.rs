//! What the text says: figures, attributions, sources, claims, dates. A check asks here for facts.

pub mod absences;
pub mod absolutes;
pub mod accusations;
mod acronyms;
pub mod ages;
pub mod attributions;
pub mod borrowed;
mod captions;
pub mod causes;
pub mod claims;
pub mod contacts;
pub mod contested;
pub mod context;
mod dates;
pub mod figures;
pub mod footage;
mod groups;
pub mod headlines;
mod index;
pub mod innocence;
pub mod labels;
pub mod leaks;
pub mod names;
pub mod people;
pub mod phrases;
pub mod quotations;
pub mod rankings;
pub mod relays;
pub mod sources;
pub mod surveys;
#[cfg(test)]
mod tests;
mod timing;
pub mod voices;
pub mod vouching;

pub use attributions::Attribution;
pub use dates::calendar::{calendar, iso, likely_years, weekday_of};
pub use dates::{DateKind, DateMention};
pub use figures::{Count, Figure, conflicts, sums};
pub use sources::Source;

use crate::lang::{Messages, class};
use crate::order;
use crate::report::Options;
use crate::text::{Text, published_range};
use time::Date;

/// Everything read from one text.
pub struct Reading<'t> {
    pub text: Text<'t>,
    /// The headline, read by itself.
    pub title: Option<Box<Reading<'t>>>,
    /// What the caller said about the text.
    pub options: &'t Options,
    /// The words of the messages, for what a check has to name.
    pub messages: Messages,
    /// First and last day of publication, where it is known.
    pub published: Option<(Date, Date)>,
    pub dates: Vec<DateMention>,
    pub figures: Vec<Figure>,
    /// What rose, fell or doubled, by sentences.
    pub changes: Vec<figures::changes::Change>,
    /// Counts of things told before: “les quatre communes”.
    pub repeated: Vec<Figure>,
    pub attributions: Vec<Attribution>,
    pub sources: Vec<Source>,
    /// Who holds an opinion without an attribution, by tokens.
    pub opinions: Vec<attributions::Range>,
    pub claims: Vec<claims::Claim>,
    /// For each sentence, the attributions that touch it.
    by_sentence: Vec<Vec<u32>>,
    /// For each sentence, whether it tells of something long past.
    history: Vec<bool>,
    /// Whether the text tells of armed fighting.
    pub fighting: bool,
    /// Sentences that say whether something was, or could not be, verified.
    pub verifications: Vec<usize>,
}

impl<'t> Reading<'t> {
    /// Reads `text` with what the caller says about it.
    pub fn new(text: Text<'t>, options: &'t Options, messages: Messages) -> Reading<'t> {
        let published = options.published.as_deref().or(text.published).and_then(published_range);
        let mut dates = dates::find(&text, published);
        let fighting = sources::fighting(&text);
        let (mut figures, repeated) = figures::find(&text, &dates);
        dates.retain(|date| date.kind != DateKind::Name);
        dates::add_periods(&text, published, &mut dates);
        let losses = figures::losses::find(&text, &figures, fighting);
        figures.extend(losses);
        order::by_key(&mut figures, |f| (f.first, f.end));
        let mut attributions = attributions::find(&text);
        let opinions = attributions::opinions(&text, &attributions);
        let sources = sources::resolve(&text, &mut attributions, &options.house.parties);
        let verifications = (0..text.sentences.len()).filter(|s| context::verifies(&text, *s)).collect();
        let mut reading = Reading {
            text,
            title: None,
            options,
            messages,
            published,
            dates,
            figures,
            changes: Vec::new(),
            repeated,
            attributions,
            sources,
            opinions,
            claims: Vec::new(),
            by_sentence: Vec::new(),
            history: Vec::new(),
            fighting,
            verifications,
        };
        reading.index();
        reading.history = context::history(&reading);
        reading.vouch();
        reading.date();
        reading.changes = figures::changes::find(&reading);
        reading.claims = claims::find(&reading);
        reading
    }

    /// Gives each figure the attribution that vouches for it and whether it is about an earlier event.
    fn vouch(&mut self) {
        let found: Vec<(Option<usize>, bool)> =
            self.figures.iter().map(|f| (self.voucher(f), context::is_background(self, f))).collect();
        for (figure, (attribution, background)) in self.figures.iter_mut().zip(found) {
            figure.attribution = attribution;
            figure.background = background;
        }
    }

    /// Gives each figure the day or period that it is about.
    fn date(&mut self) {
        let found: Vec<Option<usize>> = self.figures.iter().map(|f| timing::date_of(self, f)).collect();
        for (figure, date) in self.figures.iter_mut().zip(found) {
            figure.date = date;
        }
    }

    /// The innermost attribution whose content holds the figure; else one that stands next to it.
    fn voucher(&self, figure: &Figure) -> Option<usize> {
        let sourced = |a: &Attribution| a.source.is_some() || a.speaker.is_some();
        let holding = self
            .saying(figure.first)
            .filter(|(_, a)| sourced(a))
            .min_by_key(|(_, a)| a.content.iter().map(|(x, y)| y - x).sum::<usize>());
        // The tail of an attributed sentence belongs to its source where no other clause begins.
        let beside = || {
            self.attributions_at(figure.sentence).find(|(_, a)| {
                let near = |(s, e): (usize, usize)| {
                    figure.first >= s && figure.end <= e
                        || a.cue.iter().any(|c| c.1 <= figure.first && figure.first < c.1 + 4 && s < c.0)
                };
                sourced(a) && a.sentence == figure.sentence && a.source.is_some_and(near)
            })
        };
        holding.or_else(beside).map(|(i, _)| i)
    }

    /// The source of an attribution.
    pub fn source(&self, attribution: &Attribution) -> Option<&Source> {
        self.sources.get(attribution.speaker?)
    }

    /// The attribution that vouches for a figure.
    pub fn attribution(&self, figure: &Figure) -> Option<&Attribution> {
        self.attributions.get(figure.attribution?)
    }

    /// Whether any token of sentence `s` has one of the classes.
    #[inline(never)]
    pub fn sentence_has(&self, s: usize, classes: crate::lang::Classes) -> bool {
        self.text.sentence_is(s, classes)
    }

    /// Whether any token of sentence `s` has one of the classes and none of `but`.
    pub fn sentence_without(&self, s: usize, classes: crate::lang::Classes, but: crate::lang::Classes) -> bool {
        let sentence = self.text.sentence(s);
        (sentence.first..sentence.end).any(|i| self.text.is(i, classes) && !self.text.is(i, but))
    }

    /// The day of a named day, in the year that the text or the publication gives; and the day of the Eastern churches.
    pub fn day_of(&self, named: &DateMention, year: Option<i32>) -> Option<(Date, Date)> {
        let Some(year) = named.year.or(year) else { return named.from.map(|day| (day, day)) };
        if let Some((month, day)) = named.month.zip(named.day) {
            return calendar(year, month, day).map(|day| (day, day));
        }
        let value = (named.first..named.end).find_map(|i| self.text.value(i))?;
        dates::calendar::named_day(value, year, false).zip(dates::calendar::named_day(value, year, true))
    }

    /// Whether the sentence of a report without a speaker tells all the same where it comes from: an agent, a document,
    /// another source that vouches for it.
    pub fn names_source(&self, hearsay: &Attribution) -> bool {
        let text = &self.text;
        let sourced = |a: &Attribution| a.source.is_some() && (a.sentence == hearsay.sentence);
        let Some(cue) = hearsay.cue.first().copied() else { return false };
        let told = self.saying(cue.0).any(|(_, a)| a.source.is_some());
        // “il a été dit par le maire”, “apprend-on auprès du parquet”, “it is said in the report”
        let end = hearsay.cue.last().map_or(cue.1, |c| c.1);
        let at = attributions::circumstances::past_time(text, end);
        let stop = phrases::right(text, at + 1).unwrap_or(at + 2);
        let speaks = phrases::SPEAKER.or(class::CHANNEL).or(class::NOMINAL_SAY);
        let joint = text.is(at, class::VIA.or(class::PREP).or(class::OF).or(class::TO));
        let placed = joint && (at + 1..stop).any(|k| text.is(k, speaks) || text.is_name(k));
        let agent = text.is(at, class::BY) || placed;
        // “Dans un communiqué de la mairie, on apprend que …”
        let paper = class::CHANNEL.or(class::DOC).or(class::MEDIA);
        let start = text.sentence(hearsay.sentence).first;
        let fronted = text.is(start, class::VIA) && (start..cue.0).any(|k| text.is(k, paper));
        // “Il est question d'horaires dans l'arrêté”
        let stated = |k: usize| text.is(k, class::VIA) && (k + 1..k + 3).any(|j| text.is(j, class::DOC));
        let fronted = fronted || (end..text.sentence(hearsay.sentence).end).any(stated);
        told || agent || fronted || self.attributions_at(hearsay.sentence).any(|(_, a)| sourced(a))
    }

    /// A day with its weekday, in the language of the messages: “mercredi 2024-07-31”.
    pub fn dated(&self, day: Date) -> String {
        let weekday = self.messages.get("weekday", &weekday_of(day).to_string());
        format!("{weekday} {}", iso(day))
    }

    /// Whether the text shows people killed in a film, novel or game.
    pub fn is_fiction(&self, s: usize) -> bool {
        self.sentence_has(s, class::FICTION)
    }
}

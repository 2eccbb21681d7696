//! Dates with the days they mean, one construction under each heading: `tests/constructions/dates.<language>.txt`.
//!
//! `⟨mardi 3 juillet 2012|2012-07-03⟩` is one day, `⟨3 au 5 mai 2020|2020-05-03..2020-05-05⟩` a first and a last one,
//! `⟨lundi|?⟩` a date that stays open. ` | published 2024-08-14` behind a sentence is the day its article appears.
#![allow(clippy::unwrap_used)]

mod common;

use bilan::report::{DateMention, Options};

/// What the last column begins with.
const PUBLISHED: &str = " | published ";

fn days(date: &DateMention) -> String {
    match (&date.from, &date.to) {
        (Some(from), Some(to)) if from == to => from.clone(),
        (Some(from), Some(to)) => format!("{from}..{to}"),
        _ => "?".to_owned(),
    }
}

#[test]
fn dates_are_read_by_their_construction() {
    common::compare("dates", |language, line| {
        let (sentence, published) = line.split_once(PUBLISHED).unzip();
        let text = common::plain(sentence.unwrap_or(line));
        let options = Options {
            language: Some(language.to_owned()),
            published: published.map(str::to_owned),
            ..Options::default()
        };
        let report = bilan::check(&text, &options).unwrap();
        let found = common::marked(&text, report.dates.iter().map(|date| (date.span, days(date))));
        found + &published.map(|day| format!("{PUBLISHED}{day}")).unwrap_or_default()
    });
}

//! Numbers by construction, as data; attributions have theirs in `tests/constructions`.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test may fail")]

use super::Reading;
use crate::lang::Lang;
use crate::text::{Text, published_range};

fn read<'t>(tag: &str, src: &'t str) -> Reading<'t> {
    let lang = Lang::find(tag).expect("a language of the table");
    Reading::new(Text::new(src, lang), None, &[], lang.messages())
}

/// Language, text, then low and high of each figure.
#[allow(clippy::type_complexity, reason = "a table of three columns")]
const FIGURES: &[(&str, &str, &[(Option<f64>, Option<f64>)])] = &[
    ("fr", "Le cyclone a fait 312 morts.", &[(Some(312.0), Some(312.0))]),
    ("fr", "Il y a 12\u{202f}345 foyers sans électricité.", &[(Some(12345.0), Some(12345.0))]),
    (
        "fr",
        "Il y a 12.345 habitants et 1.234,5 tonnes.",
        &[(Some(12345.0), Some(12345.0)), (Some(1234.5), Some(1234.5))],
    ),
    ("fr", "Les loyers ont gagné 2,7 %.", &[(Some(2.7), Some(2.7))]),
    (
        "fr",
        "Quatre-vingt-dix-sept morts et soixante et onze blessés.",
        &[(Some(97.0), Some(97.0)), (Some(71.0), Some(71.0))],
    ),
    ("fr", "Mille deux cents manifestants ont défilé.", &[(Some(1200.0), Some(1200.0))]),
    ("fr", "Le plan coûte 3,5 M€ puis 2 milliards d’euros.", &[(Some(3.5e6), Some(3.5e6)), (Some(2e9), Some(2e9))]),
    ("fr", "Au moins 38 personnes sont mortes.", &[(Some(38.0), None)]),
    ("fr", "Entre 50 et 80 morts sont à craindre.", &[(Some(50.0), Some(80.0))]),
    ("fr", "Une vingtaine de blessés, des dizaines de morts.", &[(Some(20.0), Some(20.0)), (Some(20.0), None)]),
    ("fr", "L’explosion n’a fait aucun mort.", &[(Some(0.0), Some(0.0))]),
    ("fr", "Un tiers des votants a plus de 65 ans.", &[(Some(100.0 / 3.0), Some(100.0 / 3.0)), (Some(65.0), None)]),
    ("fr", "Le 06 12 34 56 78 ne répond pas, ni l’A320 ni Covid-19.", &[]),
    ("en", "The quake left 1,234.5 tonnes of rubble.", &[(Some(1234.5), Some(1234.5))]),
    ("en", "Two hundred and five people marched.", &[(Some(205.0), Some(205.0))]),
    ("en", "It cost $3.5bn and €20m.", &[(Some(3.5e9), Some(3.5e9)), (Some(2e7), Some(2e7))]),
    ("en", "Up to 500 people and more than 2,000 soldiers.", &[(None, Some(500.0)), (Some(2000.0), None)]),
    ("en", "Four thousand, three hundred and eighteen people voted.", &[(Some(4318.0), Some(4318.0))]),
    ("en", "Three quarters of voters stayed home.", &[(Some(75.0), Some(75.0))]),
];

#[test]
fn figures_have_the_bounds_that_the_words_allow() {
    for (tag, src, want) in FIGURES {
        let reading = read(tag, src);
        let got: Vec<_> = reading.figures.iter().map(|f| (f.low, f.high)).collect();
        let near = |a: Option<f64>, b: Option<f64>| {
            a.is_none() == b.is_none() && a.zip(b).is_none_or(|(a, b)| (a - b).abs() < 1e-9 * b.abs().max(1.0))
        };
        let same = got.len() == want.len() && got.iter().zip(*want).all(|(g, w)| near(g.0, w.0) && near(g.1, w.1));
        assert!(same, "{src:?}: {got:?}");
    }
}

#[test]
fn a_role_and_a_name_are_one_entity() {
    let src = "La route est sûre, a promis le chef de la diplomatie velmarienne.\n\nLe ministre des Affaires étrangères velmarien Amadou Keld a dit lundi que rien ne changeait. « Nous tiendrons », a-t-il ajouté.";
    let reading = read("fr", src);
    let speakers: Vec<_> = reading.attributions.iter().map(|a| a.speaker).collect();
    assert_eq!(speakers.len(), 3);
    assert!(speakers.iter().all(|s| *s == speakers[0]), "{speakers:?}");
    let name = reading.source(&reading.attributions[0]).map(|s| s.words(&reading.text));
    assert!(name.is_some_and(|n| n.ends_with("Amadou Keld")));
}

#[test]
fn a_publication_date_is_a_day_or_a_month_of_the_calendar() {
    assert!(published_range("2024-08").is_some() && published_range("2024-02-29").is_some());
    for wrong in ["2023-02-29", "2024-13", "24-08", "yesterday", "2024-08-02-01", ""] {
        assert!(published_range(wrong).is_none(), "{wrong}");
    }
}

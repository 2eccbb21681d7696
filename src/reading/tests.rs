//! What the report does not show; what is read from which construction stands in `tests/constructions`.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test may fail")]

use super::Reading;
use crate::lang::Lang;
use crate::report::Options;
use crate::text::{Text, published_range};
use std::sync::LazyLock;

static NOTHING_SAID: LazyLock<Options> = LazyLock::new(Options::default);

fn read<'t>(tag: &str, src: &'t str) -> Reading<'t> {
    let lang = Lang::find(tag).expect("a language of the table");
    Reading::new(Text::new(src, lang), &NOTHING_SAID, lang.messages())
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

#[test]
fn every_reason_has_its_words() {
    for (reason, _) in super::claims::WEIGHTS {
        for tag in ["fr", "en"] {
            let lang = Lang::find(tag).expect("a language of the table");
            assert!(!lang.messages().get("reason", reason).is_empty(), "reason.{reason} in {tag}");
        }
    }
}

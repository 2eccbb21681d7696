//! Claims and dates by construction, as data; attributions and figures have theirs in `tests/constructions`.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test may fail")]

use super::Reading;
use crate::lang::Lang;
use crate::text::{Text, published_range};

fn read<'t>(tag: &str, src: &'t str) -> Reading<'t> {
    let lang = Lang::find(tag).expect("a language of the table");
    Reading::new(Text::new(src, lang), None, &[], lang.messages())
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

/// Language, a sentence, the reasons that it must have, and whether a checker would take it.
const CLAIMS: &[(&str, &str, &[&str], bool)] = &[
    ("fr", "Un éboulement a tué neuf ouvriers à Corvane.", &["casualty-figure", "unsourced"], true),
    ("fr", "Le chantier a coûté 40 millions d’euros.", &["money"], true),
    ("fr", "La part des abonnés atteint 62 %.", &["percent"], true),
    ("fr", "La sénatrice Odile Varenne a voté contre la loi sur l’eau.", &["vote"], true),
    ("fr", "Les Velmariens paient plus d’impôts que leurs voisins.", &["comparison"], true),
    ("fr", "Le train est deux fois plus lent que prévu.", &["comparison"], true),
    ("fr", "Le chômage a reculé dans la vallée.", &["trend"], true),
    ("fr", "L’inflation est en hausse.", &["trend"], true),
    ("fr", "Ce vaccin provoque des fièvres.", &["cause", "public-affairs"], true),
    ("fr", "Paul Hersant n’a jamais dirigé cette banque.", &["act", "absence"], true),
    ("fr", "Le Front du Nord a revendiqué l’incendie.", &["claimed"], true),
    ("fr", "Savez-vous que 12 000 logements sont vides ?", &["large-figure"], true),
    ("fr", "Nous voulons créer 3 000 emplois.", &["large-figure"], false),
    ("fr", "Si la loi passe, le chômage baissera.", &["trend"], false),
    ("fr", "Je pense que la réforme est une erreur.", &[], false),
    ("fr", "J’ai grandi près de la gare.", &[], false),
    ("fr", "Merci à toutes les équipes.", &[], false),
    ("en", "A landslide killed nine workers in Corvane.", &["casualty-figure", "unsourced"], true),
    ("en", "The works cost €40 million.", &["money"], true),
    ("en", "Senator Odile Varenne voted against the water bill.", &["vote"], true),
    ("en", "Velmarians pay higher taxes than their neighbours.", &["comparison"], true),
    ("en", "Unemployment fell in the valley.", &["trend"], true),
    ("en", "Inflation is sharply up.", &["trend"], true),
    ("en", "This vaccine causes fevers.", &["cause", "public-affairs"], true),
    ("en", "Paul Hersant has never managed this bank.", &["act", "absence"], true),
    ("en", "The Northern Front claimed the fire.", &["claimed"], true),
    ("en", "Did you know there are 12,000 empty homes?", &["large-figure"], true),
    ("en", "We want to create 3,000 jobs.", &["large-figure"], false),
    ("en", "If the bill passes, unemployment falls.", &["trend"], false),
    ("en", "I think the reform is a mistake.", &[], false),
    ("en", "I grew up near the station.", &[], false),
    ("en", "She is counting on your support.", &[], false),
    ("en", "It is the choice that a minister makes.", &[], false),
];

#[test]
fn a_claim_says_why_it_is_worth_a_check() {
    let mut wrong = Vec::new();
    for (tag, src, reasons, taken) in CLAIMS {
        let reading = read(tag, src);
        let claim = reading.claims.first();
        let has = |r: &&str| claim.is_some_and(|c| c.reasons.contains(r));
        if !reasons.iter().all(has) || claim.is_some_and(|c| c.worth >= 0.5) != *taken {
            wrong.push(format!("{src}\n      {:?}", claim.map(|c| (c.worth, &c.reasons))));
        }
        for reason in claim.iter().flat_map(|c| &c.reasons) {
            for messages in ["fr", "en"] {
                let lang = Lang::find(messages).expect("a language of the table");
                assert!(!lang.messages().get("reason", reason).is_empty(), "reason.{reason} in {messages}");
            }
        }
    }
    assert!(wrong.is_empty(), "{} claims:\n{}", wrong.len(), wrong.join("\n"));
}

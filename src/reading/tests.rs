//! Attributions by construction, as data. Figures have `tests/constructions/`.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test may fail")]

use super::Reading;
use crate::lang::Lang;
use crate::text::{Text, published_range};

fn read<'t>(tag: &str, src: &'t str) -> Reading<'t> {
    let lang = Lang::find(tag).expect("a language of the table");
    Reading::new(Text::new(src, lang), None, &[], lang.messages())
}

/// Language, text, source, cue and content of its first attribution; pieces are joined by ` … `.
const ATTRIBUTIONS: &[(&str, &str, &str, &str, &str)] = &[
    (
        "fr",
        "« Le barrage est sain », garantit la géologue Inès Talmont.",
        "la géologue Inès Talmont",
        "garantit",
        "Le barrage est sain",
    ),
    ("fr", "« Nous n’avons rien vu », a-t-elle ajouté.", "elle", "a … ajouté", "Nous n’avons rien vu"),
    (
        "fr",
        "« Ce tunnel, rappelle le préfet, n’est plus éclairé depuis un an. »",
        "le préfet",
        "rappelle",
        "Ce tunnel … n’est plus éclairé depuis un an",
    ),
    (
        "fr",
        "Les cours seront suspendus jeudi, a annoncé le rectorat.",
        "le rectorat",
        "a annoncé",
        "Les cours seront suspendus jeudi",
    ),
    ("fr", "Le syndicat signale que deux usines ferment.", "Le syndicat", "signale", "deux usines ferment"),
    (
        "fr",
        "Le recteur juge que « ce calendrier ne tient plus » pour les lycées.",
        "Le recteur",
        "juge",
        "« ce calendrier ne tient plus » pour les lycées",
    ),
    ("fr", "Le maire prévient : « La facture sera lourde. »", "Le maire", "prévient", "La facture sera lourde."),
    ("fr", "Il prétend avoir rendu les clés.", "Il", "prétend", "avoir rendu les clés"),
    ("fr", "Selon les douanes, deux camions ont été saisis.", "les douanes", "Selon", "deux camions ont été saisis"),
    ("fr", "Deux camions ont été saisis, selon le préfet.", "le préfet", "selon", "Deux camions ont été saisis"),
    ("fr", "La vente du port a été confirmée par Matignon.", "Matignon", "a été confirmée par", "La vente du port"),
    (
        "fr",
        "Le syndicat a quitté la salle, affirmant que rien n’était signé.",
        "Le syndicat",
        "affirmant",
        "rien n’était signé",
    ),
    ("en", "“The alarm was off,” Captain Rosa Lind said.", "Captain Rosa Lind", "said", "The alarm was off,"),
    ("en", "“The alarm was off,” said Rosa Lind, a captain.", "Rosa Lind, a captain", "said", "The alarm was off,"),
    ("en", "The council said nine schools were closed.", "The council", "said", "nine schools were closed"),
    ("en", "Hunt told the BBC that the road was safe.", "Hunt", "told", "the road was safe"),
    ("en", "“The road is safe,” Hunt told reporters.", "Hunt", "told", "The road is safe,"),
    (
        "en",
        "The driver was speeding, according to two witnesses.",
        "two witnesses",
        "according to",
        "The driver was speeding",
    ),
    (
        "en",
        "“That tunnel,” he said, “has had no light for years.”",
        "he",
        "said",
        "That tunnel, … has had no light for years.",
    ),
    ("en", "Hugh Hill, a doctor, said the ward was full.", "Hugh Hill, a doctor", "said", "the ward was full"),
    (
        "en",
        "A person familiar with the talks said she was safe.",
        "A person familiar with the talks",
        "said",
        "she was safe",
    ),
    ("en", "The mayor denied taking bribes.", "The mayor", "denied", "taking bribes"),
];

#[test]
fn attributions_are_read_by_their_construction() {
    let mut wrong = Vec::new();
    for (tag, src, source, cue, content) in ATTRIBUTIONS {
        let reading = read(tag, src);
        let text = &reading.text;
        let join = |ranges: &[(usize, usize)]| {
            ranges.iter().map(|(a, b)| text.span(*a, *b).of(src)).collect::<Vec<_>>().join(" … ")
        };
        let got = reading
            .attributions
            .first()
            .map(|a| (a.source_span(text).map_or("", |s| s.of(src)).to_string(), join(&a.cue), join(&a.content)));
        if got != Some((source.to_string(), cue.to_string(), content.to_string())) {
            wrong.push(format!("{src}\n      {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} constructions:\n{}", wrong.len(), wrong.join("\n"));
}

/// What only looks like an attribution.
const NONE: &[(&str, &str)] = &[
    ("fr", "Les tarifs changent selon l’âge."),
    ("fr", "Le film « Nuit blanche » sort mercredi."),
    ("fr", "Cette annonce a surpris la ville."),
    ("fr", "Le conseil a adopté le budget pour la deuxième fois."),
    ("en", "The report runs to forty pages."),
    ("en", "A painter known as “Blue” has died."),
];

#[test]
fn what_only_looks_like_speech_is_none() {
    for (tag, src) in NONE {
        let reading = read(tag, src);
        assert!(reading.attributions.is_empty(), "{src:?}: {:?}", reading.attributions);
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

//! Sentences and quotation marks, as data.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, reason = "a test may fail")]

use super::Text;
use crate::lang::Lang;

fn text<'t>(tag: &str, src: &'t str) -> Text<'t> {
    Text::new(src, Lang::find(tag).expect("a language of the table"))
}

/// `|` stands between two sentences.
const SENTENCES: &[(&str, &str)] = &[
    ("fr", "Il pleut. | Le pont est fermé."),
    ("fr", "M. Roux est parti. | Il reviendra."),
    ("fr", "« Partez ! », a-t-il lancé. | Personne n’a bougé."),
    ("fr", "« Trois fois. | Nous avons fui », dit-elle."),
    ("fr", "Le prix est de 3,5 euros. | À 20h30, tout était fini."),
    ("fr", "Un titre\n\n| Le texte commence."),
    ("fr", "Une ligne coupée\npar le terminal continue."),
    ("fr", "Un.\r\n\r\n| Deux."),
    ("en", "Mr. Hunt left. | He will be back."),
    ("en", "The U.S. Army said so. | Nobody answered."),
    ("en", "“It's over.” | Smith left."),
    ("en", "It fell 3.5 percent... | Then it rose."),
];

#[test]
fn sentences_end_where_a_reader_stops() {
    for (tag, marked) in SENTENCES {
        let want: Vec<&str> = marked.split('|').map(str::trim).collect();
        let src = marked.replace("| ", "").replace('|', "");
        let text = text(tag, &src);
        let got: Vec<&str> = text.sentences.iter().map(|s| s.span.of(&src)).collect();
        assert_eq!(got, want, "{marked:?}");
    }
}

/// What stands between marks, outermost first; a trailing number counts the marks without partner.
const QUOTES: &[(&str, &str, &[&str], usize)] = &[
    ("fr", "« Oui », dit-il.", &["Oui"], 0),
    ("fr", "«\u{202f}Oui\u{202f}», dit-il.", &["Oui"], 0),
    ("fr", "«Oui», dit-il.", &["Oui"], 0),
    ("fr", "Il a “dit « non » deux fois”.", &["dit « non » deux fois", "non"], 0),
    ("fr", "L’“accord” et l'\"autre\" tiennent.", &["accord", "autre"], 0),
    ("fr", "\" Oui \", dit-il.", &["Oui"], 0),
    ("fr", "« Un.\n\n« Deux. »", &["Un.", "Deux."], 0),
    ("fr", "« Tout est prêt, a-t-il dit.", &["Tout est prêt, a-t-il dit."], 1),
    ("fr", "Tout est prêt », a-t-il dit.", &[], 1),
    ("en", "'We don't,' she said, 'sell what isn't ours.'", &["We don't,", "sell what isn't ours."], 0),
    ("en", "The residents' hall isn't open.", &[], 0),
    ("en", "“First.\n\n“Second,” he said.", &["First.", "Second,"], 0),
    ("en", "“He shouted, ‘Jump,’” Lind said.", &["He shouted, ‘Jump,’", "Jump,"], 0),
    ("en", "The clerk said,\" We lost.\" and left.", &["We lost."], 1),
    ("en", "‹ One › and \"two\".", &["One", "two"], 0),
];

#[test]
fn quotation_marks_pair_whatever_their_kind() {
    for (tag, src, want, unbalanced) in QUOTES {
        let text = text(tag, src);
        let got: Vec<&str> = text.quotes.iter().map(|q| q.inner.of(src)).collect();
        assert_eq!((got.as_slice(), text.unbalanced.len()), (*want, *unbalanced), "{src:?}");
    }
}

#[test]
fn a_metadata_line_is_no_part_of_the_article() {
    let text = text("fr", " date 2024-08 La ville dort.");
    assert_eq!(text.published, Some("2024-08"));
    assert_eq!(text.sentences[0].span.of(text.src), "La ville dort.");
    assert_eq!(self::text("fr", "date 2024-13 La ville dort.").published, None);
    assert_eq!(self::text("en", "Date night in town.").published, None);
}

#[test]
fn words_are_cut_where_the_language_cuts_and_phrases_are_one() {
    let words = |tag: &str, src: &str| {
        let text = text(tag, src);
        (0..text.tokens.len()).map(|i| text.word(i).to_string()).collect::<Vec<_>>()
    };
    assert_eq!(words("fr", "L’armée a-t-elle dit"), ["L’", "armée", "a", "-t-elle", "dit"]);
    assert_eq!(words("fr", "aujourd’hui au moins 12\u{a0}345"), ["aujourd’hui", "au moins", "12\u{a0}345"]);
    assert_eq!(words("en", "Mali’s army didn’t"), ["Mali", "’s", "army", "didn’t"]);
}

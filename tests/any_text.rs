//! For any text: nothing panics, every place lies in the text and in order, and the same text gives the same report.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

use bilan::report::{Options, Report};
use serde_json::Value;

const FRENCH: &str = include_str!("articles/guerre.txt");
const ENGLISH: &str = include_str!("articles/raid.txt");

fn read(text: &str) -> Report {
    bilan::check(text, &Options::default()).expect("no text is an error")
}

/// Reads the text, holds every place of the report against it, and gives the report as JSON.
fn holds(text: &str) -> Value {
    let report = serde_json::to_value(read(text)).unwrap();
    let starts = starts(text);
    places(&report, &mut |start, end| {
        assert!(start <= end, "{start}..{end} is the wrong way round");
        for place in [start, end] {
            assert!(starts.get(place).copied().unwrap_or(false), "{place} is within a character or behind the text");
        }
    });
    for list in ["sentences", "flags", "cards", "folded", "figures", "uncounted", "dates", "consistent"] {
        let spans: Vec<(u64, u64)> = report[list].as_array().unwrap().iter().map(span_of).collect();
        assert!(spans.iter().map(|(start, _)| start).is_sorted(), "{list} are not in reading order: {spans:?}");
    }
    let sentences: Vec<(u64, u64)> = report["sentences"].as_array().unwrap().iter().map(span_of).collect();
    assert!(sentences.windows(2).all(|pair| pair[0].1 <= pair[1].0), "sentences overlap");
    assert_eq!(report["voices"].as_array().unwrap().len(), sentences.len(), "one voice for each sentence");
    ids(&report);
    report
}

/// Where what stands in one list points into another.
const POINTERS: [(&str, &str, &str); 10] = [
    ("voices", "source", "sources"),
    ("voices", "attribution", "attributions"),
    ("attributions", "speaker", "sources"),
    ("attributions", "within", "attributions"),
    ("figures", "attribution", "attributions"),
    ("figures", "date", "dates"),
    ("uncounted", "figure", "figures"),
    ("uncounted", "attribution", "attributions"),
    ("sums", "total", "figures"),
    ("sums", "parts", "figures"),
];

/// Holds every pointer of the report against the list that it points into.
fn ids(report: &Value) {
    for (list, field, into) in POINTERS {
        let length = report[into].as_array().unwrap().len() as u64;
        for item in report[list].as_array().unwrap() {
            let ids = match &item[field] {
                Value::Array(ids) => ids.as_slice(),
                id => std::slice::from_ref(id),
            };
            let holds = |id: &Value| id.is_null() || id.as_u64().is_some_and(|id| id < length);
            assert!(ids.iter().all(holds), "{list}.{field} points behind {into}: {item}");
        }
    }
}

/// For every place in UTF-16, up to the end: whether a character begins there.
fn starts(text: &str) -> Vec<bool> {
    let mut starts = Vec::with_capacity(text.len() + 1);
    for character in text.chars() {
        starts.push(true);
        starts.extend((1..character.len_utf16()).map(|_| false));
    }
    starts.push(true);
    starts
}

/// Every `{start, end}` of the report, but those that lie in the headline.
fn places(value: &Value, see: &mut impl FnMut(usize, usize)) {
    match value {
        Value::Array(list) => list.iter().for_each(|inner| places(inner, see)),
        Value::Object(fields) => {
            if let (Some(start), Some(end)) = (fields.get("start"), fields.get("end")) {
                see(start.as_u64().unwrap() as usize, end.as_u64().unwrap() as usize);
            }
            fields.iter().filter(|(name, _)| *name != "inTitle").for_each(|(_, inner)| places(inner, see));
        }
        _ => {}
    }
}

fn span_of(item: &Value) -> (u64, u64) {
    let span = if item.get("start").is_some() { item } else { &item["span"] };
    (span["start"].as_u64().unwrap(), span["end"].as_u64().unwrap())
}

#[test]
fn every_prefix_of_an_article() {
    for article in [FRENCH, ENGLISH] {
        for (end, _) in article.char_indices() {
            holds(&article[..end]);
        }
        holds(article);
    }
}

#[test]
fn characters_that_break_programs() {
    let characters = [
        "\r",
        "\n\r",
        "\0",
        "\u{1}",
        "\u{1b}[31m",
        "\u{7f}",
        "\u{85}",
        "\u{a0}",
        "\u{ad}",
        "\u{200b}",
        "\u{200d}",
        "\u{202e}",
        "\u{2028}",
        "\u{2029}",
        "\u{202f}",
        "\u{feff}",
        "\u{fffd}",
        "\u{ffff}",
        "\u{10ffff}",
        "e\u{301}",
        "\u{301}\u{301}\u{301}",
        "👩‍👩‍👧‍👦",
        "🇫🇷",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "𝟏𝟐",
        "１２",
        "١٢",
        "Ⅻ",
        "½",
        "²",
        "№",
        "ﬁ",
        "İ",
        "ß",
        "قُتل 12 شخصا",
        "‏12 قتيلا‏",
        "死者12人",
        "น้ำท่วม",
        "ʼ",
        "’",
        "'",
        "‘",
        "‚",
        "„",
        "‹",
        "›",
        "—",
        "–",
        "‑",
        "…",
        "\\",
        "<b>",
        "&nbsp;",
        "{words}",
        "%s",
        "$1",
    ];
    for text in characters {
        let apart = text.chars().map(|character| format!("{character} 12 morts ")).collect::<String>();
        for shape in [text.to_owned(), text.repeat(50), apart, format!("12{text}morts"), format!("{text}{FRENCH}")] {
            holds(&shape);
        }
        let between = ENGLISH.replace(' ', &format!(" {text}"));
        holds(&between);
        holds(&ENGLISH.replace(' ', text));
    }
}

#[test]
fn quotation_marks_without_their_partners() {
    let marks = ["«", "»", "“", "”", "\"", "‘", "’", "'", "‹", "›", "„"];
    let mut shapes = vec![String::new()];
    for _ in 0..4 {
        let longer: Vec<String> =
            shapes.iter().flat_map(|shape| marks.iter().map(move |mark| format!("{shape}{mark} a "))).collect();
        for shape in &longer {
            holds(shape);
        }
        shapes = longer;
    }
    for pair in marks.iter().flat_map(|a| marks.iter().map(move |b| (a, b))) {
        holds(&format!("Il a dit : {}Nous avons {} perdu 12 hommes.", pair.0, pair.1));
        holds(&format!("{}We lost 12 men,{} he said.", pair.0, pair.1));
        holds(&format!("{0}One.\n\n{0}Two.{1}", pair.0, pair.1));
    }
}

/// A small generator (splitmix64): every run reads the same texts.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, most: usize) -> usize {
        (self.next() % most as u64) as usize
    }
}

#[test]
fn bytes_at_random() {
    let mut random = Random(1);
    for length in [1, 2, 3, 10, 100, 1000] {
        for _ in 0..200 {
            let bytes: Vec<u8> = (0..length).map(|_| random.next() as u8).collect();
            holds(&String::from_utf8_lossy(&bytes));
        }
    }
}

#[test]
fn articles_with_their_words_in_any_order() {
    let mut random = Random(2);
    for article in [FRENCH, ENGLISH] {
        let mut words: Vec<&str> = article.split_inclusive([' ', '\n', '’']).collect();
        for _ in 0..200 {
            for at in (1..words.len()).rev() {
                words.swap(at, random.below(at + 1));
            }
            holds(&words[..words.len() / 4].concat());
        }
    }
}

#[test]
fn the_same_text_gives_the_same_report() {
    for article in [FRENCH, ENGLISH] {
        let [one, two] = [(); 2].map(|()| serde_json::to_string(&read(article)).unwrap());
        assert_eq!(one, two);
    }
}

#[test]
fn line_ends_change_nothing_but_places() {
    /// What is flagged, by check and words.
    fn flags(text: &str) -> Vec<(String, String)> {
        let units: Vec<u16> = text.encode_utf16().collect();
        let words = |start: u64, end: u64| String::from_utf16(&units[start as usize..end as usize]).unwrap();
        let report = holds(text);
        let flags = report["flags"].as_array().unwrap().iter();
        flags
            .map(|flag| {
                let (start, end) = span_of(flag);
                (flag["check"].as_str().unwrap().to_owned(), words(start, end).replace("\r\n", "\n"))
            })
            .collect()
    }
    for article in [FRENCH, ENGLISH] {
        assert!(!flags(article).is_empty());
        assert_eq!(flags(article), flags(&article.replace('\n', "\r\n")));
    }
}

/// A name, and a text of so many words.
type Endless = (&'static str, fn(usize) -> String);

/// Texts that a person does not write.
const ENDLESS: [Endless; 15] = [
    ("one line", |n| "a".repeat(n * 50)),
    ("one sentence", |n| "le soldat marche vers la ville ".repeat(n / 6)),
    ("numbers in a row", |n| "12 ".repeat(n)),
    ("number words in a row", |n| "deux cent vingt ".repeat(n / 3)),
    ("quotation marks", |n| "\" ".repeat(n)),
    ("opening quotation marks", |n| "« ".repeat(n)),
    ("tolls", |n| "Des dizaines de morts, 12 blessés. ".repeat(n / 10)),
    ("tolls in one sentence", |n| "des dizaines de morts, 12 blessés, ".repeat(n / 10)),
    ("speakers in one sentence", |n| "a dit le ministre, ".repeat(n / 5)),
    ("appositions in one sentence", |n| "Ann Lind, a doctor, ".repeat(n / 4)),
    ("appositions without an article", |n| "Paul Varlin, médecin, ".repeat(n / 3)),
    ("relative clauses", |n| "the mayor who said that ".repeat(n / 5)),
    ("dates", |n| "mardi 12 mars 2025. ".repeat(n / 5)),
    ("sums", |n| "41 blessés : 17 soldats, 12 policiers et 12 civils. ".repeat(n / 10)),
    ("namesakes", |n| {
        (0..n / 8).map(|k| format!("Jean Dupon{} a dit que oui. ", "abcdefghij".repeat(k % 7))).collect()
    }),
];

#[test]
fn endless_texts() {
    for (name, text) in ENDLESS {
        println!("{name}");
        holds(&text(50_000));
    }
    println!("quotation marks of every kind");
    holds(&"«»“”\"‘’'‹›„".repeat(100_000 / 11));
}

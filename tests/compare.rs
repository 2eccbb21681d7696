//! Two versions of an article, and what must be told of them: `tests/compare/<language>-<what>.txt`, each the older text,
//! a line `=====`, the newer text, a line `=====`, and one line `kind: before → after` for each change, in order; `–`
//! stands for nothing. A line that begins with `#` says what is told wrong today. Nobody but a reader of the language decides what is right: no run writes the files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

use bilan::report::{ChangeKind, Comparison, Options, RowKind, Utf16Span};
use std::fmt::Write;
use std::path::Path;
use std::time::Instant;

fn words(text: &str, span: Option<Utf16Span>) -> String {
    let Some(span) = span else { return "–".to_owned() };
    let units: Vec<u16> = text.encode_utf16().collect();
    let words = String::from_utf16(&units[span.start as usize..span.end as usize]).expect("whole characters");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn compare(before: &str, after: &str) -> Comparison {
    bilan::compare(before, after, &Options::default()).expect("no text is an error")
}

/// Name, older text, newer text and what must be told of every pair.
fn pairs() -> Vec<(String, String, String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compare");
    let mut files: Vec<_> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let read = |path: std::path::PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        let parts: Vec<&str> = text.split("=====\n").collect();
        let [before, after, told] = parts[..] else { panic!("{} has three parts", path.display()) };
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let told: Vec<&str> = told.lines().filter(|line| !line.starts_with('#')).collect();
        (name, before.to_owned(), after.to_owned(), told.join("\n"))
    };
    files.into_iter().map(read).collect()
}

#[test]
fn every_pair_tells_what_changed() {
    let mut wrong = String::new();
    let pairs = pairs();
    for (name, before, after, told) in &pairs {
        let comparison = compare(before, after);
        assert_eq!(comparison.language, name[..2], "{name}");
        let line = |c: &bilan::report::Change| {
            format!("{}: {} → {}", c.kind.id(), words(before, c.before), words(after, c.after))
        };
        let found: Vec<String> = comparison.changes.iter().map(line).collect();
        if found.join("\n") != *told {
            let told = told.replace('\n', "\n    ");
            writeln!(wrong, "{name}\n  want\n    {told}\n  read\n    {}", found.join("\n    ")).unwrap();
        }
        for change in &comparison.changes {
            assert!(!change.message.is_empty() && !change.message.contains(['{', '}']), "{name}: {}", change.message);
            assert!(change.question.ends_with('?'), "{name}: {}", change.question);
        }
    }
    for language in ["en", "fr"] {
        let own = || pairs.iter().filter(|(name, ..)| name.starts_with(language));
        assert!(own().count() >= 12, "{language}");
        let silent = own().filter(|(.., told)| told.is_empty()).count();
        assert!(silent >= 4, "{language} has {silent} pairs without a change");
        for kind in KINDS {
            let told = own().any(|(.., told)| told.lines().any(|line| line.starts_with(kind.id())));
            assert!(told, "{} in {language}", kind.id());
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

const KINDS: [ChangeKind; 12] = [
    ChangeKind::TollChanged,
    ChangeKind::FigureChanged,
    ChangeKind::BoundDropped,
    ChangeKind::BoundAdded,
    ChangeKind::AttributionLost,
    ChangeKind::AttributionHardened,
    ChangeKind::AttributionChanged,
    ChangeKind::QuotationAltered,
    ChangeKind::FigureUnsourced,
    ChangeKind::LossesUncounted,
    ChangeKind::NameChanged,
    ChangeKind::DateChanged,
];

/// Both readings of the comparison hold: every sentence in one row, every place in its text, changes in order.
fn holds(before: &str, after: &str) -> Comparison {
    let comparison = compare(before, after);
    let units = |text: &str| u32::try_from(text.encode_utf16().count()).unwrap();
    let (old, new) = (units(before), units(after));
    let options = Options { language: Some(comparison.language.clone()), ..Options::default() };
    let sentences = |text: &str| bilan::check(text, &options).unwrap().sentences;
    let side =
        |of: fn(&bilan::report::Row) -> Option<Utf16Span>| comparison.rows.iter().filter_map(of).collect::<Vec<_>>();
    assert_eq!(side(|row| row.after), sentences(after), "the newer text in its order");
    let mut older = side(|row| row.before);
    older.sort();
    assert_eq!(older, sentences(before), "every older sentence once");
    for row in &comparison.rows {
        let both = !matches!(row.kind, RowKind::Added | RowKind::Removed);
        assert_eq!(row.before.is_some(), both || row.kind == RowKind::Removed, "{row:?}");
        assert_eq!(row.after.is_some(), both || row.kind == RowKind::Added, "{row:?}");
    }
    for change in &comparison.changes {
        assert!(change.before.is_some() || change.after.is_some(), "{change:?}");
        assert!(change.before.is_none_or(|s| s.start < s.end && s.end <= old), "{change:?}");
        assert!(change.after.is_none_or(|s| s.start < s.end && s.end <= new), "{change:?}");
        words(before, change.before);
        words(after, change.after);
    }
    let places = comparison.changes.iter().map(|change| change.after.map_or(0, |s| s.start));
    assert!(places.is_sorted() || comparison.changes.iter().any(|change| change.after.is_none()));
    comparison
}

/// The same text twice has nothing to tell.
fn is_itself(text: &str) {
    let comparison = holds(text, text);
    assert!(comparison.changes.is_empty(), "{:?}", comparison.changes);
    assert!(comparison.rows.iter().all(|row| row.kind == RowKind::Same), "{text}");
}

/// A small generator (splitmix64): every run reads the same texts.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % most as u64) as usize
    }
}

#[test]
fn any_two_texts_are_compared() {
    let hard = [
        "",
        "\r",
        "\0",
        "🙂",
        "« ",
        "»«",
        "“a",
        "12",
        "12 12 12",
        "?",
        "A.\u{2029}B",
        "‏12 قتيلا‏",
        "死者12人",
        "{before}",
    ];
    for text in hard {
        is_itself(text);
        hard.iter().for_each(|other| _ = holds(text, other));
    }
    let mut random = Random(3);
    for (name, before, after, _) in pairs() {
        is_itself(&before);
        is_itself(&after);
        holds(&after, &before);
        let options = Options { language: Some("de".into()), ..Options::default() };
        let basic = bilan::compare(&before, &after, &options).unwrap();
        assert_eq!((basic.language.as_str(), basic.rows.is_empty()), ("de", false), "{name}");
        let mut words: Vec<&str> = after.split_inclusive([' ', '\n', '’']).collect();
        for _ in 0..3 {
            for at in (1..words.len()).rev() {
                words.swap(at, random.below(at + 1));
            }
            holds(&before, &words[..words.len() / 2].concat());
        }
    }
}

#[test]
fn sentences_in_another_order_change_nothing() {
    for (name, before, _, told) in pairs().into_iter().filter(|(name, ..)| name.contains("reordered")) {
        assert_eq!(told, "", "{name}");
        let mut paragraphs: Vec<&str> = before.trim().split("\n\n").collect();
        paragraphs.reverse();
        let comparison = holds(&before, &paragraphs.join("\n\n"));
        assert!(comparison.changes.is_empty(), "{name}: {:?}", comparison.changes);
        assert!(comparison.rows.iter().all(|row| matches!(row.kind, RowKind::Same | RowKind::Moved)), "{name}");
    }
}

/// Seconds that a comparison takes.
fn seconds(before: &str, after: &str) -> f64 {
    let start = Instant::now();
    compare(before, after);
    start.elapsed().as_secs_f64()
}

#[test]
fn hostile_pairs_take_time_in_proportion() {
    let numbered = |n: usize, shift: usize| -> String {
        (0..n).map(|i| format!("Le chef {} a dit que {} soldats sont morts. ", i % 97, i + shift)).collect()
    };
    let shapes: [&dyn Fn(usize) -> (String, String); 6] = [
        // One sentence over and over, with another number each time.
        &|n| (numbered(n, 0), numbered(n, 1)),
        // The same words in one endless sentence, and in many short ones.
        &|n| {
            let words: Vec<String> = (0..4 * n).map(|i| format!("mot{i} ")).collect();
            (words.concat(), words.chunks(4).map(|few| few.concat() + ". Encore. ").collect())
        },
        // Every sentence shares its words with many others.
        &|n| {
            let few = |step: usize| {
                (0..n)
                    .map(|i| format!("Mot{} rue{} pont{} ici{step}. ", i % (n / 9), i % (n / 7), i % (n / 11)))
                    .collect()
            };
            (few(1), few(2))
        },
        // Quotations that are all alike, one word apart.
        &|n| {
            let say = |word: &str| {
                (0..n).map(|i| format!("« Nous avons vu {word} le pont numéro{} hier », dit-il. ", i % 50)).collect()
            };
            (say("tomber"), say("céder"))
        },
        // Names that are alike.
        &|n| {
            let name = |end: &str| {
                (0..n)
                    .map(|i| {
                        format!(
                            "Elle a vu Kermadec{}{end} hier. ",
                            "abcdefgh".chars().cycle().skip(i % 8).take(5).collect::<String>()
                        )
                    })
                    .collect()
            };
            (name("ou"), name("u"))
        },
        // Losses without a number, each in a sentence of its own.
        &|n| ("Rien. ".repeat(n), "L’armée a subi de lourdes pertes. Selon lui, 12 hommes sont morts. ".repeat(n)),
    ];
    for (at, shape) in shapes.iter().enumerate() {
        let time = |n: usize| {
            let (before, after) = shape(n);
            (0..2).map(|_| seconds(&before, &after)).fold(f64::MAX, f64::min)
        };
        let (short, long) = (time(150), time(1200));
        assert!(long < 24.0 * short + 0.2, "shape {at}: {short:.3} s, and for eight times the text {long:.3} s");
    }
}

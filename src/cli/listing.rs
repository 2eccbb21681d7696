//! A listing that a person reads: cards in reading order, each with its reasons and questions.

use anstyle::{AnsiColor, Style};
use bilan::reference::{Entry, word};
use bilan::report::{Card, CheckInfo, Coverage, Flag, Report, Severity};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Longest piece of the text that is shown in one place, in characters.
const LONGEST: usize = 90;
const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// How a listing is asked for.
pub struct Shown<'a> {
    /// Language of the titles; that of the text when absent.
    pub messages: Option<&'a str>,
    /// Also the cards that the report folds.
    pub all: bool,
}

/// Writes what was found in one article.
pub fn write(out: &mut impl Write, name: &str, text: &str, report: &Report, shown: &Shown) -> io::Result<()> {
    let words = text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
    let language = match report.coverage {
        Coverage::Full => report.language.clone(),
        Coverage::Basic => format!("{} (basic checks only)", report.language),
    };
    let mut cards: Vec<&Card> = report.cards.iter().chain(&report.folded).collect();
    cards.sort_by_key(|card| (card.span.start, card.span.end));
    let found = count(&cards);
    writeln!(out, "{BOLD}{}{BOLD:#} · {} · {} · {found}", tidy(name), tidy(&language), plural(words, "word"))?;
    if cards.is_empty() {
        return writeln!(out, "Nothing here asks to be verified.");
    }
    let titles = titles(shown.messages.unwrap_or(&report.language));
    if !shown.all {
        cards.retain(|card| report.cards.iter().any(|kept| kept.rank == card.rank));
    }
    let places = places(text, cards.iter().flat_map(|card| [card.span.start, card.span.end]));
    for card in &cards {
        let (Some(start), Some(end)) = (places.get(&card.span.start), places.get(&card.span.end)) else { continue };
        let words = shorten(&tidy(text.get(start.byte..end.byte).unwrap_or_default()));
        let (style, severity) = severity(card.severity);
        writeln!(out)?;
        writeln!(out, "{BOLD}{}:{}{BOLD:#}  {style}{severity}{style:#}  {words}", start.line, start.column)?;
        for flag in card.flags.iter().filter_map(|id| flag(report, *id)) {
            let title = titles.get(flag.check).map_or(flag.check, String::as_str);
            writeln!(out, "    {BOLD}{}{BOLD:#} {DIM}[{}]{DIM:#}", tidy(title), flag.check)?;
            writeln!(out, "    {}", tidy(&flag.message))?;
            writeln!(out, "    → {}", tidy(&flag.question))?;
            writeln!(out, "    {DIM}{}{DIM:#}", tidy(&flag.standard))?;
        }
    }
    match report.folded.len() {
        more if more > 0 && !shown.all => {
            writeln!(out, "\n{} less pressing: --all lists them.", plural(more, "further point"))
        }
        _ => Ok(()),
    }
}

/// Writes what is checked, one line a check.
pub fn write_checks(out: &mut impl Write, checks: &[CheckInfo], language: &str) -> io::Result<()> {
    let widest = checks.iter().map(|check| check.id.len()).max().unwrap_or(0);
    let grade = |severity| word(language, &format!("label.{}", self::severity(severity).1));
    let broadest = checks.iter().map(|check| grade(check.severity).chars().count()).max().unwrap_or(0);
    for check in checks {
        let (style, _) = severity(check.severity);
        let off = if check.on_by_default { String::new() } else { format!(" ({})", word(language, "label.off")) };
        let grade = grade(check.severity);
        writeln!(out, "{:widest$}  {style}{grade:broadest$}{style:#}  {}{off}", check.id, tidy(&check.title))?;
    }
    Ok(())
}

/// Writes what one check looks for, what silences it, what it asks and why, and examples.
pub fn explain(out: &mut impl Write, entry: &Entry, language: &str) -> io::Result<()> {
    write_checks(out, std::slice::from_ref(&entry.info), language)?;
    writeln!(out, "\n{}", entry.about)?;
    if !entry.heeds.is_empty() {
        writeln!(out, "{} {}", word(language, "label.heeds"), entry.heeds.join(" · "))?;
    }
    writeln!(out, "\n{}\n→ {}", tidy(&entry.message), tidy(entry.question))?;
    writeln!(out, "{DIM}{}{DIM:#}", tidy(&entry.info.standard))?;
    let marks = format!(", {}", word(language, "label.marks"));
    let groups = [("label.flagged", marks.as_str(), &entry.flagged), ("label.silent", "", &entry.silent)];
    for (heading, marks, examples) in groups {
        writeln!(out, "\n{BOLD}{}{marks}{BOLD:#}", word(language, heading))?;
        for text in examples {
            writeln!(out, "  {}", tidy(text))?;
        }
    }
    Ok(())
}

/// A place as a person counts: from 1, the column in characters.
#[derive(Clone, Copy)]
pub struct Place {
    pub byte: usize,
    pub line: usize,
    pub column: usize,
}

/// Places by their UTF-16 offsets.
pub type Places = BTreeMap<u32, Place>;

/// The places at the given UTF-16 offsets, found in one walk: a text of one endless line with a
/// thousand cards must not be walked a thousand times.
pub fn places(text: &str, offsets: impl Iterator<Item = u32>) -> Places {
    let mut wanted: Vec<u32> = offsets.collect();
    wanted.sort_unstable();
    wanted.dedup();
    let mut wanted = wanted.into_iter().peekable();
    let mut found = BTreeMap::new();
    let mut units: u32 = 0;
    let mut here = Place { byte: 0, line: 1, column: 1 };
    for character in text.chars() {
        while let Some(offset) = wanted.next_if(|offset| *offset <= units) {
            found.insert(offset, here);
        }
        let ends_line = match character {
            '\n' => true,
            // As part of CR LF the line ends after the second of them.
            '\r' => !text.get(here.byte + 1..).is_some_and(|rest| rest.starts_with('\n')),
            _ => false,
        };
        units += if character.len_utf16() == 2 { 2 } else { 1 };
        here.byte += character.len_utf8();
        (here.line, here.column) = if ends_line { (here.line + 1, 1) } else { (here.line, here.column + 1) };
    }
    found.extend(wanted.map(|offset| (offset, here)));
    found
}

fn flag(report: &Report, id: u32) -> Option<&Flag> {
    // Ids are the order of the list; should they ever not be, the slow way still finds the right one.
    let likely = usize::try_from(id).ok().and_then(|at| report.flags.get(at)).filter(|flag| flag.id == id);
    likely.or_else(|| report.flags.iter().find(|flag| flag.id == id))
}

fn titles(language: &str) -> BTreeMap<&'static str, String> {
    bilan::checks(language).into_iter().map(|check| (check.id, check.title)).collect()
}

fn count(cards: &[&Card]) -> String {
    let of = |severity| cards.iter().filter(|card| card.severity == severity).count();
    let counts = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Info, "note")];
    let said: Vec<String> = counts
        .into_iter()
        .map(|(severity, name)| (of(severity), name))
        .filter(|(n, _)| *n > 0)
        .map(|(n, name)| plural(n, name))
        .collect();
    if said.is_empty() { "nothing found".to_owned() } else { said.join(", ") }
}

fn plural(number: usize, name: &str) -> String {
    format!("{number} {name}{}", if number == 1 { "" } else { "s" })
}

pub fn severity(severity: Severity) -> (Style, &'static str) {
    match severity {
        Severity::Error => (AnsiColor::Red.on_default().bold(), "error"),
        Severity::Warning => (AnsiColor::Yellow.on_default(), "warning"),
        Severity::Info => (AnsiColor::Cyan.on_default(), "note"),
    }
}

/// One line without control characters: an article must not be able to command the terminal.
pub fn tidy(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().map(|character| if character.is_control() { '\u{fffd}' } else { character }).collect()
}

pub fn shorten(line: &str) -> String {
    match line.char_indices().nth(LONGEST) {
        None => line.to_owned(),
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or(line).trim_end()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Line and column at each offset.
    fn at(text: &str, offsets: &[u32]) -> Vec<(usize, usize)> {
        let found = places(text, offsets.iter().copied());
        offsets.iter().filter_map(|offset| found.get(offset)).map(|place| (place.line, place.column)).collect()
    }

    #[test]
    fn columns_count_characters() {
        assert_eq!(at("é🙂x\ny", &[0, 1, 3, 4, 5, 6]), [(1, 1), (1, 2), (1, 3), (1, 4), (2, 1), (2, 2)]);
    }

    #[test]
    fn every_kind_of_line_end_counts_once() {
        assert_eq!(at("a\r\nb\rc\nd", &[0, 3, 5, 7]), [(1, 1), (2, 1), (3, 1), (4, 1)]);
    }

    #[test]
    fn the_terminal_hears_no_commands() {
        assert_eq!(tidy("a\u{1b}[31m\n b\0"), "a\u{fffd}[31m b\u{fffd}");
    }

    #[test]
    fn long_words_are_cut_between_characters() {
        assert_eq!(shorten(&"é".repeat(LONGEST)), "é".repeat(LONGEST));
        assert_eq!(shorten(&"é".repeat(LONGEST + 1)), "é".repeat(LONGEST) + "…");
    }
}

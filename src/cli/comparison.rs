//! Two versions of an article compared: what changed, in reading order of the newer one, with the places in both.

use super::files::{self, Article};
use super::{lines, listing};
use crate::{UNREAD, complain};
use anstyle::Style;
use bilan::report::{Comparison, Coverage, Options, RowKind, Utf16Span};
use std::io::{self, Write};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// Answers `--compare`; gives the exit code.
pub fn answer(names: &[String], json: bool, options: &Options, out: &mut impl Write) -> io::Result<u8> {
    let texts = match read(names) {
        Ok(texts) => texts,
        Err(sentence) => {
            complain(&sentence);
            return Ok(UNREAD);
        }
    };
    let [before, after] = &texts;
    match bilan::compare(&before.1, &after.1, options) {
        Ok(comparison) if json => lines::write(out, &comparison)?,
        Ok(comparison) => write(out, before, after, &comparison)?,
        Err(error) => {
            complain(&error.to_string());
            return Ok(UNREAD);
        }
    }
    Ok(0)
}

type Named = (String, String);

/// Both texts with their names, or a sentence that says what is wrong.
fn read(names: &[String]) -> Result<[Named; 2], String> {
    let [older, newer] = names else { return Err("--compare takes two files.".to_owned()) };
    if older == "-" && newer == "-" {
        return Err("Only one of the two versions can be the standard input.".to_owned());
    }
    let text = |name: &String| {
        let articles = files::articles(std::slice::from_ref(name))?;
        let article = articles.first().filter(|article| !article.from_folder);
        let text = article.map(Article::text).unwrap_or_else(|| Err("This is a folder.".to_owned()));
        text.map(|text| (name.clone(), text)).map_err(|sentence| format!("{name}: {sentence}"))
    };
    Ok([text(older)?, text(newer)?])
}

fn write(out: &mut impl Write, before: &Named, after: &Named, comparison: &Comparison) -> io::Result<()> {
    let language = match comparison.coverage {
        Coverage::Full => comparison.language.clone(),
        Coverage::Basic => format!("{} (basic)", comparison.language),
    };
    let of = |kind| comparison.rows.iter().filter(|row| row.kind == kind).count();
    let rows = [
        (RowKind::Same, "unchanged"),
        (RowKind::Moved, "moved"),
        (RowKind::Changed, "changed"),
        (RowKind::Added, "added"),
        (RowKind::Removed, "removed"),
    ];
    let counts: Vec<String> = rows
        .iter()
        .map(|(kind, name)| (of(*kind), name))
        .filter(|(n, _)| *n > 0)
        .map(|(n, name)| format!("{n} {name}"))
        .collect();
    let (older, newer) = (listing::tidy(&before.0), listing::tidy(&after.0));
    let sentences = if counts.is_empty() { "no sentence".to_owned() } else { counts.join(", ") };
    writeln!(out, "{BOLD}{older} → {newer}{BOLD:#} · {} · sentences: {sentences}", listing::tidy(&language))?;
    if comparison.changes.is_empty() {
        return writeln!(out, "Nothing that changed asks to be verified.");
    }
    let places = |text: &str, spans: &[Option<Utf16Span>]| {
        listing::places(text, spans.iter().flatten().flat_map(|span| [span.start, span.end]))
    };
    let old: Vec<_> = comparison.changes.iter().map(|change| change.before).collect();
    let new: Vec<_> = comparison.changes.iter().map(|change| change.after).collect();
    let (old, new) = (places(&before.1, &old), places(&after.1, &new));
    let at = |places: &listing::Places, span: Option<Utf16Span>| {
        span.and_then(|span| places.get(&span.start))
            .map_or("–".to_owned(), |place| format!("{}:{}", place.line, place.column))
    };
    let words = |text: &str, places: &listing::Places, span: Option<Utf16Span>| {
        let range = span.and_then(|span| Some((places.get(&span.start)?.byte, places.get(&span.end)?.byte)));
        let words = range.and_then(|(start, end)| text.get(start..end));
        words.map_or("–".to_owned(), |words| listing::shorten(&listing::tidy(words)))
    };
    for change in &comparison.changes {
        let (style, severity) = listing::severity(change.severity);
        let place = format!("{} → {}", at(&old, change.before), at(&new, change.after));
        let (was, is) = (words(&before.1, &old, change.before), words(&after.1, &new, change.after));
        writeln!(
            out,
            "\n{BOLD}{place}{BOLD:#}  {style}{severity}{style:#}  {was} → {is} {DIM}[{}]{DIM:#}",
            change.kind.id()
        )?;
        writeln!(out, "    {}", listing::tidy(&change.message))?;
        writeln!(out, "    → {}", listing::tidy(&change.question))?;
    }
    Ok(())
}

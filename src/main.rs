//! The command line's door: one article, a folder, or JSON Lines.

mod cli {
    pub mod comparison;
    pub mod files;
    pub mod house;
    pub mod lines;
    pub mod listing;
}

use bilan::report::{House, Options};
use clap::Parser;
use cli::{comparison, files, house, lines, listing};
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

/// Some lines of a JSON Lines input were bad.
const SOME_BAD: u8 = 1;
/// Usage, or a file that cannot be read.
const UNREAD: u8 = 2;

/// Reads a draft article and shows what an editor must still verify.
///
/// Bilan points at statements and asks; it never says that one is false. Places are given as
/// line:column, both counted from 1, the column in characters (Unicode code points). Places in JSON
/// are UTF-16 code units from the start of the text. A byte order mark at the start of a file is no
/// part of the text.
#[derive(Parser)]
#[command(version, arg_required_else_help = true, after_help = EXIT_CODES)]
struct Arguments {
    /// Articles in UTF-8; `-` is the standard input, a folder stands for its .txt and .md files.
    #[arg(value_name = "FILE")]
    files: Vec<String>,

    /// Print the report as JSON; for several files one line each: {"id": path, "report": …}.
    #[arg(long)]
    json: bool,

    /// List every card, also those beyond one to 60 words.
    #[arg(long, conflicts_with_all = ["json", "jsonl", "checks"])]
    all: bool,

    /// Read JSON Lines {"id", "text", …options}, from FILE or the standard input, and answer each
    /// with {"id", "report"} or {"id", "error"}, in order.
    #[arg(long, conflicts_with_all = ["json", "checks", "language", "published", "title", "messages"])]
    jsonl: bool,

    /// Compare two versions of an article: tolls, sources, quotations and other facts that changed, with the places in both.
    /// One of the two may be `-`. With --json a comparison instead of a report; the other options are those of the newer text.
    #[arg(long, num_args = 2, value_names = ["OLDER", "NEWER"], conflicts_with_all = ["files", "all", "jsonl", "checks", "explain"])]
    compare: Option<Vec<String>>,

    /// List the checks in the language of --messages.
    #[arg(long, conflicts_with_all = ["files", "language", "published", "title"])]
    checks: bool,

    /// Tell what one check looks for, what silences it, what it asks and why, with examples that it flags and near-misses,
    /// in the language of --messages.
    #[arg(long, value_name = "CHECK", conflicts_with_all = ["files", "json", "jsonl", "checks", "language", "published", "title"])]
    explain: Option<String>,

    /// Language of the text, such as fr or en-GB; detected when absent.
    #[arg(long, value_name = "TAG")]
    language: Option<String>,

    /// Publication date, YYYY-MM-DD or YYYY-MM; weekdays resolve against it.
    #[arg(long, value_name = "DATE")]
    published: Option<String>,

    /// Headline and standfirst, checked against the text; for one file.
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,

    /// Language of messages and questions; that of the text when absent.
    #[arg(long, value_name = "TAG")]
    messages: Option<String>,

    /// The desk's own list: checks off or at another severity, its parties, loaded words and acronyms. A file in TOML or,
    /// ending in .json, JSON. With --jsonl it holds for lines without a house of their own.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["checks", "explain"])]
    house: Option<String>,
}

impl Arguments {
    /// What is said of the text.
    fn options(&self, house: House) -> Options {
        Options {
            language: self.language.clone(),
            messages: self.messages.clone(),
            published: self.published.clone(),
            title: self.title.clone(),
            house,
            ..Options::default()
        }
    }
}

const EXIT_CODES: &str = "\
Exit code: 0 when everything was read, whatever was found or changed; 1 when a line of JSON Lines was bad;
2 for wrong usage or a file that cannot be read.";

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut out = io::BufWriter::new(anstream::AutoStream::auto(io::stdout()));
    let done = answer(arguments, &mut out).and_then(|code| out.flush().map(|()| code));
    match done {
        Ok(code) => ExitCode::from(code),
        // Whoever read along has seen enough (`bilan … | head`).
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("The answer cannot be written: {error}."));
            ExitCode::from(UNREAD)
        }
    }
}

/// Errors of writing go up; everything else is said here and counted in the exit code.
fn answer(arguments: Arguments, out: &mut impl Write) -> io::Result<u8> {
    if arguments.checks {
        return list_checks(&arguments, out);
    }
    if let Some(id) = &arguments.explain {
        return explain(id, arguments.messages.as_deref().unwrap_or("en"), out);
    }
    let house = match arguments.house.as_deref().map(house::read).transpose() {
        Ok(house) => house.unwrap_or_default(),
        Err(sentence) => {
            complain(&sentence);
            return Ok(UNREAD);
        }
    };
    // Once, not for each article.
    let language = arguments.messages.as_deref().or(arguments.language.as_deref()).unwrap_or("en");
    house.problems_in(language).iter().for_each(|problem| complain(problem));
    if arguments.jsonl {
        return stream(&arguments.files, &house, out);
    }
    if let Some(versions) = &arguments.compare {
        let json = arguments.json;
        return comparison::answer(versions, json, &arguments.options(house), out);
    }
    let (articles, mut code) = match files::articles(&arguments.files) {
        Ok(articles) => (articles, 0),
        Err(sentence) => {
            complain(&sentence);
            return Ok(UNREAD);
        }
    };
    if articles.is_empty() {
        complain("No file was named; `bilan --help` says how.");
        return Ok(UNREAD);
    }
    let several = articles.len() > 1 || articles.iter().any(|article| article.from_folder);
    if several && arguments.title.is_some() {
        complain("--title belongs to one article, but several files were named.");
        return Ok(UNREAD);
    }
    let options = arguments.options(house);
    for (at, article) in articles.iter().enumerate() {
        let name = article.name();
        let read = article.text().and_then(|text| match bilan::check(&text, &options) {
            Ok(report) => Ok((text, report)),
            Err(error) => Err(error.to_string()),
        });
        match read {
            Ok((_, report)) if arguments.json && several => {
                lines::write(out, &lines::Answer::report(Some(&name), &report))?
            }
            Ok((_, report)) if arguments.json => lines::write(out, &report)?,
            Ok((text, report)) => {
                if at > 0 {
                    writeln!(out)?;
                }
                listing::write(
                    out,
                    &name,
                    &text,
                    &report,
                    &listing::Shown { messages: options.messages.as_deref(), all: arguments.all },
                )?;
            }
            Err(sentence) => {
                code = UNREAD;
                if arguments.json && several {
                    lines::write(out, &lines::Answer::error(Some(&name), &sentence))?;
                }
                // What was found so far comes first, also where both streams go to one place.
                out.flush()?;
                complain(&format!("{name}: {sentence}"));
            }
        }
    }
    Ok(code)
}

fn list_checks(arguments: &Arguments, out: &mut impl Write) -> io::Result<u8> {
    let language = arguments.messages.as_deref().unwrap_or("en");
    let checks = bilan::checks(language);
    if arguments.json {
        lines::write(out, &checks)?
    } else {
        listing::write_checks(out, &checks, language)?
    }
    Ok(0)
}

fn explain(id: &str, messages: &str, out: &mut impl Write) -> io::Result<u8> {
    let Some(entry) = bilan::reference::reference(messages).into_iter().find(|entry| entry.info.id == id) else {
        complain(&format!("There is no check “{id}”; `bilan --checks` lists them."));
        return Ok(UNREAD);
    };
    listing::explain(out, &entry, messages)?;
    Ok(0)
}

fn stream(names: &[String], house: &House, out: &mut impl Write) -> io::Result<u8> {
    let name = match names {
        [] => "-",
        [name] => name,
        _ => {
            complain("--jsonl reads one file or the standard input.");
            return Ok(UNREAD);
        }
    };
    match files::open(name) {
        Ok(input) => Ok(if lines::answer_all(input, out, house, complain)? { 0 } else { SOME_BAD }),
        Err(sentence) => {
            complain(&format!("{name}: {sentence}"));
            Ok(UNREAD)
        }
    }
}

fn complain(sentence: &str) {
    eprintln!("bilan: {sentence}");
}

//! Articles from files, folders and the standard input.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Endings of the files that a folder stands for.
const ENDINGS: [&str; 2] = ["txt", "md"];

/// Where one article is to be read.
pub struct Article {
    path: PathBuf,
    /// It was not named itself.
    pub from_folder: bool,
}

impl Article {
    pub fn name(&self) -> String {
        self.path.display().to_string()
    }

    /// The text without its byte order mark, or a sentence that says why there is none.
    pub fn text(&self) -> Result<String, String> {
        let mut bytes = Vec::new();
        // One byte more than is read in one go: enough for `check` to say that it is too much, and
        // an endless input ends.
        let most = bilan::MAX_BYTES as u64 + 1;
        open(&self.name())?.take(most).read_to_end(&mut bytes).map_err(why)?;
        if bytes.len() as u64 == most {
            return Err(bilan::report::Error::TooLong(bytes.len()).to_string());
        }
        let text = String::from_utf8(bytes).map_err(|_| "This is not text in UTF-8.".to_owned())?;
        Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
    }
}

/// The articles behind the names, folders opened; or a sentence when one of them is not there.
pub fn articles(names: &[String]) -> Result<Vec<Article>, String> {
    let mut articles = Vec::new();
    for name in names {
        let path = Path::new(name);
        if !path.is_dir() {
            articles.push(Article { path: path.to_owned(), from_folder: false });
            continue;
        }
        let mut found = inside(path).map_err(|error| format!("{name}: {}", why(error)))?;
        if found.is_empty() {
            return Err(format!("{name}: There is no .txt or .md file in this folder."));
        }
        found.sort();
        articles.extend(found.into_iter().map(|path| Article { path, from_folder: true }));
    }
    Ok(articles)
}

/// Opens a file, or the standard input for `-`.
pub fn open(name: &str) -> Result<Box<dyn Read>, String> {
    if name == "-" {
        return Ok(Box::new(io::stdin().lock()));
    }
    if Path::new(name).is_dir() {
        return Err("This is a folder.".to_owned());
    }
    Ok(Box::new(File::open(name).map_err(why)?))
}

fn inside(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in folder.read_dir()? {
        let path = entry?.path();
        let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
        if path.is_file() && ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str())) {
            found.push(path);
        }
    }
    Ok(found)
}

fn why(error: io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "There is no such file.".to_owned(),
        io::ErrorKind::PermissionDenied => "This file may not be read.".to_owned(),
        _ => format!("This file cannot be read ({error})."),
    }
}

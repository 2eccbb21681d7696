//! JSON Lines in and out, one article a line, in constant memory.

use bilan::report::{House, Options, Report};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Read, Write};

/// Longest line that is read, in bytes: the longest text with every character escaped, and its options.
const LONGEST: u64 = 8 * bilan::MAX_BYTES as u64;

/// One line of the answer.
#[derive(Serialize)]
pub struct Answer<'a, Id> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Id>,
    #[serde(skip_serializing_if = "Option::is_none")]
    report: Option<&'a Report>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'a str>,
}

impl<'a, Id> Answer<'a, Id> {
    pub fn report(id: Option<Id>, report: &'a Report) -> Self {
        Answer { id, report: Some(report), error: None }
    }

    pub fn error(id: Option<Id>, error: &'a str) -> Self {
        Answer { id, report: None, error: Some(error) }
    }
}

/// Writes one line of JSON.
pub fn write(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")
}

/// Answers every line in order; true when all of them were good. `house` holds for lines without their own, `complain`
/// hears why the input broke off, if it did.
pub fn answer_all(input: impl Read, out: &mut impl Write, house: &House, complain: fn(&str)) -> io::Result<bool> {
    let mut input = BufReader::with_capacity(1 << 16, input);
    let mut all_good = true;
    let mut line = Vec::new();
    for number in 1_u64.. {
        line.clear();
        if let Err(error) = input.by_ref().take(LONGEST).read_until(b'\n', &mut line) {
            complain(&format!("The input broke off in line {number} ({error})."));
            return Ok(false);
        }
        if line.is_empty() {
            break;
        }
        let bytes = if number == 1 { line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&line) } else { &line };
        if line.len() as u64 == LONGEST && !line.ends_with(b"\n") {
            all_good = false;
            input.skip_until(b'\n')?;
            write(out, &Answer::<&str>::error(None, &format!("Line {number} is longer than {LONGEST} bytes.")))?;
        } else if !bytes.trim_ascii().is_empty() {
            all_good &= answer(bytes, number, house, out)?;
        }
        // Whoever waits for an answer before the next line gets it; a file is answered in blocks.
        if !input.buffer().contains(&b'\n') {
            out.flush()?;
        }
    }
    Ok(all_good)
}

/// Answers one line; true when it was good.
fn answer(bytes: &[u8], number: u64, house: &House, out: &mut impl Write) -> io::Result<bool> {
    let mut id = None;
    let read = Line::read(bytes, house, &mut id);
    let report = read.and_then(|line| bilan::check(&line.text, &line.options).map_err(|error| error.to_string()));
    match &report {
        Ok(report) => write(out, &Answer::report(id, report))?,
        Err(sentence) => write(out, &Answer::error(id, &format!("Line {number}: {sentence}")))?,
    }
    Ok(report.is_ok())
}

/// One article with what is said about it.
struct Line {
    text: String,
    options: Options,
}

impl Line {
    /// Sets `id` as soon as it is known, so that a bad line is answered with it as well. It stays as
    /// it was written: a number too large for a float is given back digit by digit.
    fn read<'a>(bytes: &'a [u8], house: &House, id: &mut Option<&'a RawValue>) -> Result<Self, String> {
        let line = str::from_utf8(bytes).map_err(|_| "This is not text in UTF-8.")?;
        if !line.trim_start().starts_with('{') {
            return Err("This is not a JSON object.".to_owned());
        }
        let mut fields: BTreeMap<String, &RawValue> = serde_json::from_str(line.trim_end())
            .map_err(|error| format!("This is not JSON (column {}).", error.column()))?;
        if let Some(given) = fields.remove("id").filter(|given| given.get() != "null") {
            if !given.get().starts_with(|first: char| first == '"' || first == '-' || first.is_ascii_digit()) {
                return Err("“id” must be a string or a number.".to_owned());
            }
            *id = Some(given);
        }
        let text = fields.remove("text").ok_or("“text” is missing.")?.get();
        if !text.starts_with('"') {
            return Err("“text” must be a string.".to_owned());
        }
        // Well-formed as JSON, but not as text: half a surrogate pair.
        let text = serde_json::from_str(text).map_err(|_| "“text” holds an escape that is no character.")?;
        let mut options = options(&fields)?;
        if !fields.contains_key("house") {
            options.house = house.clone();
        }
        Ok(Line { text, options })
    }
}

/// Field by field first, because an error of the whole does not say where it is.
fn options(fields: &BTreeMap<String, &RawValue>) -> Result<Options, String> {
    let mut all = Map::new();
    for (key, value) in fields {
        let wrong = |error: serde_json::Error| format!("“{key}” does not fit: {error}.");
        let value: Value = serde_json::from_str(value.get()).map_err(wrong)?;
        Options::deserialize(Value::Object(Map::from_iter([(key.clone(), value.clone())]))).map_err(wrong)?;
        all.insert(key.clone(), value);
    }
    Options::deserialize(Value::Object(all)).map_err(|error| format!("The options do not fit: {error}."))
}

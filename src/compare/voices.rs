//! Whether two sources of two texts are one: by their names, and by their office where one has no name.

use super::stem;
use crate::lang::{Classes, class};
use crate::reading::{Attribution, Reading};
use crate::report::SourceKind;
use crate::text::{Kind, Text};

/// Mentions of a source that are looked at.
const MOST: usize = 12;

/// Words that many sources share.
const OFFICE: Classes = class::ROLE
    .or(class::SPOKES)
    .or(class::RANK)
    .or(class::HONORIFIC)
    .or(class::ANONYMOUS)
    .or(class::PROFESSION)
    .or(class::COLLECTIVE)
    .or(class::WITNESS)
    .or(class::PERSON)
    .or(class::DOC)
    .or(class::INSTITUTION)
    .or(class::FORCE);

/// Who speaks, by the words of all mentions.
pub struct Voice {
    /// What it is called and what it belongs to.
    names: Vec<String>,
    /// What it is.
    offices: Vec<String>,
    pub kind: Option<SourceKind>,
}

/// Who vouches for an attribution; without words where only a pronoun tells.
pub fn voice(reading: &Reading, attribution: &Attribution) -> Voice {
    let text = &reading.text;
    let source = reading.source(attribution);
    let mut voice = Voice { names: Vec::new(), offices: Vec::new(), kind: source.map(|s| s.kind) };
    let mentions = source.map_or(&[][..], |s| s.mentions.as_slice()).iter().take(MOST);
    for (first, end) in mentions.chain(&attribution.source) {
        for i in (*first..*end).filter(|i| tells(text, *i)) {
            let office = text.is(i, OFFICE) && !text.is_name(i);
            let words = if office { &mut voice.offices } else { &mut voice.names };
            words.push(stem(text, i));
        }
    }
    voice
}

/// Whether the word is one that a source can be known by.
fn tells(text: &Text, i: usize) -> bool {
    let empty =
        class::STOP.or(class::DEF).or(class::INDEF).or(class::OF).or(class::PRON).or(class::WEEKDAY).or(class::SAY);
    text.kind(i) == Some(Kind::Word) && (!text.is(i, empty) || text.is_name(i))
}

impl Voice {
    /// Whether the two cannot be one.
    pub fn differs(&self, other: &Voice) -> bool {
        let share = |a: &[String], b: &[String]| a.iter().any(|word| b.contains(word));
        let silent = |v: &Voice| v.names.is_empty() && v.offices.is_empty();
        if silent(self) || silent(other) || share(&self.names, &other.names) {
            return false;
        }
        // “le maire”, “le maire, Paul Vidal”; but not “the defence minister” and “the interior minister”
        let bare = self.names.is_empty() || other.names.is_empty();
        let crossed = share(&self.names, &other.offices) || share(&self.offices, &other.names);
        !crossed && !(bare && share(&self.offices, &other.offices))
    }

    /// Whether nobody can be asked: an unnamed source.
    pub fn hides(&self) -> bool {
        matches!(self.kind, Some(SourceKind::Anonymous | SourceKind::Collective))
    }
}

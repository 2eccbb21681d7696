//! What pictures of an article rest on: who vouches for each sentence, losses without a count, totals with their parts.

use super::{FigureKind, Utf16Span};
use serde::Serialize;

/// Who vouches for one sentence.
#[derive(Clone, Debug, Serialize)]
pub struct Voice {
    pub by: VoiceKind,
    pub source: Option<u32>,
    pub attribution: Option<u32>,
    /// It tells of people harmed, or that none were, with a count or without.
    pub losses: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum VoiceKind {
    Paper,
    Official,
    Party,
    Person,
    Media,
    Document,
    Collective,
    Anonymous,
}

/// Losses told with no count; each is a figure as well, of the same place.
#[derive(Clone, Debug, Serialize)]
pub struct Uncounted {
    pub figure: u32,
    pub span: Utf16Span,
    pub kind: FigureKind,
    pub attribution: Option<u32>,
}

/// A total with its parts.
#[derive(Clone, Debug, Serialize)]
pub struct Sum {
    pub total: u32,
    pub parts: Vec<u32>,
    /// What the parts give, in the unit of the text.
    pub computed: f64,
    /// The parts are said to be only some of the total: “including”.
    pub partial: bool,
    pub agrees: bool,
}

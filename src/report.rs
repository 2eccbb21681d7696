//! What one reading gives: plain, sorted data, as the doors hand it out.
//!
//! Places are UTF-16 code units, because that is what a page counts in; they are made by
//! [`crate::text::Utf16Map`] and nowhere else. Names and meanings are those of `wasm.d.ts`.

mod ledger;

pub use crate::house::{Given, House, Misfit, Switch};
pub use ledger::{Sum, Uncounted, Voice, VoiceKind};
use serde::Serialize;

/// A place in UTF-16 code units, end-exclusive. Unrelated to [`crate::text::Span`], which counts bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Utf16Span {
    pub start: u32,
    pub end: u32,
}

/// Everything that was read and flagged in one text.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// Version of this shape; 1.
    pub schema: u32,
    /// BCP 47 tag of the language that the text was read in.
    pub language: String,
    pub coverage: Coverage,
    /// Publication date, `YYYY-MM-DD` or `YYYY-MM`, given or found in a leading metadata line.
    pub published: Option<String>,
    pub sentences: Vec<Utf16Span>,
    /// Who vouches for each of the sentences, in the same order.
    pub voices: Vec<Voice>,
    pub sources: Vec<Source>,
    pub attributions: Vec<Attribution>,
    pub figures: Vec<Figure>,
    /// Losses told with no count, in reading order.
    pub uncounted: Vec<Uncounted>,
    /// Totals that the text splits into parts, computed again.
    pub sums: Vec<Sum>,
    pub dates: Vec<DateMention>,
    pub claims: Vec<Claim>,
    pub flags: Vec<Flag>,
    pub cards: Vec<Card>,
    /// Cards beyond what an editor has time for: in `cards` are at most one to 60 words, three in a text of less than 120 words, the
    /// gravest, and every error.
    pub folded: Vec<Card>,
    pub consistent: Vec<Consistency>,
    /// At most three lines about the article as a whole, the gravest first.
    pub overview: Vec<Overview>,
    /// One sentence for each entry of the house list that does not apply.
    pub problems: Vec<String>,
}

/// How much of the reading a language supports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Coverage {
    Full,
    Basic,
}

/// Someone or something that speaks in the article; one entry per entity.
#[derive(Clone, Debug, Serialize)]
pub struct Source {
    pub id: u32,
    pub name: String,
    pub kind: SourceKind,
    pub role: Option<String>,
    pub party: bool,
    pub mentions: Vec<Utf16Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SourceKind {
    Person,
    Official,
    Institution,
    Party,
    Media,
    Document,
    Collective,
    Anonymous,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    Direct,
    Indirect,
    Mixed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Stance {
    Asserts,
    Concedes,
    Accuses,
    Denies,
    Declines,
}

#[derive(Clone, Debug, Serialize)]
pub struct Attribution {
    pub id: u32,
    pub form: Form,
    pub source: Option<Utf16Span>,
    pub speaker: Option<u32>,
    pub cue: Vec<Utf16Span>,
    pub content: Vec<Utf16Span>,
    pub stance: Stance,
    pub channel: Option<Utf16Span>,
    pub when: Option<Utf16Span>,
    pub within: Option<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Precision {
    Exact,
    Approximate,
    AtLeast,
    AtMost,
    Range,
    Vague,
    Withheld,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FigureKind {
    Killed,
    Wounded,
    Missing,
    Captured,
    Displaced,
    Casualties,
    People,
    Money,
    Percent,
    Distance,
    Duration,
    Age,
    Other,
}

#[derive(Clone, Debug, Serialize)]
pub struct Figure {
    pub id: u32,
    pub span: Utf16Span,
    pub quantity: Utf16Span,
    pub precision: Precision,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub kind: FigureKind,
    pub unit: Option<String>,
    pub attribution: Option<u32>,
    pub background: bool,
    /// Index of the day or period that it is about.
    pub date: Option<u32>,
}

#[derive(Clone, Debug, Serialize)]
pub struct DateMention {
    pub span: Utf16Span,
    /// First and last day meant, ISO 8601.
    pub from: Option<String>,
    pub to: Option<String>,
    /// The weekday that the text names, 1 for Monday to 7 for Sunday.
    pub weekday: Option<u8>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Claim {
    pub id: u32,
    pub span: Utf16Span,
    /// 0 to 1.
    pub worth: f64,
    pub reasons: Vec<&'static str>,
    pub attribution: Option<u32>,
    pub figures: Vec<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    Info,
    Warning,
    Error,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Flag {
    pub id: u32,
    pub check: &'static str,
    pub severity: Severity,
    pub span: Utf16Span,
    pub message: String,
    pub question: String,
    pub standard: String,
    pub related: Vec<Utf16Span>,
    pub in_title: Option<Utf16Span>,
}

/// One card per claim: the flags are its reasons.
#[derive(Clone, Debug, Serialize)]
pub struct Card {
    pub span: Utf16Span,
    pub severity: Severity,
    pub flags: Vec<u32>,
    pub claim: Option<u32>,
    /// Place in the order in which an editor should look at the cards, from 0.
    pub rank: u32,
}

/// Something that is true of the whole article: no number at all, every toll from one side.
#[derive(Clone, Debug, Serialize)]
pub struct Overview {
    pub id: &'static str,
    pub message: String,
    pub spans: Vec<Utf16Span>,
}

/// Something that was checked and found to agree.
#[derive(Clone, Debug, Serialize)]
pub struct Consistency {
    pub check: &'static str,
    pub span: Utf16Span,
    pub message: String,
}

/// Two versions of an article side by side, and what an editor has to look at in the newer one.
#[derive(Clone, Debug, Serialize)]
pub struct Comparison {
    /// Version of this shape; 1.
    pub schema: u32,
    /// BCP 47 tag of the language that both versions were read in.
    pub language: String,
    pub coverage: Coverage,
    pub rows: Vec<Row>,
    pub changes: Vec<Change>,
}

/// One sentence of each version; `before` in the older text, `after` in the newer.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    pub kind: RowKind,
    pub before: Option<Utf16Span>,
    pub after: Option<Utf16Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RowKind {
    Same,
    Moved,
    Changed,
    Added,
    Removed,
}

/// Something that the newer version tells otherwise.
#[derive(Clone, Debug, Serialize)]
pub struct Change {
    pub id: u32,
    pub kind: ChangeKind,
    pub severity: Severity,
    /// The place in the older text.
    pub before: Option<Utf16Span>,
    /// The place in the newer text.
    pub after: Option<Utf16Span>,
    pub message: String,
    pub question: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    TollChanged,
    FigureChanged,
    BoundDropped,
    BoundAdded,
    AttributionLost,
    AttributionHardened,
    AttributionChanged,
    QuotationAltered,
    FigureUnsourced,
    LossesUncounted,
    NameChanged,
    DateChanged,
}

impl ChangeKind {
    /// As the report and the messages name it.
    pub fn id(self) -> &'static str {
        match self {
            ChangeKind::TollChanged => "toll-changed",
            ChangeKind::FigureChanged => "figure-changed",
            ChangeKind::BoundDropped => "bound-dropped",
            ChangeKind::BoundAdded => "bound-added",
            ChangeKind::AttributionLost => "attribution-lost",
            ChangeKind::AttributionHardened => "attribution-hardened",
            ChangeKind::AttributionChanged => "attribution-changed",
            ChangeKind::QuotationAltered => "quotation-altered",
            ChangeKind::FigureUnsourced => "figure-unsourced",
            ChangeKind::LossesUncounted => "losses-uncounted",
            ChangeKind::NameChanged => "name-changed",
            ChangeKind::DateChanged => "date-changed",
        }
    }
}

/// What a check is, for a list that a person reads.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CheckInfo {
    pub id: &'static str,
    pub title: String,
    pub severity: Severity,
    pub on_by_default: bool,
    pub standard: String,
}

/// What the caller says about the text; everything is optional.
#[derive(Clone, Debug, Default)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize), serde(default, deny_unknown_fields))]
pub struct Options {
    pub language: Option<String>,
    pub messages: Option<String>,
    pub published: Option<String>,
    pub title: Option<String>,
    pub captions: Vec<String>,
    pub house: House,
}

/// Why a text was not read. One sentence each, for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// `language` or `messages` is not a BCP 47 tag.
    LanguageTag(String),
    /// `published` is not `YYYY-MM-DD` or `YYYY-MM`, or not a day of the calendar.
    Published(String),
    /// More bytes of UTF-8 than [`crate::MAX_BYTES`].
    TooLong(usize),
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Error::LanguageTag(tag) => write!(f, "“{tag}” is not a language tag such as “fr” or “en-GB”."),
            Error::Published(date) => write!(f, "“{date}” is not a publication date such as 2024-08-02 or 2024-08."),
            Error::TooLong(bytes) => {
                write!(f, "The text has {bytes} bytes; at most {} are read in one go.", crate::MAX_BYTES)
            }
        }
    }
}

impl std::error::Error for Error {}

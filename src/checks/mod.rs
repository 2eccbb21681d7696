//! What an editor should look at: one file a check, the table of them, and what all of them share.
//!
//! A check asks the reading for facts and answers with findings. It knows no other check, no message
//! and no page; what silences it stands in [`Check::heeds`] and is applied here, once.

mod cards;
#[cfg(test)]
mod harness;
mod overview;
mod suppress;

pub use cards::{Draft, cards};
pub use overview::overview;
pub use suppress::Heed;

use crate::order;
use crate::reading::Reading;
#[cfg(not(target_arch = "wasm32"))]
use crate::report::Options;
use crate::report::{House, Severity, Switch};
use crate::text::Span;

/// A question that the table holds once.
pub struct Check {
    pub id: &'static str,
    pub severity: Severity,
    pub on_by_default: bool,
    /// What silences or lowers its findings.
    pub heeds: &'static [Heed],
    /// Language and text; what is flagged stands between ⟨ and ⟩. Every language has a silent near-miss.
    pub examples: &'static [(&'static str, &'static str)],
    pub run: fn(&Reading, &mut Findings),
}

impl Check {
    /// The check as it is built in: a page would load the examples for nothing.
    const fn shipped(&self) -> Check {
        Check { examples: if cfg!(target_arch = "wasm32") { &[] } else { self.examples }, ..*self }
    }
}

/// The words of an example; what stands behind them goes to the options: ` | title …`, ` | published 2024-08-02`.
#[cfg(not(target_arch = "wasm32"))]
pub fn example<'e>(example: &'e str, options: &mut Options) -> &'e str {
    let mut parts = example.split(" | ");
    let text = parts.next().unwrap_or("");
    for (key, value) in parts.filter_map(|part| part.split_once(' ')) {
        let slot = if key == "title" { &mut options.title } else { &mut options.published };
        *slot = Some(value.to_string());
    }
    text
}

/// One place that a check points at.
#[derive(Clone, Debug)]
pub struct Finding {
    pub span: Span,
    /// A token of the place, for what silences it.
    pub anchor: usize,
    /// Where it differs from the check's own.
    pub severity: Option<Severity>,
    pub slots: Vec<(&'static str, String)>,
    pub related: Vec<Span>,
    /// A place in the title, in its own bytes.
    pub in_title: Option<Span>,
}

/// What the checks answer.
#[derive(Default)]
pub struct Findings {
    pub flags: Vec<Finding>,
    /// Checked and found to agree.
    pub agreed: Vec<Finding>,
}

impl Finding {
    /// A finding on tokens `first..end`, with their words in the slot `words`.
    #[inline(never)]
    pub fn on(reading: &Reading, first: usize, end: usize) -> Finding {
        let span = reading.text.span(first, end);
        Finding {
            span,
            anchor: first,
            severity: None,
            slots: vec![("words", words(span.of(reading.text.src)))],
            related: Vec::new(),
            in_title: None,
        }
    }

    #[inline(never)]
    pub fn slot(mut self, name: &'static str, value: impl Into<String>) -> Finding {
        self.slots.retain(|(slot, _)| *slot != name);
        self.slots.push((name, value.into()));
        self
    }

    pub fn severity(mut self, severity: Severity) -> Finding {
        self.severity = Some(severity);
        self
    }

    pub fn related(mut self, spans: impl IntoIterator<Item = Span>) -> Finding {
        self.related.extend(spans);
        self
    }
}

/// Words for a message: on one line, without their own quotation marks, shortened in the middle.
pub fn words(raw: &str) -> String {
    const LONGEST: usize = 90;
    let clean = raw.split_whitespace().collect::<Vec<_>>().join(" ");
    let clean = clean.trim_matches(['"', '“', '”', '«', '»', ' ', '\u{a0}', '\u{202f}']);
    let count = clean.chars().count();
    if count <= LONGEST {
        return clean.to_string();
    }
    let head: String = clean.chars().take(LONGEST * 2 / 3).collect();
    let tail: String = clean.chars().skip(count - LONGEST / 3).collect();
    // Whole words on both sides of the gap.
    let head = head.rsplit_once(' ').map_or(head.as_str(), |(kept, _)| kept);
    let tail = tail.split_once(' ').map_or(tail.as_str(), |(_, kept)| kept);
    [head, " … ", tail].concat()
}

macro_rules! table {
    ($($module:ident),* $(,)?) => {
        $(mod $module;)*
        /// Every check, in the order of the catalogue.
        pub static CHECKS: &[Check] = &[$($module::CHECK.shipped()),*];
    };
}

table![
    casualty_no_count,
    casualty_count_vague,
    casualty_count_withheld,
    casualty_claim_by_belligerent,
    casualty_unverified_not_stated,
    casualty_claimants_merged,
    casualty_scope_ambiguous,
    casualty_term_ambiguous,
    casualty_unattributed,
    casualty_toll_conflict,
    toll_qualifier_dropped,
    casualty_status_by_belligerent,
    armed_group_unnamed,
    figure_no_source,
    figure_no_baseline,
    percent_vs_points,
    poll_incomplete,
    crowd_single_source,
    study_unnamed,
    sum_mismatch,
    percent_arithmetic,
    number_conflict,
    headline_body_mismatch,
    list_count_mismatch,
    age_duration_mismatch,
    name_variant,
    source_anonymous,
    source_collective_vague,
    source_plural_single,
    source_secondhand,
    source_agentless,
    source_no_occasion,
    attribution_scope_leak,
    single_source_story,
    conditional_without_source,
    media_relay_unconfirmed,
    social_source_unverified,
    accusation_no_response,
    quote_unattributed,
    quote_fragment_mismatch,
    quote_unbalanced,
    quote_two_occasions,
    speech_verb_loaded,
    weekday_date_mismatch,
    date_impossible,
    weekday_unanchored,
    observance_mismatch,
    absence_claim_stale,
    superlative_unsupported,
    consensus_claim,
    absolute_claim,
    causal_claim_unsupported,
    loaded_label,
    legal_qualification,
    presumption_of_innocence,
    protected_identity,
    private_data_exposed,
    first_mention_no_role,
    acronym_unexpanded,
    ugc_provenance_missing,
    caption_incomplete,
    casualty_one_sided,
    figure_vague_quantity,
    magnitude_slip,
    attribution_lapse,
    contested_lead_source_late,
    scare_quote_label,
    tense_date_mismatch,
    suicide_detail,
];

/// A finding with the check that made it and its severity after the house list.
pub struct Raised {
    pub check: &'static Check,
    pub severity: Severity,
    pub finding: Finding,
}

/// Runs every check that the desk has on; gives the flags by place, and what agrees.
pub fn run(reading: &Reading, house: &House) -> (Vec<Raised>, Vec<(&'static Check, Finding)>) {
    let mut raised = Vec::new();
    let mut agreed = Vec::new();
    for check in CHECKS {
        let switch = house.checks.get(check.id).copied();
        let fixed = match switch {
            Some(Switch::Off) => continue,
            None if !check.on_by_default => continue,
            None => None,
            Some(Switch::Info) => Some(Severity::Info),
            Some(Switch::Warning) => Some(Severity::Warning),
            Some(Switch::Error) => Some(Severity::Error),
        };
        let mut findings = Findings::default();
        (check.run)(reading, &mut findings);
        for finding in findings.flags {
            let own = finding.severity.unwrap_or(check.severity);
            let Some(severity) = suppress::apply(reading, check.heeds, &finding, own) else { continue };
            raised.push(Raised { check, severity: fixed.unwrap_or(severity), finding });
        }
        agreed.extend(findings.agreed.into_iter().map(|f| (check, f)));
    }
    precede(&mut raised);
    // At one place the order of the catalogue decides.
    order::by_key(&mut raised, |r| (r.finding.span.start(), r.finding.span.end()));
    order::by_key(&mut agreed, |(_, f)| (f.span.start(), f.span.end()));
    (raised, agreed)
}

/// Flags on casualties that may begin before a place and reach into it.
const NEAR: usize = 16;

/// Which check keeps the words that several point at: casualties before figures.
fn precede(raised: &mut Vec<Raised>) {
    let mut tolls: Vec<Span> =
        raised.iter().filter(|r| r.check.id.starts_with("casualty-")).map(|r| r.finding.span).collect();
    order::by_key(&mut tolls, |t| (t.start(), t.end()));
    let taken = |place: Span| {
        let behind = tolls.partition_point(|t| t.start() < place.end());
        tolls.iter().take(behind).rev().take(NEAR).any(|t| t.overlaps(place))
    };
    raised.retain(|r| !(r.check.id.starts_with("figure-") && taken(r.finding.span)));
}

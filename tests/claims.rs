//! Which sentences are worth a check, and why: `tests/constructions/claims.<language>.txt`.
//!
//! `sentence | reasons | check first`: a checker would take it; `later` where she would not; `no claim` where nothing is
//! asserted. The reasons are those of the report, `–` where there are none; of several sentences the first counts.
#![allow(clippy::unwrap_used)]

mod common;

use bilan::report::Options;

/// The worth from which a checker would take a sentence.
const FIRST: f64 = 0.5;

#[test]
fn a_claim_says_why_it_is_worth_a_check() {
    common::compare("claims", |language, line| {
        let text = line.split(" | ").next().unwrap();
        let options = Options { language: Some(language.to_owned()), ..Options::default() };
        let report = bilan::check(text, &options).unwrap();
        let first = report.claims.first();
        let reasons = first.map(|claim| claim.reasons.join(", ")).unwrap_or_default();
        let reasons = if reasons.is_empty() { "–" } else { &reasons };
        let taken = match first {
            Some(claim) if claim.worth >= FIRST => "check first",
            Some(_) => "later",
            None => "no claim",
        };
        format!("{text} | {reasons} | {taken}")
    });
}

//! Unnamed sources in the plural that turn out to be one: “des sources … cette source”, one quotation for several.
//!
//! Reuters: no plural where there is only one.

use super::suppress::SOURCES;
use super::{Check, Finding, Findings};
use crate::reading::{Reading, voices};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "source-plural-single",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: SOURCES,
    examples: &[
        ("fr", "Des sources douanières parlent d’un vol. ⟨La source⟩ ajoute que la caisse était vide."),
        ("fr", "Deux sources douanières parlent d’un vol. L’une d’elles ajoute que la caisse était vide."),
        ("en", "Customs sources said there was a theft. ⟨The source⟩ said the till was empty."),
        ("en", "Two customs sources said there was a theft. One of them said the till was empty."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for single in voices::singles(reading) {
        let plural = single.plural.unwrap_or(single.place);
        let other = reading.text.span(plural.0, plural.1);
        let finding = Finding::on(reading, single.place.0, single.place.1).slot("other", other.of(reading.text.src));
        out.flags.push(finding.related(single.plural.map(|_| other)));
    }
}

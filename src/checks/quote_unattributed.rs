//! A quotation of four words or more whose speaker cannot be found.
//!
//! Reuters wants the speaker named at once. Titles, banners and slogans are exempt.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::reading::{Reading, quotations};
use crate::report::Severity;

pub static CHECK: Check = Check {
    id: "quote-unattributed",
    severity: Severity::Warning,
    on_by_default: true,
    heeds: &[Heed::Furniture],
    examples: &[
        ("fr", "⟨« On n’a plus rien, vraiment plus rien du tout. »⟩ Les pompiers fouillent toujours."),
        ("fr", "« On n’a plus rien », raconte Odile, 52 ans."),
        ("fr", "Il a vu le film « Les quatre saisons de la mer »."),
        ("en", "⟨“There is nothing left of our street.”⟩ Firefighters are still digging."),
        ("en", "“There is nothing left,” said Odile, 52."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    for quote in quotations::unowned(reading) {
        out.flags.push(Finding::on(reading, quote.first.saturating_sub(1), quote.end + 1));
    }
}

//! A number of dead or wounded in the paper's own voice, with no source in reach.
//!
//! Reuters sources whatever its own reporter has not seen and is not common knowledge; so does BBC 11.3.1.

use super::suppress::OWN_VOICE;
use super::{Check, Finding, Findings};
use crate::order::{self, Index};
use crate::reading::{Count, Figure, Reading, context};
use crate::report::{FigureKind, Severity};

pub static CHECK: Check = Check {
    id: "casualty-unattributed",
    severity: Severity::Error,
    on_by_default: true,
    heeds: OWN_VOICE,
    examples: &[
        ("fr", "⟨Vingt-deux villageois⟩ sont morts dans le raid."),
        ("fr", "Vingt-deux villageois sont morts dans le raid, selon l’hôpital."),
        ("fr", "Le roman raconte la mort de six marins."),
        ("fr", "Sans la digue, la crue aurait fait quarante morts."),
        ("en", "⟨Twenty-two villagers⟩ were killed in the raid."),
        ("en", "⟨Up to 40 people⟩ may have been killed."),
        ("en", "Up to 40 people could die if the dam broke."),
        ("en", "Twenty-two villagers were killed in the raid, the hospital said."),
    ],
    run,
};

fn run(reading: &Reading, out: &mut Findings) {
    let bits = |v: Option<f64>| v.map_or(0, f64::to_bits);
    let number = |f: &Figure| order::key(&[f.kind as u64, bits(f.low), bits(f.high)]);
    let mut sourced = Index::new();
    for (i, figure) in reading
        .figures
        .iter()
        .enumerate()
        .filter(|(_, f)| f.is_toll() && (f.attribution.is_some() || reading.is_vouched(f.sentence)))
    {
        sourced.insert(number(figure), vec![i]);
    }
    let mut last = None;
    for figure in &reading.figures {
        let counts = matches!(figure.kind, FigureKind::Killed | FigureKind::Wounded | FigureKind::Casualties)
            && matches!(figure.count, Count::Given | Count::Rounded);
        let open = !figure.hypothetical && !figure.background && figure.attribution.is_none();
        if !counts || !open || last == Some(figure.sentence) {
            continue;
        }
        // The same number with a source elsewhere is sourced; one victim is mostly a story, not a count.
        let single = figure.low.or(figure.high).is_none_or(|v| v < 2.0);
        let sourced = sourced.contains_key(&number(figure)) || reading.is_sourced(figure.sentence);
        if single || sourced || reading.is_fiction(figure.sentence) || context::is_rate(&reading.text, figure) {
            continue;
        }
        last = Some(figure.sentence);
        out.flags.push(Finding::on(reading, figure.first, figure.end));
    }
}

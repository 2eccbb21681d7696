//! Names that are made of a date: streets and movements, which mean no day, and feasts, which mean it again each year.

use super::{Around, DateKind, DateMention, days, mention, month, small};
use crate::lang::class;
use crate::text::Text;

/// `place du 8 mai 1945`, `rue du 14-Juillet`, `the July 26 Movement`: a name, no day.
pub fn named_after(text: &Text, i: usize, around: Around) -> Option<DateMention> {
    small(text, i).or_else(|| month(text, i))?;
    let owner = i.checked_sub(2).filter(|k| text.is(k + 1, class::OF) && text.is(*k, class::NAMED_AFTER));
    let hyphen = hyphenated(text, i);
    let end = match hyphen {
        Some(end) => end,
        None => days::day(text, i, around, false)?.end,
    };
    let named = if text.lang.romance { owner.is_some() } else { text.capital(end) && text.is(end, class::NAMED_AFTER) };
    if named {
        return Some(mention(text, i, end, DateKind::Name));
    }
    // “le défilé du 14-Juillet”, but not “les attentats du 11-Septembre”
    let feast = hyphen.is_some() && text.is(i.wrapping_sub(1), class::OF);
    let event = i >= 2 && text.is(i - 2, class::FIGHT.or(class::ACCIDENT));
    if !feast || event {
        return None;
    }
    let mut date = mention(text, i, end, DateKind::Observance);
    (date.month, date.day) = (month(text, end - 1), small(text, i));
    date.from = around.pick(None, &|y| super::calendar(y, date.month?, date.day?));
    date.to = date.from;
    Some(date)
}

/// `14-Juillet`, `1er-Mai`: the token behind it.
fn hyphenated(text: &Text, i: usize) -> Option<usize> {
    let dash = i + 1 + usize::from(text.is(i + 1, class::ORDINAL_SUFFIX));
    let joined = text.sign(dash, "-") && text.glued(dash) && text.glued(dash + 1);
    (joined && text.lang.romance && month(text, dash + 1).is_some()).then_some(dash + 2)
}

/// `le défilé du 14 juillet`, `the July 4 parade`: a day that its ceremony makes a feast.
pub fn feast(text: &Text, date: &mut DateMention) {
    let first = date.first;
    let ceremony = if text.lang.romance {
        first >= 2 && text.is(first - 1, class::OF) && text.is(first - 2, class::CEREMONY)
    } else {
        text.is(date.end, class::CEREMONY)
    };
    if ceremony && date.kind == DateKind::Day && date.year.is_none() && date.weekday.is_none() {
        date.kind = DateKind::Observance;
    }
}

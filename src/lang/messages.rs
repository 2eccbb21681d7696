//! Messages of a language: sorted lines `key = text with {slots}`.

/// The messages of one language, searched as they lie.
#[derive(Clone, Copy)]
pub struct Messages(pub(super) &'static str);

impl Messages {
    /// The text of `check.part` with its slots filled; empty where the language has none.
    pub fn fill(self, check: &str, part: &str, slots: &[(&'static str, String)]) -> String {
        let mut text = self.get(check, part).to_string();
        if let Some(open) = text.find('{') {
            let tail = text.split_off(open);
            let mut rest = tail.as_str();
            while let Some((before, after)) = rest.split_once('{') {
                text.push_str(before);
                let Some((name, next)) = after.split_once('}') else {
                    rest = after;
                    break;
                };
                if let Some((_, value)) = slots.iter().find(|(slot, _)| *slot == name) {
                    text.push_str(value);
                }
                rest = next;
            }
            text.push_str(rest);
        }
        text
    }

    /// The raw text of `check.part`, found by halving the sorted lines.
    pub fn get(self, check: &str, part: &str) -> &'static str {
        let key = [check, ".", part].concat();
        let mut rest = self.0;
        while !rest.is_empty() {
            // The line around the middle.
            let bytes = rest.as_bytes();
            let middle = bytes.len() / 2;
            let start = bytes.iter().take(middle).rposition(|b| *b == b'\n').map_or(0, |at| at + 1);
            let end = bytes.iter().skip(middle).position(|b| *b == b'\n').map_or(bytes.len(), |at| middle + at);
            let line = rest.get(start..end).unwrap_or("");
            // Split by a character: the search for a string within a string weighs 2 KB in a page.
            let (name, text) = line.split_once('=').map_or((line, ""), |(name, text)| (name.trim(), text.trim()));
            rest = match name.cmp(key.as_str()) {
                std::cmp::Ordering::Equal => return text,
                std::cmp::Ordering::Less => rest.get(end + 1..).unwrap_or(""),
                std::cmp::Ordering::Greater => rest.get(..start.saturating_sub(1)).unwrap_or(""),
            };
        }
        ""
    }

    /// Keys and texts, in order.
    #[cfg(test)]
    pub fn entries(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.0.lines().filter(|line| !line.starts_with("//")).filter_map(|line| line.split_once(" = "))
    }
}

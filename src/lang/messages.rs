//! Messages of a language: sorted lines `key = text with {slots}`.

/// What fills the slots of a message.
pub type Slots<'a> = [(&'static str, &'a str)];

/// The messages of one language, searched as they lie.
#[derive(Clone, Copy)]
pub struct Messages(pub(super) &'static str);

impl Messages {
    /// The text of `check.part` with its slots filled; empty where the language has none.
    pub fn fill(self, check: &str, part: &str, slots: &Slots) -> String {
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

    /// The raw text of `check.part`.
    pub fn get(self, check: &str, part: &str) -> &'static str {
        self.0
            .lines()
            .find_map(|line| line.strip_prefix(check)?.strip_prefix('.')?.strip_prefix(part)?.strip_prefix(" = "))
            .unwrap_or("")
    }

    /// Keys and texts, in order.
    #[cfg(test)]
    pub fn entries(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.0.lines().filter(|line| !line.starts_with("//")).filter_map(|line| line.split_once(" = "))
    }
}

//! From characters to tokens: words with their classes, numbers, marks, signs.

use super::{Kind, Span, Token};
use crate::lang::{Classes, Lang, Word, class, lower_letter};

/// Longest phrase of the lists, in tokens.
const MAX_PHRASE: usize = 10;

/// Cuts `src` from the byte `start` on; gives the tokens and the buffer of their folded forms.
pub fn lex(src: &str, start: usize, lang: &'static Lang) -> (Vec<Token>, String) {
    let mut lexer = Lexer {
        src,
        lang,
        at: start,
        tokens: Vec::with_capacity(src.len() / 5),
        folded: String::with_capacity(src.len()),
    };
    while let Some(c) = lexer.peek(0) {
        if c.is_whitespace() || is_ignored(c) {
            lexer.at += c.len_utf8();
        } else if c.is_numeric() && !is_roman(c) {
            lexer.number();
        } else if is_word(c) {
            lexer.word();
        } else {
            let kind = if is_mark(c) { Kind::Mark } else { Kind::Sign };
            lexer.sign(c, kind);
        }
    }
    let Lexer { tokens, mut folded, .. } = lexer;
    let tokens = phrases(src, tokens, &mut folded, lang);
    (tokens, folded)
}

struct Lexer<'t> {
    src: &'t str,
    lang: &'static Lang,
    at: usize,
    tokens: Vec<Token>,
    folded: String,
}

impl Lexer<'_> {
    /// The character `ahead` bytes on.
    fn peek(&self, ahead: usize) -> Option<char> {
        match self.src.as_bytes().get(self.at + ahead)? {
            byte @ 0..128 => Some(char::from(*byte)),
            _ => self.src.get(self.at + ahead..)?.chars().next(),
        }
    }

    /// Adds a character in lower case to the folded forms.
    fn fold(&mut self, c: char) {
        self.folded.push(lower_letter(c));
    }

    fn push(&mut self, start: usize, end: usize, kind: Kind, fold: (usize, usize), word: Option<Word>) {
        let span = Span::new(start, end);
        let glued = self.tokens.last().is_some_and(|t| t.span.end() == start);
        let capital = span.of(self.src).chars().next().is_some_and(char::is_uppercase);
        self.tokens.push(Token {
            span,
            kind,
            classes: word.map_or(Classes::NONE, |word| self.lang.lexicon().classes(word)),
            word,
            fold: (u32::try_from(fold.0).unwrap_or(0), u32::try_from(fold.1 - fold.0).unwrap_or(0)),
            capital,
            glued,
            sentence: 0,
            quote: 0,
        });
    }

    fn sign(&mut self, c: char, kind: Kind) {
        let start = self.at;
        self.at += c.len_utf8();
        // Dots in a row are one ellipsis; two apostrophes in a row are a quotation mark of old agency copy.
        if c == '.' {
            while self.peek(0) == Some('.') {
                self.at += 1;
            }
        } else if c == '\'' && self.peek(0) == Some('\'') {
            self.at += 1;
            return self.push(start, self.at, Kind::Mark, (0, 0), None);
        }
        let from = self.folded.len();
        self.fold(c);
        let to = self.folded.len();
        let word = self.folded.get(from..to).and_then(|f| self.lang.lexicon().find(f));
        self.push(start, self.at, kind, (from, to), word);
    }

    /// Digits with their groups and decimals: `12 345`, `1.234,5`, `3,5`.
    fn number(&mut self) {
        let start = self.at;
        let mut groups = self.digits();
        while let Some(c) = self.peek(0) {
            let behind = self.at + c.len_utf8();
            let next = self.src.get(behind..).unwrap_or("");
            let digits = next.bytes().take_while(u8::is_ascii_digit).count();
            let joins = match c {
                '.' | ',' => digits > 0,
                '\'' | '’' => digits == 3,
                '\u{a0}' | '\u{202f}' | '\u{2009}' => digits == 3 && groups <= 3,
                ' ' => {
                    self.lang.decimal_comma
                        && digits == 3
                        && groups <= 3
                        && !next.get(3..).unwrap_or("").starts_with(['/', '-'])
                }
                _ => false,
            };
            let loose = self.loose_decimals();
            if !joins && loose.is_none() {
                break;
            }
            self.at = loose.unwrap_or(behind);
            groups = self.digits().min(3);
        }
        let from = self.folded.len();
        self.folded.push_str(Span::new(start, self.at).of(self.src));
        self.push(start, self.at, Kind::Number, (from, self.folded.len()), None);
    }

    /// “6 . 2 %”: where the decimals behind a point that stands apart begin.
    fn loose_decimals(&self) -> Option<usize> {
        let rest = self.src.get(self.at..)?.trim_start_matches(' ').strip_prefix(". ")?;
        let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = rest.len() - behind.len();
        ((1..3).contains(&digits) && behind.trim_start_matches(' ').starts_with('%'))
            .then(|| self.src.len() - rest.len())
    }

    /// Consumes digits and gives their number.
    fn digits(&mut self) -> usize {
        let start = self.at;
        while let Some(c) = self.peek(0).filter(|c| c.is_numeric() && !is_roman(*c)) {
            self.at += c.len_utf8();
        }
        self.src.get(start..self.at).map_or(0, |d| d.chars().count())
    }

    /// A word with its inner apostrophes, hyphens and initials, cut where the language cuts.
    fn word(&mut self) {
        let start = self.at;
        let from = self.folded.len();
        // Byte in the folded form and in the source at which each hyphen or apostrophe stands.
        let mut joints: Vec<(usize, usize, char)> = Vec::new();
        let mut letters = 0;
        while let Some(c) = self.peek(0) {
            let next = self.peek(c.len_utf8());
            if is_word(c) || c.is_ascii_digit() {
                letters += 1;
                self.fold(c);
            } else if is_apostrophe(c) && next.is_some_and(|n| n == ' ' || is_mark(n) && !is_apostrophe(n)) {
                // “qu'« une limite »”, “l' avion”: an elision before a quotation mark or a space.
                self.folded.push('\'');
                if self.known(from, self.folded.len()) {
                    self.at += c.len_utf8();
                } else {
                    self.folded.pop();
                }
                break;
            } else if is_apostrophe(c) && next.is_some_and(is_word) {
                joints.push((self.folded.len(), self.at, '\''));
                self.folded.push('\'');
            } else if is_hyphen(c) && next.is_some_and(|n| is_word(n) || n.is_ascii_digit()) {
                joints.push((self.folded.len(), self.at, '-'));
                self.folded.push('-');
            } else if c == '.'
                && letters == 1
                && (next.is_some_and(|n| n.is_uppercase())
                    && self.src.get(start..self.at).is_some_and(|w| w.starts_with(char::is_uppercase))
                    || next.is_some_and(is_word) && self.peek(2) == Some('.'))
            {
                letters = 0;
                self.folded.push('.');
            } else if c == '&' && next.is_some_and(is_word) {
                self.folded.push('&');
            } else {
                break;
            }
            self.at += c.len_utf8();
        }
        let to = self.folded.len();
        if !joints.is_empty() && !self.known(from, to) {
            self.cut(start, from, &joints);
        } else {
            self.finish(start, self.at, from, to);
        }
    }

    fn known(&self, from: usize, to: usize) -> bool {
        self.folded.get(from..to).is_some_and(|f| self.lang.lexicon().find(f).is_some())
    }

    /// Cuts elided words and enclitics off: `l'armée`, `a-t-il`, `Mali's`.
    fn cut(&mut self, start: usize, from: usize, joints: &[(usize, usize, char)]) {
        let (mut head, mut head_from) = (start, from);
        let (end, to) = (self.at, self.folded.len());
        let mut tail = None;
        for (fold_at, at, c) in joints.iter().copied() {
            if fold_at < head_from {
                continue;
            }
            if c == '\'' {
                let behind = at + self.src.get(at..).and_then(|s| s.chars().next()).map_or(1, char::len_utf8);
                if self.known(head_from, fold_at + 1) {
                    self.finish(head, behind, head_from, fold_at + 1);
                    (head, head_from) = (behind, fold_at + 1);
                    if self.known(head_from, to) {
                        break;
                    }
                } else if self.known(fold_at, to) {
                    tail = Some((at, fold_at));
                    break;
                }
            } else if self.known(fold_at, to) && fold_at > head_from {
                tail = Some((at, fold_at));
                break;
            }
        }
        match tail {
            Some((at, fold_at)) => {
                self.finish(head, at, head_from, fold_at);
                self.finish(at, end, fold_at, to);
            }
            None => self.finish(head, end, head_from, to),
        }
    }

    /// Looks the word up; a dot behind an abbreviation belongs to it.
    fn finish(&mut self, start: usize, end: usize, from: usize, to: usize) {
        let fold = self.folded.get(from..to).unwrap_or("");
        let found = self.lang.lexicon().find(fold);
        let mut end = end;
        if end == self.at && self.src.as_bytes().get(end) == Some(&b'.') {
            let initial = fold.chars().count() == 1
                && self.src.get(start..end).is_some_and(|w| w.starts_with(char::is_uppercase))
                && self.src.get(end + 1..).is_some_and(|s| s.starts_with([' ', '\u{a0}']));
            if initial || fold.contains('.') || found.is_some_and(|w| self.lang.lexicon().is(w, class::ABBREVIATION)) {
                end += 1;
            }
        }
        let accented = if found.is_none() { self.accented(fold, start) } else { None };
        self.at = self.at.max(end);
        match accented {
            Some((form, word)) => {
                let from = self.folded.len();
                self.folded.push_str(&form);
                self.push(start, end, Kind::Word, (from, self.folded.len()), Some(word));
            }
            None => {
                let fold = self.folded.get(from..to).unwrap_or("");
                let ending = self.lang.adverb_ending;
                let adverb = found.is_none() && !ending.is_empty() && fold.len() > 4 && fold.ends_with(ending);
                let small = self.src.get(start..end).is_some_and(|w| w.starts_with(char::is_lowercase));
                self.push(start, end, Kind::Word, (from, to), found);
                if let Some(token) = self.tokens.last_mut().filter(|_| adverb && small) {
                    token.classes = class::ADV;
                }
            }
        }
    }

    /// Capitals of agency copy carry no accents: `Etat`, `A Paris`.
    fn accented(&self, fold: &str, start: usize) -> Option<(String, Word)> {
        let capital = self.src.get(start..)?.chars().next()?;
        let accents: &[&str] = match capital {
            'E' => &["é", "ê", "è"],
            'A' => &["à", "â"],
            'C' => &["ç"],
            _ => return None,
        };
        let rest = fold.get(1..)?;
        accents.iter().find_map(|accent| {
            let form = [accent, rest].concat();
            self.lang.lexicon().find(&form).map(|word| (form, word))
        })
    }
}

/// Puts the words of each phrase together into one token.
fn phrases(src: &str, tokens: Vec<Token>, folded: &mut String, lang: &'static Lang) -> Vec<Token> {
    let mut out = Vec::with_capacity(tokens.len());
    let mut i = 0;
    while let Some(token) = tokens.get(i) {
        let mut token = *token;
        let mut next = i + 1;
        if token.classes.any(class::PHRASE_START) {
            let from = folded.len();
            let mut found = None;
            for (n, part) in tokens.iter().enumerate().skip(i).take(MAX_PHRASE) {
                let apart = src.get(token.span.end()..part.span.start()).is_some_and(|gap| gap.contains(['\n', '\r']));
                if part.kind == Kind::Mark || apart || (n > i && part.kind == Kind::Sign) {
                    break;
                }
                if n > i {
                    folded.push(' ');
                }
                let (start, len) = (part.fold.0 as usize, part.fold.1 as usize);
                folded.extend_from_within(start..start + len);
                // Most pairs of words begin no phrase: that is known before more is put together.
                if n == i + 1 && !folded.get(from..).is_some_and(|pair| lang.lexicon().opens_phrase(pair)) {
                    break;
                }
                if n > i
                    && let Some(word) = folded.get(from..).and_then(|f| lang.lexicon().find(f))
                {
                    found = Some((n + 1, word, folded.len()));
                }
            }
            if let Some((end, word, to)) = found {
                folded.truncate(to);
                token.span = token.span.to(tokens.get(end - 1).map_or(token.span, |t| t.span));
                token.fold = (u32::try_from(from).unwrap_or(0), u32::try_from(to - from).unwrap_or(0));
                token.classes = lang.lexicon().classes(word);
                token.word = Some(word);
                next = end;
            } else {
                folded.truncate(from);
            }
        }
        out.push(token);
        i = next;
    }
    out
}

/// Letters and the marks that combine with them.
fn is_word(c: char) -> bool {
    c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&c) || c == '\u{200d}'
}

/// Ⅷ is a numeral that counts nothing.
fn is_roman(c: char) -> bool {
    ('\u{2160}'..='\u{2188}').contains(&c)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{ad}')
}

/// Quotation marks; an apostrophe is one too until the text says otherwise.
fn is_mark(c: char) -> bool {
    matches!(c, '«' | '»' | '“' | '”' | '„' | '‟' | '"' | '‹' | '›' | '‘' | '’' | '\'' | '‚')
}

/// Characters that show nothing.
fn is_ignored(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}')
        || (c.is_control() && !c.is_whitespace())
}

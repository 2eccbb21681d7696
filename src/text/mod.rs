//! What stands where: tokens with their classes, sentences, paragraphs, quotation marks.

mod lexer;
mod metadata;
mod quotes;
mod sentences;
mod span;
#[cfg(test)]
mod tests;
mod utf16;

pub use metadata::published_range;
pub use quotes::Quote;
pub use sentences::Sentence;
pub use span::Span;
pub use utf16::Utf16Map;

use crate::lang::{Classes, Lang, class};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters, or a phrase of several words that the lists hold as one.
    Word,
    /// Digits with their separators.
    Number,
    /// A quotation mark.
    Mark,
    /// Any other character.
    Sign,
}

/// A word, number or sign.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    pub span: Span,
    pub kind: Kind,
    pub classes: Classes,
    /// The word's entry, for its value.
    word: Option<crate::lang::Word>,
    /// Where its folded form lies in [`Text::folded`]: start and length in bytes.
    fold: (u32, u32),
    /// Whether the first letter is a capital.
    pub capital: bool,
    /// Whether no space stands before it.
    pub glued: bool,
    /// Sentence it stands in.
    pub sentence: u32,
    /// Innermost quotation it stands in, as index + 1; 0 for none.
    quote: u32,
}

impl Token {
    /// Whether no list knows the word.
    pub fn is_unlisted(&self) -> bool {
        self.word.is_none()
    }
}

/// A text taken apart. Token indices are plain numbers; one that is out of range has no class and no words.
pub struct Text<'t> {
    pub src: &'t str,
    pub lang: &'static Lang,
    /// The date of a leading metadata line, `YYYY-MM-DD` or `YYYY-MM`.
    pub published: Option<&'t str>,
    /// Place of that line.
    pub dateline: Option<Span>,
    pub tokens: Vec<Token>,
    pub sentences: Vec<Sentence>,
    /// First token of each paragraph, and the one behind its last.
    pub paragraphs: Vec<(usize, usize)>,
    pub quotes: Vec<Quote>,
    /// For each sentence what any of its tokens is: most questions of most sentences end here.
    unions: Vec<Classes>,
    /// Quotation marks without a partner.
    pub unbalanced: Vec<Span>,
    folded: String,
}

impl<'t> Text<'t> {
    /// Takes `src` apart by the lists of `lang`. Never fails.
    pub fn new(src: &'t str, lang: &'static Lang) -> Text<'t> {
        let (published, start) = metadata::metadata(src);
        let (tokens, folded) = lexer::lex(src, start, lang);
        let mut text = Text {
            src,
            lang,
            published,
            dateline: published.map(|_| Span::new(0, start)),
            tokens,
            sentences: Vec::new(),
            paragraphs: Vec::new(),
            quotes: Vec::new(),
            unions: Vec::new(),
            unbalanced: Vec::new(),
            folded,
        };
        text.tell_acronyms();
        sentences::split(&mut text);
        quotes::pair(&mut text);
        text.unions = text.sentences.iter().map(|s| text.union(s.first, s.end)).collect();
        text
    }

    /// “WHO”, “US”, “IT”: capitals among small letters are a name, not the function word that they spell.
    fn tell_acronyms(&mut self) {
        for i in 0..self.tokens.len() {
            let capitals = |k: usize| {
                let word = self.word(k);
                self.kind(k) == Some(Kind::Word) && word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase())
            };
            let alone = self.is(i, GRAMMAR) && capitals(i) && !capitals(i + 1) && !(i > 0 && capitals(i - 1));
            if let Some(token) = self.tokens.get_mut(i).filter(|_| alone) {
                token.classes = token.classes.without(GRAMMAR);
            }
        }
    }

    pub fn token(&self, i: usize) -> Option<&Token> {
        self.tokens.get(i)
    }

    /// Whether token `i` carries one of `classes`.
    #[inline(always)]
    pub fn is(&self, i: usize, classes: Classes) -> bool {
        // Nearly all sets that are asked for are known when this is compiled, and most have one class or two.
        match classes.few() {
            Some((one, other)) => self.has_either(i, one, other),
            None => {
                let [a, b, c, d, e, f] = classes.words();
                self.has(i, a, b, c, d, e, f)
            }
        }
    }

    #[inline(never)]
    fn has_either(&self, i: usize, one: u32, other: u32) -> bool {
        self.tokens.get(i).is_some_and(|t| t.classes.holds(one) || t.classes.holds(other))
    }

    /// What any of the tokens `first..end` is.
    fn union(&self, first: usize, end: usize) -> Classes {
        let tokens = self.tokens.get(first..end).unwrap_or_default();
        tokens.iter().fold(Classes::NONE, |union, token| union.or(token.classes))
    }

    /// Whether any token of sentence `s` carries one of `classes`.
    pub fn sentence_is(&self, s: usize, classes: Classes) -> bool {
        self.unions.get(s).is_some_and(|union| union.any(classes))
    }

    /// The tokens that carry one of `classes`, in order; sentences without are passed over.
    pub fn having(&self, classes: Classes) -> impl Iterator<Item = usize> {
        let sentences = self.sentences.iter().zip(&self.unions).filter(move |(_, union)| union.any(classes));
        sentences.flat_map(|(s, _)| s.first..s.end).filter(move |i| self.is(*i, classes))
    }

    /// The set comes as six numbers: asked from a thousand places, constants weigh a third of a set in memory.
    #[inline(never)]
    #[allow(clippy::too_many_arguments, reason = "numbers stay in registers, a set does not")]
    fn has(&self, i: usize, a: u64, b: u64, c: u64, d: u64, e: u64, f: u64) -> bool {
        self.tokens.get(i).is_some_and(|t| {
            let [u, v, w, x, y, z] = t.classes.words();
            (a & u) | (b & v) | (c & w) | (d & x) | (e & y) | (f & z) != 0
        })
    }

    pub fn kind(&self, i: usize) -> Option<Kind> {
        self.tokens.get(i).map(|t| t.kind)
    }

    /// Token `i` in lower case, with straight apostrophes and plain hyphens.
    #[inline(never)]
    pub fn fold(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| Span::new(t.fold.0 as usize, (t.fold.0 + t.fold.1) as usize).of(&self.folded))
    }

    /// Token `i` as it stands.
    #[inline(never)]
    pub fn word(&self, i: usize) -> &'t str {
        self.tokens.get(i).map_or("", |t| t.span.of(self.src))
    }

    /// The value that the lists give to token `i`.
    #[inline(never)]
    pub fn value(&self, i: usize) -> Option<f64> {
        self.lang.lexicon().value(self.tokens.get(i)?.word?)
    }

    #[inline(never)]
    pub fn capital(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.capital)
    }

    /// Whether token `i` follows the one before it without a space.
    pub fn glued(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.glued)
    }

    /// Whether token `i` is the sign or mark `sign`.
    pub fn sign(&self, i: usize, sign: &str) -> bool {
        self.tokens.get(i).is_some_and(|t| t.kind != Kind::Word) && self.word(i) == sign
    }

    /// The place of tokens `first..end`.
    #[inline(never)]
    pub fn span(&self, first: usize, end: usize) -> Span {
        match (self.tokens.get(first), self.tokens.get(end.saturating_sub(1))) {
            (Some(a), Some(b)) if first < end => a.span.to(b.span),
            _ => Span::default(),
        }
    }

    /// Index of the sentence that token `i` stands in.
    #[inline(never)]
    pub fn sentence_of(&self, i: usize) -> usize {
        self.tokens.get(i).map_or(0, |t| t.sentence as usize)
    }

    #[inline(never)]
    pub fn sentence(&self, s: usize) -> Sentence {
        self.sentences.get(s).copied().unwrap_or_default()
    }

    /// Innermost quotation around token `i`.
    #[inline(never)]
    pub fn quote_of(&self, i: usize) -> Option<usize> {
        self.tokens.get(i).and_then(|t| (t.quote as usize).checked_sub(1))
    }

    /// Outermost quotation around token `i`.
    pub fn outer_quote(&self, i: usize) -> Option<usize> {
        let mut quote = self.quote_of(i)?;
        while let Some(parent) = self.quotes.get(quote).and_then(|q| q.parent) {
            quote = parent;
        }
        Some(quote)
    }

    /// The quotation that the mark at token `mark` opens.
    pub fn quote_from(&self, mark: usize) -> Option<&Quote> {
        let at = self.quotes.partition_point(|q| q.first <= mark);
        self.quotes.get(at).filter(|q| q.first == mark + 1)
    }

    /// First token that begins at or after the byte `at`.
    pub fn token_at(&self, at: usize) -> usize {
        self.tokens.partition_point(|t| t.span.start() < at)
    }

    /// Whether token `i` ends a clause: a comma, semicolon, colon, dash or bracket.
    #[inline(never)]
    pub fn is_pause(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.kind == Kind::Sign)
            && matches!(
                self.word(i),
                "," | ";" | ":" | "–" | "—" | "(" | ")" | "-" | "." | "!" | "?" | "…" | "[" | "]" | "/" | "•"
            )
            && !(self.word(i) == "-" && self.glued(i))
    }

    /// Whether token `i` ends like a plural.
    pub fn ends_plural(&self, i: usize) -> bool {
        let word = self.fold(i);
        word.ends_with(self.lang.plural_endings) && !word.ends_with("ss")
    }

    /// Whether token `i` looks like a word of a name: a capital that no function word explains.
    #[inline(never)]
    pub fn is_name(&self, i: usize) -> bool {
        let Some(token) = self.tokens.get(i) else { return false };
        token.kind == Kind::Word && token.capital && !token.classes.any(GRAMMAR) && !self.opens_sentence_as_common(i)
    }

    /// “Egyptologists have said”, “Petrochemical unions”: the capital of a sentence's first word makes no name of it.
    #[inline(never)]
    pub fn opens_as_plural(&self, i: usize) -> bool {
        let opens = i == self.sentence(self.sentence_of(i)).first && self.tokens.get(i).is_some_and(Token::is_unlisted);
        opens
            && !self.capital(i + 1)
            && (self.ends_plural(i) || self.is(i + 1, class::NOUN.without(class::VERB)) && self.ends_plural(i + 1))
    }

    /// A capital at the start of a sentence says nothing of a word that the lists know.
    fn opens_sentence_as_common(&self, i: usize) -> bool {
        let first = self.sentence(self.sentence_of(i)).first;
        let opens = i == first
            || i > 0
                && (self.kind(i - 1) == Some(Kind::Mark)
                    || matches!(self.word(i - 1), ":" | "–" | "—" | "•" | "(")
                    || self.word(i - 1) == "-" && !self.glued(i));
        opens
            && self
                .tokens
                .get(i)
                .is_some_and(|t| t.word.is_some() && !t.classes.any(class::STATE.or(class::MEDIA).or(class::ALIKE)))
    }
}

/// Classes of words that are never part of a name, whatever their letters.
const GRAMMAR: Classes = class::DEF
    .or(class::INDEF)
    .or(class::DEM)
    .or(class::POSS)
    .or(class::PREP)
    .or(class::OF)
    .or(class::TO)
    .or(class::AND)
    .or(class::OR)
    .or(class::BUT)
    .or(class::REL)
    .or(class::COMP)
    .or(class::PRON)
    .or(class::PRON_FIRST)
    .or(class::NEG)
    .or(class::ZERO)
    .or(class::NUM)
    .or(class::WEEKDAY)
    .or(class::MONTH)
    .or(class::ACCORDING)
    .or(class::BY);

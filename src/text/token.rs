//! Words, numbers and marks: one pass over a block, no allocation but the list of tokens.

use super::ByteSpan;
use super::abbreviation;

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum TokenKind {
    /// Letters with inner apostrophes and later digits: `Syria`, `O'Neill`, `MH17`; acronyms and abbreviations with
    /// their periods: `U.N.`, `Gen.`; the possessive `'s` is a token of its own.
    Word,
    /// Digits with grouping: `1,200`, `3.5`. Letters that follow (`1.2m`, `5th`) are the next token.
    Number,
    /// A web or mail address, a hashtag or a handle: never part of a fact.
    Address,
    /// Anything else that is visible, one character a token.
    Mark,
}

/// How a word is written: a small set of properties.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Shape(u8);

impl Shape {
    /// The first letter is upper case.
    pub const CAPITALISED: Self = Self(1);
    /// Two letters or more, all upper case.
    pub const ALL_CAPS: Self = Self(2);
    /// Holds a period: an acronym or an abbreviation.
    pub const PERIOD: Self = Self(4);
    /// White space (or the block's start) stands before it.
    pub const SPACED: Self = Self(8);
    /// Holds a digit.
    pub const DIGIT: Self = Self(16);
    /// Holds a character beyond ASCII.
    pub const NON_ASCII: Self = Self(32);
    /// The possessive `'s`.
    pub const POSSESSIVE: Self = Self(64);

    /// Whether every property of `other` holds.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    fn set(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// One token: where it stands and how it looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// Bytes of the article's text.
    pub span: ByteSpan,
    /// What it is.
    pub kind: TokenKind,
    /// How it is written.
    pub shape: Shape,
}

impl Token {
    /// Whether the first letter is upper case.
    pub fn is_capitalised(&self) -> bool {
        self.shape.has(Shape::CAPITALISED)
    }

    /// Whether white space stands before it.
    pub fn is_spaced(&self) -> bool {
        self.shape.has(Shape::SPACED)
    }
}

/// Adds the tokens of `block` to `tokens`. Together with the white space between them they cover the block.
pub(super) fn tokenize(text: &str, block: ByteSpan, tokens: &mut Vec<Token>) {
    let mut lexer = Lexer { text, bytes: text.as_bytes(), at: block.start(), end: block.end().min(text.len()) };
    let mut spaced = true;
    while lexer.at < lexer.end {
        let start = lexer.at;
        let current = lexer.character();
        if is_blank(current) {
            lexer.at += current.len_utf8();
            spaced = true;
            continue;
        }
        let (kind, mut shape) = lexer.token(current);
        if spaced {
            shape.set(Shape::SPACED);
        }
        tokens.push(Token { span: ByteSpan::new(start, lexer.at), kind, shape });
        spaced = false;
    }
}

struct Lexer<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    end: usize,
}

impl Lexer<'_> {
    fn character(&self) -> char {
        self.character_at(self.at)
    }

    /// The character at byte `at`; a space past the end.
    fn character_at(&self, at: usize) -> char {
        match self.bytes.get(at) {
            Some(&byte) if at < self.end => {
                if byte < 128 {
                    byte as char
                } else {
                    self.text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or(' ')
                }
            }
            _ => ' ',
        }
    }

    /// Reads one token that begins with `first` and moves behind it.
    fn token(&mut self, first: char) -> (TokenKind, Shape) {
        if first.is_ascii_digit() {
            return self.number();
        }
        if is_letter(first) {
            return if self.is_address() { self.address() } else { self.word() };
        }
        if let '\'' | '’' = first {
            let letter = self.character_at(self.at + first.len_utf8());
            let behind = self.character_at(self.at + first.len_utf8() + 1);
            let glued = self.at > 0 && !is_blank(self.before());
            if matches!(letter, 's' | 'S') && !is_letter(behind) && glued {
                self.at += first.len_utf8() + 1;
                let mut shape = Shape::POSSESSIVE;
                if first == '’' {
                    shape.set(Shape::NON_ASCII);
                }
                return (TokenKind::Word, shape);
            }
        }
        if matches!(first, '@' | '#') && (self.at == 0 || !is_letter(self.before())) {
            let next = self.character_at(self.at + 1);
            if is_letter(next) {
                return self.address();
            }
        }
        self.at += first.len_utf8();
        (TokenKind::Mark, Shape::default())
    }

    fn before(&self) -> char {
        self.text.get(..self.at).and_then(|head| head.chars().next_back()).unwrap_or(' ')
    }

    fn number(&mut self) -> (TokenKind, Shape) {
        loop {
            while self.at < self.end && self.bytes[self.at].is_ascii_digit() {
                self.at += 1;
            }
            let separator = self.character();
            if matches!(separator, '.' | ',') && self.character_at(self.at + 1).is_ascii_digit() {
                self.at += 1;
            } else {
                return (TokenKind::Number, Shape::DIGIT);
            }
        }
    }

    /// Whether a web or mail address begins here.
    fn is_address(&self) -> bool {
        let rest = &self.bytes[self.at..self.end];
        if rest.starts_with(b"http://") || rest.starts_with(b"https://") || rest.starts_with(b"www.") {
            return true;
        }
        let name = rest.iter().take(64).take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-')).count();
        rest.get(name) == Some(&b'@') && rest.get(name + 1).is_some_and(u8::is_ascii_alphanumeric)
    }

    fn address(&mut self) -> (TokenKind, Shape) {
        let start = self.at;
        let tag = matches!(self.character(), '@' | '#');
        self.at += 1;
        while self.at < self.end {
            let c = self.character();
            let goes_on = if tag { is_letter(c) || c.is_ascii_digit() || c == '_' } else { !is_blank(c) && !"<>\"”»)]}".contains(c) };
            if !goes_on {
                break;
            }
            self.at += c.len_utf8();
        }
        while self.at > start + 1 && matches!(self.bytes[self.at - 1], b'.' | b',' | b';' | b':' | b'!' | b'?') {
            self.at -= 1;
        }
        (TokenKind::Address, Shape::default())
    }

    fn word(&mut self) -> (TokenKind, Shape) {
        let start = self.at;
        let mut shape = Shape::default();
        let (mut letters, mut upper) = (0usize, 0usize);
        if self.character().is_uppercase() {
            shape.set(Shape::CAPITALISED);
        }
        loop {
            let c = self.character();
            let width = c.len_utf8();
            if is_letter(c) {
                letters += 1;
                upper += usize::from(c.is_uppercase());
                if width > 1 {
                    shape.set(Shape::NON_ASCII);
                }
            } else if c.is_ascii_digit() {
                if self.text.get(start..self.at).is_some_and(abbreviation::is_currency) {
                    break;
                }
                shape.set(Shape::DIGIT);
            } else if matches!(c, '\'' | '’') {
                let next = self.character_at(self.at + width);
                let behind = self.character_at(self.at + width + next.len_utf8());
                let possessive = matches!(next, 's' | 'S') && !is_letter(behind);
                if !is_letter(next) || possessive {
                    break;
                }
                if width > 1 {
                    shape.set(Shape::NON_ASCII);
                }
            } else if c == '.' && letters == 1 && self.at - start == width_of_first(self.text, start) && self.goes_on_as_acronym() {
                // `U.N.`, `a.m.`, and initials: a period after a single letter.
                self.acronym(&mut shape);
                return (TokenKind::Word, shape);
            } else if is_joiner(c) {
                shape.set(Shape::NON_ASCII);
            } else {
                break;
            }
            self.at += width;
        }
        if letters > 1 && upper == letters {
            shape.set(Shape::ALL_CAPS);
        }
        let word = self.text.get(start..self.at).unwrap_or("");
        let numbered =
            matches!(word, "No" | "Nos") && self.character_at(self.at + 1) == ' ' && self.character_at(self.at + 2).is_ascii_digit();
        if self.character() == '.' && (numbered || abbreviation::takes_period(word)) {
            self.at += 1;
            shape.set(Shape::PERIOD);
        }
        (TokenKind::Word, shape)
    }

    /// At a period behind a single letter: another `letter.` follows, or the letter is a capital initial.
    fn goes_on_as_acronym(&self) -> bool {
        let initial = self.before().is_uppercase();
        let next = self.character_at(self.at + 1);
        let behind = self.character_at(self.at + 1 + next.len_utf8());
        (is_letter(next) && behind == '.') || (initial && !is_letter(next) && !next.is_ascii_digit())
    }

    fn acronym(&mut self, shape: &mut Shape) {
        shape.set(Shape::PERIOD);
        let mut letters = 1;
        self.at += 1;
        loop {
            let next = self.character();
            let width = next.len_utf8();
            if is_letter(next) && self.character_at(self.at + width) == '.' {
                letters += 1;
                self.at += width + 1;
            } else {
                break;
            }
        }
        if letters > 1 && shape.has(Shape::CAPITALISED) {
            shape.set(Shape::ALL_CAPS);
        }
    }
}

fn width_of_first(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
}

/// White space, also of the kinds that `char::is_whitespace` leaves out: a zero-width space and a byte-order mark.
fn is_blank(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_whitespace() || c < ' ' } else { c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}') }
}

fn is_letter(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphabetic() } else { c.is_alphabetic() || is_combining(c) }
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{0483}'..='\u{0487}' | '\u{064B}'..='\u{065F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{20D0}'..='\u{20FF}')
}

/// Invisible characters that do not end a word: soft hyphen, joiners.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{200C}' | '\u{200D}' | '\u{2060}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokenize(text, ByteSpan::new(0, text.len()), &mut tokens);
        tokens.iter().map(|token| token.span.of(text)).collect()
    }

    #[test]
    fn possessives_stand_alone_and_inner_apostrophes_stay() {
        assert_eq!(words("Kenya’s O'Neill didn't"), ["Kenya", "’s", "O'Neill", "didn't"]);
        assert_eq!(words("the rebels' camp"), ["the", "rebels", "'", "camp"]);
    }

    #[test]
    fn numbers_keep_their_grouping_and_give_up_their_letters() {
        assert_eq!(words("1,200.5 and 1.2m, 5th, 40%"), ["1,200.5", "and", "1.2", "m", ",", "5", "th", ",", "40", "%"]);
    }

    #[test]
    fn currency_codes_let_go_of_their_amounts() {
        assert_eq!(
            words("USD10m, Rs500, RM3.5 but MH17, RMS2"),
            ["USD", "10", "m", ",", "Rs", "500", ",", "RM", "3.5", "but", "MH17", ",", "RMS2"]
        );
    }

    #[test]
    fn acronyms_initials_and_abbreviations_keep_their_periods() {
        assert_eq!(
            words("The U.N. and J. Doe met Gen. Roe at 5 p.m. today."),
            ["The", "U.N.", "and", "J.", "Doe", "met", "Gen.", "Roe", "at", "5", "p.m.", "today", "."]
        );
    }

    #[test]
    fn the_abbreviation_of_number_keeps_its_period_before_digits() {
        assert_eq!(words("Nos. 5 and No. 8. No. He"), ["Nos.", "5", "and", "No.", "8", ".", "No", ".", "He"]);
    }

    #[test]
    fn addresses_are_one_token() {
        assert_eq!(
            words("see https://a.example/2016/03/14?x=1, mail a.b@c.example or #peace"),
            ["see", "https://a.example/2016/03/14?x=1", ",", "mail", "a.b@c.example", "or", "#peace"]
        );
    }

    proptest! {
        #[test]
        fn tokens_and_blanks_cover_the_text(text in "\\PC{0,300}") {
            let mut tokens = Vec::new();
            tokenize(&text, ByteSpan::new(0, text.len()), &mut tokens);
            let mut at = 0;
            for token in &tokens {
                prop_assert!(text[at..token.span.start()].chars().all(is_blank));
                prop_assert!(!token.span.is_empty());
                at = token.span.end();
            }
            prop_assert!(text[at..].chars().all(is_blank));
        }
    }
}

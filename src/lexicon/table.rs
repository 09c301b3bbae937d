//! A table of words and the set of classes that a word is in.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

/// The tables that a word stands in, as a set of bits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Classes(u64);

impl Classes {
    /// In no table.
    pub const NONE: Self = Self(0);

    /// The class with number `bit` (0 to 63).
    pub const fn bit(bit: u32) -> Self {
        Self(1 << bit)
    }

    /// Both sets together.
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether any class of `other` is in the set.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether the set is empty.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// A list of lower-case words, each with a value. Look-up is by hash; the index is built at first use.
pub struct Table<T: 'static> {
    class: Classes,
    /// One word a line.
    words: &'static str,
    values: &'static [T],
    index: OnceLock<FxHashMap<&'static str, usize>>,
}

impl<T: 'static> Table<T> {
    /// What [`table!`](super::table!) makes of its rows: their words, one a line, and their values.
    pub const fn packed(class: Classes, words: &'static [u8], values: &'static [T]) -> Self {
        let Ok(words) = std::str::from_utf8(words) else { panic!("words joined by line ends") };
        Self { class, words, values, index: OnceLock::new() }
    }

    /// The value of `word`, which must be in lower case.
    pub fn get(&self, word: &str) -> Option<&'static T> {
        let index = self.index.get_or_init(|| self.words.split_terminator('\n').enumerate().map(|(at, word)| (word, at)).collect());
        index.get(word).map(|&at| &self.values[at])
    }
}

/// A [`Table`] of this type of values, whose words get this class, from rows of a word and its value.
///
/// The rows are taken apart while this is compiled: a word in a row of its own would weigh a pointer and a length in the
/// module, more than most words themselves.
macro_rules! table {
    ($value:ty, $class:expr, $rows:expr $(,)?) => {{
        const ROWS: &[(&str, $value)] = $rows;
        static WORDS: [u8; $crate::lexicon::table::length(ROWS)] = $crate::lexicon::table::words(ROWS);
        static VALUES: [$value; ROWS.len()] = $crate::lexicon::table::values(ROWS);
        Table::packed($class, &WORDS, &VALUES)
    }};
}
pub(crate) use table;

/// Bytes of the words of `rows`, each with a line end.
pub(super) const fn length<T>(rows: &[(&str, T)]) -> usize {
    let (mut length, mut row) = (0, 0);
    while row < rows.len() {
        length += rows[row].0.len() + 1;
        row += 1;
    }
    length
}

/// The words of `rows`, each with a line end.
pub(super) const fn words<T, const LENGTH: usize>(rows: &[(&str, T)]) -> [u8; LENGTH] {
    let mut words = [b'\n'; LENGTH];
    let (mut end, mut row) = (0, 0);
    while row < rows.len() {
        let word = rows[row].0.as_bytes();
        let mut at = 0;
        while at < word.len() {
            words[end + at] = word[at];
            at += 1;
        }
        end += word.len() + 1;
        row += 1;
    }
    words
}

/// The values of `rows`.
pub(super) const fn values<T: Copy, const ROWS: usize>(rows: &[(&str, T)]) -> [T; ROWS] {
    let mut values = [rows[0].1; ROWS];
    let mut row = 1;
    while row < ROWS {
        values[row] = rows[row].1;
        row += 1;
    }
    values
}

/// What [`Reading`](super::Reading) needs of a table, whatever its values are.
pub trait Words: Sync {
    /// The class of all its words.
    fn class(&self) -> Classes;
    /// Calls `visit` with each word.
    fn visit(&self, visit: &mut dyn FnMut(&'static str));
}

impl<T: Sync + Send + 'static> Words for Table<T> {
    fn class(&self) -> Classes {
        self.class
    }

    fn visit(&self, visit: &mut dyn FnMut(&'static str)) {
        for word in self.words.split_terminator('\n') {
            visit(word);
        }
    }
}

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
    rows: &'static [(&'static str, T)],
    index: OnceLock<FxHashMap<&'static str, usize>>,
}

impl<T: 'static> Table<T> {
    /// A table whose words get the class `class`.
    pub const fn new(class: Classes, rows: &'static [(&'static str, T)]) -> Self {
        Self { class, rows, index: OnceLock::new() }
    }

    /// The value of `word`, which must be in lower case.
    pub fn get(&self, word: &str) -> Option<&'static T> {
        let index = self.index.get_or_init(|| self.rows.iter().enumerate().map(|(at, row)| (row.0, at)).collect());
        index.get(word).map(|&at| &self.rows[at].1)
    }
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
        for row in self.rows {
            visit(row.0);
        }
    }
}

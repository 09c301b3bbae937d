//! English. A new table: a file, a class bit here, a line in [`TABLES`].

use super::table::Words;

pub mod speech;

/// The class of each table.
pub mod class {
    use crate::lexicon::Classes;

    /// Verbs and nouns of speech: `said`.
    pub const SPEECH: Classes = Classes::bit(0);
    // Bits by room, so that no two rooms take the same: 0-7 quote, 8-19 number, 20-31 time, 32-43 casualty, 44-59 name.
}

/// Every table whose words get a class.
pub static TABLES: &[&dyn Words] = &[&speech::VERBS];

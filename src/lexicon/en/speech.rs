//! Verbs that report speech, in the forms that news uses.

use super::class;
use crate::lexicon::Table;

/// How a verb of speech takes its words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Speech {
    /// Takes a clause or a quotation: "said (that) …".
    Reports,
}

/// The verbs.
pub static VERBS: Table<Speech> =
    Table::new(class::SPEECH, &[("said", Speech::Reports), ("says", Speech::Reports), ("told", Speech::Reports)]);

//! Words for what became of people who were held, taken, driven out or missing.

use super::class;
use crate::fact::OutcomeKind::{self, Escaped, Found, Freed, Rescued, Returned};
use crate::lexicon::{Table, table};

/// The words: verbs with the people as their object ("freed") or subject ("returned", "escaped"), and nouns that name them by "of".
pub static OUTCOMES: Table<OutcomeKind> = table!(
    OutcomeKind,
    class::OUTCOME,
    &[
        ("freed", Freed),
        ("free", Freed),
        ("frees", Freed),
        ("freeing", Freed),
        ("released", Freed),
        ("release", Freed),
        ("releases", Freed),
        ("releasing", Freed),
        ("liberated", Freed),
        ("liberation", Freed),
        ("exchanged", Freed),
        ("exchange", Freed),
        ("swapped", Freed),
        ("swap", Freed),
        ("pardoned", Freed),
        ("rescued", Rescued),
        ("rescue", Rescued),
        ("rescuing", Rescued),
        ("returned", Returned),
        ("return", Returned),
        ("returning", Returned),
        ("repatriated", Returned),
        ("repatriation", Returned),
        ("resettled", Returned),
        ("escaped", Escaped),
        ("escape", Escaped),
        ("escaping", Escaped),
        ("found", Found),
    ],
);

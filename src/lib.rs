//! Sidelight reads a news article and puts its facts beside it.
//!
//! ```text
//! page (DOM) ─► article: title, date, language, blocks of text     page/ (browser only), extract/, text/
//!            ─► text: tokens, sentences, lexical classes           text/, lexicon/
//!            ─► mentions: numbers, times, names, figures, quotes   number/ time/ name/ casualty/ quote/
//!            ─► story: who is who, one figure told twice           story/
//!            ─► Analysis (plain data)                              fact/
//!            ─► inline tags · fact card · exports                  card/ (browser only), export/
//! ```
//!
//! The analysis cannot fail, knows no clock and does no input or output: the same article gives the same
//! [`Analysis`](fact::Analysis) everywhere.

#![deny(missing_docs)]

pub mod export;
pub mod extract;
pub mod fact;
pub mod knowledge;
pub mod text;

#[cfg(target_arch = "wasm32")]
pub mod card;
#[cfg(target_arch = "wasm32")]
mod session;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

mod analyzer;
mod casualty;
mod lexicon;
mod name;
mod number;
#[cfg(target_arch = "wasm32")]
pub mod page;
mod quote;
mod story;
mod time;

pub use analyzer::{Analyzer, analyze};

/// What the trainer needs, and no one else: no promise is made of it.
#[doc(hidden)]
pub mod training {
    pub use crate::knowledge::code::{Bit, Decoder, Number};
    pub use crate::knowledge::{
        CLASS_BITS, CLASS_NUMBER_BITS, EntryCode, Folded, HASH_BITS, Model, NAME_BITS, Slot, Steps, Text, WeightCode, class_hash, states,
    };
    pub use crate::lexicon::Reading;
    pub use crate::name::{Feature, Label, Tagger, word_hash};
}

/// The samples of the README, run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

// `wasm-pack test` also builds the unit tests, which it does not run. Property tests need random numbers from the system,
// which wasm32 has not: there, `proptest!` is empty.
#[cfg(all(test, target_arch = "wasm32"))]
extern crate self as proptest;
#[cfg(all(test, target_arch = "wasm32"))]
pub(crate) mod prelude {
    macro_rules! nothing {
        ($($test:tt)*) => {};
    }
    pub(crate) use nothing as proptest;
}

//! Word lists as tables, one row a word, and the one look-up that tells each token's classes.
//!
//! [`Reading`] is a document with the classes of each token, filled in one pass; a tagger tests a bit and goes to its
//! table only for the few tokens that have it.

pub mod en;
mod reading;
mod table;

pub use reading::{Reading, prepare};
pub(crate) use table::table;
pub use table::{Classes, Table};

//! The text floor: spans, offset units, the article as blocks of text, tokens and sentences.
//!
//! Everything above works on one [`Document`]: the article's text is never normalised, so a span means the same
//! bytes everywhere.

mod abbreviation;
mod article;
pub mod day;
pub mod decimal;
mod document;
pub mod language;
mod offset;
pub mod order;
mod pass;
mod sentence;
mod span;
mod token;

pub use article::{Article, Block, BlockKind, DateSource, Published};
pub use document::Document;
pub use offset::{CodePointSpan, OffsetMap, Utf16Span};
pub use pass::{Pass, Progress, pass};
pub use sentence::Sentence;
pub use span::{ByteSpan, TokenSpan};
pub use token::{Shape, Token, TokenKind};

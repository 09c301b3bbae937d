//! Browser only: the article out of the live page, the way back from its text to the page, and notice of changes.
//!
//! Nothing here changes the page. What is the story and what its text is decides [`crate::extract`].

mod collect;
mod map;
mod observe;
mod walk;

pub use collect::{Collector, Page};
pub use map::TextMap;
pub use observe::{Observer, observe};

pub use crate::extract::NotAnArticle;

//! From a page to its article, as plain data: which element holds the story, its text and the way back, its metadata.
//!
//! Whoever can read a page fills a [`Tree`] in document order: the browser from its live DOM, the command from a file.
//! [`plan`] finds the story in it, the [`Assembler`] makes the text in slices, [`describe`] reads the rest. Nothing here
//! changes the page or knows a DOM. Everything is linear in the number of nodes and free of recursion.

mod assemble;
mod date;
mod json_ld;
mod line;
mod mark;
mod metadata;
mod note;
mod root;
mod segment;
mod survey;
mod tag;
#[cfg(test)]
mod tests;
mod tree;

pub use assemble::{Assembler, Assembly};
pub use mark::Marks;
pub use metadata::describe;
pub use root::{NotAnArticle, Plan, plan};
pub use segment::{Piece, Segment, Segments, reads_as};
pub use tag::Tag;
pub use tree::{Content, Declaration, Descent, Element, Node, NodeIndex, Style, Tree, WhiteSpace};

use crate::text::Article;

/// Reads the article out of a whole tree at once. `address` is the page's own.
pub fn extract(tree: &Tree, address: Option<&str>) -> Result<(Article, Segments), NotAnArticle> {
    let plan = plan(tree, None)?;
    let mut assembler = Assembler::new(tree, &plan);
    while assembler.advance(tree, &plan, usize::MAX) {}
    finish(tree, &plan, assembler, address)
}

/// The article of a finished assembler.
pub fn finish(tree: &Tree, plan: &Plan, assembler: Assembler, address: Option<&str>) -> Result<(Article, Segments), NotAnArticle> {
    let Assembly { text, blocks, segments } = assembler.finish();
    if blocks.is_empty() {
        return Err(NotAnArticle::NoText);
    }
    let mut article = Article { text, blocks, ..Article::default() };
    describe(tree, plan, address, &mut article);
    Ok((article, segments))
}

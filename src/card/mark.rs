//! Tags as `<mark>` elements, for publishers who ask for it: they print, and assistive technology can find them.
//! Taking them back leaves the page's markup and its text nodes as they were.

use std::cell::RefCell;

use web_sys::{Document, Element, Text};

use super::Tag;

/// A text node of the page that was cut: it keeps the first piece, `pieces` are the others from the last to the first.
struct Cut {
    own: Text,
    pieces: Vec<Text>,
}

/// The marks of one session.
#[derive(Default)]
pub(super) struct Marks {
    marks: RefCell<Vec<(Element, Tag)>>,
    cuts: RefCell<Vec<Cut>>,
}

impl Marks {
    /// Wraps the words of a tag, given as parts of text nodes in UTF-16 units. Tags must not overlap and come from the last in the
    /// text to the first: what is cut off a text node lies behind all that is still to come, so that the page's own node and offsets
    /// stay good.
    pub fn wrap(&self, document: &Document, parts: Vec<(Text, u32, u32)>, tag: Tag, title: &str) {
        for (node, start, end) in parts.into_iter().rev() {
            // A mark around white space between two blocks would be a child that a list or a table does not expect.
            if node.data().trim().is_empty() {
                continue;
            }
            let Some(words) = self.cut(node, start, end) else { continue };
            let (Some(parent), Ok(mark)) = (words.parent_node(), document.create_element("mark")) else { continue };
            mark.set_class_name(&format!("sidelight sidelight-{}", tag.kind.key()));
            let _ = mark.set_attribute("data-sidelight", &tag.subject.key());
            let _ = mark.set_attribute("title", title);
            if parent.insert_before(&mark, Some(&words)).is_ok() && mark.append_child(&words).is_ok() {
                self.marks.borrow_mut().push((mark, tag));
            }
        }
    }

    /// Cuts a part out of its node and remembers the node.
    fn cut(&self, node: Text, start: u32, end: u32) -> Option<Text> {
        let mut cuts = self.cuts.borrow_mut();
        if cuts.last().is_none_or(|cut| cut.own != node) {
            cuts.push(Cut { own: node.clone(), pieces: Vec::new() });
        }
        let pieces = &mut cuts.last_mut()?.pieces;
        if end < node.length() {
            pieces.push(node.split_text(end).ok()?);
        }
        if start == 0 {
            return Some(node);
        }
        let words = node.split_text(start).ok()?;
        pieces.push(words.clone());
        Some(words)
    }

    /// Shows or hides the marks of a kind.
    pub fn show(&self, kind: super::Kind, shown: bool) {
        for (mark, tag) in self.marks.borrow().iter().filter(|(_, tag)| tag.kind == kind) {
            let off = if shown { "" } else { " sidelight-off" };
            mark.set_class_name(&format!("sidelight sidelight-{}{off}", tag.kind.key()));
        }
    }

    /// Unwraps all and joins the text nodes again.
    pub fn clear(&self) {
        for (mark, _) in self.marks.take() {
            let Some(parent) = mark.parent_node() else { continue };
            while let Some(child) = mark.first_child() {
                if parent.insert_before(&child, Some(&mark)).is_err() {
                    break;
                }
            }
            mark.remove();
        }
        for Cut { own, pieces } in self.cuts.take() {
            let mut whole = own.data();
            for piece in pieces.iter().rev() {
                // A piece that the page moved or removed meanwhile is the page's to keep.
                if own.next_sibling().as_ref() != Some(piece.as_ref()) {
                    break;
                }
                whole.push_str(&piece.data());
                piece.remove();
            }
            if whole.len() != own.data().len() {
                own.set_data(&whole);
            }
        }
    }
}

impl Drop for Marks {
    fn drop(&mut self) {
        self.clear();
    }
}

//! The article as the taggers get it: one text, its blocks, and what the page says about itself.

use jiff::civil::Date;

use super::ByteSpan;

/// What a block of text is on the page.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum BlockKind {
    /// The article's own headline.
    Headline,
    /// A heading inside the article.
    Heading,
    /// Running text.
    #[default]
    Paragraph,
    /// An item of a list.
    ListItem,
    /// A block quotation.
    Quotation,
    /// The caption of a picture: its date and place are the picture's, not the event's.
    Caption,
    /// A cell of a table.
    TableCell,
}

/// A stretch of the article's text that no sentence crosses.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Block {
    /// Bytes of [`Article::text`].
    pub span: ByteSpan,
    /// What it is.
    pub kind: BlockKind,
    /// The block's own publication date (a post of a live blog), where it has one.
    pub published: Option<Date>,
}

/// Where a publication date was found, best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum DateSource {
    /// Given by the caller or the reader.
    Given,
    /// `datePublished` of JSON-LD.
    JsonLd,
    /// A `<meta>` element.
    Meta,
    /// A `<time>` element.
    TimeElement,
    /// A visible line by the author's name or the headline.
    Byline,
    /// The page's address.
    Url,
}

/// A publication date with its origin.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Published {
    /// The civil day in the page's own time zone.
    pub date: Date,
    /// Where it stands.
    pub source: DateSource,
}

/// What [`analyze`](crate::analyze) reads.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Article {
    /// All text, the blocks in reading order with a line break or more between two.
    pub text: String,
    /// The parts of `text` to be read, in order, not overlapping. What lies outside is not analysed.
    pub blocks: Vec<Block>,
    /// The headline, also where it is no block of the text.
    pub title: Option<String>,
    /// A BCP 47 tag as the page gives it, for example `en-GB`.
    pub language: Option<String>,
    /// The page's address.
    pub url: Option<String>,
    /// The name of the site.
    pub publisher: Option<String>,
    /// When it was published, where the page or the caller says so.
    pub published: Option<Published>,
}

impl Article {
    /// An article of plain text: every line is a block, and a line that goes on from the one before is joined to it (text
    /// broken at the margin). Offsets of the results count in `text` as given.
    pub fn from_text(text: impl Into<String>) -> Self {
        let text = text.into();
        let mut blocks: Vec<Block> = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let words = line.trim();
            if !words.is_empty() {
                let from = start + (line.len() - line.trim_start().len());
                let span = ByteSpan::new(from, from + words.len());
                match blocks.last_mut() {
                    Some(before) if goes_on(&text, before.span, span) => before.span = before.span.cover(span),
                    _ => blocks.push(Block { span, kind: BlockKind::Paragraph, published: None }),
                }
            }
            start += line.len();
        }
        Self { text, blocks, ..Self::default() }
    }

    /// The same article with the publication date given by the caller.
    pub fn published_on(mut self, date: Option<Date>) -> Self {
        self.published = date.map(|date| Published { date, source: DateSource::Given });
        self
    }
}

/// Whether a line of plain text goes on from the block before it: it begins with a small letter right below a line that
/// ends with a word or a comma.
fn goes_on(text: &str, before: ByteSpan, line: ByteSpan) -> bool {
    let breaks = text[before.end()..line.start()].matches('\n').count();
    let last = text[..before.end()].chars().next_back();
    let first = text[line.start()..].chars().next();
    breaks == 1 && first.is_some_and(char::is_lowercase) && last.is_some_and(|c| c.is_alphanumeric() || c == ',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &str) -> Vec<String> {
        let article = Article::from_text(text);
        article.blocks.iter().map(|block| article.text[block.span.start()..block.span.end()].to_owned()).collect()
    }

    #[test]
    fn lines_are_blocks() {
        assert_eq!(blocks("One.\r\n\r\n  Two\nThree"), ["One.", "Two", "Three"]);
    }

    #[test]
    fn lines_broken_at_the_margin_are_joined() {
        assert_eq!(blocks("Some 200 people\nwere hurt.\nthen rain fell"), ["Some 200 people\nwere hurt.", "then rain fell"]);
        assert_eq!(blocks("A heading\n\nin small letters"), ["A heading", "in small letters"]);
    }
}

//! What an element's name says about its text.

/// The kinds of element that the reader tells apart; several HTML names may share one.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Tag {
    /// Runs within a line: `span`, `b`, `em`, and names nobody knows.
    Inline,
    /// A link.
    Link,
    /// A line break.
    Break,
    /// Superscript: a footnote mark, an ordinal ending or an exponent.
    Superscript,
    /// A box of its own: `div`, `section`, `ul` and the like.
    Block,
    /// A paragraph.
    Paragraph,
    /// The first heading, `h1`.
    Title,
    /// `h2` to `h6`.
    Heading,
    /// An item of a list.
    Item,
    /// A block quotation.
    Quotation,
    /// A picture with its caption.
    Figure,
    /// The caption of a picture or a table.
    Caption,
    /// A cell of a table.
    Cell,
    /// An article, or a teaser of one.
    Article,
    /// The page's main part.
    Main,
    /// The page itself.
    Body,
    /// A header of the page or of a part.
    Header,
    /// Beside the story: `aside`, `nav`, `footer`, `form`.
    Beside,
    /// A moment, readable by machine.
    Time,
    /// No running text for a reader: scripts, code, pictures, controls, struck-out words.
    Silent,
}

/// Reads an HTML element name, in either case.
pub fn of(name: &str) -> Tag {
    let mut lower = [0u8; 12];
    let Some(lower) = lower.get_mut(..name.len()) else { return Tag::Inline };
    lower.copy_from_slice(name.as_bytes());
    lower.make_ascii_lowercase();
    match std::str::from_utf8(lower).unwrap_or("") {
        "a" => Tag::Link,
        "br" => Tag::Break,
        "sup" => Tag::Superscript,
        "p" => Tag::Paragraph,
        "h1" => Tag::Title,
        "h2" | "h3" | "h4" | "h5" | "h6" => Tag::Heading,
        "li" | "dd" | "dt" => Tag::Item,
        "blockquote" => Tag::Quotation,
        "figure" => Tag::Figure,
        "figcaption" | "caption" => Tag::Caption,
        "td" | "th" => Tag::Cell,
        "article" => Tag::Article,
        "main" => Tag::Main,
        "body" => Tag::Body,
        "header" => Tag::Header,
        "aside" | "nav" | "footer" | "form" | "dialog" | "menu" => Tag::Beside,
        "time" => Tag::Time,
        "div" | "section" | "ul" | "ol" | "dl" | "table" | "tbody" | "thead" | "tfoot" | "tr" | "hgroup" | "address" | "center"
        | "details" | "summary" | "fieldset" | "hr" | "html" | "amp-body" => Tag::Block,
        "script" | "style" | "noscript" | "template" | "svg" | "math" | "iframe" | "object" | "embed" | "canvas" | "audio" | "video"
        | "picture" | "map" | "textarea" | "select" | "button" | "input" | "label" | "option" | "datalist" | "progress" | "meter"
        | "code" | "pre" | "kbd" | "samp" | "var" | "rt" | "rp" | "del" | "s" | "strike" | "head" | "title" | "frameset" => Tag::Silent,
        _ => Tag::Inline,
    }
}

impl Tag {
    /// Whether it stands in lines of its own where no style says otherwise.
    pub fn is_block(self) -> bool {
        !matches!(self, Tag::Inline | Tag::Link | Tag::Break | Tag::Superscript | Tag::Time | Tag::Silent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_either_case_and_unknown_ones() {
        assert_eq!(of("FIGCAPTION"), Tag::Caption);
        assert_eq!(of("h3"), Tag::Heading);
        assert_eq!(of("my-own-very-long-element"), Tag::Inline);
        assert_eq!(of("é"), Tag::Inline);
    }
}

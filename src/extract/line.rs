//! Lines that belong to the page and not to the story, told by their words.

use crate::text::BlockKind;

use super::date;

/// How a line that is beside the story begins, in lower case; it counts for lines of at most [`SHORT`] characters.
const BEGINNINGS: &[&str] = &[
    "advertisement",
    "also read",
    "also see",
    "article continues below",
    "click here",
    "continue reading",
    "download the",
    "follow us",
    "for more news",
    "get our",
    "image copyright",
    "image credit",
    "image source",
    "image:",
    "join the conversation",
    "listen to this article",
    "more from",
    "more on this story",
    "most popular",
    "most read",
    "next story",
    "photo credit",
    "photo:",
    "previous story",
    "print this",
    "printable version",
    "read also",
    "read more",
    "read next",
    "read:",
    "recommended",
    "related article",
    "related stories",
    "related story",
    "related topics",
    "related:",
    "see also",
    "share on",
    "share this",
    "share:",
    "sign up",
    "skip advertisement",
    "skip to",
    "sponsored",
    "story continues below",
    "subscribe",
    "tap here",
    "topics:",
    "trending",
    "view comments",
    "view gallery",
    "watch:",
    "you may also like",
];

/// Whole lines that are beside the story, in lower case without marks at the end.
const LINES: &[&str] = &[
    "advert",
    "close",
    "comments",
    "credit",
    "email",
    "facebook",
    "image",
    "image caption",
    "media caption",
    "photo",
    "photos",
    "print",
    "related",
    "save",
    "share",
    "tweet",
    "twitter",
    "video",
    "whatsapp",
];

/// Longest line, in characters, that its beginning alone condemns.
const SHORT: usize = 140;

/// What a block is, for the decision whether to keep it.
pub struct Line<'t> {
    /// Its words.
    pub text: &'t str,
    /// Its kind.
    pub kind: BlockKind,
    /// Characters of it, without white space, that are links.
    pub linked: usize,
    /// Whether running text of the story stands before it.
    pub begun: bool,
}

impl Line<'_> {
    /// Whether the line is no part of the story.
    pub fn is_beside(&self) -> bool {
        let length = self.text.chars().count();
        if !self.text.chars().any(char::is_alphanumeric) {
            return true;
        }
        if self.kind == BlockKind::Headline {
            return false;
        }
        // A paragraph of nothing but a link is a pointer elsewhere.
        let visible = self.text.chars().filter(|c| !c.is_whitespace()).count();
        if self.linked * 10 >= visible * 9 && self.kind != BlockKind::TableCell {
            return true;
        }
        if length > SHORT {
            return false;
        }
        let lower = self.text.to_lowercase();
        // Such lines often open with a mark: `> Also read`, `» Related`, `[Photo]`.
        let opened = lower.trim_start_matches(|c: char| !c.is_alphanumeric());
        let bare = opened.trim_end_matches(|c: char| !c.is_alphanumeric());
        LINES.binary_search(&bare).is_ok()
            || begins(opened)
            || date::is_date_line(self.text)
            || !self.begun && self.kind != BlockKind::Caption && is_byline(self.text)
    }
}

fn begins(lower: &str) -> bool {
    let at = BEGINNINGS.partition_point(|beginning| *beginning <= lower);
    let Some(beginning) = at.checked_sub(1).and_then(|at| BEGINNINGS.get(at)) else { return false };
    lower.strip_prefix(beginning).is_some_and(|rest| {
        // `Read more about it` points elsewhere; `Sponsored by the state, the militia …` is a sentence.
        let whole = !rest.starts_with(|c: char| c.is_alphanumeric());
        whole
            && (beginning.ends_with(':')
                || rest.len() < 4
                || rest.trim_start().starts_with([':', '|', '-', '–', '—'])
                || !rest.ends_with(['.', '”', '"']))
    })
}

/// Whether a line names an author and nothing more: `By Jane Doe, Jerusalem Correspondent`.
pub fn is_byline(text: &str) -> bool {
    let rest = match text.get(..3) {
        Some(head) if head.eq_ignore_ascii_case("by ") => &text[3..],
        _ => return false,
    };
    let words: Vec<&str> = rest.split_whitespace().collect();
    let small =
        |word: &str| matches!(word, "and" | "in" | "at" | "for" | "of" | "the" | "with" | "staff" | "writer" | "de" | "van" | "von" | "al");
    let named = words.iter().filter(|word| word.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic())).count();
    let fine = words
        .iter()
        .all(|word| word.starts_with(|c: char| !c.is_lowercase()) || small(word) || words.len() > 3 && named * 2 >= words.len());
    (1..=16).contains(&words.len()) && fine && !text.trim_end().ends_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn beside(text: &str) -> bool {
        Line { text, kind: BlockKind::Paragraph, linked: 0, begun: false }.is_beside()
    }

    #[test]
    fn tables_are_sorted() {
        assert!(BEGINNINGS.is_sorted());
        assert!(LINES.is_sorted());
    }

    #[test]
    fn lines_of_the_page() {
        for text in [
            "Advertisement",
            "Also read: Ten things to know",
            ">Also read: Ten things to know",
            "[Photo]",
            "Read more",
            "Next Story",
            "Printable version | Mar 3, 2020 1:02:03 pm",
            "By Jane Doe and Ann Roe, Staff Writer",
            "BY JANE DOE",
            "March 14, 2016 10:00 IST",
            "Updated: 14 March 2016, 9:41 AM",
            "* * *",
        ] {
            assert!(beside(text), "{text}");
        }
    }

    #[test]
    fn lines_of_the_story() {
        for text in [
            "Sponsored by the state, the militia took the town on Friday.",
            "By Monday, 12 people had died.",
            "By then the bridge had gone",
            "The attack of March 14, 2016 killed 12 people.",
            "Subscribers of the newspaper were told on Monday.",
            "Share prices fell by 3 percent.",
        ] {
            assert!(!beside(text), "{text}");
        }
    }

    #[test]
    fn links_alone_point_elsewhere() {
        let line = Line { text: "Ten things to know about the storm", kind: BlockKind::Paragraph, linked: 29, begun: true };
        assert!(line.is_beside());
        assert!(!Line { linked: 10, ..line }.is_beside());
    }
}

//! What an element's attributes say about it: hidden, boilerplate, a byline, a caption, the body of the story.

/// A set of marks on an element.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Marks(u16);

impl Marks {
    /// Never shown, or no text to read: left out whatever it holds.
    pub const HIDDEN: Self = Self(1);
    /// Beside the story by its class or role: navigation, share bars, adverts, related links, sign-up boxes.
    pub const BESIDE: Self = Self(2);
    /// Readers' comments: beside the story even where there are more of them than of the story.
    pub const COMMENTS: Self = Self(4);
    /// The author's line.
    pub const BYLINE: Self = Self(8);
    /// A line with a date.
    pub const DATE: Self = Self(16);
    /// The date is that of a change or of a print-out.
    pub const CHANGED: Self = Self(32);
    /// The words under a picture.
    pub const CAPTION: Self = Self(64);
    /// Who made the picture.
    pub const CREDIT: Self = Self(128);
    /// The story's body, as the page itself says by `itemprop`.
    pub const BODY: Self = Self(256);
    /// The story's body by its class.
    pub const LIKELY: Self = Self(512);
    /// An article by its role.
    pub const ARTICLE: Self = Self(1024);
    /// The page's main part by its role.
    pub const MAIN: Self = Self(2048);
    /// A footnote mark.
    pub const NOTE: Self = Self(4096);
    /// The story's headline by `itemprop` or class.
    pub const HEADLINE: Self = Self(8192);
    /// The publication date by `itemprop` or `pubdate`.
    pub const PUBLISHED: Self = Self(16384);

    /// Whether one mark of `other` is set.
    pub fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Sets the marks of `other`.
    pub fn set(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// The marks of both.
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// One word of a class or an id. Sorted by word.
const WORDS: &[(&str, Marks)] = &[
    ("ad", Marks::BESIDE),
    ("addthis", Marks::BESIDE),
    ("ads", Marks::BESIDE),
    ("adsbygoogle", Marks::BESIDE),
    ("adsense", Marks::BESIDE),
    ("adslot", Marks::BESIDE),
    ("advert", Marks::BESIDE),
    ("advertisement", Marks::BESIDE),
    ("adverts", Marks::BESIDE),
    ("adwrapper", Marks::BESIDE),
    ("articlebody", Marks::LIKELY),
    ("author", Marks::BYLINE),
    ("authors", Marks::BYLINE),
    ("bodytext", Marks::LIKELY),
    ("breadcrumb", Marks::BESIDE),
    ("breadcrumbs", Marks::BESIDE),
    ("byline", Marks::BYLINE),
    ("bylines", Marks::BYLINE),
    ("caption", Marks::CAPTION),
    ("carousel", Marks::BESIDE),
    ("comment", Marks::COMMENTS),
    ("commentlist", Marks::COMMENTS),
    ("comments", Marks::COMMENTS),
    ("consent", Marks::BESIDE),
    ("contributor", Marks::BYLINE),
    ("contributors", Marks::BYLINE),
    ("cookie", Marks::BESIDE),
    ("cookies", Marks::BESIDE),
    ("copyright", Marks::CREDIT),
    ("credit", Marks::CREDIT),
    ("credits", Marks::CREDIT),
    ("cutline", Marks::CAPTION),
    ("date", Marks::DATE),
    ("dateline", Marks::DATE),
    ("datestamp", Marks::DATE),
    ("datetime", Marks::DATE),
    ("dfp", Marks::BESIDE),
    ("disqus", Marks::COMMENTS),
    ("entrycontent", Marks::LIKELY),
    ("footer", Marks::BESIDE),
    ("footnote", Marks::NOTE),
    ("footnotes", Marks::BESIDE),
    ("gdpr", Marks::BESIDE),
    ("headline", Marks::HEADLINE),
    ("livefyre", Marks::COMMENTS),
    ("login", Marks::BESIDE),
    ("masthead", Marks::BESIDE),
    ("menu", Marks::BESIDE),
    ("modal", Marks::BESIDE),
    ("modified", Marks::CHANGED),
    ("mostpopular", Marks::BESIDE),
    ("mostread", Marks::BESIDE),
    ("nav", Marks::BESIDE),
    ("navbar", Marks::BESIDE),
    ("navigation", Marks::BESIDE),
    ("newsletter", Marks::BESIDE),
    ("noteref", Marks::NOTE),
    ("offscreen", Marks::HIDDEN),
    ("outbrain", Marks::BESIDE),
    ("pager", Marks::BESIDE),
    ("pagination", Marks::BESIDE),
    ("paywall", Marks::BESIDE),
    ("playlist", Marks::BESIDE),
    ("popup", Marks::BESIDE),
    ("postcontent", Marks::LIKELY),
    ("posted", Marks::DATE),
    ("print", Marks::CHANGED),
    ("printdate", Marks::CHANGED),
    ("promo", Marks::BESIDE),
    ("promoted", Marks::BESIDE),
    ("promotion", Marks::BESIDE),
    ("pubdate", Marks::DATE),
    ("published", Marks::DATE),
    ("pullquote", Marks::BESIDE),
    ("recirc", Marks::BESIDE),
    ("recirculation", Marks::BESIDE),
    ("recommendations", Marks::BESIDE),
    ("recommended", Marks::BESIDE),
    ("related", Marks::BESIDE),
    ("replies", Marks::COMMENTS),
    ("respond", Marks::COMMENTS),
    ("screenreader", Marks::HIDDEN),
    ("share", Marks::BESIDE),
    ("sharebar", Marks::BESIDE),
    ("sharing", Marks::BESIDE),
    ("sidebar", Marks::BESIDE),
    ("signup", Marks::BESIDE),
    ("skip", Marks::BESIDE),
    ("social", Marks::BESIDE),
    ("sponsor", Marks::BESIDE),
    ("sponsored", Marks::BESIDE),
    ("storybody", Marks::LIKELY),
    ("storytext", Marks::LIKELY),
    ("subscribe", Marks::BESIDE),
    ("subscription", Marks::BESIDE),
    ("taboola", Marks::BESIDE),
    ("tags", Marks::BESIDE),
    ("teaser", Marks::BESIDE),
    ("teasers", Marks::BESIDE),
    ("timestamp", Marks::DATE),
    ("toolbar", Marks::BESIDE),
    ("tooltip", Marks::BESIDE),
    ("trending", Marks::BESIDE),
    ("updated", Marks::CHANGED),
    ("visuallyhidden", Marks::HIDDEN),
];

/// Two words of a class or an id that stand side by side. Sorted.
const PAIRS: &[(&str, &str, Marks)] = &[
    ("also", "read", Marks::BESIDE),
    ("article", "body", Marks::LIKELY),
    ("article", "content", Marks::LIKELY),
    ("article", "text", Marks::LIKELY),
    ("body", "content", Marks::LIKELY),
    ("body", "copy", Marks::LIKELY),
    ("body", "text", Marks::LIKELY),
    ("content", "body", Marks::LIKELY),
    ("entry", "body", Marks::LIKELY),
    ("entry", "content", Marks::LIKELY),
    ("entry", "text", Marks::LIKELY),
    ("from", "web", Marks::BESIDE),
    ("more", "from", Marks::BESIDE),
    ("more", "on", Marks::BESIDE),
    ("more", "stories", Marks::BESIDE),
    ("most", "popular", Marks::BESIDE),
    ("most", "read", Marks::BESIDE),
    ("next", "article", Marks::BESIDE),
    ("next", "story", Marks::BESIDE),
    ("post", "body", Marks::LIKELY),
    ("post", "content", Marks::LIKELY),
    ("post", "text", Marks::LIKELY),
    ("pull", "quote", Marks::BESIDE),
    ("read", "also", Marks::BESIDE),
    ("read", "more", Marks::BESIDE),
    ("reader", "text", Marks::HIDDEN),
    ("see", "also", Marks::BESIDE),
    ("sign", "up", Marks::BESIDE),
    ("sr", "only", Marks::HIDDEN),
    ("story", "body", Marks::LIKELY),
    ("story", "content", Marks::LIKELY),
    ("story", "text", Marks::LIKELY),
    ("up", "next", Marks::BESIDE),
    ("visually", "hidden", Marks::HIDDEN),
    ("you", "may", Marks::BESIDE),
];

/// Reads an element's marks. `attribute` gives the value of an attribute by its name in lower case.
pub fn of_attributes(attribute: impl Fn(&str) -> Option<String>) -> Marks {
    let mut marks = Marks::default();
    for name in ["class", "id", "data-component"] {
        if let Some(value) = attribute(name) {
            marks.set(of_words(&value));
        }
    }
    for property in attribute("itemprop").unwrap_or_default().split_ascii_whitespace() {
        marks.set(match property {
            "articleBody" | "reviewBody" => Marks::BODY,
            "headline" => Marks::HEADLINE,
            "datePublished" | "dateCreated" => Marks::DATE.with(Marks::PUBLISHED),
            "dateModified" => Marks::DATE.with(Marks::CHANGED),
            "author" => Marks::BYLINE,
            "caption" => Marks::CAPTION,
            "copyrightHolder" => Marks::CREDIT,
            "comment" => Marks::COMMENTS,
            _ => Marks::default(),
        });
    }
    for role in attribute("role").unwrap_or_default().split_ascii_whitespace() {
        marks.set(match role {
            "article" => Marks::ARTICLE,
            "main" => Marks::MAIN,
            "navigation" | "complementary" | "search" | "banner" | "contentinfo" | "menu" | "menubar" | "toolbar" | "dialog"
            | "alertdialog" | "tooltip" | "doc-endnotes" => Marks::BESIDE,
            "doc-noteref" => Marks::NOTE,
            "textbox" | "button" | "img" => Marks::HIDDEN,
            _ => Marks::default(),
        });
    }
    let is =
        |name: &str, values: &[&str]| attribute(name).is_some_and(|value| values.iter().any(|wanted| value.eq_ignore_ascii_case(wanted)));
    let hidden = attribute("hidden").is_some()
        || is("aria-hidden", &["true"])
        || is("contenteditable", &["", "true", "plaintext-only"])
        || attribute("style").is_some_and(|style| hides(&style));
    if hidden {
        marks.set(Marks::HIDDEN);
    }
    if attribute("pubdate").is_some() {
        marks.set(Marks::DATE.with(Marks::PUBLISHED));
    }
    marks
}

/// Whether a `style` attribute hides its element.
fn hides(style: &str) -> bool {
    style.split(';').any(|declaration| {
        let (property, value) = declaration.split_once(':').unwrap_or_default();
        let value = value.trim();
        match property.trim() {
            "display" => value.starts_with("none"),
            "visibility" => value.starts_with("hidden"),
            _ => false,
        }
    })
}

/// Reads the words of a class or an id: `StoryBody__related-links` has `story`, `body`, `related` and `links`.
fn of_words(value: &str) -> Marks {
    let mut marks = Marks::default();
    for name in value.split_ascii_whitespace() {
        let mut before = String::new();
        for word in words(name) {
            if let Ok(at) = WORDS.binary_search_by(|row| row.0.cmp(word.as_str())) {
                marks.set(WORDS[at].1);
            }
            if let Ok(at) = PAIRS.binary_search_by(|row| (row.0, row.1).cmp(&(before.as_str(), word.as_str()))) {
                marks.set(PAIRS[at].2);
            }
            before = word;
        }
    }
    marks
}

/// Words of one name in lower case, cut at marks and at `aB`.
fn words(name: &str) -> impl Iterator<Item = String> {
    let cut = |c: char| !c.is_ascii_alphabetic();
    name.split(cut).filter(|part| !part.is_empty()).flat_map(|part| {
        let bytes = part.as_bytes();
        let mut edges = vec![0];
        edges.extend((1..bytes.len()).filter(|&at| bytes[at].is_ascii_uppercase() && bytes[at - 1].is_ascii_lowercase()));
        edges.push(bytes.len());
        edges.windows(2).map(|edge| part[edge[0]..edge[1]].to_ascii_lowercase()).collect::<Vec<_>>()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(WORDS.is_sorted_by_key(|row| row.0));
        assert!(PAIRS.is_sorted_by_key(|row| (row.0, row.1)));
    }

    #[test]
    fn classes_are_read_word_by_word() {
        assert!(of_words("StoryBody__related-links").any(Marks::BESIDE));
        assert!(of_words("c-articleBody").any(Marks::LIKELY));
        assert!(of_words("sr-only").any(Marks::HIDDEN));
        assert_eq!(of_words("shadow heading navy-blue"), Marks::default());
    }

    #[test]
    fn styles_roles_and_properties() {
        let one = |name: &'static str, value: &'static str| of_attributes(move |asked| (asked == name).then(|| value.to_owned()));
        assert!(one("style", "color:red; display : none").any(Marks::HIDDEN));
        assert!(!one("style", "display:block").any(Marks::HIDDEN));
        assert!(one("role", "main").any(Marks::MAIN));
        assert!(one("itemprop", "name articleBody").any(Marks::BODY));
        assert!(one("contenteditable", "").any(Marks::HIDDEN));
        assert!(!one("contenteditable", "false").any(Marks::HIDDEN));
        assert!(!one("aria-hidden", "false").any(Marks::HIDDEN));
    }
}

//! What the page says about its article: title, publisher, address, language, publication date.

use jiff::civil::Date;

use crate::text::day::days_between;
use crate::text::{Article, DateSource, Published, language};

use super::date::{self, Stamp};
use super::json_ld::{self, Described};
use super::mark::Marks;
use super::root::Plan;
use super::tag::Tag;
use super::tree::{Content, Declaration, NodeIndex, Tree};

/// Names of `<meta>` with a publication date, best first.
const DATES: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "article.published",
    "article:publicationdate",
    "article:published",
    "article:publication_date",
    "publication_date",
    "publish_date",
    "publish-date",
    "published_date",
    "publishdate",
    "pubdate",
    "ptime",
    "pdate",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dc.date.created",
    "dcterms.created",
    "dc.terms.issued",
    "prism.publicationdate",
    "citation_publication_date",
    "citation_date",
    "parsely-pub-date",
    "sailthru.date",
    "bt:pubdate",
    "rnews:datepublished",
    "cxenseparse:recs:publishtime",
    "originalpublicationdate",
    "display-date",
    "displaydate",
    "date",
    "og:published_time",
    "og:pubdate",
    "datecreated",
];

/// Characters of a line near the headline that may be a byline.
const BYLINE: usize = 160;

/// Fills everything of `article` but its text.
pub fn describe(tree: &Tree, plan: &Plan, address: Option<&str>, article: &mut Article) {
    let page = Page { tree, plan, address, described: described(tree) };
    article.url = page.url();
    article.publisher = page.publisher();
    article.title = page.title(article.publisher.as_deref());
    article.language = page.language(&article.text);
    article.published = page.published();
}

fn described(tree: &Tree) -> Described {
    let mut best: Option<(u8, Described)> = None;
    for declaration in tree.declarations() {
        if let Declaration::JsonLd(script) = declaration
            && let Some((rank, described)) = json_ld::read(script)
            && best.as_ref().is_none_or(|(most, _)| rank > *most)
        {
            best = Some((rank, described));
        }
    }
    best.map(|(_, described)| described).unwrap_or_default()
}

struct Page<'t> {
    tree: &'t Tree,
    plan: &'t Plan,
    address: Option<&'t str>,
    described: Described,
}

impl Page<'_> {
    fn meta(&self, wanted: &str) -> Option<&str> {
        self.tree.declarations().iter().find_map(|declaration| match declaration {
            Declaration::Meta(name, content) if name == wanted && !content.trim().is_empty() => Some(content.trim()),
            _ => None,
        })
    }

    fn url(&self) -> Option<String> {
        let absolute = |address: &&str| address.starts_with("http://") || address.starts_with("https://");
        let canonical = self.tree.declarations().iter().find_map(|declaration| match declaration {
            Declaration::Canonical(address) => Some(address.trim()),
            _ => None,
        });
        canonical.filter(absolute).or_else(|| self.meta("og:url").filter(absolute)).or(self.address).map(str::to_owned)
    }

    fn publisher(&self) -> Option<String> {
        let name = self.meta("og:site_name").or(self.described.publisher.as_deref()).or_else(|| self.meta("application-name"));
        name.map(collapse).filter(|name| !name.is_empty() && !name.starts_with("http"))
    }

    /// The headline as the reader sees it where it agrees with what the page declares, else what it declares.
    fn title(&self, publisher: Option<&str>) -> Option<String> {
        let seen = self.plan.headline.map(|headline| self.tree.words(headline, 400)).filter(|words| !words.is_empty());
        let declared = self.meta("og:title").or(self.described.headline.as_deref()).or_else(|| self.meta("twitter:title"));
        let page = self.tree.declarations().iter().find_map(|declaration| match declaration {
            Declaration::Title(title) if !title.trim().is_empty() => Some(title.as_str()),
            _ => None,
        });
        seen.or_else(|| declared.or(page).map(|title| without_site(&collapse(title), publisher)))
    }

    /// The declared language, unless the text itself is plainly another.
    fn language(&self, text: &str) -> Option<String> {
        let attribute = self.tree.declarations().iter().find_map(|declaration| match declaration {
            Declaration::Language(language) => Some(language.as_str()),
            _ => None,
        });
        let declared =
            [attribute, self.described.language.as_deref(), self.meta("og:locale"), self.meta("content-language"), self.meta("language")];
        let declared = declared.into_iter().flatten().map(|tag| tag.trim().replace('_', "-")).find(|tag| is_language_tag(tag));
        let primary = declared.as_deref().and_then(|tag| tag.split('-').next()).map(str::to_ascii_lowercase);
        match language::detect(text) {
            Some(detected) if primary.as_deref() != Some(detected) => Some(detected.to_owned()),
            _ => declared,
        }
    }

    fn published(&self) -> Option<Published> {
        let address = self.address.and_then(date::in_address).or_else(|| self.url().as_deref().and_then(date::in_address));
        let (stamp, source) = self.stamp().or_else(|| address.map(|date| (Stamp { date, universal: false }, DateSource::Url)))?;
        Some(Published { date: local_day(stamp, address), source })
    }

    fn stamp(&self) -> Option<(Stamp, DateSource)> {
        let described = self.described.published.as_deref().and_then(date::parse_stamp);
        if let Some(stamp) = described {
            return Some((stamp, DateSource::JsonLd));
        }
        if let Some(stamp) = DATES.iter().find_map(|name| self.meta(name).and_then(date::parse_stamp)) {
            return Some((stamp, DateSource::Meta));
        }
        if let Some(stamp) = self.time_element() {
            return Some((stamp, DateSource::TimeElement));
        }
        self.byline().map(|date| (Stamp { date, universal: false }, DateSource::Byline))
    }

    /// From a little before the headline to the first paragraphs: where the publication date stands.
    fn neighbourhood(&self) -> std::ops::Range<NodeIndex> {
        let end = self.tree.end(self.plan.root);
        let mut paragraphs = 0;
        let first = self.plan.headline.map_or(self.plan.root, |headline| headline.max(self.plan.root));
        let stop = (first..end).find(|&index| {
            paragraphs += u32::from(self.plan.survey.own(index) > 0);
            paragraphs > 2
        });
        let start = self.plan.headline.unwrap_or(self.plan.root).min(self.plan.root).saturating_sub(60);
        start..stop.unwrap_or(end)
    }

    fn time_element(&self) -> Option<Stamp> {
        let near = self.neighbourhood();
        let times = |range: std::ops::Range<NodeIndex>| {
            range.filter_map(|index| {
                let element = self.tree.element(index)?;
                let told = element.tag == Tag::Time || element.marks.any(Marks::PUBLISHED);
                if !told || element.marks.any(Marks::CHANGED) || self.is_changed(index) {
                    return None;
                }
                let written = element.datetime.clone().unwrap_or_else(|| self.tree.words(index, 80));
                Some((element.marks.any(Marks::PUBLISHED), date::parse_stamp(&written)?))
            })
        };
        let everywhere = 0..self.tree.nodes().len() as NodeIndex;
        times(everywhere).find(|(published, _)| *published).or_else(|| times(near).next()).map(|(_, stamp)| stamp)
    }

    /// Whether the element itself or the words right before it speak of a change.
    fn is_changed(&self, index: NodeIndex) -> bool {
        let around = self.tree.parent(index);
        let marked = self.tree.element(around).is_some_and(|element| element.marks.any(Marks::CHANGED));
        let before = (around..index).rev().take(4).find_map(|before| match &self.tree.nodes().get(before as usize)?.content {
            Content::Text(text) if !text.trim().is_empty() => Some(text.to_lowercase()),
            _ => None,
        });
        marked
            || before
                .is_some_and(|words| words.len() < 80 && ["update", "modif", "print", "edited"].iter().any(|change| words.contains(change)))
    }

    /// A date in a short line near the headline, else in one at the end of the story.
    fn byline(&self) -> Option<Date> {
        let near = self.neighbourhood();
        let mut last_end = 0;
        for index in near {
            let Some(element) = self.tree.element(index) else { continue };
            let line = element.style.block || element.marks.any(Marks::DATE.with(Marks::BYLINE));
            if !line || index < last_end || self.plan.survey.texts(self.tree, index).0 as usize > BYLINE {
                continue;
            }
            // A date that is marked as that of a change is told from the others inside.
            let inside = (index + 1..self.tree.end(index)).take(64);
            if inside.filter_map(|inner| self.tree.element(inner)).any(|inner| inner.marks.any(Marks::CHANGED)) {
                continue;
            }
            let words = self.tree.words(index, BYLINE + 1);
            let dated = element.marks.any(Marks::DATE.with(Marks::BYLINE));
            let short = words.chars().count() <= BYLINE && !words.ends_with(['.', '”', '"', '?', '!']);
            if !(dated || short) || element.marks.any(Marks::CAPTION.with(Marks::CREDIT)) {
                continue;
            }
            last_end = self.tree.end(index);
            for found in date::dates_in(&words) {
                if !found.changed && !element.marks.any(Marks::CHANGED) {
                    return Some(found.date);
                }
            }
        }
        self.last_line()
    }

    /// `Published: March 14, 2016` under the story.
    fn last_line(&self) -> Option<Date> {
        let end = self.tree.end(self.plan.root);
        (self.plan.root..end).rev().take(120).find_map(|index| {
            let Content::Text(text) = &self.tree.nodes().get(index as usize)?.content else { return None };
            let lower = text.trim_start().get(..9).map(str::to_ascii_lowercase)?;
            let named = lower.starts_with("published") || lower.starts_with("posted");
            let found = *date::dates_in(text).first().filter(|found| named && !found.changed)?;
            Some(found.date)
        })
    }
}

/// A stamp in universal time may name the next or the last day; the address has the day of the newsroom.
fn local_day(stamp: Stamp, address: Option<Date>) -> Date {
    match address {
        Some(day) if stamp.universal && (days_between(stamp.date, day).abs() == 1) => day,
        _ => stamp.date,
    }
}

fn is_language_tag(tag: &str) -> bool {
    let primary = tag.split('-').next().unwrap_or("");
    matches!(primary.len(), 2 | 3) && tag.len() < 36 && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A page's title without the site's name before or behind it.
fn without_site(title: &str, publisher: Option<&str>) -> String {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let publisher = publisher.map(letters).filter(|name| !name.is_empty());
    for separator in [" | ", " :: ", " « ", " » ", " — ", " – ", " - "] {
        if let Some((head, tail)) = title.rsplit_once(separator) {
            let named = publisher.as_ref().is_some_and(|name| letters(tail).contains(name) || name.contains(&letters(tail)));
            let (head_words, tail_words) = (head.split_whitespace().count(), tail.split_whitespace().count());
            if named || tail_words <= 4 && head_words >= 3 && head_words > tail_words {
                return head.trim().to_owned();
            }
        }
        if let Some((head, tail)) = title.split_once(separator)
            && publisher.as_ref().is_some_and(|name| letters(head) == *name)
        {
            return tail.trim().to_owned();
        }
    }
    title.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_lose_the_name_of_the_site() {
        assert_eq!(without_site("Bridge falls in storm | The Daily", None), "Bridge falls in storm");
        assert_eq!(without_site("Bridge falls - two days later - The Daily", Some("The Daily")), "Bridge falls - two days later");
        assert_eq!(without_site("The Daily: news", Some("The Daily")), "The Daily: news");
        assert_eq!(without_site("Storm - dead", None), "Storm - dead");
    }

    #[test]
    fn the_newsroom_has_its_own_day() {
        let stamp = date::parse_stamp("2016-03-14T02:00:00Z").unwrap();
        assert_eq!(local_day(stamp, date::in_address("https://a.example/2016/03/13/x")).to_string(), "2016-03-13");
        assert_eq!(local_day(stamp, date::in_address("https://a.example/2016/03/01/x")).to_string(), "2016-03-14");
    }
}

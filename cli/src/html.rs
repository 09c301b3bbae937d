//! A saved page as the extraction reads it. The parser is that of a browser, so that broken HTML is read as there.

use scraper::{Html, Node};
use sidelight::extract::{Descent, NotAnArticle, Tree, extract};
use sidelight::text::Article;

/// The article of a page's source.
pub fn article(source: &str) -> Result<Article, NotAnArticle> {
    let page = Html::parse_document(source);
    let mut tree = Tree::default();
    // Document order without recursion: a page may be nested deeper than a stack holds.
    let mut next = page.tree.root().first_child();
    while let Some(node) = next {
        let entered = match node.value() {
            Node::Element(element) => match tree.open(element.name(), |name| element.attr(name).map(str::to_owned)) {
                Descent::Enter => node.first_child(),
                Descent::Pass => None,
                Descent::Data => {
                    tree.data(node.children().filter_map(|child| child.value().as_text().map(|text| text.to_string())).collect());
                    None
                }
            },
            Node::Text(text) => {
                tree.text(text.to_string());
                None
            }
            _ => None,
        };
        if entered.is_some() {
            next = entered;
            continue;
        }
        let mut at = node;
        if at.value().is_element() {
            tree.close();
        }
        next = loop {
            if let Some(sibling) = at.next_sibling() {
                break Some(sibling);
            }
            match at.parent() {
                Some(parent) => at = parent,
                None => break None,
            }
            if at.value().is_element() {
                tree.close();
            }
        };
    }
    tree.close_all();
    extract(&tree, None).map(|(article, _)| article)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_saved_page_gives_its_article_and_date() {
        let body: String = (1..=6)
            .map(|day| format!("<p>On day {day} of the flood the river rose again, and crews filled sandbags along the old harbour wall, the mayor said.</p>"))
            .collect();
        let page = format!(
            "<html lang=en><head><title>Flood</title><meta property='article:published_time' content='2024-03-05T08:00:00Z'></head>\
             <body><nav>Home News</nav><article><h1>River rises</h1>{body}</article><footer>Imprint</footer>"
        );
        let article = article(&page).expect("an article");
        assert!(article.text.contains("day 6 of the flood"));
        assert!(!article.text.contains("Imprint") && !article.text.contains("Home News"));
        assert_eq!(article.published.map(|published| published.date.to_string()).as_deref(), Some("2024-03-05"));
    }

    #[test]
    fn deep_nesting_is_read() {
        let page = format!("{}<p>deep</p>", "<div>".repeat(20_000));
        assert!(article(&page).is_err());
    }

    #[test]
    fn a_page_without_an_article_is_refused() {
        assert!(article("<p>Sign in</p>").is_err());
        assert!(article("").is_err());
    }
}

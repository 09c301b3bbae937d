//! Mentions as W3C Web Annotations with quote and position selectors; positions count code points of the article's
//! text.

use serde::Serialize;

use super::names::Named;
use crate::fact::Analysis;
use crate::text::{Article, ByteSpan, OffsetMap, decimal};

/// Code points of context on either side of the quoted words.
const CONTEXT: usize = 32;

#[derive(Serialize, Debug)]
pub(super) struct Annotation {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    body: Vec<Body>,
    target: Target,
}

#[derive(Serialize, Debug)]
struct Body {
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
    value: String,
}

#[derive(Serialize, Debug)]
struct Target {
    source: String,
    selector: [Selector; 2],
}

#[derive(Serialize, Debug)]
#[serde(tag = "type")]
enum Selector {
    TextQuoteSelector { exact: String, prefix: String, suffix: String },
    TextPositionSelector { start: u32, end: u32 },
}

/// One annotation a mention, in the order figures, times, names, quotes.
pub(super) fn annotations(article: &Article, analysis: &Analysis) -> Vec<Annotation> {
    let map = OffsetMap::new(&article.text);
    let mut list = Vec::new();
    let mut add = |span: ByteSpan, tag: &str, value: String| {
        let points = map.code_points(span);
        let mut body = vec![Body { kind: "TextualBody", purpose: "tagging", value: tag.to_owned() }];
        if !value.is_empty() {
            body.push(Body { kind: "TextualBody", purpose: "describing", value });
        }
        list.push(Annotation {
            context: "http://www.w3.org/ns/anno.jsonld",
            id: format!("urn:sidelight:{tag}:{}-{}", points.start(), points.end()),
            kind: "Annotation",
            motivation: "tagging",
            body,
            target: Target {
                source: article.url.clone().unwrap_or_else(|| "about:blank".to_owned()),
                selector: [
                    Selector::TextQuoteSelector {
                        exact: span.of(&article.text).to_owned(),
                        prefix: before(&article.text, span.start()),
                        suffix: after(&article.text, span.end()),
                    },
                    Selector::TextPositionSelector { start: points.start(), end: points.end() },
                ],
            },
        });
    };
    for figure in &analysis.figures {
        let bounds = match (figure.low, figure.high) {
            (Some(low), Some(high)) if low == high => low.to_string(),
            (Some(low), Some(high)) => format!("{low} to {high}"),
            (Some(low), None) => format!("at least {low}"),
            (None, Some(high)) => format!("at most {high}"),
            (None, None) => figure.fraction.map_or(String::new(), |fraction| format!("a fraction of {}", decimal::written(fraction))),
        };
        add(figure.span, figure.effect.name(), format!("{bounds} ({}, {})", figure.modifier.name(), figure.status.name()));
    }
    for time in &analysis.times {
        add(time.span, "time", time.value.clone());
    }
    for entity in &analysis.entities {
        for mention in &entity.mentions {
            add(mention.span, entity.kind.name(), entity.name.clone());
        }
    }
    for quote in &analysis.quotes {
        let speaker = quote.speaker.and_then(|id| analysis.entities.get(id)).map_or(String::new(), |entity| entity.name.clone());
        add(quote.span, "quote", speaker);
    }
    list
}

fn before(text: &str, byte: usize) -> String {
    let head = text.get(..byte).unwrap_or("");
    let from = head.char_indices().rev().take(CONTEXT).last().map_or(byte, |(at, _)| at);
    head.get(from..).unwrap_or("").to_owned()
}

fn after(text: &str, byte: usize) -> String {
    text.get(byte..).unwrap_or("").chars().take(CONTEXT).collect()
}

//! What a page says of its article in JSON-LD, also where the JSON is broken.

use serde_json::Value;

use crate::text::decimal;

/// The properties that are used, as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Described {
    /// `datePublished`.
    pub published: Option<String>,
    /// `headline` or `name`.
    pub headline: Option<String>,
    /// The name of `publisher`.
    pub publisher: Option<String>,
    /// `inLanguage`.
    pub language: Option<String>,
}

/// Objects looked at in one script.
const OBJECTS: usize = 5000;

/// Reads one script. An article is preferred to a page, a page to anything else with a date.
pub fn read(script: &str) -> Option<(u8, Described)> {
    let bare = script.trim().trim_start_matches("<!--").trim_start_matches("//").trim_start_matches("<![CDATA[").trim_end_matches("-->");
    let bare = bare.trim_end().trim_end_matches("]]>").trim_end_matches("//").trim().trim_end_matches(';');
    let Ok(value) = serde_json::from_str::<Value>(bare) else { return read_broken(bare) };
    let mut best: Option<(u8, Described)> = None;
    let mut waiting = vec![&value];
    let mut seen = 0;
    while let Some(value) = waiting.pop() {
        seen += 1;
        if seen > OBJECTS {
            break;
        }
        match value {
            Value::Array(items) => waiting.extend(items.iter().rev()),
            Value::Object(object) => {
                let rank = rank(object.get("@type"));
                let text = |name: &str| first_text(object.get(name));
                let described = Described {
                    published: text("datePublished").or_else(|| text("dateCreated").filter(|_| rank == 3)),
                    headline: text("headline").or_else(|| text("name")),
                    publisher: object.get("publisher").and_then(name),
                    language: text("inLanguage"),
                };
                if (described.published.is_some() || rank == 3) && best.as_ref().is_none_or(|(most, _)| rank > *most) {
                    best = Some((rank, described));
                }
                for key in ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"] {
                    waiting.extend(object.get(key));
                }
            }
            _ => {}
        }
    }
    best
}

fn rank(kind: Option<&Value>) -> u8 {
    let of = |kind: &str| match kind.rsplit(['/', ':']).next().unwrap_or(kind) {
        kind if kind.ends_with("Article") || kind.ends_with("NewsArticle") || kind.ends_with("Posting") || kind == "Report" => 3,
        "WebPage" | "ItemPage" => 2,
        "Comment" | "Review" | "VideoObject" | "ImageObject" | "Product" | "Event" => 0,
        _ => 1,
    };
    match kind {
        Some(Value::String(kind)) => of(kind),
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).map(of).max().unwrap_or(1),
        _ => 1,
    }
}

fn first_text(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::String(text) => Some(text.clone()).filter(|text| !text.trim().is_empty()),
        Value::Array(values) => values.first().and_then(Value::as_str).map(str::to_owned),
        Value::Number(number) => number.as_f64().map(decimal::written),
        _ => None,
    }
}

fn name(value: &Value) -> Option<String> {
    match value {
        Value::Object(object) => first_text(object.get("name")),
        Value::Array(values) => values.first().and_then(|value| first_text(value.get("name"))),
        value => first_text(Some(value)),
    }
}

/// Of JSON that does not parse, the strings behind the names that matter.
fn read_broken(script: &str) -> Option<(u8, Described)> {
    let published = string_behind(script, "\"datePublished\"")?;
    Some((1, Described { published: Some(published), headline: string_behind(script, "\"headline\""), ..Described::default() }))
}

fn string_behind(script: &str, key: &str) -> Option<String> {
    let rest = &script[script.find(key)? + key.len()..];
    let rest = rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
    let end = rest.find(['"', '\n'])?;
    rest.get(..end).filter(|text| end < 300 && !text.is_empty()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn published(script: &str) -> Option<String> {
        read(script).and_then(|(_, described)| described.published)
    }

    #[test]
    fn articles_in_graphs_arrays_and_alone() {
        let article = r#"{"@type":["Thing","NewsArticle"],"headline":"Bridge falls","datePublished":"2016-03-14","publisher":{"@type":"Organization","name":"The Daily"}}"#;
        for script in [
            article.to_owned(),
            format!("[{{\"@type\":\"WebPage\",\"datePublished\":\"2000-01-01\"}},{article}]"),
            format!("<!-- {{\"@graph\":[{{\"@type\":\"Organization\",\"name\":\"x\"}},{article}]}} -->"),
            format!("//<![CDATA[\n{article}\n//]]>"),
        ] {
            let (rank, described) = read(&script).expect(&script);
            assert_eq!(rank, 3);
            assert_eq!(described.published.as_deref(), Some("2016-03-14"));
            assert_eq!(described.publisher.as_deref(), Some("The Daily"));
        }
    }

    #[test]
    fn broken_json_still_gives_the_date() {
        assert_eq!(
            published("{\"headline\":\"He said \"no\"\",\n\"datePublished\" : \"2016-03-14T10:00\",}").as_deref(),
            Some("2016-03-14T10:00")
        );
        assert_eq!(published("{nothing"), None);
        assert_eq!(published(&"[".repeat(100_000)), None);
    }
}

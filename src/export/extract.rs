//! The line that `sidelight extract --format jsonl` writes for a document: mentions with code-point offsets, in the
//! labels that scorers of names, times, figures and quotes read.

use serde::Serialize;

use super::names::Named;
use crate::fact::{Analysis, Entity, EntityKind, MentionForm, QuoteForm};
use crate::text::{ByteSpan, OffsetMap, day, order};

/// One document's mentions.
#[derive(Serialize, Debug)]
pub struct Extract<'a> {
    id: &'a str,
    /// The resolved publication date or the inferred anchor.
    anchor: Option<String>,
    entities: Vec<EntityLabel>,
    times: Vec<TimeLabel<'a>>,
    casualties: Vec<FigureLabel<'a>>,
    quantities: Vec<QuantityLabel<'a>>,
    quotes: Vec<QuoteLabel>,
}

#[derive(Serialize, Debug)]
struct EntityLabel {
    start: u32,
    end: u32,
    #[serde(rename = "type")]
    kind: &'static str,
    /// The entity that the name is of.
    cluster: usize,
    /// Its article in the English Wikipedia, where the tables know it.
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<String>,
}

#[derive(Serialize, Debug)]
struct TimeLabel<'a> {
    start: u32,
    end: u32,
    #[serde(rename = "type")]
    kind: &'static str,
    value: &'a str,
    #[serde(rename = "mod")]
    modifier: Option<&'static str>,
}

#[derive(Serialize, Debug)]
struct FigureLabel<'a> {
    start: u32,
    end: u32,
    effect: &'static str,
    modifier: &'static str,
    low: Option<u64>,
    high: Option<u64>,
    best: Option<u64>,
    fraction: Option<f64>,
    trigger: &'a str,
    victims: Option<&'a str>,
    status: &'static str,
    scope: &'static str,
    implicit: bool,
    rule: &'static str,
}

#[derive(Serialize, Debug)]
struct QuantityLabel<'a> {
    start: u32,
    end: u32,
    modifier: &'static str,
    value: f64,
    low: Option<f64>,
    high: Option<f64>,
    change: Option<&'static str>,
    kind: &'static str,
    unit: &'a str,
    per: Option<&'a str>,
    effect: Option<&'static str>,
}

#[derive(Serialize, Debug)]
struct QuoteLabel {
    content: Vec<[u32; 2]>,
    source: Option<[[u32; 2]; 1]>,
    cue: Option<[[u32; 2]; 1]>,
    direct: bool,
}

impl<'a> Extract<'a> {
    /// The mentions of document `id`, whose text is `text`.
    pub fn new(id: &'a str, text: &'a str, analysis: &'a Analysis) -> Self {
        let map = OffsetMap::new(text);
        let points = |span: ByteSpan| {
            let span = map.code_points(span);
            [span.start(), span.end()]
        };
        let mut entities: Vec<EntityLabel> = analysis
            .entities
            .iter()
            .enumerate()
            .flat_map(|(cluster, entity)| {
                let kind = label(entity.kind);
                entity.mentions.iter().filter(|mention| mention.form == MentionForm::Name).map(move |mention| (mention.span, kind, cluster))
            })
            .map(|(span, kind, cluster)| {
                let [start, end] = points(span);
                EntityLabel { start, end, kind, cluster, link: analysis.entities.get(cluster).and_then(link) }
            })
            .collect();
        order::sort(&mut entities, |label| order::key(label.start as u64, label.end as u64));
        Self {
            id,
            anchor: analysis.anchor.date.map(day::written),
            entities,
            times: analysis
                .times
                .iter()
                .map(|time| {
                    let [start, end] = points(time.span);
                    let modifier = time.modifier.map(|modifier| modifier.name());
                    TimeLabel { start, end, kind: time.kind.name(), value: &time.value, modifier }
                })
                .collect(),
            casualties: analysis
                .figures
                .iter()
                .map(|figure| {
                    let [start, end] = points(figure.span);
                    FigureLabel {
                        start,
                        end,
                        effect: figure.effect.name(),
                        modifier: figure.modifier.name(),
                        low: figure.low,
                        high: figure.high,
                        best: figure.best,
                        fraction: figure.fraction,
                        trigger: figure.trigger.of(text),
                        victims: figure.victims.map(|span| span.of(text)),
                        status: figure.status.name(),
                        scope: figure.scope.name(),
                        implicit: figure.implicit,
                        rule: figure.rule,
                    }
                })
                .collect(),
            quantities: analysis
                .quantities
                .iter()
                .map(|quantity| {
                    let [start, end] = points(quantity.span);
                    QuantityLabel {
                        start,
                        end,
                        modifier: quantity.modifier.name(),
                        value: quantity.value,
                        low: quantity.low,
                        high: quantity.high,
                        change: quantity.change.map(|change| change.name()),
                        kind: quantity.kind.name(),
                        unit: &quantity.unit,
                        per: quantity.per.as_deref(),
                        effect: quantity.effect.map(|effect| effect.name()),
                    }
                })
                .collect(),
            quotes: quotes(analysis, points),
        }
    }
}

/// Quotes as the labelled sets have them: one for all parts of an interrupted quotation, and none for reports and words
/// in quotation marks inside a longer report, which holds them.
fn quotes(analysis: &Analysis, points: impl Fn(ByteSpan) -> [u32; 2]) -> Vec<QuoteLabel> {
    let mut labels: Vec<QuoteLabel> = Vec::new();
    // Where each quote went: the index of its label.
    let mut labelled: Vec<Option<usize>> = Vec::with_capacity(analysis.quotes.len());
    let mut reported = 0;
    for quote in &analysis.quotes {
        let earlier = quote.continues.and_then(|index| labelled.get(index).copied().flatten());
        let inside = quote.form != QuoteForm::Direct && quote.span.end() <= reported;
        if quote.form == QuoteForm::Indirect {
            reported = reported.max(quote.span.end());
        }
        labelled.push(match earlier {
            _ if inside => None,
            Some(label) => {
                labels[label].content.push(points(quote.span));
                Some(label)
            }
            None => {
                labels.push(QuoteLabel {
                    content: vec![points(quote.span)],
                    source: quote.speaker_span.map(|span| [points(span)]),
                    cue: quote.verb.map(|span| [points(span)]),
                    direct: quote.form != QuoteForm::Indirect,
                });
                Some(labels.len() - 1)
            }
        });
    }
    labels
}

fn link(entity: &Entity) -> Option<String> {
    let title = entity.identifiers.iter().find(|identifier| identifier.scheme == "wikipedia")?;
    Some(format!("https://en.wikipedia.org/wiki/{}", title.value))
}

fn label(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "PER",
        EntityKind::Organization => "ORG",
        EntityKind::Place => "LOC",
        EntityKind::Nationality | EntityKind::Miscellaneous => "MISC",
    }
}

//! Casualty figures as CSV after RFC 4180: one row a figure, empty where nothing is known, 0 only where the article
//! says none.

use super::names::Named;
use super::wire::hundredths;
use crate::fact::{Analysis, CasualtyFigure};
use crate::text::{Article, ByteSpan, OffsetMap, day, decimal};

/// The columns, in order.
pub const COLUMNS: &[&str] = &[
    "fact",
    "effect",
    "low",
    "high",
    "best",
    "modifier",
    "fraction",
    "fraction_of",
    "count_text",
    "victims",
    "unit",
    "victim_status",
    "victim_group",
    "status",
    "scope",
    "part_of",
    "same_as",
    "conflicts_with",
    "supersedes",
    "background",
    "source",
    "source_kind",
    "speech_verb",
    "cause",
    "target",
    "actor",
    "outcome",
    "outcome_status",
    "date_text",
    "date_start",
    "date_end",
    "date_precision",
    "date_from_context",
    "place_text",
    "country_iso2",
    "latitude",
    "longitude",
    "geo_precision",
    "place_from_context",
    "trigger",
    "rule",
    "confidence",
    "sentence",
    "start_cp",
    "end_cp",
    "url",
    "title",
    "publisher",
    "date_published",
    "date_source",
    "tool_version",
];

/// The table with its header.
pub(super) fn write(article: &Article, analysis: &Analysis) -> String {
    let map = OffsetMap::new(&article.text);
    let mut table = String::new();
    row(&mut table, COLUMNS.iter().map(|column| (*column).to_owned()));
    for (index, figure) in analysis.figures.iter().enumerate() {
        row(&mut table, cells(article, analysis, &map, index, figure).into_iter());
    }
    table
}

fn cells(article: &Article, analysis: &Analysis, map: &OffsetMap, index: usize, figure: &CasualtyFigure) -> Vec<String> {
    let words = |span: Option<ByteSpan>| span.map_or(String::new(), |span| span.of(&article.text).to_owned());
    let count = |value: Option<u64>| value.map_or(String::new(), |value| value.to_string());
    let fact = |index: Option<usize>| index.map_or(String::new(), |index| (index + 1).to_string());
    let points = map.code_points(figure.span);
    let source = figure.source.as_ref();
    let time = figure.time.as_ref();
    let place = figure.place.as_ref();
    let known = place.and_then(|place| place.fact.as_ref());
    vec![
        (index + 1).to_string(),
        figure.effect.name().into(),
        count(figure.low),
        count(figure.high),
        count(figure.best),
        figure.modifier.name().into(),
        figure.fraction.map_or(String::new(), decimal::written),
        words(figure.fraction_of),
        words(Some(figure.span)),
        words(figure.victims),
        words(figure.unit),
        figure.victim_status.name().into(),
        figure.victim_groups.iter().map(Named::name).collect::<Vec<_>>().join(";"),
        figure.status.name().into(),
        figure.scope.name().into(),
        fact(figure.part_of),
        fact(figure.same_as),
        figure.conflicts_with.iter().map(|index| (index + 1).to_string()).collect::<Vec<_>>().join(";"),
        fact(figure.supersedes),
        figure.background.to_string(),
        words(source.map(|source| source.span)),
        source.map_or(String::new(), |source| source.kind.name().into()),
        words(source.and_then(|source| source.verb)),
        words(figure.cause),
        words(figure.target),
        words(figure.actor.as_ref().map(|actor| actor.span)),
        figure.outcome.map_or(String::new(), |outcome| outcome.kind.name().into()),
        figure.outcome.map_or(String::new(), |outcome| outcome.status.name().into()),
        words(time.map(|time| time.span)),
        time.and_then(|time| time.interval).map_or(String::new(), |days| day::written(days.start)),
        time.and_then(|time| time.interval).map_or(String::new(), |days| day::written(days.end)),
        time.and_then(|time| time.precision).map_or(String::new(), |precision| precision.name().into()),
        time.map_or(String::new(), |time| (time.origin == crate::fact::Origin::Context).to_string()),
        words(place.map(|place| place.span)),
        known.and_then(|known| known.country).map_or(String::new(), |code| code.iter().map(|&letter| char::from(letter)).collect()),
        known.and_then(|known| known.coordinates).map_or(String::new(), |(latitude, _)| decimal::written(hundredths(latitude))),
        known.and_then(|known| known.coordinates).map_or(String::new(), |(_, longitude)| decimal::written(hundredths(longitude))),
        known.map_or(String::new(), |known| known.precision.name().into()),
        place.map_or(String::new(), |place| (place.origin == crate::fact::Origin::Context).to_string()),
        words(Some(figure.trigger)),
        figure.rule.into(),
        figure.confidence.name().into(),
        words(Some(analysis.sentence_of(figure.span))),
        points.start().to_string(),
        points.end().to_string(),
        article.url.clone().unwrap_or_default(),
        article.title.clone().unwrap_or_default(),
        article.publisher.clone().unwrap_or_default(),
        article.published.map_or(String::new(), |published| day::written(published.date)),
        analysis.anchor.source.map_or(String::new(), |source| source.name().into()),
        env!("CARGO_PKG_VERSION").into(),
    ]
}

fn row(table: &mut String, cells: impl Iterator<Item = String>) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            table.push(',');
        }
        push_cell(table, &cell);
    }
    table.push_str("\r\n");
}

/// A cell that begins like a formula gets an apostrophe before it, so that no spreadsheet runs the words of a page.
/// A negative number is no formula.
fn push_cell(table: &mut String, cell: &str) {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && decimal::read(cell).is_none();
    let guard = if formula { "'" } else { "" };
    if formula || cell.contains(['"', ',', '\r', '\n']) {
        table.push('"');
        table.push_str(guard);
        table.push_str(&cell.replace('"', "\"\""));
        table.push('"');
    } else {
        table.push_str(cell);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_formulas_are_defused() {
        let mut table = String::new();
        row(&mut table, ["plain", "a \"b\", c", "=1+1", "@sum", "-12.5", ""].map(str::to_owned).into_iter());
        assert_eq!(table, "plain,\"a \"\"b\"\", c\",\"'=1+1\",\"'@sum\",-12.5,\r\n");
    }

    #[test]
    fn every_row_has_every_column() {
        let article = Article::from_text("At the market twelve people were killed.");
        let analysis = crate::analyze(&article);
        for figure in &analysis.figures {
            let map = OffsetMap::new(&article.text);
            assert_eq!(cells(&article, &analysis, &map, 0, figure).len(), COLUMNS.len());
        }
    }
}

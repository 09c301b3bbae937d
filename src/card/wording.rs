//! Facts in words: signs for the eye, full words for the ear, and the article's own words wherever there are any.

use super::facts::Facts;
use super::locale::{Formats, Strings, fill};
use crate::fact::{
    Anchor, AnchorSource, CasualtyFigure, Change, EventTime, Modifier, PlaceFact, Quantity, TimeAnchor, TimeExpression, UnitKind,
};
use crate::text::{BlockKind, ByteSpan, DateSource, decimal};

/// A number as the card shows it and as it is read aloud.
pub(super) struct Value {
    /// `≥ 250,000`
    pub shown: String,
    /// `at least 250,000`
    pub spoken: String,
    /// What else is worth a small word beside it: the bounds of "dozens".
    pub note: Option<String>,
}

/// Bounds worded without the number itself. `at least 12` includes 12, `more than 12` does not.
const STRICTLY_ABOVE: [&str; 6] = ["more than", "over ", "above ", "greater than", "exceed", "upwards of"];
const STRICTLY_BELOW: [&str; 5] = ["fewer than", "less than", "under ", "below ", "short of"];

/// Words for the facts of one article.
pub(super) struct Wording<'a> {
    pub facts: &'a Facts,
    pub strings: &'static Strings,
    pub formats: &'a Formats,
}

struct Bounds {
    modifier: Modifier,
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

impl Wording<'_> {
    /// The words of the article, on one line.
    pub fn words(&self, span: ByteSpan) -> String {
        let words = span.of(&self.facts.article.text);
        if words.contains(['\n', '\t', '\r']) { words.split_whitespace().collect::<Vec<_>>().join(" ") } else { words.to_owned() }
    }

    fn bounds(&self, span: ByteSpan, bounds: Bounds, number: impl Fn(f64) -> String) -> Value {
        let strings = self.strings;
        let words = self.words(span);
        let lower = words.to_lowercase();
        let plain = |shown: String, template: &str, number: &str| Value { shown, spoken: fill(template, &[number]), note: None };
        let Bounds { modifier, value, low, high } = bounds;
        match (modifier, value.or(low).or(high)) {
            (Modifier::AtLeast, Some(value)) => {
                let number = number(value);
                if STRICTLY_ABOVE.iter().any(|start| lower.contains(start)) {
                    plain(format!("> {number}"), strings.more_than, &number)
                } else {
                    plain(format!("≥ {number}"), strings.at_least, &number)
                }
            }
            (Modifier::AtMost, Some(value)) => {
                let number = number(high.unwrap_or(value));
                if STRICTLY_BELOW.iter().any(|start| lower.contains(start)) {
                    plain(format!("< {number}"), strings.fewer_than, &number)
                } else {
                    plain(format!("≤ {number}"), strings.at_most, &number)
                }
            }
            (Modifier::Approximately, Some(value)) => {
                let number = number(value);
                plain(format!("≈ {number}"), strings.about, &number)
            }
            (Modifier::Range, Some(value)) => {
                let (low, high) = (number(low.unwrap_or(value)), number(high.unwrap_or(value)));
                Value { shown: format!("{low}–{high}"), spoken: fill(strings.range, &[&low, &high]), note: None }
            }
            (Modifier::Vague, _) => {
                let note = match (low, high) {
                    (Some(low), Some(high)) => Some(format!("{}–{}", number(low), number(high))),
                    (Some(low), None) => Some(format!("≥ {}", number(low))),
                    _ => None,
                };
                Value { shown: fill(strings.quoted, &[&words]), spoken: words, note }
            }
            (Modifier::NoneOf, _) => Value { shown: number(0.0), spoken: number(0.0), note: Some(strings.none_reported.to_owned()) },
            (_, Some(value)) => {
                let number = number(value);
                Value { shown: number.clone(), spoken: number, note: None }
            }
            (_, None) => Value { shown: fill(strings.quoted, &[&words]), spoken: words, note: None },
        }
    }

    /// The number of a casualty figure.
    pub fn figure(&self, figure: &CasualtyFigure) -> Value {
        let as_float = |number: Option<u64>| number.map(|number| number as f64);
        if let (Modifier::Fraction, Some(fraction)) | (_, Some(fraction)) = (figure.modifier, figure.fraction) {
            // In the article's own words, since "more than half" is not 50 %, and "a third" not 33.33 %.
            let share = self.words(figure.span);
            let rounded = (fraction * 1000.0).round() / 10.0;
            let sign = if (fraction * 100.0 - rounded).abs() < 1e-9 { "" } else { "≈ " };
            let note = (!share.contains(|c: char| c.is_ascii_digit())).then(|| format!("{sign}{} %", self.formats.number(rounded)));
            let shown = match figure.fraction_of {
                Some(of) if !share.ends_with(&self.words(of)) => fill(self.strings.share, &[&share, &self.words(of)]),
                _ => share,
            };
            return Value { spoken: shown.clone(), shown, note };
        }
        let bounds =
            Bounds { modifier: figure.modifier, value: as_float(figure.best), low: as_float(figure.low), high: as_float(figure.high) };
        if figure.implicit && bounds.value.is_none() && bounds.low.is_none() {
            return Value { shown: self.strings.no_number.to_owned(), spoken: self.strings.no_number.to_owned(), note: None };
        }
        self.bounds(figure.span, bounds, |number| self.formats.number(number))
    }

    /// The number and unit of another quantity.
    pub fn quantity(&self, quantity: &Quantity) -> Value {
        let per = quantity.per.as_ref().map(|per| format!("/{per}")).unwrap_or_default();
        let number = |number: f64| match quantity.kind {
            UnitKind::Share => format!("{} %", self.formats.number((number * 1000.0).round() / 10.0)),
            _ if quantity.unit.is_empty() => self.formats.number(number),
            _ => format!("{} {}{per}", self.formats.number(number), quantity.unit),
        };
        let bounds = Bounds { modifier: quantity.modifier, value: Some(quantity.value), low: quantity.low, high: quantity.high };
        let value = self.bounds(quantity.span, bounds, number);
        match (quantity.change, quantity.low.zip(quantity.high)) {
            // From one end to the other, in the order of the move.
            (Some(change), Some((low, high))) if quantity.modifier == Modifier::Range => {
                let (from, to) = if change == Change::Up { (low, high) } else { (high, low) };
                let (from, to) = (number(from), number(to));
                Value { shown: format!("{from} → {to}"), spoken: fill(self.strings.moved, &[&from, &to]), ..value }
            }
            (Some(change), _) => {
                let (sign, template) = if change == Change::Up { ("↑", self.strings.up) } else { ("↓", self.strings.down) };
                Value { shown: format!("{sign} {}", value.shown), spoken: fill(template, &[&value.spoken]), ..value }
            }
            (None, _) => value,
        }
    }

    /// Who was harmed: the article's words, and the groups that recorders count apart where the words do not name them already.
    pub fn victims(&self, figure: &CasualtyFigure) -> Option<String> {
        let mut parts: Vec<String> = figure.victims.map(|span| self.words(span)).into_iter().collect();
        let groups = figure.victim_groups.iter().map(|group| (self.strings.victim_group)(*group));
        for group in groups.chain([(self.strings.victim_status)(figure.victim_status)]) {
            if !group.is_empty() && !parts.iter().any(|part| part.to_lowercase().contains(group)) {
                parts.push(group.to_owned());
            }
        }
        (!parts.is_empty()).then(|| parts.join(" · "))
    }

    /// Who says so: `United Nations, “said”`.
    pub fn source(&self, figure: &CasualtyFigure) -> String {
        let Some(source) = &figure.source else { return self.strings.no_source.to_owned() };
        let name = source.entity.and_then(|id| self.facts.analysis.entities.get(id)).map(|entity| entity.name.clone());
        let words = self.words(source.span);
        let mut text = match name {
            // The fuller of the two, so that "the ministry" becomes what it is the ministry of.
            Some(name) if name.len() > words.len() => name,
            _ => words,
        };
        if let Some(verb) = source.verb {
            text.push_str(&format!(" “{}”", self.words(verb)));
        }
        text
    }

    /// A day or span of days, with the words it was resolved from.
    pub fn event_time(&self, time: &EventTime) -> (String, Option<String>) {
        let words = self.words(time.span);
        match time.interval {
            Some(interval) => {
                let days = self.formats.interval(interval, time.precision, self.strings);
                // "14 March 2016" or "March 14, 2016": words with a year in them need no explanation.
                let says_year = words.contains(&interval.start.year().to_string());
                let from = (!says_year).then(|| fill(self.strings.dated_from, &[&words]));
                (days, from)
            }
            None => (words, None),
        }
    }

    /// What a dated expression was counted from.
    pub fn counted_from(&self, time: &TimeExpression) -> String {
        let words = self.words(time.span);
        match time.anchor {
            TimeAnchor::Publication => fill(self.strings.counted_from_publication, &[&words]),
            TimeAnchor::Previous(span) | TimeAnchor::Utterance(span) => fill(self.strings.counted_from, &[&words, &self.words(span)]),
            TimeAnchor::Explicit | TimeAnchor::None => fill(self.strings.quoted, &[&words]),
        }
    }

    /// The article's date and where it comes from; the words that show it, where there are such.
    pub fn anchor(&self, anchor: &Anchor) -> (String, Option<ByteSpan>) {
        let strings = self.strings;
        let (Some(date), Some(source)) = (anchor.date, anchor.source) else { return (strings.undated.to_owned(), None) };
        let (origin, evidence) = match source {
            AnchorSource::Published(source) => {
                let origin = match source {
                    DateSource::Given => strings.date_given,
                    DateSource::JsonLd => strings.date_json_ld,
                    DateSource::Meta => strings.date_meta,
                    DateSource::TimeElement => strings.date_time_element,
                    DateSource::Byline => strings.date_byline,
                    DateSource::Url => strings.date_url,
                };
                (origin.to_owned(), None)
            }
            AnchorSource::Inferred(span) => {
                let in_caption =
                    self.facts.article.blocks.iter().any(|block| block.kind == BlockKind::Caption && block.span.contains(span));
                let template = if in_caption { strings.date_inferred_caption } else { strings.date_inferred_text };
                (fill(template, &[&self.words(span)]), Some(span))
            }
        };
        (fill(strings.dated, &[&self.formats.date(date), &origin]), evidence)
    }

    /// Country and coordinates of a place, as far as they are known.
    pub fn place(&self, name: &str, place: &PlaceFact) -> Option<String> {
        let country = place.country.and_then(|code| self.formats.country(code)).filter(|country| country != name);
        let coordinates = place.coordinates.map(|(north, east)| {
            let degrees = |value: f32, sides: [&str; 2]| {
                let tenths = (f64::from(value.abs()) * 10.0).round() / 10.0;
                format!("{}° {}", decimal::written(tenths), sides[usize::from(value < 0.0)])
            };
            fill(self.strings.coordinates, &[&degrees(north, ["N", "S"]), &degrees(east, ["E", "W"])])
        });
        let parts: Vec<String> = country.map(|country| fill(self.strings.country, &[&country])).into_iter().chain(coordinates).collect();
        (!parts.is_empty()).then(|| parts.join(" · "))
    }
}

//! An analysis in the forms that other tools read. One file a form.
//!
//! [`wire`] is the plain object that JavaScript gets and that the JSON export writes; the other forms are made from the
//! fact model directly.

pub mod extract;
pub mod wire;

mod csv;
mod json;
mod names;
mod web_annotation;

pub use csv::COLUMNS as CSV_COLUMNS;

use crate::fact::Analysis;
use crate::text::Article;

/// The forms that [`render`] writes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Format {
    /// The whole analysis as one JSON object; offsets count code points.
    Json,
    /// Casualty figures as CSV (RFC 4180), one row a figure.
    Csv,
    /// Every mention as a W3C Web Annotation, one JSON array; offsets count code points.
    WebAnnotation,
}

impl Format {
    /// The format with this name: `json`, `csv`, `web-annotation`.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "json" => Some(Self::Json),
            "csv" => Some(Self::Csv),
            "web-annotation" => Some(Self::WebAnnotation),
            _ => None,
        }
    }

    /// The names that [`Format::named`] knows.
    pub const NAMES: &[&str] = &["json", "csv", "web-annotation"];
}

/// Writes an analysis in one of the forms.
pub fn render(format: Format, article: &Article, analysis: &Analysis) -> String {
    match format {
        Format::Json => json::write(&wire::AnalysisObject::new(article, analysis, wire::Unit::CodePoint)),
        Format::Csv => csv::write(article, analysis),
        Format::WebAnnotation => json::write(&web_annotation::annotations(article, analysis)),
    }
}

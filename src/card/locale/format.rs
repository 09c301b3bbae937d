//! Numbers, dates, countries and languages, by the browser's own tables.

use jiff::civil::Date;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::{Strings, fill};
use crate::fact::{Interval, Precision};
use crate::text::day;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(locale: &str, options: &Object) -> NumberFormat;
    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, number: f64) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type DateTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(locale: &str, options: &Object) -> DateTimeFormat;
    #[wasm_bindgen(method)]
    fn format(this: &DateTimeFormat, date: &js_sys::Date) -> String;
    #[wasm_bindgen(method, catch, js_name = formatRange)]
    fn format_range(this: &DateTimeFormat, start: &js_sys::Date, end: &js_sys::Date) -> Result<String, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    type DisplayNames;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locales: &Array, options: &Object) -> Result<DisplayNames, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, code: &str) -> Result<Option<String>, JsValue>;
}

/// Formatters of one language; making them is slow, so they are made once.
pub(in crate::card) struct Formats {
    tag: &'static str,
    number: NumberFormat,
    day: DateTimeFormat,
    month: DateTimeFormat,
    year: DateTimeFormat,
}

fn options(pairs: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in pairs {
        // Setting a property of a plain object does not fail.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object
}

impl Formats {
    pub fn new(tag: &'static str) -> Self {
        let dates = |parts: &[(&str, &str)]| {
            let utc = [("timeZone", "UTC")];
            let pairs: Vec<_> = parts.iter().chain(&utc).map(|(name, value)| (*name, JsValue::from_str(value))).collect();
            DateTimeFormat::new(tag, &options(&pairs))
        };
        Self {
            tag,
            number: NumberFormat::new(tag, &options(&[("maximumFractionDigits", JsValue::from_f64(2.0))])),
            day: dates(&[("day", "numeric"), ("month", "long"), ("year", "numeric")]),
            month: dates(&[("month", "long"), ("year", "numeric")]),
            year: dates(&[("year", "numeric")]),
        }
    }

    /// `250,000`
    pub fn number(&self, number: f64) -> String {
        self.number.format(number)
    }

    /// `14 March 2016`
    pub fn date(&self, date: Date) -> String {
        self.day.format(&browser_date(date))
    }

    /// Days in words no finer than they are known: `14 March 2016`, `March 2016`, `2011–2016`.
    pub fn interval(&self, interval: Interval, precision: Option<Precision>, strings: &Strings) -> String {
        let (start, end) = (browser_date(interval.start), browser_date(interval.end));
        let format = match precision {
            Some(Precision::Month | Precision::Quarter) => &self.month,
            Some(Precision::Year | Precision::Decade | Precision::Century) => &self.year,
            Some(Precision::Week) => return fill(strings.week_of, &[&self.day.format(&start)]),
            _ => &self.day,
        };
        if interval.start == interval.end {
            return format.format(&start);
        }
        // A range inside one month or year comes out as that month or year.
        format.format_range(&start, &end).unwrap_or_else(|_| format.format(&start))
    }

    /// A country's name for its ISO 3166-1 code.
    pub fn country(&self, code: [u8; 2]) -> Option<String> {
        self.name("region", std::str::from_utf8(&code).ok()?)
    }

    /// A language's name for its BCP 47 tag.
    pub fn language(&self, tag: &str) -> Option<String> {
        self.name("language", tag)
    }

    fn name(&self, kind: &str, code: &str) -> Option<String> {
        let names = DisplayNames::new(&Array::of1(&self.tag.into()), &options(&[("type", kind.into())])).ok()?;
        names.of(code).ok()?
    }
}

fn browser_date(date: Date) -> js_sys::Date {
    js_sys::Date::new(&JsValue::from_str(&day::written(date)))
}

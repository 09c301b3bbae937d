//! What is said changes, and the figures follow: in every case of `tests/cases/casualties.toml` a number, a qualifier or a name is
//! replaced by another, and the figures must be those of the case with just that changed.
//!
//! A rule that leans on one number or one name fails here, whatever its own case says.

// TOML is read natively only, where the analysis is the same.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::Path;

use regex::Regex;
use sidelight::analyze;
use sidelight::fact::Modifier;
use sidelight::text::Article;
use toml::{Table, Value};

/// What a figure says, apart from where it stands.
#[derive(Clone, PartialEq, Debug)]
struct Figure {
    effect: String,
    modifier: Modifier,
    low: Option<u64>,
    high: Option<u64>,
    status: String,
    implicit: bool,
}

fn figures(text: &str) -> Vec<Figure> {
    analyze(&Article::from_text(text))
        .figures
        .iter()
        .map(|figure| Figure {
            effect: format!("{:?}", figure.effect),
            modifier: figure.modifier,
            low: figure.low,
            high: figure.high,
            status: format!("{:?}", figure.status),
            implicit: figure.implicit,
        })
        .collect()
}

fn texts() -> Vec<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/casualties.toml");
    let table: Table = fs::read_to_string(file).expect("the cases").parse().expect("TOML");
    let cases = table.get("case").and_then(Value::as_array).expect("a list of [[case]]");
    cases.iter().filter_map(|case| case.get("text")?.as_str().map(str::to_owned)).collect()
}

/// Compares what a changed text says with what it should; fails with all that differ, unless too few were compared.
fn check(changed: impl Iterator<Item = (String, Vec<Figure>)>, fewest: usize) {
    let mut compared = 0;
    let wrong: Vec<String> = changed
        .filter_map(|(text, expected)| {
            compared += 1;
            let found = figures(&text);
            (found != expected).then(|| format!("{text}\n   expected {expected:?}\n   found    {found:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {compared}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(compared >= fewest, "only {compared} texts had anything to change");
}

/// A pattern that stands by itself as a word, or as several.
fn words(pattern: &str) -> Regex {
    Regex::new(&format!(r"(?-u:\b)(?:{pattern})(?-u:\b)")).expect("a pattern")
}

/// Every text in which `pattern` stands once before a word, with the match replaced by `new`.
fn replaced<'t>(
    texts: &'t [String],
    pattern: &'t Regex,
    new: impl Fn(&str) -> Option<String> + 't,
) -> impl Iterator<Item = (&'t str, String, String, String)> + 't {
    texts.iter().filter_map(move |text| {
        let mut found = pattern.find_iter(text);
        let (one, None) = (found.next()?, found.next()) else { return None };
        let new = new(one.as_str())?;
        let changed = format!("{}{new}{}", &text[..one.start()], &text[one.end()..]);
        Some((text.as_str(), changed, one.as_str().to_owned(), new))
    })
}

/// The figures of `text`, with the one of the value `old` now of the value `new`. Nothing where several have it, or where the number
/// is one end of a range.
fn revalued(text: &str, old: u64, new: u64) -> Option<Vec<Figure>> {
    let change = |value: Option<u64>| value.map(|value| if value == old { new } else { value });
    let told = figures(text);
    let touching = told.iter().filter(|figure| figure.low == Some(old) || figure.high == Some(old)).count();
    let ranged = told.iter().any(|figure| figure.modifier == Modifier::Range);
    (touching == 1 && !ranged)
        .then(|| told.into_iter().map(|figure| Figure { low: change(figure.low), high: change(figure.high), ..figure }).collect())
}

#[test]
fn figures_follow_numbers_in_digits() {
    let texts = texts();
    // Two digits before a blank and a lower-case word: no year, no age between commas, no part of a larger number.
    let pattern = words("[1-9][0-9] [a-z]+");
    for other in [23u64, 47, 68, 91] {
        let changed = replaced(&texts, &pattern, |old| Some(format!("{other}{}", &old[2..])))
            .filter_map(|(text, changed, old, _)| Some((changed, revalued(text, old[..2].parse().ok()?, other)?)));
        check(changed, 40);
    }
}

#[test]
fn figures_follow_numbers_in_words() {
    const NUMBERS: [(&str, u64); 8] =
        [("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9), ("eleven", 11)];
    let texts = texts();
    let pattern = words("three|four|five|six|seven|eight|nine|eleven");
    let value = |word: &str| NUMBERS.iter().find(|(number, _)| *number == word).map(|(_, value)| *value);
    for other in ["three", "seven", "eleven"] {
        let changed = replaced(&texts, &pattern, |_| Some(other.to_owned())).filter_map(|(text, changed, old, new)| {
            // Sums and orders of size tell parts from wholes: a number that stands beside another may mean something else.
            (figures(text).len() == 1).then_some(())?;
            Some((changed, revalued(text, value(&old)?, value(&new)?)?))
        });
        check(changed, 15);
    }
}

#[test]
fn bounds_follow_qualifiers() {
    let texts = texts();
    let pattern = words("at least|more than|about|up to");
    type Bounds = fn(u64) -> (Modifier, Option<u64>, Option<u64>);
    let qualifiers: [(&str, Bounds); 5] = [
        ("at least", |value| (Modifier::AtLeast, Some(value), None)),
        ("more than", |value| (Modifier::AtLeast, Some(value), None)),
        ("about", |value| (Modifier::Approximately, Some(value), Some(value))),
        ("fewer than", |value| (Modifier::AtMost, None, Some(value))),
        ("up to", |value| (Modifier::AtMost, None, Some(value))),
    ];
    for (qualifier, bounds) in qualifiers {
        let changed = replaced(&texts, &pattern, |_| Some(qualifier.to_owned())).filter_map(|(text, changed, _, _)| {
            let [figure] = &figures(text)[..] else { return None };
            let value = figure.low.or(figure.high)?;
            let qualified = matches!(figure.modifier, Modifier::AtLeast | Modifier::Approximately | Modifier::AtMost);
            let (modifier, low, high) = bounds(value);
            qualified.then(|| (changed, vec![Figure { modifier, low, high, ..figure.clone() }]))
        });
        check(changed, 7);
    }
}

#[test]
fn figures_do_not_depend_on_names() {
    let texts = texts();
    for (pattern, others) in [
        (
            "Mosul|Turin|Quito|Pune|Peshawar|Paris|Manila|Malden|Lahti|Lagos|Kigali|Karachi|Jos|Fez|Baghdad|Ankara",
            ["Bogota", "Tunis", "Hanoi"],
        ),
        ("Syria|Rwanda|Peru|Nepal|Yemen|Somalia|Mali", ["Chad", "Ecuador", "Myanmar"]),
        ("Omar Khan|Ana Ruiz|Maria Santos|Luis Prado|Daniel Mbeki", ["Chen Wei", "Oleh Kovalenko", "Amina Diallo"]),
        ("Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday", ["Monday", "Friday", "Sunday"]),
    ] {
        let pattern = words(pattern);
        for other in others {
            let changed = replaced(&texts, &pattern, |_| Some(other.to_owned())).map(|(text, changed, _, _)| (changed, figures(text)));
            check(changed, 3);
        }
    }
}

//! Short texts, one phenomenon each, through the public API: `tests/cases/*.toml`.
//!
//! A case is a text and the casualty figures that it tells, in text order, one string a figure:
//!
//! ```text
//! killed >= 250000 place=Syria source=none
//! injured 12 implicit=no status=feared scope=part part_of=1
//! ```
//!
//! First the effect, then the bounds: `12` · `>= 12` · `<= 90` · `~ 200` · `20..30` · `vague 24..99` · `50%` · `none`
//! (none of them). Behind these any of the keys of [`told`], a value of several words in single quotes; figures are named
//! by their place in the list, from 1. `status`, `scope`, `implicit` and `background` are always compared, and are
//! `asserted`, `incident`, `no` and `no` where nothing is said; the other keys only where a case names them.
//!
//! `quantities`, where a case has them, are the quantities beside the figures, with the same bounds: `money 25000000 USD`,
//! `length >= 12 km`, `percent 5 % up` (something rose by it), `money 62..68 USD/share`,
//! `people 40 miners rescued`. Where the case says `shown = true`,
//! only those that the card lists are compared.
//!
//! `known_miss = true` marks what is read wrongly today, and `today` says how: such a case fails when it starts to be
//! right, and when it is wrong in another way.

// TOML is read natively only, where the analysis is the same.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeMap;
use std::fmt::{Debug, Write as _};
use std::fs;
use std::path::Path;

use sidelight::analyze;
use sidelight::fact::{Analysis, CasualtyFigure, Modifier, Quantity};
use sidelight::text::{Article, ByteSpan};
use toml::{Table, Value};

/// What is compared although a case does not name it, and what it then is.
const USUAL: &[(&str, &str)] = &[("status", "asserted"), ("scope", "incident"), ("implicit", "no"), ("background", "no")];

struct Case {
    about: String,
    text: String,
    published: Option<String>,
    figures: Vec<String>,
    quantities: Option<Vec<String>>,
    /// Of the quantities those that the card lists.
    shown: bool,
    /// What a known miss gives; `None` where the case must be right.
    today: Option<Vec<String>>,
}

fn strings(case: &Table, key: &str) -> Option<Vec<String>> {
    let list = case.get(key)?.as_array().unwrap_or_else(|| panic!("`{key}` is no list: {case}"));
    Some(list.iter().map(|item| item.as_str().expect("a string").to_owned()).collect())
}

fn cases(content: &str) -> Vec<Case> {
    let table: Table = content.parse().expect("TOML");
    let list = table.get("case").and_then(Value::as_array).expect("a list of [[case]]");
    list.iter()
        .map(|case| {
            let case = case.as_table().expect("a table");
            let text = |key: &str| case.get(key).and_then(Value::as_str).map(str::to_owned);
            for key in case.keys() {
                assert!(
                    matches!(key.as_str(), "about" | "text" | "published" | "figures" | "quantities" | "shown" | "known_miss" | "today"),
                    "unknown key `{key}`: {case}"
                );
            }
            let missed = case.get("known_miss").and_then(Value::as_bool).unwrap_or(false);
            let today = strings(case, "today");
            assert_eq!(missed, today.is_some(), "`known_miss` and `today` stand together: {case}");
            Case {
                about: text("about").unwrap_or_else(|| panic!("no `about`: {case}")),
                text: text("text").unwrap_or_else(|| panic!("no `text`: {case}")),
                published: text("published"),
                figures: strings(case, "figures").unwrap_or_else(|| panic!("no `figures`: {case}")),
                quantities: strings(case, "quantities"),
                shown: case.get("shown").and_then(Value::as_bool).unwrap_or(false),
                today,
            }
        })
        .collect()
}

/// An expected or a found figure: what stands before the keys, and the keys.
#[derive(PartialEq, Debug)]
struct Line {
    head: String,
    keys: BTreeMap<String, String>,
}

fn parse(line: &str) -> Line {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '\'' => quoted = !quoted,
            ' ' if !quoted => words.push(std::mem::take(&mut word)),
            c => word.push(c),
        }
    }
    assert!(!quoted, "a quotation mark is missing: {line}");
    words.push(word);
    let mut found = Line { head: String::new(), keys: USUAL.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect() };
    for word in words.iter().filter(|word| !word.is_empty()) {
        match word.split_once('=') {
            Some((key, value)) if key.starts_with(|c: char| c.is_ascii_alphabetic()) => {
                found.keys.insert(key.to_owned(), value.to_owned());
            }
            _ => {
                let _ = write!(found.head, "{}{word}", if found.head.is_empty() { "" } else { " " });
            }
        }
    }
    found
}

/// A name of the fact model as it stands in a case: `AtLeast` is `at_least`.
fn name(value: &impl Debug) -> String {
    let mut name = String::new();
    for c in format!("{value:?}").chars() {
        if c.is_ascii_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.push(c.to_ascii_lowercase());
    }
    name
}

fn bounds(figure: &CasualtyFigure) -> String {
    match figure.modifier {
        Modifier::Fraction => format!("{}%", (figure.fraction.unwrap_or(0.0) * 100.0).round()),
        modifier => worded(modifier, figure.low.map(|low| low.to_string()), figure.high.map(|high| high.to_string())),
    }
}

fn worded(modifier: Modifier, low: Option<String>, high: Option<String>) -> String {
    let open = || "?".to_owned();
    match (modifier, low, high) {
        (Modifier::Exact, Some(low), Some(high)) if low == high => low,
        (Modifier::AtLeast, Some(low), None) => format!(">= {low}"),
        (Modifier::AtMost, None, Some(high)) => format!("<= {high}"),
        (Modifier::Approximately, Some(low), Some(high)) if low == high => format!("~ {low}"),
        (Modifier::Range, low, high) => format!("{}..{}", low.unwrap_or_else(open), high.unwrap_or_else(open)),
        (Modifier::NoneOf, ..) => "none".to_owned(),
        (modifier, low, high) => format!("{} {}..{}", name(&modifier), low.unwrap_or_else(open), high.unwrap_or_else(open)),
    }
}

/// What the analysis says of figure `at` under a key.
fn told(key: &str, at: usize, analysis: &Analysis, text: &str) -> String {
    let figure = &analysis.figures[at];
    let words = |span: ByteSpan| text[span.start()..span.end()].to_owned();
    let optional = |span: Option<ByteSpan>| span.map_or_else(|| "none".to_owned(), words);
    let yes = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
    let number = |index: Option<usize>| index.map_or_else(|| "none".to_owned(), |index| (index + 1).to_string());
    match key {
        "status" => name(&figure.status),
        "scope" => name(&figure.scope),
        "implicit" => yes(figure.implicit),
        "background" => yes(figure.background),
        "words" => words(figure.span),
        "trigger" => words(figure.trigger),
        "victims" => optional(figure.victims),
        "who" => name(&figure.victim_status),
        "group" => figure.victim_groups.iter().map(name).collect::<Vec<_>>().join("+"),
        "unit" => optional(figure.unit),
        "of" => optional(figure.fraction_of),
        "source" => optional(figure.source.as_ref().map(|source| source.span)),
        "kind" => figure.source.as_ref().map_or_else(|| "none".to_owned(), |source| name(&source.kind)),
        "verb" => optional(figure.source.as_ref().and_then(|source| source.verb)),
        "cause" => optional(figure.cause),
        "target" => optional(figure.target),
        "actor" => optional(figure.actor.as_ref().map(|actor| actor.span)),
        // `freed`, or `freed:planned`
        "outcome" => figure.outcome.map_or("none".to_owned(), |outcome| {
            let kind = name(&outcome.kind);
            if outcome.status == sidelight::fact::Status::Asserted { kind } else { format!("{kind}:{}", name(&outcome.status)) }
        }),
        "place" => optional(figure.place.as_ref().map(|place| place.span)),
        "place_from" => figure.place.as_ref().map_or_else(|| "none".to_owned(), |place| name(&place.origin)),
        "date" => figure.time.as_ref().and_then(|time| time.interval).map_or_else(
            || "none".to_owned(),
            |interval| {
                if interval.start == interval.end { interval.start.to_string() } else { format!("{}..{}", interval.start, interval.end) }
            },
        ),
        "date_from" => figure.time.as_ref().map_or_else(|| "none".to_owned(), |time| name(&time.origin)),
        "part_of" => number(figure.part_of),
        "same_as" => number(figure.same_as),
        "supersedes" => number(figure.supersedes),
        "conflicts" => {
            let mut others: Vec<String> = figure.conflicts_with.iter().map(|other| (other + 1).to_string()).collect();
            others.sort();
            if others.is_empty() { "none".to_owned() } else { others.join("+") }
        }
        _ => panic!("unknown key `{key}`"),
    }
}

fn quantity(quantity: &Quantity) -> String {
    let round = |bound: Option<f64>| bound.map(|bound| ((bound * 1000.0).round() / 1000.0).to_string());
    let mut line = format!("{} {}", name(&quantity.kind), worded(quantity.modifier, round(quantity.low), round(quantity.high)));
    let per = quantity.per.as_ref().map(|per| format!("/{per}")).unwrap_or_default();
    if !quantity.unit.is_empty() || !per.is_empty() {
        let _ = write!(line, " {}{per}", quantity.unit);
    }
    if let Some(change) = quantity.change {
        let _ = write!(line, " {}", name(&change));
    }
    if let Some(effect) = quantity.effect {
        let _ = write!(line, " {}", name(&effect));
    }
    line
}

/// Figure `at` as a line with the keys that `like` has, and those that are not the usual ones.
fn found(at: usize, like: Option<&Line>, analysis: &Analysis, text: &str) -> Line {
    let head = format!("{} {}", name(&analysis.figures[at].effect), bounds(&analysis.figures[at]));
    let named = like.map(|line| line.keys.keys().map(String::as_str).collect::<Vec<_>>()).unwrap_or_default();
    let keys = named.into_iter().chain(USUAL.iter().map(|(key, _)| *key));
    Line { head, keys: keys.map(|key| (key.to_owned(), told(key, at, analysis, text))).collect() }
}

fn print(line: &Line) -> String {
    let mut text = line.head.clone();
    for (key, value) in &line.keys {
        if USUAL.contains(&(key.as_str(), value.as_str())) {
            continue;
        }
        let quote = if value.contains(' ') { "'" } else { "" };
        let _ = write!(text, " {key}={quote}{value}{quote}");
    }
    text
}

/// What the analysis gives in the words of `expected`: the same strings where all is right.
fn given(expected: &[String], analysis: &Analysis, text: &str) -> (Vec<Line>, Vec<Line>) {
    let expected: Vec<Line> = expected.iter().map(|line| parse(line)).collect();
    let found = (0..analysis.figures.len()).map(|at| found(at, expected.get(at), analysis, text)).collect();
    (expected, found)
}

fn show(lines: &[Line]) -> String {
    if lines.is_empty() { "      (no figure)\n".to_owned() } else { lines.iter().map(|line| format!("      {}\n", print(line))).collect() }
}

/// What is wrong with a case, if anything is.
fn fault(case: &Case) -> Option<String> {
    let date = case.published.as_ref().map(|date| date.parse().expect("a date"));
    let analysis = analyze(&Article::from_text(case.text.as_str()).published_on(date));
    let (expected, found) = given(&case.figures, &analysis, &case.text);
    let mut right = expected == found;
    let mut wrong = String::new();
    if !right {
        let _ = write!(wrong, "   expected\n{}   found\n{}", show(&expected), show(&found));
    }
    if let Some(expected) = &case.quantities {
        let listed = |quantity: &&Quantity| !case.shown || quantity.is_telling();
        let found: Vec<String> = analysis.quantities.iter().filter(listed).map(quantity).collect();
        if *expected != found {
            right = false;
            let _ = writeln!(wrong, "   expected quantities {expected:?}\n   found {found:?}");
        }
    }
    let title = format!("{}: {}", case.about, case.text);
    match &case.today {
        None if right => None,
        None => Some(format!("{title}\n{wrong}")),
        Some(_) if right => Some(format!("{title}\n   is right now: take `known_miss` and `today` away\n")),
        Some(today) => {
            let (expected, found) = given(today, &analysis, &case.text);
            (expected != found)
                .then(|| format!("{title}\n   is wrong in another way: `today` says\n{}   found\n{}", show(&expected), show(&found)))
        }
    }
}

fn files() -> Vec<(String, Vec<Case>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut paths: Vec<_> = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    paths.into_iter().map(|path| (path.display().to_string(), cases(&fs::read_to_string(&path).expect("UTF-8")))).collect()
}

#[test]
fn every_case_is_read_as_it_says() {
    let mut faults = Vec::new();
    let mut count = 0;
    for (_, cases) in files() {
        count += cases.len();
        faults.extend(cases.iter().filter_map(fault));
    }
    assert!(count > 0, "no cases");
    assert!(faults.is_empty(), "{} of {count} cases:\n\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn no_case_stands_twice() {
    let mut seen = BTreeMap::new();
    for (file, cases) in files() {
        for case in cases {
            if let Some(other) = seen.insert(case.text.clone(), file.clone()) {
                panic!("{other} and {file}: {}", case.text);
            }
        }
    }
}

/// Wordings of one number with what they must give.
const WORDINGS: &[(&str, &str)] = &[
    ("7", "7"),
    ("seven", "7"),
    ("at least 19", ">= 19"),
    ("more than 1,300", ">= 1300"),
    ("some 240", "~ 240"),
    ("up to ninety", "<= 90"),
    ("between 20 and 35", "20..35"),
    ("dozens of", "vague 24..99"),
    ("a quarter of a million", "250000"),
    ("two dozen", "24"),
];

/// Sentences with a place for a number `#`, for people `@` and for a town `*`, and the effects of their figures.
const FRAMES: &[(&str, &[&str])] = &[
    ("The blast in * killed # @.", &["killed"]),
    ("In *, # @ were injured when a wall fell.", &["injured"]),
    ("Police in * said # @ had been arrested.", &["detained"]),
    ("A boat sank near *, leaving # @ missing.", &["missing"]),
    ("The bodies of # @ were found in *.", &["killed"]),
    ("The bombing in * killed # @ and wounded three.", &["killed", "injured"]),
];

const PEOPLE: &[&str] = &["people", "students", "fishermen", "nurses"];

const TOWNS: &[&str] = &["Oslo", "Nairobi", "Lima"];

#[test]
fn figures_follow_the_words_that_are_put_into_a_sentence() {
    let mut faults = Vec::new();
    for (frame, effects) in FRAMES {
        for (wording, bounds) in WORDINGS {
            for (people, town) in PEOPLE.iter().flat_map(|people| TOWNS.iter().map(move |town| (people, town))) {
                let mut text = frame.replace('#', wording).replace('@', people).replace('*', town);
                text[..1].make_ascii_uppercase();
                let expected: Vec<String> = effects
                    .iter()
                    .enumerate()
                    .map(|(at, effect)| match at {
                        0 => format!("{effect} {bounds} victims={people} place={town}"),
                        _ => format!("{effect} 3 place={town}"),
                    })
                    .collect();
                let case = Case {
                    about: "put in".to_owned(),
                    text,
                    published: None,
                    figures: expected,
                    quantities: None,
                    shown: false,
                    today: None,
                };
                faults.extend(fault(&case));
            }
        }
    }
    assert!(faults.is_empty(), "{} of the sentences:\n\n{}", faults.len(), faults.join("\n"));
}

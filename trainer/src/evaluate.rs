//! Strict scores on development sets, for quick trials; the scorer of the data's makers has the last word.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::Path;

use serde_json::{Value, json};
use sidelight::fact::{EntityKind, NameMention};
use sidelight::text::Article;
use sidelight::training::{Model, Reading, Tagger};

/// Prints precision, recall and F1 (micro; PER, ORG, LOC) of each set in `data`.
pub fn evaluate(model: &'static Model, data: &Path, sets: &[String], consistency: Option<f32>) -> io::Result<()> {
    let mut sum = 0.0;
    for set in sets {
        let mut right = [0f64; 5];
        let mut found = [0f64; 5];
        let mut gold = [0f64; 5];
        for line in fs::read_to_string(data.join(set).with_extension("jsonl"))?.lines() {
            let document: Value = serde_json::from_str(line)?;
            let text = document["text"].as_str().unwrap_or_default();
            let all = [String::from("PER"), "ORG".into(), "LOC".into(), "MISC".into()];
            let types: HashSet<String> = document["annotated"]["entities"]
                .as_array()
                .map(|types| types.iter().filter_map(|t| t.as_str().map(str::to_owned)).collect())
                .unwrap_or_else(|| all.clone().into());
            let mut wanted = HashSet::new();
            let mut ignored = Vec::new();
            for entity in document["entities"].as_array().into_iter().flatten() {
                let number = |key: &str| entity[key].as_u64().unwrap_or_default() as usize;
                let span = (number("start"), number("end"));
                let kind = entity["type"].as_str().unwrap_or_default();
                if entity["ignore"].as_bool() == Some(true) || entity["named"].as_bool() == Some(false) {
                    ignored.push(span);
                } else if types.contains(kind) {
                    wanted.insert((span, kind.to_owned()));
                }
            }
            let names = mentions(model, text, consistency);
            let points: Vec<usize> = code_points(text);
            for (_, kind) in &wanted {
                gold[at(kind)] += 1.0;
            }
            for name in names {
                let kind = tag(name.kind);
                if !types.contains(kind) {
                    continue;
                }
                let span = (points[name.span.start()], points[name.span.end()]);
                if wanted.contains(&(span, kind.to_owned())) {
                    right[at(kind)] += 1.0;
                } else if ignored.iter().any(|other| span.0 < other.1 && other.0 < span.1) {
                    continue;
                }
                found[at(kind)] += 1.0;
            }
        }
        let f1 = |kinds: &[usize]| {
            let [right, found, gold] = [&right, &found, &gold].map(|counts| kinds.iter().map(|kind| counts[*kind]).sum::<f64>());
            (100.0 * right / found.max(1.0), 100.0 * right / gold.max(1.0), 200.0 * right / (found + gold).max(1.0))
        };
        let (precision, recall, micro) = f1(&[1, 2, 3]);
        println!(
            "{set:<18} P {precision:5.1} R {recall:5.1} F1 {micro:5.1}   PER {:5.1} ORG {:5.1} LOC {:5.1} MISC {:5.1}",
            f1(&[1]).2,
            f1(&[2]).2,
            f1(&[3]).2,
            f1(&[4]).2
        );
        sum += micro;
    }
    println!("average            {:.2}", sum / sets.len().max(1) as f64);
    Ok(())
}

fn at(kind: &str) -> usize {
    ["", "PER", "ORG", "LOC", "MISC"].iter().position(|name| *name == kind).unwrap_or(0)
}

/// The number of code points before each byte.
fn code_points(text: &str) -> Vec<usize> {
    let mut points = Vec::with_capacity(text.len() + 1);
    let mut count = 0;
    for c in text.chars() {
        points.resize(points.len() + c.len_utf8(), count);
        count += 1;
    }
    points.push(count);
    points
}

/// All names of a text.
fn mentions(model: &'static Model, text: &str, consistency: Option<f32>) -> Vec<NameMention> {
    let reading = Reading::new(Article::from_text(text));
    let mut tagger = Tagger::with(model);
    tagger.consistency = consistency.unwrap_or(tagger.consistency);
    let mut names = Vec::new();
    for sentence in 0..reading.sentences().len() {
        tagger.read(&reading, sentence);
    }
    for sentence in 0..reading.sentences().len() {
        tagger.tag(&reading, sentence, &mut names);
    }
    names
}

/// Kinds as the development sets write them.
fn tag(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "PER",
        EntityKind::Organization => "ORG",
        EntityKind::Place => "LOC",
        EntityKind::Nationality | EntityKind::Miscellaneous => "MISC",
    }
}

/// Writes the names of each document of a file as the scorers read them.
pub fn predict(model: &'static Model, input: &Path, output: &Path) -> io::Result<()> {
    let mut lines = String::new();
    for line in fs::read_to_string(input)?.lines() {
        let document: Value = serde_json::from_str(line)?;
        let text = document["text"].as_str().unwrap_or_default();
        let points = code_points(text);
        let names = mentions(model, text, None);
        let entities: Vec<Value> = names
            .iter()
            .map(|name| json!({"start": points[name.span.start()], "end": points[name.span.end()], "type": tag(name.kind), "rule": name.rule}))
            .collect();
        lines.push_str(&format!("{}\n", json!({"id": document["id"], "entities": entities})));
    }
    fs::write(output, lines)
}

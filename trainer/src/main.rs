//! Compiles the knowledge tables and trains the name model.
//!
//! ```text
//! trainer predict --input FILE --output FILE
//! trainer classes --vectors FILE [--data DIR]
//! trainer [tables|train|all] [--data DIR] [--out DIR] [--without SET,…] [--features N] [--weight N] [--swap N] [--evaluate SET,…]
//! ```
//!
//! `tables` writes the knowledge tables, `train` the model, `all` (the default) both. The features of the model ask the
//! tables, which are compiled into this program: after a change of the tables, run `tables` and then `train`.
//! `--weight` repeats what was labelled by reading or written here, `--swap` adds copies of it with other names. `classes` puts
//! words into classes by word vectors (lines of a word and its numbers, the most frequent first), for the tables.
//! `--without` leaves sources out, to measure on a development set that shares its text with one.

mod classes;
mod code;
mod corpus;
mod dice;
mod evaluate;
mod labels;
mod pack;
mod sentences;
mod swap;
mod tables;
mod train;

use std::io;
use std::path::PathBuf;

use corpus::{Document, Run};
use dice::Dice;
use labels::Labels;
use sentences::Words;
use sidelight::training::Model;
use train::{Examples, Settings};

/// Sources whose licences allow a model under this project's licence, with attribution (see NOTICE), and whether each
/// has labels for names other than of people, organisations and places.
const SOURCES: &[(&str, bool)] =
    &[("crossner_politics", true), ("gum", false), ("redocred", true), ("uner_ewt", false), ("wnut17", true), ("btc", false)];

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let option = |name: &str| arguments.iter().position(|argument| argument == name).and_then(|at| arguments.get(at + 1));
    let list = |name: &str| option(name).map(|sets| sets.split(',').map(str::to_owned).collect::<Vec<_>>()).unwrap_or_default();
    let home = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let data = option("--data").map_or_else(|| home.join("../../shared/data"), PathBuf::from);
    let out = option("--out").map_or_else(|| home.join("../src/knowledge"), PathBuf::from);
    let task = arguments.first().filter(|task| !task.starts_with("--")).map_or("all", String::as_str);
    if matches!(task, "all" | "tables") {
        tables::compile(&home.join("tables"), &data.join("knowledge"), &out)?;
    }
    if task == "tables" {
        return Ok(());
    }
    if task == "predict" {
        let [input, output] = ["--input", "--output"].map(|name| option(name).map(PathBuf::from).unwrap_or_default());
        let model = Box::leak(Box::new(Model::decode(&std::fs::read(out.join("model.bin"))?).expect("the model is well formed")));
        return evaluate::predict(model, &input, &output);
    }
    let without = list("--without");
    let mut documents = Vec::new();
    for (source, has_other) in SOURCES.iter().filter(|(source, _)| !without.iter().any(|name| name == source)) {
        documents.extend(corpus::read(&data.join("train").join(source).with_extension("tsv"), *has_other)?);
    }
    let number = |name: &str, default: f32| option(name).and_then(|number| number.parse().ok()).unwrap_or(default);
    let words = Words::read(&home.join("tables"), &data.join("knowledge"))?;
    documents.extend(sentences::patterns(&home.join("sentences"), &words, number("--times", 2.0) as usize)?);
    // What was labelled by reading, or written here.
    let mut own = sentences::stories(&home.join("sentences"), &words)?;
    let [by_reading, by_network] = ["read", "network"].map(|name| Labels::read(&home.join("labels").join(name).with_extension("tsv")));
    let (by_reading, by_network) = (by_reading?, by_network?);
    for document in corpus::read(&data.join("train/gmb_voa.tsv"), true)? {
        let (labelled, rest) = by_reading.split(&document);
        own.push(labelled);
        documents.push(by_network.split(&rest).0);
    }
    if task == "classes" {
        let text: Vec<Document> = documents.iter().chain(&own).cloned().collect();
        let table = home.join("tables/word-classes.tsv");
        let head =
            "# Classes of words, from published word vectors (see NOTICE) by `trainer classes`: a line for each, its words by frequency.\n";
        let vectors = option("--vectors").map(PathBuf::from).unwrap_or_default();
        return std::fs::write(table, format!("{head}{}", classes::make(&vectors, &text)?));
    }
    let mut dice = Dice(2);
    for document in own {
        let copies: Vec<Document> = (0..number("--swap", 1.0) as usize).map(|_| swap::swapped(&document, &words, &mut dice)).collect();
        documents.extend(copies);
        documents.extend(std::iter::repeat_n(document, number("--weight", 1.0) as usize));
    }
    let model = model(&documents, &number);
    std::fs::write(out.join("model.bin"), &model)?;
    let sets = list("--evaluate");
    if !sets.is_empty() {
        let model = Box::leak(Box::new(Model::decode(&model).expect("the model is well formed")));
        let consistency = option("--consistency").and_then(|number| number.parse().ok());
        evaluate::evaluate(model, &data.join("dev"), &sets, consistency)?;
    }
    Ok(())
}

/// Trains twice, the second time on the strongest features alone, and packs the weights.
fn model(documents: &[Document], number: &dyn Fn(&str, f32) -> f32) -> Vec<u8> {
    let mut runs: Vec<Run> = Vec::new();
    for document in documents {
        corpus::runs(document, &mut runs);
    }
    // Some sentences once more as headlines.
    for (at, sentence) in documents.iter().flatten().enumerate() {
        if at % 24 < 2 && sentence.words.len() > 4 {
            corpus::runs(&vec![corpus::headline(sentence, at % 24 == 0)], &mut runs);
        }
    }
    let examples = Examples::new(&runs, 2);
    eprintln!("{} runs, {} features", runs.len(), examples.features.len());
    drop(runs);
    let first = Settings { rate: 0.1, l1: number("--l1", 4e-6), epochs: number("--epochs1", 5.0) as usize };
    let kept = train::strongest(&train::train(&examples, first), number("--features", 60_000.0) as usize);
    let examples = examples.keep(&kept);
    let second = Settings { rate: number("--rate", 0.1), l1: number("--l1b", 4e-6), epochs: number("--epochs2", 12.0) as usize };
    let weights = train::train(&examples, second);
    pack::model(&examples.features, &weights, number("--step", 0.1), number("--least", 2.0) as i8)
}

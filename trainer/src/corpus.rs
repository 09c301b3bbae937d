//! Training text: labelled tokens of several sources, made running text again and cut with the shipped tokeniser.

use std::fs;
use std::io;
use std::path::Path;

use sidelight::knowledge;
use sidelight::text::Article;
use sidelight::training::{Feature, Label, Reading, Tagger};

/// Labels that a token may have, a bit for each.
pub type Allowed = u8;

const OTHER: Allowed = 1 << Label::Other as u8;
/// Nothing is said.
pub const ANY: Allowed = 31;

/// A sentence: words with their labels.
#[derive(Clone, Default)]
pub struct Sentence {
    pub words: Vec<(String, Allowed)>,
    /// The words hold their own blanks.
    spaced: bool,
}

impl Sentence {
    /// Adds text as it stands, blanks included.
    pub fn add(&mut self, text: &str, label: Label) {
        self.spaced = true;
        self.words.push((text.to_owned(), 1 << label as u8));
    }
}

/// Sentences of one document.
pub type Document = Vec<Sentence>;

/// Reads a file of lines `token TAB label`; a blank line ends a sentence, `#doc` a document. A source that has no label
/// for other names leaves open whether its unlabelled words are such names; nationalities surely are.
pub fn read(path: &Path, has_other: bool) -> io::Result<Vec<Document>> {
    let mut documents: Vec<Document> = Vec::new();
    let mut document = Document::new();
    let mut sentence = Sentence::default();
    for line in fs::read_to_string(path)?.lines() {
        if line.is_empty() || line == "#doc" {
            if !sentence.words.is_empty() {
                document.push(std::mem::take(&mut sentence));
            }
            if line == "#doc" && !document.is_empty() {
                documents.push(std::mem::take(&mut document));
            }
        } else if let Some((word, tag)) = line.split_once('\t') {
            let mut allowed = 1 << label(tag) as u8;
            if allowed == 1 && !has_other && word.starts_with(char::is_uppercase) {
                allowed = if knowledge::country_of_demonym(word).is_some() { OTHER } else { 1 | OTHER };
            }
            sentence.words.push((word.to_owned(), allowed));
        }
    }
    if !sentence.words.is_empty() {
        document.push(sentence);
    }
    if !document.is_empty() {
        documents.push(document);
    }
    Ok(documents)
}

fn label(tag: &str) -> Label {
    tag.get(2..).and_then(kind).unwrap_or(Label::Outside)
}

/// The label of a kind of names, as training files and labels write it.
pub fn kind(text: &str) -> Option<Label> {
    match text {
        "PER" => Some(Label::Person),
        "ORG" => Some(Label::Organization),
        "LOC" => Some(Label::Place),
        "MISC" => Some(Label::Other),
        _ => None,
    }
}

/// The sentences as lines of running text, and the label of each byte.
fn text_of(document: &Document) -> (String, Vec<Allowed>) {
    let mut text = String::new();
    let mut labels = Vec::new();
    for sentence in document {
        if sentence.spaced {
            for (words, label) in &sentence.words {
                text.push_str(words);
                labels.resize(text.len(), *label);
            }
            text.push('\n');
            labels.push(1);
            continue;
        }
        let mut open_quote = false;
        let mut glue = true;
        for (at, (word, label)) in sentence.words.iter().enumerate() {
            let next = sentence.words.get(at + 1);
            let previous = at.checked_sub(1).map(|at| sentence.words[at].0.as_str()).unwrap_or("");
            let quote = word == "\"";
            let closes = matches!(
                word.as_str(),
                "," | "."
                    | ";"
                    | ":"
                    | "!"
                    | "?"
                    | ")"
                    | "]"
                    | "%"
                    | "'"
                    | "’"
                    | "”"
                    | "'s"
                    | "’s"
                    | "n't"
                    | "n’t"
                    | "'re"
                    | "'ve"
                    | "'ll"
                    | "'d"
                    | "'m"
                    | "…"
                    | "..."
            ) || quote && open_quote
                || word == "'" && next.is_none();
            let hyphen = matches!(word.as_str(), "-" | "/")
                && previous.ends_with(char::is_alphanumeric)
                && next.is_some_and(|(word, _)| word.starts_with(char::is_alphanumeric));
            let blank = !(glue || closes || hyphen);
            if blank {
                text.push(' ');
                let inside = at > 0 && sentence.words[at - 1].1 == *label;
                labels.push(if inside { *label } else { 1 });
            }
            text.push_str(word);
            labels.resize(text.len(), *label);
            glue = matches!(word.as_str(), "(" | "[" | "$" | "£" | "€" | "“" | "‘" | "#") || hyphen || quote && !open_quote;
            if quote {
                open_quote = !open_quote;
            }
        }
        text.push('\n');
        labels.push(1);
    }
    (text, labels)
}

/// A run of neighbouring tokens with their features and labels.
pub struct Run {
    pub tokens: Vec<(Vec<Feature>, Allowed)>,
}

/// Cuts a document and computes its features.
pub fn runs(document: &Document, out: &mut Vec<Run>) {
    let (text, labels) = text_of(document);
    let reading = Reading::new(Article::from_text(text));
    let cut = reading.document();
    Tagger::training_runs(&reading, |run| {
        let tokens = run.iter().map(|(token, features)| {
            // A token is what most of its first half is: "al-Assad's" is cut otherwise in the sources.
            let span = cut.tokens()[*token].span;
            let label = labels.get(span.start()).copied().unwrap_or(1);
            (features.clone(), label)
        });
        out.push(Run { tokens: tokens.collect() });
    });
}

/// The same sentence as a headline would have it: in capitals, or with a capital on each longer word.
pub fn headline(sentence: &Sentence, capitals: bool) -> Sentence {
    const SMALL: &[&str] =
        &["the", "a", "an", "of", "in", "on", "at", "to", "for", "and", "or", "by", "with", "as", "from", "but", "n't", "'s"];
    let words = sentence.words.iter().map(|(word, label)| {
        let word = if capitals {
            word.to_uppercase()
        } else if SMALL.contains(&word.as_str()) {
            word.clone()
        } else {
            let mut letters = word.chars();
            letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default()
        };
        (word, *label)
    });
    Sentence { words: words.collect(), spaced: sentence.spaced }
}

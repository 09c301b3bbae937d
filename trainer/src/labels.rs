//! Labels of our own for text that is not ours: a line holds the hash of a sentence and its names as token ranges, and nothing
//! of the text. The text is joined from `../shared/data/train` by the hash. How they were made is told in `labelling.md`.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::Path;

use sidelight::training::Label;

use crate::corpus::{self, ANY, Allowed, Document, Sentence};

/// A name: first token, one past the last, and what it may be.
type Name = (usize, usize, Allowed);

/// The names of sentences, by the hash of their tokens.
pub struct Labels(HashMap<u64, Vec<Name>>);

impl Labels {
    /// Reads a file of lines `hash TAB 0-2:PER 5-6:LOC`, the names empty where a sentence has none; `?` is left open.
    pub fn read(file: &Path) -> io::Result<Self> {
        let mut names = HashMap::new();
        for line in fs::read_to_string(file)?.lines().filter(|line| !line.starts_with('#')) {
            let wrong = || io::Error::new(io::ErrorKind::InvalidData, format!("{}: {line}", file.display()));
            let (hash, spans) = line.split_once('\t').ok_or_else(wrong)?;
            let hash = u64::from_str_radix(hash, 16).map_err(|_| wrong())?;
            let spans: Option<Vec<Name>> = spans.split_whitespace().map(name).collect();
            names.insert(hash, spans.ok_or_else(wrong)?);
        }
        Ok(Self(names))
    }

    /// The sentences of a document that are labelled, with these labels, and the others as they are.
    pub fn split(&self, document: &Document) -> (Document, Document) {
        let (mut labelled, mut rest) = (Document::new(), Document::new());
        for sentence in document {
            match self.0.get(&hash(sentence)) {
                Some(names) => labelled.push(with_names(sentence, names)),
                None => rest.push(sentence.clone()),
            }
        }
        (labelled, rest)
    }
}

fn name(text: &str) -> Option<Name> {
    let (span, kind) = text.split_once(':')?;
    let (first, end) = span.split_once('-')?;
    let allowed = if kind == "?" { ANY } else { 1 << corpus::kind(kind)? as u8 };
    Some((first.parse().ok()?, end.parse().ok()?, allowed))
}

fn with_names(sentence: &Sentence, names: &[Name]) -> Sentence {
    let mut labelled = sentence.clone();
    for (at, (_, allowed)) in labelled.words.iter_mut().enumerate() {
        let name = names.iter().find(|(first, end, _)| (*first..*end).contains(&at));
        *allowed = name.map_or(1 << Label::Outside as u8, |name| name.2);
    }
    labelled
}

/// FNV-1a with 64 bits over the tokens, a blank between each two.
fn hash(sentence: &Sentence) -> u64 {
    let text = sentence.words.iter().map(|(word, _)| word.as_str()).collect::<Vec<_>>().join(" ");
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

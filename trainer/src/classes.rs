//! Word classes: words that stand in like surroundings, put together by published word vectors. They tell the model of a
//! word that its training text never had: "Kaduna" is of the class of "Lagos", "Natasha" of that of "Katherine".
//!
//! Spherical k-means with weights over the vectors, no threads and a fixed seed, so that the same vectors give the same
//! classes. Only classes of names are kept: of other words the training text has enough.

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use crate::corpus::Document;
use crate::dice::Dice;

/// Classes that the words fall into; of most of them no words are kept.
const CLASSES: usize = 128;
/// Words that the classes are made from; the others only join the nearest.
const LEARNT: usize = 60_000;
/// Words that are looked at, the most frequent of the vectors.
const READ: usize = 150_000;
/// Words that are kept.
const KEPT: usize = 24_000;
/// Of the words of a class, so great a share has a capital in the training text where it is a class of names.
const NAMED: f64 = 0.3;
const ROUNDS: usize = 20;

/// The classes as the table has them: a line for the words of each.
pub fn make(vectors: &Path, documents: &[Document]) -> io::Result<String> {
    let (words, points) = read(vectors)?;
    let weights: Vec<f32> = (0..words.len()).map(|rank| 1.0 / (rank as f32 + 50.0).sqrt()).collect();
    let learnt = LEARNT.min(points.len());
    let centres = cluster(&points[..learnt], &weights[..learnt], CLASSES);
    let class: Vec<usize> = points.iter().map(|point| nearest(point, &centres)).collect();
    let named = named(&words, &class, documents);
    let mut members: Vec<Vec<&str>> = vec![Vec::new(); CLASSES];
    let kept = (0..words.len()).filter(|&at| named[class[at]]).take(KEPT);
    for at in kept {
        members[class[at]].push(&words[at]);
    }
    Ok(members.iter().filter(|words| !words.is_empty()).map(|words| words.join(" ") + "\n").collect())
}

/// Words of letters with their vectors of length 1; a line holds a word and its numbers, the most frequent word first.
fn read(vectors: &Path) -> io::Result<(Vec<String>, Vec<Vec<f32>>)> {
    let (mut words, mut points) = (Vec::new(), Vec::new());
    for line in BufReader::new(File::open(vectors)?).lines() {
        let line = line?;
        let mut fields = line.split(' ');
        let word = fields.next().unwrap_or_default();
        let is_word = word.starts_with(char::is_alphabetic) && word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '.'));
        if !is_word {
            continue;
        }
        let mut point: Vec<f32> = fields.filter_map(|number| number.parse().ok()).collect();
        normalise(&mut point);
        words.push(word.to_owned());
        points.push(point);
        if words.len() == READ {
            break;
        }
    }
    Ok((words, points))
}

fn normalise(point: &mut [f32]) {
    let length = dot(point, point).sqrt().max(1e-9);
    point.iter_mut().for_each(|number| *number /= length);
}

/// In eight parts, which the compiler does side by side.
fn dot(one: &[f32], other: &[f32]) -> f32 {
    let mut sums = [0.0f32; 8];
    for (one, other) in one.chunks(8).zip(other.chunks(8)) {
        for ((sum, one), other) in sums.iter_mut().zip(one).zip(other) {
            *sum += one * other;
        }
    }
    sums.iter().sum()
}

fn nearest(point: &[f32], centres: &[Vec<f32>]) -> usize {
    let mut best = (f32::MIN, 0);
    for (at, centre) in centres.iter().enumerate() {
        let likeness = dot(point, centre);
        if likeness > best.0 {
            best = (likeness, at);
        }
    }
    best.1
}

/// `count` centres. The first ones are drawn with a chance that grows with the distance from those drawn before.
fn cluster(points: &[Vec<f32>], weights: &[f32], count: usize) -> Vec<Vec<f32>> {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut centres: Vec<Vec<f32>> = points.first().cloned().into_iter().collect();
    let mut far = vec![2.0f32; points.len()];
    while centres.len() < count.min(points.len()) {
        let last = &centres[centres.len() - 1];
        for (far, point) in far.iter_mut().zip(points) {
            *far = far.min(1.0 - dot(point, last)).max(0.0);
        }
        let odds = |at: usize| f64::from(far[at]).powi(2) * f64::from(weights[at]);
        let total: f64 = (0..points.len()).map(odds).sum();
        let mut left = dice.chance() * total;
        let drawn = (0..points.len()).find(|&at| {
            left -= odds(at);
            left <= 0.0
        });
        centres.push(points[drawn.unwrap_or(0)].clone());
    }
    for _ in 0..ROUNDS {
        let mut sums = vec![vec![0.0f32; points.first().map_or(0, Vec::len)]; centres.len()];
        for (point, weight) in points.iter().zip(weights) {
            let sum = &mut sums[nearest(point, &centres)];
            sum.iter_mut().zip(point).for_each(|(sum, number)| *sum += number * weight);
        }
        for (centre, mut sum) in centres.iter_mut().zip(sums) {
            if sum.iter().any(|number| *number != 0.0) {
                normalise(&mut sum);
                *centre = sum;
            }
        }
    }
    centres
}

/// Which classes hold names, by how often their words have a capital inside the sentences of the training text.
fn named(words: &[String], class: &[usize], documents: &[Document]) -> Vec<bool> {
    let class: HashMap<&str, usize> = words.iter().map(String::as_str).zip(class.iter().copied()).collect();
    let mut seen: BTreeMap<usize, (f64, f64)> = BTreeMap::new();
    for sentence in documents.iter().flatten() {
        for (word, _) in sentence.words.iter().skip(1) {
            let lower = word.to_lowercase();
            // Acronyms and headlines in capitals tell nothing.
            if let Some(&class) = class.get(lower.as_str()).filter(|_| *word != word.to_uppercase()) {
                let (all, capitals) = seen.entry(class).or_default();
                *all += 1.0;
                *capitals += f64::from(u8::from(*word != lower));
            }
        }
    }
    (0..CLASSES).map(|class| seen.get(&class).is_some_and(|(all, capitals)| capitals / (all + 5.0) > NAMED)).collect()
}

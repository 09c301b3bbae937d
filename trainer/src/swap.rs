//! Documents once more with other names: people and places are called something else throughout, so that the model
//! learns what stands around a name rather than the names of its training text.

use std::collections::HashMap;

use sidelight::fact::PlacePrecision;
use sidelight::knowledge;
use sidelight::training::Label;

use crate::corpus::{Allowed, Document, Sentence};
use crate::dice::Dice;
use crate::sentences::Words;

const PERSON: Allowed = 1 << Label::Person as u8;
const PLACE: Allowed = 1 << Label::Place as u8;
const ORGANIZATION: Allowed = 1 << Label::Organization as u8;

/// A copy of the document with other names of people and of cities. A name that is told again, or in part, is again
/// the same. Countries, regions and bodies stay, but for a city in a body's name.
pub fn swapped(document: &Document, words: &Words, dice: &mut Dice) -> Document {
    let mut other = Others { words, dice, people: HashMap::new(), cities: HashMap::new() };
    // A city in the name of a body may be told before it is told alone.
    for sentence in document {
        let is_alone = |at: usize| [at.wrapping_sub(1), at + 1].iter().all(|&at| sentence.words.get(at).is_none_or(|word| word.1 != PLACE));
        for (at, (name, allowed)) in sentence.words.iter().enumerate() {
            if *allowed == PLACE && is_alone(at) {
                other.meet(name);
            }
        }
    }
    document.iter().map(|sentence| other.sentence(sentence)).collect()
}

struct Others<'w> {
    words: &'w Words,
    dice: &'w mut Dice,
    people: HashMap<String, String>,
    cities: HashMap<String, String>,
}

impl Others<'_> {
    fn meet(&mut self, name: &str) {
        if is_swappable(name) && is_city(name) && !self.cities.contains_key(name) {
            // A name of several words would be cut otherwise than the tokens around it.
            let city = std::iter::repeat_with(|| self.words.city(self.dice)).find(|city| !city.contains([' ', '-', '\'']));
            self.cities.extend(city.map(|city| (name.to_owned(), city)));
        }
    }

    fn sentence(&mut self, sentence: &Sentence) -> Sentence {
        let mut copy = sentence.clone();
        for at in 0..copy.words.len() {
            let (text, allowed) = &sentence.words[at];
            // In a text with its own blanks a name is one piece, otherwise each word is.
            let follows = sentence.words.get(at + 1).is_some_and(|(_, next)| next == allowed);
            let parts: Vec<&str> = text.split(' ').collect();
            let swap = |(number, part): (usize, &&str)| -> String {
                match *allowed {
                    PERSON => self.person(part, number + 1 == parts.len() && !follows),
                    PLACE | ORGANIZATION => self.cities.get(*part).cloned().unwrap_or_else(|| (*part).to_owned()),
                    _ => (*part).to_owned(),
                }
            };
            copy.words[at].0 = parts.iter().enumerate().map(swap).collect::<Vec<_>>().join(" ");
        }
        copy
    }

    fn person(&mut self, part: &str, last: bool) -> String {
        if !is_swappable(part) {
            return part.to_owned();
        }
        let Self { words, dice, people, .. } = self;
        people.entry(part.to_owned()).or_insert_with(|| if last { words.family(dice) } else { words.given(dice) }).clone()
    }
}

/// A word with one capital, longer than an initial or a particle.
fn is_swappable(word: &str) -> bool {
    word.chars().count() > 2 && word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase)
}

/// Whether it may be a city: none of the tables' countries, parts of the world and regions.
fn is_city(name: &str) -> bool {
    knowledge::places(name).iter().all(|place| place.precision == PlacePrecision::City)
}

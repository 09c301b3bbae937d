//! Sentences of our own, filled with names of every region, many of them made up, so that the model learns what stands
//! around a name and not the name.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use sidelight::training::Label;

use crate::corpus::{Document, Sentence};
use crate::dice::Dice;

const FIELDS: &[&str] = &[
    "Defence",
    "Defense",
    "Health",
    "Interior",
    "Foreign Affairs",
    "Education",
    "Agriculture",
    "Justice",
    "Energy",
    "Finance",
    "Tourism",
    "Public Works",
    "Transport",
    "Labour",
    "Human Rights",
    "Migration",
    "Public Security",
    "Trade",
    "Social Development",
    "Women",
    "Water Resources",
    "Mines",
    "Fisheries",
    "Information",
    "Culture",
    "Religious Affairs",
    "Home Affairs",
    "Statistics",
    "Elections",
];
const DAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: &[&str] =
    &["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// The words that fill the slots.
pub struct Words {
    given: BTreeMap<String, Vec<String>>,
    family: BTreeMap<String, Vec<String>>,
    cities: Vec<String>,
    countries: Vec<String>,
    adjectives: Vec<String>,
    peoples: Vec<String>,
    organizations: Vec<String>,
}

/// All patterns of a folder, each filled `times` times.
pub fn patterns(folder: &Path, words: &Words, times: usize) -> io::Result<Vec<Document>> {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut documents = Vec::new();
    for text in files(folder, "tsv")? {
        for pattern in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            for _ in 0..times {
                documents.push(vec![words.fill(pattern, &mut dice)]);
            }
        }
    }
    Ok(documents)
}

/// All stories of a folder: a sentence a line, a blank line between two stories, names as in patterns.
pub fn stories(folder: &Path, words: &Words) -> io::Result<Vec<Document>> {
    let mut dice = Dice(1);
    let mut documents = Vec::new();
    for text in files(folder, "txt")? {
        for story in text.split("\n\n") {
            let lines = story.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
            documents.push(lines.map(|line| words.fill(line, &mut dice)).collect());
        }
    }
    Ok(documents)
}

/// The texts of a folder's files of one kind, by their names.
fn files(folder: &Path, kind: &str) -> io::Result<Vec<String>> {
    let mut paths: Vec<_> = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<_>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == kind));
    paths.sort();
    paths.iter().map(fs::read_to_string).collect()
}

impl Words {
    /// Reads the tables.
    pub fn read(tables: &Path, knowledge: &Path) -> io::Result<Self> {
        let table = |name: &str| fs::read_to_string(tables.join(name).with_extension("tsv"));
        let rows = |text: &str| -> Vec<Vec<String>> {
            text.lines().filter(|row| !row.starts_with('#')).map(|row| row.split('\t').map(str::to_owned).collect()).collect()
        };
        let countries = rows(&table("countries")?);
        let demonyms =
            |row: &Vec<String>| row.get(3).map(|words| words.split(',').map(str::to_owned).collect::<Vec<_>>()).unwrap_or_default();
        let adjectives: Vec<String> =
            countries.iter().filter_map(|row| demonyms(row).into_iter().next()).filter(|word| !word.is_empty()).collect();
        let places = fs::read_to_string(knowledge.join("natural_earth_populated_places.tsv"))?;
        Ok(Self {
            given: by_country(&fs::read_to_string(knowledge.join("common-forenames-by-country.csv"))?),
            family: by_country(&fs::read_to_string(knowledge.join("common-surnames-by-country.csv"))?),
            cities: places.lines().skip(1).filter_map(|row| row.split('\t').next()).map(str::to_owned).collect(),
            countries: countries.iter().filter_map(|row| row.get(1).cloned()).collect(),
            peoples: adjectives
                .iter()
                .map(|word| if word.ends_with(['s', 'h', 'e']) { word.clone() } else { format!("{word}s") })
                .collect(),
            adjectives,
            organizations: rows(&table("organizations")?).iter().filter_map(|row| row.first().cloned()).collect(),
        })
    }

    fn fill(&self, pattern: &str, dice: &mut Dice) -> Sentence {
        let mut sentence = Sentence::default();
        let mut label = Label::Outside;
        let mut rest = pattern;
        while let Some(first) = rest.chars().next() {
            if first == '[' {
                let (kind, after) = rest[1..].split_once(' ').expect("a kind and a name in brackets");
                label = match kind {
                    "PER" => Label::Person,
                    "ORG" => Label::Organization,
                    "LOC" => Label::Place,
                    "MISC" => Label::Other,
                    _ => panic!("no kind of name: {kind}"),
                };
                rest = after;
            } else if first == ']' {
                label = Label::Outside;
                rest = &rest[1..];
            } else if first == '{' {
                let (slot, after) = rest[1..].split_once('}').expect("a slot ends");
                let (words, kind) = self.slot(slot, dice);
                sentence.add(&words, if label == Label::Outside { kind } else { label });
                rest = after;
            } else {
                let end = rest.find(['[', ']', '{']).unwrap_or(rest.len());
                sentence.add(&rest[..end], label);
                rest = &rest[end..];
            }
        }
        sentence
    }

    /// Words for a slot and what they are when no bracket says otherwise.
    fn slot(&self, slot: &str, dice: &mut Dice) -> (String, Label) {
        match slot {
            "person" => (self.person(dice), Label::Person),
            "family" => (self.family(dice), Label::Person),
            "given" => (self.given(dice), Label::Person),
            "city" => (self.city(dice), Label::Place),
            "CITY" => (self.city(dice).to_uppercase(), Label::Place),
            "country" => (dice.pick(&self.countries).to_owned(), Label::Place),
            "adjective" => (dice.pick(&self.adjectives).to_owned(), Label::Other),
            "people" => (dice.pick(&self.peoples).to_owned(), Label::Other),
            "organization" => (dice.pick(&self.organizations).to_owned(), Label::Organization),
            "acronym" => {
                let letters = 2 + dice.below(4);
                ((0..letters).map(|_| b"ABCDEFGHIJKLMNOPRSTUVWYZ"[dice.below(24)] as char).collect(), Label::Organization)
            }
            "made" => (self.made(dice), Label::Outside),
            "field" => (FIELDS[dice.below(FIELDS.len())].to_owned(), Label::Outside),
            "day" => (DAYS[dice.below(7)].to_owned(), Label::Outside),
            "month" => (MONTHS[dice.below(12)].to_owned(), Label::Outside),
            "number" => ((2 + dice.below(60)).to_string(), Label::Outside),
            _ => panic!("no slot: {slot}"),
        }
    }

    /// A city's name; four of ten are made up.
    pub fn city(&self, dice: &mut Dice) -> String {
        if dice.below(10) < 4 { self.made(dice) } else { dice.pick(&self.cities).to_owned() }
    }

    /// A given name; three of ten are made up.
    pub fn given(&self, dice: &mut Dice) -> String {
        self.name(&self.given, "", dice)
    }

    /// A family name; three of ten are made up.
    pub fn family(&self, dice: &mut Dice) -> String {
        self.name(&self.family, "", dice)
    }

    fn person(&self, dice: &mut Dice) -> String {
        let countries: Vec<&String> = self.given.keys().collect();
        let country = countries[dice.below(countries.len())];
        let given = self.name(&self.given, country, dice);
        let family = self.name(&self.family, country, dice);
        match dice.below(16) {
            0 => format!("{given} {}. {family}", (b'A' + dice.below(26) as u8) as char),
            1 => format!("{given} al-{family}"),
            2 => format!("{given} {} {family}", self.name(&self.given, country, dice)),
            3 => format!("{given} {family}-{}", self.name(&self.family, country, dice)),
            4 => format!("{given} {} {family}", ["de", "van", "von", "bin", "da", "del", "al", "ben"][dice.below(8)]),
            5 => format!("{family} {given}-{}", self.name(&self.given, country, dice).to_lowercase()),
            6 => family,
            _ => format!("{given} {family}"),
        }
    }

    fn name(&self, names: &BTreeMap<String, Vec<String>>, country: &str, dice: &mut Dice) -> String {
        if dice.below(10) < 3 {
            return self.made(dice);
        }
        let list = names.get(country).or_else(|| names.values().nth(dice.below(names.len())));
        list.map(|list| dice.pick(list).to_owned()).unwrap_or_default()
    }

    /// A word that no table has: the front of a place's or a family's name with the end of another.
    fn made(&self, dice: &mut Dice) -> String {
        loop {
            let lists: Vec<&Vec<String>> = self.family.values().collect();
            let part = |dice: &mut Dice| {
                let list = if dice.below(2) == 0 { &self.cities } else { lists[dice.below(lists.len())] };
                dice.pick(list).to_owned()
            };
            let (front, end): (Vec<char>, Vec<char>) = (part(dice).chars().collect(), part(dice).chars().collect());
            let word: String = front[..front.len() / 2 + front.len() % 2].iter().chain(&end[end.len() / 2..]).collect();
            let length = word.chars().count();
            if (4..=10).contains(&length) && word.chars().all(char::is_alphabetic) && word.starts_with(char::is_uppercase) {
                return word.chars().take(1).chain(word.chars().skip(1).flat_map(char::to_lowercase)).collect();
            }
        }
    }
}

/// The column `Romanized Name` by the first column.
fn by_country(text: &str) -> BTreeMap<String, Vec<String>> {
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let header: Vec<&str> = lines.next().unwrap_or("").split(',').collect();
    let at = header.iter().position(|field| *field == "Romanized Name").expect("a column of romanised names");
    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in lines {
        let fields: Vec<&str> = line.split(',').collect();
        let name = fields.get(at).map_or("", |name| name.trim_matches('"'));
        if name.starts_with(char::is_uppercase) && name.chars().all(char::is_alphabetic) {
            names.entry(fields[0].to_owned()).or_default().push(name.to_owned());
        }
    }
    names
}

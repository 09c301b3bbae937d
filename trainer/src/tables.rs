//! Compiles the knowledge tables: hand-written rows, places, and lists of names.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::io;
use std::path::Path;

use sidelight::training::{Bit, CLASS_NUMBER_BITS, Folded, NAME_BITS, Number, class_hash, states, word_hash};

use crate::code::Encoder;

/// How many of the most frequent surnames of the census are kept.
const SURNAMES: usize = 7_000;

/// Writes `facts.tsv`, `places.bin`, `names.bin` and `classes.bin` to `out`.
pub fn compile(tables: &Path, data: &Path, out: &Path) -> io::Result<()> {
    fs::write(out.join("facts.tsv"), facts(tables)?)?;
    let cities = fs::read_to_string(data.join("natural_earth_populated_places.tsv"))?;
    fs::write(out.join("places.bin"), places(&cities, &fs::read_to_string(tables.join("regions.tsv"))?))?;
    fs::write(out.join("names.bin"), names(data)?)?;
    fs::write(out.join("classes.bin"), classes(&fs::read_to_string(tables.join("word-classes.tsv"))?))
}

/// The format is told in `classes.rs`, which reads it.
fn classes(text: &str) -> Vec<u8> {
    let mut words: BTreeMap<u32, u32> = BTreeMap::new();
    for (class, members) in text.lines().filter(|line| !line.starts_with('#')).enumerate() {
        for word in members.split(' ') {
            words.entry(class_hash(word_hash(word))).or_insert(class as u32);
        }
    }
    let mut code = Encoder::new();
    let (mut distance, mut nodes, mut before) = (Number::default(), [Bit::default(); 1 << CLASS_NUMBER_BITS], 0);
    code.number(&mut Number::default(), words.len() as u32);
    for (hash, class) in words {
        code.number(&mut distance, hash - before);
        before = hash;
        code.tree(CLASS_NUMBER_BITS, &mut nodes, class);
    }
    code.finish()
}

/// The hand-written tables, one after the other, without comments and the columns that only a person reads.
fn facts(tables: &Path) -> io::Result<String> {
    const UNREAD: usize = usize::MAX;
    let mut sections = Vec::new();
    for (table, unread) in [("countries", UNREAD), ("regions", UNREAD), ("peoples", UNREAD), ("organizations", 2), ("people", 1)] {
        let text = fs::read_to_string(tables.join(table).with_extension("tsv"))?;
        let rows = text.lines().filter(|row| !row.starts_with('#') && !row.is_empty());
        let shipped = rows.map(|row| {
            let fields = row.split('\t').enumerate().filter(|(at, _)| *at != unread).map(|(_, field)| field);
            fields.collect::<Vec<_>>().join("\t") + "\n"
        });
        sections.push(shipped.collect::<String>());
    }
    Ok(sections.join("=\n"))
}

struct City<'t> {
    name: &'t str,
    /// Another name; empty where there is none.
    local: &'t str,
    latitude: u32,
    longitude: u32,
    population: u32,
    wikidata: u32,
    /// Its place in the table of regions from 1, if it is one of the United States.
    state: u32,
}

/// The format is told in `cities.rs`, which reads it.
fn places(text: &str, regions: &str) -> Vec<u8> {
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap_or("").split('\t').collect();
    let column = |name: &str| header.iter().position(|field| *field == name).expect("a column of the places");
    let [name, plain, english, country, state, latitude, longitude, population, wikidata] =
        ["NAME", "NAMEASCII", "NAME_EN", "ISO_A2", "ADM1NAME", "LATITUDE", "LONGITUDE", "POP_MAX", "wikidataid"].map(column);
    let states = states(regions);
    let number_of = |name: &str| states.iter().position(|state| *state == name).map_or(0, |at| at as u32 + 1);
    let mut groups: BTreeMap<&str, Vec<City>> = BTreeMap::new();
    for line in lines {
        let fields: Vec<&str> = line.split('\t').collect();
        let number = |at: usize| fields[at].parse::<f64>().unwrap_or_default();
        let code =
            if fields[country].len() == 2 && fields[country].bytes().all(|b| b.is_ascii_uppercase()) { fields[country] } else { "--" };
        let (name, local) = names_of(fields[name], fields[plain], fields[english]);
        groups.entry(code).or_default().push(City {
            name,
            local,
            latitude: ((number(latitude) + 90.0) * 10.0).round() as u32,
            longitude: ((number(longitude) + 180.0) * 10.0).round() as u32,
            population: (number(population).max(1.0).log10() * 24.0).round() as u32,
            wikidata: fields[wikidata].trim_start_matches('Q').parse().unwrap_or_default(),
            state: number_of(fields[state]),
        });
    }
    for cities in groups.values_mut() {
        cities.sort_by_key(|city| (city.latitude, city.name));
    }
    let line = |city: &City| if city.local.is_empty() { city.name.to_owned() } else { format!("{}\t{}", city.name, city.local) };
    let names = groups.values().flatten().map(line).collect::<Vec<_>>().join("\n");
    let mut code = Encoder::new();
    let mut numbers = [(); 3].map(|()| Number::default());
    let [count, distance, item] = &mut numbers;
    let mut population = [Bit::default(); 256];
    let mut states = [Bit::default(); 64];
    code.number(count, groups.len() as u32);
    for (country, cities) in &groups {
        for letter in country.bytes() {
            // Whatever is no letter comes back as none.
            code.even(5, u32::from(letter.wrapping_sub(b'A')).min(31));
        }
        let mut north = cities[0].latitude;
        code.even(11, north);
        let mut far = [Bit::default(); 64];
        code.number(count, cities.len() as u32);
        for city in cities {
            code.number(distance, city.latitude - north);
            north = city.latitude;
            code.tree(6, &mut far, city.longitude >> 6);
            code.even(6, city.longitude & 63);
            code.tree(8, &mut population, city.population);
            code.number(item, city.wikidata);
            if *country == "US" {
                code.tree(6, &mut states, city.state);
            }
        }
    }
    let mut out = Vec::from((names.len() as u32).to_le_bytes());
    out.extend(names.bytes());
    out.extend(code.finish());
    out
}

/// The English name of a city, and the other that the table has where it is not the same; `plain` is without marks.
fn names_of<'t>(name: &'t str, plain: &'t str, english: &'t str) -> (&'t str, &'t str) {
    // Some English names are those of the district around, or told apart from others.
    let is_name = !english.is_empty()
        && !english.contains(['(', ',', '/'])
        && !english.ends_with(|c: char| c.is_ascii_digit())
        && ["Municipality", "County", "Territory", "District", "Province", "Region"].iter().all(|kind| !english.ends_with(kind));
    if !is_name {
        (name, "")
    } else if english.contains(['ō', 'ū', 'Ō', 'Ū']) {
        // English texts do not mark the long vowels of Japanese.
        (plain, "")
    } else if Folded::of(name).bits(32) == Folded::of(english).bits(32) {
        (english, "")
    } else {
        (english, name)
    }
}

/// The hashes of given names and surnames, with a number for which of the two: both, given name, surname.
fn names(data: &Path) -> io::Result<Vec<u8>> {
    let mut first = BTreeSet::new();
    let mut last = BTreeSet::new();
    for file in ["female-first-names.txt", "male-first-names.txt"] {
        add(&mut first, fs::read_to_string(data.join(file))?.lines());
    }
    add(&mut first, csv(&fs::read_to_string(data.join("common-forenames-by-country.csv"))?).iter().map(String::as_str));
    add(&mut last, fs::read_to_string(data.join("last-names.txt"))?.lines().take(SURNAMES));
    add(&mut last, csv(&fs::read_to_string(data.join("common-surnames-by-country.csv"))?).iter().map(String::as_str));
    let mut kinds: BTreeMap<u32, u32> = BTreeMap::new();
    for name in first.union(&last) {
        let kind = if !last.contains(name) {
            1
        } else if !first.contains(name) {
            2
        } else {
            0
        };
        // Two names with one hash are both of what either is.
        let kept = kinds.entry(Folded::of(name).bits(NAME_BITS)).or_insert(kind);
        *kept = if *kept == kind { kind } else { 0 };
    }
    let mut code = Encoder::new();
    let (mut distance, mut nodes, mut before) = (Number::default(), [Bit::default(); 4], 0);
    code.number(&mut Number::default(), kinds.len() as u32);
    for (hash, kind) in kinds {
        code.number(&mut distance, hash - before);
        before = hash;
        code.tree(2, &mut nodes, kind);
    }
    Ok(code.finish())
}

fn add<'t>(set: &mut BTreeSet<String>, names: impl Iterator<Item = &'t str>) {
    // Pronouns, articles and particles that some lists have.
    let not: HashSet<&str> =
        ["the", "an", "in", "he", "she", "so", "to", "my", "no", "do", "de", "van", "le", "la", "al", "el", "bin"].into();
    for name in names {
        let name = name.trim().to_lowercase();
        let name = name.strip_suffix('.').unwrap_or(&name);
        if name.chars().count() > 1 && !name.contains([' ', '(', ',']) && !not.contains(name) {
            set.insert(name.to_owned());
        }
    }
}

/// The column `Romanized Name` of a table without quoted commas.
fn csv(text: &str) -> Vec<String> {
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let header: Vec<&str> = lines.next().unwrap_or("").split(',').collect();
    let at = header.iter().position(|field| *field == "Romanized Name").expect("a column of romanised names");
    lines.filter_map(|line| line.split(',').nth(at)).map(|name| name.trim_matches('"').to_owned()).collect()
}

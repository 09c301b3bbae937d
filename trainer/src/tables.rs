//! Compiles the knowledge tables: hand-written rows, places, and lists of names.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::io;
use std::path::Path;

/// How many of the most frequent surnames of the census are kept.
const SURNAMES: usize = 7_000;

/// Writes `facts.tsv`, `places.bin` and `names.txt` to `out`.
pub fn compile(tables: &Path, data: &Path, out: &Path) -> io::Result<()> {
    fs::write(out.join("facts.tsv"), facts(tables)?)?;
    fs::write(out.join("places.bin"), places(&fs::read_to_string(data.join("natural_earth_populated_places.tsv"))?))?;
    fs::write(out.join("names.txt"), names(data)?)
}

/// The hand-written tables, one after the other, without comments.
fn facts(tables: &Path) -> io::Result<String> {
    let mut sections = Vec::new();
    for table in ["countries", "regions", "peoples", "organizations"] {
        let text = fs::read_to_string(tables.join(table).with_extension("tsv"))?;
        let rows = text.lines().filter(|row| !row.starts_with('#') && !row.is_empty());
        sections.push(rows.map(|row| format!("{row}\n")).collect::<String>());
    }
    Ok(sections.join("=\n"))
}

struct City<'t> {
    name: &'t str,
    latitude: u32,
    longitude: u32,
    population: u32,
    wikidata: u32,
}

/// The format is told in `gazetteer.rs`, which reads it.
fn places(text: &str) -> Vec<u8> {
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap_or("").split('\t').collect();
    let column = |name: &str| header.iter().position(|field| *field == name).expect("a column of the places");
    let [name, country, latitude, longitude, population, wikidata] =
        ["NAME", "ISO_A2", "LATITUDE", "LONGITUDE", "POP_MAX", "wikidataid"].map(column);
    let mut groups: BTreeMap<&str, Vec<City>> = BTreeMap::new();
    for line in lines {
        let fields: Vec<&str> = line.split('\t').collect();
        let number = |at: usize| fields[at].parse::<f64>().unwrap_or_default();
        let code =
            if fields[country].len() == 2 && fields[country].bytes().all(|b| b.is_ascii_uppercase()) { fields[country] } else { "--" };
        groups.entry(code).or_default().push(City {
            name: fields[name],
            latitude: ((number(latitude) + 90.0) * 10.0).round() as u32,
            longitude: ((number(longitude) + 180.0) * 10.0).round() as u32,
            population: (number(population).max(1.0).log10() * 24.0).round() as u32,
            wikidata: fields[wikidata].trim_start_matches('Q').parse().unwrap_or_default(),
        });
    }
    for cities in groups.values_mut() {
        cities.sort_by(|one, other| (one.name, other.population).cmp(&(other.name, one.population)));
    }
    let all: Vec<&City> = groups.values().flatten().collect();
    let mut out = Vec::new();
    out.extend((all.len() as u32).to_le_bytes());
    out.extend((groups.len() as u32).to_le_bytes());
    for (code, cities) in &groups {
        out.extend(code.bytes());
        out.extend((cities.len() as u16).to_le_bytes());
    }
    let names = all.iter().map(|city| city.name).collect::<Vec<_>>().join("\n");
    out.extend((names.len() as u32).to_le_bytes());
    out.extend(names.bytes());
    let planes: [fn(&City) -> u32; 9] = [
        |city| city.latitude >> 8,
        |city| city.latitude,
        |city| city.longitude >> 8,
        |city| city.longitude,
        |city| city.population,
        |city| city.wikidata >> 24,
        |city| city.wikidata >> 16,
        |city| city.wikidata >> 8,
        |city| city.wikidata,
    ];
    for plane in planes {
        out.extend(all.iter().map(|city| plane(city) as u8));
    }
    out
}

/// Three lists: names that are both given names and surnames, given names, surnames. In lower case, without accents
/// where the sources have them so.
fn names(data: &Path) -> io::Result<String> {
    let mut first = BTreeSet::new();
    let mut last = BTreeSet::new();
    for file in ["female-first-names.txt", "male-first-names.txt"] {
        add(&mut first, fs::read_to_string(data.join(file))?.lines());
    }
    add(&mut first, csv(&fs::read_to_string(data.join("common-forenames-by-country.csv"))?).iter().map(String::as_str));
    add(&mut last, fs::read_to_string(data.join("last-names.txt"))?.lines().take(SURNAMES));
    add(&mut last, csv(&fs::read_to_string(data.join("common-surnames-by-country.csv"))?).iter().map(String::as_str));
    let both: BTreeSet<String> = first.intersection(&last).cloned().collect();
    let list = |names: &mut dyn Iterator<Item = &String>| names.map(|name| format!("{name}\n")).collect::<String>();
    Ok([list(&mut both.iter()), list(&mut first.difference(&both)), list(&mut last.difference(&both))].join("=\n"))
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

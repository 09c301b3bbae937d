//! The cities of the tables.
//!
//! `places.bin` holds the length of their names, those line by line (some lines have another name behind a tab), and one
//! arithmetic code (see [`code`](super::code)), which the trainer writes: of each country its letters and the number of its
//! cities, and of those, from south to north, the distance north of the one before and longitude, in tenths of a degree,
//! population and Wikidata number; in the United States the state too, by its place in the table of regions from 1.

use super::code::{Bit, Decoder, Number};
use super::record::Place;
use crate::fact::PlacePrecision;

static PLACES: &[u8] = include_bytes!("places.bin");

/// Reads the cities, each with its other name if it has one. `states` are those of the United States, in the order of the
/// table of regions.
pub(super) fn read(states: &[&'static str], mut visit: impl FnMut(Place, Option<&'static str>)) {
    let Some((names, code)) = PLACES.split_first_chunk::<4>().and_then(|(length, rest)| {
        let (names, code) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        Some((std::str::from_utf8(names).ok()?, code))
    }) else {
        return;
    };
    let mut names = names.lines();
    let mut decoder = Decoder::new(code);
    let mut numbers = [(); 3].map(|()| Number::default());
    let [count, distance, item] = &mut numbers;
    let mut population = const { [Bit::FRESH; 256] };
    let mut state = const { [Bit::FRESH; 64] };
    for _ in 0..decoder.number(count) {
        let code = [(); 2].map(|()| b'A' + decoder.even(5) as u8);
        let mut north = decoder.even(11);
        let mut far = const { [Bit::FRESH; 64] };
        for _ in 0..decoder.number(count) {
            let Some(name) = names.next() else { return };
            north += decoder.number(distance);
            let east = decoder.tree(6, &mut far) << 6 | decoder.even(6);
            let people = population_of(decoder.tree(8, &mut population));
            let wikidata = decoder.number(item);
            let state = if code == *b"US" { decoder.tree(6, &mut state) as usize } else { 0 };
            let (name, other) = name.split_once('\t').map_or((name, None), |(name, other)| (name, Some(other)));
            let place = Place {
                name,
                country: code.iter().all(u8::is_ascii_uppercase).then_some(code),
                latitude: north as f32 / 10.0 - 90.0,
                longitude: east as f32 / 10.0 - 180.0,
                population: people,
                precision: PlacePrecision::City,
                wikidata: (wikidata != 0).then_some(wikidata),
                state: state.checked_sub(1).and_then(|at| states.get(at)).copied().unwrap_or(""),
                article: "",
            };
            visit(place, other);
        }
    }
}

/// The states of the United States in the table of regions, without the word that tells some from their cities. The trainer numbers
/// them likewise.
pub fn states(regions: &str) -> Vec<&str> {
    let of_states = regions.lines().filter_map(|row| row.split_once("\tregion\tUS\t"));
    of_states.map(|(name, _)| name.trim_end_matches(" State")).collect()
}

/// Populations are kept as steps of a twenty-fourth of a power of ten.
fn population_of(step: u32) -> u32 {
    /// The twenty-fourth root of ten.
    const STEP: f64 = 1.100_694_171_252_209_6;
    if step == 0 { 0 } else { (0..step).fold(1.0, |population, _| population * STEP) as u32 }
}

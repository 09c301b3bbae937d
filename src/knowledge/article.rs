//! Titles of articles in the English Wikipedia: the name by which most registers know a thing, and an address that a
//! reader can open. Nothing is ever fetched from there.

use std::borrow::Cow;

use super::record::Place;
use crate::fact::PlacePrecision;

/// Cities of the United States whose article goes by the name alone; that of any other has its state behind a comma.
/// The list is that of the Associated Press's stylebook, which Wikipedia follows.
const CITIES_WITHOUT_STATE: &[&str] = &[
    "Atlanta",
    "Baltimore",
    "Boston",
    "Chicago",
    "Cincinnati",
    "Cleveland",
    "Dallas",
    "Denver",
    "Detroit",
    "Honolulu",
    "Houston",
    "Indianapolis",
    "Las Vegas",
    "Los Angeles",
    "Miami",
    "Milwaukee",
    "Minneapolis",
    "New Orleans",
    "New York",
    "New York City",
    "Oklahoma City",
    "Philadelphia",
    "Pittsburgh",
    "Salt Lake City",
    "San Antonio",
    "San Diego",
    "San Francisco",
    "Seattle",
    "St. Louis",
    "Washington",
];

/// The title of the article of one of several places with a name, the most prominent of which is `first`; none where
/// only a register could tell.
pub(super) fn title(place: &Place, first: &Place) -> Option<Cow<'static, str>> {
    if !place.article.is_empty() {
        return Some(Cow::Borrowed(place.article));
    }
    let is_city = place.precision == PlacePrecision::City;
    if is_city && !place.state.is_empty() && !CITIES_WITHOUT_STATE.contains(&place.name) {
        return Some(Cow::Owned(format!("{}, {}", place.name, place.state)));
    }
    // Of the cities of one name only the most prominent goes by it alone, if no country or region does.
    (!is_city || place == first).then_some(Cow::Borrowed(place.name))
}

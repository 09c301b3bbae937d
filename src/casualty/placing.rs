//! How the name of a place stands in its sentence: whether things can have happened there, by the words before it.

use crate::fact::PlacePrecision;
use crate::fact::{EntityKind, NameMention};
use crate::knowledge;
use crate::lexicon::Reading;
use crate::lexicon::en::cause::{CAUSES, Cause};
use crate::lexicon::en::class;
use crate::lexicon::en::effect::{Frame, HARM};
use crate::lexicon::en::grammar::{GRAMMAR, Role};
use crate::lexicon::en::scene::{GROUNDS, LEADS, Lead, SCENES, SEATS, Scene};
use crate::text::TokenKind;

/// Tokens between a preposition and its name, at most.
const REACH: usize = 7;

/// Places of one row that are looked through for the first.
const ROW: usize = 6;

/// How a name stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// Something is there: "in Mosul", "the Mosul blast", "the shelling of Mosul".
    Inside,
    /// What is there has the adjective of a people: "a Turkish town".
    Soil,
    /// The wider place behind one that lies in it: "in Balad in Salahuddin".
    Wider,
    /// A landmark: "near Mosul", "north of Mosul".
    Beside,
    /// No preposition: a subject or an object.
    Bare,
    /// Where somebody or something comes from, goes to or has a seat; who the victims are; what a superlative compares.
    Away,
}

/// How name number `at` of `names`, which are in text order, stands.
pub fn standing(reading: &Reading, names: &[NameMention], at: usize) -> Standing {
    row(reading, names, at, ROW)
}

fn row(reading: &Reading, names: &[NameMention], at: usize, depth: usize) -> Standing {
    let Some(name) = names.get(at) else { return Standing::Away };
    let (first, end) = (name.tokens.first as usize, name.tokens.end as usize);
    let glued = |at: usize| reading.document().tokens().get(at).is_some_and(|token| !token.is_spaced());
    // "Geneva-based", "US-led"
    let compound = matches!(reading.lower(end), "-" | "‑") && glued(end) && glued(end + 1);
    if compound || is_superlative(reading, first.wrapping_sub(1)) {
        return Standing::Away;
    }
    match name.kind {
        EntityKind::Place if is_modifier(reading, name, end) => Standing::Inside,
        EntityKind::Place => before(reading, names, at, first, depth),
        EntityKind::Nationality if is_ground(reading, end) => match before(reading, names, at, first, depth) {
            Standing::Inside | Standing::Wider => Standing::Soil,
            standing => standing,
        },
        _ => Standing::Away,
    }
}

/// By the words before token `first`, where a name or what belongs to it begins.
fn before(reading: &Reading, names: &[NameMention], name: usize, first: usize, depth: usize) -> Standing {
    let mut at = first;
    for _ in 0..REACH {
        let Some(back) = at.checked_sub(1) else { return Standing::Bare };
        at = back;
        let word = reading.lower(at);
        let behind = reading.lower(at.wrapping_sub(1));
        // The name right before a comma, an "and" or a preposition.
        let neighbour = name
            .checked_sub(1)
            .filter(|&other| names.get(other).is_some_and(|other| other.kind == EntityKind::Place && other.tokens.end as usize == at));
        if word == "of" {
            let head = at.wrapping_sub(1);
            match lead(reading, head) {
                // "in the north of Mali", but "to the north of Bamako", "north of Bamako".
                Some(Lead::Part) if is_compass(behind) => {
                    let inside = reading.lower(head.wrapping_sub(1)) == "the" && reading.lower(head.wrapping_sub(2)) == "in";
                    return if inside { Standing::Inside } else { Standing::Beside };
                }
                Some(Lead::Part) => at = head,
                // "outside of", "inside of"
                Some(_) => {}
                None if is_place_noun(reading, head) => at = head,
                None if is_happening(reading, head) => return Standing::Inside,
                None if reading.is(head, class::PERSON.union(class::SOURCE).union(class::ROLE)) => return Standing::Away,
                // "in the car park of a school", but not "the president of Mali"
                None => {
                    let of = before(reading, names, name, head, depth.saturating_sub(1));
                    return if depth > 0 && of == Standing::Inside { Standing::Inside } else { Standing::Away };
                }
            }
            continue;
        }
        if let Some(lead) = lead(reading, at) {
            match lead {
                Lead::Part => continue,
                Lead::Beside => return Standing::Beside,
                Lead::Inside => {
                    if SEATS.contains(&behind) || is_superlative(reading, at.wrapping_sub(1)) || is_ward(reading, at) {
                        return Standing::Away;
                    }
                    let within = neighbour.filter(|_| depth > 0);
                    return match within.map(|other| row(reading, names, other, depth - 1)) {
                        Some(Standing::Away) => Standing::Away,
                        Some(_) => Standing::Wider,
                        None => Standing::Inside,
                    };
                }
                Lead::Away => {
                    let beside = match word {
                        "to" => matches!(behind, "close" | "next" | "adjacent"),
                        "from" => matches!(behind, "far" | "away") || reading.is(at.wrapping_sub(1), class::UNIT),
                        _ => false,
                    };
                    return if beside { Standing::Beside } else { Standing::Away };
                }
            }
        }
        if matches!(word, "," | "and" | "or") {
            let Some(other) = neighbour.filter(|_| depth > 0) else { return Standing::Bare };
            return match row(reading, names, other, depth - 1) {
                Standing::Inside if word == "," => Standing::Wider,
                standing => standing,
            };
        }
        let token = reading.document().tokens()[at];
        let ends = match token.kind {
            TokenKind::Mark => !matches!(word, "\"" | "“" | "‘" | "'" | "’" | "-"),
            TokenKind::Address => true,
            TokenKind::Number => false,
            TokenKind::Word if reading.is(at, class::SPEECH.union(class::WEEKDAY).union(class::MONTH).union(class::DEICTIC)) => true,
            TokenKind::Word if reading.is(at, class::GRAMMAR) => {
                !matches!(GRAMMAR.get(word), Some(Role::Determiner | Role::Adverb | Role::None))
            }
            TokenKind::Word => !token.is_capitalised() && (word.ends_with("ed") || is_happening(reading, at)),
        };
        if ends {
            return Standing::Bare;
        }
    }
    Standing::Bare
}

/// What the word at token `at` says of the name behind it.
fn lead(reading: &Reading, at: usize) -> Option<&'static Lead> {
    if reading.is(at, class::LEAD) { LEADS.get(reading.lower(at)) } else { None }
}

/// "the Kunduz bombing", "a Kabul mosque blast", "Kenya's coast". A country before an attack is who did it.
fn is_modifier(reading: &Reading, name: &NameMention, end: usize) -> bool {
    if reading.lower(end) == "'s" || reading.lower(end) == "’s" {
        return is_ground(reading, end + 1);
    }
    let happening = (end..end + 3).take_while(|&at| is_plain(reading, at)).any(|at| is_event_noun(reading, at));
    let country = || {
        let place = knowledge::places(reading.document().words(name.span)).first();
        place.is_some_and(|place| place.precision >= PlacePrecision::Country)
    };
    happening && !country()
}

/// Whether a noun of place stands at token `at` or behind the adjectives from there on.
fn is_ground(reading: &Reading, at: usize) -> bool {
    (at..at + 3).take_while(|&at| is_plain(reading, at)).any(|at| is_place_noun(reading, at))
}

fn is_place_noun(reading: &Reading, at: usize) -> bool {
    reading.is(at, class::PLACE_WORD) || GROUNDS.contains(&reading.lower(at))
}

/// A lower-case word that belongs to a noun phrase.
fn is_plain(reading: &Reading, at: usize) -> bool {
    let token = reading.document().tokens().get(at);
    token.is_some_and(|token| token.kind == TokenKind::Word && !token.is_capitalised()) && !reading.is(at, class::GRAMMAR)
}

/// A word of harm or cause.
fn is_happening(reading: &Reading, at: usize) -> bool {
    reading.is(at, class::CAUSE.union(class::HARM).union(class::STRUCK))
        || reading.is(at, class::SCENE) && SCENES.get(reading.lower(at)) == Some(&Scene::Event)
}

fn is_event_noun(reading: &Reading, at: usize) -> bool {
    let cause = reading.is(at, class::CAUSE) && CAUSES.get(reading.lower(at)).is_some_and(|cause| *cause != Cause::Verb);
    cause || reading.is(at, class::HARM) && HARM.get(reading.lower(at)).is_some_and(|harm| matches!(harm.frame, Frame::Deed | Frame::Count))
}

/// "to a hospital in Nairobi", "at a clinic in": where the wounded are brought.
fn is_ward(reading: &Reading, preposition: usize) -> bool {
    let ward = preposition.wrapping_sub(1);
    reading.is(ward, class::WARD) && (1..5).any(|back| matches!(reading.lower(ward.wrapping_sub(back)), "to" | "at" | "in" | "from"))
}

fn is_compass(word: &str) -> bool {
    ["north", "south", "east", "west"].iter().any(|side| word.starts_with(side))
}

/// "deadliest", "worst": not "latest", which sets nothing apart, nor a compass point.
fn is_superlative(reading: &Reading, at: usize) -> bool {
    let word = reading.lower(at);
    let known = reading.is(at, class::LEAD.union(class::GRAMMAR).union(class::PLACE_WORD).union(class::TIME_UNIT));
    word == "worst" || word.len() > 6 && word.ends_with("iest") || matches!(word, "largest" | "biggest" | "greatest" | "heaviest") && !known
}

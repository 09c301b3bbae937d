//! What figures of one event know of its place and time, handed on along the links between them.

use rustc_hash::FxHashMap;

use crate::fact::{CasualtyFigure, EventPlace, EventTime, Origin, Scope};

/// What the figures of one event know of its place and time, shared among them.
#[derive(Default)]
pub struct Shared {
    place: FxHashMap<usize, EventPlace>,
    time: FxHashMap<usize, EventTime>,
}

impl Shared {
    /// Notes what figure number `at`, if there is one, tells of the first figure of its event.
    pub fn note(&mut self, figures: &[CasualtyFigure], at: usize) -> bool {
        let Some(figure) = figures.get(at) else { return false };
        let first = first_of(figures, at).unwrap_or(at);
        let own = |origin: Origin| origin == Origin::Sentence;
        if let Some(place) = figure.place.as_ref().filter(|place| own(place.origin)) {
            self.place.entry(first).or_insert_with(|| place.clone());
        }
        if let Some(time) = figure.time.as_ref().filter(|time| time.interval.is_some() && (own(time.origin) || figure.same_as.is_some())) {
            let known = self.time.entry(first).or_insert_with(|| time.clone());
            if time.precision < known.precision {
                *known = time.clone();
            }
        }
        true
    }

    /// Gives figure number `at`, if there is one, what others of its event know and it does not.
    pub fn hand_on(&self, figures: &mut [CasualtyFigure], at: usize) -> bool {
        if at >= figures.len() {
            return false;
        }
        let first = first_of(figures, at).unwrap_or(at);
        let figure = &mut figures[at];
        if figure.place.as_ref().is_none_or(|place| place.origin == Origin::Context)
            && let Some(place) = self.place.get(&first)
        {
            figure.place = Some(EventPlace { origin: Origin::Context, ..place.clone() });
        }
        let shared = self.time.get(&first).and_then(|time| time.precision);
        let open = |time: &EventTime| time.origin == Origin::Context && (time.interval.is_none() || shared <= time.precision);
        if figure.time.as_ref().is_none_or(open)
            && let Some(time) = self.time.get(&first).filter(|_| figure.scope != Scope::Cumulative)
        {
            figure.time = Some(EventTime { origin: Origin::Context, ..time.clone() });
        }
        true
    }
}

/// The first figure of the event of figure number `at`: of the same number, or the whole of which it is a part.
fn first_of(figures: &[CasualtyFigure], at: usize) -> Option<usize> {
    let figure = figures.get(at)?;
    let whole = figure.same_as.or(figure.part_of).filter(|&other| other != at)?;
    let next = figures.get(whole)?;
    Some(next.same_as.or(next.part_of).unwrap_or(whole))
}
